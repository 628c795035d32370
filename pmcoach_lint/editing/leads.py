"""What stands in front of a record's own text: its day and other values, and the signs around them."""

from __future__ import annotations

from collections.abc import Mapping

from pmcoach_lint.editing.listed import DATE, Listed
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.lines import line_begin
from pmcoach_lint.syntax.source import Change, Span, replaced
from pmcoach_lint.tuples import NamedTuple

WORK_TYPE = "work_type"

MARKER = regex(r"(?P<bullet>[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)(?P<box>\[[ xX]\][ \t]+)?|(?P<heading>#{1,6}[ \t]+)")
"""What the line of a record begins with."""

_OPENING = " \t-–—·|:,([{"
_CLOSING = regex(r"[)\]}]*")
"""What stands around a code such as `[S]` or `— S`, and goes where it does."""


class Lead(NamedTuple):
    """The text in front of a record's own, with the values of a new record.

    `signs` is what of it is no value, and `told` the names of what it tells.
    """

    text: str
    signs: str
    told: frozenset[str]


def lead_of(listed: Listed, place: int, texts: Mapping[str, str], within: Span) -> Lead | None:
    """What stands `within` a span in front of a record's own text, with the values of a new record in it.

    Args:
        listed: The list.
        place: The place of the record.
        texts: What the new record says, by the names of its fields. A kind of work that it does not tell is left out.
        within: Where that text begins and ends.

    Returns:
        The text; None where it holds no day, or something else that the new record does not tell.
    """
    begin, stop = within
    spans = {name: span for name in listed.records[place] if (span := listed.span_of(place, name))}
    inside = {name: span for name, span in spans.items() if begin <= span[0] < span[1] <= stop}
    told = {name: span for name, span in inside.items() if listed.text[span[0]] != "["}  # but for a box
    spare = told.pop(WORK_TYPE) if WORK_TYPE in told and WORK_TYPE not in texts else None
    if DATE not in told or not told.keys() <= texts.keys():
        return None
    changes: list[Change] = [(span, " ".join(texts[name].split())) for name, span in told.items()]
    changes += [(_with_brackets(listed.text, spare), "")] if spare else []
    moved = [((start - begin, end - begin), text) for (start, end), text in changes]
    before = listed.text[begin:stop]
    return Lead(replaced(before, moved), replaced(before, [(span, "") for span, _ in moved]), frozenset(told))


def says_more(form: str) -> bool:
    """Whether the form of a record, its line without its values and labels, has words: they are that record's own."""
    marker = MARKER.match(form)
    return any(map(str.isalnum, form[marker.end() if marker else 0 :]))


def one_line(text: str) -> str:
    """A value on one line, where a full stop may stand behind it already."""
    return " ".join(text.split()).rstrip(".")


def _with_brackets(text: str, span: Span) -> Span:
    """The span of a code, with the signs that set it off."""
    begin, after = line_begin(text, span[0]), _CLOSING.match(text, span[1])
    return (begin + len(text[begin : span[0]].rstrip(_OPENING)), after.end() if after else span[1])
