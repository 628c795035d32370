"""The catalogue of document types: the package's own, and those of a repository."""

from __future__ import annotations

import re
import shutil
import socket
from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint import doctypes
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import read_document
from pmcoach_lint.engine import lint_bytes, lint_files
from pmcoach_lint.loading import load_document
from pmcoach_lint.repository import Repository
from pmcoach_lint.resources import schema_folder
from pmcoach_lint.settings import Settings, UsageError, load_settings
from tests.doctypes.schemas import DECISION, DOCUMENT, changed, write

OWN = Catalogue.own().names


def told(catalogue: Catalogue, name: str) -> list[tuple[str, str, str | None]]:
    """What is wrong with a type: the place, the message and the hint."""
    return [
        (offence.source.text[slice(*offence.span)] if offence.source else "", offence.message, offence.hint)
        for offence in catalogue.problems.get(name, [])
    ]


def test_a_type_of_the_repository_stands_beside_those_of_the_package(tmp_path: Path) -> None:
    path = write(tmp_path / "schemas", "decision", DECISION)
    catalogue = Catalogue.of(Settings(root=tmp_path))
    assert catalogue.names == tuple(sorted([*OWN, "decision"]))
    assert [doctype.name for doctype in catalogue] == list(catalogue.names)
    assert catalogue.local_names == ("decision",)
    doctype = catalogue.find("decision")
    assert doctype is not None
    assert (doctype.title, doctype.path, doctype.family) == ("Decision", path, "coaching")
    document = read_document(DOCUMENT.encode(), "d.md", catalogue)
    assert document.data == {
        "type": "decision",
        "when": "2026-10-05",
        "why": "It is cheaper.",
        "options": [{"option": "Build", "effort": 5}, {"option": "Buy", "effort": 1}],
    }
    assert "decision" not in OWN


def test_the_engine_reads_the_types_of_the_repository(tmp_path: Path) -> None:
    write(tmp_path / "types", "decision", DECISION)
    path = tmp_path / "d.md"
    path.write_text(DOCUMENT.replace("5 October 2026", "31 September 2026"), encoding="utf-8")
    settings = Settings(root=tmp_path, schemas=("types",))
    message = "“31 September 2026” is no date: September 2026 has 30 days."
    for report in (lint_bytes(path.read_bytes(), "d.md", settings), *lint_files([path], settings)):
        assert [(finding.code, finding.message) for finding in report.findings] == [("PMC209", message)]
    assert load_document(path, "d.md", Catalogue.of(settings)).doctype is not None
    assert load_document(path, "d.md").doctype is None


def test_only_the_schema_that_a_document_names_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "decision", DECISION)
    write(tmp_path, "other", DECISION)
    read: list[str] = []
    original = Path.open

    def note(path: Path, *arguments: Any, **options: Any) -> Any:
        read.append(path.name)
        return original(path, *arguments, **options)

    doctypes.forget()
    monkeypatch.setattr(Path, "open", note)
    assert read_document(DOCUMENT.encode(), "d.md", Catalogue((tmp_path,))).doctype is not None
    schemas = [name for name in read if name != "binding.meta.schema.json"]
    assert sorted(schemas) == ["common.schema.json", "decision.schema.json"]


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("engagement-value-assessment", "value-assessment"),
        ("client-coaching-plan", "coaching-plan"),
        ("client-pm-coaching-plan", "coaching-plan"),
        ("strategic-work-proposal", "work-proposal"),
    ],
)
def test_a_document_may_name_its_type_as_the_deliverable_is_called(alias: str, name: str) -> None:
    document = read_document(f"---\ntype: {alias}\n---\n\n# Text\n".encode(), "d.md")
    assert (document.type, document.data["type"]) == (name, name)
    assert document.offences == {}
    assert alias not in Catalogue.own().names


def test_a_type_of_the_repository_may_have_aliases_too(tmp_path: Path) -> None:
    write(tmp_path / "schemas", "decision", {**DECISION, "x-aliases": ["decision-record", "adr"]})
    settings = Settings(root=tmp_path)
    catalogue = Catalogue.of(settings)
    assert catalogue.find("adr") is catalogue.find("decision-record") is catalogue.find("decision") is not None
    assert catalogue.find("record") is None
    for word in ("decision", "adr"):
        text = DOCUMENT.replace("type: decision", f"type: {word}")
        assert [finding.message for finding in lint_bytes(text.encode(), "d.md", settings).findings] == []
        assert read_document(text.encode(), "d.md", catalogue).data["type"] == "decision"
    repository = Repository(settings, lambda path: load_document(path, path.name, catalogue))
    path = tmp_path / "d.md"
    for word, name in (("adr", "decision"), ("decision", "decision"), ("unheard-of", "unheard-of")):
        path.write_text(DOCUMENT.replace("type: decision", f"type: {word}"), encoding="utf-8")
        assert repository.type_at(path) == name


def test_a_name_comes_before_the_same_word_as_an_alias(tmp_path: Path) -> None:
    write(tmp_path / "one", "decision", {**DECISION, "x-aliases": ["choice"]})
    write(tmp_path / "two", "choice", changed(("properties", "type", "const"), "choice"))
    found = Catalogue((tmp_path / "one", tmp_path / "two")).find("choice")
    assert found is not None
    assert found.name == "choice"


def test_what_two_types_share_may_stand_in_a_file_beside_them(tmp_path: Path) -> None:
    inner = {"$ref": "#/$defs/text", "pattern": "^Because", "x-form": "a reason"}
    write(tmp_path, "shared", {"$defs": {"reason": inner, "text": {"type": "string", "maxLength": 9}}})
    why = {"$ref": "shared.schema.json#/$defs/reason", "title": "Why", "x-markdown": {"section": "Why"}}
    schema = changed(("properties", "why"), why)
    chosen = schema["properties"]["choice"]["properties"]["chosen"]
    chosen["$ref"] = "common.schema.json#/$defs/text"
    write(tmp_path, "decision", schema)
    catalogue = Catalogue((tmp_path,))
    assert catalogue.local_names == ("decision",)
    doctype = catalogue.find("decision")
    assert doctype is not None
    assert doctype.binding.fields["why"].schema["pattern"] == "^Because"
    assert doctype.binding.fields["why"].schema["maxLength"] == 9
    assert doctype.binding.fields["choice"].fields["chosen"].schema["minLength"] == 1
    assert set(doctype.definitions) == {"date", "reason", "text", "common-text"}


def test_whoever_asks_again_gets_the_same_catalogue(tmp_path: Path) -> None:
    settings = Settings(root=tmp_path)
    assert Catalogue.of(settings) is Catalogue.own()
    path = write(tmp_path / "schemas", "decision", DECISION)
    catalogue = Catalogue.of(settings)
    assert catalogue is Catalogue.of(settings)
    assert catalogue.find("decision") is catalogue.find("decision")
    write(path.parent, "decision", changed(("title",), "Another"))
    doctypes.forget()
    found = Catalogue.of(settings).find("decision")
    assert found is not None
    assert found.title == "Another"


def test_the_package_s_own_folder_is_no_other_one() -> None:
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


@pytest.mark.parametrize("name", ["", "../decision", "decision/", "de.cision", "-", "common", "settings"])
def test_names_that_are_no_types(tmp_path: Path, name: str) -> None:
    write(tmp_path, "decision", DECISION)
    assert Catalogue((tmp_path,)).find(name) is None


@pytest.mark.parametrize("name", ["DECISION", "Decision", "decision "])
def test_a_name_may_be_written_as_a_word(tmp_path: Path, name: str) -> None:
    write(tmp_path, "decision", DECISION)
    catalogue = Catalogue((tmp_path,))
    assert catalogue.find(name) is catalogue.find("decision") is not None


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("coaching-pak", "coaching-pack"),
        ("Coaching pack", "coaching-pack"),
        ("pack", "coaching-pack"),
        ("Plan", "coaching-plan"),
        ("log", "event-log"),
        ("rubric", None),  # there are two
        ("zzz", None),
    ],
)
def test_a_word_is_nearest_to_the_type_that_it_is_a_part_of(word: str, name: str | None) -> None:
    assert Catalogue.own().nearest(word) == name


def test_a_type_of_the_package_cannot_be_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("schemas"), "coaching-pack", changed(("properties", "type", "const"), "coaching-pack"))
    catalogue = Catalogue((Path("schemas"),))
    assert catalogue.find("coaching-pack") is Catalogue.own().find("coaching-pack")
    message = "The type “coaching-pack” comes with the package, and cannot be replaced: its rules rely on it."
    hint = (
        "Give this type another name: the file's, and that in “const”. schemas/coaching-pack.schema.json is not used."
    )
    assert told(catalogue, "coaching-pack") == [("{", message, hint)]


def test_a_copy_of_a_packaged_schema_does_no_harm(tmp_path: Path) -> None:
    for name in ("coaching-pack", "common"):
        shutil.copy(schema_folder() / f"{name}.schema.json", tmp_path)
    catalogue = Catalogue((tmp_path,))
    assert catalogue.names == OWN
    assert catalogue.problems == {}


def test_the_first_of_two_types_of_one_name_counts(tmp_path: Path) -> None:
    first = write(tmp_path / "a", "decision", DECISION)
    write(tmp_path / "b", "decision", changed(("title",), "Another"))
    catalogue = Catalogue((tmp_path / "a", tmp_path / "b"))
    found = catalogue.find("decision")
    assert found is not None
    assert found.path == first
    ((_, message, _),) = told(catalogue, "decision")
    assert message == f"There is another type “decision” in {first.as_posix()}, which counts."


def test_schemas_of_other_tools_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, "user", {"type": "object", "properties": {"name": {"type": "string"}}})
    (tmp_path / "broken.schema.json").write_text("{", encoding="utf-8")
    catalogue = Catalogue((tmp_path,))
    assert catalogue.names == OWN
    assert (catalogue.local_names, catalogue.problems) == ((), {})


@pytest.mark.parametrize(
    "schema",
    [
        changed(("properties", "when", "$ref"), "https://northwind.example/common.schema.json#/$defs/date"),
        changed(("$schema",), "https://northwind.example/meta.json"),
        changed(("$id",), "https://northwind.example/decision"),
        changed(("properties", "when", "$id"), "https://northwind.example/decision"),
        changed(("properties", "when", "$dynamicRef"), "https://northwind.example/decision"),
        changed(("properties", "when", "$schema"), "https://northwind.example/decision"),
    ],
)
def test_nothing_is_ever_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schema: dict[str, Any]) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        pytest.fail("something was about to be fetched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    write(tmp_path, "decision", schema)
    catalogue = Catalogue((tmp_path,))
    if doctype := catalogue.find("decision"):
        assert doctype.gate.is_valid({}) is False
        assert "northwind.example" not in str(doctype.schema)
    else:
        assert catalogue.problems["decision"]


def test_a_type_knows_the_files_that_it_is_made_of(tmp_path: Path) -> None:
    shared = write(tmp_path, "shared", {"$defs": {"reason": {"type": "string"}}})
    path = write(tmp_path, "decision", changed(("properties", "why", "$ref"), "shared.schema.json#/$defs/reason"))
    doctype = Catalogue((tmp_path,)).find("decision")
    assert doctype is not None
    assert (doctype.path, doctype.beside) == (path, (shared,))
