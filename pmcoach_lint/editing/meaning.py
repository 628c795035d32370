"""What a new record says, as it is read again: whether that is what was to be said."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.document import Document
from pmcoach_lint.editing.listed import DATE, Listed
from pmcoach_lint.editing.proof import Refused
from pmcoach_lint.readers.registry import Unreadable, read_choice
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.yaml_marks import Path

BY_HAND = "Nothing was written. Please add it by hand."

_BETWEEN = regex(r"[\s,;]+")


def misread(
    after: Document, path: Path, texts: Mapping[str, str], day: date, said: Mapping[str, str]
) -> Refused | None:
    """Why the record at `path` does not say what was to be said, on that day; None when it does.

    Args:
        after: The document with the record.
        path: Where the record is in its data.
        texts: What was written, by the names of fields.
        day: The day that is meant by the date.
        said: What was to be said: for one of several choices, a list may have codes of its own.
    """
    listed = Listed(after, path[:-1])
    place, fields = int(path[-1]), listed.binding.fields
    record = listed.records[place] if place < len(listed.records) else {}
    for name, text in texts.items():
        if not text:
            continue
        if name not in fields:
            measured = listed.measured(record, name)
            if measured is None or not _says(measured, text):
                return Refused(f"“{text}” would not be read in the column “{name}”.", BY_HAND)
            continue
        field = fields[name]
        if name not in record:
            choices = field.schema.get("enum")
            if choices:
                return Refused(f"“{text}” is no {field.title.lower()}.", f"Write one of: {', '.join(choices)}.")
            return Refused(f"“{text}” would not be read as “{field.title}”.", BY_HAND)
        meant = f"{day}" if name == DATE else said.get(name, text) if field.words else text
        if not _means(field, record[name], meant):
            return Refused(f"“{field.title}” would be read as “{record[name]}”.", BY_HAND)
    return None


def _means(field: Binding, value: object, text: str) -> bool:
    """Whether the value of a field is what a text says; of words for a choice, the choice is what counts."""
    if not field.words:
        return _says(value, text)
    with suppress(Unreadable):
        return bool(read_choice(text, field.words, "") == value)
    return False


def _letters(text: str) -> str:
    return _BETWEEN.sub("", text)


def _says(value: object, text: str) -> bool:
    """Whether a value, as it was read, is the text; what a reader has made of it counts as it is."""
    if isinstance(value, list):
        return _letters("".join(map(str, value))) == _letters(text)  # several may stand on one line, parted by commas
    if not isinstance(value, str):
        return True
    said, meant = (" ".join(each.replace("<br>", " ").split()).casefold() for each in (value, text))
    return said.rstrip(".") == meant.rstrip(".")  # the full stop is that of the line
