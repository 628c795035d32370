"""What a text refers to: by id, number, name, short form or competency; unknown and ambiguous ones included."""

from __future__ import annotations

import pytest

from pmcoach_lint.binding.references import Reference
from pmcoach_lint.document import read_document
from tests.packs import WHOLE, replaced

BETS = """\
| ID | Bet | Competency | Why it matters | Success signals | Timeframe |
|---|---|---|---|---|---|
| B1 | Frame the problem first | Problem framing | a | b | Weeks 1–8 |
| B2 | Say no in writing | Strategy and prioritization | a | b | Weeks 1–8 |
| B3 | Say yes with a date | Execution | a | b | Weeks 1–8 |
"""
OLD_BETS = """\
| Bet | Why it matters | Success signals | Timeframe |
|---|---|---|---|
| Frame first | Fewer reworks | Two briefs without rework | Weeks 1–8 |
"""


def references(text: str, *path: str | int) -> list[Reference]:
    """The references in `text` whose path begins with `path`."""
    document = read_document(text.encode(), "pack.md")
    return [reference for reference in document.references if reference.path[: len(path)] == path]


def written_at(text: str, reference: Reference) -> str:
    """What stands in `text` at the place of the reference."""
    return text[slice(*read_document(text.encode(), "pack.md").values[reference.path])]


def bets_meant(name: str) -> list[list[int]]:
    """The indexes of the bets that a tracker's cell with `name` means; one list for each name in it."""
    text = replaced(replaced(WHOLE, OLD_BETS, BETS), "| 2026-10-09 | 1 |", f"| 2026-10-09 | {name} |")
    found = references(text, "follow_up", "tracker", 0, "bet")
    assert {reference.text for reference in found} == {name}
    assert {written_at(text, reference) for reference in found} == {name}
    return [[int(target[-1]) for target in reference.targets] for reference in found]


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("B2", 1),
        ("b2", 1),
        ("(B2)", 1),
        ("B2: Say no", 1),
        ("B2 – anything at all", 1),
        ("Say no (B2)", 1),
        ("Bet 2", 1),
        ("bet #2", 1),
        ("Growth bet 2: Say no", 1),
        ("2", 1),
        ("#2", 1),
        ("Say no in writing", 1),
        ("say NO, in writing", 1),
        ("Say no", 1),
        ("no", 1),
        ("Frame first", 0),
        ("Strategy", 1),
        ("Strategy & prioritisation", 1),
        ("Say no in writing by the end of February", 1),
        ("Execution", 2),
        ("Bet 1 Frame the problem first", 0),
        ("Bet 2 Say no", 1),
        ("Bet two “Refusals”", 1),
        ("Growth bet 3 say yes", 2),
        ("Bet 3 With a date", 2),
    ],
)
def test_a_bet_is_known_by_many_names(name: str, index: int) -> None:
    assert bets_meant(name) == [[index]]


def test_ids_of_letters_alone() -> None:
    text = replaced(
        replaced(WHOLE, OLD_BETS, BETS.replace("| B2 |", "| PC |")), "| 2026-10-09 | 1 |", "| 2026-10-09 | PC |"
    )
    (found,) = references(text, "follow_up", "tracker", 0, "bet")
    assert [target[-1] for target in found.targets] == [1]


def test_a_short_form_that_fits_two_is_ambiguous() -> None:
    assert bets_meant("Say") == [[1, 2]]


@pytest.mark.parametrize(
    "name", ["B7", "Bet 9", "Hiring", "first frame", "Bet 1 Execution", "Bet 9 Frame", "Bet 1 again"]
)
def test_what_fits_none_is_unknown(name: str) -> None:
    assert bets_meant(name) == [[]]


@pytest.mark.parametrize("name", ["B1, B3", "B1 and B3", "Bet 1 + Bet 3", "1; 3", "Frame & Execution"])
def test_a_tracker_row_may_name_several(name: str) -> None:
    assert bets_meant(name) == [[0], [2]]


def test_a_full_name_beats_a_short_form_of_another() -> None:
    text = replaced(WHOLE, "| Strategy and prioritization | Says", "| Problem framing under pressure | Says")
    (reference,) = references(text, "assessment", "levels", 0, "competency")
    assert reference.targets == (("definition", "competencies", 0),)


def test_a_competency_is_known_without_its_brackets() -> None:
    text = replaced(WHOLE, "| Problem framing | Names", "| Problem framing (discovery, insight) | Names")
    (reference,) = references(text, "assessment", "levels", 0, "competency")
    assert reference.targets == (("definition", "competencies", 0),)


def test_a_plan_refers_to_its_bet_by_its_heading() -> None:
    (reference,) = references(WHOLE, "plan", "bets", 0, "bet")
    assert (reference.text, reference.targets) == ("Frame first", (("vision", "bets", 0),))


def test_evidence_in_the_cell_itself_refers_to_nothing() -> None:
    assert references(WHOLE, "assessment", "levels", 0, "evidence") == []


def test_evidence_by_id_refers_to_the_log() -> None:
    log = "\n### Evidence log\n\n| ID | Evidence |\n|---|---|\n| E1 | Brief |\n| E2 | Plan |\n\n## 3)"
    text = replaced(replaced(WHOLE, "Brief of 3 March named one cause", "E2, E1"), "\n## 3)", log)
    found = references(text, "assessment", "levels", 0, "evidence")
    assert [(reference.text, reference.targets) for reference in found] == [
        ("E2", (("assessment", "evidence", 1),)),
        ("E1", (("assessment", "evidence", 0),)),
    ]
    assert [written_at(text, reference) for reference in found] == ["E2", "E1"]
