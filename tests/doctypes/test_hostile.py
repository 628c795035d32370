"""Whatever stands in a schema, the check of it ends with a type that works, or with problems at places that exist."""

from __future__ import annotations

import copy
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmcoach_lint import doctypes
from pmcoach_lint.doctypes.inspection import Inspection
from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.examples.trial import try_examples
from pmcoach_lint.generate.scaffold import scaffold
from pmcoach_lint.settings import Settings
from tests.doctypes.schemas import DECISION, DOCUMENT, write

VALUES: list[Any] = [
    None, True, False, 0, -1, 3.5, "", "x", "#", "#/$defs/x", "common.schema.json#/$defs/minutes", [], {}, ["a"],
    ["table"], ["items"], ["self"], {"type": "string"}, {"type": "object"}, {"type": "array"}, {"frontmatter": True},
    {"section": "A"}, {"label": "A"}, {"column": "A"}, "array", "object", "integer", "boolean", "date", "level-change",
    "[", r"(?<x", r"\p{L}", {"to": ["options"]}, {"in": "value-ladder", "to": ["levels"]}, "\N{GRINNING FACE}",
]  # fmt: skip
KEYS = [
    "title", "type", "required", "properties", "items", "enum", "const", "x-markdown", "x-read", "x-ref", "x-words",
    "x-examples", "$ref", "$defs", "pattern", "minItems", "if", "anyOf", "not", "additionalProperties", "rows",
    "aliases", "section", "label", "column", "find", "free", "also", "nouns", "loose", "default", "minimum", "oneOf",
]  # fmt: skip


def parts(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The paths of all that is in `value`."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [each for key, part in inner for each in ((*path, key), *parts(part, (*path, key)))]


def mutated(seed: int) -> dict[str, Any]:
    """A schema in which one to three things are other than they should be."""
    chance, schema = random.Random(seed), copy.deepcopy(DECISION)  # noqa: S311 - nothing secret
    for _ in range(chance.choice([1, 1, 2, 3])):
        path = chance.choice(parts(schema))
        part: Any = schema
        for step in path[:-1]:
            part = part[step]
        value, way = copy.deepcopy(chance.choice(VALUES)), chance.random()
        if way < 0.2:
            del part[path[-1]]
        elif way < 0.5 or not isinstance(part[path[-1]], dict):
            part[path[-1]] = value
        else:
            part[path[-1]][chance.choice(KEYS)] = value
    return schema


def check(path: Path, folder: Path) -> bool:
    """Check a schema, and use its type where it is one. Tells whether it is."""
    doctypes.forget()
    inspection = Inspection(path)
    for offence in inspection.offences:
        assert offence.source is not None
        assert 0 <= offence.span[0] <= offence.span[1] <= len(offence.source.text)
        assert offence.message
    assert bool(inspection.doctype) is not bool(inspection.offences)
    if inspection.doctype is None:
        return False
    repository = Settings(root=folder)
    for text in (scaffold(inspection.doctype), DOCUMENT):
        found = lint_bytes(text.encode(), "d.md", repository).findings
        assert [finding.message for finding in found if finding.code == "PMC009"] == []
    try_examples(inspection, repository)
    return True


@pytest.mark.parametrize("first", range(0, 400, 100))
def test_no_schema_fails_the_check_or_what_comes_after_it(tmp_path: Path, first: int) -> None:
    schemas = [mutated(seed) for seed in range(first, first + 100)]
    sound = sum(check(write(tmp_path / "schemas", "decision", schema), tmp_path) for schema in schemas)
    assert 3 < sound < 97


@given(st.binary(max_size=200) | st.text('{}[]":, \ntruefalsnl0-1.eE\\u', max_size=60).map(str.encode))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_fail_the_check(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "decision.schema.json"
    path.write_bytes(content)
    inspection = Inspection(path)
    assert inspection.doctype is None
    assert inspection.offences
