"""Text as a terminal can safely show it, and how many columns it takes there.

What a document or a file name holds is never sent raw: a control character could move the cursor, hide a line or
turn the writing round. Such characters are shown by their number instead.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

TAB = "    "
_JOINERS = "\u200c\u200d"
_EMOJI_STYLE = "\ufe0f"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_HANGUL_PARTS = range(0x1160, 0x1200)
_RAW_BYTES = range(0xDC80, 0xDD00)
_HALF_CHARACTERS = re.compile(r"[\ud800-\udfff]")


class Cell(NamedTuple):
    """One character as it is shown, and how many columns it takes."""

    shown: str
    width: int


def visible(text: str) -> str:
    """`text` on one line, with each character that would act on the terminal shown by its number."""
    if text.isprintable():
        return text
    return "".join(_number(character) if _acts(character) else character for character in text)


def folded(text: str) -> str:
    """`text` as `visible` shows it, its lines joined by spaces."""
    return visible(" ".join(line.strip() for line in text.split("\n")))


def whole(text: str) -> str:
    """`text` for programs: half characters, as of a file name that is not UTF-8, become the mark for unreadable."""
    return _HALF_CHARACTERS.sub("\ufffd", text)


def cells(text: str) -> list[Cell]:
    """The characters of `text` as they are shown, each with the columns it takes beside the one before it."""
    if text.isascii() and text.isprintable():
        return [Cell(character, 1) for character in text]
    result: list[Cell] = []
    before = ""
    for character in text:
        if character == "\t":
            cell = Cell(TAB, len(TAB))
        elif _acts(character):
            number = _number(character)
            cell = Cell(number, len(number))
        else:
            cell = Cell(character, _width(character, before, result[-1].width if result else 0))
        result.append(cell)
        before = character
    return result


def _acts(character: str) -> bool:
    """Whether a terminal would act on `character`, or show nothing for it, instead of showing it."""
    if character.isprintable():
        return False
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and character not in _JOINERS


def _number(character: str) -> str:
    """A character by its number; a byte of a file name that is not UTF-8 by that byte."""
    code = ord(character)
    if code in _RAW_BYTES:
        code -= 0xDC00
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _width(character: str, before: str, width_before: int) -> int:
    """How many columns `character` adds after the character `before`, which takes `width_before`."""
    if character.isascii():
        return 1
    if character == _EMOJI_STYLE:
        # It makes a narrow sign a picture, which is wide.
        return 1 if width_before == 1 and unicodedata.category(before) in {"So", "Sm"} else 0
    if before == "\u200d" or character in _JOINERS or unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    if ord(character) in _HANGUL_PARTS or (ord(character) in _SKIN_TONES and width_before):
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
