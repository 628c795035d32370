"""Logs that are kept in more than one way: headings, bold lines and bullets, with days that lack their year."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.document import Document, read_document

HEAD = "### 2026-11-10 | Workshop | Reframing\n\n**Duration**: 1h\n\n"


def read(body: str) -> Document:
    front = "---\ntype: event-log\nclient: Northwind\nvisibility: internal\n---\n\n# Event Log: Northwind\n\n"
    return read_document((front + body).encode(), "packs/clients/northwind/event-log.md")


def days(body: str) -> list[Any]:
    return [entry.get("date") for entry in read(body).data["entries"]]


def test_bullets_with_a_day_are_entries_beside_others() -> None:
    body = (
        f"## November\n\n{HEAD}## October\n\n- 2026-10-14: memo sent to the COO. WIN\n- 2026-10-08: call with the CTO\n"
    )
    entries = read(body).data["entries"]
    assert [(entry["date"], entry["kind"]) for entry in entries] == [
        ("2026-11-10", "workshop"),
        ("2026-10-14", "win"),
        ("2026-10-08", "call"),
    ]


def test_bold_lines_with_a_day_are_entries_beside_headings() -> None:
    above, below = "**2026-11-24 – Call – Prices**\nPrices stay.", "**2026-10-14 – Win – Memo**"
    assert days(f"## November\n\n{above}\n\n{HEAD}## October\n\n{below}\n") == [
        "2026-11-24",
        "2026-11-10",
        "2026-10-14",
    ]


@pytest.mark.parametrize(
    "inside", ["**2026-12-01**: lane data", "- 2026-12-01: lane data", "**2026-12-01 – lane data**"]
)
def test_what_stands_in_an_entry_is_none(inside: str) -> None:
    assert days(f"## November\n\n{HEAD}{inside}\n") == ["2026-11-10"]


@pytest.mark.parametrize("day", ["24/11", "24.11."])
@pytest.mark.parametrize("form", ["### {} – Call – Prices", "**{} – Call – Prices**"])
def test_a_day_in_numbers_without_its_year_heads_an_entry_and_is_told(day: str, form: str) -> None:
    document = read(f"{form.format(day)}\n\nPrices stay.\n")
    assert document.data["entries"][0]["title"] == "Prices"
    told = [(offence.message, document.text[slice(*offence.span)]) for offence in document.offences["unreadable-value"]]
    assert told == [(f"“{day}” does not say the year.", day)]


@pytest.mark.parametrize("heading", ["### 1/2 of the work is done", "### 24/7 support", "### 1.1 Scope"])
def test_numbers_that_are_no_day_head_no_entry(heading: str) -> None:
    assert "entries" not in read(f"{heading}\n\nPrices stay.\n").data
