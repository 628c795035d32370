"""What in a document refers to its records, or to those of another one."""

from __future__ import annotations

from functools import cache
from typing import Any

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.targets import ID, Targets, meanings, numbers_of, target
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

AT_ITS_END = frozenset({"appendix", "annex", "attachment"})
"""What a document may refer to and hold at its end."""


class Reference(NamedTuple):
    """A text that refers to a record: its path, what it says, and the paths of the records it may mean.

    One target is a clear reference, none an unknown one, several an ambiguous one. `to` is where the records are.
    """

    path: Path
    text: str
    targets: tuple[Path, ...]
    to: Path


class Outside(NamedTuple):
    """A text that refers to a record of another document: its path, what it says, and what it looks for.

    `type` is the type of the document that holds the records, `to` the way to them from its top. `named` is the path of
    the property that names that document, when one does; `many` tells that the text may name several records.
    """

    path: Path
    text: str
    type: str
    to: Path
    many: bool = False
    named: Path | None = None


Meant = dict[str, list[tuple[Path, ...]]]
"""What texts may mean, by the texts: the paths of the records that it may be, for each name in it."""


def find_meanings(binding: Holder, data: dict[str, Any], numbers: dict[Path, int] | None = None) -> dict[Path, Meant]:
    """What the texts in the `data` of a document mean that may refer to records in it.

    They are by the way down to them: most references consist of the same few texts, so nothing is said of each.

    Args:
        binding: the compiled binding of the document's type.
        data: the document's data.
        numbers: the numbers of records whose place in their list is another, by their paths.
    """
    meant: dict[Path, Meant] = {}
    known: dict[Path, Targets] = {}
    for way, field in routes(binding):
        reference = field.reference or {}
        texts = _texts(way, data) if "in" not in reference else set()
        if reference.get("open"):
            texts = {text for text in texts if ID.match(text)}  # others are texts that refer to nothing
        if texts:
            to: Path = tuple(reference["to"])
            if to not in known:
                known[to] = Targets(*target(binding, data, to), numbers_of(numbers or {}, to))
            meant[way] = {text: _paths(known[to], text, to, many=bool(reference.get("many"))) for text in texts}
    return meant


def _paths(targets: Targets, text: str, to: Path, *, many: bool) -> list[tuple[Path, ...]]:
    return [tuple([(*to, number) for number in one]) for one in meanings(targets, text, many=many)]


def find_references(binding: Holder, data: dict[str, Any], meant: dict[Path, Meant]) -> list[Reference]:
    """All references in the `data` of a document to records in it, in the order of its schema."""
    found: list[Reference] = []
    for way, field in routes(binding):
        reference = field.reference or {}
        texts, is_elsewhere = meant.get(way, {}), _named(reference, data) is not None
        for at, text in _placed(way, data) if texts else ():
            candidates = [one for one in texts.get(text, ()) if one or not is_elsewhere]
            found += [Reference(at, text, one, tuple(reference["to"])) for one in candidates]
    return found


def find_outside(binding: Holder, data: dict[str, Any], meant: dict[Path, Meant]) -> list[Outside]:
    """All references in the `data` of a document to records of other documents, in the order of its schema."""
    found: list[Outside] = []
    for way, field in routes(binding):
        reference = field.reference or {}
        is_open, many = bool(reference.get("open")), bool(reference.get("many"))
        if "in" in reference:
            texts = [(at, text) for at, text in _placed(way, data) if not is_open or ID.match(text)]
            found += [Outside(at, text, reference["in"], tuple(reference["to"]), many) for at, text in texts]
        elif named := _named(reference, data):
            texts = [(at, text) for at, text in _placed(way, data) if () in meant.get(way, {}).get(text, ())]
            other = reference["else"]
            found += [Outside(at, text, other["in"], tuple(other["to"]), many, named) for at, text in texts]
    return found


def _named(reference: dict[str, Any], data: dict[str, Any]) -> Path | None:
    """The path of the property that names the document in which else to look; None where there is none such."""
    named = reference.get("else", {}).get("named")
    return (named,) if named in data else None


def _texts(way: Path, data: dict[str, Any]) -> set[str]:
    """The texts in `data` at the end of a way, which may lead through lists, each once."""
    reached: list[Any] = [data]
    for name in way:
        found: list[Any] = []
        for part in reached:
            value = part.get(name)
            if type(value) is list:
                found += value
            elif value is not None:
                found.append(value)
        reached = found
    return set(map(str, reached))


def _placed(way: Path, data: dict[str, Any]) -> list[tuple[Path, str]]:
    """The same, as often as they stand there and with their paths."""
    reached: list[tuple[Path, Any]] = [((), data)]
    for name in way:
        found: list[tuple[Path, Any]] = []
        for path, part in reached:
            value = part.get(name)
            if type(value) is list:
                found += [((*path, name, index), one) for index, one in enumerate(value)]
            elif value is not None:
                found.append(((*path, name), value))
        reached = found
    return [(path, str(text)) for path, text in reached]


@cache
def routes(binding: Holder) -> list[tuple[Path, Binding]]:
    """The ways from the top of a type down to each field that refers to something, found once for each type."""
    ways: list[tuple[Path, Binding]] = []
    for field in binding.fields.values():
        if field.reference:
            ways.append(((field.name,), field))
        ways += [((field.name, *way), inner) for way, inner in routes(field)]
    return ways
