"""Records that are told in lines with a list below, and parts that are known by their numbers alone."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import FRONT, parts, read
from tests.linting import offences_of

SEEN = "2026-09-14: opened with a solution"
HEADS = [
    "**Framing** — Apply → Analyze",
    "**Framing:** Apply → Analyze",
    "Framing: Apply → Analyze",
    "**Framing:** currently Apply, should be at Analyze",
    "Framing: currently **Apply**, should be at **Analyze**",
    "Framing: now at Apply, to be at Analyze",
    "**Framing** — Current: Apply | Target: Analyze",
    "**Framing:** Currently at Apply. Target: Analyze.",
    "### Framing (Apply → Analyze)",
    "### Framing: Apply → Analyze",
]
FRAMING = {"competency": "Framing", "current": "Apply", "target": "Analyze"}


def assessment(text: str) -> dict[str, Any]:
    found: dict[str, Any] = parts(f"## 2) Current Assessment\n\n{text}\n")["assessment"]
    return found


@pytest.mark.parametrize("head", HEADS)
def test_a_level_told_in_a_line_with_what_was_seen_below(head: str) -> None:
    text = f"{head}\n\n- {SEEN}\n- no rival written\n\n{head.replace('Framing', 'Craft')}\n\n- one note"
    assert assessment(text) == {
        "levels": [
            {**FRAMING, "evidence": [SEEN, "no rival written"]},
            {**FRAMING, "competency": "Craft", "evidence": ["one note"]},
        ]
    }


@pytest.mark.parametrize("head", HEADS)
def test_what_is_labelled_below_such_a_line_is_the_record_s(head: str) -> None:
    text = f"{head}\n\n- Gap: stops at the first guess\n- Evidence: one note"
    assert assessment(text) == {"levels": [{**FRAMING, "evidence": ["one note"], "gap": "stops at the first guess"}]}


def test_a_level_that_is_told_alone_is_the_present_one_and_may_be_kept() -> None:
    text = "Framing: Apply → Analyze\n- one note\n\nDelivery: **Evaluate** – a strength. Keep it.\n- ships when said"
    assert assessment(text)["levels"][1] == {
        "competency": "Delivery",
        "current": "Evaluate",
        "target": "Evaluate",
        "evidence": ["ships when said"],
        "standing": "strength",
    }


def test_names_in_a_numbered_list_above_their_labels() -> None:
    text = "1. Framing\n   - Current: Apply\n   - Target: Analyze\n2. Craft\n   - Current: Apply\n   - Target: Analyze"
    assert assessment(text) == {"levels": [FRAMING, {**FRAMING, "competency": "Craft"}]}


@pytest.mark.parametrize("text", ["Note: to be seen in week 4", "**By the way:** nothing yet", "See also: E1\n- E2"])
def test_a_line_with_a_label_alone_tells_of_no_record(text: str) -> None:
    assert "levels" not in read(f"## 2) Current Assessment\n\n{text}\n").data.get("assessment", {})


@pytest.mark.parametrize(
    "head", ["Bet {}", "**Bet {}**", "### Bet {}", "Bet {}:", "Bet {} – Frame first", "### Bet {} "]
)
def test_a_plan_is_headed_by_the_number_of_its_bet(head: str) -> None:
    body = "".join(f"{head.format(number)}\n\n- write it (30 min)\n- Stretch: a review\n\n" for number in (1, 2))
    bets = parts(f"## 3) Bets\n\n1. Frame first\n2. Speak last\n\n## 4) Plan\n\n{body}")["plan"]["bets"]
    assert [bet["reps"] for bet in bets] == [[{"rep": "write it", "minutes": 30}]] * 2
    assert [bet["stretch"] for bet in bets] == [["a review"]] * 2
    assert bets[1]["bet"] == ("Frame first" if "Frame" in head else "Bet 2")


NAMED = "Definition of “Good PM”", "Shared Vision", "Development Plan"


@pytest.mark.parametrize("form", ["## {}) {}", "## Part {} — {}", "**Part {}: {}**", "# {}. {}", "## Part {}. {}"])
def test_a_part_is_known_by_its_number_where_others_bear_theirs(form: str) -> None:
    heads = [form.format(number, name) for number, name in zip((1, 3, 4), NAMED, strict=True)]
    heads.insert(1, form.format(2, "How pm-07 does by now"))
    table = "| Competency | Current | Target | Evidence |\n|---|---|---|---|\n| Framing | Apply | Analyze | E1 |"
    texts = ["**Scope:** one team", table, "1. Frame first", "### Bet 1\n\n**Hypothesis:** h"]
    body = "\n\n".join(f"{head}\n\n{text}" for head, text in zip(heads, texts, strict=True))
    found = parts(body + "\n")
    assert list(found) == ["definition", "assessment", "vision", "plan"]
    assert found["assessment"] == {"levels": [{**FRAMING, "evidence": ["E1"]}]}


@pytest.mark.parametrize(
    "heads",
    [
        ("## 1) Definition of “Good PM”", "## 2) How pm-07 does by now"),  # one alone may be chance
        ("## 1) Shared Vision", "## 2) How pm-07 does by now", "## 4) Development Plan"),  # numbers of their own
        ("## 3) Shared Vision", "## 4) Development Plan", "### 2) How pm-07 does by now"),  # too low for a part
        ("## 3) Shared Vision", "## 4) Development Plan", "## 20 things pm-07 does"),
    ],
)
def test_a_number_alone_is_no_part(heads: tuple[str, ...]) -> None:
    table = "| Competency | Current level | Target level |\n|---|---|---|\n| Framing | Apply | Analyze |"
    body = "\n\n".join(f"{head}\n\n{table}" for head in heads)
    assert ("assessment",) not in read(body + "\n").keys


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2026-11-16, 2026-12-07", ["2026-11-16", "2026-12-07"]),
        ("16 November 2026 and 7 December 2026.", ["2026-11-16", "2026-12-07"]),
        ("2026-11-16", ["2026-11-16"]),
        ("Nov 16, Dec 7", ["2026-11-16", "2026-12-07"]),
    ],
)
def test_days_alone_are_a_record_each(text: str, days: list[str]) -> None:
    (bet,) = parts(f"## 4) Plan\n\n### Bet 1\n\n**Checkpoints:** {text}\n")["plan"]["bets"]
    assert bet["checkpoints"] == [{"date": day} for day in days]


def test_days_without_a_year_are_told_one_by_one_where_no_cycle_begins() -> None:
    body = "## 4) Plan\n\n### Bet 1\n\n**Checkpoints:** Nov 16, Dec 7\n"
    assert offences_of(read(body, FRONT.replace("start: 2026-10-05\n", ""))) == [
        ("unreadable-value", day, f"“{day}” does not say the year.") for day in ("Nov 16", "Dec 7")
    ]


def test_a_day_with_more_on_its_line_is_one_record() -> None:
    (bet,) = parts("## 4) Plan\n\n### Bet 1\n\n**Checkpoints:** 2026-11-16: first memo\n")["plan"]["bets"]
    assert bet["checkpoints"] == [{"date": "2026-11-16", "signal": "first memo"}]


REPEATED = [
    "- Risk: the freeze\n- Risk: the budget\n- Next: pm-07 asks by 2026-11-10\n- Next: lead-02 books a room",
    "**Risk:** the freeze\n**Risk:** the budget\n\n**Next:** pm-07 asks by 2026-11-10\n**Next:** lead-02 books a room",
    "Risk: the freeze\nRisk: the budget\nNext: pm-07 asks by 2026-11-10\nNext: lead-02 books a room",
    "- Risk: the freeze\n- Next: pm-07 asks by 2026-11-10\n- Risk: the budget\n- Next: lead-02 books a room",
]


@pytest.mark.parametrize("text", REPEATED)
def test_a_label_before_each_value_of_a_list(text: str) -> None:
    document = read(f"## 7) Risks / Open questions / Next steps\n\n{text}\n")
    assert document.data["closing"] == {
        "risks": [{"risk": "the freeze"}, {"risk": "the budget"}],
        "next_steps": [
            {"step": "pm-07 asks", "owner": "pm-07", "due": "2026-11-10"},
            {"step": "lead-02 books a room", "owner": "lead-02"},
        ],
    }
    second = document.values[("closing", "next_steps", 1, "step")]
    assert document.text[slice(*second)] == "lead-02 books a room"


def test_a_label_may_stand_before_each_of_several_texts() -> None:
    found = parts("## Cadence\n\n- Question: What would sink it?\n- Question: Who loses?\n")["cadence"]
    assert found["prompts"] == ["What would sink it?", "Who loses?"]


@pytest.mark.parametrize(
    "form", ["- **Framing**: {}", "**Framing**: {}", "Framing: {}", "### Framing\n\n- Gap: g\n\n### Craft: {}"]
)
def test_what_is_told_behind_a_change_is_evidence(form: str) -> None:
    text = form.format("Apply → Analyze. On 14 September the brief opened with a solution. No rival was written.")
    level = assessment(text)["levels"][-1]
    assert (level["current"], level["target"]) == ("Apply", "Analyze")
    assert level["evidence"] == ["On 14 September the brief opened with a solution. No rival was written."]


@pytest.mark.parametrize(
    "text",
    [
        "If pm-07 frames first, then plans hold, because guesses are tested.",
        "We think that plans will hold if the frame comes first,\nbecause guesses are tested then.",
        "I believe that frames written early make plans hold.",
    ],
)
def test_a_hypothesis_without_a_label(text: str) -> None:
    body = f"## 4) Plan\n\n### Bet 1\n\n{text}\n\n**Weekly reps:** write it (30 min)\n"
    (bet,) = parts(body)["plan"]["bets"]
    assert bet == {"bet": "Bet 1", "hypothesis": text, "reps": [{"rep": "write it", "minutes": 30}]}


@pytest.mark.parametrize("text", ["If two reps are missed, we halve them.", "Twice a week.", "- If pm-07 is ill: none"])
def test_what_is_no_hypothesis(text: str) -> None:
    (bet,) = read(f"## 4) Plan\n\n### Bet 1\n\n{text}\n\n**Stretch:** a review\n").data["plan"]["bets"]
    assert "hypothesis" not in bet


def test_a_line_with_a_label_of_its_own_is_no_more_of_the_line_above() -> None:
    body = (
        "## Assessment\n\nStrengths: depth, accuracy.\nGaps: no refusals\n"
        "Constraints (not skill): a vacant role; a freeze of 4 days.\nUncertain: one document\n"
    )
    assert read(body).data["assessment"] == {
        "strengths": ["depth, accuracy."],
        "gaps": ["no refusals"],
        "unknowns": ["one document"],
        "constraints": ["a vacant role", "a freeze of 4 days."],
    }


@pytest.mark.parametrize("line", ["and accuracy", "the team says: she is exact", "Three squads said last week: exact"])
def test_a_line_that_goes_on_with_the_one_above_is_part_of_it(line: str) -> None:
    assert line in str(read(f"## Assessment\n\nStrengths: depth,\n{line}\n").data["assessment"]["strengths"])


@pytest.mark.parametrize(
    ("line", "questions"),
    [
        ("is v3 one decision or two (a, b)? Who is on call?", ["is v3 one decision or two (a, b)?", "Who is on call?"]),
        ("Who pays? When? By whom?", ["Who pays?", "When?", "By whom?"]),
        ("Who pays; who decides?", ["Who pays", "who decides?"]),
        ("Who pays? We asked finance in May.", ["Who pays? We asked finance in May."]),
        ("Who asked “why?” in May?", ["Who asked “why?” in May?"]),
    ],
)
def test_questions_in_a_line_are_one_each(line: str, questions: list[str]) -> None:
    closing = read(f"## Risks / questions / next steps\n\nOpen questions: {line}\n").data["closing"]
    assert closing["questions"] == questions
