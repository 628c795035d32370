"""Markdown as a draft writes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from pmcoach_lint.regex import regex

_PLAIN = regex(r"[A-Za-z][\w./&-]*(?:,? [\w./&-]+)*")
_WORDS_OF_YAML = frozenset({"yes", "no", "true", "false", "on", "off", "null"})


def cell(text: object) -> str:
    """A text as it can stand in a cell."""
    return " ".join(str(text).split()).replace("|", "/")


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """The lines of a table, and an empty one."""
    lines = [header, ["---"] * len(header), *rows]
    return [*(f"| {' | '.join(map(cell, line))} |".replace("|  |", "| |").replace("|  |", "| |") for line in lines), ""]


def items(texts: Iterable[str]) -> list[str]:
    """The lines of a list, and an empty one."""
    return [*(f"- {' '.join(text.split())}" for text in texts), ""]


def label(name: str, text: object) -> list[str]:
    """A label with its value, and an empty line."""
    return [f"**{name}:** {' '.join(str(text).split())}", ""]


def inside(texts: Iterable[str]) -> str:
    """Several texts in one cell."""
    return "<br>".join(map(cell, texts))


def scalar(text: str) -> str:
    """A text as a value of the front matter."""
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS_OF_YAML
    return text if plain else json.dumps(text, ensure_ascii=False)


def sentence(text: str) -> str:
    """A text that ends like a sentence."""
    text = text.strip()
    return text if text.endswith((".", "?", "!", "…", "”")) else f"{text}."


def in_line(text: str) -> str:
    """A text that begins as in the middle of a sentence."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text
