"""What a part of a document knows by name: its labels, its lists, and what was likely meant by a name it does not."""

from __future__ import annotations

from functools import cached_property

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.tables.plan import OF_THE_CYCLE
from pmcoach_lint.checks.words import binding_at, value_at
from pmcoach_lint.document import Document
from pmcoach_lint.nearest import nearly
from pmcoach_lint.syntax.yaml_marks import Path


class Known:
    """What the part of a document at `path` knows by name."""

    def __init__(self, document: Document, path: Path) -> None:
        self._document = document
        self._binding = document.binding.fields[str(path[0])]

    @cached_property
    def is_free(self) -> bool:
        """Whether the part may hold whatever its author likes: nothing in it is required, and no records are."""
        return self._binding.kind == "object" and not self._binding.required and not self._binding.lists

    @cached_property
    def _fields(self) -> tuple[Binding, ...]:
        """What is known in the part."""
        return self._binding.all_fields

    @cached_property
    def lists(self) -> set[str]:
        """The keys of the names of its lists."""
        return {key for field in self._fields if field.kind in ("list", "records") for key in field.own_keys}

    @cached_property
    def times(self) -> set[str]:
        """The keys of the names of what tells when something is."""
        return {key for field in self._fields if field.reader in (*OF_THE_CYCLE, "date") for key in field.own_keys}

    @cached_property
    def _labels(self) -> set[str]:
        """The keys of the names that labels of the part have, below whichever heading, and single ones of any part."""
        whole, part = self._document.binding, self._binding
        holders = (part, *(bound for bound in part.lists.values() if "sections" in bound.shapes))
        single = (field for bound in whole.loose_objects for field in bound.fields.values() if field.kind == "value")
        return {key for holder in holders for key in holder.by_key}.union(*(field.own_keys for field in single))

    def meant(self, what: str, at: Path, keys: tuple[str, ...]) -> tuple[str | None, bool]:
        """The name that was likely meant by what nothing has read; and whether it bears a known one.

        Args:
            what: what it is: a column, a label, a table or a heading.
            at: the path of what holds it, of which the names count that are not told yet.
            keys: the keys of its name.
        """
        if not self._labels.isdisjoint(keys):
            return None, True
        holder, told = binding_at(self._document, at), value_at(self._document, at)
        if holder is None or what == "table":
            return None, False
        if what == "column" or not isinstance(told, dict):
            told = {path[-1] for path in self._document.read.names.values() if path[:-1] == at}
        free = (field for field in holder.fields.values() if field.name not in told)
        known = {name.key: name.name for field in free for name in field.names}
        if not known.keys().isdisjoint(keys):
            return None, True
        near = next((close for key in keys if (close := nearly(key, known))), None)
        return (known[near], True) if near else (None, False)
