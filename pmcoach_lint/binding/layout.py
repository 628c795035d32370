"""How the rows of one table are read: what each of its columns holds, worked out once for all rows."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pmcoach_lint.binding.glance import Glance, glance_for
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.readers import Context, Unreadable, read_value
from pmcoach_lint.binding.tables import Columns
from pmcoach_lint.binding.values import plain
from pmcoach_lint.syntax.source import Offence, Span
from pmcoach_lint.syntax.tables import Table

Rung = tuple[int, Span, Any]
"""A column that is a record, such as a rung of a ladder: its index, its header, and what the header says."""


Held = tuple[int, Use, Binding, tuple[str], Glance | None, bool]
"""A column that holds a field. No named tuple: those take twice as long to take apart, which each row does."""


class Layout:
    """The columns of one table.

    `uses` are the columns that hold fields, in the schema's order, each with what it holds, the end of its values'
    paths, how it is read at a glance, whether it is the text of the record, and the span of its header. That text is
    taken apart only where values that may stand in it have no column of their own. `rungs` are the columns that are
    records, for each list of such records. `is_ordered` says that the values of a row come in the schema's order.
    """

    __slots__ = ("field", "is_ordered", "offences", "rungs", "uses")

    def __init__(self, text: str, field: Binding, columns: Columns, table: Table, context: Context) -> None:
        self.field = field
        self.uses = [(*held, table.header[held[0]]) for held in _in_order(field, tuple(columns))]
        self.offences: list[Offence] = []
        used = {index for index, _ in columns}
        spare = [(index, header) for index, header in enumerate(table.header) if index not in used]
        self.rungs = [(bound, self._rungs(text, bound, spare, context)) for bound in field.column_lists]
        self.is_ordered = not self.rungs and not any(use[5] for use in self.uses)

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


@lru_cache(maxsize=1024)
def _in_order(field: Binding, columns: tuple[tuple[int, Use], ...]) -> list[Held]:
    """The `columns` in the order of the schema: the same for all tables like it, so worked out once."""
    order = list(field.fields)
    named = {use.name for _, use in columns}
    apart = not all(bound.name in named for bound in field.found_fields)
    return [
        (index, use, bound, (use.name,), glance_for(bound, use), apart and bound.is_title)
        for index, use in sorted(columns, key=lambda column: order.index(column[1].name))
        for bound in (field.fields[use.name],)
    ]
