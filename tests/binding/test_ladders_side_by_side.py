"""Competencies that a table tells the ladders of side by side, and what is told of them above it under their names."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import read

SIDE_BY_SIDE = """| {} | Discovery | Writing specs | Measurement |
|---|---|---|---|
| **L1 Know** | Names the rules | Names the parts | Names the metrics |
| L2 Understand | Explains why questions lead | Explains edge cases | Explains guardrails |
| Apply | Runs five interviews | Writes a small one | Sets up a metric |
| Analyse | Finds the pattern | Finds the rule that costs most | Splits a result |
"""

UNDER_NAMES = """**1.1.1 Discovery**
- Writes the question first
- Leaves silence

**1.1.2 Writing specs that can be built**
- States what is left out

**1.1.3 Measurement**
- Picks one metric and one guardrail

"""


def competencies(body: str) -> list[dict[str, Any]]:
    document = read(f"## 1. Definition of “Good PM” (in this context)\n\n{body}")
    assert document.offences == {}
    found: list[dict[str, Any]] = document.data["definition"]["competencies"]
    return found


@pytest.mark.parametrize("corner", ["", "Level", "Bloom level"])
@pytest.mark.parametrize("between", ["", "### 1.2 Depth ladder\n\n", "**Bloom ladder**\n\n", "The ladder of each:\n\n"])
@pytest.mark.parametrize("above", ["", "### 1.1 Competencies and behaviours\n\n"])
def test_bold_lines_called_as_the_columns_are_head_a_competency_each(corner: str, between: str, above: str) -> None:
    found = competencies(above + UNDER_NAMES + between + SIDE_BY_SIDE.format(corner))
    assert [(one["competency"], one["behaviours"], len(one["ladder"])) for one in found] == [
        ("Discovery", ["Writes the question first", "Leaves silence"], 4),
        ("Writing specs that can be built", ["States what is left out"], 4),
        ("Measurement", ["Picks one metric and one guardrail"], 4),
    ]
    assert found[1]["ladder"][3] == {"level": "Analyze", "behaviour": "Finds the rule that costs most"}


def test_behaviours_may_stand_behind_a_label() -> None:
    labelled = "".join(
        f"**{name}**\nBehaviours: says why\n\n" for name in ("Discovery", "Writing specs", "Measurement")
    )
    found = competencies(labelled + SIDE_BY_SIDE.format("Level"))
    assert [(one["competency"], one["behaviours"], len(one["ladder"])) for one in found] == [
        ("Discovery", ["says why"], 4),
        ("Writing specs", ["says why"], 4),
        ("Measurement", ["says why"], 4),
    ]


def test_headings_that_say_what_they_are_count_also_where_a_column_has_another_name() -> None:
    headings = "".join(
        f"### Competency {number}: {name}\n\n- says why\n\n"
        for number, name in enumerate(("Discovery", "Specification", "Measurement"), 1)
    )
    found = competencies(headings + "### Depth\n\n" + SIDE_BY_SIDE.format("Depth"))
    assert [(one["competency"], len(one.get("ladder", []))) for one in found] == [
        ("Discovery", 4),
        ("Specification", 0),
        ("Measurement", 4),
    ]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("### 1.1 Discovery", "Discovery"),
        ("### 1.1.1. Discovery", "Discovery"),
        ("### 2.0 launches", "launches"),
        ("### Discovery 2.0", "Discovery 2.0"),
        ("### 360 feedback", "360 feedback"),
    ],
)
def test_the_number_of_a_section_is_no_part_of_a_name(heading: str, name: str) -> None:
    body = f"### Competency model\n\n#{heading}\n\n- says why\n\n#{heading[:-2]}xy\n\n- says how\n"
    assert competencies(body)[0]["competency"] == name


WEEKS = """| Week | Tests | Closed | Notes |
|---|---|---|---|
| 1 | 0 | 5 | closed five early |
| 2 | 2 | 1 | both announced |
| 3 | | | |

"""
REVIEWS = """**Mid-cycle review, 20 November 2026 (held).** Framing at Apply.

**Closing review, 18 December 2026.** Evidence: both briefs.
"""


@pytest.mark.parametrize("body", [WEEKS + REVIEWS, f"**Log to date**\n\n{WEEKS}{REVIEWS}"])
def test_a_table_of_weeks_is_the_tracker_beside_what_is_headed_by_a_day(body: str) -> None:
    document = read(f"## 6) Follow-up Tracker + Review Plan\n\n{body}")
    assert document.offences == {}
    assert [row.get("week") for row in document.data["follow_up"]["tracker"]] == [1, 2, 3]


def test_without_a_table_what_is_headed_by_a_day_is_the_tracker() -> None:
    body = "**2026-11-20: two briefs.** Cause named in both.\n\n**2026-11-27: one brief.** Shorter.\n"
    document = read(f"## 6) Follow-up Tracker + Review Plan\n\n{body}")
    assert [row["date"] for row in document.data["follow_up"]["tracker"]] == ["2026-11-20", "2026-11-27"]


LEVELS_ABOVE = """| {} | Know | Understand | Apply |
|---|---|---|---|
| {}Discovery | Names the rules | Explains why questions lead | Runs five interviews |
| {}Specs | Names the parts | Explains edge cases | Writes a small one |
| {}Measurement | Names the metrics | Explains guardrails | Sets up a metric |
"""


@pytest.mark.parametrize("form", ["**{n}. {name}.** {text}\n\n", "**{name}.** {text}\n\n", "{n}. **{name}.** {text}\n"])
@pytest.mark.parametrize("between", ["How deep it goes:\n\n", "**Bloom ladder**\n\n", ""])
@pytest.mark.parametrize(("corner", "front"), [("", ""), ("Competency", ""), ("", "{n} ")])
def test_levels_head_the_columns_below_paragraphs(form: str, between: str, corner: str, front: str) -> None:
    said = [("Discovery", "Leaves silence."), ("Specs", "States what is out."), ("Measurement", "Picks one metric.")]
    above = "".join(form.format(n=number, name=name, text=text) for number, (name, text) in enumerate(said, 1))
    found = competencies(above + "\n" + between + LEVELS_ABOVE.format(corner, *(front.format(n=n) for n in (1, 2, 3))))
    assert [(one["competency"], one["behaviours"]) for one in found] == [(name, [text]) for name, text in said]
    assert [[rung["level"] for rung in one["ladder"]] for one in found] == [["Know", "Understand", "Apply"]] * 3


def test_a_word_or_two_may_stand_behind_the_name_of_a_column() -> None:
    table = (
        "| Competency | What you'd see |\n|---|---|\n| Framing a problem | Names it |\n| Pre-wiring | Asks early |\n\n"
    )
    ladders = (
        "| Level | Framing looks like | Pre-wiring looks like |\n|---|---|---|\n| Know | lists parts | lists people |\n"
    )
    ladders += "| Understand | says why | says who loses |\n| Apply | cuts one | asks each |\n"
    found = competencies(table + ladders)
    assert [(one["competency"], len(one["ladder"])) for one in found] == [("Framing a problem", 3), ("Pre-wiring", 3)]


def test_words_that_name_no_competency_stay_unread() -> None:
    table = "| Competency | What you'd see |\n|---|---|\n| Framing | Names it |\n| Pre-wiring | Asks early |\n\n"
    ladders = "| Level | Remarks | Framing example |\n|---|---|---|\n| Know | a | b |\n| Understand | c | d |\n"
    found = competencies(f"{table}{ladders}| Apply | e | f |\n")
    assert ["ladder" in one for one in found] == [True, False]


BEHAVIOURS = """### 1.1 Competency model

| Competency | Observable behaviours |
|---|---|
| Discovery | Writes the question first |
| Measurement | Picks one guardrail |

### 1.2 Depth

"""


@pytest.mark.parametrize("title", ["Expected", "Expected at this level", "Bar"])
@pytest.mark.parametrize("is_last", [True, False])
def test_a_table_of_ladders_may_tell_the_expected_level_beside_them(title: str, *, is_last: bool) -> None:
    def row(first: str, expected: str, *rungs: str) -> str:
        return f"| {' | '.join((first, *rungs, expected) if is_last else (first, expected, *rungs))} |\n"

    table = row("Competency", title, "Know", "Understand", "Apply", "Analyze") + "|---" * 6 + "|\n"
    table += row("Discovery", "**Apply**", "names rules", "says why", "asks five", "finds the pattern")
    table += row("Measurement", "Analyze", "names metrics", "says what moves", "sets one up", "splits a result")
    found = competencies(BEHAVIOURS + table)
    assert [(one["competency"], one["expected"], [rung["level"] for rung in one["ladder"]]) for one in found] == [
        ("Discovery", "Apply", ["Know", "Understand", "Apply", "Analyze"]),
        ("Measurement", "Analyze", ["Know", "Understand", "Apply", "Analyze"]),
    ]
    assert found[0]["ladder"][3]["behaviour"] == "finds the pattern"


def test_a_column_of_something_else_makes_a_table_no_ladder() -> None:
    table = "| Competency | Know | Understand | Apply | Weather |\n|---|---|---|---|---|\n"
    found = competencies(BEHAVIOURS + table + "| Discovery | names rules | says why | asks five | rain |\n")
    assert all("ladder" not in one for one in found)
