"""A blank document of any type, derived from its schema: headings, labels, table headers, and what belongs where.

What is to be filled in stands in square brackets, so that the linter counts it; what belongs there stands in a comment
above, which no reader of the site sees.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pmcoach_lint.binding.bloom import DEFAULT_EDITION, LADDERS
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.doctypes import DocType

DEEPEST_HEADING = 6


def scaffold(doctype: DocType) -> str:
    """The Markdown of a blank document of `doctype`, ending with a line break."""
    binding = doctype.binding
    lines = ["---", *_front_matter(binding), "---", "", f"# {doctype.title}", ""]
    number = 0
    for name, field in binding.fields.items():
        if field.frontmatter_key or not field.is_section:
            continue
        number += name in binding.required
        lead = f"{number}) " if name in binding.required else ""
        lines += [f"## {lead}{field.written_name}", "", *_comment(field), *_content(field, 3)]
    return "\n".join(lines).rstrip() + "\n"


def _front_matter(binding: Binding) -> Iterator[str]:
    """The lines of the front matter, each with a word on what belongs there."""
    for field in binding.fields.values():
        if not field.frontmatter_key:
            continue
        schema = field.schema
        value = schema.get("const", schema.get("default", "draft" if field.name == "status" else "TBD"))
        hint = str(schema.get("description", ""))
        if not field.mark.get("scaffold", True):
            yield f"# {field.frontmatter_key}:  # {hint}"
        elif field.kind == "list":
            yield f"{field.frontmatter_key}:  # {hint}"
            yield f"  - {value}"
        else:
            yield f"{field.frontmatter_key}: {value}  # {hint}"


def _content(field: Binding, level: int) -> list[str]:
    """The lines below the heading of `field`."""
    if field.kind == "object":
        return _members(field, level)
    if field.kind == "records":
        return _records(field, level)
    return [f"- {_blank(field)}" if field.kind == "list" else _blank(field), ""]


def _members(binding: Binding, level: int) -> list[str]:
    """The fields of an object: labelled values first, then what has a heading of its own."""
    shown = [field for field in binding.fields.values() if field.mark.get("scaffold", True) and field.mark]
    lines: list[str] = []
    for field in shown:
        if not field.is_section and field.kind != "records" and not field.is_title and not field.is_found:
            lines += [f"**{field.written_name}:** {_blank(field)}", ""]
    for field in shown:
        if field.is_section:
            lines += [f"{'#' * min(level, DEEPEST_HEADING)} {field.written_name}", "", *_comment(field)]
            lines += _content(field, level + 1)
        elif field.kind == "records":
            lines += _records(field, level)
    return lines


def _records(field: Binding, level: int) -> list[str]:
    """One blank record, in the shape in which the schema writes it first."""
    shape = field.shapes[0]
    if shape == "table":
        return _table(field)
    title = field.title_field
    name = _blank(title) if title else ""
    if shape == "sections":
        nouns = field.mark.get("nouns") or [field.title]
        return [f"{'#' * min(level, DEEPEST_HEADING)} {nouns[0]} 1: {name}", "", *_members(field, level + 1)]
    return [f"- {name}", ""]


def _table(field: Binding) -> list[str]:
    """A table with one blank row."""
    headers: list[str] = []
    cells: list[str] = []
    for column in field.fields.values():
        if not column.mark.get("scaffold", True):
            continue
        names = LADDERS[DEFAULT_EDITION] if column in field.column_lists else (column.written_name,)
        headers += names
        cells += [f"[{name}]" for name in names] if len(names) > 1 else [_blank(column)]
    rows = [headers, ["---"] * len(headers), cells]
    return [*(f"| {' | '.join(row)} |" for row in rows), ""]


def _blank(field: Binding) -> str:
    """What stands where the value of `field` is to be written: its name, or the values to choose from."""
    choices: list[Any] = field.schema.get("enum", []) if not field.reader else []
    return f"[{' / '.join(map(str, choices)) or field.written_name}]"


def _comment(field: Binding) -> list[str]:
    """What belongs under a heading, for the writer only."""
    hint = field.schema.get("description")
    return [f"<!-- {hint} -->", ""] if hint else []
