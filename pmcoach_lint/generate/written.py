"""A document written from its data, in the form in which a new document of its type begins.

Where something is required and not there, it stands to be filled in; what is optional and not there is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.checks.words import binding_at, value_at
from pmcoach_lint.doctypes import DocType
from pmcoach_lint.document import Document
from pmcoach_lint.generate.markdown import TBD, cell, heading, items, label, one_line, table_of
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.lines import line_begin, next_line, with_line_feeds
from pmcoach_lint.syntax.source import replaced
from pmcoach_lint.syntax.yaml_marks import Path

_PLAIN = regex(r"(?!(?:true|false|yes|no|on|off|null)$)[^\W\d_](?:[\w .,/()’–—-]*[\w.)])?|\d{4}-\d{2}-\d{2}|\d{1,9}")


def as_written(document: Document, path: Path = ()) -> Any:
    """The data at `path` with every single value as the text that stands in the document."""
    value = value_at(document, path) if path else document.data
    if isinstance(value, dict) and not (path and _is_single(document, path)):
        return {name: as_written(document, (*path, name)) for name in value}
    if isinstance(value, list):
        return [as_written(document, (*path, index)) for index in range(len(value))]
    if isinstance(value, str) or path not in document.values:
        return value
    return document.text[slice(*document.values[path])]


def _is_single(document: Document, path: Path) -> bool:
    """Whether the mapping at `path` is one value that was read, such as a run of weeks, and no object with fields."""
    binding = binding_at(document, path)
    return binding is not None and binding.kind not in ("object", "records")


def front_matter(doctype: DocType, data: Mapping[str, Any]) -> list[str]:
    """The lines of the front matter, with its fences."""
    lines = ["---"]
    for name, field in doctype.binding.fields.items():
        value = data.get(name)
        if not field.frontmatter_key or (value in (None, "", []) and name not in doctype.binding.required):
            continue
        if isinstance(value, list):
            lines += [f"{field.frontmatter_key}:", *(f"  - {scalar(str(each))}" for each in value)]
        else:
            lines.append(f"{field.frontmatter_key}: {scalar(str(value)) if value not in (None, '') else TBD}")
    return [*lines, "---"]


def scalar(value: str) -> str:
    """A text as a value of the front matter, in quotation marks where it would be read otherwise."""
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def part_text(doctype: DocType, name: str, data: Any) -> str:
    """The Markdown of the part `name`, ending with a line break."""
    binding = doctype.binding
    lines = [*heading(2, binding.heading_of(name)), *_content(binding.fields[name], 3, data)]
    return "\n".join(lines).rstrip() + "\n"


def _content(field: Binding, level: int, value: Any) -> list[str]:
    """The lines below the heading of `field`."""
    if field.kind == "object":
        return _members(field, level, value or {})
    if field.kind == "records":
        return _records(field, level, value or [])
    if field.kind == "list":
        return items(value or [_blank(field)])
    return [str(value or _blank(field)), ""]


def _members(binding: Binding, level: int, data: Mapping[str, Any]) -> list[str]:
    """The fields of an object or record: labelled values first, then what has a heading of its own."""
    lines: list[str] = []
    title = binding.title_field
    wanted = [
        (name, field)
        for name, field in binding.fields.items()
        if data.get(name) not in (None, "")
        or name in binding.required
        or (not data and field.is_section and field.mark.get("scaffold", True))
    ]
    for name, field in wanted:
        if not field.is_section and field.kind != "records" and field is not title and name != "id":
            value = data.get(name)
            if isinstance(value, list) and any(";" in str(each) for each in value):  # which would part it in a line
                lines += [f"**{field.written_name}:**", "", *items(value)]
                continue
            lines += label(field.written_name, _text(field, data.get(name)))
    for name, field in wanted:
        if field.is_section:
            lines += heading(level, field.written_name)
            lines += _content(field, level + 1, data.get(name))
        elif field.kind == "records":
            lines += _records(field, level, data.get(name) or [])
    return lines


def _records(field: Binding, level: int, rows: list[Mapping[str, Any]]) -> list[str]:
    """The records of a list, in the shape in which the schema writes it first; a blank one where one is required."""
    rows = rows or [{}] * field.schema.get("minItems", 0)
    if field.shapes[0] == "table":
        return _table(field, rows)
    title = field.title_field
    if field.shapes[0] == "items" and title and all(set(row) <= {title.name} for row in rows):
        box = "[ ] " if "check" in field.holders else ""
        return [*(f"- {box}{_text(title, row.get(title.name))}" for row in rows), ""]
    lines: list[str] = []
    for row in rows:
        name = _text(title, row.get(title.name)) if title else ""
        lead = f"{row['id']}: " if row.get("id") else ""
        lines += heading(level, f"{lead}{name}")
        lines += _members(field, level + 1, row)
    return lines


def _table(field: Binding, rows: list[Mapping[str, Any]]) -> list[str]:
    """A table with the columns that are required or that some row has something for; of a blank one, all of them."""
    is_blank = not any(value not in (None, "", []) for row in rows for value in row.values())
    columns = [
        column
        for name, column in field.fields.items()
        if column.kind != "records"
        and (name in field.required or any(row.get(name) not in (None, "", []) for row in rows) or is_blank)
        and (not is_blank or column.mark.get("scaffold", True))
    ]
    blank = {column.name: _blank(column) if is_blank or column.name in field.required else "" for column in columns}
    cells = ([cell(row.get(name)) or blank[name] for name in blank] for row in rows)
    return table_of([column.written_name for column in columns], cells)


def _text(field: Binding, value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(one_line, value))
    return one_line(value) if value not in (None, "") else _blank(field)


def _blank(field: Binding) -> str:
    return f"[{field.written_name}]"


def section_of(document: Document, name: str) -> str | None:
    """The text of the part `name` as it stands, from its heading to the next one that is as high; None without one."""
    key = document.keys.get((name,))
    heads = list(_headings(document))
    place = next((at for at, (start, stop, _) in enumerate(heads) if key and start <= key[0] < stop), None)
    if place is None:
        return None
    begin, _, level = heads[place]
    end = next((start for start, _, other in heads[place + 1 :] if other <= level), len(document.text))
    return with_line_feeds(document.text[begin:end]).rstrip() + "\n"


def _headings(document: Document) -> Iterator[tuple[int, int, int]]:
    """The headings: where their lines begin and end, and how deep they are."""
    for piece in document.pieces:
        if piece.level:
            start, stop = document.source.line_span(piece.text[0])
            yield start, stop, piece.level


def without(document: Document, rows: Iterable[Path]) -> str:
    """The text of a document without some rows of its tables, by their paths."""
    text = document.text
    spans = (document.values[path] for path in rows)
    return replaced(text, [((line_begin(text, start), next_line(text, end)), "") for start, end in spans])
