"""Client documents in forms of their own: days without a year, short forms with a legend, remarks behind a value."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint.document import Document, read_document
from pmcoach_lint.readers.text import read_legend

DATA = Path(__file__).parents[1] / "data"


def read(kind: str, body: str, front: str = "") -> Document:
    """The document of that type, with other keys of the front matter."""
    return read_document(f"---\ntype: {kind}\nclient: northwind\n{front}---\n\n# X\n\n{body}".encode(), "a.md")


def entries(body: str, front: str = "") -> list[Any]:
    """The day, the title and what happened of the entries of a log that reads without an offence."""
    document = read("event-log", body, front)
    assert document.offences == {}
    return [[entry.get(name) for name in ("date", "title", "happened")] for entry in document.data["entries"]]


@pytest.mark.parametrize("name", ["log-by-weekdays", "log-in-running-text", "log-in-plain-lines"])
def test_logs_as_they_are_kept(name: str) -> None:
    document = read_document((DATA / f"{name}.md").read_bytes(), f"{name}.md")
    assert document.data == json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    assert set(document.offences) <= {"key-of-no-use"}


@pytest.mark.parametrize("key", ["started", "engagement_start", "start", "Since"])
def test_the_first_day_of_an_engagement_tells_the_year_of_a_log(key: str) -> None:
    body = "**15 June**: First day. Two rules written.\n\n**2–7 July**: Eleven calls.\n"
    expected = [["2026-06-15", "First day", "Two rules written."], ["2026-07-02", "Eleven calls.", None]]
    assert entries(body, f"{key}: 15 June 2026\n") == expected


def test_paragraphs_that_begin_with_a_day_are_entries_where_they_are_several() -> None:
    body = "Mon 2 Nov 2026 – Planning. It ran over.\n\nTue 3 Nov – Tickets\n\nThu 5 Nov – She declined. Sales agreed.\n"
    assert entries(body) == [
        ["2026-11-02", "Planning", "It ran over."],
        ["2026-11-03", "Tickets", None],
        ["2026-11-05", "She declined", "Sales agreed."],
    ]


def test_two_paragraphs_that_begin_with_a_day_may_be_running_text() -> None:
    body = "Mon 2 Nov 2026 – Planning. It ran over.\n\nTue 3 Nov – Tickets\n"
    assert "entries" not in read("event-log", body).data


def test_below_the_heading_of_an_entry_paragraphs_with_days_are_what_happened() -> None:
    told = "9 Nov: drafted.\n\n10 Nov: sent.\n\n12 Nov: read."
    document = read("event-log", f"## 2026-11-12 — Update — A memo\n\n{told}\n")
    assert [entry["happened"] for entry in document.data["entries"]] == [told]


def test_a_sentence_that_goes_on_in_the_next_line_is_one_title() -> None:
    body = "**2026-06-15**: Half a page on winter,\nto the owner. No answer. *Hands.*\n"
    assert entries(body) == [["2026-06-15", "Half a page on winter,\nto the owner", "No answer. *Hands.*"]]


@pytest.mark.parametrize(
    ("text", "title", "happened"),
    [
        ("First steering... Silence. He rang.", "First steering...", "Silence. He rang."),
        ("Contract with pm-33. [Cp]", "Contract with pm-33. [Cp]", None),
        ("Is it worth it? She asked.", "Is it worth it?", "She asked."),
        ("Only one sentence.", "Only one sentence.", None),
    ],
)
def test_an_entry_is_called_by_its_first_sentence(text: str, title: str, happened: str | None) -> None:
    assert entries(f"**2026-06-15** – {text}\n") == [["2026-06-15", title, happened]]


def test_days_of_the_week_below_numbered_months() -> None:
    body = (
        "## 1. July 2026\n\n**Mon 6** – Start.\n\n## 2. August 2026\n\n**Wed 5** – Price.\n\n**Thu 13th** – Options.\n"
    )
    assert [day for day, _, _ in entries(body)] == ["2026-07-06", "2026-08-05", "2026-08-13"]


@pytest.mark.parametrize("day", ["Tue 6", "Mon 35"])
def test_a_weekday_that_the_month_does_not_have_is_told(day: str) -> None:
    document = read("event-log", f"## 1. July 2026\n\n**{day}** – Start.\n\n## 2. August 2026\n\n**Wed 5** – Price.\n")
    assert [offence.message for offence in document.offences["unreadable-value"]] == [f"“{day}” is no date."]


def test_one_heading_with_a_day_in_front_stays_an_entry() -> None:
    assert entries("## 1 July 2026: Kick-off\n\nTwelve people.\n") == [["2026-07-01", "Kick-off", "Twelve people."]]


def test_a_row_of_a_split_is_no_id() -> None:
    document = read(
        "event-log", "**2026-07-30** – Silence.\n\n| Split | Dl | Days |\n|---|---|---|\n| | 5.5 | 10.5 |\n"
    )
    assert [sorted(entry) for entry in document.data["entries"]] == [["date", "title"]]


LEGEND = "Scale 1 = rarely, 2 = sometimes, 3 = usually.\n\n"
INDICATORS = (
    "## Current Assessment\n\n### Indicators\n\n{legend}| Indicator | Obs. | Goal |\n|---|---|---|\n| Why | {} | 3 |\n"
)


@pytest.mark.parametrize(("cell", "expected"), [("1", "rarely"), ("2[^1]", "sometimes"), ("usually", "usually")])
def test_short_forms_that_a_document_explains(cell: str, expected: str) -> None:
    document = read("coaching-plan", INDICATORS.format(cell, legend=LEGEND))
    assert document.offences == {}
    row = document.data["assessment"]["indicators"][0]
    assert (row["current"], row["target"]) == (expected, "usually")


@pytest.mark.parametrize(("legend", "cell"), [("", "1"), (LEGEND, "4"), ("Target = 40%.\n\n", "1")])
def test_short_forms_that_nothing_explains_are_told(legend: str, cell: str) -> None:
    document = read("coaching-plan", INDICATORS.format(cell, legend=legend))
    assert f"“{cell}” is no current." in [offence.message for offence in document.offences["unknown-choice"]]


@pytest.mark.parametrize(
    ("text", "legend"),
    [
        ("1 = rarely, 2 = sometimes", {"1": "rarely", "2": "sometimes"}),
        ("**Dl** = delivery, **Gv** = governance.", {"dl": "delivery", "gv": "governance"}),
        ("A = apply (on their own), B = both", {"a": "apply", "b": "both"}),
        ("x = rarely, x = often, y = never", {}),
        ("target = 40%", {}),
        ("No sign at all", {}),
    ],
)
def test_legends(text: str, legend: dict[str, str]) -> None:
    assert read_legend(text) == legend


def test_days_of_sessions_are_near_the_day_of_the_plan() -> None:
    rows = "| 1 | 8 Oct | Say no | Role play | Decline one | Declines |\n| 2 | 14 Jan | Hold | Talk | Write | Holds |\n"
    table = f"| # | When | Theme | Method | Real-work task | Should be able to |\n|---|---|---|---|---|---|\n{rows}"
    notes = "\n### 3.1 Session notes\n\n| # | What happened |\n|---|---|\n| 1 | Too much at once |\n"
    document = read("coaching-plan", f"## 3. Programme\n\n{table}{notes}", "issued: 2026-09-25\n")
    assert document.offences == {}
    sessions = document.data["sessions"]
    assert [(session["title"], session["date"]) for session in sessions] == [
        ("Say no", "2026-10-08"),
        ("Hold", "2027-01-14"),
    ]


def test_sessions_with_headings_stay_what_they_are() -> None:
    body = "### Session 1: Say no\n\n**Technique**: Role play\n\n### Session 2: Hold\n\n**Technique**: Talk\n"
    assert [session["technique"] for session in read("coaching-plan", f"## Sessions\n\n{body}").data["sessions"]] == [
        "Role play",
        "Talk",
    ]


@pytest.mark.parametrize("heading", ["Where she was in early September", "Where pm-14 stands", "Diagnostic"])
def test_parts_of_a_plan_in_own_words(heading: str) -> None:
    body = f"## {heading}\n\n### Indicators\n\n- Starts with why: rarely → usually\n\n"
    document = read("coaching-plan", f"{body}## Sessions\n\n### Session 1: No\n\n- Talk\n")
    assert len(document.data["assessment"]["indicators"]) == 1


@pytest.mark.parametrize("status", ["final", "Final version 2", "closed"])
def test_a_final_document_is_completed(status: str) -> None:
    assert read("value-assessment", "", f"status: {status}\n").data.get("status") == "completed"


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("accepted with changes (2026-09-30)", "active"),
        ("agreed on 24 Sept, see the note at the end", "active"),
        ("approved with amendments 2026-11-11", "active"),
        ("sent", "in-review"),
        ("approved as a draft", None),
    ],
)
def test_where_a_proposal_stands(status: str, expected: str | None) -> None:
    assert read("work-proposal", "", f"status: {status}\n").data.get("status") == expected


def test_a_numbering_is_no_quick_win() -> None:
    table = "| # | Action | Towards |\n|---|---|---|\n| 1 | Hand over the log | Time |\n| 2 | Size it | |\n"
    document = read("value-assessment", f"## 5. Repositioning\n\n### 5.1 Next 5 working days\n\n{table}")
    assert document.data["repositioning"]["quick_wins"] == ["Hand over the log (Towards: Time)", "Size it"]


def test_quick_wins_without_a_numbering() -> None:
    table = "| Action | Days |\n|---|---|\n| Hand over | 1 |\n| Size it | 2 |\n"
    document = read("value-assessment", f"## Repositioning\n\n### Quick wins\n\n{table}")
    assert document.data["repositioning"]["quick_wins"] == ["Hand over (Days: 1)", "Size it (Days: 2)"]


def test_a_share_alone_is_what_is() -> None:
    table = "| Bucket | Share[^3] |\n|---|---|\n| Delivery | 45% |\n| Direction | 17% → 40% |\n"
    document = read("value-assessment", f"## Where the value is\n\n### Days\n\n{table}")
    assert document.offences == {}
    assert document.data["opportunities"]["time"] == [
        {"work_type": "tactical", "current": 45},
        {"work_type": "strategic", "current": 17, "target": 40},
    ]


@pytest.mark.parametrize("header", ["Aim by Jan 27", "Target by the end of March", "Goal by Q2", "Target by week 8"])
def test_a_column_that_says_by_when(header: str) -> None:
    table = f"| Bucket | Current | {header} |\n|---|---|---|\n| Delivery | 45% | 10% |\n"
    document = read("value-assessment", f"## Where the value is\n\n### Days\n\n{table}")
    assert document.data["opportunities"]["time"] == [{"work_type": "tactical", "current": 45, "target": 10}]


@pytest.mark.parametrize("header", ["Target by hand", "Aimless", "By Jan 27"])
def test_a_column_that_is_another(header: str) -> None:
    table = f"| Bucket | Current | {header} |\n|---|---|---|\n| Delivery | 45% | 10% |\n"
    document = read("value-assessment", f"## Where the value is\n\n### Days\n\n{table}")
    assert "target" not in document.data["opportunities"]["time"][0]


def test_shares_that_no_type_of_work_begins_are_told_in_sentences() -> None:
    told = "- about half goes on specs and rules\n- about a third goes on meetings that anybody could run\n"
    document = read("value-assessment", f"## Where the value is\n\n### Where the days go\n\n{told}")
    assert document.data["opportunities"] == {}
    assert document.offences.keys().isdisjoint({"unknown-choice", "choice-in-own-words"})


def test_shares_with_their_types_of_work_in_front_are_read() -> None:
    told = "- Specs and tickets: 50%\n- Meetings: 30%\n- Strategy: 20%\n"
    document = read("value-assessment", f"## Where the value is\n\n### Where the days go\n\n{told}")
    assert [row["work_type"] for row in document.data["opportunities"]["time"]] == [
        "tactical",
        "operational",
        "strategic",
    ]


@pytest.mark.parametrize(
    "key", ["adviser: adviser-1", "doc_id: NW-1", "shared_with: hop-3", "distribution: me", "started: 2026-06-15"]
)
def test_keys_by_which_people_keep_book(key: str) -> None:
    assert read("value-assessment", "", f"{key}\n").offences == {}


@pytest.mark.parametrize(
    ("key", "rule"), [("our-monday: 2026-11-02", "key-of-no-use"), ("statuss: draft", "unknown-key")]
)
def test_other_keys_are_told(key: str, rule: str) -> None:
    assert set(read("value-assessment", "", f"{key}\n").offences) == {rule}


@pytest.mark.parametrize(
    ("told", "when"),
    [
        (
            "- **NOW (0–3 months, to end of November)**: Diagnosis\n- **LATER (6+ months)**: No squad work\n",
            {"from": 0, "to": 3},
        ),
        (
            "| H | Window | Focus |\n|---|---|---|\n| H1 | Sep–Nov 26 | Diagnosis |\n| H3 | later | No squad work |\n",
            None,
        ),
    ],
)
def test_horizons_that_an_assessment_tells(told: str, when: dict[str, int] | None) -> None:
    document = read("value-assessment", f"## Strategic Opportunity Analysis\n\n### Time Horizons\n\n{told}")
    now, later = document.data["opportunities"]["horizons"]
    assert (now["horizon"], now["focus"], later["horizon"]) == ("NOW", "Diagnosis", "LATER")
    assert when in (None, now.get("when"))


_TIME = "| Work type | Current | Target |\n|---|---|---|\n| Tactical | 60% | 40% |\n| Strategic | 40% | 60% |\n"


@pytest.mark.parametrize(
    "told",
    [
        (
            "### Next 90 days\n\n| Horizon | What | Done when |\n|---|---|---|\n| NOW (0-3 mo) | Memo | Read |\n"
            "| NEXT (3-6 mo) | Prices | Set |\n| LATER (6+ mo) | Check-in | Half a day |\n"
        ),
        "Roughly:\n\n- **now, until Christmas:** Memo\n- **next, to March:** Prices\n- **later:** Check-in\n",
        "## Afterwards\n\n- NOW (until Jan): Memo\n- NEXT: Prices\n- LATER: Check-in\n",
    ],
)
def test_horizons_in_another_part(told: str) -> None:
    document = read("value-assessment", f"## Opportunities\n\n### Time\n\n{_TIME}\n## Repositioning Plan\n\n{told}")
    found = document.data["opportunities"]["horizons"]
    assert [(row["horizon"], row["focus"]) for row in found] == [
        ("NOW", "Memo"),
        ("NEXT", "Prices"),
        ("LATER", "Check-in"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "- Now: Memo\n- Later: Check-in\n",
        "- Later: Check-in\n- Next: Prices\n- Now: Memo\n",
        "- Now: Memo\n- Next: Prices\n- Later: Check-in\n- In the end: a coffee\n",
    ],
)
def test_what_only_begins_like_horizons_is_none(told: str) -> None:
    document = read("value-assessment", f"## Opportunities\n\n### Time\n\n{_TIME}\n## Doubts\n\n{told}")
    assert "horizons" not in document.data["opportunities"]


@pytest.mark.parametrize("head", ["**NOW (June 2026): Show it**", "**NOW** (June 2026): Show it"])
@pytest.mark.parametrize("name", ["Phased Timeline", "Time Horizons", "Over time"])
def test_horizons_that_a_proposal_tells(name: str, head: str) -> None:
    told = f"{head}\n\n- Memo\n- Prices\n\n**LATER (July 2026 onward)**\n\n- Check-in\n"
    document = read("work-proposal", f"## Proposed Strategic Engagement\n\n### {name}\n\n{told}")
    assert document.data["proposed"]["horizons"] == [
        {
            "horizon": "NOW",
            "when": {"from": "2026-06-01", "to": "2026-06-30"},
            "focus": "Show it\n- Memo\n- Prices",
        },
        {"horizon": "LATER", "when": {"from": "2026-07-01"}, "focus": "Check-in"},
    ]


@pytest.mark.parametrize(
    "lines",
    ["- Rate: €12k a month\n- Basis: fixed, for outcomes", "- Basis: fixed, for outcomes\n- Rate: €12k a month"],
)
def test_the_rate_right_below_its_part(lines: str) -> None:
    rate = read("value-assessment", f"## Rate Justification\n\n{lines}\n").data["rate"]
    assert rate == {
        "basis": {
            "rate": {"from": 12000, "to": 12000, "currency": "€", "per": "month"},
            "basis": "fixed, for outcomes",
        }
    }


def test_a_basis_alone_holds_what_is_below_it() -> None:
    body = "## Rate Justification\n\n**Basis:**\n\n- €120 an hour, by the rate card\n"
    assert read("value-assessment", body).data["rate"]["basis"]["rate"]["from"] == 120


def test_a_quotation_about_the_rate_is_the_proposition() -> None:
    body = "## Rate Justification\n\n- Rate: €9k a month\n- Basis: fixed\n\n“€9k buys specs. I can save €90k.”\n"
    assert read("value-assessment", body).data["rate"]["proposition"] == "“€9k buys specs. I can save €90k.”"
