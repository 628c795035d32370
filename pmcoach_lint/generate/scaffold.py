"""What a new document begins with: a framework with what the one says that comes with pmcoach, any other blank.

A blank document is derived from its schema: headings, labels, table headers, and what belongs where. What is to be
filled in stands in square brackets, so that the linter counts it; what belongs there stands in a comment above, which
no reader of the site sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.doctypes import DocType
from pmcoach_lint.generate.form import Form
from pmcoach_lint.generate.markdown import TBD
from pmcoach_lint.generate.written import scalar
from pmcoach_lint.regex import regex
from pmcoach_lint.resources import standards_folder
from pmcoach_lint.standards import FAMILY

_NEW = Form(is_new=True)
_AS_NEW = (
    (regex(r"^status: .*$", re.MULTILINE), "status: draft"),
    (regex(r"^visibility: .*$", re.MULTILINE), "visibility: internal"),
)
"""What is said otherwise in a new document: it is a draft, and nobody else sees it."""


def is_copied(doctype: DocType) -> bool:
    """Whether a document of the type begins as a copy of the one that comes with pmcoach."""
    return doctype.family == FAMILY and (standards_folder() / f"{doctype.name}.md").is_file()


def beginning(doctype: DocType, known: Mapping[str, str] | None = None) -> str:
    """The Markdown of a new document, ending with a line break; `known` are values of its front matter."""
    if not is_copied(doctype):
        return scaffold(doctype, {name: scalar(value) for name, value in (known or {}).items()})
    text = (standards_folder() / f"{doctype.name}.md").read_text(encoding="utf-8")
    for line, instead in _AS_NEW:
        text = line.sub(instead, text, count=1)
    return text


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
            lines += _NEW.labelled(field)
    for name, field in binding.fields.items():
        if field.kind == "records" and not field.names:
            lines += [*_NEW.hint(field), *_NEW.records(field, 2)]
        if not field.frontmatter_key and field.is_section and field.mark.get("scaffold", True):
            lines += _NEW.part(doctype, name)
    return "\n".join(lines).rstrip() + "\n"


def scaffold_part(doctype: DocType, name: str) -> str:
    """The Markdown of the blank part `name` of a document of `doctype`, ending with a line break."""
    return "\n".join(_NEW.part(doctype, name)).rstrip() + "\n"


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


def _first_status(schema: dict[str, Any]) -> str:
    """The status in which a document begins: a draft, unless its type knows none."""
    choices = schema.get("enum", ["draft"])
    return "draft" if "draft" in choices else str(choices[0])


def _hint(schema: dict[str, Any]) -> str:
    """The comment behind a value of the front matter: what belongs there, or what there is to choose from."""
    choices = ", ".join(map(str, schema.get("enum", ())))
    hint = schema.get("description", f"One of: {choices}." if choices else "")
    return f"  # {hint}" if hint else ""
