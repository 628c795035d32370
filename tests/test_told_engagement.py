"""The engagement that the examples tell: a log of working days that shows the shift which the assessment plans."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from pmcoach_lint.document import read_document
from pmcoach_lint.engagement.logged import LoggedTime, logged_time, minutes_of
from tests.packs import ROOT

FOLDER = ROOT / "packs" / "clients" / "northwind"
TOLD = {path.relative_to(FOLDER).as_posix(): path.read_text(encoding="utf-8") for path in sorted(FOLDER.rglob("*.md"))}
ASSESSED = "2026-07-03"
NEW_TERMS = "2026-09-01"


def data(name: str) -> dict[str, Any]:
    return read_document(TOLD[name].encode(), name).data


def entries() -> list[dict[str, Any]]:
    logged: list[dict[str, Any]] = data("event-log.md")["entries"]
    return logged


def shares(after: str, until: str) -> LoggedTime:
    logged = logged_time(entries(), after, until)
    assert logged
    return logged


def test_it_has_what_an_engagement_has() -> None:
    types = [data(name)["type"] for name in TOLD]
    assert {name: types.count(name) for name in types} == {
        "artifact": 6,
        "coaching-plan": 2,
        "engagement": 1,
        "event-log": 1,
        "value-assessment": 1,
        "work-proposal": 1,
    }


def test_the_log_runs_backwards_over_four_months_of_working_days() -> None:
    logged = entries()
    days = [entry["date"] for entry in logged]
    assert 44 <= len(logged) <= 50
    assert days == sorted(days, reverse=True)
    assert (days[-1], days[0]) == ("2026-06-01", "2026-10-01")
    due = [action["due"] for entry in logged for action in entry.get("actions", ())]
    assert all(date.fromisoformat(day).weekday() < 5 for day in days + due)
    for entry in logged:
        assert all(action["due"] >= entry["date"] for action in entry.get("actions", ())), entry["title"]


def test_no_week_holds_more_hours_than_were_agreed() -> None:
    weeks: dict[date, float] = {}
    for entry in entries():
        day = date.fromisoformat(entry["date"])
        monday = day - timedelta(days=day.weekday())
        weeks[monday] = weeks.get(monday, 0) + minutes_of(entry) / 60
    for monday, hours in weeks.items():
        assert hours <= (20 if monday.isoformat() < NEW_TERMS else 12), monday


def test_the_work_moves_from_tickets_to_decisions_and_capability() -> None:
    stages = [shares("", ASSESSED), shares(ASSESSED, "2026-08-31"), shares("2026-08-31", "")]
    tactical = [stage.share("tactical") for stage in stages]
    capability = [stage.share("capability building") for stage in stages]
    strategic = [stage.share("strategic") for stage in stages]
    assert tactical == sorted(tactical, reverse=True)
    assert capability == sorted(capability)
    assert strategic == sorted(strategic)
    targets = {row["work_type"]: row["target"] for row in data("value-assessment.md")["opportunities"]["time"]}
    assert tactical[-1] <= targets["tactical"] < tactical[0]
    assert capability[-1] >= targets["capability building"] > capability[0]
    assert strategic[-1] >= targets["strategic"] > strategic[0]


def test_what_is_linked_is_there() -> None:
    for name, text in TOLD.items():
        for target in re.findall(r"\]\(([^)]+\.md)\)", text):
            assert (FOLDER / name).parent.joinpath(target).is_file(), (name, target)
