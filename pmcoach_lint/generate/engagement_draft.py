"""The folder of a client engagement, drafted from its first page: what was agreed, who is who, and where value lies.

That page holds all that the strategic PM coach's brief asks for (scope, rate, expectations, team, opportunities,
maturity, relationship), and so is the intake. Nothing is made up: what the page does not say is TBD.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import MAXYEAR, date
from math import isinf
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.doctypes import DocType
from pmcoach_lint.generate.written import front_matter, part_text
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.regex import regex
from pmcoach_lint.standards import ClientNeed, Horizon, Standards

TBD = "TBD"
NOTE = "note"
"""Where the data of a draft holds a paragraph to stand above its parts, such as what was assumed."""

TYPES = ("engagement", "value-assessment", "work-proposal", "artifact", "coaching-plan", "event-log")

_GAP = regex(r"\[[^\]]*\](?!\()|^TBD\b")
_WORDS = regex(r"(?:[^\w']|\b(?:the|a|our|your|some)\b)+")
_WHAT_HAPPENED = (
    "The first page of the engagement was written, and the other documents drafted from it. "
    "What nobody has said yet is left open in them."
)

Data = dict[str, Any]


def draft_engagement(said: Data, known: Mapping[str, DocType], standards: Standards, as_of: date) -> dict[str, str]:
    """The documents of an engagement.

    Args:
        said: The data of its first page, with every single value as it is written there.
        known: The types of its documents by their names (`TYPES`).
        standards: The horizons, client needs and phases that hold.
        as_of: The day on which it is drafted.

    Returns:
        The text of each file by its name in the folder, each text ending with a line break.
    """
    common = {
        "client": said.get("client") or TBD,
        "date": as_of.isoformat(),
        "status": "draft",
        "visibility": "internal",
    }
    pms = {str(one["pm"]): one for one in said.get("team", []) if _is_said(one.get("pm"))}
    drafts: dict[str, tuple[str, Data]] = {
        "engagement.md": ("engagement", _engagement(said, standards)),
        "value-assessment.md": ("value-assessment", _assessment(said, pms, standards.client_needs)),
        "proposal.md": ("work-proposal", _proposal(said, standards.horizons)),
        "artifacts/client-needs.md": ("artifact", _artifact(said, standards.client_needs)),
    }
    for pm, one in pms.items():
        drafts[plan_name(pm)] = ("coaching-plan", _plan(pm, one))
    texts = {file: _document(known[name], common | data) for file, (name, data) in drafts.items()}
    return dict(sorted((texts | {"event-log.md": _log(known["event-log"], common, as_of)}).items()))


def plan_name(pm: str) -> str:
    """The name of the file with the coaching plan for a PM."""
    return f"coaching-plan-{pm}.md"


def _document(doctype: DocType, data: Mapping[str, Any]) -> str:
    """A document of a type, with what its schema begins it with wherever `data` says nothing."""
    fields = doctype.binding.fields
    whole = {
        name: _begun(field, data.get(name))
        for name, field in fields.items()
        if name in data or name in doctype.binding.required
    }
    whole["type"] = doctype.name
    about = data.get("title") or f"{doctype.title}: {data.get('pm') or data['client']}"
    lines = [*front_matter(doctype, whole), "", f"# {about}", ""]
    for name, field in doctype.binding.opening.fields.items():
        if not field.frontmatter_key and whole.get(name):
            lines += [f"**{field.written_name}:** {whole[name]}", ""]
    if note := data.get(NOTE):
        lines += [note, ""]
    parts = [
        part_text(doctype, name, whole[name]) for name, field in fields.items() if field.is_section and name in whole
    ]
    return "\n".join([*lines, "\n".join(parts)])


def _begun(field: Binding, said: Any) -> Any:
    """What is said, completed by what a document begins with; TBD where that is for a person to say."""
    if said in (None, "", [], {}):
        said = field.schema.get("default")
    if field.kind == "object":
        return _completed(field, said or {})
    if field.kind == "records":
        rows = [_completed(field, row) for row in said or [{}] * field.schema.get("minItems", 0)]
        return _numbered(field, rows) if field.shapes[0] == "sections" else rows
    if field.kind == "list":
        return [_said(one) for one in said or [TBD]]
    return _said(said)


def _numbered(field: Binding, rows: list[Data]) -> list[Data]:
    """Records with headings of their own, counted in them as in a blank document: `Session 1: …`."""
    title, nouns = field.title_field, field.mark.get("nouns")
    if title is None or not nouns:
        return rows
    return [row | {title.name: f"{nouns[0]} {number}: {row[title.name]}"} for number, row in enumerate(rows, 1)]


def _completed(field: Binding, given: Mapping[str, Any]) -> Data:
    """An object or record, with all that it has to have."""
    return {
        name: _begun(inner, given.get(name))
        for name, inner in field.fields.items()
        if name in given or name in field.required
    }


def _said(value: Any) -> str:
    """A text; TBD in the place of one that has a gap to fill in."""
    text = "" if value is None else str(value)
    return TBD if not text.strip() or _GAP.search(text) else text


def _engagement(said: Data, standards: Standards) -> Data:
    """The first page as it was given, in the first phase, with dates for the horizons where it has none of its own."""
    own = [row for row in said.get("horizons", []) if _is_said(row.get("focus"))]
    planned = own or [_planned(horizon, said.get("start")) for horizon in standards.horizons]
    phase = said.get("phase") if _is_said(said.get("phase")) else "1"
    note = None if own else "Assumed: the horizons of the standard, with their months counted from the start."
    return said | {"status": "draft", "visibility": "internal", "phase": phase, "horizons": planned, NOTE: note}


def _planned(horizon: Horizon, start: Any) -> Data:
    """A horizon by the standard: what it is for, and its last day, or the first of one that has no end."""
    first = _day(start)
    months = horizon.low if isinf(horizon.high) else horizon.high
    when = _months_after(first, int(months)).isoformat() if first else horizon.text
    return {"horizon": horizon.name, "when": when, "focus": f"{horizon.focus} ({horizon.text})", "value": horizon.value}


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None


def _months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of a month that is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = min(day.year + years, MAXYEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _agreed(said: Data) -> str:
    """What was agreed, in a line."""
    rate = said.get("rate", {}).get("rate")
    scope = _said(said.get("scope"))
    return f"{scope.rstrip('.')}. Rate: {rate}" if _is_said(rate) else scope


def _assessment(said: Data, pms: Mapping[str, Data], needs: Iterable[ClientNeed]) -> Data:
    """Where the engagement stands, as far as its first page tells."""
    met = _asked_for(said, needs)
    message = "; ".join(need.high for need in met) or None
    sponsors = [one["stakeholder"] for one in said.get("stakeholders", []) if _is_said(one.get("stakeholder"))]
    rate = said.get("rate", {})
    note = "Assumed: the ideals, the direction in which each share of time shifts, and whom to talk to first."
    return {
        NOTE: note,
        "current_engagement": _agreed(said),
        "opportunities": {
            "untapped": [{"opportunity": text} for text in said.get("opportunities", []) if _is_said(text)],
        },
        "team": {
            "pms": [
                {
                    "pm": pm,
                    "gap": one.get("capability"),
                    "coaching": "The four sessions of the plan",
                    "plan": f"[Coaching plan for {pm}]({plan_name(pm)})",
                }
                for pm, one in pms.items()
            ]
        },
        "repositioning": {"conversation": {"with": next(iter(sponsors), None), "message": message}},
        "rate": {"basis": {"rate": rate.get("rate"), "basis": rate.get("basis")}},
    }


def _proposal(said: Data, horizons: Iterable[Horizon]) -> Data:
    """An offer that begins with what is agreed today; its price is for a person to say."""
    values = [horizon.value for horizon in horizons]
    chances = [text for text in said.get("opportunities", []) if _is_said(text)]
    return {
        NOTE: "Assumed: one outcome for each horizon.",
        "investment": {"current": {"terms": said.get("rate", {}).get("rate")}, "proposed": {"terms": None}},
        "current_engagement": _agreed(said),
        "proposed_addition": chances[0] if chances else None,
        "opportunity": {"current_state": said.get("scope"), "untapped_value": " ".join(chances) or None},
        "proposed": {"outcomes": [{"outcome": value} for value in values]},
    }


def _artifact(said: Data, needs: Iterable[ClientNeed]) -> Data:
    """The first piece of work: what the client asks for, and the conversation that each request opens."""
    met = _asked_for(said, needs)
    pairs = [f"- {need.need}: {need.high}" for need in met]
    sponsors = [one["stakeholder"] for one in said.get("stakeholders", []) if _is_said(one.get("stakeholder"))]
    return {
        "title": "What the client asks for, and what it is for",
        "kind": "strategy",
        "audience": in_a_row(sponsors, "and") if sponsors else None,
        "produced": "\n".join(["Requests heard so far, each with the answer of the positioning matrix.", "", *pairs])
        if pairs
        else None,
    }


def _asked_for(said: Data, needs: Iterable[ClientNeed]) -> list[ClientNeed]:
    """The requests of the positioning matrix that the client's expectations name, by one of their names."""
    stakes = [one.get("expectation", "") for one in said.get("stakeholders", [])]
    heard = " ".join([*said.get("expectations", []), *stakes]).casefold()
    return [need for need in needs if any(_names(name, heard) for name in (need.need, *need.also))]


def is_blank(value: Any) -> bool:
    """Whether a text is still to be said: empty, TBD, or with a gap in brackets."""
    return _said(value) == TBD


def _names(name: str, heard: str) -> bool:
    """Whether a request is named in what was heard, as words of their own."""
    wanted = _WORDS.sub(" ", name.casefold()).strip()
    return bool(wanted) and f" {wanted} " in f" {_WORDS.sub(' ', heard)} "


def _plan(pm: str, one: Data) -> Data:
    """The coaching plan for a PM: its sessions are the type's own four, begun from what is known of the PM."""
    seen = _said(one.get("capability")).rstrip(".")
    known = f"Known so far: {seen}. " if seen != TBD else ""
    note = f"{known}Assumed: these four sessions, in this order. {pm} reads and corrects the plan first."
    return {"pm": pm, NOTE: note}


def _log(doctype: DocType, common: Data, as_of: date) -> str:
    """The event log with its first entry, the intake."""
    head = front_matter(doctype, common | {"type": doctype.name})
    entry = [f"## {as_of} — Onboarding — Intake of the engagement", ""]
    entry += ["**Work type:** Operational", "", f"**What happened:** {_WHAT_HAPPENED}"]
    return "\n".join([*head, "", f"# {doctype.title}: {common['client']}", "", *entry]) + "\n"


def _is_said(value: Any) -> bool:
    return not is_blank(value)
