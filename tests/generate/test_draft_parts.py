"""Drafts of some parts alone: what they hold, and what is asked of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.finding import Severity
from pmcoach_lint.generate.draft.pack import NO_HR_DOCUMENT
from pmcoach_lint.rubric import Scorer
from pmcoach_lint.settings import Settings
from tests.generate.intakes import COMPLETE, TODAY, drafted, findings


def test_chosen_parts_stand_in_the_order_of_the_source_and_the_closing_one_always() -> None:
    pack = drafted(COMPLETE, "plan", "vision")
    headings = [line for line in pack.text.splitlines() if line.startswith("## ")]
    assert headings == [
        "## Context snapshot",
        "## 3) Shared Vision (1–3 growth bets)",
        "## 4) Development Plan (practice loops + stretch work)",
        "## 7) Risks / Open questions / Next steps",
    ]
    assert [str(finding) for finding in findings(pack.text) if finding.severity is Severity.ERROR] == []


def test_a_plan_alone_says_that_it_is_no_hr_document() -> None:
    pack = drafted(COMPLETE, plan_only=True)
    assert pack.text.partition("# Development plan: pm-31\n\n")[2].startswith(NO_HR_DOCUMENT)
    assert "## 2) Current Assessment" not in pack.text
    assert "## 4) Development Plan (practice loops + stretch work)" in pack.text
    assert [str(finding) for finding in findings(pack.text) if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("parts", "dimensions"),
    [
        (("plan", "cadence"), ["Development plan specificity", "Cadence and toolkit"]),
        (("definition",), ["Definition clarity"]),
        (("assessment", "vision"), ["Evidence-based assessment", "Growth bet selection"]),
    ],
)
def test_some_parts_alone_are_linted_and_scored_as_what_they_are(
    tmp_path: Path, parts: tuple[str, ...], dimensions: list[str]
) -> None:
    pack = drafted(COMPLETE, *parts)
    assert pack.data["parts"] == [*parts, "closing"]
    assert "missing-part" not in {finding.rule for finding in findings(pack.text)}
    file = tmp_path / "pack.md"
    file.write_text(pack.text, encoding="utf-8")
    (score,) = Scorer(Settings(root=tmp_path, as_of=TODAY)).scores([file])
    assert [each.dimension for each in score.dimensions] == dimensions
    assert score.out_of == 5 * len(dimensions)
    assert len(score.not_scored) == 6 - len(dimensions)
    assert score.total >= 4 * len(dimensions) - 2
    assert score.band


def test_a_part_that_a_pack_says_it_has_is_missed_all_the_same() -> None:
    pack = drafted(COMPLETE, "plan")
    text = pack.text.replace("parts: [plan, closing]", "parts: [plan, cadence]")
    assert [each.message for each in findings(text) if each.rule == "missing-part"] == [
        "Part 5, “Coaching Cadence + Session Toolkit”, is missing."
    ]


def test_a_part_that_there_is_none_of_is_told() -> None:
    text = drafted(COMPLETE, "plan").text.replace("parts: [plan, closing]", "parts: [plan, retro]")
    (found,) = [each for each in findings(text) if each.rule == "unknown-choice"]
    assert (found.message, found.range.start.line) == ("“retro” is no part that is known here.", 13)


@pytest.mark.parametrize("said", ["plan", "[4, 5]", "{a: b}", "[]", "null", "[retro]", "4", "[plan, [x]]", ""])
def test_parts_that_cannot_be_read_leave_nothing_out_and_stop_nothing(tmp_path: Path, said: str) -> None:
    text = drafted(COMPLETE, "plan").text.replace("parts: [plan, closing]", f"parts: {said}")
    file = tmp_path / "pack.md"
    file.write_text(text, encoding="utf-8")
    (score,) = Scorer(Settings(root=tmp_path, as_of=TODAY)).scores([file])
    missing = sum(finding.rule == "missing-part" for finding in findings(text))
    assert (score.out_of, missing) == ((5, 0) if said == "[plan, [x]]" else (30, 2))
