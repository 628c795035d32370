"""Competencies that are items: their level in the head, and what shows it in the bullets below."""

from __future__ import annotations

import pytest

from tests.binding.reading import parts, read, told


@pytest.mark.parametrize(
    "head",
    [
        "🗣️ Executive communication → **Apply** (expected: Analyze)",
        "**Executive communication** → Apply (expected: Analyze)",
        "Executive communication – Apply (expected: Analyze)",
        "Executive communication -> *Apply* (expected: Analyze)",
        "**Executive communication: Apply** (expected: Analyze)",
    ],
)
@pytest.mark.parametrize(
    "evidence",
    [
        "  - Evidence\n    - the ask was on slide 19\n    - one clear brief\n",
        "  - **Evidence**\n    - the ask was on slide 19\n    - one clear brief\n",
        "  - the ask was on slide 19\n  - one clear brief\n",
        "  - Evidence: the ask was on slide 19; one clear brief\n",
    ],
)
def test_the_level_stands_in_the_head(head: str, evidence: str) -> None:
    other = "- Product craft → **Analyze** (expected: Analyze)\n  - Evidence\n    - caught one risk\n"
    body = f"## Where the PM is today\n\n- {head}\n{evidence}  - Confidence: high\n{other}"
    assert parts(body)["assessment"]["levels"] == [
        {
            "competency": "Executive communication",
            "current": "Apply",
            "expected": "Analyze",
            "evidence": ["the ask was on slide 19", "one clear brief"],
            "confidence": "high",
        },
        {"competency": "Product craft", "current": "Analyze", "expected": "Analyze", "evidence": ["caught one risk"]},
    ]


def test_the_head_of_an_item_may_be_a_bold_sentence() -> None:
    body = (
        "## Where the PM is today\n\n"
        "- **Framing: step 2 (Understand).** Of ten briefs none names a user. None a cause.\n"
        "- **Craft: Apply.** Tests the wording.\n"
    )
    assert parts(body)["assessment"]["levels"] == [
        {
            "competency": "Framing",
            "current": "Understand",
            "evidence": ["Of ten briefs none names a user. None a cause."],
        },
        {"competency": "Craft", "current": "Apply", "evidence": ["Tests the wording."]},
    ]


@pytest.mark.parametrize(
    "name", ["Discovery – customers", "From data to decisions → roadmap", "Apply", "Knowing users"]
)
def test_a_name_that_ends_with_no_level_stays_whole(name: str) -> None:
    body = f"## Where the PM is today\n\n- **{name}**\n  - Current: Apply\n  - Evidence: one brief\n"
    assert parts(body)["assessment"]["levels"][0]["competency"] == name


@pytest.mark.parametrize("label", ["*Bloom ladder*", "**Bloom ladder**", "Bloom ladder", "_Ladder_"])
def test_a_ladder_below_an_emphasised_bullet(label: str) -> None:
    body = (
        "## Good PM here\n\n- 🗣️ **Executive communication**\n  - Puts the ask first\n"
        f"  - {label}\n    - Know: lists the parts\n    - Apply: fills a brief\n"
        "- 🤝 **Alignment**\n  - Names a decider\n"
    )
    assert parts(body)["definition"]["competencies"] == [
        {
            "competency": "Executive communication",
            "behaviours": ["Puts the ask first"],
            "ladder": [
                {"level": "Know", "behaviour": "lists the parts"},
                {"level": "Apply", "behaviour": "fills a brief"},
            ],
        },
        {"competency": "Alignment", "behaviours": ["Names a decider"]},
    ]


@pytest.mark.parametrize(
    ("cell", "level"),
    [
        ("?", "unknown"),
        ("??", "unknown"),
        ("~~Know~~ ?", "unknown"),
        ("unknown [not asked yet]", "unknown"),
        ("Apply [low confidence, tech lead only]", "Apply"),
        ("~~Understand~~ **Apply** (28 Oct)", "Apply"),
    ],
)
def test_notes_beside_a_level_and_levels_that_nobody_knows(cell: str, level: str) -> None:
    table = "| Competency | Current | Target | Evidence |\n|---|---|---|---|\n"
    body = f"## Current assessment\n\n{table}| Framing | {cell} | Analyze [by spring] | one brief |\n"
    assert parts(body)["assessment"]["levels"] == [
        {"competency": "Framing", "current": level, "target": "Analyze", "evidence": ["one brief"]}
    ]


def test_a_level_to_reach_is_still_to_fill_in_where_it_is_a_question_mark() -> None:
    table = "| Competency | Current | Target | Evidence |\n|---|---|---|---|\n"
    assert told(f"## Current assessment\n\n{table}| Framing | Apply | ? | one brief |\n") == [
        ("still-to-fill", "?", "Target level: “?” is still to fill in.")
    ]


def test_a_bold_head_with_a_level_may_stand_alone_above_its_evidence() -> None:
    text = (
        "## 2) Current Assessment\n\n- **Delivery: Analyze.** Release on time.\n"
        "- **Framing: Understand → Apply, shaky.**\n  - Digest of August\n  - Snooze of September\n"
        "- **Trade-offs: Know.** Nothing dropped.\n"
    )
    told = [(row["competency"], row["current"], row["evidence"]) for row in parts(text)["assessment"]["levels"]]
    assert told == [
        ("Delivery", "Analyze", ["Release on time."]),
        ("Framing", "Understand", ["Digest of August", "Snooze of September"]),
        ("Trade-offs", "Know", ["Nothing dropped."]),
    ]


@pytest.mark.parametrize("aside", ["gap", "strength", "watch"])
def test_a_word_in_brackets_behind_a_level_is_no_part(aside: str) -> None:
    text = (
        "## 2) Current Assessment\n\n### Delivery: Analyze (strength)\n\n- Release on time\n\n"
        f"### Framing: Understand ({aside})\n\n- Digest of August\n"
    )
    told = parts(text)["assessment"]
    assert list(told) == ["levels"]
    assert [(row["competency"], row["current"]) for row in told["levels"]] == [
        ("Delivery", "Analyze"),
        ("Framing", "Understand"),
    ]


def test_a_head_in_italics_may_stand_alone_above_its_evidence() -> None:
    text = (
        "## 2) Current Assessment\n\n*Alignment: apply.* Maps when asked. But:\n\n- One was deferred\n\n"
        "*Briefs: understand, on the way to apply.*\n\n- Nine pages\n\n*Craft:* one voice says so.\n"
    )
    told = [(row["competency"], row["current"], row["evidence"][-1]) for row in parts(text)["assessment"]["levels"]]
    assert told == [("Alignment", "Apply", "One was deferred"), ("Briefs", "Understand", "Nine pages")]


@pytest.mark.parametrize(
    ("head", "level", "standing"),
    [
        ("Framing — Apply (gap)", "Apply", "gap"),
        ("**Framing: Apply, a gap.** Of ten briefs none names a user.", "Apply", "gap"),
        ("**Framing – Analyze (E1), clearly a strength**", "Analyze", "strength"),
        ("**Framing: L3 / solid**", "Apply", "neither"),
        ("**Framing: Apply.** The report of May names a gap.", "Apply", None),
        ("**Framing: Apply**, with a gap analysis of her own", "Apply", None),
    ],
)
def test_a_word_behind_the_level_says_whether_it_is_a_strength_or_a_gap(head: str, level: str, standing: str) -> None:
    told = parts(f"## Where the PM is today\n\n- {head}\n  - one brief\n- **Craft: Apply**\n  - two notes\n")
    first = told["assessment"]["levels"][0]
    assert (first["competency"], first["current"], first.get("standing")) == ("Framing", level, standing)


def test_half_a_level_in_a_head_is_told_and_leaves_the_name_whole() -> None:
    defined = "## Good PM here\n\n| Competency | Behaviours |\n|---|---|\n| Framing | a |\n| Craft | b |\n\n"
    assessed = "## Where the PM is today\n\n**Framing — Level 3.5 / solid**\n- one brief\n\n**Craft — Apply**\n- a\n"
    document = read(defined + assessed)
    assert [one["competency"] for one in document.data["assessment"]["levels"]] == ["Framing", "Craft"]
    assert document.data["assessment"]["levels"][0]["current"] == "Apply"
    assert [*document.offences] == ["between-two-levels"]
