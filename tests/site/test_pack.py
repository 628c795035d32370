"""The summary of a pack: everything that can be read, and nothing made up."""

from __future__ import annotations

from datetime import date

import pytest

from pmcoach_lint.site.pack import Bet, Inside, Pack, summarize
from tests.packs import ACTIVE
from tests.weekly.standings import standing

HEAD = "---\ntype: coaching-pack\n{}---\n\n{}"


def summary(text: str) -> Pack:
    stands = standing(text, "2026-11-23")
    return summarize(stands.chain.pack, "packs/pm-07", (), Inside(stands))


def read(front_matter: str = "", body: str = "") -> Pack:
    return summary(HEAD.format(front_matter, body))


def test_an_example_pack_is_read_whole() -> None:
    pack = summary(ACTIVE.read_text(encoding="utf-8"))
    assert pack.title == "From shipping well to choosing well: pm-07, Northwind checkout"
    assert (pack.pm, pack.role, pack.team, pack.coach) == ("pm-07", "Product Manager, Checkout", "checkout", "lead-02")
    assert (pack.status, pack.visibility, pack.stage, pack.edition) == ("active", "internal", "growth", 1956)
    assert (pack.start, pack.end, pack.weeks) == (date(2026, 10, 5), date(2026, 11, 29), 8)
    assert pack.goal.startswith("By 27 November 2026 pm-07 opens each new piece of checkout work")
    assert len(pack.assumptions) == 3
    assert pack.bets == (
        Bet(
            "B1",
            "Frame the problem before the solution",
            "Problem framing and insight",
            "Apply",
            "Analyze",
            "Weeks 1–8",
        ),
        Bet("B2", "Choose by criteria, in writing", "Strategy and prioritization", "Understand", "Apply", "Weeks 1–8"),
    )
    assert pack.text.lstrip().startswith("# From shipping well")


def test_what_cannot_be_read_is_left_out() -> None:
    pack = read(
        "start: 2026-13-40\nweeks: many\nbloom: 1999\nstatus: actve\nteam: {a: b}\nassumptions: none\n", "text\n"
    )
    assert (pack.start, pack.end, pack.weeks, pack.edition, pack.status, pack.team) == (
        None,
        None,
        None,
        1956,
        "draft",
        "",
    )
    assert pack.assumptions == ()
    assert pack.bets == ()


def test_a_document_without_anything_has_its_name_for_a_title() -> None:
    assert read().title == "pm-07"
    assert read("pm: pm-07\nrole: PM\n").title == "pm-07 · PM"
    assert read(body="## Part\n\n# The *title*\n").title == "The title"


def test_a_cycle_with_a_break_ends_when_it_says() -> None:
    pack = read("start: 2026-11-30\nweeks: 8\ncycle_end: 2027-02-05\n")
    assert (pack.start, pack.end, pack.weeks) == (date(2026, 11, 30), date(2027, 2, 5), 8)


def test_a_cycle_longer_than_the_calendar_has_no_end() -> None:
    pack = read("start: 9999-12-01\nweeks: 8\n")
    assert (pack.start, pack.end) == (date(9999, 12, 1), None)


@pytest.mark.parametrize("head", ["B1: One", "Bet 1"])
def test_levels_come_from_the_plan_where_the_vision_gives_none(head: str) -> None:
    body = (
        "## 3) Shared Vision\n\n| ID | Bet | Timeframe |\n|--|--|--|\n| B1 | One | Week 3 |\n| B2 | Two | W1-W4 |\n\n"
        "## 4) Development Plan\n\n### {}\n\n**Level change:** Know → Apply\n\n### B2: Two\n\n**Hypothesis:** x\n"
    )
    assert read("", body.format(head)).bets == (
        Bet("B1", "One", "", "Know", "Apply", "Week 3"),
        Bet("B2", "Two", "", "", "", "Weeks 1–4"),
    )


def test_texts_are_plain() -> None:
    pack = read(
        'role: "**PM** <b>x</b> <!-- note -->"\nassumptions:\n  - "[a](javascript:x) <!-- note -->"\n',
        "# A *title* <!-- note --> <i>\n\n## Context\n\n**Coaching goal:** Do `this` <!-- note --> & <that>\n",
    )
    assert pack.role == "PM <b>x</b>"
    assert pack.assumptions == ("a",)
    assert pack.title == "A title <i>"
    assert pack.goal == "Do this & <that>"
