"""Texts that nothing reads: lines, items and rows that belong to no value, as people write beside what is asked for.

What they say counts as well as what stands under a name that is known. Those that tell of today, of the past, of a risk
or of what is not done are known by how their part is called: there the words of a fault are an observation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.doctypes import PACK, PLAN, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.language.said import Said
from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.source import Span, fold, view

_OF_TODAY = anycase(
    r"\b(?:current(?:ly)?|today|as is|status quo|observ\w+|patterns?|evidence|baselines?|situation|log|so far"
    r"|histor\w+|happened|last (?:week|month|quarter|year|cycle)|previous\w*|taken|held|had|achieved|in review"
    r"|recap|was|were|past|before|risks?|assumptions?|boundar\w+|out of scope|not (?:in|to|for|covered)|constraints?"
    r"|problems?|pain|indicators?|context|background|starting point|where (?:we|i|you) (?:are|stand)"
    r"|what (?:i|we) (?:see|saw|noticed)"
    r"|gaps?|feedback|time (?:allocation|log)|hours|complaints?|lessons?|retrospective|learned)\b"
)
"""How parts, and labels in them, are called that tell what is or was."""

_TO_COME = anycase(
    r"\b(?:plans?|planned|next|later|re-?position\w*|horizons?|conversations?|wins?|propos\w+|deliverables?"
    r"|from \w+ on|ahead"
    r"|coming|future|outlook|going forward|after|coaching|roadmap|graduation|follow-?ups?|actions?|steps?|term"
    r"|20\d\d)\b"
)
"""How those are called that tell what is to be done."""

TODAY, TO_COME = "today", "to come"
"""What such texts say, as `Said` has it."""

_PLANNING = frozenset({PACK, PLAN, PROPOSAL})
"""Types whose every part is about what is to come, unless it is called otherwise."""


@view
def loose_texts(document: Document) -> list[Said]:
    """The texts of a document that belong to no value, in their order: lines, items, and rows or cells of tables."""
    return [*_loose(document, document.pieces, [(1, TODAY)])] if document.doctype else []


def planned(document: Document) -> Iterator[Said]:
    """Those about what is to come: in a plan or a proposal all but those of today, of the past, or of risks."""
    is_planning = document.type in _PLANNING
    return (text for text in loose_texts(document) if text.says == TO_COME or (is_planning and not text.says))


def _loose(
    document: Document, pieces: Iterable[Piece], headings: list[tuple[int, str]], says: str = ""
) -> Iterator[Said]:
    """The texts of some pieces; a heading holds for what stands below it, up to the next one on its level.

    What opens a document, below no heading but its title, tells why it was written: of today.
    """
    for piece in pieces:
        if piece.level:
            while headings and headings[-1][0] >= piece.level:
                headings.pop()
            headings.append((piece.level, _kind(document, piece.text) if piece.level > 1 else says or TODAY))
            continue
        kinds = {kind for level, kind in headings if level > 1 or len(headings) == 1}
        kinds.add(_kind(document, piece.name) if piece.name else "")
        told = TODAY if TODAY in kinds else TO_COME if TO_COME in kinds else says
        yield from (_said(document, span, told) for span in _spans(document, piece))
        yield from _loose(document, piece.pieces, [], told)


def _spans(document: Document, piece: Piece) -> Iterator[Span]:
    """Where in a piece, but for what stands inside it, there is text that is not read; code and comments are none."""
    if not piece.table:
        if piece.role is not Role.OTHER and not document.read.at(piece.text):
            yield piece.text
        return
    for row in piece.table.row_spans:
        if document.read.at(row):
            yield from (cell for cell in piece.table.split(row) if cell[0] < cell[1] and not document.read.at(cell))
        else:
            yield row


def _said(document: Document, span: Span, says: str) -> Said:
    text = document.standing[slice(*span)]
    return Said((), span[0], text, fold(text), says)


def _kind(document: Document, span: Span) -> str:
    """What a heading or label says of the time of what stands below it."""
    if _OF_TODAY.search(document.text, *span):
        return TODAY
    return TO_COME if _TO_COME.search(document.text, *span) else ""
