"""Lists without a name that is known, told by what all their items have: minutes, or question marks."""

from __future__ import annotations

import re
from collections.abc import Callable

from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.binding.rest import Rest
from pmcoach_lint.binding.unnamed.tracked import listed
from pmcoach_lint.readers.calendar import WEEKDAY
from pmcoach_lint.readers.timed import lengths_of_clock, says_minutes
from pmcoach_lint.regex import regex

_FEWEST_ALIKE = 3
_SAYS_WHEN = regex(
    rf"\b{WEEKDAY}|\d[:.]\d\d|\b(?:weekly|fortnightly|monthly|every|each)\b(?! session)|\.\W*$", re.IGNORECASE
)


def read_timed(rest: Rest) -> None:
    """Read a list that a line without a label tells with its minutes: `Thursdays. Wins 5, decisions 10, reps 5`."""
    for name, field in rest.binding.lists.items():
        if name in rest.data or not field.only_minutes:
            continue
        if run := _timed_run(rest):
            lengths_of_clock(listed(rest, field, run), field.only_minutes.name)
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
    """The first list without a name each of whose items says how long it takes: `- 5 min: what changed`."""
    return _run(rest, lambda item: says_minutes(rest.text, item.text))


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
