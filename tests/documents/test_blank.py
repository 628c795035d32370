"""Documents that nobody has filled in yet, or only begun: one verdict, with what is open counted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.generate.scaffold import scaffold
from pmcoach_lint.settings import Settings
from tests.documents.filled import ASSESSMENT, DOCUMENTS, PLAN
from tests.documents.reading import read
from tests.packs import replaced

DATA = Path(__file__).parents[1] / "data"
OPEN = {"value-assessment": 39, "coaching-plan": 20, "work-proposal": 21}
"""How many fields of each blank template are open; a sentence with several blanks is one field."""


def messages(text: str, settings: Settings) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in lint_bytes(text.encode(), "a.md", settings).findings]


@pytest.mark.parametrize("kind", OPEN)
def test_a_blank_template_is_one_verdict(kind: str, settings: Settings) -> None:
    text = (DATA / f"blank-{kind}.md").read_text(encoding="utf-8")
    ((code, message),) = messages(text, settings)
    assert code == "PMC202"
    assert message.startswith(f"{OPEN[kind]} places are still to fill in (lines ")


@pytest.mark.parametrize("kind", OPEN)
def test_a_new_document_is_one_verdict(kind: str, settings: Settings) -> None:
    doctype = Catalogue.own().find(kind)
    assert doctype
    text = scaffold(doctype)
    ((code, message),) = messages(text, settings)
    holes = re.findall(r"\[(?! \])[^\]\n]+\]", text)
    assert code == "PMC202"
    number = int(message.split()[0])
    assert len(holes) // 2 < number <= len(holes) + 3  # three keys of the front matter; sentences hold several


@pytest.mark.parametrize("kind", OPEN)
def test_a_new_document_with_its_blanks_filled_in_has_no_finding(kind: str, settings: Settings) -> None:
    """Every blank takes a value of its kind, and what stands there besides needs no change."""
    doctype = Catalogue.own().find(kind)
    assert doctype
    values = {"[X%]": "25%", "[Y%]": "25%", "[Amount per hour or per month]": "€120/hour"}

    def filled(match: re.Match[str]) -> str:
        text = match[0]
        return values.get(text) or text.strip("[]").split(" / ")[0]

    text = re.sub(r"\[(?! \])[^\]\n]+\]", filled, scaffold(doctype))
    text = replaced(text, "date: TBD", "date: 2026-09-07").replace("TBD", "pm-31")
    assert [one for one in messages(text, settings) if not one[0].startswith("PMC6")] == []


def test_a_sentence_with_one_blank_left_is_still_open() -> None:
    body = replaced(ASSESSMENT, "with the choice of bets", "with [strategic opportunity]")
    document = read("value-assessment", body)
    (offence,) = document.offences["still-to-fill"]
    assert document.text[slice(*offence.span)] == "[strategic opportunity]"
    assert offence.message == "Message: “[strategic opportunity]” is still to fill in."
    assert "message" not in document.data["repositioning"]["conversation"]


@pytest.mark.parametrize("text", ["with [the] choice of bets", "with the choice [sic] of bets", "with [bets](bets.md)"])
def test_other_words_in_brackets_are_words(text: str) -> None:
    document = read("value-assessment", replaced(ASSESSMENT, "with the choice of bets", text))
    assert document.offences == {}
    assert text in document.data["repositioning"]["conversation"]["message"]


def test_a_few_open_places_are_told_one_by_one(settings: Settings) -> None:
    body = replaced(replaced(PLAN, "| 10% | 40% |", "| [X%] | [Y%] |"), "| 0 | 3 |", "| [X] | 3 |")
    front = "---\ntype: coaching-plan\nstatus: active\nvisibility: internal\n---\n\n"
    assert messages(front + body, settings) == [
        ("PMC202", "Baseline: “[X%]” is still to fill in."),
        ("PMC202", "Target: “[Y%]” is still to fill in."),
        ("PMC202", "Baseline: “[X]” is still to fill in."),
    ]


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_parts_are_named_without_a_number_where_they_have_none(kind: str, settings: Settings) -> None:
    body = DOCUMENTS[kind][0]
    last = body.rindex("\n---\n\n## ")
    title = body[last:].split("## ")[1].split("\n")[0]
    front = f"---\ntype: {kind}\nstatus: active\nvisibility: internal\n---\n\n"
    report = lint_bytes((front + body[:last]).encode(), "a.md", settings)
    found = [one for one in report.findings if one.code == "PMC301"]
    assert [(one.message, one.hint) for one in found] == [
        (f"The part “{title}” is missing.", f"It belongs at the end, as “## {title}”.")
    ]
