"""Evidence portfolios: a document of several contributions, headed in one way or another, or told in a table."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.document import Document, read_document
from tests.linting import offences_of

FRONT = "---\ntype: evidence-portfolio\nclient: northwind\nstatus: active\nvisibility: internal\n---\n\n# Evidence\n\n"
BELOW = "**Situation**: Sized at 14 weeks.\n**My contribution**: The question.\n**Business outcome**: 14 weeks freed.\n"
SAID = {"situation": "Sized at 14 weeks.", "contribution": "The question.", "outcome": "14 weeks freed."}


def read(body: str) -> Document:
    return read_document((FRONT + body).encode(), "packs/clients/northwind/portfolio.md")


def entries(body: str) -> list[dict[str, Any]]:
    document = read(body)
    assert document.offences == {}
    found: list[dict[str, Any]] = document.data["entries"]
    return found


@pytest.mark.parametrize(
    ("heading", "named"),
    [
        ("## SC-01: The portal", {"id": "SC-01"}),
        ("## 1. The portal", {}),
        ("## The portal", {}),
        ("### Contribution 1: The portal", {}),
        ("## C1: The portal", {"id": "C1"}),
    ],
)
def test_contributions_have_a_heading_each(heading: str, named: dict[str, str]) -> None:
    others = "## What people have said\n\n- CEO: well done\n\n## Reading across\n\nA quarter of my days.\n"
    document = read(f"A word before.\n\n{heading}\n\n{BELOW}\n{heading.replace('1', '2')} again\n\n{BELOW}\n{others}")
    assert document.offences == {}
    assert document.data["entries"][0] == {**named, "title": "The portal", **SAID}
    assert [entry["title"] for entry in document.data["entries"]] == ["The portal", "The portal again"]
    assert document.data["voices"] == ["CEO: well done"]


def test_a_table_with_their_ids_tells_more_of_them() -> None:
    table = (
        "| ID | Contribution | Status | Events |\n|---|---|---|---|\n| SC-01 | Stop it | Confirmed | NW-03, NW-04 |\n"
    )
    assert entries(f"## Summary\n\n{table}\n## SC-01: The portal\n\n{BELOW}") == [
        {"id": "SC-01", "title": "The portal", **SAID, "certainty": "Confirmed", "events": ["NW-03", "NW-04"]}
    ]


def test_a_table_of_other_things_does_not() -> None:
    table = "| ID | Status |\n|---|---|\n| SC-09 | Confirmed |\n"
    assert entries(f"## Summary\n\n{table}\n## SC-01: The portal\n\n{BELOW}") == [
        {"id": "SC-01", "title": "The portal", **SAID}
    ]


def test_contributions_may_be_rows_alone() -> None:
    table = "| Contribution | Business outcome | Evidence |\n|---|---|---|\n| Stopped it | 14 weeks freed | Memo |\n"
    assert entries(table) == [{"contribution": "Stopped it", "outcome": "14 weeks freed", "evidence": "Memo"}]


def test_two_bold_labels_may_stand_on_one_line() -> None:
    told = "**My part:** the question. **Theirs:** the decision.\n**How sure:** very.\n"
    body = f"## 1. The portal\n\nIt was planned.\n\n{told}"
    assert entries(body) == [
        {
            "title": "The portal",
            "contribution": "the question.",
            "credit": "the decision.",
            "certainty": "very.",
            "happened": "It was planned.",
        }
    ]


def test_a_bold_word_in_a_sentence_is_no_label() -> None:
    told = "**My part:** the question **alone**, and **Theirs** too. **Nobody:** knew.\n**How sure:** very.\n"
    [found] = entries(f"## 1. The portal\n\n{told}")
    assert found["contribution"] == "the question **alone**, and **Theirs** too. **Nobody:** knew."


def test_what_is_left_to_show_and_who_can_do_it_alone() -> None:
    table = "| Ability | Who has it | Since |\n|---|---|---|\n| Write a memo | pm-b | November |\n"
    parts = f"## What they can now do without me\n\n{table}\n## Still missing\n\n- The CEO's view, in writing\n"
    document = read(f"## 1. The portal\n\n{BELOW}\n{parts}")
    assert document.data["capabilities"] == [{"capability": "Write a memo", "who": "pm-b", "since": "November"}]
    assert document.data["gaps"] == ["The CEO's view, in writing"]


def test_without_any_contribution_it_is_empty() -> None:
    document = read("Nothing yet.\n")
    assert "entries" not in document.data
    assert offences_of(document) == []


PARAGRAPHS = (
    "{h} Stopped the rebuild\n\n**Date:** 2026-11-05\n\n**My contribution:** Asked for the figures.\n\n"
    "**Business outcome:** 14 weeks freed\n\n**Evidence:** CTO mail\n\n"
    "{h} Shorter onboarding\n\n**Date:** 2026-11-11\n\n**Contribution:** Drew it.\n\n**Evidence:** funnel.md\n"
)


@pytest.mark.parametrize("above", ["", "## Contributions\n\n"])
@pytest.mark.parametrize("front", ["", "date: 2026-11-27\n"])
def test_a_label_for_evidence_or_contribution_heads_none(above: str, front: str) -> None:
    body = above + PARAGRAPHS.format(h="###" if above else "##")
    text = FRONT.replace("status:", f"{front}status:") + body
    document = read_document(text.encode(), "packs/clients/northwind/portfolio.md")
    assert document.offences == {}
    assert document.data.get("date") == ("2026-11-27" if front else None)
    assert document.data["entries"] == [
        {
            "title": "Stopped the rebuild",
            "date": "2026-11-05",
            "contribution": "Asked for the figures.",
            "outcome": "14 weeks freed",
            "evidence": "CTO mail",
        },
        {"title": "Shorter onboarding", "date": "2026-11-11", "contribution": "Drew it.", "evidence": "funnel.md"},
    ]


@pytest.mark.parametrize("above", ["", "## Contributions\n\n", "## What I did\n\n"])
def test_bullets_begin_with_their_day_as_in_a_log(above: str) -> None:
    bullets = (
        "- 5 Nov – Stopped the rebuild: €60k freed (CTO mail)\n"
        "- **w/c 9 Nov** – Shorter onboarding → 16 days. Evidence: funnel.md\n"
        "- 2026-11-17: One page on margins. Outcome: three price models\n"
    )
    text = FRONT.replace("status:", "date: 2026-11-27\nstatus:") + above + bullets
    document = read_document(text.encode(), "packs/clients/northwind/portfolio.md")
    assert document.offences == {}
    assert document.data["entries"] == [
        {"title": "Stopped the rebuild", "date": "2026-11-05", "happened": "€60k freed (CTO mail)"},
        {"title": "Shorter onboarding", "date": "2026-11-09", "outcome": "16 days", "evidence": "funnel.md"},
        {"title": "One page on margins", "date": "2026-11-17", "outcome": "three price models"},
    ]


def test_a_day_in_a_heading_is_that_of_the_contribution() -> None:
    [first, second] = entries(f"## 2026-11-05 – The portal\n\n{BELOW}\n## The prices (12 November 2026)\n\n{BELOW}")
    assert first == {"title": "The portal", "date": "2026-11-05", **SAID}
    assert second == {"title": "The prices", "date": "2026-11-12", **SAID}
