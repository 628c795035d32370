"""What belongs to a value and what no more does: columns compared, remarks below a line, ticks that say what lacks."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.document import read_document
from pmcoach_lint.syntax.block import Kind
from pmcoach_lint.syntax.blocks import read_blocks
from tests.linting import offences_of


def data(type_of: str, body: str) -> dict[str, Any]:
    text = f"---\ntype: {type_of}\nclient: Northwind\ndate: 2026-11-02\n---\n\n{body}"
    return read_document(text.encode(), f"{type_of}.md").data


PROPOSED = "## Investment\n\n### Current\n\n- 20 hours/week at €100/hour\n\n### Proposed\n\n{line}\n\n{table}"
COMPARED = "| | Current | Proposed | Difference |\n|---|---|---|---|\n| Monthly cost | €8,600 | €9,000 | +€400 |\n"


def test_of_what_is_compared_the_column_of_the_part_itself_counts() -> None:
    investment = data("work-proposal", PROPOSED.format(line="- Fixed fee", table=COMPARED))["investment"]
    assert investment["proposed"]["total"] == {"from": 9000, "to": 9000, "currency": "€", "per": "month"}
    empty = COMPARED.replace("€9,000", "")
    told = data("work-proposal", PROPOSED.format(line="- €9,000 a month", table=empty))["investment"]["proposed"]
    assert told["total"]["from"] == 9000


def test_a_column_behind_one_with_a_name_is_no_comparison() -> None:
    table = (
        "| Meeting | Rhythm | Length | Pre-work | Agenda |\n|---|---|---|---|---|\n"
        "| Coaching | weekly, Wed | 40 min | Notes | Wins 10, case 30 |\n"
    )
    cadence = data("coaching-pack", f"## 5) Coaching Cadence\n\n{table}")["cadence"]
    assert cadence["pre_work"] == "Notes"
    assert cadence["session_length"] == 40


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("---\n\nComments\n\n[a] cpo-1: by when?\n", "Begin in May."),
        ("***\n\n*Printed on 3 May*\n", "Begin in May."),
        ("### Next steps\n\n- [ ] Sign by 1 May\n- [ ] Begin\n", "Begin in May."),
        ("### How\n\nThe renewals come in June.\n", "Begin in May.\n\n### How\n\nThe renewals come in June."),
        ("- first this\n- then that\n", "Begin in May.\n\n- first this\n- then that"),
    ],
)
def test_a_text_ends_at_a_line_and_at_boxes_of_their_own(below: str, told: str) -> None:
    assert data("work-proposal", f"## Recommendation\n\nBegin in May.\n\n{below}")["recommendation"] == told


def test_what_is_said_in_quotation_marks_ends_with_them() -> None:
    rate = "## Rate Justification\n\n### Strategic Value Proposition\n\n“Today it is worth “€X”.”\n\n{}"
    found = data("value-assessment", rate.format("Check: 12 x 3 = 36.\n"))["rate"]
    assert found["proposition"] == "“Today it is worth “€X”.”"
    found = data("value-assessment", rate.format("“And twice that in May.”\n\nNobody knows yet.\n"))["rate"]
    assert found["proposition"] == "“Today it is worth “€X”.”\n\n“And twice that in May.”"
    plain = data("value-assessment", rate.replace("“Today it is worth “€X”.”", "Today.").format("And in May.\n"))
    assert plain["rate"]["proposition"] == "Today.\n\nAnd in May."


def test_a_label_in_a_quotation_is_a_label() -> None:
    said = "> With: the COO\n>\n> “I see where my time goes.”\n"
    found = data("value-assessment", f"## Repositioning Plan\n\nThe conversation:\n\n{said}\nIf no: I stay.\n")
    assert found["repositioning"]["conversation"] == {"with": "the COO", "message": "“I see where my time goes.”"}
    note = "> Note on what is assumed here: nothing.\n>\n> It holds.\n"
    assert "Note on what" in data("work-proposal", f"## Recommendation\n\nGo.\n\n{note}")["recommendation"]


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("“One.\n\nTwo?”\n\nThen I wait.", "“One.\n\nTwo?”"),
        ("“One.”\n\nThen I ask:\n\n“Two?”", "“One.”\n\nThen I ask:\n\n“Two?”"),
        ("“One.”\n\nIf I hear “later”, I wait.", "“One.”"),
    ],
)
def test_what_is_said_in_several_paragraphs_is_the_message(said: str, message: str) -> None:
    body = f"## Repositioning Plan\n\n### Conversation to Have\n\nWith: the COO\n\n{said}\n"
    assert data("value-assessment", body)["repositioning"]["conversation"] == {"with": "the COO", "message": message}


GAPS = "## Client Team Assessment\n\n### Strategic Thinking Gaps{}\n\n- [x] Says no\n- [ ] Asks why\n"


@pytest.mark.parametrize(
    ("legend", "done"),
    [
        ("", [True, False]),
        ("\n\nChecked = the team has this gap today.", [False, True]),
        (" (x = gap is there)", [False, True]),
        ("\n\nTicked: still lacking.", [False, True]),
        ("\n\nA tick means they do it without a gap.", [True, False]),
        ("\n\n[x] = done, and no more a gap.", [True, False]),
        ("\n\n✓ = seen without a prompt, twice.", [True, False]),
        ("\n\nx = needs no help with it.", [True, False]),
        ("\n\nx = never seen", [False, True]),
        ("\n\nI checked with pm-07, who sees gaps.", [True, False]),
    ],
)
def test_a_tick_says_what_its_author_says_it_does(legend: str, done: list[bool]) -> None:
    gaps = data("value-assessment", GAPS.format(legend))["team"]["thinking_gaps"]
    assert [gap["done"] for gap in gaps] == done


def plan(body: str) -> dict[str, Any]:
    return data("coaching-plan", body)


def test_what_stands_below_a_value_is_told_behind_it() -> None:
    patterns = (
        "## Current Assessment\n\n### Work Pattern\n\n- sorts: by volume\n  - no link to goals\n- updates: weekly\n"
    )
    assert plan(patterns)["assessment"]["patterns"] == [
        {"pattern": "sorts", "observation": "by volume\nno link to goals"},
        {"pattern": "updates", "observation": "weekly"},
    ]


def test_boxes_below_an_item_that_leads_to_them_are_the_records() -> None:
    lead = "## Graduation Criteria\n\n- ready when\n  - [ ] plans ahead\n  - [x] says no\n- decided in May, by all\n"
    assert plan(lead)["graduation"] == [
        {"criterion": "plans ahead", "done": False},
        {"criterion": "says no", "done": True},
    ]
    own = "## Graduation Criteria\n\n- [ ] plans ahead\n  - [ ] in May\n  - [ ] in June\n- [x] says no\n"
    assert len(plan(own)["graduation"]) == 2


def test_a_value_may_be_told_once_for_all_rows() -> None:
    rows = "- starts with why\n  - now: rarely\n- looks beyond the sprint\n  - now: sometimes\n"
    several = ("target: rarely, not for all", "target is usually for all but one", "target is usually for each brief")
    for lead, target in (("target is `usually` for all", "usually"), *((lead, None) for lead in several)):
        found = plan(f"## Current Assessment\n\nIndicators ({lead}):\n\n{rows}")["assessment"]["indicators"]
        assert [each.get("target") for each in found] == [target, target]


def test_a_line_between_two_lists_heads_the_second() -> None:
    body = (
        "## Knowledge Transfer Artifacts\n\n- [ ] a checklist\n\nAnd the habits, which matter more:\n\n- [ ] asks why\n"
    )
    assert plan(body)["transfer"] == {
        "frameworks": [{"item": "a checklist", "done": False}],
        "habits": [{"item": "asks why", "done": False}],
    }


def test_a_row_that_leaves_others_out_is_no_record() -> None:
    rows = "| Week | T | S |\n|---|---|---|\n| 5 Oct | 8 | 1 |\n| … | | |\n| 7 Dec | 2 | 8 |\n"
    assert [row["period"] for row in data("event-log", f"## Strategic vs. Tactical Ratio\n\n{rows}")["ratio"]] == [
        "5 Oct",
        "7 Dec",
    ]


def test_dashes_as_long_as_the_line_make_a_heading_of_an_item() -> None:
    above = "1. How they see me\n------------------\n\n1. no topic\n2. no numbers\n\n"
    text = f"{above}2. Where the hours go\n{{}}\n\nBy my sheet.\n"
    assert headings(text.format("-" * 21)) == ["1. How they see me", "2. Where the hours go"]
    assert headings(text.format("-" * 3)) == ["1. How they see me"]


def headings(text: str) -> list[str]:
    return [text[slice(*block.lines[0])] for block in read_blocks(text).top if block.kind is Kind.HEADING]


def portfolio(body: str) -> Any:
    text = f"---\nkind: artifacts/evidence\nclient: Northwind\nupdated: 2026-11-23\n---\n\n{body}"
    return read_document(text.encode(), "evidence.md")


ENTRY = (
    "## E1 · pm-07: from tickets to choices\n\n| | |\n|---|---|\n"
    "| Date | {} |\n| Where it is | with the CEO |\n| Proof | a note |\n\nIt went on.\n"
)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("since 9 Nov", "2026-11-09"),
        ("28 Sep, six sessions so far", "2026-09-28"),
        ("24 Sep (raised) → 8 Oct (decided)", None),
        ("Oct 2026, live since 2 Nov", None),
    ],
)
def test_days_of_a_contribution_are_told_in_words(said: str, day: str | None) -> None:
    document = portfolio(ENTRY.format(said))
    assert offences_of(document) == []
    entry = document.data["entries"][0]
    assert entry.get("date") == day
    assert (entry["title"], entry["evidence"]) == ("pm-07: from tickets to choices", "a note")


def test_a_day_that_was_moved_is_none() -> None:
    assert offences_of(portfolio(ENTRY.format("28 Sep, moved to the week after")))


def test_a_log_may_go_by_month_and_day_in_numbers() -> None:
    body = (
        "# Log\n\nstarted 2026-09-14\n\n### Mon 11-23\n\n- kicked off. Slowly.\n\n### Fri 11-20\n\n- closed the week\n"
    )
    found = data("event-log", body)["entries"]
    assert [(entry["date"], entry["title"]) for entry in found] == [
        ("2026-11-23", "kicked off"),
        ("2026-11-20", "closed the week"),
    ]


@pytest.mark.parametrize(
    ("heading", "path"),
    [
        ("## What I'm proposing\n\n### Scope\n\nTwo bets.\n", ("proposed", "scope")),
        ("## What we are proposing\n\n### Scope\n\nTwo bets.\n", ("proposed", "scope")),
        ("## The Opportunity\n\n### What I do at the moment\n\nTwo bets.\n", ("opportunity", "current_state")),
        (
            "## What's being missed\n\n### If we do something about it\n\nTwo bets.\n",
            ("opportunity", "impact", "addressed"),
        ),
    ],
)
def test_who_speaks_and_in_which_tense_makes_no_other_name(heading: str, path: tuple[str, ...]) -> None:
    found: Any = data("work-proposal", heading)
    for step in path:
        found = found[step]
    assert found == "Two bets."


@pytest.mark.parametrize(
    "head", ["When she won't need me", "When they don't need us any more", "When he no longer needs me"]
)
def test_signs_of_graduation_are_named_by_anybody(head: str) -> None:
    before = "## Coaching Interventions\n\n### Saying no\n\nRole play.\n\n## Success Metrics\n\n- requests\n\n"
    assert plan(f"{before}## {head}\n\n- [ ] plans ahead\n")["graduation"] == [
        {"criterion": "plans ahead", "done": False}
    ]


PMS = (
    "## Client Team Assessment\n\n* PO-1 (portal)\n  - Level: tactical\n  - Gap: never asks why\n"
    "  - Help: practise the no\n{}"
)


def test_items_inside_which_labels_tell_a_record_are_the_records() -> None:
    other = "* Head of product\n  - Level: between\n  - Gap: no figures\n  - Help: sparring\n"
    pms = data("value-assessment", PMS.format(other))["team"]["pms"]
    assert [one["pm"] for one in pms] == ["PO-1 (portal)", "Head of product"]
    assert pms[1] | {"pm": ""} == {"pm": "", "level": "between", "gap": "no figures", "coaching": "sparring"}
    assert data("value-assessment", PMS.format("* Head of product\n  - busy\n"))["team"] == {}


def test_a_column_without_a_title_names_what_the_others_tell_of_two_times() -> None:
    table = "| | Today | By late February |\n|---|---|---|\n| Asks why | rarely | usually |\n"
    assert plan(f"## Current Assessment\n\n{table}")["assessment"]["indicators"] == [
        {"indicator": "Asks why", "current": "rarely", "target": "usually"}
    ]


def test_relationship_and_maturity_stand_below_one_heading() -> None:
    body = "### Relationship health / maturity\n\n- Trust: 4 of 5\n- Openness to change: medium\n"
    found = data("value-assessment", f"## Client Team Assessment\n\n{body}")["relationship"]
    assert found == {"trust": "4 of 5", "openness": "medium"}
