"""The catalogue of document types: the package's own, and those of a repository."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint import doctypes
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import read_document
from pmcoach_lint.engine import lint_bytes, lint_files
from pmcoach_lint.loading import load_document
from pmcoach_lint.resources import schema_folder
from pmcoach_lint.settings import Settings, UsageError, load_settings

OWN = Catalogue.own().names


def decision(**changes: Any) -> dict[str, Any]:
    """The schema of a decision record."""
    schema: dict[str, Any] = {
        "title": "Decision",
        "type": "object",
        "required": ["type", "when", "why"],
        "properties": {
            "type": {"const": "decision", "title": "Type", "x-markdown": {"frontmatter": True}},
            "when": {
                "$ref": "common.schema.json#/$defs/date",
                "title": "When",
                "x-markdown": {"frontmatter": True},
            },
            "why": {"type": "string", "title": "Why", "x-markdown": {"section": "Why"}},
        },
    }
    return schema | changes


def write(folder: Path, name: str, schema: dict[str, Any]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.schema.json"
    path.write_text(json.dumps(schema), encoding="utf-8")
    return path


DOCUMENT = b"---\ntype: decision\nwhen: 5 October 2026\n---\n\n# A decision\n\n## Why\n\nIt is cheaper.\n"


def test_a_type_of_the_repository_stands_beside_those_of_the_package(tmp_path: Path) -> None:
    path = write(tmp_path / "schemas", "decision", decision())
    catalogue = Catalogue.of(Settings(root=tmp_path))
    assert catalogue.names == tuple(sorted([*OWN, "decision"]))
    assert [doctype.name for doctype in catalogue] == list(catalogue.names)
    doctype = catalogue.find("decision")
    assert doctype is not None
    assert (doctype.title, doctype.path) == ("Decision", path)
    document = read_document(DOCUMENT, "d.md", catalogue)
    assert document.data == {"type": "decision", "when": "2026-10-05", "why": "It is cheaper."}
    assert "decision" not in OWN


def test_the_engine_reads_the_types_of_the_repository(tmp_path: Path) -> None:
    write(tmp_path / "types", "decision", decision())
    path = tmp_path / "d.md"
    path.write_bytes(DOCUMENT.replace(b"5 October 2026", b"31 September 2026"))
    settings = Settings(root=tmp_path, schemas=("types",))
    message = "“31 September 2026” is no date: September 2026 has 30 days."
    for report in (lint_bytes(path.read_bytes(), "d.md", settings), *lint_files([path], settings)):
        assert [(finding.code, finding.message) for finding in report.findings] == [("PMC209", message)]
    assert load_document(path, "d.md", Catalogue.of(settings)).doctype is not None
    assert load_document(path, "d.md").doctype is None


def test_only_the_schema_that_a_document_names_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "decision", decision())
    write(tmp_path, "other", decision())
    read: list[str] = []
    original = Path.read_text

    def note(path: Path, *arguments: Any, **options: Any) -> str:
        read.append(path.name)
        return original(path, *arguments, **options)

    doctypes.forget()
    monkeypatch.setattr(Path, "read_text", note)
    assert read_document(DOCUMENT, "d.md", Catalogue((tmp_path,))).doctype is not None
    assert sorted(read) == ["common.schema.json", "decision.schema.json"]


def test_what_two_types_share_may_stand_in_a_file_beside_them(tmp_path: Path) -> None:
    shared = {"$defs": {"reason": {"type": "string", "pattern": "^Because", "x-form": "a reason"}}}
    write(tmp_path, "shared", shared)
    schema = decision()
    schema["properties"]["why"] = {
        "$ref": "shared.schema.json#/$defs/reason",
        "title": "Why",
        "x-markdown": {"section": "Why"},
    }
    write(tmp_path, "decision", schema)
    catalogue = Catalogue((tmp_path,))
    assert "shared" not in catalogue.names
    doctype = catalogue.find("decision")
    assert doctype is not None
    assert doctype.definitions["reason"]["pattern"] == "^Because"


def test_whoever_asks_again_gets_the_same_catalogue(tmp_path: Path) -> None:
    settings = Settings(root=tmp_path)
    assert Catalogue.of(settings) is Catalogue.own()
    path = write(tmp_path / "schemas", "decision", decision())
    catalogue = Catalogue.of(settings)
    assert catalogue is Catalogue.of(settings)
    assert catalogue.find("decision") is catalogue.find("decision")
    write(path.parent, "decision", decision(title="Another"))
    doctypes.forget()
    found = Catalogue.of(settings).find("decision")
    assert found is not None
    assert found.title == "Another"


def test_the_package_s_own_folder_is_no_other_one(tmp_path: Path) -> None:
    assert Catalogue.of(Settings(root=schema_folder().parent)).folders == ()


def test_a_folder_that_the_settings_name_must_be_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pmcoach.toml").write_text('schemas = ["types"]\n', encoding="utf-8")
    settings = load_settings(tmp_path)
    hint = "The setting “schemas” says in which folders the schemas of your own document types are."
    missing = "The folder types, which pmcoach.toml names, does not exist."
    with pytest.raises(UsageError, match=re.escape(missing)) as caught:
        lint_files([], settings)
    assert caught.value.hint == hint
    (tmp_path / "types").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match=r"The folder types, which pmcoach\.toml names, is not a folder\."):
        Catalogue.of(settings)


@pytest.mark.parametrize("name", ["", "../decision", "decision/", "de.cision", "DECISION", "-", "common", "settings"])
def test_names_that_are_no_types(tmp_path: Path, name: str) -> None:
    write(tmp_path, "decision", decision())
    assert Catalogue((tmp_path,)).find(name) is None
