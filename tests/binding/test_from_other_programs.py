"""What documents carry over from the programs they were written in: pictures, panels, folded text, anchors."""

from __future__ import annotations

import pytest

from tests.binding.reading import parts, read

LEVELS = """
| Competency | Current | Target | Evidence |
|---|---|---|---|
| Framing | Apply | Analyze | brief of 3 March |
"""
LEVEL = {"competency": "Framing", "current": "Apply", "target": "Analyze", "evidence": ["brief of 3 March"]}

BET = """- {0}**Competency:** Framing
- {1}**Level:** Apply → Analyze
- {0}**Why it matters:** two guesses failed
- {1}**Success signals:** two briefs with causes
- {0}**Timeframe:** Weeks 1–8
"""
BETS = [
    {
        "bet": "Frame first",
        "competency": "Framing",
        "current": "Apply",
        "target": "Analyze",
        "why": "two guesses failed",
        "signals": ["two briefs with causes"],
        "timeframe": {"from": 1, "to": 8},
    }
]


# Headings


@pytest.mark.parametrize(
    "heading",
    [
        "# **2\\. Current Assessment (evidence-based)** {#2.-current-assessment}",
        "## Current Assessment {#assessment}",
        "## Current Assessment {.wide}",
        "## 🧭 2) Current Assessment",
        "## 2️⃣ Current Assessment (evidence-based)",
        "## ✅ Current Assessment",
    ],
)
def test_anchors_and_pictures_are_no_part_of_a_heading(heading: str) -> None:
    assert parts(f"{heading}\n{LEVELS}")["assessment"]["levels"] == [LEVEL]


@pytest.mark.parametrize("heading", ["### Bet 1: Frame {first}", "### Bet 1: Frame {}"])
def test_other_braces_stay_in_a_heading(heading: str) -> None:
    bets = read(f"## 3) Shared Vision\n\n{heading}\n\n- Why it matters: two guesses\n").data["vision"]["bets"]
    assert bets[0]["bet"] == heading.removeprefix("### Bet 1: ")


# Pictures


@pytest.mark.parametrize("pictures", [("🧠 ", "📈 "), ("✅ ", "🗓️ "), ("👩‍💻 ", "⏱"), ("", "❓ ")])
@pytest.mark.parametrize(
    "heading", ["### 🎲 Bet 1: Frame first", "### Bet 1: Frame first", "**🎲 Bet 1: Frame first**"]
)
def test_a_picture_in_front_of_a_label_is_no_part_of_it(pictures: tuple[str, str], heading: str) -> None:
    assert parts(f"## 3) Shared Vision\n\n{heading}\n\n{BET.format(*pictures)}")["vision"]["bets"] == BETS


def test_values_behind_a_picture_are_read() -> None:
    body = (
        "## 5) Cadence\n\n- 📋 **Agenda:**\n  - 🎉 Wins – 5 min\n  - 🔍 One brief – 20 min\n"
        "- 🧾 **Artifact reviews:**\n  - 📅 Week 2: brief\n"
    )
    assert parts(body)["cadence"] == {
        "agenda": [{"item": "Wins", "minutes": 5}, {"item": "One brief", "minutes": 20}],
        "reviews": [{"artifact": "brief", "week": 2}],
    }


def test_a_picture_that_is_a_value_counts_as_one() -> None:
    rows = "### 2026-10-09\n\n- Bet: B1\n- Status: 🟢\n\n### 2026-10-16 – 🔴 no brief\n\n- Bet: B1\n"
    assert parts(f"## 6) Follow-up Tracker\n\n{rows}")["follow_up"]["tracker"] == [
        {"date": "2026-10-09", "bet": "B1", "status": "on track"},
        {"date": "2026-10-16", "bet": "B1", "done": "no brief", "status": "at risk"},
    ]


@pytest.mark.parametrize(("sign", "status"), [("✅", "done"), ("⚠️", "at risk"), ("❌", "missed"), ("🟡", "at risk")])
def test_signs_stand_for_how_it_goes(sign: str, status: str) -> None:
    table = f"| Date | Bet | Done | Status |\n|---|---|---|---|\n| 2026-10-09 | B1 | one brief | {sign} |\n"
    assert parts(f"## 6) Follow-up Tracker\n\n{table}")["follow_up"]["tracker"][0]["status"] == status


def test_the_steps_of_a_ladder_may_have_lights() -> None:
    body = (
        "## 1) Definition of Good PM\n\n### Framing\n\n- Behaviours: names who is stuck\n- Ladder:\n"
        "  - 🟢 Know → names the parts\n  - 🔴 Analyze = finds a rival cause\n"
    )
    assert parts(body)["definition"]["competencies"][0]["ladder"] == [
        {"level": "Know", "behaviour": "names the parts"},
        {"level": "Analyze", "behaviour": "finds a rival cause"},
    ]


@pytest.mark.parametrize("text", ["→ two briefs", "“two briefs”", "€30 saved", "中 briefs"])
def test_other_signs_in_front_of_a_text_stay(text: str) -> None:
    assert parts(f"## 2) Current Assessment\n\n### Strengths\n\n- {text}\n")["assessment"]["strengths"] == [text]


# Panels and folded text


def test_a_panel_with_labels_is_read_like_what_is_around_it() -> None:
    panel = "".join(f"> {line}\n" for line in f"**Bet 1 \\- Frame first**\n\n{BET.format('', '')}".splitlines())
    assert parts(f"## 3) Shared Vision\n\n{panel}")["vision"]["bets"] == BETS


def test_the_boundary_in_a_panel_is_read() -> None:
    body = f"## Context snapshot\n\n> **Boundary:** Coaching only; no link to HR.\n\n## 2) Current Assessment\n{LEVELS}"
    assert parts(body)["context"]["boundary"] == "Coaching only; no link to HR."


@pytest.mark.parametrize("head", ["<aside>\n🎯 ", "<aside>\n\n", '<aside class="note">\n', "<aside>\r\n"])
@pytest.mark.parametrize("end", ["\n</aside>\n", "\n\n</aside>\n", ""])
def test_a_panel_of_html_is_read_like_what_is_around_it(head: str, end: str) -> None:
    panel = f"{head}**Bet 1: Frame first**\n\n{BET.format('', '')}{end}\n"
    other = f"{head}**Bet 2: Ask first**\n- Why it matters: it pays\n- Signals: two calls{end}\n"
    assert parts(f"## 3) Shared Vision\n\n{panel}{other}")["vision"]["bets"] == [
        *BETS,
        {"bet": "Ask first", "why": "it pays", "signals": ["two calls"]},
    ]


@pytest.mark.parametrize("html", ["<aside>\n</aside>", "<aside>\n<aside>\ntext\n</aside>", "<div>\n- Why: x\n</div>"])
def test_other_html_stays_html(html: str) -> None:
    assert parts(f"## 3) Shared Vision\n\n{html}\n\n### Bet 1: Frame first\n\n{BET.format('', '')}")["vision"] == {
        "bets": BETS
    }


@pytest.mark.parametrize("quotation", ["> What would sink this?\n", "> “What would sink this?”\n"])
def test_a_quotation_stays_one(quotation: str) -> None:
    prompts = parts(f"## 5) Cadence\n\n### Prompts\n\n{quotation}")["cadence"]["prompts"]
    assert prompts == [quotation.removeprefix("> ").strip()]


def test_what_is_folded_up_belongs_to_its_summary() -> None:
    plans = "".join(
        f"<details>\n<summary><b>{name}</b></summary>\n\n**Hypothesis**: If {number}, then it holds, because of it.\n\n"
        "</details>\n\n"
        for number, name in enumerate(("Bet 1: Frame first", "Bet 2: Ask first"), 1)
    )
    assert parts(f"## 4) Development Plan\n\n{plans}")["plan"]["bets"] == [
        {"bet": "Frame first", "hypothesis": "If 1, then it holds, because of it."},
        {"bet": "Ask first", "hypothesis": "If 2, then it holds, because of it."},
    ]


def test_html_without_a_summary_names_nothing() -> None:
    body = "## 4) Development Plan\n\n<details>\nBet 1: Frame first\n</details>\n"
    assert read(body).data["plan"] == {}


def test_paragraphs_in_a_cell_are_several_values() -> None:
    cell = "<p>names who is stuck</p><p>writes rival causes</p>"
    body = f"## 1) Definition of Good PM\n\n| Competency | Behaviours |\n|---|---|\n| Framing | {cell} |\n"
    assert parts(body)["definition"]["competencies"][0]["behaviours"] == ["names who is stuck", "writes rival causes"]
