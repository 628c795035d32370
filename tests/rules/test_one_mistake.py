"""One mistake in an exemplary pack is one finding, at its place: never a second one that says the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.settings import load_settings
from tests.packs import ACTIVE, replaced

PACK = ACTIVE.read_text(encoding="utf-8")
_BETS = (
    "ID | Bet | Competency | Level change | Why it matters | Target behaviour or artifact | Success signals | Timeframe"
)
GOAL = next(line for line in PACK.splitlines() if line.startswith("**Coaching goal:**"))
EXCEPTIONS = PACK.partition("### When to be directive\n\n")[2].partition("\n\n## 6)")[0]
COMMITMENTS = PACK.partition("#### Coach commitments\n\n")[2].partition("\n\n#### Measurement")[0]
ADJUST = next(line for line in PACK.splitlines() if line.startswith("**How and when we adjust:**"))
HYPOTHESIS = (
    "If pm-07 practises writing and ruling out rival explanations every week, then plans will start from the step "
    "where buyers are really stuck."
)
PROMPT = "- What did you decide not to do this week, and who knows it?"
QUESTION = "- Who owns the request board once lead-02 stops redirecting?"
STEP = "| Decide together whether business acumen is next | lead-02 and pm-07 | 2026-12-03 |"
MET = "Checkpoint week 4 met: frame at 5, two explanations struck out."

Mistake = Callable[[str], str]


def put(old: str, new: str) -> Mistake:
    """The mistake of having `new` where `old` stands."""
    return lambda text: replaced(text, old, new)


def without(first: str, behind: str) -> Mistake:
    """The mistake of having left out what begins with `first`, up to what stands `behind` it."""

    def left_out(text: str) -> str:
        start = text.index(first)
        return text[:start] + text[text.index(behind, start) :]

    return left_out


def wrapped(text: str) -> str:
    return replaced(text, "# From shipping", "```markdown\n# From shipping") + "\n```\n"


def moved(text: str) -> str:
    start, end = text.index("## 4) Development"), text.index("## 5) Coaching")
    return replaced(text[:start] + text[end:], "## 3) Shared", text[start:end] + "## 3) Shared")


MISTAKES: tuple[tuple[Mistake, str, str], ...] = (
    (put("team: checkout", "taem: checkout"), "PMC106", "taem"),
    (put("status: active", "status: activ"), "PMC205", "activ"),
    (put("start: 2026-10-05", "start: 2026-13-40"), "PMC209", "2026-13-40"),
    (put("weeks: 8", "weeks: 16"), "PMC207", "16"),
    (put("weeks: 8", "weeks: eight"), "PMC206", "eight"),
    (put("stage: growth", "stage: growth\nstage: seed"), "PMC105", "stage"),
    (put("type: coaching-pack", "type: coching-pack"), "PMC108", "coching-pack"),
    (put("coach: lead-02", "coach: Anna Meier"), "PMC942", "Anna Meier"),
    (
        put("framing and insight | Apply | Analyze | E1", "framing and insight | Apply | Analize | E1"),
        "PMC210",
        "Analize",
    ),
    (put("Product craft | Analyze | Analyze", "Product craft | Analyze | Create"), "PMC705", "Create"),
    (put("insight | Apply → Analyze", "insight | Apply → Apply"), "PMC422", "Apply → Apply"),
    (
        put("prioritization | Understand | Apply | E4", "prioritization | Know | Apply | E4"),
        "PMC422",
        "Understand → Apply",
    ),
    (put("E4, E5, E6, E12", "E4, E5, E6, E13"), "PMC405", "E13"),
    (put("Apply | Analyze | E9 |", "Apply | Analyze | |"), "PMC202", ""),
    (put("Synthesize | E7, E8", "Synthesize | E8"), "PMC411", "E7"),
    (put("| Business acumen | Understand | Apply | E11", "| Pricing | Understand | Apply | E11"), "PMC412", "Pricing"),
    (put("writing | Strategy and prioritization | U", "writing | Negotiation | U"), "PMC414", "Negotiation"),
    (put("Synthesize | Synthesize | E7", "Synthesize | Evaluate | E7"), "PMC413", "Evaluate"),
    (
        without("#### Measurement\n\n- Problem-frame", "#### Checkpoints"),
        "PMC201",
        "B1: Frame the problem before the solution",
    ),
    (
        without("#### Weekly reps\n\n| Rep | Practice", "#### Stretch"),
        "PMC201",
        "B1: Frame the problem before the solution",
    ),
    (without("### B2: Choose by criteria", "## 5) Coaching"), "PMC416", "Choose by criteria, in writing"),
    (without("| B2 | Choose by criteria", "\n## 4)"), "PMC418", "Choose by criteria, in writing"),
    (without("| R1.3 | Set one", "\n#### Stretch"), "PMC420", "R1.3"),
    (put("### B2: Choose by criteria, in writing", "### B3: Write better memos"), "PMC418", "Write better memos"),
    (put("| R2.2 | Write", "| R1.4 | Write"), "PMC419", "R1.4"),
    (put("| 2026-10-22 | B2 |", "| 2026-10-22 | B4 |"), "PMC420", "B4"),
    (put("| R1.1: frame of the address", "| R1.7: frame of the address"), "PMC420", "R1.7"),
    (put("| 2026-10-15 | B1 | R1.2", "| 2026-10-15 | B2 | R1.2"), "PMC421", "B2"),
    (put(COMMITMENTS, "- None"), "PMC417", "None"),
    (moved, "PMC304", "4) Development Plan (practice loops + stretch work)"),
    (without("## 5) Coaching Cadence", "## 6) Follow-up"), "PMC301", "6) Follow-up Tracker + Review Plan"),
    (
        put("Target level | Evidence | Gap |", "Target level | Colour | Gap |"),
        "PMC505",
        "Colour",
    ),
    (
        put(_BETS, _BETS.replace("Why it matters", "Colour").replace("Success signals", "Shape")),
        "PMC501",
        _BETS.replace("Why it matters", "Colour").replace("Success signals", "Shape"),
    ),
    (
        put("Current level | Target level | Evidence |", "Start | Target level | Evidence |"),
        "PMC505",
        "Start",
    ),
    (
        put("| none | L |\n| Stakeholder", "| none |\n| Stakeholder"),
        "PMC502",
        "| Execution and delivery | Synthesize | Synthesize | E7, E8 | None in this cycle | none |",
    ),
    (
        put("Judges whether a frame is strong enough to fund, and says what is missing", "Lists the frames"),
        "PMC706",
        "Lists",
    ),
    (put(GOAL, "**Coaching goal:** pm-07 thinks more strategically"), "PMC800", "thinks more strategically"),
    (put(GOAL, "**Coaching goal:** Attend a course on strategy by 27 November"), "PMC801", "Attend a course"),
    (
        put("In review, others argue about", "Stakeholders feel more confident; others argue about"),
        "PMC802",
        "Stakeholders feel more confident",
    ),
    (
        put("One update for 23 readers does not separate who decides from who watches", "Is too shy"),
        "PMC803",
        "Is too shy",
    ),
    (put(MET, "You are a natural strategist."), "PMC804", "You are a natural strategist"),
    (put(MET, "Great work!"), "PMC805", "Great work!"),
    (put(PROMPT, "- Did you talk to the buyers?"), "PMC810", "Did you"),
    (put(PROMPT, "- Don't you think the council should decide this?"), "PMC811", "Don't you think"),
    (put(PROMPT, "- Have you tried asking the analyst?"), "PMC812", "Have you tried"),
    (
        put("lead-02 reads one artifact a week before the session", "lead-02 approves each frame"),
        "PMC820",
        "lead-02 approves",
    ),
    (put(", because the first explanation no longer goes untested", ""), "PMC721", HYPOTHESIS),
    (put("**Time budget:** 3 hours a week", "**Time budget:** 1 hour a week"), "PMC722", "1 hour a week"),
    (put("not now or no | 30 | 1–8", "not now or no | 10 | 1–8"), "PMC723", "10"),
    (put("| 45 | 3–8 | Trade-off memo", "| 45 | 3–10 | Trade-off memo"), "PMC720", "3–10"),
    (
        without("#### Stretch assignment\n\n- First cut", "#### Artifacts"),
        "PMC724",
        "B2: Choose by criteria, in writing",
    ),
    (put("**Session length:** 50 minutes", "**Session length:** 30 minutes"), "PMC740", "25"),
    (without("### When to be directive", "## 6) Follow"), "PMC201", "5) Coaching Cadence + Session Toolkit"),
    (put(EXCEPTIONS, "- Never"), "PMC742", "Never"),
    (put("| 8 | 2026-11-26 | Two in a row", "| 8 | 2027-11-26 | Two in a row"), "PMC760", "2027-11-26"),
    (put(ADJUST, "**How and when we adjust:** As needed."), "PMC766", "As needed."),
    (put("| 2026-11-05 | B2 |", "| 2026-11-35 | B2 |"), "PMC209", "2026-11-35"),
    (put("| 2026-11-05 | B2 |", "| 05/11/2026 | B2 |"), "PMC211", "05/11/2026"),
    (
        put(QUESTION, "- If pm-07 misses the target we start a performance improvement plan."),
        "PMC901",
        "performance improvement plan",
    ),
    (
        put(STEP, "| Send this pack to HR for the personnel file | lead-02 | 2026-12-03 |"),
        "PMC902",
        "Send this pack to HR",
    ),
    (put(STEP, "| Propose a salary raise for pm-07 | lead-02 | 2026-12-03 |"), "PMC904", "salary raise"),
    (
        put(QUESTION, "- What came of the complaint that a designer filed about pm-07's conduct?"),
        "PMC903",
        "complaint that a designer filed about pm-07's conduct",
    ),
    (
        put(QUESTION, "- lead-02 mediates the conflict between pm-07 and pm-15."),
        "PMC905",
        "mediates the conflict between pm-07",
    ),
    (put("| Release plan and incident list |", "| TBD |"), "PMC202", "TBD"),
    (put(QUESTION, "- Who owns the board once [Name] stops redirecting?"), "PMC220", "[Name]"),
    (
        put("# From shipping well", "Sure! Here is the pack you asked for:\n\n# From shipping well"),
        "PMC221",
        "Sure! Here is the pack you asked for:",
    ),
    (wrapped, "PMC222", "```markdown"),
    (
        put("before answers (pm-07, 2026-10-29)", "before answers"),
        "PMC781",
        "[x] C1 Options and trade-offs before answers",
    ),
    (
        put("- [x] C1 Options", "- [x] C9 Options"),
        "PMC782",
        "[x] C9 Options and trade-offs before answers (pm-07, 2026-10-29)",
    ),
    (put("| Definition clarity | 5 |", "| Definition clarity | 6 |"), "PMC207", "6"),
)


@pytest.mark.parametrize(("mistake", "code", "at"), MISTAKES, ids=[f"{code}-{at}" for _, code, at in MISTAKES])
def test_one_mistake_is_one_finding_at_its_place(mistake: Mistake, code: str, at: str, tmp_path: Path) -> None:
    settings = load_settings(tmp_path, isolated=True)._replace(as_of=date(2026, 11, 23))
    text = mistake(PACK)
    findings = lint_bytes(text.encode(), "packs/pm-07.md", settings).findings
    assert [finding.code for finding in findings] == [code]
    place = findings[0].range
    lines = text.splitlines()[place.start.line - 1 : place.end.line]
    found = lines[0][place.start.column - 1 : place.end.column - 1 if len(lines) == 1 else None]
    assert found == at


def test_keys_of_ones_own_are_welcome(tmp_path: Path) -> None:
    text = PACK.replace("\nstatus:", "\nfavourite-colour: blue\nreviews: [2026-10-30]\nsince: 2026-08-01\nstatus:", 1)
    settings = load_settings(tmp_path, isolated=True)._replace(as_of=date(2026, 11, 23))
    assert lint_bytes(text.encode(), "packs/pm-07.md", settings).findings == ()
