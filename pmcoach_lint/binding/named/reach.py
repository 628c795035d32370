"""How far what is named reaches: to the next sibling, or to whatever else ends it."""

from __future__ import annotations

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import Piece, Place, Region, Role, region_of
from pmcoach_lint.binding.own_text.heads import begins_with_id
from pmcoach_lint.readers.several import split_questions, split_sentences, split_values
from pmcoach_lint.readers.timed import told_in_minutes
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span

_FEW = 3
"""So many words a label has at most that nothing but its colon tells from a sentence."""

_CLAUSE = regex(r"(?:I|[Ww]e|they|he|she|it|you)\s")
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»"}


def place_of(field: Binding, region: Region, at: int, stop: int, use: Use, *, whole: bool = False) -> Place:
    """What belongs to the piece at `at` of `region`.

    Args:
        field: what the piece names.
        region: where to look.
        at: the piece that names the place.
        stop: the piece that names the next sibling, or the end of the region.
        use: what the name stands for.
        whole: whether a bold label stands for a heading, so that only a heading or a sibling ends what it names.
    """
    pieces = region.pieces
    piece = pieces[at]
    if piece.role is Role.ITEM:
        return Place(piece, piece.value, region_of(piece.pieces), use, at, (at, at))
    first = at + 1
    end = first
    is_heading = piece.level > 0  # which ends at headings only
    while end < stop and ((is_heading and not pieces[end].level) or not _ends(field, piece, pieces[end], whole=whole)):
        end += 1
    is_list = not piece.level and first < end and pieces[first].role is Role.ITEM
    if is_list and (field.kind == "records" or _bears_ids(pieces[first:end])):
        end = next((at for at in range(first, end) if pieces[at].table), end)  # which tells of something else
    is_named = field.kind == "value" or (field.kind == "records" and not whole)
    if is_named and not piece.level and first < end and pieces[first].table:
        named = (at for at in range(first + 1, end) if pieces[at].role is Role.ITEM and pieces[at].name)
        end = next((at for at in named if not _is_one_of(field, pieces[at])), end)  # behind which others follow
    value = piece.value if piece.name != piece.text else (piece.text[1], piece.text[1])
    if field.only_minutes and told_in_minutes(piece.outline.text, value):
        end = first  # all is told on the line
    return Place(piece, value, Region(pieces, first, end), use, at, (first, end))


def up_to_labels(binding: Holder, name: str, place: Place) -> Place:
    """The place of a text below a heading, up to a bold line that clues of other fields alone fit.

    Such is `**Assumptions / unknowns**` below the goal.
    """
    first, last = place.claims
    if binding.fields[name].kind != "value" or not binding.clues or place.piece is None or not place.piece.level:
        return place
    for at in range(first + 1, last):
        piece = place.region.pieces[at]
        fitting = binding.fitting_clues(piece.keys[0]) if piece.role is Role.LABEL and piece.is_bare else {}
        if fitting and name not in fitting:
            return place._replace(region=place.region._replace(last=at), claims=(first, at))
    return place


def values_at(text: str, piece: Piece | None, span: Span, between: tuple[str, ...]) -> list[Span]:
    """The spans of the several values that stand at `span`, on the line of the `piece` that names them.

    They are sentences behind a head that ends as one does, where all of them are questions, and where semicolons stand
    inside of sentences. Behind such a head there may be a list as well: lettered, or a single sentence with semicolons.
    """
    sentences = split_sentences(text, span) if piece and piece.runs_in else []
    if len(sentences) > 1 and not text.startswith(("(a)", "(1)"), span[0]):
        return sentences
    spans = split_values(text, span, between if not sentences else ())
    if len(spans) == 1 and text.count("?", *span) > 1:
        return split_questions(text, spans[0]) or spans
    return _sentences(text, span, spans) if len(spans) > 1 and text.find("; ", *span) >= 0 else spans


def _sentences(text: str, span: Span, parts: list[Span]) -> list[Span]:
    """The sentences of a text in which semicolons part nothing but clauses; its `parts` where it is a list.

    A clause begins with who does something: `Requests come by mail; I count them. Then …`.
    """
    is_prose = (
        text.find(". ", *span) >= 0 and text[slice(*span)].rstrip().endswith(".") and "\n" not in text[slice(*span)]
    )
    if not is_prose or not all(_CLAUSE.match(text, *part) for part in parts[1:]):
        return parts
    sentences = split_sentences(text, span)
    return sentences if len(sentences) > 1 else parts


def _bears_ids(pieces: list[Piece]) -> bool:
    """Whether all items among the `pieces` begin with an id: a list that is told without a table."""
    return all(begins_with_id(piece.outline.text, piece.text) for piece in pieces if piece.role is Role.ITEM)


def _is_own(field: Binding, piece: Piece, other: Piece) -> bool:
    """Whether `other` belongs to the `field` that `piece` names.

    So does what bears the name of something inside the field, or goes on with the field under another of its names, and
    what is headed as a record inside it (`Bet 1: ...`).
    """
    keys = other.keys
    whole = keys[:1]
    if field.knows(whole if other.level else keys):
        return True
    if whole and whole != piece.keys[:1] and whole[0] in field.own_keys:
        return True
    return field.heads_inside(other.outline.text, other.text)


def _is_one_of(field: Binding, item: Piece) -> bool:
    """Whether an item is one more record beside the table of others: `- Rep: one frame`."""
    return item.keys[0] in field.own_keys or field.heads_inside(item.outline.text, item.text)


def _ends(field: Binding, piece: Piece, other: Piece, *, whole: bool) -> bool:
    """Whether `other` ends what belongs to the heading or label `piece`."""
    if level := piece.level:
        return other.level <= level and (other.level < level or not _is_own(field, piece, other))
    if other.level:
        return not (whole and _is_own(field, piece, other))
    if whole:
        return False
    if field.is_prose or piece.is_bare:
        return other.role is Role.LABEL and not _is_own(field, piece, other)
    if field.kind == "object" and piece.role is Role.LINE and _is_own(field, piece, other):
        return False  # `Ladder: …`, and below it `Gap: …`
    if other.group == piece.group:
        return other.role is Role.LABEL or (piece.role is other.role is Role.LINE and _is_label(other))
    if other.role is Role.LINE and in_quotation(piece.outline.text, piece.value[0], other.text[0]):
        return False
    goes_on = other.role is Role.ITEM or (other.role is Role.TABLE and field.kind == "records")
    return not goes_on or field.kind == "value"  # a list below goes with a label of more than a value


def _is_label(line: Piece) -> bool:
    """Whether a line begins with a label and goes on behind it: `Gaps: no refusals`, right below `Strengths: depth`."""
    name = line.outline.text[slice(*line.name)] if line.name and not line.is_bare else ""
    return name[:1].isupper() and len(name.split()) <= _FEW


def in_quotation(text: str, start: int, end: int) -> bool:
    """Whether a quotation that is opened at `start` is still open at `end`."""
    opening = text[start : start + 1]
    if opening not in _QUOTES:
        return False
    between, closing = text[start:end], _QUOTES[opening]
    return between.count(opening) % 2 == 1 if opening == closing else between.count(opening) > between.count(closing)
