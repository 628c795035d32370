"""Records and values that are paragraphs headed in bold: `**Framing: Apply.** Of ten briefs …`."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.readers.registry import Context, read_value
from pmcoach_lint.readers.several import begin_of_sentence, split_sentences
from tests.binding.reading import parts, read


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ('"What then?" "And why?"', ['"What then?"', '"And why?"']),
        ("pm-58 asks by 6 October. hop-03 answers.", ["pm-58 asks by 6 October.", "hop-03 answers."]),
        ("Two flows, e.g. Trial and Login. Done.", ["Two flows, e.g. Trial and Login.", "Done."]),
        ("On 5. October we meet approx. 3 times. Then stop.", ["On 5. October we meet approx. 3 times.", "Then stop."]),
        ("It costs 4.5 days. *Then* it ends.", ["It costs 4.5 days.", "*Then* it ends."]),
        ("no end", ["no end"]),
        ("Only one; with more. of it", ["Only one; with more. of it"]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[slice(*span)] for span in split_sentences(text, (0, len(text)))] == sentences


def test_the_sentence_that_holds_an_offset() -> None:
    assert begin_of_sentence("One. Two is here. Three.", (0, 24), 12) == 5
    assert begin_of_sentence("One. Two is here.", (0, 17), 0) == 0


LADDERS = [
    "On the ladder: who *knows* can recite steps; who *applies* can use them; who *analyzes* can say which matters.",
    "*Know:* can recite steps. *Apply:* can use them. *Analyze:* can say which matters.",
    "**Know:** can recite steps; **Apply:** can use them; **Analyze:** can say which matters.",
]
LADDER = [
    {"level": "Know", "behaviour": "can recite steps"},
    {"level": "Apply", "behaviour": "can use them"},
    {"level": "Analyze", "behaviour": "can say which matters"},
]


@pytest.mark.parametrize("ladder", LADDERS)
@pytest.mark.parametrize("expected", ["We expect **Analyze** at this level.", "Expected: **Analyze**."])
def test_competencies_are_paragraphs(ladder: str, expected: str) -> None:
    body = (
        "## Good PM here\n\n"
        f"**Framing.** A good PM names who is stuck. Then writes rival causes. {ladder} {expected}\n\n"
        "**Craft.** Credits others. Expected: **Apply**.\n"
    )
    assert parts(body)["definition"]["competencies"] == [
        {
            "competency": "Framing",
            "behaviours": ["A good PM names who is stuck. Then writes rival causes."],
            "expected": "Analyze",
            "ladder": LADDER,
        },
        {"competency": "Craft", "behaviours": ["Credits others."], "expected": "Apply"},
    ]


def test_a_ladder_in_running_text_is_read_behind_its_label() -> None:
    body = f"## Good PM here\n\n### Framing\n\n- names who is stuck\n\n**Bloom ladder:** {LADDERS[0]}\n"
    assert parts(body)["definition"]["competencies"][0]["ladder"] == LADDER


@pytest.mark.parametrize(
    "text",
    [
        "who *knows* can recite, and who *applies* can use it.",  # two are no ladder
        "who *applies* can use it; who *knows* can recite; who *analyzes* can say why.",  # in no order
        "who *knows* can recite; who **applies** can use it; who _analyzes_ can say why.",  # marked in three ways
        "who knows can recite; who applies can use it; who analyzes can say why.",  # not marked
    ],
)
def test_words_of_levels_that_are_no_ladder(text: str) -> None:
    body = f"## Good PM here\n\n**Framing.** Names it. In short: {text}\n\n**Craft.** Credits others.\n"
    assert "ladder" not in parts(body)["definition"]["competencies"][0]


def test_levels_are_paragraphs() -> None:
    body = (
        "## Where the PM stands\n\n"
        "**Framing: Understand.** Of ten briefs, eight name no cause. None names a user. Confidence: high.\n\n"
        "**Craft: unknown, perhaps Apply.** One remark is not enough. We will ask.\n\n"
        "**Numbers: Evaluate.** Found that two counts differ.\n\n"
        "**Skill or constraint?** Part of it is no skill. The target rewards starts.\n"
    )
    assert parts(body)["assessment"] == {
        "levels": [
            {
                "competency": "Framing",
                "current": "Understand",
                "evidence": ["Of ten briefs, eight name no cause. None names a user."],
                "confidence": "high",
            },
            {"competency": "Craft", "current": "unknown", "evidence": ["One remark is not enough. We will ask."]},
            {"competency": "Numbers", "current": "Evaluate", "evidence": ["Found that two counts differ."]},
        ],
        "constraints": ["Part of it is no skill.", "The target rewards starts."],
    }


def test_bets_are_paragraphs() -> None:
    body = (
        "## Our bets\n\n"
        "**Bet one: Product sense, from Understand to Analyze.** It matters because the easy wins are used up. "
        "**Signals:** six predictions; a moment in each. **Timeframe:** all eight weeks.\n\n"
        "**Bet two: Judgment, from Apply to Synthesize.** It matters because a test costs nine days. "
        "**Signals:** a stop rule. **Timeframe:** weeks three to eight.\n"
    )
    assert parts(body)["vision"]["bets"] == [
        {
            "bet": "Product sense",
            "current": "Understand",
            "target": "Analyze",
            "why": "It matters because the easy wins are used up.",
            "signals": ["six predictions", "a moment in each."],
            "timeframe": {"from": 1, "to": 8},
        },
        {
            "bet": "Judgment",
            "current": "Apply",
            "target": "Synthesize",
            "why": "It matters because a test costs nine days.",
            "signals": ["a stop rule"],
            "timeframe": {"from": 3, "to": 8},
        },
    ]


CLOSING: dict[str, Any] = {
    "risks": [
        {"risk": "The target rewards starts; so lead-02 has to say that fewer wins will do."},
        {"risk": "A second risk is that it becomes a game."},
    ],
    "questions": ["Will the board agree?", "Does pm-58 enjoy it?"],
    "next_steps": [
        {"step": "pm-58 asks for the panel", "owner": "pm-58", "due": "2026-10-06"},
        {"step": "lead-02 talks to the designer", "owner": "lead-02", "due": "2026-10-09"},
    ],
}


def test_each_sentence_behind_a_bold_head_is_an_entry_of_its_list() -> None:
    body = (
        "## Risks, open questions, next steps\n\n"
        "**Risks.** The target rewards starts; so lead-02 has to say that fewer wins will do. A second risk is that it "
        "becomes a game.\n\n"
        "**Open questions.** Will the board agree? Does pm-58 enjoy it?\n\n"
        "**Next steps.** pm-58 asks for the panel by 6 October. lead-02 talks to the designer by 9 October.\n"
    )
    assert parts(body)["closing"] == CLOSING


def test_the_toolkit_and_the_follow_up_in_paragraphs() -> None:
    body = (
        "## Coaching cadence\n\n"
        "**Rhythm.** Forty-five minutes on Wednesday mornings.\n\n"
        '**Prompts for lead-02 to lean on.** "What did you expect, and how sure?" "What would make you stop?"\n\n'
        "**When lead-02 decides instead.** Pricing, and anything that touches consent.\n\n"
        "## Following up\n\n"
        "**Checkpoints.** 7 October, baseline agreed. 28 October, midpoint.\n\n"
        "**How we judge.** Each writes a level. Then we compare.\n\n"
        "**Log.** Empty at the start; entries by date.\n"
    )
    found = parts(body)
    assert found["cadence"] == {
        "rhythm": "Forty-five minutes on Wednesday mornings.",
        "session_length": 45,
        "prompts": ['"What did you expect, and how sure?"', '"What would make you stop?"'],
        "exceptions": ["Pricing, and anything that touches consent."],
    }
    assert found["follow_up"] == {
        "tracker": [],
        "judged": "Each writes a level. Then we compare.",
        "reviews": [
            {"date": "2026-10-07", "review": "baseline agreed."},
            {"date": "2026-10-28", "review": "midpoint."},
        ],
    }


@pytest.mark.parametrize(
    "lines",
    [
        "- **Cut scope early.** Writes what is left out.\n- **Name the cause.** Asks whose problem it is.",
        "**Note.** We took these from the ladder.\n\n- **Framing:** names who is stuck\n- **Craft:** credits others",
    ],
)
def test_items_are_records_as_ever(lines: str) -> None:
    found = read(f"## Good PM here\n\n{lines}\n").data["definition"]["competencies"]
    assert len(found) == 2
    assert all(record["behaviours"] for record in found)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("unknown, perhaps Apply", "unknown"),
        ("Not yet known (maybe Analyze)", "unknown"),
        ("unclear – probably Apply", "unknown"),
        ("Apply, perhaps", "Apply"),
        ("perhaps Apply", "Apply"),
    ],
)
def test_a_guess_at_a_level_that_is_not_known(text: str, level: str) -> None:
    assert read_value("level", text, Context()) == level


def test_bets_are_paragraphs_with_a_list_below_each() -> None:
    body = (
        "## Hypotheses (growth bets)\n\n**H1.** *If pm-07 writes a page a week, then Cutting goes Know → Apply.*\n"
        "- why it matters: the list is too long\n- signals: 30 items; two reasons each\n\n"
        "**H2.** *If pm-07 says no live, in small doses, then it is heard.*\n- why: each unsaid no is a promise\n"
        "- signals: six explicit noes\n\n## Plan\n\n### Arm 1 (H1)\n\n- Stretch: the freeze\n\n"
        "### Arm 2 (H2)\n\n- Stretch: the town hall\n"
    )
    document = read(body)
    assert [(bet["bet"], bet["why"]) for bet in document.data["vision"]["bets"]] == [
        ("H1", "the list is too long"),
        ("H2", "each unsaid no is a promise"),
    ]
    assert [plan["stretch"] for plan in document.data["plan"]["bets"]] == [["the freeze"], ["the town hall"]]
    assert [reference.targets for reference in document.references if reference.path[:2] == ("plan", "bets")] == [
        (("vision", "bets", 0),),
        (("vision", "bets", 1),),
    ]


def test_bets_are_paragraphs_with_long_heads() -> None:
    second = "Telling, from understand to a steady and well-known apply (analyze, if we are lucky)"
    body = (
        "## Bets\n\nNot three.\n\n**First bet: Choosing, from apply to synthesize.** Two rungs. Why: the plan is set "
        "in May. We'll know that it works when two things are cut.\n\n"
        f"**Second bet: {second}.** Why: it is worth nothing in your head. We'll know when the point lands.\n"
    )
    first, other = parts(body)["vision"]["bets"]
    assert first == {
        "bet": "Choosing",
        "current": "Apply",
        "target": "Synthesize",
        "why": "the plan is set in May.",
        "signals": ["We'll know that it works when two things are cut."],
    }
    assert other["signals"] == ["We'll know when the point lands."]


def test_definitions_may_go_on_in_the_next_line() -> None:
    body = (
        "## Vision\n\n### B1: Frame first\n\n## Plan\n\n### B1: Frame first\n\nStretch\n: own the freeze, and chair\n"
        "  it alone\n\nArtifacts\n: eight pages\n\nReadout\n: a level for each\n"
    )
    (plan,) = parts(body)["plan"]["bets"]
    assert [text.split() for text in plan["stretch"]] == [["own", "the", "freeze,", "and", "chair", "it", "alone"]]
    assert plan["artifacts"] == ["eight pages"]
