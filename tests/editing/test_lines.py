"""New rows for trackers that are no tables: lists, headings, paragraphs, and none at all."""

from __future__ import annotations

import pytest

from pmcoach_lint.document import Document, read_document
from pmcoach_lint.editing.proof import Refused
from pmcoach_lint.editing.records import add_record

PACK = """\
---
type: coaching-pack
pm: pm-07
cycle-start: 2026-10-05
cycle-weeks: 8
---

## 3) Growth bets

### Bet 1: Frame first

## 6) Follow-up

{tracker}

## 7) Next steps

- lead-02: share the pack
"""
TEXTS = {
    "date": "2026-10-12",
    "bet": "1",
    "done": "Two briefs",
    "feedback": "Clearer",
    "next": "A third",
    "status": "on track",
}
SAID = {**TEXTS}


def read(text: str) -> Document:
    return read_document(text.encode(), "pack.md")


def added(tracker: str, texts: dict[str, str] = TEXTS) -> tuple[str, list[dict[str, str]]]:
    """The text that is put in, and the rows of the tracker after it."""
    before = read(PACK.format(tracker=tracker))
    result = add_record(before, ("follow_up", "tracker"), texts, read)
    return result.insertion.text, result.document.data["follow_up"]["tracker"]


def test_a_pack_without_a_tracker_gets_a_table_at_the_end_of_its_part() -> None:
    text, rows = added("**Reviews:** weeks 4 and 8\n\n**How we adjust:** If nothing moves by week 4, we drop the bet.")
    assert text == (
        "\n\n### Tracker\n\n"
        "| Date | Bet | Rep or artifact done | Coach feedback | Next rep | Status |\n"
        "|---|---|---|---|---|---|\n"
        "| 2026-10-12 | 1 | Two briefs | Clearer | A third | on track |"
    )
    assert rows == [SAID]


def test_the_second_row_goes_into_that_table() -> None:
    once = add_record(read(PACK.format(tracker="None yet.")), ("follow_up", "tracker"), TEXTS, read).document
    result = add_record(once, ("follow_up", "tracker"), {**TEXTS, "date": "2026-10-19"}, read)
    assert result.insertion.text == "\n| 2026-10-19 | 1 | Two briefs | Clearer | A third | on track |"
    assert [row["date"] for row in result.document.data["follow_up"]["tracker"]] == ["2026-10-12", "2026-10-19"]


def test_columns_are_those_of_what_is_told() -> None:
    text, _ = added("None yet.", {"date": "2026-10-12", "bet": "1", "done": "Two | briefs"})
    assert text.splitlines()[-3:] == [
        "| Date | Bet | Rep or artifact done |",
        "|---|---|---|",
        "| 2026-10-12 | 1 | Two \\| briefs |",
    ]


@pytest.mark.parametrize(
    ("tracker", "expected"),
    [
        (
            "- 2026-10-06: Wrote one. Bet: 1. Feedback: thin. Next: rewrite it",
            "\n- 2026-10-12: Two briefs. Bet: 1. Feedback: Clearer. Next: A third. Status: on track",
        ),
        (
            "- 6 oct: one. bet: 1. next: rewrite it",
            "\n- 12 oct: Two briefs. bet: 1. coach feedback: Clearer. next: A third. status: on track",
        ),
        (
            "- 1 oct: one; bet: 1; feedback: thin; next: two; status: late\n- 6 oct: two; bet: 1",
            "\n- 12 oct: Two briefs; bet: 1; feedback: Clearer; next: A third; status: on track",
        ),
        (
            "* 2026-10-06: Wrote one. Bet: 1\n\n* 2026-10-08: Wrote two. Bet: 1",
            "\n\n* 2026-10-12: Two briefs. Bet: 1. Coach feedback: Clearer. Next rep: A third. Status: on track",
        ),
        (
            "### 2026-10-06\n\n- Bet: 1\n- Done: Wrote one",
            (
                "\n\n### 2026-10-12\n\n- Done: Two briefs\n- Bet: 1\n- Coach feedback: Clearer"
                "\n- Next rep: A third\n- Status: on track"
            ),
        ),
    ],
)
def test_a_row_beside_others_that_are_no_table(tracker: str, expected: str) -> None:
    text, rows = added(tracker)
    assert text == expected
    assert rows[-1] == SAID


@pytest.mark.parametrize(
    ("tracker", "expected"),
    [
        ("- 1 oct: one\n- 6 oct: two <!-- was tired -->", "\n- 12 oct: Two briefs"),
        ("- 6 oct: one. next: two ~~called off~~", "\n- 12 oct: Two briefs. next: A third"),
        ("- 1 oct, Jo: one\n- 6 oct, Kim: two", "\n- 12 oct, Two briefs"),
        ("**Week 2 (6 Oct)** – one. Next: two", "\n\n**12 Oct** – Two briefs. Next: A third"),
        ("- 1 oct: one. next: two\n- 6 oct: two. next: three ~~called off~~", "\n- 12 oct: Two briefs. next: A third"),
    ],
)
def test_what_only_one_line_says_is_not_said_of_another(tracker: str, expected: str) -> None:
    names = ("date", "done", "next") if "ext:" in tracker else ("date", "done")
    text, rows = added(f"### Tracker\n\n{tracker}", {name: TEXTS[name] for name in names})
    assert text == expected
    assert rows[-1] == {name: TEXTS[name] for name in names}


def test_a_row_before_those_that_are_newer() -> None:
    tracker = "- 2026-10-20: Wrote one. Bet: 1\n- 2026-10-06: Wrote two. Bet: 1"
    text, rows = added(tracker)
    assert text.endswith("\n")
    assert [row["date"] for row in rows] == ["2026-10-20", "2026-10-12", "2026-10-06"]


def test_a_letter_that_may_be_a_light_stays_in_a_table_that_has_a_column_for_it() -> None:
    text, rows = added("None yet.", {"date": "2026-10-12", "bet": "1", "done": "a | b"})
    assert text.endswith("| 2026-10-12 | 1 | a \\| b |  |  |  |")
    assert rows == [{"date": "2026-10-12", "bet": "1", "done": "a | b"}]


def test_without_the_part_nothing_is_written() -> None:
    text = PACK.format(tracker="").replace("## 6) Follow-up\n", "")
    with pytest.raises(Refused) as refused:
        add_record(read(text), ("follow_up", "tracker"), TEXTS, read)
    assert refused.value.message == "There is no part “Follow-up Tracker + Review Plan” for “Tracker”."
    assert refused.value.hint == "Write its heading: ## 6) Follow-up Tracker + Review Plan"
