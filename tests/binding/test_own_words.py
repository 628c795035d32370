"""Parts whose headings say in the author's own words what they are, and headings that only sound like one."""

from __future__ import annotations

import pytest

from pmcoach_lint.document import Document
from tests.binding.reading import DATA, TITLES, pack, parts, read

PARTS = ("definition", "assessment", "vision", "plan", "cadence", "follow_up", "closing")


def with_headings(headings: dict[str, str], level: str = "##") -> str:
    """The short pack with other headings for some of its parts."""
    titles = [headings.get(part, title) for part, title in zip(PARTS, TITLES, strict=True)]
    return pack(lambda number, _: f"{level} {titles[number - 1]}", lambda words, depth: f"{level}{'#' * depth} {words}")


@pytest.mark.parametrize(
    ("part", "heading"),
    [
        ("definition", "🎯 What a good PM looks like here"),
        ("definition", 'What "good PM" means on this team'),
        ("definition", "What great product managers do at Northwind"),
        ("definition", "What we expect of a PM"),
        ("definition", "Expectations for this role"),
        ("definition", "Our competencies"),
        ("definition", "What a wonderful PM looks like around here"),
        ("assessment", "2. Actual state (with proofs)"),
        ("vision", "What are we betting on?"),
        ("follow_up", "Looking back along the way"),
        ("closing", "Worries, wonderings and what's next"),
        ("assessment", "Where pm-58 stands, and how we know"),
        ("assessment", "How pm-07 stands at the moment"),
        ("assessment", "Where things are now"),
        ("assessment", "Starting point"),
        ("assessment", "First assessment by lead-02"),
        ("assessment", "Where KD was when we began"),
        ("assessment", "What I have seen so far"),
        ("assessment", "What we noticed so far"),
        ("vision", "What we're concentrating on"),
        ("vision", "What we focus on this autumn"),
        ("vision", "The two bets"),
        ("vision", "🌱 What we bet on this autumn: three bets"),
        ("vision", "Where we are going"),
        ("vision", "Growth areas for the autumn"),
        ("plan", "🏋️ The plan for eight weeks"),
        ("plan", "Week by week"),
        ("plan", "What pm-07 will practise"),
        ("plan", "Weekly reps and real work"),
        ("cadence", "How we will work together"),
        ("cadence", "Our weekly rhythm"),
        ("cadence", "When we meet and what we ask"),
        ("cadence", "Working together"),
        ("follow_up", "How we keep track"),
        ("follow_up", "Tracking progress"),
        ("follow_up", "Checkpoints and log"),
        ("follow_up", "Following up every week"),
        ("closing", "⚠️ Open questions and loose ends"),
        ("closing", "Risks, and what happens next"),
        ("closing", "What we do not know, and next steps"),
    ],
)
@pytest.mark.parametrize("level", ["#", "##", "###"])
def test_a_heading_in_the_authors_words_is_known(part: str, heading: str, level: str) -> None:
    assert parts(with_headings({part: heading}, level)) == DATA


OWN = {
    "definition": "What “good PM” means on this team",
    "assessment": "Where pm-58 stands, and how we know",
    "vision": "The two bets",
    "plan": "The plan, week by week",
    "cadence": "How we will work together",
    "follow_up": "Keeping track",
    "closing": "Risks and next steps, as we see them",
}


@pytest.mark.parametrize("first", ["Where we are starting from", "Where things are today", "The starting point"])
@pytest.mark.parametrize("second", ["What I have seen in the field", "How pm-58 stands, and how we know"])
def test_of_two_headings_that_fit_a_part_that_in_the_order_of_the_parts_counts(first: str, second: str) -> None:
    body = with_headings({**OWN, "assessment": second})
    at = body.index(f"## {OWN['definition']}")
    assert parts(f"{body[:at]}## {first}\n\nWe met twice.\n\n{body[at:]}") == DATA


def test_all_headings_may_be_in_the_authors_words() -> None:
    assert parts(with_headings(OWN)) == DATA


@pytest.mark.parametrize(
    ("part", "heading"),
    [
        ("plan", "Review of the plan"),  # which may be part 6
        ("assessment", "Where we are going"),  # which is part 3
        ("cadence", "Work"),
        ("cadence", "Notes on the plan and the cadence"),
        ("closing", "Thanks"),
    ],
)
def test_a_heading_that_tells_nothing_or_two_parts_is_left_alone(part: str, heading: str) -> None:
    beside = PARTS[PARTS.index(part) - 1]  # without a name as well, so that its place does not tell it
    assert heading not in headings(read(with_headings({part: heading, beside: "Odds and ends"})))


@pytest.mark.parametrize(
    ("part", "heading"),
    [
        ("definition", "Good to know"),
        ("definition", "Levels"),
        ("assessment", "Odds and ends"),
        ("vision", "Better together"),
        ("vision", "Between the lines"),
    ],
)
@pytest.mark.parametrize("level", ["#", "##", "###"])
def test_a_table_with_all_that_its_records_need_tells_the_part(part: str, heading: str, level: str) -> None:
    beside = PARTS[PARTS.index(part) + 1]  # without a name as well, so that its place does not tell it
    assert heading in headings(read(with_headings({part: heading, beside: "Work"}, level)))


_LEVELS = "| Competency | Current level | Evidence |\n|---|---|---|\n| Framing | Apply | brief of 3 March |\n"


@pytest.mark.parametrize(
    "section",
    [
        f"## Elsewhere\n\n{_LEVELS.replace('Evidence', 'Notes')}",  # with a column less
        f"## Last year\n\n{_LEVELS}\n## This year\n\n{_LEVELS}",
    ],
)
def test_a_table_that_lacks_a_column_or_comes_twice_tells_no_part(section: str) -> None:
    body = with_headings({})
    start, end = (body.index(f"## {TITLES[at]}") for at in (1, 2))
    assert "assessment" not in read(f"{body[:start]}{section}\n{body[end:]}").data


def headings(document: Document) -> list[str]:
    """The headings under which the parts of a document are read."""
    return [document.text[slice(*document.keys[(part,)])] for part in PARTS if (part,) in document.keys]


def without(part: str, *sections: str) -> str:
    """The short pack without a part, with other sections at the end."""
    body = with_headings({})
    start = body.index(f"## {TITLES[PARTS.index(part)]}")
    end = body.find("\n## ", start + 1)
    return "\n\n".join([body[:start] + (body[end:] if end >= 0 else ""), *sections]) + "\n"


def test_a_heading_out_of_the_order_of_the_parts_is_another_section() -> None:
    document = read(without("vision", "## Other people's bets\n\nThey grow as well."))
    assert "Other people's bets" not in headings(document)


def test_of_two_headings_that_may_be_one_part_neither_is() -> None:
    document = read(without("closing", "## Old risks\n\nGone.", "## New risks\n\n- time"))
    assert not any("risks" in heading for heading in headings(document))


def test_parts_of_the_last_part_may_stand_alone_as_ever() -> None:
    body = without("closing", "## Top risks\n\n- no time", "## Open questions\n\n- who?", "## Next steps\n\n- agree")
    document = read(body)
    assert document.data["closing"]["questions"] == ["who?"]
    assert document.data["closing"]["next_steps"] == [{"step": "agree"}]


def test_a_named_part_is_no_other_whatever_its_words() -> None:
    document = read(with_headings({"follow_up": "Follow-up tracker"}) + "\n## Progress so far\n\nMuch.\n")
    assert document.text[slice(*document.keys[("follow_up",)])] == "Follow-up tracker"
    assert document.data["follow_up"] == DATA["follow_up"]
