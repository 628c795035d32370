"""Practice that takes more of each week than anybody will give it: a whole day, most of a week, every item there is."""

from __future__ import annotations

from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.source import Span

_DAY = r"(?:mon|tues|wednes|thurs|fri)day"
_EACH = r"(?:(?:per|a|an|each|every|in the|in each) (?:week|sprint|fortnight)|weekly)"
_AGAIN = rf"(?:\b{_EACH}\b|\b(?:each|every) {_DAY}\b|\b{_DAY}s\b)"
_A_DAY = (
    r"(?:(?:(?:an?|one|two|three|[123]|her|his|their|the|every|each) )?(?:full|whole|entire"
    r"|complete)(?: working)?[- ]days?|all day)"
)
_LONG = anycase(
    rf"\b(?:(?:(?:an?|one|two|three|[123]) (?:full |whole |entire |complete )?(?:working )?days? {_EACH}"
    rf"|(?:every|each) {_DAY} off\b|(?:each|every) {_DAY} morning and (?:{_DAY} )?afternoon"
    rf"|{_A_DAY}\b[^.;|\n]{{0,80}}?{_AGAIN}|(?:every|each) {_DAY}\b[^.;|\n]{{0,50}}?\b{_A_DAY}"
    rf"|{_EACH}\b[^.;|\n]{{0,50}}?\b{_A_DAY}"
    rf"|(?:[4-9]|[1-3]\d|four|five|six|eight|ten) ?(?:h|hours?) {_EACH}"
    r"|(?:[2-9]|two|three|four|five) ?(?:h|hours?) (?:a day|daily|every day|each day)"
    rf"|(?:spend|keep|block|reserve|take)s? (?:each|every) {_DAY}\b(?! (?:\d|at|from|morning|afternoon|evening|for))"
    rf"|whole {_DAY}s|every (?:second|other) day\b[^.;|\n]{{0,40}}?\bhalf a day|\bof (?:one|a) (?:full )?day (?:each"
    rf"|every) week"
    r"|(?:half|most)(?: of)? (?:her|his|their|the) (?:working )?week)\b)",
    near="day week hour",
)
_EVERYTHING = anycase(
    r"\b(?:all|every|each) \w+ of the (?:last |past )?(?:quarter|year|half-year|backlog)\b|"
    r"\b(?:all|each|every|the (?:whole|entire|full)|through all|all of the|all the)\b[^.;|\n]{0,25}?"
    r"\b(?:\d{2,} (?:items|tickets|requests|specs|stories|pages|epics)|(?:backlog of \d{2,}(?: items)?))\b"
    r"|\b(?:rewrit|refram|go through|review|read|rework|revis)\w*\b[^.;|\n]{0,20}?"
    r"\b(?:all|every|each|the whole|the entire)\b[^.;|\n]{0,25}?\bof the (?:last|past) (?:\w+ )?(?:years?|months?)\b",
    near="all each every whole entire full",
)
_ONCE = anycase(r"\b(?:once|one time|to begin with|first (?:month|week)|instead of|no longer|not|together)\b")


def long_in(practice: str) -> Span | None:
    """The words by which a practice takes half a day of each week or more; None where it does not, or only once."""
    found = _LONG.search(practice) or _EVERYTHING.search(practice)
    return found.span() if found and not _ONCE.search(practice) else None
