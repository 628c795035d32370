"""Which headings name a part in the author's own words: `Where pm-58 stands, and how we know`, `The two bets`."""

from __future__ import annotations

from itertools import pairwise

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.named.hits import Hit, Reads, is_named
from pmcoach_lint.binding.outline import NOWHERE, Piece, Region, Role
from pmcoach_lint.binding.tables.columns import holds_all
from pmcoach_lint.binding.whole import Whole
from pmcoach_lint.nearest import nearest

_OWN_WORDS = 5
"""How unlike a part's names its heading is where only the clues of its words tell it."""

_MISSPELT = 0.8
"""A heading that is so much like the name of a part is a slip of the pen, which is told."""


def with_own_words(binding: Whole, region: Region, hits: list[Hit]) -> list[Hit]:
    """The `hits`, with the headings of parts that only the clues of their words name.

    A heading counts where the clues of one part alone fit it, or more words of a clue than of any other part's; where
    it is the only one for its part, or the only one that the others leave room for; and where it stands in the order of
    the parts, like all others that are known. What bears the name of such a part further down is something inside it.
    """
    if not binding.clues:
        return hits
    highest = min([level for hit in hits if (level := hit.piece.level)], default=0)
    named = {hit.use.name for hit in hits if hit.piece.level == highest}
    if named.issuperset(binding.required_parts):
        return hits
    order = {name: number for number, name in enumerate(binding.required_parts)}
    told = in_own_words(binding, region)
    levels = [{hit.use.name for hit in (*hits, *told) if hit.piece.level == level} for level in range(1, 7)]
    level = next((level for level, names in enumerate(levels, 1) if len(names & order.keys()) > 1), 0)
    known = {hit.use.name: hit for hit in reversed(hits) if hit.use.name in order and hit.piece.level == level > 0}
    told = [hit for hit in told if hit.piece.level == level]
    told = [hit for hit in told if not _is_scattered(binding.fields[hit.use.name], region, level)]
    only = _only_ones(told)
    several, told = [hit for hit in told if hit not in only], only
    places = [(order[hit.use.name], hit.at, hit.likeness < _OWN_WORDS) for hit in (*known.values(), *told)]
    run = longest_run(places)
    known = {name: hit for name, hit in known.items() if not any(o.use.name == name and o.at in run for o in told)}
    places = [place for place in places if place[1] in run or any(place[1] == hit.at for hit in known.values())]
    told = [hit for hit in told if hit.at in run and _is_in_order(places, order[hit.use.name], hit.at)]
    fitting = [hit for hit in several if _is_in_order(places, order[hit.use.name], hit.at)]
    told += [hit for hit in _only_ones(fitting) if hit.use.name not in known]
    told += _told_by_tables(binding, region, level, [*known.values(), *told])
    told += _told_by_place(binding, region, level, {order[hit.use.name]: hit.at for hit in (*known.values(), *told)})
    names = {hit.use.name for hit in told}
    return [*(hit for hit in hits if hit.use.name not in names), *told]


def with_labels_in_own_words(binding: Holder, region: Region, hits: list[Hit], reads: Reads) -> list[Hit]:
    """The `hits`, with the labels and headings inside a part that only the clues of their words name.

    Such is `**What could trip us up?**` above a list of risks. One counts for a field that nothing names, where it is
    the first for that and what follows on its line reads as the field's value.
    """
    named = {hit.use.name for hit in hits}
    if named >= binding.clued:
        return hits
    told: dict[str, Hit] = {}
    for index in region.indexes:
        piece = region.pieces[index]
        if piece.keys and not binding.knows(piece.keys) and not _has_sentence(piece):
            name = binding.told_by_clues(piece.keys[0])
            is_told = name and name not in named and not _is_record(binding.fields[name], piece)
            hit = Hit(index, Use(name), piece, _OWN_WORDS) if name and is_told else None
            if hit and (piece.is_bare or reads(binding.fields[hit.use.name], hit.use, piece)):
                told.setdefault(hit.use.name, hit)
    return [*hits, *told.values()] if told else hits


def _only_ones(hits: list[Hit]) -> list[Hit]:
    """Those of the hits that are the only one for their part."""
    names = [hit.use.name for hit in hits]
    return [hit for hit in hits if names.count(hit.use.name) == 1]


def _has_sentence(piece: Piece) -> bool:
    """Whether a sentence ends or stands in what would be the label: `Weekly, Tuesdays. Agenda:`, `Ours is that …:`."""
    text, name = piece.outline.text, piece.name
    if name is None or piece.level:  # a heading may have a number in front
        return False
    return text.find(". ", *name) >= 0 or text.find(" is that ", *name) >= 0


def _is_record(field: Binding, piece: Piece) -> bool:
    """Whether an item is one of the records of a list, by its noun: `- Rep, weekly, 45m: ...`."""
    return bool(piece.role is Role.ITEM and field.nouns and field.nouns.match(piece.outline.text, *piece.text))


def in_own_words(binding: Holder, region: Region) -> list[Hit]:
    """The headings that bear no name of a part, and fit the clues of one."""
    pieces = ((index, region.pieces[index]) for index in region.indexes)
    headings = ((i, piece) for i, piece in pieces if piece.level and not binding.knows(piece.keys))
    found = ((index, piece, binding.told_by_clues(piece.keys[0])) for index, piece in headings)
    return [Hit(index, Use(name), piece, _OWN_WORDS) for index, piece, name in found if name]


def _is_scattered(field: Binding, region: Region, level: int) -> bool:
    """Whether what a part consists of has headings of its own beside those of the parts."""
    if not field.mark.get("loose"):
        return False
    pieces = region.inside
    return any(piece.level == level and field.knows(piece.keys) for piece in pieces)


def _is_in_order(places: list[tuple[int, int, bool]], part: int, where: int) -> bool:
    """Whether a part stands behind all that have a lower number, and before those with a higher one."""
    return all((number < part) == (at < where) for number, at, _ in places if number != part)


def longest_run(places: list[tuple[int, int, bool]]) -> set[int]:
    """Where the parts stand of the longest run whose numbers grow, and of equally long ones that with most names.

    Args:
        places: the number of each part, where it stands, and whether it bears a name of the part.
    """
    runs: dict[int, list[tuple[int, int, bool]]] = {-1: []}  # the best that ends with each number, the earliest first
    for place in sorted(places, key=lambda place: place[1]):
        run = [*max((run for number, run in runs.items() if number < place[0]), key=_weight), place]
        if place[0] not in runs or _weight(run) > _weight(runs[place[0]]):
            runs.pop(place[0], None)
            runs[place[0]] = run
    return {at for _, at, _ in max(runs.values(), key=_weight)}


def _weight(run: list[tuple[int, int, bool]]) -> tuple[int, int]:
    """How long a run is, and how many in it bear names."""
    return len(run), sum(named for _, _, named in run)


def _told_by_tables(binding: Whole, region: Region, level: int, known: list[Hit]) -> list[Hit]:
    """The headings of missing parts that a table below them tells: it has all columns that a list of theirs needs.

    Such is the only one for its part, and stands in the order of the parts.
    """
    order = {name: number for number, name in enumerate(binding.required_parts)}
    places = [(order[hit.use.name], hit.at, True) for hit in known]
    missing = [name for name in order if name not in {hit.use.name for hit in known}]
    heads = [at for at in region.indexes if region.pieces[at].level == level > 0]
    below = {at: region.pieces[at:end] for at, end in pairwise([*heads, region.last])}
    told_otherwise = {hit.at for hit in known}
    free = {at for at in heads if at not in told_otherwise and not binding.told_by_clues(region.pieces[at].keys[0])}
    inner = [bound for name in missing for bound in binding.fields[name].lists.values()]
    free = {at for at in free if not any(_is_of(bound, below[at]) for bound in inner)}
    found: list[Hit] = []
    for name in missing:
        lists = [bound for bound in binding.fields[name].lists.values() if len(bound.required) > 1]
        told = [at for at in sorted(free) if any(_holds_all(bound, below[at]) for bound in lists)]
        is_told = len(told) == 1 and _is_in_order(places, order[name], told[0])
        if is_told and not nearest(region.pieces[told[0]].keys[0], binding.by_key, cutoff=_MISSPELT):
            found.append(Hit(told[0], Use(name), region.pieces[told[0]], _OWN_WORDS))
            free.discard(told[0])
    return found


def _is_of(field: Binding, pieces: list[Piece]) -> bool:
    """Whether the heading in front bears the name of a list, and one of the tables below has what its records need."""
    return not field.own_keys.isdisjoint(pieces[0].keys) and _holds_all(field, pieces)


def _holds_all(field: Binding, pieces: list[Piece]) -> bool:
    """Whether one of the tables among `pieces` has a column for all that a record of `field` needs."""
    return any(piece.table and holds_all(field, piece.table.titles) for piece in pieces)


def _told_by_place(binding: Whole, region: Region, level: int, known: dict[int, int]) -> list[Hit]:
    """The headings that nothing but their place tells, and what stands below them.

    Such is the only one where one part is missing between two others.
    """
    found: list[Hit] = []
    for number, name in enumerate(binding.required_parts):
        before, after = known.get(number - 1), known.get(number + 1)
        if number in known or before is None or after is None:
            continue
        between = [at for at in range(before + 1, after) if region.pieces[at].level == level]
        below = Region(region.pieces, between[0] + 1, after) if len(between) == 1 else NOWHERE
        if _tells(binding.fields[name], below) and not binding.told_by_clues(region.pieces[between[0]].keys[0]):
            found.append(Hit(between[0], Use(name), region.pieces[between[0]], _OWN_WORDS))
    return found


def _tells(part: Binding, region: Region) -> bool:
    """Whether something in `region` bears the name of what belongs into a part, or heads a record there."""
    pieces = region.inside
    return is_named(part, pieces) or any(part.heads_inside(piece.outline.text, piece.text) for piece in pieces)
