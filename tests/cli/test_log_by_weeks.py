"""`pmcoach log` in trackers of the author's own form: by weeks, in own columns, in own words, in lists with boxes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Ended, Run
from tests.cli.terminal import talk

FRONT = """---
type: coaching-pack
pm: pm-40
start: 2026-10-05
weeks: 8
status: draft
---

# Pack

## 3) Shared Vision

| Bet | Competency |
|---|---|
| Frame first | Framing |
| Say no | Letting go |

## 6) Follow-up Tracker + Review Plan

### Tracker

"""

WEEKS = """| Week | Interviews done | Ask in 60 s: yes? | Notes |
|---|---|---|---|
| Baseline | 0 | no | from the recordings |
| W1 (5 Oct) | 2 | no | opened with the roadmap |
| W2 | 3 | – | |
| W4 | | | |
"""

OWN_WORDS = """| Date | Bet | What came about | Said by me |
|---|---|---|---|
| 6 Oct | 1 | Brief 1 with two causes named | Good start, now the second one |
| 13 Oct | 2 | Refused the export in writing | Kind and clear at once |
"""


@pytest.fixture
def pack(repo: Path) -> Path:
    path = repo / "packs" / "a.md"
    path.write_text(FRONT + WEEKS)
    return path


def rows(path: Path) -> list[str]:
    return path.read_text().partition("### Tracker\n\n")[2].splitlines()[2:]


@pytest.mark.parametrize(
    ("day", "given", "place", "row"),
    [
        ("2026-10-29", ("interviews DONE: 4", "Notes: asked | why"), 3, "| W4 | 4 | | asked \\| why |"),
        ("2026-10-14", ("Ask in 60 s: yes?: yes",), 2, "| W2 | 3 | yes | |"),
        ("2026-11-01", ("Notes: 20% more: a lot",), 3, "| W4 | | | 20% more: a lot |"),
    ],
)
def test_the_row_of_the_week_is_filled_in(
    run: Run, pack: Path, day: str, given: tuple[str, ...], place: int, row: str
) -> None:
    before = rows(pack)
    ended = run("log", "packs/a.md", "--date", day, *(word for text in given for word in ("--measure", text)))
    line = pack.read_text().count("\n", 0, pack.read_text().index(row)) + 1
    assert ended == Ended(0, f"Filled in packs/a.md, line {line}.\n")
    assert rows(pack) == [*before[:place], row, *before[place + 1 :]]


@pytest.mark.parametrize(
    ("day", "text", "place", "row"),
    [
        ("2026-10-21", "Notes: two", 3, "| W3 |  |  | two |"),
        ("2026-10-14", "Interviews done: 9", 3, "| W2 | 9 |  |  |"),
        ("2026-11-24", "Notes: last", 4, "| W8 |  |  | last |"),
    ],
)
def test_a_week_without_a_row_or_with_a_full_one_gets_a_row_of_its_own(
    run: Run, pack: Path, day: str, text: str, place: int, row: str
) -> None:
    before = rows(pack)
    assert run("log", "packs/a.md", "--date", day, "--measure", text).code == 0
    assert rows(pack) == [*before[:place], row, *before[place:]]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("--measure", "Note: x"),
            "Error: The tracker has no column of its own “Note”. Did you mean “Notes”?\n",
        ),
        ((), "Error: This is missing: --measure (Interviews done).\nGive it as an option, or run the command at a"),
        (
            ("--done", "Brief"),
            "Error: The table has no column for “Rep or artifact done”.\n",
        ),
        (
            ("--measure", "Notes: x", "--date", "2026-09-30"),
            "Error: packs/a.md: The tracker goes by weeks, and 2026-09-30 is before the cycle.\n",
        ),
    ],
)
def test_what_cannot_be_written_is_told(run: Run, pack: Path, arguments: tuple[str, ...], message: str) -> None:
    before = pack.read_bytes()
    ended = run("log", "packs/a.md", "--date", "2026-10-21", *arguments)
    assert (ended.code, ended.errors[: len(message)]) == (2, message)
    assert pack.read_bytes() == before


def test_weeks_need_a_beginning(run: Run, pack: Path) -> None:
    pack.write_text((FRONT + WEEKS).replace("start: 2026-10-05\n", ""))
    ended = run("log", "packs/a.md", "--date", "2026-10-21", "--measure", "Notes: x")
    assert ended.errors.startswith(
        "Error: packs/a.md: The tracker goes by weeks, and 2026-10-21 belongs to no week, as the pack does not say when"
    )


def test_columns_of_the_author_s_own_stand_beside_days(run: Run, pack: Path) -> None:
    pack.write_text(FRONT + OWN_WORDS)
    told = ("--bet", "Frame first", "--measure", "What came about: Brief 2", "--measure", "Said by me: Shorter")
    ended = run("log", "packs/a.md", "--date", "2026-10-20", *told)
    assert ended.code == 0, ended.errors
    assert rows(pack)[-1] == "| 20 Oct | 1 | Brief 2 | Shorter |"


def test_a_terminal_is_asked_for_the_columns_that_the_tracker_has(pack: Path) -> None:
    answers = [
        ("Interviews done:", "\n"),
        ("Note: This is needed.\nInterviews done:", "5\n"),
        ("Ask in 60 s: yes? (Enter for none):", "\n"),
        ("Notes (Enter for none):", "the second time\n"),
    ]
    code, shown = talk(answers, "log", "packs/a.md", "--date", "2026-10-29")
    assert code == 0, shown
    assert rows(pack)[-1] == "| W4 | 5 | | the second time |"


def test_what_was_answered_before_ctrl_c_names_its_column(pack: Path) -> None:
    answers = [("Interviews done:", "5\n"), ("Ask in 60 s: yes? (Enter for none):", "")]
    _, shown = talk(answers, "log", "packs/a.md", "--date", "2026-10-29")
    assert "To go on: pmcoach log packs/a.md --date 2026-10-29 --measure 'Interviews done: 5'" in shown


MANNERS = """| Date | Bet | Done | Status |
|---|---|---|---|
| {day} | {bet} | Brief 1 | {status} |
"""


@pytest.mark.parametrize(
    ("day", "bet", "status", "row"),
    [
        ("15 Oct", "2", "🟢", "| 22 Oct | 2 | Brief 2 | 🟢 |"),
        ("Oct 5, 2026", "Say no", "On track", "| Oct 22, 2026 | Say no | Brief 2 | On track |"),
        ("15.10.2026", "letting go", "green", "| 22.10.2026 | letting go | Brief 2 | green |"),
        ("Thu 15 Oct", "1", "done", "| Thu 22 Oct | 2 | Brief 2 | on track |"),
        ("the 15th of October", "both", "at risk", "| 2026-10-22 | Say no | Brief 2 | on track |"),
    ],
)
def test_day_bet_and_status_are_written_as_the_rows_have_them(
    run: Run, pack: Path, day: str, bet: str, status: str, row: str
) -> None:
    pack.write_text(FRONT + MANNERS.format(day=day, bet=bet, status=status))
    told = ("--bet", "Say no", "--done", "Brief 2", "--status", "on track")
    ended = run("log", "packs/a.md", "--date", "2026-10-22", *told)
    assert ended.code == 0, ended.errors
    assert rows(pack)[-1] == row


def test_what_was_done_gets_a_box_that_says_so(run: Run, pack: Path) -> None:
    listed = "- [ ] **18 Oct 2026** — two briefs. Bet: 1\n- [ ] **25 Oct 2026** — a refusal. Bet: 2\n"
    pack.write_text(FRONT + listed)
    told = ("--date", "2026-10-19", "--bet", "1", "--done", "Six interviews")
    assert run("log", "packs/a.md", *told).code == 0
    assert "- [x] **19 Oct 2026** — Six interviews. Bet: 1\n" in pack.read_text()
    assert run("log", "packs/a.md", *told[:-1], "Seven more", "--status", "on track").code == 0
    assert "- **19 Oct 2026** — Seven more. Bet: 1. Status: on track\n" in pack.read_text()


def test_a_dash_is_no_answer(run: Run, pack: Path) -> None:
    pack.write_text(FRONT + MANNERS.format(day="2026-10-15", bet="1", status="done"))
    told = ("--date", "2026-10-22", "--bet", "1", "--done", "Brief 2", "--status", "–")
    assert run("log", "packs/a.md", *told).code == 0
    assert rows(pack)[-1] == "| 2026-10-22 | 1 | Brief 2 |  |"


def test_what_lint_says_of_the_new_row_is_told_at_once(run: Run, pack: Path) -> None:
    reps = "## 4) Development Plan\n\n### Frame first\n\n| Rep | Practice |\n|---|---|\n| R1.1 | Two briefs |\n\n"
    text = FRONT.replace("status: draft", "status: active").replace("## 6)", reps + "## 6)")
    pack.write_text(text + MANNERS.format(day="2026-10-15", bet="1", status="done"))
    ended = run("log", "packs/a.md", "--date", "2026-10-22", "--bet", "1", "--done", "R9.9: a call")
    assert ended.code == 0
    assert ended.errors.startswith("Note: pmcoach lint says of it: There is no “R9.9” in this pack.")
