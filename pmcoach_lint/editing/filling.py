"""A record of a list filled in that waits for it, proven to be the only one that changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pmcoach_lint.checks.words import changed
from pmcoach_lint.document import Document
from pmcoach_lint.editing.listed import DATE, WEEK, Listed
from pmcoach_lint.editing.manner import STATUS, as_told, in_their_manner
from pmcoach_lint.editing.meaning import misread
from pmcoach_lint.editing.planned import BOX, planned_day, planned_row
from pmcoach_lint.editing.proof import Read, Refused, new_offence
from pmcoach_lint.editing.rows import as_cell
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.text import is_nothing, is_placeholder, plain
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, replaced
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

_DRAFTED = frozenset({DATE, "bet", "next"})
"""What a row says that was drafted with its day."""

_ASIDE = regex(r"[(\[{]")


class Filled(NamedTuple):
    """A document in which a record was filled in that waited for it: the document, and the path of the record."""

    document: Document
    path: Path


def fill_record(document: Document, path: Path, texts: Mapping[str, str], read: Read) -> Filled | None:
    """Fill in the record of a list that waits to be filled in, if there is one: a row that was drafted with its day.

    It waits if what `texts` identify it by is in it (the same `bet`), nothing of the rest but what comes `next` is,
    and its day has come, and none behind it about the same; where the list goes by weeks, if it is of the same week
    and nothing stands yet where `texts` go. A row that plans what was done, by that name, waits as well.

    Args:
        document: The document.
        path: The path of the list: rows of a table.
        texts: What the record is to say, as `add_record` takes it.
        read: Reads a text as the document.

    Returns:
        The document after it, and the path of the record; None where none waits, or where more would change.

    Raises:
        Refused: One waits, and other words would be lost, which stand in it where `texts` go.
    """
    day, listed = date.fromisoformat(texts[DATE]), Listed(document, path)
    for told in as_told(listed, texts):
        number = planned_row(listed, told, day)
        if number is not None:
            said = _of_a_plan(listed, number, told)
        else:
            number, said = _waiting(listed, told, day), {name: text for name, text in told.items() if name != WEEK}
        if number is not None and said and (filled := _filled(listed, number, said, day, read)):
            return filled
    return None


def _of_a_plan(listed: Listed, number: int, told: Mapping[str, str]) -> dict[str, str]:
    """What a row that was planned gets: it keeps a day that it has, and is done where nothing else is said."""
    table, record = listed.table(number), listed.records[number]
    done = {STATUS: "done"} if STATUS in _cells(listed, number) and STATUS not in told else {}
    done = in_their_manner(listed, done) if table else done
    has_no_place = DATE in record or table is None or planned_day(listed, table) is not None
    title = listed.binding.title_field
    known = {WEEK, "bet", *([title.name] if title else []), *([DATE] if has_no_place else [])}
    return {name: text for name, text in {**done, **told}.items() if name not in known}


def _filled(listed: Listed, number: int, told: Mapping[str, str], day: date, read: Read) -> Filled | None:
    """The document with a record of the list filled in; None where that is not what is `told`, or changes more.

    Raises:
        Refused: There are words in its place that would be lost.
    """
    document, here, cells = listed.document, (*listed.path, number), _cells(listed, number)
    if not told.keys() <= cells.keys():
        return None
    for name, text in told.items():
        there = document.text[slice(*cells[name])]
        if not _gives_way(listed, number, name, there) and plain(there) != text:
            message = f"The row that waits says “{there.strip()}” where “{text}” would go."
            raise Refused(message, "Change that cell by hand.")
    changes = [(cells[name], _in_place(document.text, cells[name], text)) for name, text in told.items()]
    after = read(replaced(document.text, changes))
    others = [other for other in changed(document, after) if other[: len(here)] != here]
    if others or new_offence(document, after) or misread(after, here, told, day, told):
        return None
    return Filled(after, here)


def _gives_way(listed: Listed, number: int, name: str, text: str) -> bool:
    """Whether the text of a cell may be replaced: it says nothing, was drafted, or is a status without a remark."""
    said = plain(text)
    if is_nothing(said) or is_placeholder(said) or (name in _DRAFTED and listed.records[number].keys() <= _DRAFTED):
        return True
    if name != STATUS:
        return False
    words = listed.binding.fields[STATUS].words
    is_alone = not (_ASIDE.search(text) or words.keys().isdisjoint((said, name_key(said))))
    return is_alone or listed.table(number) is None


def _cells(listed: Listed, number: int) -> dict[str, Span]:
    """The cells of a row, by the names of their fields or by their headers; of a line that has one, the box."""
    table = listed.table(number)
    if table is None:
        box = listed.span_of(number, STATUS)
        return {STATUS: box} if box and listed.text.startswith(BOX, box[0]) else {}
    cells = table.rows[table.row_spans.index(listed.span(number))]
    return {name: cells[column] for name, column in listed.columns_in(table).items() if column < len(cells)}


def _in_place(text: str, span: Span, said: str) -> str:
    """A text as it can stand in the cell at `span`, with a space on either side of what was empty; in a box a tick."""
    (start, end), cell = span, as_cell(said)
    if text.startswith(BOX, start):
        return "[x]"
    if start != end:
        return cell
    return f"{' ' if text[start - 1] == '|' else ''}{cell}{' ' if text[end : end + 1] == '|' else ''}"


def _waiting(listed: Listed, told: Mapping[str, str], day: date) -> int | None:
    """The number of the record that waits for what is told."""
    records = listed.records
    if WEEK in told:
        week, wanted = listed.week_of(day), told.keys() - {WEEK, "bet"}
        found = [
            (week, at)
            for at, record in enumerate(records)
            if record.get(WEEK) == week
            and ("bet" not in told or record.get("bet") == told["bet"])
            and not any(name in record or listed.measured(record, name) for name in wanted)
        ]
    else:
        same = [record for record in records if record.get("bet") == told.get("bet")]
        last = max((record.get(DATE, "") for record in same if f"{day}" >= record.get(DATE, "")), default="")
        found = [
            (record[DATE], at)
            for at, record in enumerate(records)
            if record in same and record.keys() <= _DRAFTED and record.get(DATE) == last
        ]
    return max(found)[1] if found else None
