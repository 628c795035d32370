"""Texts that go from one cycle into the next."""

from __future__ import annotations

from datetime import date

import pytest

from pmcoach_lint.generate.carried_texts import with_days_marked

LAST, FIRST = date(2026, 10, 5), date(2026, 12, 7)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Signed by 13 Nov", "Signed by [add a day (was 13 Nov)]"),
        ("A slot until Fri 13 Nov, before 2026-11-20", None),
        ("Due November 13, 2026.", "Due [add a day (was November 13, 2026)]."),
        ("Heard by 13 Nov.", "Heard by [add a day (was 13 Nov)]."),
        ("By the 3rd of Dec at latest", "By the [add a day (was 3rd of Dec)] at latest"),
        ("By 7 Dec", "By 7 Dec"),
        ("Signed by 15 January", "Signed by 15 January"),
        ("By 2027-01-15", "By 2027-01-15"),
        ("Said no on 13 Nov", "Said no on 13 Nov"),
        ("By 31 Nov", "By 31 Nov"),
        ("By May", "By May"),
        ("See [the note](by-2026-10-01.md)", "See [the note](by-2026-10-01.md)"),
    ],
)
def test_a_day_by_which_something_was_due_is_set_anew(text: str, written: str | None) -> None:
    expected = written or "A slot until [add a day (was Fri 13 Nov)], before [add a day (was 2026-11-20)]"
    assert with_days_marked(text, LAST, FIRST) == expected


def test_in_what_is_to_be_done_every_day_is_one_of_it() -> None:
    text = "Present it on 19 Nov; again on 12 Jan (notes/2026-10-01.md)"
    assert with_days_marked(text, LAST, FIRST, every=True) == (
        "Present it on [add a day (was 19 Nov)]; again on 12 Jan (notes/2026-10-01.md)"
    )
