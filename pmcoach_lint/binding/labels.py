"""Labels, in every form that people use (`**Label**: value`, `Label: value`), and the pictures before them."""

from __future__ import annotations

import re

from pmcoach_lint.names import HANDLE
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.meant import BOXES
from pmcoach_lint.syntax.source import Span, trim
from pmcoach_lint.tuples import NamedTuple

_BOLD = regex(
    r"(?P<mark>\*{2,3}|_{2,3})(?P<name>(?!\s).+?)(?P=mark)(?P<aside>\s*\((?![a1]\)\s)[^()]*\))?(?P<rest>.*)", re.DOTALL
)
_USUAL = regex(r"\*\*(?P<inside>[^*\n:\s][^*\n:]*:)\*\*\s*|\*\*(?P<outside>[^*\n:\s][^*\n:]*)\*\*:\s*")
"""The usual form of a label, which most labels have; the others are looked at more closely."""

_EMPHASIS = regex(r"(?P<mark>[*_])(?P<name>[^*_\n]+)(?P=mark)(?P<aside>)(?P<rest>.*)", re.DOTALL)
_PLAIN = regex(
    r"(?P<name>[^\s|:`<\[](?:[^|:`\n]|:(?=\S)){0,79}?)(?P<aside>\s*\([^()]*\))?\s*:(?:\s+(?P<value>.*)|$)", re.DOTALL
)
_LONGEST_NAME = 80
_NOT_AT_THE_START = frozenset("<[")

_MINUTES = 2
"""A number of so many digits in front of a colon is how long something takes, or counts it: `5: what was tried`."""
_COLON = regex(r"\s*(?:[:–—]|-(?=\s))\s*")
_RUN_IN = regex(
    rf"(?=[^\W_a-z]|{HANDLE}\s)"
    r"(?:\d{1,2}\\?[.)]\s+|B\d\W[^.!?;:\n]{0,40})?(?:[^.!?;:\n]|(?<=\d):(?=\d\d)){1,60}(?::\s[^.!?;:\n]{1,90})?(?P<stop>[.?!])[\"”’»]?"
)
"""A head in bold of the paragraph that goes on behind it: `Current state.`, `coach-2 will.`, `Skill or limits?`"""
CHECKBOX = regex(r"\\?\[[ xX]?\\?\]\s+")
"""A box, which may have come out of another program with a backslash before its brackets."""

_FIRST_OF_SEVERAL = ("(a)", "(1)", "(i)")
_FEW_WORDS = 4
"""So many words in italics are a head, and no sentence that is stressed."""

_STOPS = (".", "?", "!")
_QUOTES = '"”’»'
_LABEL_STARTS = frozenset("*_[")
_NUMBER_STARTS = frozenset("(123456789")
_NUMBER = regex(r"(?:\((?:[a-h]|\d{1,2})\)|\d{1,2}\.\d{1,2}\.?)\s+(?=\*\*|__)")
"""A number in front of a name in bold: `(a) **Discovery.** …`, `3.1 **Discovery.** …`."""


class Label(NamedTuple):
    """A label and what follows it on the line, as spans; `bold` tells one that stands out from plain text."""

    name: Span
    value: Span
    bold: bool

    @property
    def is_bare(self) -> bool:
        """Whether nothing follows it."""
        return self.value[0] == self.value[1]


def split_label(text: str, span: Span) -> Label | None:
    """Take the text at `span` apart into label and value, in any of the forms that people write.

    `**Label**: value`, `**Label:** value`, `**Label** (aside): value`, `__Label__`, `*Label:* value`, `Label: value`;
    a check box before the label is passed over. Returns None where there is no label.
    """
    raw, start = text[slice(*span)], span[0]
    if raw[:1] in _NUMBER_STARTS and (number := _NUMBER.match(raw)):
        start += number.end()
        raw = raw[number.end() :]
    if ":" not in raw and raw[:1] not in _LABEL_STARTS:
        return None
    if raw[0] in "[\\" and (box := CHECKBOX.match(raw)):
        start += box.end()
        raw = raw[box.end() :]
    if usual := _USUAL.match(raw):
        begin = start + usual.end()
        return Label(_shift(usual.span(usual.lastgroup or 0), start), (begin, max(begin, span[1])), bold=True)
    if raw[:2] in ("**", "__"):
        return _emphatic(_BOLD.fullmatch(raw), start, text)
    if raw[:1] in ("*", "_"):
        match = _EMPHASIS.fullmatch(raw)
        label = _emphatic(match, start, text)
        return label if label and match and (":" in raw[: label.value[0] - start] or _is_head(match)) else None
    return _plain(raw, start, text)


def _plain(raw: str, start: int, text: str) -> Label | None:
    """The label that nothing but the colon behind it tells; `raw` is what stands in the text from `start` on."""
    colon = raw.find(": ")
    name = _without_aside(raw[:colon]) if 0 < colon == raw.find(":") else ""
    if name and "(" not in name and not (raw[colon - 1].isspace() or raw[-1].isspace()):
        # Told without the expression, which looks for a label's end at each letter: nearly all are of this form.
        if name[0].isspace() or name[0] in _NOT_AT_THE_START or len(name) > _LONGEST_NAME:
            return None
        if "|" in name or "`" in name or "\n" in name or (len(name) <= _MINUTES and name.isdecimal()):
            return None
        return Label((start, start + len(name)), trim(text, (start + colon + 1, start + len(raw))), bold=False)
    match = _PLAIN.match(raw)
    if not match or match["name"].count("(") > match["name"].count(")"):  # the colon is inside the brackets
        return None
    span = match.span("value") if match.group("value") is not None else (len(raw), len(raw))
    return Label(_shift(match.span("name"), start), trim(text, _shift(span, start)), bold=False)


def _without_aside(name: str) -> str:
    """The name without what stands in brackets at its end, unless that is all of it: `Week 4 (2026-10-30)`."""
    opening = name.rfind("(") if name[-1] == ")" else -1
    if opening <= 0 or name.find(")", opening) < len(name) - 1:
        return name
    return name[:opening].rstrip() or name


def _emphatic(match: re.Match[str] | None, start: int, text: str) -> Label | None:
    """The label that is set in bold or italics, when it is one and no emphasised first word of a sentence."""
    if not match:
        return None
    name, rest = match.group("name"), match.group("rest")
    if name.rstrip(_QUOTES)[-1:] in _STOPS and rest[:1].isspace() and (head := _RUN_IN.fullmatch(name)):
        first = match.start("name")
        stop = head.start("stop") if head.end("stop") == len(name) else len(name)
        is_first = (match["aside"] or "").strip() in _FIRST_OF_SEVERAL
        value = (match.start("aside" if is_first else "rest"), match.end("rest"))
        return Label(_shift((first, first + stop), start), trim(text, _shift(value, start)), bold=True)
    closed = name.rstrip().endswith(":")
    colon = None if closed else _COLON.match(rest)
    if rest.strip() and not colon and not closed:
        return None
    left = start + match.start("rest") + (colon.end() if colon else 0)
    return Label(_shift(match.span("name"), start), trim(text, (left, start + match.end("rest"))), bold=True)


def _is_head(match: re.Match[str]) -> bool:
    """Whether what is set in italics heads the text behind it without a colon: `*Risks.* Few data …`, `*Rep* — …`."""
    name, rest = match["name"], match["rest"].lstrip()
    is_short = name[:1].isupper() and len(name.split()) <= _FEW_WORDS
    return is_short and bool(rest) and (name[-1] in _STOPS or rest[0] in "–—")


def _shift(span: Span, start: int) -> Span:
    return (span[0] + start, span[1] + start)


PICTURES = regex(
    r"(?:[\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff]*)+[ \t\xa0]*(?=\S)"
)
FIRST_PICTURE = "\u2300"
"""The first of them in order: what begins with a sign before it, such as any letter of ours, has none in front."""

SIGNS = "•◦‣▪●○·"
"""Signs that people put in front of lines instead of the `-` of a list."""
_TELLING = frozenset(f"{BOXES}{SIGNS}🟢🟡🟠🔴⚠")
"""Pictures that say something: that a box is ticked, how it goes."""


def without_pictures(text: str, span: Span) -> Span:
    """The span without pictures in front; those that say something stay, unless a bold label follows."""
    start, end = span
    ornament = PICTURES.match(text, start, end)
    if not ornament or (text[start] in _TELLING and not text.startswith("**", ornament.end())):
        return span
    return (ornament.end(), end)
