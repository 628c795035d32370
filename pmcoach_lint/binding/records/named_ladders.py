"""Ladders behind or below the name of a record alone: `**K1** know: names it. …`, `*Framing*` above a list of rungs."""

from __future__ import annotations

from pmcoach_lint.binding.outline import Piece, Region, Role
from pmcoach_lint.binding.records.apart import Apart
from pmcoach_lint.readers.rungs import rungs_in
from pmcoach_lint.readers.rungs_in_turn import Rung
from pmcoach_lint.regex import regex

_LEAD = regex(r"(?P<mark>\*\*|__)(?P<name>[^*_\n]{1,60})(?P=mark)\s+(?=[^\s:–—-])", near="** __")
_MARKS = "*_` \t:.)"
_FEWEST = 2
"""So many rungs a list has at least that is a ladder."""


def read_named_ladders(apart: Apart, region: Region, free: list[int]) -> None:
    """Give the records that have none the ladders that the pieces at `free` of the `region` tell so."""
    for place, index in enumerate(free):
        piece = region.pieces[index]
        lead = _LEAD.match(apart.text, *piece.text) if piece.role is Role.LINE and piece.name is None else None
        if lead:
            apart.behind_name(lead.span("name"), (lead.end(), piece.text[1]))
        elif piece.role in (Role.LABEL, Role.LINE) and piece.is_bare:
            _below(apart, piece, [region.pieces[at] for at in free[place + 1 :]])


def _below(apart: Apart, name: Piece, pieces: list[Piece]) -> None:
    """Give the record that a line names the ladder whose rungs are the items right below it."""
    rungs: list[Rung] = []
    for piece in pieces:
        told = piece.role is Role.ITEM and rungs_in(apart.text, piece.text, apart.extraction.context, len(rungs))
        if not told:
            break
        rungs += told
    said = apart.text[slice(*name.text)].strip(_MARKS)
    record = apart.named(said) if len(rungs) >= _FEWEST and "," not in said else None  # else it names several
    for ladder in apart.field.column_lists if record is not None else ():
        span = name.text[0], rungs[-1].behaviour[1]
        apart.add(ladder, record, name.text, ((one.word, one.level, one.behaviour) for one in rungs), span)
