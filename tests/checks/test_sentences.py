"""What is missing by its name, and may be told in sentences."""

from __future__ import annotations

import pytest

from pmcoach_lint.checks.schema import schema_offences
from pmcoach_lint.document import read_document

FRONT = "---\ntype: coaching-plan\nclient: northwind\npm: pm-31\nstatus: active\nvisibility: internal\n---\n\n"
PROSE = (
    "pm-31 came from field support eighteen months ago and knows more about a bad day on site than anybody else. "
    "Installers ring at once, which is a strength, and explains the backlog. Requests are taken as they come, and "
    "whoever rang last comes first, softened by good instinct."
)
OF_PART = (
    "“Current Assessment” is told in a form from which no “Strategic Thinking Indicators” or “Work Pattern” can be "
    "taken."
)
OF_RECORDS = (
    "2 of 3 under “Success Metrics” are told in a form from which no “Baseline”, “Target” or “Timeframe” can be taken."
)


def told(body: str, path: str) -> list[tuple[str, str, str]]:
    """What is missing in a part: the rule, the text at the place, the message."""
    document = read_document((FRONT + body).encode(), "plan.md")
    found = [offence for offence in schema_offences(document) if path in offence.message]
    return [(offence.rule, document.text[slice(*offence.span)], offence.message) for offence in found]


def test_a_part_that_is_told_in_sentences_is_not_said_to_lack_anything() -> None:
    assert told(f"## Current Assessment\n\n{PROSE}\n", "Current Assessment") == [("told-in-sentences", PROSE, OF_PART)]


@pytest.mark.parametrize("text", ["To come.", PROSE[:90], "| Indicator | Note |\n|---|---|\n| Asks why | rarely |"])
def test_a_part_with_little_or_no_text_lacks_what_it_lacks(text: str) -> None:
    rules = [rule for rule, _, _ in told(f"## Current Assessment\n\n{text}\n", "“Work Pattern”")]
    assert rules == ["missing-value"]


def test_what_is_read_does_not_count_as_sentences() -> None:
    table = "### Strategic Thinking Indicators\n\n| Indicator | Current | Target |\n|---|---|---|\n"
    rows = "".join(f"| {PROSE.replace('31', str(number))} | Rarely | Usually |\n" for number in range(32, 35))
    body = f"## Current Assessment\n\n{table}{rows}"
    assert [rule for rule, _, _ in told(body, "“Work Pattern”")] == ["missing-value"]


METRICS = "## Success Metrics\n\n"
TOLD = "Share of talks about direction: about 15% in October, a rough count, and we are going for 40% within 16 weeks."


def test_records_that_are_told_in_sentences_are_told_once() -> None:
    lines = f"- {TOLD}\n- {TOLD.replace('direction', 'money')}\n- Requests questioned\n"
    assert told(METRICS + lines, "“Timeframe”") == [
        ("told-in-sentences", TOLD, OF_RECORDS),
        (
            "missing-value",
            "Requests questioned",
            "Metric “Requests questioned” has none of “Baseline”, “Target” and “Timeframe”.",
        ),
    ]


def test_one_record_of_its_own_is_called_by_its_name() -> None:
    [(rule, _, message)] = told(f"{METRICS}- {TOLD}\n", "“Timeframe”")
    assert rule == "told-in-sentences"
    assert message.startswith("Metric “Share of talks about direction: about 15% in October, a…” is told in a form ")


def test_records_with_a_heading_each_that_are_told_in_sentences_are_told_once() -> None:
    body = f"## Coaching Interventions\n\n**Reframing, on 3 and 17 December.** {PROSE}\n\n**Saying no.** {PROSE}\n"
    [(rule, _, message)] = told(body, "“Outcome”")
    what = "2 of 2 under “Coaching Interventions” are told in a form"
    assert (rule, message) == ("told-in-sentences", f"{what} from which no “Practice” or “Outcome” can be taken.")


def test_a_record_with_a_heading_lacks_what_it_lacks() -> None:
    body = f"## Coaching Interventions\n\n### Session 1: Reframing\n\n**Technique:** {PROSE}\n"
    assert [(rule, message) for rule, _, message in told(body, "“Outcome”")] == [
        ("missing-value", "Session “Reframing” has neither “Practice” nor “Outcome”.")
    ]


REASON = "The sync cost six weeks and fewer than a quarter of all shops use it; the next three ideas rest on guesses."


@pytest.mark.parametrize(
    ("reason", "rule"),
    [(f"{REASON} ", "told-in-sentences"), ("They wait. ", "missing-value"), ("*Why:* They wait. ", None)],
)
def test_what_stands_between_the_values_of_a_paragraph_may_tell_what_it_lacks(reason: str, rule: str | None) -> None:
    bets = [
        f"**Bet {letter} — {name}.** From *Apply* to *Analyze*. {reason}*Signals:* six tests with a line for failing.\n"
        for letter, name in (("A", "test before build"), ("B", "numbers that carry"))
    ]
    body = "---\ntype: coaching-pack\npm: pm-07\n---\n\n# Pack\n\n## 3) Vision\n\n" + "\n".join(bets)
    offences = [each for each in schema_offences(read_document(body.encode(), "pack.md")) if "Why it" in each.message]
    assert {each.rule for each in offences} == ({rule} if rule else set())


ABOVE = (
    "I have been at Northwind since the spring, and the contract says senior product support for two of the five teams."
)


@pytest.mark.parametrize(
    ("text", "rule", "place"),
    [
        (ABOVE, "told-in-sentences", ABOVE),
        ("Working paper.", "missing-value", "Northwind"),
        (f"**Client:** {ABOVE}", "missing-value", "Northwind"),
        (f"## How they see me\n\n{ABOVE}", "missing-value", "Northwind"),
    ],
)
def test_what_stands_above_the_parts_may_be_told_in_sentences(text: str, rule: str, place: str) -> None:
    body = f"---\ntype: value-assessment\n---\n\n# Northwind\n\n{text}\n"
    document = read_document(body.encode(), "assessment.md")
    [found] = [offence for offence in schema_offences(document) if "“Current Engagement”" in offence.message]
    assert (found.rule, document.text[slice(*found.span)]) == (rule, place)


def test_what_is_missing_above_the_parts_is_told_once() -> None:
    for text, message in (
        (ABOVE, "What stands above the parts is told in a form from which no {} or {} can be taken."),
        ("Working paper.", "This document has neither {} nor {}."),
    ):
        document = read_document(f"---\ntype: work-proposal\n---\n\n# Northwind\n\n{text}\n".encode(), "p.md")
        found = [offence.message for offence in schema_offences(document) if "Engagement”" in offence.message]
        assert found == [message.format("“Current Engagement”", "“Proposed Addition”")]


PACK = "---\ntype: coaching-pack\npm: pm-31\nstatus: active\nvisibility: internal\n---\n\n## 4) Development Plan\n\n"


@pytest.mark.parametrize(
    ("below", "rules"),
    [
        (PROSE, ["told-in-sentences"]),
        ("To come.", ["missing-value"]),
        (f"**Weekly reps:** frame one request, 45 min\n\n{PROSE}", ["missing-value"]),
    ],
    ids=["prose", "hardly-any", "one-thing-is-named"],
)
def test_the_plan_of_a_bet_that_is_told_in_sentences_lacks_nothing(below: str, rules: list[str]) -> None:
    document = read_document(f"{PACK}### Bet 1\n\n{below}\n".encode(), "pack.md")
    found = [offence for offence in schema_offences(document) if "plan for bet 1" in offence.message]
    assert [offence.rule for offence in found] == rules


ENGAGEMENT = "---\ntype: engagement\nclient: Northwind\nstatus: active\nvisibility: internal\n---\n\n## Horizons\n\n"


@pytest.mark.parametrize(
    ("below", "rule"),
    [
        ("- Stop two projects: €300k freed this year", "told-in-sentences"),
        ("- Stop two projects", "missing-value"),
        ("- Stop at 10:30 each day", "missing-value"),
    ],
)
def test_a_text_with_a_colon_inside_may_tell_what_is_missing(below: str, rule: str) -> None:
    document = read_document(f"{ENGAGEMENT}### NOW\n\n{below}\n".encode(), "e.md")
    [found] = [each for each in schema_offences(document) if "“Client value”" in each.message]
    assert found.rule == rule


def test_a_cell_with_a_colon_inside_tells_one_thing() -> None:
    table = "| Horizon | Focus | Client value |\n|---|---|---|\n| NOW | Stop two: the rest is fine | |\n"
    document = read_document(f"{ENGAGEMENT}{table}".encode(), "e.md")
    assert [each.rule for each in schema_offences(document) if each.rule == "told-in-sentences"] == []


def test_brackets_at_the_end_may_tell_what_is_missing() -> None:
    front = "---\ntype: value-assessment\nclient: Northwind\nstatus: active\nvisibility: internal\n---\n\n"
    text = f"{front}## My rate\n\nEvidence:\n\n- Two projects stopped: €300k freed (log of 6 October)\n"
    [found] = [
        each for each in schema_offences(read_document(text.encode(), "a.md")) if "“Documentation”" in each.message
    ]
    assert found.rule == "told-in-sentences"
