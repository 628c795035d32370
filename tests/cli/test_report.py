"""`pmcoach report`: what an engagement has to show, and what of it goes into the assessment."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from pmcoach_lint.document import read_document
from tests.cli.conftest import ROOT, Run
from tests.cli.terminal import talk
from tests.packs import replaced

NORTHWIND = "packs/clients/northwind"


@pytest.fixture
def client(repo: Path) -> Path:
    """The example engagement, of which the assessment puts the time otherwise than the log."""
    shutil.copytree(ROOT / NORTHWIND, repo / NORTHWIND)
    path = repo / NORTHWIND / "value-assessment.md"
    text = replaced(path.read_text("utf-8"), "(specs, tickets) | 60% |", "(specs, tickets) | 40% |")
    path.write_text(replaced(text, "(decisions, direction) | 20% |", "(decisions, direction) | 40% |"), "utf-8")
    return repo / NORTHWIND


def test_the_report_says_time_position_evidence_and_rate(run: Run, client: Path) -> None:
    ended = run("report", NORTHWIND)
    assert (ended.code, ended.errors) == (0, "")
    for line in (
        "| 2026-06 | 54.2 h | 64% | 9% | 24% | 4% | 27% |",
        "- 2026-07-03: Expert Executor, on the way to Strategic Advisor",
        "- 2026-06, by the log: tactical work leads with 64% of 54.2 h",
        "- 2026-09, by the log: strategic work leads with 50% of 21.8 h",
        "## Evidence portfolio (13)",
        "- Today: €120 an hour, as Expert Executor.",
        "- By the value ladder, a Strategic Advisor is worth €160–240 an hour here, from a baseline of €80 an hour.",
        "- Strategic work and capability building: 27% of the logged hours in 2026-06, 86% in 2026-09.",
    ):
        assert line in ended.output.splitlines()
    draft = ended.output.partition("## Draft of a rate justification")[2]
    assert "€41,600" in draft
    assert "what ships when" not in draft, "no figure, no argument for a rate"


def test_the_time_that_a_log_keeps_itself_is_told_where_its_entries_say_none(run: Run, repo: Path) -> None:
    head = "| Wk | T | O | S | C | Total |\n|---|---|---|---|---|---|\n"
    table = f"{head}| 40 | 14 | 6 | 2 | 2 | 24 |\n| **Σ** | 14 | 6 | 2 | 2 | 24 |\n"
    text = f"---\ntype: event-log\nclient: Northwind\n---\n\n## 2026-10-02 — Call — Prices\n\n## Ratio\n\n{table}"
    (repo / "log.md").write_text(text, "utf-8")
    lines = run("report", "log.md").output.splitlines()
    at = lines.index("| Period | Logged | Tactical | Operational | Strategic | Capability building |")
    assert lines[at + 2 : at + 5] == [
        "| 40 | 24 | 14 | 6 | 2 | 2 |",
        "",
        "These figures are the log's own: no entry gives both a work type and a duration.",
    ]


def test_contributions_of_a_portfolio_are_told_and_the_entries_that_they_rest_on_are_not(run: Run, repo: Path) -> None:
    head = "---\ntype: {}\nclient: Northwind\n---\n\n# {}\n\n"
    work = "**Work type:** Strategic\n\n**Business impact:** {}\n\n"
    log = f"## 2026-10-02 — Decision — Portal stopped\n\n{work.format('14 weeks freed')}"
    log += f"## 2026-10-09 — Decision — Prices held\n\n{work.format('€9,000 kept')}"
    entry = "### SC-01: No portal\n\n**Business outcome:** 14 weeks went to onboarding\n\n**Log entries:** 2026-10-02\n"
    entries = f"## Contributions\n\n{entry}\n### SC-02: Less churn\n\n**Business outcome:** 9% in place of 12%\n"
    (repo / "log.md").write_text(head.format("event-log", "Log") + log, "utf-8")
    (repo / "portfolio.md").write_text(head.format("evidence-portfolio", "Portfolio") + entries, "utf-8")
    told = run("report", "log.md").output.partition("## Evidence portfolio (3)\n\n")[2].splitlines()
    assert told[:4] == [
        "- 2026-10-09 Prices held: €9,000 kept (Event log, 2026-10-09)",
        "- No portal: 14 weeks went to onboarding (Evidence portfolio, SC-01)",
        "- Less churn: 9% in place of 12% (Evidence portfolio, SC-02)",
        "",
    ]


def test_an_entry_that_a_contribution_or_an_artifact_tells_as_well_counts_once(run: Run, repo: Path) -> None:
    head = "---\ntype: {}\nclient: Northwind\ndate: 2026-10-12\n---\n\n# {}\n\n"
    work = "**Work type:** Strategic\n\n**Business impact:** {}\n\n"
    log = f"## 2026-10-02 — Decision — Portal stopped\n\n{work.format('14 weeks freed')}"
    log += f"## 2026-10-09 — Analysis — Waiting times at twelve sites\n\n{work.format('two sites changed')}"
    outcome = "**Business outcome:** 14 weeks went to onboarding"
    entry = f"## Contributions\n\n### No more portal\n\n{outcome}\n\n**Evidence:** Event log, 2026-10-02\n"
    artifact = "**Business outcome:** €9,000 a month\n"
    (repo / "artifacts").mkdir()
    (repo / "log.md").write_text(head.format("event-log", "Log") + log, "utf-8")
    (repo / "portfolio.md").write_text(head.format("evidence-portfolio", "Portfolio") + entry, "utf-8")
    (repo / "artifacts" / "waiting.md").write_text(
        head.format("artifact", "Waiting at twelve sites") + artifact, "utf-8"
    )
    told = run("report", ".").output.partition("## Evidence portfolio (2)\n\n")[2].splitlines()
    assert told[:3] == [
        "- 2026-10-12 Waiting at twelve sites: €9,000 a month ([Waiting at twelve sites](artifacts/waiting.md))",
        "- No more portal: 14 weeks went to onboarding (Evidence portfolio, No more portal)",
        "",
    ]


@pytest.mark.parametrize(
    ("said", "becomes", "told"),
    [
        ("40% of my time went into specs and tickets", "59% of my time went into specs and tickets", False),
        ("for 40 % of the hours I write specs", "for 40 % of the hours I write specs", True),
        ("most of it is specs", "most of it is specs", False),
    ],
)
def test_a_share_in_the_message_to_the_client_changes_as_well_or_is_told(
    run: Run, client: Path, said: str, becomes: str, told: bool
) -> None:
    path = client / "value-assessment.md"
    text = path.read_text("utf-8")
    message = next(line for line in text.splitlines() if line.startswith("**Message**"))
    path.write_text(text.replace(message, f"**Message**: “In the last weeks {said}. May I move some of it?”"), "utf-8")
    ended = run("report", NORTHWIND, "--update", "--yes")
    assert ended.code == 0
    assert f"“In the last weeks {becomes}. May I" in path.read_text("utf-8")
    stale = "Note: The message to the client goes on to say 40%. Change it by hand.\n"
    assert (stale in ended.errors) is told


def test_entries_that_no_share_counts_are_told(run: Run, repo: Path) -> None:
    head = "---\ntype: event-log\nclient: Northwind\ndate: 2026-11-24\n---\n\n# Log\n\n"
    counted = "- 2026-11-24 – 2h ops: sprint planning\n- 2026-11-20 – 4h tactical: two specs\n"
    (repo / "log.md").write_text(f"{head}{counted}- 2026-11-18 – 30 min: prices\n- 2026-11-17 – terms\n", "utf-8")
    lines = run("report", "log.md").output.splitlines()
    assert "| 2026-11 | 6.0 h | 67% | 33% | 0% | 0% | 0% |" in lines
    assert "2 of 4 entries tell no time or no kind of work and are not counted." in lines
    (repo / "log.md").write_text(f"{head}{counted}- 2026-11-17 – terms\n", "utf-8")
    told = run("report", "log.md").output
    assert "1 of 3 entries tells no time or no kind of work and is not counted." in told
    (repo / "log.md").write_text(f"{head}{counted}", "utf-8")
    assert "not counted" not in run("report", "log.md").output


def test_contributions_without_a_title_are_named_and_those_of_an_artifact_told_once(run: Run, repo: Path) -> None:
    table = (
        "| When | What I did | What came of it | Proof |\n|---|---|---|---|\n"
        "| 2026-11-05 | Stopped the rebuild | €60k of work freed | CTO mail |\n"
        "| 2026-11-09 | Shorter onboarding | 16 days in place of 21 | funnel.md |\n"
    )
    bullets = "- 2026-11-17 – Prices: €9,000 kept (mail)\n- 2026-11-12 – Terms: asked again\n"
    front = "---\ntype: {}\nclient: Northwind\n---\n\n"
    artifact = (
        "# Onboarding funnel\n\n**Date:** 2026-11-11\n\n**Type:** analysis\n\n**Business outcome:** 16 days, not 21\n"
    )
    (repo / "artifacts").mkdir()
    (repo / "portfolio.md").write_text(front.format("evidence-portfolio") + table, "utf-8")
    (repo / "wins.md").write_text(front.format("evidence-portfolio") + bullets, "utf-8")
    (repo / "artifacts" / "funnel.md").write_text(front.format("artifact") + artifact, "utf-8")
    told = run("report", ".").output.partition("## Evidence portfolio (3)\n\n")[2].splitlines()
    assert told[:4] == [
        "- 2026-11-17 Prices: €9,000 kept (mail) (Evidence portfolio, Prices)",
        "- 2026-11-11 Onboarding funnel: 16 days, not 21 ([Onboarding funnel](artifacts/funnel.md))",
        "- 2026-11-05 Stopped the rebuild: €60k of work freed (Evidence portfolio, 2026-11-05)",
        "",
    ]


def test_a_level_with_a_remark_is_told_by_its_name(run: Run, client: Path) -> None:
    file = next(path for path in client.rglob("*.md") if "type: value-assessment" in path.read_text("utf-8"))
    level = "- **Current Level**: Expert Executor"
    text = file.read_text("utf-8")
    assert level in text
    file.write_text(text.replace(level, f"{level}. On stand-up days I slip"), "utf-8")
    assert "- 2026-07-03: Expert Executor, on the way to Strategic Advisor\n" in run("report", str(client)).output


@pytest.mark.parametrize("named", ["engagement.md", "event-log.md", "artifacts/q3-replan.md"])
def test_any_document_of_the_engagement_leads_to_it(run: Run, client: Path, named: str) -> None:
    assert run("report", f"{NORTHWIND}/{named}").output == run("report", NORTHWIND).output


def test_of_several_engagements_none_is_taken_for_the_one(run: Run, client: Path) -> None:
    shutil.copytree(client, client.with_name("contoso"))
    ended = run("report", "packs/clients")
    assert (ended.code, ended.output) == (2, "")
    assert ended.errors == (
        "Error: There are 2 engagements in packs/clients.\n"
        "Name the one you mean: packs/clients/contoso and packs/clients/northwind.\n"
    )


def test_an_intake_beside_the_folder_is_no_other_engagement(run: Run, client: Path) -> None:
    client.with_name("contoso-intake.md").write_text("---\ntype: engagement-intake\nclient: Contoso\n---\n")
    assert run("report", "packs/clients").output == run("report", NORTHWIND).output


def test_the_update_is_shown_before_anything_is_written(run: Run, client: Path) -> None:
    before = (client / "value-assessment.md").read_bytes()
    ended = run("report", NORTHWIND, "--update", "--diff")
    assert ended.code == 1
    assert "-| Tactical (specs, tickets) | 40% | 15% | Reduce |\n" in ended.output
    assert "+| Operational (meetings, process) | 14% | 15% | Maintain |\n" in ended.output
    assert "+| Tactical (specs, tickets) | 59% | 15% | Reduce |\n" in ended.output
    refused = run("report", NORTHWIND, "--update")
    assert (refused.code, refused.errors.splitlines()[0]) == (2, "Error: Nothing was written.")
    assert (client / "value-assessment.md").read_bytes() == before


def test_the_update_changes_the_shares_and_adds_evidence_and_nothing_else(run: Run, client: Path) -> None:
    path = client / "value-assessment.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    ended = run("report", NORTHWIND, "--update", "--yes")
    assert ended.code == 0
    assert ended.output.endswith("value-assessment.md, with 5 new rows of evidence.\n")
    after = path.read_bytes()
    old, new = before.decode().splitlines(keepends=True), after.decode().splitlines(keepends=True)
    came, gone = [line for line in new if line not in old], [line for line in old if line not in new]
    assert (len(came), len(gone)) == (9, 4)
    assert [line for line in new if line in old] == [line for line in old if line in new]
    data = read_document(after, "a.md").data
    shares = [row["current"] for row in data["opportunities"]["time"]]
    assert (shares, sum(shares)) == ([59, 14, 24, 3], 100)
    assert data["rate"]["evidence"][7]["documentation"] == "Event log, 2026-06-09"
    again = run("report", NORTHWIND, "--update", "--yes")
    assert again.output == f"{NORTHWIND}/value-assessment.md says already what the log and the artifacts show.\n"
    assert run("lint", "packs/clients", "--as-of", "2026-11-23").code == 0


@pytest.mark.parametrize(("answer", "code", "written"), [("y\n", 0, True), ("\n", 1, False)])
def test_a_terminal_is_asked_before_anything_is_written(client: Path, answer: str, code: int, written: bool) -> None:
    before = (client / "value-assessment.md").read_bytes()
    ended, shown = talk([("value-assessment.md? [y/N]:", answer)], "report", NORTHWIND, "--update")
    assert ended == code, shown
    assert shown.index("+| Tactical (specs, tickets) | 59%") < shown.index("[y/N]")
    assert ((client / "value-assessment.md").read_bytes() != before) is written


@pytest.mark.parametrize(
    ("visibility", "told"),
    [
        ("private", "is private: not all who may see"),
        ("client:northwind", "is client:northwind: not all who may see"),
        ("internal", ""),
        ("public", ""),
    ],
)
def test_a_link_to_what_fewer_may_see_is_told(run: Run, client: Path, visibility: str, told: str) -> None:
    head = f"type: artifact\ntitle: Winter plan\nclient: Northwind Freight\nvisibility: {visibility}\n"
    text = f"---\n{head}---\n\n# Winter plan\n\n## Business outcome\n\n€9,000 saved\n"
    (client / "artifacts" / "winter.md").write_text(text, "utf-8")
    ended = run("report", NORTHWIND, "--update", "--yes")
    assert ended.code == 0
    assert "[Winter plan](artifacts/winter.md)" in (client / "value-assessment.md").read_text("utf-8")
    assert (f"{NORTHWIND}/artifacts/winter.md {told}" in ended.errors) == bool(told)
    assert ended.errors.count("not all who may see") == bool(told)


def test_shares_that_are_right_but_for_a_few_points_stay(run: Run, client: Path) -> None:
    shutil.copy(ROOT / NORTHWIND / "value-assessment.md", client / "value-assessment.md")
    ended = run("report", NORTHWIND, "--update", "--diff")
    assert "Tactical (specs" not in ended.output
    assert ended.output.count("\n+|") == 5


def test_a_table_that_cannot_take_it_is_left_alone(run: Run, client: Path) -> None:
    path = client / "value-assessment.md"
    text = path.read_text("utf-8").replace(
        "| Strategic Contribution | Business Impact | Documentation |", "| A | B | C |"
    )
    path.write_text(text, "utf-8")
    ended = run("report", NORTHWIND, "--update", "--yes")
    assert ended.code == 2
    assert ended.errors.startswith(f"Error: {NORTHWIND}/value-assessment.md: ")
    assert path.read_text("utf-8") == text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--diff"], "--diff is said together with --update."),
        (["--update", "--diff", "--yes"], "--diff and --yes cannot be used together: one shows what the other writes."),
        (["-o", f"{NORTHWIND}/event-log.md"], f"{NORTHWIND}/event-log.md is a document of the engagement."),
    ],
)
def test_wrong_use_is_told(run: Run, client: Path, arguments: list[str], message: str) -> None:
    before = (client / "event-log.md").read_bytes()
    ended = run("report", NORTHWIND, *arguments)
    assert (ended.code, ended.errors.splitlines()[0]) == (2, f"Error: {message}")
    assert (client / "event-log.md").read_bytes() == before


def test_links_of_a_report_lead_to_the_artifacts_from_its_file(run: Run, client: Path, repo: Path) -> None:
    shown = run("report", NORTHWIND).output
    assert "](artifacts/q3-replan.md)" in shown
    (repo / "reports").mkdir()
    assert run("report", NORTHWIND, "-o", "reports/value.md").output == "Wrote reports/value.md.\n"
    written = (repo / "reports/value.md").read_text(encoding="utf-8")
    assert written == shown.replace("](artifacts/", f"](../{NORTHWIND}/artifacts/")
    assert run("report", NORTHWIND, "-o", f"{NORTHWIND}/value.txt").code == 0
    assert (client / "value.txt").read_text(encoding="utf-8") == shown


def test_a_folder_without_an_engagement_is_none(run: Run, repo: Path) -> None:
    ended = run("report", "packs")
    assert (ended.code, ended.errors.splitlines()[0]) == (
        2,
        "Error: There is no document of a client engagement at packs.",
    )


def test_a_blank_assessment_is_told_to_place_nothing(run: Run, repo: Path) -> None:
    for doctype, name in (("engagement", "engagement.md"), ("value-assessment", "value-assessment.md")):
        assert run("new", doctype, f"packs/clients/contoso/{name}").code == 0
    output = run("report", "packs/clients/contoso").output
    assert output.startswith("# Value report\n")
    day = r"- The assessment of \d{4}-\d\d-\d\d does not say where on the value ladder it is\.\n"
    assert re.search(day, output)


def test_the_first_evidence_takes_the_place_of_the_blank_row(run: Run, repo: Path) -> None:
    folder = repo / "packs" / "clients" / "contoso"
    for doctype in ("engagement", "value-assessment", "event-log"):
        assert run("new", doctype, f"packs/clients/contoso/{doctype}.md").code == 0
    said = ["--type", "decision", "--title", "Pilot stopped", "--duration", "45 min", "--work-type", "strategic"]
    run("log", "packs/clients/contoso", "--date", "2026-10-12", *said, "--impact", "Two developers free")
    before = (folder / "value-assessment.md").read_text("utf-8")
    assert run("report", "packs/clients/contoso", "--update", "--yes").code == 0
    blank = "| [Contribution] | [Impact] | [Log entry or artifact] |"
    row = "| Pilot stopped | Two developers free | Event log, 2026-10-12 |"
    assert (folder / "value-assessment.md").read_text("utf-8") == before.replace(blank, row)


ASSESSED = """\
---
type: value-assessment
client: Contoso
date: 2026-10-02
---

## Current Value Position

### Value Ladder Position

**Current Level:** Expert Executor

**Target Level:** Strategic Advisor

## Rate Justification

### Current Rate Basis

**Rate:** €6,000 a month

### Evidence to Build

| Strategic Contribution | Business Impact | Documentation |
|---|---|---|
| Two of five launches dropped | 90 days freed | Minutes of the steering group |
"""
ARTIFACT = """\
---
type: artifact
client: Contoso
date: 2026-10-05
kind: analysis
---

# Where parcels wait

## Business outcome

12 days less
"""


def test_a_baseline_that_nobody_gave_is_told_as_an_assumption(run: Run, repo: Path) -> None:
    (repo / "a.md").write_text(ASSESSED, "utf-8")
    rate = run("report", "a.md").output.partition("## Draft of a rate justification\n\n")[2]
    assert rate.splitlines() == [
        "- Today: €6,000 a month, as Expert Executor.",
        (
            "- No baseline is given. Reckoned back from today's rate and level, extra hands would cost €4,000 a month, "
            "and a Strategic Advisor would be worth €8,000–12,000 a month: that is an assumption, and nothing to show "
            "a client."
        ),
        (
            "- To be found out: what extra hands would cost here. It is written down in the engagement, as the "
            "baseline of the rate."
        ),
    ]


def test_what_is_claimed_and_recorded_nowhere_is_counted(run: Run, repo: Path) -> None:
    (repo / "a.md").write_text(ASSESSED, "utf-8")
    assert "1 contribution claimed in the assessment, no record yet.\n" in run("report", "a.md").output
    (repo / "a.md").write_text(f"{ASSESSED}| Export rules agreed | No fines | Call of 2 October |\n", "utf-8")
    assert "2 contributions claimed in the assessment, no record yet.\n" in run("report", "a.md").output


class TestWithoutAPageOfTheEngagement:
    """The documents of a client belong together by its name, wherever they lie in or below the folder of the first."""

    @pytest.fixture(autouse=True)
    def contoso(self, repo: Path) -> Path:
        folder = repo / "packs" / "contoso"
        (folder / "artifacts" / "2026").mkdir(parents=True)
        (folder / "assessment.md").write_text(ASSESSED, "utf-8")
        (folder / "artifacts" / "2026" / "parcels.md").write_text(ARTIFACT, "utf-8")
        return folder

    @pytest.mark.parametrize("named", ["", "assessment.md", "artifacts", "artifacts/2026/parcels.md"])
    def test_artifacts_belong_to_the_client_of_the_folder_above(self, run: Run, named: str) -> None:
        output = run("report", f"packs/contoso/{named}").output
        assert "2026-10-05 Where parcels wait: 12 days less" in output
        assert "As Expert Executor" in output.replace("as Expert", "As Expert")

    def test_they_are_one_line_and_one_score(self, run: Run) -> None:
        lines = run("status", "--as-of", "2026-10-06").output.splitlines()
        assert [line.split("  ")[0] for line in lines] == ["Engagement", "packs/contoso"]
        assert run("score", "--output-format", "concise").output.startswith("packs/contoso/assessment.md  ")
        assert run("score", "--output-format", "concise").output.count("\n") == 1

    def test_a_document_that_names_no_client_is_of_the_one_beside_it(self, run: Run, contoso: Path) -> None:
        (contoso / "log.md").write_text("---\ntype: event-log\n---\n\n## 2026-10-02 — Call — Prices\n", "utf-8")
        assert len(run("status", "--as-of", "2026-10-06").output.splitlines()) == 2

    def test_those_of_another_client_are_another_engagement(self, run: Run, contoso: Path) -> None:
        theirs = ARTIFACT.replace("Contoso", "Northwind")
        (contoso / "artifacts" / "theirs.md").write_text(theirs, "utf-8")
        assert len(run("status", "--as-of", "2026-10-06").output.splitlines()) == 3
        ended = run("report", "packs/contoso")
        assert ended.errors.splitlines()[-1] == "Name the one you mean: packs/contoso and packs/contoso/artifacts."

    def test_several_in_one_folder_are_told_apart_by_client(self, run: Run, contoso: Path) -> None:
        (contoso / "theirs.md").write_text(ASSESSED.replace("Contoso", "Northwind"), "utf-8")
        lines = run("status", "--as-of", "2026-10-06").output.splitlines()
        assert {line.split("  ")[0] for line in lines} >= {"packs/contoso (Contoso)", "packs/contoso (Northwind)"}
        ended = run("report", "packs/contoso")
        assert "packs/contoso/assessment.md" in ended.errors
        assert "packs/contoso/theirs.md" in ended.errors

    def test_a_claim_is_backed_by_an_artifact_below(self, run: Run, contoso: Path) -> None:
        assert "PMC603" in run("lint", "packs").output
        text = ASSESSED.replace("Minutes of the steering group", "artifacts/2026/parcels.md")
        (contoso / "assessment.md").write_text(text, "utf-8")
        assert "PMC603" not in run("lint", "packs").output
