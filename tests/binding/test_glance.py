"""What a row of a table says at a glance is what a closer look finds in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.binding.extract import Extraction
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import MISSING
from pmcoach_lint.binding.places import Places, Rows
from pmcoach_lint.binding.tables.glance import UNCLEAR, glance_for
from pmcoach_lint.binding.tables.layout import Layout
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.readers.registry import READERS, Context, Unreadable, narrowed, read_value
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path

PACK = Catalogue.own().find("coaching-pack")
assert PACK is not None
LEVELS = PACK.binding.fields["assessment"].fields["levels"]
REPS = PACK.binding.fields["plan"].fields["bets"].fields["reps"]
MODEL = PACK.binding.fields["definition"].fields["competencies"]
TABLES = (
    (LEVELS, ("Competency", "Current level", "Target level", "Evidence", "Gap", "Gap type", "Priority")),
    (LEVELS, ("Competency", "Level change", "Evidence", "Gap")),
    (REPS, ("Rep", "Practice", "Minutes", "Weeks", "Artifact", "Signal")),
    (REPS, ("Practice", "Artifact", "Signal")),
    (MODEL, ("Competency", "Observable behaviours", "Know", "Understand", "Apply", "Analyze")),
    (PACK.binding.fields["follow_up"].fields["tracker"], ("Date", "Bet", "Rep or artifact done", "Status")),
    (PACK.binding.fields["quality_gate"].fields["attestations"], ("ID", "Item", "Done", "Date")),
)
CONTEXT = Context(start="2026-10-05", weeks=8)
PATH = ("x", 0)
LONG = "Writes the problem before any solution; names who has it, and how often"
SAID = (
    *("", "–", "None", "?", "TBD", "<x>", "[x]", "Analyze", "apply (3)", "Apply → Analyze", "2026-10-08", "35", "1–2"),
    *("H", "skill", "E1, E2", "**E1**", "`E1`", "Asks; listens", LONG, f"**{LONG}**", f"The {LONG} [x]"),
)
cells = st.sampled_from(SAID) | st.text(alphabet="abE1 -–*<>[]&;?%_.\\\t\xa0", max_size=40)


def in_a_table(titles: tuple[str, ...], line: str) -> Table:
    """A table with one row, which is that line."""
    lines = [f"| {' | '.join(titles)} |", "|---" * len(titles) + "|", line]
    ends = [sum(map(len, lines[: number + 1])) + number for number in range(len(lines))]
    return Table("\n".join(lines), [(end - len(text), end) for text, end in zip(lines, ends, strict=True)])


def seen(field: Binding, table: Table) -> tuple[Layout, dict[str, object] | None]:
    """How the table's row is read, and what it says at a glance."""
    layout = Layout(field, table, CONTEXT)
    return layout, layout.at_a_glance()[0]


@pytest.mark.parametrize(("field", "titles"), TABLES, ids=lambda value: str(getattr(value, "name", "")))
@given(said=st.lists(cells, min_size=7, max_size=7), end=st.sampled_from([" |", "|", ""]))
def test_it_agrees_with_a_closer_look(field: Binding, titles: tuple[str, ...], said: list[str], end: str) -> None:
    table = in_a_table(titles, f"| {' | '.join(said[: len(titles)])}{end}".strip())
    layout, record = seen(field, table)
    row = table.row_spans[0]
    reading = Extraction(table.text, CONTEXT)
    found = reading.records.closely(layout, row, PATH)
    if record:
        assert [record] == found
        assert list(record) == list(found[0])
        assert not reading.offences
        assert not reading.settled
        values: dict[Path, Span] = {PATH: row}
        keys: dict[Path, Span] = {}
        layout.place(PATH, values, keys)
        assert values == {**reading.values, PATH: row}
        assert keys == reading.keys


@pytest.mark.parametrize(("field", "titles"), TABLES[:3], ids=["levels", "changes", "reps"])
def test_a_usual_row_takes_no_closer_look(field: Binding, titles: tuple[str, ...]) -> None:
    usual = {"Competency": "**Craft**", "Current level": "Apply", "Target level": "Analyze (4)", "Evidence": "E1, E2"}
    usual |= {"Gap": LONG, "Gap type": "skill", "Priority": "", "Level change": "Apply → Analyze", "Rep": "R1"}
    usual |= {"Practice": LONG, "Minutes": "30 min", "Weeks": "1–2", "Artifact": "–", "Signal": "Two of them"}
    _, record = seen(field, in_a_table(titles, f"| {' | '.join(usual[title] for title in titles)} |"))
    assert isinstance(record, dict)
    assert {"competency", "rep"} & set(record)


@pytest.mark.parametrize("cell", ["?", "TBD", "<name>", "[Level]", "Analize", "a\\|b", "Apply | x", "&mdash;"])
def test_what_needs_a_closer_look_is_left_to_it(cell: str) -> None:
    table = in_a_table(("Competency", "Current level", "Gap"), f"| Craft | {cell} | {LONG} |")
    assert seen(LEVELS, table)[1] is None


def test_the_places_in_a_row_are_those_that_a_closer_look_finds() -> None:
    titles = ("Competency", "Current level", "Evidence", "Gap")
    table = in_a_table(titles, f"| Craft | Apply | E1, E2 | {LONG} |")
    late, close = Extraction(table.text, CONTEXT), Extraction(table.text, CONTEXT)
    late.records.tables(LEVELS, [table], ("x",))
    close.records.closely(Layout(LEVELS, table, CONTEXT), table.row_spans[0], PATH)
    assert set(late.values) == {PATH}
    rows = Rows(late)
    values, keys = Places(late.values, rows), Places(late.keys, rows)
    assert table.text[slice(*values[(*PATH, "evidence", 1)])] == "E2"
    assert table.text[slice(*keys[(*PATH, "gap")])] == "Gap"
    assert dict(keys) == close.keys
    assert dict(values) == {**close.values, PATH: table.row_spans[0]}
    assert (*PATH, "priority") not in values
    assert ("y", 0, "gap") not in values
    assert values.get((*PATH, "priority")) is None
    with pytest.raises(KeyError):
        values[(*PATH, "priority")]


def test_a_part_of_what_a_reader_finds_is_taken() -> None:
    glance = glance_for(LEVELS.fields["target"], Use("target", "to", "level-change"))
    assert glance is not None
    assert glance(["Apply → Analyze"], CONTEXT) == ["Analyze"]
    assert glance(["", "Apply"], CONTEXT) == [MISSING, UNCLEAR]


def test_what_is_read_in_one_document_is_known_in_another() -> None:
    other = Context(start="2026-11-02", weeks=6)
    by_context = {"date", "week", "weeks", "numbered-weeks", "last-week", "timeframe", "cycle", "cycle-end"}
    assert {reader for reader in READERS if narrowed(reader, CONTEXT) != narrowed(reader, other)} == by_context


@pytest.mark.parametrize("text", [*SAID, "Week 2", "weekly", "3 to 4 months", "€120 an hour", "Phase 2", "yes", "90%"])
@pytest.mark.parametrize("reader", READERS)
def test_a_reader_looks_at_no_more_than_it_is_given(reader: str, text: str) -> None:
    context = Context(1956, "2026-10-05", 8)

    def said(given: Context) -> object:
        try:
            return READERS[reader](text, given)
        except Unreadable as problem:
            return str(problem), problem.hint, problem.instead

    assert said(context) == said(narrowed(reader, context))
    if isinstance(value := said(context), dict):
        assert read_value(reader, text, context) == value
