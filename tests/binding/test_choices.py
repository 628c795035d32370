"""One of a fixed set of values, told among other words: statuses, kinds of gaps, priorities."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.readers.choices import choice_said
from tests.binding.reading import FRONT, read
from tests.linting import offences_of

LEVELS = (
    "## 2) Current Assessment\n\n| Competency | Current level | Target level | Evidence | {} |\n|---|---|---|---|---|\n"
)
TRACKER = "## 6) Follow-up\n\n### Tracker\n\n| Date | Bet | Rep or artifact done | Status |\n|---|---|---|---|\n"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("draft_for_review", "draft"),
        ("draft for review with pm-07", "draft"),
        ("Draft v0.3 - not final", "draft"),
        ("Final draft, to be walked through with pm-07 on 2026-12-01", "draft"),
        ("🟡 Shared, waiting for comments", "in-review"),
        ("v0.3, comments open", "in-review"),
        ("In review (lead-02)", "in-review"),
        ("IN PROGRESS", "active"),
        ("Week 4, active", "active"),
        ("signed off: active since 30 Nov", "active"),
        ("Cycle closed on 22 January", "completed"),
        ("Final version 2", "completed"),
    ],
)
def test_where_a_document_stands(text: str, value: str) -> None:
    assert read("", FRONT.replace("status: active", f"status: '{text}'")).data["status"] == value


@pytest.mark.parametrize(
    "text",
    [
        "approved as a draft",
        "draft / active",
        "not active",
        "nearly done",
        "shared or active",
        "paused",
    ],
)
def test_a_status_that_nobody_can_tell_is_told_and_no_error(text: str) -> None:
    document = read("", FRONT.replace("status: active", f"status: {text}"))
    [(rule, at, message)] = offences_of(document)
    assert (rule, at) == ("choice-in-own-words", text)
    assert message.startswith(f"“{text}” is no status.")
    assert "status" not in document.data


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Both. No warehouse access before 16/11.", "both"),
        ("Mixed. Nobody said who may be told no. The mandate is unclear.", "both"),
        ("**Both:** nobody has shown them, and no data", "both"),
        ("Probably both: pm-55 wasn't told that pre-meetings are usual", "both"),
        ("Mainly a skill", "skill"),
        ("I would say constraint: the mandate is not theirs", "constraint"),
        ("Constraint, no skill gap", "constraint"),
        ("Not clear yet, ask in week 2", "unknown"),
        ("uncertain, one observation only", "unknown"),
        ("Can’t tell yet", "unknown"),
        ("Too early to say", "unknown"),
        ("❓", "unknown"),
        ("?", "unknown"),
        ("Strength", "none"),
        ("At target", "none"),
        ("Where it should be", "none"),
        ("Skill, with circumstance: nobody had told them", "both"),
        ("Skill mostly", "skill"),
    ],
)
def test_what_kind_of_gap_it_is(text: str, value: str) -> None:
    document = read(f"{LEVELS.format('Gap type')}| Framing | Apply | Analyze | Brief of 3 March | {text} |\n")
    assert document.offences == {}
    assert document.data["assessment"]["levels"][0]["gap_type"] == value


@pytest.mark.parametrize(
    ("header", "text", "what"),
    [
        ("Gap type", "Mostly result of C2", "gap type"),
        ("Gap type", "not a skill", "gap type"),
        ("Priority", "Later", "priority"),
        ("Priority", "high or low", "priority"),
        ("Priority", "Hihg", "priority"),
    ],
)
def test_own_words_where_nothing_has_to_stand_are_a_warning(header: str, text: str, what: str) -> None:
    document = read(f"{LEVELS.format(header)}| Framing | Apply | Analyze | Brief of 3 March | {text} |\n")
    [(rule, at, message)] = offences_of(document)
    assert (rule, at) == ("choice-in-own-words", text)
    assert message.startswith(f"“{text}” is no {what}.")
    assert what.replace(" ", "_") not in document.data["assessment"]["levels"][0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Not started", "open"),
        ("NOT STARTED", "open"),
        ("STARTED", "open"),
        ("⚪", "open"),
        ("🔵 going", "open"),
        ("⚠️ waiting for legal", "at risk"),
        ("🟢 pm-07 alone", "on track"),
        ("LATE → 02/12", "at risk"),
        ("DONE LATE 16/11", "done"),
        ("Half of it is done", "done"),
        ("1 of 2", "open"),
        ("SLOT CONFIRMED", "open"),
        ("nearly done", "open"),
        ("no risk any more", "open"),
        ("Skipped: release week", "missed"),
    ],
)
def test_how_far_a_row_of_the_tracker_is(text: str, value: str) -> None:
    document = read(f"{TRACKER}| 2026-10-08 | 1 | Two briefs | {text} |\n")
    assert document.offences == {}
    assert document.data["follow_up"]["tracker"][0]["status"] == value


@pytest.mark.parametrize("text", ["on trak", "At rsik", "dnoe"])
def test_a_slip_of_the_pen_is_told(text: str) -> None:
    document = read(f"{TRACKER}| 2026-10-08 | 1 | Two briefs | {text} |\n")
    assert [(rule, at) for rule, at, _ in offences_of(document)] == [("choice-in-own-words", text)]


WORDS = {"on track": "on track", "done": "done", "missed": "missed", "not done": "missed"}


@given(st.lists(st.sampled_from(["well", "Friday", ",", "(", ")", ":", "the", "rep", "–", "now", "🙂"]), max_size=6))
def test_the_only_value_is_found_wherever_it_stands(others: list[str]) -> None:
    for place in range(len(others) + 1):
        text = " ".join([*others[:place], "Done", *others[place:]])
        assert choice_said(text, WORDS) == "done"


@given(st.text())
def test_any_text_names_a_value_or_none(text: str) -> None:
    assert choice_said(text, WORDS) in {None, *WORDS.values()}


@given(st.sampled_from(sorted(WORDS)), st.sampled_from(["/", "or", "but", "and", "→"]), st.sampled_from(sorted(WORDS)))
def test_two_values_side_by_side_are_none(first: str, joint: str, second: str) -> None:
    same = WORDS[first] == WORDS[second]
    assert choice_said(f"{first} {joint} {second}", WORDS) == (WORDS[first] if same else None)
