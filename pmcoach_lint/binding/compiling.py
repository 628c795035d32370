"""Schemas compiled: the bindings of a type, out of its JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pmcoach_lint.binding.model import Binding, Column, Use
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.text import blanks_of


def compile_binding(
    name: str, schema: dict[str, Any], defs: dict[str, Any], rows: tuple[dict[str, Any], ...] = ()
) -> Binding:
    """Compile the property `name` with its `schema`, looking `$ref`s up in `defs`.

    A keyword beside a `$ref` wins over the same keyword of what is referred to. `rows` are the records of a new
    document that hold the property.
    """
    schema = resolve(schema, defs)
    default = [schema.get("default"), *(row.get(name) for row in rows)]
    mark = schema.get("x-markdown", {})
    inner = resolve(schema.get("items", {}), defs)
    holder = inner if schema.get("type") == "array" else schema
    kind = _kind(schema, inner)
    value = inner if kind == "list" else schema
    binding = Binding(
        name=name,
        title=schema.get("title", name.replace("_", " ")),
        kind=kind,
        schema=schema,
        mark=mark,
        names=_names(name, mark),
        reader=value.get("x-read"),
        plain_kind=_plain_kind(value),
        words=_words(value),
        reference=schema.get("x-ref") or inner.get("x-ref"),
        blanks=blanks_of(_texts(default)),
    )
    if kind in ("records", "object"):
        binding.excused = _excused(holder)
        binding.required = frozenset((*holder.get("required", ()), *binding.excused))
        inside = _rows(schema.get("default")) if kind == "records" else ()
        properties = holder.get("properties", {})
        binding.fields = {key: compile_binding(key, part, defs, inside) for key, part in properties.items()}
    return binding


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


def _kind(schema: dict[str, Any], inner: dict[str, Any]) -> str:
    if schema.get("type") == "array":
        return "records" if "properties" in inner else "list"
    return "object" if "properties" in schema and "x-read" not in schema else "value"


def _plain_kind(value: dict[str, Any]) -> str | None:
    """The kind that a value must be of, where that is no text, and neither a reader nor an `enum` says how it reads."""
    kind = value.get("type")
    is_plain = kind in ("integer", "number", "boolean") and "x-read" not in value and "enum" not in value
    return str(kind) if is_plain else None


def _names(field: str, mark: dict[str, Any]) -> tuple[Column, ...]:
    columns: list[Column] = []
    for way in (mark, *mark.get("also", ())):
        if written := way.get("section") or way.get("label") or way.get("column"):
            use = Use(field, way.get("part"), way.get("read"))
            columns.append(Column(written, name_key(written), True, use))
            columns += [Column(name, name_key(name), False, use) for name in way.get("aliases", ())]
    return tuple(columns)


def _words(value: dict[str, Any]) -> dict[str, Any]:
    """The words for each value of an `enum`, by key: the value itself and its `x-words`."""
    synonyms = value.get("x-words", {})
    return (
        {
            name_key(str(word)) or str(word): allowed
            for allowed in value.get("enum", ())
            for word in (allowed, *synonyms.get(str(allowed), ()))
        }
        if "x-read" not in value
        else {}
    )
