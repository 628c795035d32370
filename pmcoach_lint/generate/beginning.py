"""What a new document begins with: a framework with what the one says that comes with pmcoach, others blank."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pmcoach_lint.doctypes import DocType
from pmcoach_lint.generate.scaffold import scaffold
from pmcoach_lint.generate.written import scalar
from pmcoach_lint.regex import regex
from pmcoach_lint.resources import standards_folder
from pmcoach_lint.standards import FAMILY

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
