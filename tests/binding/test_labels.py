"""Labelled values in every form in which people write them."""

from __future__ import annotations

import pytest

from tests.binding.reading import parts, read, told

CONTEXT = {
    "goal": "decide in one meeting",
    "scope": "search, two squads",
    "time_budget": 180,
    "constraints": ["no data", "two reorganisations"],
}
VALUES = {
    "Coaching goal": "decide in one meeting",
    "Scope": "search, two squads",
    "Time budget": "3 hours a week",
    "Constraints": "no data; two reorganisations",
}


def lines(form: str, between: str = "\n\n") -> str:
    return between.join(form.format(label=label, value=value) for label, value in VALUES.items())


@pytest.mark.parametrize(
    "body",
    [
        lines("**{label}:** {value}"),
        lines("**{label}**: {value}"),
        lines("**{label}** : {value}"),
        lines("**{label}** – {value}"),
        lines("**{label}** — {value}"),
        lines("**{label}** - {value}"),
        lines("**{label}** (agreed): {value}"),
        lines("__{label}__: {value}"),
        lines("*{label}:* {value}"),
        lines("_{label}_: {value}"),
        lines("***{label}:*** {value}"),
        lines("{label}: {value}"),
        lines("**{label}:** {value}", "\n"),
        lines("**{label}:** {value}", "  \n"),
        lines("**{label}:** {value}", "\\\n"),
        lines("{label}: {value}", "\n"),
        lines("{label}: {value}  ", "\n"),
        lines("- {label}: {value}", "\n"),
        lines("- **{label}:** {value}", "\n"),
        lines("- **{label}**: {value}", "\n"),
        lines("- **{label}** – {value}", "\n"),
        lines("* *{label}:* {value}", "\n"),
        lines("1. {label}: {value}", "\n"),
        lines("- [ ] {label}: {value}", "\n"),
        lines("- {label}:\n  {value}", "\n").replace("no data; two", "\n  - no data\n  - two"),
        lines("- **{label}:**\n  - {value}", "\n").replace("data; two", "data\n  - two"),
        lines("**{label}:**\n{value}").replace("no data; two", "\n- no data\n- two"),
        lines("**{label}**\n\n{value}").replace("no data; two", "\n- no data\n- two"),
        lines("**{label}**\n\n- {value}").replace("data; two", "data\n- two"),
        lines("**{label}**\n- {value}").replace("data; two", "data\n- two"),
        lines("### {label}\n\n{value}").replace("no data; two", "\n- no data\n- two"),
        lines("### {label}\n- {value}").replace("data; two", "data\n- two"),
        lines("#### **{label}**\n\n{value}").replace("no data; two", "\n- no data\n- two"),
        lines("{label}\n---\n{value}").replace("no data; two", "\n- no data\n- two"),
        "| Field | Value |\n|---|---|\n" + lines("| {label} | {value} |", "\n"),
        "| | |\n|---|---|\n" + lines("| **{label}** | {value} |", "\n"),
        "Field | Value\n--- | ---\n" + lines("{label}: | {value}", "\n"),
        "Coaching goal | decide in one meeting\n---|---\n" + lines("{label} | {value}", "\n").split("\n", 1)[1],
        lines("**{label}:** {value}").replace("Coaching goal", "Goal").replace("Time budget", "Practice time"),
        lines("**{label}:** {value}").replace("no data; two", "no data<br>two"),
        lines("**{label}:** {value}").replace("no data; two", "\n\n- no data\n- two"),
        lines("**{label}:** {value}").replace("no data; two", "\n- no data\n- two"),
        lines("**{label}:** {value}").replace("no data; two", "- no data - two"),
        lines("- {label}: {value}", "\n").replace("no data; two", "\n  - no data\n  - two"),
        lines("- {label}: {value}", "\n").replace("no data; two", "\n  1. no data\n  2. two"),
        lines("- {label}: {value}", "\n").replace("decide in", "decide\n  in"),
        lines("**{label}:** {value}").replace("decide in", "decide\nin"),
        lines("**{label}:** {value}", "\n\n---\n\n"),
        lines("**{label}:** <!-- in a few words --> {value}"),
        lines("**{label}:** {value}").replace("Scope", "SCOPE").replace("Time budget", "time  Budget"),
    ],
)
def test_a_label_and_its_value(body: str) -> None:
    context = parts(f"## Context snapshot\n\n{body}\n")["context"]
    assert {name: read_on_one_line(value) for name, value in context.items()} == CONTEXT


def read_on_one_line(value: object) -> object:
    return " ".join(value.removeprefix("- ").split()) if isinstance(value, str) else value


def test_a_label_of_several_lines_keeps_them() -> None:
    context = parts("## Context\n\n**Scope:** search,\ntwo squads\n\nAnother paragraph.\n\n**Goal:** g\n")["context"]
    assert context == {"scope": "search,\ntwo squads", "goal": "g"}


def test_a_value_stands_exactly_where_it_was_written() -> None:
    document = read("## Context\n\n- **Scope** (new): 😀 search, *two* squads <!-- for now -->\n")
    text = document.text
    assert text[slice(*document.values[("context", "scope")])] == "😀 search, *two* squads"
    assert text[slice(*document.keys[("context", "scope")])] == "Scope"
    assert document.data["context"] == {"scope": "😀 search, *two* squads"}


@pytest.mark.parametrize(
    "prose",
    [
        "We settled this in May: the scope is search.",
        "The scope: that is the question nobody asked.",
        "She asked about scope: who sets it, and when?",
        "**Important** scope changes are told to the coach.",
        "Read `Scope: search` as an example.",
        "See [Scope: search](scope.md).",
        "https://northwind.example/scope: an address.",
        "At 10:30 the scope was settled.",
        "1:1 notes: the scope was settled.",
        "Some text | Scope: search | more text",
    ],
)
def test_a_colon_in_running_text_makes_no_label(prose: str) -> None:
    body = f"## Context snapshot\n\n**Goal:** g\n\n{prose}\n"
    context = parts(body)["context"]
    assert context == {"goal": "g"} or prose.startswith("The scope:")


def test_labels_inside_a_named_list_belong_to_it() -> None:
    body = """## 4) Development Plan

### B1: Frame first

**Measurement:**

- Target: two in a row at 6 or more
- Level: judged by both
- Hypothesis: none needed here
- Artifacts: counted weekly

**Coach commitments:**

- Stretch: steps back
"""
    assert parts(body)["plan"]["bets"][0] == {
        "bet": "Frame first",
        "id": "B1",
        "measurement": [
            "Target: two in a row at 6 or more",
            "Level: judged by both",
            "Hypothesis: none needed here",
            "Artifacts: counted weekly",
        ],
        "commitments": ["Stretch: steps back"],
    }


def test_labels_inside_evidence_and_tables_are_text() -> None:
    body = """## 2) Current Assessment

| Competency | Current level | Target level | Evidence |
|---|---|---|---|
| Framing | Apply | Analyze | Spec says “Target: Evaluate” (Level: low) |

### Evidence log

- E1: Current level: she wrote “Apply” herself
- E2 (2026-09-14): Target: missed by a week

### Strengths to compound

- Evidence: she keeps it
- Constraints: names them early
"""
    assessment = parts(body)["assessment"]
    assert [row["current"] for row in assessment["levels"]] == ["Apply"]
    assert assessment["levels"][0]["evidence"] == ["Spec says “Target: Evaluate” (Level: low)"]
    assert [(row["id"], row["evidence"]) for row in assessment["evidence"]] == [
        ("E1", "Current level: she wrote “Apply” herself"),
        ("E2", "Target: missed by a week"),
    ]
    assert assessment["strengths"] == ["Evidence: she keeps it", "Constraints: names them early"]
    assert "constraints" not in assessment


@pytest.mark.parametrize("nothing", ["", "-", "–", "—"])
def test_a_label_without_a_value_has_a_place_and_no_value(nothing: str) -> None:
    document = read(f"## Context\n\n**Scope:** {nothing}\n\n**Goal:** g\n")
    assert document.data["context"] == {"goal": "g"}
    start, end = document.values[("context", "scope")]
    assert document.text[start:end].strip("-–—") == ""
    assert document.range((start, end)).start.line == document.text[: document.text.index("**Scope")].count("\n") + 1


def test_what_cannot_be_read_is_told_at_its_value() -> None:
    assert told("## Context\n\n- Time budget: as much as it takes\n") == [
        ("value-in-own-words", "as much as it takes", "“as much as it takes” is no length of time.")
    ]


@pytest.mark.parametrize("blank", ["TBD", "[hours]", "<hours>", "___", "TODO: ask", "?"])
def test_what_is_still_to_fill_in_is_told_at_its_value(blank: str) -> None:
    body = f"## Context\n\n**Time budget:** {blank}\n"
    assert told(body) == [("still-to-fill", blank, f"Time budget: “{blank}” is still to fill in.")]
    assert read(body).data["context"] == {}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_list_on_a_line_goes_on_in_the_next_ones(line_end: str) -> None:
    body = (
        "## 2) Current Assessment\n\n"
        "**Strengths:** runs releases without surprises; writes specs that engineers need\n"
        "to ask nothing about; keeps a promise to other teams;\n"
        "asks what for\n\n"
        "**Constraints:** no analyst until May\n"
        "one designer for three teams; all of them busy\n"
    )
    assert read(body.replace("\n", line_end)).data["assessment"] == {
        "strengths": [
            "runs releases without surprises",
            "writes specs that engineers need to ask nothing about",
            "keeps a promise to other teams",
            "asks what for",
        ],
        "constraints": ["no analyst until May", "one designer for three teams; all of them busy"],
    }
