"""The frameworks that come with the package say what their source says; a team's own count in their place, whole."""

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
from pmcoach_lint.loading import load_document
from pmcoach_lint.resources import standards_folder
from pmcoach_lint.settings import Settings, UsageError, load_settings
from pmcoach_lint.standards import ClientNeed, Standards
from tests.packs import FRAMEWORKS, ROOT, WHOLE, replaced, write

OPEN = re.compile(r"(?:If .+, |On |At |In )?(?:what|which|who|where|how)\b.*\?$", re.IGNORECASE)

LADDER = """\
---
type: value-ladder
title: Our ladder
version: 2
date: 2026-11-20
status: active
---

# Our ladder

## Levels

| Level | Client sees you as | Rate multiplier | Work type |
|---|---|---|---|
| Helper | Help | 1x | Tickets |
| Companion | Partner | 4x+ | Direction |
"""


def standards(repo: Path) -> Standards:
    return Standards(load_settings(repo))


def packaged(name: str) -> Document:
    document = Standards(Settings(root=ROOT)).find(name)
    assert document
    return document


# What comes with the package


def test_there_is_one_framework_of_each_type(repo: Path) -> None:
    family = [doctype.name for doctype in Catalogue.own() if doctype.family == "standard"]
    assert [path.stem for path in sorted(standards_folder().glob("*.md"))] == FRAMEWORKS == family
    found = list(standards(repo))
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
    ladder = standards(repo).value_ladder
    assert [(level.level, level.multiplier and (level.multiplier.low, level.multiplier.high)) for level in ladder] == [
        ("Staff Aug", (1, 1)),
        ("Expert Executor", (1.5, 1.5)),
        ("Strategic Advisor", (2, 3)),
        ("Transformation Partner", (3, 5)),
    ]
    assert [level.multiplier and level.multiplier.text for level in ladder] == ["1x", "1.5x", "2–3x", "3–5x"]
    assert [level.work_type for level in ladder] == [
        "Tickets, specs, meetings",
        "Quality execution, best practices",
        "Strategy, decisions, direction",
        "Outcomes, capability building",
    ]
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
    needs = standards(repo).client_needs
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
    horizons = standards(repo).horizons
    assert [(each.name, each.low, each.high, each.text) for each in horizons] == [
        ("NOW", 0, 3, "months 0–3"),
        ("NEXT", 3, 6, "months 3–6"),
        ("LATER", 6, inf, "month 6 and later"),
    ]
    assert packaged("horizons").data["horizons"][2]["months"] == {"from": 6}
    held = [[each.name for each in horizons if each.holds(*months)] for months in ((0, 3), (3,), (4, 6), (2, 4), (99,))]
    assert held == [["NOW"], ["NOW", "NEXT"], ["NEXT"], [], ["LATER"]]


def test_the_workflow_has_five_phases_of_four_steps(repo: Path) -> None:
    phases = standards(repo).phases
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


# Levels that are named


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Staff Aug", 0),
        ("**strategic advisor**", 2),
        ("Strategic Advisor (2–3x)", 2),
        ("Transformation", 3),
        ("2", 1),
        ("Level 4", 3),
        ("5", None),
        ("Advisor to the board", None),
        ("", None),
    ],
)
def test_a_level_is_known_by_name_short_form_or_number(repo: Path, text: str, place: int | None) -> None:
    assert standards(repo).rung(text) == place


# A team's own


def test_a_teams_own_counts_whole_whatever_its_file_is_called(repo: Path) -> None:
    write(repo / "docs" / "standards" / "rates" / "our-ladder.md", LADDER)
    found = standards(repo)
    assert [level.level for level in found.value_ladder] == ["Helper", "Companion"]
    assert found.value_ladder[1].multiplier
    assert (found.value_ladder[1].multiplier.high, found.value_ladder[1].multiplier.text) == (inf, "4x and more")
    assert (found.rung("Companion"), found.rung("Staff Aug")) == (1, None)
    assert list(found.own) == ["value-ladder"]
    assert found.own["value-ladder"].source.file == "docs/standards/rates/our-ladder.md"
    assert found.shadowed == {}
    assert [each.name for each in found.horizons] == ["NOW", "NEXT", "LATER"]


def test_the_settings_say_where_a_teams_own_are(repo: Path) -> None:
    write(repo / "pmcoach.toml", 'standards = ["team", "company"]\n')
    write(repo / "docs" / "standards" / "ladder.md", LADDER)
    write(repo / "company" / "ladder.md", replaced(LADDER, "| Helper |", "| Company helper |"))
    assert [level.level for level in _found(repo, "company").value_ladder] == ["Company helper", "Companion"]
    write(repo / "team" / "ladder.md", replaced(LADDER, "| Helper |", "| Team helper |"))
    found = _found(repo, "team", "company")
    assert [level.level for level in found.value_ladder] == ["Team helper", "Companion"]
    assert found.shadowed == {}
    write(repo / "company" / "other.md", LADDER)
    found = _found(repo, "team", "company")
    assert {file: first.source.file for file, first in found.shadowed.items()} == {
        "company/other.md": "company/ladder.md"
    }


def _found(repo: Path, *folders: str) -> Standards:
    return Standards(Settings(root=repo, standards=folders))


def test_a_folder_that_the_settings_name_must_be_one(repo: Path) -> None:
    write(repo / "pmcoach.toml", 'standards = ["frameworks"]\n')
    with pytest.raises(UsageError) as caught:
        standards(repo)
    assert caught.value.message == "The folder frameworks, which pmcoach.toml names, does not exist."
    assert caught.value.hint == "The setting “standards” says in which folders the frameworks of your own are."


def test_no_folder_of_standards_is_needed_and_none_may_be_wanted(repo: Path) -> None:
    assert standards(repo).own == {}
    write(repo / "docs" / "standards" / "ladder.md", LADDER)
    assert _found(repo).own == {}
    assert _found(repo).value_ladder[0].level == "Staff Aug"


def test_what_is_no_framework_takes_the_place_of_none(repo: Path) -> None:
    folder = repo / "docs" / "standards"
    write(folder / "index.md", "# Our frameworks\n")
    write(folder / "branches.md", "---\ntitle: How we name branches\n---\n")
    write(folder / "pack.md", WHOLE)
    write(folder / "typo.md", replaced(LADDER, "type: value-ladder", "type: value-lader"))
    found = standards(repo)
    assert found.own == {}
    assert found.value_ladder[0].level == "Staff Aug"
    assert found.shadowed == {}
    assert [path.relative_to(repo).as_posix() for path in found.consulted] == ["docs/standards/typo.md"]


def test_nothing_is_read_but_what_is_asked_for_and_what_may_be_it(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = repo / "docs" / "standards"
    write(folder / "commented.md", replaced(LADDER, "type: value-ladder", "type: 'horizons'  # ours"))
    write(folder / "ladder.md", LADDER)
    write(folder / "quoted.md", replaced(LADDER, "type: value-ladder", '"type": "risk-catalogue"'))
    write(folder / "second.md", replaced(LADDER, "type: value-ladder", 'type: "value-ladder"'))
    write(folder / "typo.md", replaced(LADDER, "type: value-ladder", "type: value-ladder-2"))
    read: list[str] = []

    def load(path: Path, file: str, catalogue: Catalogue | None = None) -> Document:
        read.append(path.name)
        return load_document(path, file, catalogue)

    monkeypatch.setattr("pmcoach_lint.standards.load_document", load)
    found = standards(repo)
    assert [level.level for level in found.value_ladder] == ["Helper", "Companion"]
    assert read == ["ladder.md", "quoted.md", "second.md", "typo.md"]
    assert [path.name for path in found.consulted] == ["typo.md", "ladder.md"]
    assert found.find("horizons") is found.own["horizons"]
    assert sorted(read) == ["commented.md", "ladder.md", "quoted.md", "second.md", "typo.md"]
    assert [path.name for path in found.consulted] == ["typo.md", "ladder.md", "commented.md"]
    second = found.shadowed["docs/standards/second.md"]
    assert second is found.own["value-ladder"]


# A team's own that cannot be read


def test_what_cannot_be_read_is_missing_and_never_filled_in_from_ours(repo: Path) -> None:
    write(repo / "docs" / "standards" / "ladder.md", replaced(LADDER, "| 4x+ |", "| a lot |"))
    ladder = standards(repo).value_ladder
    assert [(level.level, level.multiplier is None) for level in ladder] == [("Helper", False), ("Companion", True)]


def test_a_framework_without_its_table_has_nothing_and_still_counts(repo: Path) -> None:
    write(repo / "docs" / "standards" / "ladder.md", LADDER.partition("| Level")[0])
    found = standards(repo)
    assert found.value_ladder == ()
    assert found.rung("Staff Aug") is None
    write(repo / "docs" / "standards" / "horizons.md", replaced(LADDER, "type: value-ladder", "type: horizons"))
    assert standards(repo).horizons == ()


def test_horizons_without_readable_months_are_left_out(repo: Path) -> None:
    text = (standards_folder() / "horizons.md").read_text(encoding="utf-8")
    write(repo / "docs" / "standards" / "horizons.md", replaced(text, "| 3–6 months |", "| soon |"))
    assert [each.name for each in standards(repo).horizons] == ["NOW", "LATER"]


def test_a_form_that_people_use_for_horizons_is_read(repo: Path) -> None:
    head = LADDER.partition("# Our ladder")[0].replace("type: value-ladder", "type: horizons")
    table = """\
| Horizon | Fractional Focus | Client Value |
|---------|------------------|--------------|
| **NOW (0-3 mo)** | Wins | Trust |
| **LATER (6+ mo)** | Less | Advice |
"""
    path = write(repo / "docs" / "standards" / "horizons.md", head + table)
    assert [(each.name, each.low, each.high) for each in standards(repo).horizons] == [("NOW", 0, 3), ("LATER", 6, inf)]
    assert [report.findings for report in lint_files([path], load_settings(repo))] == [()]


def test_a_horizon_without_months_is_told_of_where_others_have_them(repo: Path) -> None:
    head = LADDER.partition("# Our ladder")[0].replace("type: value-ladder", "type: horizons")
    table = """\
| Horizon | Focus | Client value |
|---|---|---|
| NOW (0–3 mo) | Wins | Trust |
| LATER | Less | Advice |
"""
    path = write(repo / "docs" / "standards" / "horizons.md", head + table)
    (report,) = lint_files([path], load_settings(repo))
    assert [(finding.code, finding.message) for finding in report.findings] == [
        ("PMC201", "Horizon “LATER” has no “Months”.")
    ]


def test_a_broken_framework_is_a_finding_at_its_place(repo: Path) -> None:
    path = write(repo / "docs" / "standards" / "ladder.md", replaced(LADDER, "| 4x+ |", "| a lot |"))
    (report,) = lint_files([path], load_settings(repo))
    (finding,) = report.findings
    line = next(number for number, text in enumerate(report.text.splitlines(), 1) if "a lot" in text)
    assert (finding.file, finding.range.start.line, finding.severity.value) == (
        "docs/standards/ladder.md",
        line,
        "error",
    )
    assert (finding.message, finding.hint) == (
        "“a lot” is no multiplier.",
        "Write how many times the baseline it is: 1.5x, or 2–3x.",
    )


def test_of_two_of_one_type_the_second_is_a_finding_at_its_type(repo: Path) -> None:
    first = write(repo / "docs" / "standards" / "a.md", LADDER)
    second = write(repo / "docs" / "standards" / "b.md", LADDER)
    reports = list(lint_files([first, second], load_settings(repo)))
    assert [len(report.findings) for report in reports] == [0, 1]
    (finding,) = reports[1].findings
    assert (finding.code, finding.range.start.line, finding.range.start.column) == ("PMC404", 2, 7)
    assert finding.message == "This counts for nothing: docs/standards/a.md is a framework of the same type."
    assert [(place.file, place.range.start.line) for place in finding.related] == [("docs/standards/a.md", 2)]


ASSESSMENT = """\
---
type: value-assessment
client: northwind
date: 2026-11-20
status: draft
visibility: private
---

## Current Value Position

### Value Ladder Position

- **Current Level**: Helper
- **Target Level**: Companion
- **Gap**: A seat at the table
"""


def told(repo: Path, *files: str) -> list[tuple[str, str]]:
    """The errors of a run over these files: where they stand and what they say."""
    reports = lint_files([Path(file) for file in files], load_settings(repo))
    return [
        (finding.file, finding.message)
        for report in reports
        for finding in report.findings
        if finding.severity.value == "error"
    ]


def test_a_document_is_held_to_the_teams_own(repo: Path) -> None:
    write(repo / "packs" / "assessment.md", ASSESSMENT)
    assert [message for _, message in told(repo, "packs/assessment.md")] == [
        "“Helper” is not in the value ladder.",
        "“Companion” is not in the value ladder.",
    ]
    write(repo / "docs" / "standards" / "ladder.md", LADDER)
    assert told(repo, "packs/assessment.md") == []


def test_a_broken_framework_is_told_of_by_whatever_is_held_to_it(repo: Path) -> None:
    write(repo / "packs" / "assessment.md", ASSESSMENT)
    write(repo / "docs" / "standards" / "ladder.md", replaced(LADDER, "| 4x+ |", "| a lot |"))
    broken = [("docs/standards/ladder.md", "“a lot” is no multiplier.")]
    assert told(repo, "packs/assessment.md") == broken
    assert told(repo, "packs/assessment.md", "docs/standards/ladder.md") == broken
    assert told(repo, "docs/standards/ladder.md", "packs/assessment.md") == broken
    write(repo / "packs" / "pm-07.md", WHOLE)
    assert told(repo, "packs/pm-07.md") == []


def test_a_framework_of_which_nobody_can_tell_the_type_is_told_of_as_well(repo: Path) -> None:
    write(repo / "packs" / "assessment.md", ASSESSMENT)
    write(repo / "docs" / "standards" / "ladder.md", replaced(LADDER, "type: value-ladder", "type: value-lader"))
    assert told(repo, "packs/assessment.md")[-1] == (
        "docs/standards/ladder.md",
        "“value-lader” is no known type of document. Did you mean “value-ladder”?",
    )


# Packaging


def test_a_wheel_carries_them(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
    assert {f"pmcoach_lint/docs/standards/{name}.md" for name in FRAMEWORKS} <= names
    assert {f"pmcoach_lint/schemas/{name}.schema.json" for name in FRAMEWORKS} <= names
    assert not any(name.startswith("docs/") for name in names)
