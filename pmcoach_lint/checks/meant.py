"""What could be done about a column, label or heading that nothing reads: where its name is read, or which ones are."""

from __future__ import annotations

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.checks.words import binding_at, value_at
from pmcoach_lint.document import Document
from pmcoach_lint.syntax.yaml_marks import Path

_SHORTEST_WORD = 3
"""So many letters has a word that says what a name is about."""

_MOST_KNOWN = 4
"""So many of the names that are known in a place are told."""


def read_at(document: Document, keys: tuple[str, ...], holder: Path, *, in_part: bool) -> str:
    """Where a name is read that is not read below `holder`, in words; empty where nowhere, or in several places.

    Args:
        document: The document.
        keys: The keys of the name.
        holder: The path of what it would belong to.
        in_part: Whether it is known in its part.
    """
    here = _in_its_part(document, keys, holder) if in_part and holder else ""
    return here or _in_another(document, keys, holder)


def names_at(document: Document, keys: tuple[str, ...], holder: Path) -> tuple[str, ...]:
    """Names of fields below `holder` that are not told yet: such as share a word with the name, then required ones."""
    bound, value = binding_at(document, holder), value_at(document, holder)
    told = {path[-1] for path in document.read.names.values() if path[:-1] == holder}
    told |= value.keys() if isinstance(value, dict) else set()
    words = {word for key in keys[:1] for word in key.split(" ") if len(word) >= _SHORTEST_WORD}

    def rank(field: Binding) -> tuple[bool, bool, bool]:
        shares = any(not words.isdisjoint(name.key.split(" ")) for name in field.names)
        return (not shares, bound is None or field.name not in bound.required, not field.is_wanted)

    free = [field for field in bound.fields.values() if field.name not in told] if bound else []
    named = [
        field
        for field in free
        if field.names and not field.frontmatter_key and not field.is_title and field.reader != "id"
    ]
    return tuple(field.written_name for field in sorted(named, key=rank)[:_MOST_KNOWN])


def _in_its_part(document: Document, keys: tuple[str, ...], holder: Path) -> str:
    """Where in its own part a name is read; empty where nowhere."""
    part = document.binding.fields[str(holder[0])]
    if len(holder) > 1 and not part.by_key.keys().isdisjoint(keys):
        return "this part behind a label, or below a heading, of its own"
    lists = [bound for bound in part.lists.values() if not bound.by_key.keys().isdisjoint(keys)]
    return f"this part for each entry of “{lists[0].title}”" if len(lists) == 1 and len(holder) == 1 else ""


def _in_another(document: Document, keys: tuple[str, ...], holder: Path) -> str:
    """The only other part in which a name is known. A single word may mean anything elsewhere."""
    whole, several = document.binding, [key for key in keys if " " in key]
    parts = [
        field.name
        for field in whole.fields.values()
        if field.is_section and not {key for inner in field.all_fields for key in inner.own_keys}.isdisjoint(several)
    ]
    return f"“{whole.heading_of(parts[0])}”" if len(parts) == 1 and parts[0] not in holder[:1] else ""
