"""Which pieces of a text bear the name of a field, or of a record, and which parts are known by their numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Container

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.labels import split_label
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.nouns import number_of
from pmcoach_lint.binding.outline import Piece, Place, Region, Role
from pmcoach_lint.binding.own_text.days import dated_items
from pmcoach_lint.binding.own_text.heads import begins_with_id
from pmcoach_lint.binding.whole import Whole
from pmcoach_lint.names import name_key, name_keys
from pmcoach_lint.regex import regex
from pmcoach_lint.tuples import NamedTuple

_LOWEST = 2
"""The level of heading down to which one may head a part."""

_NUMBER = regex(r"(?:part\s+)?(?P<number>\d{1,2})\\?\s*(?:[).:·-]|[–—])", re.IGNORECASE)

_BARE_NUMBER = regex(r"(?P<number>\d{1,2})\s")
"""The same without a sign behind it: `4 plan`. It counts where no part has one, since `3 bets` may be so many."""

_BEGUN = 1
"""How unlike the name of a field is a heading with which its text may begin, as with another of its names."""

_MOST = 2
"""So many spaces stand in what is longer than the one word that a label may have behind the first words of a list."""

_NUMBERED = 3
_NUMBERS = "123456789abcdefgh"
"""How unlike the name of a list is that of one of its values, and with what that ends: `Signal 2`, `Signal b`."""

Reads = Callable[[Binding, Use, Piece], bool]
"""Tells whether what a label names reads as a value of the field."""


class Hit(NamedTuple):
    """A piece, by its index, that bears the name of a field.

    `likeness` is 0 for the written name, 1 for another of its names, 2 or 3 for the same followed by a colon or dash
    and more words, 4 for no name at all but the number of the part, and 5 for the clues of its words.
    """

    at: int
    use: Use
    piece: Piece
    likeness: int


def find_hits(binding: Holder, region: Region) -> list[Hit]:
    """All pieces of `region` that bear the name of a field of `binding`."""
    hits = []
    by_key = binding.by_key
    for index, piece in enumerate(region.inside, region.first):
        for key in piece.keys:
            if key in by_key:
                depth = piece.keys.index(key)
                for use in by_key[key]:
                    field = binding.fields[use.name]
                    if depth and field.heads_inside(piece.outline.text, piece.text):
                        continue  # `Bet: frame first` is one of the bets, and not the part that tells of them
                    if piece.role is Role.ITEM and field.nouns and field.nouns.name(key):
                        continue  # `- Weekly rep: ...` is one of the reps, and so may be the items beside it
                    hits.append(Hit(index, use, piece, 2 * depth + (field.names[0].key != key)))
                break
        else:
            if binding.begun_fields and (piece.level > _LOWEST or piece.name):
                hits += [Hit(index, Use(field.name), piece, _BEGUN) for field in _begun_by(binding, piece)]
            if piece.keys and (key := piece.keys[0])[-2:-1] == " " and key[-1] in _NUMBERS and key[:-2] in by_key:
                uses = (use for use in by_key[key[:-2]] if binding.fields[use.name].kind == "list")
                hits += [Hit(index, use, piece, _NUMBERED) for use in uses]
    return hits


def told_again(field: Binding, region: Region, head: int, last: int) -> int:
    """Where up to `last` a heading as high as the `head` of a record names what stands in the record already.

    It tells of all records: `### Between sessions` behind a session that says its practice in an item. `last` where
    there is none.
    """
    level, pieces = region.pieces[head].level, region.pieces
    if not level or all(pieces[index].level != level for index in range(head + 1, last)):
        return last
    told: set[str] = set()
    for hit in find_hits(field, Region(pieces, head + 1, last)):
        if hit.piece.level != level:
            told.add(hit.use.name)
        elif hit.use.name in told:
            return hit.at
    return last


def _begun_by(binding: Holder, piece: Piece) -> list[Binding]:
    """The field that is known by the first words of a heading: `If we do something about it`.

    A label is the name of a list with one word behind such words at most, whom it is for: `It gets Northwind: …`.
    """
    said = piece.keys[0] if piece.keys else ""
    starts = ((field, name_key(word)) for field, words in binding.begun_fields for word in words if " " in word)
    begun = ((field, said[len(start) :]) for field, start in starts if f"{said} ".startswith(f"{start} "))
    return [field for field, rest in begun if piece.level or (field.kind == "list" and rest.count(" ") < _MOST)][:1]


def told_by_number(binding: Whole, region: Region, hits: list[Hit]) -> list[Hit]:
    """The headings of parts that nothing names, which bear their numbers: `Part 2 — Where pm-07 is by now`.

    At least two parts must be named and bear their own numbers, and none of them another.
    """
    expected = {name: number for number, name in enumerate(binding.numbered_parts, 1)}
    named = {hit.use.name for hit in hits}
    if named.issuperset(expected):
        return []
    heads = [hit for hit in hits if _heads(hit.piece)]
    form = _NUMBER if any(_number(hit.piece) for hit in heads) else _BARE_NUMBER
    told = [(hit.use.name, _number(hit.piece, form)) for hit in heads]
    right = {name for name, number in told if number is not None and number == expected.get(name)}
    if len(right) < 2 or any(number not in (None, expected[name]) for name, number in told if name in expected):
        return []
    at = {hit.at for hit in hits}
    numbers = {number: name for name, number in expected.items() if name not in named}
    pieces = ((index, region.pieces[index]) for index in region.indexes if index not in at)
    return [
        Hit(index, Use(numbers[number]), piece, 4)
        for index, piece in pieces
        if _heads(piece) and (number := _number(piece, form)) in numbers
    ]


def _heads(piece: Piece) -> bool:
    """Whether a piece may head a part: a heading high enough, or a bold label that stands for one."""
    if piece.role is Role.HEADING:
        return piece.level <= _LOWEST
    return piece.role is Role.LABEL and piece.is_bare


def _number(piece: Piece, form: re.Pattern[str] = _NUMBER) -> int | None:
    """The number in that form that a heading begins with; None where there is none."""
    match = form.match(piece.outline.text, *(piece.name or piece.text))
    return int(match["number"]) if match else None


def is_more_like(binding: Whole, hit: Hit, known: Hit) -> bool:
    """Whether a heading is more like a part than one `known` before: by its number, or by words of the written name."""
    parts, name = binding.numbered_parts, hit.use.name
    number = parts.index(name) + 1 if name in parts else 0
    written = set(binding.fields[name].names[0].key.split())
    likes = [(_number(one.piece) == number, written.issuperset(one.piece.keys[0].split())) for one in (hit, known)]
    return likes[0] > likes[1]


def heads_labels(field: Binding, region: Region, index: int) -> bool:
    """Whether the piece at `index` is a bold line without a value, right above a label of the records of `field`."""
    piece = region.pieces[index]
    if piece.role is not Role.LABEL or not piece.is_bare or index + 1 >= region.last:
        return False
    below = region.pieces[index + 1]
    if field.knows(piece.keys) or below.role is Role.HEADING or not below.keys:
        return False
    return field.knows(below.keys) or (below.group == piece.group and field.told_by_clues(below.keys[0]) is not None)


def heads_below(field: Binding, region: Region, heading: int, free: list[int]) -> list[int]:
    """The bold lines that head a record of `field` each, where the `heading` above them is of them all.

    They are two at least, and the first of them is right below the heading, or below a line that introduces them.
    """
    below = [index for index in free if index > heading and heads_labels(field, region, index)]
    if len(below) < 2 or any(piece.role is not Role.LINE for piece in region.pieces[heading + 1 : below[0]]):
        return []
    return below


def heads_items(field: Binding, region: Region, heading: int, free: list[int]) -> bool:
    """Whether the items below a `heading` are a record each.

    They begin with a day each, or are names in bold, below which their own values stand.
    """
    below = [region.pieces[index] for index in free if index > heading]
    items = [piece for piece in below if piece.role is Role.ITEM]
    if len(items) < 2 or any(piece.role is Role.LABEL for piece in below):
        return False
    if "order" in field.mark and len(dated_items(items[0].outline.text, items)) == len(items):
        return True
    bold = (piece.outline.text.startswith(("**", "__"), *piece.text) and piece.name for piece in items)
    return all(bold) and all(item.pieces and not field.knows(item.keys) for item in items)


def tells_record(field: Binding, piece: Piece, reads: Reads) -> bool:
    """Whether a line with a label tells more of the record of `field` that the label names, right behind it.

    That is a change from one level to another (`Framing: Apply → Analyze`), or a further label of the record
    (`**Framing** — Current: Apply | Target: Analyze`).
    """
    if piece.role not in (Role.LABEL, Role.LINE) or piece.is_bare or field.knows(piece.keys):
        return False
    text = piece.outline.text
    label = split_label(text, piece.value)
    if label and field.knows(name_keys(text[slice(*label.name)])):
        return True
    return any(reads(field.fields[use.name], use, piece) for use in field.change_uses)


def may_head(
    field: Binding, region: Region, free: list[int], named: Container[int]
) -> tuple[list[int], list[int], list[int]]:
    """Which of the pieces at `free` may head a record of `field` each.

    Returns:
        Those with its noun or an id, all other headings but those `named` after a field, and bare lines with its noun.
    """
    spoken, headings, bare = [], [], []
    for index in free:
        piece = region.pieces[index]
        if is_spoken(field, piece):
            spoken.append(index)
        elif piece.role is Role.HEADING:
            if index not in named:
                headings.append(index)
        elif piece.role is Role.LINE and not piece.is_lead and opens_record(field, region, index):
            bare.append(index)
    return spoken, headings, bare


def is_spoken(field: Binding, piece: Piece) -> bool:
    """Whether a piece bears the noun of a record, or an id: in front, or at the end of a question about the record.

    It may head that record: it is a heading, a label, a bare line, or an item with something below.
    """
    is_head = piece.role in (Role.HEADING, Role.LABEL) or piece.is_lead
    if not is_head and not (piece.role is Role.ITEM and piece.pieces):
        return False
    text, nouns = piece.outline.text, field.nouns
    spoken = nouns.match(text, *piece.own) if nouns else None
    if spoken and not (piece.role is Role.LABEL and number_of(spoken) is None and _tells_field(field, piece)):
        return True
    if piece.role is Role.LABEL and nouns and nouns.asked(text, piece.text):
        return True
    is_number = piece.numbered and field.title_is_reference  # what others are called by has no letter of this part
    return is_head and not is_number and begins_with_id(text, piece.text)


def _tells_field(field: Binding, piece: Piece) -> bool:
    """Whether a label is the name of a value of the record, beside its title: `Evidence: the memo of 3 May`."""
    uses = (use for key in piece.keys[:1] for use in field.by_key.get(key, ()))
    return any(not field.fields[use.name].is_title for use in uses)


def opens_record(field: Binding, region: Region, index: int) -> bool:
    """Whether the piece at `index` is a bare line with noun and number, right above what is told of the record.

    Such is `Bet 1 - Frame first` above `Why it matters: ...` or a list.
    """
    piece = region.pieces[index]
    if piece.role is not Role.LINE or not field.nouns or index + 1 >= region.last:
        return False
    if number_of(field.nouns.match(piece.outline.text, *piece.text)) is None:
        return False
    below = region.pieces[index + 1]
    goes_on = below.role is Role.LINE and below.group == piece.group  # such as the step, above what has a label
    return below.role is Role.ITEM or is_named(field, region.pieces[index + 1 : min(index + 2 + goes_on, region.last)])


def is_named(binding: Holder, pieces: list[Piece]) -> bool:
    """Whether one of the `pieces` bears the name of a field of `binding`."""
    return any(binding.knows(piece.keys) for piece in pieces)


def is_behind(binding: Holder, region: Region, hit: Hit, found: dict[str, Place], reads: Reads) -> bool:
    """Whether what a line names stands behind the list or the table in the place of which it is `found`."""
    return _is_object(binding, region, hit) or _ends_list(binding, hit, found, reads)


def _is_object(binding: Holder, region: Region, hit: Hit) -> bool:
    """Whether an object is named in the line right behind a list or table: `Ladder: Staff Aug → Expert Executor`."""
    before = region.pieces[hit.at - 1].role if hit.at > region.first else None
    is_object = binding.fields[hit.use.name].kind == "object" and hit.piece.value[0] < hit.piece.value[1]
    return is_object and hit.piece.role is Role.LINE and before in (Role.ITEM, Role.TABLE)


def _ends_list(binding: Holder, hit: Hit, found: dict[str, Place], reads: Reads) -> bool:
    """Whether a line below a list tells of something else by its name alone: `How we judge: …` behind checkpoints.

    What is more than text must read as such.
    """
    field, piece = binding.fields[hit.use.name], hit.piece
    name, place = next(((name, one) for name, one in found.items() if hit.at in range(*one.claims)), ("", None))
    if place is None or binding.fields[name].kind not in ("list", "records") or name == hit.use.name:
        return False
    if piece.role is not Role.LINE or hit.likeness > 1:
        return False
    if field.reader and not reads(field, hit.use, piece):
        return False
    return any(one.role in (Role.ITEM, Role.TABLE) for one in place.region.pieces[place.claims[0] : hit.at])
