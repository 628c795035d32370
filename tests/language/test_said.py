"""The texts of a document by what they say, each in its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.document import Document, read_document
from pmcoach_lint.language import said
from pmcoach_lint.syntax.source import fold
from tests.packs import EXAMPLES, WHOLE

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
    assert [one.says for one in said(read)] == ["", "goal", "signal", "signal"]


def test_what_is_no_text_is_left_out() -> None:
    paths = {one.path for one in said(document(WHOLE))}
    assert ("vision", "bets", 0, "timeframe") not in paths
    assert ("assessment", "levels", 0, "target") not in paths
    assert ("status",) not in paths
    assert ("role",) in paths


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_each_text_stands_where_it_says(path: object) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    texts = list(said(document(text)))
    assert len(texts) > 100
    for one in texts:
        start, end = one.span(0, len(one.text))
        assert text[start:end] == one.text
        assert len(one.folded) == len(one.text)


def test_a_document_of_no_known_type_says_nothing() -> None:
    assert list(said(document("no front matter"))) == []


@given(st.text())
def test_folding_moves_nothing(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folding_spares_letters_that_would_grow() -> None:
    assert fold("İSTANBUL Ärger") == "İstanbul ärger"
