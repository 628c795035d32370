"""From pieces to data: each property of the schema is looked for where its binding says, and read.

Every value, and every place where one is missing, is kept with its span. What cannot be read becomes an offence at
its place and no value, so that nothing is guessed and nothing is reported twice.
"""

from __future__ import annotations

from typing import Any

from pmcoach_lint.binding.heads import Head, read_head
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.names import name_keys
from pmcoach_lint.binding.outline import Outline, Piece, Place, Region, Role, place_of
from pmcoach_lint.binding.readers import READERS, Context, Unreadable, read_choice
from pmcoach_lint.binding.tables import Columns, find_tables, label_rows, map_columns, report_table
from pmcoach_lint.binding.values import is_nothing, is_placeholder, plain, split_values, without_comments
from pmcoach_lint.syntax.source import Offence, Span
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path

NOWHERE = Region([], 0, 0)

MISSING: Any = object()
"""Stands for a value that is not there."""


class Extraction:
    """The data read out of one document, and where everything stands.

    `values` and `keys` are the spans of values and of the headings, labels or column headers that name them, by
    path. `settled` holds the paths about which an offence has said all there is to say.
    """

    def __init__(self, text: str, context: Context) -> None:
        self.text = text
        self.context = context
        self.outline = Outline(text)
        self.values: dict[Path, Span] = {}
        self.keys: dict[Path, Span] = {}
        self.settled: set[Path] = set()
        self.offences: list[Offence] = []

    # Objects: named places, then what stands without a name of its own

    def object(self, binding: Binding, region: Region, path: Path, *, top: bool = False) -> dict[str, Any]:
        """Read the fields of `binding` out of `region`."""
        places = self.places(binding, region, top=top)
        data: dict[str, Any] = {}
        for name, place in places.items():
            self.put(data, binding.fields[name], place, (*path, name))
        claimed = _claimed(region, places)
        self.unnamed(binding, region, claimed, data, path)
        return data

    def put(self, data: dict[str, Any], field: Binding, place: Place, path: Path) -> None:
        """Read `field` at `place` and put it into `data`, if anything is there."""
        if place.piece and place.piece.name:
            self.keys[path] = place.piece.name
        value = self.read(field, place, path)
        if value is not MISSING:
            data[field.name] = value

    def places(self, binding: Binding, region: Region, *, top: bool = False) -> dict[str, Place]:
        """The places in `region` that are named after fields of `binding`; of several the one that stands highest."""
        found: dict[str, list[tuple[int, int, Use]]] = {}
        by_key = binding.by_key
        for index in range(region.first, region.last):
            piece = region.pieces[index]
            if not piece.name:
                continue
            for use in next((by_key[key] for key in piece.keys if key in by_key), ()):
                found.setdefault(use.name, []).append((_rank(piece), index, use))
        if top and any(rank < _rank_of_labels for ranks in found.values() for rank, _, _ in ranks):
            found = {
                name: kept for name, ranks in found.items() if (kept := [r for r in ranks if r[0] < _rank_of_labels])
            }
        best = sorted(min(ranks, key=lambda rank: rank[:2])[1:] for ranks in found.values())
        chosen = {index for index, _ in best}
        return {
            use.name: place_of(region, index, chosen, _belongs(binding.fields[use.name]))._replace(use=use)
            for index, use in best
        }

    def unnamed(self, binding: Binding, region: Region, claimed: set[int], data: dict[str, Any], path: Path) -> None:
        """Read what stands in `region` without a name: tables by their columns, records, tables of labels."""
        free = [index for index in range(region.first, region.last) if index not in claimed]
        if not free:
            return
        pending = {name: field for name, field in binding.fields.items() if name not in data}
        records = {name: field for name, field in pending.items() if field.kind == "records"}
        for name, tables in find_tables(self.text, records, [region.pieces[index] for index in free]).items():
            if rows := self.tables(records[name], tables, (*path, name)):
                data[name] = rows
        for name, field in records.items():
            if name not in data and (not field.names or _spells_nouns(field)):
                rows = self.sections(field, region, free, (*path, name))
                if not rows and "self" in field.shapes:
                    rows = self.itself(field, region, (*path, name))
                if rows:
                    data[name] = rows
        for table in (region.pieces[index].table for index in free):
            for use, cell, key in label_rows(self.text, table, binding) if table else ():
                if use.name in pending and use.name not in data:
                    self.keys[(*path, use.name)] = key
                    self.put(data, pending[use.name], Place(None, cell, NOWHERE, use), (*path, use.name))

    # One field at its place

    def read(self, field: Binding, place: Place, path: Path) -> Any:
        """Read `field` at `place`, whatever kind it is of."""
        if field.kind == "object":
            if field.is_section and place.region.span is None and place.value[0] == place.value[1]:
                self.values[path] = place.piece.text if place.piece else place.value
                return MISSING
            return self.object(field, place.region, path)
        if field.kind == "records":
            return self.records(field, place, path)
        if field.kind == "list":
            return self.listed(field, place, path)
        use = place.use or Use(field.name)
        return self.value(field, self.whole(place), path, use)

    def whole(self, place: Place) -> Span:
        """The span of the text at `place`: on the line itself, with its continuation, or else below."""
        below = place.region.span
        if place.value[0] != place.value[1]:
            first = place.region.first
            pieces = place.region.pieces
            end = place.value[1]
            while first < place.region.last and place.piece and pieces[first].group == place.piece.group:
                end = pieces[first].end
                first += 1
            return (place.value[0], end)
        return below or place.value

    def value(self, field: Binding, span: Span, path: Path, use: Use | None = None) -> Any:
        """Read one value at `span` with the field's reader, or as text."""
        if "<!--" in self.text[slice(*span)]:
            span = without_comments(self.text, span)
        text = plain(self.text[slice(*span)])
        self.values[path] = span
        if is_nothing(text):
            return MISSING
        if is_placeholder(text):
            self.still_to_fill(field, span, path)
            return MISSING
        reader = (use and use.reader) or field.reader
        if not reader and not field.words:
            return text
        try:
            value = (
                READERS[reader](text, self.context) if reader else read_choice(text, field.words, field.title.lower())
            )
        except Unreadable as problem:
            self.settled.add(path)
            self.offences.append(Offence(problem.rule, span, problem.message, problem.hint, problem.instead))
            return MISSING
        return value[use.part] if use and use.part else value

    def still_to_fill(self, field: Binding, span: Span, path: Path) -> None:
        """Take note of a placeholder."""
        self.settled.add(path)
        message = f"{field.title}: “{self.text[slice(*span)]}” is still to fill in."
        self.offences.append(Offence("still-to-fill", span, message, field.schema.get("description")))

    def listed(self, field: Binding, place: Place, path: Path) -> Any:
        """Read a list of values: on the line, and one for each item, row or line below."""
        spans = self.several(place.value) if place.value[0] != place.value[1] else []
        pieces = place.region.pieces[place.region.first : place.region.last]
        items = [piece for piece in pieces if piece.role in (Role.ITEM, Role.TABLE)]
        for piece in items or [piece for piece in pieces if piece.role in (Role.LINE, Role.LABEL)]:
            spans += _rows(piece.table) if piece.table else [piece.text]
        self.values[path] = (spans[0][0], spans[-1][1]) if spans else self.whole(place)
        values: list[Any] = []
        for span in spans:
            value = self.value(field, span, (*path, len(values)))
            if value is not MISSING:
                values.append(value)
        if not values:
            if any((*path, index) in self.settled for index in range(1)):
                self.settled.add(path)
            return MISSING
        return values

    def several(self, span: Span, between: tuple[str, ...] = ()) -> list[Span]:
        """The spans of the values at `span`."""
        return split_values(self.text, span, between)

    # Records, in each of their shapes

    def records(self, field: Binding, place: Place, path: Path) -> Any:
        """Read a list of records at a place that is named after it; the first shape present wins."""
        region = place.region
        self.values[path] = region.span or place.value
        if place.value[0] != place.value[1]:
            between = tuple(field.mark.get("between", ()))
            return self.heads(field, self.several(place.value, between), path) or MISSING
        pieces = region.pieces[region.first : region.last]
        for shape in field.shapes:
            rows: list[Any] = []
            if shape == "table":
                rows = self.tables(field, [piece.table for piece in pieces if piece.table], path)
            elif shape == "sections":
                rows = self.sections(field, region, list(range(region.first, region.last)), path)
            elif shape == "items":
                rows = self.items(field, [piece for piece in pieces if piece.role is Role.ITEM], path)
            elif shape == "self":
                rows = self.itself(field, region, path)
            if rows:
                return rows
        lines = [piece.text for piece in pieces if piece.role in (Role.LINE, Role.LABEL)]
        return self.heads(field, lines, path) or MISSING

    def tables(self, field: Binding, tables: list[Table], path: Path) -> list[Any]:
        """Read the records that are the rows of `tables`."""
        rows: list[Any] = []
        for table in tables:
            columns = map_columns(self.text, field, table)
            self.offences += report_table(self.text, field, table, columns)
            if not columns:
                self.settled.add(path)
            missing = [name for name in field.required if name not in {use.name for _, use in columns}]
            for cells, span in zip(table.rows, table.row_spans, strict=False):
                at = (*path, len(rows))
                self.values[at] = span
                before = len(self.offences)
                record = self.row(field, cells, columns, table, at)
                if len(cells) != len(table.header):
                    del self.offences[before:]
                    self.settled.add(at)
                self.settled.update((*at, name) for name in missing)
                if record or at in self.settled or not all(a == b for a, b in cells):
                    rows.append(record)
        return rows

    def row(self, field: Binding, cells: list[Span], columns: Columns, table: Table, path: Path) -> dict[str, Any]:
        """Read one row of a table."""
        record: dict[str, Any] = {}
        ladder = next((bound for bound in field.fields.values() if "columns" in bound.shapes), None)
        if ladder and ladder.kind == "records":
            rungs = self.columns(ladder, cells, columns, table, (*path, ladder.name))
            if rungs:
                record[ladder.name] = rungs
        for index, use in columns:
            if index >= len(cells):
                continue
            bound, at = field.fields[use.name], (*path, use.name)
            self.keys.setdefault(at, table.header[index])
            if bound.is_title:
                self.head(field, read_head(self.text, field, cells[index], self.context, labels=False), record, path)
            elif bound.kind == "value":
                value = self.value(bound, cells[index], at, use)
                if value is not MISSING:
                    record[bound.name] = value
            else:
                self.put(record, bound, Place(None, cells[index], NOWHERE, use), at)
        return record

    def columns(self, field: Binding, cells: list[Span], columns: Columns, table: Table, path: Path) -> list[Any]:
        """Read the records that are columns: the header is read by the field that is found, the cell is the text."""
        found, title = field.found_fields[0], field.title_field
        used = {index for index, _ in columns}
        records: list[Any] = []
        for index, header in enumerate(table.header):
            if index in used or index >= len(cells) or not found.reader or not title:
                continue
            try:
                key = READERS[found.reader](plain(self.text[slice(*header)]), self.context)
            except Unreadable:
                continue
            at = (*path, len(records))
            text = self.value(title, cells[index], (*at, title.name))
            self.values[at] = cells[index]
            self.values[(*at, found.name)] = header
            records.append({found.name: key} if text is MISSING else {found.name: key, title.name: text})
        if records:
            self.values[path] = (cells[0][0], cells[-1][1])
        return records

    def sections(self, field: Binding, region: Region, free: list[int], path: Path) -> list[Any]:
        """Read the records that have a heading or a bold label each, out of the pieces at `free`."""
        heads = _record_heads(field, region, free, self.text)
        chosen = set(heads)
        records = []
        for index in heads:
            place = place_of(region, index, chosen, _belongs(field))
            piece = region.pieces[index]
            at = (*path, len(records))
            self.keys[at] = piece.text
            self.values[at] = (piece.text[0], place.region.span[1] if place.region.span else piece.text[1])
            record = self.object(field, place.region, at)
            self.head(field, read_head(self.text, field, piece.text, self.context), record, at)
            records.append(record)
        return records

    def itself(self, field: Binding, region: Region, path: Path) -> list[Any]:
        """Read the region itself as the only record."""
        at = (*path, 0)
        if not self.places(field, region):
            return []
        if region.span:
            self.values[at] = region.span
        record = self.object(field, region, at)
        return [record] if record else []

    def items(self, field: Binding, items: list[Piece], path: Path) -> list[Any]:
        """Read the records that are list items."""
        records: list[Any] = []
        for item in items:
            at = (*path, len(records))
            self.values[at] = (item.text[0], item.end)
            inside = Region(item.pieces, 0, len(item.pieces))
            record = self.object(field, inside, at) if item.pieces else {}
            self.head(field, read_head(self.text, field, item.text, self.context), record, at)
            if record or any(known[: len(at)] == at for known in self.settled):
                records.append(record)
        return records

    def heads(self, field: Binding, spans: list[Span], path: Path) -> list[Any]:
        """Read the records that are a stretch of text each."""
        records: list[Any] = []
        for span in spans:
            at = (*path, len(records))
            self.values[at] = span
            record: dict[str, Any] = {}
            self.head(field, read_head(self.text, field, span, self.context), record, at)
            if record or any(known[: len(at)] == at for known in self.settled):
                records.append(record)
        return records

    def head(self, field: Binding, head: Head, record: dict[str, Any], path: Path) -> None:
        """Put what a record's own text says into `record`, where nothing else has said it."""
        self.offences += head.offences
        for name, (value, span) in head.found.items():
            if name not in record:
                record[name] = value
                self.values[(*path, name)] = span
        for name, (use, span) in head.labelled.items():
            if name not in record:
                self.put(record, field.fields[name], Place(None, span, NOWHERE, use), (*path, name))
        title = field.title_field
        if title and title.name not in record and head.title is not None:
            value = self.value(title, head.title, (*path, title.name))
            if value is not MISSING:
                record[title.name] = value


_rank_of_labels = 7


def _rank(piece: Piece) -> int:
    """How high a piece stands: headings by their level, then bold labels, then other lines and items."""
    if piece.role is Role.HEADING:
        return piece.level
    return _rank_of_labels if piece.role is Role.LABEL else _rank_of_labels + 1


def _belongs(field: Binding) -> Any:
    """Tell whether a key names something inside `field`."""
    by_key = field.by_key
    return lambda key: key in by_key


def _spells_nouns(field: Binding) -> bool:
    return bool(field.nouns)


def _claimed(region: Region, places: dict[str, Place]) -> set[int]:
    """The indexes of the pieces that belong to `places`."""
    claimed: set[int] = set()
    for place in places.values():
        if place.region.pieces is region.pieces:
            claimed.update(range(place.region.first - 1, place.region.last))
        elif place.piece:
            claimed.add(region.pieces.index(place.piece, region.first))
    return claimed


def _rows(table: Table) -> list[Span]:
    """The spans of a table's rows, for a list that is written as one."""
    return [cells[0] for cells in table.rows if cells]


def _record_heads(field: Binding, region: Region, free: list[int], text: str) -> list[int]:
    """The indexes of the pieces that head a record each: those with the record's noun or an id, else all headings."""
    spoken = []
    headings = []
    for index in free:
        piece = region.pieces[index]
        if piece.role not in (Role.HEADING, Role.LABEL, Role.ITEM):
            continue
        named = any(key in field.by_key for key in name_keys(text[slice(*piece.name)])) if piece.name else False
        if (field.nouns and field.nouns.match(text, piece.text[0], piece.text[1])) or _begins_with_id(text, piece):
            spoken.append(index)
        elif piece.role is Role.HEADING and not named:
            headings.append(index)
    if spoken:
        highest = min(_rank(region.pieces[index]) for index in spoken)
        return [index for index in spoken if _rank(region.pieces[index]) == highest]
    if headings:
        highest = min(region.pieces[index].level for index in headings)
        return [index for index in headings if region.pieces[index].level == highest]
    return []


def _begins_with_id(text: str, piece: Piece) -> bool:
    """Whether a heading or bold label begins with an id such as `B1`."""
    from pmcoach_lint.binding.heads import LEADING_ID  # noqa: PLC0415

    return piece.role is not Role.ITEM and bool(LEADING_ID.match(text, piece.text[0], piece.text[1]))
