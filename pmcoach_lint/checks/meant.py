"""What a column, label or heading that nothing reads was most likely meant to be, and which names are known there."""

from __future__ import annotations

from collections.abc import Iterable

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.checks.words import binding_at, value_at
from pmcoach_lint.document import Document
from pmcoach_lint.nearest import nearest
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

_ALIKE, _ALIKE_IN_SHORT = 0.85, 0.65
_SHORT = 3
"""A name of so few letters is another by one letter in it: `Gpa` for `Gap`."""

_MOST_KNOWN = 4
"""So many of the names that are known in a place are told."""


class Meant(NamedTuple):
    """What was meant: the name that is `near`, or that the name `is_known`, and `where` it is read, in words.

    Else `known` are names of the place that nothing there bears yet, the likeliest first.
    """

    near: str | None = None
    is_known: bool = False
    where: str = ""
    known: tuple[str, ...] = ()


def labels_of(document: Document, part: Binding) -> frozenset[str]:
    """The keys of the names that labels of a part have, below whichever heading, and single ones of any part."""
    holders = (part, *(bound for bound in part.lists.values() if "sections" in bound.shapes))
    loose = document.binding.loose_objects
    single = (field for bound in loose for field in bound.fields.values() if field.kind == "value")
    keys: set[str] = {key for holder in holders for key in holder.by_key}
    return frozenset(keys.union(*(field.own_keys for field in single)))


def meant(document: Document, keys: Iterable[str], what: str, holder: Path, labels: frozenset[str]) -> Meant:
    """What was meant by the name of which `keys` are given.

    Args:
        document: The document.
        keys: The keys of the name, with and without what stands around it.
        what: What bears the name, in a word: “column”, “label”, “heading” or “table”.
        holder: The path of what it would belong to.
        labels: The names of labels of its part (see `labels_of`).
    """
    keys = tuple(keys)
    if not labels.isdisjoint(keys):
        if what == "table" or not holder:
            return Meant(is_known=True)
        return Meant(is_known=True, where=_in_its_part(document, keys, holder) or _part_of(document, keys, holder))
    bound, told = binding_at(document, holder), value_at(document, holder)
    if bound is None or what == "table" or not holder or not keys:
        return Meant()
    if what == "column" or not isinstance(told, dict):
        told = {path[-1] for path in document.read.names.values() if path[:-1] == holder}
    free = [field for field in bound.fields.values() if field.name not in told]
    known = {name.key: name.name for field in free for name in field.names}
    if not known.keys().isdisjoint(keys):
        return Meant(is_known=True)
    near = next((close for key in keys if (close := _nearest(key, known))), None)
    if near:
        return Meant(known[near], is_known=True)
    return Meant(where=_part_of(document, keys, holder), known=_likeliest(keys[0], free, bound))


def _nearest(key: str, known: Iterable[str]) -> str | None:
    if len(key) > _SHORT:
        return nearest(key, known, cutoff=_ALIKE)
    short = [name for name in known if sorted(name) == sorted(key)]
    return nearest(key, short, cutoff=_ALIKE_IN_SHORT)


def _likeliest(key: str, free: list[Binding], bound: Binding) -> tuple[str, ...]:
    """The names of fields that may stand in a place: what shares a word with the `key`, then what should be there."""
    words = {word for word in key.split(" ") if len(word) >= _SHORT}

    def rank(field: Binding) -> tuple[bool, bool, bool]:
        shares = any(not words.isdisjoint(name.key.split(" ")) for name in field.names)
        return (not shares, field.name not in bound.required, not field.is_wanted)

    named = [
        field
        for field in free
        if field.names and not field.frontmatter_key and not field.is_title and field.reader != "id"
    ]
    return tuple(field.written_name for field in sorted(named, key=rank)[:_MOST_KNOWN])


def _in_its_part(document: Document, keys: tuple[str, ...], holder: Path) -> str:
    """Where in its own part a name is read that is not read below `holder`; empty where nowhere."""
    part = document.binding.fields[str(holder[0])]
    if len(holder) > 1 and not part.by_key.keys().isdisjoint(keys):
        return "this part behind a label, or below a heading, of its own"
    lists = [bound for bound in part.lists.values() if not bound.by_key.keys().isdisjoint(keys)]
    return f"this part for each entry of “{lists[0].title}”" if len(lists) == 1 and len(holder) == 1 else ""


def _part_of(document: Document, keys: tuple[str, ...], holder: Path) -> str:
    """The only other part in which a name is known; empty where none knows it, or several do.

    A single word may mean anything elsewhere.
    """
    keys = tuple(key for key in keys if " " in key)
    whole = document.binding
    parts = [
        field.name
        for field in whole.fields.values()
        if field.is_section and not {key for inner in field.all_fields for key in inner.own_keys}.isdisjoint(keys)
    ]
    return f"“{whole.heading_of(parts[0])}”" if len(parts) == 1 and parts[0] != holder[0] else ""
