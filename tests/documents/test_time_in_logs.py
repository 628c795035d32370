"""How long it took and which work it was, in the line that heads an entry of a log."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.document import read_document

FRONT = "---\ntype: event-log\nclient: Northwind\nvisibility: internal\n---\n\n# Event log\n\n"


def entry(line: str) -> dict[str, Any]:
    """The only entry of a log, which everything must be readable of."""
    document = read_document(f"{FRONT}{line}\n".encode(), "packs/clients/northwind/event-log.md")
    assert document.offences == {}
    [only] = document.data["entries"]
    assert only.pop("date") == "2026-11-05"
    return dict(only)


TOLD = {"title": "Prices compared", "duration": 90, "work_type": "strategic"}


@pytest.mark.parametrize(
    "text",
    [
        # in front
        "1.5h strategic: Prices compared",
        "90 min strategic – Prices compared",
        "1h30 strategic work: Prices compared",
        "1,5 h – strategic – Prices compared",
        "strategic – 90min – Prices compared",
        "strategic, 1.5 hrs: Prices compared",
        "1.5h, strategic, Prices compared",
        "90m strategic. Prices compared",
        "1.5h | strategic | Prices compared",
        "(1.5h, strategic) Prices compared",
        "[strategic, 90 min] Prices compared",
        "(S, 1.5h) Prices compared",
        "strategic (1.5h): Prices compared",
        "1.5h (strategic): Prices compared",
        "**1.5h** strategic – Prices compared",
        "**Strategic, 1.5h:** Prices compared",
        "1.5 hours of strategic work: Prices compared",
        "1.5h strategy: Prices compared",
        "1.5h – strategy – Prices compared",
        # behind
        "Prices compared (1.5h, strategic)",
        "Prices compared [strategic, 1.5h]",
        "Prices compared (90 min strategic).",
        "Prices compared (strategic) (1.5h)",
        "Prices compared – 1.5h strategic",
        "Prices compared, 1.5h, strategic",
        "Prices compared · strategic · 90 min",
        "Prices compared. 1.5h strategic.",
        # at either end
        "strategic: Prices compared (1.5h)",
        "[S] Prices compared – 1.5h",
        "1.5h: Prices compared (strategic)",
    ],
)
@pytest.mark.parametrize("head", ["- 2026-11-05 – {}", "- **5 Nov 2026**: {}", "## 2026-11-05 — {}"])
def test_time_and_work_are_read_at_either_end_of_a_line(head: str, text: str) -> None:
    assert entry(head.format(text)) == TOLD


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("- 2026-11-05 (1.5h, strategic): Prices compared", TOLD),
        ("## 2026-11-05 — Workshop: Prices (3h, strategic)",
         {"kind": "workshop", "title": "Prices", "duration": 180, "work_type": "strategic"}),
        ("- 2026-11-05 – decision (strategic, 2h): Prices stay",
         {"kind": "decision", "title": "Prices stay", "duration": 120, "work_type": "strategic"}),
        ("- 2026-11-05 – Prices stay (decision, strategic, 2h, with CPO)",
         {"kind": "decision", "title": "Prices stay", "participants": ["CPO"], "duration": 120,
          "work_type": "strategic"}),
        ("- 2026-11-05 – delivery – two briefs (4h, tactical)",
         {"kind": "delivery", "title": "two briefs", "duration": 240, "work_type": "tactical"}),
        ("- 2026-11-05 – two briefs (delivery, tactical, 4h)",
         {"kind": "delivery", "title": "two briefs", "duration": 240, "work_type": "tactical"}),
        # the words behind the kind of work are the title, even where they name a kind of event
        ("- 2026-11-05 – 2h ops: sprint planning",
         {"kind": "planning", "title": "sprint planning", "duration": 120, "work_type": "operational"}),
        ("- 2026-11-05 – 2h ops", {"title": "ops", "duration": 120, "work_type": "operational"}),
        ("- 2026-11-05 – 1h coaching with pm-31: two briefs",
         {"title": "two briefs", "participants": ["pm-31"], "duration": 60, "work_type": "capability building"}),
        ("- 2026-11-05 – 2–3h workshop: prices",
         {"kind": "workshop", "title": "prices", "duration": {"from": 120, "to": 180}}),
        ("- 2026-11-05 – 30 min call with the CFO", {"kind": "call", "title": "call with the CFO", "duration": 30}),
        ("- 2026-11-05 – call w/ head of product, 30m",
         {"kind": "call", "title": "call w/ head of product", "duration": 30}),
        ("- 2026-11-05 – 1h 1:1 with pm-31: went through the list",
         {"title": "1:1 with pm-31: went through the list", "duration": 60}),
        # time that nothing parts from the words behind it stays in the title
        ("- 2026-11-05 – 4h wrote two briefs", {"title": "4h wrote two briefs", "duration": 240}),
        ("- 2026-11-05 – cut the plan; 1.5h strategic; two engineers free",
         {"title": "cut the plan; 1.5h strategic; two engineers free", "duration": 90, "work_type": "strategic"}),
        # of two lengths the first counts
        ("- 2026-11-05 – 4h tactical: waiting time is down (20 min)",
         {"title": "waiting time is down (20 min)", "duration": 240, "work_type": "tactical"}),
        # labels go first
        ("- 2026-11-05 – Prices. Duration: 2h. Work type: strategic",
         {"title": "Prices", "duration": 120, "work_type": "strategic"}),
        ("- 2026-11-05 – 2h strategic: Prices. Decision: they stay",
         {"title": "Prices", "duration": 120, "work_type": "strategic", "decisions": ["they stay"]}),
    ],
)  # fmt: skip
def test_time_and_work_beside_other_things(line: str, told: dict[str, Any]) -> None:
    assert entry(line) == told


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        ("- Work: strategic, 3h", 180),
        ("- Work type: strategic (3h)", 180),
        ("- Type of work: strategic, half a day", 240),
        ("- Work type: strategic\n- Duration: 1 day", 480),
        ("- Duration: 1:30\n- Work type: strategic", 90),
        ("- Work type: strategic", None),
    ],
)
def test_time_and_work_below_the_head(lines: str, minutes: int | None) -> None:
    told = {"title": "Prices compared", "work_type": "strategic"}
    assert entry(f"## 2026-11-05 Prices compared\n\n{lines}") == told | ({"duration": minutes} if minutes else {})


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Prices compared (1 day, strategic)", 480),
        ("Prices compared, 2 days, strategic", 960),
        ("0.5d strategic: Prices compared", 240),
        ("half a day strategic – Prices compared", 240),
    ],
)
def test_days_in_the_head(text: str, minutes: int) -> None:
    assert entry(f"- 2026-11-05 – {text}") == {**TOLD, "duration": minutes}


@pytest.mark.parametrize(
    "title",
    [
        "Release slips, 2 days",
        "Strategy: three bets until 2028",
        "Process: release moves to Thursdays",
        "Less tactical, more direction",
        "Plan (S) for the regions",
        "3 briefs for checkout",
        "2 h/week agreed for reps",
        "Waiting time down to 20 min",
        "Release cut from 3h to 20 min",
        "Onboarding takes 3 days (was 2h)",
        "Strategic bets for 2027",
    ],
)
def test_what_only_looks_like_time_or_work_stays_what_it_is(title: str) -> None:
    told = entry(f"- 2026-11-05 – {title}")
    assert told.pop("kind", "onboarding") == "onboarding"
    assert told == {"title": title}
