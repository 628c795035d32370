"""What a type of document holds, out of its schema: its parts, what is written in each, and under which names.

The page of a type on the site and `pmcoach schema show` tell what is said here.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.doctypes import DocType
from pmcoach_lint.tuples import NamedTuple


class Section(NamedTuple):
    """A place in a document and what is written there.

    `part` is the part that its heading at `level` names; None for the front matter, and for what stands above the
    parts. `fields` are what is written there in a line, a column or a key each, as `head` calls it, and whether it is
    required.
    """

    title: str
    level: int
    part: Binding | None
    required: bool
    fields: tuple[tuple[Binding, bool], ...]
    head: str


def sections_of(doctype: DocType) -> Iterator[Section]:
    """The places of a document of a type, in their order; those inside a part behind it, one level deeper."""
    binding = doctype.binding
    fields = [(field, field.name in binding.required) for field in binding.fields.values()]
    yield Section("Front matter", 2, None, True, tuple(each for each in fields if each[0].frontmatter_key), "Key")
    rest = [each for each in fields if not each[0].frontmatter_key]
    if labelled := tuple(each for each in rest if _is_simple(each[0])):
        yield Section("Above the parts", 2, None, False, labelled, "Label")
    for field, required in rest:
        if not _is_simple(field):
            yield from _parts(field, 2, binding.heading_of(field.name), required=required)


def _parts(part: Binding, level: int, title: str, *, required: bool) -> Iterator[Section]:
    """What belongs under one heading of a document, and under the headings inside it."""
    inner = part.fields.items() if part.kind in ("object", "records") else ()
    simple = tuple((field, name in part.required) for name, field in inner if _is_simple(field))
    head = "Column" if part.kind == "records" and "table" in part.shapes else "Label"
    yield Section(title, level, part, required, simple, head)
    for name, field in inner:
        if not _is_simple(field):
            yield from _parts(field, level + 1, field.written_name, required=name in part.required)


def _is_simple(field: Binding) -> bool:
    """Whether a field is described in one row of a table: a value, or rungs that are columns of it."""
    is_columns = not {"columns", "others"}.isdisjoint(field.shapes)
    return not field.is_section and (field.kind in ("value", "list") or is_columns)


def written(field: Binding) -> str:
    """The name under which a field is written: its key in the front matter, else its label, column or heading."""
    return field.frontmatter_key or field.written_name


def other_names(field: Binding) -> tuple[str, ...]:
    """The other names under which a field is found; where it is a key alone, other keys."""
    if field.frontmatter_key and not field.names:
        return tuple(field.frontmatter_keys[1:])
    return tuple(dict.fromkeys(name.name for name in field.names if name.name != written(field)))
