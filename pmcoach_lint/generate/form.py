"""How a part of a document is written, in the shape in which its schema has it first: from data, or to be filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.doctypes import DocType
from pmcoach_lint.generate.markdown import cell, heading, items, label, one_line, table_of
from pmcoach_lint.readers.bloom import DEFAULT_EDITION, LADDERS

Row = Mapping[str, Any]
"""A record, or an object, as it is to be written."""

_UNTOLD: tuple[object, ...] = (None, "", [])
_RUNGS = LADDERS[DEFAULT_EDITION]


@dataclass(frozen=True)
class Form:
    """A document that `is_new` has all that its schema has a place for, with a comment on what belongs there.

    Any other has what its data tell; what is required and not told stands to be filled in.
    """

    is_new: bool = False

    def part(self, doctype: DocType, name: str, value: Any = None) -> list[str]:
        """The lines of the part `name`."""
        field = doctype.binding.fields[name]
        return [*heading(2, doctype.binding.heading_of(name)), *self.hint(field), *self._content(field, 3, value)]

    def hint(self, field: Binding) -> list[str]:
        """What belongs under a heading, for the writer only."""
        hint = field.schema.get("description") if self.is_new else None
        return [f"<!-- {hint} -->", ""] if hint else []

    def labelled(self, field: Binding, value: Any = None) -> list[str]:
        """A value behind its label; of several that could not be told apart on one line, each is an item."""
        if isinstance(value, list) and any(";" in str(each) for each in value):
            return [f"**{field.written_name}:**", "", *items(value)]
        return label(field.written_name, self._text(field, value))

    def records(self, field: Binding, level: int, rows: Sequence[Row] = ()) -> list[str]:
        """The records of a list; without any, as many as there have to be."""
        least = field.schema.get("minItems", 0)
        rows = rows or (field.schema.get("default", [{}] * max(1, least)) if self.is_new else [{}] * least)
        title = field.title_field
        names = [self._text(title, row.get(title.name)) if title else "" for row in rows]
        if field.shapes[0] == "table":
            return self._table(field, rows)
        if field.shapes[0] != "sections" and (self.is_new or (title and all(set(row) <= {title.name} for row in rows))):
            box = "[ ] " if "check" in field.holders else ""
            return [*(f"- {box}{name}" for name in names), ""]
        lines: list[str] = []
        for number, (name, row) in enumerate(zip(names, rows, strict=True), 1):
            lines += heading(level, self._heading(field, row, name, number))
            lines += self._members(field, level + 1, row)
        return lines

    def _heading(self, field: Binding, row: Row, name: str, number: int) -> str:
        """The heading of a record: behind its id; of one that is to be filled in, behind its number or its day."""
        if not self.is_new:
            return f"{row['id']}: {name}" if row.get("id") else name
        if field.day:
            return " — ".join([*(self._text(found, row.get(found.name)) for found in field.found_fields), name])
        return f"{(field.mark.get('nouns') or [field.title])[0]} {number}: {name}"

    def _content(self, field: Binding, level: int, value: Any) -> list[str]:
        """The lines below the heading of `field`."""
        if field.kind == "object":
            return self._members(field, level, value or {})
        if field.kind == "records":
            return self.records(field, level, value or ())
        if field.kind == "list":
            return items(value or self._begun(field))
        return [str(value or self._blank(field)), ""]

    def _members(self, binding: Binding, level: int, row: Row) -> list[str]:
        """The fields of an object or record: labelled values first, then what has a heading of its own."""
        shown = [field for field in binding.fields.values() if self._is_shown(field, binding, row)]
        labelled = [field for field in shown if self._is_labelled(field, binding)]
        if self.is_new and labelled and all("free" in field.mark and not field.is_prose for field in labelled):
            lines = self._free(binding)
        else:
            lines = [line for field in labelled for line in self.labelled(field, row.get(field.name))]
        for field in shown:
            if field.is_section:
                lines += [*heading(level, field.written_name), *self.hint(field)]
                lines += self._content(field, level + 1, row.get(field.name))
            elif field.kind == "records":
                lines += [f"**{field.written_name}:**", ""] if self.is_new and field.names else []
                is_ladder = self.is_new and field in binding.column_lists
                lines += self._ladder(field) if is_ladder else self.records(field, level, row.get(field.name) or ())
        return lines

    def _is_shown(self, field: Binding, holder: Binding, row: Row) -> bool:
        """Whether a field of an object or record is written."""
        is_usual = field.mark.get("scaffold", True)
        if self.is_new:
            return bool(is_usual and field.mark)
        is_told = row.get(field.name) not in (None, "")
        return is_told or field.name in holder.required or (not row and field.is_section and is_usual)

    def _is_labelled(self, field: Binding, holder: Binding) -> bool:
        """Whether a field is written behind a label, and not in the text of its record."""
        in_text = self.is_new and field.is_found and holder.kind == "records"
        return not (field.is_section or field.kind == "records" or field.is_title or field.name == "id" or in_text)

    def _free(self, binding: Binding) -> list[str]:
        """What stands in a part without a label: items, the first of them and the rest; or a text of its own."""
        first, rest = (binding.free_fields.get(which) for which in ("first", "rest"))
        texts = [self._blank(first)] if first else []
        texts += self._begun(rest) if rest else []
        is_list = first or (rest and rest.kind == "list")
        return items(texts) if is_list else [*texts, ""] if texts else []

    def _ladder(self, field: Binding) -> list[str]:
        """A list with an item for each level of the ladder, where a table would have a column for each."""
        title = field.title_field
        return items(f"{level}: {self._blank(title)}" for level in _RUNGS if title)

    def _table(self, field: Binding, rows: Sequence[Row]) -> list[str]:
        """A table: with all columns if it is to be filled in, else with those that some row tells or all have to."""
        told = {name for row in rows for name, value in row.items() if value not in _UNTOLD}
        is_blank = self.is_new or not told
        header: list[str] = []
        body: list[list[str]] = [[] for _ in rows]
        for name, column in field.fields.items():
            is_ladder = self.is_new and column in field.column_lists
            is_shown = column.mark.get("scaffold", True) if is_blank else name in told | field.required
            if not is_shown or (column.kind == "records" and not is_ladder):
                continue
            header += _RUNGS if is_ladder else (column.written_name,)
            blank = self._blank(column) if is_blank or name in field.required else ""
            for row, cells in zip(rows, body, strict=True):
                cells.extend([f"[{rung}]" for rung in _RUNGS] if is_ladder else [cell(row.get(name)) or blank])
        return table_of(header, body)

    def _text(self, field: Binding, value: Any) -> str:
        """A value on one line, or what stands where it is to be written."""
        if isinstance(value, list):
            return "; ".join(map(one_line, value))
        return one_line(value) if value not in (None, "") else self._blank(field)

    def _begun(self, field: Binding) -> list[str]:
        """What stands in a list that has nothing in it yet."""
        given = field.schema.get("default") if self.is_new else None
        return given if isinstance(given, list) else [self._blank(field)]

    def _blank(self, field: Binding) -> str:
        """What stands where a value is to be written: its name; in a new document what its schema gives, or choices."""
        if not self.is_new:
            return f"[{field.written_name}]"
        given = field.schema.get("default")
        choices = field.schema.get("enum", []) if not field.reader else []
        return given if isinstance(given, str) else f"[{' / '.join(map(str, choices)) or field.written_name}]"
