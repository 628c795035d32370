"""A record's own text is searched only where there can be something to find; nothing is missed by that."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.binding.own_text.edges import ENDS
from pmcoach_lint.binding.own_text.heads import HeadReader
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.readers.registry import Context

PACK = Catalogue.own().find("coaching-pack")
assert PACK is not None
BETS = PACK.binding.fields["vision"].fields["bets"]

PARTS = (
    *("Wins", " – ", "5 min", ": ", ", ", "(45 min)", " ", "->", " → ", "by 9 March 2026", "@lead-02", "due ", "\t"),
    *("Artifact:", "**Artifact:** ", "; Artifact: ", ". ", "; ", "\n", "[x]", ")", "(", "_a_: ", "x" * 12, " - "),
    *("\u2003", "*Week:*", ": ** ", ":__  ", "|", " " * 34),
)
texts = st.lists(st.sampled_from(PARTS), min_size=1, max_size=12).map("".join)


@given(texts)
def test_a_value_at_the_end_is_found_as_in_the_whole_text(text: str) -> None:
    begins = dict(HeadReader(text, BETS, Context()).ends_from(0, len(text)))
    for pattern in ENDS:
        match, found = pattern.search(text), pattern.search(text, begins[pattern]) if pattern in begins else None
        assert (match and match.span()) == (found and found.span())


def test_a_value_at_the_end_may_be_as_long_as_its_form_allows() -> None:
    text = "x" * 40 + " –   " + "v" * 30 + "\n"
    match = ENDS[1].search(text, dict(HeadReader(text, BETS, Context()).ends_from(0, len(text)))[ENDS[1]])
    assert match
    assert match["value"] == "v" * 30


@given(texts)
def test_labels_reach_no_further_than_a_little_behind_the_last_colon(text: str) -> None:
    text = text.strip() or "x"
    reader = HeadReader(text, BETS, Context())
    last = min(len(text), text.rfind(":") + 4)

    def labels(end: int) -> list[tuple[int, int]]:
        return [match.span("name") for match, _ in reader.inline_labels(0, end)]

    assert ":" not in text or labels(last) == labels(len(text))
