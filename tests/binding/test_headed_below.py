"""What stands below the records of a list under a heading of its own."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.document import read_document

_PLAN = "---\ntype: coaching-plan\nclient: Northwind\npm: pm-31\ndate: 2026-10-12\n---\n\n"
_METRICS = (
    "## Success Metrics\n\n| Metric | Baseline | Target | Timeframe |\n|---|---|---|---|\n| Nos | 0 | 3 | 8 weeks |\n\n"
)
_LOG = (
    "---\ntype: event-log\nclient: Northwind\ndate: 2026-11-20\n---\n\n## Log\n\n"
    "| ID | Date | Event | Result |\n|---|---|---|---|\n| E-1 | 2026-11-03 | Prices read | Two stay |\n\n"
)


def data(text: str) -> dict[str, Any]:
    return read_document(text.encode(), "document.md").data


@pytest.mark.parametrize(
    "below",
    [
        "### Check-ins\n\n| Date | Who | What |\n|---|---|---|\n| 4 Dec | pm-31 | First count |\n",
        "### Who counts\n\n- pm-32 counts on Fridays\n- pm-33 when pm-32 is away\n",
        "### Talks\n\n| When | Question |\n|---|---|\n| January | What do we drop? |\n",
    ],
)
def test_what_is_headed_below_a_table_of_other_columns_is_none_of_its_records(below: str) -> None:
    assert [one["metric"] for one in data(f"{_PLAN}{_METRICS}{below}")["metrics"]] == ["Nos"]


def test_a_list_goes_on_below_a_heading_above_the_same_columns() -> None:
    more = "### Lagging\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Churn | 4% | 3% |\n"
    assert [one["metric"] for one in data(f"{_PLAN}{_METRICS}{more}")["metrics"]] == ["Nos", "Churn"]


def test_a_list_whose_records_are_all_headed_is_read_whole() -> None:
    parted = _METRICS.replace("Metrics\n\n", "Metrics\n\n### Leading\n\n")
    more = "### Lagging\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Churn | 4% | 3% |\n"
    assert len(data(f"{_PLAN}{parted}{more}")["metrics"]) == 2


def test_what_is_to_do_below_criteria_is_none_of_them() -> None:
    text = "## Graduation Criteria\n\n- [ ] Says no with a reason\n\n### {}\n\n{}"
    steps = text.format("Next steps", "1. pm-31 picks three requests, by Tuesday\n")
    found = data(_PLAN + steps)
    assert [one["criterion"] for one in found["graduation"]] == ["Says no with a reason"]
    assert found["next_steps"] == [{"step": "pm-31 picks three requests, by Tuesday"}]
    assert len(data(_PLAN + text.format("By summer", "- [ ] Coaches a colleague\n"))["graduation"]) == 2


def test_items_below_a_heading_of_something_else_are_no_entries_of_a_log_in_a_table() -> None:
    lessons = "## {}\n\n- 27 October 2026: the talk was too general\n"
    assert len(data(_LOG + lessons.format("What did not work"))["entries"]) == 1
    assert len(data(_LOG + lessons.format("October"))["entries"]) == 2


def test_what_is_planned_beside_a_log_is_no_entry() -> None:
    planned = (
        "### Planned\n\n| ID | Date | Type | Event | Owner |\n|---|---|---|---|---|\n"
        "| P-1 | 2026-12-08 | S | Proposal | pm-31 |\n"
    )
    found = data(_LOG + planned)
    assert len(found["entries"]) == 1
    assert found["upcoming"] == [
        {"date": "2026-12-08", "what": "Proposal", "owner": "pm-31", "work_type": "strategic", "id": "P-1"}
    ]


def test_signals_by_months_are_no_positions_by_period() -> None:
    head = "## Positioning\n\n| Signal | September | November | Ideal |\n|---|---|---|---|\n"
    table = f"{head}| Access | Team | Leads | Board |\n"
    document = read_document((_LOG + table).encode(), "log.md")
    assert document.data["signals"] == [{"signal": "Access", "current": "Leads", "ideal": "Board"}]
    assert "positioning" not in document.data
    assert document.offences == {}


_PORTFOLIO = (
    "## Evidence portfolio\n\n### Price test\n\n- **Contribution**: three options\n- **Result**: churn 4% to 3%\n\n"
)


def test_contributions_beside_a_log_are_read_and_other_headings_there_are_none() -> None:
    others = (
        "### The team\n\n| PM | Today |\n|---|---|\n| pm-31 | Asks why |\n\n"
        "### What the team can use without me\n\n| Framework | Used by |\n|---|---|\n| Intake card | pm-31 |\n"
    )
    found = data(_LOG + _PORTFOLIO + others)
    assert [one["title"] for one in found["contributions"]] == ["Price test"]
    assert found["contributions"][0]["impact"] == "churn 4% to 3%"
    assert found["frameworks"] == [{"item": "Intake card", "user": "pm-31"}]
    assert len(found["entries"]) == 1


@pytest.mark.parametrize("head", ["2026-11-16 – Talk", "16 Nov 2026 – Week plan"])
def test_an_entry_on_one_day_stays_one_above_a_table_of_days(head: str) -> None:
    log = "---\ntype: event-log\nclient: Northwind\n---\n\n# Log\n\n"
    log += f"## {head}\n\nAll came.\n\n"
    steps = "| Date | Action |\n|---|---|\n| 20 Nov | Send it |\n| 23 Nov | Call them |\n\n"
    found = data(f"{log}{steps}## 2026-11-18 – Demo\n\nShown to all.\n")
    assert [one["date"] for one in found["entries"]] == ["2026-11-16", "2026-11-18"]


def test_items_go_on_below_a_heading_where_they_have_no_boxes() -> None:
    text = "## Success Metrics\n\n- Nos: 0 → 3\n\n### Lagging\n\n- Churn: 4% → 3%\n"
    assert [one["metric"] for one in data(_PLAN + text)["metrics"]] == ["Nos", "Churn"]


def test_evidence_in_a_proposal_is_read_by_the_names_of_its_columns() -> None:
    text = (
        "---\ntype: work-proposal\n---\n\n## Evidence so far\n\n"
        "| Strategic contribution so far | Effect | Where documented |\n|---|---|---|\n"
        "| Dropped the price test | Five weeks freed | Decision note |\n"
    )
    document = read_document(text.encode(), "a.md")
    [told] = document.data["contributions"]
    assert (told["contribution"], told["documentation"]) == ("Dropped the price test", "Decision note")
    assert document.offences == {}


def test_what_a_review_of_a_plan_looks_at_is_its_topic() -> None:
    text = f"{_PLAN}## Reviews\n\n| Date | Looks at |\n|---|---|\n| 12 January 2027 | Metrics |\n"
    document = read_document(text.encode(), "a.md")
    assert document.data["reviews"] == [{"date": "12 January 2027", "topic": "Metrics"}]
    assert document.offences == {}


def test_what_stakeholders_expect_today_is_read() -> None:
    text = (
        "---\ntype: value-assessment\n---\n\n## Stakeholders\n\n"
        "| Stakeholder | Expects today | Should expect |\n|---|---|---|\n| VP Product | Dates | A recommendation |\n"
    )
    [told] = read_document(text.encode(), "a.md").data["stakeholders"]
    assert told == {"stakeholder": "VP Product", "expects": "Dates", "wanted": "A recommendation"}
