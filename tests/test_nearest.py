"""What a misspelt word is taken for."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.nearest import did_you_mean_path, nearest, single_inside

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


@pytest.mark.parametrize(
    ("named", "question"),
    [
        ("packs/pm-07.md", " Did you mean “packs/pm-07-framing.md” or “packs/pm-07-releases.md”?"),
        ("packs/pm-12.md", " Did you mean “packs/pm-12-Alignment.md”?"),
        ("packs/PM-12-alignment", " Did you mean “packs/pm-12-Alignment.md”?"),
        ("packs/pm-12-aligment.md", " Did you mean “packs/pm-12-Alignment.md”?"),
        ("Packs/pm-12.md", " Did you mean “packs”?"),
        ("packs/pm.md", " Did you mean “packs/pm-15.md”?"),
        ("packs/zebra.md", ""),
        ("packs/.hid", ""),
        ("packs/pm-07-framing.md/a.md", " Did you mean “packs/pm-07-framing.md”?"),
    ],
)
def test_a_path_that_is_not_there_is_asked_about(
    named: str, question: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "packs").mkdir()
    for name in ("pm-07-framing.md", "pm-07-releases.md", "pm-12-Alignment.md", "pm-15.md", ".hidden.md"):
        (tmp_path / "packs" / name).touch()
    assert did_you_mean_path(Path(named)) == question


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("Part 1, “Definition of “Good PM””, is missing.", "Part 1, “Definition of ‘Good PM’”, is missing."),
        ("“One” and “two” are alike.", "“One” and “two” are alike."),
        ("“A “b “c” d” e”", "“A ‘b ‘c’ d’ e”"),
        ("“The rep “Frame …” has no length.", "“The rep “Frame …” has no length."),
        ("”Wrong way round“ and “again”", "”Wrong way round“ and “again”"),
        ("No quotation", "No quotation"),
    ],
)
def test_a_quotation_inside_another_has_single_marks(message: str, told: str) -> None:
    assert single_inside(message) == told
