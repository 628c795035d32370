"""What is missing by its name, and may well be told in sentences: prose, from which no single values can be taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.checks.alike import as_one
from pmcoach_lint.checks.headings import below
from pmcoach_lint.checks.words import binding_at, first_line, spot, subject, value_at
from pmcoach_lint.doctypes import ENGAGEMENT
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Together
from pmcoach_lint.names import small
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.lines import line_end
from pmcoach_lint.syntax.source import Offence, Span, between
from pmcoach_lint.syntax.yaml_marks import Path

_PROSE = 40
"""A part in which so many words stand that nothing reads is told in sentences; with fewer, they are an introduction."""

_LONG = 15
"""A record whose own text has so many words is told in a sentence."""

_SENTENCE = 6
"""A record that is named, and told of in so many words behind its name, is told in a sentence as well."""

_FEWEST = 2
"""So many values in the first line of a record are more than its name."""

_TWO = regex(r"[^\W\d][\w)”]*:\s+\S+\s+\S|\s\([^()\n]{5,}\)[.\s]*\Z", near=": (")
"""What parts two things that one text tells: a colon, or brackets at its end."""

_MARKS = regex(r"(?:\[[ xX]?\]\s+)?[*_`]{0,3}")
"""What may stand in front of a text and is no part of it: a box, and marks of emphasis."""

Lacking = dict[Path, list[Binding]]
"""What parts and records lack, by the way down to them."""


def told_in_sentences(document: Document, lacking: Lacking) -> tuple[list[Offence], Lacking]:
    """The offences of parts and records that are told in sentences, one for each part or list, and what is left.

    Args:
        document: the document.
        lacking: what its parts and records lack.
    """
    prose = {path: fields for path, fields in lacking.items() if _is_prose(document, path)}
    groups: dict[Path, Lacking] = {}
    for path, fields in prose.items():
        groups.setdefault(path[:-1] if isinstance(path[-1], int) else path, {})[path] = fields
    offences = [_told(document, way, records) for way, records in groups.items()]
    return offences, {path: fields for path, fields in lacking.items() if path not in prose}


def prose_above(document: Document) -> Piece | None:
    """The first line of the text between a document's title and its first part, where so much stands there."""
    headings = [at for at, piece in enumerate(document.pieces) if piece.level]
    first = next((at for at in headings if document.pieces[at].level > 1), len(document.pieces))
    lines = [
        piece for piece in document.pieces[:first] if piece.role is Role.LINE and not _is_value_at(document, piece)
    ]
    told = max(lines, key=lambda piece: piece.text[1] - piece.text[0], default=None)
    return told if told and len(document.text[slice(*told.text)].split()) >= _LONG else None


def prose_told(document: Document, fields: list[Binding], prose: Piece) -> Offence:
    """The offence of what should stand above the parts, and may be told in the text that is there."""
    names = in_a_row([f"“{field.written_name}”" for field in fields], "or")
    message = f"What stands above the parts is told in a form from which no {names} can be taken."
    labels = in_a_row([f"“**{field.written_name}:** …”" for field in fields])
    hint = f"Write it as {labels}. {' '.join(field.schema.get('description', '') for field in fields)}".strip()
    span = document.source.line_span(prose.text[0])
    return Offence(span, message, hint, everywhere=True, rule="told-in-sentences")


def list_told(document: Document, field: Binding, path: Path) -> Offence | None:
    """The offence of a list of records that is told in sentences, below its heading; None where it is not."""
    span = document.values.get(path, (0, 0))
    if field.kind != "records" or len(document.text[slice(*span)].split()) < _LONG:
        return None
    needed = [inner for name, inner in field.fields.items() if name in field.required]
    names = in_a_row([f"“{inner.written_name}”" for inner in needed], "or")
    message = f"“{field.written_name}” is told in a form from which no {names} can be taken."
    hint = f"Write it as a table or a list. {field.schema.get('description', '')}".strip()
    return Offence(first_line(document, span), message, hint, rule="told-in-sentences")


def _told(document: Document, way: Path, records: Lacking) -> Offence:
    """The offence of what several records of a list lack, or the part or record that is the only one."""
    first = next(iter(records))
    fields = list(dict.fromkeys(field for lacking in records.values() for field in lacking))
    names = in_a_row([f"“{field.written_name}”" for field in fields], "or")
    every = "no" if all(len(lacking) == len(fields) for lacking in records.values()) else "not every"
    words = f"told in a form from which {every} {names} can be taken."
    described = [f"{field.written_name}: {small(str(field.schema.get('description', '')))}" for field in fields]
    hint = f"Give each a heading, a label or a column of its own. {' '.join(described)}"
    unread = None if isinstance(first[-1], int) else next(_unread(document, first), None)
    span = first_line(document, unread.text) if unread else spot(document, first)
    message = f"{subject(document, first)} is {words}"
    whole = Offence(span, message, hint, everywhere=unread is not None, rule="told-in-sentences")
    if len(records) == 1 or not (binding := binding_at(document, way)):
        return whole
    together = Together(f"{{number}} of {len(value_at(document, way))} under “{binding.title}” are {words}", 2)
    return as_one(document, whole, [_told(document, way, {path: records[path]}) for path in records], together)


def _is_prose(document: Document, path: Path) -> bool:
    """Whether a part or record has so much text of which nothing is read that what it lacks may be told there."""
    if not path:
        return False
    if isinstance(path[-1], int):
        binding = binding_at(document, path)
        if path in document.keys:  # it has a heading, and places for what belongs below it
            told = _words_told(document, binding, path) + _words_inside(document, path) if binding else 0
            if binding and _tells_two(document, (binding.free_fields.get("rest"),), path):
                return True
            told = max(told, _words_between(document, path))
            return told >= _LONG or (not _has_more(document, path) and _words_unread(document, path) >= _PROSE)
        own = (
            (binding.title_field, binding.free_fields.get("rest"), *_told_by_begin(document, binding, path))
            if binding
            else ()
        )
        if _tells_two(document, own if document.family == ENGAGEMENT else own[1:], path):
            return True
        words = [len(str(value_at(document, (*path, field.name)) or "").split()) for field in own if field]
        return sum(words) >= _LONG or sum(words[1:]) >= _SENTENCE
    part = binding_at(document, path)
    return _words_unread(document, path) + (_words_told(document, part, path) if part else 0) >= _PROSE


def _tells_two(document: Document, own: Iterable[Binding | None], path: Path) -> bool:
    """Whether a record's own text, in running text, tells two things at once: `Stop two projects: €300k freed`."""
    spans = (document.values.get((*path, field.name)) for field in own if field and field.is_text)
    return any(span and _TWO.search(document.text[slice(*span)]) and not _is_in_table(document, span) for span in spans)


def _is_in_table(document: Document, span: Span) -> bool:
    """Whether what stands at `span` stands in a table."""
    return any(piece.table for piece in document.pieces if piece.text[0] <= span[0] < piece.end)


def _words_told(document: Document, binding: Binding, path: Path) -> int:
    """How many words a record tells that bear no label."""
    free = (binding.free_fields.get(which) for which in ("first", "rest"))
    fields = [*(field for field in free if field and field.kind == "value"), *_told_by_begin(document, binding, path)]
    told = ((*path, name) for name in {field.name for field in fields})
    return sum(len(str(value_at(document, at) or "").split()) for at in told if at not in document.keys)


def _told_by_begin(document: Document, binding: Binding, path: Path) -> list[Binding]:
    """The fields of a record that sentences without a label tell by their first words."""
    return [field for field, _ in binding.begun_fields if (*path, field.name) not in document.keys]


def _has_more(document: Document, path: Path) -> bool:
    """Whether anything has been read of a record but how it is called."""
    binding, record = binding_at(document, path), value_at(document, path)
    named = {"id", binding.title_field.name if binding and binding.title_field else "id"}
    return isinstance(record, dict) and not record.keys() <= named


def _words_unread(document: Document, path: Path) -> int:
    """How many words stand at `path` of which no value has been read."""
    return sum(len(document.text[slice(*piece.text)].split()) for piece in _unread(document, path))


def _words_between(document: Document, path: Path) -> int:
    """How many words stand between the values of a record that its first line tells; none where that is its name."""
    start, end = document.values.get(path, (0, 0))
    line = (start, min(line_end(document.text, start), end))
    below = (where for at, where in document.values.items() if len(at) > len(path) and at[: len(path)] == path)
    told = sorted(where for where in below if line[0] <= where[0] <= where[1] <= line[1])
    gaps = between(line, told) if len(told) >= _FEWEST else []
    return sum(len(document.text[slice(*gap)].split()) for gap in gaps)


def _words_inside(document: Document, path: Path) -> int:
    """How many words stand in the items inside the one that a record is, of which no value has been read."""
    start, end = document.values.get(path, (0, 0))
    inside = (inner for piece in document.pieces if start <= piece.text[0] < end for inner in piece.pieces)
    return sum(len(document.text[slice(*one.text)].split()) for one in inside if not _is_value_at(document, one))


def _unread(document: Document, path: Path) -> Iterator[Piece]:
    """The lines and items of the part at `path` in which no value stands; lines that are meant as a table are none."""
    for piece in _pieces(document, path):
        if document.text.startswith("|", piece.text[0]):
            continue
        if piece.role in (Role.LINE, Role.ITEM, Role.LABEL) and not _is_value_at(document, piece):
            yield piece


def _is_value_at(document: Document, piece: Piece) -> bool:
    """Whether a single value stands at the beginning of a piece, or behind the label that it begins with."""
    starts = {piece.text[0], piece.value[0] if piece.value[0] < piece.value[1] else piece.text[0]}
    if marks := _MARKS.match(document.text, *piece.text):
        starts.add(marks.end())
    return any(_is_value(document, start) for start in starts)


def _is_value(document: Document, start: int) -> bool:
    """Whether a single value stands where a text begins."""
    found = document.whereabouts.at((start, start + 1))
    value = value_at(document, found[0]) if found else None
    return value is not None and not isinstance(value, dict | list)


def _pieces(document: Document, path: Path) -> Iterable[Piece]:
    """The pieces that belong to the part at `path`: those below its heading, or else where its value stands."""
    pieces = below(document, path)
    if pieces is not None:
        return pieces
    start, end = document.values.get(path, (0, 0))
    return [piece for piece in document.pieces if start <= piece.text[0] < end]
