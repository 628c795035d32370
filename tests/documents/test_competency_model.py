"""A team's competency model, and packs that refer to it instead of repeating it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pmcoach_lint.engine import lint_together
from pmcoach_lint.settings import load_settings
from tests.linting import read
from tests.packs import WHOLE, replaced

FRONT = """\
---
type: competency-model
name: checkout-pm
team: checkout
owner: lead-02
bloom: 1956
status: active
visibility: internal
---

"""
TABLE = """\
# What good looks like in Checkout

**Scope:** everything between basket and receipt

**Decision rights:** decides the order of the backlog alone; prices only with the head of sales

## Competencies

| Competency | Observable behaviours | Apply | Analyze |
|---|---|---|---|
| Problem framing | Names who is stuck<br>Writes rival explanations | Fills the frame | Ranks the causes |
| Strategy | Says no with a reason | Uses the criteria | Weighs two bets |
"""
SECTIONS = """\
# What good looks like in Checkout

## Scope

everything between basket and receipt

## Decision rights

decides the order of the backlog alone; prices only with the head of sales

## Competency model

### Competency 1: Problem framing

**Observable behaviours:**

- Names who is stuck
- Writes rival explanations

**Bloom ladder:**

- Apply: Fills the frame
- Analyze: Ranks the causes

### Competency 2: Strategy

**Behaviours:** Says no with a reason

**Ladder:** Apply: Uses the criteria<br>Analyze: Weighs two bets
"""
NO_HEADINGS = re.sub("^## (.*)$", r"**\1**", TABLE, flags=re.MULTILINE)
MODEL = {
    "type": "competency-model",
    "name": "checkout-pm",
    "team": "checkout",
    "owner": "lead-02",
    "bloom": 1956,
    "status": "active",
    "visibility": "internal",
    "scope": "everything between basket and receipt",
    "decision_rights": "decides the order of the backlog alone; prices only with the head of sales",
    "competencies": [
        {
            "competency": "Problem framing",
            "behaviours": ["Names who is stuck", "Writes rival explanations"],
            "ladder": [
                {"level": "Apply", "behaviour": "Fills the frame"},
                {"level": "Analyze", "behaviour": "Ranks the causes"},
            ],
        },
        {
            "competency": "Strategy",
            "behaviours": ["Says no with a reason"],
            "ladder": [
                {"level": "Apply", "behaviour": "Uses the criteria"},
                {"level": "Analyze", "behaviour": "Weighs two bets"},
            ],
        },
    ],
}


def findings(text: str, *, model: str | None = None) -> list[tuple[str, str]]:
    """What is found in a document, together with the model that it names."""
    together = {"packs/document.md": text, "packs/checkout-pm.md": FRONT + TABLE if model is None else model}
    reports = lint_together(together, load_settings(Path.cwd(), isolated=True))
    return [(finding.code, finding.message) for finding in reports[0].findings]


@pytest.mark.parametrize("body", [TABLE, SECTIONS, NO_HEADINGS], ids=["table", "sections", "no headings"])
def test_a_model_reads_the_same_however_it_is_written(body: str) -> None:
    document = read(FRONT + body)
    assert document.data == MODEL
    assert findings(FRONT + body) == []
    where = document.values[("competencies", 1, "behaviours", 0)]
    assert document.text[slice(*where)] == "Says no with a reason"


def test_a_model_without_competencies_is_found_to_lack_them() -> None:
    assert findings(FRONT + "# Model\n\n## Scope\n\nCheckout\n") == [("PMC301", "The part “Competencies” is missing.")]


PART_1 = WHOLE[WHOLE.index("## 1)") : WHOLE.index("## 2)")]
NAMED = replaced(WHOLE, "type: coaching-pack\n", "type: coaching-pack\ncompetency-model: checkout-pm\n")
SHORT_FORMS = {
    "left out": "",
    "empty": "## 1) Definition of “Good PM”\n\n",
    "a sentence": "## 1) Definition of “Good PM”\n\nWe work by the team's model.\n\n",
    "a link": "## 1) Definition of “Good PM”\n\nSee [the model](checkout-pm.md).\n\n",
    "its own scope": "## 1) Definition of “Good PM”\n\n**Scope:** basket only\n\n",
    "a label": "## 1) Definition of “Good PM”\n\n**Competency model:** [checkout-pm](checkout-pm.md)\n\n",
    "a heading": "## 1) Definition of “Good PM”\n\n### Competency model\n\nThat of the team, checkout-pm.\n\n",
}


@pytest.mark.parametrize("part", SHORT_FORMS.values(), ids=SHORT_FORMS)
def test_a_pack_that_names_a_model_need_not_define_competencies(part: str) -> None:
    text = replaced(NAMED, PART_1, part)
    assert findings(text) == []
    document = read(text)
    assert document.data["competency_model"] == "checkout-pm"
    assert "competencies" not in document.data.get("definition", {})


def test_a_pack_that_names_no_model_must_define_them() -> None:
    assert findings(replaced(WHOLE, PART_1, "")) == [("PMC301", "Part 1, “Definition of ‘Good PM’”, is missing.")]
    found = findings(replaced(WHOLE, PART_1, SHORT_FORMS["its own scope"]))
    assert found == [("PMC201", "“Definition of ‘Good PM’” has no “Competency model”.")]


def test_the_other_parts_keep_their_numbers() -> None:
    text = replaced(NAMED, PART_1, "")
    text = text[: text.index("## 6)")] + text[text.index("## 7)") :]
    assert findings(text) == [("PMC301", "Part 6, “Follow-up Tracker + Review Plan”, is missing.")]


def test_competencies_that_the_pack_does_not_define_are_looked_for_in_the_model() -> None:
    document = read(replaced(NAMED, PART_1, ""))
    assert not document.references or all(reference.targets for reference in document.references)
    outside = [(other.text, other.type, other.to, other.named) for other in document.outside]
    assert outside == [("Problem framing", "competency-model", ("competencies",), ("competency_model",))]
    where = document.values[document.outside[0].path]
    assert document.text[slice(*where)] == "Problem framing"


def test_competencies_that_the_pack_defines_itself_come_first() -> None:
    document = read(NAMED)
    assert document.outside == []
    targets = [reference.targets for reference in document.references if reference.text == "Problem framing"]
    assert (("definition", "competencies", 0),) in targets


def test_without_a_model_an_unknown_competency_stays_unknown() -> None:
    document = read(replaced(WHOLE, PART_1, ""))
    assert document.outside == []
    assert [reference.targets for reference in document.references if reference.text == "Problem framing"] == [()]


def test_a_model_still_to_be_named_excuses_nothing() -> None:
    text = replaced(replaced(NAMED, PART_1, ""), "competency-model: checkout-pm", "competency-model: TBD")
    assert [code for code, _ in findings(text)] == ["PMC202", "PMC301"]
