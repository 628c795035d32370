"""Text without a name of its own: changes, lines and items without a label, and what is said in passing.

So it is in `20 hours/week, €120/hour, €10,400 a month`, and in the lines that follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pmcoach_lint.binding.labels import split_label
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import MISSING, Piece, Role, stretch
from pmcoach_lint.binding.rest import Rest
from pmcoach_lint.binding.unnamed.begun import run_of
from pmcoach_lint.readers.registry import FINDERS
from pmcoach_lint.readers.several import split_sentences
from pmcoach_lint.readers.text import plain
from pmcoach_lint.readers.unreadable import several_figures
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, trim

_HOW_OFTEN = regex(r"\d|\b(?:\w*day|\w*week)", re.IGNORECASE)
_WORD = regex(r"[^\W_]+")
_FEW = 2
"""So many words beside its values a line may have and still be nothing but values: `€10,400 a month in total`."""

_LEAST_PRICE = 1000
"""So much money without a period is the price of the whole, and less that of an hour or a day. Our own figure."""

_COMPARED = regex(r"\b(?:compared\s(?:with|to)|instead\sof|rather\sthan|as\sopposed\sto|versus|vs\.?)\s", re.IGNORECASE)
"""What begins with what another price is compared: `€72,000, compared with €135,000 for 30 h/week`."""

_LABEL = regex(r"[^\W\d_]+(?:[ /-][^\W\d_]+){0,2}:?")
_FEWEST_LABELS = 2
_ADDED = regex(r"(?:\s\w+){0,2}\s*(?:\+|,?\s?(?:plus|and)\b|,)\s*(?=[~\d])")
"""What stands between two efforts that are added up, with what each is for: `~6h/wk remote + 2 days/month`."""

_OF_WEEKS = regex(r"[*_\s]*(?:weeks?|wks?|w)\.?\s?\d", re.IGNORECASE)
_NEXT_WEEKS = regex(r"[·;,.|/]\s+[*_]{0,2}(?:weeks?|wks?|w)\.?\s?\d", re.IGNORECASE, near="w")
"""With what one of several stages on the way begins, and the next one on its line."""


def read_changes(rest: Rest) -> None:
    """Read the first sentence that says what is and what is to be: `Expert Executor → Strategic Advisor`."""
    uses, fields, extraction = rest.binding.change_uses, rest.binding.fields, rest.extraction
    stages = [index for index, piece in rest.texts.items() if _OF_WEEKS.match(rest.text, *piece.text)] if uses else []
    for index, piece in rest.texts.items() if uses else ():
        start, end = piece.text
        if index in stages and (len(stages) > 1 or _NEXT_WEEKS.search(rest.text, start, end)):
            continue  # one of several stages on the way
        stop = rest.text.find(". ", start, end)
        said = rest.text[start : stop if stop >= 0 else end].rstrip(".")
        if not all(use.name not in rest.data and extraction.can_parse(fields[use.name], said, use) for use in uses):
            continue
        for use in uses:
            value = extraction.read_text(fields[use.name], said, (start, start + len(said)), rest.at(use.name), use)
            if value is MISSING:
                continue  # by when, which nobody has said
            at = said.find(value) if use.part == "from" else said.rfind(value)  # not `Application` for Apply
            rest.tell(use.name, value, (start + at, start + at + len(value)) if at >= 0 else (start, start + len(said)))
        if stop < 0:
            rest.free.remove(index)
        else:
            _read_labelled(rest, (stop + 1, end))
        return


def _read_labelled(rest: Rest, span: Span) -> None:
    """Read what sentences tell behind labels of their own: `Gap: nobody asks me. Target: Strategic Advisor`."""
    end = span[1]
    for sentence in [*split_sentences(rest.text, trim(rest.text, span))][::-1]:
        label = split_label(rest.text, sentence)
        use = next(iter(rest.binding.uses_of(rest.text[slice(*label.name)])), None) if label else None
        if label and use and not rest.is_told(use.name):
            rest.extraction.keys[rest.at(use.name)] = label.name
            rest.put(rest.binding.fields[use.name], stretch((label.value[0], end), use))
            end = len(rest.text[: sentence[0]].rstrip())


def read_free_text(rest: Rest) -> None:
    """Read the lines and items without a label, and the values that stand in the first of them."""
    first, others, listed = map(rest.binding.free_fields.get, ("first", "rest", "items"))
    again = _told_again(rest, first)
    texts = {index: piece for index, piece in rest.texts.items() if index not in again}
    indexes, pieces = [*texts], [*texts.values()]
    if first and not rest.is_told(first.name):
        introduction = rest.extraction.introduced.get(rest.path)
        if pieces:
            length = _length_of_first(rest.text, pieces, rest.binding.found_fields)
            rest.put(first, run_of(pieces[:length]))
            indexes, pieces = indexes[length:], pieces[length:]
        elif introduction and _HOW_OFTEN.search(rest.text, *introduction):  # `Agenda: weekly, 45 min in all`
            rest.put(first, stretch(introduction))
    if others and others.kind == "value":
        pieces = _first_stretch(indexes, pieces)
    items = [piece for piece in pieces if piece.role is Role.ITEM]
    if listed and listed.kind == "list":
        items = _without_labels(rest, items or [piece for piece in pieces if piece.role is Role.LINE])
    for field, own in ((others, pieces), (listed, items)):
        if field and not rest.is_told(field.name) and own:
            is_text = field is listed and field.kind == "value"
            rest.put(field, run_of(_first_items(rest) if is_text else own))
            if is_text:
                _read_boxes(rest, rest.extraction.values[rest.at(field.name)])
    if first and first.name in rest.data:
        _read_inside(
            rest, first, [rest.extraction.values[rest.at(first.name)], *(piece.value for piece in again.values())]
        )


def _told_again(rest: Rest, first: Binding | None) -> dict[int, Piece]:
    """The pieces that bear another name of the `first` text, which is told already: `Price: …`, and `Basis: …`."""
    keys = first.own_keys if first and rest.is_told(first.name) else frozenset[str]()
    named = {index: piece for index, piece in rest.texts.items() if piece.name} if keys else {}
    return {index: piece for index, piece in named.items() if not keys.isdisjoint(piece.keys)}


def _without_labels(rest: Rest, items: list[Piece]) -> list[Piece]:
    """Those of the `items` that are no labels with their values, which the record consists of: `**Strengths:** calm`.

    It does where two labels or more in bold are known in it. What has a number in front tells what was seen where.
    """
    text, inside = rest.text, rest.region.inside
    known = [piece for piece in inside if piece.name and _is_bold(text, piece) and rest.binding.knows(piece.keys)]
    if len(known) < _FEWEST_LABELS:
        return items
    return [piece for piece in items if not (_is_bold(text, piece) and _LABEL.fullmatch(text, *(piece.name or (0, 0))))]


def _is_bold(text: str, piece: Piece) -> bool:
    return piece.name is not None and not piece.runs_in and text.startswith(("*", "_"), piece.name[0] - 1)


def _first_items(rest: Rest) -> list[Piece]:
    """The first items that follow on each other."""
    items = rest.items
    first = min(items)
    return [piece for place, (index, piece) in enumerate(items.items()) if index == first + place]


def _read_boxes(rest: Rest, span: Span) -> None:
    """Read how a record stands whose items have boxes: open while none of them is ticked, done when all are."""
    open_ones, ticked = rest.text.count("[ ]", *span), rest.text.count("[x]", *span)
    stands = next((bound for bound in rest.binding.found_fields if "done" in bound.words), None)
    if stands and stands.name not in rest.data and (open_ones == 0) != (ticked == 0):
        rest.tell(stands.name, stands.words.get("done" if ticked else "open"), span)


def _read_inside(rest: Rest, first: Binding, spans: list[Span]) -> None:
    """Read what the first text says besides, without a label, where it is told: `Weekly, Thursdays, 45 minutes`."""
    for span in spans:
        for use in rest.binding.in_passing.get(first.names[0].key, ()):
            if use.name not in rest.data:
                rest.say(use, span)
        for name, value, where in _found_in(rest.text, span, rest.binding.found_fields):
            if not rest.is_told(name):
                rest.tell(name, value, where)
        prices = [bound for bound in rest.binding.found_fields if bound.reader == "money" and bound.periods]
        if prices and not any(rest.is_told(bound.name) for bound in prices):
            _tell_prices(rest, prices[0], span)
        efforts = [bound for bound in rest.binding.found_fields if bound.reader == "hours"]
        for effort in (bound for bound in efforts if not rest.is_told(bound.name)):
            _tell_efforts(rest, effort, span)


def _tell_efforts(rest: Rest, effort: Binding, span: Span) -> None:
    """Report that a text adds up hours and days of different periods: `6 h/week + 2 days/month`."""
    found = [where for _, where in _candidates(rest.text, span, effort)]
    added = (_ADDED.match(rest.text, one[1]) for one in found[:-1])
    if len(found) > 1 and all(joint and joint.end() == other[0] for joint, other in zip(added, found[1:], strict=True)):
        where = (found[0][0], found[-1][1])
        hint = "Tell all of it in one figure: 42 hours a month."
        rest.extraction.offences.append(several_figures(plain(rest.text[slice(*where)])).but(hint=hint).at(where))


def _tell_prices(rest: Rest, price: Binding, span: Span) -> None:
    """Report that a text tells several prices, of which nobody can say which one is meant."""
    said = rest.text[slice(*span)]
    if len(FINDERS["money"](said)) > 1 and not rest.extraction.can_parse(price, said, Use(price.name)):
        hint = "Tell the one that counts behind a label: **Rate**: €120/hour, or **Total**: €9,600 a month."
        rest.extraction.offences.append(several_figures(plain(said)).but(hint=hint).at(span))


def _first_stretch(indexes: list[int], pieces: list[Piece]) -> list[Piece]:
    """The first of the `pieces` that follow on each other, from the first text on that is not behind a label."""
    first = next((at for at, piece in enumerate(pieces) if piece.role is not Role.LABEL), 0)
    last = first + 1
    while last < len(indexes) and indexes[last] == indexes[last - 1] + 1:
        last += 1
    return pieces[first:last]


def _length_of_first(text: str, pieces: list[Piece], fields: tuple[Binding, ...]) -> int:
    """How many of the `pieces` make up the first text: an item or a paragraph, and what follows and is only values."""
    length = 1
    while length < len(pieces):
        piece, before = pieces[length], pieces[length - 1]
        goes_on = piece.role == before.role != Role.ITEM and piece.group == before.group
        if not goes_on and not _is_values(text, piece, fields):
            break
        length += 1
    return length


def _is_values(text: str, piece: Piece, fields: tuple[Binding, ...]) -> bool:
    """Whether the text of a piece is nothing but values of the `fields`."""
    spans = [span for field in fields for _, span in _candidates(text, piece.text, field)]
    begins = [match.start() for match in _WORD.finditer(text, *piece.text)]
    words = [begin for begin in begins if not any(start <= begin < end for start, end in spans)]
    return bool(spans) and len(words) <= _FEW


def _found_in(text: str, span: Span, fields: tuple[Binding, ...]) -> Iterator[tuple[str, Any, Span]]:
    """The values of the `fields` inside the text at `span`, by name with their spans; what may be two is left out."""
    for field in fields:
        candidates = _candidates(text, span, field)
        if len(candidates) == 1:
            yield (field.name, *candidates[0])


def _candidates(text: str, span: Span, field: Binding) -> list[tuple[Any, Span]]:
    """The values inside the text at `span` that may be meant by the `field`, but for those of what it is compared with.

    The price of the whole stands in no brackets, where others may: `€72,000 (6 × €12,000)`.
    """
    finder = FINDERS.get(field.reader or "")
    compared = _COMPARED.search(text, *span) if finder else None
    said = text[span[0] : compared.start() if compared else span[1]]
    found = finder(said) if finder else []
    prices = [value for (start, _), value in found if said.count("(", 0, start) <= said.count(")", 0, start)]
    return [
        (value, (span[0] + start, span[0] + end))
        for (start, end), value in found
        if field.periods is None
        or value.get("per") in field.periods
        or ("project" in field.periods and prices == [value] and "per" not in value and value["from"] >= _LEAST_PRICE)
    ]
