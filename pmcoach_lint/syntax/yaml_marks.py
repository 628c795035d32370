"""YAML in which every key and value remembers its place.

Scalars stay as they were written unless they are plainly a whole number, a decimal number, true, false or null: the
schema judges them, and `2026-13-40` fails nobody. What people write in front matter is mostly one `key: value` to a
line, and that is read at a glance; the parser, which takes as long to import as three packs to read, has the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import BOM, Span
from pmcoach_lint.tuples import NamedTuple

Path = tuple[str | int, ...]
"""Where a value stands in the data: keys and indexes from the top."""

MAX_DEPTH = 20
MAX_VALUES = 10_000

_INTEGER = regex(r"[-+]?(0|[1-9][0-9]*)")
_DECIMAL = regex(r"[-+]?[0-9]+\.[0-9]+", near=".")
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}


class YamlProblem(Exception):
    """The text is not YAML that can be read: `rule` says why, `offset` where, in characters of the YAML text."""

    def __init__(self, rule: str, offset: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.rule = rule
        self.offset = offset
        self.message = message
        self.hint = hint


class Duplicate(NamedTuple):
    """A key that is given twice in one mapping: its name and the spans of the first and of the later one."""

    key: str
    first: Span
    again: Span


class Marked:
    """Plain data with the span of each value and of each mapping key, by path, and the keys given twice."""

    __slots__ = ("duplicates", "keys", "value", "values")

    def __init__(self) -> None:
        self.value: Any = None
        self.values: dict[Path, Span] = {}
        self.keys: dict[Path, Span] = {}
        self.duplicates: list[Duplicate] = []

    def leaves(self) -> Iterator[Span]:
        """The spans of the values that hold no others."""
        holders = {path[:-1] for path in self.values if path}
        return (span for path, span in self.values.items() if path and path not in holders)


def read_yaml(text: str, offset: int = 0) -> Marked:
    """Read one YAML document.

    Args:
        text: the YAML, without fences.
        offset: what to add to every place, in characters: where `text` begins in the file.

    Returns:
        The data, with all places. An empty document has the value None.

    Raises:
        YamlProblem: the text is no valid YAML, or nests or repeats without reasonable bounds.
    """
    from pmcoach_lint.syntax.yaml_plain import read_plain  # noqa: PLC0415 - it builds on this module

    if plain := read_plain(text, offset):
        return plain
    from pmcoach_lint.syntax.yaml_events import Builder  # noqa: PLC0415 - takes 10 ms to import, and few need it

    bom = text.startswith(BOM)  # which the parser does not count
    try:
        return Builder(offset + bom).build(text[bom:])
    except YamlProblem as problem:
        problem.offset += bom
        raise


def resolved(text: str) -> Any:
    """What a plain scalar means: a number, true, false, null, or the text itself."""
    if text in _WORDS:
        return _WORDS[text]
    if len(text) <= 15:  # a longer run of digits is an identifier, and no number that JSON holds exactly
        if _INTEGER.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return float(text)
    return text
