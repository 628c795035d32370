"""Shapes in which the same things are told: bets added later, bare heads, lists and tables below a bullet."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint.settings import Settings
from tests.binding.reading import FRONT, parts, read
from tests.linting import Told, lint

WHY = "Why it matters: we built what nobody asked for.\nSuccess signals: two interviews a week\nTimeframe: weeks 1–8\n"
SECTIONS = f"### Bet 1 — Two users a week\n{WHY}\n### Bet 2 — A cut line\n{WHY}\n"
HEADER = "| Bet | Why it matters | Success signals | Timeframe |\n|---|---|---|---|\n"
ROW = "| {} | updates are asked about twice | no question twice | weeks 6–8 |\n"


def bets(body: str) -> list[Any]:
    return [bet["bet"] for bet in parts(f"## 3) Shared Vision\n\n{body}")["vision"]["bets"]]


@pytest.mark.parametrize("heading", ["", "### Growth bets\n\n"])
def test_bets_in_a_table_below_the_sections_of_others_are_added(heading: str) -> None:
    sections = SECTIONS.replace("###", "####") if heading else SECTIONS
    body = f"{heading}{sections}And a smaller one:\n\n{HEADER}{ROW.format('One page a week')}"
    assert bets(body) == ["Two users a week", "A cut line", "One page a week"]


@pytest.mark.parametrize(
    ("body", "titles"),
    [
        (f"{HEADER}{ROW.format('One')}\n{SECTIONS}", ["One"]),
        (f"{SECTIONS}{HEADER}{ROW.format('A cut line')}", ["A cut line"]),
        (f"{SECTIONS}{HEADER}{ROW.format('Bet 2: The line')}", ["The line"]),
        (f"{SECTIONS}{HEADER}{ROW.format('Users')}{ROW.format('Line')}", ["Users", "Line"]),
    ],
    ids=["above", "same-title", "same-number", "as-many-rows"],
)
def test_a_table_that_tells_the_sections_in_short_adds_no_bets(body: str, titles: list[str]) -> None:
    assert bets(body) == titles


@pytest.mark.parametrize("mark", [" - ", ": ", " – ", ". "])
def test_bets_are_headed_by_bare_lines(mark: str) -> None:
    body = f"## 3) Shared Vision\n\nBet 1{mark}Frame first\n{WHY}\nBet 2{mark}Sign-off first\n{WHY}"
    first, second = parts(body)["vision"]["bets"]
    assert (first["bet"], second["bet"]) == ("Frame first", "Sign-off first")
    assert first["signals"] == second["signals"] == ["two interviews a week"]


def test_a_bare_line_goes_on_with_the_numbers_of_the_headings_above() -> None:
    body = "### Bet 1: Frame first\nArtifacts: frames\n\nBet 2: Sign-off first\nArtifacts: mails\n"
    plans = parts(f"## 4) Development Plan\n\n{body}")["plan"]["bets"]
    assert [(plan["bet"], plan["artifacts"]) for plan in plans] == [
        ("Frame first", ["frames"]),
        ("Sign-off first", ["mails"]),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Bet 1: see part 3.",
        "Bet 1 is the one that matters.",
        "Bets 1 and 2 wait for each other:",
    ],
)
def test_a_line_that_speaks_of_a_bet_heads_none(line: str) -> None:
    body = f"## 4) Development Plan\n\n### Bet 2: Sign-off first\n\n{line}\n\nAll else stays.\n\n**Artifacts:** mails\n"
    (plan,) = parts(body)["plan"]["bets"]
    assert (plan["bet"], plan["artifacts"]) == ("Sign-off first", ["mails"])


# Levels behind the competency


def found(root: Path, text: str, codes: tuple[str, ...], as_of: date) -> list[Told]:
    return lint(text, Settings(root=root, select=codes, as_of=as_of))


@pytest.mark.parametrize(
    "text",
    [
        "Framing, Apply → Analyze",
        "Framing (Apply → Analyze)",
        "Framing: Apply -> Analyze",
        "Framing – Apply to Analyze",
    ],
)
def test_levels_stand_behind_the_competency_of_a_bet(text: str) -> None:
    document = read(f"## 3) Shared Vision\n\n### Bet 1: First\n- Competency: {text}\n- Why: three wait\n")
    (bet,) = document.data["vision"]["bets"]
    assert (bet["competency"], bet["current"], bet["target"]) == ("Framing", "Apply", "Analyze")
    path = ("vision", "bets", 0)
    spans = [document.text[slice(*document.values[(*path, name)])] for name in ("competency", "target")]
    assert spans[0] == "Framing"
    assert spans[1].startswith("Apply")
    assert spans[1].endswith("Analyze")


@pytest.mark.parametrize("text", ["Framing", "Framing, delivery", "Framing (craft)", "Framing – see part 2", "Apply"])
def test_what_is_no_change_of_levels_stays_with_the_competency(text: str) -> None:
    (bet,) = parts(f"## 3) Shared Vision\n\n### Bet 1: First\n- Competency: {text}\n")["vision"]["bets"]
    assert bet["competency"] == text
    assert "target" not in bet


def test_a_jump_told_behind_the_competency_is_found_there(tmp_path: Path) -> None:
    assessment = (
        "## 2) Current Assessment\n\n| Competency | Current | Target | Evidence | Gap type | Priority |\n"
        "|---|---|---|---|---|---|\n| Strategy | Apply | Evaluate | Paper of 3 August has one option | skill | H |\n\n"
    )
    bet = "## 3) Shared Vision\n\n### Bet 1: Options\n- Competency: Strategy, Apply -> Evaluate\n"
    told = found(tmp_path, FRONT + assessment + bet, ("PMC414", "PMC701"), date(2026, 10, 12))
    assert told == [
        ("PMC701", "error", "22:25-22:42", "Growth bet “Options” goes up 3 levels in one cycle."),
    ]


# Lines right below a list, and what stands below a bullet


def test_a_bold_line_right_below_a_list_ends_it() -> None:
    body = "**Risks**\n- Freeze\n**Open questions**\n- Who?\n**Next steps**\n- pm-07: note\n"
    closing = parts(f"## 7) Risks / Open questions / Next steps\n\n{body}")["closing"]
    assert closing["risks"] == [{"risk": "Freeze"}]
    assert closing["questions"] == ["Who?"]
    assert closing["next_steps"] == [{"step": "note", "owner": "pm-07"}]


@pytest.mark.parametrize("line", ["**always** on the day", "and **always**", "**on the day**"])
def test_bold_words_in_a_line_that_goes_on_end_no_list(line: str) -> None:
    body = f"## 2) Current Assessment\n\n**Strengths**\n- Ships what was said,\n{line}\n- Trusted\n"
    assert parts(body)["assessment"]["strengths"] == [f"Ships what was said,\n{line}", "Trusted"]


def test_lists_and_tables_below_a_bare_bullet_are_what_it_names() -> None:
    agenda = (
        "- 1:1 agenda\n\n  | Topic | Minutes |\n  |---|---|\n  | Wins | 5 |\n\n- Coaching prompts\n  - What else?\n"
    )
    cadence = parts(f"## 5) Coaching cadence\n\n- Cadence: weekly\n{agenda}")["cadence"]
    assert cadence["agenda"] == [{"item": "Wins", "minutes": 5}]
    assert cadence["prompts"] == ["What else?"]


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("Delivery\n  - on the day\n  - on budget", "Delivery: on the day; on budget"),
        ("Delivery:\n  1. on the day", "Delivery: on the day"),
        ("Ships.\n  * Always.", "Ships. Always."),
        ("Delivery", "Delivery"),
    ],
)
def test_bullets_below_a_bullet_go_on_with_it(item: str, text: str) -> None:
    document = read(f"## 2) Current Assessment\n\n### Strengths\n\n- {item}\n- Trusted\n")
    assert document.data["assessment"]["strengths"] == [text, "Trusted"]
    start, end = document.values["assessment", "strengths", 0]
    assert document.text[start:end] == item


# Agendas, weeks, ladders, lengths of time


@pytest.mark.parametrize(
    "line",
    [
        "Thursdays, 45 min. Wins 5, decisions 10, deep dive 20, next reps 10.",
        "1:1 on Thursdays, 45 minutes: wins (5'), decisions (10'), deep dive (20'), next reps (10')",
        "Fridays 9:00–9:45. Wins 5 / decisions 10 / deep dive 20 / next reps 10",
        "Weekly 1:1, Tue 10am PT, 45m — wins 5 | decisions 10 | deep dive 20 | next reps 10",
        "As before: Thursdays, 45 min (wins 5, decisions 10, deep dive 20, next reps 10)",
        "Agenda: wins 5, decisions 10, deep dive 20, next reps 10",
    ],
)
def test_an_agenda_is_told_in_a_line_with_minutes_alone(line: str) -> None:
    agenda = parts(f"## Coaching cadence\n\n{line}\n")["cadence"]["agenda"]
    assert [(part["item"].lower(), part["minutes"]) for part in agenda] == [
        ("wins", 5),
        ("decisions", 10),
        ("deep dive", 20),
        ("next reps", 10),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "We meet on Oct 5, Nov 10, Dec 15",
        "Weekly, 45 min. We look at week 5, week 10, week 15",
        "Mondays; we look at bet 5, bet 10, bet 15",
        "Weekly, 45 minutes, with pm-05, pm-10 and pm-15",
        "Rooms: Rome 5, Oslo 12, Bern 3",
        "Wins 5, decisions 10",
    ],
)
def test_other_numbers_in_a_line_are_no_agenda(line: str) -> None:
    assert "agenda" not in parts(f"## Coaching cadence\n\n{line}\n").get("cadence", {})


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_weeks_stand_behind_a_bet_with_any_dash(dash: str) -> None:
    body = f"## 3) Shared Vision\n\n1. Frame first, Apply → Analyze, weeks 1{dash}8. Why: two reviews.\n"
    (bet,) = parts(body)["vision"]["bets"]
    assert (bet["bet"], bet["target"], bet["timeframe"]) == ("Frame first", "Analyze", {"from": 1, "to": 8})


def test_weeks_alone_parted_by_breaks_need_no_more_words(tmp_path: Path) -> None:
    body = "## 4) Development Plan\n\n### B1: Frame first\n\n**Checkpoints:** W1<br>W4<br>W8\n"
    told = found(tmp_path, FRONT + body, ("PMC201", "PMC202"), date(2026, 10, 5))
    assert not [message for *_, message in told if "checkpoint" in message]
    told = found(tmp_path, FRONT + body.replace("W8", "W8:"), ("PMC202",), date(2026, 10, 5))
    assert told == []
    more = body.replace("W1<br>", "W1: first frame<br>")
    told = found(tmp_path, FRONT + more, ("PMC202",), date(2026, 10, 5))
    assert told == [
        ("PMC202", "error", "17:39-17:39", "“On track when” is empty for checkpoint 2."),
        ("PMC202", "error", "17:45-17:45", "“On track when” is empty for checkpoint 3."),
    ]


@pytest.mark.parametrize("form", ["L{} ({})", "{1} ({0})", "L{} – {}", "{} {}"])
def test_columns_of_a_ladder_bear_the_level_beside_its_word(form: str) -> None:
    words = [form.format(number, word) for number, word in enumerate(("Know", "Understand", "Apply"), 1)]
    table = f"| Competency | {' | '.join(words)} |\n|---|---|---|---|\n| Framing | a | b | c |\n"
    document = read(f"## 1) Definition of Good PM\n\n{table}")
    (framing,) = document.data["definition"]["competencies"]
    assert [rung["level"] for rung in framing["ladder"]] == ["Know", "Understand", "Apply"]


@pytest.mark.parametrize("header", ["What I know | What to apply", "Known since | Applied to"])
def test_columns_that_only_speak_of_levels_are_no_ladder(header: str) -> None:
    body = f"## 1) Definition of Good PM\n\n| Competency | {header} |\n|---|---|---|\n| Framing | a | b |\n"
    assert "definition" not in {name for name, part in parts(body).items() if part}


@pytest.mark.parametrize(
    "text",
    [
        "2h/week pm-07, 1h/week head-03",
        "pm-07 ca. 2 hours per week, me 1 hour per week",
        "pm-07 approx. 2 h, lead-02 1 h",
    ],
)
def test_the_time_of_the_pm_stands_beside_that_of_others(text: str) -> None:
    assert parts(f"## Context\n\nTime budget: {text}\n")["context"]["time_budget"] == 120


def test_which_of_two_times_is_the_pms_is_asked(tmp_path: Path) -> None:
    body = "## Context\n\nTime budget: 2h/week head-03, 1h/week lead-02\n"
    assert found(tmp_path, FRONT + body, ("PMC211", "PMC218"), date(2026, 10, 5)) == [
        ("PMC218", "warning", "15:14-15:46", "“2h/week head-03, 1h/week lead-02” names more than one length of time."),
    ]


# Logs


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("call w/ head of product", "call"),
        ("planning. said no to the loyalty card", "planning"),
        ("meeting w/ eng lead – capacity", "meeting"),
        ("memo v2 sent", None),
        ("callback. nobody there", None),
    ],
)
def test_a_short_line_of_a_log_says_what_kind_it_is(text: str, kind: str | None) -> None:
    front = "---\ntype: event-log\nclient: harbor-co\n---\n\n"
    (entry,) = read(f"# Event log\n\n- 2026-11-20 {text}\n", front).data["entries"]
    assert entry.get("kind") == kind
    assert entry["title"] == text
