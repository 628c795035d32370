"""What an answer says: the text of a person, or the value out of a file of answers, as the lines of a document.

An answer is taken as it was given, or refused with the reason. Nothing is guessed.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.generate.intake.bank import Field
from pmcoach_lint.names import name_key
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.readers.dates import DAY, MONTH, parse_date
from pmcoach_lint.readers.registry import Context, Unreadable, read_choice, read_value
from pmcoach_lint.readers.text import is_nothing, is_placeholder
from pmcoach_lint.regex import regex
from pmcoach_lint.resources import read_schema
from pmcoach_lint.settings import UsageError
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.weekly.rhythm import is_working_day

SHORTEST, LONGEST = 4, 12
"""Weeks of a cycle (`coaching-pms`: what must be more true in 4–12 weeks; checkpoints at 4, 8 and 12)."""

_PLANNED = "logistics"
"""The part of an intake whose dates are still to come."""

_ONE_DAY = regex(DAY, re.IGNORECASE)
_LED_BY_DAY = regex(rf"(?P<day>{DAY})\s*[:,–—-]?\s+(?P<rest>.+)", re.IGNORECASE)
_IN_WORK = regex(r"(?P<rest>.+?)\s*\((?P<work>[^()]+)\)\s*\.?")
_BULLET = regex(r"(?:[-*•]|>(?!\s*\d))\s+")
"""A bullet, or a mark of quotation, which in `> 5 tickets` is a sign of the words."""

_BOX = regex(r"\[[ xX]\]\s+")
_NUMBER = regex(rf"(?P<number>\d{{1,2}})[.)]\s+(?!(?:{MONTH})\b)", re.IGNORECASE)
"""The number of a line, which in `3. November` is that of a day."""

_CONTROL = regex(r"\x1b\[[\d;]*[A-Za-z~]|[\x00-\x1f\x7f-\x9f]")
"""What a terminal sends for a key such as an arrow, and single control characters."""

_RUN = regex(r"\s*(?:\bto\b|\buntil\b|–|—|\.\.)\s*", re.IGNORECASE)


class Refused(UsageError):
    """An answer that cannot be taken."""


class Answer(NamedTuple):
    """An answer that was taken: `text` is what a person would write in its place, or the rows of it."""

    text: str
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def take(field: Field, given: Any, as_of: date | None) -> Answer:
    """What `given` says as the value of `field`.

    Args:
        field: The value that was asked for.
        given: Text as it was typed, or a value of a file of answers: a text, a number, a list, a mapping.
        as_of: The day that counts as today; None for what was written down earlier, when it may have been another.

    Raises:
        Refused: It cannot be taken.
    """
    kind = field.kind
    if kind == "evidence":
        return Answer("", rows=tuple(_piece(field, one, as_of) for one in _lines(given)))
    if kind == "rows":
        return Answer("", rows=tuple(_row(field, one) for one in _lines(given)))
    if kind == "list":
        items = tuple(_said(_without_bullets([_line(one) for one in _several(given)])))
        if field.name == "Days off":
            for item in items:
                days_in(item)
        return Answer("", items=items)
    (text,) = _said([_line(given)])
    if kind == "handle" and not is_handle(text):
        raise Refused(f"“{text}” is no handle.", "Write a short name without spaces, such as pm-07; never a real name.")
    if kind == "date":
        return Answer(_start(text, as_of if field.path[0] == _PLANNED else None))
    if kind == "weeks":
        return Answer(_weeks(text))
    if kind == "minutes":
        return Answer(_minutes(text))
    _check_readable(field.binding, text)
    return Answer(text)


def is_handle(text: str) -> bool:
    """Whether a text has the form that the schemas want of a handle."""
    form: str = read_schema("common.schema.json")["$defs"]["handle"]["pattern"]
    return re.fullmatch(form, text) is not None


def days_in(text: str) -> tuple[date, date]:
    """The first and the last day of a day off, or of a run of them: `2026-12-24 to 2027-01-01`.

    Raises:
        Refused: It is none.
    """
    sides = [side.strip() for side in _RUN.split(text) if side.strip()]
    days = [_day(side) for side in sides]
    if len(days) not in (1, 2) or days[0] > days[-1]:
        raise Refused(f"“{text}” is no day, and no run of days.", "Write 2026-12-24, or 2026-12-24 to 2027-01-01.")
    return days[0], days[-1]


def _several(given: Any) -> list[Any]:
    """The single values of an answer: the members of a list, or the lines of a text, without their bullets."""
    if isinstance(given, list):
        return [one for one in given if one not in (None, "")]
    if isinstance(given, dict):
        return [given]
    return [line.strip() for line in str(given).splitlines() if line.strip()]


def _lines(given: Any) -> list[Any]:
    """The single values of an answer in rows: mappings, and lines without their bullets."""
    several = _several(given)
    if any(isinstance(one, dict) for one in several):
        return several
    return _without_bullets([str(one) for one in several])


def _without_bullets(lines: list[str]) -> list[str]:
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


def _said(texts: list[str]) -> list[str]:
    """Those of the `texts` that say anything, which `?`, `-` and `TBD` do not."""
    said = [text for text in texts if not is_nothing(text) and not is_placeholder(text)]
    if texts and not said:
        raise Refused(f"“{'; '.join(texts)}” says nothing yet.", "Leave it out: an open question is asked again.")
    return said


def _line(given: Any) -> str:
    """A text on one line, as it can stand behind a label or in a list."""
    if isinstance(given, (list, dict)):
        raise Refused("This question takes one text, and the answer has several parts.", "Write one text.")
    if isinstance(given, bool):
        given = "yes" if given else "no"
    text = " ".join(_CONTROL.sub(" ", str(given)).split())
    if not text:
        raise Refused("The answer is empty.")
    return text


def _piece(field: Field, given: Any, as_of: date | None) -> tuple[str, ...]:
    """A piece of evidence as the cells of its row, in the order of the columns."""
    columns = list(field.binding.fields.values())
    names = [column.name for column in columns]
    said = _mapped(given, names) if isinstance(given, dict) else _read_piece(_line(given), names)
    if not said.get("evidence"):
        raise Refused("A piece of evidence has to say what was seen.", "2026-09-09: what was seen (in which work)")
    _said([said["evidence"]])
    if said.get("date"):
        day = _day(said["date"])
        if as_of and day > as_of:
            raise Refused(f"“{said['date']}” lies in the future: nobody can have seen it yet.", "Correct the date.")
        said["date"] = day.isoformat()
    return tuple(said.get(column.name, "") for column in columns)


def _mapped(given: dict[str, Any], known: list[str]) -> dict[str, str]:
    said = {key.casefold(): _line(value) for key, value in given.items() if value not in (None, "")}
    unknown = [key for key in said if key not in known]
    if unknown:
        raise Refused(f"A piece of evidence has no “{unknown[0]}”.", f"It has {', '.join(known)}.")
    return said


def _row(field: Field, given: Any) -> tuple[str, ...]:
    """The cells of a row, in the order of its columns: out of a mapping, or of a line with a bar between them."""
    columns = list(field.binding.fields.values())
    form = " | ".join(field.columns)
    if isinstance(given, dict):
        cells = {name_key(str(key)): _line(value) for key, value in given.items() if value not in (None, "")}
        texts = [cells.pop(name_key(each.title), "") or cells.pop(name_key(each.name), "") for each in columns]
        if cells:
            raise Refused(f"“{field.name}” has no “{next(iter(cells))}”.", f"It has {', '.join(field.columns)}.")
    else:
        texts = [" ".join(text.split()) for text in _cells_of(_line(given))]
    if len(texts) > len(columns):
        raise Refused(f"There are {len(texts)} values, and “{field.name}” has {len(columns)}.", f"Write {form}")
    texts += [""] * (len(columns) - len(texts))
    for column, text in zip(columns, texts, strict=True):
        if column.name in field.binding.required and not text:
            needed = in_a_row([each.title for each in columns if each.name in field.binding.required])
            hint = f"Write {form}. {needed} cannot be left out; the place of any other may be empty."
            raise Refused(f"“{column.title}” is missing.", hint)
        if text:
            _check_readable(column, text)
    return tuple(texts)


def _cells_of(line: str) -> list[str]:
    """The values on a line with bars between them, which as the row of a table has bars at both its ends."""
    line = line.strip()
    if line.startswith("|") and line.endswith("|"):
        line = line[1:-1]
    return [text.strip() for text in line.split("|")]


def _check_readable(binding: Binding, text: str) -> None:
    """Refuse a text that cannot be read as the value of `binding`."""
    try:
        if binding.reader:
            read_value(binding.reader, text, Context())
        elif binding.words:
            read_choice(text, binding.words, f"value of “{binding.title}”")
    except Unreadable as problem:
        raise Refused(problem.message, problem.hint) from None


def _read_piece(text: str, names: list[str]) -> dict[str, str]:
    """A piece of evidence out of a line: `2026-09-09: what was seen (in which work)`, or `day | what | work | area`."""
    said = dict[str, str]()
    cells = _cells_of(text)
    if len(cells) > 1 and _ONE_DAY.fullmatch(cells[0]):
        if len(cells) > len(names):
            raise Refused(f"This piece of evidence has {len(cells)} values.", f"Write {' | '.join(names)}")
        return dict(zip(names, cells, strict=False))
    if match := _LED_BY_DAY.fullmatch(text):
        said["date"], text = match["day"], match["rest"]
    if match := _IN_WORK.fullmatch(text):
        said["artifact"], text = match["work"], match["rest"]
    return {**said, "evidence": text}


def _day(text: str) -> date:
    try:
        return parse_date(text)
    except Unreadable as problem:
        raise Refused(problem.message, problem.hint) from None


def _start(text: str, as_of: date | None) -> str:
    day = _day(text)
    if as_of is None:
        return day.isoformat()
    if day < as_of:
        raise Refused(f"{day} is past: today is {as_of}.", "Name a day from now on.")
    if not is_working_day(day):
        raise Refused(f"{day} is a {day:%A}.", "Let the cycle start on a working day.")
    return day.isoformat()


def _weeks(text: str) -> str:
    try:
        weeks = int(text) if text.isdecimal() else read_value("weeks", text, Context())["to"]
    except (Unreadable, ValueError):
        raise Refused(f"“{text}” is no number of weeks.", "Write a number from 4 to 12.") from None
    if weeks < SHORTEST:
        raise Refused(f"{weeks} weeks are too short for a habit to show.", f"Take {SHORTEST} to {LONGEST} weeks.")
    if weeks > LONGEST:
        message = f"{weeks} weeks are too long: after {LONGEST}, nobody remembers where they began."
        raise Refused(message, f"Take {SHORTEST} to {LONGEST} weeks, and begin another cycle then.")
    return f"{weeks} weeks"


def _minutes(text: str) -> str:
    text = f"{text} minutes" if text.isdecimal() else text
    try:
        read_value("minutes", text, Context())
    except Unreadable as problem:
        raise Refused(problem.message, problem.hint or "Write 90 minutes, or 2 hours.") from None
    return text
