"""Which record a text refers to: by id, number, name, clear short form of the name, or competency.

Nothing unnatural is asked of a writer. `B1`, `Bet 1`, `2`, `Problem framing`, `framing` and `B1: Problem framing` may
all mean the same bet, as long as only one bet can be meant.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import Any

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.nouns import letter_number, number_of, word_number
from pmcoach_lint.binding.own_text.days import day_in_front
from pmcoach_lint.names import has_all_words, is_short_form, name_key, name_keys
from pmcoach_lint.readers.dates import parse_date
from pmcoach_lint.readers.unreadable import Unreadable
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.yaml_marks import Path

ID = regex(r"\(?(?P<id>[A-Za-z]{1,3}-?\d+(?:\.\d+)*)\)?(?=$|[\s:.,)-]|[–—])")
"""The id that a text begins with: `B1`, `(E3)`."""

_BRACKETED_ID = regex(r"\((?P<id>[A-Za-z]{1,3}-?\d+(?:\.\d+)*)\)\s*$")
_CODE_BEHIND = regex(r"\((?P<code>[A-Z][A-Z\d]*(?:-[A-Z\d]+)?)\)$", near=")")
"""A code of an author's own, in brackets behind the name for which it stands: `To cut scope (A-CUT)`."""
_CODE = regex(r"(?P<letter>[A-Z])(?P<number>\d{1,2})(?:[\s:.)–—-]+(?P<rest>.*))?", re.DOTALL)
_LETTER_IN_FRONT = regex(r"[A-Ha-h][.:)]\s")
_LETTERED = regex(r"[A-H][:.)]\s+(?P<rest>.+)", re.DOTALL)
_NUMBER = regex(r"#?\s*(\d{1,2})\.?")
_LINK = regex(r"^\[([^\[\]]+)\]\([^()\s]*\)$")
_EVERY = regex(r"(?:all|both)(?:\s+(?:of them|\w+s))?", re.IGNORECASE)
"""A text that names all records: `both`, `all bets`."""

_EVERY_BEGINS = frozenset({"all", "all ", "both"})
_ASIDE = regex(r"\s*[.,;:(–—→]\s*|\s(?=(?:by|from|with|in|on|at|until|since|because|but|for|as|before|after)\b)")
_QUOTES = "\"“„«‘'"
_IN_BRACKETS = regex(r"\((?P<name>[^()]{1,80})\)")
_SEVERAL = regex(r"\s*(?:[,;/&+]|\band\b|<br\s*/?>)\s*")


def meanings(targets: Targets, text: str, *, many: bool) -> list[list[int]]:
    """What `text` may mean: one list of candidates, or one for each name in it where it names several records."""
    if many and text[:4].lower() in _EVERY_BEGINS and _EVERY.fullmatch(text):
        return [[number] for number in range(len(targets.records))]
    text = targets.without_plural(text) if many else text
    several = _parts(text) if many else []
    meant = targets.resolve(text)
    if len(several) > 1 and (not meant or all(ID.match(part) for part in several)):
        parts = [targets.resolve(part) for part in several]
        if parts and all(len(part) == 1 for part in parts):
            return parts
    return [meant]


@lru_cache(maxsize=4096)
def _parts(text: str) -> list[str]:
    """The parts of a text that may name several records."""
    return [part for part in _SEVERAL.split(text) if part]


class Targets:
    """The records that texts may refer to, with everything by which they are known."""

    def __init__(self, binding: Binding, records: list[dict[str, Any]], numbers: dict[int, int] | None = None) -> None:
        self.numbers = numbers or {}
        self.binding = binding
        self.records = records
        self.known: dict[str, list[int]] = {}
        self.ids: dict[str, list[int]] = {}
        for index, record in enumerate(records):
            self.ids.setdefault(str(record.get("id", "")).upper(), []).append(index)

    @cached_property
    def days(self) -> dict[str, list[int]]:
        """The indexes of the records of each day, where days head them."""
        days: dict[str, list[int]] = {}
        day = self.binding.day.name if self.binding.day else ""
        for index, record in enumerate(self.records):
            if day in record:
                days.setdefault(record[day], []).append(index)
        return days

    @cached_property
    def names(self) -> tuple[dict[str, list[int]], ...]:
        """The indexes of the records by the keys of their titles, and by those of their competencies.

        Of several with the same title the first is meant: they are one, told twice.
        """
        title = self.binding.title_field.name if self.binding.title_field else ""
        names: tuple[dict[str, list[int]], ...] = ({}, {})
        for index, record in enumerate(self.records):
            for column, name in zip(names, (title, "competency"), strict=True):
                if text := record.get(name):
                    column.setdefault(name_key(str(text)), []).append(index)
                    if code := _CODE_BEHIND.search(str(text)):
                        column.setdefault(name_key(code["code"]), []).append(index)
        names[0].update((key, indexes[:1]) for key, indexes in names[0].items())
        return names

    @cached_property
    def by_letter(self) -> dict[str, int]:
        """The index of each record by the letter with which its name begins: `a. Strategy as choice`."""
        title = self.binding.title_field.name if self.binding.title_field else ""
        names = enumerate(str(record.get(title, "")) for record in self.records)
        return {name[0].upper(): at for at, name in names if _LETTER_IN_FRONT.match(name)}

    def resolve(self, text: str) -> list[int]:
        """The indexes of the records that `text` may mean; the first way of naming that fits any decides."""
        if text not in self.known:
            self.known[text] = self.look_up(text)
        return self.known[text]

    def likely(self, text: str) -> list[int]:
        """The same, or the only record whose name has all words of the `text` in another form: `Shipping`, `Ships`."""
        if meant := self.resolve(text):
            return meant
        title = self.binding.title_field.name if self.binding.title_field else ""
        alike = [at for at, record in enumerate(self.records) if has_all_words(text, str(record.get(title, "")))]
        return alike if len(alike) == 1 else []

    def look_up(self, text: str) -> list[int]:
        """Resolve a text that has not been met before."""
        if text and text in self.ids:
            return self.ids[text]
        if len(text) == 1 and text.upper() in self.by_letter:
            return [self.by_letter[text.upper()]]
        if not self.days and text.replace(" ", "").isalpha():  # no id, digit or link: most are the plain name
            return self.numbered(text) or self.named(text) or self.before_aside(text) or self.counted(text)
        if text[:1] == "[" and (link := _LINK.match(text)):
            text = link[1]
        if self.days and (front := day_in_front(text, 0, len(text))):
            return self.on_day(text[slice(*front.day)], text[front.end :])
        for find in (ID.match, _BRACKETED_ID.search):
            if (match := find(text)) and match["id"].upper() in self.ids:
                return self.ids[match["id"].upper()]
        return (
            self.numbered(text.strip())
            or self.named(text)
            or self.coded(text)
            or self.before_aside(text)
            or self.counted(text)
        )

    def counted(self, text: str) -> list[int]:
        """The index of the record that its number and its name tell, which only a space parts: `Bet 1 Frame first`.

        The name may be told in other words, but not be that of another record.
        """
        told = self.binding.nouns.counted(text) if self.binding.nouns else None
        by_number = self.numbered(str(told[0])) if told else []
        meant = self.named(told[1]) if told and by_number else []
        is_name = bool(told and (told[1][0].isupper() or told[1][0] in _QUOTES))
        return by_number if meant == by_number or (is_name and not meant) else []

    def before_aside(self, text: str) -> list[int]:
        """The index of the record whose whole name stands before a remark, or in brackets: `Expert Executor. On …`.

        In front of a colon it may be its id: `PC: Platform consumer insight`.
        """
        names, front = self.names[0], text.partition(": ")[0]
        if front != text and front in self.ids:
            return self.ids[front]
        asides = (name_key(text[: match.start()]) for match in _ASIDE.finditer(text))
        brackets = (name_key(match["name"]) for match in _IN_BRACKETS.finditer(text))
        return next((names[key] for key in (*asides, *brackets) if key in names), [])

    def without_plural(self, text: str) -> str:
        """The text without the noun in front of several numbers: `Bets 1, 2`."""
        return self.binding.nouns.without_plural(text) if self.binding.nouns else text

    def coded(self, text: str) -> list[int]:
        """The index of the record that a letter and a number name where ids have no letters: `C1`, `A. Framing`."""
        if lettered := _LETTERED.fullmatch(text):
            return self.named(lettered["rest"])
        match, nouns = _CODE.fullmatch(text), self.binding.nouns
        has_codes = any(known and not known.isdecimal() for known in self.ids)
        if not match or has_codes or not nouns or not nouns.begin(match["letter"]):
            return []
        number = int(match["number"])
        if match["rest"]:
            return self.named(match["rest"])
        return [number - 1] if 0 < number <= len(self.records) else []

    def on_day(self, day: str, rest: str) -> list[int]:
        """The indexes of the records of a day; where there are several, those that the `rest` of the text names."""
        try:
            found = self.days.get(parse_date(day).isoformat(), [])
        except Unreadable:
            return []
        named = self.named(rest) if len(found) > 1 and rest else []
        return [index for index in found if index in named] or found

    def named(self, text: str) -> list[int]:
        """The indexes of the records whose name is `text`, or is shortened by it."""
        keys = name_keys(text)
        for column in self.names:
            for key in keys:
                if key in column:
                    return column[key]
            for key in keys:
                if found := [
                    index for known, indexes in column.items() if is_short_form(key, known) for index in indexes
                ]:
                    return sorted(found)
        return []

    def numbered(self, text: str) -> list[int]:
        """The index of the record that `text` names by its number; empty where it names none."""
        number = self.number(text)
        if number and (by_number := self.by_number):
            return [by_number[number]] if number in by_number else []
        return [number - 1] if number and number <= len(self.records) else []

    @cached_property
    def by_number(self) -> dict[int, int]:
        """The index of each record by its number, where one is another than its place says and none is there twice."""
        places = range(len(self.records)) if self.numbers else ()
        known = {self.numbers.get(index, index + 1): index for index in places}
        return known if len(known) == len(places) else {}

    def number(self, text: str) -> int | None:
        """The number by which `text` names a record: `Bet 2`, `#2`, `2`, `two`; `Bet B` or `B` where no ids are."""
        if number := number_of(self.binding.nouns.match(text) if self.binding.nouns else None):
            return number
        if (letter := letter_number(text)) and self.binding.nouns and not self.ids.keys() - {""}:
            return letter
        if self.binding.nouns and (number := word_number(text)):
            return number
        match = _NUMBER.fullmatch(text)
        return int(match.group(1)) if match else None


def numbers_of(numbers: dict[Path, int], to: Path) -> dict[int, int]:
    """Those of the `numbers` of records that are of the list at `to`, by their places in it."""
    return {path[-1]: number for path, number in numbers.items() if path[:-1] == to and isinstance(path[-1], int)}


def target(holder: Holder, data: dict[str, Any], path: Path) -> tuple[Binding, list[dict[str, Any]]]:
    """The binding and the records of the list at `path`."""
    name, *rest = path
    field, value = holder.fields[str(name)], data.get(str(name))
    if rest:
        return target(field, value if isinstance(value, dict) else {}, tuple(rest))
    return field, value if isinstance(value, list) else []
