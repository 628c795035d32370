"""Tables that are no records: a label and a value in each row, or values, lists and objects side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import stretch
from pmcoach_lint.binding.rest import Rest
from pmcoach_lint.binding.tables.columns import list_held
from pmcoach_lint.binding.tables.fields import FieldTable
from pmcoach_lint.binding.tables.named import LabelRow, label_rows, lists_side_by_side, only_row, side_by_side
from pmcoach_lint.readers.several import split_values
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table


def read_label_tables(rest: Rest) -> None:
    """Read the tables that tell fields of the object."""
    binding, keys = rest.binding, rest.extraction.keys
    if binding.fields.keys() <= rest.data.keys():
        return  # all has been told
    for table in rest.tables.values():
        if list_held(binding, table.titles) or (rest.path and _lists(rest, table)):
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


def _by_field(rest: Rest, rows: Iterable[LabelRow]) -> Iterator[tuple[Use, list[LabelRow]]]:
    """The rows of each field that nothing has told yet: `Constraint 1`, `Constraint 2`."""
    told: dict[Use, list[LabelRow]] = {}
    for row in rows:
        told.setdefault(row.use, []).append(row)
    return ((use, rows) for use, rows in told.items() if use.name not in rest.data)


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
