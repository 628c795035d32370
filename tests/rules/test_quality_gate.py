"""What is attested, by whom and when, in the ways in which people write it; and what is still due on which day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pmcoach_lint.coaching.attested import attestations_of
from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.loading import take_document
from pmcoach_lint.settings import load_settings
from tests.packs import WHOLE

ALL = """\
- [x] A1 Agreed that this is coaching (pm-07, 2026-10-05)
- [x] C1 Options before answers (lead-02, 2026-11-04)
- [x] C2 Feedback by criteria (lead-02, 2026-11-04)
- [x] C3 Less need of the coach (pm-07, 2026-11-04)
- [x] D1 Assessment brought up to date (lead-02, 2026-11-04)
- [x] D2 Bets kept (lead-02, 2026-11-04)
- [x] D3 Progress acknowledged (lead-02, 2026-11-04)
"""
"""The smallest whole pack starts on 5 October 2026: its first month is over on 2 November."""

AGREED = (
    "“Coach and PM have agreed that this is coaching; the pack says so, and where performance management belongs” (A1)"
)
AT_FIRST = f"{AGREED}; C1, C2, C3 of the list “Coaching, and not rescuing”"
MONTH_1, MONTH_2 = (f"D1, D2, D3 of the list “Each month” (month {month})" for month in (1, 2))


def gate(text: str) -> str:
    return f"{WHOLE}\n## Quality gate\n\n{text}"


def told(text: str, as_of: str, folder: Path) -> list[tuple[str, str, int]]:
    settings = load_settings(folder, isolated=True)._replace(as_of=date.fromisoformat(as_of))
    findings = lint_bytes(text.encode(), "a.md", settings).findings
    return [(one.code, one.message, one.range.start.line) for one in findings if one.code.startswith("PMC78")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- [x] C1 Options before answers (lead-02, 2026-10-29)", [("C1", True, "lead-02", "2026-10-29")]),
        ("- [x] C1: Options before answers — lead-02, 2026-10-29", [("C1", True, "lead-02", "2026-10-29")]),
        ("- [x] **C1** Options before answers, lead-02 2026-10-29", [("C1", True, "lead-02", "2026-10-29")]),
        ("- [X] (C1) attested by lead-02 on 2026-10-29", [("C1", True, "lead-02", "2026-10-29")]),
        ("- [x] C1 Options. By: lead-02. Date: 2026-10-29", [("C1", True, "lead-02", "2026-10-29")]),
        ("- [x] C2 Feedback by criteria (pm-07, 2026-10-29)", [("C2", True, "pm-07", "2026-10-29")]),
        ("- [x] C2 Feedback by criteria", [("C2", True, "", "")]),
        ("- [ ] C2 Feedback by criteria", [("C2", False, "", "")]),
        ("- ✅ C1 Options (lead-02, 2026-10-29)", [("C1", True, "lead-02", "2026-10-29")]),
        (
            "- [x] C1–C3 (lead-02, 2026-10-29)",
            [(name, True, "lead-02", "2026-10-29") for name in ("C1", "C2", "C3")],
        ),
        ("- [x] C1, D2 and D3 (lead-02, 2026-10-29)", [(n, True, "lead-02", "2026-10-29") for n in ("C1", "D2", "D3")]),
        ("- [x] The PM has read this first (pm-07, 2026-10-29)", [("", True, "pm-07", "2026-10-29")]),
        (
            "| Item | Done | Who | When |\n|---|---|---|---|\n| C1 | yes | lead-02 | 2026-10-29 |",
            [("C1", True, "lead-02", "2026-10-29")],
        ),
        (
            "| ID | Item | Done | By | Date |\n|---|---|---|---|---|\n| D3 | Progress | [ ] | | |",
            [("D3", False, "", "")],
        ),
    ],
)
def test_what_is_attested_is_read_as_people_write_it(text: str, expected: list[tuple[str, bool, str, str]]) -> None:
    document = take_document(gate(text).encode(), "a.md")
    found = [(each.item, each.done, each.by, each.date) for each in attestations_of(document)]
    assert found == expected
    assert document.offences == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- [x] A1 Agreed that this is coaching (pm-07, 2026-10-05)",
            {"id": "A1", "item": "Agreed that this is coaching", "done": True, "by": "pm-07", "date": "2026-10-05"},
        ),
        ("- [ ] D2 Bets kept or changed", {"id": "D2", "item": "Bets kept or changed", "done": False}),
        ("- [x] The PM has read this (pm-07)", {"item": "The PM has read this", "done": True, "by": "pm-07"}),
        ("- [x] C1, C2 Both looked at", {"id": "C1", "item": "C1, C2 Both looked at", "done": True}),
        ("- [x] Q4 goals are known", {"item": "Q4 goals are known", "done": True}),
        ("- Q3 goals are known", {"item": "Q3 goals are known"}),
        ("- A4 sheets on the wall", {"item": "A4 sheets on the wall"}),
    ],
)
def test_an_item_is_data_with_its_id_who_says_it_and_when(text: str, expected: dict[str, object]) -> None:
    assert take_document(gate(text).encode(), "a.md").data["quality_gate"]["attestations"] == [expected]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-10-05", []),
        ("2026-10-12", []),
        ("2026-10-13", [("PMC780", f"Nobody has confirmed yet: {AGREED}.", 9)]),
        ("2026-11-08", [("PMC780", f"Nobody has confirmed yet: {AGREED}.", 9)]),
        (
            "2026-11-09",
            [
                ("PMC780", f"Nobody has confirmed yet: {AT_FIRST}; {MONTH_1}.", 9),
            ],
        ),
        (
            "2027-03-01",
            [
                ("PMC780", f"Nobody has confirmed yet: {AT_FIRST}; {MONTH_1}; {MONTH_2}.", 9),
            ],
        ),
    ],
)
def test_nothing_is_due_before_a_month_is_over(
    as_of: str, expected: list[tuple[str, str, int]], tmp_path: Path
) -> None:
    assert WHOLE.splitlines()[8].startswith("status: active")
    assert told(WHOLE, as_of, tmp_path) == expected


def test_a_draft_and_a_completed_pack_have_nothing_open(tmp_path: Path) -> None:
    for status in ("draft", "in-review", "completed"):
        assert told(WHOLE.replace("status: active", f"status: {status}"), "2027-03-01", tmp_path) == []


def test_what_is_attested_is_not_due_until_the_next_month_is_over(tmp_path: Path) -> None:
    assert told(gate(ALL), "2026-12-06", tmp_path) == []
    ((code, message, line),) = told(gate(ALL), "2026-12-07", tmp_path)
    assert (code, message) == ("PMC780", f"Nobody has confirmed yet: {MONTH_2}.")
    assert gate(ALL).splitlines()[line - 1].startswith(("## Quality gate", "- [x] A1"))


def test_a_tick_that_comes_late_counts_for_the_month_before_and_for_no_other(tmp_path: Path) -> None:
    """Month 1 is over on 1 November, and month 2 on the 29th."""
    text = gate(ALL.replace("D3 Progress acknowledged (lead-02, 2026-11-04)", "D3 Progress (lead-02, 12 Nov 2026)"))
    assert told(text, "2026-11-27", tmp_path) == []
    second = text.replace("D1 Assessment brought up to date (", "D1, D2 Looked at (lead-02, 2026-11-30)\n- [x] D1 x (")
    settings = load_settings(tmp_path, isolated=True)._replace(as_of=date(2026, 12, 7))
    (finding,) = (each for each in lint_bytes(second.encode(), "a.md", settings).findings if each.code == "PMC780")
    item = "Progress, and what the PM now does alone, is acknowledged"
    assert finding.message == f"Nobody has confirmed yet: “{item}” (D3, month 2)."
    assert finding.hint == (
        f"What is so, write under a heading “Quality gate”, with who says it and when: - [x] D3 {item} (who, day). "
        "Month 2 was over on 2026-11-29. Each tick of D3 counts once: that of 2026-11-12 for month 1."
    )
    assert told(f"{second}- [x] D3 Progress (lead-02, 2026-12-14)\n", "2026-12-15", tmp_path) == []


def test_two_people_on_one_day_speak_of_one_month(tmp_path: Path) -> None:
    both = ALL.replace("2026-11-04", "2026-11-12")
    pm = "".join(line.replace("lead-02", "pm-07") + "\n" for line in both.splitlines() if "[x] D" in line)
    ((_, message, _),) = told(gate(both + pm), "2026-12-07", tmp_path)
    assert message == f"Nobody has confirmed yet: {MONTH_2}."


def test_what_the_help_has_one_write_settles_it(tmp_path: Path) -> None:
    text = gate(ALL.replace("- [x] D2 Bets kept (lead-02, 2026-11-04)\n", ""))
    settings = load_settings(tmp_path, isolated=True)._replace(as_of=date(2026, 11, 9))
    (finding,) = (each for each in lint_bytes(text.encode(), "a.md", settings).findings if each.code == "PMC780")
    assert finding.hint == (
        "What is so, write under a heading “Quality gate”, with who says it and when: "
        "- [x] D2 Each bet is kept or changed, for a reason that is written down (who, day)."
    )
    line = finding.hint.partition(": ")[2].replace("who, day", "lead-02, 2026-11-04")
    assert told(f"{text}{line}\n", "2026-11-09", tmp_path) == []


def test_an_item_that_stands_there_open_is_pointed_at(tmp_path: Path) -> None:
    text = gate(ALL.replace("- [x] D2", "- [ ] D2"))
    ((_, message, line),) = told(text, "2026-11-09", tmp_path)
    assert message == (
        "Nobody has confirmed yet: “Each bet is kept or changed, for a reason that is written down” (D2, month 1)."
    )
    assert text.splitlines()[line - 1].startswith("- [ ] D2")


@pytest.mark.parametrize(
    ("item", "lacks"),
    [
        ("- [x] C1 Options before answers", "who says it, and when"),
        ("- [x] C1 Options before answers (2026-11-04)", "who says it"),
        ("- [x] C1 Options before answers. By: lead-02", "when"),
    ],
)
def test_a_tick_without_a_name_or_a_day_attests_nothing(item: str, lacks: str, tmp_path: Path) -> None:
    text = gate(ALL.replace("- [x] C1 Options before answers (lead-02, 2026-11-04)", item))
    ((code, message, line),) = told(text, "2026-11-09", tmp_path)
    assert (code, message) == ("PMC781", f"C1 is ticked, and nothing says {lacks}.")
    assert text.splitlines()[line - 1] == item


def test_an_item_under_a_wrong_id_is_told_once(tmp_path: Path) -> None:
    ((code, message, _),) = told(gate(ALL.replace("[x] C1", "[x] C9")), "2026-11-09", tmp_path)
    assert (code, message) == ("PMC782", "The checklists have no item C9.")


def test_an_item_that_no_checklist_has_is_told(tmp_path: Path) -> None:
    ((code, message, _),) = told(gate(ALL + "- [x] C9 Something (lead-02, 2026-11-04)\n"), "2026-11-09", tmp_path)
    assert (code, message) == ("PMC782", "The checklists have no item C9.")


def test_a_reviewers_dimension_that_the_rubric_lacks_is_told(tmp_path: Path) -> None:
    text = gate("| Dimension | Score |\n|---|---|\n| Charisma | 4 |\n| Evidence | 6 |\n")
    findings = lint_bytes(text.encode(), "a.md", load_settings(tmp_path, isolated=True)).findings
    assert [(one.code, one.message) for one in findings] == [
        ("PMC402", "“Charisma” is not in the coaching rubric."),
        ("PMC207", "Score is 6; it must be at most 5."),
    ]
