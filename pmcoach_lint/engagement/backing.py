"""What backs a claim: the entries of the log and the artifacts that a text names, or that are about the same thing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pmcoach_lint.doctypes import LOG
from pmcoach_lint.document import Document
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.people import HANDLES
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.workspace import Workspace

_DATE = regex(r"\b\d{4}-\d{2}-\d{2}\b")
_NUMBERS = anycase(r"(?:\blog\b|\bentr(?:y|ies)\b|#)\s*#?\d{1,3}\b(?:\s*(?:,|and|&|\+)\s*#?\d{1,3}\b)*")
_NUMBER = regex(r"\d+")
_ID = regex(r"\b[A-Z]{1,4}-?\d{1,3}\b")
"""The ids by which entries are referred to: `LOG #17`, `log 11 and 17`, `NW-03`."""

_FILE = anycase(r"(?<![\w./-])(?:[\w.-]*/)*([\w.-]+)\.(?:md|markdown)\b", near=".md .markdown")
_ALIKE = 0.6
"""A claim and a record are about the same thing when they share this part of the claim's words. Our own figure."""
_WORDS_AT_LEAST = 3
_LONG_WORD = 4
_STEM = 6
"""So many letters of a word tell it apart from others, whatever its ending: “presents”, “presenting”."""


class Record(NamedTuple):
    """What can back a claim, an entry of a log or portfolio, or an artifact: its text, the `words` in it, its id."""

    document: Document
    path: Path
    title: str
    date: str
    words: frozenset[str]
    text: str
    id: str


def records_of(workspace: Workspace) -> list[Record]:
    """Everything in an engagement that can back a claim."""
    portfolios = (each for kind in (LOG, "evidence-portfolio") for each in workspace.of_type(kind))
    entries = (
        _record(document, ("entries", index), entry)
        for document in portfolios
        for index, entry in enumerate(document.data.get("entries", []))
    )
    return [*entries, *(_record(artifact, (), artifact.data) for artifact in workspace.of_type("artifact"))]


def backing(text: str, claim: str, records: list[Record]) -> list[Record]:
    """The records that back a claim.

    Args:
        text: What the author says about where it is documented; it may name dates, files, titles and ids.
        claim: The claim itself.
        records: What there is in the engagement.

    Returns:
        The records that the text names, else those that are about the same thing as the claim.
    """
    return named_by(text, claim, records) or _about_the_same(claim, records)


def resting_on(text: str, claim: str, records: list[Record]) -> list[Record]:
    """The records that a claim rests on: those that are named, else those of which most of the title is in the claim.

    What only has some words in common with a claim may back it, and is something else all the same.
    """
    told = _stems(claim)
    alike = (record for record in _about_the_same(claim, records) if _tells(told, record))
    return named_by(text, claim, records) or list(alike)


def _tells(told: frozenset[str], record: Record) -> bool:
    title = _stems(record.title)
    return len(title & told) * 2 > len(title)


def named_by(text: str, claim: str, records: list[Record]) -> list[Record]:
    """The records that a claim names, or the text about where it is documented."""
    dates, files = set(_DATE.findall(text)), _files_in(text)
    numbers = _ids_in(f"{claim}; {text}")
    words = f" {name_key(text)} {name_key(claim)} "

    def is_meant(record: Record) -> bool:
        return record.date in dates or record.id in numbers or _is_named(record, words, files)

    return [*filter(is_meant, records)]


def named_in(text: str, artifacts: list[Record]) -> list[Record]:
    """The artifacts that a text names, by their files or titles."""
    words, files = f" {name_key(text)} ", _files_in(text)
    return [each for each in artifacts if _is_named(each, words, files)]


def _is_named(record: Record, words: str, files: set[str]) -> bool:
    """Whether a record is one of some files, or its title of several words stands among some words."""
    return _stem(record) in files or (len(record.title.split()) > 1 and f" {record.title} " in words)


def _files_in(text: str) -> set[str]:
    """The names of the files that a text names, without their endings."""
    return {match[1].casefold() for match in _FILE.finditer(text)}


def unrecorded(rows: Iterable[dict[str, Any]], records: list[Record]) -> list[dict[str, Any]]:
    """The rows of the evidence of an assessment whose contribution none of the `records` backs."""
    said = [(row, str(row.get("documentation", "")), str(row.get("contribution", ""))) for row in rows]
    return [row for row, text, claim in said if claim and not backing(text, claim, records)]


def _ids_in(text: str) -> set[str]:
    """The ids of records that a text names: `LOG #17`, `log 11 and 17`, `see NW-03`."""
    numbers = {number for match in _NUMBERS.finditer(text) for number in _NUMBER.findall(match.group())}
    return numbers | {match.group() for match in _ID.finditer(text)}


def missing(text: str, records: list[Record]) -> list[str]:
    """The dates and files that a text names and that are in none of the `records`."""
    dates, stems = {record.date for record in records}, {_stem(record) for record in records}
    named = [date for date in _DATE.findall(text) if date not in dates]
    return named + [match[0] for match in _FILE.finditer(text) if match[1].casefold() not in stems]


def _about_the_same(claim: str, records: list[Record]) -> list[Record]:
    words = _words(claim)
    if len(words) < _WORDS_AT_LEAST:
        told = _stems(claim)
        return [record for record in records if len(told) > 1 and told <= _stems(record.text)]
    return [record for record in records if len(words & record.words) >= _ALIKE * len(words)]


def _record(document: Document, path: Path, data: dict[str, Any]) -> Record:
    texts = " ".join(str(value) for key, value in data.items() if isinstance(value, str | list) and key != "actions")
    title, date, named = (str(data.get(name) or "") for name in ("title", "date", "id"))
    return Record(document, path, name_key(title), date, _words(texts), texts, named)


def _stem(record: Record) -> str:
    """The name of an artifact's file; a log is no evidence of anything in particular."""
    return "" if record.path else record.document.source.file.rpartition("/")[2].rpartition(".")[0].casefold()


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in name_key(text).split() if len(word) >= _LONG_WORD)


def _stems(text: str) -> frozenset[str]:
    """The words without their endings, and the people by their handles: all that a short claim is about."""
    return frozenset((*(word[:_STEM] for word in _words(text)), *(m[0].casefold() for m in HANDLES.finditer(text))))
