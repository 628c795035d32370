"""`pmcoach next-cycle`, and a pack that is kept for eight weeks."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from pmcoach_lint.document import read_document
from tests.cli.conftest import ROOT, Ended, Run
from tests.packs import ACTIVE, replaced

PM_03 = (ROOT / "packs" / "pm-03-discovery-depth.md").read_bytes()


@pytest.fixture
def pack(repo: Path) -> Path:
    crlf = PM_03.replace(b"status: completed", b"status: active # until August").replace(b"\n", b"\r\n")
    (repo / "packs" / "pm-03.md").write_bytes(b"\xef\xbb\xbf" + crlf)
    return repo / "packs" / "pm-03.md"


def test_the_cycle_is_frozen_and_the_next_one_opened(run: Run, pack: Path, repo: Path) -> None:
    before = pack.read_bytes()
    assert run("next-cycle", "packs/pm-03.md", "--as-of", "2026-08-20") == Ended(
        0,
        "Closed packs/pm-03.md: its status is completed.\n"
        "Wrote packs/pm-03-2026-08-24.md: 1 bet carried, 1 closed.\n"
        "It is private, as every new pack is; the last one was for: internal.\n"
        "Left behind, because nothing reads it; copy what is still wanted:\n"
        "  line 266: label “What pm-03 would do again”\n"
        "  line 294: line “Scored on 10 July by lead-02.”\n"
        "Decide what is marked there: pmcoach lint packs/pm-03-2026-08-24.md\n",
    )
    assert pack.read_bytes() == before.replace(b"status: active", b"status: completed")
    new = repo / "packs" / "pm-03-2026-08-24.md"
    assert new.read_bytes().count(b"\n") == new.read_bytes().count(b"\r\n")
    linted = run("lint", "--output-format", "concise", "--as-of", "2026-08-24")
    assert linted.code == 0
    others = [line for line in linted.output.splitlines() if "PMC202" not in line]
    assert [line.split(" ", 1)[1] for line in others] == [
        "warning PMC220 “[add a day (was 22 July)]” is left over from a template.",
        "warning PMC775 This step has no day, and the others have one.",  # it was due in the last cycle
    ]
    ids = {row["id"] for row in read_document(new.read_bytes(), "a.md").data["assessment"]["evidence"]}
    assert not ids & {"E1", "E2", "E3"}, "what nothing speaks of any more stays in the old file"


def test_links_lead_to_the_same_files_from_another_folder(run: Run, repo: Path) -> None:
    text = PM_03.replace(b"status: completed", b"status: active")
    (repo / "packs/pm 03.md").write_bytes(text.replace(b"pm-03 ", b"[pm-03](notes/pm-03.md) "))
    ended = run("next-cycle", "packs/pm 03.md", "-o", "packs/2026/autumn/pm-03.md", "--as-of", "2026-08-20")
    assert (ended.code, ended.errors) == (0, "")
    new = (repo / "packs/2026/autumn/pm-03.md").read_text(encoding="utf-8")
    assert "\nFollows [the last cycle](../../pm%2003.md).\n" in new
    assert "[pm-03](../../notes/pm-03.md)" in new
    assert "](notes/" not in new


def test_what_is_missing_is_said_and_nothing_is_written(run: Run, repo: Path) -> None:
    path = repo / "packs" / "pm-07.md"
    path.write_bytes(ACTIVE.read_bytes())
    ended = run("next-cycle", "packs/pm-07.md", "--as-of", "2026-11-23")
    assert (ended.code, ended.output) == (2, "")
    assert ended.errors.splitlines()[:3] == [
        "Error: The next cycle of packs/pm-07.md cannot begin yet.",
        "Missing: The cycle runs until 2026-11-29; this is 2026-11-23.",
        "Missing: “Levels reached” in part 6 does not say where the PM stands on “Problem framing and insight” (B1).",
    ]
    assert "\n    | Problem framing and insight | Apply |  |  |\n" in ended.errors
    assert path.read_bytes() == ACTIVE.read_bytes()
    assert [file.name for file in (repo / "packs").iterdir()] == ["pm-07.md"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--start", "2026-08-10"], "The next cycle cannot begin on 2026-08-10: this one ends on 2026-08-16."),
        (["--start", "2026-08-29"], "The next cycle cannot begin on 2026-08-29: that is a weekend."),
        (["-o", "packs/pm-03.md"], "packs/pm-03.md exists already."),
        (["--weeks", "13"], "Invalid value for '--weeks': 13 is not in the range 4<=x<=12."),
        (["--close", "risk 9=gone"], "There is nothing called “risk 9” to close."),
        (["--close", "B1"], "“B1” does not say why."),
    ],
)
def test_wrong_use_writes_nothing(run: Run, pack: Path, repo: Path, arguments: list[str], message: str) -> None:
    before = pack.read_bytes()
    ended = run("next-cycle", "packs/pm-03.md", "--as-of", "2026-08-20", *arguments)
    assert (ended.code, ended.errors.splitlines()[0]) == (2, f"Error: {message}")
    assert pack.read_bytes() == before
    assert [file.name for file in (repo / "packs").iterdir()] == ["pm-03.md"]


def test_a_third_cycle_drops_the_day_of_the_second_from_its_name(run: Run, pack: Path, repo: Path) -> None:
    pack.rename(pack.with_name("pm-03-2026-07-06.md"))
    run("next-cycle", "packs/pm-03-2026-07-06.md", "--as-of", "2026-08-20")
    assert (repo / "packs" / "pm-03-2026-08-24.md").is_file()


def without_rows(text: str) -> tuple[str, list[str]]:
    """A pack with an empty tracker, and the rows that were in it, the oldest first."""
    begin = text.index("|---", text.index("### Tracker"))
    begin = text.index("\n", begin) + 1
    end = text.index("\n\n", begin) + 1
    rows = text[begin:end].splitlines()
    return text[:begin] + text[end:], sorted(rows, key=lambda row: row.split("|")[1])


def test_a_pack_kept_for_eight_weeks_stays_clean_at_every_step(run: Run, repo: Path) -> None:
    """The tracker of pm-07, written anew week by week, comes to the very same bytes; then the cycle is closed."""
    original = ACTIVE.read_text("utf-8")
    empty, rows = without_rows(original)
    path = repo / "packs" / "pm-07.md"
    path.write_text(empty, "utf-8")
    first = date(2026, 10, 8)
    for week in range(8):
        day = (first + timedelta(weeks=week)).isoformat()
        for cells in ([cell.strip() for cell in row.strip("|").split(" | ")] for row in rows):
            if cells[0] == day:
                options = zip(("--bet", "--done", "--feedback", "--next", "--status"), cells[1:], strict=True)
                said = [word for option in options for word in option]
                assert run("log", "packs/pm-07.md", "--date", day, *said).code == 0
        if week == 7:
            assert path.read_text("utf-8") == original
            for bet in ("B1", "B2"):
                words = ["--done", "Closed with the council's decision", "--feedback", "Met.", "--status", "done"]
                assert run("log", "packs/pm-07.md", "--date", day, "--bet", bet, *words).code == 0
        assert run("lint", "--as-of", day, "--fail-on", "warning") == Ended(0, "1 document checked, nothing to fix.\n")
        agenda = run("agenda", "packs/pm-07.md", "--as-of", day)
        assert agenda.output.startswith(f"# 1:1 on Thursday {day}, week {week + 1} of 8\n")
        assert f"{week + 1} of 8" in run("status", "--as-of", day).output
    path.write_text(replaced(path.read_text("utf-8"), "### Review plan", LEVELS), "utf-8")
    assert run("lint", "--as-of", "2026-11-27", "--fail-on", "warning").code == 0
    closed = run("next-cycle", "packs/pm-07.md", "--as-of", "2026-11-30", "--close", "B2=Reached in practice")
    assert (closed.code, closed.errors) == (0, "")
    assert "0 bets carried, 2 closed" in closed.output
    linted = run("lint", "--output-format", "concise", "--as-of", "2026-11-30")
    assert linted.code == 0
    told = linted.output.splitlines()
    assert all("pm-07-2026-11-30.md" in line and ("PMC202" in line or "[add a day" in line) for line in told)
    assert "completed  over 2026-11-29" in run("status", "--as-of", "2026-11-30").output


LEVELS = """\
### Levels reached

| Competency | Start | Reached | Evidence |
|---|---|---|---|
| Problem framing and insight | Apply | Analyze | Two frames in a row at 7 of 8, unprompted |
| Strategy and prioritization | Understand | Understand | Six of ten requests in time: the second half is missing |

### Review plan"""


@pytest.mark.parametrize("mode", [0o600, 0o640])
def test_who_may_not_read_the_old_pack_may_not_read_the_new_one(mode: int, run: Run, pack: Path) -> None:
    pack.chmod(mode)
    run("next-cycle", "packs/pm-03.md", "--as-of", "2026-08-20")
    (new,) = pack.parent.glob("pm-03-2026*.md")
    assert new.stat().st_mode & 0o777 == mode
