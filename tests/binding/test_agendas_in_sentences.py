"""Agendas, prompts and exceptions as they are told in running text, by the clock, or under names of one's own."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.readers.several import split_questions
from tests.binding.reading import read


def cadence(text: str) -> dict[str, Any]:
    document = read(f"## 5) Coaching Cadence + Session Toolkit\n\nWednesdays, 50 minutes.\n\n{text}\n")
    assert document.offences == {}
    found: dict[str, Any] = document.data["cadence"]
    return found


@pytest.mark.parametrize(
    ("text", "agenda"),
    [
        (
            "45 min. During: (1) news, 10; (2) one card – by turns 1, 2 – 20; (3) ask, 10; (4) try, 5. Then out.",
            [("news", 10), ("one card – by turns 1, 2", 20), ("ask", 10), ("try", 5)],
        ),
        (
            "45 minutes: (1) news – 10 min, (2) one card – 20 min, (3) what to try – 15 min",
            [("news", 10), ("one card", 20), ("what to try", 15)],
        ),
        (
            "Ten minutes on hits and misses, twenty on one card, ten on a coming choice, five on what to try.",
            [("hits and misses", 10), ("one card", 20), ("a coming choice", 10), ("what to try", 5)],
        ),
        (
            "We spend five minutes on the log, fifteen on the teardown, five on what was hard, five on next week.",
            [("the log", 5), ("the teardown", 15), ("what was hard", 5), ("next week", 5)],
        ),
        (
            "- Ten minutes on what was tried. Twenty-five on the page. 10 on the next rep.",
            [("what was tried", 10), ("the page", 25), ("the next rep", 10)],
        ),
        (
            "We begin with a story (ten minutes), look at one piece of work (twenty), and end with a promise (five).",
            [("We begin with a story", 10), ("look at one piece of work", 20), ("end with a promise", 5)],
        ),
        (
            "No slides. We open with the week (10 min). Then one brief, pm-07 leads (about 25). I say what I owe (5).",
            [("We open with the week", 10), ("one brief, pm-07 leads", 25), ("I say what I owe", 5)],
        ),
        (
            "We begin with last week, go on to the page (pm-07 reads, I ask), and finish with what is tried next.",
            [
                ("begin with last week", None),
                ("go on to the page (pm-07 reads, I ask)", None),
                ("finish with what is tried next", None),
            ],
        ),
        ("- 45': 5 check-in / 30 pager / 10 commit", [("check-in", 5), ("pager", 30), ("commit", 10)]),
        (
            "Session outline:\n\n- 0–5: what surprised you\n- 5–25: the card\n- 25–35: next",
            [("what surprised you", 5), ("the card", 20), ("next", 10)],
        ),
        (
            "**Agenda**\n\n- :00 The week\n- :10 Page on the table\n- :35 Commitments",
            [("The week", 10), ("Page on the table", 25), ("Commitments", None)],
        ),
        (
            "| Min | What |\n|---|---|\n| 0–5 | Wins |\n| 5–30 | Artifact |\n| 30–45 | Next |\n",
            [("Wins", 5), ("Artifact", 25), ("Next", 15)],
        ),
        (
            "1. (5) what you saw\n2. (20) the brief\n3. (10) next",
            [("what you saw", 5), ("the brief", 20), ("next", 10)],
        ),
        ("### Session script\n\n1. *Check-in (3 min)*\n2. *Artifact (12 min)*", [("Check-in", 3), ("Artifact", 12)]),
        (
            "**Tuesday 1:1, 45 min.** 10 – what the log says; 25 – one brief, on screen; 10 – what comes next",
            [("what the log says", 10), ("one brief, on screen", 25), ("what comes next", 10)],
        ),
        (
            "Agenda 45': 5' the week, 20' one brief (pm-07 reads, then I), 15' a hard question, 5' the next rep.",
            [("the week", 5), ("one brief (pm-07 reads, then I)", 20), ("a hard question", 15), ("the next rep", 5)],
        ),
        (
            "**Running order:** 5' the week → 20' one brief, aloud → 5' what next. *No brief, no session.*",
            [("the week", 5), ("one brief, aloud", 20), ("what next", 5)],
        ),
        (
            "1:1 agenda: 5 last promise · 20 one brief, pm-07 reads it · 10 what would change it · 5 for me.",
            [("last promise", 5), ("one brief, pm-07 reads it", 20), ("what would change it", 10), ("for me", 5)],
        ),
        ("Agenda (50 min): wins 5 · one brief 35 · next 10", [("wins", 5), ("one brief", 35), ("next", 10)]),
        (
            "pm-07 sends a card; I read it. In the hour: what came of it (10), the card, aloud (30), what next (20).",
            [("what came of it", 10), ("the card, aloud", 30), ("what next", 20)],
        ),
        (
            "- *Before:* one page\n- 0–10: pm-07 talks\n- 10–40: the page\n- 40–50: next rep",
            [("pm-07 talks", 10), ("the page", 30), ("next rep", 10)],
        ),
        (
            "*In the room:*\n\n1. How is it? (a number, 1–5; no reasons)\n2. The page (20)\n3. What next?",
            [("How is it? (a number, 1–5; no reasons)", None), ("The page", 20), ("What next?", None)],
        ),
        (
            "- Thursdays, 40 min\n  - Prep: a page\n  - Agenda\n    - 5 the week\n    - 30 the page\n    - 5 next",
            [("the week", 5), ("the page", 30), ("next", 5)],
        ),
        (
            "**Course:** 5 since last time — 15 the note, pm-07 explains — 15 my questions — 10 what comes next.",
            [("since last time", 5), ("the note, pm-07 explains", 15), ("my questions", 15), ("what comes next", 10)],
        ),
        (
            "Fridays. 5 min - wins; 20 min - one brief; 5 min - the week.",
            [("wins", 5), ("one brief", 20), ("the week", 5)],
        ),
    ],
)
def test_an_agenda_is_told_in_many_ways(text: str, agenda: list[tuple[str, int | None]]) -> None:
    assert [(one["item"].strip("*"), one.get("minutes")) for one in cadence(text)["agenda"]] == agenda


@pytest.mark.parametrize(
    "text",
    [
        "In two weeks we look at three notes, in four at five on the shelf.",
        "We begin with the log and end with a rep.",
        "Fridays, 40 min. First (1) the log, then (2) a card, then (3) what to try.",
        "Feedback takes ten minutes on the same day, and two lines (five at most) in writing.",
        "Fridays, 40 min. 10 – what the log says; 25 – one brief; 10 – what comes next",
        "Weeks: 3 the fair – 7 the council – 9 the board",
        "Weeks 3 – the fair; 7 – the council; 9 – the board",
        "By the end there are calls (8), cards (4) and a brief (1).",
        "- 1–3: old calls\n- 4–6: live calls\n- 7–9: the big one",
    ],
)
def test_other_sentences_are_no_agenda(text: str) -> None:
    assert "agenda" not in cadence(text)


@pytest.mark.parametrize(
    "name",
    [
        "Questions I come back to:",
        "Questions in use:",
        "Things I'll ask:",
        "I'll ask stuff like:",
        "### Prompt bank by level",
        "**Prompts which worked best**",
        "Ask:",
    ],
)
def test_prompts_have_names_of_ones_own(name: str) -> None:
    assert cadence(f"{name}\n\n- Whose Tuesday gets worse?\n- What did they say?")["prompts"] == [
        "Whose Tuesday gets worse?",
        "What did they say?",
    ]


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("what's next? what will you drop?", ["what's next?", "what will you drop?"]),
        ("Who decides? / So what? / What next?", ["Who decides?", "So what?", "What next?"]),
        ("“Who decides?” “So what?”", ["“Who decides?”", "“So what?”"]),
        ("Who asked “why?” in May?", ["Who asked “why?” in May?"]),
        ("Who decides? Say it in ten words.", []),
    ],
)
def test_questions_are_parted(text: str, questions: list[str]) -> None:
    assert [text[slice(*span)] for span in split_questions(text, (0, len(text)))] == questions


@pytest.mark.parametrize(
    "told",
    [
        "I'll step in and be directive only for patient safety, or if pm-07 asks me to.",
        "lead-02 decides directly for electrical safety and privacy incidents.",
        "lead-02 may simply tell me what to do in a data-loss incident.",
        "Directive only for tariff regulation and safety.",
        "*We drop the coaching stance* when a regulator writes.",
    ],
)
def test_when_the_coach_decides_is_told_in_a_sentence(told: str) -> None:
    assert cadence(told)["exceptions"] == [told]
    assert cadence(f"Feedback comes the same day, pm-07 first. {told} Then we talk.")["exceptions"] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "I am not directive if I can help it.",
        "Directive",
        "We step in puddles.",
        "pm-07 decides alone when the price is low.",
        "The council takes the decision if the price falls.",
    ],
)
def test_other_sentences_tell_nothing_of_that(text: str) -> None:
    assert "exceptions" not in cadence(f"Feedback comes the same day. {text}")


@pytest.mark.parametrize("name", ["After a call or meeting", "After each shadowed meeting"])
def test_feedback_moments_are_told_by_when_they_are(name: str) -> None:
    assert cadence(f"**{name}:** five minutes, one thing seen.")["feedback"] == ["five minutes, one thing seen."]


@pytest.mark.parametrize("name", ["I say directly what to do only if", "I tell rather than ask if", "Directive mode"])
def test_exceptions_have_names_of_ones_own(name: str) -> None:
    assert cadence(f"{name}: data loss; a deadline within a day")["exceptions"] == [
        "data loss",
        "a deadline within a day",
    ]


@pytest.mark.parametrize("head", ["## 5. Meeting up", "## 5. Meetings", "## How we meet and talk"])
def test_the_part_has_names_of_ones_own(head: str) -> None:
    before, behind = "## 4. Development plan\n\nx\n\n", "## 6. Follow-up tracker\n\ny\n\n## 7. Risks\n\nz\n"
    text = f"{before}{head}\n\nMondays, 45 min.\n\n{behind}"
    assert read(text).data["cadence"] == {"rhythm": "Mondays, 45 min.", "session_length": 45}


def closing(text: str) -> dict[str, Any]:
    document = read(f"## 7) Risks / Open questions / Next steps\n\n{text}\n")
    assert document.offences == {}
    found: dict[str, Any] = document.data["closing"]
    return found


def test_the_parts_of_the_end_may_share_a_line() -> None:
    text = "Risks: a freeze; me answering. Open: who else marks? Is it wanted? Next: pm-07 books two talks by 12 Oct."
    assert closing(text) == {
        "risks": [{"risk": "a freeze"}, {"risk": "me answering."}],
        "questions": ["who else marks?", "Is it wanted?"],
        "next_steps": [{"step": "pm-07 books two talks", "owner": "pm-07", "due": "2026-10-12"}],
    }


def test_they_have_names_of_ones_own() -> None:
    text = "**R:** a freeze\n\n**Questions I still have**\n- Is it wanted?\n\n**N:**\n- [x] a list (me, 9 Oct)\n"
    found = closing(text)
    assert (found["risks"], found["questions"]) == ([{"risk": "a freeze"}], ["Is it wanted?"])
    assert found["next_steps"] == [{"step": "a list", "owner": "me", "due": "2026-10-09", "done": True}]


def test_what_only_looks_like_a_name_of_one_stays_where_it_is() -> None:
    text = "Risks: the freeze. Reason: stock. Next: week"
    assert closing(text)["risks"][0] == {"risk": "the freeze. Reason: stock."}


@pytest.mark.parametrize(
    ("rhythm", "minutes"),
    [
        ("Fridays, 9.30 to 10.15. A draft comes the day before.", 45),
        ("Fridays. Ten minutes on the log, twenty-five on one brief, five on what is next.", 40),
        ("Fridays, 9.30 to 10.15. Ten minutes on the log, twenty on one brief, fifteen on what is next.", 45),
        ("Fridays, 40 minutes. A note takes ten on the way.", 40),
    ],
)
def test_a_session_is_as_long_as_its_parts_or_as_the_clock_says(rhythm: str, minutes: int) -> None:
    assert read(f"## 5) Coaching Cadence + Session Toolkit\n\n{rhythm}\n").data["cadence"]["session_length"] == minutes


@pytest.mark.parametrize(
    "sentence",
    [
        "I'll simply say what to do if a customer may be harmed.",
        "I say directly what to do only when it is about regulation.",
        "The coach says what to do when there is no time.",
    ],
)
def test_when_the_coach_just_says_what_to_do(sentence: str) -> None:
    assert cadence(sentence)["exceptions"] == [sentence]


def test_parts_inside_a_stretch_of_the_session_are_the_parts() -> None:
    text = "**Session shape**\n- Before: the brief is sent\n- *During*\n"
    text += "  - 5 min → wins\n  - 20 min → the brief\n- After: a line each"
    assert cadence(text)["agenda"] == [
        {"item": "Before: the brief is sent"},
        {"item": "wins", "minutes": 5},
        {"item": "the brief", "minutes": 20},
        {"item": "After: a line each"},
    ]


def test_remarks_below_a_part_are_no_parts() -> None:
    text = "**Agenda**\n- 5 min wins\n  - what went well\n- 20 min the brief\n- The brief\n  - aloud\n  - 3 min at most"
    assert [part["item"] for part in cadence(text)["agenda"]] == ["wins", "the brief", "The brief"]


def test_what_stands_inside_of_an_item_is_told_beside_it() -> None:
    told = cadence(
        "- Tue 11:00, weekly\n  - pre-work: a card\n  - agenda\n    - 5 week\n    - 20 card\n- Fri async: I answer"
    )
    assert (told["pre_work"], told["rhythm"]) == ("a card", "Wednesdays, 50 minutes.")


def test_questions_may_be_quoted() -> None:
    told = cadence(
        "Questions I expect to use, all of them:\n\n> Who asks?\n> You gave two. Which one?\n> How? Show me.\n\nBye."
    )
    assert told["prompts"] == ["Who asks?", "You gave two. Which one?", "How? Show me."]
