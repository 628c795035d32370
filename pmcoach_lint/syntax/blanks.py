"""White space in place of what is not read, so that all else stays where it is, and the gaps that are left in texts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span

_HARD = "\xa0"
_LONG = r"[ \xa0]*\xa0{5}"
_GAP = regex(rf"(?<=\S)(?={_LONG}| +\xa0+(?!\s))[ \xa0]++(?=\S)")
_GAP_BEFORE_SIGN = regex(rf"(?<=\S)(?={_LONG})[ \xa0]++(?=[,.;:!?)\]])")


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text of the same length with blanks at the `spans`, which are in order: a space each, and hard ones."""
    kept, last = [], 0
    for start, end in spans:
        kept += [text[last:start], " ", _HARD * (end - start - 1)]
        last = end
    return "".join([*kept, text[last:]])


def closed_up(value: Any) -> Any:
    """The data without the gaps that are left in its texts."""
    if isinstance(value, dict):
        return {key: closed_up(part) for key, part in value.items()}
    if isinstance(value, list):
        return [closed_up(part) for part in value]
    return _GAP.sub(" ", _GAP_BEFORE_SIGN.sub("", value)) if isinstance(value, str) else value
