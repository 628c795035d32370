"""A new entry of a log, written as its neighbours are: heading, labels, and what stands between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.document import Document
from pmcoach_lint.editing.listed import Listed, Neighbour
from pmcoach_lint.editing.proof import Insertion
from pmcoach_lint.editing.running import in_running_text
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.lines import LINE_END, line_begin, line_break, line_end, with_line_feeds
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.tuples import NamedTuple

_BULLET = regex(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_AROUND = regex(r"[*_]*:?[*_]*[ \t]+")
"""What stands between the name of a label and its value."""

_SIGNS = ("-", "*", "+")
_SIGNS_ONLY = regex(r"[\W_]*")
_BETWEEN = regex(r"\s*(?:(?:[-*_][ \t]*){3,}\s*)?")
_LEVEL = 2
"""How deep the headings of entries are in a log that has none yet."""

_LABEL_LINES = 2
"""So many line breaks may part a label from its value: the value stands below it, behind an empty line."""


def without_form(document: Document, blank: str) -> str:
    """The text of a log without the entry of a `blank` one; as it is where somebody has written into that."""
    text = document.text
    form = blank[blank.find(f"\n{'#' * _LEVEL} ") + 1 :].rstrip().replace("\n", line_break(text, 0))
    before, found, after = text.partition(form)
    if not found:
        return text
    following = after.lstrip("\r\n")
    return before + following if following else before.rstrip() + after


def new_entry(listed: Listed, texts: Mapping[str, str], beside: Neighbour) -> Iterator[Insertion]:
    """The ways in which a new entry may be written, the best one first.

    Args:
        listed: The entries of a log.
        texts: What the entry says, by the names of its fields; of a list of texts, each on a line.
        beside: The entry beside which it goes.
    """
    style = _Style(listed, beside.place)
    end, between = line_break(listed.text, listed.span(beside.place)[0]), _between(listed)
    for heading in (*in_running_text(listed, texts, beside.place), *style.headings(texts)):
        yield listed.insertion(beside, style.entry(heading, texts).replace("\n", end), between.replace("\n", end))


def first_entry(listed: Listed, texts: Mapping[str, str]) -> Insertion:
    """The first entry of a log, at its end."""
    text, fields = listed.text, listed.binding.fields
    body = "".join(f"\n\n{_plain(fields[name], value)}" for name, value in texts.items() if name not in _HEAD)
    entry = f"{'#' * _LEVEL} {_usual(texts)}{body}"
    at = len(text.rstrip())
    end = line_break(text, at)
    final = "" if text[at:].strip(" \t") else end
    return Insertion(at, f"\n\n{entry}".replace("\n", end) + final)


def _between(listed: Listed) -> str:
    """What stands between two entries: an empty line, a line drawn across, or nothing but a line break."""
    text = listed.text
    for number in range(len(listed.records) - 1):
        gap = text[line_end(text, listed.span(number)[1]) : line_begin(text, listed.head(number + 1)[0])]
        if LINE_END.search(gap) and _BETWEEN.fullmatch(gap):
            return with_line_feeds(gap)
    return "\n" if _BULLET.match(text, line_begin(text, listed.head(0)[0])) else "\n\n"


class _Label(NamedTuple):
    """How a labelled value is written: what stands before the value, and between several values."""

    before: str
    several: str


_HEAD = ("date", "kind", "title")


class _Style:
    """How the entries of a log are written, by the one that a new entry goes beside."""

    def __init__(self, listed: Listed, place: int) -> None:
        self._listed, self._place, self._text = listed, place, listed.text
        self._fields = listed.binding.fields
        begin = listed.head(place)[0]
        self._line = (line_begin(self._text, begin), line_end(self._text, begin))
        self._piece = next((piece for piece in _all(listed.document.pieces) if piece.text[0] == begin), None)

    def headings(self, texts: Mapping[str, str]) -> Iterator[tuple[str, frozenset[str]]]:
        """The ways to write the heading, each with the names of what it holds: as the neighbour's, and a plain one."""
        spans = {name: self._listed.span_of(self._place, name) for name in _HEAD}
        inside = {
            name: span for name, span in spans.items() if span and self._line[0] <= span[0] and span[1] <= self._line[1]
        }
        pieces, begin = [], self._line[0]
        for name, (start, end) in sorted(inside.items(), key=lambda item: item[1]):
            pieces += [self._text[begin:start], _cased(texts.get(name, ""), self._text[start:end], of=name)]
            begin = end
        pieces.append(self._text[begin : self._line[1]])
        marker = self._marker
        rest = "".join([pieces[0][len(marker) :], *pieces[2::2]])
        if "title" in inside and inside.keys() <= texts.keys() and _SIGNS_ONLY.fullmatch(rest):
            yield "".join(pieces), frozenset(inside)
        bold = "**" if self._piece is not None and self._piece.role is Role.LABEL else ""
        yield f"{marker}{bold}{_usual(texts)}{bold}", frozenset(_HEAD)

    @property
    def _marker(self) -> str:
        """What makes the heading one: its hashes, or the bullet of an item."""
        line = self._text[slice(*self._line)]
        bullet = _BULLET.match(line)
        if bullet:
            return bullet[0]
        return line[: len(line) - len(line.lstrip("# \t"))] if line.startswith("#") else ""

    def entry(self, heading: tuple[str, frozenset[str]], texts: Mapping[str, str]) -> str:
        """The whole entry, without a line break at its end."""
        line, held = heading
        rest = [(name, value) for name, value in texts.items() if name not in held and value]
        if rest and self._piece is not None and self._piece.role is Role.ITEM:
            return "\n".join([line, *(self._inner_item(name, value) for name, value in rest)])
        body = [self._value(name, value) for name, value in rest]
        gap = "\n" if body and all(_BULLET.match(text) for text in body) else "\n\n"
        return f"{line}\n\n{gap.join(body)}" if body else line

    def _inner_item(self, name: str, value: str) -> str:
        """A labelled value as an item inside of the entry's own, in the form of those that other entries have."""
        field = self._fields[name]
        text = _parted_by(field).join(" ".join(line.split()) for line in value.splitlines())
        for place in self._places:
            for key, called in self._names(place):
                before = self._text[line_begin(self._text, key[0]) : key[0]]
                if (bullet := _BULLET.match(before)) and bullet[0][:1].isspace():
                    signs = _AROUND.match(self._text, key[1], line_end(self._text, key[1]))
                    colon = called.rstrip("*_ ").endswith(":")
                    return f"{before}{field.written_name}{':' if colon else ''}{signs[0] if signs else ''}{text}"
        sign = self._marker.strip() if self._marker.strip() in _SIGNS else "-"
        return f"{' ' * len(self._marker)}{sign} {_plain(field, value)}"

    def _names(self, place: int) -> Iterator[tuple[Span, str]]:
        """The labels of an entry, where they stand and what they are."""
        for name in self._fields:
            if key := self._key(place, name):
                yield key, self._text[slice(*key)]

    def _key(self, place: int, name: str) -> Span | None:
        """Where the label of a field of an entry stands."""
        return self._listed.document.keys.get((*self._listed.path, place, name))

    @property
    def _places(self) -> list[int]:
        """The places of the entries: the neighbour first, and then all."""
        return [self._place, *range(len(self._listed.records))]

    def _value(self, name: str, value: str) -> str:
        """A labelled value in the form in which other entries write it, else other labels."""
        own = self._label(name)
        field = self._fields[name]
        lines = [" ".join(line.split()) for line in value.splitlines() if line.strip()]
        if own is None:
            return self._foreign(field, lines)
        lines = lines if field.kind == "list" else [" ".join(lines)]
        return own.before + own.several.join(lines)

    def _label(self, name: str) -> _Label | None:
        """How the value of a field is written in the neighbour, or in the first entry that has one."""
        for place in self._places:
            key, value = self._key(place, name), self._listed.span_of(place, name)
            first = self._listed.document.values.get((*self._listed.path, place, name, 0), value)
            if key and value and first and key[0] < first[0]:
                before = with_line_feeds(self._text[line_begin(self._text, key[0]) : first[0]])
                if "|" not in before and "<" not in before and before.count("\n") <= _LABEL_LINES:
                    bullet = _BULLET.match(before.rpartition("\n")[2]) if "\n" in before else None
                    return _Label(before, f"\n{bullet[0]}" if bullet else _parted_by(self._fields[name]))
        return None

    def _foreign(self, field: Binding, lines: list[str]) -> str:
        """A labelled value in the form of other labels with a value on their line."""
        for name in self._fields:
            label, key = self._label(name), self._key(self._place, name)
            if label and key and "\n" not in label.before:
                called = self._text[slice(*key)]
                colon = ":" if called.rstrip().endswith(":") else ""
                return label.before.replace(called, f"{field.written_name}{colon}", 1) + _parted_by(field).join(lines)
        return _plain(field, "\n".join(lines))


def _plain(field: Binding, value: str) -> str:
    return f"**{field.written_name}:** {_parted_by(field).join(value.splitlines())}"


def _parted_by(field: Binding) -> str:
    if field.kind != "list":
        return " "
    return ", " if ", " in field.mark.get("between", ()) else "; "


def _usual(texts: Mapping[str, str]) -> str:
    """The heading of an entry as a new log has it."""
    kind = texts.get("kind", "")
    return " — ".join(filter(None, (texts["date"], kind[:1].upper() + kind[1:], texts["title"])))


def _cased(value: str, like: str, *, of: str) -> str:
    """A kind of event in capitals where its neighbour's is."""
    if of != "kind":
        return value
    if like.isupper():
        return value.upper()
    return value[:1].upper() + value[1:] if like[:1].isupper() else value


def _all(pieces: list[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        yield piece
        yield from _all(piece.pieces)
