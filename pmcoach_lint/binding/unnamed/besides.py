"""What is told besides: further on in a line, and once for all bets beside the plans of one bet each."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.named.hits import is_spoken
from pmcoach_lint.binding.named.reach import place_of
from pmcoach_lint.binding.outline import Piece, Place, Region, Role, region_of, stretch
from pmcoach_lint.binding.tables.fields import NOT_ONE
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.text import is_nothing, plain_at
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, trim
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_LABEL = regex(
    r"(?P<end>[.;?!)])\s+(?P<mark>\*\*|__|)(?P<name>[^\W\d_][^:.;!?*_\n]{0,40})(?::(?P=mark)|(?P=mark):)\s+",
    near=". ; ? ! )",
)
_CHANGE = regex(
    r"(?:(?<!\s)\s*(?:[,:;]|(?P<opened>\())|(?<!\s)\s+(?:-|[–—]))\s*(?P<change>[^,:;()\n]{1,60})(?(opened)\))\s*$",
    near=", : ; ( - – —",
)
_STEP_AND_MORE = regex(
    r"[,:;]\s+(?P<change>[^,:;()\n→]{1,30}(?:\(\d\)\s*)?(?:\bto\b|-{1,2}>|→)[^,:;()\n]{1,40}(?:\(\d\))?)(?=\s*[,;(.]|\s*$)",
    near=", : ;",
)
"""A change behind a name, with more behind it: `A, from Apply (3) to Analyze (4), with first signs of 5`."""

_FOR_ALL = regex(
    r"\b(?:both|all|each|every)(?:\s+(?:of\s+the\s+)?(?:growth\s+)?bets?)?\b",
    re.IGNORECASE,
    near="both all each every",
)
_FOR = regex(r"[\s,(–—-]*\bfor\s*$|[\s,(–—-]+$", re.IGNORECASE)
_FOR_ONE = regex(r"[\s,–—-]+(?:for\s+)?(?:the\s+)?(?:(?:growth\s+)?bet\s+(?:\d|[A-H])|B\d|(?<=for\s)[A-H])\W*$")
_FEWEST = 2


def with_told_besides(
    extraction: Extraction, binding: Holder, places: dict[str, Place], path: Path
) -> dict[str, Place]:
    """The `places`, with those of labels further on in a line: `Cadence: weekly, 45 min; coach time: 1 h a week`.

    Only labels of what is more than text count there: what follows them must read as the field's value. A list goes on
    with the labels of others: `Strengths: depth, calm. Gaps: length`, and a text with one that begins a sentence and
    has to be there: `Trust: the CEO calls first. Openness: medium`. Those in bold count always: `**My part:** the
    question. **Theirs:** the decision`. A change of levels needs no label: `Competency: Framing, Apply → Analyze`.
    """
    if binding.change_uses:
        _with_change(extraction, binding, places)
    _with_columns(binding, places)
    text = extraction.text
    for name, place in tuple(places.items()):
        start, end = place.value
        if start < end and name in binding.required and isinstance(binding, Binding) and "loose" in binding.mark:
            _with_lists(extraction, binding, places, name, path)
            continue
        is_list = binding.fields[name].kind == "list"
        is_told = places[name] is not place  # by a label further on, and before that it was only said in passing
        if is_told or not (is_list or binding.fields[name].kind == "value") or text.find(":", start, end) < 0:
            continue
        for match in [*_LABEL.finditer(text, start, end)][::-1]:
            use = next(iter(binding.by_key.get(name_key(match["name"]), ())), None)
            value = trim(text, (match.end(), end))
            if use is None or _is_told(places, name, use):
                if is_list or "," in match["name"]:
                    continue
                break
            is_sentence = match["mark"] or _begins_sentence(binding, name, use, match)
            is_sure = is_sentence or (is_list and binding.fields[use.name].kind == "list")
            if not is_sure and not _is_value(extraction, binding.fields[use.name], use, value):
                break
            extraction.keys[(*path, use.name)] = match.span("name")
            places[use.name] = stretch(value, use)
            end = match.end("end") if is_sentence or match["end"] not in ".;" else match.start()
            places[name] = place._replace(value=(start, end))
    return places


def _with_columns(binding: Holder, places: dict[str, Place]) -> None:
    """Add to `places` other lists of texts for which the table of one has columns: `Bet | Coach does | Measure`."""
    for name, place in tuple(places.items()):
        below = place.region
        is_one = below.last - below.first == 1 and binding.fields[name].kind == "list"
        table = below.pieces[below.first].table if is_one else None
        for column, title in enumerate(table.titles) if table else ():
            use = next(iter(binding.uses_of(title)), None)
            if table is None or use is None or use.name in places or binding.fields[use.name].kind != "list":
                continue
            head = Piece(below.pieces[below.first].outline, Role.LABEL, table.header[column], 0)
            head.be_named(head.text, (head.text[1], head.text[1]))
            told = [cell for cells in table.rows if (cell := _text_of(table, cells, column))]
            cells = [Piece(head.outline, Role.ITEM, cell, 0) for cell in told]
            places[use.name] = Place(head, head.value, region_of(cells), use)


def _text_of(table: Table, cells: list[Span], column: int) -> Span | None:
    """The text of a list that a row tells in its column: that cell, or the first one where that says `Yes` to it."""
    said = plain_at(table.text, cells[column]) if column < len(cells) else ""
    if name_key(said) == "yes" and column:
        return cells[0]
    return None if is_nothing(said) or name_key(said) in NOT_ONE else cells[column]


def _with_lists(extraction: Extraction, binding: Binding, places: dict[str, Place], name: str, path: Path) -> None:
    """Add to `places` the parts that are named further on in the line of one: `Risks: a freeze. Next: B by Friday`."""
    place = places[name]
    cuts = [
        (match, use)
        for match in _LABEL.finditer(extraction.text, *place.value)
        for use in binding.by_key.get(name_key(match["name"]), ())
        if use.name in binding.required and use.name not in places
    ]
    ends = [*(match.end("end") for match, _ in cuts), place.value[1]]
    for (match, use), end in zip(cuts, ends[1:], strict=True):
        extraction.keys[(*path, use.name)] = match.span("name")
        places.setdefault(use.name, stretch((match.end(), end), use))
    if cuts:
        places[name] = place._replace(value=(place.value[0], ends[0]))


def _is_told(places: dict[str, Place], name: str, use: Use) -> bool:
    """Whether a field has a place that is more than what is said in passing in that of the field `name`."""
    return use.name == name or (use.name in places and places[use.name].piece is not places[name].piece)


def _begins_sentence(binding: Holder, name: str, use: Use, label: re.Match[str]) -> bool:
    """Whether a label behind the text `name` begins a sentence of its own, and names a text that has to be there."""
    is_new = label["end"] == "." and label["name"][0].isupper() and use.name in binding.required
    return is_new and all(
        binding.fields[each].is_text and not binding.fields[each].is_prose for each in (name, use.name)
    )


def _is_value(extraction: Extraction, field: Binding, use: Use, span: Span) -> bool:
    """Whether the text at `span` reads as a value of `field`, which is more than text."""
    is_more = field.kind == "value" and bool(field.reader or field.words)
    return is_more and extraction.can_parse(field, plain_at(extraction.text, span).rstrip("."), use)


def _with_change(extraction: Extraction, binding: Holder, places: dict[str, Place]) -> None:
    """Add to `places` the change that is told behind the name of what changes, where nothing else tells it."""
    uses = binding.change_uses
    if any(use.name in places for use in uses):
        return
    for name, place in tuple(places.items()):
        if not binding.fields[name].reference or place.is_bare:
            continue
        for pattern in (_CHANGE, _STEP_AND_MORE):
            behind = pattern.search(extraction.text, *place.value)
            if behind and all(extraction.can_parse(binding.fields[use.name], behind["change"], use) for use in uses):
                places[name] = place._replace(value=(place.value[0], behind.start()))
                places.update({use.name: stretch(behind.span("change"), use) for use in uses})
                return


def told_for_all(extraction: Extraction, binding: Holder, region: Region, path: Path) -> tuple[Region, dict[str, Any]]:
    """Read what stands beside the records of a list, and not in one of them.

    That is what bears the name of a field under a heading as high as those of the records, what says that it is for all
    of them, and a paragraph behind records that tell what is theirs in list items, or are columns of a table.

    Args:
        extraction: what reads the document.
        binding: the plan.
        region: where it stands.
        path: its path.

    Returns:
        The region without what is for all, and that by the names of its fields.
    """
    records = next((bound for bound in binding.lists.values() if bound.nouns), None)
    pieces, data = region.pieces, dict[str, Any]()
    named = {at: field for at in region.indexes if (field := _named(binding, pieces[at]))}
    heads = _heads_of_all(records, region) if records and named else []
    if heads:  # what belongs to a record that is an item stands below that, and to one with a heading beside it
        is_item = pieces[heads[-1]].role is Role.ITEM
        named = {at: field for at, field in named.items() if (pieces[at].role is Role.ITEM) is is_item}
    claimed: set[int] = set()
    for at in named if records and heads else ():
        field = named[at]
        if field.name in data or not _is_beside(records, region, heads, at, claimed):
            continue
        stop = next((other for other in (*named, *heads) if other > at), region.last)
        place = place_of(field, region, at, stop, Use(field.name))
        extraction.put(data, field, place, path)
        claimed.update((at, *range(*place.claims)))
    return (region.without(claimed) if claimed else region), data


def told_of_one(binding: Holder, region: Region) -> None:
    """Have labels that say which bet they are for bear the name of what is told once as well: `Stretch for A: …`."""
    for piece in region.inside:
        if piece.name is None or piece.is_bare or binding.knows(piece.keys):
            continue
        name = piece.outline.text[slice(*piece.name)]
        if (said := _FOR_ONE.search(name)) and (key := name_key(name[: said.start()])) in binding.with_weeks:
            piece.keys = (*piece.keys, key)


def opened_up(binding: Holder, region: Region) -> Region:
    """The region with what stands below an item in its stead, where that only leads to records: `- Practice loops`."""
    records = next((bound for bound in binding.lists.values() if bound.nouns and "sections" in bound.shapes), None)
    items = (at for at in region.indexes if records and region.pieces[at].role is Role.ITEM)
    leads = {at for at in items if records and _leads_to(records, region.pieces[at])}
    opened = (pieces.pieces if at in leads else [pieces] for at, pieces in enumerate(region.inside, region.first))
    return region_of([piece for pieces in opened for piece in pieces]) if leads else region


def _leads_to(records: Binding, piece: Piece) -> bool:
    """Whether an item, which heads no record, has below it the items that head several."""
    if not piece.pieces or is_spoken(records, piece):
        return False
    return sum(inside.role is Role.ITEM and is_spoken(records, inside) for inside in piece.pieces) >= _FEWEST


def _named(binding: Holder, piece: Piece) -> Binding | None:
    """The field that a piece names, with or without saying that it is for all: `Coach, for both bets: …`.

    A line behind records may name it in words of its own: `Things that must exist at the end: …`.
    """
    if piece.name is None:
        return None
    once = binding.with_weeks
    for key in piece.keys:
        if key in once:
            return once[key]
    said = _FOR_ALL.search(piece.outline.text, *piece.name)
    if said:
        return once.get(name_key(_FOR.sub("", piece.outline.text[piece.name[0] : said.start()])))
    is_line = piece.role is Role.LINE and bool(once) and not piece.is_bare
    told = binding.fields.get(binding.told_by_clues(piece.keys[0]) or "") if is_line else None
    return told if told and "with" in told.mark else None


def _heads_of_all(records: Binding, region: Region) -> list[int]:
    """The pieces that head a record each, two or more; or the last table in which each is a column."""
    within = region.indexes
    heads = [at for at in within if is_spoken(records, region.pieces[at])]
    for is_item in (False, True):
        found = [at for at in heads if (region.pieces[at].role is Role.ITEM) is is_item]
        if len(found) >= _FEWEST:
            return found
    tables = [at for at in within if (table := region.pieces[at].table) and _has_columns(records, table.titles)]
    return tables[-1:]


def _has_columns(records: Binding, titles: tuple[str, ...]) -> bool:
    """Whether columns of a table are headed as records."""
    nouns = records.nouns
    return nouns is not None and sum(nouns.match(title) is not None for title in titles) >= _FEWEST


def _is_beside(records: Binding | None, region: Region, heads: list[int], at: int, claimed: set[int]) -> bool:
    """Whether the piece at that place stands beside the records headed by those at `heads`, as those `claimed` do."""
    pieces = region.pieces
    piece, head = pieces[at], pieces[heads[-1]]
    if head.role is Role.ITEM:
        return True
    if records is None or at < heads[-1]:
        return at < heads[0]
    if _FOR_ALL.search(piece.outline.text, *(piece.name or piece.text)):
        return True
    above = (pieces[other].level for other in range(heads[0] - 1, region.first - 1, -1) if pieces[other].level)
    level = head.level or next(above, 0)  # that of the heading above records that are headed by labels
    if piece.level > level or not (piece.level or _has_items(pieces, heads, at)):
        return False
    told = (pieces[other] for other in range(heads[0] + 1, at) if other not in heads and other not in claimed)
    own = [other for other in told if records.knows(other.keys)]
    if piece.level:
        return not any(0 < other.level <= level for other in own)
    return all(other.role is Role.ITEM for other in own)


def _has_items(pieces: list[Piece], heads: list[int], at: int) -> bool:
    """Whether each record is a table, or has a list right below its head."""
    return all(
        pieces[head].table or any(piece.role is Role.ITEM for piece in pieces[head + 1 : stop])
        for head, stop in pairwise([*heads, at])
    )
