"""`pmcoach schema`, end to end: what it says of sound schemas and of others, and how it ends."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint import doctypes
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.doctypes.inspection import Inspection
from pmcoach_lint.examples.trial import try_examples
from pmcoach_lint.settings import Settings
from tests.cli.conftest import ROOT, Ended, Run
from tests.doctypes.schemas import DECISION, DOCUMENT, changed, write


@pytest.fixture(autouse=True)
def _fresh() -> None:
    doctypes.forget()


def with_examples(repo: Path, *fail: dict[str, Any]) -> Path:
    """A repository with a type that has examples: a sound one and those that `fail`."""
    examples: dict[str, Any] = {"pass": ["examples/decision/sound.md"], **({"fail": list(fail)} if fail else {})}
    path = write(repo / "schemas", "decision", changed(("x-examples",), examples))
    folder = repo / "schemas" / "examples" / "decision"
    folder.mkdir(parents=True)
    (folder / "sound.md").write_text(DOCUMENT, encoding="utf-8")
    return path


def test_examples_that_hold_and_checks_that_none_reaches(run: Run, repo: Path) -> None:
    with_examples(
        repo,
        {"replace": ["| 5 |", "| five |"], "rule": "wrong-kind-of-value", "at": "/options/0/effort"},
        {"replace": ["when: 5 October 2026", "when: soon"], "rule": "PMC211", "at": 3},
        {"replace": ["when: 5 October 2026\n", ""], "rule": "missing-value", "at": "/when"},
    )
    assert run("schema", "test") == Ended(
        0,
        """\
decision: schemas/decision.schema.json
  ok     examples/decision/sound.md passes.
  ok     the first example with “| five |” for “| 5 |” fails: wrong-kind-of-value at /options/0/effort.
  ok     the first example with “when: soon” for “when: 5 October 2026” fails: unreadable-value on line 3.
  ok     the first example without “when: 5 October 2026” fails: missing-value at /when.
  No example that fails reaches 5 of 8 checks:
    schemas/decision.schema.json:25:5: “State” is one of: open, taken.
    schemas/decision.schema.json:41:5: “Why” is there.
    schemas/decision.schema.json:55:9: “Chosen” means one of “options”, and only one.
    schemas/decision.schema.json:69:5: “Options” is there.
    schemas/decision.schema.json:86:11: “Option” is there in each option.

1 type tested, 4 examples, 5 checks not reached.
""",
    )


def test_an_example_that_does_not_hold(run: Run, repo: Path) -> None:
    with_examples(repo, {"replace": ["| 5 |", "| five |"], "rule": "wrong-form", "at": 16})
    ended = run("schema", "test", "decision")
    assert ended.code == 1
    assert (
        """\
  WRONG  the first example with “| five |” for “| 5 |”
         It should fail with wrong-form on line 16, but:
         line 16: wrong-kind-of-value: Effort must be a whole number, not “five”.
         See schemas/decision.schema.json:110:7
"""
        in ended.output
    )
    assert ended.output.endswith("\n1 type tested, 2 examples, 1 not judged as wanted, 7 checks not reached.\n")


def test_a_type_without_examples(run: Run, repo: Path) -> None:
    write(repo / "schemas", "decision", DECISION)
    assert run("schema", "test") == Ended(
        0,
        "decision: schemas/decision.schema.json\n"
        "  The schema is sound. It has no examples: “x-examples” would hold them.\n\n"
        "1 type tested, 0 examples.\n",
    )


def test_a_schema_with_problems(run: Run, repo: Path) -> None:
    write(repo / "schemas", "decision", changed(("requierd",), ["why"]))
    write(repo / "schemas", "other", changed(("properties", "type", "const"), "other"))
    assert run("schema", "test") == Ended(
        1,
        """\
schemas/decision.schema.json:105:3: error PMC007 schema-problem
  “requierd” is no keyword of a schema. Did you mean “required”?
      |
  105 |   "requierd": [
      |   ^^^^^^^^^^
  why: No document is read by this schema, so nothing is checked or published as it says.
  help: Properties of your own stand inside “properties”, notes in “$comment”.

other: schemas/other.schema.json
  The schema is sound. It has no examples: “x-examples” would hold them.

2 types tested, 0 examples, 1 schema with problems.
""",
    )
    assert run("schema", "test", "other").code == 0
    assert run("schema", "test", "decision").code == 1


def test_a_taken_name_is_a_problem(run: Run, repo: Path) -> None:
    write(repo / "schemas", "coaching-pack", changed(("properties", "type", "const"), "coaching-pack"))
    ended = run("schema", "test")
    assert ended.code == 1
    assert "The type “coaching-pack” comes with the package, and cannot be replaced" in ended.output


@pytest.mark.parametrize(
    ("file", "key"),
    [("Decision", "decision"), ("decision_record", "decision-record"), ("Decision Record", "decision-record")],
)
def test_a_file_with_a_name_that_no_type_can_have_is_told(run: Run, repo: Path, file: str, key: str) -> None:
    write(repo / "schemas", "decision", DECISION)
    write(repo / "schemas", file, DECISION)
    ended = run("schema", "test")
    assert ended.code == 1
    assert ended.output.startswith(
        f"schemas/{file}.schema.json:1:1: error PMC007 schema-problem\n"
        f"  “{file}” is no name of a type: it has small letters, digits and hyphens, such as “{key}”.\n"
    )
    assert f"Call the file {key}.schema.json, with the same name in “const”, or remove it." in ended.output
    assert "2 types tested, 0 examples, 1 schema with problems" in ended.output


def test_an_unknown_type(run: Run, repo: Path) -> None:
    write(repo / "schemas", "decision", DECISION)
    ended = run("schema", "test", "decisions")
    assert (ended.code, ended.output) == (2, "")
    assert ended.errors.startswith(
        "Error: There is no type of document “decisions”. Did you mean “decision”?\nThe types are: "
    )


def test_an_unknown_command(run: Run) -> None:
    assert run("schema", "tset") == Ended(
        2, "", "Error: There is no command “tset”. Did you mean “test”?\npmcoach schema --help lists the commands.\n"
    )
    assert run("schema").output.startswith("Usage: pmcoach schema ")


@pytest.mark.parametrize("doctype", list(Catalogue.own()), ids=lambda doctype: doctype.name)
def test_the_package_s_own_examples_hold(doctype: doctypes.DocType) -> None:
    trial = try_examples(Inspection(doctype.path), Settings(root=ROOT))
    assert [(outcome.name, outcome.problem) for outcome in trial.outcomes if outcome.problem] == []
    if doctype.name == "coaching-pack":
        assert len(trial.outcomes) > 15
        assert len(trial.unreached) < trial.checks - 15


def test_without_types_of_one_s_own_those_of_the_package_are_tested(run: Run) -> None:
    ended = run("schema", "test")
    assert ended.code == 0
    assert ended.errors == "Note: There is no document type of your own yet: those of pmcoach are tested.\n"
    for name in Catalogue.own().names:
        assert f"{name}: " in ended.output


def test_types_are_completed_for_the_shell(run: Run, repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pmcoach_lint.cli.app import pmcoach

    write(repo / "schemas", "decision", DECISION)
    for words in (["new"], ["schema", "test"], ["schema", "show"]):
        from click.shell_completion import ShellComplete

        shell = ShellComplete(pmcoach, {}, "pmcoach", "_PMCOACH_COMPLETE")
        assert [item.value for item in shell.get_completions(words, "dec")] == ["decision"]
    (repo / "pmcoach.toml").write_text("schemas = 1\n", encoding="utf-8")
    assert shell.get_completions(["new"], "dec") == []


def test_what_a_type_holds_is_shown_part_by_part(run: Run, repo: Path) -> None:
    write(repo / "schemas", "decision", DECISION)
    ended = run("schema", "show", "decision")
    assert (ended.code, ended.errors) == (0, "")
    title, *lines = ended.output.splitlines()
    assert title.endswith("  type: decision")
    assert "Front matter" in lines
    assert "  when (required)" in lines
    assert any(line.startswith("Options") and "(required)" in line for line in lines)


def test_a_part_of_the_pack_is_shown_with_the_names_under_which_it_is_found(run: Run) -> None:
    output = run("schema", "show", "coaching-pack").output
    part = output[output.index("2) Current Assessment") : output.index("3) Shared Vision")]
    words = " ".join(part.split())
    for told in ("(required)", "Evidence log", "Current level", "also: ", "Gap type"):
        assert told in words
    assert max(map(len, output.splitlines())) <= 100
    assert "x-markdown" not in output


@pytest.mark.parametrize("name", Catalogue.own().names)
def test_each_type_can_be_shown(name: str, run: Run) -> None:
    ended = run("schema", "show", name)
    assert (ended.code, ended.errors) == (0, "")
    assert ended.output.count("\n\n") >= 1
    assert f"type: {name}" in ended.output


def test_a_type_that_there_is_none_of_cannot_be_shown(run: Run) -> None:
    ended = run("schema", "show", "coaching-pak")
    assert ended.code == 2
    assert "There is no type of document “coaching-pak”. Did you mean “coaching-pack”?" in ended.errors
