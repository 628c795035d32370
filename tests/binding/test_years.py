"""Days that do not say their year, in lists whose records stand in the order of their days."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import Document, read_document
from pmcoach_lint.resources import schema_folder
from tests.linting import offences_of, read

FRONT = "---\ntype: event-log\nclient: northwind\nstatus: active\nvisibility: internal\n---\n\n# Event log\n\n"
DATED = FRONT.replace("status:", "date: 2026-11-16\nstatus:")
HINT = "Say it once: as `date: 2026-11-16` in the front matter, or in a heading above them, such as June 2026."


def items(*days: str) -> str:
    return "".join(f"- **{day}** Call about prices\n" for day in days)


def days_of(document: Document) -> list[str | None]:
    return [entry.get("date") for entry in document.data["entries"]]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (FRONT + "## June 2026\n\n" + items("1 June.", "11 June."), ["2026-06-01", "2026-06-11"]),
        (FRONT + "## June 2026 – finding my feet\n\n" + items("1 June:", "Fri 12 June –"),
         ["2026-06-01", "2026-06-12"]),
        (FRONT + "## Dec 2026\n\n" + items("1 Dec:") + "\n## January\n\n" + items("4 Jan:"),
         ["2026-12-01", "2027-01-04"]),
        (FRONT + "## 2025\n\n" + items("1 Dec:") + "\n## 2026\n\n" + items("1 Dec:"), ["2025-12-01", "2026-12-01"]),
        (FRONT + "## 2026-06\n\n" + items("June 1:", "11th of June:"), ["2026-06-01", "2026-06-11"]),
        (FRONT + "## June–July 2026\n\n" + items("30 June:", "1 July:"), ["2026-06-30", "2026-07-01"]),
        # the day of the document, at either end of the log
        (DATED + items("1 June:", "24 June:", "8 August:", "13 November:"),
         ["2026-06-01", "2026-06-24", "2026-08-08", "2026-11-13"]),
        (DATED + items("13 Nov:", "8 Aug:", "4 May:", "20 Dec:"),
         ["2026-11-13", "2026-08-08", "2026-05-04", "2025-12-20"]),
        (DATED.replace("11-16", "06-02") + items("1 June:", "24 August:", "8 December:", "11 January:"),
         ["2026-06-01", "2026-08-24", "2026-12-08", "2027-01-11"]),
        # the entries beside
        (FRONT + items("2026-06-01:", "24 June:", "8 August:"), ["2026-06-01", "2026-06-24", "2026-08-08"]),
        (FRONT + items("1 June:", "24 June:", "2026-08-08:"), ["2026-06-01", "2026-06-24", "2026-08-08"]),
        (FRONT + items("5 January:", "20 December:", "1 December 2026:"), ["2027-01-05", "2026-12-20", "2026-12-01"]),
        # what the front matter or the title says of the whole
        (FRONT.replace("status:", "month: nov 2026\nstatus:") + items("2 Nov:", "Tue 3 Nov:"),
         ["2026-11-02", "2026-11-03"]),
        (FRONT.replace("status:", "period: 2026-W40 to 2026-W48\nstatus:") + items("28 Sep:", "26 Nov:"),
         ["2026-09-28", "2026-11-26"]),
        (FRONT.replace("# Event log", "# Northwind log, June to November 2026") + items("1 June:", "24 August:"),
         ["2026-06-01", "2026-08-24"]),
        (FRONT.replace("status:", "period: since December 2025\nstatus:") + items("8 Dec:", "14 Jan:"),
         ["2025-12-08", "2026-01-14"]),
        # out of order by a few days, which is another finding's business
        (FRONT + items("1 June 2026:", "24 June:", "22 June:", "1 July:"),
         ["2026-06-01", "2026-06-24", "2026-06-22", "2026-07-01"]),
    ],
)  # fmt: skip
def test_the_year_is_told(text: str, days: list[str]) -> None:
    document = read(text)
    assert days_of(document) == days
    assert document.offences == {}
    assert document.settled == set()
    for at, entry in enumerate(document.data["entries"]):
        assert list(entry) == ["date", "kind", "title"]
        start, end = document.values[("entries", at, "date")]
        assert document.text[start:end].strip(":. –")[0].isalnum()


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        # a heading that speaks of another month, or of a year in passing
        (FRONT + "## June 2026\n\n" + items("1 July:"), ["1 July"]),
        (FRONT + "## Plans for 2027\n\n" + items("1 July:"), ["1 July"]),
        # a title that speaks of two years, of the day on which it was written, or of a time that goes on
        (FRONT.replace("# Event log", "# Log, Oct 2026 to Jan 2027") + items("1 July:"), ["1 July"]),
        (FRONT.replace("# Event log", "# Log (as of 2026-11-20)") + items("1 July:"), ["1 July"]),
        (FRONT.replace("status:", "period: since 2025\nstatus:") + items("1 July:"), ["1 July"]),
        # half a year either way
        (DATED + items("1 June:"), ["1 June"]),
        (FRONT + items("2026-01-05:", "1 July:"), ["1 July"]),
        # no such day, or another day of the week
        (FRONT + "## February 2026\n\n" + items("29 February:"), ["29 February"]),
        (DATED + items("Mon 13 November:"), ["Mon 13 November"]),
        # on the wrong side of the entry beside it: another year, or out of order?
        (FRONT + items("2026-12-01:", "2026-11-20:", "2026-11-02:", "10 February:"), ["10 February"]),
    ],
)
def test_a_year_that_is_not_certain_is_not_told(text: str, unread: list[str]) -> None:
    document = read(text)
    assert [place.rstrip(":") for _, place, _ in offences_of(document)] == unread
    assert {message for _, _, message in offences_of(document)} <= {f"“{day}” does not say the year." for day in unread}
    assert None in days_of(document)


def test_days_in_a_table_may_lack_their_last_point() -> None:
    rows = "".join(f"| {day} | Call | Prices |\n" for day in ("09.11", "16.11 →", "23.11."))
    document = read(f"{DATED}| Date | Type | Title |\n|---|---|---|\n{rows}")
    assert days_of(document) == ["2026-11-09", "2026-11-16", "2026-11-23"]
    assert document.offences == {}


def test_an_entry_without_a_day_does_not_part_those_around_it() -> None:
    text = (
        DATED
        + "## Mon 2 Nov — Call — Prices\n\n**Decision:** Up\n\n## A day off\n\n**With:** us\n\n**Notes:** none\n\n"
    )
    assert days_of(read(text + "## 9 Nov — Call — Prices\n")) == ["2026-11-02", None, "2026-11-09"]


def test_where_nothing_tells_the_year_it_is_said_once() -> None:
    document = read(FRONT + items("1 June:", "24 June:", "8 August:"))
    [offence] = document.offences["unreadable-value"]
    assert offence.message == "3 days here do not say their year, and nothing else tells it."
    assert (document.text[slice(*offence.span)], offence.hint) == ("1 June", HINT)
    assert days_of(document) == [None] * 3
    assert all(document.is_settled(("entries", at, "date")) for at in range(3))


def test_days_of_the_year_in_tables_are_completed_as_well() -> None:
    rows = "| 1 June | Call | Prices |\n| 2 June | Decision | Stop it |\n"
    document = read(DATED.replace("11-16", "06-03") + "| Date | Type | Event |\n|---|---|---|\n" + rows)
    assert (days_of(document), document.offences) == (["2026-06-01", "2026-06-02"], {})


def test_days_in_types_without_an_order_stay_as_they_are() -> None:
    front = "---\ntype: work-proposal\n---\n\n"
    document = read(front + "**Date:** 16 November\n")
    assert [message for _, _, message in offences_of(document)] == ["“16 November” does not say the year."]


def test_whatever_a_type_of_ones_own_calls_its_date(tmp_path: Path) -> None:
    schema = json.loads((schema_folder() / "event-log.schema.json").read_text(encoding="utf-8"))
    schema["properties"]["type"]["const"] = "diary"
    schema["properties"]["date"] = {"title": "Date", "type": "string", "x-markdown": {"frontmatter": True}}
    del schema["x-family"], schema["x-aliases"]
    (tmp_path / "diary.schema.json").write_text(json.dumps(schema), encoding="utf-8")
    for written in ("soon", "2026", "[1]"):
        text = DATED.replace("event-log", "diary").replace("2026-11-16", written) + items("12 June:", "13 June:")
        document = read_document(text.encode(), "diary.md", Catalogue((tmp_path,)))
        assert document.type == "diary"
        assert days_of(document) == [None, None]


def test_a_heading_without_a_word_at_the_end_heads_no_month() -> None:
    document = read_document(f"{FRONT}## 2026-06-01 Call: prices\n\nText.\n\n##".encode(), "event-log.md")
    assert [entry["date"] for entry in document.data["entries"]] == ["2026-06-01"]


_COMING = "\n## Coming up\n\n- Nov 24, Tue: hand over\n- Jan 12: look back\n"


@pytest.mark.parametrize(
    "told", ["They want it some time in 2027.", "Since 2025.", "In 2026 nobody knew.", "14 Sept '26 on"]
)
def test_days_of_the_week_tell_the_year_near_one_that_the_text_tells(told: str) -> None:
    text = f"{FRONT}{told}\n\n{items('Fri 20 Nov', 'Wed 18 Nov', 'Mon 2 Nov', 'Thu 29 Oct')}{_COMING}"
    document = read(text)
    assert days_of(document) == ["2026-11-20", "2026-11-18", "2026-11-02", "2026-10-29"]
    assert [event["date"] for event in document.data["upcoming"]] == ["2026-11-24", "2027-01-12"]
    assert document.offences == {}


def test_a_day_of_the_week_of_another_year_is_found_from_those_beside() -> None:
    document = read(f"{FRONT}From 2026 on.\n\n{items('Fri 18 Dec', 'Mon 21 Dec', 'Tue 29 Dec', 'Mon 4 Jan')}")
    assert days_of(document) == ["2026-12-18", "2026-12-21", "2026-12-29", "2027-01-04"]


@pytest.mark.parametrize(
    "text",
    [
        items("Fri 20 Nov", "Wed 18 Nov", "Mon 2 Nov"),  # no year anywhere
        "In 2022.\n\n" + items("Fri 20 Nov", "Wed 18 Nov", "Mon 2 Nov"),  # none near it in which the days are right
        "In 2020 and 2026.\n\n" + items("Fri 20 Nov", "Wed 18 Nov", "Mon 2 Nov"),  # right in both
        "In 2026.\n\n" + items("Fri 20 Nov", "Wed 18 Nov"),  # two may be right by chance
        "In 2026.\n\n" + items("20 Nov", "18 Nov", "2 Nov"),  # no day of the week
    ],
)
def test_days_of_the_week_do_not_tell_the_year_otherwise(text: str) -> None:
    document = read(FRONT + text)
    assert not any(days_of(document))
    (offence,) = document.offences["unreadable-value"]
    assert offence.hint == HINT


@pytest.mark.parametrize(("first", "second"), [("24.11.2026", "3.12."), ("24.11.", "3.12.2026")])
def test_days_in_numbers_with_dots_have_the_year_of_those_beside(first: str, second: str) -> None:
    document = read(f"{FRONT}### {first} – Call – Prices\n\nUp.\n\n### {second} – Call – Scope\n\nDown.\n")
    assert document.offences == {}
    assert days_of(document) == ["2026-11-24", "2026-12-03"]
