"""Which records a pack's text speaks of by their ids, such as “see E3” or “R1.2 again”, and which ids are nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache

from pmcoach_lint.coaching.parts import BETS, EVIDENCE, PLANS
from pmcoach_lint.document import Document
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

_RANGE = regex(r"\s?(?:[–—-]|to|through)\s?(?:[A-Z]{1,3}-?)?(\d{1,4}(?:\.\d{1,4})?)(?![\w.%])")
_RANGE_SIGNS = frozenset("–—-t")
_SHAPE = regex(r"([A-Z]{1,3}-?)(\d+)((?:\.\d+)*)")
_REP = regex(r"(?P<head>[A-Z]{0,3}(?P<bet>\d{1,2})\.)\d{1,2}")
_LETTERED = regex(r"(?<![\w.])[A-Za-z]?\d{1,2}[a-z](?!\w)")
"""An id that ends with a letter: `1a`, `R2b`."""

_NUMBERED_BET = "Bet "
_NUMBER = regex(r"#?(\d{1,2})(?![\w.%]|,\d)")
_ELSEWHERE = regex(r"\b(?:last|previous|earlier|former|prior|other|another|next) (?:\w+ )?(?:cycle|pack|plan|log)\b")
_AROUND = 60
_LONGEST_RANGE = 50


class Stray(NamedTuple):
    """What the text calls a record by though there is none: the id, and where it stands."""

    id: str
    span: Span


class Mentions:
    """What the text of `document` says that is made like the ids of its records: known ones, and `unknown` ones."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.records = _records(document)
        self._shapes = {shape for name in self.records if (shape := _shape(name))}
        self._letters = "".join(sorted({letters[0] for letters, _ in self._shapes}))
        self._lettered = any(name[-1].islower() for name in self.records)

    def records_in(self, text: str) -> list[Path]:
        """The records that a text names by their ids, ranges such as `E1–E4` written out, each once."""
        records = self.records
        if text in records:
            return [records[text]]
        named: dict[Path, None] = {}
        for match in _pattern(self._letters).finditer(text) if self._letters else ():
            for name in _written_out(text, match):
                if name in records:
                    named[records[name]] = None
        for name in _LETTERED.findall(text) if self._lettered else ():
            if name in records:
                named[records[name]] = None
        return list(named)

    @cached_property
    def spoken_of(self) -> set[Path]:
        """The records that are spoken of by their ids, other than in themselves."""
        text, spoken = self._document.standing, set()
        for match in self._found():
            for name in _written_out(text, match):
                path = self.records.get(name)
                if path and path not in spoken and not _lies_in(match.span(), self._document.values.get(path)):
                    spoken.add(path)
        return spoken

    @cached_property
    def unknown(self) -> list[tuple[Stray, Path]]:
        """The ids that are no record's, each with the path of the value it stands in."""
        text, body, names = self._document.standing, self._document.body, set()
        for letter in self._letters:  # in a long text, one letter is found faster than any of several
            names.update(_pattern(letter).findall(text, body))
        nobodys = {name for name in names.difference(self.records) if _shape(name) in self._shapes}
        nobodys -= _of_competencies(self._document) if nobodys else set()
        nobodys = {name for name in nobodys if not self._went_with_plan(name)}
        strays = [Stray(match[0], match.span()) for match in self._found() if match[0] in nobodys] if nobodys else []
        strays += self._bets_by_number()
        strays.sort(key=lambda stray: stray.span[0])
        return [(stray, path) for stray in strays if (path := self._value_around(stray))]

    def _went_with_plan(self, name: str) -> bool:
        """Whether an id is of a rep whose bet has no reps, or reps under other numbers: that is told of the plan."""
        match = _REP.fullmatch(name)
        bets = self._document.data.get("vision", {}).get("bets", []) if match else []
        if not match or not 0 < int(match["bet"]) <= len(bets):
            return False
        number, plans = int(match["bet"]), self._document.data.get("plan", {}).get("bets", [])
        known = (plan for plan in plans if plan.get("id") == bets[number - 1].get("id", ""))
        plan = next(known, plans[number - 1] if number <= len(plans) else {})
        ids = [str(rep.get("id", "")) for rep in plan.get("reps", [])]
        return not ids or any(each and not each.startswith(match["head"]) for each in ids)

    def _found(self) -> Iterator[re.Match[str]]:
        """Whatever in the text is made like an id, of a record or of none."""
        text, body = self._document.standing, self._document.body
        return _pattern(self._letters).finditer(text, body) if self._letters else iter(())

    def _bets_by_number(self) -> Iterator[Stray]:
        """What the text calls `Bet 7` where there are fewer."""
        text, bets = self._document.standing, self._document.data.get("vision", {}).get("bets", [])
        if not bets:
            return
        known = {int(match[2]) for bet in bets if (match := _SHAPE.fullmatch(str(bet.get("id", ""))))}
        at = text.find(_NUMBERED_BET, self._document.body)
        while at >= 0:
            number = _NUMBER.match(text, at + len(_NUMBERED_BET))
            if number and int(number[1]) > len(bets) and int(number[1]) not in known:
                bet = Stray(text[at : number.end()], (at, number.end()))
                if not self._document.is_withdrawn(bet.id):
                    yield bet
            at = text.find(_NUMBERED_BET, at + 1)

    def _value_around(self, stray: Stray) -> Path | None:
        """The path of the value that a stray id stands in, if it may be meant as a reference there."""
        found = self._document.whereabouts.at(stray.span)
        if found is None or self._document.values.get(found[0]) != found[1] or found[0][-1] == "id":
            return None
        text, (start, end) = self._document.standing, found[1]
        token_start = max(text.rfind(sign, start, stray.span[0]) for sign in " \n|(") + 1
        token = text[max(token_start, start) : min(end, stray.span[1] + 1)]
        near = text[max(start, stray.span[0] - _AROUND) : min(end, stray.span[1] + _AROUND)]
        return None if "/" in token or "`" in token or _ELSEWHERE.search(near) else found[0]


def _records(document: Document) -> dict[str, Path]:
    """The ids of a pack's records with their paths; of two with the same id the first."""
    data = document.data
    plans, bets = (data.get(str(to[0]), {}).get(to[1], []) for to in (PLANS, BETS))
    lists = [(EVIDENCE, data.get("assessment", {}).get("evidence", [])), (BETS, bets)]
    for to, holders in ((PLANS, plans), (BETS, bets)):
        lists += [((*to, index, "reps"), holder["reps"]) for index, holder in enumerate(holders) if "reps" in holder]
    found: dict[str, Path] = {}
    for to, records in [*lists, (PLANS, plans)]:
        for index, record in enumerate(records):
            name = record.get("id")
            if name:
                found.setdefault(str(name), (*to, index))
    return found


def _of_competencies(document: Document) -> set[str]:
    """What the competencies of a pack go by: their ids, and a letter with their place, as in `C2`."""
    competencies = document.data.get("definition", {}).get("competencies", [])
    return {name for at, one in enumerate(competencies, 1) for name in (f"C{at}", str(one.get("id", "")))}


def _written_out(text: str, match: re.Match[str]) -> list[str]:
    """The id that a pattern has found in a text, and those that follow up to the end of a range that it begins."""
    name, end = match[0], match.end()
    last = _RANGE.match(text, end) if text[end : end + 2].lstrip()[:1] in _RANGE_SIGNS else None
    if not last:
        return [name]
    head, _, first = name.rpartition(".")
    prefix = f"{head}." if head else name.rstrip("0123456789")
    low, high = int(first.removeprefix(prefix)), int(last[1].rpartition(".")[2])
    width = len(first.removeprefix(prefix))
    return [f"{prefix}{number:0{width}}" for number in range(low, min(high, low + _LONGEST_RANGE) + 1)] or [name]


@cache
def _pattern(letters: str) -> re.Pattern[str]:
    """What an id looks like that begins with one of some letters."""
    return re.compile(rf"[{letters or 'A'}](?<![\w.].)(?<![^\W\d_]-.)[A-Z]{{0,2}}-?\d+(?:\.\d+)*(?!\w)")


@lru_cache(maxsize=1024)
def _shape(name: str) -> tuple[str, int] | None:
    """How an id is made: the letters it begins with, and how many points it has; None for a number alone."""
    match = _SHAPE.fullmatch(name)
    return (match[1], match[3].count(".")) if match else None


def _lies_in(span: Span, around: Span | None) -> bool:
    return around is not None and around[0] <= span[0] and span[1] <= around[1]
