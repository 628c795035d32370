"""Part 6 in other forms: a column for each review, a tracker that goes across bets, days without a name of a list."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import read, told

BETS = """## 3) Shared Vision

| Bet | Competency | Why it matters | Success signals | Timeframe |
|---|---|---|---|---|
| Frame first | Framing | x | two briefs | Weeks 1–8 |
| Say no | Letting go | y | three refusals | Weeks 1–8 |

"""


def part(body: str) -> dict[str, Any]:
    found: dict[str, Any] = read(f"{BETS}## 6) Follow-up Tracker\n\n{body}\n").data["follow_up"]
    return found


def test_reviews_are_columns_headed_by_their_days() -> None:
    found = part(
        "| What we follow | Start | CP1 22 Oct | 12 Nov | Close 26 Nov |\n|---|---|---|---|---|\n"
        "| Framing | Apply | Apply | Analyze | |\n| Letting go | Know | Understand (once) | Understand | |\n"
        "| Delivery | Apply | Analyze | | |\n| Seconds to the question | 140 | 5 | 60 | |\n"
    )
    assert found["reviews"] == [
        {
            "date": "2026-10-22",
            "review": "CP1",
            "evidence": "Delivery: Analyze; Seconds to the question: 5",
            "seen": [{"bet": "Framing", "level": "Apply"}, {"bet": "Letting go", "level": "Understand"}],
        },
        {
            "date": "2026-11-12",
            "evidence": "Seconds to the question: 60",
            "seen": [{"bet": "Framing", "level": "Analyze"}, {"bet": "Letting go", "level": "Understand"}],
        },
        {"date": "2026-11-26", "review": "Close", "seen": []},
    ]
    document = read(f"{BETS}## 6) Follow-up Tracker\n\n| | 22 Oct | 12 Nov |\n|---|---|---|\n| Framing | Apply | |\n")
    (reference,) = [one for one in document.references if one.path[0] == "follow_up"]
    assert reference.targets == (("vision", "bets", 0),)


@pytest.mark.parametrize(
    "table",
    [
        "| Name | 22 Oct | Notes | Owner |\n|---|---|---|---|\n| Framing | Apply | x | y |\n",
        "| Competency | Start | End |\n|---|---|---|\n| Framing | Apply | Analyze |\n",
    ],
)
def test_other_tables_are_no_reviews(table: str) -> None:
    assert "reviews" not in part(table)


MEASURES = """| KPI | Baseline | {} | Counted in |
|---|---|---|---|---|
| Briefs with one claim | 1 of 6 | 3 of 5 | 5 of 5 | the log |
| Seconds to the question | 140 | | ≤ 30 | notes |
"""


@pytest.mark.parametrize(
    ("days", "names"),
    [
        ("22 Oct | 26 Nov", (None, None)),
        ("CP1 10-22 | Close 11-26", ("CP1", "Close")),
        ("22.10. | 26.11.", (None, None)),
        ("Oct 22 (mid) | Nov 26 (end)", ("(mid)", "(end)")),
        ("10/22 | 11/26", (None, None)),
    ],
)
@pytest.mark.parametrize("heading", ["", "### Tracker\n\n", "### Review plan\n\n"])
def test_measures_may_have_a_column_for_each_day(heading: str, days: str, names: tuple[str | None, ...]) -> None:
    document = read(f"{BETS}## 6) Follow-up Tracker\n\n{heading}{MEASURES.format(days)}\nSeen on 10/15 and 11/28.\n")
    reviews = document.data["follow_up"]["reviews"]
    assert [(row["date"], row["evidence"]) for row in reviews] == [
        ("2026-10-22", "Briefs with one claim: 3 of 5"),
        ("2026-11-26", "Briefs with one claim: 5 of 5; Seconds to the question: ≤ 30"),
    ]
    assert tuple(row.get("review") for row in reviews) == tuple(name and name.strip("()") for name in names)
    assert "tracker" not in document.data["follow_up"]
    assert "seen" not in reviews[0]
    assert told(f"{BETS}## 6) Follow-up Tracker\n\n{heading}{MEASURES.format('22 Oct | 26 Nov')}") == []


@pytest.mark.parametrize(
    "header",
    [
        "Measure | Now | 3/5 | 4/5 mostly | Source",
        "Measure | Owner | Unit | 22 Oct | 26 Nov",
        "Measure | 22 Oct | Reading | 26 Nov | Reading",
    ],
)
def test_columns_of_days_stand_side_by_side(header: str) -> None:
    found = part(f"| {header} |\n|---|---|---|---|---|\n| Briefs | a | b | c | d |\n| Notes | e | f | g | h |\n")
    assert "reviews" not in found


ROWS = """| Wk | Date | Rep done | Next rep |
|---|---|---|---|
| 1 | 8 Oct | one brief | the next |
| 2 | 15 Oct | two | x |
"""


def test_a_tracker_without_bets_is_about_all_of_them() -> None:
    assert told(f"{BETS}## 6) Follow-up Tracker\n\n{ROWS}") == []
    document = read(f"{BETS}## 6) Follow-up Tracker\n\n{ROWS}")
    assert [row["done"] for row in document.data["follow_up"]["tracker"]] == ["one brief", "two"]
    assert document.is_settled(("follow_up", "tracker", 0, "bet"))


def test_one_that_names_some_is_not() -> None:
    rows = "| Date | Bet | Rep done |\n|---|---|---|\n| 8 Oct | 1 | one brief |\n| 15 Oct | | two |\n"
    document = read(f"{BETS}## 6) Follow-up Tracker\n\n{rows}")
    assert not document.is_settled(("follow_up", "tracker", 1, "bet"))


def test_levels_with_remarks_behind_them_are_levels() -> None:
    found = part(  # in most rows of a column a level stands
        "| Week | Bet 1 | Bet 2 | Notes |\n|---|---|---|---|\n| Week 1 | Understand. 23 urges logged | Apply | x |\n"
        "| Week 2 | Analyze? Found the real issue | question answered by mail, right | |\n"
        "| Week 3 | Analyze | Apply | |\n| Week 4 | half a session | moved | |\n"
    )
    assert [review["seen"] for review in found["reviews"]] == [
        [{"bet": "Bet 1", "level": "Understand"}, {"bet": "Bet 2", "level": "Apply"}],
        [{"bet": "Bet 1", "level": "Analyze"}],
        [{"bet": "Bet 1", "level": "Analyze"}, {"bet": "Bet 2", "level": "Apply"}],
        [],
    ]


def test_one_that_names_two_levels_is_told() -> None:
    rows = (
        "| Week | Bet 1 | Bet 2 | Notes |\n|---|---|---|---|\n| Week 1 | Apply or Analyze | Apply | x |\n"
        "| Week 2 | Apply | Apply | y |\n"
    )
    assert told(f"{BETS}## 6) Follow-up Tracker\n\n{rows}") == [
        ("between-two-levels", "Apply or Analyze", "“Apply or Analyze” is between two levels: Apply and Analyze.")
    ]


def test_days_in_bold_head_rows_of_a_tracker() -> None:
    found = part("**24 September.** Start. Note 1 had five sentences.\n\n**8 October.** A real choice.\n")
    assert found["tracker"] == [
        {"date": "2026-09-24", "done": "Start. Note 1 had five sentences."},
        {"date": "2026-10-08", "done": "A real choice."},
    ]


def test_paragraphs_headed_as_reviews_stand_beside_a_tracker() -> None:
    document = read(
        f"{BETS}## 6) Follow-up Tracker\n\n| w/c | Briefs | Said no? | Note |\n|---|---|---|---|\n"
        "| 5 Oct | 1 | No | |\n| 12 Oct | 2 | Yes | alone |\n\n"
        "**Review, 30 October.** Framing: Apply. We keep both bets.\n\n"
        "**Last review, 27 November.** We look at the briefs.\n\nShould the freeze come, we drop the second bet.\n"
    )
    assert document.offences == {}
    found = document.data["follow_up"]
    assert [row["date"] for row in found["tracker"]] == ["2026-10-05", "2026-10-12"]
    assert [review["date"] for review in found["reviews"]] == ["2026-10-30", "2026-11-27"]
    assert found["reviews"][1]["review"] == "**Last review, 27 November.** We look at the briefs."
    assert found["adjust"] == "Should the freeze come, we drop the second bet."


def test_other_days_in_bold_are_entries_of_the_tracker() -> None:
    found = part("**5 October.** One brief.\n\n**12 October: two briefs.** Read by lead-02.\n")
    assert [row["date"] for row in found["tracker"]] == ["2026-10-05", "2026-10-12"]
    assert "reviews" not in found


_DAYS = ({"date": "2026-11-06"}, {"date": "2026-11-27"})


@pytest.mark.parametrize(
    ("first", "last", "when"),
    [
        ("**Midpoint review, 6 November**", "**Final review, 27 November**", _DAYS),
        ("### Midpoint review, 6 November", "### Final review, 27 November", _DAYS),
        ("**Review 1 (6 November):**", "**Review 2 (27 November):**", _DAYS),
        ("#### Week 4 checkpoint", "#### Week 8 checkpoint", ({"week": 4}, {"week": 8})),
    ],
)
def test_reviews_have_headings_or_bold_lines(first: str, last: str, when: tuple[dict[str, Any], ...]) -> None:
    reviews = part(
        f"{first}\n\n- Bet A: Apply, shown by the plan of October\n- Bet B: Understand\n\n"
        f"{last}\n\n- Evidence: the funnel and two briefs\n"
    )["reviews"]
    assert [{key: review[key] for key in ("date", "week") if key in review} for review in reviews] == [*when]
    assert reviews[0]["seen"] == [{"bet": "Bet A", "level": "Apply"}, {"bet": "Bet B", "level": "Understand"}]
    assert reviews[1]["evidence"] == "the funnel and two briefs"


def test_one_heading_that_says_review_is_none_of_several() -> None:
    assert "reviews" not in part("### Review notes, 6 November\n\n- Bet A went on.\n")
