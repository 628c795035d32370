"""Markdown as a draft writes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


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


def sentence(text: str) -> str:
    """A text that ends like a sentence."""
    text = text.strip()
    return text if text.rstrip("”").endswith((".", "?", "!", "…")) else f"{text}."


def in_line(text: str) -> str:
    """A text that begins as in the middle of a sentence."""
    if text[:2] == "I " or not (text[1:2].islower() or text[1:2] == " "):
        return text
    return text[:1].lower() + text[1:]
