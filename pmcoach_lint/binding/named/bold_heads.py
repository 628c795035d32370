"""Bold lines that stand for headings where a document has none: `**A. Background**`, `**Where you are**`."""

from __future__ import annotations

from collections.abc import Iterable

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.named.own_words import longest_run
from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.binding.whole import Whole
from pmcoach_lint.names import keys_of_heading
from pmcoach_lint.regex import regex

_MARK = regex(r"(?P<mark>\d{1,2}|[A-Za-z])\\?[.):](?=\s)", near=". ) :")
"""The number or letter that a heading of a part begins with; `C1.` and `1.2` are those of something inside one."""

_FEWEST = 3
"""So many bold lines that are parts make a document one with headings."""

_TITLE, _PART, _INSIDE = 1, 2, 3


def be_headings(binding: Whole, pieces: list[Piece]) -> None:
    """Make the bold lines among `pieces` headings, where a document has no others but its title.

    They are of two levels. Where some bear numbers or letters that run on, those are the parts; else those are that
    are named like parts, and what stands between two parts that follow on each other is inside the first of them.
    """
    if any(piece.level > _TITLE for piece in pieces) or sum(piece.level for piece in pieces) >= _FEWEST:
        return
    lines = [piece for piece in pieces if piece.role is Role.LABEL and piece.is_bare]
    parts = _running_on(binding.parts, lines) or _named(binding.parts, lines) if len(lines) >= _FEWEST else []
    if len(parts) < _FEWEST:
        return
    if lines[0] is pieces[0] and lines[0] is not parts[0]:
        _be_heading(lines.pop(0), _TITLE)
    for line in lines:
        if line in parts or line.text[0] < parts[0].text[0]:
            _be_heading(line, _PART)
        elif not _leads_on(line):
            _be_heading(line, _INSIDE)


def _leads_on(line: Piece) -> bool:
    """Whether a colon ends a line, behind which what it labels would stand."""
    name, text = line.name or line.text, line.outline.text
    return ":" in (text[name[1] - 1], text[line.text[1] - 1])


def _be_heading(piece: Piece, level: int) -> None:
    """Make a bold line a heading."""
    text = piece.name or piece.text
    piece.role, piece.level = Role.HEADING, level
    piece.text = piece.name = text
    piece.value = (text[1], text[1])
    piece.keys = keys_of_heading(piece.outline.text[slice(*text)], level)


def _running_on(parts: Whole, lines: list[Piece]) -> list[Piece]:
    """The lines whose numbers or letters run on from each other, if no other with a number is named like a part."""
    begun = ((line, _MARK.match(line.outline.text, *line.name)) for line in lines if line.name)
    marked = [(match["mark"].upper(), line) for line, match in begun if match]
    for first in ("1", "0", "A"):
        awaited = first
        run: list[Piece] = []
        for mark, line in marked:
            if mark == awaited:
                run.append(line)
                awaited = str(int(mark) + 1) if mark.isdecimal() else chr(ord(mark) + 1)
        if len(run) >= _FEWEST and not any(_part_of(parts, line) for _, line in marked if line not in run):
            return run
    return []


def _named(parts: Whole, lines: list[Piece]) -> list[Piece]:
    """The lines that are named like parts, and those that stand where one part is missing between two others."""
    order = {name: number for number, name in enumerate(parts.required_parts)}
    lines = [line for line in lines if not _leads_on(line)]
    named = [(order.get(_part_of(parts, line), -1), at) for at, line in enumerate(lines)]
    run = longest_run([(number, at, parts.knows(lines[at].keys)) for number, at in named if number >= 0])
    found: list[Piece] = []
    between: list[Piece] = []
    names, last = parts.required_parts, -1
    for (number, at), line in zip(named, lines, strict=True):
        if at not in run:
            between.append(line)
            continue
        inside = [parts.fields[name] for name in names[last:number]] if found else []
        between = [line for line in between if not any(_is_inside(part, line) for part in inside)]
        if len(between) == number - last - 1 and found:
            found += between
        found.append(line)
        between, last = [], number
    return found


def _is_inside(part: Binding, line: Piece) -> bool:
    """Whether a line names something in a part, or heads a record there: `Risks`, `Bet 1`."""
    is_record = line.name is not None and part.heads_inside(line.outline.text, line.name)
    return part.knows(line.keys) or is_record


def _part_of(parts: Whole, line: Piece) -> str:
    """The name of the part that a line is named like; empty where it is none."""
    uses: Iterable[str] = (parts.by_key[key][0].name for key in line.keys if key in parts.by_key)
    return next(iter(uses), "") or parts.told_by_clues(line.keys[0]) or ""
