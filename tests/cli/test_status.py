"""`pmcoach status`: all packs and engagements at a glance."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

from pmcoach_lint.cli import progress
from pmcoach_lint.rubric import Score, Scorer
from pmcoach_lint.settings import load_settings
from tests.cli.conftest import ROOT, Ended, Run
from tests.packs import WHOLE, replaced

AT_RISK = replaced(WHOLE, "| Brief 2 | On track |", "| Brief 2 | At risk |")


def scored(repo: Path, as_of: str) -> list[Score]:
    settings = load_settings(repo)._replace(as_of=date.fromisoformat(as_of))
    return list(Scorer(settings).scores(sorted((repo / "packs").rglob("*.md"))))


@pytest.fixture
def packs(repo: Path) -> Path:
    (repo / "packs" / "a.md").write_text(AT_RISK, "utf-8")
    (repo / "packs" / "b.md").write_text(WHOLE.replace("start: 2026-10-05", "start: 2026-12-07"), "utf-8")
    return repo


def test_each_pack_has_a_line(run: Run, packs: Path) -> None:
    scores = [f"{score.total} of {score.out_of}" for score in scored(packs, "2026-11-02")]
    assert run("status", "--as-of", "2026-11-02") == Ended(
        0,
        f"""\
Pack        Status  Week             Overdue  At risk  Last row    Score
packs/a.md  active  5 of 8           2        Bet 1    2026-10-09  {scores[0]}
packs/b.md  active  from 2026-12-07  1        –        2026-10-09  {scores[1]}
""",
    )


def test_details_tell_what_is_due(run: Run, packs: Path) -> None:
    assert run("status", "packs/a.md", "--as-of", "2026-10-28", "--details").output.splitlines()[-3:] == [
        "packs/a.md",
        "  due      2026-10-30 checkpoint: Two briefs are written",
        "  due      2026-10-30 artifact review: brief",
    ]


def test_programs_get_it_as_json(run: Run, packs: Path) -> None:
    data = json.loads(run("status", "packs/a.md", "--as-of", "2026-10-28", "--output-format", "json").output)
    assert data["as_of"] == "2026-10-28"
    (pack,) = data["packs"]
    assert (pack["file"], pack["week"], pack["weeks"], pack["at_risk"]) == ("packs/a.md", 4, 8, ["Bet 1"])
    assert pack["due"][0] == {
        "kind": "checkpoint",
        "text": "Two briefs are written",
        "week": 4,
        "date": "2026-10-30",
    }
    (score,) = scored(packs, "2026-10-28")[:1]
    assert pack["score"] == [score.total, score.out_of]
    assert data["engagements"] == []


def test_an_engagement_has_one_line_for_all_its_documents(run: Run, repo: Path) -> None:
    shutil.copytree(ROOT / "packs" / "clients", repo / "packs" / "clients")
    (score,) = scored(repo, "2026-10-03")
    points = f"{score.total} of {score.out_of}"
    lines = run("status", "--as-of", "2026-10-03").output.splitlines()
    assert lines == [
        "Engagement               Status  Phase  Due  Overdue  Score     Last entry",
        (f"packs/clients/northwind  active  4      3    1        {points}  2026-10-01 The handbook that stays here"),
    ]
    assert "2026-09-30 The month with cpo-01" in run("status", "--as-of", "2026-09-30").output


def test_details_tell_what_is_due_in_an_engagement(run: Run, repo: Path) -> None:
    head = "---\ntype: event-log\nclient: Contoso\n---\n\n## 2026-10-01 — Call — Prices\n\n**Action items:**\n\n"
    table = "| Action | Owner | Due | Done |\n|---|---|---|---|\n"
    rows = "| Ask | cpo | 2026-10-02 | no |\n| Send | pm-31 | 2026-10-06 | no |\n| Tell | pm-31 | 2026-10-12 | no |\n"
    done = "| Thank | cpo | 2026-10-06 | yes |\n| Count |  | 2026-10-05 |  |\n"
    (repo / "packs" / "log.md").write_text(f"{head}{table}{rows}{done}", "utf-8")
    plan = "---\ntype: coaching-plan\npm: pm-31\nclient: Contoso\n---\n\n## Sessions\n\n"
    sessions = "| Session | Date |\n|---|---|\n| Pricing | 2026-10-11 |\n| Stopping | 2026-10-18 |\n"
    (repo / "packs" / "plan.md").write_text(f"{plan}{sessions}", "utf-8")
    ended = run("status", "--as-of", "2026-10-05", "--details")
    assert ended.output.splitlines()[-5:] == [
        "packs",
        "  overdue  2026-10-02 cpo: Ask",
        "  due      2026-10-05 Count",
        "  due      2026-10-06 pm-31: Send",
        "  due      2026-10-11 pm-31: session, Pricing",
    ]
    (engagement,) = json.loads(run("status", "--as-of", "2026-10-05", "--output-format", "json").output)["engagements"]
    assert engagement["due"][0] == "2026-10-05 Count"
    closed = plan.replace("client:", "status: completed\nclient:")
    (repo / "packs" / "plan.md").write_text(f"{closed}{sessions}", "utf-8")
    assert "Pricing" not in run("status", "--as-of", "2026-10-05", "--details").output


@pytest.mark.parametrize("command", ["status", "score"])
def test_what_is_passed_over_because_it_cannot_be_read_is_named(run: Run, packs: Path, command: str) -> None:
    for name in ("c c", "d"):
        (packs / f"packs/{name}.md").write_text("---\ntype: coaching-pack\npm: pm-07\n", "utf-8")
    told = "Note: 2 documents cannot be read and are left out. To see why: pmcoach lint 'packs/c c.md' packs/d.md\n"
    ended = run(command, "--as-of", "2026-11-02")
    assert (ended.code, ended.errors) == (0, told)
    assert "packs/a.md" in ended.output
    assert run(command, "packs/d.md").errors.startswith("Note: 1 document cannot be read and is left out. To see why: ")
    for name in ("e", "f"):
        (packs / f"packs/{name}.md").write_text("Hello.\n", "utf-8")
    told = "Note: 4 documents cannot be read and are left out. To see why: pmcoach lint\n"
    assert run(command, "--as-of", "2026-11-02").errors == told


def test_an_empty_repository_says_so(run: Run, repo: Path) -> None:
    assert run("status") == Ended(0, "No packs and no engagements found.\n")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_long_work_shows_its_progress_on_a_terminal_and_cleans_up(
    run: Run, packs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "LONG", -1.0)
    monkeypatch.setattr(progress, "EVERY", -1.0)
    for command, doing in (("status", "Looking at"), ("lint", "Checking"), ("score", "Scoring")):
        terminal = Terminal()
        monkeypatch.setattr(sys, "stderr", terminal)
        run(command, "--as-of", "2026-11-02")
        blank = f"\r{' ' * 78}\r"
        assert terminal.getvalue() == f"{doing} 1: a.md{blank}{doing} 2: b.md{blank}"


def test_on_a_narrow_terminal_progress_keeps_to_one_line(
    run: Run, packs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "LONG", -1.0)
    monkeypatch.setattr(progress, "EVERY", -1.0)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((11, 40)))
    terminal = Terminal()
    monkeypatch.setattr(terminal, "fileno", lambda: 2)
    monkeypatch.setattr(sys, "stderr", terminal)
    run("lint")
    blank = f"\r{' ' * 10}\r"
    assert terminal.getvalue() == f"Checking 1{blank}Checking 2{blank}"


def test_short_work_shows_none_and_neither_does_a_pipe(run: Run, packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    run("status", "--as-of", "2026-11-02")
    assert terminal.getvalue() == ""
    monkeypatch.setattr(progress, "LONG", -1.0)
    monkeypatch.setattr(sys, "stderr", piped := io.StringIO())
    run("lint")
    assert piped.getvalue() == ""
