"""What a type of document holds, for people at a terminal: its parts, and the names under which each thing is found."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.doctypes import DocType
from pmcoach_lint.doctypes.described import Section, other_names, sections_of, written
from pmcoach_lint.report import Style
from pmcoach_lint.report.text import paint, wrapped
from pmcoach_lint.report.visible import visible

_INDENT = "  "


def render_reference(doctype: DocType, style: Style) -> Iterator[str]:
    """Tell what a type holds: each part with what is written there, what may be left out, and all other names."""
    yield f"{paint(visible(doctype.title), 'bold', style)}  type: {visible(doctype.name)}\n"
    yield from _lines(str(doctype.schema.get("description", "")), "", style)
    for section in sections_of(doctype):
        yield "\n"
        yield from _section(section, style)


def _section(section: Section, style: Style) -> Iterator[str]:
    indent = _INDENT * (section.level - 2)
    title = visible(section.title) + (" (required)" if section.part and section.required else "")
    yield f"{indent}{paint(title, 'bold', style)}\n"
    if section.part:
        yield from _about(section.part, indent + _INDENT, style)
    for field, required in section.fields:
        name = visible(written(field)) + (" (required)" if required and not field.is_wanted else "")
        yield f"{indent}{_INDENT}{paint(name, 'help', style)}\n"
        yield from _about(field, indent + _INDENT * 2, style)


def _about(field: Binding, indent: str, style: Style) -> Iterator[str]:
    """What a part or field says, and the other names under which it is found."""
    yield from _lines(str(field.schema.get("description", "")), indent, style)
    if names := other_names(field):
        yield from _lines(f"also: {'; '.join(names)}", indent, style, hang=6)


def _lines(text: str, indent: str, style: Style, hang: int = 0) -> Iterator[str]:
    yield from (f"{line}\n" for line in wrapped(text, style, indent, hang))
