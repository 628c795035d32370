"""The agenda of the next one-to-one."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.checks.doubts import DOUBT
from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.finding import Finding, Position, Range, Severity
from pmcoach_lint.generate.agenda import agenda_of, to_markdown, to_plain
from pmcoach_lint.settings import Settings
from tests.packs import PM_07, PM_21, ROOT, WHOLE, replaced
from tests.weekly.standings import standing


def part(text: str, as_of: str, title: str, findings: tuple[Finding, ...] = ()) -> tuple[str, ...]:
    return next((each.lines for each in agenda_of(standing(text, as_of), findings).parts if each.title == title), ())


def test_the_smallest_pack_has_an_agenda() -> None:
    assert (
        to_markdown(agenda_of(standing(WHOLE, "2026-10-26")))
        == """\
# 1:1 on Monday 2026-10-26, week 4 of 8

packs/pm-07.md

## Running order

- **5 min** Wins

## Due

- **Checkpoint**, Bet 1, 2026-10-30, on track when: Two briefs are written

## Artifacts to review

- **Artifact review**, 2026-10-30: brief

## Practice this week

- **Bet 1** (45 min): Write a one-page brief

## Questions

- What did you rule out?

## Where the bets stand

- **Bet 1: Frame first** is on track (2026-10-09). Last feedback: Cause named

## Open: lead-02

- Reads one brief a week

## Open: pm-07

- Brief 2

## Open: nobody yet

- Send the brief by Friday
"""
    )


def test_what_is_due_and_still_to_be_named_is_told_by_its_day_alone() -> None:
    text = WHOLE.replace("Two briefs are written", "TBD").replace("- Week 4: brief", "- Week 4: [Artifact]")
    assert part(text, "2026-10-26", "Due") == ("**Checkpoint**, Bet 1, 2026-10-30",)
    assert part(text, "2026-10-26", "Artifacts to review") == ("**Artifact review**, 2026-10-30",)


def test_the_day_and_the_hour_come_from_the_cadence() -> None:
    agenda = agenda_of(standing(PM_07, "2026-11-20"))
    assert agenda.title == "1:1 on Thursday 2026-11-26, week 8 of 8"
    assert agenda.lead == "14:00 · 50 minutes · packs/pm-07.md"


def test_what_should_have_been_looked_at_comes_first_and_is_called_overdue() -> None:
    lines = part(WHOLE, "2026-11-02", "Due")
    assert lines == ("**Checkpoint**, Bet 1, overdue since 2026-10-30, on track when: Two briefs are written",)


def test_the_questions_go_round_from_week_to_week() -> None:
    prompts = "### Coaching prompts\n\n- {}\n".format("\n- ".join("ABCDE"))
    text = replaced(WHOLE, "### Coaching prompts\n\n- What did you rule out?\n", prompts)
    weeks = [part(text, day, "Questions") for day in ("2026-10-05", "2026-10-12", "2026-10-19")]
    assert weeks == [("A", "B", "C"), ("D", "E", "A"), ("B", "C", "D")]


def test_only_the_reps_of_the_week_are_practised() -> None:
    assert [line.split("**")[1] for line in part(PM_21, "2026-11-23", "Practice this week")] == ["R1.1", "R2.1"]


def test_a_rep_for_several_bets_is_told_once_and_the_coach_gives_what_the_week_asks_for() -> None:
    weeks = (
        "| Week | Bet | Rep | Coach |\n|---|---|---|---|\n| 3 | Bet 1 | One brief | Reads it |\n"
        "| 4 | Bets 1, 2 | One memo | Asks about the cause |\n| 4 | Bet 2 | One answer | Asks about the cause |\n"
    )
    before, _, rest = WHOLE.partition("## 4)")
    row = "| Say no | Fewer surprises | No question twice | Weeks 1–8 |\n"
    text = f"{before.rstrip()}\n{row}\n## 4) Development Plan\n\n{weeks}\n## 5){rest.partition('## 5)')[2]}"
    assert part(text, "2026-10-26", "Practice this week") == ("**Bet 1, Bet 2**: One memo", "**Bet 2**: One answer")
    assert part(text, "2026-10-26", "Open: lead-02") == ("Asks about the cause",)


def test_a_next_rep_is_told_in_the_words_of_the_plan() -> None:
    lines = part(PM_21, "2026-11-23", "Open: pm-21")
    assert lines[0].startswith("R1.1: ")
    assert len(lines[0]) > len("R1.1: ")


def test_a_step_goes_to_its_owner_and_what_is_done_goes_nowhere() -> None:
    steps = """\
| Step | Owner | Due | Done |
|---|---|---|---|
| Send | pm-07 and the analyst | 2026-10-09 | no |
| Ask | Lead-02 | 2026-10-30 | no |
| Wait | analyst |  | no |
| Rest | pm-07 | 2026-10-09 | yes |
| Call | pm-071 |  | no |
| Book | Coach |  | no |
| Tell | PM | 2026-10-30 | no |
"""
    text = replaced(WHOLE, "- Send the brief by Friday\n", steps)
    assert part(text, "2026-10-12", "Open: pm-07") == (
        "Brief 2",
        "Send (pm-07 and the analyst, overdue since 2026-10-09)",
        "Tell (by 2026-10-30)",
    )
    assert part(text, "2026-10-12", "Open: lead-02") == ("Reads one brief a week", "Ask (by 2026-10-30)", "Book")
    assert part(text, "2026-10-12", "Open: analyst") == ("Wait",)
    assert part(text, "2026-10-12", "Open: pm-071") == ("Call",)


def test_minutes_that_do_not_fit_the_session_are_told() -> None:
    text = replaced(WHOLE, "**Cadence:** weekly", "**Cadence:** weekly\n\n**Session length:** 30 minutes")
    text = replaced(text, "- Wins (5 min)", "- Wins (5 min)\n- Deep dive (20–30 min)")
    assert part(text, "2026-10-12", "Running order") == (
        "**5 min** Wins",
        "**30 min** Deep dive",
        "That makes 35 minutes, and the session has 30.",
    )


def test_findings_about_the_plan_are_worth_talking_about_and_spelling_is_not() -> None:
    text = replaced(WHOLE, "| 2026-10-09 | 1 | Brief |", "| 2026-10-09 | B7 | Brief |").replace("- Safety", "- TBD")
    findings = lint_bytes(text.encode(), "a.md", Settings(root=Path("/nowhere"))).findings
    lines = part(text, "2026-10-12", "Worth talking about", findings)
    assert {finding.code[:4] for finding in findings} >= {"PMC2", "PMC4"}
    assert lines
    assert all("PMC4" in line or "PMC7" in line for line in lines)


def test_a_calendar_does_not_tell_how_somebody_stands_or_what_they_promised() -> None:
    plain = to_plain(agenda_of(standing(PM_07, "2026-11-20")))
    assert "Running order\n- 5 min What moved" in plain
    assert "Due\n- Checkpoint, B1, 2026-11-26" in plain
    for secret in ("on track (", "Open:", "Last feedback", "reads one artifact"):
        assert secret not in plain


@pytest.mark.parametrize("pack", ["pm-07-strategic-thinking", "pm-12-executive-alignment", "pm-21-first-ninety-days"])
def test_no_agenda_of_an_example_is_empty_anywhere(pack: str) -> None:
    text = (ROOT / "packs" / f"{pack}.md").read_text("utf-8")
    for part in agenda_of(standing(text, "2026-11-23")).parts:
        assert all(line.strip() and "\n" not in line and "None" not in line for line in part.lines)


@pytest.mark.parametrize(
    ("day", "title"),
    [
        ("2026-09-28", "1:1 on Monday 2026-09-28, before the cycle, which begins on 2026-10-05"),
        ("2026-10-05", "1:1 on Monday 2026-10-05, week 1 of 8"),
        ("2026-11-30", "1:1 on Monday 2026-11-30, after the cycle, which ended on 2026-11-29"),
    ],
)
def test_a_day_outside_the_cycle_is_in_no_week_of_it(day: str, title: str) -> None:
    assert agenda_of(standing(WHOLE, day)).title == title
    assert bool(part(WHOLE, day, "Practice this week")) is (day >= "2026-10-05")


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("Done", "**Bet 1: Frame first**: Brief (done, 2026-10-09). Last feedback: Cause named"),
        ("Missed", "**Bet 1: Frame first**: Brief (missed, 2026-10-09). Last feedback: Cause named"),
        ("At risk", "**Bet 1: Frame first** is at risk (2026-10-09). Last feedback: Cause named"),
    ],
)
def test_what_was_done_is_no_state_of_the_bet(status: str, told: str) -> None:
    text = replaced(WHOLE, "| Brief 2 | On track |", f"| Brief 2 | {status} |")
    assert part(text, "2026-10-26", "Where the bets stand") == (told,)


def test_a_row_of_the_weeks_that_names_none_is_no_practice() -> None:
    rows = "| 1 | 5 Oct | Frame one |\n| — | 12–16 Oct | No coaching activity |\n| 4 | 26 Oct | Frame another |\n"
    table = f"## 4) Development Plan\n\n| Week | Commencing | Activity |\n|---|---|---|\n{rows}\n"
    text = WHOLE[: WHOLE.index("## 4)")] + table + WHOLE[WHOLE.index("## 5)") :]
    assert part(text, "2026-10-05", "Practice this week") == ("**Bet 1**: Frame one",)
    assert part(text, "2026-10-26", "Practice this week") == ("**Bet 1**: Frame another",)


@pytest.mark.parametrize(("number", "name"), [("1", "Bet 1"), ("B1", "B1"), ("A", "Bet A")])
def test_a_bet_with_a_number_or_a_letter_alone_is_called_a_bet(number: str, name: str) -> None:
    text = replaced(WHOLE, "| Bet | Why it matters |", "| # | Bet | Why it matters |")
    text = replaced(
        text, "|---|---|---|---|\n| Frame first | Fewer", f"|---|---|---|---|---|\n| {number} | Frame first | Fewer"
    )
    assert part(text, "2026-10-26", "Practice this week") == (f"**{name}** (45 min): Write a one-page brief",)
    assert part(text, "2026-10-26", "Where the bets stand")[0].startswith(f"**{name}: Frame first** is on track")


@pytest.mark.parametrize(
    ("rep", "name"), [("1a", "1a"), ("R1b", "R1b"), ("R1.1", "R1.1"), ("1", "Bet 1, rep 1"), ("#2", "Bet 1, rep 2")]
)
def test_a_rep_is_called_by_its_id(rep: str, name: str) -> None:
    text = replaced(WHOLE, "| Practice | Minutes |\n|---|---|\n", "| Rep | Practice | Minutes |\n|---|---|---|\n")
    text = replaced(text, "| Write a one-page brief |", f"| {rep} | Write a one-page brief |")
    assert part(text, "2026-10-26", "Practice this week") == (f"**{name}** (45 min): Write a one-page brief",)


@pytest.mark.parametrize("following", ["1a", "1a on the next request"])
def test_what_is_next_is_told_in_the_words_of_its_rep(following: str) -> None:
    text = replaced(WHOLE, "| Practice | Minutes |\n|---|---|\n", "| Rep | Practice | Minutes |\n|---|---|---|\n")
    text = replaced(text, "| Write a one-page brief |", "| 1a | Write a one-page brief |")
    text = replaced(text, "| Brief 2 |", f"| {following} |")
    assert part(text, "2026-10-26", "Open: pm-07") == (f"{following}: Write a one-page brief",)


_STEPS = "- [x] Slot with Legal – lead-02, 2026-10-16\n- [ ] Book the council – lead-02, 2026-10-23\n"


@pytest.mark.parametrize(
    ("promise", "is_open"),
    [
        ("Gets the Legal slot", False),
        ("Sits in on one call in week 2", False),
        ("Sits in on one call in week 6", True),
        ("Gets the Legal slot each week", True),
        ("Books the council", True),
        ("Introduces the CFO by 2026-10-09", True),
        ("Reads one brief a week", True),
    ],
)
def test_a_promise_of_one_time_is_open_until_it_is_kept(promise: str, is_open: bool) -> None:
    text = replaced(WHOLE, "- Reads one brief a week\n", f"- {promise}\n")
    head = text.index("### Next steps") if "### Next steps" in text else len(text)
    text = text[:head] + f"### Next steps\n\n{_STEPS}"
    assert (promise in part(text, "2026-11-02", "Open: lead-02")) is is_open


@pytest.mark.parametrize(("day", "told"), [("2026-10-12", 1), ("2026-11-09", 2)])
def test_a_rep_without_weeks_goes_by_those_of_its_bet(day: str, told: int) -> None:
    bets = "| Frame first | Fewer reworks | Two briefs without rework | Weeks 1–8 |\n"
    text = replaced(WHOLE, bets, f"{bets}| Say no | Less rework | Three refusals | Weeks 5–8 |\n")
    plan = text[text.index("### Bet 1") : text.index("## 5)")]
    head = "| Bet | Rep | Minutes | Coach |\n|---|---|---|---|\n"
    rows = f"{head}| 1 | One brief | 45 | Reads it |\n| 2 | One no | 30 | Asks |\n"
    assert len(part(replaced(text, plan, f"{rows}\n"), day, "Practice this week")) == told


LETTERED = """\
---
type: coaching-pack
pm: pm-07
coach: lead-02
start: 2026-11-02
weeks: 8
status: active
---

## 3) Growth bets

### Bet A: Frame first

### Bet B: Say no

## 4) Development plan

### Bet A

- Coach commitments: None needed

### Bet B

- Coach commitments: I read one a week

## 7) Risks / Open questions / Next steps

### Next steps

- Talk to sales — me — 2026-12-01
- Book the room — pm-07 — 2026-12-01
"""


def test_bets_keep_their_letters_and_the_coach_is_one_person_by_whatever_word() -> None:
    text = to_markdown(agenda_of(standing(LETTERED, "2026-11-28")))
    assert "- **Bet A: Frame first** has no row in the tracker yet.\n" in text
    assert "- **Bet B: Say no** has no row in the tracker yet.\n" in text
    assert "## Open: lead-02\n\n- I read one a week\n- Talk to sales (by 2026-12-01)\n" in text
    assert "## Open: pm-07\n\n- Book the room (by 2026-12-01)\n" in text
    assert "Open: me" not in text


def test_a_doubt_of_the_linter_is_no_matter_for_the_session() -> None:
    place = Range(Position(9, 1), Position(9, 4))
    told = [
        Finding("a.md", place, code, "x", Severity.WARNING, message)
        for code, message in (("PMC411", f"{DOUBT} no evidence is there."), ("PMC412", "No bet closes the gap."))
    ]
    parts = {part.title: part.lines for part in agenda_of(standing(LETTERED, "2026-11-28"), tuple(told)).parts}
    assert parts["Worth talking about"] == ("No bet closes the gap. (line 9, PMC412)",)
