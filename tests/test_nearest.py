"""What a misspelt word is taken for."""

from __future__ import annotations

from pmcoach_lint.nearest import nearest

KNOWN = ["Current level", "Target level", "Evidence", "folders"]


def test_the_nearest_word_is_found_as_it_is_known() -> None:
    assert nearest("Curent Level", KNOWN) == "Current level"
    assert nearest("evidnce", KNOWN) == "Evidence"
    assert nearest("FOLDER", dict.fromkeys(KNOWN)) == "folders"


def test_there_may_be_none() -> None:
    assert nearest("Budget", KNOWN) is None
    assert nearest("", KNOWN) is None
    assert nearest("Evidence", []) is None


def test_how_much_alike_words_must_be_may_be_said() -> None:
    assert nearest("evidnce", KNOWN, cutoff=0.95) is None
    assert nearest("evidence", KNOWN, cutoff=1.0) == "Evidence"
