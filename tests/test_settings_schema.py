"""The published schema of the settings says the same as the code."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from pmcoach_lint.resources import read_schema
from pmcoach_lint.settings import SettingsError, load_settings
from tests.packs import write

SCHEMA = read_schema("settings.schema.json")
VALIDATOR = Draft202012Validator(SCHEMA)
VALUES: list[Any] = [
    [],
    ["a"],
    ["a", "b"],
    ["a", "a"],
    [""],
    [1],
    ["a", []],
    "a",
    "",
    "error",
    "warning",
    "Error",
    "https://northwind.example/",
    "http://x",
    "https://",
    "https:///x",
    "ftp://northwind.example",
    True,
    0,
    1.5,
    {},
    {"rep-length": {"longest": 90}},
    {"rep-length": 90},
    {"PMC4": "warning"},
    {"PMC4": "Warning"},
    {"archive/": {"ignore": ["PMC8"], "severities": {"PMC4": "error"}}},
    {"archive/": {"ignore": "PMC8"}},
    {"archive/": {"ignored": []}},
    {"archive/": "private"},
    {"archive/": "internal, client:northwind"},
    {"archive/": "private, internal"},
    {"archive/": "nobody"},
    "2026-11-20",
    "2026-13-20",
]


def test_the_published_schema_is_a_schema_and_documents_each_setting() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert [sorted({"title", "description"} - set(part)) for part in SCHEMA["properties"].values()] == [[]] * 17


def test_the_published_defaults_are_those_of_the_code(repo: Path) -> None:
    settings = load_settings(repo)
    published = {key: part.get("default") for key, part in SCHEMA["properties"].items()}
    assert published == {
        "folders": list(settings.folders),
        "exclude": list(settings.exclude),
        "schemas": list(settings.schemas),
        "standards": list(settings.standards),
        "fail-on": settings.fail_on.value,
        "site-url": settings.site_url,
        "as-of": settings.as_of,
        "rules": settings.rules,
        "baseline": settings.baseline,
        "select": settings.select,
        "extend-select": list(settings.extend_select),
        "ignore": list(settings.ignore),
        "severities": settings.severities,
        "per-path": settings.per_path,
        "visibility": settings.visibility,
        "real-names": list(settings.real_names),
        "real-names-file": settings.real_names_file,
    }


@pytest.mark.parametrize("key", [*SCHEMA["properties"], "unknown"])
def test_the_published_schema_accepts_what_the_code_accepts(repo: Path, key: str) -> None:
    accepted = [value for value in VALUES if is_accepted(repo, key, value)]
    assert accepted == [value for value in VALUES if VALIDATOR.is_valid({key: value})]


def is_accepted(repo: Path, key: str, value: Any) -> bool:
    if isinstance(value, list | dict):
        written = repr(value).replace("': ", "' = ")
    else:
        written = "true" if value is True else repr(value)
    text = f"{key} = {written}\n"
    assert tomllib.loads(text) == {key: value}
    write(repo / "pmcoach.toml", text)
    try:
        load_settings(repo)
    except SettingsError:
        return False
    return True
