"""A record added to a document, proven to be the only thing that changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from pmcoach_lint.checks.words import binding_at, changed
from pmcoach_lint.document import Document
from pmcoach_lint.editing.entries import first_entry, new_entry, without_form
from pmcoach_lint.editing.lines import new_line, new_table
from pmcoach_lint.editing.listed import DATE, Listed, Neighbour
from pmcoach_lint.editing.manner import as_told
from pmcoach_lint.editing.meaning import BY_HAND, misread
from pmcoach_lint.editing.proof import Insertion, Read, Refused, new_offence, same_but_for
from pmcoach_lint.editing.rows import empty_tables, new_row, without_rows
from pmcoach_lint.generate.scaffold import scaffold
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple


class Added(NamedTuple):
    """A document with a new record: the document, the path of the record, and the text that was put in."""

    document: Document
    path: Path
    insertion: Insertion


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
    for told in as_told(listed, texts):
        beside = listed.beside(day) if listed.records else None
        place = (*path, beside.own if beside else 0)
        for insertion in _ways(listed, told, beside):
            after = read(insertion.into(document.text))
            problem = _unlike(document, after, place) or misread(after, place, told, day, texts)
            if problem is None:
                return Added(after, place, insertion)
            refused = refused or problem
    raise refused or Refused("There is no place for it in this document.", BY_HAND)


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


def _unlike(before: Document, after: Document, path: Path) -> Refused | None:
    """Why a document says more than what it said `before` and a record at `path`; None when it does not."""
    unreadable = new_offence(before, after)
    if unreadable:
        return Refused(unreadable.message, f"Nothing was written. {unreadable.hint or ''}".rstrip())
    if not same_but_for(before, after, path[:-1], int(path[-1])):
        return Refused("The new record would change how other parts of the document are read.", BY_HAND)
    return None
