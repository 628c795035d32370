"""What of a document was never read, so that no document written from its data can hold it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pmcoach_lint.binding.outline import Piece
from pmcoach_lint.checks.columns import unread_columns
from pmcoach_lint.checks.headings import end_of
from pmcoach_lint.checks.words import called
from pmcoach_lint.document import Document
from pmcoach_lint.generate.markdown import one_line
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.tuples import NamedTuple

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
        self._is_read = document.read.at

    def found(self) -> Iterator[Left]:
        """All that was not read, in its order: of a section that was not, nothing by itself."""
        pieces = self._document.pieces
        skipped = 0
        for at, piece in enumerate(pieces):
            if at < skipped or piece.level == _TITLE:
                continue
            if piece.level:
                inside = pieces[at + 1 : end_of(pieces, at)]
                if inside and not any(self._is_read(one.text) for one in (piece, *inside)):
                    skipped = at + 1 + len(inside)
                    yield from self._told("section", piece.text, [piece.text, *(one.text for one in inside)])
            elif (table := piece.table) is not None:
                row = (table.header[0][0], table.header[-1][1])
                for column in unread_columns(self._document, table):
                    yield from self._told("column", table.header[column], [row])
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

    def _told(self, what: str, name: Span, texts: Iterable[Span]) -> Iterator[Left]:
        """What goes by the words at `name`, unless the `texts` by which it is known stand in the new document."""
        if not all(one_line(self._text[slice(*span)]) in self._written for span in texts):
            yield Left(what, called(self._document, name), self._document.range(name).start.line)
