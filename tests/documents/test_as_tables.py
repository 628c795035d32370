"""Parts of client documents that are told in tables of their author's own: by months, side by side, numbered by ids."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.document import Document
from tests.documents.reading import read

FRONT = "---\ntype: {type}\nclient: northwind\n---\n\n"
SHARES = [
    {"work_type": "tactical", "current": 43, "target": 15},
    {"work_type": "strategic", "current": 57, "target": 85},
]


def told(kind: str, body: str) -> Document:
    document = read(kind, f"# Northwind\n\n{body}\n", FRONT)
    assert document.offences == {}
    return document


def data(kind: str, body: str) -> dict[str, Any]:
    return told(kind, body).data


@pytest.mark.parametrize(
    "header",
    [
        "| | Oct | Nov | Mar target |",
        "| | Oct 2026 | Nov 2026 | Target Mar 2027 |",
        "| Work type | October | November | Target (March) |",
        "| Work | Q3 | Q4 | Q1 target |",
        "| Type of work | 1 Oct | 1 Nov | Target Q1 2027 |",
        "| Work | Q3 '26 | Q4 '26 | Goal |",
    ],
)
def test_shares_of_time_by_months(header: str) -> None:
    rows = "|---|---|---|---|\n| Tactical | 58 | 43 | 15 |\n| Strategic | 42 | 57 | 85 |"
    found = data("value-assessment", f"## Where the time goes\n\n{header}\n{rows}")
    assert found["opportunities"]["time"] == SHARES


def test_columns_of_other_times_than_a_name_says_are_none_of_ours() -> None:
    table = "| Work type | Oct | Current | Target |\n|---|---|---|---|\n| Tactical | 58 | 43 | 15 |"
    found = data("value-assessment", f"## Where the time goes\n\n{table}")
    assert found["opportunities"]["time"] == [SHARES[0]]


def test_a_share_beside_the_one_to_reach_is_that_of_today() -> None:
    table = "| Bucket | d | Share | Aim by Jan 27 |\n|---|---|---|---|\n| Tactical | 9.5 | 43% | 15% |"
    found = data("value-assessment", f"## Where the time goes\n\n{table}")
    assert found["opportunities"]["time"] == [SHARES[0]]


def test_a_share_that_changes_tells_both() -> None:
    table = "| Bucket | Share |\n|---|---|\n| Tactical | 43% → 15% |\n| Strategic | 57% → 85% |"
    found = data("value-assessment", f"## Where the time goes\n\n{table}")
    assert found["opportunities"]["time"] == SHARES


def test_texts_that_are_columns() -> None:
    table = (
        "| | If addressed | If ignored |\n|---|---|---|\n"
        "| **D1** | Work goes where members are | Six features too many |\n| D2 | A position before the offer | – |"
    )
    document = told("work-proposal", f"## The opportunity\n\n### Business impact\n\n{table}")
    assert document.data["opportunity"]["impact"] == {
        "addressed": "D1: Work goes where members are\nD2: A position before the offer",
        "ignored": "D1: Six features too many",
    }
    path = ("opportunity", "impact", "ignored")
    assert document.text[slice(*document.keys[path])] == "If ignored"


@pytest.mark.parametrize("ids", [("1", "2"), ("QW1", "QW2"), ("A-1", "A-2"), ("#1", "#2"), ("1.1", "1.2")])
def test_what_only_numbers_the_rows_is_no_value(ids: tuple[str, str]) -> None:
    rows = "\n".join(f"| {name} | {text} |" for name, text in zip(ids, ("Hand over reviews", "Send it"), strict=True))
    found = data("value-assessment", f"## Repositioning plan\n\n### Quick wins\n\n| # | Action |\n|---|---|\n{rows}")
    assert found["repositioning"]["quick_wins"] == ["Hand over reviews", "Send it"]


def test_values_that_are_no_numbers_are_values() -> None:
    table = "| Action | Due |\n|---|---|\n| Plan Q1 | Friday |\n| Send it | Friday |"
    found = data("value-assessment", f"## Repositioning plan\n\n### Quick wins\n\n{table}")
    assert found["repositioning"]["quick_wins"] == ["Plan Q1 (Due: Friday)", "Send it (Due: Friday)"]


@pytest.mark.parametrize(
    ("name", "period"),
    [("Per month", "month"), ("Monthly fee", "month"), ("Day rate", "day"), ("Hourly rate", "hour"), ("Fee", None)],
)
def test_the_name_of_an_amount_may_tell_its_period(name: str, period: str | None) -> None:
    body = (
        f"## Investment\n\n| | Current (extrapolated) | Proposed | Δ |\n|---|---|---|---|\n| {name} | €900 | €950 | |"
    )
    terms = data("work-proposal", body)["investment"]["current"]
    assert [amount.get("per") for amount in terms.values()] == [period]


@pytest.mark.parametrize(
    ("header", "current"),
    [
        ("| | SoW-01 | Proposed |", "€120/hour"),
        ("| | As it is | Proposed |", "€120/hour"),
        ("| | Proposed | SoW-01 |", "fixed fee"),
        ("| | SoW-01 | Proposed | Comment |", None),
        ("| | SoW-01 | Alternative |", None),
    ],
)
def test_the_other_of_two_columns_needs_no_name(header: str, current: str | None) -> None:
    rows = f"|{'---|' * (header.count('|') - 1)}\n| Terms | €120/hour | fixed fee |{' |' * (header.count('|') - 4)}"
    found = data("work-proposal", f"## Investment\n\n{header}\n{rows}").get("investment", {})
    assert found.get("current", {}).get("terms") == current


def test_a_period_that_an_amount_tells_itself_counts() -> None:
    body = "## Investment\n\n### Current\n\n- Monthly total: €40,800 per year"
    assert data("work-proposal", body)["investment"]["current"]["total"]["per"] == "year"


def test_a_return_that_is_a_calculation() -> None:
    table = (
        "| Lever | Calculation | Value |\n|---|---|---|\n| Step-down | 6 × €8,240 | €49,440 |\n"
        "| More fees | | – €12,360 |\n| Fewer days | 180 days | Not quantified |"
    )
    document = told("work-proposal", f"## Investment\n\n### ROI logic\n\n{table}")
    at = ("investment", "roi")
    assert [line.get("amount", {}).get("from") for line in document.data["investment"]["roi"]["lines"]] == [
        49440,
        -12360,
        None,
    ]
    assert document.is_settled((*at, "lines", 2, "amount"))


@pytest.mark.parametrize(
    "legend", ["codes: T = tactical, S = strategic\n", "tags: none\nkey: T=tactical; S=strategic, and so on\n"]
)
def test_the_codes_of_a_log_are_those_of_its_legend(legend: str) -> None:
    table = "| # | Date | Wk | Code | Event | With | Decision / outcome |\n|---|---|---|---|---|---|---|\n"
    rows = "| 1 | 2026-11-02 | 45 | T | A ticket | pm-14 | – |\n| 2 | 2026-11-05 | 45 | S | 1:1 | coo-1 | Stop it |\n"
    front = FRONT.replace("client:", f"{legend}client:")
    entries = read("event-log", f"# Log\n\n## 1. Events\n\n{table}{rows}", front).data["entries"]
    assert [entry["work_type"] for entry in entries] == ["tactical", "strategic"]
    assert entries[1]["decisions"] == ["Stop it"]


@pytest.mark.parametrize(
    ("kind", "heading", "title"),
    [
        ("coaching-plan", "## Coaching Interventions", "Session"),
        ("event-log", "## Coming up", "Event"),
        ("evidence-portfolio", "## Contributions", "Title"),
    ],
)
def test_a_month_in_the_stead_of_a_day_is_no_error(kind: str, heading: str, title: str) -> None:
    table = f"| {title} | Date |\n|---|---|\n| Taper | Feb–Mar |\n| Horizons | January 2027 |"
    document = read(kind, f"# Northwind\n\n{heading}\n\n{table}\n", FRONT)
    assert document.offences.get("unreadable-value", ()) == ()
