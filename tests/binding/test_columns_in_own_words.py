"""Columns, gap types and levels in the words of those who coach."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.readers.registry import Context, Unreadable, read_value
from tests.binding.reading import parts, read

GOOD = "## 1) Definition of “Good PM”\n\n"
LEVELS = "## 2) Current Assessment\n\n"
BETS = "## 3) Shared Vision\n\n"


def competencies(body: str) -> Any:
    return parts(f"{GOOD}{body}\n")["definition"]["competencies"]


def levels(body: str) -> Any:
    return parts(f"{LEVELS}{body}\n")["assessment"]["levels"]


@pytest.mark.parametrize(
    "header",
    [
        "What I can see when it's there",
        "Behaviours we look for",
        "What we’d look for",
        "What you can see",
        "Looks like this here",
        "What can be observed",
        "You'd see this",
        "What a good PM does here (observable)",
        "A good PM on this team …",
    ],
)
def test_behaviours_stand_below_a_header_in_own_words(header: str) -> None:
    found = competencies(
        f"| Skill | {header} | Bar for PM II |\n|---|---|---|\n| Framing | names who is stuck | Apply |"
    )
    assert found == [{"competency": "Framing", "behaviours": ["names who is stuck"], "expected": "Apply"}]


@pytest.mark.parametrize(
    "header",
    [
        "Expected level for PM II",
        "Bar for a senior PM",
        "Expected Bloom level for the role",
        "Expectation for APM",
        "Senior PM expectation",
        "Level expected of you",
        "Level needed here",
        "Lead PM bar",
    ],
)
def test_what_is_expected_stands_below_a_header_that_says_of_whom(header: str) -> None:
    found = competencies(f"| Skill | Behaviours | {header} |\n|---|---|---|\n| Framing | names who is stuck | Apply |")
    assert found[0]["expected"] == "Apply"


@pytest.mark.parametrize("header", ["Expected PM II", "Expected for senior PM (assumed)", "Expected (mid)"])
def test_what_is_expected_stands_beside_where_one_is(header: str) -> None:
    told = levels(f"| Skill | Now | {header} | Evidence |\n|---|---|---|---|\n| Framing | Know | Apply | a memo |")
    assert told == [{"competency": "Framing", "current": "Know", "expected": "Apply", "evidence": ["a memo"]}]


@pytest.mark.parametrize("header", ["Expected behaviours", "Expectations", "What is expected"])
def test_what_is_expected_may_be_no_level(header: str) -> None:
    table = f"| Skill | Behaviours | {header} |\n|---|---|---|\n| Framing | names who is stuck | two briefs a month |\n"
    assert "expected" not in read(f"{GOOD}{table}").data["definition"]["competencies"][0]


@pytest.mark.parametrize("header", ["Evidence for this level", "What I’m basing this on", "Evidence for the role"])
def test_evidence_stands_below_a_header_that_says_for_what(header: str) -> None:
    assert levels(f"| Skill | Now | Target | {header} |\n|---|---|---|---|\n| Framing | Know | Apply | a memo |") == [
        {"competency": "Framing", "current": "Know", "target": "Apply", "evidence": ["a memo"]}
    ]


@pytest.mark.parametrize("header", ["Notes", "Weight", "Owner", "See also", "Where to look"])
def test_a_column_of_something_else_holds_no_behaviours(header: str) -> None:
    table = f"| Skill | {header} | Bar |\n|---|---|---|\n| Framing | page four of the wiki | Apply |\n"
    document = read(f"{GOOD}{table}")
    assert document.data["definition"]["competencies"] == [{"competency": "Framing", "expected": "Apply"}]
    assert list(document.offences) == ["missing-column"]


def test_what_is_seen_on_each_level_makes_up_for_behaviours() -> None:
    header = "| Competency | 1 Know | 2 Understand | 3 Apply |\n|---|---|---|---|\n"
    (found,) = competencies(f"{header}| C1 Framing | names it | explains it | does it |")
    assert [rung["behaviour"] for rung in found["ladder"]] == ["names it", "explains it", "does it"]
    assert "behaviours" not in found


@pytest.mark.parametrize(
    "header", ["What we have seen", "Evidence so far", "Seen in", "Where I saw it", "Proof points"]
)
def test_evidence_stands_below_a_header_in_own_words(header: str) -> None:
    (found,) = levels(
        f"| Area | Now | Target | {header} |\n|---|---|---|---|\n| Framing | Apply | Analyze | the spec |"
    )
    assert found["evidence"] == ["the spec"]


@pytest.mark.parametrize(
    "days",
    [
        "5 Oct | 29 Oct",
        "2026-10-05 | 2026-10-29",
        "Oct 5, 2026 | Oct 29, 2026",
        "CW40 | CW48",
        "Week 1 | Week 6",
        "Start (30 Oct) | Mid-point (26 Nov)",
        "Start, 24 Aug | End, 16 Oct",
        "Level on 5 Oct | Level on 29 Oct",
    ],
)
def test_the_last_day_above_a_column_tells_the_level(days: str) -> None:
    table = f"| Competency | {days} | Evidence |\n|---|---|---|---|\n| Framing | Understand | Apply | the spec |"
    assert levels(table) == [{"competency": "Framing", "current": "Apply", "evidence": ["the spec"]}]


@pytest.mark.parametrize(
    "header", ["CW40 | Evidence CW40 | CW48 | Evidence CW48", "5 Oct | Seen then | 2 Nov | Seen now"]
)
def test_evidence_goes_with_the_levels_of_the_last_day(header: str) -> None:
    (found,) = levels(
        f"| Competency | {header} |\n|---|---|---|---|---|\n| Framing | Know | a plan | Apply | the spec |"
    )
    assert found == {"competency": "Framing", "current": "Apply", "evidence": ["the spec"]}


def test_a_day_to_aim_for_is_not_that_of_now() -> None:
    (found,) = levels("| Competency | Now | Goal 3 Mar | Evidence |\n|---|---|---|---|\n| Framing | Know | Apply | x |")
    assert found["current"] == "Know"


def test_a_column_with_the_name_counts_before_one_with_a_day() -> None:
    table = (
        "| Competency | Current | 29 Oct | Target | Evidence |\n|---|---|---|---|---|\n| A | Know | Apply | Apply | e |"
    )
    assert levels(table)[0]["current"] == "Know"


@pytest.mark.parametrize("change", ["From → To", "Level change", "Current → target"])
@pytest.mark.parametrize("more", ["Baseline | Target", "Target | Baseline"])
def test_where_a_change_tells_the_level_a_target_is_that_of_the_signal(change: str, more: str) -> None:
    header = f"| # | Bet | {change} | Success signal | {more} | By | Why |\n|---|---|---|---|---|---|---|---|\n"
    (bet,) = parts(f"{BETS}{header}| B1 | Frame | 2 → 4 | briefs | 20% | 90% | 2026-11-27 | w |")["vision"]["bets"]
    assert (bet["current"], bet["target"], bet["signals"]) == ("Understand", "Analyze", ["briefs"])


def test_both_levels_of_their_own_count_before_a_change() -> None:
    header = "| # | Bet | Level change | Current | Target | Why |\n|---|---|---|---|---|---|\n"
    (bet,) = read(f"{BETS}{header}| B1 | Frame | Know → Apply | Apply | Analyze | w |\n").data["vision"]["bets"]
    assert (bet["current"], bet["target"]) == ("Apply", "Analyze")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("skill, partly: sales promised 3 of them", "skill"),
        ("Skill (70%), org (30%): 3 regional heads", "both"),
        ("Skill gap + constraint: no analyst till Nov", "both"),
        ("Skill, and we’ve never shown an example", "skill"),
        ("half skill, half constraint, because sales did not allow visits", "both"),
        ("mostly a constraint", "constraint"),
        ("Constraint, not skill", "constraint"),
        ("skills and the mandate", "both"),
        ("n/a, strength", "none"),
        ("— (strength)", "none"),
        ("Not applicable", "none"),
        ("At target", "none"),
        ("Above the bar: could teach it", "none"),
        ("Not a gap this cycle", "none"),
        ("Meets expectations", "none"),
        ("Not enough evidence", "unknown"),
        ("Not clear yet (one example)", "unknown"),
    ],
)
def test_the_kind_of_a_gap(text: str, kind: str) -> None:
    header = "| Competency | Now | Target | Evidence | Skill or constraint? |\n|---|---|---|---|---|\n"
    assert levels(f"{header}| A | Know | Apply | e | {text} |")[0].get("gap_type") == kind


@pytest.mark.parametrize(
    "text",
    ["tools", "not a skill", "Monday", "below target", "Met with sales", "neither of the two", "Mostly result of C2"],
)
def test_what_names_no_kind_of_gap_is_left_out(text: str) -> None:
    header = "| Competency | Now | Target | Evidence | Gap type |\n|---|---|---|---|---|\n"
    document = read(f"{LEVELS}{header}| A | Know | Apply | e | {text} |\n")
    (offence,) = document.offences["choice-in-own-words"]
    assert offence.message.startswith(f"“{text}” is no gap type.")


@pytest.mark.parametrize(
    "title", ["- **Bet 1: Frame first** `{}`", "### Bet 1: Frame first `{}`", "**Bet 1: Frame first** `{}`"]
)
def test_the_levels_of_a_bet_stand_in_code_behind_it(title: str) -> None:
    (bet,) = parts(f"{BETS}{title.format('Know → Apply')}\n  - **Why:** w\n  - **Signal:** s\n")["vision"]["bets"]
    assert {name: bet[name] for name in ("bet", "current", "target")} == {
        "bet": "Frame first",
        "current": "Know",
        "target": "Apply",
    }


def test_code_that_is_no_level_stays_in_the_title() -> None:
    (bet,) = parts(f"{BETS}### Bet 1: Read `main.py`\n- Why: w\n- Signal: s\n")["vision"]["bets"]
    assert bet["bet"] == "Read `main.py`"


@pytest.mark.parametrize("name", ["Experiments", "Experiment", "experiment thinkings"])
def test_a_competency_is_known_in_the_plural_as_well(name: str) -> None:
    table = "| Skill | Behaviours |\n|---|---|\n| Experiment thinking | has a stop date |\n| Framing | names it |\n"
    rows = f"| Competency | Now | Target | Evidence |\n|---|---|---|---|\n| {name} | Know | Apply | e |\n"
    (reference,) = read(f"{GOOD}{table}\n{LEVELS}{rows}").references
    assert reference.targets == (("definition", "competencies", 0),)


def test_levels_are_items_with_a_head_in_bold() -> None:
    body = (
        "- **K1 Framing: step 1 (Knowing).** There were no visits.\n"
        "- **K2 Craft: Apply.** Two tests: one ended early.\n  - Priority: H\n"
        "- **K3 Delivery: step 4.** 9 of 11 sprints.\n"
    )
    assert levels(body) == [
        {"competency": "K1 Framing", "current": "Know", "evidence": ["There were no visits."]},
        {
            "competency": "K2 Craft",
            "current": "Apply",
            "evidence": ["Two tests: one ended early."],
            "priority": "H",
        },
        {
            "competency": "K3 Delivery",
            "current": "Analyze",
            "evidence": ["9 of 11 sprints."],
        },
    ]


def test_what_is_in_bold_in_front_of_a_risk_stays_a_part_of_it() -> None:
    body = "## Risks / Open questions / Next steps\n\n### Risks\n\n- **Freeze.** No release for two weeks.\n"
    assert parts(body)["closing"] == {"risks": [{"risk": "**Freeze.** No release for two weeks."}]}


@pytest.mark.parametrize("change", ["from step 2 to step 3", "Understand → Apply", "from step 2 to step 3, Applying"])
def test_the_competency_of_a_bet_and_its_levels_stand_in_brackets(change: str) -> None:
    (bet,) = parts(f'{BETS}### Bet 1: "Out" (K1: {change})\n- Why: w\n- Signal: s\n')["vision"]["bets"]
    assert bet == {
        "bet": '"Out"',
        "competency": "K1",
        "current": "Understand",
        "target": "Apply",
        "why": "w",
        "signals": ["s"],
    }


@pytest.mark.parametrize(
    "form", ["- pm-64: first list. *When?* 12 October, noon.", "- first list. **Who?** pm-64. **When?** 12 October"]
)
def test_questions_in_the_midst_of_a_line_are_labels(form: str) -> None:
    body = f"## Risks / Open questions / Next steps\n\n### Next steps\n\n{form}\n"
    (step,) = parts(body)["closing"]["next_steps"]
    assert step == {"step": "first list", "owner": "pm-64", "due": "2026-10-12"}


@pytest.mark.parametrize("text", ["ask why? Then stop", "ask: *really?* Then stop", "who? when? all of it"])
def test_a_question_that_names_nothing_stays_in_the_text(text: str) -> None:
    body = f"## Risks / Open questions / Next steps\n\n### Next steps\n\n- {text}\n"
    assert parts(body)["closing"]["next_steps"] == [{"step": text}]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10-15", "2026-10-15"),
        ("11-09", "2026-11-09"),
        ("18-Dec-26", "2026-12-18"),
        ("5 Oct ’26", "2026-10-05"),
        ("Oct 5, '26", "2026-10-05"),
        ("12 October, noon", "2026-10-12"),
        ("10-07 EOD", "2026-10-07"),
    ],
)
def test_days_in_short(text: str, day: str) -> None:
    assert read_value("date", text, Context(start="2026-10-05", weeks=8)) == day


@pytest.mark.parametrize("text", ["10-15", "13-01", "02-30", "15-10", "10-15-26", "noon"])
def test_what_tells_no_day_is_refused(text: str) -> None:
    context = Context() if text == "10-15" else Context(start="2026-10-05", weeks=8)
    with pytest.raises(Unreadable):
        read_value("date", text, context)


def test_a_row_that_plans_a_rep_waits_for_its_day() -> None:
    table = "| Wk | Date | Bet | Planned rep | Done? |\n|---|---|---|---|---|\n| 6 | 2026-11-12 | 1 | note #2 | |\n"
    document = read(f"## 6) Follow-up tracker\n\n{table}")
    assert document.data["follow_up"]["tracker"] == [{"week": 6, "date": "2026-11-12", "bet": "1", "next": "note #2"}]


def test_bets_have_a_column_for_each_end_of_the_step() -> None:
    table = "| Bet | From | To | Why |\n|---|---|---|---|\n| Frame | 2 Understand | 4 Analyze | w |\n"
    (bet,) = read(f"{BETS}{table}").data["vision"]["bets"]
    assert (bet["current"], bet["target"]) == ("Understand", "Analyze")


def test_a_baseline_of_levels_is_the_current_one() -> None:
    header = "| Ref | Competency | Baseline (7 Sep) | Evidence at baseline |\n|---|---|---|---|\n"
    table = f"{header}| 1.1 | Framing | U (2) | Brief |\n"
    (level,) = parts(f"## 2) Current Assessment\n\n{table}")["assessment"]["levels"]
    assert (level["competency"], level["current"], level["evidence"]) == ("Framing", "Understand", ["Brief"])


def test_what_was_observed_is_evidence() -> None:
    table = (
        "| ID | Date | Artifact | What was observed |\n|---|---|---|---|\n| E1 | 2026-08-11 | PRD | One sentence |\n"
    )
    (entry,) = parts(f"## 2) Current Assessment\n\n### Evidence notes\n\n{table}")["assessment"]["evidence"]
    assert entry == {"id": "E1", "date": "2026-08-11", "evidence": "One sentence", "artifact": "PRD"}


@pytest.mark.parametrize("header", ["What we do", "What would soften it", "Our response", "If it happens"])
def test_what_softens_a_risk_stands_below_a_header_in_own_words(header: str) -> None:
    body = f"## 7) Risks\n\n### Risks\n\n| Risk | {header} |\n|---|---|\n| The freeze | Reps move to week 9 |\n"
    assert parts(body)["closing"]["risks"] == [{"risk": "The freeze", "mitigation": "Reps move to week 9"}]


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("L", {"likelihood": "3"}),
        ("Likelihood", {"likelihood": "3"}),
        ("Impact", {"impact": "3"}),
        ("Who saw it", {}),
        ("Week", {}),
    ],
)
def test_what_is_said_of_a_risk_besides_is_no_mitigation(header: str, told: dict[str, str]) -> None:
    body = f"## 7) Risks\n\n### Risks\n\n| Risk | {header} |\n|---|---|\n| The freeze | 3 |\n"
    assert parts(body)["closing"]["risks"] == [{"risk": "The freeze", **told}]


@pytest.mark.parametrize("header", ["Artifact / event", "Source of it", "Piece of work", "In which artefact?"])
def test_the_piece_of_work_stands_below_a_header_in_own_words(header: str) -> None:
    table = f"| Ref | {header} | Date | What was seen |\n|---|---|---|---|\n| E1 | Brief | 2026-09-03 | No sizing |\n"
    found = parts(f"{LEVELS}### Evidence log\n\n{table}")["assessment"]["evidence"]
    assert found == [{"id": "E1", "date": "2026-09-03", "evidence": "No sizing", "artifact": "Brief"}]


@pytest.mark.parametrize("header", ["Measurement signal", "Measured how", "Signal we want", "Done when"])
def test_what_is_measured_stands_below_a_header_in_own_words(header: str) -> None:
    table = f"| Week | Rep | {header} |\n|---|---|---|\n| 1 | One frame | Four elements |\n| 2 | Two frames | Sized |\n"
    found = parts(f"## 4) Development Plan\n\n{table}")["plan"]["weeks"]
    assert [week["measurement"] for week in found] == ["Four elements", "Sized"]


@pytest.mark.parametrize("header", ["Bloom move", "Colour", "Room", "Who"])
def test_what_is_no_measure_is_not_read_as_one(header: str) -> None:
    table = f"| Week | Rep | {header} |\n|---|---|---|\n| 1 | One frame | Four elements |\n| 2 | Two frames | Sized |\n"
    assert not any("measurement" in week for week in parts(f"## 4) Development Plan\n\n{table}")["plan"]["weeks"])


_BETS = (
    "## 3) Shared Vision\n\n| Bet | Why it matters | {} | Timeframe |\n|---|---|---|---|---|---|\n"
    "| Frame first | It pays | Two briefs pass | One is turned down | | Weeks 1–8 |\n"
    "| Say no | It pays | Three refusals<br>No regret | | A list | Weeks 1–8 |\n"
)


@pytest.mark.parametrize(
    "names", ["Signal 1 | Signal 2 | Signal 3", "**Success signal 1** | Success signal 2 | Success signal 3"]
)
def test_numbered_columns_are_one_list(names: str) -> None:
    document = read(_BETS.format(names))
    assert document.offences == {}
    bets = document.data["vision"]["bets"]
    assert [bet["signals"] for bet in bets] == [
        ["Two briefs pass", "One is turned down"],
        ["Three refusals", "No regret", "A list"],
    ]
    told = [document.values["vision", "bets", 1, "signals", number] for number in range(3)]
    assert [document.text[slice(*span)] for span in told] == ["Three refusals", "No regret", "A list"]


def test_a_numbered_column_alone_is_any_column() -> None:
    table = "| Bet | Why it matters | Signals | Note 2 | Time |\n|---|---|---|---|---|\n| A | b | c | d | Weeks 1–8 |\n"
    (bet,) = read(f"## 3) Shared Vision\n\n{table}").data["vision"]["bets"]
    assert bet["signals"] == ["c"]


def test_numbered_columns_that_are_no_list_are_those_of_their_records() -> None:
    table = "| Week | Rep 1 | Rep 2 |\n|---|---|---|\n| 1 (5 Oct) | brief | call |\n| 2 (12 Oct) | page | – |\n"
    rows = read(f"## 6) Follow-up\n\n### Tracker\n\n{table}").data["follow_up"]["tracker"]
    assert [measure["measure"] for measure in rows[0]["measures"]] == ["Rep 1", "Rep 2"]
