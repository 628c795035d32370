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


@pytest.mark.parametrize(
    ("head", "title", "work"),
    [
        ("(S) Asked for an opinion", "Asked for an opinion", "strategic"),
        ("[T] Specs for alerting", "Specs for alerting", "tactical"),
        ("**(C)** Pairing with pm-62", "Pairing with pm-62", "capability building"),
        ("— (strategic) — Prices", "Prices", "strategic"),
        ("Backlog cleaned up (O)", "Backlog cleaned up", "operational"),
        ("Prices agreed [capability building]", "Prices agreed", "capability building"),
        ("(s) for several", "(s) for several", None),
        ("(EU) Roll-out", "(EU) Roll-out", None),
        ("Roll-out (EU)", "Roll-out (EU)", None),
    ],
)
def test_the_kind_of_work_in_brackets_beside_a_title(head: str, title: str, work: str | None) -> None:
    document = read(f"## 2026-11-12 {head}\n\nTwo hours.\n")
    (entry,) = document.data["entries"]
    assert (entry["title"], entry.get("work_type")) == (title, work)
    assert not document.offences


def test_a_topic_below_a_titled_entry_is_what_happened() -> None:
    titled = read("## 2026-11-17 Coaching pm-61\n\nTopic: saying no.\n\n- Outcome: one call\n").data["entries"]
    assert titled == [
        {"date": "2026-11-17", "title": "Coaching pm-61", "happened": "saying no.", "impact": "one call"},
    ]
    untitled = read("## 2026-11-17 — Meeting\n\n- Topic: saying no\n").data["entries"]
    assert untitled == [{"date": "2026-11-17", "kind": "meeting", "title": "saying no"}]


SUMMED_UP = (
    "## Contributions\n\n| # | What | When | Result |\n|---|---|---|---|\n"
    "| 1 | Not built | {first} | 30 days |\n| 2 | Prices | 12 Nov | yes |\n"
)


def test_a_table_of_days_that_entries_have_sums_them_up() -> None:
    entries = "## 2026-11-12 Prices\n\n## 2026-11-03 LoRa\n\n"
    days = [entry["date"] for entry in read(entries + SUMMED_UP.format(first="3 Nov")).data["entries"]]
    assert days == ["2026-11-12", "2026-11-03"]


def test_a_table_with_another_day_is_of_the_read() -> None:
    entries = "## 2026-11-12 Prices\n\n## 2026-11-03 LoRa\n\n"
    days = [entry["date"] for entry in read(entries + SUMMED_UP.format(first="2026-10-30")).data["entries"]]
    assert days[:3] == ["2026-11-12", "2026-11-03", "2026-10-30"]


@pytest.mark.parametrize(
    "week", ["w/c 26 Oct", "W/C Mon 26 Oct", "week of 26 October", "week commencing 26 Oct", "w/b 26 Oct"]
)
@pytest.mark.parametrize(
    "form", ["- **{}** – prices\n", "- {}: prices\n", "## {} – Call – prices\n", "**{}** – prices\n"]
)
def test_a_week_by_its_first_day_heads_an_entry(week: str, form: str) -> None:
    document = read(form.format("2026-11-03") + "\n" + form.format(week))
    assert [(entry["date"], entry["title"]) for entry in document.data["entries"]] == [
        ("2026-11-03", "prices"),
        ("2026-10-26", "prices"),
    ]
    assert not document.offences


def test_a_heading_for_a_week_is_no_entry_above_those_of_its_days() -> None:
    body = "## Week of 2026-11-02\n\n- 2026-11-03 – call: prices\n- 2026-11-05 – bets\n"
    assert days(body) == ["2026-11-03", "2026-11-05"]
    assert days("## Week of 2026-11-02\n\nWrote specs.\n\n## Week of 2026-11-09\n\nBets.\n") == [
        "2026-11-02",
        "2026-11-09",
    ]


def test_a_bullet_without_a_day_among_those_of_days_is_an_entry_without_one() -> None:
    body = "- 2026-11-03 – call: prices\n- early November – lunch with the COO\n- 2026-11-05 – bets\n"
    assert days(body) == ["2026-11-03", None, "2026-11-05"]
    assert read(body).data["entries"][1] == {"title": "early November – lunch with the COO"}


@pytest.mark.parametrize(
    "body",
    [
        "- Newest first\n- Roles, no names\n- 2026-11-03 – call: prices\n",
        "- Newest first\n\n## Entries\n\n- 2026-11-03 – call: prices\n",
        "- 2026-11-03 – call: prices\n- Total: 1 h\n",
    ],
)
def test_other_bullets_are_no_entries(body: str) -> None:
    assert days(body) == ["2026-11-03"]


BOXES = "- [ ] 01 Dec session two\n- [x] 24 Nov: offsite\n- [ ] ask who decides\n"


def test_what_is_to_be_ticked_below_another_heading_is_no_entry() -> None:
    assert days(f"## Log\n\n{HEAD}## What I must not forget\n\n{BOXES}") == ["2026-11-10"]


def test_what_comes_up_has_the_year_of_the_newest_entry() -> None:
    body = f"## Log\n\n{HEAD}## To watch / next\n\n{BOXES}"
    front = "---\ntype: event-log\nclient: Northwind\nstarted: 2026-06-01\n---\n\n"
    document = read_document((front + body).encode(), "event-log.md")
    assert document.offences == {}
    assert document.data["upcoming"] == [
        {"date": "2026-12-01", "what": "session two", "done": False},
        {"date": "2026-11-24", "what": "offsite", "done": True},
        {"what": "ask who decides", "done": False},
    ]
    assert len(document.data["entries"]) == 1


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_letter_behind_the_day_says_which_work_it_was(end: str) -> None:
    body = (
        "### 2026-11-10 S\n\nasked why two forms. silence.\nimpact: one form less\n\n"
        "### 2026-11-11 **C**\n\npm-31 ran the stand-up. good\n\n"
        "### 2026-11-12 P\n\nasked into the council for the first time\n\n"
        "### 2026-11-13 T\n"
    )
    document = read(body.replace("\n", end))
    assert document.offences == {}
    assert document.data["entries"] == [
        {
            "date": "2026-11-10",
            "title": "asked why two forms. silence",
            "work_type": "strategic",
            "impact": "one form less",
        },
        {"date": "2026-11-11", "title": "pm-31 ran the stand-up. good", "work_type": "capability building"},
        {"date": "2026-11-12", "title": "asked into the council for the first time"},
        {"date": "2026-11-13", "title": "T", "work_type": "tactical"},
    ]


@pytest.mark.parametrize("title", ["A council of five", "Plan B", "S-curve drawn", "S. asked for prices"])
def test_a_letter_that_is_a_word_of_the_title_says_no_work(title: str) -> None:
    [entry] = read(f"### 2026-11-10 {title}\n\nText.\n").data["entries"]
    assert entry["title"] == title
    assert "work_type" not in entry


def test_what_somebody_is_cited_with_took_no_time() -> None:
    [entry] = read('### 2026-11-10\n\ndrafted the line "14h of specs is too much". good\n').data["entries"]
    assert "duration" not in entry
    assert "work_type" not in entry


def test_how_the_client_sees_me_month_by_month() -> None:
    rows = "| Sep | note-taker | staff aug |\n| Nov | asked | exec. → advisor |\n"
    table = f"| Month | Meeting role | Rung |\n|---|---|---|\n{rows}"
    document = read(f"## Log\n\n{HEAD}## Positioning, month by month\n\n{table}")
    assert document.data["positioning"] == [
        {"period": "Sep", "level": "staff aug", "role": "note-taker"},
        {"period": "Nov", "level": "exec. → advisor", "role": "asked"},
    ]


BY_STROKES = (
    "Paid for at artifacts/2026-11-19-prices.md.\n\n"
    "### Thu 11/19\n\n- [S] Prices decided (1.5)\n- [O] Planning (1)\n\n"
    "### Wed 11/18\n\n- [C] Rehearsal with pm-31\n\n"
    "### 10/26 – 10/30\n\n- [T][O] A recall\n\n"
    "### Tue 10/20\n\n- [S] Roadmap\n"
)


def test_days_with_strokes_are_those_of_the_year_in_which_they_are_on_their_weekdays() -> None:
    entries = read(BY_STROKES).data["entries"]
    assert [(entry.get("date"), entry["title"], entry.get("work_type")) for entry in entries] == [
        ("2026-11-19", "Prices decided (1.5)", None),
        ("2026-11-18", "Rehearsal with pm-31", "capability building"),
        ("2026-10-26", "[T][O] A recall", None),
        ("2026-10-20", "Roadmap", "strategic"),
    ]


def test_days_with_strokes_on_other_weekdays_stay_without_a_year() -> None:
    entries = read(BY_STROKES.replace("Thu", "Mon").replace("Wed", "Fri")).data["entries"]
    assert not any("date" in entry for entry in entries)


def test_a_list_of_days_that_entries_have_sums_them_up() -> None:
    short = "## How they see me\n\n- 10/20: extra hands\n- 11/18: an executor\n- {}: a guest\n- not yet: prices\n\n"
    assert len(read(short.format("11/19") + BY_STROKES).data["entries"]) == 4
    assert len(read(short.format("11/12") + BY_STROKES).data["entries"]) == 8


def test_what_comes_up_begins_with_its_day() -> None:
    upcoming = "## Next up\n\n- 11/25 figures from the analyst\n- 12/2 pm-31 on saying no\n- 1/2 of the specs\n"
    told = read(f"{BY_STROKES}\n{upcoming}").data["upcoming"]
    assert told == [
        {"date": "2026-11-25", "what": "figures from the analyst"},
        {"date": "2026-12-02", "what": "pm-31 on saying no"},
        {"what": "1/2 of the specs"},
    ]


def test_what_the_ratio_is_to_be_is_no_week() -> None:
    rows = "| 10/12 | 11 | 5 |\n| 10/19 | 10 | 6 |\n| target, Jan avg | 4 | 12 |\n"
    ratio = read(f"## Ratio by week\n\n| Week of | T | S |\n|---|---|---|\n{rows}\n{BY_STROKES}").data["ratio"]
    assert [row["period"] for row in ratio] == ["10/12", "10/19"]


@pytest.mark.parametrize("first", ["- --", "- ...", "- *"])
def test_an_entry_whose_first_item_says_nothing(first: str) -> None:
    assert days(f"## 10 September 2026\n\n{first}\n- **Impact:** one list less\n") == ["2026-09-10"]
