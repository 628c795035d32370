"""Whether a gap is one of skill, told in a list below the assessment."""

from __future__ import annotations

from typing import Any

from tests.binding.reading import parts

ASSESSED = (
    "## Current Assessment\n\n| ID | Current level | Evidence |\n|---|---|---|\n"
    "| K1 | Apply | one brief |\n| K2 | Apply | one note |\n| K3 | Know | one call |\n\n"
)


def assessment(body: str) -> dict[str, Any]:
    found: dict[str, Any] = parts(f"{ASSESSED}{body}")["assessment"]
    return found


def test_a_list_by_the_name_of_the_kind_tells_it_of_each() -> None:
    lines = "- K1: the sheet has been there since May, so this is a skill gap.\n- K2: Constraint, no access to data\n"
    told = assessment(f"**Skill gap or constraint?**\n\n{lines}- K3: nobody has asked yet.\n")
    assert [level.get("gap_type") for level in told["levels"]] == ["skill", "constraint", None]
    assert told["constraints"] == ["K2: Constraint, no access to data", "K3: nobody has asked yet."]


def test_what_takes_something_back_tells_no_kind() -> None:
    line = "- K1: this is a constraint for the order, not for the alternatives.\n"
    told = assessment(f"**Skill gap or constraint?**\n\n{line}")
    assert "gap_type" not in told["levels"][0]
    assert len(told["constraints"]) == 1


def test_a_list_of_constraints_stays_one() -> None:
    told = assessment("**Constraints**\n\n- K1: that it is a skill gap is what the lead says\n")
    assert ("gap_type" in told["levels"][0], len(told["constraints"])) == (False, 1)
