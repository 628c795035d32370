"""Bytes to text, and offsets to lines and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.finding import Position, Range
from pmcoach_lint.syntax.source import MAX_BYTES, Source, decode, trim

GOOD = "---\ntype: coaching-pack\n---\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\n", "a\n"),
        (b"a", "a"),
        (b"a\r\nb\r\n", "a\r\nb\r\n"),
        (b"a\rb", "a\rb"),
        ("\ufeffa".encode(), "a"),
        ("\ufeff\ufeffa".encode(), "\ufeffa"),
        ("é 😀 𝒳\n".encode(), "é 😀 𝒳\n"),
    ],
)
def test_text_is_taken_as_it_is_but_for_a_byte_order_mark(data: bytes, text: str) -> None:
    source, offence = decode(data, "pack.md")
    assert offence is None
    assert source.text == text
    assert source.file == "pack.md"
    assert source.bom is data.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("data", [b"", b"\n", b"  \r\n\t\n", "\ufeff".encode(), "\ufeff\n\u3000".encode()])
def test_an_empty_file(data: bytes) -> None:
    source, offence = decode(data, "pack.md")
    assert offence is not None
    assert (offence.rule, offence.span) == ("empty-file", (0, 0))
    assert offence.message == "This file is empty."
    assert offence.hint == "Fill it in, or delete it."
    assert source.range(offence.span) == Range(Position(1, 1), Position(1, 1))


@pytest.mark.parametrize(
    ("data", "byte", "position"),
    [
        (b"\xff", 0, Position(1, 1)),
        (b"one\ntw\xe9o\n", 6, Position(2, 3)),
        ("é😀\nü ".encode() + b"\xe9\n", 10, Position(2, 3)),
        (b"one\r\n\xe9", 5, Position(2, 1)),
        ("\ufeffab".encode() + b"\xe9", 5, Position(1, 3)),
        (b"cut off \xe2\x82", 8, Position(1, 9)),
        (b"\xed\xa0\x80", 0, Position(1, 1)),
    ],
)
def test_bytes_that_are_not_utf_8_are_told_by_byte_and_by_line_and_column(
    data: bytes, byte: int, position: Position
) -> None:
    source, offence = decode(data, "pack.md")
    assert offence is not None
    assert offence.rule == "not-utf-8"
    assert (
        offence.message == f"This file is not saved as UTF-8: byte {byte} (0x{data[byte]:02x}) is no character of it."
    )
    assert offence.hint is not None
    assert offence.hint.startswith("Save it again with the encoding UTF-8")
    assert source.range(offence.span) == Range(position, position)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_told_as_such(encoding: str) -> None:
    mark = {"utf-16": b"", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}[encoding]
    _, offence = decode(mark + GOOD.encode(encoding), "pack.md")
    assert offence is not None
    assert (offence.rule, offence.message) == ("not-utf-8", "This file is saved as UTF-16, not as UTF-8.")
    assert offence.hint == "Save it again with the encoding UTF-8."


def test_a_binary_file() -> None:
    _, offence = decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff", "pack.md")
    assert offence is not None
    assert (offence.rule, offence.message) == ("binary-content", "This is not a text file: it holds binary data.")


def test_a_nul_in_the_text_is_told_at_its_byte_and_place() -> None:
    data = "é\nab".encode() + b"\0c\0\n"
    source, offence = decode(data, "pack.md")
    assert offence is not None
    assert offence.rule == "binary-content"
    assert offence.message == "There is a NUL character at byte 5, which no text file holds."
    assert source.range(offence.span) == Range(Position(2, 3), Position(2, 4))


def test_a_file_that_is_too_large_is_not_looked_into() -> None:
    assert decode(b"x" * MAX_BYTES, "pack.md")[1] is None
    source, offence = decode(b"\xff" * (MAX_BYTES + 1), "pack.md")
    assert offence is not None
    assert (offence.rule, offence.span, source.text) == ("file-too-large", (0, 0), "")
    assert offence.message == "This file is 4.2 MB long; a document of more than 4 MB is not read."
    assert offence.hint == "Split it into several documents."


def test_columns_are_counted_in_characters() -> None:
    text = "é😀𝒳e\u0301 x\nsecond"
    source = Source(text, "pack.md")
    assert source.position(text.index("x")) == Position(1, 7)
    assert source.position(text.index("second")) == Position(2, 1)
    assert source.position(len(text)) == Position(2, 7)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end(end: str) -> None:
    source = Source(f"one{end}two{end}{end}four", "pack.md")
    lines = ["one", "two", "four"]
    assert [source.position(source.text.index(line)) for line in lines] == [
        Position(1, 1),
        Position(2, 1),
        Position(4, 1),
    ]
    assert source.line_span(source.text.index("wo")) == (3 + len(end), 6 + len(end))


def test_what_only_python_takes_for_a_line_end_is_none() -> None:
    source = Source("one\u2028two\x0bthree\x85four", "pack.md")
    assert source.position(source.text.index("four")).line == 1


@pytest.mark.parametrize(
    ("text", "offset", "line"),
    [("a\n  bc \nd", 4, "bc"), ("a\n\nb", 2, ""), ("abc", 3, "abc"), ("a\r\n b\r\n", 3, "b"), ("", 0, "")],
)
def test_the_line_around_an_offset(text: str, offset: int, line: str) -> None:
    start, end = Source(text, "pack.md").line_span(offset)
    assert text[start:end] == line


@given(st.text(max_size=80))
def test_positions_are_those_of_a_plain_count(text: str) -> None:
    source = Source("x" + text, "pack.md")
    text = source.text
    line, column = 1, 1
    for offset, character in enumerate(text):
        assert source.position(offset) == Position(line, column)
        after = text[offset + 1 : offset + 2]
        if character == "\n" or (character == "\r" and after != "\n"):
            line, column = line + 1, 1
        else:
            column += 1
    assert source.position(len(text)) == Position(line, column)


@given(st.binary(max_size=60) | st.text(max_size=30).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_bytes_are_text_or_say_why_not(data: bytes) -> None:
    source, offence = decode(data, "pack.md")
    if offence is None:
        assert source.text.encode() == data.removeprefix(b"\xef\xbb\xbf")
    else:
        assert offence.rule in {"not-utf-8", "binary-content", "empty-file"}
        assert 0 <= offence.span[0] <= offence.span[1] <= len(source.text)


@given(st.text(max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_trimming(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    left, right = trim(text, (start, end))
    assert start <= left <= right <= end
    assert text[left:right] == text[start:end].strip()
    if left == right:
        assert left == start
