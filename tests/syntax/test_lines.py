"""Where lines begin and end."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.syntax.lines import line_around, line_begin, line_break, line_end, next_line


@given(st.text("a \n\r", max_size=30))
def test_each_place_is_on_the_line_on_which_it_is_shown(text: str) -> None:
    lines = text.splitlines(keepends=True)
    for line, (begin, behind) in zip(lines, pairwise([0, *accumulate(map(len, lines))]), strict=True):
        end = begin + len(line.rstrip("\r\n"))
        for at in range(begin, behind):
            assert line_begin(text, at) == begin
        for at in range(begin, end + 1):
            assert line_around(text, at) == (begin, end)
            assert next_line(text, at) == behind


def test_several_lines() -> None:
    assert line_around("one\rtwo\r\nthree\nfour", 5, 11) == (4, 14)
    assert (line_end("", 0), next_line("", 0), line_begin("", 0)) == (0, 0, 0)


@pytest.mark.parametrize(
    ("text", "at", "end"),
    [
        ("", 0, "\n"),
        ("a", 1, "\n"),
        ("a\rb\nc", 1, "\r"),
        ("a\rb\nc", 2, "\n"),
        ("a\r\nb", 4, "\r\n"),
        ("a\rb", 3, "\r"),
    ],
)
def test_the_line_break_that_is_used_around_a_place(text: str, at: int, end: str) -> None:
    assert line_break(text, at) == end
