"""Lists without a name that is known, told by what their items are: days, minutes, questions; a table of measures."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.binding.own_text.days import NEAR_REVIEW, REVIEW, dated_items, day_in_front
from pmcoach_lint.binding.records.lengths import tell_lengths
from pmcoach_lint.binding.rest import Rest
from pmcoach_lint.binding.tables.columns import names_records
from pmcoach_lint.binding.tables.lists import list_held
from pmcoach_lint.readers.calendar import DAY, WEEKDAY
from pmcoach_lint.readers.registry import said_by
from pmcoach_lint.readers.timed import clock_begins, says_minutes
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span

_SEVERAL = 2
_FEWEST = 3
_FEWEST_REVIEWS = 2
_NAME = rf"[*_\s]*{REVIEW.pattern}"
_REVIEW = regex(
    rf"{_NAME}(?:[^.:;\n]{{0,25}}?|:[*_]*\s*(?:{WEEKDAY}\.?,?\s+)?)(?<!\w)(?P<day>{DAY}|\d{{1,2}}\.\d{{1,2}}\.)",
    re.IGNORECASE,
    near=NEAR_REVIEW,
)
_REVIEW_OF_WEEK = regex(rf"(?=.{{0,40}}\b(?:week|wk|w)\s?\d){_NAME}", re.IGNORECASE, near=NEAR_REVIEW)
_FEWEST_ALIKE = 3
SAYS_WHEN = regex(
    rf"\b{WEEKDAY}|\d[:.]\d\d|\b(?:weekly|fortnightly|monthly|every|each)\b(?! session)|\.\W*$", re.IGNORECASE
)


def read_log(rest: Rest, field: Binding) -> list[Any]:
    """Read a list whose records are headed by a day, but for what is that of another list: tables, days of review.

    Where a part has a table for it, what is headed by a day beside that is something else.
    """
    held = {index: list_held(rest.binding, table.titles) for index, table in rest.tables.items()}
    if rest.path and field.shapes[0] == "table" and field.name in held.values():
        return []
    free = rest.free if rest.path else _without_others(rest, field)
    own = [index for index in free if held.get(index) in (None, field.name)] if rest.path else free
    reviews = reviews_in_bold(rest) if rest.binding.keeps_levels not in (None, field) else {}
    heads = review_heads(rest, rest.binding.keeps_levels) if rest.binding.keeps_levels not in (None, field) else {}
    own = [index for index in own if index not in reviews and index < min(heads, default=rest.region.last)]
    return rest.extraction.records.log(field, rest.region, own, rest.at(field.name))


def _without_others(rest: Rest, field: Binding) -> list[int]:
    """The pieces of a log but for tables right below the name of another list, which are read as that.

    Such a name may begin a heading: `Next entries and checks`.
    """
    others, pieces = [other for other in rest.binding.lists.values() if other is not field], rest.region.pieces
    for index, table in rest.tables.items():
        head = pieces[index - 1] if index else None
        for other in others if head and head.level else ():
            # one word begins a heading of whatever kind
            starts = tuple(f"{key} " for key in other.own_keys if " " in key or (head and key == head.keys[0]))
            is_its = names_records(other, table.titles) and other.name not in rest.data
            if head and is_its and f"{head.keys[0]} ".startswith(starts):
                at = rest.at(other.name)
                rest.extraction.keys[at], rest.extraction.values[at] = head.text, table.span
                rest.data[other.name] = rest.extraction.records.tables(other, [table], at)
                rest.use_up((index - 1, index))
    return rest.free


def read_dated(rest: Rest, field: Binding) -> None:
    """Read list items as days of review that begin with a day each; or those, and paragraphs, that begin as reviews."""
    items = {index: item for index, item in rest.items.items() if dated_items(rest.text, [item])}
    if rest.binding.lists.keys().isdisjoint(rest.data) and len(items) >= _FEWEST:
        listed(rest, field, items)
    elif field.name not in rest.data and (planned := _planned(rest, field, items)):
        listed(rest, field, planned)
    elif field.name not in rest.data:
        told = {**rest.items, **reviews_in_bold(rest)}
        found = {index: match for index, item in told.items() if (match := _REVIEW.match(rest.text, *item.text))}
        if len(found) >= _FEWEST_REVIEWS:
            rows = listed(rest, field, {index: told[index] for index in found})
            _with_days(rest, field, rows, [match.span("day") for match in found.values()])


def _planned(rest: Rest, field: Binding, dated: dict[int, Piece]) -> dict[int, Piece]:
    """The `dated` items of lists in which all are, if one is later than all that is told of other lists of the object.

    What stands below a name of its own that is unknown is something else.
    """
    undated = {item.group for index, item in rest.items.items() if index not in dated}
    found = {index: item for index, item in dated.items() if item.group not in undated}
    heads = [rest.pieces.get(index - 1) for index in found if index - 1 not in found]
    if len(found) < _FEWEST_REVIEWS or any(head and head.name and head.is_bare for head in heads):
        return {}
    others = (rows for name, rows in rest.data.items() if name in rest.binding.lists and name != field.name)
    told = max((str(row.get("date", "")) for rows in others for row in rows), default="")
    fronts = (day_in_front(rest.text, *item.text) for item in found.values())
    days = [said_by("date", rest.text[slice(*front.day)], rest.extraction.context) for front in fronts if front]
    return found if any(day is None or str(day) > told for day in days) else {}


def read_headed(rest: Rest, field: Binding) -> None:
    """Read the reviews that have a heading or a bold line each, with their day or week: `### Midpoint, 6 November`."""
    heads = review_heads(rest, field) if field.name not in rest.data else {}
    if not heads:
        return
    claimed, path, free = set[int](), rest.at(field.name), rest.free
    rows = rest.extraction.records.under_heads(field, rest.region, free, [*heads], path, claimed)
    rest.data[field.name] = rows
    rest.extraction.values[path] = (rest.region.pieces[min(heads)].text[0], rest.region.pieces[max(heads)].end)
    _with_days(rest, field, rows, [*heads.values()])
    _with_evidence(rest, field, rows, [*heads], claimed)
    rest.use_up(claimed)


def review_heads(rest: Rest, field: Binding) -> dict[int, Span]:
    """The headings and bold lines that head a review each, with the day that they name; none where these are too few.

    Where what is below bears names that only the records of another list have, they are of that.
    """
    heads: dict[int, Span] = {}
    for index, piece in rest.pieces.items():
        is_head = piece.level or (piece.role is Role.LABEL and piece.is_bare)
        told = _REVIEW.match(rest.text, *piece.text) if is_head else None
        if told or (is_head and _REVIEW_OF_WEEK.match(rest.text, *piece.text)):
            heads[index] = told.span("day") if told else (0, 0)
    if len(heads) < _FEWEST_REVIEWS:
        return {}
    below = [piece for index, piece in rest.pieces.items() if index > min(heads) and not field.knows(piece.keys)]
    others = (other for name, other in rest.binding.lists.items() if name != field.name)
    return {} if any(other.knows(piece.keys) for other in others for piece in below) else heads


def _with_evidence(rest: Rest, field: Binding, rows: list[Any], heads: list[int], claimed: set[int]) -> None:
    """Read what stands below the heads of reviews without a name as what is brought to them."""
    evidence, at = field.beside_levels, rest.at(field.name)
    if evidence is None or len(rows) != len(heads):
        return
    for number, (head, stop) in enumerate(pairwise([*heads, rest.region.last])):
        below = [rest.region.pieces[index] for index in range(head + 1, stop) if index in claimed]
        is_text = bool(below) and all(piece.role in (Role.LINE, Role.ITEM) and not piece.name for piece in below)
        if is_text and rows[number].keys().isdisjoint((evidence.name, "question")):
            span = (below[0].text[0], below[-1].end)
            rest.extraction.records.put(rows[number], evidence, span, (*at, number))
            rows[number] = field.in_order(rows[number])


def reviews_in_bold(rest: Rest) -> dict[int, Piece]:
    """The paragraphs that begin in bold with a word for reviews and their day: `**Review, 2 October.** Framing: …`."""
    heads = {at: rest.region.pieces[at] for at in rest.free if rest.region.pieces[at].role is Role.LABEL}
    told = {at: piece for at, piece in heads.items() if not piece.is_bare and _REVIEW.match(rest.text, *piece.text)}
    return {at: piece.as_item(with_name=True) for at, piece in told.items()}


def _with_days(rest: Rest, field: Binding, rows: list[Any], days: list[Span]) -> None:
    """Read the days that stand in the midst of what some records are called by, of those that have none."""
    date, at = field.holders.get("date"), rest.at(field.name)
    for number, day in enumerate(days) if date and len(rows) == len(days) else ():
        if date and date.name not in rows[number] and day[0] < day[1]:
            rest.extraction.records.put(rows[number], date, day, (*at, number))
            rows[number] = field.in_order(rows[number])


def read_followed(rest: Rest) -> None:
    """Read the only table that nothing else has told as what is followed up, where nothing else is."""
    field = next((bound for bound in rest.binding.lists.values() if bound.others), None)
    if field is None or not rest.path or field.name in rest.data:
        return
    tables = [table for table in rest.tables.values() if len(table.titles) >= _FEWEST]
    if len(tables) == 1 and list_held(rest.binding, tables[0].titles) is None and len(tables[0].row_spans) > 1:
        rest.extraction.values[rest.at(field.name)] = tables[0].span
        rest.data[field.name] = rest.extraction.records.tables(field, tables, rest.at(field.name))


def listed(rest: Rest, field: Binding, items: dict[int, Piece]) -> list[Any]:
    """Read a list that consists of these items."""
    pieces, at = [*items.values()], rest.at(field.name)
    rest.extraction.values[at] = (pieces[0].text[0], pieces[-1].end)
    rest.data[field.name] = rows = rest.extraction.records.items(field, pieces, at)
    rest.use_up(items)
    return rows


def read_timed(rest: Rest) -> None:
    """Read a list that a line without a label tells with its minutes: `Thursdays. Wins 5, decisions 10, reps 5`."""
    for field in rest.binding.timed_lists:
        if (name := field.name) in rest.data:
            continue
        if run := _timed_run(rest):
            tell_lengths(rest.extraction, field, listed(rest, field, run), rest.at(name))
            _use_up_head(rest, run)
            continue
        for piece in rest.texts.values():
            if rows := rest.extraction.records.in_minutes(field, piece.text, rest.at(name)):
                rest.tell(name, rows, piece.text)
                break


def read_timed_labels(rest: Rest) -> None:
    """Read such a list behind a label of whatever name: `Session: 10 min log; 20 min brief; 10 min next rep`.

    Behind one that says when sessions are it takes as long as that says: `Tuesdays, 30 min: 5 log, 20 brief, 5 next`.
    """
    for field in rest.binding.timed_lists:
        for piece in rest.region.inside if field.name not in rest.data else ():
            if not piece.name or piece.is_bare or piece.pieces:
                continue
            length = said_by("session-length", rest.text[slice(*piece.name)], rest.extraction.context)
            is_told = not SAYS_WHEN.search(rest.text, *piece.name)
            rows = rest.extraction.records.in_minutes(field, piece.value, rest.at(field.name))
            if rows and (is_told or (length and length["minutes"] == sum(row.get("minutes", 0) for row in rows))):
                rest.tell(field.name, rows, piece.value)
                break


def read_questions(rest: Rest) -> None:
    """Read a list without a name of which every item is a question, where questions to ask are not told yet."""
    for name, field in rest.binding.fields.items():
        if name in rest.data or rest.is_told(name) or field.kind != "list" or field.schema.get("x-says") != "prompt":
            continue
        run = _run(rest, lambda item: rest.text.find("?", *item.text) >= 0)
        if run:
            spans = [rest.extraction.unchecked(field, item) for item in run.values()]
            rest.data[name] = rest.extraction.several(field, spans, rest.at(name), (spans[0][0], spans[-1][1]))
            rest.use_up(run)
            _use_up_head(rest, run)


def _use_up_head(rest: Rest, run: dict[int, Piece]) -> None:
    """Take note of the line above a list, which names it in the author's own words, and may say how long it takes."""
    above = min(run) - 1
    head = rest.pieces.get(above)
    if head is None or head.role is not Role.LABEL or head.value[0] != head.value[1]:
        return
    if SAYS_WHEN.search(rest.text, *head.text):
        return  # `**Tuesdays at 9:30, 50 min.**` is how often sessions are
    uses = (column.use for field in rest.binding.fields.values() for column in field.names)
    length = next((use for use in uses if use.reader == "session-length"), None)
    if length and length.name not in rest.data:
        rest.say(length, head.text)
    rest.use_up((above,))


def _timed_run(rest: Rest) -> dict[int, Piece]:
    """The first list without a name each of whose items says how long it takes: `- 5 min: what changed`.

    It may say so by the clock, on which the first one begins at nought: `- 0–15: what changed`.
    """
    if run := _run(rest, lambda item: says_minutes(rest.text, item.text)):
        return run
    run = _run(rest, lambda item: clock_begins(rest.text, item.text) is not None)
    return run if run and clock_begins(rest.text, rest.pieces[min(run)].text) == 0 else {}


def _run(rest: Rest, is_one: Callable[[Piece], bool]) -> dict[int, Piece]:
    """The first items that stand together and are all of one kind, if they are not too few."""
    items, run = rest.items, dict[int, Piece]()
    for index in [*rest.free, rest.region.last]:
        item = items.get(index)
        if item and (not run or index - 1 in run) and is_one(item):
            run[index] = item
        elif len(run) >= _FEWEST_ALIKE:
            return run
        else:
            run = {}
    return {}


def items_of_labels(rest: Rest, field: Binding) -> list[Piece]:
    """The items inside which most that a record needs stands behind labels, where records are people, and several."""
    title = field.title_field
    if title is None or not title.is_person or "items" not in field.shapes:
        return []
    items = [item for item in rest.items.values() if len(_needs_told(field, item)) * 2 >= len(field.required)]
    return items if len(items) >= _SEVERAL else []


def _needs_told(field: Binding, item: Piece) -> set[str]:
    """What a record of `field` needs that labels inside an item tell, two things at least."""
    told = {use.name for piece in item.pieces for key in piece.keys for use in field.by_key.get(key, ())}
    return told & field.required if len(told & field.required) >= _SEVERAL else set()
