"""Until when an engagement, or the coaching in it, runs by the head of a document: its contract, term or cycle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from pmcoach_lint.doctypes import PLAN, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.readers.cycles import calendar_span, read_cycle
from pmcoach_lint.readers.dates import parse_date
from pmcoach_lint.readers.unreadable import Context, Unreadable
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.tuples import NamedTuple

WHAT = r"(?:contract|term|cycle|engagement|mandate|assignment|retainer|coaching)"
"""What has a last day."""

_NEAR = "contract term cycle engagement mandate assignment retainer coaching"
_HEAD = regex(r"^## ", re.MULTILINE)
_LONGEST_HEAD = 4000
_LABELLED = anycase(
    rf"(?:^|·|\|)[\s>*_-]*(?P<key>(?:(?:[a-z]+[ _-])?{WHAT}"
    r"(?:[ _-](?:period|term|dates|window|runs|ends?|until|end[ _-]date))*|period|duration|runs|end[ _-]date))"
    r"[*_\s]*:[*_\s]*(?P<value>[^\n|·]+)",
    re.MULTILINE,
    near=f"{_NEAR} period duration runs end",
)
"""A label or key that says what it is: `proposed_term: …`, `**Current term ends:** …`."""
_TOLD = anycase(
    rf"\b(?P<key>{WHAT})(?: period)? (?:currently |now )?"
    r"(?:ends?|expires?|runs? (?:until|till|to|through|out)|(?:is |lasts )?(?:until|till))"
    r"(?: on)? (?P<value>\w[^.;:()\n]{3,40})",
    near=_NEAR,
)
"""A sentence: `Contract ends 26 February 2027.`"""
_WORKED = anycase(
    r"\b(?:hours?|h|days?)(?: an? | per |\s?/\s?)(?:week|wk|month)[^.;:()\n]{0,30}?"
    r"\b(?P<key>until|till) (?P<value>\w[^.;:()\n]{3,40})",
    near="until till",
)
"""How much is worked, and until when: `two days a week until 26 February 2027`."""
_OF_THE_OFFER = anycase(
    r"\bfrom (?P<value>\w[^.;:()\n]{3,30} (?:to|until|till|through) \w[^.;:()\n]{3,30})", near="from"
)
_PROPOSED = anycase(r"^\W*propos[^\n:]*:[^\n]*(?:\n[^\n]+)*", re.MULTILINE, near="propos")
_OFFERED = anycase(r"propos|^(?:engagement[ _-])?term|^runs$")
_OVER = anycase(r"\b(?:previous|prior|last|first|old|past|former|notice)\b")
_REMARK = regex(r"\s*[,;(]")
"""What begins a remark behind the days: `1 December to 26 February, ten weeks (a break at New Year)`."""

_OF_ANY = anycase(rf"\b{WHAT}\b|_{WHAT}")
_LAST_DAY = anycase(r"(?:ends?|date|until|runs)$")
"""How a label ends behind which only the last day stands."""


class Term(NamedTuple):
    """The days of a contract, a term or a cycle, what it is called, and where that is said."""

    start: date | None
    end: date
    name: str
    span: Span


class _Told(NamedTuple):
    """A place that tells a term: of what, in which words, and where."""

    key: str
    text: str
    span: Span


def term_of(document: Document) -> Term | None:
    """The term by the head of a document; the one that ends last where it tells several.

    A proposal is held to the term that it proposes, and not to the one that runs.
    """
    context = near(document)
    found = [term for told in _told(document) if (term := _term(told, context))]
    return max(found, key=lambda term: term.end, default=None)


def near(document: Document) -> Context:
    """What is known of days without a year: that they lie near the date of the document."""
    given = document.data.get("date")
    return Context(near=given if _day(given) else None)


def day_in(text: str, context: Context) -> date | None:
    """The day that a text names, or the first one of the month or week that it names; None of anything else."""
    with suppress(Unreadable, ValueError):
        return parse_date(text, context)
    with suppress(Unreadable, ValueError):
        span = calendar_span(text, context)
        return span[0] if span else None
    return None


def _told(document: Document) -> Iterator[_Told]:
    text = document.text
    heading = _HEAD.search(text, document.body)
    end = min(heading.start() if heading else len(text), document.body + _LONGEST_HEAD)
    offered = document.is_a(PROPOSAL)
    for match in _LABELLED.finditer(text, 0, end):
        if _OFFERED.search(match["key"]) if offered else document.is_a(PLAN) or _OF_ANY.search(match["key"]):
            until = "until " if _LAST_DAY.search(match["key"]) else ""
            yield _Told(match["key"], until + match["value"], match.span("value"))
    if offered:
        for place in (document.values.get(("proposed_addition",)), *_spans(_PROPOSED, text, end)):
            for match in _OF_THE_OFFER.finditer(text, *place) if place else ():
                yield _Told("proposed term", match["value"], match.span("value"))
        return
    for pattern in (_TOLD, _WORKED):
        for match in pattern.finditer(text, 0, end):
            yield _Told(match["key"], f"until {match['value']}", match.span("value"))


def _spans(pattern: re.Pattern[str], text: str, end: int) -> Iterator[Span]:
    return (match.span() for match in pattern.finditer(text, 0, end))


def _term(told: _Told, context: Context) -> Term | None:
    if _OVER.search(told.key):
        return None
    text = told.text.strip(" *_\t")
    for said in (text, *(text[: match.start()] for match in [*_REMARK.finditer(text)][::-1])):
        with suppress(Unreadable, ValueError):
            cycle = read_cycle(said, context)
            end = _day(cycle["end"])
            name = next((word for word in re.findall(WHAT, told.key.casefold())), "term")
            return Term(_day(cycle["start"]), end, name, told.span) if end else None
    return None


def _day(value: object) -> date | None:
    """The day that a value (ISO) is; None when it is none."""
    with suppress(ValueError):
        return date.fromisoformat(value) if isinstance(value, str) else None
    return None
