"""Tables that are no records: the names of their columns or rows say which fields of an object they tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import Place, Region, stretch
from pmcoach_lint.binding.rest import Rest
from pmcoach_lint.binding.tables.lists import list_held
from pmcoach_lint.binding.tables.named import (
    LabelRow,
    label_rows,
    lists_side_by_side,
    only_row,
    own_column,
    side_by_side,
)
from pmcoach_lint.names import name_key, name_keys
from pmcoach_lint.readers.several import split_values
from pmcoach_lint.readers.text import is_nothing, plain_at
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_THEN = " → "
_DETAILS = {"detail", "details", "description", "value", "what"}
"""The headers of a column that says more of the one thing that the header before it names."""


_NAME_AND_VALUE = 2

NOT_ONE = {"", "no", "yes", "none", "n a", "skill", "unclear"}
"""What a cell says that stands among texts and is none: `No` and `Skill` in the column of constraints."""


class FieldTable:
    """Reads a `table` that tells fields of an object."""

    def __init__(self, rest: Rest, table: Table) -> None:
        self.rest = rest
        self.table = table
        self.column, self.named = self.names()

    def names(self) -> tuple[int, list[tuple[Use, ...]]]:
        """The column whose cells name fields, the first or else the second one, and what each of its cells stands for.

        So `When | What | Length` tells in its second column which meeting each row is about.
        """
        for column in range(1 + (len(self.table.header) > _NAME_AND_VALUE)):
            named = [self.uses(row[column]) if column < len(row) else () for row in self.table.rows]
            if any(named):
                return column, named
        return 0, []

    @property
    def tells_values(self) -> bool:
        """Whether a row tells a single value; what is called as a list is of its kind: `Risk`, `Question`."""
        return any(self.rest.binding.fields[use.name].kind == "value" for uses in self.named for use in uses)

    def uses(self, cell: Span) -> tuple[Use, ...]:
        """What a cell stands for as the name of a field."""
        return self.rest.binding.uses_of(plain_at(self.rest.text, cell)) if cell[0] < cell[1] else ()

    def read(self) -> bool:
        """Read the table where its columns or rows have such names, and tell whether all of it has been read."""
        if any(self.named):
            if len(self.table.header) > 2:
                self.rows()
            return False
        return self.details() or self.columns() or self.texts() or self.conditions()

    def open_fields(self, cell: Span) -> list[Use]:
        """The fields that a cell names and that nothing has told yet."""
        return [use for use in self.uses(cell) if use.name not in self.rest.data]

    def told_by_clues(self, cell: Span) -> list[Use]:
        """The field that nothing has told yet and that the clues of a cell's words tell: `Strengths to use`."""
        binding = self.rest.binding
        said = binding.clues and not self.uses(cell) and name_key(plain_at(self.rest.text, cell))
        name = binding.told_by_clues(said) if said else None
        return [Use(name)] if name and name not in self.rest.data else []

    def rows(self) -> None:
        """Read a field from each row that is called by its name: `Review points | weeks 1, 4, 7 | 60 min`.

        What a row of a text says in other columns is told by their headers: `Coaching 1:1 | Monday | 45 min`. Where one
        bears the name of the object itself, the others are of what it is compared with: `| | Current | Proposed |`.
        """
        own = own_column(self.table, self.column, self.rest.binding)
        for uses, cells in zip(self.named, self.table.rows, strict=True):
            filled = [at for at, cell in enumerate(cells) if at != self.column and cell[0] < cell[1]]
            filled = filled if own is None else [at for at in filled if at == own]
            for use in [use for use in uses if use.name not in self.rest.data][:1] if filled else ():
                kind = self.rest.binding.fields[use.name].kind
                if kind == "object":
                    continue
                self.put(use, cells[filled[0]], cells[self.column])
                for column in filled[1:] if kind == "value" and len(cells) == len(self.table.header) else ():
                    for other in self.open_fields(self.table.header[column])[:1]:
                        self.put(other, cells[column], self.table.header[column])

    def put(self, use: Use, cell: Span, name: Span) -> None:
        """Read the field that `use` stands for in a `cell`; `name` is where it is called so."""
        self.rest.extraction.keys[self.rest.at(use.name)] = name
        self.rest.put(self.rest.binding.fields[use.name], stretch(cell, use))

    def details(self) -> bool:
        """Read a list of texts whose only entry is told in rows: `Stretch assignment | Detail`. Tell whether it is."""
        header, text = self.table.header, self.rest.text
        if len(header) != 2 or name_key(self.table.titles[1]) not in _DETAILS:
            return False
        use = next((use for use in self.open_fields(header[0]) if self.is_texts(use)), None)
        rows = [[plain_at(text, cell) for cell in cells] for cells in self.table.rows if len(cells) == 2]
        told = [row[1] if not number else ": ".join(row) for number, row in enumerate(rows) if not is_nothing(row[1])]
        if use is None or not told:
            return False
        self.tell(use.name, ["; ".join(told)])
        return True

    def texts(self) -> bool:
        """Read texts that are columns, with a row for each thing that they speak of: `| | If addressed | If ignored |`.

        Tell whether there are several.
        """
        named = [
            (column, use)
            for column, header in enumerate(self.table.header)
            for use in self.open_fields(header)[: bool(column)]
            if self.rest.binding.fields[use.name].kind == "value" and self.rest.binding.fields[use.name].is_text
        ]
        for column, use in named if len(named) > 1 and self.table.row_spans else ():
            rows = [(cells[0], cells[column]) for cells in self.table.rows if column < len(cells)]
            said = [[plain_at(self.rest.text, cell) for cell in cells] for cells in rows]
            told = [": ".join(filter(None, cells)) for cells in said if not is_nothing(cells[1])]
            self.tell(use.name, "\n".join(told), column)
        return len(named) > 1

    def tell(self, name: str, value: Any, column: int = 0) -> None:
        """Put in what all rows of the table tell of what its `column` is called by."""
        at = self.rest.at(name)
        self.rest.extraction.keys[at] = self.table.header[column]
        span = (self.table.row_spans[0][0], self.table.row_spans[-1][1])
        self.rest.tell(name, value, span)
        if isinstance(value, list):
            self.rest.extraction.values[(*at, 0)] = span

    def columns(self) -> bool:
        """Read lists of texts that are columns: `Situation | Prompt`. Tell whether there is one.

        A cell that begins with the name of another list is an entry of that, told by the first cell of its row: a
        prompt `Directive: the coach decides` makes of its situation an exception.
        """
        lists: dict[str, list[Span]] = {}
        for column, header in enumerate(self.table.header):
            for use in self.open_fields(header) or self.told_by_clues(header):
                if use.part or not self.is_texts(use) or (use.name in lists and not self.uses(header)):
                    continue
                self.rest.extraction.keys[self.rest.at(use.name)] = header
                for cells in self.table.rows:
                    if column < len(cells) and name_key(plain_at(self.rest.text, cells[column])) not in NOT_ONE:
                        other = self.another(cells[column], use)
                        lists.setdefault(other or use.name, []).append(cells[0] if other and column else cells[column])
        for name, spans in lists.items():
            self.rest.tell_list(self.rest.binding.fields[name], spans, self.table.span)
        return bool(lists)

    def is_texts(self, use: Use) -> bool:
        """Whether a name stands for a list of texts."""
        field = self.rest.binding.fields[use.name]
        return field.kind == "list" and field.is_text

    def another(self, cell: Span, use: Use) -> str:
        """The other list of texts that a cell begins with the name of; empty for none."""
        name, colon, _ = plain_at(self.rest.text, cell).partition(": ")
        others = self.rest.binding.uses_of(name) if colon else ()
        return next((other.name for other in others if other.name != use.name and self.is_texts(other)), "")

    def conditions(self) -> bool:
        """Read a text that is told in cases, one to a row: `If this happens | Then`. Tell whether it is one."""
        header, text = self.table.header, self.rest.text
        is_one = len(header) > 1 and not any(map(self.uses, header[1:]))  # else it is a row of fields
        uses = [use for use in self.open_fields(header[0]) if not use.part] if is_one else []
        field = self.rest.binding.fields[uses[0].name] if uses else None
        if field is None or field.kind != "value" or not field.is_text or not self.table.row_spans:
            return False
        rows = [[plain_at(text, cell) for cell in cells] for cells in self.table.rows]
        cases = [_THEN.join(cell for cell in cells if not is_nothing(cell)) for cells in rows]
        self.tell(field.name, "\n".join(filter(None, cases)))
        return True


def read_label_tables(rest: Rest) -> None:
    """Read the tables that tell fields of the object."""
    binding, keys = rest.binding, rest.extraction.keys
    if binding.fields.keys() <= rest.data.keys():
        return  # all has been told
    for table in rest.tables.values():
        is_held = list_held(binding, table.titles) and not tells_fields(rest, table)
        if is_held or (rest.path and _lists(rest, table)):
            continue
        row = [*only_row(table, binding)]
        if not row and rest.path and FieldTable(rest, table).read():
            continue
        for use, rows in _by_field(rest, row or label_rows(rest.text, table, binding)):
            field = binding.fields[use.name]
            keys[rest.at(use.name)] = rows[0].name
            if len(rows) > 1 and field.kind in ("list", "records"):
                spans = [row.cell for row in rows if row.cell[0] < row.cell[1]]
                _tell(rest, field, spans, (rows[0].cell[0], rows[-1].cell[1]))
            else:
                rest.put(field, stretch(rows[0].cell, use))
        if rest.path:
            _objects(rest, table)


def tells_fields(rest: Rest, table: Table) -> bool:
    """Whether the rows of a table are fields, and no records: `Coaching 1:1 | Tuesdays | 45 min` below `When`.

    A column bears the name of one of them as well.
    """
    uses = (use for title in table.titles for use in rest.binding.uses_of(title)) if rest.path else ()
    above = {use.name for use in uses if rest.binding.fields[use.name].kind == "value"}
    return bool(above) and any(use.name in above for uses in FieldTable(rest, table).named for use in uses)


def above_row_tables(
    extraction: Extraction, binding: Holder, region: Region, places: dict[str, Place], path: Path
) -> dict[str, int]:
    """The places of texts, each with the piece that names it, below which a table tells a field in each row.

    So `Cadence` may stand above what a table tells of it: `Coaching 1:1 | Tuesdays | 45 min`.
    """
    found: dict[str, int] = {}
    for name, place in places.items():
        field = binding.fields[name]
        only = place.region.inside if place.is_bare and field.kind == "value" and not field.is_prose else []
        table = only[0].table if len(only) == 1 else None
        if table and place.piece and len(table.header) > _NAME_AND_VALUE:
            rest = Rest(extraction, binding, region, [], {}, path)
            if FieldTable(rest, table).tells_values:
                extraction.keys[(*path, name)] = place.piece.name or place.piece.text
                found[name] = place.at
    return found


def _by_field(rest: Rest, rows: Iterable[LabelRow]) -> Iterator[tuple[Use, list[LabelRow]]]:
    """The rows of each field that nothing has told yet: `Constraint 1`, `Constraint 2`.

    Of several rows of one value that comes first which bears the first of its names.
    """
    told: dict[Use, list[LabelRow]] = {}
    for row in rows:
        told.setdefault(row.use, []).append(row)
    fields = rest.binding.fields
    for use, same in told.items():
        if len(same) > 1 and fields[use.name].kind == "value":
            same.sort(key=lambda row, field=fields[use.name]: _rank(rest.text, field, row))  # type: ignore[misc]
    return ((use, same) for use, same in told.items() if use.name not in rest.data)


def _rank(text: str, field: Binding, row: LabelRow) -> int:
    """Where among the names of a value the name of a row stands: of several rows that with the first one counts."""
    said = plain_at(text, row.name)
    keys = (*name_keys(said), name_key(said.partition(",")[0]))
    return next((at for at, column in enumerate(field.names) if column.key in keys), len(field.names))


def _lists(rest: Rest, table: Table) -> bool:
    """Read the lists that are the columns of a table: `| Risks | Open questions |`; tell whether all of them are."""
    columns = [*lists_side_by_side(table, rest.binding)]
    for use, cells, key in columns:
        if use.name in rest.data:
            continue
        field = rest.binding.fields[use.name]
        spans = [span for cell in cells for span in split_values(rest.text, cell, field.between)]
        rest.extraction.keys[rest.at(use.name)] = key
        _tell(rest, field, spans, table.span)
    return bool(columns)


def _tell(rest: Rest, field: Binding, spans: list[Span], span: Span) -> None:
    """Read a list, which stands at `span`, of which each of the `spans` tells an entry."""
    rest.extraction.values[rest.at(field.name)] = span
    if field.kind != "records":
        rest.tell_list(field, spans, span)
    elif rows := rest.extraction.records.heads(field, spans, rest.at(field.name)):
        rest.data[field.name] = rows


def _objects(rest: Rest, table: Table) -> None:
    """Read the objects that a table sets side by side."""
    said, keys, values = set(rest.data), rest.extraction.keys, rest.extraction.values
    for holder, head, use, key, cell in side_by_side(rest.text, table, rest.binding):
        if holder in said:
            continue
        at, field = rest.at(holder), rest.binding.fields[holder].fields[use.name]
        keys[at], keys[(*at, use.name)], values[at] = head, key, table.span
        rest.extraction.put(rest.data.setdefault(holder, {}), field, stretch(cell, use), at)
