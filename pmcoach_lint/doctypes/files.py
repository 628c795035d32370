"""Schema files: their data, and the place of everything in those that somebody else has written."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from pmcoach_lint.paths import shown_path
from pmcoach_lint.resources import schema_folder
from pmcoach_lint.syntax.source import MAX_BYTES, Mention, Offence, Source, Span, decode
from pmcoach_lint.syntax.yaml_marks import Marked
from pmcoach_lint.syntax.yaml_marks import Path as ValuePath
from pmcoach_lint.tuples import NamedTuple

SUFFIX = ".schema.json"
PROBLEM = "schema-problem"
"""The rule by which problems of schemas are told."""

_NOTHING = Source("", "")


class SchemaFile:
    """One schema file: where it is, and its data. Of a repository's own file also the text and all places in it."""

    def __init__(
        self, path: Path, value: dict[str, Any], source: Source = _NOTHING, marked: Marked | None = None
    ) -> None:
        self.path = path
        self.value = value
        self.source = source
        self.marked = marked or Marked()

    @property
    def is_packaged(self) -> bool:
        """Whether the file came with the package, and is right."""
        return self.source is _NOTHING

    def span(self, path: ValuePath, *, key: bool = False) -> Span:
        """Where to point for what is at `path`: a text or number itself, else its key, or what would hold it.

        `key` says to point at the key in any case.
        """
        while path and path not in self.marked.keys and path not in self.marked.values:
            path = path[:-1]
        if not path:
            return self.source.line_span(0)
        if path in self.marked.keys and (key or isinstance(Node(self, path).value, dict | list)):
            return self.marked.keys[path]
        return self.marked.values[path]


class Node(NamedTuple):
    """A part of a schema file."""

    file: SchemaFile
    path: ValuePath

    @property
    def value(self) -> Any:
        """What stands there."""
        value: Any = self.file.value
        for step in self.path:
            value = value[step]
        return value

    def below(self, *steps: str | int) -> Node:
        """What stands below, under these keys."""
        return Node(self.file, (*self.path, *steps))


@cache
def packaged(name: str) -> SchemaFile | None:
    """The schema file of that name which the package brings, or None."""
    path = schema_folder() / name
    return SchemaFile(path, json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else None


def named_by(alias: str, folders: tuple[Path, ...]) -> list[str]:
    """The names of the types in the `folders` in whose schemas the text `alias` stands; none of them is parsed."""
    text = f'"{alias}"'.encode()
    paths = (path for folder in folders for path in sorted(folder.glob(f"*{SUFFIX}")))
    found = (path.name.removesuffix(SUFFIX) for path in paths if _holds(path, text))
    return list(dict.fromkeys(found))


def _holds(path: Path, text: bytes) -> bool:
    """Whether the file at `path` can be read, and holds `text`."""
    try:
        return path.is_file() and text in path.read_bytes()
    except OSError:
        return False


def read_own(path: Path) -> tuple[SchemaFile, list[Offence]]:
    """Read the schema file at `path`, which somebody else has written, with what is wrong in its JSON."""
    from pmcoach_lint.syntax.json_marks import JsonProblem, read_json  # noqa: PLC0415 - most have only our types

    shown = shown_path(path)
    try:
        with path.open("rb") as stream:
            source, problem = decode(stream.read(MAX_BYTES + 1), shown)
    except OSError as error:
        source = Source("", shown)
        why = (error.strerror or "unknown error").lower()
        return SchemaFile(path, {}, source), [_offence(source, (0, 0), f"This schema cannot be read: {why}.", None)]
    if problem:
        return SchemaFile(path, {}, source), [_offence(source, problem.span, problem.message, problem.hint)]
    try:
        marked = read_json(source.text)
    except JsonProblem as found:
        message = f"This is not valid JSON: {found.message[:1].lower()}{found.message[1:]}"
        return SchemaFile(path, {}, source), [_offence(source, found.span, message, found.hint)]
    if not isinstance(marked.value, dict):
        message = "A schema is a group of entries in braces, and this file holds something else."
        return SchemaFile(path, {}, source), [_offence(source, source.line_span(0), message, "Write { … }.")]
    offences = []
    for again in marked.duplicates:
        message = f"“{again.key}” is given twice here; the first one counts."
        related = (Mention(again.first, "given here first"),)
        offences.append(_offence(source, again.again, message, "Delete one of the two.", related))
    return SchemaFile(path, marked.value, source, marked), offences


def _offence(source: Source, span: Span, message: str, hint: str | None, related: tuple[Mention, ...] = ()) -> Offence:
    return Offence(span, message, hint, None, related, source, rule=PROBLEM)
