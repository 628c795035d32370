"""Which headings name a part in the author's own words: `Where pm-58 stands, and how we know`, `The two bets`."""

from __future__ import annotations

from pmcoach_lint.binding.clues import told_by_clues
from pmcoach_lint.binding.hits import Hit, Reads
from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import Piece, Region, Role
from pmcoach_lint.binding.whole import Whole

_OWN_WORDS = 5
"""How unlike a part's names its heading is where only the clues of its words tell it."""


def with_own_words(binding: Whole, region: Region, hits: list[Hit]) -> list[Hit]:
    """The `hits`, with the headings of parts that only the clues of their words name.

    A heading counts where the clues of one part alone fit it, or more words of a clue than of any other part's; where
    it is the only one for its part; and where it stands in the order of the parts, like all others that are known. What
    bears the name of such a part further down is something inside it.
    """
    if not binding.clues:
        return hits
    highest = min([level for hit in hits if (level := hit.piece.level)], default=0)
    named = {hit.use.name for hit in hits if hit.piece.level == highest}
    if named.issuperset(binding.required_parts):
        return hits
    order = {name: number for number, name in enumerate(binding.required_parts)}
    told = _told(binding, region)
    levels = [{hit.use.name for hit in (*hits, *told) if hit.piece.level == level} for level in range(1, 7)]
    level = next((level for level, names in enumerate(levels, 1) if len(names & order.keys()) > 1), 0)
    known = {hit.use.name: hit for hit in reversed(hits) if hit.use.name in order and hit.piece.level == level > 0}
    told = [hit for hit in told if hit.piece.level == level and hit.use.name not in known]
    told = [hit for hit in told if [other.use.name for other in told].count(hit.use.name) == 1]
    told = [hit for hit in told if not _is_scattered(binding.fields[hit.use.name], region, level)]
    places = [(order[hit.use.name], hit.at) for hit in (*known.values(), *told)]
    told = [hit for hit in told if _is_in_order(places, (order[hit.use.name], hit.at))]
    names = {hit.use.name for hit in told}
    return [*(hit for hit in hits if hit.use.name not in names), *told]


def with_labels_in_own_words(binding: Holder, region: Region, hits: list[Hit], reads: Reads) -> list[Hit]:
    """The `hits`, with the labels and headings inside a part that only the clues of their words name.

    Such is `**What could trip us up?**` above a list of risks. One counts for a field that nothing names, where it is
    the first for that and what follows on its line reads as the field's value.
    """
    named = {hit.use.name for hit in hits}
    if not binding.clues or named.issuperset(name for name, _, _ in binding.clues):
        return hits
    told: dict[str, Hit] = {}
    for index in range(region.first, region.last):
        piece = region.pieces[index]
        if piece.keys and binding.by_key.keys().isdisjoint(piece.keys) and not _has_sentence(piece):
            name = told_by_clues(binding, piece.keys[0])
            is_told = name and name not in named and not _is_record(binding.fields[name], piece)
            hit = Hit(index, Use(name), piece, _OWN_WORDS) if name and is_told else None
            if hit and (piece.value[0] == piece.value[1] or reads(binding.fields[hit.use.name], hit.use, piece)):
                told.setdefault(hit.use.name, hit)
    return [*hits, *told.values()] if told else hits


def _has_sentence(piece: Piece) -> bool:
    """Whether a sentence ends in what would be the label: `Weekly, Tuesdays. Agenda: wins, decisions`."""
    return piece.name is not None and piece.outline.text.find(". ", *piece.name) >= 0


def _is_record(field: Binding, piece: Piece) -> bool:
    """Whether an item is one of the records of a list, by its noun: `- Rep, weekly, 45m: ...`."""
    return bool(piece.role is Role.ITEM and field.nouns and field.nouns.match(piece.outline.text, *piece.text))


def _told(binding: Holder, region: Region) -> list[Hit]:
    """The headings that bear no name of a part, and fit the clues of one."""
    pieces = ((index, region.pieces[index]) for index in range(region.first, region.last))
    headings = ((i, piece) for i, piece in pieces if piece.level and not any(k in binding.by_key for k in piece.keys))
    found = ((index, piece, told_by_clues(binding, piece.keys[0])) for index, piece in headings)
    return [Hit(index, Use(name), piece, _OWN_WORDS) for index, piece, name in found if name]


def _is_scattered(field: Binding, region: Region, level: int) -> bool:
    """Whether what a part consists of has headings of its own beside those of the parts."""
    if not field.mark.get("loose"):
        return False
    pieces = region.pieces[region.first : region.last]
    return any(piece.level == level and key in field.by_key for piece in pieces for key in piece.keys)


def _is_in_order(places: list[tuple[int, int]], place: tuple[int, int]) -> bool:
    """Whether a part stands behind all that have a lower number, and before those with a higher one."""
    return all((number < place[0]) == (at < place[1]) for number, at in places if number != place[0])
