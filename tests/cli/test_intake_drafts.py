"""`pmcoach new coaching-pack --from`: what is drafted out of an intake, and what is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.intake import DAY, PATH, answers
from tests.generate.intakes import BOUNDARY_EXAMPLE, COMPLETE, FIRST_EXAMPLE, SECOND_EXAMPLE, session

DRAFTED_ONLY = "Only a coaching pack or an engagement is drafted, and only from an intake."


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
