"""Whether a session can be held as planned: the coach has the time for it, and what is to be read is there before."""

from __future__ import annotations

import re
from datetime import time

from pmcoach_lint.checks.words import spot, value_at
from pmcoach_lint.coaching.practice import at_least, at_most
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.language.said import text_at
from pmcoach_lint.readers.calendar import WEEKDAY
from pmcoach_lint.regex import anycase
from pmcoach_lint.rules.offences import Offences, mention, offence
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.lines import line_around
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.weekly.clock import time_of_day
from pmcoach_lint.weekly.rhythm import read_rhythm, weekdays_in

_RHYTHM: Path = ("cadence", "rhythm")
_LENGTH: Path = ("cadence", "session_length")
_COACH_TIME: Path = ("cadence", "coach_time")
_PRE_WORK: Path = ("cadence", "pre_work")

_BESIDE = anycase(
    r"\b(?:outside|beside|besides|beyond|on top|plus|without|excl\w*|apart|additional(?:ly)?|in addition|further|extra"
    r"|more|read(?:s|ing)?|prepar\w+|comments?|notes?|async\w*|per (?:session|month|sprint|fortnight)|a month)\b"
)
"""What says that the time of a coach is that for something else than the session."""


@rule("PMC746", severity=Severity.WARNING)
def session_beyond_coach_time(document: Document) -> Offences:
    """The coach gives less time a week than the sessions of that week take.

    The least that a session takes counts, and the most that the coach gives. Time that is said to be for something
    else, such as reading, is let be.

    Why it matters:
        The time that is missing is taken from the questions, or from the PM's reps. Whoever books the coach's week by
        this figure books too little.

    What to do:
        Correct one of the two: shorten the session, meet every second week, or give the coach more time.

    Bad:
        ## 5) Coaching Cadence + Session Toolkit

        **Cadence:** weekly 1:1, Wednesdays at 9:30

        **Session length:** 60 minutes

        **Coach time:** 30 minutes a week

    Good:
        ## 5) Coaching Cadence + Session Toolkit

        **Cadence:** weekly 1:1, Wednesdays at 9:30

        **Session length:** 60 minutes

        **Coach time:** 90 minutes a week
    """
    given, length = at_most(value_at(document, _COACH_TIME)), at_least(value_at(document, _LENGTH))
    if not given or not length or given >= length:
        return
    rhythm = read_rhythm(str(value_at(document, _RHYTHM)))
    line = line_around(document.text, spot(document, _COACH_TIME)[0])
    if rhythm and given * rhythm.every < length * len(rhythm.weekdays) and not _BESIDE.search(document.text, *line):
        message = f"A session takes {length} minutes, and the coach gives {given} a week."
        hint = "Shorten the session, meet every second week, or give the coach more time."
        related = (mention(document, _LENGTH, "the length of a session"),)
        yield offence(document, _COACH_TIME, message, hint, related)


_HOURS = {"noon": 12, "midday": 12, "lunch": 12, "afternoon": 14, "end of day": 17, "eod": 17, "cob": 17, "evening": 18}
_CLOCK = (
    r"(?:(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)|(?=\s?[ap]\.?m\b(?!-)))\s?(?P<half>[ap]\.?m\b(?!-))?"
    rf"|(?P<word>{'|'.join(_HOURS)}))"
)
_DUE = anycase(
    rf"(?:\b(?P<by>by|until|till|before|due)\s+)?(?:(?:on|the)\s+)*\b(?P<day>{WEEKDAY})\b"
    rf"(?:,?\s+(?:at\s+|by\s+|until\s+|before\s+)?{_CLOCK})?"
)
_AFTERWARDS = anycase(
    r"\b(?:(?:by|until|within|on|in)\s+)?(?:(?:the|an?|\d+|one|two)\s+)?(?:day|days|hours?|h|evening|morning|afternoon|night|week)"
    r"\s+(?:right |directly )?after\s+(?:the|each|our|every|that) "
    r"(?:\w+ )?(?:session|sessions|1:1|meeting|one-on-one|coaching|call)\b",
    near="after",
)
_EARLIER = anycase(r"\b(?:before|prior|previous|preceding|ahead|earlier|last|following|next|in advance|beforehand)\b")
_CLAUSE_END = anycase(r"[.;\n](?=\s|\Z)")


@rule("PMC747", severity=Severity.WARNING)
def pre_work_after_session(document: Document) -> Offences:
    """The pre-work is due when the session is over: later on the same day, the day after, or “after the session”.

    A day that is said to be the one before, and pre-work without a day, are let be.

    Why it matters:
        The session begins with what nobody has read. Its first half goes into reading, and the question that would
        have come out of it is asked a week later.

    What to do:
        Have the work sent the day before, or early enough for the coach to read it.

    Bad:
        ## 5) Coaching Cadence + Session Toolkit

        **Cadence:** weekly 1:1, Tuesdays at 10:00

        **Pre-work:** By Tuesday at 15:00 the PM shares one frame

    Good:
        ## 5) Coaching Cadence + Session Toolkit

        **Cadence:** weekly 1:1, Tuesdays at 10:00

        **Pre-work:** By Monday at 15:00 the PM shares one frame
    """
    rhythm, pre_work = value_at(document, _RHYTHM), value_at(document, _PRE_WORK)
    if not isinstance(rhythm, str) or not _may_be_late(rhythm, str(pre_work or rhythm)):
        return
    is_told = _PRE_WORK in document.values
    path = _PRE_WORK if is_told else _RHYTHM
    if path not in document.values:
        return
    said = text_at(document, path)
    first = _CLAUSE_END.search(said.text) if is_told else None
    days = _DUE.finditer(said.text, 0, first.start() if first else len(said.text))
    due = next((day for day in days if is_told or day["by"]), None)
    after = _AFTERWARDS.search(said.text) if is_told else None
    if after and not (due or _EARLIER.search(said.text)):
        found, when = after, ""
    elif due and (when := _is_late(rhythm, due, is_told=is_told)):
        found = due
    else:
        return
    message = f"“{found[0].strip()}” is after the session{when}: what is sent then cannot be read before it."
    yield Offence(said.span(*found.span()), message, "Have it sent the day before, or early enough to be read.")


_DAY = anycase(r"\b(mon|tue|wed|thu|fri|sat|sun)")


def _may_be_late(rhythm: str, pre_work: str) -> bool:
    """Whether pre-work may be due after the session: a glance at the first weekdays of both."""
    held, due = _DAY.search(rhythm), _DAY.findall(pre_work)
    first = _NUMBERS.index(held[1].lower()) if held else 0
    return "after" in pre_work or any((_NUMBERS.index(day.lower()) - first) % 7 <= 1 for day in due)


def _is_late(rhythm: str, due: re.Match[str], *, is_told: bool) -> str:
    """When the session is, in words, if pre-work that is due on a weekday comes after it; empty where it does not."""
    days, text = weekdays_in(rhythm), due.string
    end = _CLAUSE_END.search(text, due.end())
    if len(days) != 1 or _EARLIER.search(text, due.start(), end.start() if end else len(text)):
        return ""
    away = (_NUMBERS.index(due["day"][:3].lower()) - _NUMBERS.index(days[0][0][:3].lower())) % 7
    held, sent = time_of_day(rhythm), _time_of(due)
    when = f" on {_NAMES[_NUMBERS.index(days[0][0][:3].lower())]}"
    if away == 0 and held and sent and sent > held:
        return f"{when} at {held:%H:%M}"
    return when if away == 1 and is_told else ""


_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NUMBERS = tuple(name[:3].lower() for name in _NAMES)


def _time_of(due: re.Match[str]) -> time | None:
    """The time of the day by which something is due; None for none, or for an hour that may be two."""
    if due["word"]:
        return time(_HOURS[due["word"].lower()])
    if not due["hour"]:
        return None
    hour, minute = int(due["hour"]), int(due["minute"] or 0)
    if due["half"]:
        hour = hour % 12 + (12 if due["half"][0] in "pP" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
