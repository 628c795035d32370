"""What a failed JSON Schema check means, in the words of whoever wrote the value."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pmcoach_lint.nearest import did_you_mean, nearest
from pmcoach_lint.regex import regex
from pmcoach_lint.tuples import NamedTuple

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError


class Failure(NamedTuple):
    """One JSON Schema error: the keyword that failed, what it wants, what is given, and where."""

    keyword: str
    wanted: Any
    given: Any
    path: tuple[str | int, ...]


def read_failure(error: ValidationError) -> Failure:
    """The failure that an error of the validator stands for."""
    path = tuple(error.absolute_path)
    wanted: Any = error.validator_value
    if error.validator == "required":
        wanted = next(name for name in wanted if f"'{name}'" in error.message)
    return Failure(str(error.validator), wanted, error.instance, path)


class Told(NamedTuple):
    """What there is to say: the name of the rule, the message, a hint, and the text that was likely meant."""

    rule: str
    message: str
    hint: str | None = None
    instead: str | None = None


def tell(failure: Failure, title: str, schema: dict[str, Any]) -> Told:
    """Say what a failure means.

    Args:
        failure: the failure.
        title: what the value is called.
        schema: the schema of the value, whose description says what is wanted.
    """
    return _TELLERS.get(failure.keyword, _anything_else)(failure, title, schema)


def _too_few(failure: Failure, title: str, schema: dict[str, Any]) -> Told:
    if not failure.given:
        return Told("still-to-fill", f"“{title}” has no entry yet.", schema.get("description"))
    number = failure.wanted
    message = f"“{title}” has {len(failure.given)} where at least {number} {'is' if number == 1 else 'are'} needed."
    return Told("too-few", message, schema.get("description"))


def _too_many(failure: Failure, title: str, schema: dict[str, Any]) -> Told:
    message = f"“{title}” has {len(failure.given)} where at most {failure.wanted} are allowed."
    return Told("too-many", message, schema.get("description"))


def _choice(failure: Failure, title: str, _schema: dict[str, Any]) -> Told:
    allowed = [str(value) for value in failure.wanted]
    near = nearest(str(failure.given), allowed)
    question = did_you_mean(near)
    message = f"“{failure.given}” is no {title.lower()} that is known here.{question}"
    return Told("unknown-choice", message, f"Write one of: {', '.join(allowed)}.", near)


def _constant(failure: Failure, title: str, _schema: dict[str, Any]) -> Told:
    return Told("unknown-choice", f"{title} must be “{failure.wanted}”.", None, str(failure.wanted))


_KINDS = {
    "integer": "a whole number",
    "number": "a number",
    "string": "a text",
    "array": "a list",
    "object": "a group of values",
    "boolean": "true or false",
}


_ONE_NUMBER = regex(r"[^\d.,-]*(\d{1,9})(?:[^\d.,-][^\d]*)?")
"""A text in which one whole number stands: `about 8`."""


def _kind(failure: Failure, title: str, schema: dict[str, Any]) -> Told:
    kinds = failure.wanted if isinstance(failure.wanted, list) else [failure.wanted]
    wanted = " or ".join(_KINDS.get(kind, str(kind)) for kind in kinds)
    given = shown(failure.given)
    message = f"{title} must be {wanted}, not {given}."
    if kinds[0] == "integer" and (number := _ONE_NUMBER.fullmatch(str(failure.given))):
        return Told("wrong-kind-of-value", message, f"Write the number alone: {number[1]}.", number[1])
    hints = {"string": "Put it in quotes.", "array": "Write each entry on a line of its own, behind “- ”."}
    described = schema.get("description")
    if kinds[0] == "integer":
        return Told("wrong-kind-of-value", message, f"Write it in figures. {described or ''}".rstrip())
    return Told("wrong-kind-of-value", message, hints.get(kinds[0]) or described)


def shown(value: Any) -> str:
    """A value as it is told: in quotes, or what it is where it holds others."""
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


def _limit(failure: Failure, title: str, schema: dict[str, Any]) -> Told:
    side = _SIDES[failure.keyword]
    message = f"{title} is {failure.given}; it must be {side} {failure.wanted}."
    return Told("out-of-range", message, schema.get("description"))


def _form(failure: Failure, title: str, schema: dict[str, Any]) -> Told:
    form = schema.get("x-form")
    if failure.keyword == "minLength" and not failure.given:
        return Told("missing-value", f"“{title}” is empty.", schema.get("description"))
    if failure.keyword in ("minLength", "maxLength"):
        side = "short; it needs at least" if failure.keyword == "minLength" else "long; it may have at most"
        return Told("wrong-form", f"{title}: “{failure.given}” is too {side} {failure.wanted} characters.")
    return Told(
        "wrong-form",
        f"{title}: “{failure.given}” is not in the form that is needed.",
        form and f"Write {form}.",
    )


def _anything_else(failure: Failure, title: str, schema: dict[str, Any]) -> Told:
    form = schema.get("description")
    return Told("wrong-form", f"{title}: {shown(failure.given)} is not what is needed here.", form)


_TELLERS: dict[str, Callable[[Failure, str, dict[str, Any]], Told]] = {
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
