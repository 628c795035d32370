"""What an item with a label tells is no evidence, where labels are what the record consists of."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.settings import Settings
from tests.binding.reading import FRONT, read
from tests.linting import lint

_ROW = "- **Current level:** Apply\n- **Gap:** The ask comes last\n"


def _evidence(lines: str) -> list[str] | None:
    document = read(f"## 2) Current Assessment\n\n### Short memos\n\n{lines}\n")
    told: list[str] | None = document.data["assessment"]["levels"][0].get("evidence")
    return told


@pytest.mark.parametrize("label", ["**Strengths:** Readers finish it", "**Evidnce:** Memo of May", "__Mood:__ calm"])
def test_a_label_that_nothing_reads_is_no_evidence(label: str) -> None:
    assert _evidence(f"{_ROW}- {label}\n") is None


@pytest.mark.parametrize(
    "item",
    [
        "Memo of 2026-09-14: no ask",
        "**Memo of 14 September:** no ask",
        "**Memo review in the product council:** no ask",
        "Roadmap review: said yes to each request",
    ],
)
def test_an_item_that_tells_what_was_seen_is_evidence(item: str) -> None:
    assert _evidence(f"{_ROW}- {item}\n") == [item]


def test_items_with_heads_are_evidence_where_the_record_has_no_labels() -> None:
    assert _evidence("Level: Apply\n\n- **Reviews:** said yes to each request\n- **Memos:** no ask\n") == [
        "**Reviews:** said yes to each request",
        "**Memos:** no ask",
    ]


@pytest.mark.parametrize("said", ["Just a feeling", "A hunch", "My intuition"])
def test_a_feeling_is_an_opinion(said: str, tmp_path: Path) -> None:
    body = f"## 2) Current Assessment\n\n### Short memos\n\n{_ROW}- **Gap type:** skill\n- **Evidence:** {said}\n"
    told = lint(FRONT + body, Settings(root=tmp_path))
    assert [message for code, _, _, message in told if code == "PMC410"] == [
        f"The gap in “Short memos” rests on an opinion: “{said}”."
    ]
