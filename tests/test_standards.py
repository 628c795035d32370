"""A team's own frameworks count in the place of those that come with the package, whole."""

from __future__ import annotations

from math import inf
from pathlib import Path

import pytest

from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import Document
from pmcoach_lint.engine import lint_files
from pmcoach_lint.loading import load_document
from pmcoach_lint.resources import standards_folder
from pmcoach_lint.settings import Settings, UsageError, load_settings
from pmcoach_lint.standards import Standards
from tests.packs import WHOLE, replaced, write

LADDER = """\
---
type: value-ladder
title: Our ladder
version: 2
date: 2026-11-20
status: active
---

# Our ladder

## Levels

| Level | Client sees you as | Rate multiplier | Work type |
|---|---|---|---|
| Helper | Help | 1x | Tickets |
| Companion | Partner | 4x+ | Direction |
"""


def standards(repo: Path) -> Standards:
    return Standards(load_settings(repo))


# Levels that are named


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Staff Aug", 0),
        ("**strategic advisor**", 2),
        ("Strategic Advisor (2–3x)", 2),
        ("Transformation", 3),
        ("2", 1),
        ("Level 4", 3),
        ("5", None),
        ("Advisor to the board", None),
        ("", None),
    ],
)
def test_a_level_is_known_by_name_short_form_or_number(repo: Path, text: str, place: int | None) -> None:
    assert standards(repo).rung(text) == place


# A team's own


def test_a_teams_own_counts_whole_whatever_its_file_is_called(repo: Path) -> None:
    write(repo / "docs" / "standards" / "rates" / "our-ladder.md", LADDER)
    found = standards(repo)
    assert [level.level for level in found.value_ladder] == ["Helper", "Companion"]
    assert found.value_ladder[1].multiplier
    assert (found.value_ladder[1].multiplier.high, found.value_ladder[1].multiplier.text) == (inf, "4x and more")
    assert (found.rung("Companion"), found.rung("Staff Aug")) == (1, None)
    assert list(found.own) == ["value-ladder"]
    assert found.own["value-ladder"].source.file == "docs/standards/rates/our-ladder.md"
    assert found.shadowed == {}
    assert [each.name for each in found.horizons] == ["NOW", "NEXT", "LATER"]


def test_the_settings_say_where_a_teams_own_are(repo: Path) -> None:
    write(repo / "pmcoach.toml", 'standards = ["team", "company"]\n')
    write(repo / "docs" / "standards" / "ladder.md", LADDER)
    write(repo / "company" / "ladder.md", replaced(LADDER, "| Helper |", "| Company helper |"))
    assert [level.level for level in _found(repo, "company").value_ladder] == ["Company helper", "Companion"]
    write(repo / "team" / "ladder.md", replaced(LADDER, "| Helper |", "| Team helper |"))
    found = _found(repo, "team", "company")
    assert [level.level for level in found.value_ladder] == ["Team helper", "Companion"]
    assert found.shadowed == {}
    write(repo / "company" / "other.md", LADDER)
    found = _found(repo, "team", "company")
    assert {file: first.source.file for file, first in found.shadowed.items()} == {
        "company/other.md": "company/ladder.md"
    }


def _found(repo: Path, *folders: str) -> Standards:
    return Standards(Settings(root=repo, standards=folders))


def test_a_folder_that_the_settings_name_must_be_one(repo: Path) -> None:
    write(repo / "pmcoach.toml", 'standards = ["frameworks"]\n')
    with pytest.raises(UsageError) as caught:
        standards(repo)
    assert caught.value.message == "The folder frameworks, which pmcoach.toml names, does not exist."
    assert caught.value.hint == "The setting “standards” says in which folders the frameworks of your own are."


def test_no_folder_of_standards_is_needed_and_none_may_be_wanted(repo: Path) -> None:
    assert standards(repo).own == {}
    write(repo / "docs" / "standards" / "ladder.md", LADDER)
    assert _found(repo).own == {}
    assert _found(repo).value_ladder[0].level == "Staff Aug"


def test_what_is_no_framework_takes_the_place_of_none(repo: Path) -> None:
    folder = repo / "docs" / "standards"
    write(folder / "index.md", "# Our frameworks\n")
    write(folder / "branches.md", "---\ntitle: How we name branches\n---\n")
    write(folder / "pack.md", WHOLE)
    write(folder / "typo.md", replaced(LADDER, "type: value-ladder", "type: value-lader"))
    found = standards(repo)
    assert found.own == {}
    assert found.value_ladder[0].level == "Staff Aug"
    assert found.shadowed == {}
    assert [path.relative_to(repo).as_posix() for path in found.consulted] == ["docs/standards/typo.md"]


def test_nothing_is_read_but_what_is_asked_for_and_what_may_be_it(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = repo / "docs" / "standards"
    write(folder / "commented.md", replaced(LADDER, "type: value-ladder", "type: 'horizons'  # ours"))
    write(folder / "ladder.md", LADDER)
    write(folder / "quoted.md", replaced(LADDER, "type: value-ladder", '"type": "risk-catalogue"'))
    write(folder / "second.md", replaced(LADDER, "type: value-ladder", 'type: "value-ladder"'))
    write(folder / "typo.md", replaced(LADDER, "type: value-ladder", "type: value-ladder-2"))
    read: list[str] = []

    def load(path: Path, file: str, catalogue: Catalogue | None = None) -> Document:
        read.append(path.name)
        return load_document(path, file, catalogue)

    monkeypatch.setattr("pmcoach_lint.standards.load_document", load)
    found = standards(repo)
    assert [level.level for level in found.value_ladder] == ["Helper", "Companion"]
    assert read == ["ladder.md", "quoted.md", "second.md", "typo.md"]
    assert [path.name for path in found.consulted] == ["typo.md", "ladder.md"]
    assert found.find("horizons") is found.own["horizons"]
    assert sorted(read) == ["commented.md", "ladder.md", "quoted.md", "second.md", "typo.md"]
    assert [path.name for path in found.consulted] == ["typo.md", "ladder.md", "commented.md"]
    second = found.shadowed["docs/standards/second.md"]
    assert second is found.own["value-ladder"]


# A team's own that cannot be read


def test_what_cannot_be_read_is_missing_and_never_filled_in_from_ours(repo: Path) -> None:
    write(repo / "docs" / "standards" / "ladder.md", replaced(LADDER, "| 4x+ |", "| a lot |"))
    ladder = standards(repo).value_ladder
    assert [(level.level, level.multiplier is None) for level in ladder] == [("Helper", False), ("Companion", True)]


def test_a_framework_without_its_table_has_nothing_and_still_counts(repo: Path) -> None:
    write(repo / "docs" / "standards" / "ladder.md", LADDER.partition("| Level")[0])
    found = standards(repo)
    assert found.value_ladder == ()
    assert found.rung("Staff Aug") is None
    write(repo / "docs" / "standards" / "horizons.md", replaced(LADDER, "type: value-ladder", "type: horizons"))
    assert standards(repo).horizons == ()


def test_horizons_without_readable_months_are_left_out(repo: Path) -> None:
    text = (standards_folder() / "horizons.md").read_text(encoding="utf-8")
    write(repo / "docs" / "standards" / "horizons.md", replaced(text, "| 3–6 months |", "| soon |"))
    assert [each.name for each in standards(repo).horizons] == ["NOW", "LATER"]


def test_a_form_that_people_use_for_horizons_is_read(repo: Path) -> None:
    head = LADDER.partition("# Our ladder")[0].replace("type: value-ladder", "type: horizons")
    table = """\
| Horizon | Fractional Focus | Client Value |
|---------|------------------|--------------|
| **NOW (0-3 mo)** | Wins | Trust |
| **LATER (6+ mo)** | Less | Advice |
"""
    path = write(repo / "docs" / "standards" / "horizons.md", head + table)
    assert [(each.name, each.low, each.high) for each in standards(repo).horizons] == [("NOW", 0, 3), ("LATER", 6, inf)]
    assert [report.findings for report in lint_files([path], load_settings(repo))] == [()]


def test_a_horizon_without_months_is_told_of_where_others_have_them(repo: Path) -> None:
    head = LADDER.partition("# Our ladder")[0].replace("type: value-ladder", "type: horizons")
    table = """\
| Horizon | Focus | Client value |
|---|---|---|
| NOW (0–3 mo) | Wins | Trust |
| LATER | Less | Advice |
"""
    path = write(repo / "docs" / "standards" / "horizons.md", head + table)
    (report,) = lint_files([path], load_settings(repo))
    assert [(finding.code, finding.message) for finding in report.findings] == [
        ("PMC201", "Horizon “LATER” has no “Months”.")
    ]


def test_a_broken_framework_is_a_finding_at_its_place(repo: Path) -> None:
    path = write(repo / "docs" / "standards" / "ladder.md", replaced(LADDER, "| 4x+ |", "| a lot |"))
    (report,) = lint_files([path], load_settings(repo))
    (finding,) = report.findings
    line = next(number for number, text in enumerate(report.text.splitlines(), 1) if "a lot" in text)
    assert (finding.file, finding.range.start.line, finding.severity.value) == (
        "docs/standards/ladder.md",
        line,
        "error",
    )
    assert (finding.message, finding.hint) == (
        "“a lot” is no multiplier.",
        "Write how many times the baseline it is: 1.5x, or 2–3x.",
    )


def test_of_two_of_one_type_the_second_is_a_finding_at_its_type(repo: Path) -> None:
    first = write(repo / "docs" / "standards" / "a.md", LADDER)
    second = write(repo / "docs" / "standards" / "b.md", LADDER)
    reports = list(lint_files([first, second], load_settings(repo)))
    assert [len(report.findings) for report in reports] == [0, 1]
    (finding,) = reports[1].findings
    assert (finding.code, finding.range.start.line, finding.range.start.column) == ("PMC404", 2, 7)
    assert finding.message == "This counts for nothing: docs/standards/a.md is a framework of the same type."
    assert [(place.file, place.range.start.line) for place in finding.related] == [("docs/standards/a.md", 2)]


ASSESSMENT = """\
---
type: value-assessment
client: northwind
date: 2026-11-20
status: draft
visibility: private
---

## Current Value Position

### Value Ladder Position

- **Current Level**: Helper
- **Target Level**: Companion
- **Gap**: A seat at the table
"""


def told(repo: Path, *files: str) -> list[tuple[str, str]]:
    """The errors of a run over these files: where they stand and what they say."""
    reports = lint_files([Path(file) for file in files], load_settings(repo))
    return [
        (finding.file, finding.message)
        for report in reports
        for finding in report.findings
        if finding.severity.value == "error"
    ]


def test_a_document_is_held_to_the_teams_own(repo: Path) -> None:
    write(repo / "packs" / "assessment.md", ASSESSMENT)
    assert [message for _, message in told(repo, "packs/assessment.md")] == [
        "“Helper” is not in the value ladder.",
        "“Companion” is not in the value ladder.",
    ]
    write(repo / "docs" / "standards" / "ladder.md", LADDER)
    assert told(repo, "packs/assessment.md") == []


def test_a_broken_framework_is_told_of_by_whatever_is_held_to_it(repo: Path) -> None:
    write(repo / "packs" / "assessment.md", ASSESSMENT)
    write(repo / "docs" / "standards" / "ladder.md", replaced(LADDER, "| 4x+ |", "| a lot |"))
    broken = [("docs/standards/ladder.md", "“a lot” is no multiplier.")]
    assert told(repo, "packs/assessment.md") == broken
    assert told(repo, "packs/assessment.md", "docs/standards/ladder.md") == broken
    assert told(repo, "docs/standards/ladder.md", "packs/assessment.md") == broken
    write(repo / "packs" / "pm-07.md", WHOLE)
    assert told(repo, "packs/pm-07.md") == []


def test_a_framework_of_which_nobody_can_tell_the_type_is_told_of_as_well(repo: Path) -> None:
    write(repo / "packs" / "assessment.md", ASSESSMENT)
    write(repo / "docs" / "standards" / "ladder.md", replaced(LADDER, "type: value-ladder", "type: value-lader"))
    assert told(repo, "packs/assessment.md")[-1] == (
        "docs/standards/ladder.md",
        "“value-lader” is no known type of document. Did you mean “value-ladder”?",
    )
