"""Phrases in texts: how they are noted down, what is found, and what excuses them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pmcoach_lint.document import read_document
from pmcoach_lint.language import Hit, choice, lexicon, noted
from pmcoach_lint.language.labels import VAGUE
from pmcoach_lint.language.minds import UNOBSERVABLE
from pmcoach_lint.language.notation import may_be, most_words, needs_of, rarest_in
from pmcoach_lint.language.traits import TRAITS
from pmcoach_lint.rules.wording_prompts import ADVICE, LEADING
from pmcoach_lint.rules.wording_support import DEPENDENCY


def hits(text: str, *phrases: str, allowed: tuple[str, ...] = ()) -> list[Hit]:
    """What is found in a goal that is `text`."""
    read = read_document(f"---\ntype: coaching-pack\n---\n\n## Context\n\n**Goal:** {text}\n".encode(), "a.md")
    known = lexicon(phrases, allow=allowed)
    found = list(known.among(read, "goal"))
    assert [hit.span for hit in found] == [hit.span for hit in known.at(read, "context.goal")]
    return found


def found(text: str, *phrases: str, allowed: tuple[str, ...] = ()) -> list[str]:
    """The words that are found in a goal that is `text`, as they stand there."""
    return [hit.text.text[hit.start : hit.end] for hit in hits(text, *phrases, allowed=allowed)]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Be more strategic", "be more strategic", ["Be more strategic"]),
        ("be  MORE\nstrategic, soon", "be more strategic", ["be  MORE\nstrategic"]),
        ("be **more strategic**", "be more strategic", ["be **more strategic"]),
        ("be _more_ strategic", "be more strategic", ["be _more_ strategic"]),
        ("maybe more strategic", "be more strategic", []),
        ("be more strategical", "be more strategic", []),
        ("well-being is", "being is", []),
        ("Becoming bolder", "be|become|becoming bolder", ["Becoming bolder"]),
        ("be a really good one", "a really? good", ["a really good"]),
        ("be a good one", "a really? good", ["a good"]),
        ("good", "really? good", ["good"]),
        ("Improves quality", "improv* quality", ["Improves quality"]),
        ("gets much better at it", "get|gets_much|much better", ["gets much better"]),
        ("attend at least one of the courses", "attend ... courses", []),
        ("attend one of the courses", "attend ... courses", ["attend one of the courses"]),
        ("Don’t you think", "don't you think", ["Don’t you think"]),
        ("a data driven one and a data-driven one", "data-driven", ["data driven", "data-driven"]),
        ("**Did** you do it?", "^ did you", ["**Did** you"]),
        ("When did you do it?", "^ did you", []),
        ("Good job!", "^ good job $", ["Good job!"]),
        ("Good job on the memo", "^ good job $", []),
        ("anything", "", []),
    ],
)
def test_a_phrase_is_found_however_it_is_written(text: str, phrase: str, expected: list[str]) -> None:
    assert found(text, phrase) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Avoid labels such as be more strategic.",
        "Not be more strategic but one more question",
        "“Be more strategic” was the feedback",
        '"Be more strategic" was the feedback',
        "‘Isn’t she to be more strategic’ was the feedback",
        "'be more strategic' was the feedback",
        "`be more strategic`",
        "The director said that they should be more strategic",
        "be more strategic, according to the director",
        "Never be more strategic",
        "A question rather than be more strategic",
        "You don’t have to be more strategic",
    ],
)
def test_what_is_only_spoken_about_is_no_hit(text: str) -> None:
    assert found(text, "be more strategic") == []


@pytest.mark.parametrize(
    "text",
    [
        "No rework. Be more strategic.",
        "Does not frame, so: be more strategic",
        "The PM's goal: be more strategic; it's time",
        "Answers are not written - be more strategic",
        "The head of sales said no. Be more strategic",
    ],
)
def test_another_sentence_or_clause_excuses_nothing(text: str) -> None:
    assert len(found(text, "be more strategic")) == 1


def test_a_mark_that_is_never_closed_quotes_nothing() -> None:
    assert len(found("“Be more strategic", "be more strategic")) == 1
    assert len(found(f"“Be more strategic {'and more ' * 100}”", "be more strategic")) == 1


def test_of_one_text_the_first_places_are_enough() -> None:
    assert len(found("be more strategic, " * 100, "be more strategic")) == 20


def test_a_team_lets_phrases_pass() -> None:
    allowed = ("be more strategic about pricing",)
    assert found("Be more strategic about pricing", "be more strategic", allowed=allowed) == []
    assert found("Be more strategic about costs", "be more strategic", allowed=allowed) == ["Be more strategic"]


def test_of_phrases_that_overlap_the_first_and_longest_counts() -> None:
    assert found("have a lot more meetings", "more meetings", "a lot more", "a lot more meetings") == [
        "a lot more meetings"
    ]


def test_words_are_shown_without_mark_up() -> None:
    (hit,) = hits("To be **more\nstrategic**", "be more strategic")
    assert hit.words == "be more strategic"
    assert hit.text.path == ("context", "goal")


def test_a_lexicon_is_built_once() -> None:
    assert lexicon(("a b",), ("c",)) is lexicon(("a b",), ("c",))


@example("", "|", "")
@given(st.text(), st.text(), st.text(max_size=20))
def test_no_text_and_no_phrase_is_too_odd(text: str, phrase: str, allowed: str) -> None:
    for words in found(text, phrase, allowed=(allowed,)):
        assert words in text


def test_a_list_of_phrases_is_one_text() -> None:
    phrases = noted(
        """
        be more
            strategic
        a|
            b c
        """
    )
    assert phrases == ("be more strategic", "a|b c")
    assert choice("a b\n c") == "a|b|c"


@pytest.mark.parametrize(
    ("phrase", "most"),
    [
        ("^ is|be|being? good|strongly_built listener|decision-maker $", 5),
        ("^ $", 0),
        ("^ good listener", None),
        ("good listener $", None),
        ("^ good .. listener $", None),
        ("^ improv* $", None),
        ("^ @ decides $", None),
    ],
)
def test_a_phrase_that_is_all_of_a_text_tells_how_many_words_that_has(phrase: str, most: int | None) -> None:
    assert most_words(phrase) == most


def test_a_text_with_more_words_than_a_phrase_is_not_looked_at_closely() -> None:
    phrase = "^ is? good listener $"
    words = frozenset({"is", "a", "good", "listener", "today"})
    assert may_be(phrase, "**is good_listener!**", words)
    assert not may_be(phrase, "is a good listener", words)


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("be more proactive", {"proactive"}),
        ("be|become|being Decisive", {"decisive"}),
        ("better|stronger visibility", {"better", "stronger"}),
        ("good strategic_thinking|gravitas", {"thinking", "gravitas"}),
        ("really? improv* ...", set()),
        ("to the Straße", {"strasse"}),
    ],
)
def test_a_phrase_is_looked_for_by_what_is_rarest_in_it(phrase: str, words: set[str]) -> None:
    assert rarest_in(phrase) == words


@pytest.mark.parametrize("phrases", [VAGUE, UNOBSERVABLE, DEPENDENCY, TRAITS, LEADING, ADVICE])
def test_what_is_rarest_at_a_glance_is_rarest_at_a_closer_look(phrases: tuple[str, ...]) -> None:
    for phrase in phrases:
        assert rarest_in(phrase) == next((need.sought for need in needs_of(phrase)), frozenset())


@pytest.mark.parametrize("word", ["Straße", "STRASSE", "5 µs", "ſo"])
def test_a_letter_that_has_no_small_or_no_capital_one_is_found(word: str) -> None:
    assert found(f"Look at the {word.lower()}", word.lower()) == [word.lower()]
