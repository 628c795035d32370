"""Targets of coaching plans that are no better than where the PM stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.settings import Settings
from tests.linting import Told, lint

_FRONT = "---\ntype: coaching-plan\npm: pm-31\nclient: northwind\n---\n\n"
_INDICATORS = (
    "## Current Assessment\n\n### Strategic Thinking Indicators\n\n| Indicator | Current | Target |\n|---|---|---|\n"
)
_METRICS = "## Success Metrics\n\n| Metric | Baseline | Target | Timeframe |\n|---|---|---|---|\n"


def _told(body: str, tmp_path: Path) -> list[Told]:
    return [one for one in lint(_FRONT + body, Settings(root=tmp_path)) if one[0] == "PMC637"]


def test_an_indicator_that_is_to_fall(tmp_path: Path) -> None:
    [(_, severity, place, message)] = _told(f"{_INDICATORS}| Influences upward | Usually | Rarely |\n", tmp_path)
    assert (severity, place) == ("warning", "13:33-13:39")
    assert message == "The target is “rarely”, and today it is “usually” already."


def test_an_indicator_that_is_to_change_nothing(tmp_path: Path) -> None:
    [(_, severity, place, message)] = _told(f"{_INDICATORS}| Influences upward | Rarely | Rarely |\n", tmp_path)
    assert (severity, place) == ("warning", "13:32-13:38")
    assert message == "From rarely to rarely is no change."


@pytest.mark.parametrize(
    "row",
    [
        "Influences upward | Rarely | Sometimes",
        "Influences upward | Usually | Usually",
        "Influences upward | Sometimes | Sometimes (not in this cycle)",
        "Influences upward | Sometimes | tbd",
    ],
)
def test_an_indicator_that_is_to_rise_or_stay(row: str, tmp_path: Path) -> None:
    assert _told(f"{_INDICATORS}| {row} |\n", tmp_path) == []


@pytest.mark.parametrize(
    ("row", "place", "message"),
    [
        ("Requests questioned | 60% | 25%", "11:31-11:34", "From 60% to 25% is a step back."),
        (
            "% strategic conversations | 40% (16 of 40) | 30%",
            "11:48-11:51",
            "From 40% (16 of 40) to 30% is a step back.",
        ),
        ("Upward influence instances | 4 | 2", "11:36-11:37", "From 4 to 2 is a step back."),
        ("No-show rate | 18% | 18%", "11:24-11:27", "From 18% to 18% is no change."),
    ],
)
def test_a_metric_that_gets_no_better(row: str, place: str, message: str, tmp_path: Path) -> None:
    assert [one[2:] for one in _told(f"{_METRICS}| {row} | 12 weeks |\n", tmp_path)] == [(place, message)]


@pytest.mark.parametrize(
    "row",
    [
        "Requests questioned | 25% | 60%",
        "No-show rate | 18% | 14%",
        "Days until a decision | 20 | 10",
        "Requests questioned | 2 of 11 | 7 of 10",
        "Upward influence | 1 a month | 1 a week",
        "Upward influence | 4 in Q4 | 2 in four weeks",
        "Specs with an outcome | 100% | 100%",
        "Delivery on time, kept as it is | 85% | 85%",
        "Delivery on time | 85% | 85% (hold)",
        "Requests questioned | about half | 60%",
        "Errors found by others, share | 5% of the cases | 5% of all",
    ],
)
def test_a_metric_that_may_get_better(row: str, tmp_path: Path) -> None:
    assert _told(f"{_METRICS}| {row} | 12 weeks |\n", tmp_path) == []


@pytest.mark.parametrize(
    "row",
    [
        "Days until a strategic decision | 20 | 10",
        "Meetings without a strategic item | 70% | 30%",
        "Bets without outcomes | 60% | 20%",
        "Open questions at the handover | 9 | 3",
        "Requests declined late | 30% | 10%",
    ],
)
def test_a_metric_that_may_well_be_to_fall(row: str, tmp_path: Path) -> None:
    assert _told(f"{_METRICS}| {row} | 12 weeks |\n", tmp_path) == []
