"""From pieces to data: each property of the schema is looked for where its binding says, and read.

Every value, and every place where one is missing, is kept with its span. What cannot be read becomes an offence at
its place and no value, so that nothing is guessed and nothing is reported twice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from typing import Any

from pmcoach_lint.binding.at_place import PlaceReader
from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.named.hits import find_hits
from pmcoach_lint.binding.named.placing import Repeated, claimed_by, find_places, find_repeated
from pmcoach_lint.binding.named.records_alone import parts_of_all
from pmcoach_lint.binding.outline import MISSING, NOWHERE, Place, Region, with_line
from pmcoach_lint.binding.outlining import Outline
from pmcoach_lint.binding.records.apart import without_ladder
from pmcoach_lint.binding.records.headed_below import is_of_others, within_parts
from pmcoach_lint.binding.records.kept import kept_elsewhere
from pmcoach_lint.binding.records.kinds_told import tell_kinds
from pmcoach_lint.binding.records.lengths import tell_length_in_name, tell_lengths
from pmcoach_lint.binding.records.lists import Records
from pmcoach_lint.binding.records.no_records import without_checklists
from pmcoach_lint.binding.records.other_side import tell_other_sides
from pmcoach_lint.binding.records.weekly import Weekly, told_once
from pmcoach_lint.binding.rest import Rest
from pmcoach_lint.binding.tables.fields import above_row_tables
from pmcoach_lint.binding.tables.layout import Layout
from pmcoach_lint.binding.targets import Targets, target
from pmcoach_lint.binding.unnamed.besides import opened_up, told_for_all, told_of_one, with_told_besides
from pmcoach_lint.binding.unnamed.elsewhere import read_elsewhere
from pmcoach_lint.binding.unnamed.for_all import tell_all_records, told_for_all_records
from pmcoach_lint.binding.unnamed.inner import opened, read_inner
from pmcoach_lint.binding.unnamed.reading import read_rest
from pmcoach_lint.binding.unnamed.told_levels import read_headed_levels
from pmcoach_lint.binding.whole import Whole
from pmcoach_lint.readers.registry import COMPLETED, Context
from pmcoach_lint.readers.text import without_indent
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path

_PAUSE = regex(
    r"\W*(?:vacation|(?:bank |public )?holidays?|(?:on )?leave|time off|off\b|sick|no session|nothing|break)\b",
    re.IGNORECASE,
    near="vacation holiday leave off sick session nothing break",
)
"""What a record is about that is about none of the others: a week off."""

Late = dict[Path, Layout]
"""The rows of tables whose values have been read and their places not, each with how it is read."""


class Extraction(PlaceReader):
    """The data read out of one document, and where everything stands.

    `values` and `keys` are the spans of values and of the headings, labels or column headers that name them, by
    path, but for those in the rows of tables that are read `late` (see `Places`). `settled` holds the paths about which
    an offence has said all there is to say, `introduced` the text that introduces a list, by the path of the object
    with the list. `numbers` are those of records whose place in their list is another, by path. `repeated` are the
    parts that are headed twice, `opening` is what stands above the first part.
    """

    def __init__(self, text: str, context: Context) -> None:
        super().__init__(text, context)
        self.outline = Outline(text)
        self.keys: dict[Path, Span] = {}
        self.late: Late = {}
        self.introduced: dict[Path, Span] = {}
        self.numbers: dict[Path, int] = {}
        self.repeated: list[Repeated] = []
        self.opening: Region = NOWHERE
        self.said_above: frozenset[str] = frozenset()

    @property
    def records(self) -> Records:
        """What reads lists of records. It is not kept: what holds each other is freed late, and a document with it."""
        return Records(self)

    def document(self, binding: Whole, region: Region) -> dict[str, Any]:
        """Read the parts of a whole document, and take note of what stands above the first one."""
        self.said_above = frozenset(binding.opening.by_key)
        binding = binding.parts
        hits = parts_of_all(region, find_hits(binding, region), binding.fields.values())
        if binding.is_log:
            hits = within_parts(region, hits)
        places = find_places(binding, region, hits, self.reads)
        if binding.is_log:
            places = {name: one for name, one in places.items() if not is_of_others(binding.fields[name], one.region)}
        self.repeated = find_repeated(hits, places)
        data = self.fields(binding, region, places, ())
        firsts = [place.at for place in places.values()]
        firsts += [self.first_of(name, region) for name in data if name not in places]
        self.opening = Region(region.pieces, region.first, min(firsts, default=region.last))
        read_elsewhere(self, binding, region, data)
        return data

    def first_of(self, name: str, region: Region) -> int:
        """Where a part without a heading of its own begins: the piece in which its first value stands."""
        begin = min(span[0] for path, span in self.values.items() if path[0] == name)
        return bisect_left(region.pieces, begin, region.first, region.last, key=lambda piece: piece.text[0])

    def known(self, field: Binding) -> Targets | None:
        """The records that `field` refers to, of those that have been read so far; None where there are none yet."""
        to = tuple(field.reference["to"]) if self.whole_of and field.reference else ()
        return Targets(*target(*self.whole_of, to)) if self.whole_of and to and to[0] in self.whole_of[1] else None

    def is_known(self, field: Binding, text: str) -> bool:
        """Whether a text names one of these records."""
        known = self.known(field)
        return bool(known and known.likely(text))

    def object(self, binding: Holder, region: Region, path: Path) -> dict[str, Any]:
        """Read the fields of `binding` out of `region`."""
        if weekly := binding.weekly:
            told, region = Weekly(self, binding, weekly), opened_up(binding, region)
            weeks, rest = told.read(region, (*path, weekly.name))
            if weeks:
                read = {weekly.name: weeks, **self.beside_weeks(told, weeks, rest, path)}
                return binding.in_order(read)
            return self.not_by_weeks(binding, region, path)
        if path and binding.column_lists:
            region, ladder = without_ladder(self, binding, region, path)
            if ladder:
                read = {**self.object(binding, region, path), **ladder}
                return binding.in_order(read)
        if path and binding.loose_objects:
            region, inner = read_inner(self, binding, region, path)
            if inner:
                return binding.in_order({**self.object(binding.without(inner), region, path), **inner})
        for_all = told_for_all_records(binding, region) if len(path) == 1 else {}
        region = opened(binding, region.without(for_all) if for_all else region)
        places = find_places(binding, region, find_hits(binding, region), self.reads)
        data = self.fields(binding, region, with_told_besides(self, binding, places, path), path)
        tell_all_records(self, for_all, data, path)
        return data

    def beside_weeks(self, told: Weekly, weeks: list[Any], rest: Region, path: Path) -> dict[str, Any]:
        """Read what an object tells beside its weeks: of all of them, or of other records whose timeline they are."""
        rest = without_checklists(rest, self.context)
        if told.has_others(rest):
            data = self.not_by_weeks(told.holder, rest, path)
            self.settle(told.told_in(weeks), data, path)
            return data
        told_of_one(told.holder, rest)
        return self.object(told_once(told.holder, told.field), rest, path)

    def not_by_weeks(self, binding: Holder, region: Region, path: Path) -> dict[str, Any]:
        """Read an object that might go from week to week, and has a record for each bet."""
        region, once = told_for_all(self, binding, region, path)
        data = self.object(binding.not_weekly.without(once), region, path)
        self.settle(once, data, path)
        return {**data, **once}

    def settle(self, told: Collection[str], data: dict[str, Any], path: Path) -> None:
        """Settle what is `told` for all records of the lists in the `data` of an object: they need not tell it."""
        for name, records in data.items() if told else ():
            for number in range(len(records)) if type(records) is list else ():
                self.settled.update((*path, name, number, one) for one in told if one not in records[number])

    def fields(self, binding: Holder, region: Region, places: dict[str, Place], path: Path) -> dict[str, Any]:
        """Read the fields at `places`, and then those that stand in `region` without a name of their own."""
        data: dict[str, Any] = {}
        if not path:
            self.whole_of = binding, data
        if binding.keeps_levels:
            places = kept_elsewhere(self, binding, binding.keeps_levels, places)
        heads = above_row_tables(self, binding, region, places, path) if path else {}
        places = {name: place for name, place in places.items() if name not in heads} if heads else places
        for name, place in places.items():
            self.put(data, binding.fields[name], place, path)
        claimed = claimed_by(places.values()).union(heads.values())
        free = sorted(set(region.indexes) - claimed)
        if free or binding.free_fields or binding.begun_fields:
            read_rest(Rest(self, binding, region, free, data, path))
        if len(path) == 1 and binding.lists:
            read_headed_levels(Rest(self, binding, region, free, data, path))
        if len(path) == 1 and binding.lists:
            tell_other_sides(self, binding, data, path)
            if binding.with_kinds:
                tell_kinds(self, binding, data, path)
        self.of_all(binding, data, path)
        return binding.in_order(data)

    def of_all(self, binding: Holder, data: dict[str, Any], path: Path) -> None:
        """Tell the records in the `data` of an object what holds for all of them, or settle that they need not."""
        for field in binding.about_all:
            self.about_all(field, data.get(field.name, []), (*path, field.name))
        for field in binding.with_said_of_all:
            from pmcoach_lint.binding.unnamed.of_all import tell_of_all  # noqa: PLC0415 - one type has such fields

            tell_of_all(self, field, data.get(field.name, []), (*path, field.name))
        for field in binding.told_once:
            if field.name in data:
                records = field.mark["once"]
                self.settled.update((*path, records, at, field.name) for at in range(len(data.get(records, []))))

    def put(self, data: dict[str, Any], field: Binding, place: Place, path: Path) -> None:
        """Read `field` at `place` and put it into `data`, which is at `path`, if anything is there."""
        at = (*path, field.name)
        if place.piece and place.piece.name:
            self.keys[at] = place.piece.name
        value = self.read(field, place, at)
        if value is not MISSING:
            data[field.name] = value

    # One field at its place

    def read(self, field: Binding, place: Place, path: Path) -> Any:
        """Read `field` at `place`, whatever kind it is of."""
        if field.kind == "object":
            region = with_line(place) if field.free_fields or field.change_uses else place.region
            self.values[path] = region.span or place.value
            return self.object(field, region, path) if region.span else MISSING
        if field.kind == "records":
            rows = self.records.read(field, place, path)
            if rows and field.only_minutes:
                tell_lengths(self, field, rows, path)
            elif rows and "minutes" in field.holders:
                tell_length_in_name(self, field, rows, path)
            if rows and (check := field.holders.get("check")):
                from pmcoach_lint.binding.records.legend import told_by_legend  # noqa: PLC0415 - few lists have ticks

                rows = told_by_legend(self, check.name, rows, place, path)
            return MISSING if rows is None else rows
        if field.kind == "list":
            return self.listed(field, place, path)
        in_name = None if field.is_text or not place.is_bare else self.in_name(place)  # what is below is a remark then
        span = self.spoken(field, place, in_name or self.whole(place, prose=field.is_prose))
        value = self.value(field, span, path, place.use)
        if (complete := COMPLETED.get(field.reader)) and type(value) is dict and path in self.keys:
            return complete(value, self.text[slice(*self.keys[path])])
        if type(value) is str and field.is_prose:
            first = self.in_name(place) if place.piece and place.piece.runs_in else None
            if first:  # `**Strength: A.** Confirmed in May.`
                self.values[path] = (first[0], self.values[path][1])
                return f"{self.text[slice(*first)]}. {without_indent(value)}"
            return without_indent(value)
        return value

    def about_all(self, field: Binding, rows: list[dict[str, Any]], path: Path) -> None:
        """Settle what records of a list are about where none of them says it: all are about everything."""
        for name in [each.name for each in field.all_or_one]:
            if not any(name in row for row in rows):
                self.settled.update((*path, number, name) for number in range(len(rows)))
            title = field.title_field.name if field.title_field else name
            told = [str(row.get(title, "")) for row in rows]
            if _PAUSE.search("\n".join(told)):  # one look at all of them, as hardly any list has such a record
                self.settled.update((*path, number, name) for number, one in enumerate(told) if _PAUSE.match(one))
