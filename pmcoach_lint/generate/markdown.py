"""Markdown as documents are written in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from pmcoach_lint.regex import regex

TBD = "TBD"
"""What stands where only a person can say something; the linter counts it."""

_DEEPEST_HEADING = 6

_OPENS_BLOCK = regex(r"#{1,6}(?!\S)|>|[-+*](?=\s)|```|~~~|<(?=[!/?A-Za-z])|\[(?=[^\]]+\]:)")
"""What Markdown takes for the beginning of a heading, a quotation, an item, code, HTML or the address of a link."""

_NUMBER = regex(r"\A(\d{1,9})(?=[.)]\s)")
_HIDDEN = regex(r"<!--|\[\^|&#?\w{1,31};|\\(?:[!-/:-@\[-`{-~]|$)")
"""What Markdown shows otherwise than it stands there, or not at all: a comment, a footnote, `&amp;`, a backslash."""


def heading(level: int, text: str) -> list[str]:
    """A heading of a level, as deep as there are any, and an empty line."""
    return [f"{'#' * min(level, _DEEPEST_HEADING)} {text}", ""]


def row(cells: Iterable[str]) -> str:
    """The row of a table, out of cells that are Markdown already."""
    return f"| {' | '.join(cells)} |"


def table_of(header: Sequence[str], body: Iterable[Iterable[str]]) -> list[str]:
    """The lines of a table, out of cells that are Markdown already, and an empty one."""
    return [*map(row, (header, ["---"] * len(header), *body)), ""]


def cell(value: Any) -> str:
    """A value as it can stand in a cell of a table: of several texts each on a line of its own."""
    texts = value if isinstance(value, list) else [] if value is None else [value]
    return "<br>".join(map(one_line, texts)).replace("\\|", "|").replace("|", "\\|")


def shown(text: str) -> str:
    """Words as they were read, on one line of Markdown in which all of them are shown."""
    return _HIDDEN.sub(lambda match: re.sub(r"[^\w]", r"\\\g<0>", match[0]), one_line(text))


def one_line(value: Any) -> str:
    """A value as a text on one line."""
    return " ".join(str(value).split())


def begun(text: str) -> str:
    """A text on one line that begins with a capital, unless it begins with a handle or a name of its own."""
    text = one_line(text)
    first = text.partition(" ")[0]
    return text[:1].upper() + text[1:] if first.islower() and first.isalpha() else text


def table(header: Sequence[str], body: Iterable[Iterable[object]]) -> list[str]:
    """The lines of a table, out of any values, and an empty one."""
    lines = table_of(header, (map(cell, line) for line in body))
    return [line.replace("|  |", "| |").replace("|  |", "| |") for line in lines]


def items(texts: Iterable[str]) -> list[str]:
    """The lines of a list, and an empty one."""
    return [*map(item, texts), ""]


def item(text: object) -> str:
    """A text as an item of a list, whatever it begins with."""
    line = one_line(text)
    if _OPENS_BLOCK.match(line):
        return f"- \\{line}"
    return "- " + _NUMBER.sub(r"\1\\", line)


def label(name: str, text: object) -> list[str]:
    """A label with its value, and an empty line."""
    return [f"**{name}:** {one_line(text)}", ""]


def sentence(text: str) -> str:
    """A text that ends like a sentence."""
    text = text.strip()
    return text if text.rstrip("”").endswith((".", "?", "!", "…")) else f"{text}."


def in_line(text: str) -> str:
    """A text that begins as in the middle of a sentence."""
    if text[:2] == "I " or not (text[1:2].islower() or text[1:2] == " "):
        return text
    return text[:1].lower() + text[1:]
