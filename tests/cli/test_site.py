"""`pmcoach site`, end to end."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.packs import WHOLE

CONFIG = "site_name: Northwind\ntheme:\n  name: material\n  font: false\nplugins:\n  - pmcoach\n"


def a_site(repo: Path) -> None:
    (repo / "docs").mkdir()
    (repo / "docs" / "notes.md").write_text("# Notes\n", encoding="utf-8")
    (repo / "packs" / "pm-07.md").write_text(WHOLE, encoding="utf-8")
    (repo / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")


def test_a_site_is_staged(run: Run, repo: Path) -> None:
    a_site(repo)
    ended = run("site", "stage", "build/staged")
    pages = len(list((repo / "build" / "staged" / "docs").rglob("*.md")))
    assert ended == (
        0,
        f"Wrote {pages} pages to build/staged.\nBuild them: mkdocs build --config-file build/staged/mkdocs.yml\n",
        "Note: Documents published for the audience “internal”: 1.\n",
    )
    assert (repo / "build" / "staged" / "docs" / "packs" / "pm-07.md").is_file()


def test_for_somebody_else(run: Run, repo: Path, caplog: pytest.LogCaptureFixture) -> None:
    a_site(repo)
    ended = run("site", "stage", "staged", "--audience", "client:nortwind")
    assert (ended.code, ended.errors.splitlines()) == (
        0,
        [
            "Note: Documents published for the audience “client:nortwind”: 0.",
            "Note: Documents left out, being private or meant for somebody else: 1.",
            "Note: Left out: the reference, and the frameworks of pmcoach itself. “reference: true” puts them in.",
        ],
    )
    assert "No document here is for “client:nortwind”." in caplog.messages
    assert not (repo / "staged" / "docs" / "packs" / "pm-07.md").exists()
    assert run("site", "stage", "staged", "--audience", "everyone").code == 2


def test_where_there_is_no_site(run: Run) -> None:
    hint = "Run this where mkdocs.yml is, or name it: --config-file. pmcoach init writes one."
    assert run("site", "stage", "staged") == (2, "", f"Error: There is no mkdocs.yml.\n{hint}\n")


def test_without_the_packages_of_the_site(run: Run, repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_site(repo)
    monkeypatch.delitem(sys.modules, "pmcoach_lint.site.stage", raising=False)
    monkeypatch.delattr("pmcoach_lint.site.stage", raising=False)
    monkeypatch.setitem(sys.modules, "mkdocs.config", None)
    ended = run("site", "stage", "staged")
    assert ended.code == 2
    assert ended.errors.endswith('Install them: python3 -m pip install "pmcoach-lint[site]"\n')


def test_a_folder_that_holds_something_else(run: Run, repo: Path) -> None:
    a_site(repo)
    ended = run("site", "stage", "packs")
    assert ended.errors == (
        "Error: packs holds something else already.\nNothing was written: name a new or empty folder.\n"
    )


def test_help(run: Run) -> None:
    assert "stage  Write the site as plain Markdown and assets." in run("site").output
