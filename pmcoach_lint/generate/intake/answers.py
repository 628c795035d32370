"""What an answer says: the text of a person, or the value out of a file of answers, as the lines of a document.

An answer is taken as it was given, or refused with the reason. Nothing is guessed.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.generate.intake.bank import Field
from pmcoach_lint.generate.intake.days import aside_of, day_ahead, days_in, name_of
from pmcoach_lint.generate.intake.evidence import take_evidence
from pmcoach_lint.generate.intake.lines import (
    Answer,
    Refused,
    cells_of,
    line_of,
    lines_of,
    said_of,
    several,
    unfolded,
    without_bullets,
)
from pmcoach_lint.language.people import real_names_in
from pmcoach_lint.masking import masked
from pmcoach_lint.names import name_key
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.readers.registry import Context, Unreadable, read_choice, read_value
from pmcoach_lint.readers.text import says_none
from pmcoach_lint.regex import regex
from pmcoach_lint.resources import read_schema
from pmcoach_lint.weekly.rhythm import is_working_day

SHORTEST, LONGEST = 4, 12
"""Weeks of a cycle (`coaching-pms`: what must be more true in 4–12 weeks; checkpoints at 4, 8 and 12)."""

_PLANNED = "logistics"
"""The part of an intake whose dates are still to come."""

_DAYS = "Days off"
_SELF = regex(r"(?:it(?:'s|’s| is) )?(?:me|myself|I|us|we|you|yourself)\.?", re.IGNORECASE)
_NO_NAME = "Write a handle such as pm-07 or lead-02; keep the list of who is who elsewhere."
_SINCE = regex(
    r"(?:since|as of|(?:start(?:s|ed|ing)?|beg(?:ins?|an|un)|first session)(?: on| from| since)?)[:\s]+", re.IGNORECASE
)
"""Words in front of the day on which something starts."""

_BETWEEN_DAYS = regex(r"\s*[,;&]\s*|\s+and\s+", re.IGNORECASE)


def take(field: Field, given: Any, as_of: date | None) -> Answer:
    """What `given` says as the value of `field`.

    Args:
        field: The value that was asked for.
        given: Text as it was typed, or a value of a file of answers: a text, a number, a list, a mapping.
        as_of: The day that counts as today; None for what was written down earlier, when it may have been another.

    Raises:
        Refused: It cannot be taken.
    """
    try:
        return _taken(field, given, as_of)
    except Unreadable as problem:
        raise Refused(problem.message, problem.hint) from None


def _taken(field: Field, given: Any, as_of: date | None) -> Answer:
    kind = field.kind
    if kind == "evidence":
        return take_evidence(field, given, as_of)
    if kind == "rows":
        return Answer("", rows=tuple(_row(field, one) for one in lines_of(given)))
    if kind == "list":
        items = said_of(without_bullets([line_of(unfolded(one)) for one in several(given)]))
        return _days_off(items, as_of) if field.name == _DAYS else Answer("", tuple(items))
    (text,) = said_of([line_of(given)])
    _check_person(field.binding, text)
    if kind == "date":
        return _start(text, as_of, is_planned=field.path[0] == _PLANNED)
    if kind == "weeks":
        return _weeks(text)
    if kind == "minutes":
        return Answer(_minutes(text))
    _check_readable(field.binding, text)
    return Answer(text)


def _check_person(binding: Binding, text: str) -> None:
    """Refuse a real name, `me`, or what is no handle where the value of `binding` stands for a person."""
    if binding.schema.get("x-says") != "person":
        return
    if names := real_names_in(text):
        raise Refused(f"This looks like a real name: {masked(names[0])}", _NO_NAME)
    if _SELF.fullmatch(text):
        raise Refused(f"“{text}” is somebody else for each reader.", _NO_NAME)
    form = binding.schema.get("pattern")
    if form and not re.fullmatch(form, text):
        raise Refused(f"“{text}” is no handle.", f"Write {binding.schema['x-form']}.")


def is_handle(text: str) -> bool:
    """Whether a text has the form that the schemas want of a handle."""
    form: str = read_schema("common.schema.json")["$defs"]["handle"]["pattern"]
    return re.fullmatch(form, text) is not None


def _row(field: Field, given: Any) -> tuple[str, ...]:
    """The cells of a row, in the order of its columns: out of a mapping, or of a line with a bar between them."""
    columns = list(field.binding.fields.values())
    form = " | ".join(field.columns)
    if isinstance(given, dict):
        cells = {name_key(str(key)): line_of(value) for key, value in given.items() if value not in (None, "")}
        texts = [cells.pop(name_key(each.title), "") or cells.pop(name_key(each.name), "") for each in columns]
        if cells:
            raise Refused(f"“{field.name}” has no “{next(iter(cells))}”.", f"It has {', '.join(field.columns)}.")
    else:
        texts = [" ".join(text.split()) for text in cells_of(line_of(given))]
    if len(texts) > len(columns):
        raise Refused(f"There are {len(texts)} values, and “{field.name}” has {len(columns)}.", f"Write {form}")
    texts += [""] * (len(columns) - len(texts))
    for column, text in zip(columns, texts, strict=True):
        if column.name in field.binding.required and not text:
            needed = in_a_row([each.title for each in columns if each.name in field.binding.required])
            hint = f"Write {form}. {needed} cannot be left out; the place of any other may be empty."
            raise Refused(f"“{column.title}” is missing.", hint)
        if text:
            _check_person(column, text)
            _check_readable(column, text)
    return tuple(texts)


def _check_readable(binding: Binding, text: str) -> None:
    """Refuse a text that cannot be read as the value of `binding`.

    Raises:
        Unreadable: It cannot.
    """
    if binding.reader:
        read_value(binding.reader, text, Context())
    elif binding.words:
        read_choice(text, binding.words, f"value of “{binding.title}”")


def _start(text: str, as_of: date | None, *, is_planned: bool) -> Answer:
    """The day on which something starts; one that `is_planned` is a working day still to come."""
    text = _SINCE.sub("", text)
    day = day_ahead(text, as_of)
    if as_of and is_planned and day < as_of:
        raise Refused(f"{day} is past: today is {as_of}.", "Name a day from now on.")
    if as_of and is_planned and not is_working_day(day):
        raise Refused(f"{day} is a {day:%A}.", "Let the cycle start on a working day.")
    return Answer(day.isoformat(), remarks=() if _is_full(text) else (f"“{text}” is taken for {day}.",))


def _is_full(text: str) -> bool:
    """Whether a text names a day with all that it needs."""
    with suppress(Unreadable):
        return bool(day_ahead(text, None))
    return False


def _days_off(texts: list[str], as_of: date | None) -> Answer:
    """Days off and runs of them, as they were told or, where that was without their year, in full."""
    items, remarks = list[str](), list[str]()
    if all(says_none(text, (0, len(text))) for text in texts):
        return Answer("", tuple(texts))
    for text in (day for line in texts for day in _split(line, as_of)):
        first, last = days_in(text, as_of)
        run = f"{first} to {last}" if first != last else f"{first}"
        try:
            days_in(text)
            items.append(text)
        except Unreadable:
            items.append(f"{name_of(text)}{run}{aside_of(text)}")
            remarks.append(f"“{text}” is taken for {run}.")
    return Answer("", tuple(items), remarks=tuple(remarks))


def _split(line: str, as_of: date | None) -> list[str]:
    """The days and runs of days on a line that holds nothing else; the line where it does."""
    parts = _BETWEEN_DAYS.split(line)
    try:
        for part in parts:
            days_in(part, as_of)
    except Unreadable:
        return [line]
    return parts


def _weeks(text: str) -> Answer:
    try:
        weeks = int(text) if text.isdecimal() else read_value("weeks", text, Context())["to"]
    except (Unreadable, ValueError):
        raise Refused(f"“{text}” is no number of weeks.", "Write a number from 4 to 12.") from None
    if weeks < SHORTEST:
        raise Refused(f"{weeks} weeks are too short for a habit to show.", f"Take {SHORTEST} to {LONGEST} weeks.")
    if weeks > LONGEST:
        message = f"{weeks} weeks are too long: after {LONGEST}, nobody remembers where they began."
        raise Refused(message, f"Take {SHORTEST} to {LONGEST} weeks, and begin another cycle then.")
    is_run = len(re.findall(r"\d+", text)) > 1 or not re.search(r"\d", text)
    return Answer(f"{weeks} weeks", remarks=(f"“{text}” is taken for {weeks} weeks.",) if is_run else ())


def _minutes(text: str) -> str:
    text = f"{text} minutes" if text.isdecimal() else text
    try:
        read_value("minutes", text, Context())
    except Unreadable as problem:
        raise Refused(problem.message, problem.hint or "Write 90 minutes, or 2 hours.") from None
    return text
