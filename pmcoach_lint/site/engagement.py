"""A client engagement as the site shows it: its documents, and what they say when they are read together.

Everything here is read from the documents that the audience may see. A draft may lack anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from pmcoach_lint.doctypes import ASSESSMENT, ENGAGEMENT, LOG, PLAN, PROPOSAL
from pmcoach_lint.engagement.logged import WORK_TYPES, LoggedTime, by_month, logged_time
from pmcoach_lint.names import name_key
from pmcoach_lint.rubric import Score
from pmcoach_lint.site import reading
from pmcoach_lint.site.doc import Doc
from pmcoach_lint.site.prose import headings
from pmcoach_lint.tuples import NamedTuple

WORK = tuple(each.capitalize() for each in WORK_TYPES)
"""The four types of work as pages call them, from the least valuable to the client to the most."""

HORIZONS = ("NOW", "NEXT", "LATER")
"""The horizons in their order."""


class Position(NamedTuple):
    """Where an engagement stands on the value ladder, where it is to go, what is missing, and who says so."""

    doc: Doc
    current: str
    target: str
    gap: str


class Share(NamedTuple):
    """How much of the time goes into one type of work, in percent, and how much should."""

    work: str
    current: float | None
    target: float | None
    shift: str


class Progress(NamedTuple):
    """How far a coaching plan's PM is on the way to working alone: so many criteria of so many are met."""

    doc: Doc
    pm: str
    goal: str
    done: int
    total: int


class Entry(NamedTuple):
    """One entry of an event log. `anchor` is the id of its heading on the log's page, where it has one."""

    doc: Doc
    anchor: str
    day: date | None
    kind: str
    title: str
    work: str
    impact: str


class Step(NamedTuple):
    """What is planned for a horizon: when, what is worked on, and what the client gets from it."""

    horizon: str
    when: str
    focus: str
    value: str


@dataclass(frozen=True)
class Engagement:
    """One client engagement: the folder in the repository, the place of its page, and its documents.

    `score` is what it scores, for readers inside.
    """

    folder: str
    page: str
    docs: tuple[Doc, ...]
    score: Score | None = None

    @cached_property
    def path(self) -> str:
        """The path of its page."""
        return f"{self.page}.md"

    def of_type(self, *types: str) -> list[Doc]:
        """The documents of certain types."""
        return [doc for doc in self.docs if doc.type in types]

    @cached_property
    def lead(self) -> Doc | None:
        """The document that describes the engagement, where the audience may see it."""
        return next(iter(self.of_type(ENGAGEMENT)), None)

    @cached_property
    def client(self) -> str:
        """The client's name, as the first document says that gives one; else the folder's."""
        ordered = [self.lead, *self.docs] if self.lead else self.docs
        names = (doc.fact("client") for doc in ordered)
        return next(filter(None, names), "") or self.folder.rpartition("/")[2] or "Client"

    @property
    def status(self) -> str:
        """The status of the engagement."""
        return self.lead.status if self.lead else ""

    @property
    def start(self) -> date | None:
        """The day on which it began."""
        return self.lead.day if self.lead else None

    @property
    def scope(self) -> str:
        """What was agreed."""
        return reading.text(self.lead.data.get("scope")) if self.lead else ""

    @property
    def phase(self) -> str:
        """The phase of the workflow that it is in: its number or its name, as it is written."""
        return reading.text(self.lead.data.get("phase")) if self.lead else ""

    @cached_property
    def assessment(self) -> Doc | None:
        """The latest value assessment."""
        return max(self.of_type(ASSESSMENT), key=_age, default=None)

    @cached_property
    def position(self) -> Position | None:
        """Where it stands on the value ladder, by the latest assessment."""
        doc = self.assessment
        if doc is None:
            return None
        ladder = reading.mapping(reading.inside(doc.data, "position", "ladder"))
        position = Position(doc, *(reading.text(ladder.get(key)) for key in ("current", "target", "gap")))
        return position if position.current or position.target else None

    @cached_property
    def allocation(self) -> list[Share]:
        """Where the time goes, by the latest assessment: the four types of work first, in their order."""
        rows = reading.inside(self.assessment.data, "opportunities", "time") if self.assessment else None
        shares = [share for row in reading.records(rows) if (share := _share(row)).work]
        return sorted(shares, key=lambda share: work_place(share.work))

    @cached_property
    def horizons(self) -> list[Step]:
        """What is planned, by horizon; within one in the order in which it is written."""
        rows = reading.records(self.lead.data.get("horizons")) if self.lead else []
        found = [Step(*(reading.text(row.get(key)) for key in Step._fields)) for row in rows]
        known = [step for step in found if step.horizon in HORIZONS and (step.focus or step.value)]
        return sorted(known, key=lambda step: HORIZONS.index(step.horizon))

    @cached_property
    def proposal(self) -> Doc | None:
        """The latest proposal."""
        return max(self.of_type(PROPOSAL), key=_age, default=None)

    @cached_property
    def months(self) -> list[tuple[str, LoggedTime]]:
        """The time that the logs show for each month, summed up as the linter and the value report do it."""
        return by_month(self._logged)

    @cached_property
    def logged(self) -> LoggedTime | None:
        """The time of the logs that the latest assessment speaks of, as the linter holds the two against each other."""
        if self.assessment is None or self.assessment.day is None:
            return None
        until = self.assessment.day
        days = [doc.day for doc in self.of_type(ASSESSMENT) if doc.day and doc.day < until]
        return logged_time(self._logged, max(days).isoformat() if days else "", until.isoformat())

    @cached_property
    def _logged(self) -> list[dict[str, Any]]:
        """All entries of the logs, as far as sums are made of them."""
        return [_timed(row) for doc in self.of_type(LOG) for row in reading.records(doc.data.get("entries"))]

    @cached_property
    def progress(self) -> list[Progress]:
        """How far each coaching plan has come, by the name of its PM."""
        found = [_progress(doc) for doc in self.of_type(PLAN)]
        return sorted(found, key=lambda each: (each.pm.casefold(), each.doc.file))

    @cached_property
    def entries(self) -> list[Entry]:
        """The entries of all logs, the newest first; those without a day last."""
        found = [entry for doc in self.of_type(LOG) for entry in _entries(doc)]
        return sorted(found, key=lambda entry: entry.day or date.min, reverse=True)

    @cached_property
    def artifacts(self) -> list[Doc]:
        """What was produced, the newest first."""
        return sorted(self.of_type("artifact"), key=_age, reverse=True)

    def last_day(self, doc: Doc) -> date | None:
        """The day that a document bears; for a log, that of its newest entry."""
        return doc.day or max((entry.day for entry in self.entries if entry.doc is doc and entry.day), default=None)


def _age(doc: Doc) -> tuple[date, str]:
    """What tells the older of two documents from the newer."""
    return doc.day or date.min, doc.file


def work_place(work: str) -> int:
    """The place of a type of work among the four; behind them for any other."""
    keys = [name_key(each) for each in WORK]
    key = name_key(work)
    return keys.index(key) if key in keys else len(keys)


def _share(row: Any) -> Share:
    work = reading.text(row.get("work_type"))
    place = work_place(work)
    name = WORK[place] if place < len(WORK) else work
    return Share(name, _percent(row.get("current")), _percent(row.get("target")), reading.text(row.get("shift")))


def _percent(value: Any) -> float | None:
    number = reading.number(value)
    return number if number is not None and 0 <= number <= 100 else None


def _timed(row: Mapping[str, Any]) -> dict[str, Any]:
    """The day, the type of work and the duration of a log's entry, each only where it can be read."""
    day, duration = reading.day(row.get("date")), row.get("duration")
    place = work_place(reading.text(row.get("work_type")))
    span = reading.mapping(duration)
    minutes = [reading.number(span.get(end, duration if not span else None)) for end in ("from", "to")]
    known = [each for each in minutes if each is not None and each >= 0]
    return {
        "date": day.isoformat() if day else None,
        "work_type": WORK_TYPES[place] if place < len(WORK) else None,
        "duration": {"from": known[0], "to": known[1]} if len(known) == len(minutes) else 0,
    }


def _progress(doc: Doc) -> Progress:
    criteria = list(reading.checked(doc.data.get("graduation")))
    goal = reading.text(doc.data.get("goal"))
    return Progress(doc, doc.fact("pm") or doc.title, goal, sum(criteria), len(criteria))


def _entries(doc: Doc) -> Iterator[Entry]:
    heads = headings(doc.text)
    for record in reading.records(doc.data.get("entries")):
        title, kind, work, impact = (reading.text(record.get(key)) for key in ("title", "kind", "work_type", "impact"))
        day = reading.day(record.get("date"))
        head = next((head for head in heads if title and head.title.endswith(title)), None)
        if head:
            heads.remove(head)  # the next entry of the same title stands further down
        if title or day:
            yield Entry(doc, head.id if head else "", day, kind, title, work, impact)
