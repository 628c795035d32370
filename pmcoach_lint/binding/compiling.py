"""Schemas compiled: the bindings of a type, out of its JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.whole import Whole
from pmcoach_lint.readers.text import blanks_of


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


def _excused(holder: dict[str, Any]) -> dict[str, frozenset[str]]:
    """What is required only where something else is not given: `if` that is required, `else` this is."""
    condition, otherwise = holder.get("if", {}), holder.get("else", {})
    return dict.fromkeys(otherwise.get("required", ()), frozenset(condition.get("required", ())))
