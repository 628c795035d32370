"""New entries of logs in running text, with codes, and in tables of their authors' own columns."""

from __future__ import annotations

import pytest

from pmcoach_lint.editing.records import add_record
from tests.documents.logs import FRONT
from tests.linting import read

NEW = {"date": "2026-11-16", "title": "Pilot stopped", "happened": "The ops lead chose it."}


def added(log: str, texts: dict[str, str]) -> tuple[str, dict[str, object]]:
    """The text that is put in, and the new entry as it is read."""
    done = add_record(read(f"{FRONT}\n# Log\n\n{log}"), ("entries",), texts, read)
    entry: dict[str, object] = done.document.data["entries"][int(done.path[-1])]
    return done.insertion.text.strip("\n"), entry


BELOW = """## 2026

**Fri Nov 20** [S]
The CPO asked which of three items to drop. I said the report.

**Tue Nov 10** [T]
Wrote the spec for refunds. It took all day.
"""
BEHIND = """## 2026

**Mon 12 Oct** – First steering. Fourteen pages, one question.

**Thu 15 Oct** – Read the log with the team. Two rows were news to them.
"""
ITEMS = """## 2026

- **5 October.** Started with a queue of forty tickets. Asked which decision they serve.
- **12 October.** Took notes in planning. Once is enough.
"""
HEADED = """### 2026-10-06 C
showed where the question comes from. she used it at once

### 2026-10-13 T
wrote the export spec. nobody could tell what for
"""


@pytest.mark.parametrize(
    ("log", "texts", "expected"),
    [
        (BELOW, NEW, "**Mon Nov 16**\nPilot stopped. The ops lead chose it."),
        (
            BELOW,
            {**NEW, "work_type": "strategic", "duration": "45 min"},
            "**Mon Nov 16** [S]\nPilot stopped (45 min). The ops lead chose it.",
        ),
        (BELOW, {"date": "2026-11-16", "title": "Pilot stopped"}, "**Mon Nov 16**\nPilot stopped."),
        (
            BELOW,
            {**NEW, "impact": "4 days a month"},
            "**Mon Nov 16**\nPilot stopped. The ops lead chose it.\n\n**Business impact:** 4 days a month",
        ),
        (BEHIND, NEW, "**Mon 16 Nov** – Pilot stopped. The ops lead chose it."),
        (ITEMS, {"date": "2026-11-16", "title": "Pilot stopped"}, "- **16 November.** Pilot stopped."),
        (HEADED, NEW, "### 2026-11-16\nPilot stopped. The ops lead chose it."),
        (HEADED, {**NEW, "work_type": "tactical"}, "### 2026-11-16 T\nPilot stopped. The ops lead chose it."),
    ],
)
def test_an_entry_is_in_running_text_where_the_others_are(log: str, texts: dict[str, str], expected: str) -> None:
    text, entry = added(log, texts)
    assert text == expected
    assert str(entry["title"]).rstrip(".") == "Pilot stopped"
    assert {name: entry.get(name) for name in ("happened", "work_type", "impact")} == {
        name: texts.get(name) for name in ("happened", "work_type", "impact")
    }


def test_signs_of_one_entry_alone_are_not_those_of_the_next() -> None:
    text, _ = added(HEADED + "\n### 2026-10-20 $\nmail about the rate\n", NEW)
    assert text.startswith("### 2026-11-16\n")


TABLE = """| # | Date | With | What happened | Type | Follow-up |
|---|---|---|---|---|---|
| 08 | 24-Aug-2026 | CPO | Kickoff. Queue of eleven handed over | T | Order the queue |
| 09 | 02-Sep-2026 | Eng lead | Took notes for the PM | O | Once only |
"""


def test_a_table_takes_the_title_where_it_tells_what_happened_and_numbers_on() -> None:
    text, entry = added(TABLE, {**NEW, "participants": "ops lead", "work_type": "tactical"})
    assert text == "| 10 | 16-Nov-2026 | ops lead | Pilot stopped. The ops lead chose it. | T |  |"
    assert (entry["title"], entry["work_type"]) == ("Pilot stopped", "tactical")


def test_a_row_in_the_midst_gets_no_number() -> None:
    text, _ = added(TABLE, {**NEW, "date": "2026-08-28"})
    assert text.startswith("|  | 28-Aug-2026 |  | Pilot stopped. ")


@pytest.mark.parametrize("heading", ["## 2026-10-12 — Call — First claims", "## 2026-10-12 — First claims"])
def test_an_entry_need_not_say_of_what_kind_it_is(heading: str) -> None:
    text, entry = added(f"{heading}\n\n**Duration:** 30 min\n", {"date": "2026-11-16", "title": "Pilot stopped"})
    assert (text, entry["title"]) == ("## 2026-11-16 — Pilot stopped", "Pilot stopped")
