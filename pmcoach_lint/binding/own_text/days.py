"""Records that are headed by a day, such as the entries of a log: `2026-03-02 — Meeting — Roadmap review`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.readers.calendar import DAY, MONTH, OF_MONTH, WEEK_OF, WEEKDAY
from pmcoach_lint.readers.dates import MONTH_AND_DAY
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, strip
from pmcoach_lint.tuples import NamedTuple

_ORNAMENT = r"[^\w\s\[\](){}<>*_`\"'“”‘’#@$€£¥+~≈&%/\\|.,:;!?–—-]+\ufe0f?\s*"
ORNAMENT = regex(_ORNAMENT)
"""A sign in front of a heading that is no letter: 📅, ✅."""

_IN_NUMBERS = rf"(?:\d{{1,2}}/\d{{1,2}}(?![/\d])|\d{{1,2}}\.\d{{1,2}}\.(?!\d)|{MONTH_AND_DAY.pattern}(?![-\d]))"
"""A day and a month without a year."""

_CLOCK = r"\d{1,2}[:.]\d{2}(?:\s?(?:am|pm|h))?"
_TAIL = (
    rf"(?:,?\s\(?{WEEKDAY}\.?\)?)?"
    rf"(?:(?:T|,?\s(?:at\s)?|,)\(?{_CLOCK}(?:\s?[–-]\s?{_CLOCK})?(?:\s?(?:UTC|[CE]+S?T)\b)?\)?)?"
    rf"(?:\s?(?:–|—|-|to|until)\s?(?:{WEEKDAY}\.?,?\s)?(?:{DAY}|{_IN_NUMBERS}))?"
)
_BLANK_DAY = r"YYYY-MM-DD|DD[./-]MM[./-]YYYY|[\[<][^\[\]<>\n]*(?:\bdate\b|\bday\b|YYYY)[^\[\]<>\n]*[\]>]"
_WEEK = r"(?:weeks?|wk|w)\.?\s?\d{1,2}(?:\s?[,·:|–—-]\s?|\s?\((?=[^()]*\)))"
_LEADING = regex(
    rf"(?:{_ORNAMENT})?(?P<box>\[[ xX]\]\s+)?(?:\*\*|__|[*_(\[`])?(?:{_WEEK})?"
    rf"(?P<day>{_BLANK_DAY}|(?:{WEEK_OF}\s+)?(?:{WEEKDAY}\.?,?\s+)?(?:(?:\d{{1,2}}\.?\s?[–-]\s?)?{DAY}|{_IN_NUMBERS})|{OF_MONTH}(?!\s+(?:{MONTH})))"
    rf"(?!\w|\s?[–-]\d){_TAIL}"
    r"(?:\s\(w(?:ee)?k?\s?\d{1,2}\))?\.?(?:\*\*|__|[*_)\]`])?(?P<gap>\s*(?:(?:[:,·|/•–—]|-(?=\s))(?:\*\*|__)?)?\s*)",
    re.IGNORECASE,
)

_WHOLE_DAY = regex(rf"(?<![\w-]){DAY}(?![\w-])", re.IGNORECASE)
_SEEN = regex(
    rf"[^:;\n]{{1,80}}(?:,|\s(?:of|on|from))\s(?:{WEEKDAY}\.?,?\s)?(?P<day>(?:\d{{1,2}}\s?[–-]\s?)?{DAY}):\s",
    re.IGNORECASE,
)
"""What was looked at and its day, in front of what was seen: `Read-out on fees, 8 Oct: 14 days after the end`."""

_BOLD_LINE = regex(r"(\*\*|__)(?P<head>(?:(?!\1).)+?)\1\s*(?:[:–—-]\s*)?(?P<behind>.*)", re.DOTALL)
_CODE_ALONE = regex(r"[\s*_:]*(?:(?:[\[(][^\[\]()\n]{1,22}[\])]|[A-Z$€£])[\s*_:.]*)?")
_YEAR = regex(r"\d{4}|YYYY|\bdate\b|\bday\b", re.IGNORECASE)
BET = regex(r"(?:(?:growth )?bets?\s?#?(?:\d{1,2}|[A-H])|B\d{1,2})(?!\w)", re.IGNORECASE)
"""What stands for a growth bet: `bet 1`, `B2`."""

_REVIEW = (
    r"(?:[\w-]+\s){0,2}"
    r"(?:reviews?|check-?\s?(?:point|in)s?|look-?(?:in)?|mid-?(?:point|cycle)|clos(?:e|ing)|kick-?off)\b"
)
NEAR_REVIEW = "review check look mid clos kick"
REVIEW = regex(_REVIEW, re.IGNORECASE, near=NEAR_REVIEW)
"""What days of review are called, with a word or two before it: `Final review`, `Checkpoint`."""


class DayInFront(NamedTuple):
    """A day that a text begins with: where it stands, and where the text goes on behind it."""

    day: Span
    end: int


def day_in_front(text: str, start: int, end: int, *, sure: bool = False) -> DayInFront | None:
    """The day, or the blank for one, that `text` from `start` to `end` begins with; None when it begins otherwise.

    A day without a year counts only where it is parted from what follows: `5 May — Call`, `5 May [T]`, a line of its
    own, the bet that it is about (`5 May bet 1`), but not `5 May ideas`. Its week may stand in front, and a box,
    behind which anything is an item: `Week 2 (12 Oct)`, `[x] 5 May ideas`. So it is where it is `sure` that a day
    stands there.
    """
    match = _LEADING.match(text, start, end)
    if not match:
        return None
    parted = bool(match["gap"].strip(" \t") or match["box"]) or match.end() >= end or text[match.end()] in "[("
    parted = parted or match.end("day") < match.start("gap")
    parted = parted or sure or _YEAR.search(match["day"]) is not None
    if not parted and not BET.match(text, match.end(), end):
        return None
    return DayInFront(match.span("day"), match.end())


def days_within(text: str, span: Span, *, bare: bool = False) -> list[Span]:
    """The days with their year, or `bare` as well, that stand anywhere in the text at `span`."""
    return [match.span() for match in _WHOLE_DAY.finditer(text, *span) if bare or _YEAR.search(match.group())]


def day_seen(text: str, span: Span) -> list[Span]:
    """The day of what was looked at, in front of what was seen there; none where there is no such."""
    seen = _SEEN.match(text, *span)
    return [seen.span("day")] if seen else []


def begins_with_day(text: str, piece: Piece) -> bool:
    """Whether a line begins with a day, in bold and nothing else in it (`**15 June**: First day`) or plain."""
    if piece.role in (Role.LABEL, Role.LINE) and not text.startswith(("**", "__"), piece.text[0]):
        return day_in_front(text, *piece.text) is not None
    match, day = _in_bold(text, piece)
    return bool(match and day and day.end == match.end("head"))


def _in_bold(text: str, piece: Piece) -> tuple[re.Match[str] | None, DayInFront | None]:
    """What a line says in bold and behind it, and the day that it begins with there."""
    match = _BOLD_LINE.fullmatch(text, *piece.text) if piece.role in (Role.LABEL, Role.LINE, Role.ITEM) else None
    return match, day_in_front(text, *match.span("head")) if match else None


def is_day_alone(text: str, piece: Piece) -> bool:
    """Whether a line holds a day and nothing else, or a code besides: `**Tue 22 Sep** [T]`, `2026-09-22 T`."""
    day = day_in_front(text, *piece.text)
    return day is not None and _CODE_ALONE.fullmatch(text, day.end, piece.text[1]) is not None


def in_bold_and_behind(text: str, piece: Piece) -> tuple[Span, Span] | None:
    """What a line says in bold, a day and more, and what stands behind it: `**2026-03-02 – Call** – Prices stay`."""
    match, day = _in_bold(text, piece)
    is_more = match and day and text[day.end : match.end("head")].strip(" .*_")
    return (strip(text, match.span("head"), "", " .:"), match.span("behind")) if match and is_more else None


def dated_items(text: str, pieces: Iterable[Piece], *, sure: bool = False) -> list[Piece]:
    """The list items that begin with a day."""
    return [piece for piece in pieces if piece.role is Role.ITEM and day_in_front(text, *piece.text, sure=sure)]


def entry_items(text: str, pieces: Iterable[Piece]) -> list[Piece]:
    """The list items that are entries: those that begin with a day, and those without one in a list of such.

    What most items of a list have is missing in the others, which are entries all the same.
    """
    items = [piece for piece in pieces if piece.role is Role.ITEM]
    dated = {id(piece): piece.group for piece in dated_items(text, items)}
    with_day, all_items = Counter(dated.values()), Counter(item.group for item in items)
    of_days = {group for group, number in with_day.items() if number > 1 and number * 2 >= all_items[group]}
    return [item for item in items if id(item) in dated or item.group in of_days]


def has_name_in_front(text: str, span: Span) -> bool:
    """Whether a text may begin with the name of a review or of a record in bold, and a colon behind that."""
    start, end = span
    colon = text.find(":", start, end)
    if colon < 0 or text.startswith("**", start):
        return colon >= 0
    before = text[start:colon].lower()
    return any(map(before.__contains__, NEAR_REVIEW.split()))
