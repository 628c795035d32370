"""Which heading is which part, when several could be; and what belongs to the records inside a part."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.document import read_document
from tests.packs import WHOLE, replaced

OLD = "| Competency | Current level | Target level | Evidence |\n|---|---|---|---|\n| Old | Know | Know | old |\n\n"


def data(text: str) -> dict[str, Any]:
    document = read_document(text.encode(), "pack.md")
    assert document.offences == {}
    return document.data


def levels(text: str) -> list[str]:
    return [record["competency"] for record in data(text)["assessment"]["levels"]]


@pytest.mark.parametrize(
    ("before", "extra"),
    [
        ("## 2) Current", f"## Assessment: previous cycle\n\n{OLD}"),
        ("## 3) Shared", f"## Assessment: previous cycle\n\n{OLD}"),
        ("## 2) Current", f"# Assessment\n\n{OLD}"),
        ("## 3) Shared", f"### Last quarter\n\n{OLD}"),
        ("## 3) Shared", f"### Levels before\n\n{OLD}"),
    ],
)
def test_a_section_of_the_past_is_not_the_part(before: str, extra: str) -> None:
    text = replaced(WHOLE, before, extra + before)
    if extra.startswith("# "):
        text = text.replace("## 2)", "# 2)")
    assert levels(text) == ["Problem framing"]
    assert "evidence" not in data(text)["assessment"]


def test_a_table_below_an_unknown_heading_counts_where_there_is_no_other() -> None:
    text = replaced(WHOLE, "## 2) Current Assessment\n", "## 2) Current Assessment\n\n### Where we stand today\n")
    assert levels(text) == ["Problem framing"]


def test_the_title_of_the_document_is_no_part() -> None:
    text = replaced(WHOLE, "# Pack\n", "# Development plan: pm-07\n")
    assert data(text)["plan"]["bets"][0]["bet"] == "Frame first"


def test_a_label_inside_another_field_is_taken_only_when_it_reads() -> None:
    text = replaced(WHOLE, "- Briefs without rework\n", "- Target: two briefs in a row without rework\n")
    bet = data(text)["plan"]["bets"][0]
    assert bet["measurement"] == ["Target: two briefs in a row without rework"]
    assert "target" not in bet


def test_labels_after_a_sub_section_are_still_the_records() -> None:
    text = replaced(WHOLE, "#### Measurement\n\n- Briefs without rework\n", "**Measurement:** briefs without rework\n")
    bet = data(text)["plan"]["bets"][0]
    assert (bet["measurement"], bet["commitments"]) == (["briefs without rework"], ["Reads one brief a week"])


@pytest.mark.parametrize("level", ["#", "##", "####"])
def test_parts_may_stand_on_any_level(level: str) -> None:
    text = WHOLE.replace("\n#### ", "\n###### ").replace("\n### ", "\n##### ").replace("\n## ", f"\n{level} ")
    assert list(data(text))[9:] == list(data(WHOLE))[9:]
    assert data(text) == data(WHOLE)


def test_the_last_part_may_be_three_headings() -> None:
    text = replaced(WHOLE, "## 7) Risks / Open questions / Next steps\n\n", "")
    for name in ("Risks", "Open questions", "Next steps"):
        text = replaced(text, f"### {name}", f"## {name}")
    assert data(text) == data(WHOLE)


def test_a_pack_in_a_code_fence_is_text() -> None:
    front, _, body = WHOLE.partition("# Pack\n")
    document = read_document(f"{front}# Pack\n\n```markdown\n{body}```\n".encode(), "pack.md")
    assert set(document.data) == {"type", "pm", "role", "coach", "team", "start", "weeks", "status", "visibility"}
