"""Levels that a line tells of bets, as in `2026-10-08: baseline. Bet 1: Apply. Bet 2: Understand`."""

from __future__ import annotations

from pmcoach_lint.readers.registry import Context, Unreadable, read_value
from pmcoach_lint.readers.text import is_nothing, is_placeholder, plain
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, strip, trim
from pmcoach_lint.tuples import NamedTuple

_LABEL = regex(
    r"(?<!\w)(?P<bet>(?:[Gg]rowth )?[Bb]et \w{1,2}|B\d{1,2})\s*[:=]\s*", near="bet b1 b2 b3 b4 b5 b6 b7 b8 b9 b0"
)
_NEXT = regex(r"[.;,](?:\s|$)|\s(?=[A-Z][\w ]{1,20}:)")
_ENDS = " \t\r\n.;,_–—-"


class Told(NamedTuple):
    """What a text tells of bets: the `levels`, each with where the bet is named, and what stands before and behind."""

    levels: list[tuple[Span, Span]]
    before: Span
    behind: Span


def levels_told(text: str, span: Span, context: Context) -> Told | None:
    """The levels that the text at `span` tells of bets, behind a label each; a blank for one is passed over.

    None where it tells of none, or where one of the labels has something else behind it.
    """
    labels = [*_LABEL.finditer(text, *span)] if text.find(":", *span) >= 0 else []
    found: list[tuple[Span, Span]] = []
    end = span[1]
    for number, label in enumerate(labels):
        stop = labels[number + 1].start() if number + 1 < len(labels) else span[1]
        parting = _NEXT.search(text, label.end(), stop)
        end = parting.start() if parting else stop
        level = trim(text, (label.end(), end))
        if is_blank(text, level):
            continue
        try:
            read_value("level", plain(text[slice(*level)]), context)
        except Unreadable:
            return None
        found.append((label.span("bet"), level))
    if not labels:
        return None
    before, behind = (span[0], labels[0].start()), (end, span[1])
    return Told(found, strip(text, before, "", _ENDS), strip(text, behind, _ENDS, ""))


def is_blank(text: str, span: Span) -> bool:
    """Whether nothing stands at `span`, or a blank that is to be filled in when its day has come."""
    raw = plain(text[slice(*span)])
    return is_nothing(raw) or is_placeholder(raw)
