"""Bytes to text, and offsets to lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property, wraps
from itertools import accumulate, pairwise
from typing import Any, TypeVar

from pmcoach_lint.finding import Position, Range, Together
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.lines import LINE_END, line_around, line_break
from pmcoach_lint.tuples import NamedTuple

Span = tuple[int, int]
"""A stretch of the text: start and end offset in characters, the end not included."""

Change = tuple[Span, str]
"""A stretch of the text, and what is to stand there."""

MAX_BYTES = 4 * 1024 * 1024
"""The largest file that is read. A pack is about 22 KB and a log of several hundred entries under 1 MB."""

BOM = "\ufeff"
_WORD = regex(r"[^\W_]+")
_BLANKED = bytes(ord(chr(code).lower() if chr(code).isalnum() else " ") for code in range(128)) + bytes(range(128, 256))
"""For each byte of a text in UTF-8 the same in small letters, or a blank where it is part of no word."""

_OTHER = b"\x01"
_PLAIN = _BLANKED[:128] + b" " * 64 + b"".join(b" " if byte == 0xE2 else _OTHER for byte in range(192, 256))
"""The same where all other signs are blanks too, but a sign of its own for any that letters begin with."""

_LETTERS = regex(
    rb"\xe2(?:\x81[\xb0-\xbf]|\x82[\x80-\x9c]|\x84|\x85|\x86[\x80-\x8f]|\x91[\xa0-\xbf]|\x92|\x93"
    rb"|\x9d[\xb6-\xbf]|\x9e[\x80-\x93]|[\xb0-\xbf])"
)
"""The letters and numerals among the signs from U+2000 to U+2FFF: quotation marks, dashes and arrows mostly."""

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class Mention(NamedTuple):
    """Another place that an offence speaks of: where, what there is to see, and in which text if it is another one."""

    span: Span
    words: str
    source: Source | None = None


class Offence(NamedTuple):
    """What is wrong at one place of a text, before it becomes a finding.

    `instead` is the text that was likely meant to stand at `span`. `related` are
    other places that the message speaks of. `source` is the text in which `span` lies, where the check that found it
    looked at several. `everywhere` says that it is about the text as a whole, not what stands at `span`.
    `spare` is a stretch that says nothing to
    anybody: that the offence is settled by taking it away, and nothing else changes. `line` is one
    to add below that of `span`, which settles it and says nothing new; `front` is front matter to put before all.
    `rule` names the rule that is to tell it, where the reader has found it; what a rule finds it tells itself.
    `singles` are the offences that it stands for, if they are several, and `together` how those are told that are left
    when some of them may pass.
    `unsure` says that something is missing, and that something which is not read may be it: it is never more than a
    warning.
    """

    span: Span
    message: str
    hint: str | None = None
    instead: str | None = None
    related: tuple[Mention, ...] = ()
    source: Source | None = None
    everywhere: bool = False
    spare: Span | None = None
    line: str | None = None
    front: str | None = None
    rule: str = ""
    singles: tuple[Offence, ...] = ()
    together: Together | None = None
    unsure: bool = False


class Source:
    """The text of one file, without a byte order mark, and the way from offsets to lines and columns.

    `text` keeps its line ends as they are. `bom` says whether a byte order mark stood before it.
    """

    __slots__ = ("__dict__", "bom", "file", "text", "views")

    def __init__(self, text: str, file: str) -> None:
        self.views: dict[Any, Any] = {}
        self.bom = text.startswith(BOM)
        self.text = text[1:] if self.bom else text
        self.file = file

    def marked(self, text: str) -> str:
        """Another text as the file would hold it: behind the byte order mark that it may have."""
        return BOM + text if self.bom else text

    @property
    def whole(self) -> str:
        """All that the file holds."""
        return self.marked(self.text)

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins."""
        if "\r" not in self.text:  # a tenth of the time
            return [0, *accumulate(len(line) + 1 for line in self.text.split("\n")[:-1])]
        return [0, *(match.end() for match in LINE_END.finditer(self.text))]

    @cached_property
    def encoded(self) -> bytes:
        """The text in UTF-8; what looks at all of it is quicker on bytes."""
        return self.text.encode("utf-8", "surrogatepass")

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the text, each once and casefolded."""
        plain = self.encoded.translate(_PLAIN)
        self._is_plain = _is_plain(self.encoded, plain)
        if self._is_plain:
            return frozenset(plain.decode("ascii").split())
        words = frozenset(self.encoded.translate(_BLANKED).decode("utf-8", "surrogatepass").split())
        others = " ".join([word for word in words if not word.isascii()])
        return words.union(_WORD.findall(others.casefold()))

    @cached_property
    def folded(self) -> str:
        """The text in small letters, and exactly as long."""
        return self._small.decode("utf-8", "surrogatepass") if self._is_plain else fold(self.text)

    def may_hold(self, words: str) -> bool:
        """Whether some words in small letters may stand in the text: a glance, which takes a fraction of `folded`."""
        return not self._is_plain or words.encode("utf-8", "surrogatepass") in self._small

    @cached_property
    def _small(self) -> bytes:
        return self.encoded.lower()

    @cached_property
    def _is_plain(self) -> bool:
        return _is_plain(self.encoded, self.encoded.translate(_PLAIN))

    def position(self, offset: int) -> Position:
        """The line and column, both from 1, of the character at `offset`."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def range(self, span: Span) -> Range:
        """The range that `span` covers."""
        return Range(self.position(span[0]), self.position(span[1]))

    def span(self, place: Range) -> Span:
        """The span that `place`, a range in this text, covers."""
        first, last = (self.line_starts[line - 1] + column - 1 for line, column in place)
        return (first, last)

    def line_span(self, offset: int) -> Span:
        """The span of the line that holds `offset`, without its line end and surrounding white space."""
        return trim(self.text, line_around(self.text, offset))


Of = TypeVar("Of")
View = TypeVar("View")


def view(make: Callable[[Of], View]) -> Callable[[Of], View]:
    """What `make` works out of a source or a document: when somebody first asks for it, and then kept with that."""

    @wraps(make)
    def ask(of: Of) -> View:
        views: dict[Any, View] = of.views  # type: ignore[attr-defined]
        if make not in views:
            views[make] = make(of)
        return views[make]

    return ask


def _is_plain(encoded: bytes, plain: bytes) -> bool:
    """Whether no letter stands in a text but those of ASCII, given the text and what `_PLAIN` makes of it."""
    return _OTHER not in plain and not _LETTERS.search(encoded)


def fold(text: str) -> str:
    """A text in small letters, and exactly as long: a place in the one is a place in the other."""
    if text.isascii():
        return text.lower()
    folded = "\n".join(map(str.lower, text.split("\n")))  # by lines: most are ASCII, which takes a tenth of the time
    if len(folded) == len(text):
        return folded
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def words_of(text: str) -> frozenset[str]:
    """The words of a text, casefolded, each once."""
    return frozenset(_WORD.findall(text.casefold()))


def trim(text: str, span: Span) -> Span:
    """The part of `span` left without white space at either end; an empty span stays where it begins."""
    start, end = span
    if start < end and not text[start].isspace() and not text[end - 1].isspace():
        return span
    piece = text[start:end]
    left = piece.lstrip()
    if not left:
        return (start, start)
    return (end - len(left), start + len(piece.rstrip()))


def strip(text: str, span: Span, front: str, behind: str | None = None) -> Span:
    """The part of `span` left without any of the signs in front, and without those behind; by default, the same."""
    raw = text[slice(*span)].rstrip(front if behind is None else behind)
    return (span[0] + len(raw) - len(raw.lstrip(front)), span[0] + len(raw))


def between(span: Span, cuts: Iterable[Span]) -> list[Span]:
    """What is left of `span` before, between and behind the `cuts`."""
    bounds = [(span[0], span[0]), *cuts, (span[1], span[1])]
    return [(before[1], behind[0]) for before, behind in pairwise(bounds)]


def replaced(text: str, changes: Iterable[Change]) -> str:
    """The text after changes that do not overlap, those at one place in their order.

    Line ends are as elsewhere in the text.
    """
    pieces, begin, end_of_line = [], 0, line_break(text, 0)
    for (start, end), instead in sorted(changes, key=lambda change: change[0]):
        pieces += [text[begin:start], LINE_END.sub(end_of_line, instead)]
        begin = end
    return "".join([*pieces, text[begin:]])


def decode(data: bytes, file: str) -> tuple[Source, Offence | None]:
    """Take the bytes of a file as text.

    Returns the source and, when the bytes are no text that can be read as a document, what is wrong with them. In
    that case the source holds the text before the place at fault, so that the place has a line and a column.
    """
    if len(data) > MAX_BYTES:
        return Source("", file), too_large(len(data))
    try:
        source = Source(data.decode("utf-8"), file)
        source.encoded = data.removeprefix(BOM.encode())
    except UnicodeDecodeError as error:
        before = Source(data[: error.start].decode("utf-8"), file)
        return before, _undecodable(data, error, len(before.text))
    if b"\0" in data:  # in bytes it is found at once
        nul = source.text.find("\0")
        message = f"There is a NUL character at byte {data.index(0)}, which no text file holds."
        hint = "Delete that character; if the file is not text at all, keep it out of the packs folder."
        return source, Offence((nul, nul + 1), message, hint, rule="binary-content")
    if not source.text or source.text.isspace():
        return source, Offence((0, 0), "This file is empty.", "Fill it in, or delete it.", rule="empty-file")
    return source, None


def too_large(size: int) -> Offence:
    """The offence of a file of `size` bytes, more than is read."""
    message = f"This file is {size / 1_000_000:.1f} MB long; a document of more than 4 MB is not read."
    return Offence((0, 0), message, "Split it into several documents.", rule="file-too-large")


def _undecodable(data: bytes, error: UnicodeDecodeError, offset: int) -> Offence:
    """The problem of bytes that are not UTF-8, told by what they most likely are."""
    span = (offset, offset)
    if data.startswith(_UTF16_MARKS):
        message = "This file is saved as UTF-16, not as UTF-8."
        return Offence(span, message, "Save it again with the encoding UTF-8.", rule="not-utf-8")
    if b"\0" in data:
        message = "This is not a text file: it holds binary data."
        return Offence(span, message, "Keep files that are not Markdown under another ending.", rule="binary-content")
    message = f"This file is not saved as UTF-8: byte {error.start} (0x{data[error.start]:02x}) is no character of it."
    hint = "Save it again with the encoding UTF-8: “Save as” of most editors lets you choose."
    return Offence(span, message, hint, rule="not-utf-8")
