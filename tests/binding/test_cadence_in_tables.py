"""When and how long coach and PM meet, as a table tells it that has a row for each of their meetings."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.document import Document
from tests.binding.reading import read

AGENDA = "\n\n**Agenda:** 5 the week · 25 one brief · 10 what next\n"
NAMES = ("rhythm", "session_length", "pre_work")


def cadence(text: str) -> tuple[dict[str, Any], Document]:
    document = read(f"## 5) Coaching Cadence + Session Toolkit\n\n{text}{AGENDA}")
    return document.data["cadence"], document


def table(above: str, *rows: str) -> str:
    header, *others = (f"| {' | '.join(row.split(' / '))} |" for row in rows)
    return "\n".join((above, "", header, "|---" * header.count(" | ") + "|---|", *others))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            table(
                "### Cadence",
                "Touchpoint / Frequency / Duration / Purpose",
                "Coaching session / Weekly, Tuesdays / 45 min / One brief",
                "Async review / Fridays / 20 min / Notes",
            ),
            ("Weekly, Tuesdays", 45, None),
        ),
        (
            table(
                "**Cadence**",
                "What / When / Length",
                "Coaching slot / Tue 08:30, weekly / 40'",
                "Comments / within 24 hrs / 15'",
                "Status 1:1 / Fri / 30'",
            ),
            ("Tue 08:30, weekly", 40, None),
        ),
        (
            table(
                "",
                "When / What / Length / Prep",
                "Wed 10:00 / Coaching 1:1 (not status) / 40 / A page on Tuesday",
                "Thu / Async review / 30 / me",
            ),
            ("Wed 10:00", 40, "A page on Tuesday"),
        ),
        (
            table(
                "",
                "Meeting / When / Length / Purpose",
                "Status / Monday / 30 min / Tickets",
                "Coaching / Wednesday / 35 min / One brief",
            ),
            ("Wednesday", 35, None),
        ),
        (
            table(
                "#### Rhythm",
                "Ritual / How often / Takes",
                "Coaching 1:1 / every second Thursday / 60",
                "Gate / once / 90",
            ),
            ("every second Thursday", None, None),
        ),
    ],
)
def test_the_row_of_the_session_is_read(text: str, told: tuple[Any, ...]) -> None:
    data, document = cadence(text)
    assert tuple(data.get(name) for name in NAMES) == told
    assert [(part["item"], part["minutes"]) for part in data["agenda"]] == [
        ("the week", 5),
        ("one brief", 25),
        ("what next", 10),
    ]
    assert document.offences == {}


def test_a_table_of_other_words_is_a_text_as_it_stands() -> None:
    data, _ = cadence("### Cadence\n\n| Who | Until |\n|---|---|\n| lead-02 | March |")
    assert data["rhythm"].startswith("| Who | Until |")


def test_rows_of_an_agenda_may_be_called_as_fields_are() -> None:
    text = "| Item | Minutes |\n|---|---|\n| Pre-work | 5 |\n| One brief | 25 |\n| Feedback | 10 |"
    document = read(f"## 5) Coaching Cadence + Session Toolkit\n\nWeekly.\n\n{text}\n")
    assert [part["item"] for part in document.data["cadence"]["agenda"]] == ["Pre-work", "One brief", "Feedback"]


def test_prompts_in_a_table_behind_an_agenda_on_one_line() -> None:
    table = "| Prompt | For |\n|---|---|\n| Whose week is worse? | B1 |\n| What else moves it? | B2 |"
    document = read(f"## 5) Coaching Cadence + Session Toolkit\n\nWednesdays.\n{AGENDA}\n{table}\n")
    assert document.data["cadence"]["prompts"] == ["Whose week is worse?", "What else moves it?"]


def test_a_table_below_what_takes_all_text_stays_with_it() -> None:
    table = "| What | Which | Outcome |\n|---|---|---|\n| Risk | The freeze | held |\n| Open question | Who pays? | x |"
    document = read(f"## 7) Risks / Open questions / Next steps\n\n### From the last cycle\n\n{table}\n")
    assert document.data["closing"] == {"last_cycle": table}
