"""Competencies in lists: names before a dash, rungs without a label, letters for levels, copied bullets."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts, read

FRAMING = {
    "competency": "Problem framing",
    "behaviours": ["says who", "says how many"],
    "ladder": [
        {"level": "Know", "behaviour": "names the parts"},
        {"level": "Understand", "behaviour": "says why"},
        {"level": "Apply", "behaviour": "fills the frame"},
    ],
}
DELIVERY = {
    "competency": "Delivery",
    "behaviours": ["plans in slices"],
    "ladder": [
        {"level": "Apply", "behaviour": "cuts one"},
        {"level": "Analyze", "behaviour": "finds the slow part"},
    ],
}


def competencies(body: str) -> Any:
    return parts(f"## 1) Definition of Good PM\n\nScope: the app\n\n{body}")["definition"].get("competencies")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("- Problem framing – says who; says how many\n", "- Delivery – plans in slices\n"),
        ("- Problem framing - says who; says how many\n", "- Delivery - plans in slices\n"),
        ("- **Problem framing** – says who; says how many\n\n", "- **Delivery** – plans in slices\n\n"),
        ("1. Problem framing — says who; says how many\n", "2. **Delivery**: plans in slices\n\n"),
        ("- Problem framing: says who; says how many\n\n", "- Delivery: plans in slices\n\n"),
        ("- **Problem framing**\n  - says who\n  - says how many\n\n", "- **Delivery**\n  - plans in slices\n\n"),
        ("- Problem framing: says who\n  - says how many\n\n", "- Delivery – plans in slices\n"),
        (
            "1) Problem framing\n   Behaviours: says who; says how many\n",
            "2) Delivery\n   Behaviours: plans in slices\n",
        ),
    ],
)
@pytest.mark.parametrize(
    ("rungs", "others"),
    [
        ("K: names the parts / U: says why / Ap: fills the frame", "Ap: cuts one / An: finds the slow part"),
        ("K: names the parts; U: says why; A: fills the frame.", "A: cuts one; An: finds the slow part."),
        (
            "Knows = names the parts; Understands = says why; Applies = fills the frame",
            "Applies = cuts one; Analyses = finds the slow part",
        ),
    ],
)
def test_competencies_are_items_with_their_rungs_in_a_line(first: str, second: str, rungs: str, others: str) -> None:
    assert competencies(f"{first}   {rungs}\n{second}   {others}\n") == [FRAMING, DELIVERY]


@pytest.mark.parametrize("dash", [": ", " – ", " = ", " → ", " - "])
def test_rungs_are_items_below_their_competency(dash: str) -> None:
    body = (
        f"- Problem framing: says who; says how many\n  - Know{dash}names the parts\n  - Understand{dash}says why\n"
        f"  - Apply{dash}fills the frame\n- Delivery: plans in slices\n  - Apply (L3){dash}cuts one\n"
        f"  - **Analyze**{dash}finds the slow part\n"
    )
    assert competencies(body) == [FRAMING, DELIVERY]


def test_rungs_are_lines_below_the_heading_of_their_competency() -> None:
    body = (
        "### Problem framing\n\n- says who\n- says how many\n\nKnow: names the parts\nUnderstand: says why\n"
        "Apply: fills the frame\n\n### Delivery\n\nplans in slices\n\nAp: cuts one · An: finds the slow part\n"
    )
    assert competencies(body) == [FRAMING, DELIVERY]


def test_bullets_that_were_copied_are_items_on_two_levels() -> None:
    body = (
        "●\tProblem framing: says who; says how many\n○\tKnow: names the parts\n○\tUnderstand: says why\n"
        "○\tApply: fills the frame\n●\tDelivery: plans in slices\n○\tApply: cuts one\n○\tAnalyze: finds the slow part\n"
    )
    assert competencies(body) == [FRAMING, DELIVERY]


def test_a_competency_without_a_ladder_has_none() -> None:
    assert competencies("- Problem framing – says who\n- Delivery – in slices\n") == [
        {"competency": "Problem framing", "behaviours": ["says who"]},
        {"competency": "Delivery", "behaviours": ["in slices"]},
    ]


@pytest.mark.parametrize(
    "body",
    [
        "- Decision rights – the order of the backlog\n- Scope – the app\n",
        "- ships on time\n- talks to users – every week\n",
        "- a good PM here says who has the problem – and how many\n- Delivery – plans\n",
        "- Framing. Then – says who\n- Delivery – plans\n",
    ],
    ids=["fields", "one-without", "a-sentence", "two-sentences"],
)
def test_other_lists_are_no_competencies(body: str) -> None:
    assert competencies(body) is None


@pytest.mark.parametrize(
    "text",
    [
        "Apply: fills the frame",
        "Applies the frame; knows its parts",
        "Q: who; A: support",
        "E: later / K: names the parts",
    ],
)
def test_one_rung_or_other_letters_are_behaviours(text: str) -> None:
    found = read(f"## 1) Definition of Good PM\n\n### Framing\n\n- {text}\n").data["definition"]["competencies"]
    assert "ladder" not in found[0]


def test_letters_follow_the_edition() -> None:
    body = "## 1) Definition of Good PM\n\n### Framing\n\nR: names / U: says why / E: judges / C: makes one\n"
    old = read(body).data["definition"]["competencies"][0]
    assert [rung["level"] for rung in old.get("ladder", [])] == []
    new = read(body, "---\ntype: coaching-pack\nbloom: 2001\n---\n\n").data["definition"]["competencies"][0]
    assert [rung["level"] for rung in new["ladder"]] == ["Remember", "Understand", "Evaluate", "Create"]


_SHORT = "K = know, U = understand, Ap = apply, An = analyze, S = synthesize, E = evaluate."
_LEVELS = ("Know", "Understand", "Apply", "Analyze", "Synthesize", "Evaluate")


@pytest.mark.parametrize(
    "told",
    [
        "K names / U explains / Ap cuts / An finds / S invents / E judges",
        "K names, U explains, Ap cuts, An finds, S invents, E judges",
        "**K** names · **U** explains · **Ap** cuts · **An** finds · **S** invents · **E** judges",
        "K: names / U: explains / Ap: cuts / An: finds / S: invents / E: judges",
        "K names; U explains; Ap cuts; An finds; S invents; E judges",
        "Know: names; Understand: explains; Apply: cuts; Analyze: finds; Synthesize: invents; Evaluate: judges",
    ],
)
@pytest.mark.parametrize("name", ["Scoping:", "**Scoping:**", "Scoping –"])
def test_a_ladder_behind_a_name_that_was_told_is_that_of_its_competency(told: str, name: str) -> None:
    first, *others = competencies(
        f"- **Scoping** – cuts an idea\n- **Asking** – asks\n\n{_SHORT}\n\n- {name} {told}\n- Asking: {told}"
    )
    seen = ("names", "explains", "cuts", "finds", "invents", "judges")
    ladder = [{"level": level, "behaviour": does} for level, does in zip(_LEVELS, seen, strict=True)]
    assert first == {"competency": "Scoping", "behaviours": ["cuts an idea"], "ladder": ladder}
    assert [other["competency"] for other in others] == ["Asking"]


def test_a_ladder_in_a_cell_begins_its_rungs_with_short_forms() -> None:
    (one,) = competencies(
        "**K**now, **U**nderstand, **Ap**ply, **An**alyze, **S**ynthesize, **E**valuate\n\n"
        "| Competency | Bloom ladder |\n|---|---|\n| Rhythm | **K**/**U** joins · **Ap** runs it · **An** sees why |"
    )
    assert [(rung["level"], rung["behaviour"]) for rung in one["ladder"]] == [
        ("Understand", "joins"),
        ("Apply", "runs it"),
        ("Analyze", "sees why"),
    ]


def test_a_ladder_behind_a_name_may_stand_below_a_table() -> None:
    found = competencies(
        "| Competency | Behaviours |\n|---|---|\n| Scoping | cuts |\n| Asking | asks |\n\nLadder:\n\n"
        "- **Scoping:** Know – names; Understand – explains; Apply – cuts\n- **Asking:** see the wiki"
    )
    assert [[rung["level"] for rung in one.get("ladder", [])] for one in found] == [["Know", "Understand", "Apply"], []]


@pytest.mark.parametrize(
    "rungs", ["K / U the ritual, Ap runs it, An sees why", "K/U the ritual · Ap runs it · An sees"]
)
def test_a_rung_that_says_nothing_is_left_out(rungs: str) -> None:
    (one,) = competencies(f"{_SHORT}\n\n- **Rhythm** – is on time\n\n- Rhythm: {rungs}")
    assert [rung["level"] for rung in one["ladder"]] == ["Understand", "Apply", "Analyze"]


def test_two_records_of_one_name_are_one_for_whoever_names_it() -> None:
    body = (
        "## 1) Definition of “Good PM”\n\n- **Scoping** – cuts\n- **Scoping** – slices\n\n## 2) Current Assessment\n\n"
    )
    document = read(f"{body}| Competency | Now | Evidence |\n|---|---|---|\n| Scoping | Apply | a note |\n")
    assert [reference.targets for reference in document.references] == [(("definition", "competencies", 0),)]


@pytest.mark.parametrize("shape", ["- **{}** – {} {}\n", "**{}.** {} {}\n\n"])
@pytest.mark.parametrize("expected", ["*Expected depth: {}.*", "*Bar: {}*", "Target level: {}.", "We expect {}."])
def test_the_level_that_the_role_asks_for_stands_behind_the_behaviours(shape: str, expected: str) -> None:
    told = [
        ("Framing", "Says who and how many.", expected.format("Analyze")),
        ("Delivery", "Plans in slices.", expected.format("Apply")),
    ]
    assert competencies("".join(shape.format(*each) for each in told)) == [
        {"competency": "Framing", "behaviours": ["Says who and how many."], "expected": "Analyze"},
        {"competency": "Delivery", "behaviours": ["Plans in slices."], "expected": "Apply"},
    ]


LADDERS = "### Bloom depth ladder\n\n| Level | One | Two |\n|---|---|---|\n| Know | a | b |\n"


@pytest.mark.parametrize("head", ["**{}**", "**{} (developers)** (expected: Analyze)", "**1. {}**"])
@pytest.mark.parametrize("ladders", ["", LADDERS])
def test_a_bold_name_above_what_is_seen(head: str, ladders: str) -> None:
    framing, craft = head.format("Framing"), head.format("Craft")
    told = f"{framing}\n- Says who is stuck\n- Names the cause\n\n{craft}\n\n- Lists edge cases\n\n"
    body = f"## 1) Definition of Good PM\n\nWe agreed on two.\n\n### Competency model\n\n{told}{ladders}"
    found = read(body).data["definition"]["competencies"]
    assert [(one["competency"].split(" (")[0], one["behaviours"]) for one in found] == [
        ("Framing", ["Says who is stuck", "Names the cause"]),
        ("Craft", ["Lists edge cases"]),
    ]


def test_bold_names_without_items_below_are_no_competencies() -> None:
    told = "**Framing**\n\nas agreed\n\n**Craft**\n\n- Lists edge cases\n"
    body = f"## 1) Definition of Good PM\n\n### Competency model\n\n{told}"
    assert "competencies" not in read(body).data["definition"]
