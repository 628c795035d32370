"""What a sentence says of all records of a list at once, none of which tells it: `I want all four at usually`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.nouns import word_number
from pmcoach_lint.readers.several import split_sentences
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.lines import line_around
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_ALL = regex(r"\ball\s+(?:the\s+)?(?P<number>two|three|four|five|six|\d)\b", near="all")
_WORD = regex(r"[^\W\d_]+")


def tell_of_all(reading: Extraction, field: Binding, rows: list[dict[str, Any]], path: Path) -> None:
    """Put what a sentence says of all `rows` into them, for each property of the list that may be told so.

    It names how many they are and one word of the property, or the property and that word for all: nothing else is
    certain.
    """
    for bound in field.said_of_all:
        name = bound.name
        if not rows or any(name in row for row in rows):
            continue
        found = [
            told for sentence in _sentences(reading.text, len(rows)) if (told := _word(reading.text, bound, sentence))
        ]
        found += _named(reading.text, bound)
        if len({value for value, _ in found}) != 1:
            continue
        value, span = found[0]
        for at, row in enumerate(rows):
            rows[at] = field.in_order({**row, name: value})
            reading.values[(*path, at, name)] = span


def _sentences(text: str, number: int) -> list[Span]:
    """The sentences that speak of all of so many."""
    found = []
    for match in _ALL.finditer(text):
        said = match["number"]
        if (int(said) if said.isdecimal() else word_number(said)) != number:
            continue
        lines = split_sentences(text, line_around(text, *match.span()))
        found += [(start, end) for start, end in lines if start <= match.start() < end]
    return found


def _named(text: str, field: Binding) -> list[tuple[Any, Span]]:
    """The words of a field that stand behind its name, for all: `the target is usually for all`."""
    names = "|".join(re.escape(column.name) for column in field.names if column.name.isalpha())
    words = "|".join(map(re.escape, field.words))
    of_all = r"(?:for|in|with|on)\s+(?:all(?:\s+of\s+them)?|each)(?=\s*(?:[^\w\s]|$))"
    told = rf"\b(?:{names})\s*(?:is|are|=|:)?[\W_]*(?P<word>{words})[\W_]+{of_all}"
    found = re.finditer(told, text, re.IGNORECASE) if names and words and " all" in text else ()
    return [(field.words[match["word"].lower()], match.span("word")) for match in found]


def _word(text: str, field: Binding, sentence: Span) -> tuple[Any, Span] | None:
    """The only word of a field that a sentence holds, and what it stands for; None for none or several."""
    words = [(field.words.get(word[0].lower()), word.span()) for word in _WORD.finditer(text, *sentence)]
    told = [(value, span) for value, span in words if value is not None]
    return told[0] if len(told) == 1 else None
