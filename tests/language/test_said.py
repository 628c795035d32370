"""The texts of a document by what they say, each in its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.document import Document, read_document
from pmcoach_lint.language import said, said_at
from pmcoach_lint.language.said import spoken_of
from pmcoach_lint.resources import read_schema
from pmcoach_lint.syntax.source import fold
from tests.packs import EXAMPLES

KINDS = read_schema("binding.meta.schema.json")["properties"]["x-says"]["enum"]
TEXT = """---
type: coaching-pack
---

## 3) Shared Vision

| Bet | Success signals | Timeframe |
|---|---|---|
| **Frame** first | Two briefs<br>No rework | Weeks 1–8 |
"""


def document(text: str) -> Document:
    return read_document(text.encode(), "a.md")


def test_texts_are_told_apart_by_what_they_say() -> None:
    read = document(TEXT)
    assert [(one.path, one.text) for one in said(read, "goal", "signal")] == [
        (("vision", "bets", 0, "bet"), "**Frame** first"),
        (("vision", "bets", 0, "signals", 0), "Two briefs"),
        (("vision", "bets", 0, "signals", 1), "No rework"),
    ]
    assert [one.says for one in said(read, "signal", "goal")] == ["signal", "signal", "goal"]
    assert list(said(read, "prompt")) == []


def test_words_are_looked_for_in_all_texts_of_a_kind() -> None:
    signals = spoken_of(document(TEXT), "signal")
    assert [signals.at(number).path[-1] for number in (0, 1)] == [0, 1]
    assert [number for number, _ in signals.with_word("o")] == [0, 1]
    assert [number for number, _ in signals.with_word("rework")] == [1]
    assert list(signals.with_word("o")) == [(0, "two briefs"), (1, "no rework")]
    assert list(signals.with_word("briefsno")) == []
    assert list(signals.with_word("three")) == []


def test_no_sign_in_a_text_parts_it() -> None:
    people = spoken_of(document('---\ntype: coaching-pack\npm: "a\\0\\nb"\ncoach: lead-02\n---\n'), "person")
    assert people.texts == ["a\0\nb", "lead-02"]
    assert list(people.with_word("b")) == [(0, "a  b")]
    assert [number for number, _ in people.with_word("lead")] == [1]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_each_text_stands_where_it_says(path: object) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    texts = list(said(document(text), *KINDS))
    assert len(texts) > 50
    for one in texts:
        start, end = one.span(0, len(one.text))
        assert text[start:end] == one.text
        assert len(one.folded) == len(one.text)


def test_a_document_of_no_known_type_says_nothing() -> None:
    assert list(said(document("no front matter"), *KINDS)) == []


@given(st.text())
def test_folding_moves_nothing(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folding_spares_letters_that_would_grow() -> None:
    assert fold("İSTANBUL Ärger") == "İstanbul ärger"


def test_texts_are_found_by_their_place() -> None:
    read = document(TEXT)
    assert [one.text for one in said_at(read, "vision.bets.signals", "vision.bets.bet")] == [
        "Two briefs",
        "No rework",
        "**Frame** first",
    ]
    assert list(said_at(read, "vision", "vision.bets.timeframe", "vision.bets.bet.more", "plan.bets")) == []
