"""The records that are rows of a table."""

from __future__ import annotations

from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import MISSING
from pmcoach_lint.binding.records.apart import Apart
from pmcoach_lint.binding.records.going_on import go_on
from pmcoach_lint.binding.records.no_records import is_remark, without_gaps, without_total
from pmcoach_lint.binding.records.record import RecordReader
from pmcoach_lint.binding.records.turned import read_by_days, read_turned, turned_rows
from pmcoach_lint.binding.tables.columns import OF_TIME, days_above, names_records
from pmcoach_lint.binding.tables.headers import TIME_TOLD
from pmcoach_lint.binding.tables.layout import DAY_OR_WEEK, Layout, Rung
from pmcoach_lint.binding.tables.offences import missing_columns, ragged_row, unread_columns
from pmcoach_lint.binding.tables.plan import Ladder
from pmcoach_lint.readers.bloom import WORDS
from pmcoach_lint.readers.breaks import says_break
from pmcoach_lint.readers.registry import Unreadable, said_by
from pmcoach_lint.readers.several import split_sentences, split_values
from pmcoach_lint.readers.text import is_nothing, is_placeholder, plain_at
from pmcoach_lint.readers.timed import lengths_of_clock
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import MAX_COLUMNS, Table
from pmcoach_lint.syntax.yaml_marks import Path

_TIMES = frozenset({"date", "week", "weeks"})
_WORD = regex(r"[^\W\d_]+")
_BEHIND_WORD = regex(r"[*_]*[^\W\d_]+(?:\s[^\W\d_]+)?[*_]*(?:[:.;]|\s[–—-])[*_]*\s+(?P<rest>\S+\s\S[\s\S]*)")
"""What says more behind a word or two: `Gap: says yes to everyone`."""


class TableReader(RecordReader):
    """Reads tables of records for an extraction."""

    def tables(self, field: Binding, tables: list[Table], path: Path, earlier: list[Any] | None = None) -> list[Any]:
        """Read the records that are the rows of `tables`, in addition to those `earlier`."""
        rows: list[Any] = earlier or []
        if field.column_lists and len(tables) > 1:  # what names records comes before what tells more of them
            tables = sorted(tables, key=lambda table: not names_records(field, table.titles))
        for table in tables:
            layout = Layout(field, table, self.extraction.context)
            if not self.otherwise(layout, path, rows):
                self.usual(layout, path, rows)
        if field.only_minutes:
            lengths_of_clock(rows, field.only_minutes.name)
        return rows

    def otherwise(self, layout: Layout, path: Path, rows: list[Any]) -> bool:
        """Read a table whose rows are no records, in addition to `rows`, and tell whether it is one."""
        field, table = layout.field, layout.table
        if rows and field.column_lists and Apart(self.extraction, field, rows, path).has_ladders(table):
            return True
        if layout.is_named:
            return False
        if turned := turned_rows(field, table):
            rows += read_turned(self, field, table, turned, path, len(rows))
        elif days := days_above(field, table.titles):
            rows += read_by_days(self, field, table, days, path)
        return bool(turned or days)

    def usual(self, layout: Layout, path: Path, rows: list[Any]) -> None:
        """Read the records that are the rows of a table, in addition to `rows`."""
        extraction, field = self.extraction, layout.field
        extraction.offences += layout.offences
        if not layout.held or layout.table.too_wide:
            extraction.settled.add(path)
        first = len(rows)
        spans = without_gaps(layout.table, without_total(self.text, field, layout.table.row_spans))
        if first and go_on(self, layout, spans, rows, path):
            return
        for span, record in zip(spans, layout.at_a_glance(), strict=False):
            if record and is_break(field, record):
                continue
            at = (*path, len(rows))
            is_new = at not in extraction.values
            extraction.values[at] = span
            if record and is_new:
                extraction.late[at] = layout
                rows.append(record)
            else:
                rows += self.closely(layout, span, at)
        if field.title_field and field.title_field.instead:
            self.called(layout, rows, first, path)
        for column, bound in layout.headed:
            self.headed(bound, layout, layout.table.header[column], rows, first, path)
        self.behind_words(layout, rows, first, path)
        self.lacking(layout, rows, first, path)

    def is_off(self, layout: Layout, record: dict[str, Any], cells: list[Span]) -> bool:
        """Whether the `cells` of a `record` tell with a dash that nothing is done at its time: `| 4 Jan | – | |`."""
        title = layout.field.title_field
        if is_break(layout.field, record):
            return True
        if not title or not title.may_be_none or record.keys() - _TIMES:
            return False
        column = next((held.column for held in layout.held if held.use.name == title.name), MAX_COLUMNS)
        said = [plain_at(self.text, cell) for cell in cells[column : column + 1]]
        return any(said) and all(map(is_nothing, said))

    def headed(self, bound: Binding, layout: Layout, header: Span, rows: list[Any], first: int, path: Path) -> None:
        """Tell the records from the `first` on the time that a `header` tells for all of them."""
        if told := TIME_TOLD.search(self.text, *header):
            for at, record in enumerate(rows[first:], first):
                self.put(record, bound, told.span("when"), (*path, at))
                rows[at] = layout.field.in_order(record)

    def behind_words(self, layout: Layout, rows: list[Any], first: int, path: Path) -> None:
        """Put in what stands behind a word in a column of the records from the `first` on: `Gap: says yes to all`."""
        extraction, columns = self.extraction, {held.use.name: held.column for held in layout.held}
        for other, bound in layout.field.behind_words.items():
            for number, record in enumerate(rows[first:], first) if other in columns else ():
                if record.get(other) != bound.name or bound.name in record:
                    continue
                at, cells = (*path, number), layout.table.split(extraction.values[*path, number])
                behind = _BEHIND_WORD.fullmatch(self.text, *cells[columns[other]])
                if behind and extraction.late.pop(at, None):
                    layout.place(at, extraction.values, extraction.keys)
                if behind:
                    self.put(record, bound, behind.span("rest"), at)
                    rows[number] = layout.field.in_order(record)

    def lacking(self, layout: Layout, rows: list[Any], first: int, path: Path) -> None:
        """Report the columns that the table of the records from the `first` on lacks."""
        field = layout.field
        held = {each.use.name for each in layout.held} | {ladder.field.name for ladder, rungs in layout.rungs if rungs}
        if field.others and field.others.name in held:  # a row may wait for its figures; with no days, it has none
            free = [bound.name for bound in field.fields.values() if bound.reader in OF_TIME and layout.has_no_time]
            free += [bound.name for bound in field.fields.values() if bound.is_title]
            self.extraction.settled.update((*path, at, name) for at in range(first, len(rows)) for name in free)
            held.update(free)
        missing = frozenset(name for name in field.required.difference(held) if "all" not in field.fields[name].mark)
        if missing:  # a value may stand in the record's own text in its stead, or another make up for it
            missing = frozenset(name for name in missing.difference(*rows[first:]) if not field.excuses(name, held))
        if missing and not layout.table.too_wide:
            self.extraction.offences += missing_columns(field, layout.table, missing, layout.used)
            self.extraction.settled.update((*path, at, name) for at in range(first, len(rows)) for name in missing)
        elif unread := unread_columns(field, layout.table, layout.used):
            self.extraction.offences.append(unread.offence)
            self.extraction.settled.update((*path, at, unread.lacking) for at in range(first, len(rows)))

    def called(self, layout: Layout, rows: list[Any], first: int, path: Path) -> None:
        """Call the records in rows of a table by what stands in their stead where they have no text of their own.

        So it is where the table has no column for that, or where an id stands alone in it.
        """
        title, extraction = layout.field.title_field, self.extraction
        column = next((held for held in layout.held if held.field is title), None)
        if title is None or (column and not column.is_head):
            return
        for number, record in enumerate(rows[first:], first):
            at = (*path, number)
            if title.name in record or title.instead not in record or (*at, title.name) in extraction.settled:
                continue
            if extraction.late.pop(at, None):
                layout.place(at, extraction.values, extraction.keys)
            if layout.field.fields[title.instead].is_prose:
                self.part(layout.field, title, record, at)
            else:
                record[title.name] = record[title.instead]
                extraction.values[(*at, title.name)] = extraction.values[(*at, title.instead)]
            rows[number] = layout.field.in_order(record)

    def part(self, field: Binding, title: Binding, record: dict[str, Any], path: Path) -> None:
        """Call a record by the first sentence of what stands in its title's stead, and leave there what follows."""
        at = (*path, title.instead)
        span = self.extraction.values.pop(at)
        first, *others = split_sentences(self.text, span)
        end = first[1] - (bool(others) and self.text.endswith(".", *first))
        self.put(record, title, (first[0], end), path)
        del record[title.instead]
        if others:
            self.put(record, field.fields[title.instead], (others[0][0], span[1]), path)

    def closely(self, layout: Layout, row: Span, path: Path) -> list[dict[str, Any]]:
        """Read one row of a table, whatever is in it: its record, and none where nothing is in it."""
        extraction, width = self.extraction, len(layout.table.header)
        cells = layout.table.split(row)
        if is_remark(self.text, cells):
            return []
        before = len(extraction.offences)
        record = self.row(layout, cells, path)
        if len(cells) != width:
            extraction.offences[before:] = [ragged_row(cells, row, width)]
            extraction.settled.add(path)
        is_row = record or any(start < end for start, end in cells)
        return [record] if is_row and not self.is_off(layout, record, cells) else []

    def row(self, layout: Layout, cells: list[Span], path: Path) -> dict[str, Any]:
        """Read the cells of one row, with their places."""
        keys = self.extraction.keys
        header, width = layout.table.header, len(cells)
        record: dict[str, Any] = {}
        is_called = layout.time is not None and self.calls_row(layout.time, cells[0])
        for index, use, bound, _, is_head in layout.held:
            if index < width:
                at = (*path, use.name)
                keys[at] = header[index]
                if is_head:
                    self.head(layout.field, cells[index], record, path, labels=False)
                elif use.name in record and bound.kind == "list":
                    self.go_on_with(record[use.name], bound, cells[index], at)
                elif index or not is_called:
                    self.put(record, bound, cells[index], path, use)
        for ladder, rungs in layout.rungs:
            at = (*path, ladder.field.name)
            found = self.columns(ladder, header, cells, rungs, at)
            if found or (rungs and ladder.field is layout.field.levels_seen):  # none seen yet: it waits for its day
                record[ladder.field.name] = found
        if layout.field.levels_seen and "week" in record:
            self.by_week(layout, cells, record, path)
        if is_called:
            self.call(layout.field, cells[0], record, path)
        self.settle(layout.field, path)
        return record if layout.is_ordered else layout.field.in_order(record)

    def go_on_with(self, values: list[Any], field: Binding, cell: Span, path: Path) -> None:
        """Add what a cell tells to the `values` of a list, of which another column has told the first: `Signal 2`."""
        for span in split_values(self.text, cell, field.between):
            value = self.extraction.value(field, span, (*path, len(values)))
            values += [] if value is MISSING else [value]
            self.extraction.values[path] = (self.extraction.values[path][0], span[1])

    def calls_row(self, time: Binding, cell: Span) -> bool:
        """Whether a cell in the column of weeks or days tells in words what its row is: `Baseline`, `Target`."""
        said = plain_at(self.text, cell)
        is_name = said[:1].isalpha() and not DAY_OR_WEEK.search(said)
        return is_name and not said_by(time.reader, said, self.extraction.context)

    def call(self, field: Binding, cell: Span, record: dict[str, Any], path: Path) -> None:
        """Call a record by the `cell` that tells what it is in the stead of a week or day, of which it has none."""
        times = (bound.name for bound in field.fields.values() if bound.reader in OF_TIME)
        self.extraction.settled.update((*path, name) for name in times)
        if field.title_field and field.title_field.name not in record:
            self.put(record, field.title_field, cell, path)

    def settle(self, field: Binding, path: Path) -> None:
        """Settle what a record need not tell, had it told what nobody could read: that has been said."""
        settled = self.extraction.settled
        for name, instead in field.excused.items():
            if any((*path, other) in settled for one in instead for other in one):
                settled.add((*path, name))

    def by_week(self, layout: Layout, cells: list[Span], record: dict[str, Any], path: Path) -> None:
        """Call a session by its week, with what is said of it in brackets, where nothing else says what it is."""
        for index, use, bound, _, is_head in layout.held:
            is_bare = str(record.get(use.name, "("))[0] == "("
            if is_head and index < len(cells) and is_bare and not layout.field.excuses(use.name, record):
                self.put(record, bound, cells[index], path, use)

    def is_remark(self, title: Binding, span: Span) -> bool:
        """Whether a cell among those with a level each tells something else, which is nothing like a level."""
        try:
            self.extraction.parse(title, plain_at(self.text, span), None)
        except Unreadable as problem:
            words = _WORD.findall(self.text[slice(*span)].casefold())
            return problem.instead is None and WORDS.keys().isdisjoint(words)
        return False

    def columns(
        self, ladder: Ladder, header: list[Span], cells: list[Span], rungs: list[Rung], path: Path
    ) -> list[Any]:
        """Read the records that are columns: the header is read by the field that is found, the cell is the text."""
        values, title = self.extraction.values, ladder.title
        is_any = "others" in ladder.field.shapes  # what nothing has to tell is not still to fill in
        records: list[Any] = []
        for index, key in rungs:
            if index < len(cells) and not (is_any and is_placeholder(plain_at(self.text, cells[index]))):
                at = (*path, len(records))
                record: dict[str, Any] = {ladder.found: key}
                values[at] = span = cells[index]
                values[(*at, ladder.found)] = header[index]
                if title.is_text or not self.is_remark(title, span):
                    self.put(record, title, span, at)
                if title.name in record or title.name not in ladder.field.required:
                    records.append(record)
        if records:
            values[path] = (cells[0][0], cells[-1][1])
        return records


def is_break(field: Binding, record: dict[str, Any]) -> bool:
    """Whether a row of a plan by weeks has no week, and says that there is a break: `| – | 21 Dec | Pause |`."""
    title = field.title_field.name if field.week and field.title_field else ""
    return record.keys() == {title} and says_break(str(record[title]))
