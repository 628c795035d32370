"""How the records of a list write what a new one says as well: its day, its status, the bet that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.targets import Targets, meanings, numbers_of, target
from pmcoach_lint.checks.words import value_at
from pmcoach_lint.coaching.cycle import as_day
from pmcoach_lint.editing.listed import DATE, WEEK, Listed
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.calendar import MONTHS
from pmcoach_lint.readers.registry import Unreadable, read_choice
from pmcoach_lint.readers.text import plain

_DAYS = (
    *("{y}-{m:02}-{d:02}", "{d} {mon}", "{mon} {d}", "{d} {mon} {y}", "{mon} {d}, {y}", "{d:02} {mon}", "{mon} {d:02}"),
    *("{d} {month}", "{month} {d}", "{d} {month} {y}", "{month} {d}, {y}", "{d:02} {mon} {y}", "{d}-{mon}"),
    *("{d:02}-{mon}", "{d}-{mon}-{yy:02}", "{d:02}-{mon}-{yy:02}", "{d:02}-{mon}-{y}", "{m:02}-{d:02}"),
    *("{d:02}.{m:02}.{y}", "{d}.{m}.{y}", "{d:02}.{m:02}", "{d}.{m}", "{d:02}/{m:02}/{y}", "{d:02}/{m:02}", "{d}/{m}"),
    *("{m:02}/{d:02}/{y}", "{m:02}/{d:02}", "{m}/{d}", "{week} {d} {mon}", "{week} {mon} {d}", "{week} {d} {month}"),
    *("{week}, {d} {mon}", "{week}, {mon} {d}", "{week} {month} {d}", "{week} {d:02} {mon}", "{week} {d}"),
)
"""The forms in which people write days, one that tells all of it first."""

STATUS = "status"
"""What other records have another word for: 🟢 for `on track`. Other words for a kind say more than the kind does."""

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_ABBREVIATED = 3

_CODE = 2
"""So many letters has a code that stands for a word, such as `S`."""


def as_told(listed: Listed, texts: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """What a record is to say, without what is empty: in the manner of the list, and else as it was given.

    Where the list goes by weeks, the week is told in the stead of the day.
    """
    told = {name: text for name, text in texts.items() if text}
    if listed.is_by_weeks:
        week = listed.week_of(date.fromisoformat(told.pop(DATE)))
        told = {WEEK: listed.week_as_told(week), **told}
    yield in_their_manner(listed, told)
    yield told


def in_their_manner(listed: Listed, texts: Mapping[str, str]) -> dict[str, str]:
    """What a new record says, in the form in which the records of its list say the same.

    Args:
        listed: The list.
        texts: What the record says, by the names of its fields, its `date` in ISO form.
    """
    told = dict(texts)
    for name, text in texts.items():
        field = listed.binding.fields.get(name)
        if field is None:
            continue
        written = list(_written(listed, name))
        if field.reader == "date":
            told[name] = _day_as(date.fromisoformat(text), written) or text
        elif field.words:
            told[name] = _choice_as(field, text, written) or text
        elif field.schema.get("x-ref"):
            told[name] = _reference_as(listed, field, text, written) or text
    return told


def _written(listed: Listed, name: str) -> Iterator[tuple[Any, str]]:
    """What the records of a list have in a field, the last one first: as data, and as it stands in the text."""
    for number, record in reversed([*enumerate(listed.records)]):
        if span := listed.span_of(number, name):
            yield record.get(name), plain(listed.text[slice(*span)])


def _day_as(day: date, written: list[tuple[Any, str]]) -> str | None:
    """A day in the form that the last record has its own in; None where that is none of the usual ones.

    Of several forms that it may be in (`11/11`) the one counts that most records have.
    """
    known = [(on, text.rstrip(".")) for value, text in written if text and (on := as_day(value))]
    if not known:
        return None
    (last, like), stop = known[0], "." if written[0][1].endswith(".") else ""
    forms = [form for form in _DAYS if _formed(form, last).casefold() == like.casefold()]
    counts = {form: sum(_formed(form, on).casefold() == text.casefold() for on, text in known) for form in forms}
    return _cased(_formed(max(forms, key=counts.__getitem__), day), like=like) + stop if forms else None


def _cased(text: str, *, like: str) -> str:
    """A text in small letters or in capitals, where another is in these; with a capital where another begins so."""
    if len(like) > _CODE and (like.islower() or like.isupper()):
        return text.lower() if like.islower() else text.upper()
    return text[:1].upper() + text[1:] if like[:1].isupper() else text


def _formed(form: str, day: date) -> str:
    month = MONTHS[day.month - 1].capitalize()
    return form.format(
        y=day.year,
        yy=day.year % 100,
        m=day.month,
        d=day.day,
        month=month,
        mon=month[:_ABBREVIATED],
        week=_WEEKDAYS[day.weekday()],
    )


def _choice_as(field: Binding, text: str, written: list[tuple[Any, str]]) -> str | None:
    """The word for the same choice: of a status that of the last record with it, else the same in the records' case."""
    try:
        meant = read_choice(text, field.words, "")
    except Unreadable:
        return None
    known = [(value, word) for value, word in written if value and word]
    code = next((word for value, word in known if value == meant and len(word) <= _CODE), "")
    if code:
        return code
    if field.name != STATUS:
        same = (word for _, word in known if name_key(word) == name_key(text))
        return next(same, _in_their_case(text, known))
    return next((word for value, word in known if value == meant), _in_their_case(text, known))


def _in_their_case(text: str, known: list[tuple[Any, str]]) -> str:
    """A word in small letters, in capitals or with one, where all words of the records are so."""
    words = [word for _, word in known]
    alike = (all(map(str.islower, words)), all(map(str.isupper, words)), all(word[:1].isupper() for word in words))
    return _cased(text, like=words[0]) if words and any(alike) else text


def _reference_as(listed: Listed, field: Binding, text: str, written: list[tuple[Any, str]]) -> str | None:
    """What the last record about the same calls it; else its id or number, where records are told by these."""
    document, to = listed.document, tuple(field.schema["x-ref"].get("to", ()))
    if not to or not value_at(document, to):
        return None
    targets = Targets(*target(document.binding, document.data, to), numbers_of(document.numbers, to))
    meant = meanings(targets, text, many=True)
    if any(len(each) != 1 for each in meant):
        return None
    for _, said in written:
        if meanings(targets, said, many=True) == meant:
            return said
    if len(meant) != 1 or not written:
        return None
    place = meant[0][0]
    names = {"id": str(targets.records[place].get("id", "")), "number": str(place + 1)}
    ids = {str(record.get("id")) for record in targets.records}
    if all(said in ids for _, said in written):
        return names["id"] or None
    return names["number"] if all(said.isdigit() for _, said in written) else None
