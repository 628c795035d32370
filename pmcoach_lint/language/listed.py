"""Names on a team's own list, wherever a text has them and however it spells and joins them.

`Zoë Müller` is also `zoe.mueller`, `Müller, Zoe`, `**Zoë** Müller`, a name with a soft hyphen in it, over two lines, or
as a link has it: `Zo%C3%AB-M%C3%BCller`. A name of one word counts only with its own letters: `Groß` is not `gross`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from urllib.parse import unquote

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Source, Span

_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"}
)
_UMLAUTS = str.maketrans("äöü", "aou")
_SILENT = "\u00ad\u200b\u200c\u200d\u2060"
_ODD = regex(rf"[{_SILENT}]|[\u0300-\u036f]|%[0-9a-fA-F]{{2}}")
"""What may stand in the midst of a word, so that its words do not tell which names a text may hold."""

_OTHER = regex(r"(?:%[0-9a-fA-F]{2})+|&nbsp;|[A-Za-z]?[\u0300-\u036f]+|[^\x00-\x7f]")
_WORD = regex(r"[^\W_]+")
_JOINT = r"(?:(?!\s*\n\s*(?:\n|[*+]\s))[\s*_~`\\+]{1,9}|[.-])"
"""What may stand between the words of a name: blanks, a line break, marks of emphasis; a dot or a dash."""

_TURNED = r"(?:,\s{0,3}|[._])"
_DOUBLE = regex(r"(?:-[^\W\d_]\w+)+")
_DOUBLED = regex(r"(?<!\w)(?:[^\W\d_]\w+-)+\Z")
_LONGEST_PART = 40


class Listed:
    """A list of names, to be looked for in many texts."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names: dict[tuple[str, ...], set[str]] = {}
        for name in names:
            plain = _typed(name)
            for spelling in (plain, plain.translate(_UMLAUTS)):
                words = tuple(_WORD.findall(_folded(spelling)))
                if words and (spelling == plain or len(words) > 1):
                    self._names.setdefault(words, set()).add(plain)

    def places(self, source: Source) -> list[Span]:
        """Where the names stand in a text; of those that begin together, the longest."""
        text, places = source.text, None
        words = source.words
        if _ODD.search(text):
            text, places = _flat(text)
            words = frozenset(_WORD.findall(text))
        elif not text.isascii():
            words = words.union(*(_WORD.findall(_folded(word)) for word in words if not word.isascii()))
        known = [name for name in self._names if words.issuperset(name)]
        if not known:
            return []
        if places is None:
            text, places = _flat(text)
        found: dict[int, int] = {}
        for name in known:
            for match in _pattern(name).finditer(text):
                start, end = places[match.start()], places[match.end()]
                if len(name) > 1 or _typed(source.text[start:end]) in self._names[name]:
                    start, end = _whole(source.text, start, end)
                    found[start] = max(end, found.get(start, 0))
        return sorted(found.items())


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of a name, in its order and with the last word first."""
    orders = [_JOINT.join(words)]
    if len(words) > 1:
        orders.append(f"{words[-1]}{_TURNED}{_JOINT.join(words[:-1])}")
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(orders)})(?![^\W_])")


def _flat(text: str) -> tuple[str, Sequence[int]]:
    """A text in small plain letters, and where each of them stands; the last place is the end."""
    parts, places, begin = [], list[int](), 0
    for found in _OTHER.finditer(text):
        instead = _folded(_read(found[0]))
        parts += [text[begin : found.start()].lower(), instead]
        places += [*range(begin, found.start()), *[found.start()] * len(instead)]
        begin = found.end()
    return "".join([*parts, text[begin:].lower()]), [*places, *range(begin, len(text) + 1)]


def _read(signs: str) -> str:
    """What some signs stand for: those of a link, an entity, a letter with the marks behind it."""
    signs = unquote(signs) if signs[0] == "%" else " " if signs[0] == "&" else signs
    return " " if signs.isspace() else unicodedata.normalize("NFC", signs)


def _typed(text: str) -> str:
    """A text in small letters, each as one sign, as it is typed."""
    plain = unicodedata.normalize("NFC", unquote(text)).lower()
    return "".join(sign for sign in plain if sign not in _SILENT)


def _folded(text: str) -> str:
    """A text in small letters of the Latin alphabet, as far as they are."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return "".join(sign for sign in plain if sign not in _SILENT and not unicodedata.combining(sign))


def _whole(text: str, start: int, end: int) -> Span:
    """The span of a name with what it is doubled by: `Anna Berg-Huber`, and not the `-led` of what somebody leads."""
    if text[start].isupper():
        behind = _DOUBLE.match(text, end)
        before = _DOUBLED.search(text, max(0, start - _LONGEST_PART), start)
        end = behind.end() if behind and behind[0][1].isupper() else end
        start = before.start() if before and before[0][0].isupper() else start
    return start, end
