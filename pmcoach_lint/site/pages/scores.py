"""What a pack or an engagement scores, and why: the rubric's own words, from the same call as in the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup

from pmcoach_lint.report.tally import counted
from pmcoach_lint.rubric.model import HIGHEST, DimensionScore, Score
from pmcoach_lint.site import charts
from pmcoach_lint.site.html import Content, bullets, element, joined, spaced, unless_empty
from pmcoach_lint.site.pages.parts import table

_MOST_RECORDS = 4
_HELD = "Errors first"
"""What the packs are called together in which something is to be mended before they are shown."""


def score_words(score: Score) -> str:
    """The total and its band."""
    return score.words + (f", {score.band.name}" if score.band else "")


def score_reasons(score: Score) -> Markup:
    """Each dimension with its score, what it is held by, and the cheapest next improvement."""
    rows = [
        (
            each.dimension,
            spaced(
                [
                    f"{each.score} of {HIGHEST}{each.more}",
                    charts.meter(each.score, HIGHEST),
                ]
            ),
            str(each.said.score) if each.said else None,
            _why(each),
        )
        for each in score.dimensions
    ]
    heads: list[Content] = ["Dimension", "Score", "Reviewer", "What would raise it"]
    return joined(
        _listed("Not read, so that it earns nothing", [record.words for record in score.unread]),
        _listed("Not here yet", score.absent),
        unless_empty("p", score.band.advice if score.band else None),
        unless_empty("p", score.why_not_higher or None),
        table(heads, rows, "Score by dimension", "scores"),
        _listed("Ask next", score.questions),
        _listed("Assumptions", score.assumptions),
        _listed("Unknowns", score.unknowns),
        _attested(score),
    )


def _why(dimension: DimensionScore) -> Content:
    apart = (
        element("p", f"The reviewer's score is {abs(dimension.said.score - dimension.score)} apart: talk about it.")
        if dimension.said and dimension.is_apart
        else None
    )
    step = dimension.improvement
    if step is None:
        return joined(element("span", "Nothing is missing.", class_="pm-muted"), apart)
    lost = [record.words for record in dict.fromkeys(step.records)]  # what is missing twice is missing at one place
    shown = bullets(lost[:_MOST_RECORDS])
    more = f"and {counted(len(lost) - _MOST_RECORDS, 'more place')}" if len(lost) > _MOST_RECORDS else None
    return joined(element("p", f"{step.earns}."), shown, unless_empty("p", more, class_="pm-small"), apart)


def _attested(score: Score) -> Markup | None:
    """What only a person can say: who has said it, and when; or that it is open."""
    lines = [
        joined(
            element("strong", each.id),
            " ",
            each.item,
            ": ",
            ", ".join(f"{who}, {when}" if when else who for who, when in each.said) or each.due or "open",
        )
        for each in score.attested
    ]
    return _listed("Only a person can say", lines)


def _listed(title: str, lines: Iterable[Content]) -> Markup | None:
    items = bullets(lines)
    return joined(element("p", element("strong", title)), items) if items else None


def distribution(scores: Iterable[Score]) -> Markup | None:
    """How many packs there are in each band, as a table with a drawing; None without scores."""
    found = list(scores)
    if not found:
        return None
    names = {band.low: band.name for score in found for band in score.bands}
    counts = Counter(score.band.low for score in found if score.band)
    bands = sorted((names | {low: _HELD for low in counts if low not in names}).items(), reverse=True)
    rows = [(name, str(counts[low]), charts.meter(counts[low], len(found))) for low, name in bands]
    return table(("Band", "Packs", "Share"), rows, "Packs by score", "bands")
