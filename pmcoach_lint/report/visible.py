"""Text that comes out of documents and file names, made harmless for whatever it is shown in.

It is never sent raw. On a terminal a control character could move the cursor, hide a line or turn the writing round;
in the log of a CI system a line that begins with `::error`, or has `##[error]` in it, would be taken as a command.
What people read has such characters replaced by their numbers. What programs read keeps every character, written in
another way that the format offers.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from pmcoach_lint.finding import Range
from pmcoach_lint.regex import regex
from pmcoach_lint.tuples import NamedTuple

TAB = "    "
_JOINERS = "\u200c\u200d"
_EMOJI_STYLE = "\ufe0f"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_HANGUL_PARTS = range(0x1160, 0x1200)
_RAW_BYTES = range(0xDC80, 0xDD00)
_HALF_CHARACTERS = regex(r"[\ud800-\udfff]")

_LOG_COMMAND = regex(r"#(?=#\w*\[)")
"""What begins a command anywhere in a line of a CI log: `##[error]`, `##vso[...]`, `##teamcity[...]`."""

_LINE_COMMAND = regex(r"\s*:(?=:)")
"""What begins a command at the beginning of a line only: `::error::`."""

_XML_MARKS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
"""What may not stand in the text or an attribute of XML as it is."""


class Cell(NamedTuple):
    """One character as it is shown, and how many columns it takes."""

    shown: str
    width: int


def visible(text: str) -> str:
    """`text` on one line, with each character by its number that would act on a terminal or make a log command."""
    if not text.isprintable():
        text = "".join(_number(character) if _acts(character) else character for character in text)
    if "##" in text:
        text = _LOG_COMMAND.sub(lambda match: _number(match[0]), text)
    if "::" in text and (command := _LINE_COMMAND.match(text)):
        text = f"{command[0][:-1]}{_number(':')}{text[command.end() :]}"
    return text


def visible_place(file: str, place: Range) -> str:
    """Where something begins, as people are told: `packs/pm-07.md:12:3`."""
    return f"{visible(file)}:{place.start.line}:{place.start.column}"


def folded(text: str) -> str:
    """`text` as `visible` shows it, its lines joined by spaces."""
    return visible(" ".join(line.strip() for line in text.split("\n")))


def visible_lines(text: str) -> str:
    """`text` with each of its lines as `visible` shows it."""
    return "\n".join(visible(line).rstrip() for line in text.split("\n"))


def in_json(value: Any, indent: int | None = None) -> str:
    """`value` as JSON that holds every character, those that would act on a terminal or in a log by their numbers.

    Half characters, as of a file name that is not UTF-8, cannot be held; the mark for unreadable stands for each.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    lines = text.split("\n")
    if not all(map(str.isprintable, lines)):
        text = "\n".join("".join(map(_in_json, line)) for line in lines)
    return _LOG_COMMAND.sub(lambda command: f"\\u{ord(command[0]):04x}", text) if "##" in text else text


def in_list(values: Iterable[Any]) -> Iterator[str]:
    """The members of a list of JSON as they come, each on a line of its own, and the end of the list."""
    before = "\n"
    for value in values:
        yield before + in_json(value)
        before = ",\n"
    yield "\n]" if before.startswith(",") else "]"


def in_xml(text: str) -> str:
    """`text` as `visible_lines` shows it, written so that it may stand between tags or in an attribute of XML."""
    return visible_lines(text).translate(_XML_MARKS)


def cells(text: str) -> list[Cell]:
    """The characters of `text` as they are shown, each with the columns it takes beside the one before it."""
    if text.isascii() and text.isprintable() and "##" not in text:
        return [Cell(character, 1) for character in text]
    commands = {command.start() for command in _LOG_COMMAND.finditer(text)}
    result: list[Cell] = []
    before = ""
    for place, character in enumerate(text):
        if character == "\t":
            cell = Cell(TAB, len(TAB))
        elif _acts(character) or place in commands:
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
    if ord(character) & 0xFFFE == 0xFFFE:  # what is no character in Unicode, and may not stand in XML
        return True
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and character not in _JOINERS


def _number(character: str) -> str:
    """A character by its number; a byte of a file name that is not UTF-8 by that byte."""
    code = ord(character)
    if code in _RAW_BYTES:
        code -= 0xDC00
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _in_json(character: str) -> str:
    """A character as it is written inside a string of JSON."""
    if not _acts(character):
        return character
    if _HALF_CHARACTERS.match(character):
        return "\ufffd"
    units = character.encode("utf-16-be").hex()
    return "".join(f"\\u{units[place : place + 4]}" for place in range(0, len(units), 4))


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
