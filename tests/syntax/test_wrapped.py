"""Line breaks that only keep lines short say nothing; those that their author meant stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.syntax.blanks import closed_up
from pmcoach_lint.syntax.block import all_texts
from pmcoach_lint.syntax.blocks import read_blocks
from pmcoach_lint.syntax.wrapped import unwrapped

WRAPPED = """\
The depot planners call on Mondays and tell us what went wrong with the weekend
runs. pm-40 writes it down, sorts it by depot and sends it round before noon, so
that nobody has to ask twice. What is missing is the step from there: which of
these calls tells us that the plan itself is wrong, and which are one bad lorry.
Nobody has asked for that so far.
"""


def lines_of(text: str) -> list[str]:
    """The lines of the paragraphs and items of a text, once it is unwrapped."""
    blocks = all_texts(read_blocks(text).top)
    standing = unwrapped(text, blocks)
    assert len(standing) == len(text)
    return [closed_up(standing[slice(*line)]) for block in blocks for line in block.lines]


def test_a_wrapped_paragraph_is_one_line_also_where_a_sentence_ends_with_a_line() -> None:
    assert lines_of(WRAPPED) == [" ".join(WRAPPED.split())]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_whatever_ends_the_lines(end: str) -> None:
    assert lines_of(WRAPPED.replace("\n", end)) == [" ".join(WRAPPED.split())]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Who signs off the\nTuesday run?", ["Who signs off the Tuesday run?"]),
        ("> Who signs off the\n> Tuesday run?", ["Who signs off the Tuesday run?"]),
        ("- who signs off the\n  Tuesday run\n- how long", ["who signs off the Tuesday run", "how long"]),
        ("1. cut cases →\n   one each week", ["cut cases → one each week"]),
        (
            "**Why:** the planners lose half a day each week since they cannot see\nwhich run comes next",
            ["**Why:** the planners lose half a day each week since they cannot see which run comes next"],
        ),
        (
            "Dose\n: one page each week, forty minutes, on Wednesdays before the depot\n  opens\n: none",
            ["Dose", ": one page each week, forty minutes, on Wednesdays before the depot opens", ": none"],
        ),
    ],
)
def test_what_breaks_off_in_the_midst_of_a_sentence_goes_on(text: str, lines: list[str]) -> None:
    assert lines_of(text) == lines


@pytest.mark.parametrize(
    "text",
    [
        "**Client**: Northwind\n**Date**: 5 October\n**Scope**: the depot plan and the\n**Fee**: open",
        "Strengths: calm in a crisis, and quick to see what a planner needs from the tool\nGaps: no refusals",
        "signals: two of three briefs name the planner who is stuck and what it costs\nby: the end of March",
        "One page for each run and each depot of the north  \none for those of the south",
        "One page for each run and each depot of the north\\\none for those of the south",
        "frame one request\ncut one test\nask a planner",
        "Frame one request from the depot before the week is over.\nCut one test that nobody reads.",
        "What would sink the plan for the depot in the north?\nWho would be upset by that?",
        "E1: the plan for the depot of the north, third version\nE2: the note on it by the lead planner",
        "Rep for bet A\nArtifact: a frame",
        "Framing: Ap → An\nMemos: Un → Ap",
        "Constraints: —\nSkill gaps: no frame yet",
        "Framing: ++\nMemos: +\nPricing: –",
        "Was there one case in which the planners were asked before the plan was made? No\nIs one planned?",
        "☐ frame one request of the planners in the depot of the north\n☐ cut one test",
        "2026-10-05 the plan of the depot was sent to all planners of the north\n2026-10-12 it came back",
    ],
)
def test_lines_that_are_meant_stay(text: str) -> None:
    meant = [line.rstrip("\\").strip() for line in text.split("\n")]
    assert lines_of(text) == meant or lines_of(text)[1:] == meant[1:]


def test_a_label_stays_a_line_of_its_own_in_a_wrapped_document() -> None:
    text = (
        f"{WRAPPED}\nStrengths: quick to see what a planner needs from the tool, and calm in any crisis\nGaps: none\n"
    )
    assert lines_of(text)[1:] == text.splitlines()[-2:]


def test_short_lines_of_a_wrapped_document_stay() -> None:
    text = f"{WRAPPED}\nFrame one request before the week is over.\nCut one test that nobody reads.\n"
    assert lines_of(text)[1:] == text.splitlines()[-2:]


@given(st.text(alphabet="aB, .:;-*>|\n\r\\\xa0(1)x", max_size=120))
def test_nothing_moves_and_nothing_is_lost(text: str) -> None:
    blocks = all_texts(read_blocks(text).top)
    standing = unwrapped(text, blocks)
    assert len(standing) == len(text)
    assert all(one == other or one in "\n\r > \t\xa0" for one, other in zip(text, standing, strict=True))
