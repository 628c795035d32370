"""Evidence that stands in another part than the assessment, and months in the stead of days."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.readers.spells import is_spell
from tests.binding.reading import parts, read

ASSESSED = """## Current assessment

| Competency | Current level | Target level | Evidence |
|---|---|---|---|
| Framing | Apply | Analyze | E1 |

"""
TABLE = """| ID | Evidence | Date |
|---|---|---|
| E1 | Brief on late returns | 2026-09-03 |
| E2 | Planning session | 2026-09 |
"""


def evidence(body: str) -> Any:
    return parts(body)["assessment"].get("evidence")


@pytest.mark.parametrize(
    "where",
    [
        f"## Context snapshot\n\n**Goal:** frames first\n\n{TABLE}\n{ASSESSED}",
        f"## Context\n\n**Evidence received (without names)**\n\n{TABLE}\n{ASSESSED}",
        f"{ASSESSED}## Risks\n\n- The freeze\n\n## Annex\n\n### Evidence log\n\n{TABLE}",
    ],
)
def test_a_table_of_evidence_may_stand_in_another_part(where: str) -> None:
    document = read(where)
    assert document.offences == {}
    assert document.data["assessment"]["evidence"] == [
        {"id": "E1", "date": "2026-09-03", "evidence": "Brief on late returns"},
        {"id": "E2", "evidence": "Planning session"},
    ]
    assert [*document.data["assessment"]] == ["levels", "evidence"]
    place = document.values["assessment", "evidence", 1, "evidence"]
    assert document.text[slice(*place)] == "Planning session"


@pytest.mark.parametrize(
    "items",
    [
        "**Evidence used**\n\n- **E1** Brief on late returns\n- **E2** Planning session\n",
        "- Evidence\n  - [E1] Brief on late returns\n  - [E2] Planning session\n",
        "**Evidence**\n\n- E1. Brief on late returns\n- E2. Planning session\n",
        "### Evidence so far\n\n- E1: Brief on late returns\n- E2: Planning session\n",
    ],
)
def test_a_list_of_evidence_may_stand_in_another_part(items: str) -> None:
    assert evidence(f"## Context snapshot\n\n{items}\n{ASSESSED}") == [
        {"id": "E1", "evidence": "Brief on late returns"},
        {"id": "E2", "evidence": "Planning session"},
    ]


@pytest.mark.parametrize(
    "other",
    [
        "**Evidence used**\n\n- Brief on late returns\n- Planning session\n",  # no ids
        "**Evidence still missing**\n\n- U1 what customers say\n- U2 what sales says\n",  # ids of something else
        "**Assumptions**\n\n- E1 is known to all\n- E2 is not\n",
        "| Evidence | Weight |\n|---|---|\n| Brief on late returns | high |\n",
        "| ID | Statement | Date |\n|---|---|---|\n| E1 | Brief on late returns | 2026-09-03 |\n",
        "**Evidence:** see the folder of the team\n",
    ],
)
def test_what_is_no_list_of_evidence_is_left_where_it_stands(other: str) -> None:
    assert evidence(f"## Context snapshot\n\n{other}\n{ASSESSED}") is None


def test_the_list_of_the_part_itself_counts() -> None:
    own = "### Evidence log\n\n- E1: Brief on late returns\n"
    assert evidence(f"## Context\n\n{TABLE}\n{ASSESSED}{own}") == [{"id": "E1", "evidence": "Brief on late returns"}]


@pytest.mark.parametrize(
    "text",
    [
        "2026-08",
        "2026",
        "May",
        "Sept 2026",
        "May – November 2026",
        "Q1 2026",
        "late 2025",
        "2026-05 to 2026-11",
        "Q3/2026",
        "07/2026",
    ],
)
def test_a_month_a_quarter_or_a_year_is_no_day(text: str) -> None:
    assert is_spell(text)
    document = read(f"## Context\n\n{TABLE.replace('2026-09 ', f'{text} ')}\n{ASSESSED}")
    assert document.offences == {}
    assert "date" not in document.data["assessment"]["evidence"][1]


@pytest.mark.parametrize(
    "text", ["Jun 26", "12", "someday", "22 Sep 26", "31 September 2026", "2026-13-01", "week 3", "13/2026"]
)
def test_what_may_be_a_day_or_nothing_is_no_month(text: str) -> None:
    assert not is_spell(text)


@pytest.mark.parametrize("letters", ["E", "EV-", "EV", "REF-", "OBS-"])
def test_ids_have_one_to_three_letters(letters: str) -> None:
    log = f"### Evidence log\n\n- **{letters}1** Brief on late returns\n- **{letters}2** Talk with Legal\n"
    found = read(f"## 2) Current Assessment\n\n{log}").data["assessment"]["evidence"]
    assert [(entry["id"], entry["evidence"]) for entry in found] == [
        (f"{letters}1", "Brief on late returns"),
        (f"{letters}2", "Talk with Legal"),
    ]


@pytest.mark.parametrize("who", ["PM-7", "APM-12", "GPM-03"])
def test_a_pm_is_no_id(who: str) -> None:
    log = f"### Evidence log\n\n- **{who}** told the board about it\n- **{who}** wrote it down\n"
    assert all("id" not in entry for entry in read(f"## 2) Current Assessment\n\n{log}").data["assessment"]["evidence"])
