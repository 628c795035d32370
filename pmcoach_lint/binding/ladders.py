"""Rungs of a ladder that are told without a label: `Know: names the goals`, `K: names / U: explains / Ap: uses`."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.free import free_pieces
from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Region, Role
from pmcoach_lint.readers.bloom import LADDERS, WORDS
from pmcoach_lint.readers.registry import Unreadable, read_value
from pmcoach_lint.readers.rungs import rungs_told
from pmcoach_lint.readers.text import plain
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, trim
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_BEGIN = (
    r"[*_]{{0,2}}(?P<word>{word})(?:\s?\(?L?\d\)?)?[*_]{{0,2}}\s?(?:[:=→]|[–—]|-(?=\s))[*_]{{0,2}}[ \t]{{0,4}}(?=\S)"
)
_FIRST = regex(_BEGIN.format(word=r"[^\W\d_]+"))
_NEXT = regex(r"(?:(?<=[.;,])\s{1,4}|\s[/|·•]\s{1,4}|<br\s?/?>\s?|[\r\n]\s{0,8})" + _BEGIN.format(word=r"[^\W\d_]+"))
_NUMBER = regex(
    r"[*_]{0,2}(?P<level>(?:L|Level |Step )(?P<number>[1-6]))[*_]{0,2}\s?(?:[:=·]|[–—]|-(?=\s)|(?=\s))\s*(?=\S)"
)
_LONGEST_LETTERS = 4
_FEWEST = 2
_MOST = 12
"""More than twice as many words as there are levels, so that a text with more of them is no ladder."""
_ENDS = " \t\r\n.;,"


class Rung(NamedTuple):
    """A level and what is seen on it, each with the span where it stands."""

    level: str
    word: Span
    behaviour: Span


def rungs_in(text: str, span: Span, edition: int, below: int = 0) -> list[Rung]:
    """The rungs that the text at `span` consists of; none where it begins with anything else.

    Args:
        text: the document.
        span: a line, or an item of a list.
        edition: the edition of the taxonomy that single letters are taken from.
        below: how many rungs stand above it; a letter names one that is higher.
    """
    first = _FIRST.match(text, *span)
    if numbered := _numbered(text, span, edition):
        return numbered
    if first is None:
        return _told(text, span)
    found = [first, *islice(_NEXT.finditer(text, first.end(), span[1]), _MOST)]
    if len(found) > _MOST:
        return []
    levels = _levels([match["word"] for match in found], edition, below)
    named = [(match, level) for match, level in zip(found, levels, strict=True) if level]
    if not levels[0]:
        return []
    ends = [*(match.start() for match, _ in named[1:]), span[1]]
    return [
        Rung(level, match.span("word"), _bare(text, match.end(), end))
        for (match, level), end in zip(named, ends, strict=True)
    ]


def _numbered(text: str, span: Span, edition: int) -> list[Rung]:
    """The rung that begins with the number of its level: `L3 uses the template`."""
    match = _NUMBER.match(text, *span)
    if match is None:
        return []
    return [Rung(LADDERS[edition][int(match["number"]) - 1], match.span("level"), _bare(text, match.end(), span[1]))]


def _told(text: str, span: Span) -> list[Rung]:
    """The rungs that a text tells which begins with the first of them: `*Know* the script → *Understand* why → …`."""
    begin = span[0] + len(text[slice(*span)]) - len(text[slice(*span)].lstrip("*_"))
    rungs = rungs_told(text, span)
    if not rungs or rungs[0][0][0] != begin:
        return []
    return [Rung(WORDS[text[slice(*word)].casefold()], word, behaviour) for word, behaviour in rungs]


def with_ladder(
    extraction: Extraction, field: Binding, region: Region, free: list[int], data: dict[str, Any], path: Path
) -> None:
    """Add to `data` the ladder whose rungs are told without a label in the pieces at `free`, which are then no more so.

    There are two rungs at least.
    """
    title, found = field.title_field, field.found_fields[0] if field.found_fields else None
    if field.name in data or title is None or found is None or found.reader != "level":
        return
    told: set[int] = set()
    rungs: list[Rung] = []
    for index in free_pieces(region, free):
        if found_there := rungs_in(extraction.text, region.pieces[index].text, extraction.context.edition, len(rungs)):
            told.add(index)
            rungs += found_there
    if len(rungs) < _FEWEST:
        return
    values, steps = extraction.values, (*path, field.name)
    values[steps] = (rungs[0].word[0], rungs[-1].behaviour[1])
    data[field.name] = []
    for number, rung in enumerate(rungs):
        at = (*steps, number)
        values[at], values[(*at, found.name)] = (rung.word[0], rung.behaviour[1]), rung.word
        data[field.name].append({found.name: rung.level})
        extraction.records.put(data[field.name][-1], title, rung.behaviour, (*at, title.name))
    free[:] = [index for index in free if index not in told]


def without_ladder(
    extraction: Extraction, binding: Holder, region: Region, path: Path
) -> tuple[Region, dict[str, Any]]:
    """Read a ladder that nothing names for the record that it stands in, so that nothing else takes it for its own.

    That is a table of one row whose columns are the levels (`| 1 | 2 | 3 |`), one of two columns with a level in each
    row, or a list of rungs right in the record.

    Args:
        extraction: what reads the document.
        binding: the record, which may have a ladder.
        region: where it stands.
        path: the record's path.

    Returns:
        The region without the ladder, and that by its name; the region itself where there is none.
    """
    field = binding.column_lists[0]
    items = [index for index in range(region.first, region.last) if region.pieces[index].role is Role.ITEM]
    if items and not _is_named(field, region):
        left, read = [*items], dict[str, Any]()
        with_ladder(extraction, field, region, left, read, path)
        if read:
            return region.without(set(items).difference(left)), read
    for index in range(region.first, region.last):
        table = region.pieces[index].table
        title = field.title_field
        told = _rungs_of(table, extraction) if table and title else []
        if not table or not title or not told:
            continue
        rungs: list[dict[str, Any]] = []
        at = (*path, field.name)
        for head, cell in told:
            here = (*at, len(rungs))
            rungs.append({})
            extraction.values[here] = cell
            extraction.records.put(rungs[-1], field.found_fields[0], head, (*here, field.found_fields[0].name))
            extraction.records.put(rungs[-1], title, cell, (*here, title.name))
        extraction.values[at] = table.span
        return region.without({index}), {field.name: rungs}
    return region, {}


def _rungs_of(table: Table, extraction: Extraction) -> list[tuple[Span, Span]]:
    """The levels and what is seen on them, where a table has a column or a row for each and tells nothing else."""
    if len(table.row_spans) == 1 and _are_levels(table.titles, extraction):
        return list(zip(table.header, table.rows[0], strict=False))
    rows = table.rows if len(table.titles) == _FEWEST else []
    if rows and all(len(row) == _FEWEST for row in rows):
        firsts = tuple(extraction.text[slice(*row[0])] for row in rows)
        return [(row[0], row[1]) for row in rows] if _are_levels(firsts, extraction) else []
    return []


def _is_named(field: Binding, region: Region) -> bool:
    """Whether something in the region bears the name of the ladder."""
    return any(not field.own_keys.isdisjoint(piece.keys) for piece in region.pieces[region.first : region.last])


def is_of_levels(extraction: Extraction, table: Table) -> bool:
    """Whether the rows of a table begin with a level each: it is the ladder of several records side by side."""
    text = extraction.text
    firsts = tuple(plain(text[slice(*row[0])]) for row in table.rows if row)
    return len(table.titles) > _FEWEST and _are_levels(firsts, extraction)


def _are_levels(texts: tuple[str, ...], extraction: Extraction) -> bool:
    """Whether the texts are three levels or more, each another one."""
    try:
        levels = [read_value("level", plain(text), extraction.context) for text in texts]
    except Unreadable:
        return False
    return len(levels) > _FEWEST and len(set(levels)) == len(levels) and "unknown" not in levels


def _bare(text: str, start: int, end: int) -> Span:
    """The span without what parts it from the next rung."""
    return trim(text, (start, start + len(text[start:end].rstrip(_ENDS))))


def _levels(words: Iterable[str], edition: int, below: int) -> list[str]:
    """The level that each of the `words` is, in full or by its first letters; empty where it is none."""
    ladder = LADDERS[edition]
    levels: list[str] = []
    for word in words:
        level = WORDS.get(word.casefold(), "")
        if not level and len(word) <= _LONGEST_LETTERS and word[0].isupper():
            known = [ladder.index(one) + 1 for one in levels if one in ladder]
            above = ladder[max([below, *known]) :]
            level = next((one for one in above if one.casefold().startswith(word.casefold())), "")
        levels.append(level)
    return levels
