"""Horizons that take as much of the fractional PM later as before, and times that are none in tables of next steps."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.settings import Settings
from tests.linting import lint

_SETTINGS = Settings(root=Path("empty"))
_PLAN = "---\ntype: coaching-plan\nclient: acme\npm: pm-31\ndate: 2026-11-23\n---\n\n"
_LOG = "---\ntype: event-log\nclient: acme\ndate: 2026-11-23\n---\n\n"


def told(code: str, text: str) -> list[str]:
    return [message for found, _, _, message in lint(text, _SETTINGS) if found == code]


def horizons(before: str, later: str) -> str:
    head = "## Horizons\n\n| Horizon | Focus | My time |\n|---|---|---|\n| NOW | Trust | daily |\n"
    return f"{head}| NEXT | Sessions | {before} |\n| LATER | Reviews | {later} |\n"


@pytest.mark.parametrize(
    ("before", "later", "words"),
    [
        ("weekly", "twice a week", "twice a week"),
        ("weekly", "every day, by chat", "every day"),
        ("twice a month", "weekly", "weekly"),
        ("8 h a week", "8 h a week", "8 h a week"),
        ("8 hours a week", "40 hours a month", "40 hours a month"),
        ("every two weeks", "three times a month", "three times a month"),
        ("two days a week", "3 days a week", "3 days a week"),
        ("monthly", "fortnightly", "fortnightly"),
    ],
)
@pytest.mark.parametrize("front", [_PLAN, _LOG])
def test_later_takes_no_less(before: str, later: str, words: str, front: str) -> None:
    message = f"“{words}” makes the client need you more, not less."
    assert told("PMC660", front + horizons(before, later)) == [message]


@pytest.mark.parametrize(
    ("before", "later"),
    [
        ("weekly", "monthly"),
        ("weekly", "every other week"),
        ("14 h a week, then 10", "4 h a month, strategic check-in"),
        ("8 h a week", "2 h a month"),
        ("12 h a week", "a check-in each quarter"),
        ("as agreed", "weekly"),
        ("two sessions", "one talk"),
        ("3 days a week", "1 day a month"),
    ],
)
def test_later_takes_less(before: str, later: str) -> None:
    assert told("PMC660", _PLAN + horizons(before, later)) == []


@pytest.mark.parametrize(
    "by", ["in the new year", "as soon as the calendar allows", "some time", "when time allows", "asap"]
)
def test_next_steps_without_a_time(by: str) -> None:
    steps = f"## Next steps\n\n| Step | Owner | By |\n|---|---|---|\n| First reading | pm-31 | {by} |\n"
    assert told("PMC645", _PLAN + steps) == [f"“{by}” is no time by which anybody could see that this is done."]


@pytest.mark.parametrize(
    "by", ["4 December", "week 49", "before the board of 9 February", "end of January", "weekly until March"]
)
def test_next_steps_with_a_time(by: str) -> None:
    steps = f"## Next steps\n\n| Step | Owner | By |\n|---|---|---|\n| First reading | pm-31 | {by} |\n"
    assert told("PMC645", _PLAN + steps) == []
