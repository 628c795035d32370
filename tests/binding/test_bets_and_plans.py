"""Bets and their plans in whatever shape they are written: sections, labels, items, tables, one line."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.document import Document
from tests.binding.reading import parts, read

BETS = [
    {
        "bet": "Frame first",
        "competency": "Framing",
        "current": "Apply",
        "target": "Analyze",
        "why": "the guess cost two sprints",
        "signals": ["two frames at 6 of 8", "a frame stops some work"],
        "timeframe": {"from": 1, "to": 8},
    },
    {
        "bet": "Choose by criteria",
        "competency": "Strategy",
        "current": "Understand",
        "target": "Apply",
        "why": "nine items served whoever asked",
        "signals": ["8 of 10 answered"],
        "timeframe": {"from": 3, "to": 8},
    },
]


FIELDS = [
    [
        ("Competency", "Framing"),
        ("Level change", "Apply → Analyze"),
        ("Why it matters", "the guess cost two sprints"),
        ("Success signals", "two frames at 6 of 8; a frame stops some work"),
        ("Timeframe", "Weeks 1–8"),
    ],
    [
        ("Competency", "Strategy"),
        ("Current → target", "L2 --> L3"),
        ("Why it matters", "nine items served whoever asked"),
        ("Success signals", "8 of 10 answered"),
        ("Timeframe", "W3-W8"),
    ],
]


def bets(head: str, form: str, end: str = "\n", below: str = "\n\n") -> str:
    names = [str(bet["bet"]) for bet in BETS]
    heads = [head.format(number=number, name=name) for number, name in enumerate(names, 1)]
    texts = [end.join(form.format(label=label, value=value) for label, value in fields) for fields in FIELDS]
    return "\n\n".join(f"{one}{below}{text}" for one, text in zip(heads, texts, strict=True)) + "\n"


SECTIONS = {
    "heading, bold labels": bets("### Bet {number}: {name}", "**{label}:** {value}", "\n\n"),
    "heading, list": bets("### Bet {number}: {name}", "- {label}: {value}"),
    "heading, bold list": bets("### Bet {number} – {name}", "- **{label}**: {value}"),
    "heading, plain lines": bets("### Bet {number}. {name}", "{label}: {value}"),
    "heading, table": bets("### Bet {number}: {name}", "| {label} | {value} |", "\n", "\n\n| | |\n|---|---|\n"),
    "growth bet": bets("### Growth bet {number}: {name}", "- {label}: {value}"),
    "hash": bets("### Bet #{number}: {name}", "- {label}: {value}"),
    "name in bold": bets("### Bet {number}: **{name}**", "- {label}: {value}"),
    "number only": bets("### {number}. {name}", "- {label}: {value}"),
    "name only": bets("### {name}", "- {label}: {value}"),
    "deeper heading": bets("#### Bet {number}: {name}", "- {label}: {value}"),
    "bold line": bets("**Bet {number}: {name}**", "- {label}: {value}", below="\n"),
    "bold line and blank": bets("**Bet {number}: {name}**", "- {label}: {value}"),
    "bold noun": bets("**Bet {number}:** {name}", "- {label}: {value}"),
    "item with a list": bets("- **Bet {number}: {name}**", "  - {label}: {value}", below="\n").replace(
        "\n\n- ", "\n- "
    ),
    "numbered item": bets("{number}. **{name}**", "   - {label}: {value}", below="\n").replace("\n\n2. ", "\n2. "),
    "item, plain name": bets("{number}. {name}", "   - **{label}:** {value}", below="\n").replace("\n\n2. ", "\n2. "),
    "below a heading": "### Growth bets\n\n" + bets("#### Bet {number}: {name}", "- {label}: {value}"),
    "below a label": "**Growth bets**\n\n"
    + bets("- **{name}**", "  - {label}: {value}", below="\n").replace("\n\n- ", "\n- "),
    "rules between": bets("### Bet {number}: {name}", "- {label}: {value}").replace("\n\n###", "\n\n---\n\n###"),
    "signals below": bets("### Bet {number}: {name}", "**{label}:** {value}", "\n\n").replace(
        " two frames at 6 of 8; a frame", "\n\n- two frames at 6 of 8\n- a frame"
    ),
    "signals nested": bets("### Bet {number}: {name}", "- {label}: {value}").replace(
        " two frames at 6 of 8; a frame", "\n  - two frames at 6 of 8\n  - a frame"
    ),
}


@pytest.mark.parametrize("shape", SECTIONS)
def test_bets_as_sections_labels_and_items(shape: str) -> None:
    body = f"## 3) Shared Vision (1–3 growth bets)\n\nAgreed on 28 September.\n\n{SECTIONS[shape]}"
    assert parts(body)["vision"] == {"bets": BETS}


@pytest.mark.parametrize(
    "table",
    [
        "| Bet | Competency | Level change | Why it matters | Success signals | Timeframe |",
        "| Growth bet | Skill | Current → target | Why | Signals | Weeks |",
        "| Focus | Competence | Level shift | Rationale | How we know | When |",
    ],
)
def test_bets_as_a_table(table: str) -> None:
    rows = [
        f"| {bet['bet']} | {' | '.join(value for _, value in fields)} |"
        for bet, fields in zip(BETS, FIELDS, strict=True)
    ]
    body = "\n".join([table, "|---" * 6 + "|", *rows])
    assert parts(f"## 3) Shared Vision\n\n{body}\n")["vision"] == {"bets": BETS}
    assert parts(f"## 3) Shared Vision\n\n### Growth bets\n\n{body}\n")["vision"] == {"bets": BETS}


def test_one_bet_without_a_section_of_its_own() -> None:
    fields = "\n".join(f"**{label}:** {value}" for label, value in FIELDS[0])
    for name in ("**Bet:** Frame first", "**Growth bet:** Frame first", "- Bet: Frame first", "**Bet 1:** Frame first"):
        assert parts(f"## Shared vision\n\n{name}\n\n{fields}\n")["vision"] == {"bets": BETS[:1]}


@pytest.mark.parametrize(
    "form",
    [
        "### B{number}: {name}",
        "### B{number} {name}",
        "### B{number} – {name}",
        "### **B{number}** {name}",
        "### `B{number}` {name}",
        "### (B{number}) {name}",
        "**B{number}: {name}**",
    ],
)
def test_a_bet_with_its_id(form: str) -> None:
    body = bets(form, "- {label}: {value}")
    expected = [{**bet, "id": f"B{number}"} for number, bet in enumerate(BETS, 1)]
    assert parts(f"## Shared vision\n\n{body}")["vision"]["bets"] == expected


REPS = [
    {"rep": "Frame one request", "id": "R1.1", "minutes": 45, "weeks": {"from": 1, "to": 4}, "artifact": "frame"},
    {
        "rep": "Write three explanations",
        "id": "R1.2",
        "minutes": 60,
        "weeks": {"from": 1, "to": 8},
        "artifact": "sheet",
    },
]


def plan(text: str) -> dict[str, Any]:
    (bet,) = parts(f"## 4) Development Plan\n\n### B1: Frame first\n\n**Hypothesis:** h\n\n{text}")["plan"]["bets"]
    assert (bet.pop("bet"), bet.pop("id"), bet.pop("hypothesis")) == ("Frame first", "B1", "h")
    return dict(bet)


@pytest.mark.parametrize(
    "form",
    [
        "- {id} {rep} ({minutes} min, weeks {first}–{last}). Artifact: {artifact}",
        "- {id}: {rep} ({minutes} min, weeks {first}–{last}). Artifact: {artifact}",
        "- **{id}** {rep} ({minutes} min, weeks {first}-{last}). Artifact: {artifact}",
        "- **{id}** – {rep} ({minutes} minutes; W{first}–W{last}). **Artifact:** {artifact}",
        "- **{id}: {rep}** ({minutes} min, weeks {first}–{last}) — Artifact: {artifact}",
        "- {id} {rep} (weeks {first}–{last}, {minutes} min; artifact: {artifact})",
        "1. {id} {rep} ({minutes} min, weeks {first}–{last}). Artifact: {artifact}",
        "- {id} {rep} ({minutes} min, weeks {first}–{last})\n  - Artifact: {artifact}",
        "- {id} {rep}\n  - Minutes: {minutes}\n  - Weeks: Weeks {first}–{last}\n  - Artifact: {artifact}",
        "- **{id} {rep}**\n  - **Time:** {minutes} min\n  - **Weeks:** {first}–{last}\n  - **Artifact:** {artifact}",
        "- {id} {rep} ({minutes} min, weeks {first}–{last})\n  Artifact: {artifact}",
        "- [ ] {id} {rep} ({minutes} min, weeks {first}–{last}). Artifact: {artifact}",
        "- ({id}) {rep} ({minutes} min, weeks {first}–{last}). Output: {artifact}",
        "- **{id} {rep}** ({minutes} min/week, weeks {first} to {last}). *Artifact:* {artifact}",
        "- {id} {rep} ({minutes} min) (weeks {first}–{last}). Artifact: {artifact}",
        "| {id} | {rep} | {minutes} | {first}–{last} | {artifact} |",
    ],
)
@pytest.mark.parametrize(
    "head", ["#### Weekly reps", "**Weekly reps:**", "**Weekly reps (30–90 min each)**", "*Reps:*"]
)
def test_reps(form: str, head: str) -> None:
    rows = [
        form.format(
            id=rep["id"],
            rep=rep["rep"],
            minutes=rep["minutes"],
            first=rep["weeks"]["from"],  # type: ignore[index]
            last=rep["weeks"]["to"],  # type: ignore[index]
            artifact=rep["artifact"],
        )
        for rep in REPS
    ]
    table = "| ID | Practice | Minutes | Weeks | Artifact |\n|---|---|---|---|---|\n" if form.startswith("|") else ""
    assert plan(f"{head}\n\n{table}" + "\n".join(rows) + "\n\n**Artifacts:** frames\n") == {
        "reps": REPS,
        "artifacts": ["frames"],
    }


@pytest.mark.parametrize("lead", ["Weeks 1–4:", "Weeks 1–4 –", "W1–W4:", "Weeks 1-4:", "**Weeks 1–4:**"])
def test_weeks_in_front_are_taken_whole(lead: str) -> None:
    assert plan(f"**Weekly reps:**\n- {lead} frame it\n") == {
        "reps": [{"rep": "frame it", "weeks": {"from": 1, "to": 4}}]
    }


CHECKPOINTS = [
    {"signal": "one frame is written", "week": 1, "date": "2026-10-08"},
    {"signal": "a frame has 4 points", "week": 4, "date": "2026-10-29"},
]


@pytest.mark.parametrize(
    "form",
    [
        "- Week {week} ({date}): {signal}",
        "- **Week {week}** ({date}): {signal}",
        "- Week {week} – {date} – {signal}",
        "- W{week}, {date}: {signal}",
        "- Week {week} ({date})\n  - On track when: {signal}",
        "- **Week {week} ({date}):** {signal}",
        "- {date} (week {week}): {signal}",
        "- **{date}** – {signal} (week {week})",
        "- Week {week}: {signal} ({date})",
        "| Week {week} | {date} | {signal} |",
        "| {week} | {date} | {signal} |",
    ],
)
def test_checkpoints(form: str) -> None:
    rows = "\n".join(form.format(**point) for point in CHECKPOINTS)
    table = "| Week | Date | On track when |\n|---|---|---|\n" if form.startswith("|") else ""
    assert plan(f"**Checkpoints:**\n\n{table}{rows}\n") == {"checkpoints": CHECKPOINTS}


@pytest.mark.parametrize(
    "line",
    [
        "**Checkpoints:** Week 1 (2026-10-08): one frame is written; Week 4 (2026-10-29): a frame has 4 points",
        "- Checkpoints:\n  - Week 1 (2026-10-08): one frame is written\n  - Week 4 (2026-10-29): a frame has 4 points",
        "**Checkpoints**\n- Week 1 (2026-10-08): one frame is written\n- Week 4 (2026-10-29): a frame has 4 points",
    ],
)
def test_checkpoints_on_a_line_or_below_one(line: str) -> None:
    assert plan(f"{line}\n") == {"checkpoints": CHECKPOINTS}


def test_a_plan_with_a_two_column_table_for_each_bet() -> None:
    rows = """| | |
|---|---|
| **Hypothesis** | If a, then b, because c. |
| **Weekly reps** | R1.1 Frame one (45 min, weeks 1–4)<br>R1.2 Rule one out (30 min, weeks 1–8) |
| **Stretch assignment** | assess the drop-off |
| **Artifacts** | frames; sheets |
| **Coach commitments** | - reads one a week<br>- makes introductions |
| **Measurement** | score of 0 to 8 |
| **Checkpoints** | Week 1: one frame<br>Week 4: two of them |
"""
    expected = {
        "hypothesis": "If a, then b, because c.",
        "reps": [
            {"rep": "Frame one", "id": "R1.1", "minutes": 45, "weeks": {"from": 1, "to": 4}},
            {"rep": "Rule one out", "id": "R1.2", "minutes": 30, "weeks": {"from": 1, "to": 8}},
        ],
        "stretch": ["assess the drop-off"],
        "artifacts": ["frames", "sheets"],
        "commitments": ["reads one a week", "makes introductions"],
        "measurement": ["score of 0 to 8"],
        "checkpoints": [{"signal": "one frame", "week": 1}, {"signal": "two of them", "week": 4}],
    }
    body = f"## 4) Development Plan\n\n### Bet 1: Frame first\n\n{rows}\n### Bet 2: Choose\n\n{rows}"
    assert parts(body)["plan"]["bets"] == [{"bet": "Frame first", **expected}, {"bet": "Choose", **expected}]


@pytest.mark.parametrize(
    "head", ["", "### Bet 1: Frame first\n\n", "**Bet:** Frame first\n\n", "**Growth bet 1: Frame first**\n\n"]
)
def test_a_plan_for_one_bet_without_a_section_of_its_own(head: str) -> None:
    body = f"""## 4) Development Plan

{head}**Hypothesis:** If a, then b, because c.

**Weekly reps:**

- R1.1 Frame one (45 min, weeks 1–4)

### Stretch assignment

Assess the drop-off.

### Artifacts

- frames
"""
    (bet,) = parts(body)["plan"]["bets"]
    assert bet.pop("bet", "Frame first") == "Frame first"
    assert bet == {
        "hypothesis": "If a, then b, because c.",
        "reps": [{"rep": "Frame one", "id": "R1.1", "minutes": 45, "weeks": {"from": 1, "to": 4}}],
        "stretch": ["Assess the drop-off."],
        "artifacts": ["frames"],
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Week 1, week 4, week 12", [{"week": 1}, {"week": 4}, {"week": 12}]),
        ("weeks 1, 4 and 8", [{"week": 1}, {"week": 4}, {"week": 8}]),
        ("Weeks 1/4/8.", [{"week": 1}, {"week": 4}, {"week": 8}]),
        ("W1, W4 & W8", [{"week": 1}, {"week": 4}, {"week": 8}]),
        ("Week 1: first frame, with numbers; week 4: half", [{"week": 1, "signal": "first frame, with numbers"},
                                                            {"week": 4, "signal": "half"}]),
        ("Week 4: half of 12, and week 8: all", [{"week": 4, "signal": "half of 12"}, {"week": 8, "signal": "all"}]),
        ("Week 2 first frame, week 4 half of them", [{"week": 2, "signal": "first frame"},
                                                     {"week": 4, "signal": "half of them"}]),
        ("Week 2 of the pilot is over", [{"signal": "Week 2 of the pilot is over"}]),
        ("Half of the answers, by week 4 and week 8", [{"signal": "Half of the answers, by week 4 and week 8"}]),
    ],
)  # fmt: skip
def test_weeks_on_one_line_are_a_record_each(text: str, expected: list[Any]) -> None:
    body = f"## 4) Development Plan\n\n### B1: Frame first\n\n**Checkpoints:** {text}\n"
    document = read(body)
    assert document.offences == {}
    assert document.data["plan"]["bets"][0]["checkpoints"] == expected
    for place, one in enumerate(expected):
        span = document.values["plan", "bets", 0, "checkpoints", place]
        assert str(one.get("week", one.get("signal"))) in document.text[slice(*span)]


WHY = "| Why it matters | Success signals | Timeframe |"


def in_table(head: str, *rows: str) -> Document:
    """A document with a table of bets, with columns and cells behind those given for all else that a bet needs."""
    lines = [head + WHY[1:], "|" + "---|" * (head.count("|") + 2)]
    lines += [f"{row} two sprints | 8 of 10 answered | Weeks 1–8 |" for row in rows]
    return read("## Growth bets\n\n" + "\n".join(lines) + "\n")


def names(document: Document) -> list[tuple[str | None, ...]]:
    bets = document.data["vision"]["bets"]
    return [tuple(bet.get(name) for name in ("id", "bet", "competency")) for bet in bets]


def test_a_bet_in_a_table_goes_by_its_competency_where_an_id_stands_alone() -> None:
    document = in_table("| Bet | Competency |", "| B1 | K2 Prioritization |", "| B2 Ask first | Discovery |")
    assert document.offences == {}
    assert names(document) == [("B1", "K2 Prioritization", "K2 Prioritization"), ("B2", "Ask first", "Discovery")]
    place = document.values["vision", "bets", 0, "bet"]
    assert place == document.values["vision", "bets", 0, "competency"]
    assert document.text[slice(*place)] == "K2 Prioritization"


def test_a_bet_in_a_table_without_a_column_for_it_goes_by_its_competency() -> None:
    document = in_table("| Competency | Current | Target |", "| Framing | Know | Apply |", "| Craft | Apply | Apply |")
    assert document.offences == {}
    assert names(document) == [(None, "Framing", "Framing"), (None, "Craft", "Craft")]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("| ID | Bet | Competency |", "| B1 | | Framing |"),
        ("| Bet | Current |", "| B1 | Apply |"),
        ("| Bet | Competency |", "| B1 | |"),
    ],
)
def test_a_bet_without_a_name_has_none(head: str, row: str) -> None:
    assert names(in_table(head, row))[0][1] is None


@pytest.mark.parametrize(
    ("columns", "timeframe"),
    [
        ("Today | By 30 Oct", {"from": 1, "to": 4}),
        ("Current | Target by 30 Oct", {"from": 1, "to": 4}),
        ("Today | Target", None),
    ],
)
def test_the_header_of_the_target_may_tell_by_when(columns: str, timeframe: dict[str, int] | None) -> None:
    rows = "| Frame first | Apply | Analyze | the guess |\n| Say no | Know | Apply | late fees |\n"
    table = f"| Bet | {columns} | Why |\n|---|---|---|---|\n{rows}"
    bets = read(f"## 3) Growth bets\n\n{table}").data["vision"]["bets"]
    assert [(bet["current"], bet["target"], bet.get("timeframe")) for bet in bets] == [
        ("Apply", "Analyze", timeframe),
        ("Know", "Apply", timeframe),
    ]


def test_a_bet_that_is_still_to_fill_in_stays_so() -> None:
    document = in_table("| Bet | Competency |", "| TBD | Framing |")
    assert [offence.message for offence in document.offences["still-to-fill"]] == ["Bet: “TBD” is still to fill in."]
    assert names(document) == [(None, None, "Framing")]


@pytest.mark.parametrize(
    "head", ["Bet {} practice loop", "Bet {} – practice loop", "Bet {} loop", "Bet {}: practice plan"]
)
def test_the_practice_of_a_bet_is_its_plan(head: str) -> None:
    rep = "- **Weekly rep:** one frame\n- **Artifacts:** frames\n"
    plan = parts(f"## 4) Development Plan\n\n### {head.format(1)}\n\n{rep}\n### {head.format(2)}\n\n{rep}")["plan"]
    assert [bet["reps"] for bet in plan["bets"]] == [[{"rep": "one frame"}]] * 2


@pytest.mark.parametrize(
    ("step", "said", "due"),
    [
        ("pm-07 shares the first frame by Oct 9", "pm-07 shares the first frame", "2026-10-09"),
        ("pm-07 shares the first frame by 9 Oct.", "pm-07 shares the first frame", "2026-10-09"),
        ("**pm-07:** shares the first frame by 10-09", "shares the first frame", "2026-10-09"),
        ("pm-07 reads the numbers by area", "pm-07 reads the numbers by area", None),
        ("pm-07 sends what was asked for by sales", "pm-07 sends what was asked for by sales", None),
    ],
)
def test_a_step_ends_with_its_day(step: str, said: str, due: str | None) -> None:
    (told,) = parts(f"## 7) Risks / Open questions / Next steps\n\n- **Next step:** {step}\n")["closing"]["next_steps"]
    assert (told["step"], told.get("due"), told["owner"]) == (said, due, "pm-07")


@pytest.mark.parametrize("head", ["B1 {}.", "B1, {}."])
def test_a_bet_behind_its_number_may_be_long(head: str) -> None:
    name = "Framing of what is asked, so that the team knows why it is worth the weeks it takes"
    text = f"## 3) Shared Vision\n\n**{head.format(name)}** Why: two reworks.\n\n**B2 Say no.** Why: nine items.\n"
    assert [bet["bet"] for bet in parts(text)["vision"]["bets"]] == [name, "Say no"]


@pytest.mark.parametrize("header", ["Bet | Name", "Bet | Focus", "Bet | Statement", "# | Bet", "Bet | Growth bet"])
@pytest.mark.parametrize("ids", [("B1", "B2"), ("A", "B"), ("1", "2")])
def test_ids_below_the_name_of_bets(header: str, ids: tuple[str, str]) -> None:
    rows = "".join(
        f"| {own} | {name} | rework | 2 pass |\n" for own, name in zip(ids, ("Frame first", "Say no"), strict=True)
    )
    document = read(f"## 3) Shared Vision\n\n| {header} | Why | Signals |\n|---|---|---|---|\n{rows}")
    found = document.data["vision"]["bets"]
    assert [(bet["id"], bet["bet"]) for bet in found] == [(ids[0], "Frame first"), (ids[1], "Say no")]
    assert document.offences == {}


def test_names_below_the_name_of_bets_are_no_ids() -> None:
    table = "| Bet | Focus | Why | Signals |\n|---|---|---|---|\n| Frame first | Framing | rework | 2 pass |\n"
    assert read(f"## 3) Shared Vision\n\n{table}").data["vision"]["bets"][0]["bet"] == "Frame first"


def test_a_bar_parts_the_number_of_a_bet_from_its_name() -> None:
    told = "\n\n- **Why:** rework\n- **Signals we will look for:** 2 pass\n- **Window:** weeks 1–8\n\n"
    document = read(f"## 3) Shared Vision\n\n### 🎯 Bet 1 | Frame first{told}### 🎯 Bet B | Say no{told}")
    assert document.data["vision"]["bets"] == [
        {"bet": name, "why": "rework", "signals": ["2 pass"], "timeframe": {"from": 1, "to": 8}}
        for name in ("Frame first", "Say no")
    ]


@pytest.mark.parametrize(
    "said", ["*None. The other one waits.*", "None – one is enough", "n/a", "Not used (one is enough)."]
)
def test_a_bet_below_whose_head_stands_that_there_is_none_is_none(said: str) -> None:
    body = "### Growth bet 1: Frame first\n\n- **Why it matters:** the guess cost us\n\n### Growth bet 2\n\n"
    document = read(f"## 3) Shared Vision\n\n{body}{said}\n")
    assert [bet["bet"] for bet in document.data["vision"]["bets"]] == ["Frame first"]
    assert document.offences == {}


@pytest.mark.parametrize("said", ["None of us has tried it yet.", "Nothing is known of the reason."])
def test_a_bet_of_which_little_is_told_is_one(said: str) -> None:
    body = "### Growth bet 1: Frame first\n\n- **Why it matters:** the guess cost us\n\n### Growth bet 2\n\n"
    assert len(read(f"## 3) Shared Vision\n\n{body}{said}\n").data["vision"]["bets"]) == 2


@pytest.mark.parametrize("label", ["Why not more?", "Why not three?", "Why not another one?"])
def test_why_something_is_not_there_is_no_reason_for_what_is(label: str) -> None:
    table = "| Element | Detail |\n|---|---|\n| **Why it matters to the business** | the guess cost us |\n"
    document = read(f"## 3) Shared Vision\n\n### Growth bet 1: Frame first\n\n{table}\n> **{label}** It waits.\n")
    assert document.data["vision"]["bets"][0]["why"] == "the guess cost us"


@pytest.mark.parametrize(
    ("item", "reps"),
    [
        ("**What comes home:** two pages", ["write a frame"]),  # nobody knows what this is
        ("**From week 3 on:** two pages", ["write a frame", "**From week 3 on:** two pages"]),
        ("two pages each month", ["write a frame", "two pages each month"]),
    ],
)
def test_what_its_author_calls_otherwise_is_no_rep(item: str, reps: list[str]) -> None:
    body = (
        f"- **Every week (40 min):** write a frame\n- **Stretch:** the memo\n- **Measurement:** two frames\n- {item}\n"
    )
    (bet,) = parts(f"## 4) Development Plan\n\n### Bet 1\n\n{body}")["plan"]["bets"]
    assert [rep["rep"] for rep in bet["reps"]] == reps


@pytest.mark.parametrize("label", ["coach-2 commits to.", "coach-2 commits to:", "From coach-2."])
def test_what_a_coach_does_is_known_by_a_handle(label: str) -> None:
    body = f"- **Weekly rep.** Write a frame.\n- **{label}** Notes on the same day.\n"
    (bet,) = parts(f"## 4) Development Plan\n\n### Bet 1\n\n{body}")["plan"]["bets"]
    assert bet["commitments"] == ["Notes on the same day."]


@pytest.mark.parametrize("label", ["What'll be on the table", "What there'll be to see"])
def test_artifacts_are_what_is_there_to_see(label: str) -> None:
    body = f"- **Weekly rep:** write a frame\n- **{label}:** two frames; the memo\n"
    (bet,) = parts(f"## 4) Development Plan\n\n### Bet 1\n\n{body}")["plan"]["bets"]
    assert bet["artifacts"] == ["two frames", "the memo"]


@pytest.mark.parametrize("label", ["**Weekly reps**", "**Weekly reps (about 60 minutes)**"])
def test_items_below_the_table_of_reps_tell_what_they_name(label: str) -> None:
    table = "| Weeks | Rep |\n|---|---|\n| 1–2 | one frame |\n| 3–8 | two frames |\n"
    items = "- **Artifacts:** frames\n- **Measurement:** two frames\n- **Coach commitment:** comments\n"
    (bet,) = parts(f"## 4) Development Plan\n\n### Bet 1\n\n{label}\n\n{table}\n{items}")["plan"]["bets"]
    assert [rep["rep"] for rep in bet["reps"]] == ["one frame", "two frames"]
    assert [bet[name] for name in ("artifacts", "measurement", "commitments")] == [
        ["frames"],
        ["two frames"],
        ["comments"],
    ]


def test_bets_side_by_side_may_be_named_after_what_is_on_the_table() -> None:
    head = '| | **Bet 1 "Options on the table"** | **Bet 2 "Conditions first"** |\n|---|---|---|\n'
    rows = "| Reason | three large decisions | six of nine objections |\n| Success signals | two options | a map |\n"
    bets = parts(f"## 3) Growth bets\n\n{head}{rows}")["vision"]["bets"]
    assert [(bet["bet"], bet["why"]) for bet in bets] == [
        ('"Options on the table"', "three large decisions"),
        ('"Conditions first"', "six of nine objections"),
    ]
