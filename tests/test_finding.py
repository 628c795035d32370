"""Fingerprints: what changes them, and what does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.finding import Finding, Severity, fingerprints
from pmcoach_lint.settings import Settings
from tests.packs import ACTIVE, WHOLE, replaced
from tests.report.fakes import finding, span

FILE = "packs/pm-07.md"


def made(*findings: Finding, file: str = FILE) -> list[str]:
    return list(fingerprints(findings, file))


BASE = finding(about="vision/bets/B1/target", message="“Analize” is not a Bloom level, in 3 of 12 places.")


@pytest.mark.parametrize(
    "other",
    [
        {"range": span(99, 7, 8)},
        {"severity": Severity.WARNING},
        {"hint": "Another hint.", "why": "Another reason.", "url": "https://northwind.example/"},
        {"rule": "renamed"},
        {"file": "shown/otherwise.md"},
        {"message": "“analize” is  not a\nBloom level, in 4 of 1,300 places."},
    ],
    ids=str,
)
def test_it_stays(other: dict[str, Any]) -> None:
    fields: dict[str, Any] = {"about": BASE.about, "message": BASE.message, **other}
    assert made(finding(**fields)) == made(BASE)


@pytest.mark.parametrize(
    "other",
    [
        {"code": "PMC303"},
        {"about": "vision/bets/B2/target"},
        {"message": "“Analise” is not a Bloom level, in 3 of 12 places."},
    ],
    ids=str,
)
def test_it_changes(other: dict[str, Any]) -> None:
    fields: dict[str, Any] = {"about": BASE.about, "message": BASE.message, **other}
    assert made(finding(**fields)) != made(BASE)
    assert made(BASE, file="packs/pm-08.md") != made(BASE)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("44 places are still to fill in (lines 4, 6, 19, …).", "2 places are still to fill in (lines 5, 9).", True),
        ("This rep takes 180 minutes.", "This rep takes 95 minutes.", True),
        ("The shares are 62.5 and 90.", "The shares are 7 and 90.", True),
        ("“B1” is no bet.", "“B2” is no bet.", False),
        ("“R1.1” is no rep.", "“R1.2” is no rep.", False),
        ("“pm-07” is unknown.", "“pm-08” is unknown.", False),
        ("2026-10-05 is no Monday.", "2026-10-06 is no Monday.", False),
    ],
)
def test_numbers_by_themselves_do_not_count(one: str, other: str, same: bool) -> None:
    assert (made(finding(message=one)) == made(finding(message=other))) is same


def test_findings_that_are_alike_are_numbered() -> None:
    three = made(BASE, finding(), BASE, BASE)
    assert len(set(three)) == 4
    assert made(BASE, BASE) == [three[0], three[2]]


def test_it_is_short_and_plain() -> None:
    (one,) = made(finding(message="\udce9\ud800"), file="caf\udce9.md")
    assert len(one) == 32
    assert int(one, 16) > 0


def linted(text: str) -> dict[str, Finding]:
    """The findings in `text`, by their fingerprints."""
    found = lint_bytes(text.encode(), FILE, Settings(root=Path())).findings
    return dict(zip(made(*found), found, strict=True))


def test_it_belongs_to_the_record_and_not_to_the_line() -> None:
    """Rows change places and lines come in above: still the same."""
    text = ACTIVE.read_text(encoding="utf-8")
    row = next(line for line in text.splitlines() if line.startswith("| Problem framing and insight | Apply |"))
    wrong = row.replace("| Apply |", "| Aply |", 1)
    before = linted(replaced(text, row, wrong))
    lines = replaced(text, row, wrong).splitlines()
    place = lines.index(wrong)
    lines[place], lines[place + 1] = lines[place + 1], lines[place]
    lines.insert(place - 5, "\nA word before.\n")
    moved = linted("\n".join(lines))
    assert list(moved) == list(before)
    assert len(before) == 1
    assert [one.range for one in before.values()] != [one.range for one in moved.values()]
    assert next(iter(before.values())).about == "assessment/levels/Problem framing and insight/current"


def test_a_finding_about_many_places_is_about_the_document() -> None:
    def with_gaps(*texts: str) -> dict[str, Finding]:
        text = WHOLE
        for gap in texts:
            text = replaced(text, gap, "TBD")
        return linted(text)

    gaps = ("weekly", "Freeze in week 8", "Safety", "Cause named", "Send the brief by Friday", "What did you rule out?")
    six, eight = with_gaps(*gaps), with_gaps("Fewer reworks", "Two briefs are written", *gaps)
    assert [one.about for one in (*six.values(), *eight.values())] == ["", ""]
    assert list(six) == list(eight)
    assert [one.range for one in six.values()] != [one.range for one in eight.values()]
