"""Values of the front matter under keys that may as well hold something else: `cycle: 10 weeks from 30 November 2026`.

They count where no key of their own tells them, and only as far as what stands there can be read as such a value. The
keys of a group, as in `cycle: {start: ..., weeks: ...}`, are keys like others, and so are the labels above the parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Any

from pmcoach_lint.binding.above.said import Saying, Sayings, said_above, told_of
from pmcoach_lint.binding.extract import Extraction
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import MISSING
from pmcoach_lint.binding.whole import Whole
from pmcoach_lint.names import front_matter_key
from pmcoach_lint.readers.registry import Unreadable
from pmcoach_lint.readers.text import is_placeholder
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Marked, Path

_END_OF_NAME = regex(r"[;:]\s|(?<!\bca)\.\s(?![a-z]+\s)")
"""Where the name of a role or team ends, and what is said of it begins: `Carrier Onboarding: sign-up and loads`."""

_HANDLE_LIKE = regex(r"[-_\d\s]|^(?:[A-Z]\.?){1,3}$")
"""What is in a handle or a role that stands above the parts, or how initials are: another word may be any."""


def read_perhaps(reading: Extraction, binding: Whole, marked: Marked, data: dict[str, Any], body: int) -> set[str]:
    """Put what the front matter says under such keys into `data`, and what the text that begins at `body` says above.

    Returns:
        The keys that say something after all.
    """
    used: set[str] = set()
    said: Sayings | None = None
    above: tuple[Sayings, list[Span]] | None = None
    lacks = not binding.required_keys.issubset(data)
    for field in binding.fields.values():
        ways = field.mark.get("perhaps", ())
        if not field.frontmatter_key or (field.name,) in reading.settled or _is_told(field, data, bool(ways)):
            continue
        said = _sayings(marked) if said is None else said
        reading.context = reading.context._replace(start=data.get("start"))
        found = next(_values(reading, field, said, _ways(field)), None)
        is_wanted = field.mark.get("above") or (lacks and (ways or field.name in binding.required_keys))
        if found is None and is_wanted and not field.names:
            above = said_above(reading.text, body, binding) if above is None else above
            found = next(_values_above(reading, field, *above, str(data.get("pm", ""))), None)
        found = found or next(_values(reading, field, said, _ways(field, last=True)), None)
        if found:
            saying, data[field.name] = found
            reading.keys[(field.name,)], reading.values[(field.name,)] = saying.at, saying.span
            used.update(key for key in (saying.key,) if key)
        elif broken := next(_broken(reading, field, said), None):
            saying, problem = broken
            reading.offences.append(problem.at(saying.span))
            reading.settled.add((field.name,))
            used.update(key for key in (saying.key,) if key)
    return used


def _broken(reading: Extraction, field: Binding, said: Sayings) -> Iterator[tuple[Saying, Unreadable]]:
    """What keys say of a `field` that is a day which there is not: `period: {from: 2026-12-70}`."""
    for way in _ways(field):
        for saying in chain.from_iterable(said.get(key, ()) for key in way.get("keys", ())):
            text = _text(saying.told)
            try:
                reading.parse(field, text, Use(field.name, way.get("part"), way.get("read")))
            except Unreadable as problem:
                if problem.rule == "impossible-date":
                    yield saying, problem


@cache
def uncertain_keys(binding: Whole) -> frozenset[str]:
    """All such keys of a type, as keys are compared: they may hold a value, and need not."""
    ways = (way for field in binding.fields.values() for way in field.mark.get("perhaps", ()))
    return frozenset(key for way in ways for key in way.get("keys", ()))


def _is_told(field: Binding, data: dict[str, Any], may_be_raw: bool) -> bool:
    """Whether a key of its own has told the value: no group, and no text where a number should be."""
    value = data.get(field.name, MISSING)
    if value is MISSING or (type(value) is dict and field.kind == "value"):
        return False
    return not (may_be_raw and field.plain_kind and type(value) is str)


def _sayings(marked: Marked) -> Sayings:
    """What each key says, as keys are compared; a key in a group by its own name, and with that of the group."""
    said: Sayings = {}

    def add(name: str, path: Path, value: Any) -> None:
        said.setdefault(name, []).append(Saying(marked.keys[path], marked.values[path], value, str(path[0])))

    for key, value in (marked.value or {}).items():
        usual = key if type(key) is str and key.islower() and key.isalpha() else front_matter_key(str(key))
        add(usual, (key,), value)
        for inner, told in value.items() if type(value) is dict else ():
            for name in map(front_matter_key, (f"{key}-{inner}", str(inner))):
                if name != usual:  # `owner: {a: …}` is no owner
                    add(name, (key, inner), told)
    return said


def _ways(field: Binding, *, last: bool = False) -> list[dict[str, Any]]:
    """The ways in which keys may tell a field, its own keys first; the `last` are behind what sentences tell."""
    ways = list(field.mark.get("perhaps", ()))
    cut = next((at for at, way in enumerate(ways) if "of" in way), len(ways))
    return ways[cut:] if last else [{"keys": field.frontmatter_keys}, *ways[:cut]]


def _values(
    reading: Extraction, field: Binding, said: Sayings, ways: list[dict[str, Any]]
) -> Iterator[tuple[Saying, Any]]:
    """What can be read as a value of `field` in these `ways`, each with what says it."""
    for way in ways:
        for saying in chain.from_iterable(said.get(key, ()) for key in way.get("keys", ())):
            if (value := _told(reading, field, way, saying)) is not None:
                yield saying, value


def _values_above(
    reading: Extraction, field: Binding, labelled: Sayings, sentences: list[Span], pm: str
) -> Iterator[tuple[Saying, Any]]:
    """The same for what stands above the parts: behind labels, and in sentences that tell of the `pm`."""
    form = field.schema.get("pattern")
    for saying, value in _values(reading, field, labelled, _ways(field)):
        is_handle = not form or (_HANDLE_LIKE.search(str(value)) and re.fullmatch(form, str(value)))
        if is_handle and not (field.is_text and value[:1].isdigit()):  # `Team: 6 engineers` is no name
            yield saying, _END_OF_NAME.split(value, maxsplit=1)[0] if field.is_text else value
    for way in field.mark.get("perhaps", ()):
        for saying in told_of(reading.text, sentences, pm) if pm and "of" in way else ():
            if (value := _told(reading, field, way, saying)) is not None:
                yield saying, value
    yield from _values(reading, field, labelled, _ways(field, last=True))


def _told(reading: Extraction, field: Binding, way: dict[str, Any], saying: Saying) -> Any:
    """What is said of the `field`, as one of the ways in which that may be done reads it; None where nothing is."""
    text = _text(saying.told)
    if not text or is_placeholder(text) or not re.match(way.get("pattern", ""), text, re.IGNORECASE):
        return None
    return way.get("value") or _value(reading, field, text, Use(field.name, way.get("part"), way.get("read")))


def _text(told: Any) -> str:
    """What a key says as one text: that of a list has commas between."""
    if isinstance(told, list):
        return ", ".join(map(_text, told))
    return str(told).strip() if isinstance(told, str | int) else ""


def _value(reading: Extraction, field: Binding, text: str, use: Use) -> Any:
    """What a text says of the `field` as it is used; None where it says nothing of it."""
    value = reading.parsed(field, text, use)
    return None if value is MISSING or (field.plain_kind and type(value) is str) else value
