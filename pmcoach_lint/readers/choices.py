"""One of a fixed set of values, by any of the words that people write for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from pmcoach_lint.names import LINE_BREAK, SILENT, name_key, name_keys
from pmcoach_lint.nearest import did_you_mean, nearest
from pmcoach_lint.readers.unreadable import Unreadable
from pmcoach_lint.regex import regex

_ASIDE = regex(
    r"\s*[,;/|.(→]\s*|\s+(?=(?:to|by|from|with|via|through|for|as|in|on|at|until|since|because|when|while|where"
    r"|slightly|a little|a bit|somewhat|significantly|substantially|sharply|strongly|gradually|over time)\b"
    r"|[-+–−~]?\d)",
    re.IGNORECASE,
)

_SIGNED = regex(r"(?P<sign>[-+−–])\s?(?=[0.,]*[1-9])\d[\d.,]*\s?(?:%|pp|pts?|points?|h)?")
_ASKING = frozenset({"when", "how", "who", "what", "where", "why", "which"})
"""How the name of a field begins that is no noun: nothing “is no when”."""


def read_choice(text: str, words: dict[str, Any], title: str) -> Any:
    """One of a fixed set of values, by any of its `words` (keys of names, see `name_key`); a remark may follow.

    Raises Unreadable, naming the allowed ones, when `text` is none of them.
    """
    for key in name_keys(text):
        if key in words:
            return words[key]
    if "<br" in text and None not in (several := [words.get(name_key(line)) for line in LINE_BREAK.split(text)]):
        value = several[0] if len(set(several)) == 1 else None  # each line is about another record
    else:
        value = words.get(_sign(text.strip())) or _before_aside(text, words) or _among_words(text, words)
    if value is not None:
        return value
    allowed = list(dict.fromkeys(str(value) for value in words.values()))
    near = nearest(text, [*words, *allowed])
    meant = (str(words[near]) if near in words else near) if near else None
    question = did_you_mean(meant)
    hint = f"Write one of: {', '.join(allowed)}."
    asks = title.partition(" ")[0].casefold() in _ASKING
    message = f"“{text}” is nothing that can stand under “{title}”." if asks else f"“{text}” is no {title}."
    raise Unreadable(f"{message}{question}", hint, instead=meant, rule="unknown-choice")


def _sign(text: str) -> str:
    """The text; of a sign that is doubled for stress (`↑↑`), the sign, and of a figure with a sign (`−28`) an arrow."""
    if figure := _SIGNED.fullmatch(text):
        return "↑" if figure["sign"] == "+" else "↓"
    return text[0] if len(set(text)) == 1 and not text[0].isalnum() else text


_DENIED = regex(r"\b(?:not|no|without|never|isn['’]t)\s+(?:(?:an?|any|yet|really|only|just|matter|of)\s+)*[a-z]+")
_SHORTEST_WORD = 3


def _among_words(text: str, words: dict[str, Any]) -> Any:
    """The value that a sentence names, where one value joins two others: `half skill, half constraint` is both."""
    own = {name_key(str(value)): value for value in words.values()}
    joined = {(one, other): words[f"{one} {other}"] for one in own for other in own if f"{one} {other}" in words}
    if not joined:
        return None
    parts = {own[key]: key for pair in joined for key in pair}
    said = name_key(_DENIED.sub(" ", text.casefold())).split()
    named = {words.get(word, words.get(word.removesuffix("s"))) for word in said if len(word) >= _SHORTEST_WORD}
    found = [parts[value] for value in parts if value in named]
    if len(found) == 1:
        return own[found[0]]
    return next((value for pair, value in joined.items() if set(pair) == set(found)), None)


def _before_aside(text: str, words: dict[str, Any]) -> Any:
    """The value before a remark (`Reduce by ten points`), unless the remark names another one; else None."""
    for aside in _ASIDE.finditer(text):
        value = words.get(name_key(text[: aside.start()]))
        if value is not None:
            rest = name_key(text[aside.end() :]).split()
            runs = (" ".join(rest[i:j]) for i in range(len(rest)) for j in range(i + 1, min(i + 4, len(rest)) + 1))
            is_clear = _joins_others(value, words) or all(words.get(run, value) == value for run in runs)
            return value if is_clear else None
    return None


def _joins_others(value: Any, words: dict[str, Any]) -> bool:
    """Whether a value stands for two others, which a remark may well name: `Mixed. The mandate is unclear`."""
    own = [name_key(str(each)) for each in words.values()]
    return any(words.get(f"{one} {other}") == value for one in own for other in own if one != other)


_TOKEN = regex(r"[^\W_]+(?:['’][^\W_]+)*")
_LONGEST_PHRASE = 4
"""So many words the longest of the words of a value has, as far as they are looked for in running text."""
_FAR = 40
"""So many words may stand in front of it."""

_DENIALS = frozenset({"not", "no", "without", "never", "isn't", "nearly", "almost", "hardly", "be", "if", "unless"})
_PASSED = frozenset({"an", "a", "any", "yet", "really", "only", "just", "matter", "of", "quite", "to"})
"""What may stand between such a word and what it denies."""
_JOINT = regex(r"[/|&+→]|->|\b(?:or|but|and|then|as)\b")
"""What sets a second value beside the first."""


def choice_said(text: str, words: dict[str, Any]) -> Any:
    """The value that a text names among other words: the only one, or the one in front of what is said about it.

    So `Probably both: nobody had told them` is both, and `Draft for review with pm-07` a draft. A sign may be in front.

    Returns:
        None where the text names no value, or sets one beside another: `green / red`, `done, or missed`.
    """
    folded = text.casefold()
    sign = folded.split(maxsplit=1)[0] if folded.strip() else ""
    if not any(map(str.isalnum, sign)) and sign.strip("*_`") in words:
        return words[sign.strip("*_`")]
    named = list(_said(folded, words))
    if len({value for value, _, _ in named}) < 2:
        return named[0][0] if named else None
    first, second = named[0], next(each for each in named if each[0] != named[0][0])
    is_front = not _TOKEN.search(folded, 0, first[1])
    return first[0] if is_front and not _JOINT.search(folded, first[2], second[1]) else None


def _said(folded: str, words: dict[str, Any]) -> Iterator[tuple[Any, int, int]]:
    """The values that a text in small letters names and does not deny, each with where its words begin and end."""
    tokens = [match for match in islice(_TOKEN.finditer(folded), _FAR) if match[0] not in SILENT]
    at, is_denied = 0, False
    while at < len(tokens):
        keys = (
            (name_key(folded[tokens[at].start() : each.end()]), each.end()) for each in tokens[at:][:_LONGEST_PHRASE]
        )
        found = [(key, end) for key, end in keys if key in words and len(key) >= _SHORTEST_WORD]
        if found and not is_denied:
            key, end = found[-1]
            yield words[key], tokens[at].start(), end
        step = sum(token.end() <= found[-1][1] for token in tokens[at:]) if found else 1
        word = tokens[at][0].replace("’", "'")
        is_denied = not found and (word in _DENIALS or (is_denied and word in _PASSED))
        at += step
