"""Which record a text refers to: by id, number, name, clear short form of the name, or competency.

Nothing unnatural is asked of a writer. `B1`, `Bet 1`, `2`, `Problem framing`, `framing` and `B1: Problem framing` may
all mean the same bet, as long as only one bet can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.names import is_short_form, name_key, name_keys
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path

_ID = re.compile(r"\(?(?P<id>[A-Za-z]{1,3}-?\d+(?:\.\d+)*)\)?(?=$|[\s:.,)–—-])")
_BRACKETED_ID = re.compile(r"\((?P<id>[A-Za-z]{1,3}-?\d+(?:\.\d+)*)\)\s*$")
_NUMBER = re.compile(r"#?\s*(\d{1,2})\.?")
_SEVERAL = re.compile(r"\s*(?:[,;/&+]|\band\b|<br\s*/?>)\s*")


@dataclass(frozen=True, slots=True)
class Reference:
    """A text that refers to a record: where it stands, what it says, and the paths of the records it may mean.

    One target is a clear reference, none an unknown one, several an ambiguous one.
    """

    path: Path
    span: Span
    text: str
    targets: tuple[Path, ...]


def find_references(binding: Binding, data: dict[str, Any], values: dict[Path, Span]) -> list[Reference]:
    """All references in the `data` of a document, in the order of its schema.

    Args:
        binding: the compiled binding of the document's type.
        data: the document's data.
        values: the spans of its values, by path.
    """
    found = []
    for field, path, value in _referring(binding, data, ()):
        rule = field.reference or {}
        target, records = _target(binding, data, tuple(rule["to"]))
        for at, text in (
            [((*path, index), part) for index, part in enumerate(value)] if isinstance(value, list) else [(path, value)]
        ):
            meant = resolve(target, records, text)
            if not meant and rule.get("many"):
                parts = [resolve(target, records, part) for part in _SEVERAL.split(text) if part]
                meant = [part[0] for part in parts] if parts and all(len(part) == 1 for part in parts) else []
                found += [Reference(at, values[at], text, ((*rule["to"], index),)) for index in meant]
                if meant:
                    continue
            found.append(Reference(at, values[at], text, tuple((*rule["to"], index) for index in meant)))
    return found


def resolve(target: Binding, records: list[dict[str, Any]], text: str) -> list[int]:
    """The indexes of the `records` that `text` may mean; the first way of naming that fits any decides."""
    ids = [str(record.get("id", "")).upper() for record in records]
    for match in (_ID.match(text), _BRACKETED_ID.search(text)):
        if match and (named := [index for index, known in enumerate(ids) if known == match.group("id").upper()]):
            return named
    bare = text.strip()
    noun = target.nouns.match(bare) if target.nouns else None
    number = noun.group("number") if noun else None
    if not number and (match := _NUMBER.fullmatch(bare)):
        number = match.group(1)
    if number and 1 <= int(number) <= len(records):
        return [int(number) - 1]
    title = target.title_field
    names = [[str(record.get(name, "")) for name in (title.name if title else "", "competency")] for record in records]
    return _by_name(name_keys(text), names)


def _by_name(keys: tuple[str, ...], names: list[list[str]]) -> list[int]:
    """The indexes of the records one of whose `names` is meant by one of `keys`: in full, or else in short."""
    for column in range(2):
        column_keys = [name_key(name[column]) if name[column] else "" for name in names]
        for key in keys:
            if found := [index for index, known in enumerate(column_keys) if known and known == key]:
                return found
        for key in keys:
            if found := [index for index, known in enumerate(column_keys) if known and is_short_form(key, known)]:
                return found
    return []


def _referring(binding: Binding, data: Any, path: Path) -> Iterator[tuple[Binding, Path, Any]]:
    """All fields that refer to something, with the path and the value of each."""
    for name, field in binding.fields.items():
        if name not in data:
            continue
        at, value = (*path, name), data[name]
        if field.reference:
            yield field, at, value
        elif field.kind == "object":
            yield from _referring(field, value, at)
        elif field.kind == "records":
            for index, record in enumerate(value):
                yield from _referring(field, record, (*at, index))


def _target(binding: Binding, data: dict[str, Any], path: tuple[str, ...]) -> tuple[Binding, list[dict[str, Any]]]:
    """The binding and the records of the list at `path`."""
    value: Any = data
    for name in path:
        binding = binding.fields[name]
        value = value.get(name, {}) if isinstance(value, dict) else {}
    return binding, value if isinstance(value, list) else []
