"""Putting an answer into an intake document: in its place, with every other character as it was."""

from __future__ import annotations

import re
from typing import Any

from pmcoach_lint.checks.words import changed
from pmcoach_lint.document import Document
from pmcoach_lint.generate.intake.answers import Answer, Refused
from pmcoach_lint.generate.intake.bank import Field, answer_at
from pmcoach_lint.generate.markdown import item, row
from pmcoach_lint.generate.written import scalar
from pmcoach_lint.regex import regex

_BEHIND_LABEL = regex(r"[*_]*:?[*_]*")
"""What stands between the name of a label and its value: `**Goal:**`, `**Goal**:`, `Goal:`."""

_LETTERS = regex(r"\w")


def put(document: Document, field: Field, answer: Answer) -> str:
    """The text of an intake document with an answer in it, in place of a blank or of an earlier answer.

    Args:
        document: The intake, as it is read.
        field: The value that the answer is for.
        answer: The answer.
    """
    text = document.text
    if field.binding.frontmatter_key:
        return _in_front(document, field, answer.text)
    written = document.values.get(field.path)
    if answer.rows:
        rows = "\n".join(map(row, answer.rows))
        return _rows(document, field, rows)
    body = "\n\n" + "\n".join(map(item, answer.items)) if answer.items else f" {answer.text}"
    if field.path in document.keys and written is not None:
        label = _BEHIND_LABEL.match(text, document.keys[field.path][1])
        return text[: label.end() if label else written[0]] + body + text[max(written) :]
    return _added(document, field, f"**{field.binding.written_name}:**{body}")


def check(before: Document, after: Document, field: Field, answer: Answer) -> None:
    """Make sure that the answer can be read where it was written, and that nothing else has changed.

    Raises:
        Refused: The document is written in a way in which that does not hold.
    """
    others = [path for path in changed(before, after) if path[: len(field.path)] != field.path]
    if others or not _says(answer_at(after.data, field.path), answer):
        message = f"“{field.name}” cannot be written into {before.source.file} without a change to something else."
        raise Refused(message, f"Write it there yourself, behind **{field.binding.written_name}:**.")


def _says(value: Any, answer: Answer) -> bool:
    """Whether a value that was read says what the answer says: letter by letter, where it is text."""
    if value is None:
        return False
    if isinstance(value, str):
        return _LETTERS.findall(value) == _LETTERS.findall(answer.text)
    if value and answer.items:
        return [_LETTERS.findall(text) for text in value] == [_LETTERS.findall(text) for text in answer.items]
    return True


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
