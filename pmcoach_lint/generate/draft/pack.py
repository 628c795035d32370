"""The whole draft: the parts that are wanted, in the order of the source, below the front matter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pmcoach_lint.coaching.alone import ALWAYS
from pmcoach_lint.doctypes import PACK
from pmcoach_lint.generate.draft.growing import plan, vision
from pmcoach_lint.generate.draft.keeping import cadence, closing, follow_up
from pmcoach_lint.generate.draft.outline import Outline, doubts
from pmcoach_lint.generate.draft.schedule import busiest, extra_weeks
from pmcoach_lint.generate.draft.standing import assessment, context, definition
from pmcoach_lint.generate.intake.checks import contradictions
from pmcoach_lint.generate.markdown import TBD, begun, in_line
from pmcoach_lint.generate.written import scalar

PARTS: dict[str, tuple[str, Callable[[Outline], list[str]]]] = {
    "definition": ("1) Definition of “Good PM” (in this context)", definition),
    "assessment": ("2) Current Assessment (evidence-based)", assessment),
    "vision": ("3) Shared Vision (1–3 growth bets)", vision),
    "plan": ("4) Development Plan (practice loops + stretch work)", plan),
    "cadence": ("5) Coaching Cadence + Session Toolkit", cadence),
    "follow-up": ("6) Follow-up Tracker + Review Plan", follow_up),
    "closing": ("7) Risks / Open questions / Next steps", closing),
}
"""The parts of a pack with their headings, in the order of `coaching-pms`, and what writes them."""

PLAN_ONLY = ("vision", "plan", ALWAYS)
NO_HR_DOCUMENT = (
    "> **A development plan for learning, and no HR document.** It starts, supports and documents no formal process, "
    "and no such process may rely on it. What belongs to one stays with HR."
)


def draft(outline: Outline, parts: Sequence[str] = tuple(PARTS)) -> str:
    """The Markdown of a coaching pack, ending with a line break.

    Args:
        outline: What was decided of it.
        parts: The names of the parts that are wanted; the closing one comes in any case.
    """
    facts = outline.facts
    is_plan_only = bool(facts.said.get("plan_only"))
    wanted = PLAN_ONLY if is_plan_only else [name for name in PARTS if name in parts or name == ALWAYS]
    lines = [*_front(outline, wanted), "", *_title(outline, is_plan_only=is_plan_only), *context(facts)]
    for heading, write in (PARTS[name] for name in wanted):
        lines += [f"## {heading}", "", *write(outline)]
    return "\n".join(lines).rstrip() + "\n"


def _title(outline: Outline, *, is_plan_only: bool) -> list[str]:
    pm = outline.facts.pm
    if is_plan_only:
        return [f"# Development plan: {pm}", "", NO_HR_DOCUMENT, ""]
    name = outline.bets[0].step.bet if outline.bets else "Coaching pack"
    return [f"# {name}: {pm}" if outline.facts.text("pm") else f"# {name}", ""]


def _front(outline: Outline, wanted: Sequence[str]) -> list[str]:
    """The front matter; what nobody has said stands there as to be filled in, and some parts alone as wanted so."""
    facts = outline.facts
    said = {
        "type": PACK,
        "pm": facts.text("pm") or TBD,
        "role": scalar(facts.words("person", "title") or TBD),
        "coach": facts.text("coach") or TBD,
        "team": scalar(facts.words("team") or TBD),
        "stage": scalar(facts.words("context", "stage") or TBD),
        "start": facts.cycle.start,
        "weeks": facts.cycle.weeks,
        "status": "draft",
        "visibility": facts.text("visibility") or "private",
        "bloom": 1956,
    }
    lines = ["---", *(f"{key}: {value}" for key, value in said.items())]
    if len(wanted) < len(PARTS):
        lines.append(f"parts: [{', '.join(wanted)}]")
    assumptions = [*facts.assumptions, *_assumed(outline)]
    if assumptions:
        lines += ["assumptions:", *(f"  - {scalar(text)}" for text in assumptions)]
    return [*lines, "---"]


def _assumed(outline: Outline) -> list[str]:
    """What the draft takes for granted beyond the facts."""
    facts, bets = outline.facts, outline.bets
    reason = "taken from the title" if facts.text("person", "title") else "taken as usual for a PM"
    found = [
        f"{begun(facts.pm)} is at {each.level} in {in_line(each.area.name)}: {reason}, as no evidence says a level."
        for each in outline.candidates
        if each.is_assumed
    ]
    if bets and not bets[0].chosen.score:
        found.append(f"The bet is on {in_line(bets[0].area.name)}, although no answer names an area.")
    if extra := extra_weeks(facts):
        found.append(f"For the checkpoints of {_weeks_in_words(extra)} the two meet besides their sessions.")
    most = busiest([bet.reps for bet in bets], facts.cycle.weeks)
    if most > facts.practice:
        found.append(f"The {facts.practice} minutes of practice a week can grow to {most}.")
    found += [f"Not settled: {each.message}" for each in doubts(outline)]
    return [*found, *(f"Not settled: {each.message}" for each in contradictions(facts.said))]


def _weeks_in_words(weeks: list[int]) -> str:
    *earlier, last = map(str, weeks)
    return f"weeks {', '.join(earlier)} and {last}" if earlier else f"week {last}"
