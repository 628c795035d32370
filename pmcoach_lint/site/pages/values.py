"""What can be written for a value, in words: from the readers' docstrings and the schema's own limits."""

from __future__ import annotations

import inspect
from typing import Any

from markupsafe import Markup

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.whole import resolve
from pmcoach_lint.names import small
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.readers.registry import READERS
from pmcoach_lint.site.html import spaced
from pmcoach_lint.site.prose import inline

_LIST = "Several of them: bullets, or one after the other with <br> or a semicolon between."


def value_forms(field: Binding) -> Markup:
    """What can be written for a property."""
    schema = field.schema
    if field.kind == "records":
        what = str(field.title_field.schema.get("description", "")) if field.title_field else ""
        return inline(f"{what} One column for each, headed by its name; or one column for all, parted by `<br>`.")
    value = resolve(schema.get("items", {}), {}) if field.kind == "list" else schema
    forms = [form for form in (_form(field, value), _LIST if field.kind == "list" else None, _also(field)) if form]
    if "default" in schema and field.frontmatter_key:  # below, it is what a new document holds
        forms.append(f"If it is left out: `{schema['default']}`.")
    return spaced(inline(form) for form in forms)


def _form(field: Binding, value: dict[str, Any]) -> str:
    """The form of one value."""
    if "const" in value:
        return f"`{value['const']}`"
    if field.reader:
        return _reader_words(field.reader)
    if "enum" in value:
        return f"One of {', '.join(f'`{word}`' for word in value['enum'])}."
    if "x-form" in value:
        form = str(value["x-form"])
        return f"{form[:1].upper()}{form[1:]}."
    if value.get("type") == "integer":
        return f"A whole number{_limits(value)}."
    return "Text."


def _limits(value: dict[str, Any]) -> str:
    """The smallest and the largest number, where there are such."""
    least, most = value.get("minimum"), value.get("maximum")
    if least is not None and most is not None:
        return f" from {least} to {most}"
    if least is not None:
        return f", {least} or more"
    return f", {most} or less" if most is not None else ""


def _reader_words(reader: str) -> str:
    """The first paragraph of a reader's docstring, without what it returns."""
    first = inspect.cleandoc(READERS[reader].__doc__ or "").partition("\n\n")[0]
    return " ".join(first.split()).partition(" Returns ")[0]


def _also(field: Binding) -> str | None:
    """Another name under which the value can be read, such as one column for both levels, or in passing."""
    for way in field.mark.get("also", ()):
        if "column" in way:
            return f"Or together with its counterpart under `{way['column']}`: {small(_reader_words(way['read']))}"
        if "label" in way:
            return f"Or in what `{way['label']}` says: {small(_reader_words(way['read']))}"
    ways = field.mark.get("perhaps", ())
    places = dict.fromkeys(f"`{key}`" for way in ways for key in way.get("keys", ()))
    places |= dict.fromkeys("what a sentence above the parts says of the PM" for way in ways if "of" in way)
    return f"Where none of its own keys is there, also out of {in_a_row(list(places), 'or')}." if places else None
