"""Levels of competencies in sentences, as people write them in a letter; and sentences that only speak of levels."""

from __future__ import annotations

import pytest

from tests.binding.reading import parts, read

_GOOD = """## 1) Definition of Good PM

**Sets direction.** Takes a position. Expected: **Analyze**.

**Grows others.** Asks first. Expected: **Apply**.

## 2) Current Assessment

"""


def test_each_paragraph_names_a_competency_and_its_level() -> None:
    body = (
        "We looked at it together.\n\n"
        "On setting direction I placed pm-07 at *apply*. The plan of 30 June follows the strategy. None object.\n\n"
        "On growing others pm-07 is at understand. Nine of eleven questions were answered.\n\n"
        "What I was unsure of is how others see it.\n"
    )
    assert parts(f"{_GOOD}{body}")["assessment"]["levels"] == [
        {
            "competency": "direction",
            "current": "Apply",
            "evidence": ["The plan of 30 June follows the strategy. None object."],
        },
        {
            "competency": "others",
            "current": "Understand",
            "evidence": ["Nine of eleven questions were answered."],
        },
    ]


def test_each_has_its_place() -> None:
    document = read(f"{_GOOD}On direction I said *apply*.\n\nOn growing others I said **know**. One note.\n")
    at = ("assessment", "levels", 1)
    places = {
        name: document.text[slice(*document.values[(*at, name)])] for name in ("competency", "current", "evidence")
    }
    assert places == {"competency": "others", "current": "know", "evidence": "One note."}
    assert "evidence" not in document.data["assessment"]["levels"][0]


@pytest.mark.parametrize(
    "body",
    [
        "On setting direction I placed pm-07 at *apply*. The plan follows the strategy.\n",  # one alone
        "On direction, *apply*. One.\n\nOn direction, *analyze*. Two.\n",  # the same one twice
        "On direction between *apply* and *analyze*. One.\n\nOn growing others *know* or *apply*. Two.\n",
        "On prices pm-07 is at *apply*. One.\n\nOn writing pm-07 is at *know*. Two.\n",
        "Direction matters. pm-07 knows it.\n\nGrowing others takes time. pm-07 will apply it.\n",
    ],
)
def test_other_sentences_tell_no_levels(body: str) -> None:
    assert "levels" not in read(f"{_GOOD}{body}").data.get("assessment", {})


@pytest.mark.parametrize("form", ["- **{}, {}.** {}\n", "**{}: {}.** {}\n\n", "- **{} ({}).** {}\n"])
def test_levels_in_the_heads_of_strengths_and_gaps_are_those_of_the_assessment(form: str) -> None:
    strength = form.format("Sets direction", "Analyze", "The plan of June takes a position.")
    gap = form.format("Grows others", "Know", "Nine of eleven questions were answered.")
    found = parts(f"{_GOOD}### Strengths\n\n{strength}\n### Gaps\n\n{gap}\n")["assessment"]
    assert [(one["competency"], one["current"], one["evidence"]) for one in found["levels"]] == [
        ("Sets direction", "Analyze", ["The plan of June takes a position."]),
        ("Grows others", "Know", ["Nine of eleven questions were answered."]),
    ]
    assert len(found["strengths"]) == len(found["gaps"]) == 1
