"""The binding of a whole document: which of its properties are parts of it, and in which order they stand."""

from __future__ import annotations

from functools import cached_property

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding


class Whole(Binding):
    """A whole document: an object without a name, whose schema is that of the type."""

    @cached_property
    def is_log(self) -> bool:
        """Whether it is a log, whose entries stand under no heading of their own."""
        return any(bound.day and not bound.names for bound in self.lists.values())

    @cached_property
    def ordered(self) -> tuple[Binding, ...]:
        """The lists whose records stand in the order of their days."""
        return tuple(bound for bound in self.lists.values() if "order" in bound.mark)

    @cached_property
    def opening(self) -> Holder:
        """The fields that stand above its parts, behind a label or in the title."""
        return self.only(name for name, bound in self.fields.items() if bound.names and not bound.is_section)

    @cached_property
    def parts(self) -> Whole:
        """The fields that are its parts."""
        parts = Whole("", self.schema, {})
        parts.fields = {name: field for name, field in self.fields.items() if name not in self.opening.fields}
        parts.required = self.required
        return parts

    @cached_property
    def numbered_parts(self) -> tuple[str, ...]:
        """The names of its parts in the order of their numbers, if they have any."""
        return self.required_parts if self.schema.get("x-numbered") else ()

    @cached_property
    def required_parts(self) -> tuple[str, ...]:
        """The names of the parts that it has to have, in their order."""
        return tuple(name for name, bound in self.fields.items() if bound.is_section and name in self.required)

    @cached_property
    def anywhere(self) -> tuple[tuple[str, Binding], ...]:
        """The lists inside its parts that may stand in another part, each with the name of its own."""
        inside = ((name, field) for name, bound in self.fields.items() for field in bound.fields.values())
        return tuple((name, field) for name, field in inside if "anywhere" in field.mark)

    def heading_of(self, part: str) -> str:
        """The heading of a part, with its number if it has one."""
        lead = f"{self.numbered_parts.index(part) + 1}) " if part in self.numbered_parts else ""
        return f"{lead}{self.fields[part].written_name}"

    @cached_property
    def short_parts(self) -> tuple[str, ...]:
        """The names of the parts that are one value, or a list of values."""
        return tuple(
            name for name, bound in self.fields.items() if bound.is_section and bound.kind in ("value", "list")
        )
