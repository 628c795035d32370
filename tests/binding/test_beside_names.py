"""What stands in the place of a name or a value and is none: a dash, a week, an empty header, a summary."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint.document import read_document
from pmcoach_lint.settings import Settings
from tests.binding.reading import parts, read, told
from tests.linting import lint, offences_of

GOOD = "## 1) Definition of “Good PM”\n\n"
LEVELS = "## 2) Current Assessment\n\n"
BET = "## 4) Development Plan\n\n### Bet 1: Frame\n\n| Week | Rep | Artifact |\n|---|---|---|\n"
LOG = "---\ntype: event-log\nclient: Northwind\nsince: 2026-11-02\n---\n\n"
WEEKS = (
    "## Wk 45 (2 Nov)\n\n- 02.11 [T] 5h briefs\n- 05.11 prices stay, says the CEO\n\n"
    "## Week 46 (9 Nov)\n\n- 10 Nov [S] 2h\n\n"
)
SUMS = "## For the talk about fees\n\n| # | Date | What |\n|---|---|---|\n"


def log(body: str) -> Any:
    return read_document((LOG + body).encode(), "event-log.md")


def test_nothing_above_the_names_is_no_sign_of_ids() -> None:
    table = "| | You'd see… |\n|---|---|\n| **Framing** | names who is stuck |\n| Briefs | opens with the ask |\n"
    found = parts(GOOD + table)["definition"]["competencies"]
    assert [each["competency"] for each in found] == ["Framing", "Briefs"]
    assert not any("id" in each for each in found)


def test_ids_stand_below_a_sign_for_them() -> None:
    found = parts(f"{GOOD}| # | Skill | You'd see |\n|---|---|---|\n| C1 | Framing | names who is stuck |\n")
    assert found["definition"]["competencies"][0]["id"] == "C1"
    below = f"{GOOD}| # | Skill | You'd see |\n|---|---|---|\n| Framing | Framing | names who is stuck |\n"
    assert [message for _, _, message in told(below)] == ["“Framing” is no id."]


def test_a_ladder_is_told_below_a_header_with_all_its_levels() -> None:
    header = "ladder (know→understand→apply→analyze→synthesize→evaluate), as we say it"
    steps = "hears of it → says why → does one → finds the cause → joins three → drops their own"
    found = parts(f"{GOOD}| | You'd see | {header} |\n|---|---|---|\n| Framing | names who is stuck | {steps} |\n")
    competency = found["definition"]["competencies"][0]
    assert "expected" not in competency
    assert [rung["level"] for rung in competency["ladder"]] == [
        "Know", "Understand", "Apply", "Analyze", "Synthesize", "Evaluate",
    ]  # fmt: skip
    assert competency["ladder"][3]["behaviour"] == "finds the cause"


def test_the_last_of_two_days_in_numbers_heads_the_current_level() -> None:
    table = "| | 09-15 | 11-10 | evidence |\n|---|---|---|---|\n| Framing | know | apply | brief of May |\n"
    found = read(LEVELS + table).data["assessment"]["levels"]
    assert found == [{"competency": "Framing", "current": "Apply", "evidence": ["brief of May"]}]


@pytest.mark.parametrize("dash", ["–", "-", "—"])
def test_a_week_with_a_dash_has_no_rep(dash: str) -> None:
    rows = f"| 1 | Write one | note |\n| 2 | {dash} | |\n| 3 | Write two | note |\n| 4 | {dash} | |\n"
    found = parts(BET + rows)["plan"]["bets"][0]["reps"]
    assert [(rep["rep"], rep["weeks"]["from"]) for rep in found] == [("Write one", 1), ("Write two", 3)]


@pytest.mark.parametrize("row", ["| 2 | | |", "| 2 | – | note |", "| 2 | TBD | |"])
def test_a_week_that_says_less_or_more_has_one(row: str) -> None:
    document = read(f"{BET}| 1 | Write one | note |\n{row}\n| 3 | Write two | note |\n")
    assert [rep["weeks"]["from"] for rep in document.data["plan"]["bets"][0]["reps"]] == [1, 2, 3]


def test_the_week_is_the_title_of_an_entry_without_another() -> None:
    found = log(WEEKS + "## Wk 47 (16 Nov) – fees\n\nUp.\n").data["entries"]
    assert [entry["title"] for entry in found] == ["Wk 45", "Week 46", "fees"]
    assert [entry["date"] for entry in found] == ["2026-11-02", "2026-11-09", "2026-11-16"]
    assert found[0]["happened"].startswith("- 02.11 [T] 5h briefs")


def test_an_entry_under_a_day_alone_is_called_by_the_first_item_below() -> None:
    entry = log("## 2 Nov\n\n- Up. Not far.\n- Down.\n").data["entries"][0]
    assert (entry["title"], entry["happened"]) == ("Up", "- Up. Not far.\n- Down.")
    assert "title" not in log("## 2 Nov\n\n- Decisions: up.\n").data["entries"][0]


def test_a_table_of_days_that_the_weeks_have_told_sums_them_up() -> None:
    document = log(f"{WEEKS}{SUMS}| 1 | 05.11 → | prices |\n| 2 | 9 Nov | shares |\n")
    assert len(document.data["entries"]) == 2
    assert offences_of(document) == []


def test_a_table_with_another_day_holds_entries() -> None:
    document = log(f"{WEEKS}{SUMS}| 1 | 05.11. | prices |\n| 2 | 18.11. | the board |\n")
    assert [entry["title"] for entry in document.data["entries"]] == ["Wk 45", "Week 46", "prices", "the board"]


def test_for_whom_a_proposal_is_may_be_its_client_or_people() -> None:
    front = "---\ntype: work-proposal\nprepared_for: {}\n---\n\n# {}\n"
    people = read_document(front.format("COO, VP Product", "Strategic Work Proposal: Northwind").encode(), "p.md")
    assert (people.data["client"], offences_of(people)) == ("Northwind", [])
    client = read_document(front.format("Northwind", "Strategic Work Proposal").encode(), "p.md")
    assert client.data["client"] == "Northwind"


def test_two_clients_still_disagree() -> None:
    text = "---\ntype: work-proposal\nclient: Contoso\n---\n\n# Strategic Work Proposal: Northwind\n"
    assert [rule for rule, _, _ in offences_of(read_document(text.encode(), "p.md"))] == ["contradicting-values"]


def test_a_deliverable_with_a_dash_replaces_nothing() -> None:
    table = "### Deliverable to Add\n\n| Strategic Deliverable | Replaces | Value |\n|---|---|---|\n"
    text = (
        f"---\ntype: value-assessment\n---\n\n## Repositioning Plan\n\n{table}| Talk | – | reasons |\n| Log | | it |\n"
    )
    empty = [message for _, _, _, message in lint(text, Settings(root=Path())) if "is empty" in message]
    assert empty == ["“Replaces” is empty for deliverable “Log”."]


@pytest.mark.parametrize(
    ("header", "said"), [("Nature", "skill; constraint: no access"), ("Ability or circumstances?", "Ability.")]
)
def test_gap_types_in_other_words(header: str, said: str) -> None:
    table = (
        f"| | Now | Should be | Seen | {header} |\n|---|---|---|---|---|\n| Framing | Know | Apply | brief | {said} |\n"
    )
    row = parts(LEVELS + table)["assessment"]["levels"][0]
    assert (row["expected"], row["gap_type"]) == ("Apply", "skill" if said == "Ability." else "both")


@pytest.mark.parametrize("header", ["Bloom level", "Bloom"])
def test_a_week_tells_its_step(header: str) -> None:
    table = f"| Week | Rep | Artifact | {header} |\n|---|---|---|---|\n| 1 | Write one | note | Apply |\n"
    rep = parts(f"## 4) Development Plan\n\n### Weekly practice\n\n{table}")["plan"]["weeks"][0]
    assert (rep["rep"], rep["step"]) == ("Write one", "Apply")
