"""Event logs for tests: entries as data, and the many ways in which people write them down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from pmcoach_lint.readers.calendar import MONTHS

Entry = dict[str, Any]

FRONT = """\
---
type: event-log
client: Northwind
status: active
visibility: client:northwind
---

"""
HEAD = {"type": "event-log", "client": "Northwind", "status": "active", "visibility": "client:northwind"}

ENTRIES: list[Entry] = [
    {
        "date": "2026-03-16",
        "kind": "decision",
        "title": "Stop the loyalty rewrite",
        "participants": ["pm-31", "CEO (chair)", "two engineers (checkout, search)"],
        "duration": 90,
        "work_type": "strategic",
        "context": "The rewrite is in its third month and has no owner.",
        "happened": "We went through the funnel; returning buyers have not moved since October.",
        "decisions": ["Stop the rewrite on 31 March", "Move two engineers to checkout"],
        "actions": [
            {"action": "draft the brief", "owner": "pm-31", "due": "2026-03-20", "done": True},
            {"action": "tell the team", "owner": "CEO", "due": "2026-03-18", "done": False},
        ],
        "impact": "Frees two engineers, about €30k a month.",
        "lessons": ["Bring the figures before the options"],
        "follow_up": ["Look at the figures again in April"],
    },
    {
        "date": "2026-03-09",
        "kind": "workshop",
        "title": "What the roadmap is for",
        "participants": ["pm-31", "pm-32"],
        "duration": 120,
        "work_type": "capability building",
        "happened": "We drew the map of outcomes together.",
        "actions": [{"action": "send the photos", "owner": "pm-32", "due": "2026-03-10", "done": False}],
    },
    {"date": "2026-03-02", "kind": "call", "title": "Prices before summer", "duration": 30, "work_type": "operational"},
]
"""A short log, newest first."""


def long_day(day: str) -> str:
    """A day in words: 2 March 2026."""
    parsed = date.fromisoformat(day)
    return f"{parsed.day} {MONTHS[parsed.month - 1]} {parsed.year}"


def short_day(day: str) -> str:
    """A day as Americans write it: Mar 2, 2026."""
    parsed = date.fromisoformat(day)
    return f"{MONTHS[parsed.month - 1][:3]} {parsed.day}, {parsed.year}"


HEADINGS: dict[str, Callable[[str, str, str], str]] = {
    "dashes": lambda day, kind, title: f"## {day} — {kind} — {title}",
    "hyphens": lambda day, kind, title: f"## {day} - {kind} - {title}",
    "brackets": lambda day, kind, title: f"### [{day}] {kind}: {title}",
    "two brackets": lambda day, kind, title: f"## [{day}] [{kind.upper()}] {title}",
    "colon": lambda day, kind, title: f"## {long_day(day)}: {kind} - {title}",
    "bars": lambda day, kind, title: f"### {day} | {kind} | {title}",
    "weekday": lambda day, kind, title: f"## {date.fromisoformat(day):%A}, {long_day(day)} – {kind}: {title}",
    "American": lambda day, kind, title: f"## {short_day(day)} — {kind}: {title}",
    "clock": lambda day, kind, title: f"## {day} 14:00–15:30 — {kind} — {title}",
    "picture": lambda day, kind, title: f"## 📅 {day} · {kind} · {title}",
    "day last": lambda day, kind, title: f"## {kind}: {title} ({day})",
    "kind last": lambda day, kind, title: f"## {day}: {title} ({kind})",
    "day in the middle": lambda day, kind, title: f"## {kind} — {long_day(day)} — {title}",
    "numbered": lambda day, kind, title: f"## Entry 7: {day} — {kind} — {title}",
    "bold": lambda day, kind, title: f"**{day} — {kind} — {title}**",
    "labels": lambda day, kind, title: f"## {title}\n\n**Date:** {long_day(day)}\n\n**Type:** {kind}",
}
"""The heading of an entry, from its day, kind and title."""


def bold_inside(label: str, value: str, *, long: bool) -> str:
    """A bold label with its colon inside; what is long stands below."""
    return f"**{label}**\n\n{value}\n" if long else f"**{label}:** {value}\n"


def bold_outside(label: str, value: str, *, long: bool) -> str:
    """A bold label with its colon outside; what is long stands below."""
    return f"**{label}**:\n\n{value}\n" if long else f"**{label}**: {value}\n"


def headings(label: str, value: str, *, long: bool) -> str:
    """A heading for what is long, a bold label for the rest."""
    return f"#### {label}\n\n{value}\n" if long else f"**{label}:** {value}\n"


def bullets(label: str, value: str, *, long: bool) -> str:
    """A list item for each label; what is long stands in items below."""
    if not long:
        return f"- {label}: {value}"
    inner = "\n".join(f"  {line}" if line else "" for line in value.split("\n"))
    return f"- **{label}:**\n{inner}"


BODIES: dict[str, Callable[..., str]] = {
    "bold labels": bold_inside,
    "bold labels, colon outside": bold_outside,
    "headings": headings,
    "bullets": bullets,
}
"""How a labelled value of an entry is written."""


def handle_first(action: Entry) -> str:
    """`- [x] pm-31: draft the brief, due 2026-03-20`."""
    return f"- [{'x' if action['done'] else ' '}] {action['owner']}: {action['action']}, due {action['due']}"


def in_brackets(action: Entry) -> str:
    """`- [ ] draft the brief (pm-31, by 20 March 2026)`."""
    return f"- [{'x' if action['done'] else ' '}] {action['action']} ({action['owner']}, by {long_day(action['due'])})"


def sentence(action: Entry) -> str:
    """`- [ ] **pm-31** to draft the brief by 2026-03-20`."""
    return f"- [{'x' if action['done'] else ' '}] **{action['owner']}** to {action['action']} by {action['due']}"


def labelled(action: Entry) -> str:
    """`- [ ] draft the brief. Owner: pm-31. Due: 2026-03-20`."""
    box = "x" if action["done"] else " "
    return f"- [{box}] {action['action']}. Owner: {action['owner']}. Due: {action['due']}"


ACTIONS: dict[str, Callable[[Entry], str]] = {
    "handle first": handle_first,
    "in brackets": in_brackets,
    "sentence": sentence,
    "labelled": labelled,
}
"""How an action item is written as an item of a list."""

_LABELS = {
    "participants": "Participants",
    "duration": "Duration",
    "work_type": "Work type",
    "context": "Context",
    "happened": "What happened",
    "decisions": "Decisions",
    "actions": "Action items",
    "impact": "Business impact",
    "lessons": "Lessons learned",
    "follow_up": "Follow-up",
}
_LONG = {"context", "happened", "decisions", "actions", "lessons"}


def written(value: Any, name: str, action: Callable[[Entry], str]) -> str:
    """The text of one value of an entry."""
    if name == "actions":
        return "\n".join(map(action, value))
    if name == "duration":
        return f"{value} min"
    if name == "participants":
        return ", ".join(value)
    if isinstance(value, list):
        return "\n".join(f"- {text}" for text in value) if name in _LONG else "; ".join(value)
    return str(value)


def entry_text(
    entry: Entry, heading: Callable[[str, str, str], str], body: Callable[..., str], action: Callable[[Entry], str]
) -> str:
    """One entry as text."""
    lines = [heading(entry["date"], str(entry["kind"]).capitalize(), entry["title"]), ""]
    for name, label in _LABELS.items():
        if name in entry:
            lines.append(body(label, written(entry[name], name, action), long=name in _LONG))
    return "\n".join(lines) + "\n"


def log_text(
    entries: Iterable[Entry],
    heading: Callable[[str, str, str], str] = HEADINGS["dashes"],
    body: Callable[..., str] = bold_inside,
    action: Callable[[Entry], str] = handle_first,
) -> str:
    """A whole log as text."""
    texts = [entry_text(entry, heading, body, action) for entry in entries]
    return FRONT + "# Event log: Northwind\n\nNewest first.\n\n" + "\n".join(texts)


_COLUMNS = {"date": "Date", "kind": "Type", "title": "Event", **_LABELS}


def table_text(entries: Sequence[Entry]) -> str:
    """A whole log as one table."""
    rows = [list(_COLUMNS.values()), ["---"] * len(_COLUMNS)]
    rows += [[_cell(entry, name) for name in _COLUMNS] for entry in entries]
    return FRONT + "# Event log: Northwind\n\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _cell(entry: Entry, name: str) -> str:
    value = entry.get(name)
    if value is None:
        return ""
    if name == "actions":
        return "<br>".join(handle_first(action).removeprefix("- ") for action in value)
    if isinstance(value, list) and name != "participants":
        return "<br>".join(value)
    return written(value, name, handle_first)
