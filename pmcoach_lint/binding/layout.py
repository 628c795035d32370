"""How the rows of one table are read: what each of its columns holds, worked out once for all rows."""

from __future__ import annotations

from typing import Any

from pmcoach_lint.binding.glance import glance_for
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.readers import Context, Unreadable, read_value
from pmcoach_lint.binding.tables import Columns
from pmcoach_lint.binding.values import plain
from pmcoach_lint.syntax.source import Offence, Span
from pmcoach_lint.syntax.tables import Table

Rung = tuple[int, Span, Any]
"""A column that is a record, such as a rung of a ladder: its index, its header, and what the header says."""


class Layout:
    """The columns of one table.

    `uses` are the columns that hold fields, in the schema's order, each with what it holds, the span of its header,
    the end of its values' paths, how it is read at a glance, and whether it is the text of the record. That text is
    taken apart only where values that may stand in it have no column of their own. `rungs` are the columns that are
    records, for each list of such records. `is_ordered` says that the values of a row come in the schema's order.
    """

    __slots__ = ("field", "is_ordered", "offences", "rungs", "uses")

    def __init__(self, text: str, field: Binding, columns: Columns, table: Table, context: Context) -> None:
        self.field = field
        order = list(field.fields)
        named = {use.name for _, use in columns}
        apart = not all(bound.name in named for bound in field.found_fields)
        self.uses = [
            (index, use, bound, table.header[index], (use.name,), glance_for(bound, use), apart and bound.is_title)
            for index, use in sorted(columns, key=lambda column: order.index(column[1].name))
            for bound in (field.fields[use.name],)
        ]
        self.offences: list[Offence] = []
        used = {index for index, _ in columns}
        spare = [(index, header) for index, header in enumerate(table.header) if index not in used]
        self.rungs = [(bound, self._rungs(text, bound, spare, context)) for bound in field.column_lists]
        self.is_ordered = not self.rungs and not any(is_head for *_, is_head in self.uses)

    def _rungs(self, text: str, field: Binding, spare: list[tuple[int, Span]], context: Context) -> list[Rung]:
        """The columns whose header is the key of a record. One nearly so is an offence: `Analize` among the levels."""
        reader = field.found_fields[0].reader or ""
        rungs: list[Rung] = []
        problems: list[Offence] = []
        for index, header in spare:
            try:
                rungs.append((index, header, read_value(reader, plain(text[slice(*header)]), context)))
            except Unreadable as problem:
                if problem.instead:
                    problems.append(Offence(problem.rule, header, problem.message, problem.hint, problem.instead))
        self.offences += problems if len(problems) < len(spare) / 2 else []
        return rungs
