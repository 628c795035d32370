"""`pmcoach new`: a document to begin with, where none was before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import read_document
from pmcoach_lint.generate.scaffold import beginning, scaffold
from tests.cli.conftest import Ended, Run

LADDER = next(doctype for doctype in Catalogue.own() if doctype.name == "value-ladder")
PACK = next(doctype for doctype in Catalogue.own() if doctype.name == "coaching-pack")
TYPES = ", ".join(Catalogue.own().names)


@pytest.mark.parametrize(
    ("arguments", "errors"),
    [
        (
            ["coaching-pak", "packs/a.md"],
            (
                "Error: There is no type of document “coaching-pak”. Did you mean “coaching-pack”?\n"
                f"The types are: {TYPES}.\n"
            ),
        ),
        (
            ["zzz", "packs/a.md"],
            f"Error: There is no type of document “zzz”.\nThe types are: {TYPES}.\n",
        ),
        (["coaching-pack", "packs"], "Error: packs is a folder.\nName the file: packs/pm-07.md, for instance.\n"),
        (
            ["coaching-pack", "packs/pm-07"],
            "Error: packs/pm-07 would not be found as a document.\nName it packs/pm-07.md.\n",
        ),
        (
            ["engagement", "contoso"],
            (
                "Error: contoso is the name of a folder.\n"
                "Name packs/clients/contoso/engagement.md for a blank first page, or give an intake with --from "
                "to have the whole folder drafted.\n"
            ),
        ),
        (
            ["coaching-pack", "packs/.hidden.md"],
            (
                "Error: packs/.hidden.md would not be found as a document.\n"
                "Give it a name that does not begin with a dot.\n"
            ),
        ),
    ],
)
def test_wrong_use_writes_nothing(run: Run, repo: Path, arguments: list[str], errors: str) -> None:
    assert run("new", *arguments) == Ended(2, "", errors)
    assert list((repo / "packs").iterdir()) == []


def test_a_document_is_begun(run: Run, repo: Path) -> None:
    assert run("new", "coaching-pack", "clients/northwind/pm 07.md") == Ended(
        0,
        "Wrote clients/northwind/pm 07.md.\n"
        "It is not in packs: without its name pmcoach lint does not look at it, and no site shows it.\n"
        "Fill it in, then see what is still missing: pmcoach lint 'clients/northwind/pm 07.md'\n",
    )
    path = repo / "clients" / "northwind" / "pm 07.md"
    assert path.read_text(encoding="utf-8") == scaffold(PACK)
    assert [other.name for other in path.parent.iterdir()] == [path.name]


def test_a_framework_begins_as_a_copy_of_ours(run: Run, repo: Path) -> None:
    assert run("new", "value-ladder", "docs/standards/ladder.md") == Ended(
        0,
        "Wrote docs/standards/ladder.md.\n"
        "It is a copy of the one that comes with pmcoach, and from now on counts in its place.\n"
        "Change what is to be otherwise, then check it: pmcoach lint docs/standards/ladder.md\n",
    )
    text = (repo / "docs" / "standards" / "ladder.md").read_text(encoding="utf-8")
    assert text == beginning(LADDER)
    assert run("lint", "docs/standards/ladder.md").code == 0


@pytest.mark.parametrize(
    ("settings", "where"),
    [
        ("", " It counts once it is in docs/standards."),
        ('standards = ["a", "b"]\n', " It counts once it is in a or b."),
        ("standards = []\n", ""),
    ],
)
def test_a_framework_in_another_folder_does_not_count(run: Run, repo: Path, settings: str, where: str) -> None:
    (repo / "pmcoach.toml").write_text(settings, encoding="utf-8")
    ended = run("new", "horizons", "packs/horizons.md")
    assert ended.output.splitlines()[1] == f"It is a copy of the one that comes with pmcoach.{where}"


def test_what_exists_is_left_alone(run: Run, repo: Path) -> None:
    path = repo / "packs" / "a.md"
    path.write_text("old", encoding="utf-8")
    assert run("new", "coaching-pack", "packs/a.md") == Ended(
        2, "", "Error: packs/a.md exists already.\nNothing was written: choose another name.\n"
    )
    assert path.read_text(encoding="utf-8") == "old"


def test_a_new_document_has_nothing_but_gaps_to_fill(run: Run) -> None:
    run("new", "coaching-pack", "packs/a.md")
    ended = run("lint", "--output-format", "json")
    assert (ended.code, ended.errors) == (0, "")
    assert {finding["rule"] for finding in json.loads(ended.output)["findings"]} == {"still-to-fill"}


@pytest.mark.parametrize("name", ["evidence-portfolio.md", "artifacts/notes.md"])
def test_a_new_document_of_an_engagement_has_the_client_of_its_folder_and_the_day(
    run: Run, repo: Path, name: str
) -> None:
    folder = repo / "packs/clients/halden"
    folder.mkdir(parents=True)
    (folder / "event-log.md").write_text("---\ntype: event-log\nclient: 'Halden: Freight'\n---\n", encoding="utf-8")
    kind = "artifact" if "/" in name else "evidence-portfolio"
    assert run("new", kind, f"packs/clients/halden/{name}").code == 0
    data = read_document((folder / name).read_bytes(), "a.md").data
    assert (data["client"], data["date"]) == ("Halden: Freight", "2026-10-12")
    assert run("new", kind, "packs/clients/other/a.md").code == 0
    assert "client: TBD" in (repo / "packs/clients/other/a.md").read_text(encoding="utf-8")
