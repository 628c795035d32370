"""`pmcoach lint --fix` and `--diff`: what is written, what is shown, and what is left alone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint.document import Document
from pmcoach_lint.engine import FileReport, Linter
from tests.cli.conftest import Run
from tests.packs import WHOLE
from tests.report.fakes import finding

WRONG = WHOLE.replace("start: 2026-10-05", "start: 5 October 2026").replace("\nstatus:", "\nstauts:")


def test_front_matter_is_put_behind_the_mark_of_a_file_that_has_none(run: Run, repo: Path) -> None:
    log = repo / "packs" / "log.md"
    log.parent.mkdir(exist_ok=True)
    entries = "## 2026-10-02 — Decision — Terms\r\n\r\n**Duration:** 45 min\r\n\r\n## 2026-10-09 — Call — Prices\r\n"
    text = f"# Event Log: Northwind\r\n\r\n{entries}"
    log.write_bytes(b"\xef\xbb\xbf" + text.encode())
    run("lint", "packs/log.md", "--fix")
    assert log.read_bytes() == b"\xef\xbb\xbf---\r\ntype: event-log\r\n---\r\n\r\n" + text.encode()


@pytest.fixture
def pack(repo: Path) -> Path:
    path = repo / "packs" / "pm-07.md"
    path.write_bytes(WRONG.replace("\n", "\r\n").encode())
    return path


def test_what_is_safe_is_written(run: Run, pack: Path) -> None:
    ended = run("lint", "--fix", "--output-format", "concise")
    assert pack.read_bytes().decode() == WRONG.replace("5 October 2026", "2026-10-05").replace("\n", "\r\n")
    assert ended.errors == ("Fixed: packs/pm-07.md: “5 October 2026” → “2026-10-05”\nFixed: 1 change in 1 document.\n")
    assert "PMC103" in ended.output or ended.code == 1


def test_a_guess_is_written_when_it_is_asked_for(run: Run, pack: Path) -> None:
    ended = run("lint", "--fix", "--unsafe-fixes")
    assert pack.read_bytes().decode() == WHOLE.replace("\n", "\r\n")
    assert ended.code == 0
    assert "Fixed: 2 changes in 1 document.\n" in ended.errors


@pytest.mark.parametrize("arguments", [("--diff",), ("--fix", "--diff")])
def test_a_diff_changes_nothing(run: Run, pack: Path, arguments: tuple[str, ...]) -> None:
    before = pack.read_bytes()
    ended = run("lint", *arguments)
    assert (ended.code, pack.read_bytes()) == (1, before)
    lines = ended.output.splitlines()
    assert lines[:2] == ["--- a/packs/pm-07.md", "+++ b/packs/pm-07.md"]
    assert [line for line in lines if line.startswith(("-s", "+s"))] == ["-start: 5 October 2026", "+start: 2026-10-05"]


def test_without_anything_to_fix_nothing_is_written(run: Run, repo: Path) -> None:
    path = repo / "packs" / "pm-07.md"
    path.write_text(WHOLE)
    os.utime(path, (1, 1))
    assert run("lint", "--diff") == (0, "", "")
    assert run("lint", "--fix").code == 0
    assert path.stat().st_mtime == 1


def test_what_cannot_be_read_is_left_alone(run: Run, repo: Path) -> None:
    path = repo / "packs" / "pm-07.md"
    path.write_bytes(b"---\ntype: coaching-pack\nrole: \xff\n---\n")
    assert run("lint", "--fix").code == 1
    assert path.read_bytes() == b"---\ntype: coaching-pack\nrole: \xff\n---\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--unsafe-fixes",), "--unsafe-fixes is said together with --fix or --diff."),
        (("--diff", "--write-baseline", "b.json"), "--diff and --write-baseline cannot be used together"),
        (("--diff", "--output-file", "b.txt"), "--diff and --output-file cannot be used together"),
        (("--stdin-filename", "a.md", "--fix"), "--stdin-filename and --fix cannot be used together"),
    ],
)
def test_wrong_use(run: Run, arguments: tuple[str, ...], message: str) -> None:
    ended = run("lint", *arguments)
    assert ended.code == 2
    assert message in ended.errors


def test_what_a_link_leads_to_outside_of_the_repository_is_left_alone(
    run: Run, repo: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("elsewhere") / "pm-07.md"
    outside.write_text(WRONG)
    link = repo / "packs" / "pm-07.md"
    link.symlink_to(outside)
    ended = run("lint", "--fix", "--output-format", "concise")
    assert ended.errors == (
        f"Note: packs/pm-07.md is a link out of the repository, to {outside}: nothing was changed there.\n"
    )
    assert outside.read_text() == WRONG
    inside = repo / "pm-08.md"
    inside.write_text(WRONG)
    link.unlink()
    link.symlink_to(inside)
    assert "Fixed: 1 change in 1 document." in run("lint", "--fix").errors
    assert "start: 2026-10-05" in inside.read_text()
    outside.with_name("b.md").write_text(WRONG)
    assert "Fixed: 1 change in 1 document." in run("lint", "--fix", str(outside.with_name("b.md"))).errors


UNFINISHED = """\
---
type: coaching-pack
pm: pm-31
role: Product Manager
coach: lead-02
start: 2026-10-05
weeks: 8
status: aktive
visibility: internal
---

## 1) Definition of good PM

- **Framing**: names who has the problem before what is built

## 2) Current assessment

| Competency | Current level | Target level | Evidence |
|---|---|---|---|
| Framing | Apply | Analyze | 2026-09-10: the brief began with a screen |

## 3) Shared vision

- **Bet 1: Framing** Apply → Analyze; signals: three of four briefs name the problem

## 6) Follow-up tracker

| Date | Bet | What was done |
|---|---|---|
| 2026-10-14 | B1 | framed the search brief |
"""


@pytest.mark.parametrize(
    ("status", "arguments"), [("draft", ("--fix",)), ("aktive", ("--fix",)), ("aktive", ("--fix", "--unsafe-fixes"))]
)
def test_all_parts_are_added_in_their_order(run: Run, repo: Path, status: str, arguments: tuple[str, ...]) -> None:
    pack = repo / "packs" / "pm-07.md"
    pack.write_text(UNFINISHED.replace("aktive", status))
    run("lint", *arguments)
    added = pack.read_text()
    heads = [line[:5] for line in added.splitlines() if line.startswith("## ")]
    assert heads == [f"## {number})" for number in range(1, 8)]
    assert "\n\n## 7)" in added
    assert ("status: active" in added) == ("--unsafe-fixes" in arguments)


def test_a_part_that_would_bring_errors_is_named_and_the_others_are_added(
    run: Run, repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_plan(self: Linter, path: Path, document: Document | None = None) -> FileReport:
        report = check(self, path, document)
        more = finding(code="PMC402") if document and "## 4)" in document.text else None
        return report._replace(findings=(*report.findings, *([more] if more else [])))

    check = Linter.lint
    monkeypatch.setattr(Linter, "lint", without_plan)
    pack = repo / "packs" / "pm-07.md"
    pack.write_text(UNFINISHED.replace("aktive", "active"))
    ended = run("lint", "--fix")
    heads = [line[3:4] for line in pack.read_text().splitlines() if line.startswith("## ")]
    assert heads == ["1", "2", "3", "6", "7"]
    why = "not added, as in a document that is no draft it would bring errors."
    assert f"Note: packs/pm-07.md: “Development Plan” to be filled in: {why}\n" in ended.errors


def test_what_is_written_meanwhile_is_not_lost(run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pmcoach_lint import fixes

    def slow(*given: Any, **named: Any) -> fixes.Fixed:
        with pack.open("ab") as file:
            file.write(b"\r\nMy own words\r\n")
        return fix_document(*given, **named)

    fix_document = fixes.fix_document
    monkeypatch.setattr(fixes, "fix_document", slow)
    ended = run("lint", "--fix")
    assert pack.read_bytes().decode() == WRONG.replace("\n", "\r\n") + "\r\nMy own words\r\n"
    assert ended.errors == "Note: packs/pm-07.md has been changed meanwhile. It is left as it is.\n"
    assert ended.code == 1


def test_a_protected_file_keeps_no_other_from_being_fixed(run: Run, pack: Path) -> None:
    other = pack.with_name("pm-01.md")
    other.write_bytes(WRONG.encode())
    other.chmod(0o444)
    ended = run("lint", "--fix", "--output-format", "concise")
    assert other.read_bytes() == WRONG.encode()
    assert pack.read_bytes().decode() == WRONG.replace("5 October 2026", "2026-10-05").replace("\n", "\r\n")
    assert ended.errors == (
        "Note: packs/pm-01.md is protected: it may only be read. It is left as it is.\n"
        "Fixed: packs/pm-07.md: “5 October 2026” → “2026-10-05”\nFixed: 1 change in 1 document.\n"
    )
    assert ended.code == 1
