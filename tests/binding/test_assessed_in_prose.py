"""Assessments in prose: a paragraph for each competency, in which the level stands among what shows it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts

GOOD = """## 1) Definition of Good PM

**Makes a call.** One answer, on top.

**Hears what is said.** In rooms and in interviews.

**Ships with the squads.** In slices.

"""
NAMES = ("Making a call", "Hearing", "Shipping")
FORMS = [
    "*{}.* {}\n\n",
    "**{}.** {}\n\n",
    "**{}:** {}\n\n",
    "*{}* — {}\n\n",
    "**{}** – {}\n\n",
    "### {}\n\n{}\n\n",
    "**{}**\n\n{}\n\n",
    "- **{}.** {}\n",
]


def levels(form: str, texts: tuple[str, ...], heading: str = "What I saw") -> list[tuple[Any, ...]]:
    body = "".join(form.format(name, text) for name, text in zip(NAMES, texts, strict=True))
    found = parts(f"{GOOD}## {heading}\n\n{body}\n\n## What we bet on\n\nOne thing.\n")["assessment"]["levels"]
    return [(one["competency"], one.get("current"), one.get("evidence")) for one in found]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "texts",
    [
        (
            "Six pages. I place them at **apply** on paper.",
            "Twelve talks. **Synthesis**, easily.",
            "Late. *Apply*, I say.",
        ),
        ("Six pages. I would say Apply.", "Twelve talks. At Synthesize, no doubt.", "Two slices late. Level 3."),
        ("Six pages, none short. At a shaky Apply.", "Twelve talks. At Synthesize.", "In time twice. Apply or better."),
    ],
)
def test_the_level_stands_in_what_shows_it(form: str, texts: tuple[str, ...]) -> None:
    found = levels(form, texts)
    assert found == [
        (name, level, [text]) for name, level, text in zip(NAMES, ("Apply", "Synthesize", "Apply"), texts, strict=True)
    ]


def test_a_word_that_is_no_level_there_tells_none() -> None:
    texts = ("The *analysis* took a week. **Analyze**.", "We know users. They apply it.", "At analysis time: late.")
    assert [level for _, level, _ in levels("*{}.* {}\n\n", texts)] == ["Analyze", None, None]


@pytest.mark.parametrize("heading", ["What I saw", "What I have seen", "What we noticed", "What I observed in October"])
def test_the_part_is_known_by_what_was_seen(heading: str) -> None:
    texts = ("Six pages: **apply**.", "Twelve talks: **apply**.", "In time: **apply**.")
    assert len(levels("*{}.* {}\n\n", texts, heading)) == 3
