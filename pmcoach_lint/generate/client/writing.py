"""Documents of an engagement written from their data: what their schema begins them with, and TBD for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.doctypes import DocType
from pmcoach_lint.generate.markdown import TBD
from pmcoach_lint.generate.written import front_matter, part_text
from pmcoach_lint.readers.calendar import MONTHS
from pmcoach_lint.readers.text import is_placeholder
from pmcoach_lint.regex import regex

NOTE = "note"
"""Where the data of a draft holds the lines to stand above its parts, such as what was assumed."""

_GAP = regex(r"\[[^\]]*\]")

Data = dict[str, Any]


def document_text(doctype: DocType, data: Mapping[str, Any]) -> str:
    """A document of a type, with what its schema begins it with wherever `data` says nothing."""
    fields = doctype.binding.fields
    whole = {
        name: _begun(field, data.get(name))
        for name, field in fields.items()
        if name in data or name in doctype.binding.required
    }
    whole["type"] = doctype.name
    about = data.get("title") or f"{doctype.title}: {data.get('pm') or data['client']}"
    lines = [*front_matter(doctype, whole), "", f"# {about}", ""]
    for name, field in doctype.binding.opening.fields.items():
        if not field.frontmatter_key and whole.get(name):
            lines += [f"**{field.written_name}:** {whole[name]}", ""]
    for paragraph in data.get(NOTE, ()):
        lines += [paragraph, ""]
    parts = [
        part_text(doctype, name, whole[name]) for name, field in fields.items() if field.is_section and name in whole
    ]
    return "\n".join([*lines, "\n".join(parts)])


def note(lead: str, texts: Iterable[str]) -> list[str]:
    """What was assumed, or is not known: a lead, and a list below it; nothing where there is nothing."""
    lines = [f"- {text}" for text in dict.fromkeys(texts)]
    return [lead, "\n".join(lines)] if lines else []


def spoken(day: date) -> str:
    """A day as it is said in a sentence: 4 January 2027."""
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


def is_blank(value: Any) -> bool:
    """Whether a text is still to be said: empty, TBD, or something else that only holds its place."""
    text = "" if value is None else str(value).strip()
    return not text or text.startswith(TBD) or is_placeholder(text)


def _begun(field: Binding, said: Any) -> Any:
    """What is said, completed by what a document begins with; TBD where that is for a person to say."""
    if said in (None, "", [], {}):
        said = without_gaps(field.schema.get("default"))
    if field.kind == "object":
        return _completed(field, said or {})
    if field.kind == "records":
        rows = [_completed(field, row) for row in said or [{}] * field.schema.get("minItems", 0)]
        return _numbered(field, rows) if field.shapes[0] == "sections" else rows
    if field.kind == "list":
        return [TBD if is_blank(one) else str(one) for one in said or [TBD]]
    return TBD if is_blank(said) else str(said)


def without_gaps(begun: Any) -> Any:
    """What a document begins with, and nothing for what has a gap to fill in."""
    if isinstance(begun, dict):
        return {name: without_gaps(value) for name, value in begun.items()}
    if isinstance(begun, list):
        return [without_gaps(value) for value in begun]
    return "" if _GAP.search(str(begun)) else begun


def _numbered(field: Binding, rows: list[Data]) -> list[Data]:
    """Records with headings of their own, counted in them as in a blank document: `Session 1: …`."""
    title, nouns = field.title_field, field.mark.get("nouns")
    if title is None or not nouns:
        return rows
    return [row | {title.name: f"{nouns[0]} {number}: {row[title.name]}"} for number, row in enumerate(rows, 1)]


def _completed(field: Binding, given: Mapping[str, Any]) -> Data:
    """An object or record, with all that it has to have."""
    return {
        name: _begun(inner, given.get(name))
        for name, inner in field.fields.items()
        if name in given or name in field.required
    }
