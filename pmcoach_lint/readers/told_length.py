"""How long something takes, where a sentence tells it: `One 30-minute sit-in`, `Write the brief, 45 min timebox`."""

from __future__ import annotations

from pmcoach_lint.readers.registry import Context, said_by
from pmcoach_lint.readers.unreadable import NUMBERS
from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.source import Span

_UNITS = r"(?:min(?:ute)?s?|h(?:ours?|rs?)?)"
_LENGTH = rf"(?:\d{{1,3}}(?:[.,]\d)?(?:\s?[–-]\s?\d{{1,3}})?[\s-]?{_UNITS}|half an hour|an hour)\b(?!/)"
_FEW = {word: count for word, count in NUMBERS.items() if count <= 5}
_TOLD = anycase(
    rf"(?:(?:^|[,;:(–—])\s*|\b(?:an?|one)\s"
    rf"|\b(?:and|in|of|for|spend|takes?|about|around|max\.?|up to)\s+(?:about\s|~)?"
    rf"|\b(?P<count>[2-5]|{'|'.join(_FEW)})\s(?:[x×]\s?)?(?=\d))(?P<length>{_LENGTH})",
)
_ANY = anycase(rf"(?<![\w.,])(?<!first )(?<!last ){_LENGTH}")
_WITHIN_WHICH = anycase(r"\s+(?:after|before|later|ago|earlier|in advance|ahead|old|long)\b")
_SHORTEST, _LONGEST = 15, 4 * 60
"""Minutes; what is shorter or longer is rather said of something else: `Say it in 5 minutes`."""


def length_told(text: str, span: Span, context: Context) -> tuple[Span, int | dict[str, int]] | None:
    """The one length of time that a sentence tells, and where; of `two 20-min calls` it is that of both.

    What is not how long the thing itself takes counts for nothing: `within 24 hours`, `for the first 15 minutes`, `cut
    the meeting from 60 to 30 minutes`. Where there is more than one length of time, none of them is told.

    Returns:
        The place of the length of time, and minutes, or `from` and `to` in minutes; None where nothing is told.
    """
    raw = text[slice(*span)]
    told = _TOLD.search(raw)
    if told is None or len(_ANY.findall(raw)) > 1 or _WITHIN_WHICH.match(raw, told.end()):
        return None
    where = (span[0] + told.start("length"), span[0] + told.end("length"))
    minutes = said_by("minutes", told["length"].replace("-m", " m").replace("-h", " h"), context)
    if type(minutes) is not int:
        return (where, minutes) if type(minutes) is dict and _SHORTEST <= minutes["from"] <= _LONGEST else None
    count = told["count"] or "1"
    minutes *= int(count) if count.isdigit() else _FEW[count.lower()]
    return (where, minutes) if _SHORTEST <= minutes <= _LONGEST else None
