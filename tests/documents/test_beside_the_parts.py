"""What authors of documents for a client tell beside the usual parts and columns: what shows it, who, by when."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.document import read_document

PLAN = "---\ntype: coaching-plan\nclient: Northwind\npm: pm-31\ndate: 2026-10-12\n---\n\n"
ASSESSMENT = "---\ntype: value-assessment\nclient: Northwind\ndate: 2026-10-12\n---\n\n"
PROPOSAL = "---\ntype: work-proposal\nclient: Northwind\n---\n\n"


def data(text: str) -> dict[str, Any]:
    return read_document(text.encode(), "document.md").data


def table(*rows: str) -> str:
    lines = [f"| {row} |" for row in rows]
    return "\n".join([lines[0], f"|{'---|' * (rows[0].count('|') + 1)}", *lines[1:], "", ""])


@pytest.mark.parametrize(
    "title", ["Evidence", "What I base it on", "What I saw", "From where I know it", "How I know", "Seen in", "Proof"]
)
def test_a_column_tells_what_shows_a_signal_or_an_indicator(title: str) -> None:
    signals = table(f"Signal | Current | Ideal | {title}", "Work type | Execution | Advisory | 31 of 38 requests")
    found = data(f"{ASSESSMENT}## Current Value Position\n\n### How Client Sees You\n\n{signals}")
    assert found["position"]["signals"][0]["evidence"] == "31 of 38 requests"
    indicators = table(f"Indicator | Current | Target | {title}", "Asks why | Rarely | Usually | 2 of 16 requests")
    found = data(f"{PLAN}## Current Assessment\n\n### Strategic Thinking Indicators\n\n{indicators}")
    assert found["assessment"]["indicators"][0]["evidence"] == "2 of 16 requests"


@pytest.mark.parametrize("label", ["Evidence", "We see it by", "How we see it", "How I see it", "Seen by"])
def test_a_session_tells_by_what_its_outcome_is_seen(label: str) -> None:
    session = f"### Session 1: Why\n\n- **Practice:** One line a request\n- **{label}:** the line in 6 of 10 requests\n"
    [found] = data(f"{PLAN}## Coaching Interventions\n\n{session}")["sessions"]
    assert found["evidence"] == "the line in 6 of 10 requests"


@pytest.mark.parametrize("title", ["Source", "Counted by", "Who measures", "How counted"])
def test_a_metric_tells_where_it_comes_from(title: str) -> None:
    rows = table(f"Metric | Baseline | Target | Timeframe | {title}", "Nos | 0 | 3 | 8 weeks | pm-32")
    assert data(f"{PLAN}## Success Metrics\n\n{rows}")["metrics"][0]["source"] == "pm-32"


def test_habits_tell_their_occasion_and_frameworks_who_uses_them() -> None:
    habits = table("Habit | When | Trigger | How we know", "Reflection | Fridays | the update | log entry")
    kept = table("Framework | Ready by | Author | First user besides pm-31", "Checklist | 4 Dec | pm-31 | pm-32")
    text = f"{PLAN}## Knowledge Transfer\n\n### Habits to install\n\n{habits}### Frameworks she keeps\n\n{kept}"
    assert data(text)["transfer"] == {
        "frameworks": [{"item": "Checklist", "owner": "pm-31", "by": "4 Dec", "user": "pm-32"}],
        "habits": [{"item": "Reflection", "when": "Fridays", "trigger": "the update", "sign": "log entry"}],
    }


def test_check_ins_and_reviews_are_told_below_their_names() -> None:
    checks = "### Short check-ins (20 minutes)\n\n" + table("Date | Topic | Owner", "8 Dec | First lines | pm-31")
    reviews = "### Review points\n\n" + table("Date | Participants | Question", "15 Jan | both | What do we drop?")
    found = data(f"{PLAN}{checks}{reviews}")
    assert found["check_ins"] == [{"date": "8 Dec", "topic": "First lines", "who": "pm-31"}]
    assert found["reviews"] == [{"date": "15 Jan", "topic": "What do we drop?", "who": "both"}]


def test_horizons_tell_how_much_of_the_coach_they_take_under_whatever_heading() -> None:
    rows = table(
        "Horizon | What happens | pm-31 needs me", "NOW | Trust | daily", "NEXT | Talks | weekly", "LATER | – | monthly"
    )
    found = data(f"{PLAN}## How this fits in\n\n{rows}")["horizons"]
    assert [one["involvement"] for one in found] == ["daily", "weekly", "monthly"]
    assert found[0]["focus"] == "Trust"


@pytest.mark.parametrize("front", [PLAN, ASSESSMENT, PROPOSAL])
def test_next_steps_are_told_by_their_name_or_by_their_columns(front: str) -> None:
    rows = table(
        "Step | Owner | By", "Talk with the sponsor | pm-31 | 26 November", "First reading | team | in the new year"
    )
    steps = [
        {"step": "Talk with the sponsor", "owner": "pm-31", "by": "26 November"},
        {"step": "First reading", "owner": "team", "by": "in the new year"},
    ]
    assert data(f"{front}## Next steps\n\n{rows}")["next_steps"] == steps
    assert (
        data(f"{front}## And then\n\n{rows.replace('Step', 'Next step').replace('By', 'When')}")["next_steps"] == steps
    )


@pytest.mark.parametrize("front", [PLAN, ASSESSMENT, PROPOSAL])
def test_risks_are_told_in_a_table_or_in_items(front: str) -> None:
    rows = table("Risk | How we notice | What we do | Owner", "The freeze | Two slips | Shorter talks | pm-31")
    risk = {"risk": "The freeze", "sign": "Two slips", "response": "Shorter talks", "owner": "pm-31"}
    assert data(f"{front}## Risks and assumptions\n\n{rows}")["risks"] == [risk]
    item = "- **The freeze:** shorter talks in December\n"
    assert data(f"{front}## Risks\n\n{item}")["risks"] == [
        {"risk": "The freeze", "response": "shorter talks in December"}
    ]


def test_an_assessment_tells_what_stakeholders_expect_hours_and_what_if_the_answer_is_no() -> None:
    who = table("Stakeholder | What they expect today | Openness to change", "Sponsor | Dates | High")
    time = table("Work Type | Hours | Current % | Target % | Shift", "Tactical | 99 | 45% | 15% | Reduce")
    talk = '**With**: the sponsor\n**Message**: "May I?"\n**If the answer is "not now"**: ask in March\n'
    found = data(
        f"{ASSESSMENT}## Current Value Position\n\n### Stakeholder expectations\n\n{who}"
        f"## Strategic Opportunity Analysis\n\n### Time Allocation Review\n\n{time}"
        f"## Repositioning Plan\n\n### Conversation to Have\n\n{talk}"
    )
    assert found["stakeholders"] == [{"stakeholder": "Sponsor", "expects": "Dates", "openness": "High"}]
    assert found["opportunities"]["time"][0]["hours"] == "99"
    assert found["repositioning"]["conversation"]["fallback"] == "ask in March"


def test_a_proposal_tells_what_has_been_shown_options_and_when_an_outcome_is_read() -> None:
    shown = table(
        "Date | Contribution | Result | Where it is documented", "7 Oct | Photo test | 26 to 12 days | minutes"
    )
    options = table("Option | For | Against", "A | no change | 31 days stay")
    outcomes = table("Outcome | Metric | Target | Read on", "Fewer calls | calls a claim | 1.7 | 24 February")
    found = data(
        f"{PROPOSAL}## What has been shown so far\n\n{shown}## Options considered\n\n{options}"
        f"## Proposed Strategic Engagement\n\n### Expected Outcomes\n\n{outcomes}"
    )
    [contribution] = found["contributions"]
    assert (contribution["impact"], contribution["documentation"]) == ("26 to 12 days", "minutes")
    assert found["options"] == [{"option": "A", "pro": "no change", "con": "31 days stay"}]
    assert found["proposed"]["outcomes"][0]["by"] == "24 February"


def test_a_table_of_which_little_is_known_is_none_of_these_lists() -> None:
    rows = table("Thing | Today | Goes to | How | Date", "Interview notes | mine | PM | a page | 20 Nov")
    assert data(f"{PLAN}## What I still hold\n\n{rows}").keys().isdisjoint({"next_steps", "risks", "check_ins"})


@pytest.mark.parametrize(("label", "name"), [("Next steps", "COO decides by 2 December"), ("Next step", "COO decides")])
def test_next_steps_behind_a_label_end_the_recommendation(label: str, name: str) -> None:
    found = data(f"{PROPOSAL}## Recommendation\n\nTake option A, since it is cheaper.\n\n**{label}:** {name}; start\n")
    assert found["recommendation"] == "Take option A, since it is cheaper."
    assert found["next_steps"] == [{"step": name}, {"step": "start"}]


@pytest.mark.parametrize(
    ("cell", "shift"), [("−28", "reduce"), ("-1", "reduce"), ("+17 pp", "increase"), ("+5%", "increase")]
)
def test_a_figure_with_its_sign_is_a_shift(cell: str, shift: str) -> None:
    rows = table("Work Type | Current % | Target % | Change", f"Tactical | 58% | 30% | {cell}")
    found = data(f"{ASSESSMENT}## Strategic Opportunity Analysis\n\n### Time Allocation Review\n\n{rows}")
    assert found["opportunities"]["time"][0]["shift"] == shift


@pytest.mark.parametrize("label", ["If she says no", "If the CMO says no", "If the answer is not now", "Plan B"])
def test_what_is_done_if_the_answer_is_no_is_told_in_many_words(label: str) -> None:
    talk = (
        f'- With: CMO\n- Message: "May I?"\n- {label}: ask again in March\n- What she may object: "Who writes specs?"\n'
    )
    found = data(f"{ASSESSMENT}## Repositioning Plan\n\n### Conversation to Have\n\n{talk}")["repositioning"]
    assert found["conversation"]["fallback"] == "ask again in March"
    assert found["conversation"]["concern"] == '"Who writes specs?"'


def test_a_proposal_tells_who_delivers_what_is_accepted_and_where_figures_come_from() -> None:
    made = table(
        "Deliverable | Purpose | Owner | Due | Accepted when", "Page | COO decides | pm-21 | 18 Dec | in the minutes"
    )
    impact = (
        "- **If addressed:** waste falls to 7%\n- **If ignored:** waste stays at 9%\n- **Basis:** finance, October\n"
    )
    found = data(
        f"{PROPOSAL}## The Opportunity\n\n### Business Impact\n\n{impact}"
        f"## Proposed Strategic Engagement\n\n### Deliverables\n\n{made}"
    )
    assert found["opportunity"]["impact"]["basis"] == "finance, October"
    [deliverable] = found["proposed"]["deliverables"]
    assert (deliverable["owner"], deliverable["accepted"]) == ("pm-21", "in the minutes")
