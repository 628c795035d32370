"""Levels of an assessment that a phrase tells, and Roman figures that stand for levels."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.readers.bloom import short_forms
from tests.binding.reading import read, told


def levels(body: str) -> list[dict[str, Any]]:
    document = read(f"## 2) Current Assessment\n\n{body}\n")
    found: list[dict[str, Any]] = document.data["assessment"].get("levels", [])
    return found


@pytest.mark.parametrize(
    ("phrase", "level"),
    [
        ("Framing — step 3, Apply", "Apply"),
        ("Framing – already at Analyze, and a joy to watch", "Analyze"),
        ("Framing – *Understand*", "Understand"),
        ("Framing: was *Evaluate* (Feb 2026), today **Know**, maybe Understand", "Know"),
        ("Framing: was Synthesize, now Analyze (assumed)", "Analyze"),
        ("Framing: was *Analyze*, today **unknown**", "unknown"),
    ],
)
def test_a_phrase_tells_the_level(phrase: str, level: str) -> None:
    (one,) = levels(f"- {phrase}.\n  - 14 Aug: the review listed 22 facts\n")
    assert (one["competency"], one["current"]) == ("Framing", level)


@pytest.mark.parametrize(
    ("phrase", "current", "target"),
    [
        ("**now ?, target 3** → unknown", "unknown", "Apply"),
        ("today ?, aim: Apply", "unknown", "Apply"),
        ("now 2, target 3–4", "Understand", "Apply"),
        ("**now 2–3, target 4** → gap", "Understand", "Analyze"),
    ],
)
def test_a_level_that_is_open_or_between_two_stands_beside_that_to_reach(
    phrase: str, current: str, target: str
) -> None:
    (one,) = levels(f"- Framing: {phrase}\n  - 14 Aug: the review listed 22 facts\n")
    assert (one["competency"], one["current"], one["target"]) == ("Framing", current, target)


@pytest.mark.parametrize(
    "head", ["Framing — step 3, Apply", "Framing – already at Apply, with one case", "Framing: Apply"]
)
def test_so_do_the_bold_heads_of_paragraphs(head: str) -> None:
    one, other = levels(
        f"**{head}.** Nine boxes, no weights.\n\n**Writing – Understand.** The pre-read ran to 14 pages.\n"
    )
    assert one == {"competency": "Framing", "current": "Apply", "evidence": ["Nine boxes, no weights."]}
    assert other["current"] == "Understand"


@pytest.mark.parametrize(
    "phrase",
    [
        "Framing – knows the users well",
        "Framing – understands why, and says so",
        "Framing – we create options together",
    ],
)
def test_a_word_like_a_level_is_no_level(phrase: str) -> None:
    assert not any("current" in one for one in levels(f"- {phrase}\n  - 14 Aug: 22 facts\n"))


def test_a_phrase_that_leaves_the_level_open_is_told_at_its_place() -> None:
    body = (
        "**Listening – at Analyze.** A note in June.\n\n"
        "**Choosing – somewhere between Understand and Apply.** The page stayed in the notebook.\n"
    )
    assert told(f"## 2) Current Assessment\n\n{body}") == [
        (
            "between-two-levels",
            "somewhere between Understand and Apply",
            "“somewhere between Understand and Apply” is between two levels: Understand and Apply.",
        )
    ]
    assert [level["current"] for level in levels(body)] == ["Analyze", "Understand"]


GRID = "| | Framing |\n|---|---|\n| I Know | names it |\n| II Understand | says why |\n| III Apply | does it |\n"


def test_roman_figures_stand_for_levels_where_they_are_named() -> None:
    document = read(
        f"## 1) Good PM\n\n{GRID}\n## 2) Current Assessment\n\n1. Framing: **II**, wanted III.\n   - 11 June: x\n"
    )
    assert document.data["assessment"]["levels"] == [
        {"competency": "Framing", "current": "Understand", "target": "Apply", "evidence": ["11 June: x"]}
    ]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (GRID, (("i", "Know"), ("ii", "Understand"), ("iii", "Apply"))),
        ("III. Apply, then II. Understand, then I. Know", (("i", "Know"), ("ii", "Understand"), ("iii", "Apply"))),
        ("Part III Apply the frame", ()),
        ("Phase II Build, Phase III Perform, Phase I Foundation", ()),
        ("III Apply, III Analyze, II Understand, I Know", ()),
    ],
)
def test_which_roman_figures_are_named(text: str, known: tuple[tuple[str, str], ...]) -> None:
    assert short_forms(text) == known


_ALL_IN_SHORT = {
    "K": "Know",
    "U": "Understand",
    "Ap": "Apply",
    "An": "Analyze",
    "S": "Synthesize",
    "E": "Evaluate",
}


@pytest.mark.parametrize(
    "text",
    [
        "Levels: K=know, U=understand, Ap=apply, An=analyze, S=synth, E=eval",
        "**K**now, **U**nderstand, **Ap**ply, **An**alyze, **S**ynthesize, **E**valuate",
        "(K)nowledge / (U)nderstanding / (Ap)plication / (An)alysis / (S)ynthesis / (E)valuation",
        "Know (K), understand (U), apply (Ap), analyse (An), synthesise (S), evaluate (E)",
        "K – know, U – understand, Ap – apply, An – analyze, S – synthesize, E – evaluate",
        "K: know, U: understand, Ap: apply, An: analyze, S: synthesize, E: evaluate",
        "| | Framing |\n|---|---|\n" + "".join(f"| {short} | frames |\n" for short in _ALL_IN_SHORT),
        "\n".join(f"- {short}: frames" for short in _ALL_IN_SHORT),
    ],
)
def test_levels_in_short_are_known_by_their_first_letters_or_as_a_ladder(text: str) -> None:
    assert dict(short_forms(text)) == {short.lower(): level for short, level in _ALL_IN_SHORT.items()}


@pytest.mark.parametrize(
    "text",
    [
        "E=energy, S=speed, K=know",
        "I *know* it, **und**erstand it and **app**ly it",
        "We understand (U) what we know (K)",
        "| Ap | x |\n| An | y |\n| E | z |\n",
    ],
)
def test_few_letters_explain_nothing(text: str) -> None:
    assert short_forms(text) == ()
