"""A document written from its data, in the form in which a new document of its type begins.

Where something is required and not there, it stands to be filled in; what is optional and not there is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pmcoach_lint.checks.words import binding_at, value_at
from pmcoach_lint.doctypes import DocType
from pmcoach_lint.document import Document
from pmcoach_lint.generate.form import Form
from pmcoach_lint.generate.markdown import TBD
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
    return "\n".join(Form().part(doctype, name, data)).rstrip() + "\n"


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
