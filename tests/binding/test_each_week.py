"""Time that sentences tell for each week, where no label does."""

from __future__ import annotations

import pytest

from tests.binding.reading import read

_CADENCE = "\n## Coaching Cadence\n\n**Rhythm:** weekly 1:1\n"


def _times(line: str) -> tuple[object, object]:
    data = read(f"## Development Plan\n\n{line}\n{_CADENCE}").data
    return data.get("context", {}).get("time_budget"), data["cadence"].get("coach_time")


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("pm-07 has about four hours a week for deliberate practice.", 240),
        ("Time budget is 4 hours a week. pm-07 gives up two standing meetings.", 240),
        ("Time cost for pm-07: ~2.5 h/wk. Took the rota off to pay for it.", 150),
        ("- Freeze eats the reps → the reps fit into 60 minutes a week", 60),
        ("From 5 October on, ~3h a week of pm-07's.", 180),
        ("**Load:** 3–4 hours a week.", {"from": 180, "to": 240}),
        ("**Load:** up to 1.5–2.5 hours a week.", {"from": 90, "to": 150}),
        ("pm-07 has forty-five minutes a week for practice.", 45),
    ],
)
def test_the_time_of_the_pm(line: str, minutes: object) -> None:
    assert _times(line) == (minutes, None)


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("- **Lead:** looks after four PMs; can give @northbound about 90 minutes a week.", 90),
        ("I can give this 1 h/wk.", 60),
        ("The coach has two hours per week for that.", 120),
    ],
)
def test_the_time_of_the_coach(line: str, minutes: object) -> None:
    assert _times(line) == (None, minutes)


@pytest.mark.parametrize(
    "line",
    [
        "Ceremonies take ~9 h/week.",
        "lead-02 gets an analyst for 4 hours per week.",
        "pm-07 has 4 hours a week for practice; some weeks 2 hours a week for reps.",
        "```\npm-07 has 4 hours a week for practice\n```",
        "<!-- pm-07 has 4 hours a week for practice -->",
        "pm-07 ran the call for an hour. Three weeks later nobody came.",
    ],
)
def test_time_of_somebody_else_or_several_times_are_no_guess(line: str) -> None:
    assert _times(line) == (None, None)


def test_a_label_tells_it_first() -> None:
    body = (
        "## Context snapshot\n\n**Time budget:** 2 hours a week\n\nIn June 5 hours a week for practice were planned.\n"
    )
    assert read(body).data["context"]["time_budget"] == 120


def test_where_it_is_told_is_its_place() -> None:
    document = read(f"## Development Plan\n\npm-07 has 4 hours a week for practice.\n{_CADENCE}")
    assert document.text[slice(*document.values[("context", "time_budget")])] == "4 hours a week"


def test_the_time_of_another_is_not_that_of_the_pm() -> None:
    for line, minutes in (("2 hours a week of ds-2's time", None), ("2 hours a week of pm-07's time", 120)):
        data = read(f"**PM:** pm-07\n\n## Development Plan\n\nmgr-5 finds {line}.\n{_CADENCE}").data
        assert data.get("context", {}).get("time_budget") == minutes
