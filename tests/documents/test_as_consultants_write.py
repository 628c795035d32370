"""Whole documents of a client as consultants write them: what is found in them is true, and nothing else is found."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.settings import load_settings
from tests.documents.reading import data

DATA = Path(__file__).parents[1] / "data"

BARE = [("PMC951", "---", "The front matter sets no visibility")]
"""What is said of front matter that does not say who may see the document."""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("portfolio-with-ids", []),
        ("log-by-months", []),
        ("log-in-plain-lines", BARE),
        ("log-with-codes", BARE),
        ("portfolio-in-shorthand", BARE),
        (
            "portfolio-in-prose",
            BARE,
        ),
        (
            "assessment-in-tables",
            [
                ("PMC219", "RAG", "Nothing reads “RAG”, “Rationale”, “Confidence”, “Role”, “Readiness to own PRDs”"),
                (
                    "PMC201",
                    "5. Rate justification",
                    "As far as it can be read, “Rate Justification” has no “Strategic Value Proposition”.",
                ),
            ],
        ),
        (
            "proposal-as-letter",
            [
                *BARE,
                ("PMC213", "When we spoke", "What stands above the parts is told in a form from which no"),
                (
                    "PMC213",
                    "I would stop",
                    "“Proposed Strategic Engagement” is told in a form from which no “Scope”,",
                ),
                (
                    "PMC213",
                    "I would rather",
                    "“Investment” is told in a form from which no “Current”, “Proposed” or",
                ),
            ],
        ),
        (
            "plan-in-words",
            [
                ("PMC213", "pm-b came from", "“Current Assessment” is told in a form from which no “Work Pattern”"),
                ("PMC213", "And the habits", "“Knowledge Transfer Artifacts” is told in a form from which no"),
                ("PMC213", "Share of pm-b's", "3 of 3 under “Success Metrics” are told in a form from which no"),
            ],
        ),
    ],
)
def test_what_is_found_is_true(name: str, expected: list[tuple[str, str, str]], tmp_path: Path) -> None:
    settings = load_settings(tmp_path, isolated=True)._replace(as_of=date(2026, 11, 28))
    text = (DATA / f"{name}.md").read_text(encoding="utf-8")
    findings = lint_bytes(text.encode(), f"{name}.md", settings).findings
    assert [finding.code for finding in findings] == [code for code, _, _ in expected]
    for finding, (_, place, message) in zip(findings, expected, strict=True):
        start = finding.range.start
        assert place in text.splitlines()[start.line - 1][start.column - 1 :]
        assert finding.message.startswith(message)


@pytest.mark.parametrize(
    "header",
    [
        "Subject | What I do today | What I should do | What Fabrikam gets from it",
        "Topic | I do today | I could do | The customer has from it",
        "Area | Doing now | What it should be | Benefit",
    ],
)
def test_opportunities_have_columns_in_the_words_of_their_author(header: str) -> None:
    rows = "| Refinement | I lead it | Their PM leads | A team on its own feet |\n"
    said = data("value-assessment", f"## Strategic Opportunity Analysis\n\n| {header} |\n|---|---|---|---|\n{rows}")
    assert said["opportunities"]["untapped"] == [
        {
            "opportunity": "Refinement",
            "current_state": "I lead it",
            "alternative": "Their PM leads",
            "benefit": "A team on its own feet",
        }
    ]


@pytest.mark.parametrize("goal", ["Goal end of January", "Target early Feb", "Goal late Q1", "Aim mid January 2027"])
def test_a_share_to_reach_is_told_for_a_part_of_a_month(goal: str) -> None:
    table = f"| Sort of work | Hours | Now | {goal} |\n|---|---|---|---|\n| Tactical | 40,5 | 52% | 25% |\n"
    (share,) = data("value-assessment", f"### Time Allocation Review\n\n{table}")["opportunities"]["time"]
    assert share == {"work_type": "tactical", "hours": "40,5", "current": 52, "target": 25}


def test_a_part_in_the_words_of_its_author_beside_what_it_consists_of() -> None:
    time = "| | Now | Goal |\n|---|---|---|\n| Specs, bugs | 60% | 30% |\n| Coaching pm-31 | 40% | 70% |\n"
    lost = "**Prices.** I collect wishes. Better: one page of options. The benefit is one price list.\n\n"
    said = data(
        "value-assessment",
        f"## What I do with my time\n\n{time}\n## What we leave on the table\n\n{lost}**Names.** I keep the list.\n",
    )["opportunities"]
    assert said == {
        "untapped": [
            {
                "opportunity": "Prices",
                "current_state": "I collect wishes.",
                "alternative": "one page of options",
                "benefit": "The benefit is one price list.",
            },
            {"opportunity": "Names", "current_state": "I keep the list."},
        ],
        "time": [
            {"work_type": "tactical", "current": 60, "target": 30},
            {"work_type": "capability building", "current": 40, "target": 70},
        ],
    }


def test_signals_and_evidence_have_columns_in_the_words_of_their_author() -> None:
    signals = "| What I look at | Now | What it ought to be |\n|---|---|---|\n| Meetings | I host | I decide |\n"
    evidence = "| What I did | Effect for the business | How I keep it |\n|---|---|---|\n| Memo | 3 weeks | mail |\n"
    said = data("value-assessment", f"## How they see me\n\n{signals}\n## The rate\n\n{evidence}")
    assert said["position"]["signals"] == [{"signal": "Meetings", "current": "I host", "ideal": "I decide"}]
    assert said["rate"]["evidence"] == [{"contribution": "Memo", "impact": "3 weeks", "documentation": "mail"}]


def test_metrics_and_sessions_in_the_words_of_their_author() -> None:
    header = "| What we count | Now | By when we're done | How long |\n|---|---|---|---|\n"
    metrics = f"## Success Metrics\n\n{header}| Strategic talks | 10% | 35% | 12 weeks |\n"
    said = data(
        "coaching-plan",
        "## Coaching Interventions\n\n### Session 1: Reframing\n\nWe take five items.\n\n"
        "Practice is that each ticket gets a line: what is it for?\n\nWhat I hope for: a question about money.\n\n"
        f"### Session 2: Saying no\n\nRole-play.\n\nIn between, she says one real no.\n\n{metrics}",
    )
    assert said["sessions"] == [
        {
            "title": "Reframing",
            "technique": "We take five items.",
            "practice": "Practice is that each ticket gets a line: what is it for?",
            "outcome": "a question about money.",
        },
        {"title": "Saying no", "technique": "Role-play.", "practice": "In between, she says one real no."},
    ]
    assert said["metrics"] == [
        {"metric": "Strategic talks", "baseline": "10%", "target": "35%", "timeframe": "12 weeks"}
    ]


def test_a_title_with_a_dash_as_google_docs_writes_it_and_a_line_below_it() -> None:
    said = data("evidence-portfolio", "# **Evidence portfolio \\- Northwind**\n\n*Last edited: 21st November 2026*\n")
    assert (said["client"], said["date"]) == ("Northwind", "2026-11-21")


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("3. What lies on the ground and nobody picks up", ["Prices", "Names"]),
        ("What we leave on the table", ["Prices", "Names"]),
        ("Where the opportunities lie", None),  # which may be the name of one of them
    ],
)
def test_the_heading_of_all_opportunities_is_none_of_them(heading: str, expected: list[str] | None) -> None:
    time = "| Work type | Now | Goal |\n|---|---|---|\n| Tactical | 60% | 30% |\n| Strategic | 40% | 70% |\n"
    lost = "**Prices.** I collect wishes. And more.\n\n**Names.** I keep the list.\n"
    said = data("value-assessment", f"## My hours\n\n{time}\n## {heading}\n\n{lost}")["opportunities"]
    assert [row["opportunity"] for row in said.get("untapped", [])] == (expected or [])


def test_what_is_said_of_all_sessions_behind_the_last_one_leaves_its_practice_alone() -> None:
    said = data(
        "coaching-plan",
        """## Sessions

### Session 1: Questions (Thu 14 January 2027)

- **Technique**: two questions before each spec
- **Practice**: one refusal a week

### Session 2: Horizons (Thu 11 February 2027)

- **Technique**: sort ten items
- **Practice**: one word for each decision

### Between sessions

| Week of | Practice | How I follow up |
|---|---|---|
| 7 Dec | One declined request | A call on Friday |
""",
    )
    assert [session["practice"] for session in said["sessions"]] == ["one refusal a week", "one word for each decision"]


def test_headings_as_high_as_the_sessions_still_tell_what_no_item_does() -> None:
    said = data(
        "coaching-plan",
        "## Sessions\n\n### Session 1: Questions\n\n### Technique\n\nTwo questions.\n\n### Practice\n\nOne refusal.\n",
    )
    assert said["sessions"] == [{"title": "Questions", "technique": "Two questions.", "practice": "One refusal."}]


def test_a_proposal_in_the_plain_words_of_a_letter() -> None:
    said = data(
        "work-proposal",
        """# Proposal

Current engagement: specs for the loan form
Proposed: advice on where people leave it

## The opportunity

### Why it matters

If we solve it: 52 loans a month more.

If we leave it: a fifth of the money for ads is lost.

## Investment

### What it brings

Over three months you pay $5,400 more, and earn that back in the first.
""",
    )
    assert said["proposed_addition"] == "advice on where people leave it"
    assert said["opportunity"]["impact"] == {
        "addressed": "52 loans a month more.",
        "ignored": "a fifth of the money for ads is lost.",
    }
    assert said["investment"]["roi"]["statement"].startswith("Over three months")
