"""`pmcoach intake` at a real terminal: somebody answers, leaves, and goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pmcoach_lint.generate.scaffold import scaffold
from tests.cli.conftest import ROOT
from tests.cli.intake import DAY, PATH, answers, said
from tests.cli.terminal import Terminal
from tests.generate.intakes import BOUNDARY_EXAMPLE, COMPLETE, intake_type, session

Start = Callable[..., Terminal]


@pytest.fixture
def at_terminal(repo: Path) -> Iterator[Start]:
    opened: list[Terminal] = []

    def start(*arguments: str) -> Terminal:
        opened.append(Terminal("intake", *arguments, *DAY))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()


def test_a_person_answers_and_leaves_and_each_answer_is_kept(repo: Path, at_terminal: Start) -> None:
    first = at_terminal(PATH)
    first.expect("0 of 17 questions are answered.")
    first.expect("Round 1 of 4: 5 questions.")
    first.expect("I8: Which two to five pieces of work show it, and what do they show?")
    first.expect("Why we ask: Without evidence an assessment is an opinion")
    first.expect("    - ")
    assert not (repo / PATH).exists()
    first.type("2026-09-09: Nine of eleven items are justified by who asked (Plan)")
    first.expect("    - ")
    first.type("")
    first.expect("I7: In which situations")
    first.expect("    - ")
    assert said(repo)["state"] == {
        "evidence": [
            {"date": "2026-09-09", "evidence": "Nine of eleven items are justified by who asked", "artifact": "Plan"}
        ]
    }
    first.type("?")
    first.expect("For instance: When a department brings a finished solution")
    first.expect("    - ")
    first.type("Takes finished solutions as they are")
    first.expect("    - ")
    first.interrupt()
    first.expect("2 of 17 questions are answered")
    assert first.end() == 130
    assert said(repo)["state"]["challenges"] == ["Takes finished solutions as they are"]  # type: ignore[index]


def test_the_same_command_goes_on_where_somebody_has_left(repo: Path, at_terminal: Start) -> None:
    (repo / PATH).write_text(session({key: COMPLETE[key] for key in ("I7", "I8")}).document.text, encoding="utf-8")
    again = at_terminal(PATH)
    again.expect("2 of 17 questions are answered.")
    again.expect("Round 1 of 3: 5 questions.")
    again.expect("I13: What must be more true at the end")
    again.expect("Coaching goal: ")
    again.type("Opens work with a framed problem")
    again.expect("I14: ")
    again.expect("    - ")
    again.type("")
    again.expect("I4: What is the PM's title")
    again.expect("PM: ")
    again.type("Anna Blum")
    again.expect("This looks like a real name: A… B…")
    again.expect("PM: ")
    again.type("pm-31")
    again.expect("Title: ")
    again.type("Senior PM")
    again.expect("Scope: ")
    again.leave()
    again.expect("3 of 17 questions are answered")
    again.expect("Open: I14, I4, I11")
    assert again.end() == 0
    assert said(repo)["pm"] == "pm-31"
    assert said(repo)["person"] == {"title": "Senior PM"}


def test_a_line_can_be_edited_while_it_is_typed(repo: Path, at_terminal: Start) -> None:
    terminal = at_terminal(PATH)
    terminal.expect("    - ")
    terminal.press("2026-09-09: Named a case\x1b[D\x1b[D\x7fau\n")  # twice to the left, one letter away
    terminal.expect("    - ")
    terminal.type("")
    terminal.expect("I7")
    assert said(repo)["state"] == {"evidence": [{"date": "2026-09-09", "evidence": "Named a cause"}]}


def test_after_each_round_there_is_a_way_out(repo: Path, at_terminal: Start) -> None:
    known = {key: value for key, value in COMPLETE.items() if key not in ("I1", "I3", "I5", "I9", "I10", "I15")}
    text = scaffold(intake_type())
    (repo / PATH).write_text(text, encoding="utf-8")
    answers(repo, known)
    subprocess.run(
        [sys.executable, "-m", "pmcoach_lint", "intake", PATH, "--answers", "answers.json", *DAY],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    terminal = at_terminal(PATH)
    terminal.expect("Round 1 of 2: 3 questions.")
    terminal.expect("    - ")
    terminal.type("")
    terminal.expect("The person who coaches, by handle or by role.")
    terminal.expect("Coach: ")
    terminal.type("me")
    terminal.expect("“me” is somebody else for each reader.")
    terminal.expect("Coach: ")
    terminal.type("pm-31")
    terminal.expect("“pm-31” is both the PM and the coach.")
    terminal.expect("Answer again, or press Enter to leave it as it is.")
    terminal.expect("Coach: ")
    terminal.type("lead-04")
    terminal.expect("Coach's role: ")
    terminal.type("I lead product")
    terminal.expect("Expectations: ")
    terminal.type("None in writing")
    terminal.expect("3 questions left.")
    terminal.expect("Go on with the next round? [Y/n] ")
    terminal.type("later")
    terminal.expect("This was not taken down: the next question comes after y.")
    terminal.expect("Go on with the next round? [Y/n] ")
    terminal.type("n")
    terminal.expect("13 of 17 questions are answered")
    assert terminal.end() == 0
    assert said(repo)["coach"] == "lead-04"


def test_the_boundary_ends_the_dialogue_and_keeps_what_was_said_before(repo: Path, at_terminal: Start) -> None:
    terminal = at_terminal(PATH)
    terminal.expect("    - ")
    terminal.type("The plan drops nothing")
    terminal.expect("    - ")
    terminal.type("")
    terminal.expect("I7")
    terminal.expect("    - ")
    terminal.type(BOUNDARY_EXAMPLE)
    terminal.expect("    - ")
    terminal.type("")
    terminal.expect("Error: This belongs to a formal performance process, and not to coaching.")
    terminal.expect("Go to your company's HR process.")
    terminal.expect("--plan-only")
    assert terminal.end() == 3
    assert "PIP" not in (repo / PATH).read_text(encoding="utf-8")
    assert said(repo)["state"] == {"evidence": [{"evidence": "The plan drops nothing"}]}


def test_with_a_plan_alone_in_mind_such_an_answer_is_left_out_and_the_intake_goes_on(
    repo: Path, at_terminal: Start
) -> None:
    terminal = at_terminal(PATH, "--plan-only")
    terminal.expect("    - ")
    terminal.type(BOUNDARY_EXAMPLE)
    terminal.expect("    - ")
    terminal.type("")
    terminal.expect("This is left out: it belongs to a formal performance process.")
    terminal.expect("    - ")
    terminal.type("")
    terminal.expect("I7")
    terminal.expect("    - ")
    terminal.leave()
    assert terminal.end() == 0
    assert "PIP" not in (repo / PATH).read_text(encoding="utf-8")
    assert said(repo)["plan_only"] is True


def test_an_engagement_is_asked_about_in_rows_and_left_with_all_that_was_said(repo: Path, at_terminal: Start) -> None:
    page = "packs/clients/contoso-intake.md"
    terminal = at_terminal(page, "--for", "engagement")
    terminal.expect("0 of 18 questions are answered.")
    terminal.expect("E1: Which client is it")
    for prompt, answer in (("Client: ", "Contoso Travel"), ("Start: ", "2026-11-02"), ("Adviser: ", "fractional-02")):
        terminal.expect(prompt)
        terminal.type(answer)
    terminal.expect("E2: ")
    terminal.expect("Scope: ")
    terminal.type("16 hours a week")
    for question in ("E4", "E5"):
        terminal.expect(f"{question}: ")
        terminal.expect("    - ")
        terminal.type("")
    terminal.expect("E9: Who are their PMs")
    terminal.expect("One a line, as PM | Role | Capability | Gap | Level.")
    terminal.expect("    - ")
    terminal.type("pm-51 | Bookings | Delivers on the day")
    terminal.expect("    - ")
    terminal.type("pm-52 | Billing")
    terminal.expect("“Capability” is missing.")
    terminal.expect("PM and Capability cannot be left out")
    terminal.expect("    - ")
    terminal.type("pm-52 | Billing | Ranks unasked")
    terminal.expect("    - ")
    terminal.interrupt()
    terminal.expect("3 of 18 questions are answered")
    assert terminal.end() == 130
    team = said(repo, page)["pms"]["team"]  # type: ignore[index]
    assert team == [
        {"pm": "pm-51", "role": "Bookings", "capability": "Delivers on the day"},
        {"pm": "pm-52", "role": "Billing", "capability": "Ranks unasked"},
    ]
    assert said(repo, page)["adviser"] == "fractional-02"


def test_what_is_nobodys_business_is_kept_only_when_it_is_confirmed(repo: Path, at_terminal: Start) -> None:
    terminal = at_terminal(PATH)
    terminal.expect("    - ")
    terminal.type("")
    terminal.expect("I7")
    terminal.expect("    - ")
    terminal.type("pm-31 is on sick leave since May and lets the roadmap slip")
    terminal.expect("    - ")
    terminal.type("")
    terminal.expect("This holds a person's health.")
    terminal.expect("Answer again, or press Enter to leave it as it is.")
    terminal.expect("    - ")
    assert not (repo / PATH).exists()
    terminal.type("The roadmap has not changed since May")
    terminal.expect("    - ")
    terminal.type("")
    terminal.expect("I13")
    assert said(repo)["state"] == {"challenges": ["The roadmap has not changed since May"], "evidence": [{}]}
    terminal.expect("Coaching goal: ")
    terminal.leave()
    assert terminal.end() == 0
