"""A new record of a list that is kept in lines instead of a table, or as the first row of a table of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pmcoach_lint.editing.listed import Listed, Neighbour
from pmcoach_lint.editing.proof import Insertion, Refused
from pmcoach_lint.editing.rows import as_cell
from pmcoach_lint.generate.markdown import row
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.lines import LINE_END, line_begin, line_break, line_end
from pmcoach_lint.syntax.source import replaced

_MARKER = regex(r"(?P<bullet>[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)(?P<box>\[[ xX]\][ \t]+)?|(?P<heading>#{1,6}[ \t]+)")
_LABEL = regex(r"(?P<label>[^\W\d_][^.;:|,*_\n–—]*?)[*_]*:[*_ \t]*$")
_EMPTY_LINE = regex(rf"(?:{LINE_END.pattern})[ \t]*(?:{LINE_END.pattern})")


def new_line(listed: Listed, texts: Mapping[str, str], beside: Neighbour) -> Iterator[Insertion]:
    """The ways to write a new record beside those that are items, headings or paragraphs.

    Args:
        listed: The list.
        texts: What the record says, by the names of its fields.
        beside: The record beside which it goes.
    """
    start = line_begin(listed.text, min(listed.head(beside.place)[0], listed.span(beside.place)[0]))
    marker = _MARKER.match(listed.text, start)
    end = line_break(listed.text, start)
    gap = end if marker and marker["bullet"] and not _is_spaced(listed) else end * 2
    for line in _as_another(listed, texts):
        yield listed.insertion(beside, line, gap)
    for lead in _leads(marker):
        for line in _lines(listed, texts, lead, is_heading=lead.startswith("#")):
            yield listed.insertion(beside, line.replace("\n", end), gap)


def _as_another(listed: Listed, texts: Mapping[str, str]) -> Iterator[str]:
    """The line of the last record that tells the same fields on one line, with the new values in it."""
    for place in reversed(range(len(listed.records))):
        line = (line_begin(listed.text, listed.head(place)[0]), line_end(listed.text, listed.span(place)[1]))
        spans = {name: listed.span_of(place, name) for name in listed.records[place]}
        inside = {name: span for name, span in spans.items() if span and line[0] <= span[0] and span[1] <= line[1]}
        if inside.keys() == spans.keys() == texts.keys() and not LINE_END.search(listed.text, *line):
            changes = [((start - line[0], end - line[0]), _told(texts[name])) for name, (start, end) in inside.items()]
            yield replaced(listed.text[slice(*line)], changes)
            return


def _told(text: str) -> str:
    """A value on one line, where a full stop may stand behind it already."""
    return " ".join(text.split()).rstrip(".")


def _leads(marker: re.Match[str] | None) -> list[str]:
    """What the line of a record may begin with: what its neighbour's does, a box ticked or left out."""
    if marker is None:
        return [""]
    bullet = marker["heading"] or marker["bullet"]
    return [f"{bullet}[x] ", bullet] if marker["box"] else [bullet]


def new_table(listed: Listed, texts: Mapping[str, str], *, is_whole: bool = False) -> Insertion:
    """Where and how the first record is written in a table of its own, at the end of the part that it belongs to.

    Args:
        listed: The list.
        texts: What the record says, by the names of its fields.
        is_whole: Whether the table has all columns, and not only those of what is told: what has a column of its own
            is not looked for in the others.

    Raises:
        Refused: The document has no such part.
    """
    document, path, binding = listed.document, listed.path, listed.binding
    holder = document.binding.fields[str(path[0])]
    name = document.keys.get(path[:-1])
    if name is None:
        hint = f"Write its heading: ## {document.binding.heading_of(holder.name)}"
        raise Refused(f"There is no part “{holder.written_name}” for “{binding.title}”.", hint)
    level = next((piece.level for piece in document.pieces if piece.text == name), 0)
    parts = {span[0] for at, span in document.keys.items() if len(at) == 1}
    own = [piece for piece in document.pieces if piece.text[0] >= name[0]]
    later = (n for n, piece in enumerate(own) if n and (0 < piece.level <= level or piece.text[0] in parts))
    last = own[next(later, len(own)) - 1]
    columns = [
        field
        for field in binding.fields.values()
        if field.mark.get("column") and (field.name in texts or (is_whole and field.mark.get("scaffold", True)))
    ]
    names = [field.written_name for field in columns]
    cells = [as_cell(texts.get(field.name, "")) for field in columns]
    table = "\n".join([row(names), f"|{'---|' * len(columns)}", row(cells)])
    end = line_break(document.text, 0)
    heading = f"{'#' * min(level + 1, 6)} {binding.written_name}" if level else f"**{binding.written_name}**"
    written = f"\n\n{heading}\n\n{table}".replace("\n", end)
    stop = line_end(document.text, last.end)
    return Insertion(stop, written + ("" if document.text[stop:] else end))


def _is_spaced(listed: Listed) -> bool:
    """Whether an empty line parts the first two records."""
    if len(listed.records) < 2:
        return False
    return bool(_EMPTY_LINE.search(listed.text, listed.span(0)[1], listed.span(1)[0]))


def _label(listed: Listed, name: str) -> str:
    """What a field is called: as the last record that has it calls it, else in the case of what others are called."""
    called = {field: _called(listed, field) for field in listed.binding.fields}
    usual, known = listed.binding.fields[name].written_name, list(filter(None, called.values()))
    return called[name] or (usual.lower() if known and all(map(str.islower, known)) else usual)


def _called(listed: Listed, name: str) -> str:
    """The label in front of the value of a field, in the last record that has one; empty where none has."""
    for place in reversed(range(len(listed.records))):
        if span := listed.span_of(place, name):
            match = _LABEL.search(listed.text, line_begin(listed.text, span[0]), span[0])
            if match:
                return match["label"]
    return ""


def _lines(listed: Listed, texts: Mapping[str, str], marker: str, *, is_heading: bool) -> Iterator[str]:
    """The ways to write the record: its day, what it is about, and the rest behind the names of the fields."""
    binding = listed.binding
    title = binding.title_field.name if binding.title_field else ""
    own = " ".join(texts.get(title, "").split())
    rest = [
        (_label(listed, name), " ".join(value.split()))
        for name, value in texts.items()
        if value and name not in ("date", title)
    ]
    if is_heading:
        told = [*([(_label(listed, title), own)] if own else []), *rest]
        yield f"{marker}{texts['date']}\n\n" + "\n".join(f"- {name}: {value}" for name, value in told)
        return
    day = f"{texts['date']}:" if marker else f"**{texts['date']}** –"
    sentences = [own, *(f"{name}: {value}" for name, value in rest)]
    yield f"{marker}{day} " + ". ".join(part.rstrip(".") for part in sentences if part)
    if marker:
        inner = " " * len(marker)
        yield f"{marker}{day} {own}" + "".join(f"\n{inner}- {name}: {value}" for name, value in rest)
