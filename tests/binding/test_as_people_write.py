"""Forms that unpolished documents were found in: clock times, totals, remarks, quotations, days without a year."""

from __future__ import annotations

import pytest

from pmcoach_lint.readers.registry import Context, Unreadable, read_value
from tests.binding.reading import parts, read

TABLE = "| Segment | Time |\n|---|---|\n"
AGENDA = [
    {"item": "Wins", "minutes": 5},
    {"item": "Decisions", "minutes": 10},
    {"item": "One brief", "minutes": 25},
]


def in_cadence(body: str) -> str:
    return f"## Coaching cadence\n\n**Cadence:** weekly\n\n{body}\n"


@pytest.mark.parametrize(
    "body",
    [
        "**Agenda:** Wins 5 min, Decisions 10 min, One brief 25 min",
        "Agenda: Wins 5m / Decisions 10m / One brief 25m",
        "Agenda: 5 min Wins, 10 min Decisions, 25 min One brief",
        "**Agenda:** Wins (5), Decisions (10), One brief (25)",
        "### 1:1 structure\n\n- 0–5 min: Wins\n- 5–15 min: Decisions\n- 15–40 min: One brief",
        f"### 1:1 structure\n\n{TABLE}| Wins | 0–5 |\n| Decisions | 5–15 |\n| One brief | 15–40 |",
        f"### Agenda\n\n{TABLE}| Wins | 5 |\n| Decisions | 10 |\n| One brief | 25 |\n| **Total** | 40 |",
        "### Agenda\n\n- Wins (5)\n- Decisions (10)\n- One brief (25)\n- Total: 40 min",
    ],
)
def test_the_parts_of_an_agenda_have_their_minutes(body: str) -> None:
    assert parts(in_cadence(body))["cadence"]["agenda"] == AGENDA


@pytest.mark.parametrize(
    ("line", "agenda"),
    [
        ("Wins, decisions, 10 min at the end for reps", [{"item": "Wins, decisions, 10 min at the end for reps"}]),
        (
            "Wins (5), a note, taken apart (20), next",
            [
                {"item": "Wins", "minutes": 5},
                {"item": "a note, taken apart", "minutes": 20},
                {"item": "next"},
            ],
        ),
        (
            "what slipped or nearly did / artifact / next rep",
            [{"item": "what slipped or nearly did"}, {"item": "artifact"}, {"item": "next rep"}],
        ),
        ("Wins → one artifact → next rep", [{"item": "Wins"}, {"item": "one artifact"}, {"item": "next rep"}]),
        ("Wins / next rep", [{"item": "Wins / next rep"}]),
        ("PRD/spec review and/or notes/log", [{"item": "PRD/spec review and/or notes/log"}]),
    ],
)
def test_a_line_is_parted_only_where_its_parts_have_their_minutes(line: str, agenda: object) -> None:
    assert read(in_cadence(f"Agenda: {line}")).data["cadence"]["agenda"] == agenda


def test_times_that_may_be_shorter_or_longer_stay_what_they_are() -> None:
    body = in_cadence("### Agenda\n\n- Wins (5–10 min)\n- Decisions (10–20 min)")
    minutes = [item["minutes"] for item in parts(body)["cadence"]["agenda"]]
    assert minutes == [{"from": 5, "to": 10}, {"from": 10, "to": 20}]


def test_a_total_of_money_stays_because_it_is_checked() -> None:
    front = "---\ntype: work-proposal\n---\n\n"
    table = "| Item | Amount |\n|---|---|\n| Fee | €100 |\n| Travel | €20 |\n| Total | €120 |\n"
    document = read(f"## Investment\n\n### ROI\n\n#### Calculation\n\n{table}", front)
    assert [line["item"] for line in document.data["investment"]["roi"]["lines"]] == ["Fee", "Travel", "Total"]


@pytest.mark.parametrize("figure", ["≈ 5.3x", "8.6×", "1:5", "12 %", "about 6 weeks", "4–6 points", "five"])
def test_another_figure_among_amounts_is_no_amount(figure: str) -> None:
    front = "---\ntype: work-proposal\n---\n\n"
    table = f"| Item | Amount |\n|---|---|\n| Fee | €100 |\n| Return | {figure} |\n"
    document = read(f"## Investment\n\n### ROI\n\n{table}", front)
    assert [line.get("amount", {}).get("from") for line in document.data["investment"]["roi"]["lines"]] == [100, None]
    assert ("unreadable-value" in document.offences) is (figure == "five")


@pytest.mark.parametrize(
    "remark", ["_(first entry in week 1)_", "(none yet)", "*to be filled after the first session*"]
)
def test_a_remark_in_a_row_of_its_own_is_no_record(remark: str) -> None:
    table = f"| Date | Bet | Rep or artifact done | Status |\n|---|---|---|---|\n| {remark} | | | |\n"
    document = read(f"## Tracker\n\n{table}")
    assert document.data["follow_up"]["tracker"] == []
    assert document.offences == {}


def test_prompts_in_a_quotation_are_read() -> None:
    prompts = parts(in_cadence("**Prompts**\n\n> What else?\n>\n> Who decides?\n"))["cadence"]["prompts"]
    assert prompts == ["What else?", "Who decides?"]


def test_a_label_right_below_a_list_is_no_part_of_its_last_item() -> None:
    body = in_cadence(
        "Prompts:\n- What else?\n- Who decides?\nArtifact reviews: week 2 brief\nDirective: outages; legal"
    )
    assert parts(body)["cadence"] == {
        "rhythm": "weekly",
        "prompts": ["What else?", "Who decides?"],
        "reviews": [{"week": 2, "artifact": "brief"}],
        "exceptions": ["outages", "legal"],
    }


def test_what_goes_on_right_below_an_item_still_belongs_to_it() -> None:
    body = in_cadence("Prompts:\n- What else could explain\nthis figure: the season, say?\n- Who decides?")
    prompts = parts(body)["cadence"]["prompts"]
    assert prompts == ["What else could explain\nthis figure: the season, say?", "Who decides?"]


def test_a_target_level_may_be_written_as_a_change() -> None:
    body = "## Growth bets\n\n### Bet 1: Frame\n\n- Target level: Apply → Analyze\n- Why: it costs\n"
    assert parts(body)["vision"]["bets"] == [{"bet": "Frame", "target": "Analyze", "why": "it costs"}]


def test_lights_are_a_status() -> None:
    rows = "".join(f"| 2026-10-{day} | 1 | R1.1 | {light} |\n" for day, light in ((13, "🟢"), (20, "🟡"), (27, "🔴")))
    table = f"| Date | Bet | Rep | RAG |\n|---|---|---|---|\n{rows}"
    tracker = parts(f"## Tracker\n\n{table}")["follow_up"]["tracker"]
    assert [row["status"] for row in tracker] == ["on track", "at risk", "at risk"]


def test_escapes_of_an_export_are_undone() -> None:
    body = (
        "## Risks / Open questions / Next steps\n\n### Next steps\n\n- [ ] pm\\-07: post the list by @October 9, 2026\n"
    )
    assert parts(body)["closing"]["next_steps"] == [
        {"step": "post the list", "owner": "pm-07", "due": "2026-10-09", "done": False}
    ]


@pytest.mark.parametrize("form", ["– October 9, 2026", "by October 9, 2026", "(October 9, 2026)", "— @Oct 9, 2026"])
def test_a_year_behind_a_comma_belongs_to_its_day(form: str) -> None:
    body = f"## Risks / Open questions / Next steps\n\n### Next steps\n\n- pm-07: post the list {form}\n"
    assert parts(body)["closing"]["next_steps"] == [{"step": "post the list", "owner": "pm-07", "due": "2026-10-09"}]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("About two hours a week, and rarely more, because of the audit.", 120),
        ("2.5 hours per week for reps, plus a weekly 45-minute 1:1", 150),
        ("3 hours a week – never on Fridays", 180),
        ("45 min for the brief", 45),
    ],
)
def test_a_remark_may_follow_a_length_of_time(text: str, minutes: int) -> None:
    assert read_value("minutes", text, Context()) == minutes


@pytest.mark.parametrize(
    "text", ["2 hours per week for reps, 1 hour for stretch", "1 hour, 30 minutes", "a few hours, when possible"]
)
def test_of_two_lengths_of_time_none_is_taken(text: str) -> None:
    with pytest.raises(Unreadable, match="length of time"):
        read_value("minutes", text, Context())


TWO_TABLES = """## Good PM

| # | Competency | Observable behaviours |
|---|---|---|
| C1 | Framing | names the segment |
| C2 | Strategy | links to a goal |

| Competency | Know | Understand |
|---|---|---|
| C1 Framing | lists causes | explains one |
| C2 Strategy | lists goals | explains one |

## Current Assessment

| Competency | Current level | Target level | Evidence | Gap |
|---|---|---|---|---|
| C1 Framing | Apply | Analyze | brief of 4 May | one cause |

## Growth bets

### Bet 1: Causes

- Competency: C1
"""


def test_competencies_may_be_told_in_two_tables() -> None:
    document = read(TWO_TABLES)
    assert document.offences == {}
    assert document.data["definition"]["competencies"] == [
        {
            "id": number,
            "competency": name,
            "behaviours": [behaviour],
            "ladder": [{"level": "Know", "behaviour": know}, {"level": "Understand", "behaviour": "explains one"}],
        }
        for number, name, behaviour, know in (
            ("C1", "Framing", "names the segment", "lists causes"),
            ("C2", "Strategy", "links to a goal", "lists goals"),
        )
    ]
    at = ("definition", "competencies", 1)
    places = [
        document.values[(*at, *step)] for step in (("competency",), ("behaviours", 0), ("ladder", 0, "behaviour"))
    ]
    assert [document.text[slice(*span)] for span in places] == ["Strategy", "links to a goal", "lists goals"]
    assert document.text[slice(*document.values[at])] == "| C2 | Strategy | links to a goal |"


def test_a_letter_and_a_number_stand_for_a_competency_without_an_id() -> None:
    text = TWO_TABLES.replace("| C1 | ", "| ", 1).replace("| C2 | ", "| ", 1).replace("| # | Comp", "| Comp")
    targets = {reference.text: reference.targets for reference in read(text).references}
    assert targets["C1"] == (("definition", "competencies", 0),)
    assert targets["C1 Framing"] == (("definition", "competencies", 0),)


def test_two_tables_of_other_competencies_stay_apart() -> None:
    second = "| Competency | Know | Apply |\n|---|---|---|\n| Delivery | lists steps | runs them |\n"
    document = read(f"## Good PM\n\n| Competency | Behaviours |\n|---|---|\n| Framing | names it |\n\n{second}")
    assert [each["competency"] for each in document.data["definition"]["competencies"]] == ["Framing", "Delivery"]


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("A good PM in Trust & Safety", "definition"),
        ("What good looks like for pm-07", "definition"),
        ("Where pm-07 stands today", "assessment"),
        ("Development plan for pm-07", "plan"),
    ],
)
def test_a_heading_may_say_whom_it_is_about(heading: str, part: str) -> None:
    document = read(f"## {heading}\n\nTo come.\n")
    assert (part,) in document.keys


@pytest.mark.parametrize(
    "ladder",
    [
        "Know: knows the goals. Understand: explains one. Apply: applies them to choose.",
        "Know: knows the goals; Understand: explains one; Apply: applies them to choose",
        "Know (1): knows the goals. Understand (2): explains one. Apply (3): applies them to choose.",
    ],
)
def test_a_ladder_may_stand_on_one_line(ladder: str) -> None:
    body = f"## Good PM\n\n| Competency | Behaviours | Ladder |\n|---|---|---|\n| Framing | names it | {ladder} |\n"
    assert parts(body)["definition"]["competencies"][0]["ladder"] == [
        {"level": "Know", "behaviour": "knows the goals"},
        {"level": "Understand", "behaviour": "explains one"},
        {"level": "Apply", "behaviour": "applies them to choose"},
    ]


def test_weeks_without_a_space_are_told_apart() -> None:
    reviews = parts(in_cadence("Artifact reviews: wk2 KR card, wk4 1-pager, wk7 dry run"))["cadence"]["reviews"]
    assert reviews == [
        {"week": 2, "artifact": "KR card"},
        {"week": 4, "artifact": "1-pager"},
        {"week": 7, "artifact": "dry run"},
    ]


def test_a_week_is_read_where_its_day_has_no_year() -> None:
    body = "## Plan\n\n### Bet 1: Ask first\n\nCheckpoints:\n- wk1 10/9: first card\n- week 4 10/30: three cards\n"
    assert parts(body)["plan"]["bets"][0]["checkpoints"] == [
        {"week": 1, "signal": "first card"},
        {"week": 4, "signal": "three cards"},
    ]


def test_until_a_day_is_by_that_day() -> None:
    body = "## Risks / Open questions / Next steps\n\n### Next steps\n\n- pm-33 sends the scoring until 27.11.2026\n"
    assert parts(body)["closing"]["next_steps"] == [
        {"step": "pm-33 sends the scoring", "owner": "pm-33", "due": "2026-11-27"}
    ]


def test_competencies_may_have_letters() -> None:
    body = (
        "## Good PM\n\n**Competency A: Framing**\n- *Behaviours:* names it\n\n**Competency B: Strategy**\n"
        "- *Behaviours:* links it\n\n## Current Assessment\n\n"
        "| Competency | Current level | Target level | Evidence | Skill gap or constraint? |\n|---|---|---|---|---|\n"
        "| B. Strategy | Apply | Analyze | brief of 4 May | Skill gap |\n"
    )
    document = read(body)
    assert [each["competency"] for each in document.data["definition"]["competencies"]] == ["Framing", "Strategy"]
    assert document.data["assessment"]["levels"][0]["gap_type"] == "skill"
    assert [reference.targets for reference in document.references] == [(("definition", "competencies", 1),)]


def test_what_is_done_about_a_risk_may_follow_an_arrow() -> None:
    table = "| Date | Bet | Rep | Status |\n|---|---|---|---|\n| 2026-10-06 | 1 | R1.1 | At risk → two reps a week |\n"
    assert parts(f"## Tracker\n\n{table}")["follow_up"]["tracker"][0]["status"] == "at risk"


def test_steps_of_several_people_on_one_line() -> None:
    text = "**Next steps**: pm-07: list ten customers, 2026-11-13. lead-02: ask legal, 2026-11-14."
    assert read(f"## 7) Risks / Open questions / Next steps\n\n{text}\n").data["closing"]["next_steps"] == [
        {"step": "list ten customers", "owner": "pm-07", "due": "2026-11-13"},
        {"step": "ask legal", "owner": "lead-02", "due": "2026-11-14"},
    ]
