"""Documents of an engagement whose records are told in sentences, and in columns of their author's own words."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.checks.schema import schema_offences
from pmcoach_lint.document import read_document


def read(kind: str, text: str) -> dict[str, Any]:
    return read_document(f"---\ntype: {kind}\n---\n\n{text}\n".encode(), "document.md").data


def assessed(text: str) -> dict[str, Any]:
    return read("value-assessment", text)


def planned(text: str) -> dict[str, Any]:
    return read("coaching-plan", text)


@pytest.mark.parametrize("mark", ["", "- "])
def test_a_sentence_tells_what_it_begins_as(mark: str) -> None:
    signals = assessed(
        "## How they see me\n\n"
        f"{mark}**In meetings** I take notes. I should be one of those who decide.\n\n"
        f"{mark}**Access** ends at the head of platform.\n\n"
        f"{mark}**The work** is tickets. Ideal would be advice. I’d like that by June."
    )["position"]["signals"]
    assert signals == [
        {"signal": "In meetings", "current": "I take notes.", "ideal": "I should be one of those who decide."},
        {"signal": "Access", "current": "ends at the head of platform."},
        {
            "signal": "The work",
            "current": "is tickets.",
            "ideal": "Ideal would be advice. I’d like that by June.",
        },
    ]


def test_paragraphs_that_begin_with_handles_in_bold_are_people() -> None:
    team = assessed(
        "## The PMs\n\nBoth are new.\n\n"
        "**pm-22** (metering) asks how. Needs cover. I'd coach her\non one-page notes.\n\n"
        "**pm-23** says no.\n\nCommon to both: the next release."
    )["team"]
    assert team["pms"] == [
        {
            "pm": "pm-22",
            "level": "(metering) asks how.",
            "gap": "Needs cover.",
            "coaching": "I'd coach her\non one-page notes.",
        },
        {"pm": "pm-23", "level": "says no."},
    ]


def test_columns_in_words_of_their_own() -> None:
    data = assessed(
        "### How they see me\n\n| Signal | Today | Where it should be | Based on |\n|---|---|---|---|\n"
        "| Meeting role | Facilitator | Decision-maker | Six councils |\n\n"
        "### Untapped value\n\n| # | Area | What I do now | What I could do instead | Benefit for Northwind |\n"
        "|---|---|---|---|---|\n| 1 | Onboarding | Stories | Own the question | 23 carriers |\n\n"
        "### Deliverables to add\n\n| Add | Replaces | Why it is better |\n|---|---|---|\n"
        "| Memo | Slides | Forces a choice |\n"
    )
    assert data["position"]["signals"] == [
        {"signal": "Meeting role", "current": "Facilitator", "ideal": "Decision-maker", "evidence": "Six councils"}
    ]
    assert data["opportunities"]["untapped"] == [
        {
            "opportunity": "Onboarding",
            "current_state": "Stories",
            "alternative": "Own the question",
            "benefit": "23 carriers",
        }
    ]
    assert data["repositioning"]["deliverables"] == [
        {"deliverable": "Memo", "replaces": "Slides", "value": "Forces a choice"}
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Part E: When pm-14 no longer needs this",
        "E. Ready to go alone",
        "When pm-14 doesn't need me",
        "What it takes to graduate",
    ],
)
def test_when_the_coaching_can_end_in_words_of_their_own(heading: str) -> None:
    parts = "## Part B: Sessions\n\n### Session 1: Saying no\n\nRole play.\n\n## Part D: Metrics\n\nTwo.\n\n"
    assert planned(f"{parts}## {heading}\n\n- [ ] Frames work in business terms\n")["graduation"] == [
        {"criterion": "Frames work in business terms", "done": False}
    ]


@pytest.mark.parametrize(
    ("told", "current", "alternative"),
    [
        ("I write specs. Better to ask what they are for.", "I write specs.", "Better to ask what they are for."),
        ("I write specs. I could hear a sigh.", "I write specs. I could hear a sigh.", None),
        ("I write specs. Instead I could sell\nthe module.", "I write specs.", "Instead I could sell\nthe module."),
    ],
)
def test_an_alternative_is_told_to_its_end(told: str, current: str, alternative: str | None) -> None:
    record = assessed(f"## Untapped value\n\n*Settlement.* {told}\n\n*Support.* I triage.")["opportunities"][
        "untapped"
    ][0]
    assert (record.get("current_state"), record.get("alternative")) == (current, alternative)


@pytest.mark.parametrize(
    ("told", "baseline", "target", "timeframe"),
    [
        ("none this year, two by Feb 26", "none", "two", "by Feb 26"),
        ("a tenth or so now, a third by the end (we both guess)", "a tenth or so", "a third", "by the end"),
        ("0 of 9 now, every new one from January", "0 of 9", "every new one", "from January"),
        (
            "20% now, 50% by mid January, 70% by the end of February",
            "20%",
            "50% by mid January, 70%",
            "by the end of February",
        ),
        ("20% → 50% by March", "20%", "50%", "by March"),
        ("20% → 50%", "20%", "50%", None),
        ("~3 a week today and 1 a week until 26 February.", "~3 a week", "1 a week", "until 26 February"),
    ],
)
def test_a_metric_tells_what_is_and_what_is_to_be(told: str, baseline: str, target: str, timeframe: str | None) -> None:
    (metric,) = planned(f"## Success Metrics\n\n- Requests that get a question back: {told}\n")["metrics"]
    assert metric.pop("metric") == "Requests that get a question back"
    assert (metric.pop("baseline"), metric.pop("target"), metric.pop("timeframe", None)) == (
        baseline,
        target,
        timeframe,
    )
    assert not metric


@pytest.mark.parametrize("told", ["one in eight in September, hoped for a third", "she asks more now, which is good"])
def test_what_tells_no_two_sides_stays_what_the_metric_is_called(told: str) -> None:
    (metric,) = planned(f"## Success Metrics\n\n- Requests: {told}\n")["metrics"]
    assert metric == {"metric": f"Requests: {told}"}


def test_what_is_and_what_is_to_be_in_one_column() -> None:
    table = "| Metric | From → to |\n|---|---|\n| Questions | 20% → 50% by March |\n| Refusals | 1 → 6 |\n"
    assert planned(f"## Success Metrics\n\n{table}")["metrics"] == [
        {"metric": "Questions", "baseline": "20%", "target": "50%", "timeframe": "by March"},
        {"metric": "Refusals", "baseline": "1", "target": "6"},
    ]


def test_a_contribution_may_be_told_as_what_happened() -> None:
    document = read_document(
        b"---\ntype: evidence-portfolio\nclient: northwind\nstatus: draft\n---\n\n"
        b"## E1. Prices\n\n**What I did.** A memo.\n\n**What Northwind decided.** Stay.\n\n**Proof.** Minutes.\n\n"
        b"## E2. Partners\n\nI said in March that partners get a share.\n\n**Strength: C.** Ask again in May.\n",
        "a.md",
    )
    assert document.data["entries"] == [
        {"id": "E1", "title": "Prices", "contribution": "A memo.", "decision": "Stay.", "evidence": "Minutes."},
        {
            "id": "E2",
            "title": "Partners",
            "certainty": "C. Ask again in May.",
            "happened": "I said in March that partners get a share.",
        },
    ]
    assert not list(schema_offences(document))


def test_a_proposal_as_a_letter_has_headings_to_the_one_who_reads_it() -> None:
    data = read(
        "work-proposal",
        "## What I do for you today\n\nTickets.\n\n## What I think we're missing\n\nThe winter.\n\n"
        "## What I'd like to do instead\n\n### Scope\n\nTwo talks.\n\n## What I recommend\n\nSay yes to January.",
    )
    assert data["opportunity"] == {"current_state": "Tickets.", "untapped_value": "The winter."}
    assert data["proposed"] == {"scope": "Two talks."}
    assert data["recommendation"] == "Say yes to January."


def test_a_column_headed_by_a_time_is_what_a_metric_is_to_reach_then() -> None:
    table = "| What | Today | End of January |\n|---|---|---|\n| Requests with a reason | 10% | half |\n"
    data = read("coaching-plan", f"## Success Metrics\n\n{table}")
    metric = {"metric": "Requests with a reason", "baseline": "10%", "target": "half", "timeframe": "End of January"}
    assert data["metrics"] == [metric]


def proposed(text: str) -> dict[str, Any]:
    found: dict[str, Any] = read("work-proposal", f"## Proposed Strategic Engagement\n\n{text}")["proposed"]
    return found


def test_outcomes_that_are_counted_tell_what_is_and_what_is_to_be() -> None:
    header = "| Result | Now | End of March | Who measures |\n|---|---|---|---|\n"
    table = f"{header}| Items with a result | 4 of 13 | all | Finance |\n"
    text = f"## Proposed Strategic Engagement\n\n### Results to expect\n\n{table}"
    document = read_document(f"---\ntype: work-proposal\n---\n\n{text}".encode(), "offer.md")
    outcomes = document.data["proposed"]["outcomes"]
    assert outcomes == [{"outcome": "Items with a result", "baseline": "4 of 13", "target": "all", "source": "Finance"}]
    assert not document.offences


def test_a_metric_and_a_baseline_may_both_be_told() -> None:
    table = "| Outcome | Metric | Baseline | Target |\n|---|---|---|---|\n| Fewer calls | Calls a week | 310 | 200 |\n"
    assert proposed(f"### Expected Outcomes\n\n{table}")["outcomes"] == [
        {"outcome": "Fewer calls", "metric": "Calls a week", "baseline": "310", "target": "200"}
    ]


def test_an_outcome_without_metric_and_baseline_lacks_one() -> None:
    table = "| Outcome | Target |\n|---|---|\n| Fewer calls | 200 |\n"
    text = f"## Proposed Strategic Engagement\n\n### Expected Outcomes\n\n{table}"
    document = read_document(f"---\ntype: work-proposal\n---\n\n{text}".encode(), "offer.md")
    (offence,) = document.offences["missing-column"]
    assert "has no column “Metric”" in offence.message


@pytest.mark.parametrize(
    ("addressed", "ignored"), [("If fixed", "If left"), ("If solved", "Not addressed"), ("If addressed", "If ignored")]
)
def test_what_happens_either_way_is_told_by_other_words(addressed: str, ignored: str) -> None:
    impact = f"### Why it matters\n\n{addressed}: fewer builds.\n\n{ignored}: more of them.\n"
    text = f"## The Opportunity\n\n### Problem\n\nThe winter.\n\n{impact}"
    assert read("work-proposal", text)["opportunity"] == {
        "untapped_value": "The winter.",
        "impact": {"addressed": "fewer builds.", "ignored": "more of them."},
    }


def test_parts_of_an_assessment_in_the_words_of_its_author() -> None:
    told = "A long note on it, with more words than a reader of tables would ever want to see. " * 4
    heads = ("How they see me", "What we’re both missing", "The product managers", "What I’ll do about it", "The fee")
    document = read_document(
        ("---\ntype: value-assessment\n---\n\n" + "\n\n".join(f"## {head}\n\n{told}" for head in heads)).encode(),
        "a.md",
    )
    names = {path[0] for path in document.keys if len(path) == 1}
    assert {"opportunities", "team", "repositioning", "rate"} <= names


REVIEW = (
    "## How they see me\n\n- **In meetings** I take notes. I'd like to decide.\n\n"
    "## Where it hurts most\n\nNobody asks.\n\n"
    "## Where my time goes\n\n| | Now | Want by March | |\n|---|---|---|---|\n"
    "| Tickets | 60% | 20% | down |\n| Direction | 40% | 80% | up |\n\n"
    "## Afterwards\n\n- a day a month\n\n"
    "## The people\n\n**pm-22** asks how. Needs cover. I'd coach her.\n\n"
    "## What I'll do about it\n\n**This week**\n\n1. Send a page.\n"
)
"""A review in its author's own words, with headings between the parts that are none."""


def test_a_table_below_the_name_of_another_list_tells_no_part() -> None:
    data = assessed(REVIEW)
    assert [signal["signal"] for signal in data["position"]["signals"]] == ["In meetings"]
    assert data["opportunities"] == {
        "time": [
            {"work_type": "tactical", "current": 60, "target": 20, "shift": "reduce"},
            {"work_type": "strategic", "current": 40, "target": 80, "shift": "increase"},
        ]
    }
    assert [pm["pm"] for pm in data["team"]["pms"]] == ["pm-22"]


def test_a_heading_of_no_part_ends_one_that_has_no_heading_itself() -> None:
    data = assessed("## Untapped value\n\n### Prices\n\nToday I write them down.\n\n## Lunch\n\n- **Soup.** Daily.\n")
    assert [one["opportunity"] for one in data["opportunities"]["untapped"]] == ["Prices"]


def test_where_you_are_and_the_step_to_take() -> None:
    data = planned(
        "**From → to:** answers for features → answers for orders\n\n"
        "## Where you are (both of us filled it in)\n\n- Why first: rarely → usually\n\n"
        "## How we see that it works\n\n"
        "| What | Today | Then | Till |\n|---|---|---|---|\n| Refusals | 0 | 3 | 12 weeks |\n"
    )
    assert data["goal"] == "answers for features → answers for orders"
    assert data["assessment"]["indicators"] == [{"indicator": "Why first", "current": "rarely", "target": "usually"}]
    assert data["metrics"] == [{"metric": "Refusals", "baseline": "0", "target": "3", "timeframe": "12 weeks"}]


SESSIONS = """## The sessions

Every second Tuesday.

**S1 · 1.12.2026 · Reframe**
how: your four things on a board
you practise: one sentence on each ticket
you can then: say what each is worth

**S2 · 15.12. · No, because**
how: I play sales
you practise: two real ones
you can then: refuse

**S3 · 12.1. · Looking back**
"""


def test_sessions_by_a_letter_and_a_number_in_bold() -> None:
    assert planned(SESSIONS)["sessions"] == [
        {
            "title": "Reframe",
            "date": "2026-12-01",
            "technique": "your four things on a board",
            "practice": "one sentence on each ticket",
            "outcome": "say what each is worth",
        },
        {
            "title": "No, because",
            "date": "2026-12-15",
            "technique": "I play sales",
            "practice": "two real ones",
            "outcome": "refuse",
        },
        {"title": "Looking back", "date": "2027-01-12"},
    ]


@pytest.mark.parametrize("ordinal", ["First", "Second", "Sixth"])
def test_ordinals_that_begin_as_a_short_noun_does_are_ordinals(ordinal: str) -> None:
    [session] = planned(f"## Sessions\n\n**{ordinal} session, 1 Oct 2026. To pass it on.**\nWe try it.\n")["sessions"]
    assert session == {"title": "To pass it on.", "date": "2026-10-01", "technique": "We try it."}


def test_habits_parted_by_dots() -> None:
    transfer = planned("## What stays\n\n- [ ] list of questions\n\nHabits: Friday look back · the why question\n")[
        "transfer"
    ]
    assert transfer["habits"] == [{"item": "Friday look back"}, {"item": "the why question"}]


@pytest.mark.parametrize(
    "told",
    [
        "rarely → usually",
        "you: sometimes / me: rarely → *usually*",
        "rarely / rarely → *usually*, for May I'd be happy with *sometimes*",
        "rarely → usually. We both said so.",
    ],
)
def test_how_often_now_and_then_among_other_words(told: str) -> None:
    [indicator] = planned(f"### Indicators\n\n- **Why first** – {told}\n")["assessment"]["indicators"]
    assert indicator == {"indicator": "Why first", "current": "rarely", "target": "usually"}


def test_words_that_are_none_of_how_often_are_no_change() -> None:
    [indicator] = planned("### Indicators\n\n- **Why first** – you: now and then / me: daily → better\n")["assessment"][
        "indicators"
    ]
    assert indicator.keys() == {"indicator"}


@pytest.mark.parametrize(
    ("title", "client"),
    [
        ("Coaching plan, pm-9 @ Northwind Foods", "Northwind Foods"),
        ("Coaching plan: pm-9 at Northwind (spring)", "Northwind"),
        ("Coaching plan: `pm-9` @Northwind – v2", "Northwind"),
        ("Coaching plan: pm-9 at the beginning", None),
        ("Coaching plan: pm-9, December", None),
        ("Coaching plan for pm-9 (Senior PM)", None),
    ],
)
def test_the_client_stands_at_the_handle_in_the_title(title: str, client: str | None) -> None:
    data = planned(f"# {title}\n\n## Sessions\n\n### Session 1: Reframe\n")
    assert data["pm"] == "pm-9"
    assert data.get("client") == client


def test_a_client_that_is_told_elsewhere_is_not_taken_of_the_title() -> None:
    data = planned(
        "# Coaching plan: pm-9 @ Northwind\n\n**Client**: Contoso\n\n## Sessions\n\n### Session 1: Reframe\n"
    )
    assert data["client"] == "Contoso"


LADDER = (
    "**Rung today:** Expert Executor.",
    "**Rung wanted:** Strategic Advisor (no more).",
    "**What's missing:** a plan.",
)
LADDERS = [gap.join(LADDER) for gap in (" ", "\n\n")]


@pytest.mark.parametrize("ladder", LADDERS)
@pytest.mark.parametrize("heading", ["## How they see me", "## Where I stand", "### Ladder"])
def test_the_ladder_in_bold_labels(heading: str, ladder: str) -> None:
    signals = "- **Access.** The CEO. Ideal is the board.\n\n" if heading == "## How they see me" else ""
    position = assessed(f"{heading}\n\n{signals}{ladder}\n")["position"]
    assert position["ladder"] == {
        "current": "Expert Executor.",
        "target": "Strategic Advisor (no more).",
        "gap": "a plan.",
    }
    assert position.get("signals") == (
        [{"signal": "Access", "current": "The CEO.", "ideal": "Ideal is the board."}] if signals else None
    )


INDICATORS = "## Current Assessment\n\n### Indicators\n\n- Why first: rarely → usually\n\n"
PATTERNS = [
    {"pattern": "How work arrives", "observation": "by chat. As it is in 9 of 11 cases."},
    {"pattern": "How you order it", "observation": "first in"},
]


@pytest.mark.parametrize(
    "written",
    [
        "How work arrives: by chat. As it is in 9 of 11 cases.\nHow you order it: first in\n",
        "**How work arrives:** by chat. As it is in 9 of 11 cases.\n\n**How you order it:** first in\n",
        "**How work arrives**\n\n- by chat. As it is in 9 of 11 cases.\n\n**How you order it**\n\n- first in\n",
    ],
)
def test_patterns_are_known_by_how_they_are_called(written: str) -> None:
    text = INDICATORS.replace("### Indicators\n\n", "")
    assessment = planned(f"{text}{written}")["assessment"]
    assert assessment["patterns"] == PATTERNS
    assert assessment["indicators"] == [{"indicator": "Why first", "current": "rarely", "target": "usually"}]


@pytest.mark.parametrize(
    "written",
    [
        "How this was agreed: over lunch.\n",
        "How work arrives is by chat. How it is ordered is by who asks.\n",
        "However it comes: fine. Howard: agreed.\n",
    ],
)
def test_what_only_begins_alike_is_no_pattern(written: str) -> None:
    assert "patterns" not in planned(f"{INDICATORS}{written}")["assessment"]


def test_patterns_below_their_own_name_are_those_alone() -> None:
    seen = "How this was seen: in two weeks.\nHow long: 9 hours.\n\n"
    text = f"{INDICATORS}{seen}### Work pattern\n\n- **How work arrives**: by chat\n"
    assert planned(text)["assessment"]["patterns"] == [{"pattern": "How work arrives", "observation": "by chat"}]


def test_opportunities_below_a_heading_of_the_part_are_its_records() -> None:
    inside = "   - *Now*: I write tickets\n   - *Instead*: we choose one step\n   - *Benefit*: two days\n"
    items = f"1. **Time to offer**\n{inside}"
    body = (
        f"## Where value is left on the table\n\n### Opportunities\n\n{items}{items.replace('Time to offer', 'Goals')}"
    )
    found = assessed(body)["opportunities"]["untapped"]
    assert [(one["opportunity"], one["alternative"], one["benefit"]) for one in found] == [
        ("Time to offer", "we choose one step", "two days"),
        ("Goals", "we choose one step", "two days"),
    ]
