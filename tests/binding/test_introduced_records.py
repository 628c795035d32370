"""Records below headings that only introduce them, lists above tables, and pictures in front of names."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import read

ASSESSMENT = """## 2) Current assessment

| Competency | Current level | Evidence | Gap type |
|---|---|---|---|
| Framing | Apply | E1, E2 | skill |
"""

LOG = [{"id": "E1", "evidence": "PRD of the auto-check"}, {"id": "E2", "evidence": "roadmap of the half year"}]


def assessment(body: str) -> dict[str, Any]:
    found: dict[str, Any] = read(body).data["assessment"]
    return found


@pytest.mark.parametrize("mark", ["{}. ", "**{}:** ", "📄 **{}:** ", "[{}] "])
def test_a_list_with_ids_ends_at_the_table_below_it(mark: str) -> None:
    heading, table = ASSESSMENT.split("\n\n")
    first, second = mark.format("E1"), mark.format("E2")
    log = f"- {first}PRD of the auto-check\n- {second}roadmap of the half year"
    body = f"{heading}\n\n**Evidence notes**\n{log}\n\n{table}"
    found = assessment(body)
    assert found["evidence"] == LOG
    assert found["levels"] == [
        {"competency": "Framing", "current": "Apply", "evidence": ["E1", "E2"], "gap_type": "skill"}
    ]


DEFINED = """## 1) Definition of “Good PM”

### Competencies and what you would see

- 👂 **Product sense**
  - describes a situation before a feature
  - says who does not have the problem
- 🧪 **Testing**
  - picks the smallest test

"""


def test_bold_items_below_the_only_heading_are_a_record_each() -> None:
    assert read(DEFINED).data["definition"]["competencies"] == [
        {
            "competency": "Product sense",
            "behaviours": ["describes a situation before a feature", "says who does not have the problem"],
        },
        {"competency": "Testing", "behaviours": ["picks the smallest test"]},
    ]


@pytest.mark.parametrize(
    "items",
    [
        "- describes a situation\n  - in their words\n- says who has it\n  - and who has not\n",  # not in bold
        "- **Describes** a situation\n- **Says** who has it\n",  # nothing below
        "- **Behaviours**\n  - describes a situation\n- **Ladder**\n  - Know: names it\n",  # what a record is made of
    ],
)
def test_items_that_are_told_of_the_record_that_is_headed_stay_its_own(items: str) -> None:
    found = read(f"## 1) Definition of “Good PM”\n\n### Product sense\n\n{items}").data["definition"]["competencies"]
    assert [record["competency"] for record in found] == ["Product sense"]


LINES = """## 2) Current assessment

### What is strong in any case

**Honesty.** Opened with their own part.

### Level by competency

**Product sense: Apply (3)**

- **Evidence:** eleven risks, ten of them technical

**B. Testing: Analyze (4)**

- **Evidence:** the delay was told four weeks ahead

### What belonged to the system

The date was ours.
"""


def test_lines_that_name_competencies_are_the_records_and_not_the_headings_above_them() -> None:
    found = read(DEFINED + LINES).data["assessment"]["levels"]
    assert [(level["current"], level["evidence"]) for level in found] == [
        ("Apply", ["eleven risks, ten of them technical"]),
        ("Analyze", ["the delay was told four weeks ahead"]),
    ]


def test_headings_that_name_competencies_are_the_records_whatever_lines_stand_below() -> None:
    body = (
        DEFINED
        + "## 2) Current assessment\n\n### Product sense\n\n**Level:** Apply\n\n### Testing\n\n**Level:** Know\n"
    )
    found = read(body).data["assessment"]["levels"]
    assert [level["competency"] for level in found] == ["Product sense", "Testing"]


@pytest.mark.parametrize("name", ["**🚀 Bet 1**", "### 🎯 Bet 1: Ask", "**🏋️ Bet 1:** ask first"])
def test_a_picture_may_stand_in_front_of_a_noun(name: str) -> None:
    bets = "## 3) Growth bets\n\n### Bet 1: Ask first\n\n- **Why:** it saves weeks\n\n"
    body = f"{bets}## 4) Development plan\n\n{name}\n\n"
    plan = read(body + "- **Weekly rep:** one question (30 min)\n").data["plan"]
    assert plan["bets"][0]["reps"] == [{"rep": "one question", "minutes": 30}]


def test_headings_above_tables_are_no_competencies() -> None:
    log = "### 2.1 Documents used\n\n| Ref. | Document | Date | Observation |\n|---|---|---|---|\n"
    log += (
        "| N1 | Minutes | 2026-10-22 | No decision |\n| N2 | Visit report | Q3/2026 | Nobody asked for the price |\n\n"
    )
    result = "### 2.2 Result\n\n| No. | Competency | Stage today | Reference | Cause |\n|---|---|---|---|---|\n"
    result += "| 1.1 | Product sense | 2 | N1 | Skill |\n| 1.2 | Testing | 4 | N2 | Constraint |\n"
    document = read(f"{DEFINED}## 2) Current assessment\n\n{log}{result}")
    levels = document.data["assessment"]["levels"]
    assert [(one["competency"], one["current"], one["evidence"], one["gap_type"]) for one in levels] == [
        ("Product sense", "Understand", ["N1"], "skill"),
        ("Testing", "Analyze", ["N2"], "constraint"),
    ]
    assert document.offences == {}
