"""JSON Schema errors, each at its exact place and in the author's words.

A fast validator says yes or no. Only when it says no is the `jsonschema` package imported to explain; what the reader
has already said about a value is not said again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Role
from pmcoach_lint.checks.words import binding_at, spot, subject
from pmcoach_lint.doctypes import DocType
from pmcoach_lint.document import Document
from pmcoach_lint.nearest import did_you_mean, in_a_row, nearest
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError


def schema_offences(document: Document) -> list[Offence]:
    """What the document's data lacks or has wrong by its schema, in the order of the text."""
    if document.doctype is None or document.doctype.gate.is_valid(document.data):
        return []
    failures = list(map(_failure, explainer(document.doctype).iter_errors(document.data)))
    offences = [offence for failure in failures if (offence := _told(document, failure))]
    return sorted([*offences, *_missing_keys(document, failures)], key=lambda offence: offence.span)


def _missing_keys(document: Document, failures: list[Failure]) -> list[Offence]:
    """The offence of all keys that the front matter lacks: one, however many they are."""
    fields = [
        field
        for failure in failures
        if failure.keyword == "required" and not failure.path
        if (field := document.binding.fields[failure.wanted]).frontmatter_key
        and (failure.wanted,) not in document.keys
        and not document.is_settled((failure.wanted,))
    ]
    if not fields or not document.fences:
        return []
    names = [f"“{field.frontmatter_key}”" for field in fields]
    hint = "; ".join(f"{field.frontmatter_key}: {field.schema.get('description', '').rstrip('.')}" for field in fields)
    return [
        Offence("missing-value", document.fences.opening, f"The front matter has no {in_a_row(names)}.", f"{hint}.")
    ]


@lru_cache(maxsize=16)
def explainer(doctype: DocType) -> Draft202012Validator:
    """The validator that tells what is wrong and where."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - takes 60 ms, and most documents are valid

    return Draft202012Validator(doctype.schema)


class Failure(NamedTuple):
    """One JSON Schema error: the keyword that failed, what it wants, what is given, and where."""

    keyword: str
    wanted: Any
    given: Any
    path: Path


def _failure(error: ValidationError) -> Failure:
    """The failure that an error of the validator stands for."""
    path: Path = tuple(error.absolute_path)
    wanted: Any = error.validator_value
    if error.validator == "required":
        wanted = next(name for name in wanted if f"'{name}'" in error.message)
    return Failure(str(error.validator), wanted, error.instance, path)


def _told(document: Document, failure: Failure) -> Offence | None:
    """The offence that a failure stands for; None for one that the reader has told."""
    path = failure.path
    if document.is_settled(path):
        return None
    if failure.keyword == "required":
        return _missing(document, path, failure.wanted)
    tell = _TELLERS.get(failure.keyword, _anything_else)
    binding = binding_at(document, path)
    title = binding.title if binding else str(path[-1] if path else "This document")
    rule, message, hint, instead = tell(failure, title, binding)
    return Offence(rule, spot(document, path), message, hint, instead)


def _missing(document: Document, path: Path, name: str) -> Offence | None:
    """The offence of a required property that is not there; parts of the document have a rule of their own."""
    at = (*path, name)
    field = binding_at(document, at)
    if document.is_settled(at) or field is None:
        return None
    hint = field.schema.get("description")
    if not path and at in document.keys and not field.is_section:
        name = document.text[slice(*document.keys[at])].strip("*_: ")
        return Offence("still-to-fill", spot(document, at), f"“{name}” has no value.", hint)
    if not path:
        return (
            _missing_label(document, field)
            if field.names and not field.frontmatter_key and not field.is_section
            else None
        )
    if at in document.values or at in document.keys:
        message = f"“{field.written_name}” is empty for {_small(subject(document, path))}."
        return Offence("still-to-fill", spot(document, at), message, hint)
    return Offence(
        "missing-value", spot(document, at), f"{subject(document, path)} has no “{field.written_name}”.", hint
    )


def _missing_label(document: Document, field: Binding) -> Offence:
    """The offence of a labelled value that should stand below the document's title."""
    hint = f"Write it below the title, as “**{field.written_name}:** …”. {field.schema.get('description', '')}"
    title = next((piece.text for piece in document.pieces if piece.role is Role.HEADING), None)
    span = title or document.source.line_span(document.body)
    return Offence("missing-value", span, f"This document has no “{field.written_name}”.", hint.strip())


def _small(words: str) -> str:
    """The words with a small initial, to stand inside a sentence."""
    return words[:1].lower() + words[1:]


Told = tuple[str, str, str | None, str | None]
"""What a teller says: the rule, the message, a hint, and the text that was likely meant."""


def _too_few(failure: Failure, title: str, binding: Binding | None) -> Told:
    if not failure.given:
        return (
            "still-to-fill",
            f"“{title}” has no entry yet.",
            binding.schema.get("description") if binding else None,
            None,
        )
    number = failure.wanted
    message = f"“{title}” has {len(failure.given)} where at least {number} {'is' if number == 1 else 'are'} needed."
    return "too-few", message, binding.schema.get("description") if binding else None, None


def _too_many(failure: Failure, title: str, binding: Binding | None) -> Told:
    message = f"“{title}” has {len(failure.given)} where at most {failure.wanted} are allowed."
    return "too-many", message, binding.schema.get("description") if binding else None, None


def _choice(failure: Failure, title: str, _binding: Binding | None) -> Told:
    allowed = [str(value) for value in failure.wanted]
    near = nearest(str(failure.given), allowed)
    question = did_you_mean(near)
    message = f"“{failure.given}” is no {title.lower()} that is known here.{question}"
    return "unknown-choice", message, f"Write one of: {', '.join(allowed)}.", near


def _constant(failure: Failure, title: str, _binding: Binding | None) -> Told:
    return "unknown-choice", f"{title} must be “{failure.wanted}”.", None, str(failure.wanted)


_KINDS = {
    "integer": "a whole number",
    "number": "a number",
    "string": "a text",
    "array": "a list",
    "object": "a group of values",
    "boolean": "true or false",
}


def _kind(failure: Failure, title: str, binding: Binding | None) -> Told:
    kinds = failure.wanted if isinstance(failure.wanted, list) else [failure.wanted]
    wanted = " or ".join(_KINDS.get(kind, str(kind)) for kind in kinds)
    given = _shown(failure.given)
    hints = {"string": "Put it in quotes.", "array": "Write each entry on a line of its own, behind “- ”."}
    return (
        "wrong-kind-of-value",
        f"{title} must be {wanted}, not {given}.",
        hints.get(kinds[0]) or (binding.schema.get("description") if binding else None),
        None,
    )


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a group of values"
    if isinstance(value, list):
        return "a list"
    return f"“{str(value).lower() if isinstance(value, bool) else value}”"


_SIDES = {
    "minimum": "at least",
    "maximum": "at most",
    "exclusiveMinimum": "more than",
    "exclusiveMaximum": "less than",
}


def _limit(failure: Failure, title: str, binding: Binding | None) -> Told:
    side = _SIDES[failure.keyword]
    message = f"{title} is {failure.given}; it must be {side} {failure.wanted}."
    return "out-of-range", message, binding.schema.get("description") if binding else None, None


def _form(failure: Failure, title: str, binding: Binding | None) -> Told:
    form = binding.schema.get("x-form") if binding else None
    if failure.keyword == "minLength" and not failure.given:
        return "missing-value", f"“{title}” is empty.", binding.schema.get("description") if binding else None, None
    if failure.keyword in ("minLength", "maxLength"):
        side = "short; it needs at least" if failure.keyword == "minLength" else "long; it may have at most"
        return "wrong-form", f"{title}: “{failure.given}” is too {side} {failure.wanted} characters.", None, None
    return (
        "wrong-form",
        f"{title}: “{failure.given}” is not in the form that is needed.",
        form and f"Write {form}.",
        None,
    )


def _anything_else(failure: Failure, title: str, binding: Binding | None) -> Told:
    form = binding.schema.get("description") if binding else None
    return "wrong-form", f"{title}: {_shown(failure.given)} is not what is needed here.", form, None


_TELLERS: dict[str, Callable[[Failure, str, Binding | None], Told]] = {
    "minItems": _too_few,
    "maxItems": _too_many,
    "enum": _choice,
    "const": _constant,
    "type": _kind,
    "minimum": _limit,
    "maximum": _limit,
    "exclusiveMinimum": _limit,
    "exclusiveMaximum": _limit,
    "pattern": _form,
    "minLength": _form,
    "maxLength": _form,
}
