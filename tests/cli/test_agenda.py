"""`pmcoach agenda`: the next one-to-one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import icalendar
import pytest

from tests.cli.conftest import Ended, Run
from tests.packs import ACTIVE, ROOT


@pytest.fixture
def pack(repo: Path) -> str:
    (repo / "packs" / "pm-07.md").write_bytes(ACTIVE.read_bytes())
    return "packs/pm-07.md"


def test_the_agenda_goes_to_standard_output(run: Run, pack: str) -> None:
    ended = run("agenda", pack, "--as-of", "2026-11-20")
    assert (ended.code, ended.errors) == (0, "")
    assert ended.output.startswith("# 1:1 on Thursday 2026-11-26, week 8 of 8\n\n14:00 · 50 minutes · packs/pm-07.md\n")


def test_what_nobody_has_written_yet_is_no_empty_line(run: Run, repo: Path) -> None:
    run("new", "coaching-pack", "packs/pm-30.md")
    assert run("agenda", "packs/pm-30.md", "--as-of", "2026-11-20").output == (
        "# 1:1 on Friday 2026-11-20\n\npacks/pm-30.md\n\n## Begin here\n\n"
        "- Nothing in the pack says yet what a session is about: fill it in together.\n"
    )
    (repo / "packs" / "pm-31.md").write_text("---\ntype: coaching-pack\n---\n\n# pm-31\n", "utf-8")
    assert run("agenda", "packs/pm-31.md", "--as-of", "2026-11-20").output == (
        "# 1:1 on Friday 2026-11-20\n\npacks/pm-31.md\n\n## Begin here\n\n"
        "- Nothing in the pack says yet what a session is about: fill it in together.\n"
    )


def test_after_the_last_session_it_is_said_that_there_is_none_left(run: Run, pack: str) -> None:
    ended = run("agenda", pack, "--as-of", "2026-11-27")
    assert ended.output.splitlines()[:3] == [
        "# No 1:1 is left: the cycle, of which 2026-11-29 is the last day, is to be closed",
        "",
        "the last session of the cycle was on 2026-11-26 · 50 minutes · packs/pm-07.md",
    ]
    assert run("agenda", pack, "--as-of", "2026-11-27", "--to", "ics") == Ended(
        2,
        "",
        "Error: The last session of packs/pm-07.md was on 2026-11-26: there is none for a calendar.\n"
        "pmcoach next-cycle opens the next cycle; without --to ics the agenda says what is left to close this one.\n",
    )


def test_the_day_of_the_settings_counts(run: Run, pack: str, repo: Path) -> None:
    (repo / "pmcoach.toml").write_text("as-of = 2026-10-06\n", "utf-8")
    assert run("agenda", pack).output.startswith("# 1:1 on Thursday 2026-10-08, week 1 of 8\n")


def test_a_calendar_entry_is_written_to_a_file(run: Run, pack: str, repo: Path) -> None:
    assert run("agenda", pack, "--as-of", "2026-11-20", "--to", "ics", "-o", "next.ics") == Ended(
        0, "Wrote next.ics.\n"
    )
    calendar: Any = icalendar.Calendar.from_ical((repo / "next.ics").read_bytes())
    (event,) = calendar.walk("VEVENT")
    assert (str(event["summary"]), str(event["class"])) == ("Coaching session", "PRIVATE")
    assert str(event["description"]).startswith("14:00 · 50 minutes · packs/pm-07.md\n\nRunning order\n- 5 min")


def test_there_is_no_next_session_after_the_cycle(run: Run, repo: Path) -> None:
    (repo / "packs" / "pm-03.md").write_bytes((ROOT / "packs" / "pm-03-discovery-depth.md").read_bytes())
    assert run("agenda", "packs/pm-03.md", "--as-of", "2026-08-17") == Ended(
        2,
        "",
        "Error: The cycle of packs/pm-03.md ended on 2026-08-16: there is no next one-to-one in it.\n"
        "pmcoach next-cycle opens the next cycle; --as-of looks at another day.\n",
    )


def test_the_pack_itself_is_never_overwritten(run: Run, pack: str, repo: Path) -> None:
    ended = run("agenda", pack, "--as-of", "2026-11-20", "-o", pack)
    assert (ended.code, ended.errors.splitlines()[0]) == (2, "Error: packs/pm-07.md is the pack itself.")
    assert (repo / pack).read_bytes() == ACTIVE.read_bytes()


def test_what_is_no_pack_is_told_with_its_place(run: Run, repo: Path) -> None:
    (repo / "packs" / "a.md").write_text("# Notes\n", "utf-8")
    ended = run("agenda", "packs/a.md")
    assert (ended.code, ended.output) == (1, "")
    assert "packs/a.md:1:1: error PMC101 no-front-matter" in ended.errors
