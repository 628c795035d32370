"""Types of one's own, as the commands treat them: one schema in `schemas/`, and no code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint import doctypes
from tests.cli.conftest import Ended, Run
from tests.doctypes.schemas import DECISION, DOCUMENT, changed, write

MISSPELT = changed(("properties", "why", "requierd"), ["x"])
PLACE = "schemas/decision.schema.json:47:7"
SAYS = "“requierd” is no keyword of a schema. Did you mean “required”?"
UNUSABLE = "Documents of the type “decision” cannot be read: its schema has a problem."


@pytest.fixture(autouse=True)
def _fresh() -> None:
    doctypes.forget()


@pytest.fixture
def broken(repo: Path) -> Path:
    """A repository with two decisions, whose schema has a misspelt keyword."""
    write(repo / "schemas", "decision", MISSPELT)
    for name in ("a", "b"):
        (repo / "packs" / f"{name}.md").write_text(DOCUMENT, encoding="utf-8")
    return repo


def test_a_document_of_an_own_type_is_checked(run: Run, repo: Path) -> None:
    write(repo / "schemas", "decision", DECISION)
    (repo / "packs" / "a.md").write_text(DOCUMENT.replace("| 5 |", "| five |"), encoding="utf-8")
    assert run("lint", "--output-format", "concise") == Ended(
        1, "packs/a.md:16:11: error PMC206 Effort must be a whole number, not “five”.\n"
    )


def test_a_broken_schema_is_told_once_at_its_place_and_at_each_document(run: Run, broken: Path) -> None:
    assert run("lint", "--output-format", "concise") == Ended(
        1,
        f"packs/a.md:2:7: error PMC111 {UNUSABLE}\n"
        f"packs/b.md:2:7: error PMC111 {UNUSABLE}\n"
        f"{PLACE}: error PMC007 {SAYS}\n",
    )


def test_the_excerpt_shows_the_place_in_the_schema(run: Run, broken: Path) -> None:
    ended = run("lint", "packs/a.md")
    assert ended == Ended(
        1,
        f"""\
packs/a.md:2:7: error PMC111 unusable-type
  {UNUSABLE}
    |
  2 | type: decision
    |       ^^^^^^^^
  why: Nothing but the front matter of this document was read. The rest has not been checked.
  help: Correct the schema first.
  note: {PLACE}: “requierd” is no keyword of a schema. Did you mean
        “required”?

schemas/decision.schema.json:47:7: error PMC007 schema-problem
  {SAYS}
     |
  47 |       "requierd": [
     |       ^^^^^^^^^^
  why: No document is read by this schema, so nothing is checked or published as it says.
  help: Properties of your own stand inside “properties”, notes in “$comment”.

1 document checked: 2 errors. Run pmcoach rule PMC111 to learn more.
""",
    )


def test_programs_are_told_the_place_and_the_fix(run: Run, broken: Path) -> None:
    told: dict[str, Any] = json.loads(run("lint", "--output-format", "json", "packs/a.md").output)
    at_document, at_schema = told["findings"]
    place = {"start": {"line": 47, "column": 7}, "end": {"line": 47, "column": 17}}
    assert told["files"] == 1
    assert at_document["related"] == [{"file": "schemas/decision.schema.json", "range": place, "message": SAYS}]
    assert (at_schema["file"], at_schema["range"]) == ("schemas/decision.schema.json", place)
    assert at_schema["fix"]["edits"] == [{"range": place, "text": '"required"'}]


def test_standard_input_is_told_of_the_schema_as_well(run: Run, broken: Path) -> None:
    arguments = ("lint", "--output-format", "concise", "--stdin-filename", "packs/new.md")
    assert run(*arguments, stdin=DOCUMENT.encode()) == Ended(
        1, f"packs/new.md:2:7: error PMC111 {UNUSABLE}\n{PLACE}: error PMC007 {SAYS}\n"
    )


def test_a_schema_that_no_document_names_is_not_read(run: Run, repo: Path) -> None:
    write(repo / "schemas", "decision", MISSPELT)
    (repo / "packs" / "a.md").write_text("---\ntype: coaching-pack\nstatus: draft\n---\n", encoding="utf-8")
    assert "schema" not in run("lint", "--output-format", "concise").output


def test_invalid_json_is_told_with_line_and_column(run: Run, repo: Path) -> None:
    path = write(repo / "schemas", "decision", DECISION)
    path.write_text(path.read_text(encoding="utf-8").replace('"Decision",', '"Decision"'), encoding="utf-8")
    (repo / "packs" / "a.md").write_text(DOCUMENT, encoding="utf-8")
    assert run("lint", "--output-format", "concise").output.splitlines()[-1] == (
        "schemas/decision.schema.json:3:3: error PMC007 This is not valid JSON: a comma is missing before this."
    )


def test_a_taken_name_is_an_error_and_the_built_in_type_still_holds(run: Run, repo: Path) -> None:
    write(repo / "schemas", "coaching-pack", changed(("properties", "type", "const"), "coaching-pack"))
    (repo / "packs" / "a.md").write_text(
        "---\ntype: coaching-pack\nstatus: daft\nvisibility: private\n---\n", encoding="utf-8"
    )
    lines = run("lint", "--output-format", "concise").output.splitlines()
    assert any("“daft” is no status. Did you mean “draft”?" in line for line in lines)
    assert lines[-1] == (
        "schemas/coaching-pack.schema.json:1:1: error PMC007 "
        "The type “coaching-pack” comes with the package, and cannot be replaced: its rules rely on it."
    )


def test_an_own_type_is_begun_checked_and_exported(run: Run, repo: Path) -> None:
    write(repo / "schemas", "decision", DECISION)
    assert run("new", "decision", "packs/new.md").code == 0
    text = (repo / "packs" / "new.md").read_text(encoding="utf-8")
    assert text.startswith("---\ntype: decision\n")
    assert "| Option | Effort |" in text
    told = json.loads(run("lint", "--output-format", "json").output)
    assert {finding["severity"] for finding in told["findings"]} == {"warning"}
    (repo / "packs" / "a.md").write_text(DOCUMENT, encoding="utf-8")
    exported = json.loads(run("export", "packs/a.md").output)
    assert exported["data"]["options"] == [{"option": "Build", "effort": 5}, {"option": "Buy", "effort": 1}]


def test_a_document_of_a_broken_type_is_neither_begun_nor_exported(run: Run, broken: Path) -> None:
    hint = "pmcoach schema test decision says what is wrong with its schema.\n"
    assert run("new", "decision", "packs/new.md") == Ended(
        2, "", f"Error: The type “decision” cannot be used. {PLACE}: {SAYS}\n{hint}"
    )
    ended = run("export", "packs/a.md")
    assert (ended.code, ended.output) == (1, "")
    assert f"{PLACE}: error PMC007" in ended.errors


def test_types_lie_where_the_settings_say(run: Run, repo: Path) -> None:
    (repo / "pmcoach.toml").write_text('schemas = ["coaching/types"]\n', encoding="utf-8")
    (repo / "packs" / "a.md").write_text(DOCUMENT, encoding="utf-8")
    assert run("lint") == Ended(
        2,
        "",
        "Error: The folder coaching/types, which pmcoach.toml names, does not exist.\n"
        "The setting “schemas” says in which folders the schemas of your own document types are.\n",
    )
    write(repo / "coaching" / "types", "decision", DECISION)
    assert run("lint") == Ended(0, "1 document checked, nothing to fix.\n")


def test_a_schema_can_be_named_to_be_checked(run: Run, broken: Path) -> None:
    arguments = ("lint", "--output-format", "concise", "schemas/decision.schema.json")
    assert run(*arguments) == Ended(1, f"{PLACE}: error PMC007 {SAYS}\n")
    ended = run(*arguments, "packs/a.md")
    assert ended.output.count("PMC007") == 1
    write(broken / "schemas", "decision", DECISION)
    assert run("lint", "schemas/decision.schema.json") == Ended(0, "1 document checked, nothing to fix.\n")


def test_a_problem_in_a_file_that_a_named_schema_refers_to(run: Run, repo: Path) -> None:
    write(repo / "schemas", "shared", {"$defs": {"reason": {"type": "string", "minLenght": 2}}})
    write(repo / "schemas", "decision", changed(("properties", "why", "$ref"), "shared.schema.json#/$defs/reason"))
    ended = run("lint", "schemas/decision.schema.json")
    assert ended.output.startswith(
        "schemas/decision.schema.json:1:1: error PMC007 schema-problem\n"
        "  A file that this schema refers to has a problem.\n"
    )
    assert "  note: schemas/shared.schema.json:5:7: “minLenght” is no keyword of a schema." in ended.output
