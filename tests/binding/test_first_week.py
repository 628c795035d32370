"""The cycle of a pack that tells it in its plan alone, with the days of its weeks, and where that is not certain."""

from __future__ import annotations

import pytest

from tests.binding.reading import read
from tests.linting import offences_of

FRONT = "---\ntype: coaching-pack\npm: pm-07\n{}---\n\n# Pack\n\n"
WRITTEN = FRONT.format("date: 2026-11-23\n")
PLAN = "## 4) Plan\n\n{}\n"
ROWS = "| Wk | Mon | Rep |\n|---|---|---|\n"


def told(plan: str, front: str = WRITTEN) -> tuple[str | None, int | None]:
    """What a pack with that plan tells of the first day and the number of weeks."""
    data = read(PLAN.format(plan), front).data
    return data.get("start"), data.get("weeks")


@pytest.mark.parametrize(
    ("plan", "weeks"),
    [
        (f"{ROWS}| 1 | 30-Nov | Draft |\n| 2 | 7-Dec | Rewrite |\n| 3 | 14-Dec | Send |", 3),
        ("| Week | Dates | Rep |\n|---|---|---|\n| Wk 1 | Nov 30 – Dec 4 | Draft |\n| Wk 2 | Dec 7–11 | Send |", 2),
        (f"{ROWS}| 1 | 30-Nov | Draft |\n| 2 | 7-Dec | Send |\n| – | 14-Dec | off |\n| 3 | 21-Dec | Retro |", None),
        (f"{ROWS}| 1 | 30-Nov | Draft |\n| 2–3 | 7-Dec | Rewrite |\n| 4 | 21-Dec | Send |", 4),
        ("- W1 Nov 30: draft\n- W2 Dec 7: rewrite\n- W3 Dec 14: send 10 w/ reasons", 3),
        ("- Week 1 (Mon 30 Nov): draft\n- Week 2 (Mon 7 Dec): send", 2),
        ("- w1 starts Mon 30 Nov: draft\n- w2 starts Mon 7 Dec: send", 2),
        ("*Weeks 1–3 (from November 30).* Draft.\n\n*Weeks 4–5 (from December 21).* Send.", 5),
        (
            "|  | KW 49 (30.11.) | KW 50 (07.12.) | KW 51 (14.12.) |\n|---|---|---|---|\n| A | One | Two | Three |",
            None,
        ),
        (
            "|  | KW 50 (07.12.) | KW 51 (14.12.) | KW 1 (04.01.) |\n|---|---|---|---|\n| A | One | Two | Three |",
            None,
        ),
        ("| KW | from | Rep |\n|---|---|---|\n| 49 | 30.11. | Draft |\n| 50 | 07.12. | Send |", None),
        (f"{ROWS}| 1 | 30-Nov | Draft |\n| 2 | 7-Dec | Send |\n| 3 | open | Retro |", None),
        ("- Week 1 (30 Nov): draft\n- Week 2 (7 Dec): send\n- Weeks 3–4: retro", None),
        ("For 8 weeks:\n\n- Week 1 (30 Nov): draft\n- Week 2 (7 Dec): send", None),
    ],
)
def test_a_plan_that_tells_when_it_begins(plan: str, weeks: int | None) -> None:
    first = "2026-12-07" if "KW 1 " in plan else "2026-11-30"
    assert told(plan) == (first, weeks)


@pytest.mark.parametrize(
    "plan",
    [
        f"{ROWS}| 1 | 30-Nov | Draft |",
        f"{ROWS}| 2 | 30-Nov | Draft |\n| 3 | 7-Dec | Send |",
        f"{ROWS}| 1 | 30-Nov | Draft |\n| 2 | 9-Dec | Send |",
        f"{ROWS}| 1 | 4-Dec | Draft |\n| 2 | 11-Dec | Send |",
        "| # | Due | Step |\n|---|---|---|\n| 1 | 30-Nov | Draft |\n| 2 | 7-Dec | Send |",
        "- Week 1 (Tue 30 Nov): draft\n- Week 2 (Tue 7 Dec): send",
        "- Week 1 (30 Nov): draft\n- Week 2 (7 Dec): send\n\nAgain:\n\n- Week 1 (7 Dec): draft",
        "| KW | from | Rep |\n|---|---|---|\n| 48 | 30.11. | Draft |\n| 49 | 07.12. | Send |",
        "In week 1 (30 Nov) a draft, in week 2 (7 Dec) the rest.",
        "1. 30 Nov: draft\n2. 7 Dec: send",
        "- Week 1 (9999-12-27): draft\n- Week 2 (9999-12-31): send",
    ],
)
def test_a_plan_that_does_not(plan: str) -> None:
    assert told(plan) == (None, None)


def test_a_plan_whose_year_nothing_tells() -> None:
    plan = f"{ROWS}| 1 | 30-Nov | Draft |\n| 2 | 7-Dec | Send |"
    assert told(plan, FRONT.format("")) == (None, None)
    assert told(plan.replace("30-Nov", "30-Nov-2026").replace("7-Dec", "7-Dec-2026"), FRONT.format("")) == (
        "2026-11-30",
        2,
    )


@pytest.mark.parametrize(
    ("front", "line", "expected"),
    [
        ("start: 2026-11-23\n", "", ("2026-11-23", None)),
        ("weeks: 6\n", "", ("2026-11-30", 6)),
        ("", "We start on 7 December.\n\n", (None, None)),
        ("", "We start on 30 November.\n\n", ("2026-11-30", 2)),
        ("", "Starting 7 December 2026, eight weeks.\n\n", ("2026-12-07", 8)),
    ],
)
def test_what_is_told_elsewhere_comes_first(front: str, line: str, expected: tuple[str | None, int | None]) -> None:
    plan = PLAN.format(f"{ROWS}| 1 | 30-Nov | Draft |\n| 2 | 7-Dec | Send |")
    document = read(line + plan, FRONT.format(f"date: 2026-11-23\n{front}"))
    assert (document.data.get("start"), document.data.get("weeks")) == expected
    assert not [rule for rule, _, _ in offences_of(document) if rule == "contradicting-values"]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("**Start:** 2026-11-30", ("2026-11-30", None)),
        ("**Start:** 2026-12-07", ("2026-12-07", None)),
        ("**Weeks:** 8", ("2026-11-30", 8)),
    ],
)
def test_a_label_above_the_parts_comes_first(label: str, expected: tuple[str, int | None]) -> None:
    plan = PLAN.format(f"{ROWS}| 1 | 30-Nov | Draft |\n| 2 | 7-Dec | Send |")
    document = read(f"{label}\n\n{plan}", WRITTEN)
    assert (document.data["start"], document.data.get("weeks")) == expected
    assert not [rule for rule, _, _ in offences_of(document) if rule == "contradicting-values"]


def test_days_are_read_by_the_first_week() -> None:
    plan = PLAN.format(f"{ROWS}| 1 | 30-Nov | Draft |\n| 2 | 7-Dec | Send |")
    document = read(f"{plan}\n## 7) Next\n\n### Next steps\n\n- pm-07: send it by 4 Dec\n", WRITTEN)
    assert document.text[slice(*document.values[("start",)])] == "30-Nov"
    assert document.data["closing"]["next_steps"][0]["due"] == "2026-12-04"
