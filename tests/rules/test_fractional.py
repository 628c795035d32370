"""The rules about fractional work where one text is not enough: a team's own matrix, a log, a whole folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.engine import lint_files
from pmcoach_lint.finding import Finding, Severity
from pmcoach_lint.settings import Settings
from tests.rules.cases import FIELDS

MATRIX = """\
---
type: positioning-matrix
title: What our clients ask for
version: 1
date: 2026-10-05
status: active
visibility: internal
---

## Client needs

| Client need | In other words | Low-value response | High-value response |
|---|---|---|---|
| “Build us a dashboard” | KPI report, reporting | Draw the charts | “Which decision will it change?” |
"""


def found(root: Path, code: str, **files: str) -> list[Finding]:
    """The findings of one rule in a repository with these files."""
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_", "-")
        path = path.with_name(f"{path.name}.md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    documents = [path for path in sorted(root.rglob("*.md")) if "standards" not in path.parts]
    reports = lint_files(documents, Settings(root=root))
    return [finding for report in reports for finding in report.findings if finding.code == code]


def offer(text: str) -> str:
    return FIELDS["offer"].replace("{}", text)


@pytest.mark.parametrize("text", ["Dashboard", "Dashboards for sales", "KPI reports", "Charts"])
def test_a_teams_own_matrix_counts_instead(tmp_path: Path, text: str) -> None:
    (finding,) = found(tmp_path, "PMC640", docs__standards__positioning_matrix=MATRIX, proposal=offer(text))
    assert finding.message == f"“{text}” takes the order “Build us a dashboard” and no more."
    assert finding.hint == "An answer that is worth more: “Which decision will it change?”"
    assert (*finding.range.start, finding.range.end.column) == (11, 3, 3 + len(text))


@pytest.mark.parametrize("text", ["PRDs for checkout", "Dashboard that ends the Monday call", "KPI tree"])
def test_what_is_not_in_a_teams_own_matrix_is_no_order(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, "PMC640", docs__standards__positioning_matrix=MATRIX, proposal=offer(text)) == []


@pytest.mark.parametrize(("status", "severity"), [("draft", Severity.WARNING), ("active", Severity.ERROR)])
def test_the_severity_follows_the_status(tmp_path: Path, status: str, severity: Severity) -> None:
    text = offer("PRDs for checkout").replace("type: work-proposal", f"type: work-proposal\nstatus: {status}")
    (finding,) = found(tmp_path, "PMC640", proposal=text)
    assert finding.severity is severity


def test_strategic_entries_without_a_result_are_told_once(tmp_path: Path) -> None:
    days = {"2026-06-25": "", "2026-06-24": "**Decisions:** Stop it", "2026-06-23": ""}
    entries = [f"## {day} — Meeting — The portal\n\n**Work type:** Strategic\n\n{said}\n" for day, said in days.items()]
    (finding,) = found(tmp_path, "PMC651", log="---\ntype: event-log\n---\n\n" + "\n".join(entries))
    assert finding.message == "2 of 3 strategic entries say neither what was decided nor what it changed."
    assert (finding.range.start, finding.severity) == ((7, 16), Severity.WARNING)


_ROWS = "---\ntype: event-log\n---\n\n| Date | Event | Work type |\n|---|---|---|\n"


@pytest.mark.parametrize(
    "said",
    [
        "The CTO decided to stop the portal.",
        "CEO and COO defer the gateway to the second half of next year.",
        "Funnel readout. The document step takes 11 days of 41.",
        "Synthesis shared: 9 of 14 leavers named alert noise.",
        "A request worth €40,000 was withdrawn.",
        "First-visit success at 79%.",
        "Sales asked for a report; pm-31 declined it and offered a filter.",
        "Scope letter signed.",
    ],
)
def test_an_entry_of_one_line_may_say_what_came_of_it(tmp_path: Path, said: str) -> None:
    assert found(tmp_path, "PMC651", log=f"{_ROWS}| 2026-06-25 | {said} | Strategic |\n") == []


@pytest.mark.parametrize(
    ("said", "bare"),
    [
        ("Asked what the portal is for. The CTO dropped it the same day.", 0),
        ("Sales wanted a report for each region. pm-31 turned down two of them.", 0),
        ("Talked about the portal. The CTO wants to hear more of it.", 1),
    ],
)
def test_an_entry_in_running_text_may_say_what_came_of_it(tmp_path: Path, said: str, bare: int) -> None:
    log = f"---\ntype: event-log\n---\n\n**2026-06-25** [S]\n{said}\n"
    assert len(found(tmp_path, "PMC651", log=log)) == bare


@pytest.mark.parametrize(
    "said",
    [
        "Talk about the portal with the CTO.",
        "Decision memo sent.",
        "Roadmap offsite, Q3 2026.",
        "Workshop 2 on the strategy.",
        "CPO wants to think about it until 2026-07-01.",
    ],
)
def test_an_entry_of_one_line_may_say_nothing_of_what_came_of_it(tmp_path: Path, said: str) -> None:
    rows = f"| 2026-06-24 | {said} | Strategic |\n| 2026-06-25 | {said} | Strategic |\n"
    (finding,) = found(tmp_path, "PMC651", log=_ROWS + rows)
    assert finding.message == "2 of 2 strategic entries say neither what was decided nor what it changed."
    assert finding.range.start == (8, len(f"| 2026-06-25 | {said} | ") + 1)


@pytest.mark.parametrize("phase", ["5", "Graduation planning"])
def test_nothing_handed_over_in_the_last_phase(tmp_path: Path, phase: str) -> None:
    engagement = f"---\ntype: engagement\nclient: northwind\nphase: {phase}\n---\n"
    plan = (
        "---\ntype: coaching-plan\nclient: northwind\npm: pm-31\n---\n\n## Knowledge Transfer Artifacts\n\n"
        "### Frameworks to Leave Behind\n\n- [ ] Checklist\n\n### Habits to Install\n\n- [{}] Weekly reflection\n"
    )
    (finding,) = found(tmp_path, "PMC662", engagement=engagement, plan=plan.format(" "))
    message = "The engagement is in phase 5, and nothing of this plan has been handed over yet."
    assert (finding.message, finding.range.start) == (message, (7, 4))
    assert [Path(place.file).name for place in finding.related] == ["engagement.md"]
    assert found(tmp_path, "PMC662", plan=plan.format("x")) == []
    assert found(tmp_path, "PMC662", engagement=engagement.replace(phase, "4"), plan=plan.format(" ")) == []
