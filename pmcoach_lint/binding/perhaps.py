"""Values of the front matter under keys that may as well hold something else: `cycle: 10 weeks from 30 November 2026`.

They count where no key of their own tells them, and only as far as what stands there can be read as such a value. The
keys of a group, as in `cycle: {start: ..., weeks: ...}`, are keys like others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Any

from pmcoach_lint.binding.extract import Extraction
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import MISSING
from pmcoach_lint.binding.whole import Whole
from pmcoach_lint.names import front_matter_key
from pmcoach_lint.readers.registry import Unreadable
from pmcoach_lint.readers.text import is_placeholder
from pmcoach_lint.syntax.yaml_marks import Marked, Path

_Said = tuple[Path, Any]
"""Where a key stands among the others, and what it says."""


def read_perhaps(reading: Extraction, binding: Whole, marked: Marked, data: dict[str, Any]) -> set[str]:
    """Put what the front matter says under such keys into `data`.

    Returns:
        The keys that say something after all.
    """
    used: set[str] = set()
    said: dict[str, list[_Said]] | None = None
    for field in binding.fields.values():
        ways = field.mark.get("perhaps", ())
        if not field.frontmatter_key or (field.name,) in reading.settled or _is_told(field, data, bool(ways)):
            continue
        said = _sayings(marked) if said is None else said
        reading.context = reading.context._replace(start=data.get("start"))
        for path, value in _values(reading, field, said):
            data[field.name] = value
            reading.keys[(field.name,)], reading.values[(field.name,)] = marked.keys[path], marked.values[path]
            used.add(str(path[0]))
            break
    return used


@cache
def uncertain_keys(binding: Whole) -> frozenset[str]:
    """All such keys of a type, as keys are compared: they may hold a value, and need not."""
    ways = (way for field in binding.fields.values() for way in field.mark.get("perhaps", ()))
    return frozenset(key for way in ways for key in way["keys"])


def _is_told(field: Binding, data: dict[str, Any], may_be_raw: bool) -> bool:
    """Whether a key of its own has told the value: no group, and no text where a number should be."""
    value = data.get(field.name, MISSING)
    if value is MISSING or (type(value) is dict and field.kind == "value"):
        return False
    return not (may_be_raw and field.plain_kind and type(value) is str)


def _sayings(marked: Marked) -> dict[str, list[_Said]]:
    """What each key says, as keys are compared; a key in a group by its own name, and with that of the group."""
    said: dict[str, list[_Said]] = {}
    for key, value in (marked.value or {}).items():
        usual = key if type(key) is str and key.islower() and key.isalpha() else front_matter_key(str(key))
        said.setdefault(usual, []).append(((key,), value))
        for inner, told in value.items() if type(value) is dict else ():
            for name in map(front_matter_key, (f"{key}-{inner}", str(inner))):
                if name != usual:  # `owner: {a: …}` is no owner
                    said.setdefault(name, []).append(((key, inner), told))
    return said


def _values(reading: Extraction, field: Binding, said: dict[str, list[_Said]]) -> Iterator[tuple[Path, Any]]:
    """What can be read as a value of `field`, each with the path of its key: first what is under its own keys."""
    for way in ({"keys": field.frontmatter_keys}, *field.mark.get("perhaps", ())):
        use = Use(field.name, way.get("part"), way.get("read"))
        form = way.get("pattern", "")
        for path, told in chain.from_iterable(said.get(key, ()) for key in way["keys"]):
            text = str(told).strip() if isinstance(told, str | int) else ""
            if text and not is_placeholder(text) and re.match(form, text, re.IGNORECASE):
                value = _value(reading, field, text, use)
                if value is not None:
                    yield path, value


def _value(reading: Extraction, field: Binding, text: str, use: Use) -> Any:
    """What a text says of the `field` as it is used; None where it says nothing of it."""
    try:
        value = reading.parse(field, text, use)
    except Unreadable:
        return None
    return None if field.plain_kind and type(value) is str else value
