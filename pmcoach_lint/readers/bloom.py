"""Bloom's taxonomy: the levels of both editions, and the words that people write for them.

Sources: Bloom et al., Taxonomy of Educational Objectives (1956); Anderson and Krathwohl, A Taxonomy for Learning,
Teaching, and Assessing (2001). The two editions put the top two levels in the other order.
"""

from __future__ import annotations

import re

from pmcoach_lint.regex import regex, small_as_matched
from pmcoach_lint.syntax.lines import line_around

LADDERS: dict[int, tuple[str, ...]] = {
    1956: ("Know", "Understand", "Apply", "Analyze", "Synthesize", "Evaluate"),
    2001: ("Remember", "Understand", "Apply", "Analyze", "Evaluate", "Create"),
}
"""The six levels of each edition from the lowest up, by their verbs."""

LOWEST = {ladder[0] for ladder in LADDERS.values()}
"""The lowest level, which is the same in both editions, by its two names."""

DEFAULT_EDITION = 1956

_FORMS = {
    "Know": "know knows knowing knowledge",
    "Remember": "remember remembers remembering remembrance",
    "Understand": "understand understands understanding comprehend comprehends comprehending comprehension",
    "Apply": "apply applies applying application",
    "Analyze": "analyze analyzes analyzing analyse analyses analysing analysis",
    "Synthesize": "synthesize synthesizes synthesizing synthesise synthesises synthesising synthesis",
    "Evaluate": "evaluate evaluates evaluating evaluation",
    "Create": "create creates creating creation",
}

WORDS: dict[str, str] = {form: level for level, forms in _FORMS.items() for form in forms.split()}
"""Every word form that stands for a level, in lower case, with that level."""

_NAMED = regex(
    r"(?:[|→>;]|-->?|^[ \t]*(?:[-*+]|\d[.)])[ \t])\s*\**(?:L?\d[.:)]?\s+)?"
    r"(?:(?P<old>Know(?:ing|ledge)?|Synthes\w+)|(?P<new>Remember(?:ing)?|Creat(?:e|ing|ion)))"
    r"\**(?=\s*(?:[|:(→<;]|-->?|$))",
    re.MULTILINE,
)
"""A level that only one edition has, where it stands as a name: in a cell, at the head of an item, in a step."""


def edition_told(text: str, start: int = 0) -> int:
    """The edition that the names of levels in a text speak of, from `start` on; by default the one of the source.

    The names of both tell of neither, but for a ladder that is told whole.
    """
    if tells_new_ladder(text, start):
        return 2001
    if "Remember" not in text and "Creat" not in text:
        return DEFAULT_EDITION
    return 2001 if set(_named(text, start).values()) == {"new"} else DEFAULT_EDITION


def _named(text: str, start: int) -> dict[str, str | None]:
    """Which edition each of the levels is of that stand as names in a text and that only one has, by their letters."""
    return {match[match.lastgroup or 0][:1]: match.lastgroup for match in _NAMED.finditer(text, start)}


_LEVEL_WORD = regex(r"[A-Za-z]{4,13}")


def tells_new_ladder(text: str, start: int = 0) -> bool:
    """Whether one line of a text, from `start` on, tells the ladder of 2001 from its second level up to Create.

    The lowest level is often called Know in it: `Know < Understand < Apply < Analyze < Evaluate < Create`. So does the
    text where it names both its lowest and its highest level, and none that only the other edition has.
    """
    if "Remember" in text and "Creat" in text and _named(text, start).keys() == {"R", "C"}:
        return True
    at = text.find("reat", start)
    while at >= 0:
        begin, end = line_around(text, at)
        line = text[begin:end]
        if "valuat" in line and "nderst" in line:
            words = map(str.casefold, _LEVEL_WORD.findall(line))
            named = list(dict.fromkeys(WORDS[word] for word in words if word in WORDS))
            if tuple(named[-5:]) == LADDERS[2001][1:]:
                return True
        at = text.find("reat", end)
    return False


_SHORT_FORM = regex(
    r"(?<!\w)(?:(?P<short>[A-Z][A-Za-z]{0,2})(?:\s*[=:]\s*|\s[–-]\s)(?P<level>[A-Za-z][a-z]{3,12})\b"
    r"|(?P<name>[A-Za-z][a-z]{3,12})\s\((?P<behind>[A-Z][A-Za-z]{0,2})\))"
)
_FEWEST_SHORT_FORMS = 3
_SET_OFF = regex(
    r"(?<!\w)(?P<mark>\*\*|__|[*_(\[])(?P<short>[A-Z][a-z]{0,2})(?:\*\*|__|[*_)\]])(?P<rest>[a-z]{3,12})\b"
)
"""The name of a level in which the letters that stand for it are set off: `**Ap**ply`, `(U)nderstand`."""
_RUNG = regex(
    r"^[ \t]*(?:[-*+][ \t]+[*_]{0,2}(?P<short>K|U|Ap|An|Sy?|Ev?)[*_]{0,2}[ \t]*[:=–—]"
    r"|\|[ \t]*[*_]{0,2}(?P<row>K|U|Ap|An|Sy?|Ev?)[*_]{0,2}[ \t]*\|)",
    re.MULTILINE,
)
_TWO_RUNGS = (("Ap:", "An:"), ("| Ap |", "| An |"))
"""What stands in every ladder that is told so: as items or as rows."""
_IN_A_ROW = regex(
    r"\b(Kn?)(?: [a-z]+)?\W{1,5}(Un?)(?: [a-z]+)?\W{1,5}(Ap)(?: [a-z]+)?\W{1,5}(An)(?: [a-z]+)?\W{1,5}"
    r"(Sy?)(?: [a-z]+)?\W{1,5}(Ev?)\b"
)
"""A ladder told whole in short forms, of which nobody needs to be told what they stand for, with their words or not."""
_ROMAN = regex(rf"(?<![\w.])(VI|IV|V|I{{1,3}})[.:)]?\s[*_]{{0,2}}({'|'.join(_FORMS)})\b", near="iii")
"""A level behind its number in Roman figures: `II Understand`."""

_NUMBER_IN_FRONT = regex(r"(?<![\w.])(?P<letter>[A-Za-z]?)(?P<number>\d)\W{1,4}[UuCc]r?$")
_NUMBERED = rf"(?<![\w.])(?P<code>{{letter}}\d)\W{{{{1,4}}}}(?P<level>{'|'.join(WORDS)})\b"
_USUAL_LETTERS = {"", "L", "l", "B", "b"}
_MOST_TRIED = 4
_BY_NUMBER = {"nderstand": "2", "eate": "6"}
"""How the numbers of an author's own are found: by the ends of words before which another number is the usual one."""


def _own_numbers(text: str, start: int) -> tuple[tuple[str, str], ...]:
    """What a text calls the levels by numbers of its own: `D1 know · D2 understand`, `5 Create, 6 Evaluate`.

    Numbers without a letter may be those of a list, unless they begin with 0 or number all six levels.
    """
    tried: set[str] = set()
    for end, usual in _BY_NUMBER.items():
        at = text.find(end, start)
        while at >= 0 and len(tried) < _MOST_TRIED:
            match = _NUMBER_IN_FRONT.search(text, max(start, at - 9), at)
            is_own = match and (match["number"] != usual or match["letter"] not in _USUAL_LETTERS)
            if match and is_own and match["letter"] not in tried:
                tried.add(match["letter"])
                numbered = re.compile(_NUMBERED.format(letter=match["letter"]), re.IGNORECASE)
                found = (one.group("code", "level") for one in numbered.finditer(text, start))
                told = {(code.casefold(), WORDS[small_as_matched(level)]) for code, level in found}
                is_whole = len(told) == len(LADDERS[DEFAULT_EDITION]) or any(code.endswith("0") for code, _ in told)
                if _goes_up(told) and len(told) >= _FEWEST_SHORT_FORMS and (match["letter"] or is_whole):
                    own = match["letter"] in _USUAL_LETTERS and is_whole
                    return tuple(sorted(told | {(code[-1], level) for code, level in told if own}))
            at = text.find(end, at + 1)
    return ()


def _goes_up(told: set[tuple[str, str]]) -> bool:
    """Whether numbers go up as their levels do, but for the top two: else they number something else, as `P1 Apply`."""
    levels = [level for _, level in sorted(told)]
    up = any([one for one in ladder if one in levels][:3] == levels[:3] for ladder in LADDERS.values())
    return len(dict(told)) == len(told) and up


def short_forms(text: str, start: int = 0) -> tuple[tuple[str, str], ...]:
    """What a text, from `start` on, calls the levels for short: `K = Know, U = Understand, A = Apply, An = Analyze`.

    The rungs of a ladder may be called so without a word about it: `- K: names the goals`, `- Ap: uses the list`. Roman
    figures may stand before the names (`II Understand`), or numbers of the author's own (`D2 understand`).

    Returns each short form in small letters with its level; nothing for fewer than three, or where one stands for two.
    """
    if any(text.find(one, start) >= 0 and text.find(other, start) >= 0 for one, other in _TWO_RUNGS):
        rungs = {match[match.lastgroup or 0].casefold() for match in _RUNG.finditer(text, start)}
        if len(rungs) > _FEWEST_SHORT_FORMS:
            ladder = LADDERS[DEFAULT_EDITION]  # nobody needs to be told what these stand for
            meant = (next(level for level in ladder if level.lower().startswith(short)) for short in sorted(rungs))
            return tuple(zip(sorted(rungs), meant, strict=True))
    is_in_a_row = text.find(" Ap ", start) >= 0 or text.find("/Ap/", start) >= 0
    if is_in_a_row and (row := _IN_A_ROW.search(text, start)):
        return tuple(sorted(zip(map(str.lower, row.groups()), LADDERS[DEFAULT_EDITION], strict=True)))
    if text.find("III", start) >= 0 and (roman := {match.groups() for match in _ROMAN.finditer(text, start)}):
        told = {(number.casefold(), WORDS[level.casefold()]) for number, level in roman}
        if len(dict(told)) == len(told) >= _FEWEST_SHORT_FORMS:
            return tuple(sorted(told))
    if numbers := _own_numbers(text, start):
        return numbers
    beside = _has_letter_beside(text, start)
    if beside and (letters := _letters_set_off(text, start)):
        return letters
    if not beside and text.find("=", start) < 0:
        return ()
    pairs = (
        match.group("short", "level") if match["short"] else match.group("behind", "name")
        for match in _SHORT_FORM.finditer(text, start)
    )
    found = [(short.casefold(), level.casefold()) for short, level in pairs]
    named = {(short, level) for short, word in found if (level := _level_of(word)) and short not in WORDS}
    return tuple(sorted(named)) if len(dict(named)) == len(named) >= _FEWEST_SHORT_FORMS else ()


def _has_letter_beside(text: str, start: int) -> bool:
    """Whether the name of the second level has its letter beside it, or set off in it: `Understand (U)`."""
    for _ in range(_MOST_TRIED):
        at = text.find("derstand", start)
        if at < 0:
            return False
        if "U" in text[max(at - 9, 0) : max(at - 2, 0)] or "U" in text[at + 8 : at + 15]:
            return True
        start = at + 8
    return False


def _letters_set_off(text: str, start: int) -> tuple[tuple[str, str], ...]:
    """The short forms that are told as the letters set off in the names of the levels: `**K**now, **U**nderstand`."""
    found = [(match["short"].casefold(), match["rest"]) for match in _SET_OFF.finditer(text, start)]
    named = {(short, WORDS[short + rest]) for short, rest in found if short + rest in WORDS}
    return tuple(sorted(named)) if len(dict(named)) == len(named) >= _FEWEST_SHORT_FORMS else ()


def _level_of(word: str) -> str | None:
    """The level that a word stands for, or the first letters of its verb: `eval`, `synth`."""
    return WORDS.get(word) or next((level for level in LEVELS if level.lower().startswith(word)), None)


def style_of(word: str) -> str:
    """The way of naming levels that `word`, one of WORDS, belongs to."""
    folded = word.casefold()
    if folded.endswith("ing"):
        return "activity"
    return (
        "noun" if folded in {"knowledge", "comprehension", "remembrance"} or folded.endswith(("ion", "sis")) else "verb"
    )


STYLES: dict[str, dict[str, str]] = {"verb": {}, "noun": {}, "activity": {}}
"""The ways in which people name levels, the source's own first, each with its word for every level that it has."""

for _form, _level in WORDS.items():
    if _form != "remembrance":  # which nobody writes for a level
        STYLES[style_of(_form)].setdefault(_level, _form.capitalize())


def in_style(word: str, style: str) -> str | None:
    """What `word`, one of WORDS, is called in a way of naming levels; None where that has no name for its level.

    “Understanding” is a noun as well, and stays among nouns.
    """
    folded = word.casefold()
    if folded == "understanding" and style == "noun":
        return folded.capitalize()
    return STYLES[style].get(WORDS[folded])


_SPELT = regex(r"\b(?:analy|synthesi)(?P<letter>[sz])(?:e[dr]?|ing)\b", re.IGNORECASE)
"""What is spelt in two ways: not `analyses`, which are several of `analysis` in either."""


def british(text: str) -> bool | None:
    """Whether a text spells the levels in the British way, more often than not; None where it does neither more often.

    As `Analyse` does, and `synthesising`.
    """
    letters = [match["letter"].casefold() for match in _SPELT.finditer(text)]
    more = letters.count("s") - letters.count("z")
    return more > 0 if more else None


def in_spelling(word: str, *, british: bool) -> str:
    """A level's word as it is spelt in British or in American English."""
    return _SPELT.sub(lambda match: re.sub("[sz](?=e|ing)", "s" if british else "z", match[0]), word)


LEVELS = tuple(_FORMS)
"""The levels of both editions."""


def level_number(level: str, edition: int) -> int | None:
    """The rung of `level` on the ladder of `edition`, from 1; None when that edition has no such level."""
    ladder = LADDERS[edition]
    return ladder.index(level) + 1 if level in ladder else None
