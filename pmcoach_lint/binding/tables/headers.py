"""What the header of a column says: by which keys it is known, whom or which time it is told for, and its number."""

from __future__ import annotations

import re

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Use
from pmcoach_lint.names import name_key, name_keys
from pmcoach_lint.readers.calendar import DAY, MONTH, MONTHS, SHORT_MONTH
from pmcoach_lint.readers.text import plain
from pmcoach_lint.regex import regex

_AT = regex(
    r"\sat\s|\sfor\s(?=(?:an?\s|the\s|our\s|this\s)?(?:(?-i:[A-Z])|pm\b|role\b|level\b))"
    rf"|(?:\sby|(?:(?<=target)|(?<=goal)|(?<=aim))\son)\s(?=(?:the\s)?(?:end|q[1-4]|week|\d|{SHORT_MONTH}))",
    re.IGNORECASE,
)
_OF_ROLE = regex(
    r"(?:target|goal|aim)(?: level)? for (?:(?:the|this|her|his|their|next) )*"
    r"(?:role|level|grade|(?![hqw])[a-z]{1,2}\d|(?:pm|level) (?:\d|i+)|senior|staff|principal|lead|group)\b",
    re.IGNORECASE,
    near="target goal aim",
)
"""The header of what a role asks for, which need not be what is to be reached in a cycle: `Target for the role`."""
_PERIOD = rf"(?:{MONTH}|q[1-4]|h[12])\b\.?(?:\s*['’]?\d{{2,4}})?"
_WHEN = regex(rf"{_PERIOD}\s+(?=\w)|(?:\s(?:end|early|mid|late)(?:\sof)?)?\s+{_PERIOD}$", re.IGNORECASE)
"""When a column is told for, in front of its name or behind it: `Mar target`, `Target Q2 2027`."""

_TIMES = frozenset((*(name[:3].lower() for name in MONTHS), *("q1", "q2", "q3", "q4", "h1", "h2")))
"""How the words begin that name a month, a quarter or a half year: to look for them takes less than the pattern."""

_PARTING = frozenset({"at", "by", "for", "on"})
_LETTER = regex(r"\w\sA(?=\s*(?:$|[(\[:–—-]))")

_AT_A_TIME = r"(?!target|goal|aim)(?:[^\W\d_][^\d,(]{0,18}[\s,(])?\s?"
"""What may stand in front of the time in a header: `Start (30 Oct)`, `Level on 9 Oct`."""

DATED = {
    "days": regex(
        rf"{_AT_A_TIME}(?:{DAY}|[01]\d-[0-3]\d|(?:[ck]?w|week|wk)\.?\s?\d{{1,2}})\)?",
        re.IGNORECASE,
        near="0 1 2 3 4 5 6 7 8 9",
    ),
    "months": regex(
        rf"(?:(?:by|(?:the\s)?(?:end|early|mid|late))(?:\sof)?[\s-]+){{0,2}}(?:{DAY}|{_PERIOD})", re.IGNORECASE
    ),
}
"""What heads the columns of a property that may be told by days, or by months and quarters as well."""

TIME_TOLD = regex(
    r"\s*\b(?:(?:by|on|until|in|for|at)\s+(?:the\s+)?)?"
    rf"(?P<when>(?:(?:end|early|mid|late)(?:\sof)?[\s-]+)?(?:\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}})?|{DAY}|{_PERIOD})"
    r"|(?:week\s|wk\s?|w)\d{1,2}|\d{1,2}[\s-](?:weeks|months))",
    re.IGNORECASE,
)
"""The time for which the header of a column tells its values: `Target by 15 January`, `Goal (week 12)`."""

DAY_OF_REVIEW = regex(
    rf"(?P<before>[^\d]{{0,30}}(?:\d{{1,2}}\s+)?)\b"
    rf"(?P<day>{DAY}|(?:[01]\d-[0-3]\d|\d{{1,2}}/\d{{1,2}}|\d{{1,2}}\.\d{{1,2}}\.)(?=\)?$))(?P<behind>.{{0,20}})",
    re.IGNORECASE,
)
"""The header of a column for a review: `CP1 22 Oct`, `Close 02-19`."""

_SECOND = "2"
_NUMBERS = "123456789"


def header_keys(title: str) -> tuple[str, ...]:
    """The keys of a header, last without whom or when it is told for: `Level expected at PM II`, `Mar target`."""
    if " A" in title and _LETTER.search(title):  # `Bet A` beside `Bet B`: no article stands last
        return (f"{name_key(title)} a",)
    keys = name_keys(title)
    words = title.lower().split()
    if "for" in words and _OF_ROLE.match(title):
        return (*keys, "expected level")
    if not _PARTING.isdisjoint(words) and (told_for := _AT.search(title)):
        return (*keys, name_key(title[: told_for.start()]))
    is_timed = len(words) > 1 and not _TIMES.isdisjoint(word[:3] for word in words)
    when = (_WHEN.match(title) or _WHEN.search(title)) if is_timed else None
    return (*keys, name_key(title[: when.start()] + title[when.end() :])) if when else keys


def numbered_columns(binding: Holder, titles: tuple[str, ...]) -> list[tuple[int, Use]]:
    """The columns, two at least, that together tell a list of texts of `binding`, each with the field."""
    keys = [name_key(plain(title)) for title in titles] if any(_SECOND in title for title in titles) else []
    told: dict[str, list[int]] = {}
    for index, key in enumerate(keys):
        if key[-1:] in _NUMBERS and key[-2:-1] == " ":
            told.setdefault(key[:-2], []).append(index)
    return [
        (index, Use(name))
        for key, columns in told.items()
        if len(columns) > 1 and (name := _list_named(binding, key))
        for index in columns
    ]


def _list_named(binding: Holder, key: str) -> str | None:
    """The list of texts that bears a name, or that its words tell; None for anything else."""
    name = binding.by_key[key][0].name if key in binding.by_key else binding.told_by_clues(key)
    field = binding.fields[name] if name else None
    return name if field and field.kind == "list" and field.is_text else None
