"""Small forms that agents and leaders give to what a pack says: steps of the coach, quoted lists, other names."""

from __future__ import annotations

import pytest

from tests.binding.reading import read

NEXT = "## 7) Risks / Open questions / Next steps\n\n"


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("Coach: book six dates (by 2026-12-01)", "book six dates"),
        ("Share this pack — Coach — 2026-12-01", "Share this pack"),
        ("**Coach** – book the room – 2026-12-01", "book the room"),
        ("Book the room (Coach, 2026-12-01)", "Book the room"),
        ("Coach to book the room, 2026-12-01", "book the room"),
    ],
)
def test_the_coach_owns_a_step_by_that_word(line: str, step: str) -> None:
    found = read(f"{NEXT}### Next steps\n\n- {line}\n").data["closing"]["next_steps"]
    assert found == [{"step": step, "owner": "Coach", "due": "2026-12-01"}]


@pytest.mark.parametrize("line", ["Coaching notes: send them", "Coach the new hire on framing", "Coaches meet: agenda"])
def test_a_word_that_only_begins_so_is_no_coach(line: str) -> None:
    assert read(f"{NEXT}### Next steps\n\n- {line}\n").data["closing"]["next_steps"] == [{"step": line}]


def test_a_list_in_a_quotation_is_a_list() -> None:
    quoted = "> - What did they do the last time?\n> - What would make you stop?\n"
    document = read(f"## 5) Coaching Cadence\n\n### Prompts\n\n{quoted}")
    assert document.offences == {}
    assert document.data["cadence"]["prompts"] == ["What did they do the last time?", "What would make you stop?"]
    assert [document.text[slice(*document.values["cadence", "prompts", n])] for n in (0, 1)] == [
        "What did they do the last time?",
        "What would make you stop?",
    ]


def test_a_quoted_remark_with_one_bullet_stays_a_quotation() -> None:
    document = read("## 5) Coaching Cadence\n\n**Cadence:** weekly\n\n> - as agreed in June\n")
    assert document.data["cadence"] == {"rhythm": "weekly"}


@pytest.mark.parametrize("name", ["To-dos", "To do", "Action items"])
def test_next_steps_by_the_usual_word(name: str) -> None:
    found = read(f"## 7) Risks, questions, to-dos\n\n### {name}\n\n- [ ] Book the slot – pm-08, 2026-10-30\n")
    steps = [{"step": "Book the slot", "owner": "pm-08", "due": "2026-10-30", "done": False}]
    assert found.data["closing"]["next_steps"] == steps


@pytest.mark.parametrize("name", ["Proof", "Receipts", "What I saw"])
def test_an_evidence_log_by_another_word_below_the_levels(name: str) -> None:
    levels = "### Levels\n\n| Competency | Current level | Evidence |\n|---|---|---|\n| Framing | Apply | E1 |\n\n"
    header = "| # | When | What I saw | Competency |\n|---|---|---|---|"
    log = f"### {name}\n\n{header}\n| E1 | 2026-11-03 | one cause | Framing |\n"
    document = read(f"## 2) Current Assessment\n\n{levels}{log}")
    assert document.offences == {}
    assert document.data["assessment"] == {
        "levels": [{"competency": "Framing", "current": "Apply", "evidence": ["E1"]}],
        "evidence": [{"id": "E1", "date": "2026-11-03", "evidence": "one cause", "competency": "Framing"}],
    }


def table(*rows: str) -> str:
    """A table of which the first row is the header."""
    return "\n".join([f"| {rows[0]} |", f"|{'---|' * (rows[0].count('|') + 1)}", *(f"| {row} |" for row in rows[1:])])


def test_columns_of_a_leader_s_own_shorthand() -> None:
    levels = table("Area | Now | Goal | Proof", "Framing | Apply | Analyze | opened with a fix")
    log = table("# | When | What I saw | Area", "E1 | 2026-11-03 | one cause | Framing")
    bets = table("Bet | Why | What it looks like | Signals", "Frame | x | Briefs with a cause | two")
    reps = table("Rep | What | Min | Good if", "R1 | One brief | 30 | one page")
    assessment = f"## 2) Current Assessment\n\n{levels}\n\n### Evidence log\n\n{log}\n\n"
    plan = f"## 4) Development Plan\n\n### Frame\n\n#### Reps\n\n{reps}\n"
    data = read(f"{assessment}## 3) Shared Vision\n\n{bets}\n\n{plan}").data
    assert data["assessment"]["levels"][0]["target"] == "Analyze"
    assert data["assessment"]["evidence"][0]["competency"] == "Framing"
    assert data["vision"]["bets"][0]["target_behaviour"] == ["Briefs with a cause"]
    assert data["plan"]["bets"][0]["reps"][0]["signal"] == "one page"


@pytest.mark.parametrize(
    "vision", ["Shared Vision: two growth bets", "Shared Vision (two growth bets)", "Shared Vision"]
)
@pytest.mark.parametrize("sign", [".", ":", " –"])
def test_bets_by_letters_have_plans_by_their_letters(vision: str, sign: str) -> None:
    bets = (
        f"### Bet A{sign} Get it used\n- **Why it matters:** x\n\n### Bet B{sign} Say no\n- **Why it matters:** y\n\n"
    )
    plans = "### Bet A\n- **Weekly reps**\n  - One sit-in\n- **Artifacts:** log\n\n### Bet B\n- **Artifacts:** notes\n"
    document = read(f"## 3) {vision}\n\n{bets}## 4) Development Plan\n\n{plans}")
    assert document.offences == {}
    assert document.data["vision"]["bets"] == [{"bet": "Get it used", "why": "x"}, {"bet": "Say no", "why": "y"}]
    assert document.data["plan"]["bets"] == [
        {"bet": "Bet A", "reps": [{"rep": "One sit-in"}], "artifacts": ["log"]},
        {"bet": "Bet B", "artifacts": ["notes"]},
    ]
