"""The excerpt: columns as a terminal counts them, and lines cut to what fits."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmcoach_lint.report.excerpt import Excerpt, crop
from pmcoach_lint.report.visible import cells, folded, visible
from tests.effort import calls


def columns(text: str) -> int:
    return sum(cell.width for cell in cells(text))


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("plain", 5),
        ("é", 1),
        ("e\u0301", 1),
        ("日本", 4),
        ("ｆｗ", 4),
        ("한", 2),
        ("\u1112\u1161\u11ab", 2),
        ("🚀", 2),
        ("👩‍💻", 2),
        ("👍🏽", 2),
        ("⚠\ufe0f", 2),
        ("🚀\ufe0f", 2),
        ("a\ufe0f", 1),
        ("🇩🇪", 2),
        ("→ “x” …", 7),
        ("a\u00a0b", 3),
        ("\t", 4),
        ("\x00", 4),
        ("\u200b", 6),
        ("\U000e0041", 10),
        ("\udcff", 4),
        ("\ud800", 6),
    ],
)
def test_characters_take_the_columns_of_a_terminal(text: str, width: int) -> None:
    assert columns(text) == width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – “text” 日本 👩‍💻 a\u00a0b", "plain – “text” 日本 👩‍💻 a\u00a0b"),
        ("a\tb\nc\rd", "a\\x09b\\x0ac\\x0dd"),
        ("\x1b[0m\x7f\x85\x9b", "\\x1b[0m\\x7f\\x85\\x9b"),
        ("\u202e\u2066\ufeff\u00ad", "\\u202e\\u2066\\ufeff\\xad"),
        ("\u2028\u2029", "\\u2028\\u2029"),
        ("\udce9\ud800", "\\xe9\\ud800"),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_what_acts_on_a_terminal_is_shown_by_its_number(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_lines_are_folded_into_one() -> None:
    assert folded("One.\n  Two.\nThree\x07.") == "One. Two. Three\\x07."


@pytest.mark.parametrize(
    ("line", "start", "end", "width", "excerpt"),
    [
        ("0123456789", 2, 4, 10, Excerpt("0123456789", 2, 2)),
        ("0123456789", 0, 0, 10, Excerpt("0123456789", 0, 1)),
        ("0123456789", 10, 10, 10, Excerpt("0123456789", 10, 1)),
        ("0123456789", 0, 2, 8, Excerpt("012345…", 0, 2)),
        ("0123456789", 8, 10, 8, Excerpt("…456789", 5, 2)),
        ("0123456789", 5, 6, 8, Excerpt("012345…", 5, 1)),
        ("0123456789", 6, 7, 8, Excerpt("…345678…", 4, 1)),
        ("0123456789", 0, 10, 8, Excerpt("012345…", 0, 6)),
        ("0123456789", 4, 10, 6, Excerpt("…4567…", 1, 4)),
        ("日本語の文章", 2, 3, 12, Excerpt("日本語の文章", 4, 2)),
        ("日本語の文章", 3, 4, 8, Excerpt("…語の文…", 3, 2)),
        ("e\u0301xyz", 1, 2, 10, Excerpt("e\u0301xyz", 1, 1)),
        ("e\u0301" * 10, 18, 20, 6, Excerpt("…" + "e\u0301" * 4, 4, 1)),
        ("a\tb", 2, 3, 10, Excerpt("a    b", 5, 1)),
        ("a\tb", 1, 2, 10, Excerpt("a    b", 1, 4)),
        ("a\x1bb", 1, 2, 10, Excerpt("a\\x1bb", 1, 4)),
        ("a   ", 1, 4, 10, Excerpt("a", 1, 3)),
        ("", 0, 0, 10, Excerpt("", 0, 1)),
    ],
)
def test_the_carets_are_under_the_characters(line: str, start: int, end: int, width: int, excerpt: Excerpt) -> None:
    assert crop(line, start, end, width) == excerpt


TEXT = st.text(st.sampled_from("ab |\t日é🚀⚠\u0301\u200d\ufe0f\x1b\u202e"), max_size=60)


@settings(max_examples=400)
@given(TEXT, st.integers(0, 60), st.integers(0, 60), st.integers(20, 40))
def test_an_excerpt_fits_and_its_carets_are_in_it(line: str, one: int, other: int, width: int) -> None:
    start, end = sorted((min(one, len(line)), min(other, len(line))))
    excerpt = crop(line, start, end, width)
    assert columns(excerpt.line) <= width
    assert excerpt.carets >= 1
    assert excerpt.indent + excerpt.carets <= width + 1
    if columns(line) <= width:
        assert excerpt.line == "".join(cell.shown for cell in cells(line)).rstrip()
        assert excerpt.indent == columns(line[:start])


def test_a_line_of_megabytes_is_cut_at_once() -> None:
    line = "日" * 4_000_000
    assert crop(line, 2_000_000, 3_000_000, 20) == Excerpt("…" + "日" * 9 + "…", 1, 18)
    assert calls(lambda: crop(line, 2_000_000, 3_000_000, 20)) == calls(lambda: crop(line[:4_000], 2_000, 3_000, 20))
