"""`pmcoach log`: what was done, written down in the right place."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from pmcoach_lint.document import read_document
from pmcoach_lint.editing.records import add_record
from tests.cli.conftest import ROOT, Ended, Run
from tests.cli.terminal import talk
from tests.packs import ACTIVE, WHOLE

ROW = [
    "--bet",
    "1",
    "--done",
    "Brief 2",
    "--feedback",
    "Names the cause in both",
    "--next",
    "Brief 3",
    "--status",
    "on track",
]
EVENT = ["--type", "decision", "--title", "Pilot stopped", "--duration", "45 min", "--work-type", "strategic"]


@pytest.fixture
def pack(repo: Path) -> Path:
    (repo / "packs" / "a.md").write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    return repo / "packs" / "a.md"


@pytest.fixture
def client(repo: Path) -> Path:
    shutil.copytree(ROOT / "packs" / "clients", repo / "packs" / "clients")
    return repo / "packs" / "clients" / "northwind"


def test_a_row_goes_into_the_tracker_and_every_other_byte_stays(run: Run, pack: Path) -> None:
    before = pack.read_bytes()
    ended = run("log", "packs/a.md", "--date", "2026-10-16", *ROW)
    after = pack.read_bytes()
    row = b"| 2026-10-16 | 1 | Brief 2 | Names the cause in both | Brief 3 | On track |\r\n"
    assert after.count(row) == 1
    assert after.replace(row, b"") == before
    line = after[: after.index(row)].count(b"\n") + 1
    assert ended == Ended(0, f"Added to packs/a.md, line {line}.\n")
    assert run("lint", "packs/a.md", "--as-of", "2026-10-16").code == 0


WAITING = "| 2026-10-12 | 1 | TBD | TBD | Brief 1 | TBD |\n"
BLANK = "| 2026-10-12 | 1 | | | Brief 1 | |\n"


def with_waiting(pack: Path, waiting: str = WAITING) -> bytes:
    """The pack with a row, first in its tracker, that waits to be filled in."""
    text = pack.read_bytes()
    table = text.index(b"| Date | Bet |", text.index(b"Tracker"))
    first = text.index(b"\n", text.index(b"\n", table) + 1) + 1
    pack.write_bytes(text[:first] + waiting.replace("\n", "\r\n").encode() + text[first:])
    return pack.read_bytes()


def test_a_row_that_waits_without_a_word_is_no_finding(run: Run, pack: Path) -> None:
    with_waiting(pack, BLANK)
    assert run("lint", "packs/a.md", "--as-of", "2026-10-12").code == 0


@pytest.mark.parametrize("waiting", [WAITING, BLANK])
def test_a_row_that_waits_for_its_bet_is_filled_in_and_every_other_byte_stays(
    run: Run, pack: Path, waiting: str
) -> None:
    before = with_waiting(pack, waiting)
    ended = run("log", "packs/a.md", "--date", "2026-10-13", *ROW)
    row = "| 2026-10-13 | 1 | Brief 2 | Names the cause in both | Brief 3 | On track |\n"
    assert pack.read_bytes() == before.replace(waiting.strip().encode(), row.strip().encode())
    assert ended.output.startswith("Filled in packs/a.md, line ")


@pytest.mark.parametrize("day", ["2026-10-11", "2026-10-01"])
def test_a_row_that_waits_for_a_later_day_goes_on_waiting(run: Run, pack: Path, day: str) -> None:
    with_waiting(pack)
    assert run("log", "packs/a.md", "--date", day, *ROW).output.startswith("Added to packs/a.md")
    assert WAITING.strip().encode() in pack.read_bytes()


def test_of_two_bets_with_names_alike_the_one_that_is_meant_is_asked_for(run: Run, repo: Path) -> None:
    text = ACTIVE.read_text("utf-8")
    first, second = (bet["bet"] for bet in read_document(text.encode(), "b.md").data["vision"]["bets"][:2])
    text = text.replace(first, "Frame the work, then build").replace(second, "Frame the work, then choose")
    (repo / "packs" / "b.md").write_text(text, "utf-8")
    ended = run("log", "packs/b.md", "--bet", "Frame the work", "--done", "x")
    assert ended == Ended(2, "", "Error: “Frame the work” may be B1 or B2.\nGive the one you mean.\n")
    assert (repo / "packs" / "b.md").read_text("utf-8") == text


def test_a_day_outside_the_cycle_is_remarked_on(run: Run, pack: Path) -> None:
    ended = run("log", "packs/a.md", "--date", "2027-10-16", *ROW)
    assert ended.code == 0
    assert "Note: 2027-10-16 is outside the cycle, which runs from 2026-10-05 to " in ended.errors
    assert "Note" not in run("log", "packs/a.md", "--date", "2026-10-16", *ROW).errors


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("12 Oct 2026", "2026-10-12"),
        ("12 Oct", "2026-10-12"),
        ("Mon 12 October", "2026-10-12"),
        ("w/c 12 Oct", "2026-10-12"),
        ("12.10.", "2026-10-12"),
        ("20 Dec", "2025-12-20"),
    ],
)
def test_a_day_is_told_as_in_documents(run: Run, pack: Path, repo: Path, said: str, day: str) -> None:
    (repo / "pmcoach.toml").write_text("as-of = 2026-10-20\n", "utf-8")
    assert run("log", "packs/a.md", "--date", said, *ROW).code == 0
    assert f"| {day} | 1 | Brief 2 |".encode() in pack.read_bytes()


@pytest.mark.parametrize("said", ["24 Oct", "Tue 12 Oct", "3/4"])
def test_a_day_that_may_be_of_two_years_is_none(run: Run, pack: Path, repo: Path, said: str) -> None:
    (repo / "pmcoach.toml").write_text("as-of = 2026-10-20\n", "utf-8")
    before = pack.read_bytes()
    ended = run("log", "packs/a.md", "--date", said, *ROW)
    assert (ended.code, ended.errors.partition("\n")[0]) == (2, f"Error: “{said}” does not say the year.")
    assert pack.read_bytes() == before


def test_a_new_entry_that_is_ahead_or_there_already_is_remarked_on(run: Run, repo: Path) -> None:
    (repo / "pmcoach.toml").write_text("as-of = 2026-10-20\n", "utf-8")
    (repo / "log.md").write_text(
        "---\ntype: event-log\nclient: n\n---\n\n# Log\n\n- 2026-10-05 – call: prices\n", "utf-8"
    )
    words = ("--type", "call", "--title", "Terms", "--duration", "1h", "--work-type", "ops")
    told = [run("log", "log.md", "--date", day, *words).errors for day in ("19 Oct", "2026-10-24", "2026-10-24")]
    ahead = "Note: 2026-10-24 has not come yet: today is 2026-10-20.\n"
    assert told == [
        "",
        ahead,
        ahead + "Note: The entry beside it says the very same. If it was logged twice, take one out.\n",
    ]


def test_today_is_the_day_of_the_settings(run: Run, pack: Path, repo: Path) -> None:
    (repo / "pmcoach.toml").write_text("as-of = 2026-10-20\n", "utf-8")
    run("log", "packs/a.md", *ROW)
    assert b"| 2026-10-20 | 1 | Brief 2 |" in pack.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "first", "last"),
    [
        (
            ["--bet", "1"],
            "Error: This is missing: --done (Rep or artifact done).",
            "Give it as an option, or run the command at a terminal.",
        ),
        (["--bet", "B7", "--done", "x"], "Error: The pack has no bet “B7”.", "It has “Frame first”."),
        (
            ["--bet", "1", "--done", "x", "--status", "so so"],
            "Error: “so so” is no status.",
            "Write one of: on track, at risk, done, missed, open.",
        ),
        (
            ["--title", "x"],
            "Error: There is no --title in a pack.",
            "It takes: --date, --bet, --done, --feedback, --next, --status, --measure.",
        ),
        (
            ["--date", "soon", *ROW],
            "Error: “soon” is no date.",
            "Write the year, the month and the day: 2026-11-20.",
        ),
    ],
)
def test_what_cannot_be_added_is_told_and_nothing_is_written(
    run: Run, pack: Path, arguments: list[str], first: str, last: str
) -> None:
    before = pack.read_bytes()
    ended = run("log", "packs/a.md", *arguments)
    assert (ended.code, ended.output) == (2, "")
    assert ended.errors.splitlines()[0].startswith(first)
    assert ended.errors.splitlines()[-1] == last
    assert pack.read_bytes() == before


def test_a_pack_of_which_no_bet_can_be_read_is_told_so(run: Run, repo: Path) -> None:
    (repo / "packs" / "b.md").write_text("---\ntype: coaching-pack\n---\n\n# Pack\n", "utf-8")
    errors = "Error: No growth bet can be read in this pack.\nLeave the bet out, or write the bets in part 3.\n"
    assert run("log", "packs/b.md", *ROW) == Ended(2, "", errors)


@pytest.mark.parametrize("named", ["", "/event-log.md", "/engagement.md"])
def test_an_entry_goes_into_the_log_of_an_engagement(run: Run, client: Path, named: str) -> None:
    log = client / "event-log.md"
    before = log.read_text("utf-8")
    ended = run("log", f"packs/clients/northwind{named}", "--date", "2026-10-05", *EVENT, "--decisions", "Stop it")
    assert ended == Ended(0, "Added to packs/clients/northwind/event-log.md, line 12.\n")
    entry = """\
## 2026-10-05 — Decision — Pilot stopped

**Duration:** 45 min

**Work type:** Strategic

**Decisions:**

- Stop it

"""
    assert log.read_text("utf-8").replace(entry, "") == before
    assert run("lint", "packs/clients", "--as-of", "2026-10-06").code == 0


def test_an_artifact_begins_as_a_file_of_its_own(run: Run, client: Path) -> None:
    words = ["--type", "analysis", "--title", "Waiting times: 12 sites", "--outcome", "€20,000 a month: proven"]
    ended = run("log", "packs/clients/northwind", "--artifact", "--date", "2026-10-05", *words)
    path = "packs/clients/northwind/artifacts/waiting-times-12-sites.md"
    whom = "Who may see it: internal, until its visibility says otherwise."
    assert ended == Ended(0, f"Wrote {path}.\n{whom}\nFill in what is left: pmcoach lint {path}\n")
    assert (
        (client / "artifacts" / "waiting-times-12-sites.md").read_text("utf-8")
        == """\
---
type: artifact
title: "Waiting times: 12 sites"
client: Northwind Freight
date: 2026-10-05
kind: analysis
status: draft
visibility: internal
audience: TBD
---

# Waiting times: 12 sites

## What was produced

TBD

## Strategic contribution

TBD

## Business outcome

€20,000 a month: proven
"""
    )
    linted = run("lint", path, "--output-format", "concise")
    assert linted.code == 0
    assert linted.output.count("PMC202") == 3
    again = run("log", "packs/clients/northwind", "--artifact", *words)
    assert (again.code, again.errors.splitlines()[0]) == (2, f"Error: {path} exists already.")


@pytest.mark.parametrize(
    ("said", "visibility", "told"),
    [
        ("team:ports, client:northwind", "team:ports", "team:ports"),
        ("public", "private", "nobody"),
        ("private", "private", "nobody"),
        ("", "private", "nobody"),
    ],
)
def test_an_artifact_is_for_those_inside_who_may_see_the_engagement(
    run: Run, client: Path, said: str, visibility: str, told: str
) -> None:
    page = client / "engagement.md"
    page.write_text(page.read_text("utf-8").replace("visibility: internal", f"visibility: {said}" if said else "x: y"))
    ended = run("log", "packs/clients/northwind", "--artifact", "--type", "analysis", "--title", "Docks")
    assert f"\nWho may see it: {told}, until its visibility says otherwise.\n" in ended.output
    assert read_document((client / "artifacts" / "docks.md").read_bytes(), "").data["visibility"] == visibility


def test_an_artifact_of_a_client_without_a_first_page(run: Run, client: Path) -> None:
    (client / "engagement.md").unlink()
    words = ["--artifact", "--type", "analysis", "--title", "Docks"]
    assert run("log", "packs/clients/northwind", *words).code == 0
    text = (client / "artifacts" / "docks.md").read_text("utf-8")
    assert "\nclient: Northwind Freight\n" in text
    assert "\nvisibility: internal\n" in text
    (client / "theirs.md").write_text("---\ntype: event-log\nclient: Contoso\n---\n", "utf-8")
    ended = run("log", "packs/clients/northwind", *words)
    assert ended.errors.startswith("Error: packs/clients/northwind is not the folder of a client engagement.")


def test_a_folder_with_several_logs_names_them(run: Run, repo: Path) -> None:
    for name in ("contoso", "northwind"):
        (repo / "packs" / name).mkdir()
        (repo / "packs" / name / "log.md").write_text("---\ntype: event-log\n---\n")
    assert run("log", "packs", *EVENT) == Ended(
        2,
        "",
        "Error: There are 2 event logs in packs.\n"
        "Name the one you mean: packs/contoso/log.md and packs/northwind/log.md.\n",
    )


def test_a_folder_without_a_log_says_how_to_begin_one(run: Run, repo: Path) -> None:
    assert run("log", "packs", *EVENT) == Ended(
        2, "", "Error: There is no event log in packs.\npmcoach new event-log packs/event-log.md begins one.\n"
    )
    ended = run("log", "packs", "--artifact", "--type", "analysis", "--title", "x")
    assert ended.errors.startswith("Error: packs is not the folder of a client engagement.")


def test_a_command_to_go_on_with_can_be_typed_as_it_stands(run: Run, repo: Path) -> None:
    (repo / "packs" / "our clients").mkdir()
    shutil.copytree(ROOT / "packs" / "clients" / "northwind", repo / "packs" / "our clients" / "northwind")
    artifact = "'packs/our clients/northwind/artifacts/waiting.md'"
    ended = run("log", "packs/our clients/northwind", "--artifact", "--type", "analysis", "--title", "Waiting")
    assert ended.output.endswith(f"Fill in what is left: pmcoach lint {artifact}\n")
    ended = run("log", "packs/our clients/northwind/artifacts", *EVENT)
    log = "'packs/our clients/northwind/artifacts/event-log.md'"
    assert ended.errors.endswith(f"pmcoach new event-log {log} begins one.\n")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_first_entry_takes_the_place_of_the_blank_one(run: Run, repo: Path, end: str) -> None:
    log = repo / "packs" / "event-log.md"
    run("new", "event-log", "packs/event-log.md")
    head = log.read_text("utf-8").partition("## [Date]")[0]
    log.write_text(log.read_text("utf-8"), "utf-8", newline=end)
    line = head.count("\n") + 1
    added = run("log", "packs/event-log.md", "--date", "2026-10-05", *EVENT).output
    assert added == f"Added to packs/event-log.md, line {line}.\n"
    entry = "## {} — Decision — Pilot stopped\n\n**Duration:** 45 min\n\n**Work type:** strategic\n"
    assert log.read_bytes().decode() == (head + entry.format("2026-10-05")).replace("\n", end)
    run("log", "packs/event-log.md", "--date", "2026-10-07", *EVENT)
    both = f"{entry.format('2026-10-07')}\n{entry.format('2026-10-05')}"
    assert log.read_bytes().decode() == (head + both).replace("\n", end)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_first_row_takes_the_place_of_the_blank_one(run: Run, repo: Path, end: str) -> None:
    pack = repo / "packs" / "b.md"
    run("new", "coaching-pack", "packs/b.md")
    blank = pack.read_text("utf-8")
    row = next(line for line in blank.splitlines() if line.startswith("| [Date] | [Bet] |"))
    pack.write_text(blank, "utf-8", newline=end)
    line = blank.splitlines().index(row) + 1
    assert run("log", "packs/b.md", "--date", "2026-11-20", *ROW).output == f"Added to packs/b.md, line {line}.\n"
    first = "| 2026-11-20 | 1 | Brief 2 | Names the cause in both | Brief 3 | on track |"
    assert pack.read_bytes().decode() == blank.replace(row, first).replace("\n", end)
    run("log", "packs/b.md", "--date", "2026-11-19", *ROW)
    both = f"{first.replace('11-20', '11-19')}\n{first}"
    assert pack.read_bytes().decode() == blank.replace(row, both).replace("\n", end)


def test_a_blank_entry_that_somebody_has_written_into_stays(run: Run, repo: Path) -> None:
    log = repo / "packs" / "event-log.md"
    run("new", "event-log", "packs/event-log.md")
    log.write_text(log.read_text("utf-8").replace("[Lessons]", "Ask for the rule first"), "utf-8")
    before = log.read_text("utf-8")
    assert run("log", "packs/event-log.md", "--date", "2026-10-05", *EVENT).code == 0
    assert before.partition("## [Date]")[2] in log.read_text("utf-8")


def test_what_has_come_in_between_is_never_overwritten(run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = add_record

    def meanwhile(*arguments: object) -> object:
        pack.write_bytes(b"somebody else was here")
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("pmcoach_lint.cli.log.add_record", meanwhile)
    ended = run("log", "packs/a.md", *ROW)
    assert ended.errors.startswith("Error: packs/a.md has been changed meanwhile.")
    assert pack.read_bytes() == b"somebody else was here"


def test_a_terminal_is_asked_for_what_is_missing(pack: Path) -> None:
    answers = [
        ("Rep or artifact done:", "\n"),
        ("Rep or artifact done:", "Brie 2\x1b[D\x1b[Df\n"),  # twice to the left
        ("Coach feedback (Enter for none):", "\n"),
        ("Next rep (Enter for none):", "Brief 3\n"),
        ("Status [on track, at risk, done, missed, open] (Enter for none):", "at risk\n"),
    ]
    code, shown = talk(answers, "log", "packs/a.md", "--date", "2026-10-16", "--bet", "1")
    assert code == 0, shown
    assert "Note: This is needed." in shown
    assert b"| 2026-10-16 | 1 | Brief 2 |  | Brief 3 | At risk |\r\n" in pack.read_bytes()


def test_an_answer_that_cannot_be_taken_is_asked_for_again_at_once(pack: Path) -> None:
    answers = [
        ("Bet [Frame first]:", "tomorrow\n"),
        ("Note: The pack has no bet “tomorrow”. It has “Frame first”.\nBet [Frame first]:", "frame first\n"),
        ("Rep or artifact done:", "Brief 2\n"),
        ("Coach feedback (Enter for none):", "\n"),
        ("Next rep (Enter for none):", "\n"),
        ("Status [on track, at risk, done, missed, open] (Enter for none):", "good\n"),
        ("Write one of: on track, at risk, done, missed, open.\nStatus", "On Track\n"),
    ]
    code, shown = talk(answers, "log", "packs/a.md", "--date", "2026-10-16")
    assert code == 0, shown
    assert b"| 2026-10-16 | 1 | Brief 2 |  |  | On track |\r\n" in pack.read_bytes()


def test_what_was_given_as_an_option_is_looked_at_before_anything_is_asked(pack: Path) -> None:
    code, shown = talk([], "log", "packs/a.md", "--bet", "B7")
    assert (code, shown) == (2, "Error: The pack has no bet “B7”.\nIt has “Frame first”.\n")


def test_of_a_single_bet_enter_is_it(pack: Path) -> None:
    answers = [
        ("Bet [Frame first]:", "\n"),
        ("Rep or artifact done:", "Brief 2\n"),
        ("Coach feedback (Enter for none):", "\n"),
        ("Next rep (Enter for none):", "\n"),
        ("Status [on track, at risk, done, missed, open] (Enter for none):", "\n"),
    ]
    code, shown = talk(answers, "log", "packs/a.md", "--date", "2026-10-16")
    assert code == 0, shown
    assert b"| 2026-10-16 | 1 | Brief 2 |" in pack.read_bytes()


def test_ctrl_c_at_a_question_writes_nothing(pack: Path) -> None:
    before = pack.read_bytes()
    code, shown = talk([("Bet [Frame first]:", "")], "log", "packs/a.md")
    assert code == 130, shown
    assert "Traceback" not in shown
    assert pack.read_bytes() == before


def test_what_was_answered_before_ctrl_c_is_given_back_as_a_command(run: Run, pack: Path) -> None:
    before = pack.read_bytes()
    answers = [
        ("Bet [Frame first]:", "Frame first\n"),
        ("Rep or artifact done:", "Brief 2, the pilot's\n"),
        ("Coach feedback (Enter for none):", ""),
    ]
    code, shown = talk(answers, "log", "packs/a.md", "--date", "2026-10-16")
    assert code == 130, shown
    assert pack.read_bytes() == before
    again = shown.partition("Note: Nothing was written. To go on: ")[2].strip()
    words = shlex.split(again)
    assert words == [
        *("pmcoach", "log", "packs/a.md", "--date", "2026-10-16", "--bet", "Frame first", "--done"),
        "Brief 2, the pilot's",
    ]
    assert run(*words[1:]).code == 0
    assert b"| 2026-10-16 | 1 | Brief 2, the pilot's |" in pack.read_bytes()


def test_a_log_of_a_pack_keeps_it_clean(run: Run, repo: Path) -> None:
    (repo / "packs" / "b.md").write_bytes(ACTIVE.read_bytes())
    words = ["--bet", "B1", "--done", "R1.2: assessment read aloud", "--feedback", "Met.", "--next", "R1.1"]
    assert run("log", "packs/b.md", "--date", "2026-11-26", *words, "--status", "on track").code == 0
    linted = run("lint", "packs/b.md", "--as-of", "2026-11-26", "--output-format", "concise")
    assert linted == Ended(0, "")
