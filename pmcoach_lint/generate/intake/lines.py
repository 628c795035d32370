"""An answer as lines: what was typed, without the bullets and numbers that only mark where a line begins."""

from __future__ import annotations

import re
from typing import Any

from pmcoach_lint.readers.calendar import MONTH
from pmcoach_lint.readers.text import is_nothing, is_placeholder
from pmcoach_lint.regex import regex
from pmcoach_lint.settings import UsageError
from pmcoach_lint.tuples import NamedTuple

_BULLET = regex(r"(?:[-*•]|>(?!\s*\d))\s+")
"""A bullet, or a mark of quotation, which in `> 5 tickets` is a sign of the words."""

_BOX = regex(r"\[[ xX]\]\s+")
_NUMBER = regex(rf"(?P<number>\d{{1,2}})[.)]\s+(?!(?:{MONTH})\b)", re.IGNORECASE)
"""The number of a line, which in `3. November` is that of a day."""

_CONTROL = regex(r"\x1b\[[\d;]*[A-Za-z~]|[\x00-\x1f\x7f-\x9f]")
"""What a terminal sends for a key such as an arrow, and single control characters."""


class Refused(UsageError):
    """An answer that cannot be taken."""


class Answer(NamedTuple):
    """An answer that was taken: `text` is what a person would write in its place, or the items or rows of it.

    `remarks` are what to say about how it was taken.
    """

    text: str
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    remarks: tuple[str, ...] = ()


def several(given: Any) -> list[Any]:
    """The single values of an answer: the members of a list, or the lines of a text, without their bullets."""
    if isinstance(given, list):
        return [one for one in given if one not in (None, "")]
    if isinstance(given, dict):
        return [given]
    return [line.strip() for line in str(given).splitlines() if line.strip()]


def lines_of(given: Any) -> list[Any]:
    """The single values of an answer in rows: mappings, and lines without their bullets."""
    found = several(given)
    return found if any(isinstance(one, dict) for one in found) else without_bullets(list(map(str, found)))


def unfolded(given: Any) -> Any:
    """A line with a colon that YAML has taken for a mapping, as the line that it was: `- 9 Nov: no metric`."""
    if isinstance(given, dict) and len(given) == 1:
        ((key, value),) = given.items()
        return given if isinstance(value, (dict, list)) or value is None else f"{key}: {value}"
    return given


def without_bullets(lines: list[str]) -> list[str]:
    """Lines without the bullets that they begin with, and without the numbers that count them: 1., 2., 3."""
    found, count = [], 1
    for line in lines:
        bullet = _BULLET.match(line)
        text = line[bullet.end() :] if bullet else line
        if (number := _NUMBER.match(text)) and int(number["number"]) == count:
            text, count = text[number.end() :], count + 1
        box = _BOX.match(text)
        found.append(text[box.end() :] if box else text)
    return found


def said_of(texts: list[str]) -> list[str]:
    """Those of the `texts` that say anything, which `?`, `-` and `TBD` do not."""
    said = [text for text in texts if not is_nothing(text) and not is_placeholder(text)]
    if texts and not said:
        raise Refused(f"“{'; '.join(texts)}” says nothing yet.", "Leave it out: an open question is asked again.")
    return said


def line_of(given: Any) -> str:
    """A text on one line, as it can stand behind a label or in a list."""
    if isinstance(given, (list, dict)):
        raise Refused("This question takes one text, and the answer has several parts.", "Write one text.")
    if isinstance(given, bool):
        given = "yes" if given else "no"
    text = " ".join(_CONTROL.sub(" ", str(given)).split())
    if not text:
        raise Refused("The answer is empty.")
    return text


def cells_of(line: str) -> list[str]:
    """The values on a line with bars between them, which as the row of a table has bars at both its ends."""
    line = line.strip()
    if line.startswith("|") and line.endswith("|"):
        line = line[1:-1]
    return [text.strip() for text in line.split("|")]
