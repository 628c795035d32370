"""Putting an answer into an intake document: in its place, with every other character as it was."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.checks.words import changed
from pmcoach_lint.document import Document
from pmcoach_lint.generate.intake.bank import Field, answer_at
from pmcoach_lint.generate.intake.lines import Answer, Refused
from pmcoach_lint.generate.markdown import cell, item, one_line, row
from pmcoach_lint.generate.written import scalar
from pmcoach_lint.readers.text import says_none
from pmcoach_lint.regex import regex

_BEHIND_LABEL = regex(r"[*_]*:?[*_]*")
"""What stands between the name of a label and its value: `**Goal:**`, `**Goal**:`, `Goal:`."""

_MARKS = regex(r"[!#&()*+.:;<=>\[\\\]^_`|~-]")
"""The signs that may mark something up, somewhere in a text."""

_FIRST_MARK = regex(rf"(?P<number>\d*)(?P<mark>{_MARKS.pattern})")


def written(document: Document, field: Field, answer: Answer, read: Callable[[str], Document]) -> Document:
    """The intake with an answer in it, in place of a blank or of an earlier answer.

    It is written as it was typed, where it is read back so; else with backslashes before what would mark something up.

    Args:
        document: The intake, as it is read.
        field: The value that the answer is for.
        answer: The answer.
        read: Reads a text as the intake.

    Raises:
        Refused: The document is written in a way in which the answer is not read as it was typed, or changes others.
    """
    for form in (str, _with_first_mark_escaped, _with_marks_escaped):
        after = read(_put(document, field, _in_form(answer, form)))
        others = [path for path in changed(document, after) if path[: len(field.path)] != field.path]
        if not others and _says(answer_at(after.data, field.path), field.binding, answer):
            return after
    message = f"“{field.name}” cannot be written into {document.source.file} without a change to something else."
    raise Refused(message, f"Write it there yourself, behind **{field.binding.written_name}:**.")


def _in_form(answer: Answer, form: Callable[[str], str]) -> Answer:
    """The answer with all its texts in a form of writing."""
    rows = tuple(tuple(map(form, row)) for row in answer.rows)
    return Answer(form(answer.text), tuple(map(form, answer.items)), rows)


def _with_first_mark_escaped(text: str) -> str:
    r"""A text that begins as a text, and not as an item in a list: `\- and so on`, `3\. place`."""
    return _FIRST_MARK.sub(r"\g<number>\\\g<mark>", text, count=1) if _FIRST_MARK.match(text) else text


def _with_marks_escaped(text: str) -> str:
    """A text in which nothing is marked up."""
    return _MARKS.sub(r"\\\g<0>", text)


def _put(document: Document, field: Field, answer: Answer) -> str:
    """The text of an intake document with an answer in it."""
    text = document.text
    if field.binding.frontmatter_key:
        return _in_front(document, field, answer.text)
    written = document.values.get(field.path)
    if answer.rows:
        rows = "\n".join(row(map(cell, texts)) for texts in answer.rows)
        return _rows(document, field, rows)
    body = "\n\n" + "\n".join(map(item, answer.items)) if answer.items else f" {answer.text}"
    if field.path in document.keys and written is not None:
        label = _BEHIND_LABEL.match(text, document.keys[field.path][1])
        return text[: label.end() if label else written[0]] + body + text[max(written) :]
    return _added(document, field, f"**{field.binding.written_name}:**{body}")


def _says(value: Any, binding: Binding, answer: Answer) -> bool:
    """Whether what was read is what the answer says: of texts sign by sign, but for white space."""
    if value is None:
        return False
    if answer.rows:
        columns = list(binding.fields.values())
        rows = zip(value[-len(answer.rows) :], answer.rows, strict=True)
        return len(value) >= len(answer.rows) and all(
            _says_text(record.get(column.name), column, text)
            for record, texts in rows
            for column, text in zip(columns, texts, strict=True)
        )
    if answer.items:
        said = [text for text in answer.items if not says_none(text, (0, len(text)))]
        return [one_line(text) for text in value] == said
    return _says_text(value, binding, answer.text)


def _says_text(value: Any, binding: Binding, text: str) -> bool:
    if not binding.is_text:
        return value is not None or not text
    return one_line(value or "") == text


def _in_front(document: Document, field: Field, value: str) -> str:
    """The text with a value in the front matter."""
    text, key = document.text, str(field.binding.frontmatter_key)
    written = scalar(value)
    if span := document.values.get((key,)):
        return text[: span[0]] + written + text[span[1] :]
    end = document.fences.yaml[1] if document.fences else 0
    return f"{text[:end]}{key}: {written}\n{text[end:]}"


def _rows(document: Document, field: Field, rows: str) -> str:
    """The text with rows of evidence: in place of a blank row, else below those that are there."""
    text = document.text
    header = next(
        (piece.table for piece in document.pieces if piece.table and _is_of(document, field, piece.table)), None
    )
    if header is None:
        names = [column.written_name for column in field.binding.fields.values()]
        head = f"{row(names)}\n|{'---|' * len(names)}\n{rows}"
        return _added(document, field, f"### {field.binding.written_name}\n\n{head}")
    spans = header.row_spans
    if answer_at(document.data, field.path):
        end = document.source.line_span(spans[-1][0])[1]
        return f"{text[:end]}\n{rows}{text[end:]}"
    start = document.source.line_span(spans[0][0])[0] if spans else 0
    end = document.source.line_span(spans[-1][0])[1] if spans else 0
    return text[:start] + rows + text[end:]


def _is_of(document: Document, field: Field, table: Any) -> bool:
    """Whether a table is the one of the evidence: its header names its columns."""
    names = {document.text[slice(*cell)].strip().casefold() for cell in table.header}
    return {column.written_name.casefold() for column in field.binding.fields.values()} <= names


def _added(document: Document, field: Field, written: str) -> str:
    """The text with a value that had no place, at the end of its group or, without it, of the document."""
    text = document.text
    group = document.values.get(field.path[:1])
    if group and field.path[:1] in document.keys:
        end = group[1]
        return f"{text[:end].rstrip()}\n\n{written}\n{text[end:]}"
    heading = document.binding.fields[str(field.path[0])].written_name
    return f"{text.rstrip()}\n\n## {heading}\n\n{written}\n"


def plan_only(text: str) -> str:
    """The text of an intake that asks for a development plan alone."""
    line = "plan-only: true"
    if re.search(r"^plan-only: *true", text, re.MULTILINE):
        return text
    for form in (r"^plan-only:.*$", r"^# plan-only:.*$"):
        if re.search(form, text, re.MULTILINE):
            return re.sub(form, line, text, count=1, flags=re.MULTILINE)
    return re.sub(r"^(status:.*)$", rf"\1\n{line}", text, count=1, flags=re.MULTILINE)
