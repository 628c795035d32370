"""Paragraphs, sentences and lists that are known by the words with which they begin: `If the PM names one rival, …`."""

from __future__ import annotations

import re
from itertools import dropwhile, takewhile

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece, Place, Role, region_of, stretch
from pmcoach_lint.binding.rest import Rest
from pmcoach_lint.readers.several import split_sentences
from pmcoach_lint.syntax.source import Span


def read_begun(rest: Rest) -> None:
    """Read paragraphs, or sentences in them, that are known by their first words: `If the PM names one rival, …`."""
    for field, words in rest.binding.begun_fields:
        if rest.is_told(field.name):
            continue
        pieces = _texts_of_nobody(rest)
        lines = [piece for piece in pieces if piece.role is Role.LINE and not rest.binding.knows(piece.keys)]
        begun = [line for line in lines if _begins(rest.text[slice(*line.text)].lower(), words)]
        if "free" in field.mark:  # then what leads to it in the same paragraph belongs to it
            begun = [line for line in begun if line is next(each for each in lines if each.group == line.group)]
        first = begun[0] if begun else None
        if first:
            told = [line for line in lines if line.text >= first.text]
            told = told[: _last_of_begun(rest, field, told) + 1]
            rest.put(field, run_of([*told, *_items_led_to(rest, field, told[-1])]))
        elif sentence := _sentence(rest.text, lines, words, field.begun_by_anybody):
            rest.put(field, stretch(sentence))


def _items_led_to(rest: Rest, field: Binding, line: Piece) -> list[Piece]:
    """The items right below a line of a text that leads to them: `We judge by one scale:`."""
    if field.kind != "value" or not rest.text.endswith(":", *line.text):
        return []
    below = dropwhile(lambda piece: piece.text[0] < line.text[1], rest.region.inside)
    return [*takewhile(lambda piece: piece.role is Role.ITEM, below)]


def _last_of_begun(rest: Rest, field: Binding, lines: list[Piece]) -> int:
    """Which of `lines` is the last of a text that the first begins: of its paragraph, or of several in quotation marks.

    Of a field that is known by such marks, paragraphs up to the last one are what is said: `“One. ¶ Two.” ¶ I wait.`
    """
    last = max(at for at, line in enumerate(lines) if line.group == lines[0].group)
    if '"' not in field.mark["begins"]:
        return last
    return max([last, *(at for at, line in enumerate(lines) if rest.text.endswith(('"', "“", "”"), *line.text))])


def _begins(said: str, words: tuple[str, ...]) -> bool:
    """Whether a text begins with one of the `words`, whole ones: `If I` does not begin `If it costs`."""
    said = said.lstrip("*_ ")
    return said.startswith(words) and any(
        said.startswith(word) and not said[len(word) - 1 : len(word) + 1].isalnum() for word in words
    )


def _sentence(text: str, lines: list[Piece], words: tuple[str, ...], by_anybody: re.Pattern[str] | None) -> Span | None:
    """The first sentence in some lines that begins with one of the `words`, or as anybody may begin it.

    Such are `Apply to Analyze. It matters since …` and `… I'll step in only for patient safety.`.
    """
    for line in lines:
        said = text[slice(*line.text)].lower()
        if by_anybody or any(f" {word}" in said for word in words):
            for sentence in split_sentences(text, line.text):
                is_begun = _begins(text[slice(*sentence)].lower(), words)
                if is_begun or (by_anybody and by_anybody.match(text, *sentence)):
                    return sentence
    return None


def read_broken_off(rest: Rest) -> None:
    """Read the items below a line that breaks off for them, and is known by its first words: `I'll know because…`."""
    pieces = rest.region.pieces
    for index, piece in rest.texts.items() if rest.binding.begun_fields else ():
        if piece.role is not Role.LINE or not rest.text[: piece.text[1]].endswith(("…", "...")):
            continue
        said = rest.text[slice(*piece.text)].lower()
        field = next((field for field, words in rest.binding.begun_fields if _begins(said, words)), None)
        items = list(takewhile(lambda each: pieces[each].role is Role.ITEM, range(index + 1, rest.region.last)))
        if field and items and not rest.is_told(field.name):
            rest.extraction.keys[rest.at(field.name)] = piece.text
            rest.put(field, run_of([pieces[each] for each in items]))
            rest.use_up((index, *items))


def _texts_of_nobody(rest: Rest) -> list[Piece]:
    """The texts up to the first heading, and paragraphs behind lists and tables, which no label means."""
    pieces, region = rest.region.pieces, rest.region
    behind = (
        index
        for index in range(region.first + 1, region.last)
        if pieces[index].role is Role.LINE
        and (pieces[index - 1].role in (Role.ITEM, Role.TABLE) or pieces[index].group != pieces[index - 1].group)
    )
    return [pieces[index] for index in sorted({*rest.texts, *behind})]


def run_of(pieces: list[Piece]) -> Place:
    """The place that a run of pieces is."""
    return Place(None, (pieces[0].text[0],) * 2, region_of(pieces))
