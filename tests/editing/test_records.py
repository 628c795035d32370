"""Records added to documents: in the right place, in the form of their neighbours, and nothing else changes."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmcoach_lint.document import Document
from pmcoach_lint.editing.filling import fill_record
from pmcoach_lint.editing.listed import Listed
from pmcoach_lint.editing.planned import planned_row
from pmcoach_lint.editing.proof import Refused
from pmcoach_lint.editing.records import Added, add_record
from pmcoach_lint.syntax.tables import Table
from tests.documents.logs import BODIES, FRONT, HEADINGS, log_text, table_text
from tests.linting import read
from tests.packs import EXAMPLES, ROOT, WHOLE, replaced

TRACKER = ("follow_up", "tracker")
ENTRIES = ("entries",)
ROW = "| 2026-10-09 | 1 | Brief | Cause named | Brief 2 | On track |\n"
NEW = {"date": "2026-10-16", "bet": "1", "done": "Brief 2", "feedback": "Good", "next": "Brief 3", "status": "At risk"}
EVENT = {"date": "2026-09-05", "kind": "meeting", "title": "Prices for the pilot"}


def added(text: str, texts: dict[str, str], path: tuple[str, ...] = TRACKER) -> Added:
    """The document with the record, after it was checked that one piece of text came in and nothing went out."""
    before = read(text)
    done = add_record(before, path, texts, read)
    at, new = done.insertion
    assert done.document.text == text[:at] + new + text[at:]
    rest = _list(done.document, path)
    record = rest.pop(int(done.path[-1]))
    assert rest == _list(before, path), "what was there is there, in its order"
    assert record["date"] == texts["date"]
    return done


def _list(document: Document, path: tuple[str, ...]) -> list[Any]:
    value: Any = document.data
    for step in path:
        value = value.get(step, {})
    return list(value)


def lines(done: Added) -> list[str]:
    return done.insertion.text.strip().splitlines()


@pytest.mark.parametrize(
    ("days", "new", "place"),
    [
        (["2026-10-09"], "2026-10-16", 1),
        (["2026-10-09"], "2026-10-02", 0),
        (["2026-10-09", "2026-10-16", "2026-10-23"], "2026-10-16", 2),
        (["2026-10-09", "2026-10-16", "2026-10-23"], "2026-10-01", 0),
        (["2026-10-23", "2026-10-16", "2026-10-09"], "2026-10-30", 0),
        (["2026-10-23", "2026-10-16", "2026-10-09"], "2026-10-16", 1),
        (["2026-10-23", "2026-10-16", "2026-10-09"], "2026-10-01", 3),
        (["2026-10-23", "", "2026-10-30"], "2026-10-24", 1),
        ([""], "2026-10-24", 1),
    ],
)
def test_a_row_goes_where_its_day_belongs_in_the_order_of_the_file(days: list[str], new: str, place: int) -> None:
    text = replaced(WHOLE, ROW, "".join(ROW.replace("2026-10-09", day) for day in days))
    assert added(text, {**NEW, "date": new}).path == (*TRACKER, place)


def test_a_table_without_rows_gets_its_first() -> None:
    done = added(replaced(WHOLE, ROW, ""), NEW)
    assert lines(done) == ["| 2026-10-16 | 1 | Brief 2 | Good | Brief 3 | At risk |"]


PADDED = """\
| Date       | Bet | Done       | Next    |
|------------|-----|------------|---------|
| 2026-10-09 | 1   | A          | B       |
"""


@pytest.mark.parametrize(
    ("table", "line"),
    [
        (
            "| Date | Bet | Done | Next |\n|---|---|---|---|\n| 2026-10-09 | 1 | A | B |\n",
            "| 2026-10-16 | 1 | Brief 2 | Brief 3 |",
        ),
        ("|Date|Bet|Done|Next|\n|-|-|-|-|\n|2026-10-09|1|A|B|\n", "|2026-10-16|1|Brief 2|Brief 3|"),
        ("Date | Bet | Done | Next\n---|---|---|---\n2026-10-09 | 1 | A | B\n", "2026-10-16 | 1 | Brief 2 | Brief 3"),
        (
            PADDED,
            "| 2026-10-16 | 1   | Brief 2    | Brief 3 |",
        ),
        (
            "| Bet | Next | When | Done |\n|---|---|---|---|\n| 1 | B | 2026-10-09 | A |\n",
            "| 1 | Brief 3 | 2026-10-16 | Brief 2 |",
        ),
        (
            "  | Date | Bet | Done | Next | Mood |\n  |---|---|---|---|---|\n  | 2026-10-09 | 1 | A | B | Good |\n",
            "  | 2026-10-16 | 1 | Brief 2 | Brief 3 |  |",
        ),
    ],
)
def test_a_row_is_written_as_its_table_is(table: str, line: str) -> None:
    head = WHOLE[WHOLE.index("| Date | Bet | Rep") : WHOLE.index(ROW) + len(ROW)]
    text = replaced(WHOLE, head, table)
    done = added(text, {name: NEW[name] for name in ("date", "bet", "done", "next")})
    assert done.insertion.text.strip("\n") == line


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ("Date | Bet | Done | Next\n---|---|---|---\n2026-10-09 | 1 | A | B\n", "2026-10-16 | 1 | Brief 2 |  |"),
        ("Mood | Date | Bet | Done\n---|---|---|---\nGood | 2026-10-09 | 1 | A\n", "|  | 2026-10-16 | 1 | Brief 2"),
    ],
)
def test_an_empty_cell_at_an_end_without_a_bar_gets_one(table: str, line: str) -> None:
    head = WHOLE[WHOLE.index("| Date | Bet | Rep") : WHOLE.index(ROW) + len(ROW)]
    done = added(replaced(WHOLE, head, table), {name: NEW[name] for name in ("date", "bet", "done")})
    assert done.insertion.text.strip("\n") == line


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("final", [True, False])
def test_line_ends_and_a_missing_last_one_stay_as_they_are(end: str, final: bool) -> None:
    text = WHOLE[: WHOLE.index("## 7)")].rstrip() + ("\n" if final else "")
    done = added(text.replace("\n", end), NEW)
    assert done.insertion.text.count(end) == 1
    assert done.document.text.endswith(end) is final
    assert done.document.text.replace(end, "").count("\n") == 0 or end == "\n"


def test_bars_and_line_breaks_inside_a_cell_stay_inside() -> None:
    done = added(WHOLE, {**NEW, "done": "A | B\nC", "feedback": "x | y"})
    assert lines(done) == ["| 2026-10-16 | 1 | A \\| B<br>C | x \\| y | Brief 3 | At risk |"]
    assert done.document.data["follow_up"]["tracker"][1]["feedback"] == "x | y"


def test_what_would_not_be_read_as_meant_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        add_record(read(WHOLE), TRACKER, {**NEW, "status": "on trak"}, read)
    assert refused.value.message.startswith("“on trak” is no status.")
    assert refused.value.hint == "Nothing was written. Write one of: on track, at risk, done, missed, open."


def test_any_word_for_a_choice_will_do() -> None:
    done = added(WHOLE, {**NEW, "status": "green"})
    assert done.document.data["follow_up"]["tracker"][1]["status"] == "on track"


def test_a_missing_column_is_named() -> None:
    text = WHOLE.replace("| Coach feedback |", "| Mood |")
    with pytest.raises(Refused) as refused:
        add_record(read(text), TRACKER, NEW, read)
    assert refused.value.message == "The table has no column for “Coach feedback”."
    assert refused.value.hint == (
        "It has: Date, Bet, Rep or artifact done, Mood, Next rep, Status. "
        "Leave this out, or put it there (--measure “Mood: …”)."
    )


def test_a_pack_whose_tracker_has_no_table_gets_one() -> None:
    head = WHOLE[WHOLE.index("| Date | Bet | Rep") : WHOLE.index(ROW) + len(ROW)]
    done = add_record(read(replaced(WHOLE, head, "")), TRACKER, NEW, read)
    assert lines(done)[-3:] == [
        "| Date | Bet | Rep or artifact done | Coach feedback | Next rep | Status |",
        "|---|---|---|---|---|---|",
        "| 2026-10-16 | 1 | Brief 2 | Good | Brief 3 | At risk |",
    ]


WORDS = st.text("abc |\\`*_<>[]()#-–é\n'\"", min_size=1, max_size=30).map(str.strip).filter(bool)


@settings(deadline=None)
@given(
    st.sampled_from([*EXAMPLES, None]),
    st.integers(-30, 200),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
    st.fixed_dictionaries({"done": WORDS, "feedback": WORDS, "next": WORDS}),
)
def test_whatever_is_added_nothing_else_changes_or_it_is_refused(
    file: Any, shift: int, end: str, newest_first: bool, texts: dict[str, str]
) -> None:
    text = file.read_text("utf-8") if file else WHOLE
    if newest_first:
        rows = [line for line in text.splitlines(keepends=True) if line.startswith("| 2026-") and "track |" in line]
        text = text.replace("".join(rows), "".join(reversed(rows))) if "".join(rows) in text else text
    day = (date(2026, 10, 9) + timedelta(days=shift)).isoformat()
    try:
        done = added(
            text.replace("\n", end), {"date": day, "bet": "B1" if file else "1", "status": "on track", **texts}
        )
    except Refused:
        return
    record = _list(done.document, TRACKER)[int(done.path[-1])]
    for name, value in texts.items():
        assert " ".join(record[name].replace("<br>", " ").split()).casefold() == " ".join(value.split()).casefold()


LOG: list[dict[str, Any]] = [
    {
        "date": "2026-09-21",
        "kind": "workshop",
        "title": "Ranking the quarter",
        "duration": 90,
        "happened": "We ranked.",
    },
    {
        "date": "2026-09-02",
        "kind": "call",
        "title": "First claims",
        "participants": ["pm-31", "the CFO"],
        "happened": "Told.",
    },
]
FULL = {
    **EVENT,
    "participants": "pm-31\nthe CFO",
    "duration": "45 min",
    "work_type": "strategic",
    "happened": "They asked what a slot costs.",
    "decisions": "Ask ten receivers\nNo price before",
    "impact": "€20,000 a month.",
}


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_an_entry_goes_into_a_log_of_any_form(heading: str, body: str, end: str) -> None:
    text = log_text(LOG, HEADINGS[heading], BODIES[body]).replace("\n", end)
    done = added(text, FULL, ENTRIES)
    assert done.path == ("entries", 1)
    record = done.document.data["entries"][1]
    assert record == {
        "date": "2026-09-05",
        "kind": "meeting",
        "title": "Prices for the pilot",
        "participants": ["pm-31", "the CFO"],
        "duration": 45,
        "work_type": "strategic",
        "happened": "They asked what a slot costs.",
        "decisions": ["Ask ten receivers", "No price before"],
        "impact": "€20,000 a month.",
    }
    assert set(re.findall(r"\r\n|\n|\r", done.document.text)) == {end}


@pytest.mark.parametrize(("day", "place"), [("2026-10-01", 0), ("2026-09-21", 0), ("2026-09-02", 1), ("2026-01-01", 2)])
def test_an_entry_goes_where_its_day_belongs(day: str, place: int) -> None:
    assert added(log_text(LOG), {**FULL, "date": day}, ENTRIES).path == ("entries", place)


def test_an_entry_looks_like_its_neighbours() -> None:
    text = (ROOT / "packs" / "clients" / "northwind" / "event-log.md").read_text("utf-8")
    done = added(text, {**FULL, "date": "2026-10-02"}, ENTRIES)
    assert (
        done.insertion.text
        == """\
## 2026-10-02 — Meeting — Prices for the pilot

**Participants:** pm-31, the CFO

**Duration:** 45 min

**Work type:** Strategic

**What happened:** They asked what a slot costs.

**Decisions:**

- Ask ten receivers
- No price before

**Business impact:** €20,000 a month.

"""
    )


@pytest.mark.parametrize(
    ("kind", "neighbour", "written"),
    [("workshop", "Coaching", "Workshop"), ("coaching", "Workshop", "Coaching"), ("call", "CALL", "CALL")],
)
def test_the_kind_of_an_entry_is_the_word_that_was_given(kind: str, neighbour: str, written: str) -> None:
    text = f"{FRONT}\n# Log\n\n## 2026-09-04 — {neighbour} — Why before who\n\n**Duration:** 60 min\n"
    done = added(text, {**EVENT, "kind": kind}, ENTRIES)
    assert lines(done)[0] == f"## 2026-09-05 — {written} — Prices for the pilot"


def test_several_may_be_given_on_one_line() -> None:
    done = added(log_text(LOG), {**EVENT, "participants": "pm-31, the CFO", "decisions": "Ask; wait"}, ENTRIES)
    assert done.document.data["entries"][1]["participants"] == ["pm-31", "the CFO"]


def test_an_entry_of_a_table_is_a_row() -> None:
    text = table_text([{**entry, "actions": []} for entry in LOG])
    done = added(text, FULL, ENTRIES)
    assert len(lines(done)) == 1
    assert done.document.data["entries"][1]["decisions"] == ["Ask ten receivers", "No price before"]


def test_a_log_without_entries_gets_its_first() -> None:
    done = added(FRONT + "# Event log: Northwind\n\nNewest first.\n", FULL, ENTRIES)
    assert lines(done)[0] == "## 2026-09-05 — Meeting — Prices for the pilot"
    assert done.document.text.endswith("€20,000 a month.\n")


def test_a_list_takes_an_entry_with_all_that_there_is_to_say_of_it() -> None:
    text = FRONT + "# Event log\n\n- 2026-09-21: Workshop: Ranking the quarter\n- 2026-09-02: Call: First claims\n"
    assert lines(added(text, EVENT, ENTRIES)) == ["- 2026-09-05: Meeting: Prices for the pilot"]
    more = {**EVENT, "duration": "45 min", "work_type": "strategic", "decisions": "Ask ten receivers\nNo price before"}
    done = added(text, more, ENTRIES)
    assert lines(done) == [
        "- 2026-09-05: Meeting: Prices for the pilot (45 min)",
        "  - **Work type:** strategic",
        "  - **Decisions:** Ask ten receivers; No price before",
    ]
    assert done.document.data["entries"][1]["decisions"] == ["Ask ten receivers", "No price before"]
    again = added(done.document.text, {**more, "date": "2026-09-07"}, ENTRIES)
    assert [entry["duration"] for entry in again.document.data["entries"][1:3]] == [45, 45]
    assert again.document.text.endswith("- 2026-09-02: Call: First claims\n")


def test_the_items_of_an_entry_are_written_as_those_of_others() -> None:
    text = FRONT + "# Event log\n\n* 2026-09-21: Workshop: Ranking the quarter\n    * Duration: 2 h\n"
    done = added(text, {**EVENT, "duration": "45 min", "impact": "A price that holds"}, ENTRIES)
    assert lines(done) == [
        "* 2026-09-05: Meeting: Prices for the pilot",
        "    * Duration: 45 min",
        "    * Business impact: A price that holds",
    ]


@settings(deadline=None)
@given(
    st.sampled_from(sorted(HEADINGS)),
    st.sampled_from(sorted(BODIES)),
    st.integers(-40, 40),
    st.fixed_dictionaries({"title": WORDS, "happened": WORDS, "impact": WORDS}),
)
def test_whatever_an_entry_says_nothing_else_changes_or_it_is_refused(
    heading: str, body: str, shift: int, texts: dict[str, str]
) -> None:
    day = (date(2026, 9, 10) + timedelta(days=shift)).isoformat()
    text = log_text(LOG, HEADINGS[heading], BODIES[body])
    try:
        done = added(text, {"date": day, "kind": "meeting", **texts}, ENTRIES)
    except Refused:
        return
    assert done.document.data["entries"][int(done.path[-1])]["date"] == day


def test_what_the_columns_hold_is_worked_out_once_for_each_table(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Table] = []
    work_out = Listed._columns_of

    def columns_of(listed: Listed, table: Table) -> dict[str, int]:
        looked.append(table)
        return work_out(listed, table)

    monkeypatch.setattr(Listed, "_columns_of", columns_of)
    listed = Listed(read(WHOLE), TRACKER)
    assert listed.own == []
    assert planned_row(listed, {"done": "What nobody plans"}) is None
    assert fill_record(read(WHOLE), TRACKER, NEW, read) is None
    assert len(looked) == 2
