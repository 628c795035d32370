"""A record's own text: `R1.1 Write the brief (45 min, weeks 1–4). Artifact: brief`, taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.names import name_keys
from pmcoach_lint.binding.outline import split_label
from pmcoach_lint.binding.readers import Context, Unreadable, read_value
from pmcoach_lint.binding.values import plain
from pmcoach_lint.syntax.source import Offence, Span, trim

LEADING_ID = re.compile(
    r"[*_`(\[]{0,3}(?P<id>[A-Z]{1,2}\d{1,3}(?:\.\d{1,3})*)[*_`)\]]{0,3}(?:\s*[:.–—|-]+(?=\s)|(?=\s)|$)"
)
_INLINE_LABEL = re.compile(
    r"(?:(?<=[.!?)])|[;,|\n]|\s[–—-])\s*(?:\*\*|__)?(?P<name>[^\W\d_][^:.;,!?()|\n*]{0,40}):(?:\*\*|__)?\s+"
)
_ASIDE = re.compile(r"\((?P<inside>[^()]*)\)")
_PARTS = re.compile(r"[^,;]+")
_LEAD = re.compile(r"[*_]{0,3}(?P<lead>[^:–—()]{1,40}?)[*_]{0,3}\s*(?:\([^()]*\)\s*)?(?::|–|—|\s-(?=\s))\s*")
_LEADING_ASIDE = re.compile(r"\((?P<inside>[^()]*)\)\s*(?::|–|—|-(?=\s))\s*")
_TAIL = re.compile(r"(?:\s[–—-]\s+|[:,]\s+)(?P<tail>[^:–—,()\n]{1,30})$")
_CHECKBOX = re.compile(r"\[[ xX]?\]\s+")
_NUMBERS = re.compile(r"[1-9]\d{0,2}(?:\s*[-–—]\s*[1-9]\d{0,2})?")
_ARROW = re.compile(r"-{1,2}>|=>|→")
_EDGES_OF_TITLE = " \t\r\n;,–—-|"
_EDGES = " \t\r\n:;,.–—-|*_"


@dataclass(slots=True)
class Head:
    """What a record's own text says: values found in it, with their spans; labelled values; and its title."""

    found: dict[str, tuple[Any, Span]] = field(default_factory=dict)
    labelled: dict[str, tuple[Use, Span]] = field(default_factory=dict)
    title: Span | None = None
    offences: list[Offence] = field(default_factory=list)


def read_head(text: str, binding: Binding, span: Span, context: Context, *, labels: bool = True) -> Head:
    """Take the text of one record apart.

    Args:
        text: the document.
        binding: the list of records whose record it is.
        span: where the record's own text stands.
        context: what readers may need to know.
        labels: whether values may carry labels inside the text (not so in a table's cell).

    Returns:
        Its parts. The title is what is left when id, noun, number, and values in brackets or in front are set aside.
    """
    head = Head()
    start, end = trim(text, span)
    if box := _CHECKBOX.match(text, start, end):
        start = box.end()
    if labels:
        end = _cut_labels(text, binding, (start, end), head)
    start = _cut_noun_and_id(text, binding, (start, end), head)
    led = start
    if binding.found_fields:
        start = _cut_lead(text, binding, (start, end), context, head)
    if labels and start == led:
        start, end = _own_label(text, binding, (start, end), head)
    end = _cut_asides(text, binding, (start, end), context, head)
    if binding.found_fields:
        end = _cut_tail(text, binding, (start, end), context, head)
    title = trim(text, (start, end))
    head.title = _bare(text, title) if title[0] < title[1] else None
    return head


def begins_with_id(text: str, span: Span) -> bool:
    """Whether the text at `span` begins with an id such as `B1`."""
    return bool(LEADING_ID.match(text, *span))


def _cut_labels(text: str, binding: Binding, span: Span, head: Head) -> int:
    """Take labelled values at the end off, and return where the text before them ends."""
    start, end = span
    if text.find(":", start, end) < 0:
        return end
    found = _inline_labels(text, binding, span)
    for number, (match, uses) in enumerate(found):
        stop = found[number + 1][0].start() if number + 1 < len(found) else end
        left, right = trim(text, (match.end(), stop))
        value = (left, left + len(text[left:right].rstrip(" ;,|–—-" if stop == end else " ;,.|–—-")))
        for use in uses:
            head.labelled.setdefault(use.name, (use, value))
    return start + len(text[start : found[0][0].start()].rstrip(_EDGES_OF_TITLE)) if found else end


def uses_of(binding: Binding, name: str) -> tuple[Use, ...]:
    """What the label `name` stands for in a record of `binding`; empty when it is no label there."""
    return next((binding.by_key[key] for key in name_keys(name) if key in binding.by_key), ())


def _inline_labels(text: str, binding: Binding, span: Span) -> list[tuple[re.Match[str], tuple[Use, ...]]]:
    """The labels of fields inside a record's own text, but for those in brackets, and what each stands for."""
    found = []
    before, depth = span[0], 0
    for match in _INLINE_LABEL.finditer(text, *span):
        depth += text.count("(", before, match.start()) - text.count(")", before, match.start())
        before = match.start()
        uses = uses_of(binding, match.group("name")) if depth <= 0 else ()
        if uses and not binding.fields[uses[0].name].is_title:
            found.append((match, uses))
    return found


def _own_label(text: str, binding: Binding, span: Span, head: Head) -> Span:
    """Where the record's text is itself `Label: value` with the name of its title, the value; else all of it."""
    label = split_label(text, span)
    if not label:
        return span
    uses = uses_of(binding, text[slice(*label.name)])
    if uses and binding.fields[uses[0].name].is_title and label.value[0] < label.value[1]:
        return (label.value[0], span[1])
    for use in uses:
        head.labelled.setdefault(use.name, (use, label.value))
    return (span[1], span[1]) if uses else span


def _cut_noun_and_id(text: str, binding: Binding, span: Span, head: Head) -> int:
    """Take the noun (`Bet 1:`) and the id (`B1`) off the front, and return where the rest begins."""
    start, end = span
    if binding.nouns and (match := binding.nouns.match(text, start, end)):
        start = match.end()
    holder = next((bound for bound in binding.found_fields if bound.reader == "id"), None)
    if holder and (match := LEADING_ID.match(text, start, end)):
        head.found[holder.name] = (match.group("id").upper(), match.span("id"))
        start = match.end()
    return trim(text, (start, end))[0]


def _cut_lead(text: str, binding: Binding, span: Span, context: Context, head: Head) -> int:
    """Take a value off the front (`Week 4: ...`, `2026-10-05 – ...`, `Know: ...`)."""
    whole = trim(text, span)
    if _found(text, binding, whole, context, head):
        return span[1]
    if (match := _LEADING_ASIDE.match(text, *span)) and _each_part(text, binding, match.span("inside"), context, head):
        return match.end()
    match = _LEAD.match(text, *span)
    if match and _found(text, binding, match.span("lead"), context, head):
        for aside in _ASIDE.finditer(text, match.end("lead"), match.end()):
            _each_part(text, binding, aside.span("inside"), context, head)
        return match.end()
    return span[0]


def _cut_asides(text: str, binding: Binding, span: Span, context: Context, head: Head) -> int:
    """Read the values that stand in brackets; brackets at the end that hold nothing else are taken off."""
    end = span[1]
    for match in _ASIDE.finditer(text, *span):
        used = _each_part(text, binding, match.span("inside"), context, head)
        if used and not text[match.end() : span[1]].strip(_EDGES):
            end = match.start()
    return end


def _cut_tail(text: str, binding: Binding, span: Span, context: Context, head: Head) -> int:
    """Take a value off the end (`Wins – 5 min`, `Wins: 5 min`), and return where the text before it ends."""
    match = _TAIL.search(text, *span)
    if match and match.start() > span[0] and _found(text, binding, match.span("tail"), context, head):
        return match.start()
    return span[1]


def _each_part(text: str, binding: Binding, span: Span, context: Context, head: Head) -> bool:
    """Read each part of a bracket, labelled or not, and tell whether all of them were values."""
    used = 0
    parts = [trim(text, part.span()) for part in _PARTS.finditer(text, *span)]
    for part in parts:
        label = split_label(text, part)
        uses = uses_of(binding, text[slice(*label.name)]) if label else ()
        for use in uses:
            head.labelled.setdefault(use.name, (use, label.value if label else part))
        used += bool(uses) or any(read(text, binding, part, context, head) for read in (_found, _change, _bare_minutes))
    return used == len(parts) > 0


def _bare_minutes(text: str, binding: Binding, span: Span, context: Context, head: Head) -> bool:
    """Read a bare number in brackets as minutes, where nothing else could be meant: `Wins (5)` in an agenda."""
    field, *others = binding.found_fields or (None,)
    if others or field is None or field.reader != "minutes" or field.name in head.found:
        return False
    if not _NUMBERS.fullmatch(text, *span):
        return False
    head.found[field.name] = (read_value("minutes", text[slice(*span)], context), span)
    return True


def _change(text: str, binding: Binding, span: Span, context: Context, head: Head) -> bool:
    """Read a step up the ladder (`Apply → Analyze`) for the fields that have one, and tell whether it was one."""
    raw = text[slice(*span)]
    uses = [use for uses in binding.by_key.values() for use in uses if use.reader == "level-change" and use.part]
    if not uses or not _ARROW.search(raw):
        return False
    try:
        change = read_value("level-change", raw, context)
    except Unreadable:
        return False
    for use in uses:
        head.found.setdefault(use.name, (change[str(use.part)], span))
    return True


def _found(text: str, binding: Binding, span: Span, context: Context, head: Head) -> bool:
    """Read the text at `span` by the first found field that can, and tell whether one could."""
    raw = plain(text[slice(*span)])
    for bound in binding.found_fields:
        if bound.name in head.found or not bound.reader or not _plausible(bound.reader, raw):
            continue
        try:
            value = read_value(bound.reader, raw, context)
        except Unreadable as problem:
            if problem.rule == "impossible-date":
                head.offences.append(Offence(problem.rule, span, problem.message, problem.hint, problem.instead))
                return True
            continue
        if value == "unknown":
            continue
        head.found[bound.name] = (value, span)
        return True
    return False


_SHAPES = {
    "minutes": re.compile(r"(?=.*\d).*(?:m\b|min|h\b|hour|hr|′|')", re.IGNORECASE),
    "week": re.compile(r"(?:weeks?|wks?|w)\.?\s*\d+", re.IGNORECASE),
    "weeks": re.compile(r"(?:weeks?|wks?|w)\.?\s*\d+|\d+\s*weeks?$|weekly$|every week$|all weeks$", re.IGNORECASE),
    "date": re.compile(r".*\d{4}"),
    "level": re.compile(r"(?:L\d|\w[\w\s()]{2,24})$", re.IGNORECASE),
}


def _plausible(reader: str, raw: str) -> bool:
    """Whether the text names the unit, so that a bare number in running text is not taken for minutes or a week."""
    shape = _SHAPES.get(reader)
    return bool(shape and shape.match(raw))


def _bare(text: str, span: Span) -> Span:
    """The span without bold marks or dashes that only led to what has been taken off."""
    start, end = span
    raw = text[start:end].rstrip(": \t")
    for mark in ("**", "__"):
        if raw.endswith(mark) and raw.count(mark) == 1:
            raw = raw[: -len(mark)].rstrip(": \t")
        elif raw.startswith(mark) and raw.count(mark) == 1:
            start += len(mark)
            raw = raw[len(mark) :]
    return trim(text, (start, start + len(raw)))
