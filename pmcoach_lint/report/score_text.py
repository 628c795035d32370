"""Scores for people at a terminal: a bar for each dimension, why, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.report import Style
from pmcoach_lint.report.tally import counted
from pmcoach_lint.report.text import paint, wrapped
from pmcoach_lint.report.visible import folded
from pmcoach_lint.rubric.model import HIGHEST, Attested, DimensionScore, Improvement, Record, Score

_FULL, _EMPTY = "█", "░"
_LOOK_THERE = "Not all of it can be read. What is missing may be what is named below as “Not read”: look there first."
_BEGIN_ONE = ". Much of what is missing below belongs there; pmcoach new TYPE PATH begins one."
_SHOWN = 3
"""So many records are told for each criterion that lost points; the others are counted."""


def render_scores(
    scores: Iterable[Score], style: Style, least: int | None = None, *, explain: bool = False
) -> Iterator[str]:
    """Tell each score as it comes; of several, at the end, the totals side by side.

    Args:
        scores: the scores.
        style: how text is set.
        least: the total that each is to reach; below it, that is said.
        explain: whether what earned its points is told as well.
    """
    told = []
    for score in scores:
        told.append(score)
        yield "".join(f"{line}\n" for line in _score(score, style, explain=explain))
    yield from render_totals(told, style, least) if len(told) != 1 else _below(told, least)


def render_totals(scores: Sequence[Score], style: Style, least: int | None = None) -> Iterator[str]:
    """Tell the totals side by side, without the reasons; `scores`, `style` and `least` as in `render_scores`."""
    if not scores:
        yield "Nothing was scored: there is no coaching pack here and no client engagement, or no rubric for it.\n"
        return
    width = max(len(folded(each.file)) for each in scores)
    totals = [f"{each.total:3} of {each.out_of}{each.more}" for each in scores]
    for each, words in zip(scores, totals, strict=True):
        total = paint(words.ljust(max(map(len, totals))), _sign(each), style)
        yield f"{folded(each.file):{width}}  {total}  {folded(each.band.name) if each.band else ''}".rstrip() + "\n"
    yield from _below(scores, least)


def _below(scores: Sequence[Score], least: int | None) -> Iterator[str]:
    """How many scores do not reach the `least` total, if any."""
    low = [each for each in scores if least is not None and each.total < least]
    if low:
        yield f"{counted(len(low), 'score')} below {least}.\n"


def _score(score: Score, style: Style, *, explain: bool) -> Iterator[str]:
    name = f"{folded(score.title)}  {paint(folded(score.file), 'faint', style)}"
    yield f"{paint(name, 'bold', style) if not style.colour else name}"
    band = score.band
    yield paint(score.words, _sign(score), style) + (f": {folded(band.name)}" if band else "")
    if score.unread:
        yield from wrapped(_LOOK_THERE, style, "")
    if score.absent:
        yield from wrapped(f"Not here yet: {in_a_row(score.absent)}{_BEGIN_ONE}", style, "")
    if band and band.advice:
        yield from wrapped(folded(band.advice), style, "")
    if score.why_not_higher:
        yield from wrapped(folded(score.why_not_higher), style, "")
    yield ""
    width = max(len(each.dimension) for each in score.dimensions)
    for each in score.dimensions:
        yield from _dimension(each, width, score.file, style, explain=explain)
    if score.not_scored:
        left = f"Not scored, as the pack leaves these parts out: {', '.join(map(folded, score.not_scored))}."
        yield from wrapped(left, style, "  ")
    yield ""
    yield from _unread(score, style)
    yield from _next(score, style)
    yield from _asked(score, style)
    yield from _people(score, style)


def _sign(score: Score) -> str:
    """The colour of a total: by what its band asks for."""
    asks = score.band.asks if score.band else "questions"
    return {"nothing": "good", "assumptions": "warning"}.get(asks, "error")


def _dimension(each: DimensionScore, width: int, file: str, style: Style, *, explain: bool) -> Iterator[str]:
    """The bar of a dimension, and below it what lost points. A reason that several criteria have is told once."""
    bar = _FULL * each.score + _EMPTY * (HIGHEST - each.score)
    colour = "good" if each.score >= HIGHEST - 1 else "warning" if each.score > 2 else "error"
    weight = f"  counts {each.weight} times" if each.weight > 1 else ""
    line = f"  {folded(each.dimension):{width}}  {paint(bar, colour, style)}  {each.score}{each.more}{weight}"
    if each.said:
        line += f"   reviewer: {each.said.score}"
    yield line
    if explain and each.anchor:
        yield from wrapped(folded(each.anchor), style, "      ")
    told = set[Record]()
    for one in each.criteria if explain else [one for one in each.criteria if one.lost]:
        limit = f" (no more than {one.at_most} while this is open)" if one in each.held_by else ""
        head = f"{round(one.earned, 1):g} of {one.points}"
        yield from wrapped(f"{head}  {folded(one.earns)}{limit}", style, "      ", hang=8)
        yield from _records(tuple(record for record in one.lost if explain or record not in told), file, style)
        told.update(one.lost)
        if explain:
            yield from _records(one.gained, file, style, sign="+ ")
    if each.is_apart and each.said:
        why = f": {folded(each.said.why)}" if each.said.why else ""
        words = f"The reviewer says {each.said.score}, the criteria say {each.score}{why}"
        yield from wrapped(f"{words.rstrip('.')}. Talk about it.", style, "      ", hang=0)


def _records(records: tuple[Record, ...], file: str, style: Style, sign: str = "- ", indent: int = 10) -> Iterator[str]:
    """The records that lost points or earned them, each behind its line, and behind its file where that is another."""
    told = list(dict.fromkeys(records))  # what is missing twice is missing at one place
    for record in told[:_SHOWN]:
        place = f"{record.range.start.line}:{record.range.start.column}"
        place = f"{place}  " if record.file == file else f"{folded(record.file)}:{place}  "
        place = "" if record.nowhere else place
        yield from wrapped(f"{sign}{place}{folded(record.words)}", style, " " * indent, hang=4)
    if len(told) > _SHOWN:
        yield f"{' ' * indent}and {len(told) - _SHOWN} more"


def _unread(score: Score, style: Style) -> Iterator[str]:
    """What may be just that for which points are missing."""
    if score.unread:
        yield paint("Not read, so that it earns nothing:", "help", style)
        yield from _records(score.unread, score.file, style, indent=2)
        yield ""


def _next(score: Score, style: Style) -> Iterator[str]:
    """The cheapest next improvement of all."""
    step = score.next_step
    if step is None:
        yield paint("Every point is earned.", "good", style)
        yield ""
        return
    dimension, improvement = step
    first, *more = wrapped(f"Next: {folded(improvement.earns)}.", style, "")
    yield from (first.replace("Next:", paint("Next:", "help", style), 1), *more)
    yield from wrapped(_gain(dimension, improvement), style, "      ")
    yield ""


def _gain(dimension: DimensionScore, improvement: Improvement) -> str:
    places = counted(len(improvement.records), "place")
    if improvement.leads_to > dimension.score:
        return f"{folded(dimension.dimension)} goes from {dimension.score} to {improvement.leads_to}, at {places}."
    return f"A step towards the next point in {folded(dimension.dimension)}, at {places}."


def _asked(score: Score, style: Style) -> Iterator[str]:
    """What the band asks for."""
    asks = score.band.asks if score.band else "nothing"
    if asks == "assumptions":
        yield from _listed("Assumptions", score.assumptions, "None is listed: say what you take for granted.", style)
        yield from _listed("Unknowns", score.unknowns, "None is listed: say what nobody knows yet.", style)
    if score.questions:
        yield paint("Ask next:", "help", style)
        for number, question in enumerate(score.questions, 1):
            yield from wrapped(f"{number}. {folded(question)}", style, "  ", hang=3)
        yield ""


def _listed(title: str, texts: tuple[str, ...], none: str, style: Style) -> Iterator[str]:
    yield paint(f"{title}:", "help", style)
    for text in texts or (none,):
        yield from wrapped(f"- {folded(text)}", style, "  ", hang=2)
    yield ""


def _people(score: Score, style: Style) -> Iterator[str]:
    """What people say: the reviewer's total, and what only somebody can attest."""
    if score.said_total is not None:
        yield f"The reviewer's own scores add up to {score.said_total} of {score.out_of}."
        yield ""
    if not score.attested:
        return
    yield paint("Only a person can say:", "help", style)
    for each in score.attested:
        yield from wrapped(_attested(each), style, "  ", hang=4)
    yield ""


def _attested(each: Attested) -> str:
    said = "; ".join(f"{folded(by)}, {folded(day)}" for by, day in each.said)
    state = "; ".join(part for part in (said, f"open for {each.due}" if "month" in each.due else each.due) if part)
    return f"{each.id}  {folded(each.item)}: {state or 'not yet due'}"
