"""A blank document of any type, derived from its schema: headings, labels, table headers, and what belongs where.

What is to be filled in stands in square brackets, so that the linter counts it; what belongs there stands in a comment
above, which no reader of the site sees.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.doctypes import DocType
from pmcoach_lint.generate.markdown import TBD, heading, label, table_of
from pmcoach_lint.readers.bloom import DEFAULT_EDITION, LADDERS

Row = dict[str, Any]
"""A record as a new document holds it."""


def scaffold(doctype: DocType, known: Mapping[str, str] | None = None) -> str:
    """The Markdown of a blank document of `doctype`, ending with a line break.

    Args:
        doctype: The type.
        known: Values of the front matter that are known already, as they are written there.
    """
    binding = doctype.binding
    lines = ["---", *_front_matter(binding, known or {}), "---", "", f"# {doctype.title}", ""]
    for field in binding.opening.fields.values():
        if not field.frontmatter_key and field.mark.get("scaffold", True):
            lines += label(field.written_name, _blank(field))
    for name, field in binding.fields.items():
        if field.kind == "records" and not field.names:
            lines += [*_comment(field), *_records(field, 2)]
        if not field.frontmatter_key and field.is_section and field.mark.get("scaffold", True):
            lines += _part(doctype, name)
    return "\n".join(lines).rstrip() + "\n"


def scaffold_part(doctype: DocType, name: str) -> str:
    """The Markdown of the blank part `name` of a document of `doctype`, ending with a line break."""
    return "\n".join(_part(doctype, name)).rstrip() + "\n"


def _part(doctype: DocType, name: str) -> list[str]:
    """The lines of a blank part."""
    field = doctype.binding.fields[name]
    return [*heading(2, doctype.binding.heading_of(name)), *_comment(field), *_content(field, 3)]


def _front_matter(binding: Binding, known: Mapping[str, str]) -> Iterator[str]:
    """The lines of the front matter, each with a word on what belongs there."""
    for field in binding.fields.values():
        if not field.frontmatter_key:
            continue
        schema = field.schema
        value = schema.get("const", schema.get("default", _first_status(schema) if field.name == "status" else TBD))
        hint = _hint(schema)
        value = known.get(field.name, value)
        if not field.mark.get("scaffold", True):
            yield f"# {field.frontmatter_key}:{hint}"
        elif field.kind == "list":
            yield f"{field.frontmatter_key}:{hint}"
            yield f"  - {value}"
        else:
            yield f"{field.frontmatter_key}: {value}{hint}"


def _first_status(schema: Row) -> str:
    """The status in which a document begins: a draft, unless its type knows none."""
    choices = schema.get("enum", ["draft"])
    return "draft" if "draft" in choices else str(choices[0])


def _hint(schema: Row) -> str:
    """The comment behind a value of the front matter: what belongs there, or what there is to choose from."""
    choices = ", ".join(map(str, schema.get("enum", ())))
    hint = schema.get("description", f"One of: {choices}." if choices else "")
    return f"  # {hint}" if hint else ""


def _content(field: Binding, level: int) -> list[str]:
    """The lines below the heading of `field`."""
    if field.kind == "object":
        return _members(field, level, {})
    if field.kind == "records":
        return _records(field, level)
    return [*_lines(field), ""]


def _lines(field: Binding) -> list[str]:
    """The lines of a value, or of a list of values, in a new document."""
    if field.kind != "list":
        return [_blank(field)]
    return [f"- {text}" for text in field.schema.get("default", [_blank(field)])]


def _members(binding: Binding, level: int, row: Row) -> list[str]:
    """The fields of an object or record: labelled values first, then what has a heading of its own.

    `row` is what a new document says of the record already.
    """
    shown = [field for field in binding.fields.values() if field.mark.get("scaffold", True) and field.mark]
    labelled = [field for field in shown if _is_labelled(field, binding)]
    unlabelled = all("free" in field.mark and not field.is_prose for field in labelled)
    lines = _free(binding) if labelled and unlabelled else []
    for field in labelled if not unlabelled else ():
        lines += label(field.written_name, _blank(field, row))
    for field in shown:
        if field.is_section:
            lines += [*heading(level, field.written_name), *_comment(field)]
            lines += _content(field, level + 1)
        elif field.kind == "records":
            lines += [f"**{field.written_name}:**", ""] if field.names else []
            lines += _rungs(field) if field in binding.column_lists else _records(field, level)
    return lines


def _rungs(field: Binding) -> list[str]:
    """A list with an item for each level of the ladder, where a table would have a column for each."""
    title = field.title_field
    return [*(f"- {level}: {_blank(title)}" for level in LADDERS[DEFAULT_EDITION] if title), ""]


def _is_labelled(field: Binding, holder: Binding) -> bool:
    """Whether a field of an object or record is written behind a label, and not in the text of its record."""
    in_text = field.is_title or (field.is_found and holder.kind == "records")
    return not field.is_section and field.kind != "records" and not in_text


def _free(binding: Binding) -> list[str]:
    """What stands in a part without a label: items, the first of them and the rest; or a text of its own."""
    first, rest = (binding.free_fields.get(which) for which in ("first", "rest"))
    lines = [f"- {_blank(first)}"] if first else []
    if rest:
        lines += [line if line.startswith("- ") or not first else f"- {line}" for line in _lines(rest)]
    return [*lines, ""] if lines else []


def _records(field: Binding, level: int) -> list[str]:
    """The records of a new document, or a blank one, in the shape in which the schema writes it first."""
    rows: list[Row] = field.schema.get("default", [{}] * max(1, field.schema.get("minItems", 1)))
    shape = field.shapes[0]
    if shape == "table":
        return _table(field, rows)
    title = field.title_field
    names = [_blank(title, row) if title else "" for row in rows]
    if shape != "sections":
        box = "[ ] " if "check" in field.holders else ""
        return [*(f"- {box}{name}" for name in names), ""]
    nouns = field.mark.get("nouns") or [field.title]
    lines: list[str] = []
    for number, (name, row) in enumerate(zip(names, rows, strict=True), 1):
        head = f"{nouns[0]} {number}: {name}"
        if field.day:
            head = " — ".join([*(_blank(found, row) for found in field.found_fields), name])
        lines += heading(level, head)
        lines += _members(field, level + 1, row)
    return lines


def _table(field: Binding, rows: list[Row]) -> list[str]:
    """A table with the rows of a new document."""
    headers: list[str] = []
    cells: list[list[str]] = [[] for _ in rows]
    for column in field.fields.values():
        if not column.mark.get("scaffold", True):
            continue
        names = LADDERS[DEFAULT_EDITION] if column in field.column_lists else (column.written_name,)
        headers += names
        for row, texts in zip(rows, cells, strict=True):
            texts.extend([f"[{name}]" for name in names] if len(names) > 1 else [_blank(column, row)])
    return table_of(headers, cells)


def _blank(field: Binding, row: Row | None = None) -> str:
    """What stands where the value of `field` is to be written: what its `row` or its schema gives, else its name.

    Where there are values to choose from, they stand there in the place of the name.
    """
    given = (row or {}).get(field.name, field.schema.get("default"))
    if isinstance(given, str):
        return given
    choices: list[Any] = field.schema.get("enum", []) if not field.reader else []
    return f"[{' / '.join(map(str, choices)) or field.written_name}]"


def _comment(field: Binding) -> list[str]:
    """What belongs under a heading, for the writer only."""
    hint = field.schema.get("description")
    return [f"<!-- {hint} -->", ""] if hint else []
