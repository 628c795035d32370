"""Where something stands on a ladder and is to stand, told in sentences: `On the ladder I'm at Advisor. The goal is …`.

The rungs are those that a new document offers to choose from: `[Helper / Advisor / Partner]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece, Region, Role
from pmcoach_lint.binding.own_text.shares import TO_BE
from pmcoach_lint.readers.several import split_sentences
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span

_NOT = regex(
    r"\b(?:not|never|no longer|past|above|beyond|below|former(?:ly)?|was|were|used to|\w+n['’]t)\b[^.;:]*$",
    re.IGNORECASE,
)
"""What stands in front of a rung on which nobody stands now: `past helper, but not yet an advisor`."""

_AND = regex(r"\b(?:and|or|to|between)\b|[/→]", re.IGNORECASE)
"""What joins two rungs of which nobody can say which one is meant: `between helper and advisor`."""


def standing_in(field: Binding, region: Region) -> tuple[list[Piece], set[int]]:
    """What paragraphs tell of where something stands on a ladder, from the sentence on that speaks of a ladder.

    Args:
        field: the object with both rungs, the one of today first.
        region: where it may stand.

    Returns:
        The rungs behind the labels of their fields, with the sentences beside them, and the indexes of the paragraphs
        that tell of nothing else; none where no sentence tells the rung of today, or where several may be that.
    """
    text, told, claimed = region.pieces[region.first].outline.text, list[Piece](), set[int]()
    now, then = [bound for bound in field.fields.values() if bound.reference][:2]
    names = _rungs(str(now.schema.get("default", "")))
    spoken = re.compile(rf"\b(?:{'|'.join(map(re.escape, field.mark['speaks-of']))})\b", re.IGNORECASE)
    for indexes, piece, span in _paragraphs(region):
        sentences = split_sentences(text, span)
        if not told:
            begin = next((at for at, each in enumerate(sentences) if spoken.search(text, *each)), len(sentences))
            rung = _today(text, sentences[begin], names) if begin < len(sentences) else None
            if rung is None:
                continue
            told.append(_label(piece, rung, now))
            claimed |= set() if begin else indexes
            sentences = [(rung[1], sentences[begin][1]), *sentences[begin + 1 :]]
        is_open = not any(then.names[0].key in each.keys for each in told)
        rungs = [rung for each in sentences if (rung := _to_be(text, each, names))] if is_open else []
        told += [_label(piece, rung, then) for rung in rungs[:1]]
        told += [Piece(piece.outline, Role.LINE, each, -each[0]) for each in sentences if not text.endswith(":", *each)]
        claimed |= indexes if rungs else set()
    return told, claimed


@cache
def _rungs(default: str) -> re.Pattern[str]:
    """The form of the names of the rungs that a new document offers."""
    names = [re.escape(name.strip()) for name in default.strip("[]").split("/")]
    return re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)", re.IGNORECASE)


def _paragraphs(region: Region) -> Iterator[tuple[set[int], Piece, Span]]:
    """The paragraphs of a region: the indexes of their lines, the first of these, and where they stand."""
    lines = (index for index in region.indexes if region.pieces[index].role in (Role.LINE, Role.LABEL))
    for _, run in groupby(lines, lambda index: region.pieces[index].group):
        indexes = [*run]
        first, last = region.pieces[indexes[0]], region.pieces[indexes[-1]]
        yield {*indexes}, first, (first.text[0], last.text[1])


def _today(text: str, sentence: Span, names: re.Pattern[str]) -> Span | None:
    """The rung on which a sentence says that somebody stands; None for none, and where it may be one of two."""
    rungs = [match.span() for match in names.finditer(text, *sentence)]
    rungs = [rung for rung in rungs if not _NOT.search(text, sentence[0], rung[0])]
    if not rungs or TO_BE.search(text, sentence[0], rungs[0][0]):
        return None
    return None if len(rungs) > 1 and _AND.search(text, rungs[0][1], rungs[1][0]) else rungs[0]


def _to_be(text: str, sentence: Span, names: re.Pattern[str]) -> Span | None:
    """The rung on which a sentence says that somebody wants to stand."""
    wish = TO_BE.search(text, *sentence)
    rung = names.search(text, wish.end(), sentence[1]) if wish else None
    return rung.span() if rung and not _NOT.search(text, sentence[0], rung.start()) else None


def _label(piece: Piece, span: Span, field: Binding) -> Piece:
    """A rung, as behind the label of its field."""
    label = Piece(piece.outline, Role.LABEL, span, -span[0])  # each in a paragraph of its own
    label.keys, label.value = (field.names[0].key,), span
    return label
