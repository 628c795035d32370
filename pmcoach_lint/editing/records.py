"""A record added to a document or filled in, proven to be the only thing that changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.checks.words import binding_at, changed
from pmcoach_lint.document import Document
from pmcoach_lint.editing.entries import first_entry, new_entry, without_form
from pmcoach_lint.editing.lines import new_line, new_table
from pmcoach_lint.editing.listed import DATE, WEEK, Listed, Neighbour
from pmcoach_lint.editing.manner import in_their_manner
from pmcoach_lint.editing.proof import Insertion, Read, Refused, new_offence, same_but_for
from pmcoach_lint.editing.rows import as_cell, empty_tables, new_row, without_rows
from pmcoach_lint.generate.scaffold import scaffold
from pmcoach_lint.readers.registry import Unreadable, read_choice
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, replaced
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

_BETWEEN = regex(r"[\s,;]+")
_ADDED_BY_HAND = "Nothing was written. Please add it by hand."


class Added(NamedTuple):
    """A document with a new record: the document, the path of the record, and the text that was put in."""

    document: Document
    path: Path
    insertion: Insertion


class Filled(NamedTuple):
    """A document in which a record was filled in that waited for it: the document, and the path of the record."""

    document: Document
    path: Path


def add_record(document: Document, path: Path, texts: Mapping[str, str], read: Read) -> Added:
    """Add a record to a list of a document, in the form and the order in which the file has its records.

    Args:
        document: The document.
        path: The path of the list: rows of a table, or the entries of a log.
        texts: What the record says, by the names of its fields, its `date` among them in ISO form; in columns of the
            author's own, by their headers. Where the list goes by weeks, the week of the day is written.
        read: Reads a text as the document.

    Returns:
        The document after it. Its text is that of the document, with one piece more.

    Raises:
        Refused: It cannot be placed, or would not be read as what it says, or would change how something else is read.
    """
    refused: Refused | None = None
    day, listed = date.fromisoformat(texts[DATE]), Listed(document, path)
    for told in _as_told(listed, texts):
        beside = listed.beside(day) if listed.records else None
        place = (*path, beside.own if beside else 0)
        for insertion in _ways(listed, told, beside):
            after = read(insertion.into(document.text))
            problem = _problem(document, after, place, told, day)
            if problem is None:
                return Added(after, place, insertion)
            refused = refused or problem
    raise refused or Refused("There is no place for it in this document.", _ADDED_BY_HAND)


def without_blank(document: Document, path: Path, read: Read) -> Document:
    """The document without the blank records of a list that it began with: the first that is written takes their place.

    Args:
        document: The document.
        path: The path of the list: rows of a table, or the entries of a log.
        read: Reads a text as the document.

    Returns:
        The document without those of them that nobody has written into.
    """
    binding = binding_at(document, path)
    if document.doctype is None or binding is None:
        return document
    blank = scaffold(document.doctype)
    is_table = binding.shapes[0] == "table"
    text = without_rows(Listed(document, path), blank) if is_table else without_form(document, blank)
    after = read(text) if text != document.text else document
    return document if changed(document, after) else after


def fill_record(document: Document, path: Path, texts: Mapping[str, str], read: Read) -> Filled | None:
    """Fill in the record of a list that waits to be filled in, if there is one: a row that was drafted with its day.

    It waits if what `texts` identify it by is in it (the same `bet`), nothing of the rest but what comes `next` is,
    and its day has come; where the list goes by weeks, if it is of the same week and nothing stands yet where `texts`
    go. Of several, it is the latest.

    Args:
        document: The document.
        path: The path of the list: rows of a table.
        texts: What the record is to say, as `add_record` takes it.
        read: Reads a text as the document.

    Returns:
        The document after it, and the path of the record; None where none waits, or where more would change.
    """
    day, listed = date.fromisoformat(texts[DATE]), Listed(document, path)
    for told in _as_told(listed, texts):
        number = _waiting(listed, told, day)
        if number is not None and (filled := _filled(listed, number, told, day, read)):
            return filled
    return None


def _filled(listed: Listed, number: int, told: Mapping[str, str], day: date, read: Read) -> Filled | None:
    """The document with a record of the list filled in; None where that is not what is `told`, or changes more."""
    document, here, cells = listed.document, (*listed.path, number), _cells(listed, number)
    told = {name: text for name, text in told.items() if name != WEEK}
    if not told.keys() <= cells.keys():
        return None
    changes = [(cells[name], _in_place(document.text, cells[name], as_cell(text))) for name, text in told.items()]
    after = read(replaced(document.text, changes))
    others = [other for other in changed(document, after) if other[: len(here)] != here]
    if others or new_offence(document, after) or _misread(after, here, told, day):
        return None
    return Filled(after, here)


def _as_told(listed: Listed, texts: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """What a record is to say, without what is empty: in the manner of the list, and else as it was given.

    Where the list goes by weeks, the week is told in the stead of the day.
    """
    told = {name: text for name, text in texts.items() if text}
    if listed.is_by_weeks:
        week = listed.week_of(date.fromisoformat(told.pop(DATE)))
        told = {WEEK: listed.week_as_told(week), **told}
    yield in_their_manner(listed, told)
    yield told


def _cells(listed: Listed, number: int) -> dict[str, Span]:
    """The cells of a row, by the names of their fields or by their headers."""
    table = listed.table(number)
    if table is None:
        return {}
    cells = table.rows[table.row_spans.index(listed.span(number))]
    return {name: cells[column] for name, column in listed.columns_in(table).items() if column < len(cells)}


def _in_place(text: str, span: Span, cell: str) -> str:
    """The text of a cell as it can stand at `span`: with a space on either side where the cell was empty."""
    start, end = span
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
        known = {DATE, "bet", "next"}
        found = [
            (record[DATE], at)
            for at, record in enumerate(records)
            if set(record) <= known and record.get("bet") == told.get("bet") and record.get(DATE, "~") <= f"{day}"
        ]
    return max(found)[1] if found else None


def _ways(listed: Listed, texts: Mapping[str, str], beside: Neighbour | None) -> Iterable[Insertion]:
    """The ways in which a record may be written, the best one first; `beside` is None where it is the first one."""
    is_log = listed.binding.shapes[0] != "table"
    if beside is None and is_log:
        return [first_entry(listed, texts)]
    if beside is None:
        if empty_tables(listed):
            return [new_row(listed, texts, None)]
        return [new_table(listed, texts), new_table(listed, texts, is_whole=True)]
    if listed.table(beside.place if is_log else 0):
        return [new_row(listed, texts, beside)]
    return (new_entry if is_log else new_line)(listed, texts, beside)


def _problem(before: Document, after: Document, path: Path, texts: Mapping[str, str], day: date) -> Refused | None:
    """Why the document with the new record at `path` is not what was wanted; None when it is."""
    unreadable = new_offence(before, after)
    if unreadable:
        return Refused(unreadable.message, f"Nothing was written. {unreadable.hint or ''}".rstrip())
    if not same_but_for(before, after, path[:-1], int(path[-1])):
        return Refused("The new record would change how other parts of the document are read.", _ADDED_BY_HAND)
    return _misread(after, path, texts, day)


def _misread(after: Document, path: Path, texts: Mapping[str, str], day: date) -> Refused | None:
    """Why the record at `path` does not say what was to be said, on that day; None when it does."""
    listed = Listed(after, path[:-1])
    place, fields = int(path[-1]), listed.binding.fields
    record = listed.records[place] if place < len(listed.records) else {}
    for name, text in texts.items():
        if not text:
            continue
        if name not in fields:
            said = listed.measured(record, name)
            if said is None or not _says(said, text):
                return Refused(f"“{text}” would not be read in the column “{name}”.", _ADDED_BY_HAND)
            continue
        field = fields[name]
        if name not in record:
            choices = field.schema.get("enum")
            if choices:
                return Refused(f"“{text}” is no {field.title.lower()}.", f"Write one of: {', '.join(choices)}.")
            return Refused(f"“{text}” would not be read as “{field.title}”.", _ADDED_BY_HAND)
        if not _means(field, record[name], f"{day}" if name == DATE else text):
            return Refused(f"“{field.title}” would be read as “{record[name]}”.", _ADDED_BY_HAND)
    return None


def _means(field: Binding, value: object, text: str) -> bool:
    """Whether the value of a field is what a text says; of words for a choice, the choice is what counts."""
    if not field.words:
        return _says(value, text)
    with suppress(Unreadable):
        return bool(read_choice(text, field.words, "") == value)
    return False


def _letters(text: str) -> str:
    return _BETWEEN.sub("", text)


def _says(value: object, text: str) -> bool:
    """Whether a value, as it was read, is the text; what a reader has made of it counts as it is."""
    if isinstance(value, list):
        return _letters("".join(map(str, value))) == _letters(text)  # several may stand on one line, parted by commas
    if not isinstance(value, str):
        return True
    return " ".join(value.replace("<br>", " ").split()).casefold() == " ".join(text.split()).casefold()
