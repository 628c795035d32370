"""The keywords of a schema: which there are, and what is wrong with any of them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from pmcoach_lint.doctypes.files import Node
from pmcoach_lint.doctypes.references import INSIDE
from pmcoach_lint.failures import read_failure, shown, tell
from pmcoach_lint.nearest import did_you_mean, nearest
from pmcoach_lint.regex import regex
from pmcoach_lint.resources import read_schema
from pmcoach_lint.tuples import NamedTuple

if TYPE_CHECKING:
    import jsonschema_rs
    from jsonschema.exceptions import ValidationError

META = "binding.meta.schema.json"

_VALUES = {
    "$comment", "$id", "$ref", "$schema", "const", "contentEncoding", "contentMediaType", "contentSchema", "default",
    "dependentRequired", "deprecated", "description", "enum", "examples", "exclusiveMaximum", "exclusiveMinimum",
    "format", "maxContains", "maxItems", "maxLength", "maxProperties", "maximum", "minContains", "minItems",
    "minLength", "minProperties", "minimum", "multipleOf", "pattern", "readOnly", "required", "title", "type",
    "uniqueItems", "writeOnly",
}  # fmt: skip
_TOP_ONLY = {"$id", "$schema", "x-aliases", "x-family", "x-numbered", "x-examples"}
_REFUSED = {"$anchor", "$dynamicAnchor", "$dynamicRef", "$recursiveAnchor", "$recursiveRef", "$vocabulary"}
_OLD = {"definitions": "$defs", "dependencies": "dependentRequired", "id": "$id"}
_ALIKE = 0.7
_USUAL = {
    "bool": "boolean",
    "datetime": "string",
    "date": "string",
    "dict": "object",
    "float": "number",
    "header": "column",
    "heading": "section",
    "int": "integer",
    "list": "array",
    "text": "string",
}
"""Words that people expect to find here, with those that there are."""
_DATES = "Dates are read by a shared part: “$ref”: “common.schema.json#/$defs/date”, in place of “type”."
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_OTHER_DRAFT = regex(r"https?://json-schema\.org/(?!draft/2020-12/schema#?$)")

_KINDS = {
    "array": "Write a list: [ … ].",
    "boolean": "Write true or false, without quotes.",
    "integer": "Write a number, without quotes.",
    "number": "Write a number, without quotes.",
    "object": "Write a group of entries: { … }.",
    "string": "Write a text, in double quotes.",
}
"""How each kind of value is written in JSON."""


class Report(Protocol):
    """Takes note of a problem at a node, or at its key: what is wrong, what to do, and what was likely meant."""

    def __call__(
        self, node: Node, message: str, hint: str | None, instead: str | None = None, *, key: bool = False
    ) -> None:
        """Take note of it."""


def check_keywords(node: Node, report: Report) -> None:
    """Report keywords that there are not, in the schema at `node`, and such as cannot be used where they stand."""
    schema = node.value
    for key in schema:
        if key in _REFUSED:
            hint = "Refer to a part with “$ref”: “#/$defs/name”, or “file.schema.json#/$defs/name”."
            report(node.below(key), f"“{key}” is not understood here.", hint, key=True)
        elif key in _TOP_ONLY and node.path:
            message = f"“{key}” counts only at the top of a schema."
            report(node.below(key), message, "Move it to the top, or delete it.", key=True)
        elif key not in _known():
            near = _OLD.get(key) or nearest(key, _known(), cutoff=_ALIKE)
            hint = "Properties of your own stand inside “properties”, notes in “$comment”."
            report(node.below(key), f"“{key}” is no keyword of a schema.{did_you_mean(near)}", hint, near, key=True)
    properties = schema.get("properties")
    inner = [node.below("properties", name) for name in properties] if isinstance(properties, dict) else []
    for each in [*inner, *([node.below("items")] if "items" in schema else [])]:
        if isinstance(each.value, bool):
            report(each, f"“{each.path[-1]}” must be described.", "Write { … } in place of true or false.")
    pattern = schema.get("pattern")
    if isinstance(pattern, str):
        try:
            re.compile(pattern)
        except re.error as error:
            report(node.below("pattern"), f"“{pattern}” is no regular expression: {error.msg}.", "Correct the pattern.")


def check_draft(node: Node, report: Report) -> None:
    """Report a schema that says that it is written in another version of JSON Schema."""
    draft = node.value.get("$schema")
    if isinstance(draft, str) and _OTHER_DRAFT.match(draft):
        report(node.below("$schema"), "This schema is written in another version of JSON Schema.", f"Write “{_DRAFT}”.")


def check_by_meta_schema(node: Node, report: Report) -> None:
    """Report what the meta-schema of types has against the schema at `node`, and all schemas inside it."""
    if _gate().is_valid(node.value):
        return
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - takes 60 ms, and most schemas are right

    told = set()
    for error in Draft202012Validator(read_schema(META)).iter_errors(node.value):
        path = tuple(error.absolute_path)
        if error.validator is not None and (path, error.validator) not in told:  # none: a keyword, reported already
            told.add((path, error.validator))
            _tell(error, node.below(*path), report)


@cache
def _gate() -> jsonschema_rs.Draft202012Validator:
    import jsonschema_rs  # noqa: PLC0415 - takes 30 ms, and most repositories have no types of their own

    return jsonschema_rs.Draft202012Validator(read_schema(META))


@cache
def _known() -> frozenset[str]:
    """All keywords that a schema may have."""
    own = [key for key in read_schema(META)["properties"] if key.startswith("x-")]
    return frozenset({*INSIDE, *_VALUES, *own})


class _Failed(NamedTuple):
    """What the meta-schema has against one node: what the node is called, and which keyword wants what of it."""

    node: Node
    name: str
    keyword: str
    wanted: Any
    given: Any
    schema: dict[str, Any]


def _tell(error: ValidationError, node: Node, report: Report) -> None:
    """Report what one error of the validator means."""
    name = next((str(step) for step in reversed(node.path) if isinstance(step, str)), "the schema")
    schema = error.schema if isinstance(error.schema, dict) else {}
    failed = _Failed(node, name, str(error.validator), error.validator_value, error.instance, schema)
    if failed.keyword in _TELLERS:
        _TELLERS[failed.keyword](failed, report)
        return
    said = tell(read_failure(error), _title(failed), schema)
    hint = _KINDS.get(str(failed.wanted), said.hint) if failed.keyword == "type" else said.hint
    report(node, said.message, hint, said.instead)


def _title(failed: _Failed) -> str:
    """What the place is called in a message that does not put names in quotes itself."""
    if failed.keyword in ("enum", "minItems", "minLength"):
        return str(failed.schema.get("title", failed.name))
    quoted = f"“{failed.name}”"
    return f"An entry of {quoted}" if failed.node.path and isinstance(failed.node.path[-1], int) else quoted


def _not_known(failed: _Failed, report: Report) -> None:
    known = failed.schema.get("properties", {})
    for key in failed.given:
        if key not in known:
            near = _USUAL.get(key) if _USUAL.get(key) in known else nearest(key, known, cutoff=_ALIKE)
            message = f"“{key}” is no part of “{failed.name}”.{did_you_mean(near)}"
            report(failed.node.below(key), message, f"It may hold: {', '.join(known)}.", near, key=True)


def _alone(failed: _Failed, report: Report) -> None:
    for key, needed in failed.wanted.items():
        missing = [other for other in needed if key in failed.given and other not in failed.given]
        if missing:
            message = f"“{key}” has no meaning without “{missing[0]}”."
            report(failed.node.below(key), message, f"Add “{missing[0]}”.", key=True)


def _lacking(failed: _Failed, report: Report) -> None:
    for wanted in failed.wanted:
        if wanted not in failed.given:
            report(failed.node, f"“{failed.name}” lacks “{wanted}”.", f"Add “{wanted}”.")


def _empty(failed: _Failed, report: Report) -> None:
    report(failed.node, f"“{failed.name}” is empty.", failed.schema.get("description"))


def _constant(failed: _Failed, report: Report) -> None:
    wanted = json.dumps(failed.wanted)
    report(failed.node, f"“{failed.name}” must be {wanted}.", failed.schema.get("description"))


def _twice(failed: _Failed, report: Report) -> None:
    report(failed.node, f"“{failed.name}” holds the same entry twice.", "Delete one of the two.")


def _either(failed: _Failed, report: Report) -> None:
    if failed.name != "type":
        given = shown(failed.given)
        message = f"{given[0].upper()}{given[1:]} is not what “{failed.name}” may be."
        report(failed.node, message, failed.schema.get("description"))
        return
    kinds = list(_KINDS)
    near = _USUAL.get(str(failed.given)) or nearest(str(failed.given), kinds)
    message = f"“{failed.given}” is no kind of value.{did_you_mean(near)}"
    hint = _DATES if failed.given in ("date", "datetime") else f"Write one of: {', '.join(kinds)}."
    report(failed.node, message, hint, near)


_TELLERS: dict[str, Callable[[_Failed, Report], None]] = {
    "additionalProperties": _not_known,
    "anyOf": _either,
    "const": _constant,
    "dependentRequired": _alone,
    "minProperties": _empty,
    "required": _lacking,
    "uniqueItems": _twice,
}
"""Failures of which a schema speaks in other words than a document."""
