"""Bets and plans in the words of coaches: reps behind their noun, days instead of weeks, remarks in brackets."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.readers.registry import Context, Unreadable, read_value
from tests.binding.reading import parts, read

CYCLE = Context(start="2026-10-05", weeks=8)
BETS = "## 3) Shared Vision\n\n"
PLAN = "## 4) Development Plan\n\n"


def bets(body: str) -> Any:
    return parts(f"{BETS}{body}\n")["vision"]["bets"]


def plans(body: str) -> Any:
    return parts(f"{PLAN}{body}\n")["plan"]["bets"]


def reps(body: str) -> Any:
    (plan,) = plans(f"### Bet 1\n\n**Hypothesis:** h\n\n{body}")
    return plan["reps"]


@pytest.mark.parametrize(
    "line",
    [
        "- Weekly rep (45 min): frame one request",
        "- **Weekly rep (45 min):** frame one request",
        "- **Weekly rep** (≈ 45 min): frame one request",
        "- Rep, 45m: frame one request",
        "- Rep: frame one request (45 min)",
        "- **Every week:** frame one request – 45 min",
        "- **Exercise per week:** frame one request (45 minutes)",
        "**Weekly rep (45 min):** frame one request",
        "Weekly rep (45 min): frame one request",
        "- [ ] **Every week (45 min):** frame one request",
    ],
)
def test_a_rep_is_told_behind_its_noun(line: str) -> None:
    assert reps(f"{line}\n- Me: I read one a week\n") == [{"rep": "frame one request", "minutes": 45}]


def test_reps_artifacts_and_stretch_have_other_names() -> None:
    (plan,) = plans(
        "### Bet 1\n\n- Every week: one page\n- Every second week: two calls\n- Bigger task: the pricing brief\n"
        "- Documents: pages; notes\n- We measure: pages\n- I promise: I read them\n"
    )
    assert [rep["rep"] for rep in plan["reps"]] == ["one page", "two calls"]
    assert (plan["stretch"], plan["artifacts"]) == (["the pricing brief"], ["pages", "notes"])


@pytest.mark.parametrize("name", ["*To show for it:*", "**To show for it:**", "What there is to show:"])
def test_what_there_is_to_show_is_the_artifacts(name: str) -> None:
    (plan,) = plans(f"### Bet 1\n\n- *Each week:* one page\n- {name} pages; notes\n")
    assert (plan["reps"], plan["artifacts"]) == ([{"rep": "one page"}], ["pages", "notes"])


def test_reps_behind_their_noun_stand_beside_others_and_above_a_timeline() -> None:
    body = (
        "- Weekly rep (≈ 40 min): one frame; then the log\n- Rep: one no\n- W3 on: two rivals\n- Measure: two frames\n"
    )
    table = "\n**Timeline**\n\n| Weeks | Dates | Focus |\n|---|---|---|\n| 1–3 | 5 Oct – 23 Oct | backlog |\n"
    assert reps(f"{body}{table}") == [
        {"rep": "one frame; then the log", "minutes": 40},
        {"rep": "one no"},
        {"rep": "two rivals", "weeks": {"from": 3, "to": 8}},
    ]


def test_the_name_of_the_list_still_parts_several_reps() -> None:
    assert reps("**Weekly reps:** one frame (45 min); one no (15 min)") == [
        {"rep": "one frame", "minutes": 45},
        {"rep": "one no", "minutes": 15},
    ]


@pytest.mark.parametrize(
    ("text", "rep"),
    [
        ("2 calls (30 min each) and 20 min of notes", {"rep": "2 calls (30 min each) and 20 min of notes"}),
        ("one call (30 min)", {"rep": "one call", "minutes": 30}),
        ("one call (30 min) with notes", {"rep": "one call (30 min) with notes", "minutes": 30}),
    ],
)
def test_minutes_in_brackets_are_those_of_the_rep_where_no_others_are_named(text: str, rep: object) -> None:
    assert reps(f"- Rep: {text}") == [rep]


@pytest.mark.parametrize("mark", ["Artifact", "**Artifact**", "*Artefact*"])
@pytest.mark.parametrize("before", ["the ask.", "“the ask?”", 'say "no"', "the ask;"])
def test_a_rep_tells_what_it_leaves_behind(mark: str, before: str) -> None:
    (plan,) = plans(f"### Bet 1\n\n- Rep: {before} {mark}: the log\n- Rep: other. {mark}: a note\n- Measure: m\n")
    assert [rep["artifact"] for rep in plan["reps"]] == ["the log", "a note"]


@pytest.mark.parametrize(
    "heading",
    [
        *("Bet 1", "For bet 1", "Bet 1 reps", "Bet 1 – practice", "Plan for bet 1", "Reps for Bet 1", "Bet 1 (weekly)"),
        *("Growth bet 1: plan", "Bet 1 plan", "Exercises for bet 1"),
    ],
)
def test_a_plan_is_headed_by_the_number_of_its_bet(heading: str) -> None:
    document = read(
        f"{BETS}### Bet 1: Frame first\n- Why: w\n\n{PLAN}### {heading}\n\n- Rep: one frame\n- Measure: m\n"
    )
    (reference,) = [one for one in document.references if one.path[0] == "plan"]
    assert reference.text.lower() == "bet 1"
    assert reference.targets == (("vision", "bets", 0),)


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Bet 2 (new since 29 Oct): Comms", "Comms"),
        ("**Bet 2 (new): Comms**", "Comms"),
        ("Bet 2 (weeks 3–8): Comms", "Comms"),
        ("Bet 2: Comms (with merchants)", "Comms (with merchants)"),
        ("Bet 2: Practice first", "Practice first"),
        ("Bet 2: Plan B", "Plan B"),
    ],
)
def test_a_remark_between_the_number_and_the_colon_is_not_the_title(heading: str, title: str) -> None:
    lead = "" if heading.startswith("*") else "### "
    (bet,) = bets(f"{lead}{heading}\n- Why: w\n- Signal: s\n")
    assert bet["bet"] == title


@pytest.mark.parametrize("label", ["By", "By when", "Until", "Due", "Deadline", "Timeframe", "Date"])
@pytest.mark.parametrize(
    "day", ["27 Nov", "Nov 27, 2026", "2026-11-27", "Friday 27\u00a0November", "@November 27, 2026"]
)
def test_a_bet_runs_until_its_day(label: str, day: str) -> None:
    (bet,) = bets(f"### Bet 1: Frame\n- Why: w\n- Success: s\n- **{label}:** {day}\n")
    assert bet == {"bet": "Frame", "why": "w", "signals": ["s"], "timeframe": {"from": 1, "to": 8}}


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("by 6 November", (1, 5)),
        ("due by 2026-11-06 (end KW 45)", (1, 5)),
        ("weeks 2–6", (2, 6)),
        ("5 Oct 2026 – 23 Oct 2026", (1, 3)),
        ("until week 6", (1, 6)),
    ],
)
def test_a_timeframe_is_weeks_or_ends_on_a_day(text: str, weeks: tuple[int, int]) -> None:
    assert read_value("timeframe", text, CYCLE) == dict(zip(("from", "to"), weeks, strict=True))


@pytest.mark.parametrize(
    ("text", "context", "message"),
    [
        ("27 Nov", Context(), "“27 Nov” names no single run of weeks."),
        ("soon", CYCLE, "“soon” names no weeks."),
        ("1 September 2026", CYCLE, "“1 September 2026” lies before the cycle, which starts on 2026-10-05."),
        ("6/11", CYCLE, "“6/11” names no single run of weeks."),
        ("31 November 2026", CYCLE, "“31 November 2026” is no date: November 2026 has 30 days."),
    ],
)
def test_a_timeframe_that_says_no_day_of_the_cycle_is_refused(text: str, context: Context, message: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_value("timeframe", text, context)
    assert caught.value.message == message


def test_a_label_does_not_end_inside_brackets() -> None:
    (bet,) = bets('### Bet 1: "Out" (K1: from step 2 to step 3)\n- Why: w\n- Signal: s\n')
    assert bet["bet"].startswith('"Out"')
    assert "K1" not in bet["bet"] or bet["bet"].endswith(")")


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Mark each sentence. 45 min.", 45),
        ("Mark each “why”. 30 minutes", 30),
        ("Mark each sentence. Half an hour.", 30),
        ("Mark each sentence. Twenty-five minutes.", 25),
        ("Mark each sentence. About 40 min.", 40),
        ("Mark each sentence. 1.5 hours.", 90),
        ("Mark each sentence. Three quarters of an hour.", 45),
    ],
)
def test_a_rep_tells_in_its_last_sentence_how_long_it_takes(text: str, minutes: int) -> None:
    (rep,) = reps(f"- Rep: {text}")
    assert rep["minutes"] == minutes
    assert rep["rep"].startswith("Mark each")
    assert not rep["rep"].endswith(("min", "hour.", "minutes"))


@pytest.mark.parametrize(
    "text",
    [
        "Cut the talk to 20 minutes",
        "Keep the review short. Not more than the last 20 minutes",
        "Read it. Within the hour",
        "One call. Two calls of 30 min each and an hour",
        "Say what you see (5 min). Then write for an hour or two hours",
    ],
)
def test_a_length_of_time_that_is_part_of_a_sentence_is_not_cut_off(text: str) -> None:
    (rep,) = reps(f"- Rep: {text}")
    assert rep["rep"] == text


@pytest.mark.parametrize(
    ("rhythm", "minutes"),
    [
        ("Weekly, Thu 10:00, 30m", 30),
        ("1:1 Thursdays 3:00–3:40 pm. Replay session together in weeks 2 and 6 (1 hr).", 40),
        ("Tuesdays 11.00 – 11.45, in person", 45),
        ("each Thursday 09:00 to 09:45, in Ulm. Documents until Wednesday 16:00.", 45),
        ("Mondays 11:30am–12:15pm", 45),
        ("Fridays 12:30–1:15", 45),
        ("Weekly, Mondays at 15:30, three quarters of an hour", 45),
        ("Wednesdays after lunch, for fifty minutes", 50),
        ("Every second Friday, half an hour", 30),
        ("Weekly 1:1, Thu 10:00, 45 min. My time 1h/wk.", 45),
        ("Twice a week for 20 minutes", 20),
        ("Weekly 45 min 1:1, plus a monthly 60-minute review", 45),
        ("60 minutes every Monday; a 15-minute call daily", 60),
        ("Weekly 1:1, Thu 10:00, 45 min. Once a month we take 90 min.", 45),
        ("Weekly 1:1 (30 min, Monday 10:00) plus a fortnightly 45 min craft session (Thursday).", 30),
        ("Thursdays 10-10:45", 45),
        ("weekly, an hour a week", 60),
    ],
)
def test_the_rhythm_says_how_long_a_session_is(rhythm: str, minutes: int) -> None:
    assert parts(f"## 5) Coaching cadence\n\n**Cadence:** {rhythm}\n")["cadence"]["session_length"] == minutes


@pytest.mark.parametrize(
    "rhythm",
    [
        "Weekly, Thu 10:00",
        "Mondays 9:00–9:30 and Fridays 9:00–9:45",
        "I can be reached 8:00–17:30",
        "between 10.05. and 27.07.",
        "30 min on Mondays and an hour on Fridays",
        "30 or 45 min, or an hour",
        "Twice a week for 20 minutes, plus one hour every second Friday",
        "15 minutes daily; on Fridays an hour",
        "Sum for the coach: 6 + 3 + 2 + 1 = 12 hours",
    ],
)
def test_a_rhythm_without_one_length_says_none(rhythm: str) -> None:
    assert "session_length" not in parts(f"## 5) Coaching cadence\n\n**Cadence:** {rhythm}\n")["cadence"]
