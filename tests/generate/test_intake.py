"""The intake: which questions are open, what answers are taken, and where they are written."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.generate.intake.answers import take
from pmcoach_lint.generate.intake.bank import answer_at, fields_of, rounds_of
from pmcoach_lint.generate.intake.checks import boundary_in, contradictions, personal_in
from pmcoach_lint.generate.intake.lines import Refused
from pmcoach_lint.generate.intake.session import Crossed, Session, prefilled
from pmcoach_lint.generate.scaffold import scaffold
from tests.generate.intakes import BOUNDARY_EXAMPLE, COMPLETE, TODAY, intake_type, questions, session
from tests.packs import EXAMPLES

ANSWERED = session(COMPLETE).document.text
FIELDS = {field.name: field for field in fields_of(intake_type()).values()}


# The bank


def test_each_question_supplies_values_of_an_intake_and_each_value_has_a_question() -> None:
    supplied = [field.name for question in questions() for field in question.fields]
    assert sorted(supplied) == sorted(FIELDS)
    assert [question.id for question in questions()][:5] == ["I8", "I7", "I13", "I14", "I4"]


@given(st.integers(0, 60))
def test_a_round_has_three_to_five_questions_and_none_is_lost(count: int) -> None:
    some = (questions() * 4)[:count]
    rounds = rounds_of(some)
    assert tuple(question for one in rounds for question in one) == some
    assert all(len(one) <= 5 for one in rounds)
    assert all(len(one) >= 3 for one in rounds) or count < 3
    assert [len(one) for one in rounds_of(questions())] == [5, 4, 4, 4]


def test_what_is_answered_is_open_no_longer() -> None:
    made = session()
    assert len(made.open) == 17
    made.answer(FIELDS["PM"], "pm-31")
    assert "I4" in [question.id for question in made.open]
    for name in ("Title", "Scope"):
        made.answer(FIELDS[name], "Invoicing")
    assert "I4" not in [question.id for question in made.open]
    assert session(COMPLETE).open == ()


def test_none_is_an_answer() -> None:
    made = session({"I15": "none"})
    assert "I15" not in [question.id for question in made.open]


# What is taken


@pytest.mark.parametrize(
    ("name", "given", "message", "hint"),
    [
        ("PM", "pm 31", "“pm 31” is no handle.", "Write letters, digits, dots and dashes, without spaces, such as pm"),
        ("PM", "Anna Blum", "This looks like a real name: A… B…", "Write a handle such as pm-07 or lead-02; keep"),
        ("PM", "anna", "This looks like a real name: a…", "Write a handle"),
        ("Coach", "Anna Blum, head of product", "This looks like a real name: A… B…", "Write a handle"),
        ("Coach", "me", "“me” is somebody else for each reader.", "Write a handle such as pm-07 or lead-02; keep"),
        ("Coach", "the big one", "“the big one” is no handle.", "Write a handle of letters, digits, dots and dashes"),
        ("Start", "2026-11-20", "2026-11-20 is past: today is 2026-11-23.", "Name a day from now on."),
        ("Start", "2027-01-09", "2027-01-09 is a Saturday.", "Let the cycle start on a working day."),
        ("Start", "2027-02-30", "“2027-02-30” is no date: February 2027 has 28 days.", ""),
        ("Weeks", "3", "3 weeks are too short for a habit to show.", "Take 4 to 12 weeks."),
        ("Weeks", 13, "13 weeks are too long: after 12, nobody remembers where they began.", "Take 4 to 12 weeks, and"),
        ("Weeks", "a while", "“a while” is no number of weeks.", "Write a number from 4 to 12."),
        ("Practice time", "some", "", ""),
        ("Days off", "Christmas", "", ""),
        ("Days off", "2027-01-05 to 2027-01-02", "“2027-01-05 to 2027-01-02” is no day, and no run of days.", "Write"),
        ("Coaching goal", "  ", "The answer is empty.", ""),
        ("Coaching goal", "TBD", "“TBD” says nothing yet.", "Leave it out: an open question is asked again."),
        ("PM", "?", "“?” says nothing yet.", "Leave it out: an open question is asked again."),
        ("Strengths", ["-", "[Name]"], "“-; [Name]” says nothing yet.", "Leave it out: an open question is asked"),
        ("Coaching goal", ["a", "b"], "This question takes one text, and the answer has several parts.", "Write one"),
        ("Evidence", "2026-12-09: a plan", "“2026-12-09” lies in the future: nobody can have seen it yet.", "Correct"),
        ("Evidence", "2026-09-09 | | Plan", "A piece of evidence has to say what was seen.", "2026-09-09: what"),
        ("Evidence", "2026-12-09 | a plan", "“2026-12-09” lies in the future: nobody can have seen it yet.", "Correct"),
        (
            "Evidence",
            "2026-09-09 | a | b | c | Apply | d",
            "This piece of evidence has 6 values.",
            "Write date | evidence | artifact | area | level",
        ),
        ("Evidence", "2026-09-09: TBD", "“TBD” says nothing yet.", "Leave it out: an open question is asked again."),
        ("Evidence", [{"artifact": "Plan"}], "A piece of evidence has to say what was seen.", "2026-09-09: what"),
        ("Evidence", [{"evidence": "x", "who": "y"}], "A piece of evidence has no “who”.", "It has date, evidence"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_the_reason(name: str, given: Any, message: str, hint: str) -> None:
    made = session()
    before = made.document.text
    with pytest.raises(Refused) as refused:
        made.answer(FIELDS[name], given)
    assert refused.value.message == message or not message
    assert refused.value.message
    assert (refused.value.hint or "").startswith(hint)
    assert made.document.text == before


@pytest.mark.parametrize(
    ("name", "given", "data"),
    [
        ("Weeks", "8", {"from": 1, "to": 8}),
        ("Weeks", "8 weeks", {"from": 1, "to": 8}),
        ("Start", "11 January 2027", "2027-01-11"),
        ("Practice time", "120", 120),
        ("Practice time", "2 hours", 120),
        ("Strengths", "- Ships on time\n- Listens", ["Ships on time", "Listens"]),
        ("Strengths", ["Ships; and tells", "1. Listens"], ["Ships; and tells", "Listens"]),
        ("Strengths", "Ships on time\nTBD\n---", ["Ships on time"]),
        ("Strengths", "## Ships on time\n> Listens", ["## Ships on time", "Listens"]),
        ("Challenges", ["7 - 9 tickets", "one -- two", "x: y - z"], ["7 - 9 tickets", "one -- two", "x: y - z"]),
        (
            "Challenges",
            ["> 5 tickets a week", "* 1. One", "2) Two", "3. Three"],
            ["> 5 tickets a week", "One", "Two", "Three"],
        ),
        ("Challenges", ["3. November: no brief", "7. of nine"], ["3. November: no brief", "7. of nine"]),
        ("Challenges", ["- - a dash", "*all* of **it**", "**all**"], ["- a dash", "*all* of **it**", "**all**"]),
        ("Constraints", "holidays 21 Dec - 1 Jan", ["holidays 21 Dec - 1 Jan"]),
        ("Coaching goal", "&amp; <!-- and --> [^1] so on", "&amp; <!-- and --> [^1] so on"),
        ("Evidence", "2 - 3 tickets | no metric", [{"evidence": "2 - 3 tickets | no metric"}]),
        (
            "Strengths",
            ["[x] Listens", "<b>Ships</b>", "``` on time"],
            ["Listens", "<b>Ships</b>", "``` on time"],
        ),
        (
            "Strengths",
            ["Ships in 2 of 3) - alone", "Asks – first > later"],
            ["Ships in 2 of 3) - alone", "Asks – first > later"],
        ),
        ("Team", "yes", "yes"),
        ("Coach", "Head of Product", "Head of Product"),
        ("Team", "Check\x1b[Dout\x07", "Check out"),
        ("Team", "Checkout: web # and app", "Checkout: web # and app"),
        (
            "Evidence",
            "2026-09-09 – Named a cause (Note)",
            [{"date": "2026-09-09", "evidence": "Named a cause", "artifact": "Note"}],
        ),
        (
            "Evidence",
            "2026-09-09 | Named a cause | Note\n- 9 September 2026 | Said no | | Craft",
            [
                {"date": "2026-09-09", "evidence": "Named a cause", "artifact": "Note"},
                {"date": "2026-09-09", "evidence": "Said no", "area": "Craft"},
            ],
        ),
        (
            "Evidence",
            "Questioned requests (2 of 20) - unasked",
            [{"evidence": "Questioned requests (2 of 20) - unasked"}],
        ),
        ("Evidence", "Said “a | b”", [{"evidence": "Said “a | b”"}]),
        (
            "Evidence",
            [{"evidence": "x", "level": "Apply", "area": "Craft"}],
            [{"evidence": "x", "area": "Craft", "level": "Apply"}],
        ),
    ],
)
def test_what_is_taken_reads_back_as_it_was_meant(name: str, given: Any, data: Any) -> None:
    made = session()
    made.answer(FIELDS[name], given)
    assert answer_at(made.data, FIELDS[name].path) == data
    made.answer(FIELDS["PM"], "pm-31")
    assert answer_at(made.data, FIELDS[name].path) == data


def test_a_later_answer_takes_the_place_of_an_earlier_one_and_evidence_is_added() -> None:
    made = session(COMPLETE)
    made.answer(FIELDS["Strengths"], ["Listens"])
    made.answer(FIELDS["Coaching goal"], "Asks what for")
    made.answer(FIELDS["Evidence"], "One more")
    assert answer_at(made.data, ("person", "strengths")) == ["Listens"]
    assert answer_at(made.data, ("goals", "goal")) == "Asks what for"
    assert len(answer_at(made.data, ("state", "evidence"))) == 4
    assert "tax change went live" not in made.document.text


TYPED = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("-*_#|[]()<>`:;.1 \n"), min_size=1, max_size=60
)


@given(TYPED, st.sampled_from(sorted(FIELDS)))
def test_whatever_is_typed_changes_one_value_or_none(text: str, name: str) -> None:
    made = session(text=ANSWERED)
    before, data = made.document.text, made.data
    try:
        made.answer(FIELDS[name], text)
    except (Refused, Crossed):
        assert made.document.text == before
        return
    path = FIELDS[name].path
    assert answer_at(made.data, path) is not None
    others = [field for field in FIELDS.values() if field.path != path]
    assert [answer_at(made.data, field.path) for field in others] == [answer_at(data, field.path) for field in others]


SIGNS = "- – — -- --- : ; , . / | || \\ * ** _ __ ` ~~ # > < <b> <br> [x] [^1] & &amp; 1. 2) + = → <!-- --> “q” 'x'"
WORDS = st.lists(st.sampled_from([*SIGNS.split(), "**all**", "tickets", "9", "Goal:", "Nov", "5%"]), max_size=6)
TEXTS = ["Challenges", "Constraints", "Strengths", "Coaching goal", "Scope", "Team", "Evidence"]


@given(WORDS, st.sampled_from(["", " "]), st.sampled_from(TEXTS))
def test_what_is_typed_is_read_back_sign_by_sign(words: list[str], between: str, name: str) -> None:
    text = f"It {between.join(words)}".strip()
    made = session(text=ANSWERED)
    made.answer(FIELDS[name], f"- {text}" if FIELDS[name].kind in ("list", "evidence") else text)
    value = answer_at(made.data, FIELDS[name].path)
    value = value[-1] if isinstance(value, list) else value
    assert (value["evidence"] if isinstance(value, dict) else value) == text


def test_what_a_person_has_written_around_the_values_stays() -> None:
    blank = scaffold(intake_type()).replace("# Intake\n", "# Intake\n\nKept here since May.\n")
    blank = (
        blank.replace("**Coaching goal:** [Coaching goal]\n", "")
        .replace("pm: TBD", "pm: TBD  # him")
        .replace("\n", "\r\n")
    )
    made = session({"I13": "Asks what for", "PM": "pm-31", "I8": "Saw it"}, text=blank)
    assert answer_at(made.data, ("goals", "goal")) == "Asks what for"
    assert "Kept here since May.\r\n" in made.document.text
    assert "pm: pm-31  # him" in made.document.text
    assert not re.search(r"(?<!\r)\n", made.document.text)


# Files of answers


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"I99": "x"}, "“I99” is no question of the intake bank."),
        ({"I4": "x"}, "I4 asks for several values."),
        ({"I4": {"Salary": "x"}}, "I4 has no “Salary”."),
        ({"I13": "a", "Coaching goal": "b"}, "“Coaching goal” is answered twice, by I13 and by Coaching goal."),
        ("just text", "The file of answers has to be lines of the form “I13: answer”."),
    ],
)
def test_answers_to_nothing_or_to_the_same_twice_are_refused(answers: Any, message: str) -> None:
    with pytest.raises(Refused) as refused:
        list(session().given(answers))
    assert refused.value.message == message


# What cannot hold together, and what belongs elsewhere


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"Coach": "pm-31"}, "“pm-31” is both the PM and the coach."),
        ({"Coaching goal": "In 12 weeks pm-31 frames"}, "The goal speaks of 12 weeks, the cycle has 8."),
        (
            {"Coaching goal": "By the end of May pm-31 frames"},
            "The goal is to be reached “By the end of May”, and the cycle ends on 2027-03-07.",
        ),
        (
            {"Coaching goal": "pm-31 frames each request by 2027-04-01"},
            "The goal is to be reached “by 2027-04-01”, and the cycle ends on 2027-03-07.",
        ),
        (
            {"Coaching goal": "pm-31 ranks unasked by April 2027"},
            "The goal is to be reached “by April 2027”, and the cycle ends on 2027-03-07.",
        ),
        (
            {"Coaching goal": "By December pm-31 frames"},
            "The goal is to be reached “By December”, and the cycle ends on 2027-03-07.",
        ),
        ({"Start": "2027-02-04"}, "The cycle starts on 2027-02-04, which is a day off."),
        ({"Days off": ["2027-01-12 to 2027-02-20"]}, "More than half of the 8 weeks from 2027-01-11 are days off."),
        ({"Practice time": "20"}, "20 minutes of practice a week hold no rep: one takes 30 to 90 minutes."),
        ({"Coach time": "30"}, "A session takes 50 minutes, and the coach has 30 minutes a week."),
        (
            {"Strengths": ["The roadmap takes on whatever comes in, and drops nothing"]},
            "“The roadmap takes on whatever comes in and drops nothing.” is named as a strength and as a challenge.",
        ),
    ],
)
def test_answers_that_contradict_each_other_are_named(changed: dict[str, Any], message: str) -> None:
    made = session(COMPLETE)
    assert list(contradictions(made.data)) == []
    told = [each.message for name, value in changed.items() for each in made.answer(FIELDS[name], value)]
    assert told == [message]


@pytest.mark.parametrize(
    "when",
    ["By March", "By 7 March 2027", "By 2027-03-20", "By 2027-02-30", "By February 0000", "By May 5", "By summer"],
)
def test_a_goal_may_look_a_little_beyond_its_cycle(when: str) -> None:
    assert session(COMPLETE).answer(FIELDS["Coaching goal"], f"{when} pm-31 opens new work with a problem") == []


@pytest.mark.parametrize(
    ("name", "text", "boundary"),
    [
        ("Coaching goal", BOUNDARY_EXAMPLE, "performance-process"),
        ("Feedback", "The HR investigation of pm-31 is still open.", "investigation"),
        ("Challenges", "I need to document this for HR.", "hr-documentation"),
        ("Coaching goal", "Design better 1:1s with my team", "meeting-design"),
        ("Coaching goal", "Resolve the conflict between pm-31 and pm-32", "conflict"),
        ("Meetings", "We plan our 1:1s on Mondays", None),
        ("Coaching goal", "pm-31 opens work with a framed problem", None),
        ("Constraints", "This is no PIP, and nothing here goes to HR.", None),
    ],
)
def test_what_is_no_coaching_is_told_from_what_is(name: str, text: str, boundary: str | None) -> None:
    found = boundary_in(name, text)
    assert (found.name if found else None) == boundary
    made = session()
    before = made.document.text
    if boundary:
        with pytest.raises(Crossed) as crossed:
            made.answer(FIELDS[name], text)
        assert crossed.value.boundary.instead
        assert made.document.text == before


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("pm-31 was diagnosed with depression in May", "a person's health"),
        ("Her husband is looking for a job, so she may leave", "a person's family"),
        ("Ask anna.blum@northwind.org", "an e-mail address"),
        ("Reach the lead at +49 30 901820 after six", "a phone number"),
        ("pm-31 is on sick leave; write to anna.blum@northwind.org", "a person's health and an e-mail address"),
        ("pm-31 watches the health of the pipeline", None),
        ("The team's family plan costs 9 dollars a month", None),
        ("Interviews with parents of young children about the app", None),
        ("Runs releases without surprises since 28 May 2026", None),
        ("See support@northwind.example", None),
    ],
)
def test_what_is_nobodys_business_is_told_without_repeating_it(text: str, what: str | None) -> None:
    told = personal_in(text)
    expected = f"This holds {what}. A pack needs what was done at work; say that, and leave the rest unsaid."
    assert told == (expected if what else None)


# Packs that are there already


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_of_a_pack_only_what_it_lacks_is_asked(path: Any) -> None:
    from pmcoach_lint.document import read_document

    pack = read_document(path.read_bytes(), path.name)
    made = session()
    prefilled(made, pack.data)
    asked = {question.id for question in made.open}
    unsaid = {"I12"} - {"I12" if "decision_rights" in pack.data["definition"] else ""}
    assert asked <= {"I1", "I2", "I3", "I5", "I9", "I10", "I14", "I15", "I16"} | unsaid
    assert {"I3", "I5", "I9", "I10"} <= asked  # a pack has no place for these
    assert answer_at(made.data, ("goals", "goal")) == pack.data["context"]["goal"]
    filed = pack.data["assessment"].get("evidence")
    in_cells = [
        text for each in pack.data["assessment"]["levels"] for text in each.get("evidence", ()) if text[:2] == "20"
    ]
    assert len(answer_at(made.data, ("state", "evidence"))) == len(filed or in_cells)
    assert answer_at(made.data, ("logistics", "weeks", "to")) == pack.data["weeks"]


def test_a_session_of_no_document_has_no_values() -> None:
    made: Session = session()
    assert take(FIELDS["Weeks"], "12", TODAY).text == "12 weeks"
    made.want_plan_only()
    made.want_plan_only()
    assert made.data["plan_only"] is True
    assert made.document.text.count("plan-only:") == 1
