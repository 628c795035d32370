"""Data that grows value by value, each with its place: what the readers of YAML and of JSON have in common."""

from __future__ import annotations

from typing import Any

from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Duplicate, Marked, Path

_AGAIN = "\0again"
"""A step in the path of what stands below a repeated key. It is read to its end, and is no part of the data."""


class Open:
    """A mapping or list that is being filled: its path, where it began, its keys, and the one that has no value yet."""

    __slots__ = ("container", "key", "path", "seen", "start")

    def __init__(self, container: Any, path: Path, start: int) -> None:
        self.container = container
        self.path = path
        self.start = start
        self.key: str | None = None
        self.seen: dict[str, Span] = {}


class Filling:
    """`Marked` data that is being filled, without recursion: `stack` has what is open, the innermost last."""

    def __init__(self) -> None:
        self.marked = Marked()
        self.stack: list[Open] = []

    def begin(self, container: Any, span: Span) -> None:
        """Begin a mapping or list, of which the opening stands at `span`."""
        self.stack.append(Open(container, self.put(container, span), span[0]))

    def end(self, at: int) -> Open:
        """End the mapping or list that was begun last, and return it."""
        done = self.stack.pop()
        if done.path in self.marked.values:
            self.marked.values[done.path] = (done.start, at)
        return done

    def name(self, key: str, span: Span) -> None:
        """Take the key of the next value."""
        inner = self.stack[-1]
        inner.key = key
        if key in inner.seen:
            self.marked.duplicates.append(Duplicate(key, inner.seen[key], span))
        else:
            inner.seen[key] = span
            self.marked.keys[(*inner.path, key)] = span

    def put(self, value: Any, span: Span) -> Path:
        """Put a value where it belongs, and return its path. Of two values with the same key the first one counts."""
        if not self.stack:
            self.marked.value = value
            self.marked.values[()] = span
            return ()
        inner = self.stack[-1]
        if isinstance(inner.container, list):
            path = (*inner.path, len(inner.container))
            inner.container.append(value)
        else:
            key, inner.key = inner.key or "", None
            path = (*inner.path, key)
            if key in inner.container:
                return (*path, _AGAIN)
            inner.container[key] = value
        if _AGAIN not in path:
            self.marked.values[path] = span
        return path
