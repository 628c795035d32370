"""When two names mean the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.names import has_all_words, is_short_form, name_key, name_keys, small


@pytest.mark.parametrize(
    "text",
    [
        "Current Assessment",
        "2) Current Assessment (Evidence-Based)",
        "2. Current assessment",
        "2 Current assessment",
        "2.1 Current assessment",
        "Part 2: Current Assessment",
        "Section 2 – Current Assessment",
        "**Current assessment:**",
        "CURRENT ASSESSMENT",
        "The current assessment",
        "Current  assessment (in [brackets])",
        "📊 Current Assessment",
        "2\\. Current<br>Assessment",
        "<b>Current Assessment</b>",
        "2️⃣ Current Assessment",
        "Part B: Current Assessment",
        "Section B – Current Assessment",
        "B.2 Current assessment",
        "B.1 Current assessment",
        "D.2.1. Current assessment",
        "IV. Current assessment",
        "viii) Current assessment",
    ],
)
def test_one_name_in_many_forms(text: str) -> None:
    assert name_key(text) == "current assessment"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Observable behaviours", "Observable behaviors"),
        ("Practice", "Practise"),
        ("Prioritisation", "Prioritization"),
        ("Strategy & prioritization", "Strategy and prioritization"),
        ("Coach’s time", "Coach's time"),
        ("Rep/artifact done", "Rep / artifact done"),
        ("Follow-up tracker", "Follow up tracker"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("1:1 agenda", "Agenda"), ("Current level", "Target level"), ("Bet 1", "Bet 2"), ("L3", "L4")]
)
def test_names_that_differ(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize("text", ["(only brackets)", "2)", "#", "12", "🟢"])
def test_a_name_of_which_little_is_left(text: str) -> None:
    assert name_key(text) == name_key(text.upper())


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Risks", ("risks",)),
        ("Shared vision: growth bets", ("shared vision growth bets", "shared vision")),
        ("Risks – and mitigations", ("risks mitigations", "risks")),
        ("Risks - and mitigations", ("risks mitigations", "risks")),
        ("Follow-up tracker", ("follow up tracker",)),
        ("1:1 agenda", ("1 1 agenda",)),
        ("P.1 Shared vision", ("shared vision",)),
        ("Artifact due Fri", ("artifact due fri", "artifact")),
        ("Artifacts by Friday", ("artifacts by friday", "artifacts")),
        ("Action due", ("action due",)),
        ("Due Fri", ("due fri",)),
    ],
)
def test_a_name_is_also_known_without_what_only_says_more(text: str, keys: tuple[str, ...]) -> None:
    assert name_keys(text) == keys


@pytest.mark.parametrize(
    ("short", "full", "is_short"),
    [
        ("product craft", "product craft docs ux edge cases", True),
        ("framing insight", "problem framing insight", True),
        ("insight framing", "problem framing insight", False),
        ("", "problem framing", False),
        ("on", "holding the line on scope", False),
        ("of the", "head of the table", False),
        ("a", "a", True),
        ("problem framing insight", "problem framing", False),
        ("frame", "problem framing", False),
    ],
)
def test_short_forms(short: str, full: str, is_short: bool) -> None:
    assert is_short_form(short, full) is is_short


@given(st.text(max_size=60))
def test_a_key_does_not_depend_on_case_or_trailing_marks(text: str) -> None:
    assert name_key(text) == name_key(text)
    assert all(isinstance(key, str) for key in name_keys(text))


@given(st.from_regex(r"[A-Za-z][a-z]{2,8}( [a-z]{3,8}){0,3}", fullmatch=True), st.integers(1, 99))
def test_numbering_in_front_makes_no_difference(name: str, number: int) -> None:
    for form in (
        f"{number}) {name}",
        f"{number}. {name}",
        f"Part {number}: {name}",
        f"**{number}. {name}**",
        f"{name}:",
    ):
        assert name_key(form) == name_key(name)


@pytest.mark.parametrize(
    ("heading", "general"),
    [
        ("When lead-02 decides", "when coach decides"),
        ("When director-2 decides", "when coach decides"),
        ("When head-of-product-2 decides", "when coach decides"),
        ("When vp-platform decides", "when coach decides"),
        ("When lead-green decides", "when coach decides"),
        ("Coaching prompts for pm-07", "coaching prompts"),
    ],
)
def test_a_name_that_tells_of_somebody_is_that_of_anybody(heading: str, general: str) -> None:
    assert general in name_keys(heading)


@pytest.mark.parametrize("heading", ["Review in week-4 again", "What phase-2 brings", "Plan for sprint-12"])
def test_a_name_that_tells_of_a_time_is_not(heading: str) -> None:
    assert not any("coach" in key for key in name_keys(heading))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Executive rooms", "Commands a room of executives."),
        ("Shipping", "Ships"),
        ("Growing others", "They grow the people beside them."),
        ("Room of executives", "Executive rooms"),
    ],
)
def test_a_name_may_have_all_words_of_a_text_in_other_forms(text: str, name: str) -> None:
    assert has_all_words(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Executive presence", "Executive communication"),
        ("Strategy", "Straight talk"),
        ("People", "They grow the people beside them."),
        ("", "Ships"),
        ("QA", "Quality"),
    ],
)
def test_a_name_that_lacks_a_word_of_a_text_is_another(text: str, name: str) -> None:
    assert not has_all_words(text, name)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("What we'd do together", "what i would do together"),
        ("What I’d do", "what i would do"),
        ("Where we are now", "where i am now"),
        ("How they see us today", "how they see me today"),
        ("Our case: what we can't claim", "my case what i cannot claim"),
        ("What you'll get", "what you will get"),
        ("What isn't shown yet", "what is not shown yet"),
    ],
)
def test_names_in_several_voices_are_known_in_one(text: str, key: str) -> None:
    assert name_keys(text)[0] == name_key(text)
    assert key in name_keys(text)


@pytest.mark.parametrize("text", ["Weekly power", "Four hours", "Business outcomes", "Use of weeks", "Client's view"])
def test_words_that_only_look_like_a_voice_stay(text: str) -> None:
    assert name_keys(text) == (name_key(text),)


@pytest.mark.parametrize(
    ("words", "said"),
    [("Growth bet “X”", "growth bet “X”"), ("PM “pm-11”", "PM “pm-11”"), ("ROI", "ROI"), ("A bet", "a bet"), ("", "")],
)
def test_a_name_inside_a_sentence(words: str, said: str) -> None:
    assert small(words) == said


def test_no_article_ends_a_name() -> None:
    assert name_key("Bet A") == "bet a"
    assert name_key("A bet") == name_key("The bet") == "bet"
    assert name_key("A") == "a"
