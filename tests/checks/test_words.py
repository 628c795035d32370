"""What a place in a document is about, by names that stay when its lines move."""

from __future__ import annotations

import pytest

from pmcoach_lint.checks.words import about, subject
from pmcoach_lint.document import read_document
from pmcoach_lint.names import small
from tests.packs import ACTIVE, WHOLE, replaced


def about_words(text: str, words: str) -> str:
    """What the only place is about at which `words` stand in `text`."""
    assert text.count(words) == 1
    start = text.index(words)
    return about(read_document(text.encode(), "packs/pm-07.md"), (start, start + len(words)))


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("PM, Checkout", "role"),
        ("Analyze", "assessment/levels/Problem framing/target"),
        (
            "Brief of 3 March named one cause",
            "assessment/levels/Problem framing/evidence/Brief of 3 March named one cause",
        ),
        ("Weeks 1–8", "vision/bets/Frame first/timeframe"),
        ("Write a one-page brief", "plan/bets/Frame first/reps/Write a one-page brief/rep"),
        ("2026-10-30", "plan/bets/Frame first/checkpoints/Two briefs are written/date"),
        ("What did you rule out?", "cadence/prompts/What did you rule out?"),
        ("On track |", "follow_up/tracker/Brief/On track |"),
        ("Target level", "assessment/levels"),
        ("6) Follow-up Tracker + Review Plan", "follow_up"),
        ("# Pack", "# Pack"),
        ("| Week | Date |", "plan/bets/Frame first/checkpoints/| Week | Date |"),
    ],
)
def test_values_and_names_are_found_and_other_words_are_added(words: str, path: str) -> None:
    assert about_words(WHOLE, words) == path


@pytest.mark.parametrize(
    ("heading", "called"),
    [
        ("First bet", "The plan for bet 1"),
        ("Bet two", "The plan for bet 2"),
        ("Bet B", "The plan for bet B"),
        ("Bet 3", "The plan for bet 3"),
    ],
)
def test_a_record_that_has_a_number_for_a_name_goes_by_that(heading: str, called: str) -> None:
    document = read_document(f"---\ntype: coaching-pack\n---\n\n## 4) Plan\n\n### {heading}\n".encode(), "a.md")
    assert subject(document, ("plan", "bets", 0)) == called


@pytest.mark.parametrize(
    ("said", "told"), [('"Ask first."', "Ask first."), ("“Ask first”", "Ask first"), ('"A" or "B"', '"A" or "B"')]
)
def test_a_name_in_quotes_is_told_without_them(said: str, told: str) -> None:
    document = read_document(replaced(WHOLE, "| Frame first |", f"| {said} |").encode(), "a.md")
    assert subject(document, ("vision", "bets", 0)) == f"Growth bet “{told}”"


@pytest.mark.parametrize(
    ("words", "told"), [("Growth bet “PM”", "growth bet “PM”"), ("PM “pm-07”", "PM “pm-07”"), ("", ""), ("A", "a")]
)
def test_letters_that_stand_for_words_stay_large_inside_a_sentence(words: str, told: str) -> None:
    assert small(words) == told


def test_a_record_goes_by_its_id_before_its_name() -> None:
    text = ACTIVE.read_text(encoding="utf-8")
    row = next(line for line in text.splitlines() if line.startswith("| B1 | "))
    change = "| Apply → Analyze |"
    named = replaced(text, row, row.replace(change, "| Apply → Evaluate |"))
    assert about_words(named, "Apply → Evaluate") == "vision/bets/B1/current"


def test_a_record_with_neither_goes_by_what_it_says_first() -> None:
    text = replaced(WHOLE, "| Frame first | Fewer reworks |", "| | Fewer reworks |")
    assert about_words(text, "Fewer reworks") == "vision/bets/Fewer reworks/why"
    row = "| 2026-10-09 | 1 | Brief | Cause named | Brief 2 | On track |\n"
    newest_first = replaced(text, row, f"| 2026-10-16 | 1 | Brief 2 | Counted | Brief 3 | At risk |\n{row}")
    for version in (text, newest_first):
        assert about_words(version, "Cause named") == "follow_up/tracker/Brief/feedback"


def test_a_record_that_says_nothing_yet_goes_by_its_number() -> None:
    text = replaced(WHOLE, "| 4 | 2026-10-30 | Two briefs are written |", "| ___ | TBD | TODO |")
    assert about_words(text, "TBD") == "plan/bets/Frame first/checkpoints/1/date"


def test_long_words_are_cut_and_lines_joined() -> None:
    text = replaced(WHOLE, "# Pack\n", f"One\ntwo {'x' * 100}\n")
    assert about_words(text, f"One\ntwo {'x' * 100}") == f"One two {'x' * 52}"


def test_a_document_of_no_known_type_has_only_words() -> None:
    assert about(read_document(b"# Notes\n", "a.md"), (0, 7)) == "# Notes"
    assert about(read_document(b"", "a.md"), (0, 0)) == ""
