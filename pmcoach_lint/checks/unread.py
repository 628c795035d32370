"""What stands in the parts of a document as if it were read, and is not: columns, labels, tables and headings.

Which of them count is said by the rule that tells them (PMC219).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.binding.tables.layout import DAY_OR_WEEK
from pmcoach_lint.checks.columns import tells_fields, told_in, unread_columns
from pmcoach_lint.checks.headings import end_of
from pmcoach_lint.checks.known_names import Known
from pmcoach_lint.checks.words import called
from pmcoach_lint.document import Document
from pmcoach_lint.names import name_key, name_keys
from pmcoach_lint.readers.bloom import WORDS
from pmcoach_lint.readers.calendar import WEEKDAY
from pmcoach_lint.readers.text import is_nothing, is_placeholder, plain, says_no_such
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

_MOST_WORDS = 7
"""A label of more words is the beginning of a sentence."""

_NEXT_SENTENCE = regex(r"[.?!][”\"’)]?\s+[\"“(]?[A-Z]")
_NUMBER = regex(r"\W*(?P<letters>[A-Z]{0,3})-?(?P<number>\d{1,3})\W*")
_REMARKS = frozenset(
    {"note", "notes", "nb", "n b", "legend", "key", "example", "for example", "tip", "remark", "source"}
)
"""Labels of what an author remarks on the text itself."""

_WEEKS = frozenset({"wk", "week", "cw", "kw", "w"})
_WEEKDAY = regex(rf"{WEEKDAY}\b", re.IGNORECASE)
_LETTERED = (Role.LABEL, Role.ITEM)

_Form = tuple[str, str, int]
"""The look of a label: what bears it, the mark that sets it off, and for plain ones the list or paragraph."""


class Place(NamedTuple):
    """Where something that nothing has read belongs: the path of what holds it, the keys of its name.

    `is_known` says that its part has the name, and does not read it there.
    """

    holder: Path
    keys: tuple[str, ...]
    is_known: bool


class Unread(NamedTuple):
    """Something that nothing has read: what it is, its name, where it stands, in which part, and what was meant.

    `counts` says that it looks as if it were read; else it may as well lead into words that only people are to read.
    """

    what: str
    name: str
    span: Span
    part: str
    near: str | None
    counts: bool
    place: Place


class _Found(NamedTuple):
    """Something that may be such: what it is, where its name stands, what holds it, and of a label how it looks.

    A label `counts` where others look like it; one that does not is a lead of the sentences behind it.
    """

    what: str
    span: Span
    holder: Path
    form: _Form | None = None
    counts: bool = True


def unread(document: Document) -> Iterator[Unread]:
    """The columns, labels, tables and headings inside its parts that nothing has read, as the text has them."""
    pieces = document.pieces
    at = 0
    while at < len(pieces):
        head = pieces[at]
        at += 1
        if head.level and (path := document.read.names.get(head.text)) and _is_part(document, path):
            end = end_of(pieces, at - 1)
            yield from _Part(document, path).unread(pieces[at:end])
            at = end
        elif head.table and (path := _list_in(document, head.table)):
            yield from _Part(document, path).unread([head])


def _list_in(document: Document, table: Table) -> Path | None:
    """The path of the list whose records a table that no part has names in its rows: the entries of a log."""
    paths = (document.read.names.get(header) for header in table.header)
    titled = ((path, document.binding.fields[str(path[0])].title_field) for path in paths if path)
    return next((path[:1] for path, title in titled if title and path[-1] == title.name), None)


def _is_part(document: Document, path: Path) -> bool:
    """Whether what is at `path` is a part of the document, in one of its parts, or an entry of a log."""
    field = document.binding.fields[str(path[0])]
    return field.is_section or field.kind == "records"


class _Part:
    """One part of a document, whose heading names what is at `path`."""

    def __init__(self, document: Document, path: Path) -> None:
        self.document, self.text, self.read = document, document.text, document.read
        self.path = path
        self._known = Known(document, path)
        self.named: list[Piece] = []
        self.found: list[_Found] = []

    def unread(self, pieces: list[Piece]) -> Iterator[Unread]:
        """What in the `pieces` of the part is not read."""
        self._walk(pieces)
        for found in self.found:
            keys = name_keys(plain(self.text[slice(*found.span)]))
            near, is_known = self._known.meant(found.what, found.holder, keys)
            is_like = found.counts and not self._known.is_free and (found.form is None or found.form in self._forms)
            counts = is_like or (is_known and (found.form is None or found.form[0] in _LETTERED))
            start, end = found.span
            span = (start, end - (self.text[end - 1] == ":"))
            place = Place(found.holder, keys, is_known and found.what != "table")
            yield Unread(found.what, called(self.document, span), span, str(self.path[0]), near, counts, place)

    def _walk(self, pieces: list[Piece]) -> None:
        at = 0
        while at < len(pieces):
            piece = pieces[at]
            at += 1
            if piece.table:
                self._table(piece.table)
                continue
            if piece.name is not None:
                if piece.name in self.read.names:
                    self.named.append(piece)
                elif not self.read.at(piece.text):
                    at = self._named(pieces, at - 1)
                    continue
            if inside := piece.pieces:
                self._walk(inside)

    def _named(self, pieces: list[Piece], at: int) -> int:
        """Take note of a heading or label that is not read, if nothing that belongs to it is; give what follows it."""
        piece, end = pieces[at], at + 1
        form = None if piece.level else self._form(piece)
        if not piece.is_bare and not piece.level:
            self._label(piece, form)
            return end
        inside = piece.pieces
        if not inside:
            end = end_of(pieces, at) if piece.level else self._end_of(pieces, at)
            inside = pieces[at + 1 : end]
        if inside and not any(self.read.at((one.text[0], one.end)) for one in inside):
            if not says_no_such(self.text, inside[0].text):
                if any(one.table for one in inside):  # which would count without a name as well
                    form = None
                self._label(piece, form, is_plain=not any(one.table or self._is_labelled(one) for one in inside))
            return end
        self._walk(piece.pieces)
        return at + 1

    @cached_property
    def _forms(self) -> set[_Form]:
        """How the labels look that are read."""
        return {self._form(piece) for piece in self.named}

    def _end_of(self, pieces: list[Piece], at: int) -> int:
        """The index at which ends what a bare label names: that of the next one that looks like it, or heading."""
        form = self._form(pieces[at])
        return next(
            (
                index
                for index in range(at + 1, len(pieces))
                if pieces[index].level or (pieces[index].name and self._form(pieces[index]) == form)
            ),
            len(pieces),
        )

    def _form(self, piece: Piece) -> _Form:
        """How a label looks. One without marks is like those of its own list or paragraph, and no others."""
        mark = self.text[piece.name[0] - 1] if piece.name else ""
        return (piece.role, mark, 0) if mark in "*_" else (piece.role, "", piece.group)

    def _label(self, piece: Piece, form: _Form | None, *, is_plain: bool = False) -> None:
        """Take note of a heading or label below or behind which nothing is read."""
        name = piece.name or piece.text
        if form is None:
            self.found.append(_Found("heading" if piece.level else "label", name, self.path, None, not is_plain))
        elif not (piece.runs_in or self._is_remark(piece) or self._is_open(piece) or self._is_told_of(piece.text)):
            is_lead = piece.role is Role.LABEL and _NEXT_SENTENCE.search(self.text, *piece.value)
            holder = self.read.names[self.named[-1].name or (0, 0)][:-1] if self.named else self.path
            self.found.append(_Found("label", name, holder, form, not is_lead))

    def _is_labelled(self, piece: Piece) -> bool:
        """Whether a piece is an item or bold label with its value."""
        return piece.role in _LETTERED and piece.name is not None and not piece.is_bare

    def _is_open(self, piece: Piece) -> bool:
        """Whether what is behind a label is still to fill in, or says that there is nothing."""
        said = plain(self.text[slice(*piece.value)])
        return not piece.is_bare and (is_placeholder(said) or is_nothing(said))

    def _is_remark(self, piece: Piece) -> bool:
        """Whether a label is none of the part: a remark, a sentence, a day, a level, or what stands above the parts."""
        words = called(self.document, piece.name or piece.text)
        if not any(map(str.isalpha, words)) or len(words.split()) > _MOST_WORDS:
            return True
        if DAY_OR_WEEK.match(words) or _WEEKDAY.match(words) or words.casefold() in WORDS:
            return True
        return not (_REMARKS | self._above).isdisjoint((*piece.keys, piece.keys[0].split(" ")[0]))

    @cached_property
    def _above(self) -> set[str]:
        """The names of what is told of the document as a whole: `Coach`, `PM level`."""
        fields = self.document.binding.fields
        return {name for name in self.document.data if fields[name].frontmatter_key}

    def _table(self, table: Table) -> None:
        columns = unread_columns(self.document, table)
        if not columns or self._is_told(table) or tells_fields(self.document, table, len(self.path)):
            return
        told = [at for at in range(len(table.header)) if at in columns or told_in(self.document, table, at)]
        if len(columns) == len(told):
            self.found.append(_Found("table", (table.header[0][0], table.header[-1][1]), self.path))
            return
        path = next((path for header in table.header if (path := self.read.names.get(header))), self.path)
        self.found += (
            _Found("column", table.header[at], path[:-1])
            for at in columns
            if plain(table.titles[at])
            and not self._is_told_of(table.header[at])
            and not self._says_nothing_new(table, at, columns)
        )

    def _is_told_of(self, span: Span) -> bool:
        """Whether another finding tells of what stands at `span`."""
        told = (offence.span for offences in self.document.offences.values() for offence in offences)
        return any(start < span[1] and span[0] < end for start, end in told)

    def _is_told(self, table: Table) -> bool:
        """Whether another finding tells of the columns of a table that nothing reads."""
        start, end = table.header[0][0], table.header[-1][1]
        rules = ("missing-column", "column-in-own-words")
        told = (offence.span for rule in rules for offence in self.document.offences.get(rule, ()))
        return any(start <= span[0] and span[1] <= end and span not in self.read.names for span in told)

    def _says_nothing_new(self, table: Table, column: int, spare: list[int]) -> bool:
        """Whether a column numbers the rows, parts them by what they are, or tells the days of weeks that are told."""
        cells = [plain(self.text[slice(*cell)]) for cell in told_in(self.document, table, column)]
        numbers = [_NUMBER.fullmatch(cell) for cell in cells]
        counted = [int(number["number"]) for number in numbers if number]
        others = (name_key(plain(title)) for at, title in enumerate(table.titles) if at not in spare)
        has_days = not self._known.times.isdisjoint(others)
        if has_days and name_key(plain(table.titles[column])) in _WEEKS:  # with bare numbers
            return True
        if len(counted) == len(cells) > 1:
            return counted == [*range(counted[0], counted[0] + len(cells))]
        if all(name_key(cell) in self._known.lists for cell in cells):
            return True
        return has_days and all(map(DAY_OR_WEEK.search, cells))
