"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from pmcoach_lint.regex import anycase, regex


def test_it_finds_what_a_compiled_one_finds() -> None:
    late, compiled = regex(r"(?P<word>\w+)-(\d)", re.IGNORECASE), re.compile(r"(?P<word>\w+)-(\d)", re.IGNORECASE)
    for text in ("Rep-1 and rep-2", "rep", ""):
        assert late.findall(text) == compiled.findall(text)
        assert [match.span("word") for match in late.finditer(text)] == [
            match.span("word") for match in compiled.finditer(text)
        ]
        assert bool(late.match(text)) == bool(compiled.match(text))
    assert late.sub("x", "rep-1") == "x"
    assert (late.pattern, late.flags, late.groupindex) == (compiled.pattern, compiled.flags, compiled.groupindex)


def test_it_may_leave_the_case_of_letters_aside() -> None:
    assert anycase("rep.*").fullmatch("REP\n1") is None
    assert anycase("rep.*", re.DOTALL, near="rep").fullmatch("REP\n1") is not None


def test_it_takes_bytes_as_well() -> None:
    found = regex(rb"type: (\w+)").search(b"type: pack")
    assert found is not None
    assert found[1] == b"pack"


def test_nothing_is_compiled_before_it_is_used() -> None:
    broken = regex("(")
    assert broken.pattern == "("
    with pytest.raises(re.error, match="missing \\), unterminated subpattern"):
        broken.match("")


def test_what_a_compiled_one_has_not_it_has_not() -> None:
    with pytest.raises(AttributeError):
        regex("a").unheard_of  # type: ignore[attr-defined] # noqa: B018


def test_a_text_without_any_of_the_pieces_is_told_without_compiling() -> None:
    broken = regex("(", near="week day")
    assert broken.search("Monthly") is None
    assert broken.match("") is None
    assert broken.fullmatch("Monthly") is None
    assert broken.search("week and month", 5) is None
    assert broken.match("month and week", 0, 5) is None
    assert list(broken.finditer("Monthly")) == []
    with pytest.raises(re.error, match="unterminated"):
        broken.search("Every WEEK")


def test_with_one_of_the_pieces_it_finds_what_a_compiled_one_finds() -> None:
    found = regex(r"weekly|daily", re.IGNORECASE, near="week dai").search("Not Weekly, but daily", 5)
    assert found is not None
    assert found[0] == "daily"
    assert regex("weekly", near="week").pattern == "weekly"
    assert [match.start() for match in regex("weekly", near="week").finditer("weekly, weekly", 2)] == [8]
