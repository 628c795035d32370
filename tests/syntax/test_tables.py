"""Tables as their author wrote them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.syntax.block import Block, Kind
from pmcoach_lint.syntax.blocks import read_blocks
from pmcoach_lint.syntax.tables import MAX_COLUMNS, Table, delimiter_columns, split_cells


def only_table(text: str) -> Table:
    tables = [block.table for block in every(read_blocks(text).top) if block.kind is Kind.TABLE]
    assert len(tables) == 1
    assert tables[0] is not None
    return tables[0]


def every(blocks: list[Block]) -> list[Block]:
    return [inner for block in blocks for inner in (block, *every(block.children))]


def cells(text: str, table: Table) -> list[list[str]]:
    return [[text[slice(*cell)] for cell in row] for row in (table.header, *table.rows)]


ROWS = [["Bet", "Why it matters"], ["Frame first", "the guess cost us"], ["", "x"]]


@pytest.mark.parametrize(
    "text",
    [
        "| Bet | Why it matters |\n|---|---|\n| Frame first | the guess cost us |\n| | x |\n",
        "|Bet|Why it matters|\n|-|-|\n|Frame first|the guess cost us|\n||x|",
        "Bet | Why it matters\n--- | ---\nFrame first | the guess cost us\n | x\n",
        "Bet | Why it matters |\n:-- | :-: |\nFrame first | the guess cost us |\n | x |\n",
        "|\tBet\t|  Why it matters  |\n| :--- | ---: |\n| Frame first |the guess cost us|\n|   |\tx|\n",
        "| Bet | Why it matters |\r\n|---|---|\r\n| Frame first | the guess cost us |\r\n| | x |\r\n",
        "| Bet | Why it matters |\r|---|---|\r| Frame first | the guess cost us |\r| | x |\r",
        "   | Bet | Why it matters |\n   |---|---|\n   | Frame first | the guess cost us |\n   | | x |\n",
        "> | Bet | Why it matters |\n> |---|---|\n> | Frame first | the guess cost us |\n> | | x |\n",
        "- | Bet | Why it matters |\n  |---|---|\n  | Frame first | the guess cost us |\n  | | x |\n",
        "- item\n\n  | Bet | Why it matters |\n  |---|---|\n  | Frame first | the guess cost us |\n  | | x |\n",
        "A line above.\n| Bet | Why it matters |\n|---|---|\n| Frame first | the guess cost us |\n| | x |\n",
    ],
)
def test_the_same_table_in_many_forms(text: str) -> None:
    if "\n | x" in text:
        text = text.replace("\n | x", "\n| | x")
    assert cells(text, only_table(text)) == ROWS


def test_a_cell_s_place_is_exact_among_wide_characters() -> None:
    text = "😀 text 𝒳\n\n| é | 😀😀 |\n|---|---|\n| 𝒳 | ü x |\n"
    table = only_table(text)
    assert cells(text, table) == [["é", "😀😀"], ["𝒳", "ü x"]]
    assert table.rows[0][1] == (text.index("ü x"), text.index("ü x") + 3)
    assert text[slice(*table.row_spans[0])] == "| 𝒳 | ü x |"


def test_an_empty_cell_has_a_place_of_its_own_between_its_bars() -> None:
    text = "| a | b | c |\n|---|---|---|\n|  || x |\n"
    row = only_table(text).rows[0]
    assert [text[slice(*cell)] for cell in row] == ["", "", "x"]
    line = text.index("|  ||")
    assert [cell[0] - line for cell in row] == [2, 4, 6]


@pytest.mark.parametrize(
    ("row", "parts"),
    [
        ("| a \\| b | c |", ["a \\| b", "c"]),
        ("| a \\\\| b |", ["a \\\\", "b"]),
        ("| `a \\| b` | c |", ["`a \\| b`", "c"]),
        ("| `a | b` | c |", ["`a", "b`", "c"]),
        ("| **a** | [x](y) |", ["**a**", "[x](y)"]),
        ("| a <!-- b --> | c |", ["a <!-- b -->", "c"]),
        ("| a<br>b | c |", ["a<br>b", "c"]),
        ("| a", ["a"]),
        ("a |", ["a"]),
        ("|", [""]),
        ("||", [""]),
        ("|||", ["", ""]),
        ("| a | b | c | d |", ["a", "b", "c", "d"]),
        ("a", ["a"]),
        ("| a \\|", ["a \\|"]),
    ],
)
def test_cells_of_a_row_as_many_as_are_written(row: str, parts: list[str]) -> None:
    text = f"| x | y |\n|---|---|\n{row}\n"
    assert cells(text, only_table(text))[1] == parts


@pytest.mark.parametrize(
    ("line", "columns"),
    [
        ("|---|---|", 2),
        ("---|---", 2),
        ("| - | - |", 2),
        (":--|:-:|--:", 3),
        ("|---|", 1),
        ("---", 0),
        ("|", 0),
        ("|  |", 0),
        ("|---|x|", 0),
        ("|--- ---|", 0),
        ("|:|:|", 0),
        ("||---|", 0),
    ],
)
def test_delimiter_rows(line: str, columns: int) -> None:
    assert delimiter_columns(line) == columns


@pytest.mark.parametrize("delimiter", ["|---|", "|---|---|---|"])
def test_a_delimiter_row_of_another_width_is_a_broken_table_and_still_one(delimiter: str) -> None:
    text = f"| a | b |\n{delimiter}\n| 1 | 2 |\n"
    table = only_table(text)
    assert cells(text, table) == [["a", "b"], ["1", "2"]]
    assert table.delimiter is not None
    span, columns = table.delimiter
    assert (text[slice(*span)], columns) == (delimiter, delimiter.count("-") // 3)


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n| c | d |\n",
        "a\n---|---\n",
        "a | b\n\n---|---\n",
        "    | a | b |\n    |---|---|\n",
        "```\n| a |\n|---|\n```\n",
        "|---|---|\n",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert [block for block in every(read_blocks(text).top) if block.kind is Kind.TABLE] == []


def test_a_table_ends_where_another_block_begins() -> None:
    head = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    for below, kind in (("\npara\n", Kind.PARAGRAPH), ("- item\n", Kind.ITEM), ("# head\n", Kind.HEADING)):
        top = read_blocks(head + below).top
        assert [block.kind for block in top] == [Kind.TABLE, kind]
    for below in ("---\n", "-\n", "===\n"):
        top = read_blocks(head + below).top
        assert top[0].table is not None
        assert len(top[0].table.rows) == 1
        assert len(top) == 2
        assert top[1].kind in (Kind.RULE, Kind.ITEM)


def test_a_line_of_text_right_below_a_table_is_one_of_its_rows() -> None:
    text = "| a | b |\n|---|---|\ntext\n"
    assert cells(text, only_table(text)) == [["a", "b"], ["text"]]


def test_ten_thousand_columns_are_not_read() -> None:
    text = "| a " * 10_000 + "|\n" + "|---" * 10_000 + "|\n" + "| b " * 10_000 + "|\n"
    table = only_table(text)
    assert table.too_wide
    assert (table.header, table.rows) == ([], [])
    assert text[table.span[0]] == "|"


def test_as_many_columns_as_are_allowed_are_read() -> None:
    text = "| a " * MAX_COLUMNS + "|\n" + "|---" * MAX_COLUMNS + "|\n"
    table = only_table(text)
    assert not table.too_wide
    assert len(table.header) == MAX_COLUMNS


words = st.text(alphabet="aé😀 𝒳.,;-*_`<>()[]#:&0", max_size=8).map(str.strip)


@given(
    st.lists(st.lists(words, min_size=2, max_size=5), min_size=2, max_size=5),
    st.booleans(),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_is_written_into_a_table_is_read_out_of_it(rows: list[list[str]], outer: bool, end: str) -> None:
    rows[0] = [f"h{word}" for word in rows[0]]
    width = len(rows[0])
    rows = [[f"x{word}" if not index else word for index, word in enumerate((row * width)[:width])] for row in rows]
    lines = [" | ".join(row) for row in rows]
    lines.insert(1, " | ".join(["---"] * width))
    lines = [f"| {line} |" for line in lines] if outer else [f"{line} |" for line in lines]
    text = end.join(lines) + end
    assert cells(text, only_table(text)) == rows


@given(st.lists(st.text(alphabet="aé𝒳 \t\u2003|\\.", max_size=20).map(str.strip), min_size=1, max_size=5))
def test_a_row_of_the_usual_form_has_the_cells_of_any_other(rows: list[str]) -> None:
    rows = [f"| {row} |" for row in rows]
    text = "\n".join(["| a | b |", "|---|---|", *rows])
    table = only_table(text)
    assert table.rows == [split_cells(text, span) for span in table.row_spans]
