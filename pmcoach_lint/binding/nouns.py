"""What introduces the title of a record, such as `Bet 1:`."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

from pmcoach_lint.binding.labels import FIRST_PICTURE, PICTURES
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span

_MARKS = regex(r"[\s*_]*")
_SECTION = regex(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+")
_ASIDE = r"(?=\([^()\n]{1,60}\)[*_]{0,3}\s*:)"
"""What says more of the record between the noun and its colon: `Weekly rep (50 min): ...`."""

_PLAN = r"(?:(?:weekly )?(?:reps?|practi[cs]e(?: (?:loops?|plan))?)|loops?|plan|work|exercises?)"
SAYS_PLAN = regex(rf"[*_]*{_PLAN}(?:,\s\w+)?[*_:]*", re.IGNORECASE)
"""What says no more of a plan than that it is one: `Bet 1 reps`, `Bet 2 – practice`, `Bet 1 loop, weekly`."""

_OF_PLAN = rf"{_PLAN}(?:\s(?:\d{{1,2}}|(?-i:[A-H])))?"
_PLAN_IN_FRONT = regex(
    rf"[*_]*(?:{_OF_PLAN}\s*(?:\bfor\s+|[:·]\s+|[–—]\s*|-\s)|for\s+)(?=[\W_]*(?-i:[A-Z]))",
    re.IGNORECASE,
    near="for : · – — -",
)
"""What is in front of the name of the bet that a plan is for: `Practice loop: Frame first`, `For “Frame first”`."""

_PLAN_BEGINS = ("weekly", "rep", "practic", "practis", "loop", "plan", "work", "exercise")
_LONGEST_HEAD = 40
"""How long at most what says so is, with a number of its own and what parts it from the name."""

_LONE = regex(
    r"(?:(?:weekly )?reps|practi[cs]e(?: (?:loops?|plan))?|loop|plan|exercises)\s+(?:for\s+)?(?P<lone>(?-i:[A-H]))"
    r"[*_]*(?:\s*(?:[:.)·|]|[–—]|-\s)|(?=\s?\()|\s*$)\s*",
    re.IGNORECASE,
)
"""A plan that is called by the letter of its bet alone: `Reps for A (weekly)`, `Loop B: say no`."""

_SET_OFF = r"(?:[*_]{1,3}\s*(?:[:–—]|-\s)\s*|(?:\*\*|__)\s+(?=[*_\"“‘']?(?-i:[A-Z])))"
"""What parts noun and number that are set off from a name: `**Bet 1**: Frame first`, `**Bet 1** Frame first`."""

_WORDS = ("one", "two", "three", "four", "five", "six")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_BEGIN_ORDINAL = (*_ORDINALS, "our", "the", "my", "for")
"""How a text may begin that names a record by its ordinal: `Our second bet: …`, `For the first bet`."""
LETTERS = "ABCDEFGH"
_GREEK = "αβγδεζηθ"
ANY_NUMBER = rf"(?:(?P<number>\d{{1,2}})|(?P<word>{'|'.join(_WORDS)})|(?P<letter>(?-i:[A-H{_GREEK}])))\b"
"""The form of a number behind a noun, wherever it stands; `number_of` tells which it is."""


def letter_number(text: str) -> int | None:
    """The number for which a single letter stands: 2 for `B` and `β`; None for any other text."""
    letters = LETTERS if text in LETTERS else _GREEK
    return letters.index(text) + 1 if len(text) == 1 and text in letters else None


def word_number(text: str) -> int | None:
    """The number for which a single word stands: 2 for `two` and `second`; None for any other text."""
    said = text.lower()
    return next((names.index(said) + 1 for names in (_WORDS, _ORDINALS) if said in names), None)


def number_of(noun: re.Match[str] | None) -> int | None:
    """The number that a noun bears: 2 for `Bet 2`, `Bet two`, `Bet B`, `Second bet`; None where there is none."""
    told = noun.lastgroup if noun else None
    if noun is None or told is None:
        return None
    if told == "number":
        return int(noun[told])
    said = noun[told] if noun[told] in LETTERS else noun[told].lower()
    return next(names.index(said) for names in (LETTERS, _GREEK, _WORDS, _ORDINALS) if said in names) + 1


class Nouns:
    """What introduces the title of a record, such as `Bet 1:`."""

    def __init__(self, nouns: Sequence[str]) -> None:
        self._words = tuple(noun.lower() for noun in nouns)
        self._is_of_plans = "plan for" in self._words
        self._longest = max(map(len, self._words))
        words = "|".join(re.escape(noun) for noun in sorted(nouns, key=len, reverse=True))
        of_bet = r"(?:\d{1,2}\.(?=\d))?" if "rep" in self._words else ""  # `Rep 1.2` is the second of bet 1
        number = rf"[#-]?\s*{of_bet}(?P<number>\d{{1,2}})(?![\d.]*\d)\s*"
        word = rf"(?P<word>{'|'.join(_WORDS)})\b\s*"
        parted = r"(?:\)\s*(?=[:–—-]))?(?:[:.)·|-]+|[–—]+|•|,(?=\s+(?!bet)[^\W\d_]))\s*"
        numbered = rf"(?:{number}|{word})\\?(?:{parted}|[*_]*$|{_SET_OFF}|(?=[(\"“„«])|(?={_PLAN}(?:,\s\w+)?[*_:]*$))"
        lettered = (
            rf"-?(?P<letter>(?-i:[A-H{_GREEK}]))\s*"
            rf"(?:[:.)·|]|[–—]|•|-\s|(?=[*_]*$)|{_SET_OFF}|(?=\s?[(\"“„«])|(?=\s{_PLAN}[*_:]*$))\s*"
        )
        bare = rf"[*_]{{0,3}}\s*[:–—]\s*|[*_]{{0,3}}\s*{_ASIDE}|,\s*(?=[^:()\n]{{1,30}}:)"
        self._asked = regex(
            rf"\b(?:for|of|in|on)\s(?P<record>(?:{words})\s(?:\d{{1,2}}|(?-i:[A-H])))\?[*_]*$", re.IGNORECASE
        )
        form = rf"(?:{words})\s*(?:{numbered}|{lettered}|{bare})[\s*_]*"
        self._pattern = regex(rf"[\s*_]*{form}", re.IGNORECASE)
        self._counted = regex(rf"(?:{words})\s+{ANY_NUMBER}\s+(?P<name>\S.*)", re.IGNORECASE | re.DOTALL)
        front = rf"{_OF_PLAN}(?:\s+for\s+|\s*(?:[:·|(]|[–—]|\s-)?\s*)"
        self._of_plan = regex(rf"{front}{form}", re.IGNORECASE)
        self._ordinal = regex(
            rf"[\s*_]*(?:for\s+)?(?:(?:our|the|my)\s+)?(?P<ordinal>{'|'.join(_ORDINALS)})\s+(?:{words})"
            rf"(?:\s*(?:[:.,·]|[–—]|-\s)|[*_]*$)[\s*_]*",
            re.IGNORECASE,
        )

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """A noun at `start`, with its number (see `number_of`). Most texts begin with another word."""
        first = text[start : min(start + self._longest, end)].lower()
        if not first[:1].isalpha():
            start = _past_marks(text, start, end)
            first = text[start : min(start + self._longest, end)].lower()
        if first.startswith(self._words) and (noun := self._pattern.match(text, start, end)):
            return noun
        if self._is_of_plans and first.startswith(_PLAN_BEGINS):
            return self._plan(text, start, end)
        return self._ordinal.match(text, start, end) if first.startswith(_BEGIN_ORDINAL) else None

    def _plan(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The number or letter of the bet behind what says that this is its plan: `Loop for bet 1`, `Reps for A`."""
        head = text[start : min(end, start + _LONGEST_HEAD)]
        if "bet" in head.lower():
            return self._of_plan.match(text, start, end)
        words = {word.strip("*_:.,()|·") for word in head.split()[1:]}
        return _LONE.match(text, start, end) if not words.isdisjoint(LETTERS) else None

    def behind_plan(self, text: str, start: int, end: int) -> int:
        """Where the name begins behind words that say only that this is a plan: `Practice loop: Frame first`."""
        begin = _past_marks(text, start, end) if self._is_of_plans else end
        is_plan = text[begin : min(begin + _LONGEST_HEAD, end)].lower().startswith(("for ", *_PLAN_BEGINS))
        match = _PLAN_IN_FRONT.match(text, begin, end) if is_plan else None
        return match.end() if match else start

    def asked(self, text: str, span: Span) -> Span | None:
        """Where a question names the record that it is about: `bet 1` in `What is the weekly rep for bet 1?`."""
        found = self._asked.search(text, *span) if text.endswith(("?", "?*", "?**"), *span) else None
        return found.span("record") if found else None

    def counted(self, text: str) -> tuple[int, str] | None:
        """The number and the name of a record that only a space parts: `Bet 1 Frame first`; None for any other text."""
        match = self._counted.fullmatch(text)
        told = next((match[form] for form in ("number", "word", "letter") if match[form]), "") if match else ""
        number = int(told) if told.isdecimal() else letter_number(told) or word_number(told) if told else None
        return (number, match["name"]) if match and number else None

    def name(self, key: str) -> bool:
        """Whether the `key` of a name is that of one record, and not of the list: `Weekly rep`."""
        return key in self._words

    def without_plural(self, text: str) -> str:
        """The text without one of the nouns in front of several numbers: `1, 2` for `Bets 1, 2`."""
        lowered = text.lower()
        noun = next((word for word in self._words if lowered.startswith(f"{word}s ")), None)
        return text[len(noun) + 2 :].lstrip() if noun else text

    def begin(self, letter: str) -> bool:
        """Whether one of the nouns begins with the `letter`, which may then stand for it: `C1`, `B2`."""
        return any(word.startswith(letter.lower()) for word in self._words)


def _past_marks(text: str, start: int, end: int) -> int:
    """Where from `start` on the marks of emphasis, the pictures and the number of a section end: `**🚀 Bet 1**`."""
    marks = _MARKS.match(text, start, end)
    start = marks.end() if marks else start
    picture = PICTURES.match(text, start, end) if text[start : start + 1] >= FIRST_PICTURE else None
    start = picture.end() if picture else start
    section = _SECTION.match(text, start, end) if text[start : start + 1].isdecimal() else None
    return section.end() if section else start
