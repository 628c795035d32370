"""Ids, places in an order, check marks, editions and choices, and the table of readers itself."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.readers.registry import READERS, Context, Unreadable, read_choice, read_plain, read_value

CONTEXT = Context()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("E1", "E1"),
        ("e1", "E1"),
        ("(B2)", "B2"),
        ("[B2]", "B2"),
        ("R1.2:", "R1.2"),
        ("R1.2.3", "R1.2.3"),
        ("B-1", "B-1"),
        ("E01", "E01"),
        ("1", "1"),
        ("#2", "2"),
        ("2.", "2"),
        ("1.2", "1.2"),
        ("PC", "PC"),
        ("A", "A"),
        ("(OPS)", "OPS"),
        ("1a", "1a"),
        ("(2b)", "2b"),
        ("R1b", "R1b"),
    ],
)
def test_an_id(text: str, name: str) -> None:
    assert read_value("id", text, CONTEXT) == name


@pytest.mark.parametrize(
    "text", ["first", "Bet 1", "E1, E2", "ABCD1", "e", "pc", "CLAIM", "B1 – frame", "1ab", "120m", "3 a"]
)
def test_what_is_no_id(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_value("id", text, CONTEXT)
    assert caught.value.message == f"“{text}” is no id."
    assert caught.value.hint == "Write a letter and a number: E1, B2, R1.2."


@pytest.mark.parametrize(
    ("text", "place"), [("1", 1), ("2.", 2), ("(3)", 3), ("#4", 4), ("Phase 5", 5), ("Step 2:", 2), ("No. 7", 7)]
)
def test_a_place_in_an_order(text: str, place: int) -> None:
    assert read_value("ordinal", text, CONTEXT) == place


@pytest.mark.parametrize("text", ["first", "1.5", "-1", "1–2", "A1", "Phase", ""])
def test_what_is_no_place_in_an_order(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_value("ordinal", text, CONTEXT)
    assert caught.value.message == f"“{text}” is no number in an order."
    assert caught.value.hint == "Write a whole number: 1, 2, 3."


@pytest.mark.parametrize(
    "text", ["[x]", "[X]", "x", "yes", "Y", "Done", "done.", "✓", "✅", "☑", "[x] Sent", "✅ sent", "true"]
)
def test_a_check_mark(text: str) -> None:
    assert read_value("check", text, CONTEXT) is True


@pytest.mark.parametrize(
    "text",
    ["[ ]", "[]", "", "no", "N", "open", "✗", "❌", "☐", "[ ] Send", "❌ not yet", "false", "partly", "Not started"],
)
def test_an_empty_check_mark(text: str) -> None:
    assert read_value("check", text, CONTEXT) is False


@pytest.mark.parametrize("text", ["maybe", "n/a", "[y]", "-"])
def test_what_is_no_check_mark(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_value("check", text, CONTEXT)
    assert (caught.value.rule, caught.value.message) == ("unreadable-value", f"“{text}” is no check mark.")
    assert caught.value.hint == "Write [x] or [ ], or yes or no."


@pytest.mark.parametrize("text", ["yes, in week 4", "Slot on 25 Nov", "pm-31 does it on good days"])
def test_words_in_the_place_of_a_check_mark_are_told_as_such(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_value("check", text, CONTEXT)
    message = f"“{text}” does not say whether it is done."
    assert (caught.value.rule, caught.value.message) == ("told-in-sentences", message)


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("1956", 1956),
        ("original", 1956),
        ("Original (1956)", 1956),
        ("Bloom 2001", 2001),
        ("revised", 2001),
        ("2001", 2001),
    ],
)
def test_an_edition(text: str, edition: int) -> None:
    assert read_value("edition", text, CONTEXT) == edition


@pytest.mark.parametrize("text", ["2002", "new", "1956 or 2001", ""])
def test_what_is_no_edition(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_value("edition", text, CONTEXT)
    assert caught.value.rule == "unknown-choice"
    assert caught.value.message == f"“{text}” is no edition of Bloom's taxonomy."
    assert caught.value.hint == "Write 1956 for the original, 2001 for the revised one."


def field(*path: str) -> Binding:
    doctype = Catalogue.own().find("coaching-pack")
    assert doctype
    binding: Binding = doctype.binding
    for name in path:
        binding = binding.fields[name]
    return binding


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Skill", "skill"),
        ("skill gap", "skill"),
        ("Skill (thin)", "skill"),
        ("Constraint", "constraint"),
        ("Skill + constraint", "both"),
        ("skill / constraint", "both"),
        ("No gap", "none"),
        ("**None**", "none"),
    ],
)
def test_a_choice_by_any_of_its_words(text: str, value: str) -> None:
    gap_type = field("assessment", "levels", "gap_type")
    assert read_choice(text, gap_type.words, "gap type") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On track", "on track"),
        ("🟢 On track", "on track"),
        ("On track – just", "on track"),
        ("at risk: no data", "at risk"),
        ("Red", "at risk"),
        ("Completed", "done"),
        ("At risk, no data yet", "at risk"),
        ("Done by the team alone", "done"),
        ("Missed because of the release", "missed"),
        ("Yes; on track again", "on track"),
    ],
)
def test_a_status_with_a_remark(text: str, value: str) -> None:
    assert read_choice(text, field("follow_up", "tracker", "status").words, "status") == value


@pytest.mark.parametrize(
    "text", ["On track, but at risk", "done, or missed", "nearly done", "done not at all", "to be done", "Green / red"]
)
def test_a_remark_that_names_another_choice_makes_it_none(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_choice(text, field("follow_up", "tracker", "status").words, "status")
    assert caught.value.rule == "unknown-choice"


def test_signs_may_be_words() -> None:
    words = {"↓": "reduce", "↑": "increase", "=": "maintain", "reduce": "reduce"}
    assert [read_choice(text, words, "shift") for text in ("↓", " ↑ ", "=", "↓ Reduce")] == [
        "reduce",
        "increase",
        "maintain",
        "reduce",
    ]
    with pytest.raises(Unreadable):
        read_choice("→", words, "shift")


def test_no_choice_names_the_allowed_ones_and_the_nearest() -> None:
    words = field("follow_up", "tracker", "status").words
    with pytest.raises(Unreadable) as caught:
        read_choice("on trak", words, "status")
    problem = caught.value
    assert (problem.rule, problem.instead) == ("unknown-choice", "on track")
    assert problem.message == "“on trak” is no status. Did you mean “on track”?"
    assert problem.hint == "Write one of: on track, at risk, done, missed, open."
    with pytest.raises(Unreadable) as caught:
        read_choice("blue moon", words, "status")
    assert (caught.value.message, caught.value.instead) == ("“blue moon” is no status.", None)


def test_each_answer_is_its_own() -> None:
    first = read_value("weeks", "Weeks 1–8", CONTEXT)
    first["to"] = 99
    assert read_value("weeks", "Weeks 1–8", CONTEXT) == {"from": 1, "to": 8}


def test_every_reader_that_a_schema_names_exists() -> None:
    def named(node: object) -> set[str]:
        if isinstance(node, list):
            return set().union(*map(named, node))
        if not isinstance(node, dict):
            return set()
        own = {value for key, value in node.items() if key in ("x-read", "read") and isinstance(value, str)}
        return own.union(*map(named, node.values()))

    for doctype in Catalogue.own():
        assert named(json.loads(json.dumps(doctype.schema))) <= set(READERS)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("5", "integer", 5),
        ("-3", "integer", -3),
        ("1,200", "number", 1200),
        ("2.5", "number", 2.5),
        ("2.0", "integer", 2),
        ("five", "integer", "five"),
        ("5 days", "integer", "5 days"),
        ("1,20", "number", "1,20"),
        ("1e5", "number", "1e5"),
        ("9" * 16, "integer", "9" * 16),
        ("yes", "boolean", True),
        ("[ ]", "boolean", False),
        ("perhaps", "boolean", "perhaps"),
    ],
)
def test_numbers_and_check_marks_need_no_reader(text: str, kind: str, value: Any) -> None:
    read = read_plain(text, kind)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "coach and PM only",
        "coach + PM + skip-level",
        "only us two",
        "just us",
        "pm-and-coach",
        "me, lead-21, mentor-05",
        "director-2 and me",
        "shared with team lead",
        "private (coach and PM)",
        "Confidential",
    ],
)
def test_who_names_single_persons_means_private(text: str) -> None:
    assert read_value("visibility", text, CONTEXT) == "private"


@pytest.mark.parametrize(
    "text",
    ["private", "internal", "team:checkout", "internal, client:northwind", "everybody", "the team", "PMs, public"],
)
def test_any_other_visibility_stays_as_it_is(text: str) -> None:
    assert read_value("visibility", text, CONTEXT) == text


@pytest.mark.parametrize(
    ("text", "status"), [("G<br>G", "on track"), ("on track <br/> on track", "on track"), ("R<br>A", "at risk")]
)
def test_the_same_status_for_several_is_one(text: str, status: str) -> None:
    assert read_choice(text, field("follow_up", "tracker", "status").words, "status") == status


def test_several_statuses_in_one_cell_are_told() -> None:
    with pytest.raises(Unreadable, match="“G<br>R” is no status"):
        read_choice("G<br>R", field("follow_up", "tracker", "status").words, "status")


@pytest.mark.parametrize(
    "text", ["Kept both bets", "✅", "🟢 done", "Done", "Planned for week 5", "Not reached", "open rate 4%"]
)
def test_a_result(text: str) -> None:
    assert read_value("result", text, CONTEXT) == text


@pytest.mark.parametrize(
    "text",
    [
        "Planned",
        "⚪ Planned",
        "pending",
        "Not started",
        "not yet",
        "nothing yet",
        "TBD",
        "tbc",
        "🟡 In progress",
        "To do",
        "⏳",
    ],
)
def test_what_is_still_to_come_is_no_result(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_value("result", text, CONTEXT)
    assert caught.value.message == f"“{text}” tells no result."
