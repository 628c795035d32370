"""All packs and client engagements at a glance: how each stands on a day, in one line of figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from pmcoach_lint.binding.above.due_days import due_told
from pmcoach_lint.coaching.cycle import as_day
from pmcoach_lint.doctypes import LOG, PLAN
from pmcoach_lint.document import Document
from pmcoach_lint.engagement.position import lead_of
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.weekly.due import Item
from pmcoach_lint.weekly.standing import Standing

Points = tuple[int, int]
"""What was scored by a rubric, and the most that can be."""

_A_WEEK = timedelta(days=6)
"""From a day to the last one of the seven that begin with it."""


class PackLine(NamedTuple):
    """How one coaching pack stands.

    `weeks` are those of the calendar until its last day; `week` is 0 or less before the cycle, and more after it.
    """

    file: str
    pm: str
    status: str
    start: date | None
    end: date | None
    week: int | None
    weeks: int | None
    due: tuple[Item, ...]
    overdue: tuple[Item, ...]
    at_risk: tuple[str, ...]
    last_row: date | None
    next_session: date | None
    score: Points | None


class EngagementLine(NamedTuple):
    """How one client engagement stands: its phase, the latest entry of its log, and what is due and overdue."""

    file: str
    client: str
    status: str
    phase: str
    last_entry: date | None
    last_title: str
    due: tuple[str, ...]
    overdue: tuple[str, ...]
    score: Points | None


def pack_line(standing: Standing, score: Points | None = None) -> PackLine:
    """The line of a pack, with its score."""
    pack, cycle = standing.chain.pack, standing.cycle
    return PackLine(
        file=pack.source.file,
        pm=_text(pack.data.get("pm")),
        status=pack.status,
        start=cycle.start if cycle else None,
        end=cycle.end if cycle else None,
        week=standing.week,
        weeks=cycle.span if cycle else None,
        due=standing.due,
        overdue=standing.overdue,
        at_risk=tuple(bet.name for bet in standing.at_risk),
        last_row=standing.last_row,
        next_session=standing.session if pack.status != "completed" else None,
        score=score,
    )


def engagement_line(documents: Iterable[Document], as_of: date, score: Points | None = None) -> EngagementLine:
    """The line of an engagement, out of all its documents, of which there is at least one, with its score."""
    documents = list(documents)
    lead = lead_of(documents)
    entries = [entry for document in documents if document.is_a(LOG) for entry in document.data.get("entries", ())]
    dated = list(_dated(entries, as_of))
    last_entry, latest = max(dated, key=lambda found: found[0]) if dated else (None, {})
    return EngagementLine(
        file=lead.source.file,
        client=_text(lead.data.get("client")),
        status=lead.status,
        phase=_text(lead.data.get("phase")),
        last_entry=last_entry,
        last_title=_text(latest.get("title")),
        due=tuple(_due(documents, entries, as_of)),
        overdue=tuple(text for entry in entries for text in _overdue(entry, as_of)),
        score=score,
    )


def _dated(entries: Iterable[dict[str, Any]], as_of: date) -> Iterator[tuple[date, dict[str, Any]]]:
    """The entries of a log up to a day, each with its own."""
    for entry in entries:
        day = as_day(entry.get("date"))
        if day and day <= as_of:
            yield day, entry


def _due(documents: Iterable[Document], entries: Iterable[dict[str, Any]], as_of: date) -> Iterator[str]:
    """What the next seven days want, by day: actions that are not done, follow-ups, the sessions of plans under way."""
    actions = [action for entry in entries for action in entry.get("actions", ()) if action.get("done") is not True]
    found = [(as_day(action.get("due")), _action(action)) for action in actions]
    found += [
        (as_day(due_told(text, _text(entry.get("date")))), text)
        for entry in entries
        for text in entry.get("follow_up", ())
    ]
    for plan in documents:
        if plan.is_a(PLAN) and plan.status != "completed":
            pm = _text(plan.data.get("pm")) or "Coaching plan"
            sessions = plan.data.get("sessions", ())
            found += [(as_day(one.get("date")), f"{pm}: session, {_text(one.get('title'))}") for one in sessions]
    last = as_of + _A_WEEK
    for day, text in sorted((day, text) for day, text in found if day and as_of <= day <= last):
        yield f"{day.isoformat()} {text}"


def _overdue(entry: dict[str, Any], as_of: date) -> Iterator[str]:
    """The action items of an entry whose day has passed and that are not ticked, where the log ticks what is done."""
    for action in entry.get("actions", ()):
        due = as_day(action.get("due"))
        if due and due < as_of and action.get("done") is False:
            yield f"{due.isoformat()} {_action(action)}"


def _action(action: dict[str, Any]) -> str:
    return ": ".join(filter(None, (_text(action.get("owner")), _text(action.get("action")))))


def _text(value: Any) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int) and not isinstance(value, bool) else ""
