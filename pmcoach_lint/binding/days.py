"""Records that are headed by a day, such as the entries of a log: `2026-03-02 — Meeting — Roadmap review`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from pmcoach_lint.binding.outline import Piece, Region, Role
from pmcoach_lint.readers.dates import DAY, MONTH, OF_MONTH, WEEK_OF, WEEKDAY
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.tuples import NamedTuple

if TYPE_CHECKING:
    from pmcoach_lint.binding.hits import Hit

_ORNAMENT = r"[^\w\s\[\](){}<>*_`\"'“”‘’#@$€£¥+~≈&%/\\|.,:;!?–—-]+\ufe0f?\s*"
ORNAMENT = regex(_ORNAMENT)
"""A sign in front of a heading that is no letter: 📅, ✅."""

_CLOCK = r"\d{1,2}[:.]\d{2}(?:\s?(?:am|pm|h))?"
_TAIL = (
    rf"(?:,?\s\(?{WEEKDAY}\.?\)?)?"
    rf"(?:(?:T|,?\s(?:at\s)?|,)\(?{_CLOCK}(?:\s?[–-]\s?{_CLOCK})?(?:\s?(?:UTC|[CE]+S?T)\b)?\)?)?"
    rf"(?:\s?(?:–|—|-|to|until)\s?{DAY})?"
)
_BLANK_DAY = r"YYYY-MM-DD|DD[./-]MM[./-]YYYY|[\[<][^\[\]<>\n]*(?:\bdate\b|\bday\b|YYYY)[^\[\]<>\n]*[\]>]"
_IN_NUMBERS = r"(?:\d{1,2}/\d{1,2}(?![/\d])|\d{1,2}\.\d{1,2}\.(?!\d))"
"""A day and a month without a year."""
_WEEK = r"(?:weeks?|wk|w)\.?\s?\d{1,2}(?:\s?[,·:|–—-]\s?|\s?\((?=[^()]*\)))"
_LEADING = regex(
    rf"(?:{_ORNAMENT})?(?P<box>\[[ xX]\]\s+)?(?:\*\*|__|[*_(\[`])?(?:{_WEEK})?"
    rf"(?P<day>{_BLANK_DAY}|(?:{WEEK_OF}\s+)?(?:{WEEKDAY}\.?,?\s+)?(?:(?:\d{{1,2}}\.?\s?[–-]\s?)?{DAY}|{_IN_NUMBERS})|{OF_MONTH}(?!\s+(?:{MONTH})))"
    rf"(?!\w|\s?[–-]\d){_TAIL}"
    r"(?:\s\(w(?:ee)?k?\s?\d{1,2}\))?\.?(?:\*\*|__|[*_)\]`])?(?P<gap>\s*(?:(?:[:,·|/•–—]|-(?=\s))(?:\*\*|__)?)?\s*)",
    re.IGNORECASE,
)
_ONLY_WEEK = regex(rf"(?:\*\*|__)?{WEEK_OF}\s[^—–:|·\n]{{3,24}}$", re.IGNORECASE)
"""A heading that is nothing but a week: `Week of 2 November`."""

_NUMBERED_MONTH = regex(rf"(?P<number>\d{{1,2}})\.\s(?:{MONTH})\s\d{{4}}", re.IGNORECASE)
_WHOLE_DAY = regex(rf"(?<![\w-]){DAY}(?![\w-])", re.IGNORECASE)
_BOLD_LINE = regex(r"(\*\*|__)(?P<head>(?:(?!\1).)+?)\1\s*(?:[:–—-]\s*)?(?P<behind>.*)", re.DOTALL)
_CODE_ALONE = regex(r"[\s*_:]*(?:[\[(][^\[\]()\n]{1,22}[\])][\s*_:.]*)?")
_YEAR = regex(r"\d{4}|YYYY|\bdate\b|\bday\b", re.IGNORECASE)


_FEW = 3
"""So many paragraphs that begin with a day are entries of a log; fewer may as well be running text."""


class DayInFront(NamedTuple):
    """A day that a text begins with: where it stands, and where the text goes on behind it."""

    day: Span
    end: int


def day_in_front(text: str, start: int, end: int) -> DayInFront | None:
    """The day, or the blank for one, that `text` from `start` to `end` begins with; None when it begins otherwise.

    A day without a year counts only where it is parted from what follows: `5 May — Call`, `5 May [T]`, a line of its
    own, but not `5 May ideas`. Its week may stand in front, and a box, behind which anything is an item:
    `Week 2 (12 Oct)`, `[x] 5 May ideas`.
    """
    match = _LEADING.match(text, start, end)
    if not match:
        return None
    parted = bool(match["gap"].strip(" \t") or match["box"]) or match.end() >= end or text[match.end()] in "[("
    parted = parted or match.end("day") < match.start("gap")
    if not parted and not _YEAR.search(match["day"]):
        return None
    return DayInFront(match.span("day"), match.end())


def days_within(text: str, span: Span) -> list[Span]:
    """The days with their year that stand anywhere in the text at `span`."""
    return [match.span() for match in _WHOLE_DAY.finditer(text, *span) if _YEAR.search(match.group())]


def entry_heads(text: str, region: Region, free: Iterable[int], hits: list[Hit]) -> list[int]:
    """The indexes of the pieces that head an entry each; none where nothing is dated.

    A heading that begins with a day does, on any level. One that holds a day elsewhere does when it stands on the same
    level as those, or highest where no heading begins with one. A heading without a day on the same level is an entry
    as well when what stands below it has the labels of one: its day is then missing, and not the entry. Lines that
    begin with a day in bold head entries as well, but for those that stand below the heading of one. Where no heading
    does, plain paragraphs may.

    Args:
        text: the document.
        region: where to look.
        free: the indexes of the pieces in it that belong to nothing else.
        hits: the pieces in it that bear the name of a field of an entry, in their order.
    """
    pieces = region.pieces
    free = list(free)
    every = [index for index in free if pieces[index].role is Role.HEADING]
    spans = _numbered_months(text, [(index, pieces[index].text) for index in every])
    spans |= _weeks_with_days(text, pieces, every)
    headings = [index for index in every if index not in spans]
    leading = {index for index in headings if day_in_front(text, *pieces[index].text)}
    holding = {index for index in headings if index not in leading and days_within(text, pieces[index].text)}
    levels = {pieces[index].level for index in leading} or {min((pieces[index].level for index in holding), default=0)}
    heads = leading | {index for index in holding if pieces[index].level in levels}
    bold = [index for index in free if _is_bold(text, pieces[index]) and day_in_front(text, *pieces[index].text)]
    if heads:
        undated = undated_heads(region, [index for index in headings if index not in holding], hits)
        ends = [*headings, region.last]
        bold = [index for index in bold if ends[bisect_right(ends, index) - 1] not in heads]
        return sorted(heads.union(bold, (index for index in undated if pieces[index].level in levels)))
    return sorted([*bold, *_plain_lines(text, region, free, len(bold))])


def _plain_lines(text: str, region: Region, free: list[int], others: int) -> list[int]:
    """The indexes of the paragraphs that begin with a day (`mon 9 - planning`), where they and `others` are many."""
    pieces = region.pieces
    begun = [
        index
        for index in free
        if pieces[index].role is Role.LINE
        and (index == region.first or pieces[index - 1].group != pieces[index].group)
        and not _is_bold(text, pieces[index])
        and day_in_front(text, *pieces[index].text)
    ]
    return begun if len(begun) + others >= _FEW else []


def _numbered_months(text: str, headings: list[tuple[int, Span]]) -> set[int]:
    """Those of the `headings` that are the numbered parts of a log by months: `1. July 2026`, `2. August 2026`."""
    numbered = ((index, span) for index, span in headings if ". " in text[slice(*span)] and text[span[0]].isdecimal())
    months = [(index, match["number"]) for index, span in numbered if (match := _NUMBERED_MONTH.fullmatch(text, *span))]
    in_order = [int(number) for _, number in months] == list(range(1, len(months) + 1))
    return {index for index, _ in months} if in_order and len(months) > 1 else set()


def _weeks_with_days(text: str, pieces: list[Piece], headings: list[int]) -> set[int]:
    """Those of the `headings` that name a week above entries by days: `Week of 2 Nov` above `mon 2 – planning`."""
    weeks = [index for index in headings if _ONLY_WEEK.match(text, *pieces[index].text)]
    return {index for index in weeks if any(day_in_front(text, *piece.text) for piece in _below(pieces, index))}


def _below(pieces: list[Piece], heading: int) -> Iterator[Piece]:
    """What stands below a heading, up to the next one of its level."""
    level = pieces[heading].level
    return takewhile(lambda piece: not 0 < piece.level <= level, pieces[heading + 1 :])


def _is_bold(text: str, piece: Piece) -> bool:
    """Whether a line begins in bold."""
    return piece.role is Role.LABEL or (piece.role is Role.LINE and text.startswith(("**", "__"), piece.text[0]))


def begins_with_day(text: str, piece: Piece) -> bool:
    """Whether a line begins with a day, in bold and nothing else in it (`**15 June**: First day`) or plain."""
    if piece.role in (Role.LABEL, Role.LINE) and not text.startswith(("**", "__"), piece.text[0]):
        return day_in_front(text, *piece.text) is not None
    match = _BOLD_LINE.fullmatch(text, *piece.text) if piece.role in (Role.LABEL, Role.LINE) else None
    day = day_in_front(text, *match.span("head")) if match else None
    return bool(match and day and day.end == match.end("head"))


def is_day_alone(text: str, piece: Piece) -> bool:
    """Whether a line holds a day and nothing else, or a code in brackets besides: `**Tue 22 Sep** [T]`."""
    day = day_in_front(text, *piece.text)
    return day is not None and _CODE_ALONE.fullmatch(text, day.end, piece.text[1]) is not None


def in_bold_and_behind(text: str, piece: Piece) -> tuple[Span, Span] | None:
    """What a line says in bold, a day and more, and what stands behind it: `**2026-03-02 – Call** – Prices stay`."""
    match = _BOLD_LINE.fullmatch(text, *piece.text) if piece.role in (Role.LABEL, Role.LINE) else None
    day = day_in_front(text, *match.span("head")) if match else None
    is_more = match and day and text[day.end : match.end("head")].strip(" .*_")
    return (match.span("head"), match.span("behind")) if match and is_more else None


def undated_heads(region: Region, headings: list[int], hits: list[Hit]) -> list[int]:
    """Those of the `headings` that stand above two or more labels of an entry, before the next heading."""
    at = [hit.at for hit in hits]
    named = {hit.at for hit in hits if hit.likeness < 2}  # “Decision: prices stay” only begins with a name
    unnamed = [index for index in headings if index not in named]
    heads = []
    for index, end in pairwise([*unnamed, region.last]):
        below = hits[bisect_right(at, index) : bisect_left(at, end)]
        if len({hit.use.name for hit in below}) > 1:
            heads.append(index)
    return heads


def dated_items(text: str, pieces: Iterable[Piece]) -> list[Piece]:
    """The list items that begin with a day."""
    return [piece for piece in pieces if piece.role is Role.ITEM and day_in_front(text, *piece.text)]


def entry_items(text: str, pieces: Iterable[Piece]) -> list[Piece]:
    """The list items that are entries: those that begin with a day, and those without one in a list of such.

    What most items of a list have is missing in the others, which are entries all the same.
    """
    items = [piece for piece in pieces if piece.role is Role.ITEM]
    dated = {id(piece): piece.group for piece in dated_items(text, items)}
    with_day, all_items = Counter(dated.values()), Counter(item.group for item in items)
    of_days = {group for group, number in with_day.items() if number > 1 and number * 2 >= all_items[group]}
    return [item for item in items if id(item) in dated or item.group in of_days]
