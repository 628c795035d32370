"""Lists of records in every shape in which people write them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts, read, told


@pytest.mark.parametrize(
    "form",
    [
        "- {item} ({minutes} min)",
        "- **{item}** ({minutes} min)",
        "- **{item} ({minutes} min)**",
        "- {item}: {minutes} min",
        "- {item} – {minutes} min",
        "- {item} - {minutes} minutes",
        "- {item}, {minutes} min",
        "- {minutes} min: {item}",
        "- {minutes} min – {item}",
        "- **{minutes} min** {item}",
        "- ({minutes} min) {item}",
        "- {minutes}' – {item}",
        "1. {item} ({minutes} min)",
        "- {item} ({minutes})",
        "| {item} | {minutes} |",
        "| **{item}** | {minutes} min |",
    ],
)
def test_an_agenda(form: str) -> None:
    agenda = [{"item": "Wins", "minutes": 5}, {"item": "Deep dive on one bet", "minutes": 45}]
    rows = "\n".join(form.format(**item) for item in agenda)
    table = "| Item | Minutes |\n|---|---|\n" if form.startswith("|") else ""
    for head in ("### 1:1 agenda", "### 1:1 agenda (50 min)", "**Agenda:**"):
        assert parts(f"## 5) Coaching Cadence\n\n{head}\n\n{table}{rows}\n")["cadence"] == {"agenda": agenda}


def test_numbers_in_running_text_are_no_minutes_or_weeks() -> None:
    body = """## 5) Coaching Cadence

### 1:1 agenda

- Review the 3 frames of week 2
- Look at 45 requests, pick 5
- Discuss the 10 minute rule (it came up twice)

### Artifact review points

- Two-page frame (second version)
- Roadmap for 2027
"""
    assert parts(body)["cadence"] == {
        "agenda": [
            {"item": "Review the 3 frames of week 2"},
            {"item": "Look at 45 requests, pick 5"},
            {"item": "Discuss the 10 minute rule (it came up twice)"},
        ],
        "reviews": [{"artifact": "Two-page frame (second version)"}, {"artifact": "Roadmap for 2027"}],
    }


@pytest.mark.parametrize(
    "form",
    [
        "- {id}: {evidence} ({date}). Artifact: {artifact}",
        "- {id} ({date}): {evidence}. Artifact: {artifact}",
        "- **{id}** ({date}) {evidence}. Source: {artifact}",
        "- **{id}, {date}:** {evidence}. Artifact: {artifact}",
        "- {id} – {date} – {evidence}. Artifact: {artifact}",
        "- {id} {date}: {evidence}. Artifact: {artifact}",
        "- {id}: {evidence}\n  - Date: {date}\n  - Artifact: {artifact}",
        "| {id} | {date} | {evidence} | {artifact} |",
    ],
)
def test_an_evidence_log(form: str) -> None:
    log = [
        {"evidence": "opened with a solution", "id": "E1", "date": "2026-09-14", "artifact": "spec"},
        {"evidence": "tested three texts", "id": "E2", "date": "2026-09-21", "artifact": "notes"},
    ]
    rows = "\n".join(form.format(**row) for row in log)
    table = "| ID | Date | Evidence | Artifact |\n|---|---|---|---|\n" if form.startswith("|") else ""
    found = parts(f"## 2) Current Assessment\n\n### Evidence log\n\n{table}{rows}\n")["assessment"]["evidence"]
    assert [{**row, "evidence": row["evidence"].rstrip(".")} for row in found] == log


@pytest.mark.parametrize(
    "text",
    [
        "B2B pricing was guessed",
        "Q1 roadmap lists nine items",
        "Q3: nine items",
        "H1 plan slipped",
        "A4 page on fees",
        "P1 outage in May",
        "L3 support took the call",
        "V2 shipped late",
        "24 requests, none answered",
    ],
)
def test_a_word_that_looks_like_an_id_is_none(text: str) -> None:
    found = parts(f"## 2) Current Assessment\n\n### Evidence log\n\n- {text}\n- another\n")["assessment"]["evidence"]
    assert found == [{"evidence": text}, {"evidence": "another"}]


@pytest.mark.parametrize(
    "form",
    [
        "- {risk}. Mitigation: {mitigation}",
        "- {risk} — Mitigation: {mitigation}",
        "- {risk} (mitigation: {mitigation})",
        "- **{risk}** — *Mitigation:* {mitigation}",
        "- {risk}\n  - Mitigation: {mitigation}",
        "- **Risk:** {risk}\n  **Mitigation:** {mitigation}",
        "- Risk: {risk}. Mitigation: {mitigation}",
        "- **Risk:** {risk}\n  - **Mitigation:** {mitigation}",
        "| {risk} | {mitigation} |",
    ],
)
def test_risks(form: str) -> None:
    risks = [{"risk": "no time", "mitigation": "one rep less"}, {"risk": "no data", "mitigation": "ask early"}]
    rows = "\n".join(form.format(**risk) for risk in risks)
    table = "| Risk | Mitigation |\n|---|---|\n" if form.startswith("|") else ""
    found = parts(f"## 7) Risks / Open questions / Next steps\n\n### Risks\n\n{table}{rows}\n")["closing"]["risks"]
    assert [{**row, "risk": row["risk"].rstrip(".").strip("*")} for row in found] == risks


@pytest.mark.parametrize(
    "form",
    [
        "- {step} (owner: {owner}, due: {due})",
        "- [ ] {step} — Owner: {owner} — Due: {due}",
        "- [x] {step}. Owner: {owner}. Due: {due}",
        "- {step}; owner: {owner}; due: {due}",
        "- {step} | Owner: {owner} | Due: {due}",
        "- {step}\n  - Owner: {owner}\n  - Due: {due}",
        "1. {step} (Owner: {owner}; Due: {due})",
        "| {step} | {owner} | {due} |",
        "| {step} | {owner} | by {due} |",
    ],
)
def test_next_steps(form: str) -> None:
    steps = [
        {"step": "agree this pack", "owner": "lead-02", "due": "2026-10-06"},
        {"step": "ask for data", "owner": "pm-07", "due": "2026-10-09"},
    ]
    rows = "\n".join(form.format(**step) for step in steps)
    table = "| Step | Owner | Due |\n|---|---|---|\n" if form.startswith("|") else ""
    found = parts(f"## 7) Risks / Open questions / Next steps\n\n### Next steps\n\n{table}{rows}\n")["closing"]
    assert {row.pop("done", False) for row in found["next_steps"]} == {"[x]" in form}
    assert [{name: value.rstrip(".") for name, value in row.items()} for row in found["next_steps"]] == steps


@pytest.mark.parametrize(
    "form",
    [
        "- Week {week}: {artifact} (reviewer: {reviewer})",
        "- Week {week} – {artifact}. Reviewer: {reviewer}",
        "- {artifact} (week {week}, reviewer: {reviewer})",
        "| {week} | {artifact} | {reviewer} |",
        "| Week {week} | {artifact} | {reviewer} |",
    ],
)
def test_artifact_reviews(form: str) -> None:
    reviews = [
        {"artifact": "first frame", "week": 2, "reviewer": "lead-02"},
        {"artifact": "draft", "week": 5, "reviewer": "analyst"},
    ]
    rows = "\n".join(form.format(**review) for review in reviews)
    table = "| Week | Artifact | Reviewer |\n|---|---|---|\n" if form.startswith("|") else ""
    found = parts(f"## 5) Coaching Cadence\n\n### Artifact reviews\n\n{table}{rows}\n")["cadence"]["reviews"]
    assert found == reviews


def test_competencies_as_sections() -> None:
    body = """## 1) Definition of “Good PM”

### Competency: Framing

**Observable behaviours:**
- names who is stuck
- writes rival explanations

**Bloom ladder:**
- Know: names the steps
- Apply: fills the frame

### Competency: Craft (docs, UX)

**Observable behaviours:** tests wording
"""
    assert parts(body)["definition"]["competencies"] == [
        {
            "competency": "Framing",
            "behaviours": ["names who is stuck", "writes rival explanations"],
            "ladder": [
                {"level": "Know", "behaviour": "names the steps"},
                {"level": "Apply", "behaviour": "fills the frame"},
            ],
        },
        {"competency": "Craft (docs, UX)", "behaviours": ["tests wording"]},
    ]


@pytest.mark.parametrize(
    "ladder", ["- Bloom:\n  - Know: names the steps\n", "\n**Bloom ladder**\n\n- Know: names the steps\n"]
)
def test_behaviours_need_no_label(ladder: str) -> None:
    behaviours = "- Names who is stuck\n- Writes rival explanations: two at least\n"
    body = f"## 1) Definition of “Good PM”\n\n### Framing\n\n{behaviours}{ladder}\n### Craft\n\n- Tests wording\n"
    assert parts(body)["definition"]["competencies"] == [
        {
            "competency": "Framing",
            "behaviours": ["Names who is stuck", "Writes rival explanations: two at least"],
            "ladder": [{"level": "Know", "behaviour": "names the steps"}],
        },
        {"competency": "Craft", "behaviours": ["Tests wording"]},
    ]


@pytest.mark.parametrize("head", ["### Competency: {}", "### {}", "### 1. {}", "**Competency: {}**"])
def test_levels_as_sections(head: str) -> None:
    body = f"""## 2) Current Assessment

{head.format("Framing")}

- Current level: Applying (3)
- Target level: Analyzing (4)
- Evidence: opened with a solution; no rival written
- Gap type: skill

{head.format("Craft")}

- Current level: L2
- Target level: L3
- Evidence: one note
"""
    assert parts(body)["assessment"] == {
        "levels": [
            {
                "competency": "Framing",
                "current": "Apply",
                "target": "Analyze",
                "evidence": ["opened with a solution", "no rival written"],
                "gap_type": "skill",
            },
            {"competency": "Craft", "current": "Understand", "target": "Apply", "evidence": ["one note"]},
        ]
    }


@pytest.mark.parametrize(
    "head", ["**B1: Frame first:**", "**B1: Frame first**:", "**B1: Frame first**", "### **B1:** Frame first"]
)
def test_the_name_of_a_record_has_no_marks(head: str) -> None:
    body = f"## 4) Development Plan\n\n{head}\n\n**Hypothesis:** h\n"
    assert parts(body)["plan"]["bets"] == [{"bet": "Frame first", "id": "B1", "hypothesis": "h"}]


def test_an_impossible_date_in_an_item_is_told_there_and_once() -> None:
    body = "## Next steps\n\n- agree this pack (2026-13-40)\n- ask (2026-10-09)\n"
    assert told(body) == [("impossible-date", "2026-13-40", "“2026-13-40” is no date: there is no month 13.")]
    steps = read(body).data["closing"]["next_steps"]
    assert steps[1] == {"step": "ask", "due": "2026-10-09"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Cadence:** Weekly 1:1, 60 min", {"rhythm": "Weekly 1:1, 60 min", "session_length": 60}),
        ("- **Cadence**: every Thursday, 1 hour", {"rhythm": "every Thursday, 1 hour", "session_length": 60}),
        ("**Rhythm:** a 45-minute 1:1 a week", {"rhythm": "a 45-minute 1:1 a week", "session_length": 45}),
        ("**Cadence:** Weekly", {"rhythm": "Weekly"}),
        (
            "| Element | Arrangement |\n|---|---|\n| Sessions | ten of 60 minutes, every week |",
            {"rhythm": "ten of 60 minutes, every week", "session_length": 60},
        ),
        ("### Cadence\n\nWeekly, Thursday", {"rhythm": "Weekly, Thursday"}),
        ("**Cadence:** 30 min weekly, 60 min monthly", {"rhythm": "30 min weekly, 60 min monthly"}),
        (
            "**Cadence:** weekly, 45 min\n\n**Session length:** 60 min",
            {"rhythm": "weekly, 45 min", "session_length": 60},
        ),
        (
            "**Session length:** 60 min\n\n**Cadence:** weekly, 45 min",
            {"rhythm": "weekly, 45 min", "session_length": 60},
        ),
    ],
)
def test_the_rhythm_may_say_how_long_a_session_is(text: str, expected: dict[str, Any]) -> None:
    assert parts(f"## 5) Coaching Cadence\n\n{text}\n")["cadence"] == expected


def test_who_does_a_next_step_may_be_said_by_its_sentence() -> None:
    body = "## Next steps\n\n- pm-46 asks the QA lead by 2026-11-25\n- pm-46 and lead-02: agree\n- lead-02 on leave\n"
    steps = read(body).data["closing"]["next_steps"]
    assert steps[0] == {"step": "pm-46 asks the QA lead", "owner": "pm-46", "due": "2026-11-25"}
    assert steps[1]["owner"] == "pm-46 and lead-02"
    assert steps[2] == {"step": "lead-02 on leave"}
    (step,) = read("## Next steps\n\n- lead-02 shows it on 2026-11-24.\n").data["closing"]["next_steps"]
    assert step == {"step": "lead-02 shows it", "owner": "lead-02", "due": "2026-11-24"}


def test_a_next_step_may_begin_with_its_owner() -> None:
    body = "## 7) Risks / Open questions / Next steps\n\n### Next steps\n\n- pm-07: draft the frame by 2026-10-09\n"
    body += "- Note: nothing else\n"
    assert parts(body)["closing"]["next_steps"] == [
        {"step": "draft the frame", "owner": "pm-07", "due": "2026-10-09"},
        {"step": "Note: nothing else"},
    ]
