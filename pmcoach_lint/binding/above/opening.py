"""What stands above the first part of a document: its title, and labelled values such as `**Date**: 2026-10-05`.

The same thing may be said more than once there, and in the front matter as well. Each saying is read apart, so that
two that disagree can be told.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from pmcoach_lint.binding.extract import Extraction
from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import MISSING, Piece, Region, Role
from pmcoach_lint.binding.own_text.name_first import begun_by
from pmcoach_lint.binding.whole import Whole
from pmcoach_lint.names import is_short_form, name_key
from pmcoach_lint.readers.calendar import MONTH
from pmcoach_lint.readers.people import HANDLES
from pmcoach_lint.readers.registry import FINDERS
from pmcoach_lint.readers.several import split_sentences
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, strip
from pmcoach_lint.tuples import NamedTuple

_PARTING = regex(r"\s*:\s+|\s+\\?[–—|-]\s+|\s*—\s*|\s+(?:for|with)\s+")
_NO_NAME = regex(
    rf"(?:the|an?|our|your|my|this|next|what|how|from|in)\s|(?i:(?:{MONTH})\b(?=\W*(?:$|\d|to\b|until\b|and\b))"
    r"|(?:weeks?|sprints?|[CK]?W)\W?\d"
    r"|(?:Q[1-4]|H[12]|(?:early|late|mid|end of)\b|spring|summer|autumn|fall|winter|20\d\d)\b"
    r"|(?:draft|final|version|rev(?:ision)?|v\s?\d|update|internal|confidential)\b)"
)
"""How what stands beside the name of a type begins where it is a time or a version: `A proposal for the next year`."""
_AT = regex(r"[*_`]*(?:\s*@\s*|\s+at\s+)(?P<whom>[^\W\d_][^()\n|:·–—]*[^\s()|:·–—,*_`])")
_MARKS = "*_` \t\r\n\xa0"


class Title(NamedTuple):
    """The title of a document: which piece it is, and what stands in it beside the name of the document's type."""

    at: int
    rest: Span | None


def find_title(binding: Whole, pieces: list[Piece]) -> Title | None:
    """The title among `pieces`, where it names the type of the document: `# Strategic Work Proposal: Northwind`.

    The name of the type may be shortened, and may stand behind the rest: `# Northwind: Work proposal`. Where the
    type says so, the title may also stand alone.
    """
    if not binding.opening.title_field:
        return None
    for at, piece in enumerate(pieces):
        if piece.role not in (Role.HEADING, Role.LABEL):
            continue
        text, (start, end) = piece.outline.text, piece.text
        raw = text[start:end]
        for parting in _PARTING.finditer(raw):
            sides = (start, start + parting.start()), (start + parting.end(), end)
            for side, rest in (sides, sides[::-1]):
                if _names_type(binding, text[slice(*side)]):
                    beside = _only_handle(binding, piece) or strip(text, rest, _MARKS)
                    return Title(at, None if _NO_NAME.match(text, *beside) else beside)
        if handle := _only_handle(binding, piece):
            return Title(at, handle)
        if _names_type(binding, raw):
            return Title(at, None)
        return Title(at, strip(text, piece.text, _MARKS)) if _may_be_whole(binding, piece) else None
    return None


def _only_handle(binding: Whole, piece: Piece) -> Span | None:
    """The handle in a title that is to name a person by one: `Coaching pm-05, autumn to spring`; None for several."""
    field = binding.opening.title_field
    if not field or not field.is_person or piece.level != 1:
        return None
    text = piece.outline.text
    found = (match.span() for match in HANDLES.finditer(text, *piece.text))
    handles = [span for span in found if not text.endswith(("by ", "By "), piece.text[0], span[0])]
    return handles[0] if len(handles) == 1 else None


def _may_be_whole(binding: Whole, piece: Piece) -> bool:
    """Whether a heading may be the document's title without the name of its type."""
    field = binding.opening.title_field
    return bool(field and field.mark["title"] == "whole" and piece.level == 1)


def _names_type(binding: Whole, text: str) -> bool:
    """Whether the text is the title of the type, or a short form of it that ends with the same word."""
    full, key = name_key(str(binding.schema.get("title", ""))), name_key(text.strip(_MARKS))
    return key == full or (bool(key) and key.split()[-1] == full.split()[-1] and is_short_form(key, full))


def read_opening(
    reading: Extraction, binding: Whole, found: Container[str], title: Title | None
) -> list[tuple[Extraction, dict[str, Any]]]:
    """Read what stands above the first part.

    Args:
        reading: the extraction that has read the parts.
        binding: the binding of the document's type.
        found: the names of what has been found already. A part that is one value may stand above the others behind a
            label: `**Scope**: two days a week`.
        title: the title, if it names the type.

    Returns:
        What was said behind labels, and what was said in the title, each with the extraction that has read it.
    """
    text, context = reading.text, reading.context
    loose = list(_loose_parts(reading, binding, found))
    labelled = Extraction(text, context)
    above = binding.opening
    if others := [name for name in binding.short_parts if name not in found]:
        above = binding.only(name for name in binding.fields if name in above.fields or name in others)
    if not above.fields:
        return loose
    data = labelled.object(above, reading.opening, ())
    if "," in data.get("client", "") and HANDLES.search(data["client"]):
        del data["client"]  # `Client: cdo (sponsor), finance-1` is who is there, and not who it is
        labelled.keys.pop(("client",), None)
    if terms := next(
        (field for name, field in above.fields.items() if "terms" in field.mark and name not in data), None
    ):
        _put_terms(labelled, above, terms, data, reading.opening)
    said = [(labelled, data), *loose]
    field = binding.opening.title_field
    stands_alone = field and field.mark["title"] == "whole" and field.name in found
    if field and title and title.rest and not stands_alone:
        titled = Extraction(text, context)
        value = titled.value(field, title.rest, (field.name,))
        said.append((titled, {} if value is MISSING else {field.name: value}))
        told = {name for _, one in said for name in one}.union(name for name in binding.fields if name in found)
        said += _at_whom(reading, binding, title.rest, told)
    return said


def _at_whom(
    reading: Extraction, binding: Whole, handle: Span, told: Container[str]
) -> Iterator[tuple[Extraction, dict[str, Any]]]:
    """What a title says behind the handle of somebody, where nothing else has `told` it: `pm-07 @ Northwind`."""
    field = next((field for field in binding.opening.fields.values() if field.mark.get("at")), None)
    at = _AT.match(reading.text, handle[1]) if field and field.name not in told else None
    if field and at and not _NO_NAME.match(at["whom"]):
        titled = Extraction(reading.text, reading.context)
        yield titled, {field.name: titled.value(field, at.span("whom"), (field.name,))}


def _put_terms(labelled: Extraction, above: Holder, field: Binding, data: dict[str, Any], region: Region) -> None:
    """Put the first paragraph that tells both how much work there is and what it costs into `data`, as that `field`.

    It ends before a sentence that tells another field by its first words: `I'd like to propose that …`.
    """
    text = labelled.text
    lines = [piece for piece in region.inside if piece.role is Role.LINE]
    for _, (first, *below) in groupby(lines, key=attrgetter("group")):
        start = first.text[0]
        sentences = split_sentences(text, (start, below[-1].text[1] if below else first.text[1]))
        begun = [begun_by(above, text, each) for each in sentences]
        end = next((at for at, other in enumerate(begun) if other), len(sentences))
        span = (start, sentences[end - 1][1])
        if end and all(FINDERS[reader](text[slice(*span)]) for reader in ("hours", "money")):
            others = [other for other in begun[end:] if other and other[0].name not in data][:1]
            data |= {bound.name: labelled.value(bound, at, (bound.name,)) for bound, at in [(field, span), *others]}
            return


def _loose_parts(
    reading: Extraction, binding: Whole, found: Container[str]
) -> Iterator[tuple[Extraction, dict[str, Any]]]:
    """What stands above the first part of those parts that may do without a heading: `Coaching goal: ...`."""
    for name, field in binding.fields.items():
        if not field.mark.get("loose") or name in found or any(inner.is_section for inner in field.fields.values()):
            continue
        labelled = Extraction(reading.text, reading.context)
        if data := labelled.object(field, reading.opening, (name,)):
            labelled.values[(name,)] = reading.opening.span or (0, 0)
            yield labelled, {name: data}


def agree(one: Any, other: Any) -> bool:
    """Whether two sayings may mean the same: equal, or one the short form of the other."""
    if not isinstance(one, str) or not isinstance(other, str):
        return bool(one == other)
    keys = name_key(one), name_key(other)
    return keys[0] == keys[1] or is_short_form(*keys) or is_short_form(*keys[::-1])
