"""`pmcoach intake` with files of answers, and beside what is there already."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Ended, Run
from tests.cli.intake import DAY, PATH, answers, said
from tests.generate.intakes import BOUNDARY_EXAMPLE, COMPLETE, FIRST_EXAMPLE
from tests.packs import ACTIVE


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


def test_words_of_a_file_are_kept_and_days_without_a_year_are_told(run: Run, repo: Path) -> None:
    given = answers(
        repo,
        {
            "Challenges": ["7 - 9 tickets", "one -- two", "x: y - z"],
            "Evidence": [
                "2026-11-03 - committed (Thread)",
                "week of 2 Nov: no metric",
                "last month: asked, and got it",
            ],
            "I16": {"Start": "week of 30 Nov", "Weeks": 8, "Days off": ["21 Dec 2026 - 1 Jan 2027"]},
        },
    )
    ended = run("intake", PATH, "--answers", given, *DAY)
    assert ended.code == 0
    assert ended.errors == (
        "Note: Evidence: “week of 2 Nov” is taken for week of 2026-11-02.\n"
        "Note: Evidence: “last month: asked, and got it” begins with no day, so its date stays open.\n"
        "Note: I16, Start: “week of 30 Nov” is taken for 2026-11-30.\n"
    )
    assert said(repo)["state"] == {
        "challenges": ["7 - 9 tickets", "one -- two", "x: y - z"],
        "evidence": [
            {"date": "2026-11-03", "evidence": "committed", "artifact": "Thread"},
            {"date": "2026-11-02", "evidence": "no metric"},
            {"evidence": "last month: asked, and got it"},
        ],
    }
    assert said(repo)["logistics"] == {
        "start": "2026-11-30",
        "weeks": {"from": 1, "to": 8},
        "days_off": ["21 Dec 2026 - 1 Jan 2027"],
    }


def test_a_real_name_is_not_taken_and_a_listed_one_is_told(run: Run, repo: Path) -> None:
    (repo / "pmcoach.toml").write_text('real-names = ["Kowalke"]\n', encoding="utf-8")
    ended = run("intake", PATH, "--answers", answers(repo, {"PM": "anna", "Coach": "me"}), *DAY)
    assert ended.code == 2
    assert "PM: This looks like a real name: a… Write a handle" in ended.errors
    assert "Coach: “me” is somebody else for each reader." in ended.errors
    assert not (repo / PATH).exists()
    ended = run("intake", PATH, "--answers", answers(repo, {"PM": "pm-31", "I9": ["Kowalke is pleased"]}), *DAY)
    assert ended.code == 0
    assert "Warning: I9: This holds a name on your list of real names." in ended.errors


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


def test_all_that_is_wrong_in_a_file_of_answers_is_told_at_once_with_the_names_there_are(run: Run, repo: Path) -> None:
    given = {"I99": "x", "Titel": "y", "I4": {"Salary": "z"}, "I2": "just words", "I16": {"Weeks": 40}, "PM": "me"}
    ended = run("intake", PATH, "--answers", answers(repo, given), *DAY)
    assert ended.code == 2
    told = ended.errors.splitlines()
    assert told[:4] == [
        "Error: answers.json: “I99” is no question of the intake bank.",
        "“Titel” is no question of the intake bank. Did you mean “Title”?",
        "I4 has no “Salary”. It asks for PM, Title, Scope.",
        "I2 asks for several values. Give each by its name: Team, Product, Stage.",
    ]
    assert told[4].startswith("I16, Weeks: 40 weeks are too long: after 12, nobody remembers where they began.")
    assert told[5].startswith("PM: “me” is somebody else for each reader. Write a handle such as pm-07 or lead-02;")
    assert told[6].startswith("The questions, each with what it asks for, are I1 (Coach, Coach's role); I2 (Team,")
    assert told[7:] == ["Nothing was written."]


def test_decision_rights_may_stand_on_several_lines(run: Run, repo: Path) -> None:
    rights = ["Alone: the order of the backlog", "With me: what moves a date", "Not at all: prices"]
    assert run("intake", PATH, "--answers", answers(repo, {"I12": rights}), *DAY).code == 0
    assert said(repo)["good"] == {"decision_rights": rights}
    assert run("new", "coaching-pack", "packs/pm-31.md", "--from", PATH, *DAY).code == 0
    pack = (repo / "packs/pm-31.md").read_text(encoding="utf-8")
    assert (
        "**Decision rights:** Alone: the order of the backlog. With me: what moves a date. Not at all: prices.\n"
        in pack
    )
