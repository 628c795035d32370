"""What of a document was never read, so that no document written from its data can hold it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from pmcoach_lint.binding.outline import Piece
from pmcoach_lint.checks.words import leaves
from pmcoach_lint.document import Document
from pmcoach_lint.generate.markdown import one_line
from pmcoach_lint.readers.text import is_nothing, plain
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.tuples import NamedTuple

_LONGEST_NAME = 50
_TITLE = 1


class Left(NamedTuple):
    """Something that nothing has read: what it is, what it is called, and in which line it begins."""

    what: str
    name: str
    line: int


def left_behind(document: Document, written: str) -> list[Left]:
    """The sections, labels, columns and lines that nothing has read, but for what stands in `written` as it did."""
    return list(_Unread(document, written).found())


class _Unread:
    def __init__(self, document: Document, written: str) -> None:
        self._document = document
        self._text = document.text
        self._written = one_line(written)
        spans = sorted(span for span in _read(document) if span[0] < span[1])
        self._starts = [start for start, _ in spans]
        self._ends = list(accumulate((end for _, end in spans), max))

    def found(self) -> Iterator[Left]:
        """All that was not read, in its order: of a section that was not, nothing by itself."""
        pieces = self._document.pieces
        skipped = 0
        for at, piece in enumerate(pieces):
            if at < skipped or piece.level == _TITLE:
                continue
            if piece.level:
                end = next((no for no in range(at + 1, len(pieces)) if 0 < pieces[no].level <= piece.level), None)
                inside = pieces[at + 1 : end]
                if inside and not any(self._is_read(one.text) for one in (piece, *inside)):
                    skipped = at + 1 + len(inside)
                    yield from self._told("section", piece.text, [piece.text, *(one.text for one in inside)])
            elif piece.table:
                yield from self._columns(piece.table)
            else:
                yield from self._line(piece)

    def _line(self, piece: Piece) -> Iterator[Left]:
        """A label with its value, or another line or item, that was not read. Comments are for nobody to read."""
        says = any(map(str.isalnum, self._text[slice(*piece.text)]))
        if self._is_read(piece.text) or not says or self._text.startswith("<", piece.text[0]):
            return
        if not piece.name:
            yield from self._told("line", piece.text, [piece.text])
        elif piece.value[0] < piece.value[1]:
            yield from self._told("label", piece.name, [piece.text])

    def _columns(self, table: Table) -> Iterator[Left]:
        """The columns of which neither the header nor a cell was read, and that have something in them."""
        for place, header in enumerate(table.header):
            cells = [row[place] for row in table.rows if place < len(row)]
            told = [span for span in cells if not is_nothing(plain(self._text[slice(*span)]).strip())]
            if told and not any(map(self._is_read, (header, *told))):
                yield from self._told("column", header, [(table.header[0][0], table.header[-1][1])])

    def _told(self, what: str, name: Span, texts: Iterable[Span]) -> Iterator[Left]:
        """What goes by the words at `name`, unless the `texts` by which it is known stand in the new document."""
        if all(one_line(self._text[slice(*span)]) in self._written for span in texts):
            return
        called = one_line(plain(self._text[slice(*name)]).rstrip(":"))
        short = called if len(called) <= _LONGEST_NAME else called[:_LONGEST_NAME].rsplit(" ", 1)[0] + " …"
        yield Left(what, short, self._document.range(name).start.line)

    def _is_read(self, span: Span) -> bool:
        """Whether a value, or the name of one, lies at `span` or touches it."""
        before = bisect_right(self._starts, span[1] - 1)
        return before > 0 and self._ends[before - 1] > span[0]


def _read(document: Document) -> Iterator[Span]:
    """The places of all values, of what several of them were read out of, and of their names."""
    for path, _ in leaves(document.data):
        place = next((path[:end] for end in (len(path), len(path) - 1) if path[:end] in document.values), None)
        if place is not None:
            yield document.values[place]
    yield from document.keys.values()
