"""Records that are a paragraph each (`**Framing: Apply.** Of ten briefs … Confidence: high.`), headed in bold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmcoach_lint.binding.labels import split_label
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import Piece, Region, Role, region_of
from pmcoach_lint.binding.own_text.entries import read_head
from pmcoach_lint.binding.own_text.heads import HeadReader
from pmcoach_lint.binding.own_text.in_a_line import when_behind
from pmcoach_lint.binding.own_text.name_first import begun_by
from pmcoach_lint.readers.level_within import level_within
from pmcoach_lint.readers.rungs import rungs_in, rungs_within, step_in
from pmcoach_lint.readers.several import begin_of_sentence, split_sentences
from pmcoach_lint.readers.text import plain_at
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, strip, trim

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_FEWEST = 2
"""So many paragraphs with bold heads are records; more must be that have a name in front of a colon or dash."""
_FEW = 4
"""So many words are no sentence: a full stop behind them is that of the text around them."""


_BEFORE_STEP = regex(
    r"(?P<mark>\*\*|__)(?P<name>(?:(?!(?P=mark)).)+)(?P=mark)\s+(?=(?:from\s|at\s)?(?:levels?\s|L)?\w+(?:/\w+|\s?[–-]\s?\w+)?"
    r"\s*(?:→|-{1,2}>|to\s)|(?:→|-{1,2}>)\s)",
    re.IGNORECASE,
)
"""A name in bold right before a step up the ladder: `**Say no** Level 2 → 4 by 12 Feb`, `**Say no** → Apply`."""
_AIM = regex(r"(?:→|-{1,2}>)\s+(?P<level>(?:level\s|L)?\w+)(?:\s*[,;(]\s*|\s+|$)(?P<when>[^()]*)\)?", re.IGNORECASE)
"""The level to reach alone, and by when: `→ Apply, 12 Feb`."""


class Paragraphs:
    """Tells which paragraphs are records of the list `field`, and what such a paragraph is made of."""

    def __init__(self, extraction: Extraction, field: Binding) -> None:
        self.extraction = extraction
        self.text = extraction.text
        self.field = field

    def that_are_records(self, pieces: list[Piece], free: list[int]) -> list[int]:
        """The indexes of the paragraphs that are a record each.

        Their bold heads tell more than the name of the record (`**Framing: Apply.**`). Where what stands behind is read
        without a label, two heads are enough, unless the records may be the items of a list.
        """
        heads = [index for index in free if pieces[index].runs_in]
        if telling := [index for index in heads if self.tells_more(pieces[index])]:
            groups = {pieces[index].group for index in telling if pieces[index].role is Role.ITEM}
            alone = [index for index in free if self.stands_alone(pieces, index, groups)]
            return sorted({*telling, *alone})
        if naming := self.that_name_others([(index, pieces[index]) for index in heads]):
            return naming
        context = self.extraction.context
        items = [piece for index in free if (piece := pieces[index]).role is Role.ITEM and piece.name]
        items = [item for item in items if not rungs_in(self.text, item.text, context)]  # of a ladder
        is_listed = any(self.text[item.text[0]] in "*_" for item in items)
        is_read = not self.field.free_fields.keys().isdisjoint(("first", "rest"))
        if len(heads) < _FEWEST and is_read:
            labels = [index for index in free if self.is_named(pieces[index])]
            heads = labels if len(labels) > _FEWEST else heads
        return heads if len(heads) >= _FEWEST and is_read and not is_listed else []

    def above_labels(self, pieces: list[Piece], free: list[int]) -> list[int]:
        """The indexes of the paragraphs, two at least, below each of which a list begins with a value of its record."""
        heads = (index for index in free if pieces[index].runs_in and index + 1 < len(pieces))
        below = ((index, pieces[index + 1]) for index in heads)
        found = [index for index, piece in below if piece.role is Role.ITEM and self.field.knows(piece.keys)]
        return found if len(found) >= _FEWEST else []

    def is_named(self, piece: Piece) -> bool:
        """Whether a line tells behind a bold name what is to be seen, where that is no name of a field: `**A** – b`."""
        is_label = piece.role is Role.LABEL and piece.name is not None and not piece.is_bare
        return is_label and not self.field.knows(piece.keys) and self.field.told_by_clues(piece.keys[0]) is None

    def that_name_others(self, heads: list[tuple[int, Piece]]) -> list[int]:
        """The indexes of the heads of paragraphs that name a record of another list each, of which its level is told.

        They are two at least, and the paragraphs behind them tell a level.
        """
        title = self.field.title_field if self.field.level_so_far else None
        named = [
            index
            for index, piece in heads
            if title and piece.name and self.extraction.is_known(title, plain_at(self.text, piece.name))
        ]
        told = [index for index, piece in heads if index in named and level_within(self.text, piece.value)]
        return named if len(named) > 1 and told else []

    def stands_alone(self, pieces: list[Piece], index: int, groups: set[int]) -> bool:
        """Whether a piece is such a head with nothing behind it, above the items that tell of its record.

        It is an item of one of the lists in `groups`, or a line of its own where there are none.
        """
        piece = pieces[index]
        if piece.name is None or not piece.is_bare or not self.tells_more(piece):
            return False
        if groups:
            return piece.role is Role.ITEM and piece.group in groups and bool(piece.pieces)
        return piece.role is Role.LABEL and index + 1 < len(pieces) and pieces[index + 1].role is Role.ITEM

    def tells_more(self, piece: Piece) -> bool:
        """Whether the bold head of a paragraph tells a value of its record beside the title."""
        head = read_head(self.text, self.field, piece.name or piece.text, self.extraction.context)
        if head.title is None:
            return False
        return bool(head.found or head.labelled) or (
            self.field.tells_weeks and step_in(self.text, piece.value, self.extraction.context) is not None
        )

    def before_step(self, piece: Piece) -> tuple[Span, list[Piece]] | None:
        """The name in bold right before a step up the ladder, and what is told of that: `**Say no** L2 → L4 by May`."""
        name = _BEFORE_STEP.match(self.text, *piece.text) if piece.name is None else None
        if name is None:
            return None
        step, *others = split_sentences(self.text, (name.end(), piece.text[1]))
        told = self.aim(piece, step) or [self.part(piece, step, "")]
        return name.span("name"), [*told, *(self.part(piece, one, "", apart=True) for one in others)]

    def aim(self, piece: Piece, span: Span) -> list[Piece]:
        """What tells the level to reach alone, and by when."""
        use = next(use for use in self.field.change_uses if use.part == "to")
        match, level = _AIM.fullmatch(self.text, *strip(self.text, span, "", " .")), self.field.fields[use.name]
        if match is None or not self.extraction.can_parse(level, match["level"], Use(use.name)):
            return []
        told = [self.part(piece, match.span("level"), level.names[0].key)]
        weeks = self.field.holders["timeframe"]
        is_time = self.extraction.tells_day(match["when"]) or self.extraction.can_parse(
            weeks, match["when"], Use(weeks.name)
        )
        return [*told, self.part(piece, match.span("when"), weeks.names[0].key)] if is_time else told

    def told_behind(self, piece: Piece) -> list[Piece]:
        """What a paragraph tells behind its bold head: a ladder, values behind labels, and the rest of its text."""
        start, end = piece.value
        ladder = next(iter(self.field.column_lists), None)
        rungs = rungs_within(self.text, piece.value, self.extraction.context) if ladder else []
        parts: list[Piece] = []
        if ladder and rungs:
            begin, last = begin_of_sentence(self.text, piece.value, rungs[0].word[0]), rungs[-1]
            stop = strip(self.text, (max(last.word[1], last.behaviour[1]), end), "*_)", "")[0]
            parts = self.told_in(piece, trim(self.text, (start, begin)))
            parts.append(self.part(piece, (begin, stop), ladder.names[0].key))
            start = stop + (self.text[stop : stop + 1] == ".")
        return parts + self.told_in(piece, (start, end))

    def answered(self, head: Span, below: Region) -> tuple[Span, Region] | None:
        """The own text of a record whose head asks for it, and all else `below`: `Bet 1: what is it?`.

        It is the first sentence of the answer; None where the head is no such question.
        """
        asks = self.text.endswith("?", *head) and self.field.nouns and self.field.nouns.match(self.text, *head)
        answer = below.pieces[below.first] if asks and below.first < below.last else None
        if answer is None or answer.role is not Role.LINE or answer.name:
            return None
        first, *others = split_sentences(self.text, answer.text)
        lines = [Piece(answer.outline, Role.LINE, sentence, answer.group) for sentence in others]
        pieces = [*lines, *below.inside[1:]]
        return (first[0], first[1] - self.text.endswith(".", *first)), region_of(pieces)

    def told_in(self, piece: Piece, span: Span) -> list[Piece]:
        """What a stretch of a paragraph tells, with its first text as an item where a record takes only those."""
        parts: list[Piece] = []
        for part in self.labelled_parts(piece, span):
            if part.role is Role.LABEL:
                parts += self.parted(part)
                continue
            told = self.begun(part.text)
            parts += [self.part(piece, *stretch, apart=stretch is not told[-1]) for stretch in told]
        if "items" in self.field.free_fields:
            for part in parts:
                part.role = Role.ITEM if part.role is Role.LINE else part.role
        return parts

    def parted(self, part: Piece) -> list[Piece]:
        """What stands behind a label, up to a sentence that tells another field by its first words; and that."""
        first, *others = split_sentences(self.text, part.value) or [part.value]
        begin = next((at for at, sentence in enumerate(others) if self.led(sentence)), None)
        if begin is None:
            return [self.without_stop(part)]
        told = self.begun((others[begin][0], part.value[1]))
        part.value = (first[0], others[begin - 1][1] if begin else first[1])
        return [self.without_stop(part), *(self.part(part, *stretch, apart=True) for stretch in told)]

    def begun(self, span: Span) -> list[tuple[Span, str]]:
        """The stretches of a text, with the key of a field where a sentence tells it by its first words, or a step."""
        if not self.field.begun_fields and not self.field.tells_weeks:
            return [(span, "")]
        found: list[tuple[Span, str]] = []
        for sentence in split_sentences(self.text, span):
            told = self.led(sentence) or self.step(sentence)
            if told:
                found += told
            elif found and not found[-1][1]:
                found[-1] = ((found[-1][0][0], sentence[1]), "")
            else:
                found.append((sentence, ""))
        return found

    def led(self, sentence: Span) -> list[tuple[Span, str]]:
        """What a sentence tells that begins as a field does: the value behind these words, or all of it for a text."""
        told = begun_by(self.field, self.text, sentence)
        if told is None:
            return []
        bound, value = told
        is_told = not bound.reader or self.extraction.can_parse(bound, self.text[slice(*value)], Use(bound.name))
        return [(value, bound.names[0].key)] if is_told else []

    def step(self, sentence: Span) -> list[tuple[Span, str]]:
        """What a sentence tells of a step: what takes it, from which level to which, and by when, with their keys."""
        step = step_in(self.text, sentence, self.extraction.context) if self.field.tells_weeks else None
        if step is None:
            return []
        sides = {use.part: self.field.fields[use.name].names[0].key for use in self.field.change_uses}
        of_what = self.field.referring
        told = [(step.of, of_what.names[0].key)] if step.of and of_what else []
        told += [(step.now, sides["from"]), (step.then, sides["to"])]
        weeks = self.field.holders["timeframe"]
        when = when_behind(self.extraction, weeks, (step.end, sentence[1]))
        return [*told, (when, weeks.names[0].key)] if when else told

    def part(self, piece: Piece, span: Span, key: str, *, apart: bool = False) -> Piece:
        """A part of a paragraph: what a label with that key would name, or a line of text where there is none.

        Where it stands `apart`, it does not go on with the part before it.
        """
        piece.outline.groups += apart
        group = piece.outline.groups if apart else piece.group
        part = Piece(piece.outline, Role.LABEL if key else Role.LINE, span, group)
        if key:
            part.keys, part.value = (key,), span
        return part

    def without_stop(self, part: Piece) -> Piece:
        """The part of a paragraph (`Confidence: high.`) without the full stop behind a value of few words."""
        start, end = part.value
        if self.text.endswith(".", start, end) and len(self.text[start:end].split()) <= _FEW:
            part.value = (start, end - 1)
        return part

    def labelled_parts(self, piece: Piece, span: Span) -> list[Piece]:
        """What `piece` says at `span`, parted where labels of the record stand in it: `Met. Outcome: two of three`."""
        labels = HeadReader(self.text, self.field, self.extraction.context).inline_labels(*span)
        first = split_label(self.text, span) if span[0] < span[1] else None
        if first and not first.bold and self.field.uses_of(self.text[slice(*first.name)]):  # right behind the head
            part = Piece(piece.outline, Role.LABEL, first.value, piece.group)
            part.be_named(first.name, (first.value[0], labels[0][0].start("name") if labels else span[1]))
            part.value = self.before(*part.value)
            rest = self.labelled_parts(piece, (labels[0][0].start("name"), span[1])) if labels else []
            return [part, *rest]
        if not labels:
            return [Piece(piece.outline, Role.LINE, trim(self.text, span), piece.group)]
        bounds = [*(match.start("name") for match, _ in labels), span[1]]
        parts = [Piece(piece.outline, Role.LINE, self.before(span[0], bounds[0]), piece.group)]
        for (match, _), end in zip(labels, bounds[1:], strict=True):
            value = self.before(match.end(), end)
            part = Piece(piece.outline, Role.LABEL, (match.start("name"), value[1]), piece.group)
            part.be_named(match.span("name"), value)
            parts.append(part)
        return [part for part in parts if part.text[0] < part.text[1]]

    def before(self, start: int, end: int) -> Span:
        """The span from `start` to `end`, without what parts it from a label behind."""
        return trim(self.text, strip(self.text, (start, end), "", " *_;,|–—-"))
