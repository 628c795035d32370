"""What a cycle is to reach, and is due only when it is over."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from pmcoach_lint.checks.words import spot, value_at
from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.coaching.cycle import Cycle, cycle_of
from pmcoach_lint.coaching.parts import Node
from pmcoach_lint.finding import Severity
from pmcoach_lint.readers.calendar import DAY, MONTH, WEEKDAY, month_number
from pmcoach_lint.readers.dates import parse_date, without_year
from pmcoach_lint.readers.unreadable import Unreadable
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import rule_of_chain
from pmcoach_lint.syntax.source import Offence, Span
from pmcoach_lint.syntax.yaml_marks import Path

_WORK = ("stretch", "artifacts")
_GOAL: Path = ("context", "goal")

_WHEN = (
    rf"(?:(?:{WEEKDAY}\.?,?\s+)?(?P<day>{DAY})(?![\w-])"
    r"|(?P<part>(?:the\s)?(?:very\s)?(?:end|close|middle|start|beginning)\sof\s(?:the\s)?|mid[- ]|early\s|late\s)?"
    rf"(?:(?P<month>{MONTH})\b(?:\s(?P<month_of>20\d\d))?(?!\s?\d)"
    r"|(?:Q(?P<quarter>[1-4])|(?P<ordinal>first|second|third|fourth)\squarter)\b(?:\s(?:of\s)?(?P<quarter_of>20\d\d))?"
    r"|(?P<year>20\d\d))\b)"
)
_BY = anycase(rf"\b(?:by|no later than|not later than|due(?:\son)?)\s(?P<when>{_WHEN})", near="by later due")
_FIRST = anycase(
    rf"\W*(?:by|until|till|in|on|at)\s(?:the\s(?:councils?|boards?|reviews?|meetings?)\s(?:of|on)\s)?(?P<when>{_WHEN})"
)
_DONE = anycase(
    r"\b(?:is|are|be|been|gets?|get)\s(?:\w+\s)?(?:\w+ed|held|sent|made|done|given|written|shown|chosen|taken|won)\s"
    rf"(?:on|in)\s(?P<when>{_WHEN})"
)
_LAST = anycase(rf"(?P<before>[\w%-]+)\s(?:on|in|until|till)\s(?P<when>{_WHEN})\W*\Z")
_STAGE = anycase(
    r"\b(?:final(?: version)?|due|by|until|ready|done|drafts?|finished|delivered|handed in|result|submitted)\b:?"
    rf"\s(?:on\s)?(?P<when>{_WHEN})",
    near="final due by until ready done draft finished delivered handed result submitted",
)
_OTHER = anycase(
    r"\b(?:what|which|who|whom|whose|how|whether|if|where|why|that|until|before|ahead|launch\w*|releases?|go-live"
    r"|roll-?out|plans?|roadmaps?|forecasts?|budgets?|contracts?|planned|expected)\b"
)
"""What a time may belong to that is no deadline of the one who is coached: “what would reverse it by June”."""
_EVENT = anycase(
    r"(?:\w*launch|releases?|go-live|start|roll-?out|rounds?|reviews?|councils?|meetings?|boards?|peak|fairs?|audits?"
    r"|cut-over|moves?|migrations?|events?|conferences?|contracts?|budgets?|plans?|planning|prices|pricing|season|day"
    r"|date|deadline|one|as|talks?|workshops?|demo|pilot|change|switch|year|quarter|decision)"
)
_AFTERWARDS = anycase(r"\b(?:after the (?:cycle|close|end)|next cycle|later cycle|beyond|follow-?up|outside)\b")
_MONTH, _FORTNIGHT = timedelta(weeks=5), timedelta(weeks=2)
"""So long after the last day the goal, and a signal, still belong to the cycle. Our own figures."""
_A_WEEK, _WEEKEND = timedelta(weeks=1), timedelta(days=4)
"""So long a piece of work does, and less where the last day is told."""
_LONGEST = 60
"""So long are the last words of a text with a time in them, at most."""
_QUARTERS = ("first", "second", "third", "fourth")


@rule_of_chain("PMC727", severity=Severity.WARNING)
def due_after_cycle(chain: Chain) -> Offences:
    """The goal, a success signal or a piece of work is due after the last day of the cycle.

    A signal may be due up to two weeks later, the goal a month. What happens at some later time is let be where the
    text names a day of the cycle as well (“by 10 December, before the contracts of January are signed”).

    Why it matters:
        When the cycle closes nobody can say whether it worked. What is seen half a year later has a hundred other
        causes.

    What to do:
        Say what will be there by the last day that shows the way is right, or correct the day.

    Bad:
        ---
        type: coaching-pack
        start: 2026-10-05
        weeks: 8
        ---

        ## Context snapshot

        **Coaching goal:** By the end of June 2027 the PM opens each brief with the decision it serves

    Good:
        ---
        type: coaching-pack
        start: 2026-10-05
        weeks: 8
        ---

        ## Context snapshot

        **Coaching goal:** By the end of November 2026 the PM opens each brief with the decision it serves
    """
    cycle = cycle_of(chain.pack)
    if cycle is None:
        return
    for span in _deadlines(chain, cycle):
        words = " ".join(chain.pack.standing[slice(*span)].split())
        message = f"“{words}” is after the cycle, which ends on {cycle.end}."
        yield Offence(span, message, "Say what will be there by then, or correct the day.", source=chain.pack.source)


def _deadlines(chain: Chain, cycle: Cycle) -> Iterator[Span]:
    """Where the pack tells a deadline after the last day."""
    pack, late = chain.pack, cycle.end + _FORTNIGHT
    signals = [(node, late) for bet in chain.bets for node in bet.node.nodes("signals")]
    for aim, latest in ((Node(pack, _GOAL, value_at(pack, _GOAL)), cycle.end + _MONTH), *signals):
        if _may_be_late(str(aim.value), cycle, latest):
            yield from _due(pack.standing, spot(pack, aim.path), cycle, latest)
    if heading := pack.keys.get(_GOAL):
        yield from _in(pack.standing, _BY, heading, cycle, cycle.end + _MONTH)
    late = cycle.end + (_WEEKEND if cycle.last else _A_WEEK)
    holders = [node for bet in chain.bets for node in (bet.node, *bet.plans)]
    work = [node for holder in holders for name in _WORK for node in holder.nodes(name)]
    for node in (*work, *(node for name in _WORK for node in chain.nodes(("plan", name)))):
        if _may_be_late(str(node.value), cycle, late):
            yield from _in(pack.standing, _STAGE, spot(pack, node.path), cycle, late)


def _in(text: str, form: re.Pattern[str], span: Span, cycle: Cycle, late: date) -> Iterator[Span]:
    """Where a part of a text names, in a form, a time after the day `late`."""
    said = text[slice(*span)]
    if _may_be_late(said, cycle, late) and not _AFTERWARDS.search(said):
        for match in form.finditer(text, *span):
            day = _first_day(match, cycle)
            if day and day > late:
                yield match.span("when")


def _due(text: str, span: Span, cycle: Cycle, late: date) -> Iterator[Span]:
    """Where a goal or a signal names a time that is its deadline, and no time within the cycle beside it."""
    said = text[slice(*span)]
    found = _FIRST.match(said) or _DONE.search(said) or _BY.search(said) or _at_the_end(said)
    if found is None or _OTHER.search(said, 0, found.start()) or _AFTERWARDS.search(said):
        return
    days = (_first_day(match, cycle) for match in _TIME.finditer(said))
    if any(day and cycle.start <= day <= late for day in days):
        return
    start, end = found.span("when")
    yield from ((start + span[0], end + span[0]) for day in (_first_day(found, cycle),) if day and day > late)


def _at_the_end(said: str) -> re.Match[str] | None:
    """A time with which a text ends, unless it is that of something that takes place."""
    found = _LAST.search(said, max(0, len(said) - _LONGEST))
    return None if found and _EVENT.fullmatch(found["before"]) else found


_TIME = anycase(_WHEN)
_MENTION = regex(
    r"(?P<year>20\d\d)(?:[-/.](?P<number>[01]\d))?"
    r"|(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:[a-z]*(?:y|ch|il|e|ust|ber)|t)?\b\.?(?:\s\d{1,2}(?!\d))?(?:,?\s(?P<of>20\d\d))?"
    r"|(?P<quarter>Q[1-4]\b|(?:first|second|third|fourth) quarter\b)"
)
"""What may be a time; the expressions for all of its forms take long to compile, and most texts need none of them."""


def _may_be_late(said: str, cycle: Cycle, late: date) -> bool:
    """Whether a text may name a time after the day `late`: a glance."""
    return any(_last_day(told, cycle) > late for told in _MENTION.finditer(said))


def _last_day(told: re.Match[str], cycle: Cycle) -> date:
    """The last day that a mention of a time may mean."""
    if told["quarter"]:
        return date.max
    month = month_number(told["month"]) if told["month"] else int(told["number"] or 12)
    year = int(told["of"] or told["year"] or cycle.start.year + (month < cycle.start.month))
    return date(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 else date.max


def _first_day(told: re.Match[str], cycle: Cycle) -> date | None:
    """The first day that a time may mean; without its year, the first one since the cycle began."""
    if told["day"]:
        return _day(told["day"], cycle)
    is_end, is_middle = (_has(told["part"], *words) for words in (("end", "close", "late"), ("mid",)))
    first, months = 1, 12
    if told["month"]:
        first, months, year = month_number(told["month"]), 1, told["month_of"]
    elif told["quarter"] or told["ordinal"]:
        number = int(told["quarter"] or _QUARTERS.index(told["ordinal"].lower()) + 1)
        first, months, year = number * 3 - 2, 3, told["quarter_of"]
    else:
        year = told["year"]
    last = first + months - 1
    of = int(year) if year else cycle.start.year + (last < cycle.start.month)
    if is_end:
        return date(of, last, monthrange(of, last)[1])
    return date(of, first + months // 2, 15 if months == 1 else 1) if is_middle else date(of, first, 1)


def _has(part: str | None, *words: str) -> bool:
    return bool(part) and any(word in str(part).lower() for word in words)


def _day(text: str, cycle: Cycle) -> date | None:
    if yearless := without_year(text):
        years = (cycle.start.year, cycle.start.year + 1)
        return next((day for year in years if (day := yearless.in_year(year)) and day >= cycle.start), None)
    try:
        return parse_date(text)
    except Unreadable:
        return None
