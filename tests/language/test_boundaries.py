"""What people ask of coaching that it is no answer to, and what sounds like it and is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.language.boundaries import BOUNDARIES, boundary_of
from pmcoach_lint.language.crossings import crossings
from pmcoach_lint.language.cues import sentence
from pmcoach_lint.syntax.source import Source

CROSSED = {
    "performance-process": [
        "I need to start a PIP and document underperformance.",
        "My PM is underperforming, help me write a performance improvement plan",
        "put her on a pip",
        "I want to fire my PM",
        "Help me manage him out by Q3",
        "prepare a final written warning for pm-07",
        "We are about to open a disciplinary procedure.",
        "If week 8 shows no change, pm-07 goes on a PIP.",
    ],
    "hr-documentation": [
        "We should build a paper trail on him for HR",
        "HR asked me to document the incidents for HR",
        "Can you turn this pack into an HR file?",
        "Send the tracker to HR at the end of each month.",
        "I need something for her personnel file",
    ],
    "investigation": [
        "There is a harassment complaint and I must investigate it",
        "Someone complained; investigate my PM",
        "A complaint against pm-07 came in last week.",
        "pm-12 filed a grievance in May",
        "We suspect gross misconduct",
    ],
    "compensation": [
        "Decide on her salary increase",
        "I need to design an org-wide leveling framework",
        "We need a comp framework for PMs",
        "The score is input to the bonus",
        "Prepare a pay review for pm-07",
    ],
    "conflict": [
        "My PM and the engineering lead are fighting, what do I do",
        "Mediate between my PM and the designer",
        "Help me resolve the conflict between two PMs",
        "There is a personal conflict between the lead and my PM",
        "lead-02 runs a mediation session in week 2",
    ],
    "hard-conversation": ["I have to give difficult feedback to my PM tomorrow", "script a tough talk with a peer"],
    "meeting-design": ["Help me design better 1:1s", "Give me a template for weekly one-on-ones"],
}
NOT_CROSSED = [
    "",
    "Coach my PM on strategic thinking",
    "Create a PM development plan for the next 8–12 weeks.",
    "Assess a PM’s current level and decide what to coach next.",
    "This is not a PIP",
    "A PIP belongs to HR",
    "A PIP, should it be needed, is run by HR and never from here.",
    "I don't want a performance improvement plan, just coaching",
    "Coaching, not performance management: no rating, salary increase or PIP draws on this pack.",
    "Boundary: no PIP, no HR file",
    "Our PM needs to improve performance of the checkout page",
    "Picture-in-picture: users lose the video when PIP mode closes",
    "pip install fails for our PM tool",
    "Final warning dialog before deleting an account",
    "Fire the event when the cart is empty",
    "She sells HR software to HR managers; coach her in discovery",
    "Share the roadmap with HR, who use the tool",
    "Investigate why activation dropped",
    "Our customers complain about slow support; coach my PM in discovery",
    "pm-07 investigated the complaint of a carrier about late labels",
    "She works on compensation for delayed flights",
    "The salary range filter on our job board",
    "Recommend that we raise prices in May",
    "Depends on whether customers pay",
    "Coach pm-07 to handle conflict between sales and operations priorities",
    "Mediates between the interests of sales and operations",
    "Plan coaching with weekly 1:1s to develop discovery skills",
    "Hard problems come first",
]


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in CROSSED.items() for text in texts])
def test_what_crosses_a_boundary(name: str, text: str) -> None:
    boundary = boundary_of(text)
    assert boundary is not None
    assert boundary.name == name
    assert boundary.message.endswith(".")
    assert boundary.instead.endswith(".")


@pytest.mark.parametrize("text", NOT_CROSSED)
def test_what_does_not(text: str) -> None:
    assert boundary_of(text) is None


def test_every_boundary_is_crossed_somewhere() -> None:
    assert list(CROSSED) == [boundary.name for boundary in BOUNDARIES]


def test_a_crossing_is_at_its_words() -> None:
    text = "Week 8.\n\n- If nothing changes, we start a PIP at once. A PIP is long."
    assert [text[slice(*span)] for span in crossings(BOUNDARIES[0], Source(text, ""))] == [
        "start a PIP",
        "PIP",
    ]


@given(st.text(alphabet=st.sampled_from("aİß \n|.#-PIPpaywarning1:,his")), st.integers(0, 300))
def test_any_text_is_read(text: str, place: int) -> None:
    boundary_of(text)
    place = min(place, len(text))
    first, last = sentence(text, place)
    assert 0 <= first <= place <= last <= len(text)
    for boundary in BOUNDARIES:
        spans = crossings(boundary, Source(text, ""))
        assert all(0 <= start < end <= len(text) for start, end in spans)
