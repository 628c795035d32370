"""The four sessions of a client PM: on which day, what they begin with, and what is practised until the next one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from itertools import islice

from pmcoach_lint.generate.client.ground import Ground
from pmcoach_lint.generate.client.said import Client, Pm
from pmcoach_lint.generate.draft.library import LEVELS, Area, Library, Rep, Step
from pmcoach_lint.regex import regex
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.weekly.rhythm import Rhythm, nearest_day, read_rhythm, working_days

USUAL_MEETINGS = "every two weeks, Tuesdays"
"""What is assumed where nobody has said when to meet. Our own figure."""

USUAL_LEVEL = "Apply"
"""Where a client's PM is taken to stand as long as nobody has said otherwise. Our own figure."""

_MEANT = {"Strategic": "Analyze"}
"""The level of the ladder on which somebody is taken to stand who is called so; tactical is the usual one."""

_MOST_WEEKS = 60
"""After so many weeks off in a row no other is looked at for a session: by then the days off are a slip."""

_ABOVE_USUAL = {"rarely": -1, "sometimes": 0, "usually": 1}
"""How far from the level of a PM a habit of theirs is, in steps of the ladder. Our own figure."""


class Theme(NamedTuple):
    """What one of the four sessions is about: areas of the libraries, the words of a fitting rep, what it starts from.

    `habit` is the indicator and `pattern` the part of the work that the session is meant to change; the last one has no
    part of its own, and starts from what is planned.
    """

    areas: tuple[str, ...]
    words: re.Pattern[str]
    habit: str
    pattern: str


THEMES = (
    Theme(("Problem framing and insight",), regex(r"\brequest|\bframe|\bcall", re.IGNORECASE), "why", "requests"),
    Theme(
        ("Strategy and prioritization",),
        regex(r"\brequest board|\bgoes out|\bcompete|\bchosen over|\bgive up", re.IGNORECASE),
        "outcomes",
        "priorities",
    ),
    Theme(
        ("Stakeholder leadership",),
        regex(r"\bbrief\b|\bexecutive|\bnarrative|\bmeasured on", re.IGNORECASE),
        "upward",
        "communication",
    ),
    Theme(
        ("Strategy and prioritization", "Business acumen"),
        regex(r"\bquarter|\byear|\bmonth|\bforecast|\bscenario", re.IGNORECASE),
        "ahead",
        "",
    ),
)
"""The themes of the four sessions of the strategic PM coach's brief, in its order."""


class Session(NamedTuple):
    """A session of a PM: the step up with the rep to practise from then on, and a question to ask.

    `day` is None beyond the calendar.
    """

    day: date | None
    theme: Theme
    level: str
    area: Area | None
    step: Step | None
    rep: Rep | None
    prompt: str


def sessions_of(ground: Ground, pm: Pm) -> list[Session]:
    """The sessions of a PM, each for the level that the PM is on in its theme."""
    days = _days(ground, ground.client.pms.index(pm))
    found: list[Session] = []
    for day, theme in zip(days, THEMES, strict=True):
        level = level_in(pm, theme)
        taken = [each.rep for each in found]
        area, rep = _fitting(theme, level, ground.library, taken)
        step = area.steps.get(level) if area else None
        asked = [each.prompt for each in found]
        prompt = next((text for text in (step.prompts if step else ()) if text not in asked), "")
        found.append(Session(day, theme, level, area, step, rep, prompt))
    return found


def taken_level(pm: Pm) -> str:
    """The level of the ladder on which a PM is taken to stand: the one that was given, or what its words mean."""
    return pm.level if pm.level in LEVELS else _MEANT.get(pm.level, USUAL_LEVEL)


def level_in(pm: Pm, theme: Theme) -> str:
    """The level of a PM in the theme of a session: their own, a step up or down by how often they do it already."""
    place = LEVELS.index(taken_level(pm)) + _ABOVE_USUAL.get(pm.often.get(theme.habit, ""), 0)
    return LEVELS[max(0, min(place, len(LEVELS) - 2))]


def tells_apart(pm: Pm) -> bool:
    """Whether what is known of a PM tells which of the sessions matters most."""
    return bool(pm.often or pm.gap)


def focus_of(pm: Pm, sessions: list[Session], library: Library) -> Session:
    """The session that matters most to a PM: the one on the lowest level, of several the one that the gap is about."""
    lowest = min(LEVELS.index(each.level) for each in sessions)
    low = [each for each in sessions if LEVELS.index(each.level) == lowest]
    area = library.area_of(pm.gap or pm.does)
    return next((each for each in low if area and each.area == area), low[0])


def _fitting(theme: Theme, level: str, library: Library, taken: Iterable[Rep | None]) -> tuple[Area | None, Rep | None]:
    """The rep of a level that says most of a theme's words, and its area; of equals the first that is not taken."""
    areas = [area for name in theme.areas if (area := library.named(name)) and level in area.steps]
    reps = [(area, rep) for area in areas for rep in area.steps[level].reps]
    free = [each for each in reps if each[1] not in taken] or reps
    best = max(free, key=lambda each: len(theme.words.findall(f"{each[1].text} {each[1].artifact}")), default=None)
    return best or (next(iter(areas), None), None)


def rhythm_of(client: Client) -> Rhythm:
    """When the sessions are, as it was said or, where that cannot be read, as usual."""
    rhythm = read_rhythm(client.meetings) or read_rhythm(USUAL_MEETINGS)
    if rhythm is None:
        raise ValueError("the usual rhythm can be read")
    return rhythm


def _days(ground: Ground, place: int) -> list[date | None]:
    """The days of the sessions of the PM at a place in the team: never off, and where it can be in a week of their own.

    The PMs take turns, and a week in which nobody works is nobody's turn. None stands for a day that is beyond the
    calendar, or behind more days off than there can be.
    """
    rhythm = rhythm_of(ground.client)
    first = ground.client.first or ground.begin
    rounds, turn = divmod(place, rhythm.every)
    weekday = rhythm.weekdays[rounds % len(rhythm.weekdays)]
    days = list[date | None]()
    with suppress(OverflowError):
        for monday, free in islice(_weeks(rhythm, first, ground.client.off), turn, None, rhythm.every):
            days.append(nearest_day(monday + timedelta(days=weekday), free))
            if len(days) == len(THEMES):
                break
    return days + [None] * (len(THEMES) - len(days))


def _weeks(rhythm: Rhythm, first: date, off: frozenset[date]) -> Iterator[tuple[date, list[date]]]:
    """The Mondays of the weeks with days to meet on, from `first` on, and these days."""
    monday = first - timedelta(days=first.weekday())
    if monday + timedelta(days=rhythm.weekdays[0]) < first:
        monday += timedelta(weeks=1)
    idle = 0
    while idle < _MOST_WEEKS:
        free = [day for day in working_days(monday, off) if day >= first]
        if free:
            yield monday, free
        idle = 0 if free else idle + 1
        monday += timedelta(weeks=1)
