"""What stands beside the parts of a client's documents, and belongs to none or to another of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pmcoach_lint.document import read_document
from pmcoach_lint.settings import Settings
from tests.linting import lint

LOG = "---\ntype: event-log\nclient: Northwind\ndate: 2026-11-20\nvisibility: private\n---\n\n"
TABLE = (
    "## Events\n\n| Date | Type | Event |\n|---|---|---|\n"
    "| 2026-11-12 | Decision | Prices stay |\n| 2026-11-05 | Call | First numbers |\n\n"
)
WORK = "### P-1 Price test\n\n- **Decision**: prices stay\n- **Result**: churn from 4% to 3%\n"
PROPOSAL = "---\ntype: work-proposal\nclient: Northwind\n---\n\n"


def data(text: str) -> dict[str, Any]:
    return read_document(text.encode(), "document.md").data


def unread(text: str) -> list[str]:
    findings = lint(text, Settings(root=Path("empty")))
    return [f"{where}: {message}" for code, _, where, message in findings if code == "PMC219"]


def test_pieces_of_work_beside_a_table_of_entries_are_no_entries() -> None:
    assert [entry["title"] for entry in data(f"{LOG}{TABLE}## Portfolio\n\n{WORK}")["entries"]] == [
        "Prices stay",
        "First numbers",
    ]


def test_an_entry_without_a_day_beside_others_with_headings_is_still_told() -> None:
    heads = "## 2026-11-12 — Decision — Prices stay\n\n**Decision:** prices stay\n\n"
    found = data(f"{LOG}{heads}{WORK.replace('###', '##')}")["entries"]
    assert [entry.get("date") for entry in found] == ["2026-11-12", None]


def test_an_entry_that_tells_its_day_in_a_label_is_one_beside_a_table() -> None:
    found = data(f"{LOG}{TABLE}{WORK}- **Date**: 2026-11-16\n")["entries"]
    assert [entry["date"] for entry in found] == ["2026-11-16", "2026-11-12", "2026-11-05"]


def test_a_table_below_the_name_of_another_list_is_not_of_the_log() -> None:
    coming = "### Next entries and checks\n\n| What | Date |\n|---|---|\n| Board decision | 2026-12-15 |\n"
    found = data(f"{LOG}{TABLE}{coming}")
    assert len(found["entries"]) == 2
    assert found["upcoming"] == [{"date": "2026-12-15", "what": "Board decision"}]
    assert len(data(f"{LOG}{TABLE}{coming.replace('Next entries and checks', 'December')}")["entries"]) == 3


def test_a_recommendation_ends_where_the_next_steps_are() -> None:
    steps = "| Step | Owner | Date |\n|---|---|---|\n| Talk | pm-31 | 25 Nov |\n"
    text = f"{PROPOSAL}## Recommendation\n\nWe replace the tickets by a strategy.\n\n"
    assert data(f"{text}**Next steps**\n\n{steps}")["recommendation"] == "We replace the tickets by a strategy."
    assert data(f"{text}{steps}")["recommendation"] == "We replace the tickets by a strategy."
    assert data(f"{text}**Next steps**\n\n{steps}")["next_steps"] == [
        {"step": "Talk", "owner": "pm-31", "by": "25 Nov"}
    ]
    assert unread(f"{text}**Next steps**\n\n{steps}") == []


def test_a_table_that_tells_no_steps_is_of_the_recommendation() -> None:
    table = "| Option | Fee |\n|---|---|\n| A | €4,000 |"
    text = f"{PROPOSAL}## Recommendation\n\nWe take option A.\n\n{table}\n"
    assert data(text)["recommendation"] == f"We take option A.\n\n{table}"


def test_what_it_gets_a_client_may_be_told_with_the_name() -> None:
    terms = "- Fixed fee of €16,000 a month\n- Effort falls to 10 hours in May\n- It gets Northwind: a strategy\n"
    found = data(f"{PROPOSAL}## Investment\n\n### Proposed\n\n{terms}")["investment"]["proposed"]
    assert found["gets"] == ["a strategy"]
    longer = terms.replace("It gets Northwind:", "It gets harder from here on:")
    assert len(data(f"{PROPOSAL}## Investment\n\n### Proposed\n\n{longer}")["investment"]["proposed"]["gets"]) == 2


def test_terms_under_two_names_are_told_together() -> None:
    terms = "- **Price:** €12,000 a month\n- **Basis:** 16 h a week at €140/h\n- **What you get:** two councils\n"
    found = data(f"{PROPOSAL}## Investment\n\n### Proposed\n\n{terms}")["investment"]["proposed"]
    assert (found["terms"], found["gets"]) == ("€12,000 a month", ["two councils"])
    assert (found["hours"]["hours"], found["rate"]["from"], found["total"]["from"]) == (16, 140, 12000)
