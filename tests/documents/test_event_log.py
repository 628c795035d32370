"""Event logs, in the many ways in which people keep them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmcoach_lint.document import read_document
from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.settings import load_settings
from tests.documents.logs import (
    ACTIONS,
    BODIES,
    ENTRIES,
    FRONT,
    HEAD,
    HEADINGS,
    Entry,
    log_text,
    table_text,
)
from tests.effort import calls
from tests.linting import read


def entries(text: str) -> list[Entry]:
    """The entries of a log, of which everything must be readable."""
    document = read(text)
    assert document.offences == {}
    found: list[Entry] = document.data["entries"]
    return found


def entry(body: str) -> Entry:
    """The only entry of a log that holds nothing else."""
    found = entries(FRONT + "# Event log\n\n" + body)
    assert len(found) == 1
    return found[0]


def findings(text: str) -> list[tuple[str, str, str]]:
    """Each finding about a log: its code, the text at its place, its message."""
    report = lint_bytes(text.encode(), "event-log.md", load_settings(Path.cwd(), isolated=True))
    lines = text.split("\n")
    return [
        (finding.code, lines[finding.range.start.line - 1][finding.range.start.column - 1 :], finding.message)
        for finding in report.findings
    ]


# Styles


@pytest.mark.parametrize("heading", HEADINGS.values(), ids=HEADINGS)
def test_an_entry_is_known_by_its_heading_however_it_is_written(heading: Callable[[str, str, str], str]) -> None:
    text = log_text(ENTRIES, heading)
    assert read(text).data == {**HEAD, "entries": ENTRIES}
    assert findings(text) == []


@pytest.mark.parametrize(("body", "action"), [*product(BODIES, ACTIONS)])
def test_what_an_entry_says_reads_the_same_however_it_is_written(body: str, action: str) -> None:
    text = log_text(ENTRIES, body=BODIES[body], action=ACTIONS[action])
    assert entries(text) == ENTRIES


def test_a_log_may_be_one_table() -> None:
    text = table_text(ENTRIES)
    assert read(text).data == {**HEAD, "entries": ENTRIES}
    assert findings(text) == []


def test_a_log_may_have_a_table_for_each_month() -> None:
    march = "| Date | Type | What | With |\n|---|---|---|---|\n| 2026-03-02 | Call | Prices | CEO |\n"
    february = march.replace("03-02", "02-23").replace("Prices", "Terms")
    text = f"{FRONT}# Log\n\n## March 2026\n\n{march}\n## February 2026\n\n{february}"
    assert [(one["date"], one["title"], one["participants"]) for one in entries(text)] == [
        ("2026-03-02", "Prices", ["CEO"]),
        ("2026-02-23", "Terms", ["CEO"]),
    ]


def test_the_older_part_of_a_log_may_be_a_table() -> None:
    older = "## Before\n\n| Date | Type | Title |\n|---|---|---|\n| 2026-02-02 | Call | Terms |\n"
    text = log_text(ENTRIES) + "\n" + older
    assert [one["title"] for one in entries(text)] == [*(one["title"] for one in ENTRIES), "Terms"]


def test_a_table_inside_an_entry_is_no_part_of_the_log() -> None:
    table = "| What | Who | When |\n|---|---|---|\n| draft the brief | pm-31 | 2026-03-09 |\n"
    assert entry(f"## 2026-03-02 — Call — Prices\n\n**Next steps**\n\n{table}") == {
        "date": "2026-03-02",
        "kind": "call",
        "title": "Prices",
        "actions": [{"action": "draft the brief", "owner": "pm-31", "due": "2026-03-09"}],
    }
    unnamed = "| Action | Owner | Due |\n|---|---|---|\n| draft the brief | pm-31 | 2026-03-09 |\n"
    assert entry(f"## 2026-03-02 — Call — Prices\n\n{unnamed}")["actions"] == [
        {"action": "draft the brief", "owner": "pm-31", "due": "2026-03-09"}
    ]


def test_a_log_may_be_a_list() -> None:
    text = (
        f"{FRONT}# Log\n\n"
        "- 2026-03-16 — Decision — Stop the rewrite. Participants: pm-31, CEO. Duration: 90 min.\n"
        "- **2026-03-09**: Workshop: Roadmap\n"
        "  - Duration: 2 hours\n"
        "  - Decisions: one page a quarter\n"
    )
    assert entries(text) == [
        {
            "date": "2026-03-16",
            "kind": "decision",
            "title": "Stop the rewrite",
            "participants": ["pm-31", "CEO"],
            "duration": 90,
        },
        {
            "date": "2026-03-09",
            "kind": "workshop",
            "title": "Roadmap",
            "duration": 120,
            "decisions": ["one page a quarter"],
        },
    ]


def test_entries_may_stand_below_headings_for_years_and_months() -> None:
    text = log_text(ENTRIES, lambda day, kind, title: f"#### {day} — {kind} — {title}")
    text = text.replace("#### 2026-03-16", "## 2026\n\n### March\n\n#### 2026-03-16")
    assert entries(text) == ENTRIES


def test_other_sections_are_welcome() -> None:
    text = log_text(ENTRIES).replace("Newest first.", "## How this log is kept\n\n- Newest first.\n- Roles, no names.")
    assert entries(text + "\n## Legend\n\n- Work type: one of four.\n") == ENTRIES


def test_every_value_is_where_it_stands() -> None:
    text = log_text(ENTRIES)
    document = read(text)

    def at(*path: str | int) -> str:
        return text[slice(*document.values[("entries", *path)])]

    assert at(0, "date") == "2026-03-16"
    assert at(0, "kind") == "Decision"
    assert at(0, "title") == "Stop the loyalty rewrite"
    assert at(0, "participants", 1) == "CEO (chair)"
    assert at(0, "duration") == "90 min"
    assert at(0, "happened") == ENTRIES[0]["happened"]
    assert at(0, "decisions", 1) == "Move two engineers to checkout"
    assert at(0, "actions", 0, "owner") == "pm-31"
    assert at(0, "actions", 0, "due") == "due 2026-03-20"
    assert at(0, "actions", 0, "done") == "[x]"
    assert at(1).startswith("2026-03-09 — Workshop")
    assert at(1).endswith("due 2026-03-10")


# Headings


@pytest.mark.parametrize(
    ("heading", "kind", "title"),
    [
        ("2026-03-02 — Steering committee — Spring", "meeting", "Spring"),
        ("2026-03-02 — Kick-off", "meeting", "Kick-off"),
        ("2026-03-02 — Call with the CFO", "call", "Call with the CFO"),
        ("2026-03-02: Decision on prices", "decision", "Decision on prices"),
        ("2026-03-02 — Decision: Outcome before output", "decision", "Outcome before output"),
        ("2026-03-02 — Feedback — Context: a board of five", "feedback", "Context: a board of five"),
        ("2026-03-02 — Review — Prices, decision pending", "review", "Prices, decision pending"),
        ("2026-03-02 — Planning — Launch on 2026-05-01", "planning", "Launch on 2026-05-01"),
        ("2026-03-02 Meeting: Spring", "meeting", "Spring"),
        ("Workshop on 2026-03-02: Spring", "workshop", "Workshop on 2026-03-02: Spring"),
        ("2026-03-02 — [Win] First outcome met", "win", "First outcome met"),
        ("2026-03-02 – 2026-03-03 — Workshop — Spring", "workshop", "Spring"),
    ],
)
def test_kind_and_title_are_told_apart(heading: str, kind: str, title: str) -> None:
    assert entry(f"## {heading}\n") == {"date": "2026-03-02", "kind": kind, "title": title}


@pytest.mark.parametrize(
    ("heading", "code", "place", "message"),
    [
        ("2026-02-30 — Call — Spring", "PMC209", "2026-02-30", "“2026-02-30” is no date: February 2026 has 28 days."),
        ("03/04/2026 — Call — Spring", "PMC211", "03/04/2026", "“03/04/2026” could be 3 April or 4 March."),
        ("2 March — Call — Spring", "PMC211", "2 March", "“2 March” does not say the year."),
        ("2026-03-02 — Spring", "PMC306", "2026-03-02", "Entry “Spring” does not say what kind of event it was."),
    ],
)
def test_what_a_heading_lacks_is_found_in_it(heading: str, code: str, place: str, message: str) -> None:
    [(found, where, told)] = findings(f"{FRONT}# Event log\n\n## {heading}\n")
    assert (found, told) == (code, message)
    assert where.startswith(place)


def test_an_entry_without_a_day_is_not_lost_among_others() -> None:
    text = log_text(ENTRIES).replace("## 2026-03-09 — ", "## ")
    [(code, where, message)] = findings(text)
    assert (code, message) == ("PMC201", "Entry “What the roadmap is for” has no “Date”.")
    assert where.startswith("Workshop — What")


def test_a_bullet_without_a_day_is_not_lost_among_others() -> None:
    bullets = "- 2026-03-09 — Call — Prices\n- early March — Lunch with the COO\n- 2026-03-02 — Call — Terms\n"
    (code, where, message), *_ = findings(f"{FRONT}# Event log\n\n{bullets}")
    assert (code, message) == ("PMC201", "Entry “early March — Lunch with the COO” has no “Date”.")
    assert where == "early March — Lunch with the COO"


# What an entry says


def test_text_of_several_paragraphs_and_lists_belongs_together() -> None:
    told = (
        "We walked through the funnel:\n\n- returning buyers have not moved\n- Decision: none yet\n\nThen the budget."
    )
    for text in (f"**What happened**\n\n{told}", f"**What happened:** {told}", f"### Notes\n\n{told}"):
        found = entry(f"## 2026-03-02 — Call — Spring\n\n{text}\n\n**Duration:** 30 min\n")
        assert (found["happened"], found["duration"], "decisions" in found) == (told, 30, False)


def test_text_without_a_label_is_what_happened() -> None:
    found = entry(
        "## 2026-03-02 — Call — Spring\n\n**Participants:** CEO\n**Mood:** tense\n\nWe spoke of prices.\n\n"
        "- and of terms\n\n**Decisions:** none yet\n\nMore to come.\n"
    )
    assert found["happened"] == "We spoke of prices.\n\n- and of terms"
    assert found["participants"] == ["CEO"]


@pytest.mark.parametrize(
    ("written", "kind"),
    [("Strategic", "strategic"), ("Ops", "operational"), ("coaching", "capability building"), ("TACTICAL", "tactical")],
)
def test_work_types_have_other_words(written: str, kind: str) -> None:
    assert entry(f"## 2026-03-02 — Call — Spring\n\n**Work type:** {written}\n")["work_type"] == kind


@pytest.mark.parametrize(
    ("written", "action"),
    [
        ("pm-31: draft it, due 2026-03-09", {"action": "draft it", "owner": "pm-31", "due": "2026-03-09"}),
        ("draft it (pm-31, by 9 March 2026)", {"action": "draft it", "owner": "pm-31", "due": "2026-03-09"}),
        ("@pm-31 to draft it by 2026-03-09", {"action": "draft it", "owner": "pm-31", "due": "2026-03-09"}),
        (
            "Head of Sales – draft it – 2026-03-09",
            {"action": "draft it", "owner": "Head of Sales", "due": "2026-03-09"},
        ),
        ("draft it @pm-31", {"action": "draft it", "owner": "pm-31"}),
        ("draft it → CEO", {"action": "draft it", "owner": "CEO"}),
        ("pm-31 and CEO: draft it", {"action": "draft it", "owner": "pm-31 and CEO"}),
        ("Pricing page: new copy by 2026-03-09", {"action": "Pricing page: new copy", "due": "2026-03-09"}),
        ("week-4: draft it", {"action": "week-4: draft it"}),
        ("ask finance, then decide", {"action": "ask finance, then decide"}),
    ],
)
def test_an_action_item_names_its_owner_and_day(written: str, action: dict[str, Any]) -> None:
    assert entry(f"## 2026-03-02 — Call — Spring\n\n**Action items**\n\n- {written}\n")["actions"] == [action]


@pytest.mark.parametrize("none", ["None", "none.", "N/A", "None yet"])
@pytest.mark.parametrize("form", ["**{}:** {}", "**{}**\n\n- {}", "**{}**\n\n{}", "- {}: {}", "### {}\n\n{}"])
def test_a_list_of_which_there_is_nothing_is_empty(form: str, none: str) -> None:
    text = "\n\n".join(form.format(label, none) for label in ("Decisions", "Action items", "Lessons"))
    found = entry(f"## 2026-03-02 — Call — Spring\n\n{text}\n")
    assert (found["decisions"], found["actions"], found["lessons"]) == ([], [], [])


def test_a_log_without_entries_lacks_them() -> None:
    assert findings(FRONT + "# Event log\n\nNothing yet.\n") == [
        ("PMC201", "Event log", "This document has no “Entries”.")
    ]


# Order


def test_entries_out_of_order_are_found_each_with_its_place() -> None:
    days = ["2026-03-16", "2026-03-02", "2026-03-09", "2026-03-09", "2026-02-16", "2026-02-23"]
    text = FRONT + "\n".join(f"## {day} — Call — Call {number}\n" for number, day in enumerate(days))
    report = lint_bytes(text.encode(), "event-log.md", load_settings(Path.cwd(), isolated=True))
    assert [(finding.code, finding.message, finding.hint) for finding in report.findings] == [
        (
            "PMC305",
            "The entry of 2026-03-02 is out of order: the newest comes first.",
            "It belongs above that of 2026-02-23, “Call 5”.",
        ),
        (
            "PMC305",
            "The entry of 2026-02-16 is out of order: the newest comes first.",
            "It belongs below that of 2026-02-23, “Call 5”.",
        ),
    ]
    lines = text.split("\n")
    assert {lines[finding.related[0].range.start.line - 1] for finding in report.findings} == {
        "## 2026-02-23 — Call — Call 5"
    }


def test_a_log_may_run_from_old_to_new() -> None:
    assert findings(log_text(reversed(ENTRIES))) == []


def test_an_entry_out_of_order_in_a_log_from_old_to_new_is_told_by_that_order() -> None:
    days = ["2026-02-16", "2026-02-23", "2026-03-16", "2026-03-02", "2026-03-09"]
    text = FRONT + "\n".join(f"## {day} — Call — Call {number}\n" for number, day in enumerate(days))
    report = lint_bytes(text.encode(), "event-log.md", load_settings(Path.cwd(), isolated=True))
    [finding] = report.findings
    assert (finding.code, finding.message, finding.hint) == (
        "PMC305",
        "The entry of 2026-03-16 is out of order: this log runs from old to new.",
        "It belongs below that of 2026-03-09, “Call 4”.",
    )
    assert text.split("\n")[finding.range.start.line - 1] == "## 2026-03-16 — Call — Call 2"


# What kind of event it was


def test_entries_that_do_not_say_their_kind_are_told_once_at_the_first_of_them() -> None:
    days = [(20 - number, word) for number, word in enumerate(("Call", "", "Decision", "", ""))]
    heads = [f"## 2026-03-{day} — {f'{word} — ' if word else ''}Prices {day}\n" for day, word in days]
    [(code, where, message)] = findings(FRONT + "\n".join(heads))
    assert (code, message) == ("PMC306", "3 of 5 entries do not say what kind of event they were.")
    assert where == "2026-03-19 — Prices 19"


@pytest.mark.parametrize(("said", "told"), [(4, []), (5, ["PMC306"]), (9, ["PMC306"]), (10, [])])
def test_a_log_in_which_few_entries_say_their_kind_is_kept_otherwise(said: int, told: list[str]) -> None:
    heads = [f"## 2026-03-{20 - at} — {'Call — ' if at < said else ''}Prices {at}\n" for at in range(10)]
    assert [code for code, _, _ in findings(FRONT + "\n".join(heads))] == told


def test_entries_that_say_which_work_they_were_are_sorted() -> None:
    heads = [f"## 2026-03-{20 - at} — Prices {at}\n\n**Work type:** tactical\n" for at in range(3)]
    assert findings(FRONT + "\n".join(heads)) == []


def test_a_kind_that_is_no_known_one_is_told_as_that_and_not_as_missing() -> None:
    text = FRONT + "| Date | Type | Event |\n|---|---|---|\n| 2026-03-02 | Picnic | Prices |\n"
    [(code, where, message)] = findings(text)
    assert (code, where) == ("PMC214", "Picnic | Prices |")
    assert message.startswith("“Picnic” is no type.")


# Entries whose day has not come


def ahead(*days: str) -> list[tuple[str, str, str]]:
    text = FRONT + "".join(f"## {day} — Call — Prices\n\n" for day in days)
    settings = load_settings(Path.cwd(), isolated=True)._replace(as_of=date(2026, 11, 20))
    report = lint_bytes(text.encode(), "event-log.md", settings)
    lines = text.split("\n")
    return [
        (one.code, lines[one.range.start.line - 1][one.range.start.column - 1 :], one.message)
        for one in report.findings
    ]


def test_an_entry_whose_day_has_not_come_is_told() -> None:
    assert ahead("2026-11-20", "2026-11-17") == []
    assert ahead("2026-12-24", "2026-11-17") == [
        ("PMC307", "2026-12-24 — Call — Prices", "2026-12-24 has not come yet (as of 2026-11-20)."),
    ]


def test_many_of_them_are_told_once() -> None:
    assert ahead("2026-12-04", "2026-12-03", "2026-12-02", "2026-11-17") == [
        (
            "PMC307",
            "2026-12-04 — Call — Prices",
            "The days of 3 entries, such as 2026-12-04, have not come yet (as of 2026-11-20).",
        )
    ]


# What stands beside the entries


AHEAD = "\n## Coming up\n\n- 2026-03-24: lunch with the CEO\n- 25 Mar – first session\n- ask about the price\n"


def test_what_is_coming_up_is_no_entry() -> None:
    document = read(log_text(ENTRIES) + AHEAD)
    assert document.offences == {}
    assert len(document.data["entries"]) == len(ENTRIES)
    assert document.data["upcoming"] == [
        {"date": "2026-03-24", "what": "lunch with the CEO"},
        {"date": "2026-03-25", "what": "first session"},
        {"what": "ask about the price"},
    ]


RATIO = """
## Strategic vs. Tactical Ratio

### By Period

| Period | Hours | Tactical | Strategic | Capability Building |
|---|---|---|---|---|
| October | 80 | 52 (65%) | 8 (10%) | 20 (25%) |

### Current Period by Week

| Week of | Tactical | Total |
|---|---|---|
| 2026-10-19 | 12 | 20 |

## Engagement Positioning

| Period | Client Sees Me As | Signal |
|---|---|---|
| October | Staff Aug | Requests arrive as tickets |

## The running total

| Kind of work | Days | Share |
|---|---|---|
| Tactical | 26.5 | 52% |
"""


def test_the_ratio_and_the_positioning_that_a_log_keeps_are_no_entries() -> None:
    document = read(log_text(ENTRIES) + RATIO)
    assert document.offences == {}
    assert len(document.data["entries"]) == len(ENTRIES)
    assert document.data["ratio"] == [
        {
            "period": "October",
            "hours": "80",
            "tactical": "52 (65%)",
            "strategic": "8 (10%)",
            "capability_building": "20 (25%)",
        },
        {"period": "2026-10-19", "hours": "20", "tactical": "12"},
    ]
    assert document.data["positioning"] == [
        {"period": "October", "level": "Staff Aug", "signal": "Requests arrive as tickets"}
    ]
    assert document.data["totals"] == [{"work": "Tactical", "time": "26.5", "share": "52%"}]


def test_a_heading_or_label_inside_an_entry_is_not_what_is_coming_up() -> None:
    for inside in ("### Coming up\n\n- 2026-03-24: a demo", "**Coming up:** a demo on 2026-03-24"):
        document = read(f"{FRONT}# Event log\n\n## 2026-03-02 — Call — Spring\n\n{inside}\n")
        assert (len(document.data["entries"]), "upcoming" in document.data) == (1, False)


def test_entries_in_a_table_may_have_ids() -> None:
    text = "| ID | Date | Type | Event |\n|---|---|---|---|\n| NW-03 | 2026-03-02 | Call | Prices before summer |\n"
    assert entry(text) == {"id": "NW-03", "date": "2026-03-02", "kind": "call", "title": "Prices before summer"}


# Round trip, and speed

WORDS = st.sampled_from(
    ["roadmap", "spring", "prices", "review", "churn", "update", "Q3", "&", "2027", "team's", "team", "call", "(v2)"]
)
# Titles that begin with a word for a kind, `Review (workshop)`, would say two kinds.
TITLES = (
    st.lists(WORDS, min_size=1, max_size=5)
    .map(" ".join)
    .filter(lambda title: re.match(r"(?!review|update|call)[a-z]{2}", title))
)
SENTENCES = st.lists(WORDS, min_size=3, max_size=12).map(lambda words: "We saw " + " ".join(words) + ".")
PEOPLE = st.sampled_from(["pm-31", "pm-32", "CEO", "Head of Sales", "tech lead"])
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31)).map(date.isoformat)
ACTION = st.fixed_dictionaries(
    {"action": SENTENCES.map(lambda text: text.rstrip(".")), "owner": PEOPLE, "due": DAYS, "done": st.booleans()}
)
ENTRY = st.fixed_dictionaries(
    {
        "date": DAYS,
        "kind": st.sampled_from(["meeting", "call", "workshop", "decision", "win", "analysis", "onboarding"]),
        "title": TITLES,
    },
    optional={
        "participants": st.lists(PEOPLE, min_size=1, max_size=3, unique=True),
        "duration": st.integers(5, 480),
        "work_type": st.sampled_from(["tactical", "operational", "strategic", "capability building"]),
        "context": SENTENCES,
        "happened": st.lists(SENTENCES, min_size=1, max_size=2).map("\n\n".join),
        "decisions": st.lists(SENTENCES, min_size=1, max_size=3),
        "actions": st.lists(ACTION, min_size=1, max_size=3),
        "impact": SENTENCES,
        "lessons": st.lists(SENTENCES, min_size=1, max_size=2),
        "follow_up": st.lists(SENTENCES, min_size=1, max_size=2),
    },
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(ENTRY, min_size=1, max_size=5),
    st.sampled_from(sorted(HEADINGS)),
    st.sampled_from(sorted(BODIES)),
    st.sampled_from(sorted(ACTIONS)),
)
def test_a_log_says_what_was_written_into_it(log: list[Entry], heading: str, body: str, action: str) -> None:
    log = sorted(log, key=lambda entry: str(entry["date"]), reverse=True)
    assert entries(log_text(log, HEADINGS[heading], BODIES[body], ACTIONS[action])) == log


@settings(max_examples=40, deadline=None)
@given(st.lists(ENTRY, min_size=1, max_size=5))
def test_a_table_says_what_was_written_into_it(log: list[Entry]) -> None:
    flat = [{**one, **({"happened": one["happened"].replace("\n\n", " ")} if "happened" in one else {})} for one in log]
    assert entries(table_text(flat)) == flat


def long_log(number: int) -> str:
    newest = date(2027, 12, 31)
    log = [{**ENTRIES[at % 3], "date": (newest - timedelta(days=at)).isoformat()} for at in range(number)]
    return log_text(log)


@pytest.mark.parametrize("write", [long_log, lambda number: re.sub(r"## 20\S+ — ", "## ", long_log(number))])
def test_the_work_for_a_log_grows_with_its_length_and_not_faster(write: Callable[[int], str]) -> None:
    short, long = write(60), write(600)
    read(short)
    assert calls(lambda: read(long)) < 12 * calls(lambda: read(short))


def test_labels_right_below_lists_are_read() -> None:
    body = """\
## 2026-10-08 - Decision - Waitlist automation
**Duration**: 1.5 hrs
**Decisions**:
1. Go in two clinics
2. Stop the reminders
**Action items**:
- [ ] pm-31: draft the forecast, due 2026-10-16
**Business impact**: two engineers freed
"""
    told = entry(body)
    assert told["decisions"] == ["Go in two clinics", "Stop the reminders"]
    assert [action["action"] for action in told["actions"]] == ["draft the forecast"]
    assert told["impact"] == "two engineers freed"


BOLD_LINES = """
## November 2026

**Nov 24, 2026 – Pricing call (45m)** – We showed the margin by lane. Outcome: a review is agreed.

**2026-11-20: Two options of pm-32.** Two options, for the first time.

They chose the second.

**Nov 18 – Stand-up** wrote two specs

**2026-11-12**: Call – Kick-off
"""


def test_entries_in_bold_lines() -> None:
    document = read(FRONT + "# Event log\n" + BOLD_LINES)
    assert document.offences == {}
    assert document.data["entries"] == [
        {
            "date": "2026-11-24",
            "title": "Pricing call",
            "duration": 45,
            "happened": "We showed the margin by lane.",
            "impact": "a review is agreed.",
        },
        {
            "date": "2026-11-20",
            "title": "Two options of pm-32",
            "happened": "Two options, for the first time.\n\nThey chose the second.",
        },
        {"date": "2026-11-18", "kind": "meeting", "title": "Stand-up", "happened": "wrote two specs"},
        {"date": "2026-11-12", "kind": "call", "title": "Kick-off"},
    ]


_DAY = "2026-09-22"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"**{_DAY}** [T]\nSpec for menus, part one.", {"title": "Spec for menus, part one", "work_type": "tactical"}),
        (f"**{_DAY}** (S)\n\nAsked why.\n", {"title": "Asked why", "work_type": "strategic"}),
        (f"## {_DAY} [T]\n\nSpec for menus.", {"title": "Spec for menus", "work_type": "tactical"}),
        ("## Tue Sep 22 [O]\n\nRan the retro.", {"title": "Ran the retro", "work_type": "operational"}),
        ("## Tue Sep 22\n\nMenus. Then lunch.\n\nLate.", {"title": "Menus", "happened": "Then lunch.\n\nLate."}),
        (f"**{_DAY}**\nSpec for menus.\n\nLate.", {"title": "Spec for menus", "happened": "Late."}),
        (f"## {_DAY} Spec\n\nFor menus.", {"title": "Spec", "happened": "For menus."}),
        (f"## {_DAY}\n\n- Menus. Late.\n- Lunch.", {"title": "Menus", "happened": "- Menus. Late.\n- Lunch."}),
    ],
)  # fmt: skip
def test_below_a_day_alone_the_first_sentence_says_what_it_was(text: str, expected: Entry) -> None:
    (found,) = entries(f"{FRONT}# Event log 2026\n\n{text}\n")
    assert found == {"date": _DAY, **expected}


@pytest.mark.parametrize(
    "below", ["", "\n**Decisions:** Stop it.\n", "\n- Decided: stop it.\n", "\n**Participants:** pm-31\n\nLate.\n"]
)
def test_a_day_alone_without_a_sentence_has_no_title(below: str) -> None:
    document = read(f"{FRONT}# Event log\n\n## {_DAY}\n{below}")
    (found,) = document.data["entries"]
    assert "title" not in found


_TABLE = f"{FRONT}# Event log 2026\n\n| Date | What happened | Type | Source |\n|---|---|---|---|\n"


def test_a_table_tells_the_kind_of_work_by_letters_and_what_happened_in_sentences() -> None:
    rows = (
        "| 22 Sep | Kick-off. Eleven specs were handed over. They wait | T | Minutes |\n| 23 Sep | Asked why | S | |\n"
    )
    document = read(_TABLE + rows)
    assert document.offences == {}
    assert document.data["entries"] == [
        {
            "date": "2026-09-22",
            "title": "Kick-off",
            "work_type": "tactical",
            "happened": "Eleven specs were handed over. They wait",
            "source": "Minutes",
        },
        {"date": "2026-09-23", "title": "Asked why", "work_type": "strategic"},
    ]
    text = document.text
    for name, said in (
        ("title", "Kick-off"),
        ("work_type", "T"),
        ("happened", "Eleven specs were handed over. They wait"),
    ):
        assert text[slice(*document.values[("entries", 0, name)])] == said
    assert ("entries", 1, "happened") not in document.values


@pytest.mark.parametrize(
    ("kinds", "told", "unread"),
    [
        (("Tactical", "Strategic"), ("tactical", "strategic"), 0),
        (("Call", "S"), (None, None), 1),  # one is a kind of event, so the column is what its name says
        (("T", "X"), (None, None), 2),
    ],
)
def test_a_column_holds_another_field_only_where_all_its_words_are_of_that(
    kinds: tuple[str, str], told: tuple[str | None, ...], unread: int
) -> None:
    rows = "".join(f"| 2{at} Sep | Asked why | {kind} | |\n" for at, kind in enumerate(kinds))
    document = read(_TABLE + rows)
    assert tuple(entry.get("work_type") for entry in document.data["entries"]) == told
    assert sum(map(len, document.offences.values())) == unread


_KEPT = """
## Position over time

| As of | Ladder level | What changed it |
|---|---|---|
| 24 Aug | Staff Aug | Start |

## Ratio

| Block | T | S | Total |
|---|---|---|---|
| 24 Aug to 4 Sep | 20 | 8 | 28 |
| **All** | **20** | **8** | **28** |

## Open items

| Item | Due |
|---|---|
| Fee talk | 15 Dec |
"""


def test_what_a_log_keeps_by_blocks_of_time_and_its_open_items_are_read() -> None:
    document = read(f"{_TABLE}| 22 Sep | Asked why | S | |\n{_KEPT}")
    assert document.offences == {}
    assert document.data["positioning"] == [{"period": "24 Aug", "level": "Staff Aug", "signal": "Start"}]
    assert document.data["ratio"] == [{"period": "24 Aug to 4 Sep", "hours": "28", "tactical": "20", "strategic": "8"}]
    assert document.data["upcoming"] == [{"date": "2026-12-15", "what": "Fee talk"}]


def test_a_last_row_for_all_with_words_in_it_is_a_row() -> None:
    kept = _KEPT.replace("| **All** | **20** | **8** | **28** |", "| All | most | some | 28 |")
    document = read(f"{_TABLE}| 22 Sep | Asked why | S | |\n{kept}")
    assert [row["period"] for row in document.data["ratio"]] == ["24 Aug to 4 Sep", "All"]


@pytest.mark.parametrize(
    ("title", "client"),
    [
        ("Event log: Contoso Travel", "Contoso Travel"),
        ("Contoso – Event Log", "Contoso"),
        ("Log: Contoso", "Contoso"),
        ("Event log", None),
        ("Event log: October 2026", None),
        ("Event log: Q4 2026", None),
        ("Event log – weeks 45–48", None),
        ("Event log: sprint 23", None),
        ("Event log: KW 45", None),
        ("Event log: the booking squad", None),
    ],
)
def test_the_client_may_stand_in_the_title(title: str, client: str | None) -> None:
    entry = "## 2026-10-05 — Call — Prices\n\n**Client:** nobody\n"
    document = read_document(f"---\ntype: event-log\n---\n\n# {title}\n\n{entry}".encode(), "log.md")
    assert document.data.get("client") == client
    assert [row["date"] for row in document.data["entries"]] == ["2026-10-05"]
    said = read_document(f"---\ntype: event-log\nclient: Fabrikam\n---\n\n# {title}\n\n{entry}".encode(), "log.md")
    assert said.data["client"] == "Fabrikam"
    assert ("contradicting-values" in said.offences) == (client is not None)


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("Draft the memo by 25 Nov, owner pm-31", {"due": "2026-11-25", "owner": "pm-31"}),
        ("Draft the memo by Wed, 25 Nov", {"due": "2026-11-25"}),
        ("Ask sales by 3 January (pm-31)", {"due": "2027-01-03", "owner": "pm-31"}),
        ("Send it, 5 Dec", {"due": "2026-12-05"}),
        ("Compare it with the figures of 5 Dec", {}),
        ("Moved by 5 Dec deliveries", {}),
    ],
)
def test_by_when_an_action_is_due_in_a_sentence(item: str, told: dict[str, Any]) -> None:
    [action] = entry(f"## 2026-11-16 Review\n\n### Action items\n\n- {item}\n")["actions"]
    assert {name: value for name, value in action.items() if name != "action"} == told
