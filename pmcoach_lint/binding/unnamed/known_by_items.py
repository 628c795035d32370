"""Lists without a name that is known, told by what their items are: minutes, questions; a table of measures."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.binding.records.lengths import tell_lengths
from pmcoach_lint.binding.rest import Rest
from pmcoach_lint.binding.tables.columns import list_held
from pmcoach_lint.readers.calendar import WEEKDAY
from pmcoach_lint.readers.timed import clock_begins, says_minutes
from pmcoach_lint.regex import regex

_FEWEST = 3
_FEWEST_ALIKE = 3
_SAYS_WHEN = regex(
    rf"\b{WEEKDAY}|\d[:.]\d\d|\b(?:weekly|fortnightly|monthly|every|each)\b(?! session)|\.\W*$", re.IGNORECASE
)


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
    for name, field in rest.binding.lists.items():
        if name in rest.data or not field.only_minutes:
            continue
        if run := _timed_run(rest):
            tell_lengths(rest.extraction, field, listed(rest, field, run), rest.at(name))
            _use_up_head(rest, run)
            continue
        for piece in rest.texts.values():
            if rows := rest.extraction.records.in_minutes(field, piece.text, rest.at(name)):
                rest.tell(name, rows, piece.text)
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
    if _SAYS_WHEN.search(rest.text, *head.text):
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
