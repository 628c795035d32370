"""`pmcoach new engagement --from`: the folder of an engagement out of its first page, whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pmcoach_lint.cli import files as module
from pmcoach_lint.document import read_document
from pmcoach_lint.settings import UsageError
from tests.cli.conftest import Run
from tests.generate.clients import ANSWERS, file_of

DAY = ("--as-of", "2026-11-30")
INTAKE = """---
type: engagement
client: Contoso
start: 2026-11-30
phase: 1
status: draft
visibility: internal
---

# Engagement: Contoso

## Scope

Two days a week for the booking team.

## Rate and basis

**Rate:** €120 an hour

**Basis:** By the hour, as a senior PM

**Baseline:** €80 an hour

## Client expectations

- “Run the standups, and write the specs.”

## Client team

| PM | Role | Capability |
|---|---|---|
| pm-51 | Bookings | Delivers on the day, and asks nobody what for |
| pm-52 | Billing | Ranks unasked; does not speak to executives |

## Stakeholders

| Stakeholder | Role | Expectation |
|---|---|---|
| cpo-05 | Sponsor | Dates that hold |

## Strategic opportunities

- Which bookings lose money

## Client maturity

Delivery is sound; nothing is ever stopped.

## Relationship health

**Trust:** New

**Openness to change:** Two leaders asked for it
"""
FOLDER = Path("packs/clients/contoso")
PLANS = ["coaching-plan-pm-51.md", "coaching-plan-pm-52.md"]
ALWAYS = ["artifacts/client-needs.md", "engagement.md", "event-log.md", "proposal.md", "value-assessment.md"]


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def findings(run: Run) -> list[dict[str, str]]:
    ended = run("lint", FOLDER.as_posix(), "--output-format", "json", *DAY)
    found: list[dict[str, str]] = json.loads(ended.output)["findings"]
    return found


def test_a_full_intake_gives_the_whole_folder_without_an_error(run: Run, repo: Path) -> None:
    (repo / "contoso.md").write_text(INTAKE, encoding="utf-8")
    ended = run("new", "engagement", "contoso", "--from", "contoso.md", *DAY)
    assert (ended.code, ended.errors) == (0, "")
    assert files(repo / FOLDER) == sorted([*ALWAYS, *PLANS])
    assert {found["rule"] for found in findings(run)} == {"still-to-fill"}
    page = (repo / FOLDER / "engagement.md").read_text(encoding="utf-8")
    assert "| NOW | By 2027-02-28 |" in page
    assert "| NEXT | By 2027-05-30 |" in page
    assert "| LATER | From 2027-05-30 |" in page
    asked = (repo / FOLDER / "artifacts/client-needs.md").read_text(encoding="utf-8")
    assert "| “Write PRDs” | Take the ticket, write the documents | “Which decisions are waiting" in asked
    assert "| “Run standups” | Facilitate the meeting | “Let me coach somebody on your team until" in asked
    assert "roadmap" not in asked
    plan = (repo / FOLDER / PLANS[0]).read_text(encoding="utf-8")
    assert "Known so far: Delivers on the day, and asks nobody what for.\n" in plan
    assert "- pm-51 is taken at Apply: no level was given.\n" in plan
    assert plan.count("### Session ") == 4
    assert "### Session 1: Strategic Reframing\n" in plan
    assert "- [ ] Weekly strategic reflection\n" in plan


@pytest.mark.parametrize(
    ("said", "visibility", "told"),
    [
        ("internal", "internal", "internal"),
        ("client:contoso, team:booking", "team:booking", "team:booking"),
        ("client:contoso", "private", "nobody, until their visibility says otherwise"),
        ("private", "private", "nobody, until their visibility says otherwise"),
        ("", "private", "nobody, until their visibility says otherwise"),
    ],
)
def test_a_draft_is_for_those_inside_whom_its_intake_is_for(
    run: Run, repo: Path, said: str, visibility: str, told: str
) -> None:
    line = f"visibility: {said}\n" if said else ""
    (repo / "contoso.md").write_text(INTAKE.replace("visibility: internal\n", line), encoding="utf-8")
    ended = run("new", "engagement", "contoso", "--from", "contoso.md", *DAY)
    assert f"\nWho may see these documents: {told}.\n" in ended.output
    for name in files(repo / FOLDER):
        data = read_document((repo / FOLDER / name).read_bytes(), name).data
        assert data["visibility"] == visibility, name


def test_links_lead_from_the_folder_to_where_they_led_from_the_page(run: Run, repo: Path) -> None:
    (repo / "notes").mkdir()
    for name in ("offer.md", "specs.md", "minutes.md"):
        (repo / "notes" / name).write_text("# Notes\n", encoding="utf-8")
    page = INTAKE.replace("for the booking team.", "for the booking team ([offer](offer.md), [minutes][1]).")
    page = page.replace("write the specs.”", "write the specs.” ([these](specs.md))")
    page = page.replace("asks nobody what for |", "asks nobody what for ([own plan](coaching-plan-pm-51.md)) |")
    (repo / "notes/coaching-plan-pm-51.md").write_text("# Plan\n", encoding="utf-8")
    (repo / "notes/contoso.md").write_text(f"{page}\n[1]: minutes.md\n", encoding="utf-8")
    assert run("new", "engagement", "contoso", "--from", "notes/contoso.md", *DAY).errors == ""
    assert {found["rule"] for found in findings(run)} == {"still-to-fill"}
    drafted = (repo / FOLDER / "engagement.md").read_text(encoding="utf-8")
    scope = "booking team ([offer](../../../notes/offer.md), [minutes](../../../notes/minutes.md)).\n"
    assert scope in drafted
    assessed = (repo / FOLDER / "value-assessment.md").read_text(encoding="utf-8")
    assert "([own plan](../../../notes/coaching-plan-pm-51.md)) |" in assessed
    assert "| [Coaching plan for pm-51](coaching-plan-pm-51.md) |" in assessed


def test_links_in_a_folder_of_the_folder_are_counted_from_there(run: Run, repo: Path) -> None:
    (repo / "offer.md").write_text("# Offer\n", encoding="utf-8")
    file_of(repo / PAGE, ANSWERS | {"E5": ["“Write the PRDs” ([offer](../../offer.md))"]})
    assert run("new", "engagement", "contoso", "--from", PAGE, *DAY).code == 0
    asked = (repo / FOLDER / "artifacts/client-needs.md").read_text(encoding="utf-8")
    assert "([offer](../../../../offer.md))" in asked
    assert "broken-link" not in {found["rule"] for found in findings(run)}


def test_a_word_in_brackets_is_no_gap(run: Run, repo: Path) -> None:
    page = INTAKE.replace("for the booking team.", "for the booking team [travel is extra].")
    (repo / "contoso.md").write_text(page, encoding="utf-8")
    assert run("new", "engagement", "contoso", "--from", "contoso.md", *DAY).code == 0
    drafted = (repo / FOLDER / "engagement.md").read_text(encoding="utf-8")
    assert "Two days a week for the booking team [travel is extra].\n" in drafted


def test_the_same_intake_gives_the_same_folder(run: Run, repo: Path) -> None:
    (repo / "contoso.md").write_text(INTAKE, encoding="utf-8")
    for name in ("one", "two"):
        assert run("new", "engagement", f"drafts/{name}", "--from", "contoso.md", *DAY).code == 0
    one, two = repo / "drafts/one", repo / "drafts/two"
    assert [(one / name).read_bytes() for name in files(one)] == [(two / name).read_bytes() for name in files(two)]


def test_a_blank_intake_leaves_more_to_a_person_and_is_no_error(run: Run, repo: Path) -> None:
    assert run("new", "engagement", "contoso.md").code == 0
    ended = run("new", "engagement", "contoso", "--from", "contoso.md", *DAY)
    assert (ended.code, ended.errors) == (0, "")
    assert files(repo / FOLDER) == ALWAYS
    assert [found for found in findings(run) if found["severity"] == "error"] == []
    assert "  engagement.md: " in ended.output
    assert "places in all only a person can fill in, marked TBD.\n" in ended.output


def test_an_empty_folder_is_filled_and_another_left_alone(run: Run, repo: Path) -> None:
    (repo / "contoso.md").write_text(INTAKE, encoding="utf-8")
    (repo / FOLDER).mkdir(parents=True)
    assert run("new", "engagement", "contoso", "--from", "contoso.md", *DAY).code == 0
    before = {name: (repo / FOLDER / name).read_bytes() for name in files(repo / FOLDER)}
    ended = run("new", "engagement", "contoso", "--from", "contoso.md", *DAY)
    assert ended.code == 2
    assert ended.errors == ("Error: packs/clients/contoso exists already.\nNothing was written: choose another name.\n")
    assert {name: (repo / FOLDER / name).read_bytes() for name in files(repo / FOLDER)} == before
    assert [path.name for path in (repo / FOLDER).parent.iterdir()] == ["contoso"]


@pytest.mark.parametrize(
    ("start", "drafted"), [("9999-12-01", "9999-12-01"), ("2026-02-30", "TBD"), ("soon", "TBD"), ("TBD", "TBD")]
)
def test_a_start_that_cannot_be_is_left_to_a_person(run: Run, repo: Path, start: str, drafted: str) -> None:
    (repo / "contoso.md").write_text(INTAKE.replace("start: 2026-11-30", f"start: {start}"), encoding="utf-8")
    assert run("new", "engagement", "contoso", "--from", "contoso.md", *DAY).code == 0
    assert f"start: {drafted}\n" in (repo / FOLDER / "engagement.md").read_text(encoding="utf-8")


def test_a_part_that_cannot_be_read_is_told_and_not_lost_in_silence(run: Run, repo: Path) -> None:
    labels = INTAKE[INTAKE.index("**Trust:**") :]
    (repo / "contoso.md").write_text(INTAKE.replace(labels, "They trust me, and want to change.\n"), encoding="utf-8")
    ended = run("new", "engagement", "contoso", "--from", "contoso.md", *DAY)
    assert ended.errors == (
        "Warning: contoso.md:51:1: “Relationship health” says nothing that can be read. The draft leaves it out. "
        "Write what it is made of on a line each: **Trust:** …; **Openness to change:** …\n"
    )


def test_a_team_may_be_a_list_with_the_role_behind_the_handle(run: Run, repo: Path) -> None:
    rows = INTAKE[INTAKE.index("| PM |") : INTAKE.index("## Stakeholders")]
    people = INTAKE[INTAKE.index("| Stakeholder |") : INTAKE.index("## Strategic")]
    page = INTAKE.replace(rows, "- pm-51, Bookings: asks nobody what for\n- **pm-52** (Billing): ranks unasked\n\n")
    page = page.replace(people, "- cfo-02, decides on the fee: a reason in figures\n\n")
    (repo / "contoso.md").write_text(page, encoding="utf-8")
    ended = run("new", "engagement", "contoso", "--from", "contoso.md", *DAY)
    assert (ended.code, ended.errors) == (0, "")
    assert files(repo / FOLDER) == sorted([*ALWAYS, *PLANS])
    drafted = (repo / FOLDER / "engagement.md").read_text(encoding="utf-8")
    assert "| pm-51 | Bookings | asks nobody what for |\n" in drafted
    assert "| cfo-02 | decides on the fee | a reason in figures |\n" in drafted
    assert "The case: what is planned for bookings" in (repo / FOLDER / PLANS[0]).read_text(encoding="utf-8")


@pytest.mark.parametrize("who", ["../pm-51", "Anna Berg", "Anna, Bookings"])
def test_a_pm_without_a_handle_stops_the_draft(run: Run, repo: Path, who: str) -> None:
    (repo / "contoso.md").write_text(INTAKE.replace("pm-51", who), encoding="utf-8")
    ended = run("new", "engagement", "contoso", "--from", "contoso.md", *DAY)
    assert ended.code == 2
    assert f"“{who}” in the client team is no handle." in ended.errors
    assert not (repo / FOLDER).exists()


# From an intake of its own


PAGE = "packs/clients/contoso-intake.md"


def test_answers_become_a_folder_that_lints_and_scores(run: Run, repo: Path) -> None:
    (repo / "answers.json").write_text(json.dumps(ANSWERS), encoding="utf-8")
    ended = run("intake", PAGE, "--for", "engagement", "--answers", "answers.json", *DAY)
    assert (ended.code, ended.errors) == (0, "")
    assert ended.output == (
        f"18 of 18 questions are answered in {PAGE}.\n"
        f"Draft the folder: pmcoach new engagement packs/clients/contoso --from {PAGE}\n"
    )
    ended = run("new", "engagement", "contoso", "--from", PAGE, *DAY)
    assert (ended.code, ended.errors) == (0, "")
    assert "1 thing nobody knows yet: see Unknowns in engagement.md.\n" in ended.output
    assert {found["severity"] for found in findings(run)} == {"warning"}
    assert {found["rule"] for found in findings(run)} == {"still-to-fill", "claim-without-record"}
    score = json.loads(run("score", f"{FOLDER}/engagement.md", "--output-format", "json", *DAY).output)
    assert score["scores"][0]["total"] >= 17
    text = run("score", f"{FOLDER}/engagement.md", *DAY).output
    assert "value-assessment.md:115:1  Evidence “The quarter cut from eleven" in text
    assert "No strategic contribution is named" not in text
    assert run("lint", PAGE, *DAY).code == 0


def test_what_cannot_be_read_is_told_with_its_line_and_left_out(run: Run, repo: Path) -> None:
    file = file_of(repo / PAGE, ANSWERS)
    file.write_text(file.read_text(encoding="utf-8").replace("| 60% |", "| lots |"), encoding="utf-8")
    ended = run("new", "engagement", "contoso", "--from", PAGE, *DAY)
    assert ended.code == 0
    assert ended.errors == (
        f"Warning: {PAGE}:58:14: “lots” is no percentage. The draft leaves it out. Write a number with %: 40%.\n"
    )
    assert "| Tactical (specs, tickets) | TBD | 20% | Reduce |" in (repo / FOLDER / "value-assessment.md").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("Staff Aug", "The target level, Staff Aug, is below the current level, Expert Executor."),
        ("expert executor", "The target level, Expert Executor, is the current level as well."),
        ("2", "The target level, Expert Executor, is the current level as well."),
    ],
)
def test_a_target_that_is_no_step_up_is_told_with_its_line_and_left_out(
    run: Run, repo: Path, target: str, message: str
) -> None:
    file = file_of(repo / PAGE, ANSWERS)
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("**Target level:** Strategic Advisor", f"**Target level:** {target}"), encoding="utf-8"
    )
    ended = run("new", "engagement", "contoso", "--from", PAGE, *DAY)
    assert ended.code == 0
    assert ended.errors == (
        f"Warning: {PAGE}:48:19: {message} "
        "The draft leaves the target out, and notes it in the value assessment. Change one of the answers.\n"
    )
    assessment = (repo / FOLDER / "value-assessment.md").read_text(encoding="utf-8")
    assert f"Not settled:\n\n- {message}\n" in assessment
    assert "**Target Level:** TBD\n" in assessment
    assert message not in (repo / FOLDER / "engagement.md").read_text(encoding="utf-8")
    assert "target_level" not in (repo / FOLDER / "proposal.md").read_text(encoding="utf-8")
    assert {found["severity"] for found in findings(run)} == {"warning"}


def test_answers_that_contradict_each_other_are_told_with_their_line(run: Run, repo: Path) -> None:
    file = file_of(repo / PAGE, ANSWERS)
    file.write_text(file.read_text(encoding="utf-8").replace("| 60% |", "| 70% |"), encoding="utf-8")
    ended = run("new", "engagement", "contoso", "--from", PAGE, *DAY)
    assert ended.errors == (
        f"Warning: {PAGE}:54:1: The shares of time today add up to 110%, and not to 100%. "
        "The draft notes it in the value assessment. Change one of the answers.\n"
    )


def test_a_first_session_that_is_past_stops_the_draft(run: Run, repo: Path) -> None:
    file_of(repo / PAGE, ANSWERS)
    ended = run("new", "engagement", "contoso", "--from", PAGE, "--as-of", "2027-02-01")
    assert ended.code == 2
    assert ended.errors == (
        f"Error: {PAGE}: the first session is on 2027-01-19, which is past: today is 2027-02-01.\n"
        "Write a later day behind **First session:**.\n"
    )
    assert not (repo / FOLDER).exists()


def test_of_a_first_page_only_what_it_lacks_is_asked(run: Run, repo: Path) -> None:
    (repo / FOLDER).mkdir(parents=True)
    (repo / FOLDER / "engagement.md").write_text(INTAKE, encoding="utf-8")
    (repo / "answers.json").write_text(json.dumps({"E16": "€6,500 a month"}), encoding="utf-8")
    ended = run("intake", f"{FOLDER}/engagement.md", "--answers", "answers.json", *DAY)
    assert (ended.code, ended.errors) == (0, f"Note: The answers are kept in {PAGE}; the page stays as it is.\n")
    assert "8 of 18 questions are answered" in ended.output
    assert "pmcoach new engagement packs/clients/contoso-draft --from" in ended.output
    assert (repo / FOLDER / "engagement.md").read_text(encoding="utf-8") == INTAKE
    assert "| pm-51 | Bookings | Delivers on the day, and asks nobody what for |" in (repo / PAGE).read_text(
        encoding="utf-8"
    )


def test_what_a_first_page_links_to_is_linked_to_from_its_intake(run: Run, repo: Path) -> None:
    (repo / FOLDER).mkdir(parents=True)
    page = INTAKE.replace("for the booking team.", "for the booking team ([offer](offer.md)).")
    (repo / FOLDER / "engagement.md").write_text(page, encoding="utf-8")
    (repo / "answers.json").write_text(json.dumps({"E16": "€6,500 a month"}), encoding="utf-8")
    assert run("intake", f"{FOLDER}/engagement.md", "--answers", "answers.json", *DAY).code == 0
    assert "([offer](contoso/offer.md))" in (repo / PAGE).read_text(encoding="utf-8")


def test_an_intake_may_stand_in_the_folder_that_is_drafted_from_it(run: Run, repo: Path) -> None:
    own = FOLDER / "intake.md"
    (repo / "answers.json").write_text(json.dumps(ANSWERS), encoding="utf-8")
    ended = run("intake", own.as_posix(), "--for", "engagement", "--answers", "answers.json", *DAY)
    assert f"Draft the folder: pmcoach new engagement {FOLDER} --from {own}\n" in ended.output
    before = (repo / own).read_bytes()
    assert run("new", "engagement", "contoso", "--from", own.as_posix(), *DAY).code == 0
    assert files(repo / FOLDER) == sorted([*ALWAYS, *PLANS, "intake.md"])
    assert (repo / own).read_bytes() == before
    assert run("lint", FOLDER.as_posix(), *DAY).code == 0
    again = run("new", "engagement", "contoso", "--from", own.as_posix(), *DAY)
    assert (again.code, again.errors.splitlines()[0]) == (2, f"Error: {FOLDER} exists already.")
    assert f"pmcoach new engagement {FOLDER}-draft --from" in run("intake", own.as_posix(), *DAY).output


def test_where_one_file_cannot_be_written_none_is(run: Run, repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = file_of(repo / FOLDER / "intake.md", ANSWERS)

    def full(path: Path, text: str, source: Path) -> None:
        if path.name == "proposal.md":
            raise UsageError(f"{path} cannot be written: No space left on device.")
        created(path, text, source)

    created = module.create
    monkeypatch.setattr(module, "create", full)
    ended = run("new", "engagement", "contoso", "--from", own.relative_to(repo).as_posix(), *DAY)
    assert ended.code == 2
    assert ended.errors == f"Error: {FOLDER}/proposal.md cannot be written: No space left on device.\n"
    assert [path.name for path in (repo / FOLDER).iterdir()] == ["intake.md"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("new", "engagement", "contoso.md", "--from", PAGE),
            "contoso.md is the name of a file, and a whole folder is",
        ),
        (("intake", "x.md", "--for", "engagement", "--plan-only"), "Only the intake of a coaching pack can ask for a"),
        (("intake", PAGE, "--for", "coaching-pack"), f"{PAGE} is no intake for --for coaching-pack."),
        (("new", "coaching-pack", "packs/x.md", "--from", PAGE), f"{PAGE} is of the type “engagement-intake”."),
    ],
)
def test_what_does_not_go_together_is_refused(run: Run, repo: Path, arguments: tuple[str, ...], message: str) -> None:
    file_of(repo / PAGE, ANSWERS)
    ended = run(*arguments, *DAY)
    assert ended.code == 2
    assert ended.errors.startswith(f"Error: {message}")
    assert not (repo / "x.md").exists()
