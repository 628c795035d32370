"""What an intake says, ready to be drafted from; what it does not say is assumed, and told as an assumption."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from pmcoach_lint.coaching.cycle import Cycle
from pmcoach_lint.coaching.practice import at_least
from pmcoach_lint.generate.draft.library import LEVELS, Library
from pmcoach_lint.generate.draft.matching import Matched, Piece, match
from pmcoach_lint.generate.intake.bank import Question, answer_at
from pmcoach_lint.generate.intake.checks import off_days
from pmcoach_lint.generate.markdown import one_line, shown
from pmcoach_lint.readers.calendar import DAY
from pmcoach_lint.regex import regex
from pmcoach_lint.weekly.rhythm import Rhythm, read_rhythm

ASSUMED = " (assumed)"
"""What stands behind a value that nobody has given."""

_WEEKS, _PRACTICE, _SESSION, _REVIEW = 8, 120, 50, 30
"""What is assumed where nothing is said: weeks, and minutes (the middle of what `coaching-pms` gives for each)."""

HOLIDAYS = "Public holidays are working days, unless they are among the days off."
"""What is assumed of every draft: a calendar of holidays would be a guess at where people live."""

_WEEKDAY = "weekly 1:1, Thursdays"
_SENIOR = regex(r"\b(?:senior|sr|lead|principal|staff|group|head|director|vp)\b", re.IGNORECASE)
_JUNIOR = regex(r"\b(?:junior|jr|associate|apm|trainee|intern|graduate)\b", re.IGNORECASE)
_NEW = regex(r"\b(?:\d{1,2}|one|two|three|six|eight|ten|twelve|few)\s+(?:days?|weeks?)\b", re.IGNORECASE)
_WEEKS_SAID = regex(r"\b(\d{1,2})[- ]weeks?\b", re.IGNORECASE)
_STRONG = regex(r"\b(?:strong|good|great|excellent|solid) (?:at|in|on|with)\b|\bstrengths?\b", re.IGNORECASE)
_NOTHING_WRITTEN = regex(
    r"(?:there (?:is|are) )?(?:none|nothing|no|not any|n/?a|we have (?:none|no|nothing))\b(?:[^.,;]{0,40})[.!]?$",
    re.IGNORECASE,
)
_FIGURE = regex(
    r"(?<![\w.-])(?:\d[\d.,]*(?:[–-]\d+)?|half|twice|two|three|four|five|six|seven|eight|nine|ten)(?![\w-])",
    re.IGNORECASE,
)
_NO_FIGURE = regex(
    rf"(?<![\w-])(?:{DAY}|(?:19|20)\d\d|weeks? \d{{1,2}}|\d{{1,2}}[- ]weeks? (?:\w+ )?(?:plan|cycle))(?![\w-])",
    re.IGNORECASE,
)
"""Days, years and how long the cycle is: figures that measure nothing."""

_CLAUSE = regex(r"[.;,]\s|\bbut\b|\bwhile\b|\bhowever\b|\byet\b", re.IGNORECASE)


@dataclass(frozen=True)
class Facts:
    """What is known and what is assumed. `said` are the answers, `open` the questions without one."""

    said: dict[str, Any]
    open: tuple[Question, ...]
    matched: Matched
    cycle: Cycle
    off: frozenset[date]
    practice: int
    session: int
    coach_time: int
    meetings: str
    assumptions: tuple[str, ...]

    def given(self, name: str, text: str) -> str:
        """A text about how much time there is, with a word where the intake says nothing about it."""
        return text if answer_at(self.said, ("logistics", name)) else f"{text}{ASSUMED}"

    def words(self, *path: str) -> str:
        """The words of a text of the intake, as the front matter has them; empty where it says nothing."""
        return one_line(answer_at(self.said, path) or "")

    def text(self, *path: str) -> str:
        """A text of the intake, as Markdown; empty where it says nothing."""
        return shown(self.words(*path))

    def texts(self, *path: str) -> tuple[str, ...]:
        """The texts of a list in the intake."""
        return tuple(map(shown, answer_at(self.said, path) or ()))

    @property
    def pm(self) -> str:
        """The handle of the PM, as far as it is known."""
        return self.text("pm") or "the PM"

    @property
    def coach(self) -> str:
        """The handle of the coach, as far as it is known."""
        return self.text("coach") or "the coach"

    @property
    def expectations(self) -> str:
        """What is expected of the role in writing; empty where the answer is that nothing is."""
        said = self.text("good", "expectations")
        return "" if _NOTHING_WRITTEN.match(said) else said

    @property
    def goal(self) -> str:
        """The goal of the cycle."""
        return self.text("goals", "goal")

    @property
    def is_senior(self) -> bool:
        """Whether the title or the goal says so."""
        return bool(_SENIOR.search(self.text("person", "title")) or _SENIOR.search(self.goal))

    @property
    def is_new(self) -> bool:
        """Whether the PM has been in the role for weeks only."""
        tenure = self.text("person", "tenure")
        return bool(_NEW.search(tenure)) and not re.search(r"year|month", tenure, re.IGNORECASE)

    @property
    def usual_level(self) -> str:
        """The level that somebody with this title is assumed to be on, where no piece of work says otherwise."""
        if _JUNIOR.search(self.text("person", "title")) or self.is_new:
            return LEVELS[0]
        return LEVELS[2] if self.is_senior else LEVELS[1]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of evidence."""
        return self.matched.pieces

    @property
    def unmatched(self) -> tuple[str, ...]:
        """The ids of the pieces of evidence whose words point to no area."""
        return tuple(piece.id for piece in self.pieces if piece.area is None)

    def days_of(self, constraint: str) -> frozenset[date]:
        """The days that a constraint is, as nobody can remove them: holidays, a freeze; none where it is more."""
        return off_days([constraint], self.cycle.start.isoformat())

    @property
    def removable(self) -> tuple[str, ...]:
        """The constraints that somebody may be able to remove."""
        return tuple(text for text in self.texts("goals", "constraints") if not self.days_of(text))

    @property
    def rhythm(self) -> Rhythm | None:
        """When the two meet, as far as the words tell."""
        return read_rhythm(self.meetings)

    @property
    def wanted(self) -> tuple[str, ...]:
        """What the goal asks for, clause by clause."""
        return tuple(each for each in _clauses(self.goal) if not _STRONG.search(each))


def facts_of(said: dict[str, Any], questions: tuple[Question, ...], library: Library, as_of: date) -> Facts:
    """What an intake says, and what has to be assumed.

    Args:
        said: The data of the intake.
        questions: Those of the bank.
        library: The areas, to tell which one a piece of evidence belongs to.
        as_of: The day that counts as today.
    """
    assumed: list[str] = []
    times = said.get("logistics", {})
    off = off_days(times.get("days_off", ()), times.get("start"))
    weeks, start = _weeks(said, assumed), _start(times, off, as_of, assumed)

    def minutes(name: str, usual: int, told: str) -> int:
        known = at_least(times.get(name))
        if known is None:
            assumed.append(told)
        return usual if known is None else known

    practice = minutes("practice_time", _PRACTICE, f"The PM has {_PRACTICE // 60} hours a week for practice.")
    session = minutes("session_length", _SESSION, f"A session takes {_SESSION} minutes.")
    most = session + _REVIEW
    reading = f"The coach has {most} minutes a week, of which {_REVIEW} go to reading one artifact."
    coach_time = minutes("coach_time", most, reading)
    meetings = _meetings(times.get("meetings"), assumed)
    if _NOTHING_WRITTEN.match(answer_at(said, ("good", "expectations")) or ""):
        assumed.append("The bar is that of this pack, as the company expects nothing of the role in writing.")
    assumed.append(HOLIDAYS)
    open_questions = tuple(question for question in questions if question.open_fields(said))
    matched = _matched(said, library)
    cycle = Cycle(start, weeks)
    return Facts(said, open_questions, matched, cycle, off, practice, session, coach_time, meetings, tuple(assumed))


def _weeks(said: dict[str, Any], assumed: list[str]) -> int:
    given = answer_at(said, ("logistics", "weeks"))
    if given:
        return int(given["to"])
    match = _WEEKS_SAID.search(str(answer_at(said, ("goals", "goal")) or ""))
    if match and 4 <= int(match[1]) <= 12:
        return int(match[1])
    assumed.append(f"The cycle has {_WEEKS} weeks.")
    return _WEEKS


def _start(times: dict[str, Any], off: frozenset[date], as_of: date, assumed: list[str]) -> date:
    if times.get("start"):
        return date.fromisoformat(times["start"])
    start = as_of + timedelta(days=7 - as_of.weekday())
    while start in off:
        start += timedelta(days=7)
    assumed.append(f"The cycle starts on {start}, a Monday.")
    return start


def _meetings(said: str | None, assumed: list[str]) -> str:
    if not said:
        assumed.append("The two meet once a week, on a Thursday.")
        return _WEEKDAY
    if read_rhythm(said):
        return said
    weekly = f"weekly, {said}"
    is_clear = read_rhythm(weekly) is not None
    assumed.append(f"“{said}” means once a week{'.' if is_clear else ', on a Thursday.'}")
    return weekly if is_clear else said


def _matched(said: dict[str, Any], library: Library) -> Matched:
    """The challenges, strengths and pieces of an intake with their areas; the goal may tell strengths as well."""

    def texts(*path: str) -> list[str]:
        return list(map(shown, answer_at(said, path) or ()))

    praised = [each for each in _clauses(shown(answer_at(said, ("goals", "goal")) or "")) if _STRONG.search(each)]
    records = answer_at(said, ("state", "evidence")) or ()
    return match(records, texts("state", "challenges"), [*texts("person", "strengths"), *praised], library)


def has_figure(text: str) -> bool:
    """Whether a text has a figure by which something can be measured: neither a day nor the length of the cycle."""
    return bool(_FIGURE.search(_NO_FIGURE.sub("", text)))


def _clauses(text: str) -> list[str]:
    return [clause.strip() for clause in _CLAUSE.split(text) if clause.strip()]
