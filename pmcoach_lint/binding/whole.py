"""The binding of a whole document, compiled: which properties are parts of it, and in which order these stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.names import front_matter_key
from pmcoach_lint.readers.text import blanks_of


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
    def required_keys(self) -> frozenset[str]:
        """The names of the fields that its front matter has to have, beside its type."""
        needed = self.required - {"type"}
        return frozenset(name for name, bound in self.fields.items() if name in needed and bound.frontmatter_key)

    @cached_property
    def keys_told_above(self) -> frozenset[str]:
        """The names of those fields and of those that a label above the parts may tell as well."""
        return self.required_keys.union(name for name, bound in self.fields.items() if "above" in bound.mark)

    @cached_property
    def anywhere(self) -> tuple[tuple[str, Binding], ...]:
        """The lists inside its parts that may stand in another part, each with the name of its own."""
        return self._inside("anywhere")

    @cached_property
    def lists_anywhere(self) -> tuple[Binding, ...]:
        """The lists that are parts themselves, and may stand in another one."""
        return tuple(bound for bound in self.lists.values() if "anywhere" in bound.mark)

    @cached_property
    def each_week(self) -> tuple[tuple[str, Binding], ...]:
        """The parts, each with a field of it that sentences anywhere may tell as time for each week."""
        return self._inside("each-week")

    @cached_property
    def by_sentence(self) -> tuple[tuple[str, Binding], ...]:
        """The parts, each with a field of it that a line or cell may tell by what it says."""
        return self._inside("sentence")

    def _inside(self, keyword: str) -> tuple[tuple[str, Binding], ...]:
        """The parts, each with a field of it that bears a keyword."""
        inside = ((name, field) for name, bound in self.fields.items() for field in bound.fields.values())
        return tuple((name, field) for name, field in inside if keyword in field.mark)

    def heading_of(self, part: str) -> str:
        """The heading of a part, with its number if it has one."""
        lead = f"{self.numbered_parts.index(part) + 1}) " if part in self.numbered_parts else ""
        return f"{lead}{self.fields[part].written_name}"

    @cached_property
    def by_frontmatter_key(self) -> dict[str, Binding]:
        """The fields by each key of the front matter that they are read under.

        The written key of one field is no other name of another: `type` is none of a kind.
        """
        fields = self.fields.values()
        own = {front_matter_key(key): field for field in fields if (key := field.frontmatter_key)}
        return {key: field for field in fields for key in field.frontmatter_keys} | own

    @cached_property
    def short_parts(self) -> tuple[str, ...]:
        """The names of the parts that are one value, or a list of values."""
        return tuple(
            name for name, bound in self.fields.items() if bound.is_section and bound.kind in ("value", "list")
        )


def compile_whole(schema: dict[str, Any], defs: dict[str, Any]) -> Whole:
    """Compile the schema of a type of document, looking `$ref`s up in `defs`."""
    whole = Whole("", schema, {})
    _compile_fields(whole, schema, defs)
    return whole


def _compile(name: str, schema: dict[str, Any], defs: dict[str, Any], rows: tuple[dict[str, Any], ...]) -> Binding:
    """Compile the property `name` with its `schema`.

    A keyword beside a `$ref` wins over the same keyword of what is referred to. `rows` are the records of a new
    document that hold the property.
    """
    schema = resolve(schema, defs)
    items = resolve(schema.get("items", {}), defs)
    default = [schema.get("default"), *(row.get(name) for row in rows)]
    binding = Binding(name, schema, items, blanks_of(_texts(default)))
    if binding.kind == "records":
        _compile_fields(binding, items, defs, _rows(schema.get("default")))
    elif binding.kind == "object":
        _compile_fields(binding, schema, defs)
    return binding


def _compile_fields(
    holder: Holder, schema: dict[str, Any], defs: dict[str, Any], rows: tuple[dict[str, Any], ...] = ()
) -> None:
    """Compile the properties of an object, or of each record, that has this `schema`."""
    holder.excused = _excused(schema)
    holder.required = frozenset((*schema.get("required", ()), *holder.excused))
    holder.fields = {key: _compile(key, part, defs, rows) for key, part in schema.get("properties", {}).items()}
    for key in holder.fields.keys() - holder.required:
        holder.fields[key].is_optional = True


def _rows(default: Any) -> tuple[dict[str, Any], ...]:
    """The records that a new document holds. Anything else is told to whoever wrote the schema, and not taken here."""
    return tuple(row for row in default if isinstance(row, dict)) if isinstance(default, list) else ()


def _texts(default: Any) -> Iterator[str]:
    """The texts in what a new document holds."""
    for value in default if isinstance(default, list) else [default]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from _texts(value)


def resolve(schema: dict[str, Any], defs: dict[str, Any]) -> dict[str, Any]:
    """The schema with the `$ref` at its top replaced by what it refers to; the bindings of both are one."""
    while "$ref" in schema:
        target = defs[schema["$ref"].rsplit("/", 1)[1]]
        mark = {**target.get("x-markdown", {}), **schema.get("x-markdown", {})}
        schema = {**target, **{key: part for key, part in schema.items() if key != "$ref"}}
        if mark:
            schema["x-markdown"] = mark
    return schema


def _excused(holder: dict[str, Any], earlier: tuple[frozenset[str], ...] = ()) -> dict[str, tuple[frozenset[str], ...]]:
    """What is required only where something else is not given: `if` that is required, `else` this is.

    Of several conditions (`anyOf`), and of those in the `else` of `earlier` ones, each says what that may be, but for
    one of several that asks for a certain value.
    """
    if "allOf" in holder:
        return {name: instead for one in holder["allOf"] for name, instead in _excused(one).items()}
    if "else" not in holder:
        return {}
    condition, otherwise = holder["if"], holder["else"]
    several = [one for one in condition.get("anyOf", ()) if "properties" not in one] or [condition]
    instead = (*earlier, *(frozenset(one.get("required", ())) for one in several))
    return {**dict.fromkeys(otherwise.get("required", ()), instead), **_excused(otherwise, instead)}
