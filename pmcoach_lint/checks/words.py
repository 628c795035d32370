"""How a place in the data is called: by the titles of the schema and the names that the author gave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.nouns import number_of
from pmcoach_lint.document import Document
from pmcoach_lint.readers.text import plain
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path

_LONGEST_NAME, _LONGEST_CALLED = 60, 50

_QUOTES = (('"', '"'), ("“", "”"))
"""In which an author may put a name: messages put their own around it."""


def binding_at(document: Document, path: Path) -> Binding | None:
    """The binding of the property that the data at `path` belongs to; None for something the schema does not know."""
    binding: Binding = document.binding
    for step in path:
        if isinstance(step, int):
            continue
        if step not in binding.fields:
            return None
        binding = binding.fields[step]
    return binding


def way_of(path: Path) -> tuple[str, ...]:
    """The way down the data to what is at `path`, without the places in lists."""
    return tuple(step for step in path if isinstance(step, str))


def value_at(document: Document, path: Path) -> Any:
    """The value of a document at `path`, or None where there is none."""
    return value_in(document.data, path)


def value_in(data: Any, path: Path) -> Any:
    """The value in `data` at `path`, or None where there is none."""
    value = data
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """All single values in `value`, each with its path."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if inner is None:
        yield path, value
        return
    for key, part in inner:
        yield from leaves(part, (*path, key))


def changed(before: Document, after: Document) -> list[Path]:
    """The paths of the single values that differ."""
    old, new = dict(leaves(before.data)), dict(leaves(after.data))
    return [path for path in {**old, **new} if path not in old or path not in new or old[path] != new[path]]


def subject(document: Document, path: Path) -> str:
    """What the data at `path` is called in a sentence, such as: Growth bet “Problem framing”, the front matter."""
    binding = binding_at(document, path)
    if not path or binding is None:
        return "The front matter"
    if not isinstance(path[-1], int):
        return f"“{binding.title}”"
    noun = binding.schema.get("items", {}).get("title", binding.title)
    record = value_at(document, path)
    name = record_name(binding, record) if isinstance(record, dict) else ""
    numbered = binding.nouns.match(name) if binding.nouns else None
    if numbered and numbered.end() == len(name):  # the plan of `Bet 2`
        told = numbered[numbered.lastgroup or 0]
        return f"{noun} {told if len(told) == 1 or told.isupper() else number_of(numbered) or told}"
    return f"{noun} “{name}”" if name else f"{noun} {path[-1] + 1}"


def record_name(binding: Binding, record: dict[str, Any]) -> str:
    """The name of a record: its title, shortened, behind its id; empty when it has neither."""
    title = binding.title_field
    text = str(record.get(title.name, "")) if title else ""
    inside = text[1:-1]
    if (text[:1], text[-1:]) in _QUOTES and inside and text[0] not in inside:
        text = inside
    if len(text) > _LONGEST_NAME:
        text = text[: _LONGEST_NAME - 1].rsplit(" ", 1)[0] + "…"
    return ": ".join(part for part in (record.get("id"), text) if part)


def about(document: Document, span: Span) -> str:
    """What is written at `span`, by names that stay when lines move: `vision/bets/B1/target`.

    It is the way down the data, with each record by its id, by its name if it has no id, or else by the first thing
    that it says. For something that is no value itself, such as a heading or a table, the words that stand there
    follow.
    """
    found = document.whereabouts.at(span)
    path, place = found or ((), (0, 0))
    names = [
        _called(document, path[: number + 1]) if isinstance(step, int) else step for number, step in enumerate(path)
    ]
    begins_there = place[0] == span[0] and isinstance(value_at(document, path), str)  # told at its first line
    if not path or not (place == span or begins_there):
        names.append(" ".join(document.text[span[0] : min(span[1], span[0] + _LONGEST_NAME)].split()))
    return "/".join(name for name in names if name)


def _called(document: Document, path: Path) -> str:
    """What the record or entry at `path` goes by."""
    value = value_at(document, path)
    given: Iterable[Any] = (value,)
    if isinstance(value, dict):
        binding = binding_at(document, path)
        title = binding.title_field if binding else None
        names = ("id", title.name if title else "", *(binding.fields if binding else ()))
        given = map(value.get, names)
    return str(next((said for said in given if isinstance(said, str | int | float)), int(path[-1]) + 1))


def spot(document: Document, path: Path) -> Span:
    """Where to point for the data at `path`: its value, the label without one, or the heading of what lacks it."""
    if path in document.values:
        return first_line(document, document.values[path])
    for end in range(len(path), -1, -1):
        if path[:end] in document.keys:
            return document.keys[path[:end]]
        if path[:end] in document.values:
            return first_line(document, document.values[path[:end]])
    return document.fences.opening if document.fences else (0, 0)


def first_line(document: Document, span: Span) -> Span:
    """The part of `span` on its first line."""
    start, end = span
    line_end = document.source.line_span(start)[1]
    return (start, min(end, max(line_end, start)))


def called(document: Document, span: Span) -> str:
    """The words at `span` as a message gives them: plain, on one line, and not too long."""
    words = " ".join(plain(document.text[slice(*span)]).rstrip(":").split())
    short = words if len(words) <= _LONGEST_CALLED else words[:_LONGEST_CALLED].rsplit(" ", 1)[0] + " …"
    return short.replace("“", "‘").replace("”", "’")
