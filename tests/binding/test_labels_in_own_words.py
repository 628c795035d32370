"""Labels and headings inside a part in the author's own words, which the clues of their words tell."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts, read

FORMS = ("### {}\n\n- {}\n", "**{}**\n\n- {}\n", "**{}:** {}\n", "- **{}**\n  - {}\n", "**{}**\n{}\n")


def inside(part: str, body: str) -> dict[str, Any]:
    return next(iter(parts(f"{part}\n\n{body}").values()), {})


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "label",
    [
        "When I’ll be directive",
        "When gpm-8 just tells you",
        "Exception, where I give instruction",
        "When will cpo-2 simply give the answer?",
        "When one of us just says what to do",
        "Direct, and no coaching, when",
        "Directive moments",
    ],
)
def test_when_the_coach_decides(form: str, label: str) -> None:
    assert inside("## 5) Coaching cadence", form.format(label, "a legal deadline")) == {
        "exceptions": ["a legal deadline"]
    }


@pytest.mark.parametrize(
    "line",
    [
        "I go directive only when: a legal deadline",
        "I decide instead of asking if search is down.",
        "I'll step in only if a regulator calls.",
        "I just tell pm-07 what to do if prod is broken.",
        "When do I tell rather than ask? If search is down, or somebody signs.",
    ],
)
def test_when_the_coach_decides_in_a_sentence(line: str) -> None:
    found = inside("## 5) Coaching cadence", f"**Cadence:** weekly\n\n{line}\n")
    assert found == {"rhythm": "weekly", "exceptions": [line.rsplit(": ", maxsplit=1)[-1]]}


@pytest.mark.parametrize(
    ("part", "label", "name"),
    [
        ("## 5) Coaching cadence", "Questions I’ll use", "prompts"),
        ("## 5) Coaching cadence", "Questions of the coach", "prompts"),
        ("## 5) Coaching cadence", "Questions I'll keep in my pocket", "prompts"),
        ("## 5) Coaching cadence", "What will cpo-2 ask?", "prompts"),
        ("## 5) Coaching cadence", "Agenda template (duplicate me)", "agenda"),
        ("## 5) Coaching cadence", "Standard agenda", "agenda"),
        ("## 5) Coaching cadence", "What happens in the meeting?", "agenda"),
        ("## 7) Risks, open questions, next steps", "What could trip us up", "risks"),
        ("## 7) Risks, open questions, next steps", "Our worries", "risks"),
        ("## 7) Risks, open questions, next steps", "Might get in the way", "risks"),
        ("## 7) Risks, open questions, next steps", "Don't know yet", "questions"),
        ("## 7) Risks, open questions, next steps", "What we’re still wondering", "questions"),
        ("## 7) Risks, open questions, next steps", "What are we still asking ourselves?", "questions"),
        ("## 7) Risks, open questions, next steps", "What happens next", "next_steps"),
        ("## 7) Risks, open questions, next steps", "Who does what next?", "next_steps"),
    ],
)
def test_what_a_label_names(part: str, label: str, name: str) -> None:
    for form in ("### {}\n\n- one\n- two\n", "**{}**\n\n- one\n- two\n", "{}:\n\n1. one\n2. two\n"):
        found = inside(part, form.format(label))[name]
        assert [next(iter(one.values())) if isinstance(one, dict) else one for one in found] == ["one", "two"]


def test_feedback_in_a_paragraph_is_known_by_its_first_words() -> None:
    line = "Feedback comes on the same day: what I saw, and what it did."
    found = inside("## 5) Coaching cadence", f"**Cadence:** weekly\n\n**Prompts:** Who asks?\n\n{line}\n")
    assert found["feedback"] == [line]


@pytest.mark.parametrize(
    "label",
    ["What should be true by 5 February", "Goal by 2/5", "What I want by the end of January", "Goal in eight weeks"],
)
def test_the_goal_is_told_in_many_words(label: str) -> None:
    document = read(f"# Coaching pack\n\n## Context\n\n**{label}:** pm-07 decides alone.\n")
    assert document.data["context"]["goal"] == "pm-07 decides alone."


@pytest.mark.parametrize(
    ("body", "name", "text"),
    [
        ("**If we’re off:** one bet less", "adjust", "one bet less"),
        ("**Changing course:** one bet less", "adjust", "one bet less"),
        ("**When we change the plan:** one bet less", "adjust", "one bet less"),
        ("**What if we're behind?**\nChange the rep.", "adjust", "Change the rep."),
        ("Rule for changing: only at a review", "adjust", "only at a review"),
    ],
)
def test_how_the_plan_is_adjusted(body: str, name: str, text: str) -> None:
    assert inside("## 6) Follow-up", f"{body}\n") == {name: text}


@pytest.mark.parametrize(
    "body",
    [
        "**Coaching prompts:**\n- What is the ask?\n\n**Questions about the tool:** none of ours\n",
        "**Prompts**\n- What is the ask?\n\n**Questions I skip:** all closed ones\n",
    ],
)
def test_what_bears_its_own_name_counts_before_what_only_sounds_like_it(body: str) -> None:
    assert inside("## 5) Coaching cadence", body)["prompts"] == ["What is the ask?"]


@pytest.mark.parametrize(
    "label", ["Decision log", "Pre-reads", "Notes", "Documents until Wednesday", "Tools", "Where we sit", "Travel"]
)
def test_a_label_of_other_things_names_nothing(label: str) -> None:
    document = read(f"## 5) Coaching cadence\n\n**Cadence:** weekly\n\n**{label}:** as agreed\n")
    assert document.data["cadence"] == {"rhythm": "weekly"}


@pytest.mark.parametrize(
    "line",
    [
        "**Prompts:** *What is the fourth option? · Who loses? · What would you cut?*",
        "**Prompts:** What is the fourth option? · Who loses? · What would you cut?",
        "**Prompts:** (a) What is the fourth option? (b) Who loses? (c) What would you cut?",
        "Prompts: (1) What is the fourth option? (2) Who loses? (3) What would you cut?",
    ],
)
def test_several_prompts_stand_on_a_line(line: str) -> None:
    found = inside("## 5) Coaching cadence", f"**Cadence:** weekly\n\n{line}\n")["prompts"]
    assert found == ["What is the fourth option?", "Who loses?", "What would you cut?"]


@pytest.mark.parametrize(
    "text",
    [
        "Which of them, (a) or (b), is it?",
        "(a) Is it this one?",
        "(b) Is it this? (a) Or that?",
        "*What* is the fourth option, and *who* loses?",
        "*Why now?*",
    ],
)
def test_one_prompt_is_not_parted(text: str) -> None:
    found = inside("## 5) Coaching cadence", f"**Cadence:** weekly\n\n**Prompts:** {text}\n")["prompts"]
    assert [one.strip("*") for one in found] == [text.strip("*")]


def test_a_paragraph_behind_a_list_belongs_to_no_label_above() -> None:
    body = "**Cadence:** weekly\n\nPrompts\n- What is the ask?\n\nI decide instead of asking if search is down.\n"
    assert inside("## 5) Coaching cadence", body) == {
        "rhythm": "weekly",
        "prompts": ["What is the ask?"],
        "exceptions": ["I decide instead of asking if search is down."],
    }


def test_a_table_below_what_a_plan_holds_is_no_table_of_plans() -> None:
    table = "| Bet | Weekly rep | Artifact |\n|---|---|---|\n| 1 | one frame | log |\n"
    stretch = "| ID | Assignment | Milestones |\n|---|---|---|\n| S1 | the options paper | 23 Oct |\n"
    document = read(f"## 4) Development Plan\n\n{table}\n**Stretch assignments**\n\n{stretch}")
    assert [row["bet"] for row in document.data["plan"]["weeks"]] == ["1"]


@pytest.mark.parametrize(
    "text",
    [
        "If at week six the listeners still miss the ask, we give all our time to the first bet.",
        "When R2 is missed clearly, then we make one bet out of two.",
    ],
)
def test_a_condition_in_the_last_part_but_one_says_how_the_plan_is_adjusted(text: str) -> None:
    table = "| Review | Date | Looking at |\n|---|---|---|\n| R1 | 22.10.2026 | two briefs |\n"
    assert inside("## 6) Follow-up", f"### Review plan\n\n{table}\n{text}\n") == {
        "reviews": [{"date": "2026-10-22", "review": "R1", "evidence": "two briefs"}],
        "adjust": text,
    }


@pytest.mark.parametrize("text", ["Iffy weeks are named.", "Whenever we meet, we look at it.", "We meet when we can."])
def test_other_sentences_there_say_nothing_of_it(text: str) -> None:
    assert "adjust" not in inside("## 6) Follow-up", f"### Tracker\n\nNone yet.\n\n{text}\n")


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_bet_is_told_in_answers_to_questions(end: str) -> None:
    body = (
        f"**Bet 1: what is it?**{end}\nLet decisions go. From *understand* to *apply*.\n\n"
        f"**Why that one?**{end}\nWaiting took 2.5 days.\n\n"
        f"**How will we know it worked, and by when?**{end}\nNo more than 8 of 30 decisions.\n\n"
        f"**Bet 2: what is it?**{end}\nCoach by asking. From *know* to *apply*.\n"
    )
    first, second = inside("## 3) Shared Vision", body)["bets"]
    assert first == {
        "bet": "Let decisions go",
        "current": "Understand",
        "target": "Apply",
        "why": "Waiting took 2.5 days.",
        "signals": ["No more than 8 of 30 decisions."],
    }
    assert second == {"bet": "Coach by asking", "current": "Know", "target": "Apply"}


@pytest.mark.parametrize("title", ["Ask first", "What is it", "Why ask?"])
def test_a_title_that_no_line_answers_stays_the_title(title: str) -> None:
    (bet,) = inside("## 3) Shared Vision", f"**Bet 1: {title}**\n\n- Why: w\n- Signal: s\n")["bets"]
    assert bet["bet"] == title


@pytest.mark.parametrize("end", ["", "\n"])
def test_plans_are_told_in_answers_to_questions(end: str) -> None:
    body = (
        f"**What's the weekly rep for bet 1?**{end}\nList the decisions; give three away. Twenty-five minutes.\n\n"
        f"**What does it leave behind?**{end}\nThe log.\n\n"
        f"**And the stretch?**{end}\nTwo weeks without a decision.\n\n"
        f"**What's the weekly rep for bet 2?**{end}\nMark one transcript.\n\n"
        f"**What does cpo-2 promise?**{end}\nTo read each transcript.\n"
    )
    first, second = inside("## 4) Development Plan", body)["bets"]
    assert first == {
        "bet": "bet 1",
        "reps": [{"rep": "List the decisions; give three away.", "minutes": 25}],
        "stretch": ["Two weeks without a decision."],
        "artifacts": ["The log."],
    }
    assert second == {
        "bet": "bet 2",
        "reps": [{"rep": "Mark one transcript."}],
        "commitments": ["To read each transcript."],
    }


@pytest.mark.parametrize("line", ["Who pays for bet 2?", "**Is it worth more than bet 2**", "**What of the bets?**"])
def test_a_question_that_is_no_label_heads_no_plan(line: str) -> None:
    body = f"### Bet 1: Frame\n\n- Rep: one frame\n- Measure: m\n\n{line}\n\nNobody knows.\n"
    (plan,) = inside("## 4) Development Plan", body)["bets"]
    assert plan["bet"] == "Frame"


_ASSESSED = (
    "## 2) Current Assessment\n\n| Competency | Now | Evidence |\n|---|---|---|\n| Framing | Apply | a note |\n\n"
)


def assessed(body: str) -> dict[str, Any]:
    found: dict[str, Any] = parts(f"{_ASSESSED}{body}\n")["assessment"]
    return {name: value for name, value in found.items() if name != "levels"}


@pytest.mark.parametrize(
    "body",
    [
        "Strengths: depth, calm. Gaps: length; order. Unknown: works with a designer.",
        "Strength: depth, calm. Skill gaps: length; order. Unsure: works with a designer.",
        "Good at: depth, calm.\nTo grow: length; order.\nNot seen yet: works with a designer.",
        "**Strong already:** depth, calm\n\n**Weak spots:** length; order\n\n**Blind spots:** works with a designer",
        "### Strengths, in short\n- depth, calm\n\n### Gaps\n- length\n- order\n\n### Unsure\n- works with a designer",
    ],
)
def test_strengths_gaps_and_unknowns_are_told_in_any_form(body: str) -> None:
    found = {name: [one.rstrip(".") for one in value] for name, value in assessed(body).items()}
    wanted = {"strengths": ["depth, calm"], "gaps": ["length", "order"], "unknowns": ["works with a designer"]}
    assert found == wanted


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("Not about you", "no access"),
        ("Not pm-07's fault", "no access"),
        ("What is not theirs to fix", "no access"),
        ("Outside their control", "no access"),
        ("Constraint, no gap", "no access"),
    ],
)
def test_constraints_are_told_by_what_they_are_not(label: str, told: str) -> None:
    assert assessed(f"**{label}:** {told}") == {"constraints": [told]}
    assert assessed(f"Strengths: calm. {label}: {told}").get("constraints", [told]) == [told]


@pytest.mark.parametrize("end", ["?", "!", " (E2)", "."])
def test_a_label_may_stand_behind_whatever_ends_a_text(end: str) -> None:
    kept = f"asks why{end}".rstrip(".")
    assert assessed(f"Strengths: asks why{end} Gaps: length") == {"strengths": [kept], "gaps": ["length"]}
    assert assessed(f"Strengths: asks why{end} **Gaps:** length") == {
        "strengths": [f"asks why{end}"],
        "gaps": ["length"],
    }


def test_what_is_no_label_of_a_list_stays_in_its_text() -> None:
    assert assessed("Strengths: calm. Note: two of three. Gaps: length") == {
        "strengths": ["calm. Note: two of three"],
        "gaps": ["length"],
    }


def test_codes_of_one_kind_below_a_header_for_several_lists_are_no_kinds() -> None:
    table = (
        "| Competency | Now | Evidence | Skill gap or constraint? |\n|---|---|---|---|\n| C1 | Apply | a | skill |\n"
    )
    found = parts(f"## 2) Current Assessment\n\n{table}")["assessment"]
    assert found == {"levels": [{"competency": "C1", "current": "Apply", "evidence": ["a"], "gap_type": "skill"}]}


@pytest.mark.parametrize("heading", ["Context", "Background", "Background in brief", "Situation"])
@pytest.mark.parametrize(
    "lead",
    [
        "**What must be more true by 30 November**",
        "### What should be more true by the end",
        "By the end of the cycle:",
    ],
)
def test_what_is_to_be_more_true_is_the_goal(heading: str, lead: str) -> None:
    body = f"## {heading}\n\n- Constraint: a freeze in week 8\n\n{lead}\n\n- ranks first\n\n## Risks\n\n- x\n"
    assert parts(body)["context"] == {"goal": "ranks first", "constraints": ["a freeze in week 8"]}


@pytest.mark.parametrize(
    "risk",
    [
        "The freeze. *Mitigation: rotate people*",
        "The freeze. _Mitigation: rotate people_",
        "The freeze. *Mitigation:* rotate people",
        "The freeze. **Mitigation: rotate people**",
    ],
)
def test_a_label_may_be_set_off_with_all_behind_it(risk: str) -> None:
    assert parts(f"## Risks\n\n- {risk}\n")["closing"]["risks"] == [
        {"risk": "The freeze", "mitigation": "rotate people"}
    ]


def test_what_nobody_is_sure_about_is_unknown() -> None:
    body = "## 2) Current Assessment\n\n**Not sure about:** whether it is skill.\n"
    assert parts(body)["assessment"]["unknowns"] == ["whether it is skill."]
