"""What is private in a document is not told at the command line, and not kept in a baseline."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run
from tests.packs import WHOLE
from tests.test_masking import DOCUMENT, SECRETS


def told(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


def test_the_baseline_holds_nothing_private(repo: Path, run: Run) -> None:
    file = repo / "packs" / "a.md"
    file.write_text(DOCUMENT, encoding="utf-8")
    (repo / "pmcoach.toml").write_text('real-names = ["Oda Quist"]\n', encoding="utf-8")
    listed = run("lint")
    assert listed.code == 1
    assert told(listed.output + listed.errors) == []
    run("lint", "--write-baseline", "known.json")
    known = (repo / "known.json").read_text(encoding="utf-8")
    assert "PMC940" in known
    assert told(known) == []
    (repo / "known.json").write_text(known.replace("PMC208", "PMC999"), encoding="utf-8")
    after = run("lint", "--baseline", "known.json")
    assert told(after.output + after.errors) == []


def test_a_list_of_names_that_is_missing_is_said(repo: Path, run: Run) -> None:
    (repo / "pmcoach.toml").write_text('real-names-file = "names.txt"\n', encoding="utf-8")
    ended = run("lint")
    assert "The list of real names names.txt is not here, so names on it are not looked for." in ended.errors


@pytest.mark.parametrize(
    "setting",
    [
        'real-names = "Oda Quist"',
        'real-names = ["Oda Quist", "Oda Quist"]',
        'real-names = ["Oda Quist", 7]',
        'real-names-file = ["Oda Quist"]',
    ],
)
def test_wrong_settings_repeat_no_name(setting: str, repo: Path, run: Run) -> None:
    (repo / "pmcoach.toml").write_text(f"{setting}\n", encoding="utf-8")
    ended = run("lint")
    assert ended.code == 2
    assert "“real-names" in ended.errors
    assert "Quist" not in ended.errors


def test_a_diff_says_that_it_shows_what_is_private(repo: Path, run: Run) -> None:
    file = repo / "packs" / "a.md"
    text = "---\ntype: coaching-pack\npm: Oda Quist\nvisibility: private\nvisibility: private\n---\n\n"
    text += "## Growth bets\n\n| Bet | Current level | Target level |\n|---|---|---|\n| One | Aply | Analyse |\n"
    file.write_text(text, encoding="utf-8")
    plain = run("lint", "--diff", "--unsafe-fixes")
    assert plain.output
    assert "private" not in plain.errors
    (repo / "pmcoach.toml").write_text('real-names = ["Oda Quist"]\n', encoding="utf-8")
    told = run("lint", "--diff", "--unsafe-fixes")
    assert told.output == plain.output
    assert "packs/a.md holds what is private, and a diff shows lines as they stand: keep it out of logs." in told.errors


def test_an_answer_of_which_it_is_warned_is_not_quoted(repo: Path, run: Run) -> None:
    (repo / "pmcoach.toml").write_text('real-names = ["Oda Quist"]\n', encoding="utf-8")
    (repo / "a.yaml").write_text("I16: {Start: Oda Quist, Weeks: soon}\n", encoding="utf-8")
    ended = run("intake", "packs/i.md", "--answers", "a.yaml")
    assert ended.code == 2
    assert "Quist" not in ended.output + ended.errors
    assert "“…” is no date" in ended.errors
    assert "“soon”" in ended.errors


@pytest.mark.parametrize(
    "command",
    [
        ("agenda", "packs/a.md", "--as-of", "2026-10-16"),
        ("export", "packs/a.md"),
        ("export", "packs/a.md", "--to", "ics"),
        ("export", "packs/a.md", "--to", "csv", "--table", "tracker"),
    ],
)
def test_whoever_may_not_read_a_pack_may_not_read_what_is_made_of_it(
    command: tuple[str, ...], repo: Path, run: Run
) -> None:
    (repo / "packs" / "a.md").write_text(WHOLE, encoding="utf-8")
    (repo / "packs" / "a.md").chmod(0o600)
    assert run(*command, "-o", "made.txt").code == 0
    assert (repo / "made.txt").stat().st_mode & 0o777 == 0o600


def test_the_same_of_all_tables_of_a_pack(repo: Path, run: Run) -> None:
    (repo / "packs" / "a.md").write_text(WHOLE, encoding="utf-8")
    (repo / "packs" / "a.md").chmod(0o640)
    assert run("export", "packs/a.md", "--to", "csv", "-o", "tables").code == 0
    assert {table.stat().st_mode & 0o777 for table in (repo / "tables").iterdir()} == {0o640}


def test_the_same_of_what_is_made_of_an_engagement(repo: Path, run: Run) -> None:
    client = repo / "packs" / "clients" / "northwind"
    shutil.copytree(ROOT / "packs" / "clients", client.parent)
    for page in client.glob("*.md"):
        page.chmod(0o600)
    assert run("report", str(client), "-o", "value.txt").code == 0
    assert run("log", str(client), "--artifact", "--type", "analysis", "--title", "Docks").code == 0
    made = [repo / "value.txt", client / "artifacts" / "docks.md"]
    assert [path.stat().st_mode & 0o777 for path in made] == [0o600] * 2
