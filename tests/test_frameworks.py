"""The frameworks that come with the package say what their source says."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from itertools import pairwise
from math import inf
from pathlib import Path

import pytest

from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import Document
from pmcoach_lint.engine import lint_files
from pmcoach_lint.resources import standards_folder
from pmcoach_lint.settings import Settings
from pmcoach_lint.standards import ClientNeed, Standards
from tests.packs import FRAMEWORKS, ROOT

OPEN = re.compile(r"(?:If .+, |On |At |In )?(?:what|which|who|where|how)\b.*\?$", re.IGNORECASE)


def packaged(name: str) -> Document:
    document = Standards(Settings(root=ROOT)).find(name)
    assert document
    return document


def test_there_is_one_framework_of_each_type(repo: Path) -> None:
    family = [doctype.name for doctype in Catalogue.own() if doctype.family == "standard"]
    assert [path.stem for path in sorted(standards_folder().glob("*.md"))] == FRAMEWORKS == family
    found = list(Standards(Settings(root=repo)))
    assert [document.doctype.name for document in found if document.doctype] == FRAMEWORKS
    assert [document.source.file for document in found] == [
        str(standards_folder() / f"{name}.md") for name in FRAMEWORKS
    ]


def test_each_lints_without_a_finding() -> None:
    paths = [standards_folder() / f"{name}.md" for name in FRAMEWORKS]
    reports = list(lint_files(paths, Settings(root=ROOT)))
    assert [report.findings for report in reports] == [()] * len(FRAMEWORKS)


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_each_says_what_it_is_and_what_to_do_with_it(name: str) -> None:
    document = packaged(name)
    assert {key: document.data[key] for key in ("version", "date", "status", "visibility")} == {
        "version": 1,
        "date": "2026-11-20",
        "status": "active",
        "visibility": "public",
    }
    assert document.text.count(f"# {document.data['title']}\n") == 1
    headings = [line for line in document.text.splitlines() if line.startswith("## ")]
    assert headings[0] == "## What it is"
    assert headings[-2] in {"## How to use it", "## How to use it in an engagement"}
    assert headings[-1] == "## Make it your own"
    command = f"`pmcoach new {name} docs/standards/{name}.md`"
    assert document.text.partition("## Make it your own\n\n")[2].startswith(command)


def test_the_value_ladder_has_four_levels_with_their_multipliers(repo: Path) -> None:
    ladder = Standards(Settings(root=repo)).value_ladder
    assert [(level.level, level.multiplier and (level.multiplier.low, level.multiplier.high)) for level in ladder] == [
        ("Staff Aug", (1, 1)),
        ("Expert Executor", (1.5, 1.5)),
        ("Strategic Advisor", (2, 3)),
        ("Transformation Partner", (3, 5)),
    ]
    assert [level.multiplier and level.multiplier.text for level in ladder] == ["1x", "1.5x", "2–3x", "3–5x"]
    assert ladder[0].client_sees == "Extra hands"


def test_six_dimensions_tell_tactical_from_strategic() -> None:
    rows = packaged("work-dimensions").data["dimensions"]
    assert [row["dimension"] for row in rows] == [
        "Deliverable",
        "Meeting role",
        "Client ask",
        "Success",
        "Dependency",
        "Rate",
    ]
    assert rows[2] == {"dimension": "Client ask", "tactical": "“Do this”", "strategic": "“Help us work this out”"}
    assert all(row["tactical"] != row["strategic"] for row in rows)


def test_the_positioning_matrix_answers_four_needs(repo: Path) -> None:
    needs = Standards(Settings(root=repo)).client_needs
    assert [each.need for each in needs] == [
        "“Write PRDs”",
        "“Run standups”",
        "“Help with the roadmap”",
        "“We need PM support”",
    ]
    assert needs[2] == ClientNeed(
        "“Help with the roadmap”",
        "Draw the roadmap",
        "“Let us first agree on the strategy that it follows from.”",
        ("release plan", "release planning"),
    )


def test_the_horizons_have_their_months(repo: Path) -> None:
    horizons = Standards(Settings(root=repo)).horizons
    assert [(each.name, each.low, each.high, each.text) for each in horizons] == [
        ("NOW", 0, 3, "months 0–3"),
        ("NEXT", 3, 6, "months 3–6"),
        ("LATER", 6, inf, "month 6 and later"),
    ]
    assert packaged("horizons").data["horizons"][2]["months"] == {"from": 6}
    held = [[each.name for each in horizons if each.holds(*months)] for months in ((0, 3), (3,), (4, 6), (2, 4), (99,))]
    assert held == [["NOW"], ["NOW", "NEXT"], ["NEXT"], [], ["LATER"]]


def test_the_workflow_has_five_phases_of_four_steps(repo: Path) -> None:
    phases = Standards(Settings(root=repo)).phases
    assert [(each.number, each.phase, len(each.steps)) for each in phases] == [
        (1, "Engagement assessment", 4),
        (2, "Repositioning strategy", 4),
        (3, "Client team development", 4),
        (4, "Value demonstration", 4),
        (5, "Graduation planning", 4),
    ]
    assert [record["number"] for record in packaged("workflow-phases").data["phases"]] == [1, 2, 3, 4, 5]
    assert phases[0].steps[3] == "Map the stakeholders and what each of them expects."


def test_there_are_five_quality_standards_and_seven_principles() -> None:
    assert [record["standard"] for record in packaged("quality-standards").data["standards"]] == [
        "Value-Focused",
        "Independence-Building",
        "Evidence-Based",
        "Actionable",
        "Client-Centered",
    ]
    principles = packaged("principles").data["principles"]
    assert len(principles) == 7
    assert all(record["principle"] and record["practice"] for record in principles)


def test_the_intake_bank_has_seventeen_questions_in_six_groups_each_with_a_rank_of_its_own() -> None:
    groups = packaged("intake-bank").data["groups"]
    assert [(group["group"], len(group["questions"])) for group in groups] == [
        ("The coach's context", 3),
        ("The PM", 3),
        ("Current state and evidence", 3),
        ("Definition of good", 3),
        ("Goals and constraints", 3),
        ("Logistics", 2),
    ]
    questions = [question for group in groups for question in group["questions"]]
    assert [question["id"] for question in questions] == [f"I{number}" for number in range(1, 18)]
    assert sorted(question["rank"] for question in questions) == list(range(1, 18))
    assert all(question["feeds"] and question["why"] and question["example"] for question in questions)


LEVELS = ("Know", "Understand", "Apply", "Analyze", "Synthesize", "Evaluate")


AREAS = [
    "Problem framing and insight",
    "Strategy and prioritization",
    "Execution and delivery",
    "Stakeholder leadership",
    "Product craft",
    "Business acumen",
]


def test_six_areas_have_an_anchor_of_their_own_on_each_of_six_levels() -> None:
    areas = packaged("competency-library").data["areas"]
    assert [area["area"] for area in areas] == AREAS
    assert all(tuple(rung["level"] for rung in area["ladder"]) == LEVELS for area in areas)
    anchors = [rung["behaviour"] for area in areas for rung in area["ladder"]]
    assert len(set(anchors)) == 36
    assert all(len(area["behaviours"]) >= 3 and len(area["words"]) >= 12 for area in areas)
    words = [word for area in areas for word in area["words"]]
    assert len(set(words)) == len(words)


def test_each_step_up_each_ladder_has_reps_that_fit_a_week_stretch_work_and_open_questions() -> None:
    areas = packaged("practice-library").data["areas"]
    assert [area["area"] for area in areas] == AREAS
    steps = [step for area in areas for step in area["steps"]]
    assert [(step["from"], step["to"]) for step in steps] == list(pairwise(LEVELS)) * 6
    reps = [rep for step in steps for rep in step["reps"]]
    assert all(len(step["reps"]) >= 3 and len(step["stretch"]) >= 2 and len(step["prompts"]) >= 3 for step in steps)
    assert all(30 <= rep["minutes"] <= 90 and rep["artifact"] and rep["signal"] and rep["good"] for rep in reps)
    for said in (
        [rep["rep"] for rep in reps],
        [rep["signal"] for rep in reps],
        [rep["good"] for rep in reps],
        [step["bet"] for step in steps],
        [prompt for step in steps for prompt in step["prompts"]],
    ):
        assert len(set(said)) == len(said)
    closed = [prompt for step in steps for prompt in step["prompts"] if not OPEN.match(prompt)]
    assert closed == []
    assert all(re.match("If the PM .+, then .+, because .+", step["hypothesis"]) for step in steps)


def test_each_risk_has_a_sign_that_shows_first_and_something_that_softens_it() -> None:
    risks = packaged("risk-catalogue").data["risks"]
    situations = packaged("risk-catalogue").binding.fields["risks"].fields["situation"].schema["enum"]
    assert {risk["situation"] for risk in risks} == set(situations)
    assert all(risk["risk"] and risk["sign"] and risk["mitigation"] for risk in risks)


def test_sentences_are_not_those_of_the_source() -> None:
    """The source's own words for its insights and principles, in quotes there, are nowhere to be found here."""
    theirs = (
        "better, not dependent",
        "ends with the client not needing you",
        "Hourly rates for tactical work",
        "don't create dependency",
        "tactical work is a commodity",
        "not to be their PM team",
        "it's your rate justification",
        "Take ticket, write docs",
        "What decisions do these PRDs need to enable",
    )
    texts = [(standards_folder() / f"{name}.md").read_text(encoding="utf-8") for name in FRAMEWORKS]
    assert [words for words in theirs for text in texts if words.casefold() in text.casefold()] == []


def test_a_wheel_carries_them(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
    assert {f"pmcoach_lint/docs/standards/{name}.md" for name in FRAMEWORKS} <= names
    assert {f"pmcoach_lint/schemas/{name}.schema.json" for name in FRAMEWORKS} <= names
    assert not any(name.startswith("docs/") for name in names)
