"""YAML as people mostly write it: one `key: value` to a line, or a key and a list below it.

It is read here without the parser, to the same data and places: a test holds the two against each other. Whatever
could mean more than it seems to is left to the parser.
"""

from __future__ import annotations

import re
from typing import Any

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.yaml_marks import MAX_VALUES, Marked, Path, resolved

_PAIR = regex(r"(?P<key>[A-Za-z_][\w-]{0,63}):(?: +(?P<value>.+))?", re.ASCII)
_ITEM = regex(r"(?P<indent> *)- +(?P<value>.+)")
_UNCLEAR = object()


def read_plain(text: str, offset: int) -> Marked | None:
    """Read YAML of which every key and value is plain, or a value in plain quotes.

    Args:
        text: the YAML, without fences.
        offset: what to add to every place, in characters.

    Returns:
        The data, with all places; None for any other text, be it valid YAML or not.
    """
    if len(text) > MAX_VALUES or not text.replace("\n", "").isprintable():
        return None
    reader = _Reader(offset)
    if not all(reader.take(line) for line in text.split("\n")) or not reader.data:
        return None
    reader.end_list(offset + len(text))
    reader.marked.values[()] = (next(iter(reader.marked.keys.values()))[0], offset + len(text))
    return reader.marked


class _Reader:
    """Takes one line after the other; `place` is where the next one begins."""

    def __init__(self, offset: int) -> None:
        self.place = offset
        self.marked = Marked()
        self.data: dict[str, Any] = {}
        self.marked.value = self.data
        self.marked.values[()] = (offset, offset)  # its end is known at the end
        self.key = ""
        self.items: list[Any] | None = None
        """The list below the last key, which is empty before its first item; None where there can be none."""
        self.indent = 0

    def take(self, line: str) -> bool:
        """Take a line; tell whether it could be read."""
        place, self.place = self.place, self.place + len(line) + 1
        line = line.rstrip(" ")
        if not line or line.lstrip(" ").startswith("#"):
            return True
        if pair := _PAIR.fullmatch(line):
            return self.pair(place, pair)
        item = _ITEM.fullmatch(line)
        return item is not None and self.item(place, item)

    def pair(self, place: int, pair: re.Match[str]) -> bool:
        """Take a key, and what stands behind it on its line, which begins at `place`."""
        key, text = pair["key"], pair["value"] or ""
        if key in self.data:
            return False
        self.end_list(place)
        self.key, self.items = key, None if text else []
        self.marked.keys[(key,)] = (place, place + len(key))
        start = place + (pair.start("value") if text else pair.end())
        return self.put(self.data, key, text, (key,), start)

    def item(self, place: int, item: re.Match[str]) -> bool:
        """Take an item of a list."""
        indent = len(item["indent"])
        if not self.items:
            if self.items is None:
                return False
            self.data[self.key], self.indent = self.items, indent
            self.marked.values[(self.key,)] = (place + indent, place)
        elif indent != self.indent:
            return False
        self.items.append(None)
        index = len(self.items) - 1
        return self.put(self.items, index, item["value"], (self.key, index), place + item.start("value"))

    def put(self, holder: Any, step: str | int, text: str, path: Path, start: int) -> bool:
        """Put the value that is written as `text`, at `start`, into what holds it; tell whether it is plain."""
        holder[step] = value = _value(text)
        self.marked.values[path] = (start, start + len(text))
        return value is not _UNCLEAR

    def end_list(self, place: int) -> None:
        """End the list that is open, if there is one: it goes as far as the parser says, to what comes next."""
        if self.items:
            self.marked.values[(self.key,)] = (self.marked.values[(self.key,)][0], place)


def _value(text: str) -> Any:
    """What a text means that is plain or in quotes; `_UNCLEAR` where it may mean something else."""
    if text[:1] in ("'", '"'):
        inner = text[1:-1]
        is_whole = len(text) > 1 and text[-1] == text[0] and text[0] not in inner and "\\" not in inner
        return inner if is_whole else _UNCLEAR
    if text and (not text[0].isalnum() or text[-1] == ":" or ": " in text or " #" in text):
        return _UNCLEAR
    return resolved(text)
