"""What stands in a text without a name of its own: tables known by their columns, records by their noun, free text."""

from __future__ import annotations

import re
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.named.hits import find_hits
from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.binding.own_text.heads import begins_with_id
from pmcoach_lint.binding.own_text.in_a_line import read_beside_step, read_lines, read_steps, read_today
from pmcoach_lint.binding.records.apart import Apart, with_ladder
from pmcoach_lint.binding.records.items import name_before_dash
from pmcoach_lint.binding.records.kept import read_kept
from pmcoach_lint.binding.records.named_ladders import read_named_ladders
from pmcoach_lint.binding.records.sections import SectionHeads
from pmcoach_lint.binding.records.shared_ladders import share_ladders
from pmcoach_lint.binding.records.told_of_each import tell_of_each
from pmcoach_lint.binding.rest import Rest
from pmcoach_lint.binding.tables.fields import read_label_tables, tells_fields
from pmcoach_lint.binding.tables.lists import find_tables
from pmcoach_lint.binding.tables.mixed import read_mixed
from pmcoach_lint.binding.unnamed.begun import read_begun, read_broken_off
from pmcoach_lint.binding.unnamed.called import read_called
from pmcoach_lint.binding.unnamed.free_text import read_changes, read_free_text
from pmcoach_lint.binding.unnamed.known_by_items import (
    SAYS_WHEN,
    items_of_labels,
    read_dated,
    read_followed,
    read_headed,
    read_log,
    read_questions,
    read_timed,
    read_timed_labels,
)
from pmcoach_lint.binding.unnamed.loose_parts import read_loose_parts
from pmcoach_lint.binding.unnamed.told_levels import read_told_levels
from pmcoach_lint.binding.unnamed.whose_table import is_inside, is_turned, tells_no_days
from pmcoach_lint.names import PM_HANDLE
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span

_PM = regex(rf"[*_`\s]*{PM_HANDLE}\b", re.IGNORECASE)
_PM_IN_BOLD = regex(rf"[*_]{{2}}`?{PM_HANDLE}\b", re.IGNORECASE)


def read_rest(rest: Rest) -> None:
    """Read all that bears no name in an object."""
    binding = rest.binding
    if rest.free:
        _read_free(rest)
    if binding.timed_lists:
        read_timed_labels(rest)
    if binding.tells_weeks:
        read_beside_step(rest)
    if binding.begun_fields:
        read_begun(rest)
    if binding.free_fields:
        read_free_text(rest)


def _read_free(rest: Rest) -> None:
    """Read the pieces that nothing has told yet what they are."""
    binding = rest.binding
    read_loose_parts(rest)
    read_broken_off(rest)
    if binding.column_lists:
        with_ladder(rest, binding.column_lists[0])
    if binding.tells_weeks:
        read_lines(rest)
        read_steps(rest)
    if binding.level_so_far:
        read_today(rest, binding.level_so_far)
    if binding.lists and binding.change_uses:
        read_changes(rest)  # before a list takes its line for a record
    if rest.path and len(binding.fields) > 1:
        tables = {index: table for index, table in rest.tables.items() if not is_turned(rest, table)}
        rest.use_up([index for index, table in tables.items() if read_mixed(rest, table)])
    if binding.keeps_levels:
        _levels(rest, binding.keeps_levels)
    if binding.called:
        read_called(rest)
    _records(rest)
    read_told_levels(rest)
    _apart(rest)
    read_label_tables(rest)
    read_changes(rest)
    read_timed(rest)
    read_questions(rest)
    read_followed(rest)


def _records(rest: Rest) -> None:
    """Read lists of records without a heading: tables by their columns, sections by their noun."""
    records, data = rest.extraction.records, rest.data
    pending = {name: field for name, field in rest.binding.lists.items() if name not in data}
    own, claimed = rest if rest.path else rest._replace(free=_without_titles(rest)), set[int]()
    for name, field in pending.items():
        if field.day and (rows := read_log(own, field)):
            data[name] = rows
    for name, field in pending.items():
        if name not in data and (rows := _before_tables(own, field)):
            data[name] = rows
    for block in _blocks(own) if pending else ():
        for name, held in find_tables(rest.binding, block).items():
            listed = [table for table in held if not tells_fields(rest, table)]
            tables = [table for table in listed if name not in pending or not is_inside(own, pending[name], table)]
            if tables and name in pending and name not in data and not tells_no_days(rest, pending[name], tables):
                rest.extraction.values[rest.at(name)] = tables[0].span
                data[name] = records.tables(pending[name], tables, rest.at(name))
    for name, field in pending.items():
        is_usual = field.mark.get("scaffold", True)  # what seldom stands there is told by its noun, or not at all
        is_open = name not in data and ((field.nouns and is_usual) or not field.names)
        places = _places(own, field) if is_open else []
        if places and (rows := records.unnamed(field, rest.region, places, rest.at(name), claimed)):
            data[name] = rows
    rest.use_up(claimed)


def _levels(rest: Rest, field: Binding) -> None:
    """Read the records of a list that tell levels of bets in a line each."""
    items, at = rest.items, rest.at(field.name)
    if field.name not in rest.data and (rows := read_kept(rest.extraction, field, [*items.values()], at)):
        rest.data[field.name] = rows
        rest.use_up(items)


def _apart(rest: Rest) -> None:
    """Read what is told apart from the records of a list: ladders below the table of competencies; days alone."""
    if rest.binding.keeps_levels:
        read_headed(rest, rest.binding.keeps_levels)
        read_dated(rest, rest.binding.keeps_levels)
    for field in rest.binding.laddered:
        if field.name in rest.data:
            records, at = rest.data[field.name], rest.at(field.name)
            apart = Apart(rest.extraction, field, records, at)
            apart.read(rest.region, rest.free)
            read_named_ladders(apart, rest.region, rest.free)
            share_ladders(apart, rest.region, rest.free)
            named = [(index, piece) for index, piece in rest.texts.items() if piece.name]
            rest.use_up([index for index, one in named if tell_of_each(rest.extraction, field, records, at, one)])


def _before_tables(rest: Rest, field: Binding) -> list[Any]:
    """Read records that are told otherwise than in the tables that stand among them, if they are."""
    records, at = rest.extraction.records, rest.at(field.name)
    if not rest.path:
        return records.whole(field, rest.region, rest.free, at) if not field.names and not field.day else []
    if items := _spoken(rest, field) or _people(rest, field) or items_of_labels(rest, field):
        return records.items(field, items, at)
    heads = SectionHeads(rest.extraction, field, rest.region) if field.column_lists and rest.tables else None
    if heads and len(heads.called_in_ladders(rest.free)) > 1:
        claimed = set[int]()
        rows = records.unnamed(field, rest.region, rest.free, at, claimed)
        rest.use_up(claimed)
        return rows
    return records.heads(field, _told_of_people(rest, field), at) or records.with_added(field, rest.region, at)


def _spoken(rest: Rest, field: Binding) -> list[Piece]:
    """The items, where one of them begins with the noun of a record: `- Rep: one frame`.

    In a list that names values of the object, one with a name of its author's own that is no time is something else.
    """
    nouns = field.nouns if "sections" not in field.shapes and "items" in field.shapes else None
    items = [*rest.items.values()] if nouns else []
    spoken = [item for item in items if nouns and nouns.match(rest.text, *item.text)]
    if not spoken:
        return []
    named = {piece.group for piece in rest.region.inside if piece.role is Role.ITEM and rest.binding.knows(piece.keys)}
    return [item for item in items if item in spoken or item.group not in named or not _names_no_time(rest, item)]


def _names_no_time(rest: Rest, item: Piece) -> bool:
    """Whether an item has a name that does not tell when: `What comes home: …`, but not `From week 3 on: …`."""
    name = rest.text[slice(*item.name)] if item.name else ""
    return bool(name) and not (any(map(str.isdigit, name)) or SAYS_WHEN.search(name))


def _people(rest: Rest, field: Binding) -> list[Piece]:
    """The items that begin with a handle, where the records are people: `- **pm-31.** …`."""
    title = field.title_field
    if not title or not title.is_person or "items" not in field.shapes:
        return []
    return [item for item in rest.items.values() if _PM.match(rest.text, *item.text)]


def _told_of_people(rest: Rest, field: Binding) -> list[Span]:
    """The paragraphs that begin with a handle in bold, where the records are people: `**pm-31** came from …`."""
    title = field.title_field
    if not title or not title.is_person:
        return []
    groups: dict[int, list[Piece]] = {}
    for piece in rest.texts.values():
        if piece.role is not Role.ITEM:
            groups.setdefault(piece.group, []).append(piece)
    runs = [run for run in groups.values() if _PM_IN_BOLD.match(rest.text, *run[0].text)]
    rest.use_up([index for index, piece in rest.texts.items() if any(piece in run for run in runs)])
    return [(run[0].text[0], run[-1].text[1]) for run in runs]


def _places(rest: Rest, field: Binding) -> list[int]:
    """Those of the pieces in which the records of `field` may stand."""
    if not rest.path and field.names:
        return _under_own_heads(rest, field)
    if field.column_lists:
        return [index for index, piece in rest.pieces.items() if not _names_field(rest, piece)]
    return rest.free


def _names_field(rest: Rest, item: Piece) -> bool:
    """Whether an item names a field of the object in front of a dash: `Scope – the app`."""
    label = name_before_dash(rest.text, item.text)
    return bool(label and rest.binding.uses_of(rest.text[slice(*label.name)]))


def _without_titles(rest: Rest) -> list[int]:
    """The pieces without headings that head no record of a document.

    Such are the only heading of the first level, which is the title of the whole, and those of what is said above
    the parts.
    """
    said_above, pieces = rest.extraction.said_above, rest.pieces
    titles = [index for index, piece in pieces.items() if piece.level == 1]
    above = [index for index, piece in pieces.items() if piece.level and said_above.intersection(piece.keys)]
    heads = {*above, *(titles if len(titles) == 1 else ())}
    return [index for index in rest.free if index not in heads]


def _under_own_heads(rest: Rest, field: Binding) -> list[int]:
    """The pieces under headings that bear the noun or an id of a record of `field`, or are above its labels.

    A whole document may have parts of any other kind, which are no records for want of a name that is known.
    """
    hits = {hit.at for hit in find_hits(field, rest.region)}
    kept: list[int] = []
    level, block = 0, []  # from the end: the level of a label's heading, and what stands below the next heading
    for index, piece in reversed(rest.pieces.items()):
        block.append(index)
        if piece.role is Role.HEADING:
            spoken = field.nouns and field.nouns.match(rest.text, *piece.text)
            if spoken or begins_with_id(rest.text, piece.text) or piece.level < level or not hits.isdisjoint(block):
                kept += block
                level = piece.level if index in hits else 0
            block = []
    return kept[::-1]


def _blocks(rest: Rest) -> list[list[Piece]]:
    """The pieces, parted by headings: what stands before the first one, then what stands below each."""
    blocks: list[list[Piece]] = [[]]
    for piece in rest.pieces.values():
        if piece.role is Role.HEADING:
            blocks.append([])
        blocks[-1].append(piece)
    return blocks
