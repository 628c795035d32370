"""One record: what its own text says, and the fields that stand somewhere for it; and the levels it tells of bets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.labels import split_label
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import MISSING, Region, Role, stretch
from pmcoach_lint.binding.own_text.entries import read_head, work_in_front
from pmcoach_lint.binding.own_text.found import STEP
from pmcoach_lint.binding.own_text.in_a_line import step_in_title
from pmcoach_lint.binding.records.about import before_referred, tell_when
from pmcoach_lint.binding.records.stages import weeks_in_front
from pmcoach_lint.readers.level_within import level_within
from pmcoach_lint.readers.registry import Context, said_by
from pmcoach_lint.readers.rungs_in_turn import Rung
from pmcoach_lint.readers.several import split_sentences, split_values
from pmcoach_lint.readers.text import is_nothing, is_placeholder, plain_at
from pmcoach_lint.readers.told_days import day_behind
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, strip, trim
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_LABEL = regex(
    r"(?<!\w)(?P<bet>(?:[Gg]rowth )?[Bb]et \w{1,2}|B\d{1,2})\s*[:=]\s*", near="bet b1 b2 b3 b4 b5 b6 b7 b8 b9 b0"
)
_NEXT = regex(r"[.;,](?:\s|$)|\s(?=[A-Z][\w ]{1,20}:)")
NAME_AND_LEVEL = regex(
    r"(?P<name>.*?[^\s,:(–—-])[\s,:(–—-]+(?:at\s+)?(?P<level>(?:L|level\s)?[1-6](?:\s?/\s?6)?|[A-Za-z]{4,13})\)?",
    re.IGNORECASE,
)
"""A name and the level behind it: `Memos 2`, `Memos (Apply)`, `Memos at L3`."""
_ENDS = " \t\r\n.;,_–—-"


class Said(NamedTuple):
    """What is said of a field: where, and the value where that is known without reading it there."""

    field: Binding | None
    span: Span
    value: Any = MISSING


class RecordReader:
    """Reads single records for an extraction, to which it adds where everything stands."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.text = extraction.text

    def with_head(self, field: Binding, below: Region, span: Span, path: Path) -> dict[str, Any]:
        """Read a record out of its own text at `span` and of what stands `below`."""
        record = self.extraction.object(field, below, path) if below.first < below.last else {}
        self.head(field, span, record, path)
        if field.levels_seen and field.levels_seen.name not in record:
            self.levels_below(field.levels_seen, below, record, path)
        if (use := field.level_so_far) and use.name not in record:
            self.level_in_evidence(field, use, record, path)
        if field.tells_weeks:
            tell_when(self, field, record, path)
        if field.is_done_in_weeks:
            weeks_in_front(self, field, record, path)
        return field.in_order(record)

    def level_in_evidence(self, field: Binding, use: Use, record: dict[str, Any], path: Path) -> None:
        """Put the level that the texts tell which show it into a `record` that nothing else has told of one."""
        listed, values = field.free_fields.get("items"), self.extraction.values
        at = (*path, listed.name) if listed and (*path, use.name) not in values else path
        for number in range(len(record[listed.name])) if listed and listed.name in record and at != path else ():
            if level := level_within(self.text, values[*at, number]):
                self.put(record, field.fields[use.name], level, path)
                return

    def head(self, field: Binding, span: Span, record: dict[str, Any], path: Path, *, labels: bool = True) -> None:
        """Put what a record's own text says into `record`, where nothing else has said it."""
        extraction = self.extraction
        if labels and field.levels_seen:
            span = self.levels(field, field.levels_seen, span, record, path)
        head = read_head(self.text, field, span, extraction.context, labels=labels, known=record)
        extraction.report(head.offences)
        extraction.settled |= {(*path, name) for name in head.unread} if head.unread else set()
        if head.number and head.number - 1 != path[-1]:
            extraction.numbers[path] = head.number
        for name, (value, where) in head.found.items():
            if name not in record:
                record[name] = value
                extraction.values[(*path, name)] = where
        for name, (use, where) in head.labelled.items():
            if name not in record:
                self.put(record, field.fields[name], where, path, use)
            elif field.fields[name] is field.free_fields.get("rest") and (*path, name) not in extraction.keys:
                self.put_before(record, field.fields[name], where, path)
        title = field.title_field
        if title and field.day and head.title and head.title not in (where for _, where in head.found.values()):
            self.be_told_below(title, field.free_fields.get("rest"), record, path)
        if title and title.name not in record:
            where = self.before_step(field, head.title or (span[1], span[1]), record, path)
            where = before_referred(self, field, where, record, path)
            where = self.before_evidence(field, where, record, path)
            where = self.before_day(field, where, record, path) if field.falls_due else where
            self.put(record, title, where, path)

    def before_day(self, field: Binding, title: Span, record: dict[str, Any], path: Path) -> Span:
        """Put the day at the end of a `title` into a `record` without one: `guide on 15 Dec`. Return what is before.

        A day before the cycle is about something else.
        """
        date, context = field.holders["date"], self.extraction.context
        told = day_behind(self.text, title) if not {"date", "week"} & record.keys() else None
        day = said_by("date", self.text[slice(*told[1])], context) if told else None
        if told is None or day is None or (context.start and str(day) < context.start):
            return title
        self.put(record, date, told[1], path)
        return told[0]

    def before_step(self, field: Binding, title: Span, record: dict[str, Any], path: Path) -> Span:
        """Put what a step up the ladder at the end of a `title` tells into `record`, and return what is before it."""
        if not field.tells_weeks or not STEP.search(self.text, *title):
            return title
        before, told = step_in_title(self.extraction, field, title)
        if any(value != record.get(use.name, value) for use, value, _ in told):
            return title
        for use, value, where in told:
            if use.name not in record and value is not MISSING:
                record[use.name], self.extraction.values[(*path, use.name)] = value, where
        if told:  # of what is a step, the level that nobody can read has been told
            self.extraction.settled.update((*path, use.name) for use in field.change_uses if use.name not in record)
        return before

    def before_evidence(self, field: Binding, title: Span, record: dict[str, Any], path: Path) -> Span:
        """Put the level behind a known name, and what shows it, into `record`: `Memos 2: the note of 3 May`.

        Returns:
            The name; the `title` where it tells of nothing that is known.
        """
        listed, use, named = field.free_fields.get("items"), field.level_so_far, field.title_field
        may_be = self.text.find(":", *title) >= 0 or self.text.startswith(("*", "_"), *title)
        label = split_label(self.text, title) if listed and use and may_be else None
        if not listed or not use or not named or not label or label.is_bare or listed.name in record:
            return title
        name = strip(self.text, (label.name[0], label.value[0]), "*_ ", "*_: –—-")
        match = NAME_AND_LEVEL.fullmatch(self.text, *name)
        level = (
            self.extraction.value_of(field.fields[use.name], match.span("level"), Use(use.name)) if match else MISSING
        )
        if match and level is not MISSING:
            name = match.span("name")
        if not self.extraction.is_known(named, plain_at(self.text, name)):
            return title
        if match and level is not MISSING and use.name not in record:
            record[use.name], self.extraction.values[(*path, use.name)] = level, match.span("level")
        self.put(record, listed, label.value, path)
        return name

    def called_by_first(
        self, field: Binding, title: Binding, below: Region, record: dict[str, Any], at: Path
    ) -> dict[str, Any]:
        """An entry under a day alone, called by the first sentence below it where that is an item without a label.

        What stands in brackets in front of it is of the entry where that is all: `[S] (1) Lunch with the CFO`.
        """
        first = next(iter(below.inside), None)
        is_bare = first is not None and first.role is Role.ITEM and not field.knows(first.keys)
        for sentence in split_sentences(self.text, first.text)[:1] if first and is_bare else ():
            end = sentence[1] - (self.text.endswith(".", *sentence) and not self.text.endswith("..", *sentence))
            works, name = work_in_front(self.text, field, (sentence[0], end))
            for work, where in works if len(below.inside) == 1 else ():
                self.put(record, work, where, at)
            self.put(record, title, name, at)
        return field.in_order(record)

    def be_told_below(self, title: Binding, rest: Binding | None, record: dict[str, Any], path: Path) -> None:
        """Take what a label below an entry says of its topic for what happened: the entry is titled in its head."""
        topic = record.pop(title.name, None)
        if topic is not None and rest:
            where = self.extraction.values[(*path, title.name)]
            self.extraction.values.setdefault((*path, rest.name), where)
            record[rest.name] = "\n\n".join([topic, *([record[rest.name]] if rest.name in record else [])])

    def put_before(self, record: dict[str, Any], field: Binding, span: Span, path: Path) -> None:
        """Put what stands at `span` before what stands below it: `- Framing: says who`, `  - says why`."""
        at, values = (*path, field.name), self.extraction.values
        if field.kind == "value":
            below, (_, end) = record[field.name], values[at]
            self.put(record, field, span, path)
            if type(below) is str and field.is_text and record[field.name] is not below:
                record[field.name] = f"{record[field.name]}\n{below}"
                values[at] = (span[0], end)
            return
        spans_below = [values[(*at, number)] for number in range(len(record[field.name]))]
        spans = split_values(self.text, span, field.between)
        record[field.name] = self.extraction.several(field, [*spans, *spans_below], at, span)

    def levels(self, field: Binding, seen: Binding, span: Span, record: dict[str, Any], path: Path) -> Span:
        """Put the levels that the text at `span` tells of bets into `record`, and return what stands before them."""
        told = levels_told(self.text, span, self.extraction.context)
        if told is None or seen.title_field is None:
            return span
        rows = [(Said(seen.found_fields[0], bet), Said(seen.title_field, level)) for bet, level in told.levels]
        record[seen.name] = self.each((*path, seen.name), rows)
        self.extraction.values[(*path, seen.name)] = (told.before[1], told.behind[0])
        label = split_label(self.text, told.behind)
        if label and not is_blank(self.text, label.value):
            for use in field.uses_of(self.text[slice(*label.name)]):
                self.put(record, field.fields[use.name], label.value, path, use)
        return told.before

    def levels_below(self, seen: Binding, below: Region, record: dict[str, Any], path: Path) -> None:
        """Put the levels that lines `below` tell of a bet each into `record`: `Bet A: Apply, by the plan of May`."""
        lines = [piece.text for piece in below.inside if piece.role in (Role.ITEM, Role.LABEL)]
        told = [levels_told(self.text, line, self.extraction.context) for line in lines]
        levels = [each for one in told if one for each in one.levels]
        if levels and seen.title_field:
            bet, level = seen.found_fields[0], seen.title_field
            record[seen.name] = self.each((*path, seen.name), [(Said(bet, one), Said(level, at)) for one, at in levels])
            self.extraction.values[(*path, seen.name)] = (levels[0][0][0], levels[-1][1][1])

    def add(self, records: list[dict[str, Any]], path: Path, *told: Said, at: Span | None = None) -> None:
        """Add to the list at `path` a record of which each value stands at a span of its own.

        It stands `at` that span; by default, at all of theirs.
        """
        own, record = (*path, len(records)), dict[str, Any]()
        self.extraction.values[own] = at or (min(each.span[0] for each in told), max(each.span[1] for each in told))
        records.append(record)
        for field, span, value in told:
            if field and value is MISSING:
                self.put(record, field, span, own)
            elif field:
                record[field.name], self.extraction.values[(*own, field.name)] = value, span

    def each(self, path: Path, told: Iterable[tuple[Said, ...]]) -> list[dict[str, Any]]:
        """The records of the list at `path` that are told so."""
        records: list[dict[str, Any]] = []
        for said in told:
            self.add(records, path, *said)
        return records

    def rungs(self, field: Binding, level: Binding, rungs: Iterable[Rung], path: Path) -> list[dict[str, Any]]:
        """The records that are the rungs of a ladder."""
        title = field.title_field
        return self.each(path, [(Said(level, one.word, one.level), Said(title, one.behaviour)) for one in rungs])

    def put(self, record: dict[str, Any], field: Binding, span: Span, path: Path, use: Use | None = None) -> None:
        """Read `field` in the text at `span`, which no name stands before, into the `record` at `path`."""
        at = (*path, field.name)
        if field.kind == "value":
            value = self.extraction.value(field, span, at, use)
        elif field.kind == "list":
            value = self.extraction.several(field, split_values(self.text, span, field.between), at, span)
        else:
            value = self.extraction.read(field, stretch(span, use), at)
        if value is not MISSING:
            record[field.name] = value


class Told(NamedTuple):
    """What a text tells of bets: the `levels`, each with where the bet is named, and what stands before and behind."""

    levels: list[tuple[Span, Span]]
    before: Span
    behind: Span


def levels_told(text: str, span: Span, context: Context) -> Told | None:
    """The levels that the text at `span` tells of bets, behind a label each; a blank for one is passed over.

    None where it tells of none, or where one of the labels has something else behind it.
    """
    labels = [*_LABEL.finditer(text, *span)] if text.find(":", *span) >= 0 else []
    found: list[tuple[Span, Span]] = []
    end = span[1]
    for number, label in enumerate(labels):
        stop = labels[number + 1].start() if number + 1 < len(labels) else span[1]
        parting = _NEXT.search(text, label.end(), stop)
        end = parting.start() if parting else stop
        level = trim(text, (label.end(), end))
        if is_blank(text, level):
            continue
        if said_by("level", plain_at(text, level), context) is None:
            return None
        found.append((label.span("bet"), level))
    if not labels:
        return None
    before, behind = (span[0], labels[0].start()), (end, span[1])
    return Told(found, strip(text, before, "", _ENDS), strip(text, behind, _ENDS, ""))


def is_blank(text: str, span: Span) -> bool:
    """Whether nothing stands at `span`, or a blank that is to be filled in when its day has come."""
    raw = plain_at(text, span)
    return is_nothing(raw) or is_placeholder(raw)
