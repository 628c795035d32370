"""A coaching cycle, or the coaching plan of a client's PM, as calendar entries (RFC 5545).

What others may see of an entry is its summary, which names nobody and rates nothing; the rest is in its description.
Every entry is private. An entry keeps its id when words or days of the document change, so that a calendar which takes
the file in again moves what it has.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.coaching.cycle import as_day
from pmcoach_lint.coaching.followed import ARTIFACT, CHECKPOINT, REVIEW
from pmcoach_lint.coaching.parts import nodes_at
from pmcoach_lint.coaching.practice import at_most
from pmcoach_lint.document import Document
from pmcoach_lint.generate.markdown import one_line
from pmcoach_lint.readers.dates import parse_date
from pmcoach_lint.readers.unreadable import Unreadable
from pmcoach_lint.weekly.due import STEP, Item
from pmcoach_lint.weekly.standing import Standing

if TYPE_CHECKING:
    from icalendar import Event

_NAMESPACE = uuid.UUID("6f0a4c1e-52d4-5b5e-9a70-0d6f6b9f3c11")
_DAY_BEFORE = timedelta(days=-1)
_USUAL_LENGTH = 60
"""The minutes of a session for which the pack gives no length. Our own figure."""

_SUMMARIES = {
    CHECKPOINT: "Coaching checkpoint",
    ARTIFACT: "Coaching: artifact review",
    REVIEW: "Coaching: progress review",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A calendar entry: of a whole `day` where it has no `start`, else `minutes` long at that hour of the local clock.

    `key` tells it apart from the others of its cycle, whatever they say. `every` is the number of weeks after which it
    comes again on `weekdays`, until the day `until` but for the days `without`, and on the days `besides`; 0 for an
    entry that does not.
    """

    key: str
    summary: str
    description: str
    day: date
    start: time | None = None
    minutes: int = _USUAL_LENGTH
    every: int = 0
    weekdays: tuple[int, ...] = ()
    until: date | None = None
    without: tuple[date, ...] = ()
    besides: tuple[date, ...] = ()


def entries_of(standing: Standing) -> list[Entry]:
    """The entries of a pack's cycle: its sessions, and all of its checkpoints and reviews that have a day or a week."""
    return [*_sessions(standing), *_items(standing)]


def session_entry(standing: Standing, description: str) -> Entry:
    """The entry of the next session alone."""
    at = standing.rhythm.at if standing.rhythm else None
    day = standing.session_day
    return Entry(f"session {day.isoformat()}", "Coaching session", description, day, at, _session_minutes(standing))


def to_ics(entries: list[Entry], standing: Standing) -> bytes:
    """The entries of a pack as an iCalendar file; its PM and the start of its cycle tell them from those of others."""
    return _to_ics(entries, standing.chain.pack, ("pm", "start"), standing.as_of)


def plan_to_ics(plan: Document, entries: list[Entry], as_of: date) -> bytes:
    """The `entries` of a plan as an iCalendar file, stamped with the day `as_of`."""
    return _to_ics(entries, plan, ("client", "pm", "date"), as_of)


def _to_ics(entries: list[Entry], document: Document, names: tuple[str, ...], as_of: date) -> bytes:
    """The entries of a document as an iCalendar file, stamped with a day, so that it is the same each time.

    The values of these `names` tell them from the entries of other documents.
    """
    whose = "/".join(str(document.data.get(name, "")) for name in names)
    from icalendar import Calendar  # noqa: PLC0415 - few runs write a calendar

    calendar = Calendar()
    calendar.add("prodid", "-//pmcoach-lint//coaching cycle//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Coaching")
    stamp = datetime.combine(as_of, time(), UTC)
    for entry in sorted(entries, key=lambda each: (each.day, each.start or time(), each.key)):
        calendar.add_component(_event(entry, f"{uuid.uuid5(_NAMESPACE, f'{whose}/{entry.key}')}@pmcoach", stamp))
    written: bytes = calendar.to_ical()
    return written


def _event(entry: Entry, uid: str, stamp: datetime) -> Event:
    from icalendar import Alarm, Event  # noqa: PLC0415

    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", stamp)
    event.add("summary", entry.summary)
    event.add("description", entry.description)
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE" if entry.start else "TRANSPARENT")
    if entry.start is None:
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
    else:
        begin = datetime.combine(entry.day, entry.start)  # of no time zone: the hour on the clock of whoever reads it
        event.add("dtstart", begin)
        event.add("dtend", begin + timedelta(minutes=entry.minutes))
    if entry.every:
        event.add("rrule", _rule(entry))
        for name, days in (("exdate", entry.without), ("rdate", entry.besides)):
            for day in days:
                event.add(name, datetime.combine(day, entry.start) if entry.start else day)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.summary)
    alarm.add("trigger", _DAY_BEFORE)
    event.add_component(alarm)
    return event


def _rule(entry: Entry) -> dict[str, Any]:
    names = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    until = entry.until or entry.day
    return {
        "freq": "WEEKLY",
        "interval": entry.every,
        "byday": [names[weekday] for weekday in entry.weekdays],
        "until": datetime.combine(until, entry.start) if entry.start else until,
        "wkst": names[entry.day.weekday()],
    }


def _sessions(standing: Standing) -> Iterator[Entry]:
    """The sessions as one entry that comes again; none when the pack does not say on which weekday they are."""
    rhythm, cycle = standing.rhythm, standing.cycle
    if rhythm is None or cycle is None:
        return
    planned, held = rhythm.planned(cycle), rhythm.sessions(cycle)
    cadence = value_at(standing.chain.pack, ("cadence",)) or {}
    lines = [f"Pack: {standing.chain.pack.source.file}"]
    lines += [_line("Cadence", cadence.get("rhythm")), _line("Pre-work", cadence.get("pre_work"))]
    yield Entry(
        key="sessions",
        summary="Coaching session",
        description="\n".join(filter(None, lines)),
        day=planned[0],
        start=rhythm.at,
        minutes=_session_minutes(standing),
        every=rhythm.every,
        weekdays=rhythm.weekdays,
        until=planned[-1],
        without=tuple(day for day in planned if day not in held),
        besides=tuple(day for day in held if day not in planned),
    )


def _items(standing: Standing) -> Iterator[Entry]:
    met: Counter[str] = Counter()
    for item in standing.items:
        if item.kind == STEP:
            continue  # a step has an owner, whose to-do list it belongs to
        bet = standing.bets[item.bet].name if item.bet is not None else ""
        week = f", week {item.week}" if item.week is not None else ""
        of = f"{item.kind}/{bet}/{item.week if item.week is not None else item.day.isoformat()}"
        met[of] += 1
        summary = f"{_SUMMARIES[item.kind]}{week}{f' ({bet})' if bet else ''}"
        yield Entry(f"{of}/{met[of]}", summary, _description(standing, item), item.day)


def _description(standing: Standing, item: Item) -> str:
    heads = {CHECKPOINT: "On track when", ARTIFACT: "Artifact", REVIEW: "Review"}
    whos = {ARTIFACT: "Reviewer", REVIEW: "Evidence to bring"}
    lines = [_line(heads[item.kind], item.text), _line(whos.get(item.kind, ""), item.who)]
    if not item.dated:
        lines.append("The pack names the week, not the day: this is its last working day.")
    return "\n".join([*filter(None, lines), f"Pack: {standing.chain.pack.source.file}"])


def _line(name: str, value: Any) -> str:
    return f"{name}: {one_line(value)}" if isinstance(value, str) and value else ""


def _session_minutes(standing: Standing) -> int:
    return at_most(value_at(standing.chain.pack, ("cadence", "session_length"))) or _USUAL_LENGTH


def plan_entries(plan: Document) -> list[Entry]:
    """The entries of a plan: each session with a day, and one for the metrics of each day that is named for them.

    The plan tells no hour, so that each is of a whole day.
    """
    return [*_plan_sessions(plan), *_metrics(plan)]


def _plan_sessions(plan: Document) -> Iterator[Entry]:
    heads = {"title": "Session", "technique": "Technique", "practice": "Practice", "outcome": "Outcome"}
    for number, session in enumerate(nodes_at(plan, ("sessions",)), 1):
        if day := as_day(session.value.get("date")):
            minutes = at_most(session.value.get("duration"))
            lines = [_line(head, session.text(name)) for name, head in heads.items()]
            lines += [f"Length: {minutes} minutes" if minutes else "", f"Plan: {plan.source.file}"]
            yield Entry(f"session/{number}", f"Coaching session {number}", "\n".join(filter(None, lines)), day)


def _metrics(plan: Document) -> Iterator[Entry]:
    """What is to be reached, by the day that a metric names; one that names none has no entry."""
    by_day: dict[date, list[str]] = {}
    for metric in nodes_at(plan, ("metrics",)):
        when, what, target = (one_line(metric.text(name)) for name in ("timeframe", "metric", "target"))
        with suppress(Unreadable):  # it names a stretch of time, or a quarter
            by_day.setdefault(parse_date(when), []).append(f"{what}: {target}" if target else what)
    for number, (day, texts) in enumerate(sorted(by_day.items()), 1):
        text = "\n".join([*texts, f"Plan: {plan.source.file}"])
        yield Entry(f"review/{number}", _SUMMARIES[REVIEW], text, day)
