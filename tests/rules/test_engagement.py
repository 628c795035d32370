"""The cross-checks of one engagement: in a copy of the example, one broken place is one finding there, with figures."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from pmcoach_lint.engine import lint_files
from pmcoach_lint.finding import Finding, Related
from pmcoach_lint.settings import Settings

EXAMPLE = Path(__file__).parents[2] / "packs" / "clients" / "northwind"
ASSESSMENT, PROPOSAL, LOG, ENGAGEMENT = "value-assessment.md", "proposal.md", "event-log.md", "engagement.md"
PLAN = "coaching-plan-pm-31.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example engagement in a repository of its own."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "packs" / "northwind"))


def found(folder: Path) -> list[Finding]:
    settings = Settings(root=folder.parents[1])
    reports = lint_files(sorted(folder.rglob("*.md")), settings)
    return [finding for report in reports for finding in report.findings]


class Broken(NamedTuple):
    """A change that breaks one thing: in `file`, each text and what takes its place; and what is said of it, where."""

    code: str
    file: str
    changes: dict[str, str]
    at: str
    message: str
    also: tuple[str, ...] = ()


def pointed_at(place: Finding | Related) -> str:
    """The text that a finding, or a place beside it, points at."""
    line = Path(place.file).read_text(encoding="utf-8").split("\n")[place.range.start.line - 1]
    assert place.range.start.line == place.range.end.line
    return line[place.range.start.column - 1 : place.range.end.column - 1]


CASES = [
    Broken(
        "PMC402",
        ASSESSMENT,
        {"- **Current Level**: Expert Executor": "- **Current Level**: Expert Executer"},
        "Expert Executer",
        "“Expert Executer” is not in the value ladder. Did you mean “Expert Executor”?",
    ),
    Broken(
        "PMC601",
        ASSESSMENT,
        {"- **Current Level**: Expert Executor": "- **Current Level**: Transformation Partner"},
        "Strategic Advisor",
        "The target level, Strategic Advisor, is below the current level, Transformation Partner.",
        (ASSESSMENT,),
    ),
    Broken(
        "PMC602",
        PROPOSAL,
        {
            "**Target Level**: Strategic Advisor": "**Target Level**: Transformation Partner",
            "€200 an hour": "€300 an hour",
            "€9,600 a month\n- **What it gets you**: The": "€14,400 a month\n- **What it gets you**: The",
        },
        "Transformation Partner",
        "The proposal aims at Transformation Partner, the assessment at Strategic Advisor.",
        (ASSESSMENT,),
    ),
    Broken(
        "PMC402",
        ASSESSMENT,
        {"- **Current Level**: Expert Executor": "- **Current Level**: Expert hands. No Expert Executor yet"},
        "Expert hands. No Expert Executor yet",
        "“Expert hands. No Expert Executor yet” is not in the value ladder.",
    ),
    Broken(
        "PMC603",
        ASSESSMENT,
        {"Event log, 2026-06-26": "Event log, 2026-06-27"},
        "Event log, 2026-06-27",
        "There is no log entry of 2026-06-27, which is to show “Made waivers cco-01's own matter”.",
    ),
    Broken(
        "PMC603",
        ASSESSMENT,
        {"(artifacts/pilot-readout.md)": "(artifacts/pilot-result.md)", "[The pilot, read out]": "[Result]"},
        "[Result](artifacts/pilot-result.md)",
        "There is no artifact artifacts/pilot-result.md, "
        "which is to show “Tested stamp and link against limits set beforehand”.",
    ),
    Broken(
        "PMC610",
        PROPOSAL,
        {
            "- **Rate**: €120 an hour": "- **Rate**: $120 an hour",
        },
        "$120 an hour",
        "This amount is in $, others of this engagement are in €.",
        (ENGAGEMENT,),
    ),
    Broken(
        "PMC611",
        ENGAGEMENT,
        {"**Baseline:** €80 an hour": "**Baseline:** €120 an hour"},
        "€200 an hour",
        "€200 an hour is 1.7 times the baseline of €120 an hour; a Strategic Advisor is worth 2–3x: €240–360 an hour.",
        (ENGAGEMENT, PROPOSAL),
    ),
    Broken(
        "PMC612",
        PROPOSAL,
        {"- **Hours**: 48 hours a month": "- **Hours**: 84 hours a month"},
        "€9,600 a month",
        "The total is €9,600 a month, but 84 hours at €200 an hour are €16,800.",
        (PROPOSAL, PROPOSAL),
    ),
    Broken(
        "PMC612",
        PROPOSAL,
        {"- **Hours**: 48 hours a month": "- **Hours**: 8 days a month", "€200 an hour": "€1,400 a day"},
        "€9,600 a month",
        "The total is €9,600 a month, but 8 days at €1,400 a day are €11,200.",
        (PROPOSAL, PROPOSAL),
    ),
    Broken(
        "PMC612",
        PROPOSAL,
        {"| **Total** | €98,000 |": "| **Total** | €89,000 |"},
        "€89,000",
        "The total is €89,000, but the lines above add up to €98,000.",
    ),
    Broken(
        "PMC620",
        ASSESSMENT,
        {"| 15% | 15% | Maintain |": "| 25% | 25% | Maintain |", "| 5% | 30% | Increase |": "| 5% | 20% | Increase |"},
        "Current %",
        "The current shares add up to 110 % (60 + 25 + 20 + 5), not to 100.",
    ),
    Broken(
        "PMC620",
        ASSESSMENT,
        {"| 20% | 40% | Increase |": "| 20% | 50% | Increase |"},
        "Target %",
        "The target shares add up to 110 % (15 + 15 + 50 + 30), not to 100.",
    ),
    Broken(
        "PMC621",
        ASSESSMENT,
        {"| 60% | 15% | Reduce |": "| 60% | 5% | Reduce |", "| 15% | 15% | Maintain |": "| 15% | 25% | Maintain |"},
        "25%",
        "The row says “maintain”, but from 15 to 25 % is an increase.",
    ),
    Broken(
        "PMC623",
        ENGAGEMENT,
        {"| 2026-07-31 | A list": "| 2026-10-31 | A list"},
        "2026-10-31",
        "NOW reaches months 0–3, and 2026-10-31 is 4 months and 30 days after the start.",
        (ENGAGEMENT,),
    ),
    Broken(
        "PMC623",
        ENGAGEMENT,
        {"| 2026-07-31 | A list": "| Q4 2026 | A list"},
        "Q4 2026",
        "NOW reaches months 0–3, and Q4 2026 begins 4 months after the start.",
        (ENGAGEMENT,),
    ),
    Broken(
        "PMC623",
        ENGAGEMENT,
        {"| 2026-07-31 | A list": "| Weeks 14–20 | A list"},
        "Weeks 14–20",
        "NOW reaches months 0–3, and this is months 3 to 5.",
    ),
    Broken(
        "PMC611",
        PROPOSAL,
        {
            "- **Hours**: 48 hours a month\n": "- **Hours**: 12 hours a week\n",
            "- **Rate**: €200 an hour\n- **Total**: €9,600 a month": "- **Total**: €14,500 a month",
        },
        "€14,500 a month",
        "€14,500 a month, about €279–302 an hour, is 3.5 times the baseline of €80 an hour; "
        "a Strategic Advisor is worth 2–3x: €160–240 an hour.",
        (ENGAGEMENT, PROPOSAL),
    ),
    Broken(
        "PMC611",
        PROPOSAL,
        {
            "- **Hours**: 48 hours a month\n": "- **Hours**: 4 days a month\n",
            "- **Rate**: €200 an hour\n- **Total**: €9,600 a month": "- **Total**: €14,400 a month",
        },
        "€14,400 a month",
        "€14,400 a month, about €450 an hour (with 8 hours a day), is 5.6 times the baseline of €80 an hour; "
        "a Strategic Advisor is worth 2–3x: €160–240 an hour.",
        (ENGAGEMENT, PROPOSAL),
    ),
    Broken(
        "PMC611",
        ENGAGEMENT,
        {"**Baseline:** €80 an hour": "**Baseline:** €960 a day"},
        "€200 an hour",
        "€200 an hour, about €1,600 a day (with 8 hours a day), is 1.7 times the baseline of €960 a day; "
        "a Strategic Advisor is worth 2–3x: €1,920–2,880 a day.",
        (ENGAGEMENT, PROPOSAL),
    ),
    Broken(
        "PMC630",
        ASSESSMENT,
        {"None: on leave from 20 July 2026 to 31 January 2027. cpo-01 takes it up in": "From"},
        "pm-33",
        "pm-33 has no coaching plan, and nothing says why.",
    ),
    Broken(
        "PMC631",
        PLAN,
        {"pm: pm-31": "pm: pm-311", "# Client PM Coaching Plan: pm-31": "# Client PM Coaching Plan: pm-311"},
        "pm-311",
        "pm-311 is in no team table of this engagement. Did you mean “pm-31”?",
        (ENGAGEMENT,),
    ),
    Broken(
        "PMC633",
        LOG,
        {"client: Northwind Freight": "client: Contoso", "log: Northwind Freight": "log: Contoso"},
        "Contoso",
        "This document is about Contoso, and its folder is that of Northwind Freight.",
        (ENGAGEMENT,),
    ),
    Broken(
        "PMC635",
        PROPOSAL,
        {"visibility: internal, client:northwind": "visibility: internal, client:contoso"},
        "client:contoso",
        "This document is about Northwind Freight, and “client:contoso” lets another client see it.",
        (PROPOSAL,),
    ),
]


def test_the_example_has_no_finding(folder: Path) -> None:
    assert found(folder) == []


SAME = {
    "the baseline of a day": (ENGAGEMENT, "**Baseline:** €80 an hour", "**Baseline:** €640 a day"),
    "a client's initials as the audience": (PROPOSAL, "internal, client:northwind", "internal, client:nf"),
    "a client's whole name as the audience": (PROPOSAL, "internal, client:northwind", "client:northwind-freight"),
    "the code of the currency": (PROPOSAL, "- **Rate**: €120 an hour", "- **Rate**: EUR 120 an hour"),
    "four weeks a month": (PROPOSAL, "- **Hours**: 80 hours a month", "- **Hours**: 20 hours a week"),
    "a month in the horizon": (ENGAGEMENT, "| 2026-07-31 | A list", "| July 2026 | A list"),
    "a quarter that may be in the horizon": (ENGAGEMENT, "| 2026-07-31 | A list", "| Q3 2026 | A list"),
    "weeks in the horizon": (ENGAGEMENT, "| 2026-07-31 | A list", "| Weeks 5–9 | A list"),
    "days in the horizon": (ENGAGEMENT, "| 2026-07-31 | A list", "| within 90 days | A list"),
    "a handle with more behind it": (ENGAGEMENT, "| pm-31 | Product", "| pm-31, carriers | Product"),
    "a level with a remark": (
        ASSESSMENT,
        "- **Current Level**: Expert Executor",
        "- **Current Level**: Expert Executor. On stand-up days I slip to Staff Aug",
    ),
    "a level by its place": (
        ASSESSMENT,
        "- **Current Level**: Expert Executor",
        "- **Current Level**: 2 of 4 (expert executor), 1 on release days",
    ),
    "a share that stays about the same": (
        ASSESSMENT,
        "| 15% | 15% | Maintain |\n| Strategic (decisions, direction) | 20% | 40% |",
        "| 15% | 17% | Maintain |\n| Strategic (decisions, direction) | 20% | 38% |",
    ),
    "a share that stays, by an estimate in steps of five, and one that doubles": (
        ASSESSMENT,
        "| 15% | 15% | Maintain |\n| Strategic (decisions, direction) | 20% | 40% | Increase |",
        "| 15% | 10% | → |\n| Strategic (decisions, direction) | 20% | 45% | ↑↑ |",
    ),
    "a reason that names something else": (
        ASSESSMENT,
        "None: on leave from 20 July 2026 to 31 January 2027. cpo-01 takes it up in",
        "A decision review rather than coaching, until",
    ),
    "an open end in the horizon": (ENGAGEMENT, "| 2026-12-01 | Questions", "| month 6 and later | Questions"),
}


@pytest.mark.parametrize(("file", "old", "new"), SAME.values(), ids=SAME)
def test_the_same_in_other_words_is_no_finding(file: str, old: str, new: str, folder: Path) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    assert found(folder) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.at}")
def test_one_broken_place_is_one_finding(case: Broken, folder: Path) -> None:
    file = folder / case.file
    text = file.read_text(encoding="utf-8")
    for old, new in case.changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    (finding,) = found(folder)
    assert (finding.code, Path(finding.file).name, pointed_at(finding), finding.message) == (
        case.code,
        case.file if case.code != "PMC611" else PROPOSAL,
        case.at,
        case.message,
    )
    assert tuple(Path(place.file).name for place in finding.related) == case.also


def test_a_stranger_is_told_by_whom_the_team_begins(folder: Path) -> None:
    plan = folder / PLAN
    plan.write_text(plan.read_text(encoding="utf-8").replace("pm-31", "pm-311"), encoding="utf-8")

    (finding,) = (each for each in found(folder) if each.code == "PMC631")

    assert [(pointed_at(place), place.message) for place in finding.related] == [("pm-31", "the team")]


def test_the_log_against_the_stated_shares(folder: Path) -> None:
    file = folder / ASSESSMENT
    text = file.read_text(encoding="utf-8")
    text = text.replace("| 60% | 15% | Reduce |", "| 40% | 15% | Reduce |")
    text = text.replace("| 20% | 40% | Increase |", "| 40% | 40% | Maintain |")
    file.write_text(text, encoding="utf-8")
    (finding,) = found(folder)
    assert (finding.code, pointed_at(finding)) == ("PMC622", "40%")
    assert re.fullmatch(
        r"You state 40 % \w+ work; the log shows \d+ % \([\d.]+ of [\d.]+ hours, 2026-06-0\d to 2026-07-0\d\)\."
        r"(?: Also off: \w+ 40 % stated, \d+ % logged\.)?",
        finding.message,
    )
    assert [Path(place.file).name for place in finding.related] == [LOG]


@pytest.mark.parametrize("phase", ["5", '"Phase 5"', "Graduation planning", "Graduation"])
def test_graduation_criteria_are_needed_in_the_last_phase(phase: str, folder: Path) -> None:
    plan = folder / PLAN
    text = plan.read_text(encoding="utf-8")
    start = text.index("## Graduation Criteria")
    plan.write_text(text[:start], encoding="utf-8")
    assert [finding.code for finding in found(folder) if finding.code == "PMC632"] == []
    engagement = folder / ENGAGEMENT
    engagement.write_text(
        engagement.read_text(encoding="utf-8").replace("phase: 4", f"phase: {phase}"), encoding="utf-8"
    )
    (finding,) = [finding for finding in found(folder) if finding.code == "PMC632"]
    assert finding.message == "The engagement is in phase 5, and this plan has no graduation criteria."
    assert (Path(finding.file).name, [Path(place.file).name for place in finding.related]) == (PLAN, [ENGAGEMENT])
