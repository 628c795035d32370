"""What a line without a label tells of a record: `*Problem framing, Apply to Analyze, weeks 1–8*`, `Weeks 1–12`.

So may the end of the record's own title: `Say it once (Memos, 2 → 4 by 4 December)`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import MISSING, Piece, Role
from pmcoach_lint.binding.rest import Rest
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.bloom import WORDS
from pmcoach_lint.readers.levels import level_today
from pmcoach_lint.readers.rungs import Step, step_in
from pmcoach_lint.readers.text import plain_at
from pmcoach_lint.readers.unreadable import Unreadable
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.lines import line_begin
from pmcoach_lint.syntax.source import Span, between, strip, trim

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_NEXT = regex(r"\s*[,;]\s+|\s+[|·•/]\s+|\s+[–—-]\s+|\s+\(|\)\s*(?:[,;]\s+)?")
_WHEN = regex(
    r"[\s.,;:(*_–—-]*(?=(?:by|until|till|through|in|within|over|for|due|ends|ending|weeks?|w)\b)", re.IGNORECASE
)
_STOP = regex(r"[,;.)](?=\s)|\s(?:and|for|because|so|with)\b")
_BESIDE = regex(r"[(),;:|*]+|\s[–—-]\s|\b(?:on|in|of|for|from|at)\b", re.IGNORECASE)
_ARROW = regex(r"→|-{1,2}>", near="→ >")
_DASH = regex(r"(?s:.*)\s(?:[–—]|-)\s+", near="– — -")
"""All up to the last dash in front of a name: `Say it once — Memos`."""

_LONGEST = 120
_MARKS = "*_ "

Told = tuple[Use, Any, Span]
"""What is told of which field, and where."""


def read_lines(rest: Rest) -> None:
    """Read lines that say nothing but when, from which level to which, and of what; they are then no longer free."""
    for index, piece in rest.texts.items():
        if rest.binding.holders["timeframe"].name in rest.data:
            return
        said = _told(rest, piece)
        if said and not any(use.name in rest.data for use, _, _ in said):
            for use, value, span in said:
                rest.tell(use.name, value, span)
            rest.free.remove(index)


def read_steps(rest: Rest) -> None:
    """Read the first line that tells a step up the ladder in a sentence: `From Apply to Analyze by 4 December`.

    What takes the step may stand before it as a sentence of its own.
    """
    extraction, binding, data = rest.extraction, rest.binding, rest.data
    if any(use.name in data for use in binding.change_uses):
        return
    text, weeks, of_what = rest.text, binding.holders["timeframe"], binding.referring
    for piece in rest.texts.values():
        step = step_in(text, piece.text, extraction.context, bare=True) if piece.role is Role.LINE else None
        if step is None or not _is_step(extraction, of_what, step):
            continue
        told = [*_sides(rest.extraction, rest.binding, step).values()]
        when = when_behind(extraction, weeks, (step.end, piece.text[1])) if weeks.name not in data else None
        told += [(Use(weeks.name), extraction.value_of(weeks, when, Use(weeks.name)), when)] if when else []
        holder = step.of or strip(text, (piece.text[0], step.now[0]), _MARKS, _MARKS + ".:,")
        holder = _named(of_what, text, holder) if of_what else holder
        if of_what and of_what.name not in data and _may_be(extraction, of_what, holder, step):
            told.append((Use(of_what.name), plain_at(text, holder), holder))
        for use, value, span in told:
            rest.tell(use.name, value, span)
        extraction.settled.update(rest.at(use.name) for use in binding.change_uses if use.name not in data)
        return


def read_today(rest: Rest, use: Use) -> None:
    """Read the level of today, which is `use`, out of the first line that tells it: `Currently at Apply, I think`."""
    for piece in rest.texts.values() if use.name not in rest.data else ():
        start, end = piece.text
        if told := level_today(rest.text[start:end], rest.extraction.context):
            rest.say(Use(use.name), (start + told[0], start + told[1]))
            return


def read_beside_step(rest: Rest) -> None:
    """Read what takes a step up the ladder, where it stands in the same line: `Apply → Analyze (roadmap)`."""
    field, text, values = rest.binding.referring, rest.text, rest.extraction.values
    steps = [at for use in rest.binding.change_uses if (at := rest.at(use.name)) in values]
    known = rest.extraction.known(field) if field and steps and not rest.is_told(field.name) else None
    if field is None or known is None or field.is_title:
        return
    line = line_begin(text, values[steps[0]][0]), values[steps[-1]][1]
    parts = between(line, (match.span() for match in _BESIDE.finditer(text, *line)))
    names = {part: text[slice(*part)] for part in (strip(text, each, "-+ \t", " .\t") for each in parts)}
    said = {part: name for part, name in names.items() if name and not name.isdecimal()}
    meant = {part: known.resolve(name) for part, name in said.items() if name.casefold() not in WORDS}
    told = [part for part, records in meant.items() if len(records) == 1]
    if len({meant[part][0] for part in told}) == 1:
        rest.tell(field.name, names[told[0]], told[0])


def step_in_title(extraction: Extraction, field: Binding, title: Span) -> tuple[Span, list[Told]]:
    """The step up the ladder at the end of a title, which takes what it tells by its name or is that: `Memos 2 → 4`.

    Bare numbers are levels where they rise and what takes the step is known. A title with more behind them than a
    day stays whole.

    Returns:
        The title without it; and the levels, what takes the step, and the weeks until that day.
    """
    text, (start, end) = extraction.text, title
    bracket = text.rfind("(", start, end) if text.endswith(")", start, end) else -1
    inside = (bracket + 1, end - 1) if bracket > start else title
    step = step_in(text, inside, extraction.context, bare=True)
    if step is None and bracket > start:  # `… to Apply (Analyze with luck)`
        bracket, inside = -1, title
        step = step_in(text, title, extraction.context, bare=True)
    weeks, of_what = field.holders["timeframe"], field.referring
    if step is None or step.of is None or of_what is None:
        return title, []
    dash = _DASH.search(text, *step.of)
    is_set_off = dash is not None and extraction.is_known(of_what, text[dash.end() : step.of[1]])
    of = (dash.end(), step.of[1]) if dash and is_set_off else step.of
    step = step._replace(of=of)
    if not _is_step(extraction, of_what, step):
        return title, []
    when = when_behind(extraction, weeks, (step.end, inside[1]))
    told = [*_sides(extraction, field, step).values()]
    named = [(Use(of_what.name), plain_at(text, of), of)] if _may_be(extraction, of_what, of, step) else []
    if when is None and not is_set_off and strip(text, (step.end, inside[1]), _MARKS)[0] < inside[1]:
        is_told = named and not text[slice(*step.now)].isdecimal()
        return title, [*told, *named] if is_told else []  # with a remark: `Memos L2 → L4, once on a hard case`
    told += [(Use(weeks.name), extraction.value_of(weeks, when, Use(weeks.name)), when)] if when else []
    stop = bracket if bracket > start else of[0]
    if stop == start or not named:
        return (start, of[1]) if bracket <= start else title, told
    return strip(text, (start, stop), "", " .–—-" if is_set_off else " ."), [*told, *named]


def _is_step(extraction: Extraction, of_what: Binding | None, step: Step) -> bool:
    """Whether a step is one up the ladder: from level to level, or from number to number of something known."""
    now, then = extraction.text[slice(*step.now)], extraction.text[slice(*step.then)]
    if not (now.isdecimal() or then.isdecimal()):
        return True
    of = _named(of_what, extraction.text, step.of) if of_what and step.of else None
    return bool(of_what and of and extraction.is_known(of_what, extraction.text[slice(*of)])) and now < then


def _may_be(extraction: Extraction, of_what: Binding, holder: Span, step: Step) -> bool:
    """Whether a name is that of what takes a step: it is known, or stands in brackets with nothing but the step."""
    text = extraction.text
    if extraction.is_known(of_what, text[slice(*holder)]):
        return True
    is_alone = text.endswith("(", 0, holder[0]) and text.startswith(")", step.end)
    return is_alone and text[holder[0]].isupper() and not text[slice(*step.now)].isdecimal()


def _named(of_what: Binding, text: str, span: Span) -> Span:
    """The name of what takes a step, without the word for what that is: `C2` for `Competency C2`."""
    first, _, rest = text[slice(*span)].partition(" ")
    return trim(text, (span[0] + len(first), span[1])) if rest and name_key(first) in of_what.own_keys else span


def _told(rest: Rest, piece: Piece) -> list[Told]:
    """The values that a line consists of; none where it says when in no part, or has two parts that are no values."""
    extraction, binding = rest.extraction, rest.binding
    text, (start, end) = extraction.text, piece.text
    if (piece.name and not piece.is_lead) or end - start > _LONGEST or piece.pieces:
        return []
    weeks, of_what, before = binding.holders["timeframe"], binding.referring, len(extraction.offences)
    found: dict[str, Told] = {}
    others: list[Span] = []
    for part in _parts(text, strip(text, piece.text, _MARKS, _MARKS + ".")):
        step = step_in(text, part, extraction.context)
        changes = () if step and step.of else binding.change_uses  # else it is what takes the step, and the step
        when = () if _ARROW.search(text, *part) else (Use(weeks.name),)  # `2 → 3` is a step, and no run of weeks
        uses = [use for use in (*when, *changes) if use.name not in found]
        values = [(use, extraction.value_of(binding.fields[use.name], part, use)) for use in uses]
        told = [(use, value, part) for use, value in values if value is not MISSING]
        found.update({one[0].name: one for one in told})
        alone = _step_alone(extraction, part) if changes else None
        if alone:
            found.update(_sides(extraction, binding, alone))
            if weeks.name not in found and (by := when_behind(extraction, weeks, (alone.end, part[1]))):
                found[weeks.name] = (Use(weeks.name), extraction.value_of(weeks, by, Use(weeks.name)), by)
        others += [] if told or alone else [part]
    if weeks.name not in found or len(others) > (1 if of_what else 0):
        del extraction.offences[before:]  # the line is read in another way
        return []
    if others and of_what:
        step = step_in(text, others[0], extraction.context, bare=True) if len(found) == 1 else None
        if step and step.end == others[0][1] and _is_step(extraction, of_what, step):  # without a comma
            found.update(_sides(rest.extraction, rest.binding, step))
        holder = step.of if step else others[0]
        is_meant = holder and (len(found) > 1 or extraction.is_known(of_what, text[slice(*holder)]))
        if holder and is_meant:
            found[of_what.name] = (Use(of_what.name), plain_at(text, holder), holder)
    return [*found.values()]


def _step_alone(extraction: Extraction, part: Span) -> Step | None:
    """The step up the ladder that begins a part of a line, with nothing that takes it: `2 → 4 by 4 December`."""
    text, step = extraction.text, step_in(extraction.text, part, extraction.context, bare=True)
    if step is None or step.of or step.now[0] != part[0]:
        return None
    return step if text[slice(*step.now)] != text[slice(*step.then)] else None


def _sides(extraction: Extraction, field: Holder, step: Step) -> dict[str, Told]:
    """The levels of a step, by the names of the fields that hold them."""
    spans = {"from": step.now, "to": step.then}
    uses = ((Use(use.name), spans[str(use.part)]) for use in field.change_uses)
    read = ((use, _level(extraction, field.fields[use.name], span, use), span) for use, span in uses)
    return {told[0].name: told for told in read if told[1] is not MISSING}


def _level(extraction: Extraction, field: Binding, span: Span, use: Use) -> Any:
    """The level at `span`; of one between two the lower one, which is told."""
    try:
        return extraction.parse(field, plain_at(extraction.text, span), use)
    except Unreadable as problem:
        is_told = problem.value or extraction.text[slice(*span)].isalpha()
        return extraction.until_clear(problem, span, use) if is_told else MISSING


def when_behind(extraction: Extraction, field: Binding, span: Span) -> Span | None:
    """Where the text at `span`, which begins behind a step up the ladder, says by when: `, by 13 November`."""
    text = extraction.text
    match = _WHEN.match(text, *span)
    if match is None:
        return None
    start, end = match.end(), span[1]
    for stop in (*(found.start() for found in _STOP.finditer(text, start, end)), end):
        when = strip(text, (start, stop), "", " .,;)")
        if extraction.value_of(field, when, Use(field.name)) is not MISSING:
            return when
    return None


def _parts(text: str, span: Span) -> list[Span]:
    """The parts of a line between commas, dashes or other signs."""
    parts = [trim(text, part) for part in between(span, (match.span() for match in _NEXT.finditer(text, *span)))]
    return [part for part in parts if part[0] < part[1]]
