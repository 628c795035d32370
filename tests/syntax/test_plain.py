"""A plain section is read line by line as a Markdown parser reads it, and any other section is left to the parser."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.syntax import blocks as reading
from pmcoach_lint.syntax.block import Block
from pmcoach_lint.syntax.blocks import read_blocks
from pmcoach_lint.syntax.plain import next_section, plain_blocks

LINES = (
    *("", "", "", " ", "# H", "## H #", "#tag", "#", "#\tH", "text here", "more **text** x", "text  ", "text\\", "é"),
    *(
        "**Label:** value",
        "**Label**",
        "** x",
        "*a*",
        "__b__: v",
        "| a | b |",
        "|---|---|",
        "| c | d |",
        "a | b",
        "---|---",
    ),
    *("- one", "- two", "- **B:** x", "* one", "* two", "+ x", "- [x] box", "- 1. x", "-", "- ", "- - x", "-\tx"),
    *("1. one", "2026 was", "12", "  indented", "    code", "> q", "> # q", "```", "~~~", "- ```", "<div>", "<!-- c"),
    *("-->", "---", "===", "- ---", "***", "[a]: /x", "“quoted”", "€20", "\xa0", "\x0c", "☐ box", "x `a", "b` c", "\r"),
)
sections = st.lists(st.sampled_from(LINES), max_size=9).map("\n".join)


def tree(text: str, blocks: list[Block]) -> list[Any]:
    """All that there is to know of the blocks, but for the blank lines behind them."""
    return [
        (
            *(block.kind, block.start, len(text[: block.end].rstrip()), block.level, block.ordinal, block.lines),
            block.table and block.table.row_spans,
            tree(text, block.children),
        )
        for block in blocks
    ]


def parsed(text: str) -> list[Any]:
    """The blocks of a text that the parser alone has read."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "plain_blocks", lambda *_: None)
        patch.setattr(reading, "next_section", lambda *_: len(text))
        return tree(text, read_blocks(text).top)


@given(sections)
def test_a_text_is_read_as_the_parser_reads_it(text: str) -> None:
    assert tree(text, read_blocks(text).top) == parsed(text)


@pytest.mark.parametrize(
    "text",
    [
        "# Pack\n\nOne line\nand another.\n\n**Label:** value\n",
        "## Table\n\n| a | b |\n|---|---|\n| c | <br> |\n",
        "Words above\n| a | b |\n|---|---|\n| c | d |\n\n\n- one\n- **Two:** x\n\n- three\n\nafter\n* other list\n",
        "### Steps ###\n- [ ] first\n- [x] second\n## Next\n2026 was long\n",
    ],
)
def test_what_most_documents_are_made_of_needs_no_parser(text: str) -> None:
    start = 0
    while start < len(text):
        end = next_section(text, start)
        assert plain_blocks(text, start, end, 0) is not None
        start = end
    assert tree(text, read_blocks(text).top) == parsed(text)


@pytest.mark.parametrize(
    "line",
    [
        "- a\n  - b",
        "1. a",
        "> a",
        "```",
        "    a",
        "a\n---",
        "a\n===",
        "- a\nb",
        "- a\n| b |",
        "-",
        "a\\",
        "a\r",
        "[a]: b",
    ],
)
def test_what_may_be_anything_else_is_left_to_the_parser(line: str) -> None:
    text = f"# Head\n\n{line}\n"
    assert plain_blocks(text, 0, len(text), 0) is None
    assert tree(text, read_blocks(text).top) == parsed(text)


@pytest.mark.parametrize("opening", ["```", "- ~~~", "<!--", "> <div>", "1. ```"])
def test_what_goes_on_behind_a_heading_is_not_cut_there(opening: str) -> None:
    text = f"{opening}\n# No heading\n\n- one\n\n# Another\n"
    assert tree(text, read_blocks(text).top) == parsed(text)


def test_a_section_that_is_not_plain_leaves_the_others_alone() -> None:
    text = "# One\n\n- a\n\n# Two\n\n> said\n\n1. first\n\n# Three\n\n- b\n"
    assert tree(text, read_blocks(text).top) == parsed(text)
    assert [block.ordinal for block in read_blocks(text).top if block.kind == "ITEM"] == [1, 2, 3]
