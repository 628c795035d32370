"""The coaching plan for a PM of the client: four sessions, each for where this PM stands, with days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from pmcoach_lint.doctypes import PLAN
from pmcoach_lint.generate.client.ground import Ground
from pmcoach_lint.generate.client.said import Client, Pm, said
from pmcoach_lint.generate.client.sessions import (
    USUAL_LEVEL,
    USUAL_MEETINGS,
    Session,
    focus_of,
    sessions_of,
    taken_level,
    tells_apart,
)
from pmcoach_lint.generate.client.writing import NOTE, Data, note
from pmcoach_lint.generate.draft.facts import HOLIDAYS
from pmcoach_lint.generate.draft.library import LEVELS
from pmcoach_lint.generate.markdown import begun, in_line, sentence
from pmcoach_lint.names import name_key
from pmcoach_lint.weekly.rhythm import read_rhythm

_LOOK_BACK = timedelta(weeks=2)
"""How long after the last session it is looked at what has become of it. Our own figure."""

_HABITS = ("why", "outcomes", "ahead", "upward")
_PATTERNS = ("requests", "priorities", "communication")
"""What an intake says of a PM, in the order of the rows that a plan begins with."""


def plan_name(pm: str) -> str:
    """The name of the file with the coaching plan for a PM."""
    return f"coaching-plan-{pm}.md"


def plan_data(ground: Ground, pm: Pm) -> Data:
    """The data of the plan for a PM."""
    sessions = sessions_of(ground, pm)
    focus = focus_of(pm, sessions, ground.library)
    end = _end(sessions)
    return {
        "pm": pm.handle,
        "goal": _goal(pm, focus, end),
        NOTE: [
            *_known(ground.client, pm),
            *note("Assumed:", _assumed(ground.client, pm, sessions, focus)),
            f"{pm.handle} reads this plan before anybody else, and corrects it.",
        ],
        "assessment": {
            "indicators": [
                row | ({"current": pm.often[habit].capitalize()} if habit in pm.often else {})
                for row, habit in zip(ground.begun(PLAN, "assessment", "indicators"), _HABITS, strict=False)
            ],
            "patterns": [
                row | ({"observation": pm.seen[pattern]} if pattern in pm.seen else {})
                for row, pattern in zip(ground.begun(PLAN, "assessment", "patterns"), _PATTERNS, strict=False)
            ],
        },
        "sessions": [
            _session(pm, each, row) for each, row in zip(sessions, ground.begun(PLAN, "sessions"), strict=False)
        ],
        "metrics": list(_metrics(pm, ground.begun(PLAN, "metrics"), end)),
    }


def _end(sessions: list[Session]) -> date | None:
    """The day on which it is looked at what has become of the sessions."""
    last = sessions[-1].day
    return last + _LOOK_BACK if last and last <= date.max - _LOOK_BACK else None


def _goal(pm: Pm, focus: Session, end: date | None) -> str | None:
    """From where the PM stops today to the anchor of the next level, where it matters most."""
    if not (pm.gap and focus.area and focus.step and end):
        return None
    anchor = focus.area.ladder.get(focus.step.target, "").rstrip(".")
    return f"By {end}, from “{in_line(pm.gap)}” to this: {in_line(anchor)}"


def _known(client: Client, pm: Pm) -> Iterator[str]:
    """What is known of a PM, and of when the two meet."""
    if pm.does:
        stops = f" Where it stops: {sentence(in_line(pm.gap))}" if pm.gap else ""
        yield f"Known so far: {sentence(begun(pm.does))}{stops}"
    if read_rhythm(client.meetings):
        yield f"Sessions: {', '.join(filter(None, (client.meetings, client.session_length)))}."


def _assumed(client: Client, pm: Pm, sessions: list[Session], focus: Session) -> Iterator[str]:
    """What the plan takes for granted."""
    if pm.level not in LEVELS:
        given = strategic_or_tactical(pm).lower() or "no level"
        yield f"{pm.handle} is taken at {taken_level(pm)}: {given} was given."
    shifted = [habit for habit in _HABITS if pm.often.get(habit) in ("rarely", "usually")]
    if shifted:
        yield "What is rarely seen is practised one step below that level, what is usually seen one step above."
    if not read_rhythm(client.meetings):
        why = f"“{client.meetings}” names no weekday" if client.meetings else "nobody has said when"
        yield f"You meet {USUAL_MEETINGS}: {why}."
    if not client.first:
        yield "The first session is as soon as the engagement has begun."
    yield HOLIDAYS
    if tells_apart(pm):
        yield f"Session {sessions.index(focus) + 1} matters most: {_why_focus(pm, focus)}"


def _why_focus(pm: Pm, focus: Session) -> str:
    how = pm.often.get(focus.theme.habit)
    if how:
        return f"what it is about is {how} seen today."
    return "it is nearest to where it stops today."


def _session(pm: Pm, session: Session, begun: Data) -> Data:
    """A session: what is done in it on which case, what is practised afterwards, and what would show that it helped."""
    asked = f" Ask: “{session.prompt}”" if session.prompt else ""
    row = begun | {"technique": f"{sentence(begun['technique'])} {sentence(_case(pm, session))}{asked}"}
    if session.rep and session.step:
        rep, lead = session.rep, sentence(begun["practice"])
        weekly = f"Once a week, {rep.minutes} minutes: {in_line(rep.text.rstrip('.'))}"
        row["practice"] = f"{lead} {weekly}. It leaves: {in_line(rep.artifact)}"
        signal = f"Seen when this happens: {in_line(rep.signal.rstrip('.'))}"
        row["outcome"] = f"{sentence(begun['outcome'])} {signal} ({session.step.start} → {session.step.target})"
    return row | ({"date": session.day.isoformat()} if session.day else {})


def _case(pm: Pm, session: Session) -> str:
    """What a session starts from: what was seen there, else the last case, or what is planned."""
    if not session.theme.pattern:
        return (
            f"The case: what is planned for {in_line(pm.role)}"
            if pm.role
            else f"The case: what {pm.handle} has planned"
        )
    if seen := pm.seen.get(session.theme.pattern, "").rstrip("."):
        return f"The case: {in_line(seen)}"
    return f"The case: the last one that {pm.handle} can think of"


def _metrics(pm: Pm, begun: list[Data], end: date | None) -> Iterator[Data]:
    """The metrics that a plan begins with, with what was counted; then what was counted besides."""
    when = {"timeframe": f"By {end}"} if end else {}
    left = [row for row in pm.counted if said(row.get("metric"))]
    for row in begun:
        own = next((each for each in left if _is_same_metric(said(each["metric"]), str(row["metric"]))), None)
        if own:
            left.remove(own)
        yield row | when | ({"metric": said(own["metric"])} | _counts(own) if own else {})
    for own in left:
        yield {"metric": said(own["metric"])} | when | _counts(own)


def _is_same_metric(counted: str, begun: str) -> bool:
    """Whether what was counted is a metric that a plan begins with, be it told in fewer words or in more."""
    own, other = (set(name_key(text).split()) for text in (counted, begun))
    return min(len(own), len(other)) > 1 and (own <= other or other <= own)


def _counts(row: Data) -> dict[str, Any]:
    return {name: text for name in ("baseline", "target") if (text := said(row.get(name)))}


def strategic_or_tactical(pm: Pm) -> str:
    """What the brief calls the level of a PM: tactical up to Apply, strategic above. Empty where none is known."""
    if pm.level not in LEVELS:
        return pm.level if pm.level in ("Tactical", "Strategic") else ""
    word = "Strategic" if LEVELS.index(pm.level) > LEVELS.index(USUAL_LEVEL) else "Tactical"
    return f"{word} ({pm.level})"
