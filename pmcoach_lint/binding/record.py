"""One record: what its own text says, and the fields that stand somewhere for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.entries import read_head
from pmcoach_lint.binding.labels import split_label
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import MISSING, NOWHERE, Place, Region
from pmcoach_lint.binding.seen import is_blank, levels_told
from pmcoach_lint.readers.several import split_values
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction


class RecordReader:
    """Reads single records for an extraction, to which it adds where everything stands."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.text = extraction.text

    def with_head(self, field: Binding, below: Region, span: Span, path: Path) -> dict[str, Any]:
        """Read a record out of its own text at `span` and of what stands `below`."""
        record = self.extraction.object(field, below, path) if below.first < below.last else {}
        self.head(field, span, record, path)
        return {name: record[name] for name in field.fields if name in record}

    def head(self, field: Binding, span: Span, record: dict[str, Any], path: Path, *, labels: bool = True) -> None:
        """Put what a record's own text says into `record`, where nothing else has said it."""
        extraction = self.extraction
        if labels and field.levels_seen:
            span = self.levels(field, field.levels_seen, span, record, path)
        head = read_head(self.text, field, span, extraction.context, labels=labels, known=record)
        extraction.offences += head.offences
        if head.number and head.number - 1 != path[-1]:
            extraction.numbers[path] = head.number
        for name, (value, where) in head.found.items():
            if name not in record:
                record[name] = value
                extraction.values[(*path, name)] = where
        for name, (use, where) in head.labelled.items():
            if name not in record:
                self.put(record, field.fields[name], where, (*path, name), use)
            elif field.fields[name] is field.free_fields.get("rest") and type(record[name]) is list:
                self.put_before(record, field.fields[name], where, (*path, name))
        title = field.title_field
        if title and title.name not in record:
            where = head.title or (span[1], span[1])
            self.put(record, title, where, (*path, title.name))

    def put_before(self, record: dict[str, Any], field: Binding, span: Span, path: Path) -> None:
        """Put the values at `span` before those of the list that stand below: `- Framing: says who`, `  - says why`."""
        values = self.extraction.values
        below = [values[(*path, number)] for number in range(len(record[field.name]))]
        spans = split_values(self.text, span, field.between)
        record[field.name] = self.extraction.several(field, [*spans, *below], path, span)

    def levels(self, field: Binding, seen: Binding, span: Span, record: dict[str, Any], path: Path) -> Span:
        """Put the levels that the text at `span` tells of bets into `record`, and return what stands before them."""
        told = levels_told(self.text, span, self.extraction.context)
        if told is None or seen.title_field is None:
            return span
        rows: list[dict[str, Any]] = []
        for bet, level in told.levels:
            self.add(rows, (*path, seen.name), (seen.found_fields[0], bet), (seen.title_field, level))
        record[seen.name] = rows
        self.extraction.values[(*path, seen.name)] = (told.before[1], told.behind[0])
        label = split_label(self.text, told.behind)
        if label and not is_blank(self.text, label.value):
            for use in field.uses_of(self.text[slice(*label.name)]):
                self.put(record, field.fields[use.name], label.value, (*path, use.name), use)
        return told.before

    def add(self, records: list[dict[str, Any]], path: Path, *told: tuple[Binding | None, Span]) -> Path:
        """Add to the list at `path` a record of which each value stands at a span of its own; return its path."""
        at = (*path, len(records))
        self.extraction.values[at] = (min(span[0] for _, span in told), max(span[1] for _, span in told))
        records.append({})
        for field, span in told:
            if field:
                self.put(records[-1], field, span, (*at, field.name))
        return at

    def put(self, record: dict[str, Any], field: Binding, span: Span, path: Path, use: Use | None = None) -> None:
        """Read `field` in the text at `span`, which no name stands before, and put it into `record`."""
        if field.kind == "value":
            value = self.extraction.value(field, span, path, use)
            if value is not MISSING:
                record[field.name] = value
        elif field.kind == "list":
            value = self.extraction.several(field, split_values(self.text, span, field.between), path, span)
            if value is not MISSING:
                record[field.name] = value
        else:
            self.extraction.put(record, field, Place(None, span, NOWHERE, use), path)
