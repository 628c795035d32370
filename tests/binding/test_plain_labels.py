"""A plain label of the usual form is told without its expression, and is what the expression would find."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from pmcoach_lint.binding import labels
from pmcoach_lint.syntax.source import trim

PARTS = (
    *("Name", ": ", ":", "x" * 40, " ", "(aside)", "(a: b)", "(", ")", "|", "`", "\n", "<", "[", " value", ":\n", "  "),
    *("\u2003", "\r", "word " * 9, "é", "y" * 39),
)


@example("Name(a: b):")
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=9).map("".join).map(str.strip).filter(bool))
def test_a_plain_label_is_what_its_expression_finds(text: str) -> None:
    found = labels.split_label(text, (0, len(text)))
    match = labels._PLAIN.match(text) if ":" in text else None
    if match is None or match["name"].count("(") > match["name"].count(")"):
        assert found is None
    else:
        value = match.span("value") if match["value"] is not None else (len(text), len(text))
        assert found == labels.Label(match.span("name"), trim(text, value), bold=False)
