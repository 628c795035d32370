"""Whether documents for clients aim at more than there is: indicators, what is counted, and outcomes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pmcoach_lint.checks.words import spot, value_at
from pmcoach_lint.doctypes import ASSESSMENT, PLAN, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.nearest import short
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.rules.offences import Offences, mention, offence
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.syntax.yaml_marks import Path

_HOW_OFTEN = ("rarely", "sometimes", "usually")
_WHOLE = 100
_NO_MORE = regex(r"\s*(?:[(,;=].*)?", re.DOTALL)
"""What may stand behind a share that is told alone."""
_ON_PURPOSE = anycase(
    r"\b(?:keep\w*|kept|hold\w*|held|stays?|maintain\w*|stable|steady|unchanged|constant|guard\w*|at least|floor|limit"
    r"|(?:not|no) (?:to )?(?:be )?(?:worse\w*|less|lower|higher|falls?|drops?|rises?|above|below))\b"
)
"""That something is to stay as it is."""
_MORE_IS_BETTER = anycase(
    r"\b(?:strategic|question(?:s|ed)|upwards?|outcomes?|declin(?:ed|es|ing)|challeng\w+|with an? (?:reason|why))\b"
)
"""What the three metrics of the source count, and others like them: more of it is what the coaching is for."""
_MAY_BE_WORSE = anycase(
    r"\b(?:without|no|not|until|time|days?|hours?|late|missed|missing|unresolved|open|debt|escalations?"
    r"|(?:declined|challenged) by|support|declining)\b"
)
"""What is counted of these may well be to fall: `meetings without a strategic item`, `days until a choice`."""

_INDICATORS: Path = ("assessment", "indicators")
_OUTCOMES: Path = ("proposed", "outcomes")
_DOWN = anycase(r"\b(?:less|fewer|lower|reduced?|reduction|falls?|decreas\w*|shorter|shrinks?)\b")
_UP = anycase(
    r"\b(?:more|higher|increas\w*|rises?|grows?|strategic con\w+|upward influence|questions? requests"
    r"|(?:requests|wishes) (?:\w+ )?questioned)\b"
)
_FIGURE = anycase(
    r"\W*(?:(?:about|around|approx\.?|ca\.?|roughly|[~≈])\s?)?(?:(?P<part>\d+)\s?(?:of|/|in)\s?(?P<whole>\d+)\b"
    r"|(?P<number>\d+(?:[.,]\d+)?)\s?(?P<unit>%)?)(?P<rest>[^\n]*)"
)
_OTHER_KIND = anycase(
    r"\b(?:more|fewer|less|lower|higher|points?|in \d|per|each|every|an? (?:day|week|month|quarter|year)|times)\b"
    r"|[/→]|\dx"
)
"""What makes two figures hard to compare: `3 more`, `4 per month`, `1 in 10 weeks`."""
_MONEY = r"[$€£]\s?\d{1,3}(?:,\d{3})+|[$€£]\s?\d+(?:\.\d+)?[km]?|\d+(?:\.\d+)?\s?%"
_BOUNDED = anycase(
    rf"\|[ \t*_]*(?:about )?(?P<now>{_MONEY})(?![\w%])[^|\n]{{0,30}}\|[ \t*_]*"
    r"(?:(?P<most>under|below|less than|at most|no more than|not more than|[<≤])"
    r"|(?P<least>over|above|more than|at least|[>≥]))"
    rf"\s?(?P<aim>{_MONEY})(?![\w%])",
    near="under below less most more over above least < ≤ > ≥",
)
_NOW = anycase(
    r"\b(?:today|now|current\w*|baselines?|actual\w*|start\w*|status|as is|so far|at present|present|before|last|where"
    r"|was|q[1-4])\b|\d"
)
"""How the column is called that says where something stands."""


@rule("PMC637", severity=None)
def target_no_better(document: Document) -> Offences:
    """An indicator, a metric or an outcome has a target that is no better than where it stands.

    Of indicators, a target is told that is below today's, or is today's as well and not “usually”. Of metrics, a share
    that stays as it is, and one that falls, or a count that does, where more of it is better: strategic conversations,
    requests questioned, upward influence. Of the outcomes of a proposal those are told that say which way is up
    (`fewer`, `more`), and in any table a bound that is kept already (`$840,000 | under $900,000`). Of anything else
    nobody but you knows.
    Standard: Evidence-Based.

    Why it matters:
        Targets say when the coaching has worked. One that is reached on the first day says so before it has begun.

    What to do:
        Put right whichever of the two is wrong, or leave out what you do not work on.

    Bad:
        ---
        type: coaching-plan
        ---

        ## Success Metrics

        | Metric | Baseline | Target | Timeframe |
        |---|---|---|---|
        | Requests questioned | 40% | 25% | 12 weeks |

    Good:
        ---
        type: coaching-plan
        ---

        ## Success Metrics

        | Metric | Baseline | Target | Timeframe |
        |---|---|---|---|
        | Requests questioned | 25% | 40% | 12 weeks |
        | Days until a decision | 20 | 10 | 12 weeks |
    """
    if document.type not in (PLAN, PROPOSAL, ASSESSMENT):
        return
    yield from _kept_already(document)
    if document.is_a(PROPOSAL):
        yield from _other_way(document)
    if document.is_a(PLAN):
        yield from _falling_metrics(document)
    yield from _falling_indicators(document)


_NOT_YET = anycase(r"\b(?:not|no(?!-)|later|next cycle|after|afterwards|parked|wait\w*|leave|left)\b")
_HINT = "Put right whichever of the two is wrong."
_OR_LEAVE_OUT = "Put right whichever of the two is wrong, or leave out what you do not work on."


def _falling_indicators(document: Document) -> Offences:
    """The indicators that are to be seen no more often than today, and could be."""
    for index, row in enumerate(value_at(document, _INDICATORS) or ()):
        current, target = row.get("current"), row.get("target")
        if not {current, target} <= set(_HOW_OFTEN):
            continue
        path = (*_INDICATORS, index)
        if target == current != _HOW_OFTEN[-1] and not _is_kept(document, (*path, "target")):
            message = f"From {current} to {target} is no change."
            yield offence(document, (*path, "target"), message, _OR_LEAVE_OUT)
        if _HOW_OFTEN.index(target) < _HOW_OFTEN.index(current):
            message = f"The target is “{target}”, and today it is “{current}” already."
            related = (mention(document, (*path, "current"), "today"),)
            yield offence(document, (*path, "target"), message, _HINT, related)


def _is_kept(document: Document, path: Path) -> bool:
    """Whether the row of a target says that it is kept on purpose, or not worked on."""
    row = document.source.line_span(spot(document, path)[0])
    return bool(_ON_PURPOSE.search(document.text, *row) or _NOT_YET.search(document.text, *row))


def _falling_metrics(plan: Document) -> Offences:
    """The metrics of a coaching plan that are to get no better."""
    for index, row in enumerate(plan.data.get("metrics", ())):
        if falls := _falls(row):
            message = f"From {short(row['baseline'])} to {short(row['target'])} {falls}."
            related = (mention(plan, ("metrics", index, "baseline"), "the baseline"),)
            yield offence(plan, ("metrics", index, "target"), message, _OR_LEAVE_OUT, related)


def _falls(row: Mapping[str, Any]) -> str:
    """What the target of a metric does, where it gets no better; nothing where it may well."""
    baseline, target = (_alone(row.get(name)) for name in ("baseline", "target"))
    if baseline is None or target is None or baseline[1] != target[1]:
        return ""
    said = " ".join(str(row.get(name, "")) for name in ("metric", "baseline", "target"))
    if baseline == target:
        is_share = target[1] == "%" and target[0] < _WHOLE
        return "is no change" if is_share and not _ON_PURPOSE.search(said) else ""
    metric = str(row.get("metric", ""))
    is_up = _MORE_IS_BETTER.search(metric) and not _MAY_BE_WORSE.search(metric)
    return "is a step back" if target[0] < baseline[0] and is_up else ""


def _kept_already(document: Document) -> Offences:
    """The bounds in the rows of tables that are kept by what stands in front of them."""
    for match in _BOUNDED.finditer(document.standing, document.body):
        now, aim = _amount(match["now"]), _amount(match["aim"])
        is_share = match["now"][-1] == match["aim"][-1] == "%"
        is_alike = is_share or match["now"][0] == match["aim"][0] in "$€£"
        if is_alike and (now < aim if match["most"] else now > aim) and _is_of_today(document, match.start("now")):
            start = match.start("most") if match["most"] else match.start("least")
            yield Offence((start, match.end("aim")), f"This is so already: today it is {match['now']}.", _HINT)


def _is_of_today(document: Document, at: int) -> bool:
    """Whether the cell at some place stands in a column that is called by today, a start or a day."""
    table = next((one.table for one in document.pieces if one.table and one.text[0] <= at < one.text[1]), None)
    row = next((row for row in table.row_spans if row[0] <= at < row[1]), None) if table else None
    if table is None or row is None:
        return False
    column = sum(end < at for _, end in table.split(row))
    return column < len(table.titles) and _NOW.search(table.titles[column]) is not None


def _other_way(proposal: Document) -> Offences:
    """The outcomes of a proposal whose target goes the other way than they say, or nowhere."""
    for index, record in enumerate(value_at(proposal, _OUTCOMES) or ()):
        said = f"{record.get('outcome', '')} {record.get('metric', '')}"
        down, up = _DOWN.search(said), _UP.search(said)
        now, aim = _value(record.get("baseline")), _value(record.get("target"))
        if now is None or aim is None or now[1] != aim[1] or bool(down) == bool(up):
            continue
        if aim[0] >= now[0] if down else aim[0] <= now[0]:
            way = (down or up or [""])[0]
            message = f"“{way}”: from {record['baseline']} to {record['target']} is no such change."
            yield offence(proposal, (*_OUTCOMES, index, "target"), message, _HINT)


_Figure = tuple[float, str]
"""A number and its unit."""


def _value(text: Any) -> _Figure | None:
    """The figure that a text begins with; a fraction is a share."""
    match = _FIGURE.fullmatch(text) if isinstance(text, str) else None
    return _figure(match) if match and not _OTHER_KIND.search(re.sub(r"\([^)]*\)", "", match["rest"])) else None


def _alone(text: Any) -> _Figure | None:
    """The figure of which a text consists; behind a share may stand what it is made of."""
    match = _FIGURE.fullmatch(text.strip()) if isinstance(text, str) else None
    if match is None or match["part"]:
        return None
    is_alone = _NO_MORE.fullmatch(match["rest"]) if match["unit"] else not match["rest"]
    return _figure(match) if is_alone else None


def _figure(match: re.Match[str]) -> _Figure | None:
    if match["part"]:
        return (100 * int(match["part"]) / int(match["whole"]), "%") if int(match["whole"]) else None
    return float(match["number"].replace(",", ".")), match["unit"] or ""


_SCALE = {"k": 1_000, "m": 1_000_000}
_DIGITS = regex(r"\d[\d,]*(?:\.\d+)?")


def _amount(text: str) -> float:
    """An amount or a share as a number."""
    digits = _DIGITS.search(text)
    return float(digits[0].replace(",", "")) * _SCALE.get(text.strip()[-1].lower(), 1) if digits else 0.0
