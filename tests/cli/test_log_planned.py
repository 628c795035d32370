"""`pmcoach log` beside what is only planned: rows with the day by which something is due, boxes, reviews."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Ended, Run
from tests.cli.test_log_by_weeks import FRONT

DUE = """| Bet | Artifact | Due | Proof | Status |
|---|---|---|---|---|
| 1 | First brief | 9 Oct | score | Sent |
| 1 | Second brief | 16 Oct | score | Not started |
| 2 | Refusal note | 23 Oct | mail | Not started |
"""


@pytest.fixture
def pack(repo: Path) -> Path:
    (repo / "pmcoach.toml").write_text("as-of = 2026-10-20\n", "utf-8")
    path = repo / "packs" / "a.md"
    path.write_text(FRONT + DUE)
    return path


@pytest.mark.parametrize(
    ("given", "row"),
    [
        (("--done", "second brief"), "| 1 | Second brief | 16 Oct | score | Sent |"),
        (
            ("--done", "Refusal note", "--bet", "2", "--status", "at risk"),
            "| 2 | Refusal note | 23 Oct | mail | At risk |",
        ),
    ],
)
def test_a_row_that_plans_what_was_done_gets_its_status_and_keeps_its_day(
    run: Run, pack: Path, given: tuple[str, ...], row: str
) -> None:
    before = pack.read_text().splitlines()
    ended = run("log", "packs/a.md", "--date", "2026-10-19", *given)
    after = pack.read_text().splitlines()
    assert ended.output.startswith("Filled in packs/a.md, line ")
    assert "Note: It keeps the day for which it was planned, 2026-10-" in ended.errors
    assert [line for line in after if line not in before] == [row]
    assert len(after) == len(before)


@pytest.mark.parametrize("header", ["Due", "By when", "Deadline", "Until", "due date"])
def test_no_day_on_which_something_was_done_goes_where_it_is_planned(run: Run, pack: Path, header: str) -> None:
    pack.write_text((FRONT + DUE).replace("| Due |", f"| {header} |"))
    before = pack.read_bytes()
    ended = run("log", "packs/a.md", "--bet", "1", "--done", "A third brief")
    assert (ended.code, pack.read_bytes()) == (2, before)
    assert ended.errors == (
        f"Error: packs/a.md: “{header}” is the day by which something is planned; no column says when it was done.\n"
        "Give --done as a row that is open calls it (“Second brief” or “Refusal note”) to fill that in. "
        "Add a column “Date”, or write the row by hand.\n"
    )


def test_beside_such_a_column_the_day_goes_into_its_own(run: Run, pack: Path) -> None:
    rows = "| Date | Bet | Artifact | Due |\n|---|---|---|---|\n| 8 Oct | 1 | First brief | 9 Oct |\n"
    pack.write_text(FRONT + rows)
    assert run("log", "packs/a.md", "--date", "2026-10-19", "--bet", "1", "--done", "Second brief").code == 0
    assert pack.read_text().endswith("| 8 Oct | 1 | First brief | 9 Oct |\n| 19 Oct | 1 | Second brief |  |\n")


def test_the_same_rep_on_another_day_is_a_row_of_its_own(run: Run, pack: Path) -> None:
    rows = "| Date | Bet | Done | Status |\n|---|---|---|---|\n"
    rows += "| 8 Oct | 1 | A brief | On track |\n| 12 Oct | 1 | A brief | |\n"
    pack.write_text(FRONT + rows)
    assert run("log", "packs/a.md", "--date", "2026-10-19", "--bet", "1", "--done", "A brief").code == 0
    assert pack.read_text().endswith(rows + "| 19 Oct | 1 | A brief |  |\n")


def test_a_row_that_waits_behind_which_the_bet_goes_on_goes_on_waiting(run: Run, pack: Path) -> None:
    waits = "| 6 Oct | 1 | | Brief |\n"
    rows = f"| Date | Bet | Done | Next |\n|---|---|---|---|\n{waits}| 12 Oct | 1 | A brief | |\n"
    pack.write_text(FRONT + rows)
    ended = run("log", "packs/a.md", "--date", "2026-10-19", "--bet", "1", "--done", "Another")
    assert ended.output.startswith("Added to packs/a.md")
    assert pack.read_text().endswith(rows + "| 19 Oct | 1 | Another |  |\n")


def test_words_in_a_row_that_waits_are_not_lost(run: Run, pack: Path) -> None:
    pack.write_text(FRONT + "| Week | Rep done | Calls |\n|---|---|---|\n| 1 | yes | 3 |\n| 2 | Due 16 Oct | |\n")
    before = pack.read_bytes()
    ended = run("log", "packs/a.md", "--date", "2026-10-15", "--done", "Two briefs")
    message = "Error: packs/a.md: The row that waits says “Due 16 Oct” where “Two briefs” would go.\n"
    assert ended == Ended(2, "", f"{message}Change that cell by hand.\n")
    assert pack.read_bytes() == before
    assert run("log", "packs/a.md", "--date", "2026-10-15", "--measure", "Calls: 4").code == 0
    assert pack.read_text().endswith("| 2 | Due 16 Oct | 4 |\n")


PLANNED = """| Date | Bet | Done | Calls | Feedback | Next | Status |
|---|---|---|---|---|---|---|
| 7 Oct | 1 | A brief | 2 | Clear | A memo | On track |
| 16 Oct | 1 | A memo | 5 (aim) | Ask Jo first | | {status} |
"""


@pytest.mark.parametrize(
    ("given", "there", "new"),
    [
        (("--feedback", "Clear"), "Ask Jo first", "Clear"),
        (("--measure", "Calls: 3"), "5 (aim)", "3"),
        (("--next", "Read it aloud", "--measure", "Calls: 3"), "5 (aim)", "3"),
    ],
)
def test_what_a_planned_row_says_is_neither_lost_nor_taken_for_what_is_told(
    run: Run, pack: Path, given: tuple[str, ...], there: str, new: str
) -> None:
    pack.write_text(FRONT + PLANNED.format(status="open"))
    before = pack.read_bytes()
    ended = run("log", "packs/a.md", "--date", "2026-10-16", "--done", "A memo", *given)
    message = f"Error: packs/a.md: The row that waits says “{there}” where “{new}” would go.\n"
    assert ended == Ended(2, "", f"{message}Change that cell by hand.\n")
    assert pack.read_bytes() == before
    same = ("--feedback", "Ask Jo first", "--next", "Read it aloud")
    assert run("log", "packs/a.md", "--date", "2026-10-16", "--done", "A memo", *same).code == 0
    assert pack.read_text().endswith("| 16 Oct | 1 | A memo | 5 (aim) | Ask Jo first | Read it aloud | done |\n")


@pytest.mark.parametrize("status", ["open (waits for Jo)", "open, Jo has it", "not started – no data", "open [^1]"])
def test_a_remark_beside_a_status_is_not_lost(run: Run, pack: Path, status: str) -> None:
    pack.write_text(FRONT + PLANNED.format(status=status))
    before = pack.read_bytes()
    ended = run("log", "packs/a.md", "--date", "2026-10-16", "--done", "A memo")
    assert f"says “{status}” where “done” would go." in ended.errors
    assert pack.read_bytes() == before


@pytest.mark.parametrize("status", ["open", "**Not started**", "⬜", "⚪ Open."])
def test_a_status_that_says_no_more_gives_way(run: Run, pack: Path, status: str) -> None:
    pack.write_text(FRONT + PLANNED.format(status=status).replace("| 16 Oct |", "| |"))
    said = ("--done", "A memo", "--bet", "1", "--status", "at risk")
    assert run("log", "packs/a.md", "--date", "2026-10-16", *said).code == 0
    row = pack.read_text().splitlines()[-1]
    assert row.casefold() == "| 16 oct | 1 | a memo | 5 (aim) | ask jo first | | at risk |"


def test_the_next_rep_of_a_row_that_waits_gives_way_and_is_told(run: Run, pack: Path) -> None:
    pack.write_text(FRONT + "| Date | Bet | Done | Next |\n|---|---|---|---|\n| 16 Oct | 1 | | Two briefs |\n")
    ended = run("log", "packs/a.md", "--date", "2026-10-16", "--bet", "1", "--done", "A brief", "--next", "A memo")
    assert "Note: Its next rep was “Two briefs” before.\n" in ended.errors
    assert pack.read_text().endswith("| 16 Oct | 1 | A brief | A memo |\n")


def test_that_a_row_that_was_planned_for_no_day_names_none_is_told(run: Run, pack: Path) -> None:
    pack.write_text((FRONT + DUE).replace("16 Oct", ""))
    ended = run("log", "packs/a.md", "--date", "2026-10-19", "--done", "Second brief")
    assert "| 1 | Second brief |  | score | Sent |" in pack.read_text()
    assert "Note: It names no day: 2026-10-19 has no place there.\n" in ended.errors


@pytest.mark.parametrize(
    ("said", "day", "row"),
    [
        ("Memo", "2026-10-18", "| 19 Oct | 1 | Memo | done |"),
        ("memo (draft)", "2026-10-18", "| 16 Oct | 1 | Memo (draft) | done |"),
        ("Memo", "2026-10-20", "| 20 Oct | 1 | Memo | done |"),
    ],
)
def test_of_rows_that_are_called_alike_the_one_that_is_meant_is_done(
    run: Run, pack: Path, said: str, day: str, row: str
) -> None:
    rows = [f"| {each} | open |" for each in ("16 Oct | 1 | Memo (draft)", "19 Oct | 1 | Memo", "20 Oct | 1 | Memo")]
    table = ["| Date | Bet | Done | Status |", "|---|---|---|---|", "| 7 Oct | 1 | A brief | done |", *rows]
    pack.write_text(FRONT + "\n".join(table) + "\n")
    before = pack.read_text().splitlines()
    assert run("log", "packs/a.md", "--date", day, "--done", said).code == 0
    assert [line for line in pack.read_text().splitlines() if line not in before] == [row]


@pytest.mark.parametrize(("day", "is_told"), [("2026-10-20", False), ("2026-10-27", True)])
def test_that_a_row_keeps_the_week_for_which_it_was_planned_is_told(
    run: Run, pack: Path, day: str, is_told: bool
) -> None:
    rows = (
        "| Week | Bet | Done | Status |\n|---|---|---|---|\n| W1 | 1 | A brief | done |\n| W3 | 1 | A memo | open |\n"
    )
    pack.write_text(FRONT + rows)
    ended = run("log", "packs/a.md", "--date", day, "--done", "A memo")
    assert pack.read_text() == FRONT + rows.replace("open", "done")
    note = "Note: It keeps the week for which it was planned, 3: 2026-10-27 has no place there.\n"
    assert (note in ended.errors, "It keeps" in ended.errors) == (is_told, is_told)


def test_the_box_of_what_was_planned_is_ticked(run: Run, pack: Path) -> None:
    pack.write_text(FRONT + "- [x] 9 Oct: first brief\n- [ ] 16 Oct: second brief\n- [ ] 23 Oct: refusal\n")
    ended = run("log", "packs/a.md", "--date", "2026-10-19", "--done", "Second brief")
    assert ended.output.startswith("Filled in packs/a.md")
    assert pack.read_text().endswith("- [x] 9 Oct: first brief\n- [x] 16 Oct: second brief\n- [ ] 23 Oct: refusal\n")


LINES = "- **6 Oct** – first talk. Wants to say no more often.\n- **13 Oct** – read two briefs together.\n"


def test_a_line_looks_like_those_beside_it(run: Run, pack: Path) -> None:
    pack.write_text(FRONT + LINES)
    assert run("log", "packs/a.md", "--date", "2026-10-19", "--done", "One refusal in writing").code == 0
    assert pack.read_text().endswith(LINES + "- **19 Oct** – One refusal in writing.\n")
    assert run("log", "packs/a.md", "--date", "2026-10-20", "--done", "A call", "--next", "A memo").code == 0
    assert pack.read_text().endswith("- **20 Oct** – A call. Next rep: A memo.\n")


def test_where_no_line_names_its_bet_a_new_one_names_none(run: Run, pack: Path) -> None:
    pack.write_text(FRONT + LINES)
    ended = run("log", "packs/a.md", "--date", "2026-10-19", "--bet", "1", "--done", "One refusal")
    message = "Error: No line of the tracker names its bet, so each is about all of them.\n"
    assert ended == Ended(2, "", f"{message}Leave out --bet, or write it into the lines that are there.\n")
    assert pack.read_text() == FRONT + LINES


REVIEWS = """- 7 oct: kickoff. agrees on both bets
- 14 oct: mid check
  - B1: 3 of 5 briefs on one page
"""


SESSIONS = """| Date | Session | Bet 1 | Bet 2 | Agreed |
|---|---|---|---|---|
| 7 Oct | Kickoff | Know | Know | Two briefs |
"""


@pytest.mark.parametrize(
    ("tracker", "row"),
    [
        (REVIEWS, "- 19 oct: Second look"),
        (SESSIONS, "| 19 Oct | Second look |  |  |  |"),
    ],
)
def test_a_tracker_of_reviews_gets_a_review(run: Run, pack: Path, tracker: str, row: str) -> None:
    text = FRONT.partition("## 6)")[0] + f"## 6) Tracker\n\n{tracker}"
    pack.write_text(text)
    ended = run("log", "packs/a.md", "--date", "2026-10-19", "--done", "Second look")
    assert ended.code == 0, ended.errors
    assert pack.read_text() == f"{text}{row}\n"
    ended = run("log", "packs/a.md", "--bet", "1", "--done", "x")
    assert ended.errors == (
        "Error: There is no --bet in a pack whose tracker is a list of reviews.\nIt takes: --date, --done.\n"
    )
    assert "--done (Review)" in run("log", "packs/a.md").errors


@pytest.mark.parametrize(
    "plan",
    [
        "- 16 Oct: first check\n- 30 Oct: mid check\n- 27 Nov: close\n",
        "| Date | Check | Looking at | Result |\n|---|---|---|---|\n| 9 Oct | W1 | two briefs | |\n",
    ],
)
def test_reviews_that_are_planned_are_no_tracker(run: Run, pack: Path, plan: str) -> None:
    pack.write_text(FRONT.partition("## 6)")[0] + f"## 6) Tracker\n\n{plan}")
    ended = run("log", "packs/a.md", "--date", "2026-10-19", "--bet", "1", "--done", "Two briefs")
    assert ended.code == 0, ended.errors
    assert f"{plan}\n### Tracker\n" in pack.read_text()


def test_a_status_that_is_still_to_be_filled_in_is_no_word_to_go_by(run: Run, pack: Path) -> None:
    rows = "| Date | Bet | Done | Status |\n|---|---|---|---|\n| 8 Oct | 1 | A | On track |\n| 9 Oct | 2 | A | TBD |\n"
    pack.write_text(FRONT + rows)
    assert run("log", "packs/a.md", "--date", "2026-10-19", "--bet", "1", "--done", "B", "--status", "missed").code == 0
    assert pack.read_text().endswith(rows + "| 19 Oct | 1 | B | Missed |\n")
