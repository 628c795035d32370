"""What is private in a document is not told at the command line, and not kept in a baseline."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
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
