"""Criteria of a coaching pack: how the coaching runs, and how it goes on."""

from __future__ import annotations

import re
from datetime import timedelta

from pmcoach_lint.coaching.cycle import as_day
from pmcoach_lint.coaching.evidence import is_labelled
from pmcoach_lint.coaching.followed import is_kept, says_anything
from pmcoach_lint.coaching.parts import AGENDA, REVIEW_PLAN, REVIEWS, TRACKER, measured
from pmcoach_lint.coaching.reviewed import work_on_agenda
from pmcoach_lint.coaching.timeframe import first_week
from pmcoach_lint.criteria.bets import TIME_BUDGET, bets, reviews
from pmcoach_lint.criteria.registry import COACHING, Case, Mark, Marks, at_least, criterion, is_placed
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.syntax.yaml_marks import Path

_PROMPTS, _REVIEWS = 3, 2
"""Three to five prompts are usual; with one review there is no second chance."""
_BY_WEEKS = anycase(r"\bweeks?\s+\d{1,2}(?:(?:\s*[,&/]\s*(?:and\s+)?|\s+and\s+)(?:week\s+)?\d{1,2}\b)*")
_WEEK = regex(r"\d+")
_WORKS = r"artifacts?|artefacts?|rubrics?|evidence|notes?|memos?|briefs?|prds?|specs?|tracker|log"
_BROUGHT = anycase(rf"\b(?:{_WORKS})\b")
_JUDGED_BY = anycase(rf"\b(?:{_WORKS}|scores?|scored|baselines?|behaviou?rs?|counts?)\b")
_ADJUSTS = anycase(
    r"\b(?:if|when|unless|where|should)\b[^.;\n]{3,120}?\b(?:chang|adjust|re-?scop|drop|swap|stop|replac|paus|extend|re-?plan"
    r"|revis|mov|rework)\w*"
)
_LENGTH = anycase(r"\d\s?-?(?:min|m\b|h(?:ours?)?\b|['′’](?!\w))|\bhour\b|\d[:.h]\d\d\s*(?:[–—-]|to)\s*\d")
_A_WEEK = anycase(
    r"(?:\d|\ban)\s*(?:h(?:(?:ou)?rs?)?|m(?:in(?:ute)?s?)?)\b[^.;\n|]{0,20}?(?:/|\b(?:a|per|each|every)\s)w(?:ee)?k\b"
)
_TIME = anycase(r"\b(?:time|budget|total|available|capped|capacity|asked|possible|spare|i have)\b")
"""A line about the time that there is, beside those about what is done in it: “lead-02's total: 90 minutes a week”."""
_FIRST_DAYS = timedelta(days=7)
"""So long after it began a bet need not have a row in the tracker: nothing can have been done yet."""


def _known(case: Case, path: Path, has: str, lacks: str, assumed: str) -> Mark:
    """The mark of a single value: whether it is there, and does not say of itself that it was assumed."""
    span = case.main.values.get(path)
    if (
        span
        and case.holds(case.main, path)
        and is_labelled(case.main.text[slice(*case.main.source.line_span(span[0]))])
    ):
        return Mark(case.main, path, False, assumed)
    return case.stated(path, has, lacks)


@criterion(COACHING, "cadence")
def cadence_stated(case: Case) -> Marks:
    """The pack says how often coach and PM meet, and for how long."""
    path: Path = ("cadence", "rhythm")
    lacks = "No line was found that says how often coach and PM meet."
    assumed = "How often coach and PM meet is only assumed."
    rhythm = _known(case, path, "The rhythm is stated.", lacks, assumed)
    yield rhythm
    has, lacks = "The length of a session is stated.", "No line was found that says how long a session is."
    length = _known(case, ("cadence", "session_length"), has, lacks, "How long a session is, is only assumed.")
    if length.words == lacks and rhythm.good and _LENGTH.search(str(case.value(*path))):
        length = Mark(case.main, path, True, has)
    yield length


@criterion(COACHING, "cadence")
def agenda_timed(case: Case) -> Marks:
    """The agenda has two parts or more with their minutes."""
    timed = [node for node in case.sound(case.nodes(*AGENDA)) if "minutes" in node.value]
    where = case.lacks("Fewer than two parts of the agenda with their minutes were found.", *AGENDA)
    yield from at_least(2, timed, where)


@criterion(COACHING, "cadence")
def prompts_ready(case: Case) -> Marks:
    """There are three prompts or more that make the PM reason."""
    prompts = case.sound(case.nodes("cadence", "prompts"))
    where = case.lacks("Fewer than three open coaching prompts were found.", "cadence", "prompts")
    yield from at_least(_PROMPTS, prompts, where, "A prompt is ready.")


@criterion(COACHING, "cadence")
def artifacts_reviewed(case: Case) -> Marks:
    """Two artifact reviews or more have a week or a day, or the agenda gives the work a part of each session."""
    placed = [node for node in case.sound(case.nodes(*REVIEWS)) if is_placed(node)]
    slot = next((node for node in work_on_agenda(case.main) if case.within(node, "minutes")), None)
    if slot and len(placed) < _REVIEWS:
        yield Mark(case.main, slot.path, True, "Each session looks at a piece of work.")
        return
    where = case.lacks("Fewer than two artifact reviews with a week or a day were found.", *REVIEWS)
    yield from at_least(_REVIEWS, placed, where)


@criterion(COACHING, "cadence")
def directive_exceptions(case: Case) -> Marks:
    """The pack says when the coach decides instead of asking."""
    lacks = "No line was found that says when the coach decides and does not ask."
    yield case.stated(("cadence", "exceptions"), "It is said when the coach decides.", lacks)


@criterion(COACHING, "cadence")
def time_stated(case: Case) -> Marks:
    """The pack says how much time the PM has for practice, and how much the coach gives."""
    pm, coach = (re.escape(str(case.value(who) or "nobody")) for who in ("pm", "coach"))
    lacks = "No line was found that says how much time the PM has."
    assumed = "The time that the PM has is only assumed."
    mark = _known(case, TIME_BUDGET, "The PM's time is stated.", lacks, assumed)
    yield _told_in_passing(mark, lacks, rf"{pm}|PM|[Rr]eps?")
    lacks = "No line was found that says how much time the coach gives."
    assumed = "The time that the coach gives is only assumed."
    mark = _known(case, ("cadence", "coach_time"), "The coach's time is stated.", lacks, assumed)
    yield _told_in_passing(mark, lacks, rf"{coach}|[Cc]oach(?:ing)?|I|me|my|mine|[Yy]our")


def _told_in_passing(mark: Mark, lacks: str, names: str) -> Mark:
    """The mark of somebody's time, which a line may tell that names them: `names` are a part of a pattern."""
    named = re.compile(rf"\b(?:{names})\b")
    owned = re.compile(rf"\s(?:of|for)\s(?:{names})\b")
    weekly = ((line, _A_WEEK.finditer(line)) for line in mark.document.text.splitlines())
    told = (
        owned.match(line, found.end()) or (_TIME.search(line) and named.search(line))
        for line, times in weekly
        for found in times
    )
    if mark.words != lacks or not any(told):
        return mark
    return mark._replace(good=True, words="A line says it in passing.")


@criterion(COACHING, "follow_up")
def tracker_kept(case: Case) -> Marks:
    """The tracker has a row for each bet that began more than a week ago. Before that, one without a row will do.

    So will then a review plan with a place for what came of each review.
    """
    kept = TRACKER in case.main.keys or is_kept(case.chain)
    place = REVIEW_PLAN if kept and TRACKER not in case.main.keys and not case.chain.rows else TRACKER
    for bet in bets(case):
        rows = [row for row in bet.rows if says_anything(row) and case.holds(case.main, row.node.path)]
        if not rows and kept and _is_new(case, first_week(bet)):
            yield Mark(case.main, place, True, f"{bet.node.subject} need not have a row in the tracker yet.")
            continue
        words = f"{bet.node.subject} has {'a row' if rows else 'no row'} in the tracker."
        yield Mark(case.main, rows[-1].node.path if rows else TRACKER, bool(rows), words)
    if not bets(case) and kept and _is_new(case):
        yield Mark(case.main, place, True, "The tracker is ready for its first rows.")
    elif not bets(case):
        yield case.lacks("No row of a tracker was found that follows a bet.", *TRACKER)


@criterion(COACHING, "follow_up")
def progress_judged(case: Case) -> Marks:
    """The pack says by which artifacts and behaviours progress is judged."""
    path = _in_reviews_else(case, ("follow_up", "judged"), _JUDGED_BY)
    yield case.stated(path, "It is said how progress is judged.", "No line was found that says how progress is judged.")


@criterion(COACHING, "follow_up")
def reviews_planned(case: Case) -> Marks:
    """Two reviews or more have a week or a day."""
    planned = case.sound(reviews(case))
    placed = [node for node in planned if is_placed(node)]
    for node in planned:
        placed += [node] * (_weeks_in(node.text("review")) - (node in placed))
    where = case.lacks("Fewer than two reviews with a week or a day were found.", "follow_up", "reviews")
    yield from at_least(_REVIEWS, placed, where)


@criterion(COACHING, "follow_up")
def review_evidence(case: Case) -> Marks:
    """At least one review says which evidence is brought to it."""
    planned = case.sound(reviews(case))
    named = (case.within(node, "evidence") for node in planned)
    tracked = (node.path for node in planned if "evidence" in node.value and node.path[:2] == TRACKER)
    columns = (node.path for node in planned if _BROUGHT.search(measured(node)))
    found = next(filter(None, (*named, *tracked, *columns)), None) or _said_in_reviews(case, _BROUGHT)
    lacks = "No review was found that says which evidence is brought to it."
    yield case.found(found, ("follow_up", "reviews"), "A review says what is brought to it.", lacks)


@criterion(COACHING, "follow_up")
def adjust_loop(case: Case) -> Marks:
    """The pack says how and when a bet is changed."""
    path = _in_reviews_else(case, ("follow_up", "adjust"), _ADJUSTS)
    yield case.stated(
        path,
        "It is said how the plan is adjusted.",
        "No line was found that says what makes coach and PM change a bet.",
    )


@criterion(COACHING, "follow_up")
def next_steps_owned(case: Case) -> Marks:
    """At least one next step says who does it and by when."""
    steps = case.sound(case.nodes("closing", "next_steps"))
    found = next((node for node in steps if case.within(node, "owner", "due")), None)
    lacks = "No next step was found that says who does it and by when."
    yield case.found(found and found.path, ("closing", "next_steps"), "A next step has a name and a day.", lacks)


def _said_in_reviews(case: Case, words: re.Pattern[str]) -> Path | None:
    """Where a review plan that is written as a text says so, in words like those."""
    written = case.sound(case.nodes(*REVIEW_PLAN))
    return next((node.at("review") for node in written if words.search(node.text("review"))), None)


def _in_reviews_else(case: Case, path: Path, words: re.Pattern[str]) -> Path:
    """The `path` at which something is said under its own name; else where the review plan says it in passing."""
    return path if case.holds(case.main, path) else _said_in_reviews(case, words) or path


def _weeks_in(text: str) -> int:
    """How many weeks a text names: three in “at weeks 1, 4 and 8”."""
    return len(set(_WEEK.findall(" ".join(_BY_WEEKS.findall(text)))))


def _is_new(case: Case, week: int = 1) -> bool:
    """Whether that week of the cycle has not begun, or did so within the last seven days."""
    start = as_day(case.value("start"))
    return start is not None and (case.as_of - start) - timedelta(weeks=week - 1) <= _FIRST_DAYS
