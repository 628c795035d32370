"""The packs that the benchmark reads are what it says they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.settings import load_settings
from tests.bench import corpus

NUMBERS = (1, 2, 7, 20, 1000)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_pack_has_the_stated_tables_records_and_size(number: int) -> None:
    text = corpus.pack(number)

    assert corpus.count(text) == (corpus.TABLES, corpus.RECORDS) == (8, 80)
    assert len(text.encode()) == pytest.approx(22_000, rel=0.03)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_pack_is_valid(number: int, tmp_path: Path) -> None:
    settings = load_settings(tmp_path, isolated=True)._replace(as_of=corpus.FIRST_START)

    report = lint_bytes(corpus.pack(number).encode(), "packs/pack.md", settings)

    assert report.findings == ()


def test_the_planted_mistake_is_one_finding_at_its_cell(tmp_path: Path) -> None:
    text = corpus.with_mistake(corpus.pack(1))
    settings = load_settings(tmp_path, isolated=True)._replace(as_of=corpus.FIRST_START)

    (finding,) = lint_bytes(text.encode(), "packs/pack.md", settings).findings

    assert text.splitlines()[finding.range.start.line - 1][finding.range.start.column - 1 :].startswith("Analize")


def test_packs_are_the_same_every_time_and_no_two_alike() -> None:
    assert corpus.pack(3) == corpus.pack(3)
    assert len({corpus.pack(number) for number in range(1, 101)}) == 100


def test_count_counts_what_stands_in_the_text() -> None:
    text = "| A | B |\n| --- | :-: |\n| 1 | 2 |\n| 3 | 4 |\n\n| C |\n|---|\n| 5 |\n"

    assert corpus.count(text) == (2, 3)
