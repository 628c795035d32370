"""`pmcoach intake`, and `pmcoach new coaching-pack --from`: at a real terminal, from files, and what ends them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pmcoach_lint.document import read_document
from pmcoach_lint.generate.scaffold import scaffold
from tests.cli.conftest import ROOT, Ended, Run
from tests.cli.terminal import Terminal
from tests.generate.intakes import BOUNDARY_EXAMPLE, COMPLETE, FIRST_EXAMPLE, SECOND_EXAMPLE, intake_type, session
from tests.packs import ACTIVE

DAY = ("--as-of", "2026-11-23")
PATH = "packs/pm-31-intake.md"
Start = Callable[..., Terminal]

DRAFTED_ONLY = "Only a coaching pack or an engagement is drafted, and only from an intake."


def answers(repo: Path, given: object) -> str:
    (repo / "answers.json").write_text(json.dumps(given), encoding="utf-8")
    return "answers.json"


def said(repo: Path, path: str = PATH) -> dict[str, object]:
    return read_document((repo / path).read_bytes(), path).data


@pytest.fixture
def at_terminal(repo: Path) -> Iterator[Start]:
    opened: list[Terminal] = []

    def start(*arguments: str) -> Terminal:
        opened.append(Terminal("intake", *arguments, *DAY))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()


# The dialogue


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
    again.expect("“Anna Blum” is no handle.")
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
    terminal.type("pm-51 | Bookings")
    terminal.expect("    - ")
    terminal.type("")
    terminal.expect("“Capability” is missing.")
    terminal.expect("    - ")
    terminal.type("pm-51 | Bookings | Delivers on the day")
    terminal.expect("    - ")
    terminal.interrupt()
    terminal.expect("3 of 18 questions are answered")
    assert terminal.end() == 130
    team = said(repo, page)["pms"]["team"]  # type: ignore[index]
    assert team == [{"pm": "pm-51", "role": "Bookings", "capability": "Delivers on the day"}]
    assert said(repo, page)["adviser"] == "fractional-02"


@pytest.mark.parametrize("kind", ["intake", "engagement-intake"])
def test_line_ends_and_marks_of_a_file_stay_as_they_are(run: Run, repo: Path, kind: str) -> None:
    assert run("new", kind, PATH).code == 0
    blank = (repo / PATH).read_text(encoding="utf-8").rstrip("\n").replace("\n", "\r\n")
    (repo / PATH).write_bytes(b"\xef\xbb\xbf" + blank.encode())
    given = (
        {"I13": "Frames problems", "I6": ["On time"]} if kind == "intake" else {"E4": ["Help"], "E9": ["pm-1 | a | b"]}
    )
    assert run("intake", PATH, "--answers", answers(repo, given), *DAY).code == 0
    written = (repo / PATH).read_bytes()
    assert written.startswith(b"\xef\xbb\xbf---\r\n")
    assert written.count(b"\n") == written.count(b"\r\n")
    assert not written.endswith(b"\n")


def test_nobody_answers(run: Run, repo: Path) -> None:
    ended = run("intake", PATH, *DAY)
    assert (ended.code, ended.errors) == (0, "")
    assert ended.output.endswith("Nothing was answered, and nothing written.\n")
    assert list((repo / "packs").iterdir()) == []


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
    terminal.leave()
    assert terminal.end() == 0


# Files of answers


def test_answers_come_from_a_file_and_a_pack_from_them(run: Run, repo: Path) -> None:
    ended = run("intake", PATH, "--answers", answers(repo, COMPLETE), *DAY)
    assert ended == Ended(
        0,
        "17 of 17 questions are answered in packs/pm-31-intake.md.\n"
        "Draft the pack: pmcoach new coaching-pack packs/pm-31.md --from packs/pm-31-intake.md\n",
    )
    assert run("lint", PATH, *DAY).code == 0
    ended = run("new", "coaching-pack", "packs/pm-31.md", "--from", PATH, *DAY)
    assert ended == Ended(
        0,
        "Wrote packs/pm-31.md, a draft.\n"
        "2 places in it only a person can fill in, marked TBD.\n"
        "Read it, correct it, then: pmcoach lint packs/pm-31.md\n",
    )
    before = (repo / "packs/pm-31.md").read_bytes()
    assert run("lint", "packs/pm-31.md", *DAY).code == 0
    ended = run("new", "coaching-pack", "packs/pm-31.md", "--from", PATH, *DAY)
    assert ended == Ended(2, "", "Error: packs/pm-31.md exists already.\nNothing was written: choose another name.\n")
    assert (repo / "packs/pm-31.md").read_bytes() == before


def test_answers_may_be_yaml_on_standard_input(run: Run, repo: Path) -> None:
    text = f"I13: {FIRST_EXAMPLE}\nI16: {{Start: 2027-01-11, Weeks: 8}}\nStrengths:\n  - Ships on time\n"
    ended = run("intake", PATH, "--answers", "-", *DAY, stdin=text.encode())
    assert ended.code == 0
    assert said(repo)["goals"] == {"goal": FIRST_EXAMPLE}
    assert said(repo)["logistics"] == {"start": "2027-01-11", "weeks": {"from": 1, "to": 8}}


def test_a_file_with_what_is_nobodys_business_is_taken_with_a_warning(run: Run, repo: Path) -> None:
    given = answers(repo, {"I9": ["pm-31 was diagnosed with depression in May"]})
    ended = run("intake", PATH, "--answers", given, *DAY)
    assert ended.code == 0
    assert ended.errors == (
        "Warning: I9: This holds a person's health. A pack needs what was done at work; say that, and leave the rest "
        "unsaid.\n"
    )


def test_what_belongs_elsewhere_is_declined_with_the_alternative(run: Run, repo: Path) -> None:
    given = answers(repo, {"I6": ["Ships"], "I13": BOUNDARY_EXAMPLE})
    ended = run("intake", PATH, "--answers", given, *DAY)
    assert (ended.code, ended.output) == (3, "")
    assert ended.errors == (
        "Error: This belongs to a formal performance process, and not to coaching.\n"
        "A performance-improvement plan, a warning or a dismissal is a formal process with rights and records of its "
        "own.\n"
        "Go to your company's HR process. Coaching may go on beside it with a plan of its own, clearly labelled as "
        "non-HR.\n"
        "For a plan alone: pmcoach intake packs/pm-31-intake.md --plan-only\n"
    )
    assert not (repo / PATH).exists()

    ended = run("intake", PATH, "--answers", given, "--plan-only", *DAY)
    assert ended.code == 0
    assert ended.errors == "Note: I13 is left out: it belongs to a formal performance process.\n"
    run("new", "coaching-pack", "packs/plan.md", "--from", PATH, *DAY)
    text = (repo / "packs/plan.md").read_text(encoding="utf-8")
    assert "PIP" not in text
    assert "# Development plan: the PM\n\n> **A development plan for learning, and no HR document.**" in text


@pytest.mark.parametrize(
    ("given", "errors"),
    [
        (
            {"I16": {"Start": "2026-11-02"}},
            ["I16, Start: 2026-11-02 is past: today is 2026-11-23. Name a day from now"],
        ),
        (
            {"I16": {"Weeks": 3}, "PM": "A B"},
            ["I16, Weeks: 3 weeks are too short for a habit", "PM: “A B” is no handle"],
        ),
        ({"PM": "pm-1", "Coach": "pm-1"}, ["Coach: “pm-1” is both the PM and the coach."]),
        (
            {"I16": {"Start": "2027-01-11", "Days off": ["2027-01-11"]}},
            ["I16, Days off: The cycle starts on 2027-01-11, which is a day off."],
        ),
        ({"I99": "x"}, ["“I99” is no question of the intake bank."]),
    ],
)
def test_answers_that_cannot_hold_write_nothing(run: Run, repo: Path, given: object, errors: list[str]) -> None:
    ended = run("intake", PATH, "--answers", answers(repo, given), *DAY)
    assert (ended.code, ended.output) == (2, "")
    for error in errors:
        assert error in ended.errors
    assert not (repo / PATH).exists()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"I13: [\n", "cannot be read"),
        (b"I13: a\nI13: b\n", "answers.yaml: “I13” is answered twice."),
        (b"\xff", "answers.yaml is not in UTF-8."),
        (b"", "has to be lines of the form"),
    ],
)
def test_a_file_of_answers_that_cannot_be_read(run: Run, repo: Path, data: bytes, error: str) -> None:
    (repo / "answers.yaml").write_bytes(data)
    ended = run("intake", PATH, "--answers", "answers.yaml", *DAY)
    assert ended.code == 2
    assert error in ended.errors
    assert not (repo / PATH).exists()
    assert "answers.yml does not exist" in run("intake", PATH, "--answers", "answers.yml").errors


# What is there already


def test_of_a_pack_only_what_it_lacks_is_asked_and_the_pack_stays(run: Run, repo: Path) -> None:
    pack = repo / "packs" / "pm-07.md"
    pack.write_bytes(ACTIVE.read_bytes())
    ended = run("intake", "packs/pm-07.md", *DAY, stdin=b"")
    assert "Note: The answers are kept in packs/pm-07-intake.md; the pack stays as it is.\n" in ended.errors
    ended = run("intake", "packs/pm-07.md", "--answers", answers(repo, {"I5": {"Tenure": "Two years"}}), *DAY)
    assert "Open: I2, I9, I1, I10, I5, I3, I16." in ended.output
    again = "pmcoach new coaching-pack packs/pm-07-draft.md --from packs/pm-07-intake.md"
    assert ended.output.endswith(f"Draft the pack: {again}\n"), "the pack is there, and never written over"
    assert pack.read_bytes() == ACTIVE.read_bytes()
    assert said(repo, "packs/pm-07-intake.md")["pm"] == "pm-07"


def test_another_file_is_never_overwritten(run: Run, repo: Path) -> None:
    other = repo / "packs" / "notes.md"
    other.write_text("---\ntype: artifact\n---\n", encoding="utf-8")
    ended = run("intake", "packs/notes.md", *DAY)
    assert ended.code == 2
    assert "packs/notes.md is of the type “artifact”." in ended.errors
    assert other.read_text(encoding="utf-8") == "---\ntype: artifact\n---\n"
    assert run("intake", "packs", *DAY).code == 2


def test_what_somebody_else_has_written_meanwhile_is_kept(
    run: Run, repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("intake", PATH, "--answers", answers(repo, {"I6": ["Ships"]}), *DAY)

    def meanwhile(prompt: str) -> str:
        (repo / PATH).write_text("other", encoding="utf-8")
        return "Said later"

    monkeypatch.setattr("builtins.input", meanwhile)
    monkeypatch.setattr("pmcoach_lint.cli.dialogue.Dialogue._lines", lambda *_: [meanwhile("")])
    ended = run("intake", PATH, *DAY)
    assert ended.code == 2
    assert "packs/pm-31-intake.md has been changed meanwhile." in ended.errors
    assert (repo / PATH).read_text(encoding="utf-8") == "other"


# Drafts


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (
            ["value-ladder", "packs/a.md", "--from", PATH],
            DRAFTED_ONLY,
        ),
        (
            ["coaching-pack", "packs/a.md", "--parts", "plan"],
            DRAFTED_ONLY,
        ),
        (["coaching-pack", "packs/a.md", "--from", "packs/none.md"], "packs/none.md does not exist."),
        (["coaching-pack", "packs/a.md", "--from", PATH, "--parts", "plann"], "There is no part “plann”. Did you mean"),
        (
            ["coaching-pack", "packs/a.md", "--from", PATH, "--as-of", "2027-02-01"],
            "packs/pm-31-intake.md: the cycle starts on 2027-01-11, which is past: today is 2027-02-01.",
        ),
    ],
)
def test_what_cannot_be_drafted(run: Run, repo: Path, arguments: list[str], error: str) -> None:
    run("intake", PATH, "--answers", answers(repo, COMPLETE), *DAY)
    ended = run("new", *arguments)
    assert ended.code == 2
    assert error in ended.errors
    assert not (repo / "packs" / "a.md").exists()


@pytest.mark.parametrize("more", ["", "plan-only: true\n"])
def test_what_somebody_has_written_into_the_intake_by_hand_is_declined_as_well(run: Run, repo: Path, more: str) -> None:
    text = session(COMPLETE).document.text.replace(COMPLETE["I13"], BOUNDARY_EXAMPLE)
    text = text.replace("status: draft", f"{more}status: draft")
    (repo / PATH).write_text(text, encoding="utf-8")
    line = text[: text.index(BOUNDARY_EXAMPLE)].count("\n") + 1
    ended = run("new", "coaching-pack", "packs/a.md", "--from", PATH, *DAY)
    assert (ended.code, ended.output) == (3, "")
    assert ended.errors.startswith(
        f"Error: {PATH}:{line}: what stands under “Coaching goal” belongs to a formal performance process, and not to "
        "coaching.\n"
    )
    assert "Go to your company's HR process." in ended.errors
    assert not (repo / "packs" / "a.md").exists()


@pytest.mark.parametrize("parts", [["--parts", "plan,cadence"], ["--parts", "4", "--parts", "5"]])
def test_parts_are_chosen_by_name_or_number(run: Run, repo: Path, parts: list[str]) -> None:
    run("intake", PATH, "--answers", answers(repo, COMPLETE), *DAY)
    assert run("new", "coaching-pack", "packs/a.md", "--from", PATH, *parts, *DAY).code == 0
    lines = (repo / "packs" / "a.md").read_text(encoding="utf-8").splitlines()
    assert [line[3:5] for line in lines if line.startswith("## ")] == ["Co", "4)", "5)", "7)"]


def test_a_draft_tells_which_answers_contradict_each_other(run: Run, repo: Path) -> None:
    given = {**COMPLETE, "I13": "By the end of May pm-31 opens each new piece of work with a framed problem, unasked."}
    file = repo / PATH
    file.write_text(session(COMPLETE).document.text.replace(str(COMPLETE["I13"]), given["I13"]), encoding="utf-8")
    ended = run("new", "coaching-pack", "packs/pm-31.md", "--from", PATH, *DAY)
    assert ended.code == 0
    told = "The goal is to be reached “By the end of May”, and the cycle ends on 2027-03-07."
    line = file.read_text(encoding="utf-8").splitlines().index(f"**Coaching goal:** {given['I13']}") + 1
    assert ended.errors == (
        f"Warning: {PATH}:{line}:20: {told} The draft lists it among the assumptions. Change one of the answers.\n"
    )
    assert f"- Not settled: {told}" in (repo / "packs/pm-31.md").read_text(encoding="utf-8").replace('"', "")


def test_a_draft_tells_which_answers_cannot_be_read(run: Run, repo: Path) -> None:
    assert run("intake", PATH, "--answers", answers(repo, COMPLETE), *DAY).code == 0
    text = (repo / PATH).read_text(encoding="utf-8").replace("**Practice time:** 3 hours", "**Practice time:** some")
    (repo / PATH).write_text(text, encoding="utf-8")
    line = text[: text.index("**Practice time:**")].count("\n") + 1
    ended = run("new", "coaching-pack", "packs/pm-31.md", "--from", PATH, *DAY)
    assert ended.code == 0
    assert ended.errors.startswith(f"Warning: {PATH}:{line}:20: “some” ")
    assert "The draft leaves it out." in ended.errors
    assert "**Time budget:** 120 minutes a week (assumed)\n" in (repo / "packs/pm-31.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("request_", "bet", "rows"),
    [
        (
            FIRST_EXAMPLE,
            "Choose by criteria, in writing",
            ["weeks: 8", "- Opportunity assessment of the largest candidate for next quarter"],
        ),
        (
            SECOND_EXAMPLE,
            "Map who decides, and brief them by what they weigh",
            ["| R1.1 | Build the stakeholder map of one live decision", "then write the pre-read that would have"],
        ),
    ],
)
def test_the_requests_of_the_source_become_packs_that_ask_on(
    run: Run, repo: Path, request_: str, bet: str, rows: list[str]
) -> None:
    assert run("intake", PATH, "--answers", answers(repo, {"I13": request_}), *DAY).code == 0
    assert run("new", "coaching-pack", "packs/pm-31.md", "--from", PATH, *DAY).code == 0
    text = (repo / "packs/pm-31.md").read_text(encoding="utf-8")
    assert f"### B1: {bet}\n" in text
    assert [row for row in rows if row not in text] == []
    linted = run("lint", "packs/pm-31.md", "--output-format", "json", *DAY)
    assert {found["rule"] for found in json.loads(linted.output)["findings"]} == {"still-to-fill"}
    scored = run("score", "packs/pm-31.md", "--min", "20", *DAY)
    assert scored.code == 1, "a sentence is no intake"
    assert "Ask again first\n" in scored.output
    assert run("intake", PATH, "--answers", answers(repo, {**COMPLETE, "I13": request_}), *DAY).code == 0
    assert run("new", "coaching-pack", "packs/whole.md", "--from", PATH, *DAY).code == 0
    assert run("score", "packs/whole.md", "--min", "20", *DAY).code == 0


def test_the_boundary_example_of_the_source_is_declined_and_a_plan_offered(run: Run, repo: Path) -> None:
    ended = run("intake", PATH, "--answers", answers(repo, {"I13": BOUNDARY_EXAMPLE}), *DAY)
    assert ended.code == 3
    assert "Go to your company's HR process." in ended.errors
    assert f"For a plan alone: pmcoach intake {PATH} --plan-only\n" in ended.errors
    assert not (repo / PATH).exists()
    given = {key: value for key, value in COMPLETE.items() if key != "I13"} | {"I13": "Frames problems by March"}
    assert run("intake", PATH, "--plan-only", "--answers", answers(repo, given), *DAY).code == 0
    assert run("new", "coaching-pack", "packs/plan.md", "--from", PATH, *DAY).code == 0
    text = (repo / "packs/plan.md").read_text(encoding="utf-8")
    assert "> **A development plan for learning, and no HR document.**" in text
    linted = json.loads(run("lint", "packs/plan.md", "--output-format", "json", *DAY).output)
    assert {found["rule"] for found in linted["findings"]} <= {"still-to-fill"}
