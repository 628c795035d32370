"""Texts and lists of values, as they stand at a place: on the line of a name, below it, or in a table."""

from __future__ import annotations

import re
from typing import Any

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.labels import CHECKBOX
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.named.reach import in_quotation, values_at
from pmcoach_lint.binding.nouns import ANY_NUMBER
from pmcoach_lint.binding.outline import MISSING, Piece, Place, Region, Role
from pmcoach_lint.binding.records.apart import is_of_levels
from pmcoach_lint.binding.tables.fields import NOT_ONE
from pmcoach_lint.binding.tables.whole_rows import NUMBER, WHOSE, are_short, whole_row
from pmcoach_lint.binding.values import ValueReader
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.registry import Context
from pmcoach_lint.readers.several import split_sentences
from pmcoach_lint.readers.text import plain, plain_at, says_none, with_bullets
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.lines import line_begin
from pmcoach_lint.syntax.source import Span, trim
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path

_BET = regex(rf"(?:growth )?bet {ANY_NUMBER}", re.IGNORECASE)
_RULES = ("\n---", "\n***", "\n___")
_RULE = regex(r"(?m)^[ \t]{0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*\r?$")
_IN_ONE = regex(r"\bin (?:one|a) (?:short |single )?(?:line|sentence)\b", re.IGNORECASE, near="line sentence")
_GOES_ON = regex(r"(?:And|But|Or|So)\b")
_BLANK_LINE = r"[ \t]*\r?\n[> \t\r]*\n"
_PARAGRAPH = rf"[\"“„](?:(?![\"”“]{_BLANK_LINE}).)+?[\"”“]"
_SPOKEN = regex(rf"[>\s]*(?P<said>{_PARAGRAPH}(?:{_BLANK_LINE}[>\s]*{_PARAGRAPH})*){_BLANK_LINE}", re.DOTALL)
"""One paragraph or more in quotation marks each, above another one."""

_SPEAKS = regex(r"(?m)^[> \t]*[\"“„]")
"""How a line begins in which somebody goes on to speak."""

_ENDS = (".", ".*", ".**", "!", "?")
_NAME_AND_VALUE = 2
_WHOSE_OR_WHEN = WHOSE | {"week", "wk", "date", "when", "due"}
"""What heads the first column of a table of texts that stand in the second."""

_ABOUT_IT = frozenset({"sponsor", "audience", "milestones", "decision rights", "due", "deadline", "when", "owner"})
"""What a table with a name and a value in each row tells besides of the only value of a list, which comes first."""

_WHO = frozenset({"owner", "who", "responsible", "by whom"})
_WHEN = frozenset({"when", "date", "due", "by when", "day", "deadline"})
"""The columns of a table with steps to be taken next."""

_STEPS = frozenset({"next steps", "next step", "next actions"})


def _is_of_steps(table: Table) -> bool:
    """Whether a table tells who is to do something, and when."""
    titles = {name_key(plain(title)) for title in table.titles}
    return not titles.isdisjoint(_WHO) and not titles.isdisjoint(_WHEN)


class PlaceReader(ValueReader):
    """Reads texts and lists of values at their places.

    `row_texts` are what rows of tables say that are one text each, by their spans.
    """

    def __init__(self, text: str, context: Context) -> None:
        super().__init__(text, context)
        self.row_texts: dict[Span, str] = {}
        self.whole_of: tuple[Holder, dict[str, Any]] | None = None

    def whole(self, place: Place, *, prose: bool = False) -> Span:
        """The span of the text at `place`: on the line, with what continues it (`prose`: all below), or below."""
        start, end = place.value
        pieces, index, last = place.region.pieces, place.region.first, place.region.last
        if start == end:
            return self.below(place.region) or self.in_name(place) or place.value
        if prose and place.region.span:
            return (start, place.region.span[1])
        while index < last and place.piece:
            if pieces[index].group != place.piece.group and not in_quotation(self.text, start, pieces[index].text[0]):
                break
            end = pieces[index].end
            index += 1
        return (start, end)

    def in_name(self, place: Place) -> Span | None:
        """What stands behind the colon of a name that ends with its value: `**Current: Understand (2)**`."""
        name = place.piece.name if place.piece else None
        colon = self.text.find(": ", *name) if name else -1
        return trim(self.text, (colon + 1, name[1])) if name and colon >= 0 else None

    def below(self, region: Region) -> Span | None:
        """The span of a region that is one text; of several list items, with the mark of the first."""
        region = self.up_to_border(region)
        span, first = region.span, region.pieces[region.first] if region.first < region.last else None
        if span and first and first.role is Role.ITEM and region.last - region.first > 1:
            return trim(self.text, (line_begin(self.text, span[0]), span[1]))
        return span

    def up_to_border(self, region: Region) -> Region:
        """The region up to what is no more of the same text: what a line sets off, or steps to be taken next.

        Such are remarks of others below `---`, and below a recommendation what is labelled as next steps, boxes with a
        heading of theirs (`### Next steps`), or a table with who does something and when, with the name above it.
        """
        pieces, span = region.inside, region.span
        is_ruled = span is not None and any(self.text.find(line, *span) >= 0 for line in _RULES)
        may_end = is_ruled or any(piece.level or piece.table or piece.role is Role.LABEL for piece in pieces)
        for at in range(1, len(pieces)) if may_end else ():
            if (table := pieces[at].table) and _is_of_steps(table):
                is_named = at > 1 and pieces[at - 1].is_bare
                return region._replace(last=region.first + at - is_named)
            if pieces[at].role is Role.LABEL and not _STEPS.isdisjoint(pieces[at].keys):
                return region._replace(last=region.first + at)
            if pieces[at].level:
                below = map(pieces.__getitem__, range(at + 1, len(pieces)))
                is_border = at + 1 < len(pieces) and all(map(self._is_box, below))
            else:
                is_border = is_ruled and _RULE.search(self.text, pieces[at - 1].end, pieces[at].text[0]) is not None
            if is_border:
                return region._replace(last=region.first + at)
        return region

    def _is_box(self, piece: Piece) -> bool:
        return piece.role is Role.ITEM and CHECKBOX.match(self.text, *piece.text) is not None

    def spoken(self, field: Binding, place: Place, span: Span) -> Span:
        """The span of what is said in quotation marks, where a field is known by these, without what is said of it.

        Of what its name says to be one sentence, that is the first, with what goes on with it: `The goal, in one line:
        …`.
        """
        name = place.piece.name if place.piece and field.is_text else None
        if name and _IN_ONE.search(self.text, *name):
            others = split_sentences(self.text, span)[1:]
            span = (span[0], next((end for end, _ in others if not _GOES_ON.match(self.text, end)), span[1]))
            span = trim(self.text, span)
        marks = field.mark.get("begins", ())
        said = _SPOKEN.match(self.text, *span) if '"' in marks else None
        return span if said is None or _SPEAKS.search(self.text, said.end(), span[1]) else said.span("said")

    def listed(self, field: Binding, place: Place, path: Path) -> Any:
        """Read a list of values: several on the line, and one for each item, row or line below."""
        pieces = place.region.inside
        line = place.value
        if self.text.find(";", *line) >= 0:  # then lines that follow on it are of the same list
            while pieces and place.piece and pieces[0].role is Role.LINE and pieces[0].group == place.piece.group:
                line = (line[0], pieces.pop(0).end)
        spans = values_at(self.text, place.piece, line, field.between) if line[0] != line[1] else []
        items = [piece for piece in pieces if piece.role in (Role.ITEM, Role.TABLE)]
        if place.is_bare and _tells_of_one(field, pieces, items):
            return self.several(field, [(pieces[0].text[0], items[-1].end)], path, (0, 0))
        if items and items[0].role is Role.ITEM:  # a table behind them tells of something else
            items = [piece for piece in items if piece.role is Role.ITEM]
        quoted = [line for piece in pieces for line in piece.pieces] if not items else []
        for piece in items or _lines(pieces) or _lines(quoted):
            table = piece.table
            spans += self.texts_of(field, table, path) if table else [self.unchecked(field, piece)]
        return self.several(field, spans, path, (0, 0) if spans else self.whole(place))

    def texts_of(self, field: Binding, table: Table, path: Path) -> list[Span]:
        """The values of the list at `path` that stand in the cells of a table.

        They are in the column that bears its name, several in a cell as on a line; else they are the first, but for one
        that only numbers the rows; where that tells the level that each row is for, or each column is of a bet, all
        others. What other columns tell of a text belongs to it.
        """
        rows = [cells for cells in table.rows if cells]
        keys = [name_key(plain(title)) for title in table.titles]
        own = next((at for at, key in enumerate(keys) if at and key in field.own_keys), None)
        if own is not None:
            told = [cells for cells in rows if own < len(cells) and not self._is_no_text(cells[own])]
            return [span for cells in told for span in self._texts_in(field, table, cells, own, path)]
        is_numbered = all(len(cells) > 1 and NUMBER.fullmatch(self.text, *cells[0]) for cells in rows)
        names = {name_key(plain_at(self.text, cells[0])) for cells in rows} if len(keys) == _NAME_AND_VALUE else set()
        if not names.isdisjoint(_ABOUT_IT):
            return [table.header[1]] if keys[1] else [cells[1] for cells in rows[:1] if len(cells) > 1]
        if not is_numbered and is_of_levels(self, table):
            return [cell for cells in rows for cell in cells[1:] if cell[0] < cell[1]]
        is_of_bet = len(keys) > 1 and (keys[0] in _WHOSE_OR_WHEN or (not keys[0] and are_short(table, rows)))
        if all(map(_BET.fullmatch, keys)):
            return [cell for cells in rows for cell in cells if cell[0] < cell[1]]
        rows = [cells for cells in rows if not self._is_of_another(field, cells, path)]
        firsts = [(cells, int(is_numbered or (is_of_bet and len(cells) > 1))) for cells in rows]
        return [self._whole_row(field, table, cells, first, path) for cells, first in firsts]

    def _is_of_another(self, field: Binding, cells: list[Span], path: Path) -> bool:
        """Whether a cell behind the first says of which other list its row is: `| no synthesis | **Skill gap** |`."""
        names = {name_key(plain_at(self.text, cell)) for cell in cells[1:]} - {""}
        return not names.isdisjoint(self._lists_beside(path) - field.own_keys) if names else False

    def _is_no_text(self, cell: Span) -> bool:
        return name_key(plain_at(self.text, cell)) in NOT_ONE

    def _texts_in(self, field: Binding, table: Table, cells: list[Span], own: int, path: Path) -> list[Span]:
        """The texts in one cell of a row, several as on a line; a single one with what the other columns tell of it."""
        told = values_at(self.text, None, cells[own], field.between)
        return told if len(told) > 1 else [self._whole_row(field, table, cells, own, path)]

    def _whole_row(self, field: Binding, table: Table, cells: list[Span], own: int, path: Path) -> Span:
        """Where the text of a row stands whose own column is `own`, with what its other columns tell of it.

        What is said aloud stays as it is said.
        """
        is_told = field.is_text and field.schema.get("x-says") != "prompt"
        row = whole_row(table, cells, own, self._lists_beside(path)) if is_told else None
        if row is None:
            return cells[own]
        self.row_texts[row.span] = row.text
        return row.span

    def _lists_beside(self, path: Path) -> set[str]:
        """The keys of the names of the other lists of the object with the list at `path`."""
        holder = self.whole_of[0] if self.whole_of else None
        for step in path[:-1]:
            holder = holder.fields.get(step) if holder and type(step) is str else holder
        fields = holder.fields.values() if holder else ()
        return {key for field in fields if field.kind in ("list", "records") for key in field.own_keys}

    def several(self, field: Binding, spans: list[Span], path: Path, empty: Span) -> Any:
        """Read the values that stand at `spans`; where there are none, their place is `empty`."""
        self.values[path] = (spans[0][0], spans[-1][1]) if spans else empty
        if len(spans) == 1 and "minItems" not in field.schema and says_none(self.text, spans[0]):
            return []
        values: list[Any] = []
        for span in spans:
            row, at = self.row_texts.get(span), (*path, len(values))
            value = self.take(field, row, span, at) if row else self.value(field, span, at)
            if value is not MISSING:
                values.append(with_bullets(value) if type(value) is str else value)
        if not values and (*path, 0) in self.settled:
            self.settled.add(path)
        return values or MISSING

    def unchecked(self, field: Binding, piece: Piece) -> Span:
        """The text of a list item without the check box in front of it, with the bullets below that go on with it."""
        start, end = piece.text
        goes_on = piece.role is Role.ITEM and not (field.reader or field.words or field.reference)
        if goes_on and all(inside.role is Role.ITEM for inside in piece.pieces):
            end = piece.end if piece.end > start else end  # an empty one may stand behind what is inside
        box = CHECKBOX.match(self.text, start, end) if self.text.startswith(("[", "\\["), start) else None
        return (box.end(), end) if box and piece.role is Role.ITEM else (start, end)


def _tells_of_one(field: Binding, pieces: list[Piece], items: list[Piece]) -> bool:
    """Whether `items` with a label each tell more of the only work that a sentence above them says to do."""
    if field.schema.get("x-says") != "practice" or not items or pieces[-len(items) :] != items:
        return False
    above = pieces[: -len(items)]
    is_one = len({piece.group for piece in above}) == 1 and above == _lines(above)
    return is_one and above[-1].outline.text.endswith(_ENDS, *above[-1].text) and all(item.name for item in items)


def _lines(pieces: list[Piece]) -> list[Piece]:
    """Those of the pieces that are lines of text."""
    return [piece for piece in pieces if piece.role in (Role.LINE, Role.LABEL)]
