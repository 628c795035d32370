"""Ladders by the numbers of their levels, or told as so many steps as there are levels, in lists and in sentences."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts

LEVELS = ["Know", "Understand", "Apply", "Analyze", "Synthesize", "Evaluate"]
STEPS = [
    "names the partners",
    "says what drives each",
    "runs a pre-read",
    "sees the conflict ahead",
    "finds a third option",
    "drops what did not help",
]


def competencies(body: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parts(f"## 1) Definition of Good PM\n\n{body}\n")["definition"]["competencies"]
    return found


def rungs(record: dict[str, Any]) -> list[tuple[str, str]]:
    return [(rung["level"], rung["behaviour"]) for rung in record["ladder"]]


@pytest.mark.parametrize("mark", ["L{}", "L{}:", "Level {} –", "**L{}**", "{}:", "{} =", "{} –"])
def test_the_rungs_of_a_nested_list_bear_numbers(mark: str) -> None:
    ladder = "\n".join(f"    - {mark.format(number)} {step}" for number, step in enumerate(STEPS, 1))
    body = f"- **Alignment**\n  - behaviours\n    - asks two days ahead\n  - ladder\n{ladder}\n- **Craft**\n"
    body += "  - behaviours: tests wording\n  - ladder: L1 terms → L2 reasons → L3 edits alone\n"
    first, second = competencies(body)
    assert (first["competency"], first["behaviours"]) == ("Alignment", ["asks two days ahead"])
    assert rungs(first) == list(zip(LEVELS, STEPS, strict=True))
    assert rungs(second) == [("Know", "terms"), ("Understand", "reasons"), ("Apply", "edits alone")]


@pytest.mark.parametrize("form", ["{n} {s}", "({n}) {s}", "{n}: {s}", "L{n} {s}", "{n} = {s}", "{n}) {s}"])
@pytest.mark.parametrize("sign", ["; ", " … ", ", ", " / ", " → "])
def test_a_ladder_in_a_line_is_told_by_its_numbers(form: str, sign: str) -> None:
    told = sign.join(form.format(n=number, s=step) for number, step in enumerate(STEPS, 1))
    body = f"**A. Alignment**\nWhat one can see: partners are asked in time. {told}.\n\n**B. Craft**\nLevels: {told}.\n"
    first, second = competencies(body)
    assert first["behaviours"] == ["partners are asked in time."]
    assert rungs(first) == rungs(second) == list(zip(LEVELS, STEPS, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Writes 1 page, 2 options and 3 costs.",
        "Needs at most 1 reminder; 2 days ahead; 3 partners.",
        "Ships in 2 weeks; 3 slices; 4 checks; 5 people.",
    ],
)
def test_a_few_numbers_are_no_ladder(text: str) -> None:
    first, _ = competencies(f"**Alignment.** {text}\n\n**Craft.** Tests wording.\n")
    assert "ladder" not in first


def test_lists_of_numbered_rungs_stand_below_bold_names() -> None:
    ladder = "\n".join(f"* {number}: {step}" for number, step in enumerate(STEPS, 1))
    body = f"**A. Alignment (A-AL)**\nWhat one can see: partners know why.\n\n{ladder}\n\n**B. Craft (B-CR)**\n"
    body += "What one can see: wording is tested. 1 terms; 2 reasons; 3 edits alone; 4 sees patterns.\n"
    first, second = competencies(body)
    assert [first["competency"], second["competency"]] == ["A. Alignment (A-AL)", "B. Craft (B-CR)"]
    assert (first["behaviours"], second["behaviours"]) == (["partners know why."], ["wording is tested."])
    assert rungs(first) == list(zip(LEVELS, STEPS, strict=True))
    assert [level for level, _ in rungs(second)] == LEVELS[:4]


FROM_TO = """From knowing the names, to seeing why they matter, to asking them, to finding what divides them, \
to building a third way, to judging when to go alone."""
GOES_FROM = """It goes from naming partners; to explaining their aims; to actually asking them; to foreseeing trouble; \
to shaping an offer; and finally to dropping what did not help."""
IN_TURN = """Knows the names, understands the aims, applies the pre-read, analyses who blocks, designs a way around, \
evaluates what it cost."""
IN_BRACKETS = """We keep it short (knows the names, grasps little yet, applies the pre-read, analyses who blocks, \
synthesises an offer, evaluates what it cost)."""


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        (FROM_TO, "knowing the names", "judging when to go alone"),
        (GOES_FROM, "naming partners", "dropping what did not help"),
        (IN_TURN, "Knows the names", "evaluates what it cost"),
        (IN_BRACKETS, "knows the names", "evaluates what it cost"),
    ],
)
def test_as_many_steps_as_levels_are_a_ladder(told: str, first: str, last: str) -> None:
    found, _ = competencies(f"**Alignment.** Partners are never surprised. {told}\n\n**Craft.** Tests wording.\n")
    assert found["behaviours"][0].startswith("Partners are never surprised.")
    assert [level for level, _ in rungs(found)] == LEVELS
    assert (rungs(found)[0][1], rungs(found)[-1][1]) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "From knowing the names, to seeing why they matter, to asking them.",
        "Knows the market, understands users, and applies both.",
        "Knows the names, evaluates offers, applies the pre-read, analyses who blocks.",
    ],
)
def test_fewer_steps_or_another_order_are_behaviours(text: str) -> None:
    found, _ = competencies(f"**Alignment.** {text}\n\n**Craft.** Tests wording.\n")
    assert "ladder" not in found


def test_what_leads_to_the_next_rung_is_not_of_the_one_before() -> None:
    told = (
        "A beginner *knows* that a brief has an answer; someone a step on *understands* why options push work up; "
        "then they *apply* the form. At the level of *analysis* they find the assumption. At *synthesis* they join "
        "views. At *evaluation* they judge their own calls."
    )
    found, _ = competencies(f"**Calls.** One answer, on top. {told}\n\n**Craft.** Tests wording.\n")
    assert found["behaviours"] == ["One answer, on top."]
    assert rungs(found) == list(
        zip(
            LEVELS,
            [
                "that a brief has an answer",
                "why options push work up",
                "the form",
                "they find the assumption",
                "they join views",
                "they judge their own calls",
            ],
            strict=True,
        )
    )


@pytest.mark.parametrize(
    "told",
    [
        "From naming the partners (*know*) to asking them (*apply*) to helping others ask (*evaluate*).",
        "It goes from naming the partners (know), to asking them (apply), and then to helping others ask (evaluate).",
    ],
)
@pytest.mark.parametrize(
    "form", ["**Alignment.** {}\n\n**Craft.** Tests wording.\n", "### Alignment\n\n{}\n\n### Craft\n\nTests.\n"]
)
def test_levels_stand_in_brackets_behind_what_is_seen(told: str, form: str) -> None:
    found, _ = competencies(form.format(f"Partners know why. {told}"))
    assert found["behaviours"] == ["Partners know why."]
    assert rungs(found) == [
        ("Know", "naming the partners"),
        ("Apply", "asking them"),
        ("Evaluate", "helping others ask"),
    ]


def test_a_scale_for_all_competencies_is_none_of_them() -> None:
    scale = "".join(f"- *{level}*: {step}\n" for level, step in zip(LEVELS, STEPS, strict=True))
    found = competencies(
        f"1. **Alignment.** Asks early.\n2. **Craft.** Tests wording.\n\nThe scale for both:\n\n{scale}"
    )
    assert [one["competency"] for one in found] == ["Alignment", "Craft"]
