"""Competencies that are a line each: a name in bold, and behind a sign what is to be seen."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import FRONT, parts
from tests.binding.test_references import references

NAMES = ("Framing", "Saying no", "Writing")
SEEN = ("says who has the problem", "gives a reason and an option", "leaves out what nobody needs")


def definition(body: str) -> dict[str, Any]:
    found: dict[str, Any] = parts(f"## 1) Definition of Good PM\n\n{body}\n").get("definition", {})
    return found


def lines(form: str) -> str:
    told = enumerate(zip(NAMES, SEEN, strict=True), 1)
    return "".join(form.format(name=name, seen=seen, n=n, letter="abc"[n - 1]) for n, (name, seen) in told)


@pytest.mark.parametrize(
    "form",
    [
        "**{name}** – {seen}\n\n",
        "**{name}** — {seen}\n",
        "**{name}:** {seen}\n\n",
        "**{name}**: {seen}\n",
        "*{name}*: {seen}\n\n",
        "({letter}) **{name}** – {seen}\n\n",
        "1.{n} **{name}:** {seen}\n\n",
    ],
)
@pytest.mark.parametrize("before", ["", "We agreed on three.\n\n", "**Decision rights:** the order of the backlog\n\n"])
def test_a_bold_name_and_what_is_seen(form: str, before: str) -> None:
    found = definition(before + lines(form))["competencies"]
    assert [(one["competency"], one["behaviours"]) for one in found] == [
        (name, [seen]) for name, seen in zip(NAMES, SEEN, strict=True)
    ]


@pytest.mark.parametrize("form", ["({letter}) **{name}.** {seen}.\n\n", "1.{n} **{name}.** {seen}.\n\n"])
def test_a_number_may_stand_before_a_bold_head(form: str) -> None:
    found = definition(lines(form))["competencies"]
    assert [(one["competency"], one["behaviours"]) for one in found] == [
        (name, [f"{seen}."]) for name, seen in zip(NAMES, SEEN, strict=True)
    ]


def test_two_labels_are_no_competencies() -> None:
    assert "competencies" not in definition("**Basis:** the ladder of May\n\n**Checked by:** lead-02\n")


def test_letters_in_front_of_names_are_what_other_parts_call_them_by() -> None:
    told = lines("**{letter}. {name}** – {seen}\n")
    body = f"## 1) Definition of Good PM\n\n{told}\n## 2) Current Assessment\n\n"
    body += "| | Level | Evidence |\n|---|---|---|\n| a | Apply | brief of May |\n| C | Know | two memos |\n"
    found = references(FRONT + body, "assessment", "levels")
    assert [reference.targets for reference in found if reference.path[-1] == "competency"] == [
        (("definition", "competencies", 0),),
        (("definition", "competencies", 2),),
    ]
