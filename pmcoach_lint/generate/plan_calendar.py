"""The coaching plan of a client's PM as calendar entries: its sessions, and the days by which metrics are looked at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pmcoach_lint.coaching.cycle import as_day
from pmcoach_lint.coaching.parts import Node, nodes_at
from pmcoach_lint.coaching.practice import at_most
from pmcoach_lint.document import Document
from pmcoach_lint.generate.calendar import Entry, as_ics
from pmcoach_lint.readers.dates import parse_date
from pmcoach_lint.readers.unreadable import Unreadable


def plan_entries(plan: Document) -> list[Entry]:
    """The entries of a plan: each session with a day, and one for the metrics of each day that is named for them.

    The plan tells no hour, so that each is of a whole day.
    """
    return [*_sessions(plan), *_metrics(plan)]


def plan_to_ics(plan: Document, entries: list[Entry], as_of: date) -> bytes:
    """The `entries` of a plan as an iCalendar file, stamped with the day `as_of`."""
    return as_ics(
        entries, f"{plan.data.get('client', '')}/{plan.data.get('pm', '')}/{plan.data.get('date', '')}", as_of
    )


def _sessions(plan: Document) -> Iterator[Entry]:
    for number, session in enumerate(nodes_at(plan, ("sessions",)), 1):
        day = as_day(session.value.get("date"))
        if day:
            names = (("title", "Session"), ("technique", "Technique"), ("practice", "Practice"), ("outcome", "Outcome"))
            minutes = at_most(session.value.get("duration"))
            lines = [f"{head}: {text}" for name, head in names if (text := _line(session, name))]
            lines += [f"Length: {minutes} minutes"] if minutes else []
            text = "\n".join([*lines, f"Plan: {plan.source.file}"])
            yield Entry(f"session/{number}", f"Coaching session {number}", text, day)


def _metrics(plan: Document) -> Iterator[Entry]:
    """What is to be reached, by the day that a metric names; one that names none has no entry."""
    by_day: dict[date, list[str]] = {}
    for metric in nodes_at(plan, ("metrics",)):
        try:
            day = parse_date(_line(metric, "timeframe"))
        except Unreadable:
            continue  # it names a stretch of time, or a quarter
        target = _line(metric, "target")
        by_day.setdefault(day, []).append(f"{_line(metric, 'metric')}{f': {target}' if target else ''}")
    for number, (day, texts) in enumerate(sorted(by_day.items()), 1):
        text = "\n".join([*texts, f"Plan: {plan.source.file}"])
        yield Entry(f"review/{number}", "Coaching: progress review", text, day)


def _line(node: Node, name: str) -> str:
    return " ".join(node.text(name).split())
