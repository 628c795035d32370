"""A new record of a list that is kept in lines instead of a table, or as the first row of a table of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pmcoach_lint.editing.leads import MARKER, lead_of, one_line, says_more
from pmcoach_lint.editing.listed import DATE, Listed, Neighbour
from pmcoach_lint.editing.manner import STATUS
from pmcoach_lint.editing.proof import Insertion, Refused
from pmcoach_lint.editing.rows import as_cell
from pmcoach_lint.generate.markdown import row
from pmcoach_lint.names import name_key
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.lines import LINE_END, line_begin, line_break, line_end
from pmcoach_lint.syntax.source import Span, replaced
from pmcoach_lint.tuples import NamedTuple

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
    marker = MARKER.match(listed.text, start)
    end = line_break(listed.text, start)
    gap = end if marker and marker["bullet"] and not _is_spaced(listed) else end * 2
    for line in _as_another(listed, texts):
        yield listed.insertion(beside, line, gap)
    for beginning in (*_as_others_begin(listed, texts, beside.place), *_as_usual(listed, texts, marker)):
        for lines in _lines(listed, texts, beginning):
            yield listed.insertion(beside, lines.replace("\n", end), gap)


def _as_another(listed: Listed, texts: Mapping[str, str]) -> Iterator[str]:
    """The line of the last record that tells the same fields on one line and no more, with the new values in it."""
    for place in reversed(range(len(listed.records))):
        line = (line_begin(listed.text, listed.head(place)[0]), line_end(listed.text, listed.span(place)[1]))
        spans = {name: listed.span_of(place, name) for name in listed.records[place]}
        inside = {name: span for name, span in spans.items() if span and line[0] <= span[0] and span[1] <= line[1]}
        if inside.keys() == spans.keys() == texts.keys() and not LINE_END.search(listed.text, *line):
            said = listed.text[slice(*line)]
            moved = {name: (start - line[0], end - line[0]) for name, (start, end) in inside.items()}
            if says_more(_form(listed, said, moved.values())):
                continue
            changes = [(span, one_line(texts[name])) for name, span in moved.items()]
            another = replaced(said, changes)
            yield another + ("." if said.endswith(".") and not another.endswith(".") else "")
            return


def _form(listed: Listed, line: str, values: Iterable[Span]) -> str:
    """What is left of the line of a record without its values and their labels."""
    parts = replaced(line, [(span, "\n") for span in values]).split("\n")
    labels = [
        label if (label := _LABEL.search(part)) and name_key(label["label"]) in listed.binding.by_key else None
        for part in parts
    ]
    return "".join(part[: label.start()] if label else part for part, label in zip(parts, labels, strict=True))


class _Beginning(NamedTuple):
    """How a record begins: the signs and values in front of its `own` text, and the names of all that they tell.

    `stop` is the full stop at the end of its line, if there is one.
    """

    before: str
    own: str
    told: frozenset[str]
    stop: str = ""


def _as_others_begin(listed: Listed, texts: Mapping[str, str], beside: int) -> Iterator[_Beginning]:
    """The beginning of the neighbour, with the values of the new record; else that of the last one with a day in it."""
    title = listed.binding.title_field
    for place in (beside, *reversed(range(len(listed.records)))):
        own = listed.span_of(place, title.name) if title else None
        if title and own and (found := _beginning(listed, texts, place, own[0])):
            yield found._replace(own=one_line(texts.get(title.name, "")), told=found.told | {title.name})
            return


def _beginning(listed: Listed, texts: Mapping[str, str], place: int, stop: int) -> _Beginning | None:
    """What stands in front of a record's own text; None without a day, or where the new record does not tell it all."""
    begin = line_begin(listed.text, stop)
    lead = lead_of(listed, place, texts, (begin, stop))
    if lead is None or says_more(lead.signs):
        return None
    before, marker = lead.text, MARKER.match(lead.text)
    if marker and marker["box"]:
        before = f"{marker['bullet']}{_ticked(texts)}{before[marker.end() :]}"
    ends = listed.text[begin : line_end(listed.text, stop)].rstrip().endswith(".")
    return _Beginning(before, "", lead.told, "." if ends else "")


def _ticked(texts: Mapping[str, str]) -> str:
    """A box that says that something is done, where the record does not say how it goes."""
    return "" if STATUS in texts else "[x] "


def _as_usual(listed: Listed, texts: Mapping[str, str], marker: re.Match[str] | None) -> Iterator[_Beginning]:
    """The beginnings of a record with a marker such as its neighbour's: its day, and below a heading nothing else."""
    title = listed.binding.title_field.name if listed.binding.title_field else ""
    own, told = one_line(texts.get(title, "")), frozenset({DATE, title})
    if marker is None:
        yield _Beginning(f"**{texts[DATE]}** – ", own, told)
    elif marker["heading"]:
        yield _Beginning(f"{marker['heading']}{texts[DATE]}", "", frozenset({DATE}))
    else:
        for box in (_ticked(texts), "") if marker["box"] else ("",):
            yield _Beginning(f"{marker['bullet']}{box}{texts[DATE]}: ", own, told)


def _lines(listed: Listed, texts: Mapping[str, str], beginning: _Beginning) -> Iterator[str]:
    """The ways to write the record: how it begins, and the rest behind the names of the fields."""
    before, own, told, stop = beginning
    title = listed.binding.title_field
    names = [name for name in texts if name not in told]
    names.sort(key=lambda name: title is None or name != title.name)
    rest = [f"{_label(listed, name)}: {' '.join(texts[name].split())}" for name in names]
    marker = MARKER.match(before)
    inner = " " * len(marker["bullet"]) if marker and marker["bullet"] else ""
    items = "\n".join(f"{inner}- {each}" for each in rest)
    if marker and marker["heading"]:
        yield "\n\n".join(filter(None, [f"{before}{own}", items]))
        return
    yield before + ". ".join(part.rstrip(".") for part in (own, *rest) if part) + stop
    if marker:
        yield "\n".join(filter(None, [f"{before}{own}", items]))


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
