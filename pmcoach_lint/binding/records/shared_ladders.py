"""One ladder for all records: `Level | In general | Example: discovery`, a list below its name, verbs in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece, Region, Role
from pmcoach_lint.binding.records.apart import Apart
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.bloom import LADDERS, WORDS
from pmcoach_lint.readers.rungs import rungs_in
from pmcoach_lint.readers.rungs_in_turn import Rung
from pmcoach_lint.readers.text import plain, plain_at
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, between, strip, trim
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

_GENERAL = regex(
    r"\b(?:general(?:ly)?|mean(?:s|ing)|all|every|each|any|common|shared|same|looks?\slike|descri\w+|behaviou?rs?"
    r"|observ\w+|what|pm)\b",
    re.IGNORECASE,
)
_FOR_ALL = regex(r"(?:.*\b)?(?:general|all|every|each|any|common|shared|same|one)\b.*|(?:here|used(?: here)?)?")
_SENTENCE = regex(
    r"(?P<names>[^.:;!?]{1,80}?)\s(?:(?:is|are|was|were)\b|uses?\b|ha(?:s|ve)\b|follows?\b|goe?s?\b|takes?\b)[^.:;!?]{0,60}"
    r"\b(?:levels?|steps?|verbs?|rungs?|ladder|stages?|scale)\b[^.:;!?]{0,40}:\s+",
    near="level step verb rung ladder stage scale",
)
_NAMES = regex(r"\s*[,/&+]\s*(?:and\s+)?|\s+and\s+")
_STEPS = regex(r"\s*[,;]\s+(?:and\s+)?")
_WORD = regex(r"[^\W\d_]{4}")
_MARKS = "*_` \t:.)"
_SIGNS = f"{_MARKS}=–—-,;()"
_FEWEST = 4
"""So many rungs a list or line has that is a ladder and no legend of one."""


class _Shared(NamedTuple):
    """A ladder for several records: where its name is, its rungs, and where all of it stands."""

    name: Span
    rungs: list[Rung]
    span: Span


def share_ladders(apart: Apart, region: Region, free: list[int]) -> None:
    """Give the records what the pieces at `free` of the `region` tell of the levels of several of them at once.

    What is told of a level of one record alone counts more.
    """
    for ladder in apart.field.column_lists:
        title, found = ladder.title_field, ladder.found_fields[:1]
        if title is None or not found or found[0].reader != "level":
            continue
        for place, index in enumerate(free):
            piece = region.pieces[index]
            if told := _for_all(apart, ladder, region, free[place:]):
                _give(apart, ladder, range(len(apart.records)), told)
            elif piece.role in (Role.LINE, Role.LABEL):
                _in_sentence(apart, ladder, piece)


def _for_all(apart: Apart, ladder: Binding, region: Region, free: list[int]) -> _Shared | None:
    """The ladder for all records that the first of the pieces at `free` tells, or heads."""
    piece = region.pieces[free[0]]
    if piece.table:
        above = region.pieces[free[0] - 1] if free[0] > region.first else None
        return _in_table(apart, piece.table, named=above is not None and _is_named(apart, ladder, above))
    if piece.role is Role.ITEM or not _is_named(apart, ladder, piece):
        return None
    name = piece.name or piece.text
    if not piece.is_bare:
        return _shared(apart.text, name, rungs_in(apart.text, piece.value, apart.extraction.context))
    rungs: list[Rung] = []
    for index in free[1:]:
        item = region.pieces[index]
        told = item.role is Role.ITEM and rungs_in(apart.text, item.text, apart.extraction.context, len(rungs))
        if not told:
            break
        rungs += told
    return _shared(apart.text, name, rungs)


def _shared(text: str, name: Span, rungs: list[Rung]) -> _Shared | None:
    """The ladder that some rungs are; None for too few that say more than the name of a level."""
    rungs = [rung for rung in rungs if text[slice(*rung.behaviour)].strip(_SIGNS).casefold() not in WORDS]
    return _Shared(name, rungs, (rungs[0].word[0], rungs[-1].behaviour[1])) if len(rungs) >= _FEWEST else None


def _is_named(apart: Apart, ladder: Binding, piece: Piece) -> bool:
    """Whether a piece bears the name of the ladder, and of no single record: `Depth ladder, the same for each`."""
    key = name_key(plain(apart.text[slice(*(piece.name or piece.text))].strip(_MARKS)))
    own = max((own for own in ladder.own_keys if f"{key} ".startswith(f"{own} ")), key=len, default=None)
    return own is not None and _FOR_ALL.fullmatch(key[len(own) :].strip()) is not None


def _in_table(apart: Apart, table: Table, *, named: bool) -> _Shared | None:
    """The ladder that a column of a table tells for all records, beside those of single ones.

    Where it is the only one, the table must be `named` as the ladder, or its header say that it is for all.
    """
    heads = [row[0] for row in table.rows if row] if all(table.rows) else []
    is_named = all(_WORD.search(apart.text, *head) for head in heads)  # numbers alone may be those of the records
    levels = apart.levels(heads) if is_named else []
    for column, header in enumerate(table.header[1:], 1) if levels else ():
        said = plain_at(apart.text, header)
        is_for_all = _GENERAL.search(said) and (named or len(table.header) > 2 or _FOR_ALL.fullmatch(name_key(said)))
        if is_for_all and apart.meant(header) is None:
            rows = [(table.rows[at], level) for at, level in levels]
            rungs = [Rung(level, row[0], row[column]) for row, level in rows if column < len(row)]
            return _Shared(header, rungs, table.span)
    return None


def _in_sentence(apart: Apart, ladder: Binding, piece: Piece) -> None:
    """Give the records that a sentence names the steps that it tells: `D is rated on the same levels: lists, …`."""
    text, steps = apart.text, LADDERS[apart.extraction.context.edition]
    lead = _SENTENCE.match(text, *piece.text)
    if lead is None:
        return
    named = [apart.named(one.strip(_MARKS)) for one in _NAMES.split(lead["names"])]
    end = text.find(". ", lead.end(), piece.text[1])
    told = (lead.end(), end if end >= 0 else piece.text[1])
    parts = [trim(text, strip(text, one, "", " .")) for one in _parted(text, told)]
    if None not in named and len(parts) == len(steps):
        rungs = [Rung(level, part, part) for level, part in zip(steps, parts, strict=True)]
        _give(apart, ladder, (at for at in named if at is not None), _Shared(lead.span("names"), rungs, told))


def _parted(text: str, span: Span) -> Iterable[Span]:
    """The steps that commas part in the text at `span`."""
    return between(span, (cut.span() for cut in _STEPS.finditer(text, *span)))


def _give(apart: Apart, ladder: Binding, records: Iterable[int], told: _Shared) -> None:
    """Give some records the rungs that are `told`, but for levels of which they have their own."""
    keys, values = apart.extraction.keys, apart.extraction.values
    for record in records:
        at = (*apart.path, record, ladder.name)
        own = _own(apart, ladder, apart.records[record].get(ladder.name, []), at)
        named = {rung.level for rung in own or ()}
        added = [rung for rung in told.rungs if rung.level not in named]
        if own is None or not added:
            continue
        apart.records[record].pop(ladder.name, None)
        rungs = _in_order([*own, *added], LADDERS[apart.extraction.context.edition]) if own else added
        name, span = (keys.get(at, told.name), values.get(at, told.span)) if own else (told.name, told.span)
        apart.add(ladder, record, name, ((rung.word, rung.level, rung.behaviour) for rung in rungs), span)


def _own(apart: Apart, ladder: Binding, rungs: list[dict[str, Any]], at: Path) -> list[Rung] | None:
    """The rungs that a record has of its own, with their places; None where these are not known of all."""
    level, title = ladder.found_fields[0].name, ladder.title_field.name if ladder.title_field else ""
    values = apart.extraction.values
    places = [(values.get((*at, number, level)), values.get((*at, number, title))) for number in range(len(rungs))]
    told = [
        Rung(rung[level], head, behaviour)
        for rung, (head, behaviour) in zip(rungs, places, strict=True)
        if level in rung and head and behaviour
    ]
    return told if len(told) == len(rungs) else None


def _in_order(rungs: list[Rung], ladder: tuple[str, ...]) -> list[Rung]:
    """The rungs in the order of their levels, or as they are where one has none of them."""
    known = all(rung.level in ladder for rung in rungs)
    return sorted(rungs, key=lambda rung: ladder.index(rung.level)) if known else rungs
