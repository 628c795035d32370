"""The records that are a stretch of text each: parts of a line, or lines."""

from __future__ import annotations

import re
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.named.reach import values_at
from pmcoach_lint.binding.outline import NOWHERE, Piece, Place
from pmcoach_lint.binding.own_text.shares import shares_in
from pmcoach_lint.binding.records.record import RecordReader, Said
from pmcoach_lint.binding.records.stages import read_stages, split_stages
from pmcoach_lint.readers.bloom import LADDERS, WORDS
from pmcoach_lint.readers.people import split_persons
from pmcoach_lint.readers.rungs import rungs_within, split_levels
from pmcoach_lint.readers.rungs_in_turn import Rung, rungs_by_number
from pmcoach_lint.readers.timed import split_timed, told_in_minutes, told_in_words
from pmcoach_lint.readers.told_days import split_days, split_told_days
from pmcoach_lint.readers.weeks import split_weeks
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path

_NUMBER = regex(r"\d{1,2}")
_IN_WEEKS = regex(
    r"(?P<what>[^\W\d_].*?)(?<![\s,:(])[\s,:(]+(?:in\s)?(?:weeks|wks)\s(?P<weeks>\d{1,2}(?:\s*(?:,|&|/|\band\b)\s*\d{1,2}){1,7})\)?\.?",
    re.IGNORECASE,
    near="weeks wks",
)
"""What is looked at in several weeks: `briefs in weeks 1, 5 and 6`."""


class LineReader(RecordReader):
    """Reads records that are told in lines for an extraction."""

    def heads(self, field: Binding, spans: list[Span], path: Path) -> list[Any]:
        """Read the records that are a stretch of text each; those that are told by their weeks may share a line."""
        records: list[Any] = []
        if len(spans) == 1 and (date := field.holders.get("date")) and (days := split_days(self.text, *spans[0])):
            return self.days(field, date, days, path)
        if field.falls_due:
            spans = [part for span in spans for part in split_told_days(self.text, span)]
        if week := field.holders.get("week"):
            return self.weeks(field, week, [split_weeks(self.text, span) for span in spans], path)
        if len(spans) == 1 and (told := self.whole_line(field, spans[0], path)):
            return told
        if len(spans) == 1 and "minutes" in field.holders:
            spans = split_timed(self.text, spans[0])
        elif len(spans) == 1 and field.finds_person:
            spans = split_persons(self.text, spans[0], self.extraction.context.people)
        elif len(spans) == 1 and field.found_fields and field.found_fields[0].reader == "level":
            spans = split_levels(self.text, spans[0])
        for span in spans:
            self.stretch(field, span, (*path, len(records)), records)
        return records

    def whole_line(self, field: Binding, span: Span, path: Path) -> list[Any]:
        """Read the records that a line tells one by one, be it by their minutes or by the weeks from which they are."""
        stages = split_stages(field, self.text, span)
        return read_stages(self, field, stages, (*path, 0)) if stages else self.in_minutes(field, span, path)

    def parts_of_line(self, field: Binding, place: Place, path: Path) -> list[Any]:
        """Read the records that are parts of the line behind their name."""
        level = field.holders.get("level")
        if level and (told := rungs_within(self.text, place.value, self.extraction.context)):
            return self.rungs(field, level, told, path)
        if timed := self.in_minutes(field, place.value, path):
            return timed
        spans = values_at(self.text, place.piece, place.value, field.between)
        if level and field.column_shaped and (rungs := self.in_order_of_levels(field, level, spans, path)):
            return rungs
        return self.heads(field, spans, path)

    def numbered_rungs(self, field: Binding, items: list[Piece], path: Path) -> list[Any]:
        """Read a ladder whose rungs are items with the numbers of their levels: `L1 lists them`, `1: lists them`."""
        level, rungs = field.holders.get("level") if field.column_shaped else None, list[Rung]()
        for item in items if level else ():
            told = rungs_by_number(self.text, item.text, self.extraction.context, len(rungs))
            if not told:
                return []
            rungs += told
        return self.rungs(field, level, rungs, path) if level else []

    def in_order_of_levels(self, field: Binding, level: Binding, spans: list[Span], path: Path) -> list[Any]:
        """Read a ladder whose rungs are as many as there are levels and bear no names: `knows it → explains it → …`."""
        ladder, title = LADDERS[self.extraction.context.edition], field.title_field
        if len(spans) != len(ladder):
            return []
        first = [self.text[slice(*span)].split(maxsplit=1)[:1] for span in spans]
        named = [WORDS.get(word[0].casefold().strip("*_:"), "") if word else "" for word in first]
        fits = all(not name or name == rung for name, rung in zip(named, ladder, strict=False))
        if title is None or all(named) or not fits:
            return []
        rungs = [Rung(rung, span, span) for span, rung in zip(spans, ladder, strict=True)]
        return self.rungs(field, level, rungs, path)

    def shares(self, field: Binding, span: Span | None, path: Path) -> list[Any]:
        """Read the records that sentences tell as shares: `40% was tactical, 30% strategic. By March I'd like …`."""
        kind = field.title_field
        percents = [bound for bound in field.fields.values() if bound.reader == "percent"]
        if not kind or not kind.words or not percents or not span:
            return []
        rows: dict[Any, dict[str, Any]] = {}
        for told in shares_in(self.text, span, kind.words):
            bound = percents[-1] if told.is_to_be else percents[0]
            for share in told.of:
                at = (*path, list(rows).index(share.kind) if share.kind in rows else len(rows))
                row = rows.setdefault(share.kind, {})
                self.extraction.values.setdefault(at, share.named)
                self.extraction.values.setdefault((*at, kind.name), share.named)
                if bound.name not in row:
                    self.extraction.values[(*at, bound.name)] = share.said
                    row |= {kind.name: share.kind, bound.name: share.percent}
        return [field.in_order(row) for row in rows.values()]

    def in_minutes(self, field: Binding, span: Span, path: Path) -> list[Any]:
        """Read the records that are told with their minutes alone: `Wins 5, decisions 10, next reps 5`."""
        minutes, title = field.only_minutes, field.title_field
        if not title or not minutes:
            return []
        if told := told_in_minutes(self.text, span):
            return self.each(path, [(Said(title, item), Said(minutes, length)) for item, length in told])
        said = told_in_words(self.text, span)
        lengths = ((Said(title, item), *([Said(minutes, at, number)] if number else [])) for item, at, number in said)
        return self.each(path, [*lengths])

    def stretch(self, field: Binding, span: Span, path: Path, records: list[Any]) -> None:
        """Read the record that is the text at `span`, and add it to the `records`."""
        self.extraction.values[path] = span
        said = len(self.extraction.settled)
        record = self.with_head(field, NOWHERE, span, path)
        if record or len(self.extraction.settled) > said:
            records.append(record)

    def days(self, field: Binding, date: Binding, days: list[Span], path: Path) -> list[Any]:
        """Read the records of which nothing is told but their days: `Checkpoints: 2026-11-16, 2026-12-07`."""
        records = self.each(path, [(Said(date, span),) for span in days])
        if field.title_field:
            self.extraction.settled.update((*path, number, field.title_field.name) for number in range(len(days)))
        return records

    def weeks(self, field: Binding, week: Binding, lines: list[list[Span]], path: Path) -> list[Any]:
        """Read the records that are told by their weeks; of several on one line the week is enough.

        The number alone is a week where one with the word stands in front of it.
        """
        records: list[Any] = []
        for line in lines:
            for span in line:
                at = (*path, len(records))
                if field.title_field and (several := _IN_WEEKS.fullmatch(self.text, *span)):
                    what = Said(field.title_field, several.span("what"))
                    for number in _NUMBER.finditer(self.text, *several.span("weeks")):
                        self.add(records, path, what, Said(week, number.span()), at=span)
                elif self.text[slice(*span)].isdecimal() and span != line[0]:
                    self.add(records, path, Said(week, span))
                else:
                    self.stretch(field, span, at, records)
                if len(line) > 1 and field.title_field:
                    self.extraction.settled.add((*at, field.title_field.name))
        title = field.title_field
        if title and len(lines) > 1 and not any(title.name in record for record in records):  # `W1<br>W4<br>W8`
            self.extraction.settled.update((*path, number, title.name) for number in range(len(records)))
        return records
