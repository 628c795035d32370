"""A pack whose tracker is a table of checkpoints with the level of each bet."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pmcoach_lint.document import read_document
from pmcoach_lint.generate.agenda import agenda_of, to_markdown
from pmcoach_lint.generate.next_cycle import NextCycle
from pmcoach_lint.settings import Settings
from tests.linting import lint
from tests.packs import WHOLE, replaced
from tests.weekly.standings import standing

HEAD = "| Date | Checkpoint | Bet 1 | Decision |\n|---|---|---|---|\n"
PACK = replaced(
    WHOLE,
    "| Date | Bet | Rep or artifact done | Coach feedback | Next rep | Status |\n|---|---|---|---|---|---|\n"
    "| 2026-10-09 | 1 | Brief | Cause named | Brief 2 | On track |\n",
    f"{HEAD}| 2026-10-09 | Baseline | Apply | |\n| 2026-10-30 | Midpoint | | |\n| 2026-11-27 | Close | | |\n",
)
HELD = replaced(PACK, "| Midpoint | | |", "| Midpoint | Analyze | Keep it |")


def test_a_review_that_tells_a_level_is_the_latest_row_of_the_bet() -> None:
    assert [(bet.row and bet.row.text("date"), bet.level) for bet in standing(PACK, "2026-11-02").bets] == [
        ("2026-10-09", "Apply")
    ]
    held = standing(HELD, "2026-11-02")
    assert (held.bets[0].level, held.last_row) == ("Analyze", date(2026, 10, 30))


def test_a_review_whose_day_is_past_without_a_level_is_overdue() -> None:
    def overdue(text: str) -> list[str]:
        return [item.text for item in standing(text, "2026-11-09").overdue if item.kind == "review"]

    assert overdue(PACK) == ["Midpoint"]
    assert overdue(HELD) == []


def test_the_agenda_says_at_which_level_the_bet_was_seen() -> None:
    assert "**Bet 1: Frame first** is at Analyze (2026-10-30)." in to_markdown(agenda_of(standing(HELD, "2026-11-09")))


def test_a_month_without_a_level_is_told_at_the_last_row() -> None:
    settings = Settings(root=Path("/nowhere"), as_of=date(2026, 11, 20), select=("PMC763",))
    (found,) = lint(PACK, settings)
    line = PACK[: PACK.index("| 2026-10-09 | Base")].count("\n") + 1
    assert found == (
        "PMC763",
        "error",
        f"{line}:3-{line}:13",
        "The last row of the tracker is 42 days old (as of 2026-11-20).",
    )
    assert lint(HELD, settings) == []


def test_levels_and_decisions_stay_with_their_cycle() -> None:
    st = standing(HELD, "2026-12-01")
    assert st.chain.pack.doctype is not None
    text = NextCycle(st, date(2026, 12, 7), 8, {}).text(st.chain.pack.doctype, "a.md")
    follow_up = read_document(text.encode(), "b.md").data["follow_up"]
    assert [review["review"] for review in follow_up["reviews"]] == ["Baseline", "Midpoint", "Close"]
    assert "Analyze" not in str(follow_up)
    assert "Keep it" not in str(follow_up)


def test_ids_and_expected_levels_go_on_to_the_next_cycle() -> None:
    table = (
        "| Competency | Observable behaviours |\n|---|---|\n| Problem framing | Names who is stuck and how often |\n"
    )
    head, row = (
        "| ID | Competency | Observable behaviours | Expected |\n|---|---|---|---|\n",
        "| K1 | Problem framing |",
    )
    text = replaced(HELD, table, f"{head}{row} Names who is stuck and how often | Analyze |\n")
    strategy = "| Strategy and prioritization | Says no with a reason |"
    text = replaced(text, strategy, f"| K2 {strategy} Apply |")
    st = standing(text, "2026-12-01")
    assert st.chain.pack.doctype is not None
    new = read_document(NextCycle(st, date(2026, 12, 7), 8, {}).text(st.chain.pack.doctype, "a.md").encode(), "b.md")
    assert new.data["definition"] == st.chain.pack.data["definition"]
    assert [each["id"] for each in new.data["definition"]["competencies"]] == ["K1", "K2"]
