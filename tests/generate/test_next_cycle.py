"""The next cycle of a pack, out of the one that is over."""

from __future__ import annotations

from datetime import date

import pytest

from pmcoach_lint.coaching.cycle import Cycle
from pmcoach_lint.document import Document, read_document
from pmcoach_lint.generate.cycle_end import dated, following_start, lacking, levels_table, says_unseen
from pmcoach_lint.generate.next_cycle import NextCycle
from pmcoach_lint.generate.scaffold import scaffold
from tests.packs import PM_03, PM_07, ROOT, WHOLE, replaced
from tests.weekly.standings import standing

RUNNING = PM_03.replace("status: completed", "status: active")
REACHED = """\
### Levels reached

| Competency | Start | Reached | Evidence |
|---|---|---|---|
| Problem framing | Apply | Analyze | Two briefs without rework |

## 7)"""


def next_pack(text: str, *, start: str = "2026-08-24", weeks: int = 6, **closed: str) -> tuple[Document, NextCycle]:
    st = standing(text, "2026-08-20")
    names = {name.replace("_", " "): reason for name, reason in closed.items()}
    following = NextCycle(st, date.fromisoformat(start), weeks, names)
    assert st.chain.pack.doctype is not None
    return read_document(following.text(st.chain.pack.doctype, "a.md").encode(), "b.md"), following


def next_text(text: str) -> str:
    st = standing(text, "2026-08-20")
    assert st.chain.pack.doctype is not None
    return NextCycle(st, date(2026, 8, 24), 6, {}).text(st.chain.pack.doctype, "a.md")


def test_reached_levels_become_the_current_ones_with_what_showed_them() -> None:
    new, _ = next_pack(RUNNING)
    levels = {row["competency"]: row for row in new.data["assessment"]["levels"]}
    framing = levels["Problem framing and insight"]
    assert (framing["current"], framing["evidence"]) == ("Analyze", ["E12", "E13"])
    assert "target" not in framing, "a new target is somebody's decision"
    craft = levels["Product craft"]
    assert (craft["current"], craft["target"], craft["evidence"]) == ("Analyze", "Evaluate", ["E4", "E5", "E6", "E14"])
    assert levels["Stakeholder leadership"]["evidence"] == ["E10"], "nothing was said of it, so nothing changes"
    log = {row["id"]: row for row in new.data["assessment"]["evidence"]}
    assert log["E12"] == {
        "id": "E12",
        "evidence": "All signals met, four weeks of six with three conflicts and a check",
        "competency": "Problem framing and insight",
    }


def test_evidence_keeps_its_own_day_and_is_named_once() -> None:
    shown = "2026-08-11: held the rule against a director (decision log); E5"
    row = next(line for line in RUNNING.splitlines() if line.startswith("| Product craft | Analyze | Analyze |"))
    cells = row.split("|")
    new, _ = next_pack(RUNNING.replace(row, "|".join([*cells[:4], f" {shown} ", *cells[5:]])))
    levels = {each["competency"]: each["evidence"] for each in new.data["assessment"]["levels"]}
    assert levels["Product craft"] == ["E4", "E5", "E6", "E14"]
    log = {each["id"]: each for each in new.data["assessment"]["evidence"]}
    assert (log["E14"]["date"], log["E14"]["evidence"]) == (
        "2026-08-11",
        "held the rule against a director (decision log)",
    )


def test_what_held_for_the_last_cycle_alone_stays_with_it() -> None:
    text = replaced(RUNNING, "status: active\n", 'status: active\nassumptions:\n  - "pm-03 is at Apply."\n')
    old = read_document(text.encode(), "a.md")
    rhythm = old.data["cadence"]["rhythm"]
    new, _ = next_pack(replaced(text, rhythm, f"{rhythm}; no sessions in weeks 2, 3"))
    assert "assumptions" not in new.data
    assert new.data["cadence"]["rhythm"] == rhythm


def test_a_list_stays_a_list_of_as_many_where_one_of_it_has_a_semicolon() -> None:
    items = ["No data; finance holds it", "Two squads"]
    old = read_document(RUNNING.encode(), "a.md")
    label = next(line for line in RUNNING.splitlines() if line.startswith("**Constraints"))
    written = f"**Constraints:**\n\n- {items[0]}\n- {items[1]}"
    new, _ = next_pack(replaced(RUNNING, label, written))
    assert new.data["context"]["constraints"] == items
    assert old.data["context"]["constraints"] != items


def test_the_gap_of_a_reached_target_is_to_be_told_anew_wherever_the_target_stands() -> None:
    lines = RUNNING.splitlines()
    begin = next(at for at, line in enumerate(lines) if line.startswith("| Competency | Current"))
    table = lines[begin : lines.index("", begin)]
    place = table[0].split("|").index(" Target level ")
    cut = ["|".join([*cells[:place], *cells[place + 1 :]]) for cells in (row.split("|") for row in table)]
    for text in (RUNNING, replaced(RUNNING, "\n".join(table), "\n".join(cut))):
        written = next_text(text)
        row = next(line for line in written.splitlines() if "Problem framing and insight | Analyze |" in line)
        assert "| [Gap] |" in row
        assert "| H |" not in row
        assert written.count("[Gap]") == 1, "of what was not reached the gap is the same"


def test_days_that_are_over_are_to_be_set_anew() -> None:
    old = read_document(RUNNING.encode(), "a.md")
    question = old.data["closing"]["questions"][0]
    written = next_text(replaced(RUNNING, question, f"{question} (lead-02 asks by 10 July, until 2026-09-01 at most)"))
    assert f"- {question} (lead-02 asks by [add a day (was 10 July)], until 2026-09-01 at most)\n" in written


def test_a_bet_is_closed_when_its_target_is_reached_and_carried_when_it_is_not() -> None:
    new, following = next_pack(RUNNING)
    assert [bet["id"] for bet in new.data["vision"]["bets"]] == ["B2"]
    assert [plan["id"] for plan in new.data["plan"]["bets"]] == ["B2"]
    assert [(each.name, each.outcome, each.reason) for each in following.decisions[:2]] == [
        ("Words against deeds", "closed", "Analyze was the target, and is reached"),
        ("The rule before the result", "carried", "Analyze is reached, Evaluate is the target"),
    ]


def test_days_keep_their_weeks() -> None:
    new, _ = next_pack(RUNNING)
    checkpoints = new.data["plan"]["bets"][0]["checkpoints"]
    assert [(row["week"], row["date"]) for row in checkpoints] == [
        (1, "2026-08-26"),
        (4, "2026-09-16"),
        (6, "2026-09-30"),
    ]
    assert [row["date"] for row in new.data["follow_up"]["reviews"]] == ["2026-08-26", "2026-09-16", "2026-09-30"]
    shorter, _ = next_pack(RUNNING, weeks=4)
    assert [row["week"] for row in shorter.data["plan"]["bets"][0]["checkpoints"]] == [1, 4]
    assert shorter.data["vision"]["bets"][0]["timeframe"] == {"from": 1, "to": 4}


def test_everything_else_is_carried_on_and_the_tracker_is_empty() -> None:
    new, _ = next_pack(RUNNING)
    old = read_document(RUNNING.encode(), "a.md")
    assert new.data["definition"] == old.data["definition"]
    for name in ("rhythm", "session_length", "agenda", "prompts", "exceptions"):
        assert new.data["cadence"][name] == old.data["cadence"][name]
    assert new.data["closing"]["risks"] == old.data["closing"]["risks"]
    assert new.data["follow_up"]["tracker"] == []
    assert "reached" not in new.data["follow_up"]
    assert (new.data["start"], new.data["weeks"], new.data["status"]) == ("2026-08-24", 6, "draft")


def test_what_is_closed_by_hand_goes_with_its_reason() -> None:
    new, following = next_pack(RUNNING, B2="Another team has taken it on", risk_1="The analyst has left")
    assert new.doctype is not None
    assert len(new.data["closing"]["risks"]) == 2
    assert following.unused == {}
    assert ("Rules become easy to pass once the analyst guards them", "closed", "The analyst has left") in [
        (each.name, each.outcome, each.reason) for each in following.decisions
    ]
    assert new.data["vision"]["bets"] == [{}], "no bet is left, so a blank one is to be filled in"
    header = scaffold(new.doctype).partition("### Growth bets")[2].partition("\n| ID |")[2].partition("\n")[0]
    assert f"\n| ID |{header}\n" in new.text, "as in a new pack"
    assert next_pack(RUNNING, B9="x")[1].unused == {"b9": "x"}


def test_closed_bets_and_their_reps_are_called_by_name_where_texts_speak_of_them() -> None:
    new, _ = next_pack(RUNNING)
    adjust = new.data["follow_up"]["adjust"]
    assert "and “Hold one interview and watch one …” replaces “Hold two half-hour interviews about the …”" in adjust
    assert "R2.3 replaces R2.1" in adjust


def test_a_cycle_that_is_not_over_says_what_is_missing() -> None:
    assert lacking(standing(PM_07, "2026-11-23")) == [
        "The cycle runs until 2026-11-29; this is 2026-11-23.",
        "“Levels reached” in part 6 does not say where the PM stands on “Problem framing and insight” (B1).",
        "“Levels reached” in part 6 does not say where the PM stands on “Strategy and prioritization” (B2).",
    ]
    assert lacking(standing(PM_07, "2026-11-30"))[0] == (
        "The checkpoint of B1 of 2026-11-26 has no row in the tracker since."
    )
    assert lacking(standing(PM_07.replace("status: active", "status: draft"), "2026-11-23"))[1] == (
        "The pack is still a draft: its cycle has never begun."
    )
    assert lacking(standing(replaced(WHOLE, "weeks: 8", "weeks: eight"), "2026-12-01"))[0].startswith("Its front")
    assert lacking(standing(RUNNING, "2026-08-17")) == []


def test_the_table_to_fill_in_names_the_competencies_and_their_levels() -> None:
    assert (
        levels_table(standing(WHOLE, "2026-12-01"))
        == """\
### Levels reached

| Competency | Start | Reached | Evidence |
|---|---|---|---|
| Problem framing | Apply |  |  |"""
    )


@pytest.mark.parametrize("file", ["terse.md", "llm-bold.md", "llm-tables.md"])
def test_packs_in_other_forms_have_a_next_cycle_as_well(file: str) -> None:
    text = (ROOT / "tests" / "data" / file).read_text("utf-8")
    old = read_document(text.encode(), file)
    new, _ = next_pack(text, start="2027-03-01", weeks=8)
    assert new.doctype is old.doctype
    for bet, other in zip(new.data["vision"]["bets"], old.data["vision"]["bets"], strict=True):
        assert bet["bet"] == other["bet"]
    assert not [rule for rule in new.offences if rule != "still-to-fill"], new.offences


def test_the_smallest_pack_has_a_next_cycle() -> None:
    st = standing(replaced(WHOLE, "## 7)", REACHED), "2026-12-01")
    rows = "| 2026-11-27 | 1 | Brief 8 | Good | Rest | Done |\n\n## 7)"
    assert lacking(st) == [
        "The checkpoint of Bet 1 of 2026-10-30 has no row in the tracker since.",
    ]
    text = replaced(replaced(WHOLE, "\n## 7)", rows), "## 7)", REACHED)
    assert lacking(standing(text, "2026-12-01")) == []
    new, _ = next_pack(text, start="2026-12-07", weeks=8)
    assert new.data["assessment"]["levels"][0]["current"] == "Analyze"
    assert new.data["vision"]["bets"][0]["bet"] == "Frame first"


def test_of_a_plan_by_weeks_what_is_told_once_is_carried_for_each_bet() -> None:
    weeks = (
        "| Week | Bet | Rep |\n|---|---|---|\n| 1 | Frame first | One brief |\n\n**Stretch assignment:** the council\n"
    )
    before, _, rest = WHOLE.partition("## 4)")
    plan = f"{before}## 4) Development Plan\n\n{weeks}\n## 5){rest.partition('## 5)')[2]}"
    new, _ = next_pack(replaced(plan, "## 7)", REACHED), start="2026-12-07", weeks=8)
    assert new.data["plan"] == {"bets": [{"bet": "Frame first", "reps": [{}], "stretch": ["the council"]}]}


def test_what_the_cadence_says_in_passing_is_written_once() -> None:
    text = replaced(WHOLE, "**Cadence:** weekly", "**Cadence:** weekly, Thursdays, 45 minutes")
    new, _ = next_pack(replaced(text, "## 7)", REACHED), start="2026-12-07", weeks=8)
    assert new.text.count("45 minutes") == 1
    assert new.data["cadence"]["session_length"] == 45


def test_the_next_cycle_begins_on_the_weekday_of_this_one_and_not_in_the_past() -> None:
    cycle = Cycle(date(2026, 7, 6), 6)
    assert following_start(cycle, date(2026, 8, 17)) == date(2026, 8, 17)
    assert following_start(cycle, date(2026, 8, 18)) == date(2026, 8, 24)
    until_friday = Cycle(date(2026, 7, 6), 6, date(2026, 8, 14))
    assert following_start(until_friday, date(2026, 8, 15)) == date(2026, 8, 17)


BY_REVIEWS = """\
---
type: coaching-pack
pm: pm-07
cycle-start: 2026-06-22
cycle-weeks: 8
status: active
---

## 2) Current Assessment

| Competency | Current level | Target level | Evidence |
|---|---|---|---|
| Framing | Understand | Analyze | Brief of 3 June |
| Synthesis | Apply | Synthesize | Review of 4 June |

## 3) Growth bets

| Bet | Competency |
|---|---|
| Frame first | Framing |
| Claims that can be wrong | Synthesis |

## 4) Development plan

| Week | Bet | Rep |
|---|---|---|
| 1 | 1, 2 | Frame one request |

**Measurement.** Bet 1: framing comments (11 → 2). Bet 2: claims with a falsifier (0 → 3).

## 6) Follow-up

| Checkpoint | Date | What is reviewed | Bet 1 level | Bet 2 level |
|---|---|---|---|---|
| Midpoint | 2026-07-14 | Problem tree | Apply | Apply |
| Close | 2026-08-14 | Decision record | {last} |
"""


def test_what_the_last_review_tells_of_the_bets_is_where_the_cycle_has_led() -> None:
    new, following = next_pack(BY_REVIEWS.format(last="Analyze | Analyze"))
    levels = {row["competency"]: row["current"] for row in new.data["assessment"]["levels"]}
    assert levels == {"Framing": "Analyze", "Synthesis": "Analyze"}
    assert [(row["date"], row["evidence"]) for row in new.data["assessment"]["evidence"]] == [
        ("2026-08-14", "Decision record"),
        ("2026-08-14", "Decision record"),
    ]
    assert [each.outcome for each in following.decisions] == ["closed", "carried"]
    (plan,) = new.data["plan"]["bets"]
    assert plan["measurement"] == ["claims with a falsifier (0 → 3)."]


def test_a_level_from_the_middle_of_a_cycle_is_not_where_it_has_led() -> None:
    found = lacking(standing(BY_REVIEWS.format(last=" | Analyze"), "2026-08-20"))
    assert found == ["“Levels reached” in part 6 does not say where the PM stands on “Framing” (Bet 1)."]


@pytest.mark.parametrize(
    ("text", "day", "seen"),
    [
        ("2026-12-03: asked first", date(2026, 12, 3), "asked first"),
        ("3 Dec - asked first", date(2026, 12, 3), "asked first"),
        ("14 Jan: asked - twice", date(2027, 1, 14), "asked - twice"),
        ("asked first", None, "asked first"),
        ("one-pager 4 Jan, readout Jan 12", date(2027, 1, 12), "one-pager 4 Jan, readout Jan 12"),
        ("Jan 11 review: 9 of 10 numbers own", date(2027, 1, 11), "Jan 11 review: 9 of 10 numbers own"),
        ("brief of Nov 4; the next one on 3 February", date(2026, 11, 4), "brief of Nov 4; the next one on 3 February"),
    ],
)
def test_what_showed_a_level_keeps_its_day_with_or_without_the_year(text: str, day: date | None, seen: str) -> None:
    assert dated(text, date(2027, 1, 22)) == (day, seen)


@pytest.mark.parametrize(
    ("text", "unseen"),
    [
        ("not coached", True),
        ("Not assessed this cycle.", True),
        ("–", True),
        ("none yet", True),
        ("was not a focus", True),
        ("not one date slipped", False),
        ("did not commit in the room on 4 Nov", False),
        ("asked first", False),
    ],
)
def test_words_that_nobody_has_looked_are_no_evidence(text: str, unseen: bool) -> None:
    assert says_unseen(text) is unseen
