"""Which value a stretch of a record's own text is, when it looks like one: `45 min`, `Week 4`, `Meeting`, `pm-31`."""

from __future__ import annotations

import re
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.names import name_key
from pmcoach_lint.binding.outline import MISSING
from pmcoach_lint.binding.people import person_in
from pmcoach_lint.binding.readers import Context, Unreadable, read_value

NO_ID = r"(?!Q[1-4]\b|H[12]\b|L[1-9]\b|W\d)"
"""What looks like an id and is none: quarters, half years, levels, weeks."""

_SHAPES = {
    "id": re.compile(rf"{NO_ID}[A-Z]{{1,2}}\d{{1,3}}(?:\.\d{{1,3}})*$"),
    "minutes": re.compile(r"(?=.*\d).*(?:m\b|min|h\b|hour|hr|′|')", re.IGNORECASE),
    "week": re.compile(r"(?:weeks?|wks?|w)\.?\s*\d+", re.IGNORECASE),
    "weeks": re.compile(r"(?:weeks?|wks?|w)\.?\s*\d+|\d+\s*weeks?$|weekly$|every week$|all weeks$", re.IGNORECASE),
    "months": re.compile(r"(?=.*\d).*(?<![a-z])m(?:onths?|os?)?(?![a-z])", re.IGNORECASE),
    "multiplier": re.compile(r"(?=.*\d).*(?:x|×|\btimes)", re.IGNORECASE),
    "when": re.compile(r".*\d"),
    "date": re.compile(r".*\d{4}"),
    "level": re.compile(r"(?:L\d|\w[\w\s()]{2,24})$", re.IGNORECASE),
}
"""What a text must look like to be tried as a value, so that a bare number is not taken for minutes or a week."""


def value_in(bound: Binding, text: str, context: Context) -> Any:
    """The value of the field `bound` that `text` is, or MISSING when it does not look like one.

    Raises:
        Unreadable: The text is a day that there is not.
    """
    if bound.mark["find"] == "person":
        return person_in(text) or MISSING
    if not bound.reader:
        return bound.words.get(name_key(text), MISSING)
    shape = _SHAPES.get(bound.reader)
    if not shape or not shape.match(text):
        return MISSING
    try:
        value = read_value(bound.reader, text, context)
    except Unreadable as problem:
        if problem.rule == "impossible-date":
            raise
        return MISSING
    return MISSING if value == "unknown" else value
