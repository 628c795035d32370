"""Markdown to blocks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.syntax.block import Block, Kind
from pmcoach_lint.syntax.blocks import MAX_NESTING, read_blocks

Tree = list[tuple[str, list[str], "Tree"]]


def tree(text: str, offset: int = 0) -> Tree:
    def shown(blocks: list[Block]) -> Tree:
        return [(block.kind, [text[slice(*line)] for line in block.lines], shown(block.children)) for block in blocks]

    return shown(read_blocks(text, offset).top)


def every(blocks: list[Block]) -> list[Block]:
    return [inner for block in blocks for inner in (block, *every(block.children))]


@pytest.mark.parametrize(
    ("text", "level", "words"),
    [
        ("# One", 1, "One"),
        ("###### Six", 6, "Six"),
        ("## Two ##", 2, "Two"),
        ("## Two ##   ", 2, "Two"),
        ("## C#", 2, "C#"),
        ("## C##", 2, "C##"),
        ("## a \\##", 2, "a \\##"),
        ("##\tTab", 2, "Tab"),
        ("   ## Indented", 2, "Indented"),
        ("## 😀 é", 2, "😀 é"),
        ("##", 2, ""),
        ("## ##", 2, ""),
        ("One\n===", 1, "One"),
        ("Two\n---", 2, "Two"),
        ("Two\n--", 2, "Two"),
        ("Two\nlines\n===", 1, "Two\nlines"),
    ],
)
def test_headings(text: str, level: int, words: str) -> None:
    for end in ("\n", "\r\n", ""):
        source = text.replace("\n", "\r\n" if end == "\r\n" else "\n") + end
        (block,) = read_blocks(source).top
        assert block.kind == "HEADING"
        assert block.level == level
        assert source[slice(*block.lines[0])].replace("\r", "") == words


def test_a_label_above_an_empty_bullet_is_no_heading() -> None:
    text = "**Strengths**\n-\n\n**Constraints**\n-\n"
    assert tree(text) == [
        ("PARAGRAPH", ["**Strengths**"], []),
        ("ITEM", [], []),
        ("PARAGRAPH", ["**Constraints**"], []),
        ("ITEM", [], []),
    ]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        (
            "**A**\n-\n**B**\n-\n",
            [("PARAGRAPH", ["**A**"], []), ("ITEM", [], []), ("PARAGRAPH", ["**B**"], []), ("ITEM", [], [])],
        ),
        ("A:\r\n-\r\n", [("PARAGRAPH", ["A:"], []), ("ITEM", [], [])]),
        ("A:\n- \n", [("PARAGRAPH", ["A:"], []), ("ITEM", [], [])]),
        ("A:\n-", [("PARAGRAPH", ["A:"], []), ("ITEM", [], [])]),
        ("one\nA:\n-\n", [("PARAGRAPH", ["one", "A:"], []), ("ITEM", [], [])]),
        ("- **A**\n  -\n", [("ITEM", ["**A**"], [("ITEM", [], [])])]),
        ("- x\n\n  **A**\n  -\n", [("ITEM", ["x"], [("PARAGRAPH", ["**A**"], []), ("ITEM", [], [])])]),
        ("> **A**\n> -\n", [("QUOTE", [], [("PARAGRAPH", ["**A**"], []), ("ITEM", [], [])])]),
        ("\xa0\n-\n", [("ITEM", [], [])]),
        ("A:\n-\n-\n", [("PARAGRAPH", ["A:"], []), ("ITEM", [], []), ("ITEM", [], [])]),
    ],
)
def test_the_setext_trap_wherever_it_stands(text: str, blocks: Tree) -> None:
    assert tree(text) == blocks


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Two\nlines\n---\n", ["Two", "lines"]),
        ("**Date**: 2026-10-05\n---\n", ["**Date**: 2026-10-05"]),
        ("__Date:__ 2026-10-05\n-----\n", ["__Date:__ 2026-10-05"]),
        ("We start with the first quarter.\n---\n", ["We start with the first quarter."]),
        ("Shall we start with the “first quarter?”\n--\n", ["Shall we start with the “first quarter?”"]),
    ],
)
def test_running_text_above_dashes_is_no_heading(text: str, lines: list[str]) -> None:
    assert tree(text) == [("PARAGRAPH", lines, []), ("RULE", [], [])]


@pytest.mark.parametrize(
    "text", ["**Risks**\n---", "Why does this matter?\n---", "We start with the first one.\n===", "1.1 x.\n---"]
)
def test_a_title_above_dashes_is_a_heading(text: str) -> None:
    assert [block.kind for block in read_blocks(text).top] == [Kind.HEADING]


def test_bullets_after_the_trap_are_of_another_list_than_those_before() -> None:
    top = read_blocks("- a\n\nA:\n-\n").top
    assert top[0].ordinal != top[2].ordinal


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("one\ntwo\n", [("PARAGRAPH", ["one", "two"], [])]),
        ("one  \ntwo\\\nthree", [("PARAGRAPH", ["one", "two", "three"], [])]),
        ("one\\\\\ntwo\\", [("PARAGRAPH", ["one\\\\", "two\\"], [])]),
        ("one\r\n  two\r\n", [("PARAGRAPH", ["one", "two"], [])]),
        ("one\rtwo\r", [("PARAGRAPH", ["one", "two"], [])]),
        ("- a\n- b\n", [("ITEM", ["a"], []), ("ITEM", ["b"], [])]),
        ("- a\n\n- b\n", [("ITEM", ["a"], []), ("ITEM", ["b"], [])]),
        ("1. a\n2) b\n", [("ITEM", ["a"], []), ("ITEM", ["b"], [])]),
        ("- a\n  more\n", [("ITEM", ["a", "more"], [])]),
        ("- a\nlazy\n", [("ITEM", ["a", "lazy"], [])]),
        ("- a\n\n  below\n", [("ITEM", ["a"], [("PARAGRAPH", ["below"], [])])]),
        ("- a\n  - b\n    - c\n", [("ITEM", ["a"], [("ITEM", ["b"], [("ITEM", ["c"], [])])])]),
        ("-\n- x\n", [("ITEM", [], []), ("ITEM", ["x"], [])]),
        ("- [ ] open\n- [x] done\n", [("ITEM", ["[ ] open"], []), ("ITEM", ["[x] done"], [])]),
        ("- \\> 5 a week\n", [("ITEM", ["> 5 a week"], [])]),
        ("- # head\n", [("ITEM", [], [("HEADING", ["head"], [])])]),
        ("> one\n> two\n", [("QUOTE", [], [("PARAGRAPH", ["one", "two"], [])])]),
        ("> one\ntwo\n", [("QUOTE", [], [("PARAGRAPH", ["one", "two"], [])])]),
        ("> > one\n> > two\n", [("QUOTE", [], [("QUOTE", [], [("PARAGRAPH", ["one", "two"], [])])])]),
        ("> - a\n>   b\n", [("QUOTE", [], [("ITEM", ["a", "b"], [])])]),
        ("a\n\n***\n\nb\n", [("PARAGRAPH", ["a"], []), ("RULE", [], []), ("PARAGRAPH", ["b"], [])]),
        ("<div>\n**x**\n</div>\n", [("HTML", [], [])]),
        ("<!-- a -->\n", [("HTML", [], [])]),
        ("", []),
        ("\n\n", []),
    ],
)
def test_paragraphs_lists_and_quotations(text: str, blocks: Tree) -> None:
    assert tree(text) == blocks


@pytest.mark.parametrize(
    "text",
    [
        "```\n# Head\n**Label**: v\n- item\n```\n",
        "~~~markdown\n# Head\n~~~\n",
        "````\n```\n# Head\n```\n````\n",
        "```\n# Head, and the fence is never closed\n",
        "    # Head\n    - item\n",
        "- item\n\n  ```\n  # Head\n  ```\n",
        "> ```\n> # Head\n> ```\n",
    ],
)
def test_a_document_inside_code_is_text(text: str) -> None:
    kinds = {block.kind for block in every(read_blocks(text).top)}
    assert "CODE" in kinds
    assert kinds <= {"CODE", "ITEM", "QUOTE"}


def test_an_offset_skips_what_stands_before_and_counts_it() -> None:
    text = "---\né: 😀\n---\n# Head\n"
    (block,) = read_blocks(text, text.index("# Head")).top
    assert text[slice(*block.lines[0])] == "Head"


@pytest.mark.parametrize(
    "text",
    [
        "".join("  " * level + f"- {level}\n" for level in range(1000)),
        "- " * 1000 + "x\n",
        "> " * 1000 + "x\n",
        "> - " * 1000 + "x\n",
        "1. " * 1000 + "x\n",
    ],
)
def test_deep_nesting_is_told_once_and_not_followed(text: str) -> None:
    found = read_blocks(text)
    assert len(found.too_deep) == 1
    depth, blocks = 0, found.top
    while blocks:
        depth, blocks = depth + 1, blocks[0].children
    assert depth == MAX_NESTING


def test_nesting_as_deep_as_is_allowed_is_followed() -> None:
    found = read_blocks("".join("  " * level + f"- {level}\n" for level in range(MAX_NESTING)))
    assert found.too_deep == []
    assert len(every(found.top)) == MAX_NESTING


marks = st.sampled_from(
    [
        "# ",
        "## ",
        "- ",
        "1. ",
        "> ",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "-",
        "---",
        "===",
        "|",
        "| a | b |\n|---|---|\n",
        "```",
        "~~~",
        "    ",
        "\t",
        "**a**",
        "*",
        "_",
        "`",
        "[a]: b\n",
        "<div>",
        "<!--",
        "-->",
        "x",
        "é",
        "😀",
        "\xa0",
        "\u2028",
        "\u3000",
        "\x0b",
        "\\",
    ]
)


@given(st.text(max_size=80) | st.lists(marks, max_size=24).map("".join), st.integers(0, 10))
def test_any_text_is_blocks_in_order_and_inside_it(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    found = read_blocks(text, offset)
    last = offset
    for block in found.top:
        assert last <= block.start <= block.end <= len(text)
        last = block.start
    for block in every(found.top):
        for start, end in block.lines:
            assert block.start <= start <= end <= len(text)
            assert text[start:end] == text[start:end].strip()
        if block.table:
            spans = [*block.table.row_spans, *block.table.header, *(cell for row in block.table.rows for cell in row)]
            assert all(block.start <= start <= end <= block.end for start, end in spans)
            assert all("\n" not in text[start:end] for start, end in spans)
            assert len(block.table.rows) in (0, len(block.table.row_spans))


@given(st.lists(marks.filter(lambda mark: "\r" not in mark), max_size=24).map("".join))
def test_line_ends_make_no_difference(text: str) -> None:
    def bare(found: Tree) -> Tree:
        return [(kind, [line.replace("\r", "") for line in lines], bare(children)) for kind, lines, children in found]

    assert bare(tree(text)) == bare(tree(text.replace("\n", "\r\n")))


@pytest.mark.parametrize("label", ["**Impact**: two weeks", "**Impact:** two weeks", "__Impact__ (so far): two weeks"])
def test_a_bold_label_right_below_a_list_is_no_part_of_it(label: str) -> None:
    assert tree(f"1. Go\n2. Stop\n   later\n{label}\nand more\n3. Wait\n") == [
        (Kind.ITEM, ["Go"], []),
        (Kind.ITEM, ["Stop", "later"], []),
        (Kind.PARAGRAPH, [label, "and more"], []),
        (Kind.ITEM, ["Wait"], []),
    ]


def test_a_bold_label_right_below_a_list_inside_a_list_is_no_part_of_either() -> None:
    assert tree("- a\n  - b\n**Impact**: c\n") == [
        (Kind.ITEM, ["a"], [(Kind.ITEM, ["b"], [])]),
        (Kind.PARAGRAPH, ["**Impact**: c"], []),
    ]


def test_boxes_right_below_a_list_are_items_of_it() -> None:
    text = "- [x] a\n☐ b\n✅ c\nd\n"
    assert tree(text) == [
        (Kind.ITEM, ["[x] a"], []),
        (Kind.ITEM, ["☐ b"], []),
        (Kind.ITEM, ["✅ c"], []),
        (Kind.PARAGRAPH, ["d"], []),
    ]
    assert {block.ordinal for block in read_blocks(text).top[:3]} == {read_blocks(text).top[0].ordinal}


@pytest.mark.parametrize(
    "below",
    ["and so on", "**Note** that this goes on", "  **Impact**: indented", "**quite** bold: no label", "a **b**: c"],
)
def test_other_lines_right_below_an_item_go_on_with_it(below: str) -> None:
    assert tree(f"- a\n{below}\n") == [(Kind.ITEM, ["a", below.strip()], [])]


def test_a_label_below_a_list_in_a_quotation_stays_with_it() -> None:
    assert tree("> - a\n> **Impact**: b\n") == [(Kind.QUOTE, [], [(Kind.ITEM, ["a", "**Impact**: b"], [])])]


@pytest.mark.parametrize("rule", ["---", "-----------", "---  "])
def test_a_number_and_a_few_words_above_dashes_are_a_heading(rule: str) -> None:
    text = f"# Pack\n\n1. Good PM\n{rule}\n\nText\n\n2) Where we are\n{rule}\n- one\n"
    blocks = read_blocks(text).top
    assert tree(text) == [
        ("HEADING", ["Pack"], []),
        ("HEADING", ["1. Good PM"], []),
        ("PARAGRAPH", ["Text"], []),
        ("HEADING", ["2) Where we are"], []),
        ("ITEM", ["one"], []),
    ]
    assert [block.level for block in blocks if block.kind is Kind.HEADING] == [1, 2, 2]


@pytest.mark.parametrize(
    "text",
    [
        "1. One\n2. Two\n---\n",
        "1. One\n\n---\n",
        "1. We looked at all of it twice and agreed.\n---\n",
        "1. One\n   more of it\n---\n",
        "- One\n---\n",
        "1. One\n***\n",
    ],
)
def test_dashes_below_a_list_are_a_line_across_the_page(text: str) -> None:
    assert [block.kind for block in read_blocks(text).top][-1] == Kind.RULE
