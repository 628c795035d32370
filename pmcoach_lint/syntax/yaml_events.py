"""YAML of any form, with its places: the event stream of PyYAML's C parser, made into data.

Its loader would make dates out of what looks like dates (and fail on `2026-13-40`), let the last of two equal keys win
in silence, expand aliases without bounds, and overflow the C stack on deep nesting.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from pmcoach_lint.syntax.filling import Filling
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import MAX_DEPTH, MAX_VALUES, Marked, YamlProblem, resolved
from pmcoach_lint.syntax.yaml_words import MORE, plain_words

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Builder(Filling):
    """Turns the parser's events into `Marked` data."""

    def __init__(self, offset: int) -> None:
        super().__init__()
        self.offset = offset
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.open_anchors: list[tuple[str | None, int]] = []
        self.count = 0
        self.documents = 0

    def build(self, text: str) -> Marked:
        """Run through all events of `text`."""
        for event in _events(text):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self.scalar(event)
            elif kind is yaml.AliasEvent:
                self.alias(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self.open(event, {} if kind is yaml.MappingStartEvent else [])
            elif kind is yaml.DocumentStartEvent:
                self.document(event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.close(event)
        return self.marked

    def span(self, event: Any) -> Span:
        """Where `event` stands in the file."""
        return (self.offset + event.start_mark.index, self.offset + event.end_mark.index)

    def counted(self, number: int, event: Any) -> None:
        """Take note of `number` more values; refuse when there are too many to be meant."""
        self.count += number
        if self.count > MAX_VALUES:
            raise YamlProblem(
                "front-matter-too-complex",
                event.start_mark.index,
                f"The front matter holds more than {MAX_VALUES:,} values once its aliases are followed.",
                "Write the few values out, without anchors (&) and aliases (*).",
            )

    def document(self, event: Any) -> None:
        """Begin the values, which may happen once."""
        self.documents += 1
        if self.documents > 1:
            raise YamlProblem("invalid-yaml", event.start_mark.index, *MORE)

    def scalar(self, event: Any) -> None:
        """Take a single value, or a key."""
        self.counted(1, event)
        if self.takes_key():
            self.name(event.value, self.span(event))
            return
        value = resolved(event.value) if event.implicit[0] else event.value
        self.put(value, self.span(event))
        if event.anchor:
            self.anchors[event.anchor] = (value, 1)

    def alias(self, event: Any) -> None:
        """Take what an alias stands for."""
        if event.anchor not in self.anchors:
            raise YamlProblem(
                "invalid-yaml",
                event.start_mark.index,
                f"“*{event.anchor}” refers to something that is not defined above it.",
                "A value that begins with * must stand in quotes.",
            )
        value, size = self.anchors[event.anchor]
        self.counted(size, event)
        if self.takes_key():
            self.name(str(value), self.span(event))
        else:
            self.put(value, self.span(event))

    def open(self, event: Any, container: Any) -> None:
        """Begin a mapping or a sequence."""
        self.counted(1, event)
        if len(self.stack) >= MAX_DEPTH:
            raise _too_deep(event.start_mark.index)
        if self.takes_key():
            raise YamlProblem(
                "invalid-yaml",
                event.start_mark.index,
                "A key must be a single word or phrase, not a list or a mapping.",
                "A value that begins with [ or { must stand in quotes.",
            )
        self.begin(container, self.span(event))
        self.open_anchors.append((event.anchor, self.count))

    def close(self, event: Any) -> None:
        """End the mapping or sequence that was begun last."""
        done = self.end(self.offset + event.end_mark.index)
        anchor, before = self.open_anchors.pop()
        if anchor:
            self.anchors[anchor] = (done.container, self.count - before + 1)

    def takes_key(self) -> bool:
        """Whether the next thing is a key of the innermost mapping."""
        return bool(self.stack) and isinstance(self.stack[-1].container, dict) and self.stack[-1].key is None


def _too_deep(offset: int) -> YamlProblem:
    message = f"The front matter nests more than {MAX_DEPTH} levels deep."
    hint = "Front matter is a short list of keys and values: flatten it."
    return YamlProblem("front-matter-too-complex", offset, message, hint)


def _events(text: str) -> Iterator[Any]:
    """The parser's events, its errors told in plain words."""
    try:
        yield from yaml.parse(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        offset, message, hint = plain_words(error, text)
        if "maximum nesting depth" in (error.problem or ""):  # the parser's own bound, far above ours
            raise _too_deep(offset) from error
        raise YamlProblem("invalid-yaml", offset, message, hint) from error
    except yaml.reader.ReaderError as error:
        character = error.character if isinstance(error.character, str) else chr(error.character)
        message = f"The character U+{ord(character):04X} may not stand in front matter."
        raise YamlProblem("invalid-yaml", max(text.find(character), 0), message, "Delete it.") from error
    except UnicodeEncodeError as error:
        message = "Half a character (a lone surrogate) may not stand in front matter."
        raise YamlProblem("invalid-yaml", error.start, message, "Delete it.") from error
