"""The lists of a document as tables, safe for spreadsheets."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmcoach_lint.document import read_document
from pmcoach_lint.generate.tables import Table, harmless, tables_of, to_csv
from tests.packs import ROOT

PM_03 = ROOT / "packs" / "pm-03-discovery-depth.md"
LOG = ROOT / "packs" / "clients" / "northwind" / "event-log.md"


def tables(path: object) -> dict[str, Table]:
    document = read_document((ROOT / str(path)).read_bytes(), str(path))
    return {table.name: table for table in tables_of(document)}


def test_a_pack_has_a_table_for_each_of_its_lists() -> None:
    assert {name: len(table.rows) for name, table in tables(PM_03).items()} == {
        "competencies": 6,
        "ladder": 36,
        "levels": 6,
        "evidence": 11,
        "bets": 2,
        "plan-bets": 2,
        "weeks": 0,
        "bets-reps": 0,
        "reps": 6,
        "checkpoints": 6,
        "agenda": 4,
        "reviews": 4,
        "tracker": 12,
        "follow-up-reviews": 3,
        "seen": 0,
        "measures": 0,
        "reviews-measures": 0,
        "reached": 4,
        "risks": 3,
        "next-steps": 4,
        "attestations": 7,
        "scores": 6,
    }


def test_a_nested_record_tells_whose_it_is() -> None:
    reps = tables(PM_03)["reps"]
    assert reps.header == (
        "Bet ID",
        "Bet",
        "ID",
        "Practice",
        "Minutes",
        "Weeks",
        "Bloom step",
        "Artifact",
        "Coach commitment",
        "Signal",
    )
    assert reps.rows[3][:3] == ("B2", "The rule before the result", "R2.1")
    assert reps.rows[3][4:6] == ("30", "1–3")
    actions = tables(LOG)["actions"]
    assert actions.header == ("Entry date", "Entry title", "Action", "Owner", "Due", "Done")
    assert actions.rows[0] == (
        "2026-10-01",
        "The handbook that stays here",
        "Read it as somebody who was never there",
        "pm-33",
        "2027-02-12",
        "no",
    )


def test_several_values_stand_in_one_cell() -> None:
    levels = tables(PM_03)["levels"]
    assert levels.rows[0][levels.header.index("Evidence")] == "E1; E2; E3"


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"),
        ("＝1+1", "'＝1+1"),
        ("- [ ] an item", "'- [ ] an item"),
        ("-3", "-3"),
        ("+4.5", "+4.5"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_no_cell_acts_as_a_formula(cell: str, safe: str) -> None:
    assert harmless(cell) == safe


@settings(deadline=None)
@given(st.lists(st.lists(st.text(), min_size=2, max_size=2).map(tuple), max_size=4), st.booleans())
def test_every_cell_comes_back_and_none_begins_a_formula(rows: list[tuple[str, ...]], bom: bool) -> None:
    text = to_csv(Table("t", ("A", "B"), tuple(rows)), bom=bom)
    assert text.startswith("\ufeff") is bom
    read = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert read == [["A", "B"], *([harmless(cell) for cell in row] for row in rows)]
    for cell in (cell for row in read for cell in row):
        assert not cell.lstrip().startswith(("=", "@", "＝", "＠"))
        assert not cell.startswith(("\t", "\r", "\n"))
