"""Which named piece of a text is which field, and how far what it names reaches.

Headings are looked at first, then bold labels, then list items and plain lines. A label inside the place of another
field is taken only when it is bold and its value reads as the field's, so that `Target: two in a row` under
“Measurement” is not taken for a target level.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.named.hits import (
    Hit,
    Reads,
    heads_labels,
    is_behind,
    is_more_like,
    opens_record,
    tells_record,
    told_by_number,
)
from pmcoach_lint.binding.named.own_words import with_labels_in_own_words, with_own_words
from pmcoach_lint.binding.named.reach import place_of, up_to_labels
from pmcoach_lint.binding.named.records_alone import records_alone
from pmcoach_lint.binding.outline import Piece, Place, Region, Role, region_of
from pmcoach_lint.binding.tables.columns import holds_all, map_columns
from pmcoach_lint.binding.tables.lists import list_held
from pmcoach_lint.binding.whole import Whole
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.tuples import NamedTuple


class Repeated(NamedTuple):
    """A field that is headed twice: its name, and both headings."""

    name: str
    first: Piece
    again: Piece


def find_places(binding: Holder, region: Region, hits: list[Hit], reads: Reads) -> dict[str, Place]:
    """Find the places in `region` that are named after fields of `binding`.

    Args:
        binding: what holds the fields that are looked for; where headings name any part of a whole document, only they
            count.
        region: where to look.
        hits: the pieces there that bear the names of these fields.
        reads: tells whether a label's value reads as the field's.

    Returns:
        The places by the names of the fields, in the order of the text.
    """
    if binding.in_passing:
        hits = [*hits, *_said_in_passing(binding, hits, reads)]
    is_whole = isinstance(binding, Whole)
    if isinstance(binding, Whole):
        hits = with_own_words(binding, region, [*hits, *told_by_number(binding, region, hits)])
        hits += told_by_number(binding, region, hits)  # beside those that are known by their words
    elif binding.clues:
        hits = with_labels_in_own_words(binding, region, hits, reads)
    if inside := _inside_records(binding, region, hits, reads):
        hits = [hit for hit in hits if not any(key in inside.get(hit.at, ()) for key in hit.piece.keys)]
    headings = _highest(binding, [hit for hit in hits if hit.piece.level])
    headed = _places(binding, region, headings.values(), headings.values())
    if isinstance(binding, Whole) and (headed or not hits):
        headed |= records_alone(binding, region, headed, claimed_by(headed.values()))
        return dict(sorted(headed.items(), key=lambda item: item[1].at))
    labels = _labels(binding, hits, headed, reads)
    others = [hit for hit in hits if hit.piece.role in (Role.ITEM, Role.LINE)]
    if others := [hit for hit in others if hit.use.name not in headed and hit.use.name not in labels]:
        found = headed | _places(binding, region, labels.values(), [*headings.values(), *labels.values()])
        claimed = claimed_by(place for name, place in found.items() if _holds_more(binding.fields[name]))
        labels |= _first(
            hit for hit in others if hit.at not in claimed or is_behind(binding, region, hit, found, reads)
        )
    if inner := _labels_below(binding, hits, headed):
        labels |= inner
        headings = {name: hit for name, hit in headings.items() if name not in inner}
        headed = _places(binding, region, headings.values(), headings.values())
    siblings = [*headings.values(), *labels.values()]
    labelled = _places(binding, region, labels.values(), siblings, whole=is_whole)
    places = headed | labelled
    places = _in_order(places if is_whole else _up_to_others(binding, places))
    return _with_repeated(binding, hits, places) if len(hits) > len(places) and not is_whole else places


def _holds_more(field: Binding) -> bool:
    """Whether a field may hold what has labels of its own: it is more than a value, or all text in its place."""
    return field.kind != "value" or field.is_prose


def _up_to_others(binding: Holder, places: dict[str, Place]) -> dict[str, Place]:
    """The `places`, that of each list only up to a table with all that is told of another list, which has none.

    Such is the table of levels below what is listed as evidence. That of a text goes up to a label of others.
    """
    places = {name: up_to_labels(binding, name, place) for name, place in places.items()}
    for name, place in tuple(places.items()) if len(binding.lists) > 1 else ():
        if not binding.fields[name].has_records:
            continue
        for at in range(*place.claims):
            table = place.region.pieces[at].table
            held = list_held(binding, table.titles) if table else None
            if not table or not held or held in places or not holds_all(binding.lists[held], table.titles):
                continue
            if _fits(binding.fields[name], table) < _fits(binding.lists[held], table):
                places[name] = place._replace(region=place.region._replace(last=at), claims=(place.claims[0], at))
                break
    return places


def _fits(field: Binding, table: Table) -> int:
    """How many columns of a table the records of `field` know, where it has one for all that they need."""
    return len(map_columns(field, table.titles)) if holds_all(field, table.titles) else 0


def _with_repeated(binding: Holder, hits: list[Hit], places: dict[str, Place]) -> dict[str, Place]:
    """The `places`, with those of lists in one piece whose label stands before each of their values.

    Such are `- Risk: the freeze` and `- Risk: the budget`, one below the other.
    """
    for name, place in tuple(places.items()):
        piece = place.piece
        if piece is None or not _is_one_of_several(binding, piece, name):
            continue
        claimed = claimed_by(other for other in places.values() if other is not place)
        others = (hit for hit in hits if hit.use.name == name and hit.piece.role is piece.role and hit.at > place.at)
        again = [hit for hit in others if hit.at not in claimed and _is_one_of_several(binding, hit.piece, name)]
        if again:
            nouns = binding.fields[name].nouns
            named = [hit.piece for hit in again]
            pieces = [one.as_item(with_name=bool(nouns and nouns.name(one.keys[0]))) for one in (piece, *named)]
            also = tuple(hit.at for hit in again)
            places[name] = place._replace(value=(piece.value[0],) * 2, region=region_of(pieces), also=also)
    return places


def _is_one_of_several(binding: Holder, piece: Piece, name: str) -> bool:
    """Whether a piece holds one value behind the name of a list, and is no heading."""
    is_list = binding.fields[name].kind in ("list", "records")
    return is_list and piece.role is not Role.HEADING and not piece.is_bare


def _said_in_passing(binding: Holder, hits: list[Hit], reads: Reads) -> list[Hit]:
    """The hits of fields that nothing else names and that the value of another one says: `Cadence: weekly, 60 min`."""
    named = {hit.use.name for hit in hits}
    return [
        Hit(hit.at, use, hit.piece, hit.likeness)
        for hit in hits
        if not hit.piece.is_bare
        for use in (use for key in hit.piece.keys for use in binding.in_passing.get(key, ()))
        if use.name not in named and reads(binding.fields[use.name], use, hit.piece)
    ]


def _inside_records(binding: Holder, region: Region, hits: list[Hit], reads: Reads) -> dict[int, Container[str]]:
    """For each piece inside a record of its own section, by index: the names that are the record's.

    Such a section is headed by the record's noun (`Bet 1: ...`), or by a heading that names nothing else. Lists of
    records that share no name with the `hits` are passed over.
    """
    inside: dict[int, Container[str]] = {}
    for field in binding.lists.values():
        if not field.nouns or not any(field.knows(hit.piece.keys) for hit in hits):
            continue
        head: Piece | None = None
        for index in region.indexes:
            piece = region.pieces[index]
            may_head = piece.role in (Role.HEADING, Role.LABEL) or piece.is_lead
            may_head = may_head and field.own_keys.isdisjoint(piece.keys[:1])  # else it heads all of them
            spoken = may_head and bool(field.nouns.match(piece.outline.text, *piece.text))
            if not spoken and "sections" in field.shapes:
                spoken = opens_record(field, region, index) or _heads_record(binding, field, region, index, reads)
            if spoken:
                head = piece
            elif head and piece.role is Role.HEADING and (head.role is Role.LABEL or piece.level <= head.level):
                head = None
            elif head:
                inside[index] = field.by_key
    return inside


def _heads_record(binding: Holder, field: Binding, region: Region, index: int, reads: Reads) -> bool:
    """Whether the piece at `index`, which names no field of `binding`, is the head of a record of `field`."""
    piece = region.pieces[index]
    if binding.knows(piece.keys):
        return piece.role is not Role.HEADING and heads_labels(field, region, index)
    return piece.role is Role.HEADING or heads_labels(field, region, index) or tells_record(field, piece, reads)


def find_repeated(hits: list[Hit], places: dict[str, Place]) -> list[Repeated]:
    """The parts that are headed twice by the same name, on the same level."""
    repeated = []
    for hit in hits:
        place = places.get(hit.use.name)
        first = place.piece if place else None
        if not first or first is hit.piece or hit.piece.role is not first.role or hit.piece.level != first.level:
            continue
        if hit.piece.keys[0] == first.keys[0] and hit.piece.is_bare:
            repeated.append(Repeated(hit.use.name, first, hit.piece))
    return repeated


def claimed_by(places: Iterable[Place]) -> set[int]:
    """The indexes of the pieces that belong to `places`."""
    claimed: set[int] = set()
    for place in places:
        claimed.update((place.at,), place.also, range(*place.claims))
    return claimed


def _places(
    binding: Holder, region: Region, hits: Iterable[Hit], siblings: Iterable[Hit], *, whole: bool = False
) -> dict[str, Place]:
    """The places that the `hits` name, by field, in the order of the text; each ends at the next of the `siblings`."""
    ends = sorted([region.last, *(hit.at for hit in siblings)])
    return {
        hit.use.name: place_of(
            binding.fields[hit.use.name], region, hit.at, ends[bisect_right(ends, hit.at)], hit.use, whole=whole
        )
        for hit in sorted(hits, key=lambda hit: hit.at)
    }


def _in_order(places: dict[str, Place]) -> dict[str, Place]:
    """The `places` in the order of the text; what belongs to labels below a heading is no more part of its place."""
    labelled = [place for place in places.values() if place.piece and not place.piece.level]
    if not labelled or len(labelled) == len(places):
        return places
    for name, place in places.items():
        if place.piece and place.piece.level:
            inner = [label for label in labelled if place.claims[0] <= label.at < place.claims[1]]
            places[name] = place._replace(region=place.region.without(claimed_by(inner))) if inner else place
    return dict(sorted(places.items(), key=lambda item: item[1].at))


def _labels(binding: Holder, hits: list[Hit], headed: dict[str, Place], reads: Reads) -> dict[str, Hit]:
    """The bold labels that name fields without a heading; inside the place of another field only what reads as one."""
    labels = [hit for hit in hits if hit.piece.role is Role.LABEL and hit.use.name not in headed]
    if not labels:
        return {}
    claimed = claimed_by(headed.values())
    outside = _first(hit for hit in labels if hit.at not in claimed)
    within = _first(
        hit for hit in labels if hit.use.name not in outside and reads(binding.fields[hit.use.name], hit.use, hit.piece)
    )
    return within | outside


def _labels_below(binding: Holder, hits: list[Hit], headed: dict[str, Place]) -> dict[str, Hit]:
    """The labels that name a single value again below its heading: `### Cadence`, `- Cadence: weekly`."""
    places = {name: place for name, place in headed.items() if binding.fields[name].kind == "value"}
    return _first(
        hit
        for hit in hits
        if not hit.piece.level and (place := places.get(hit.use.name)) and place.claims[0] <= hit.at < place.claims[1]
    )


def _highest(binding: Holder, hits: list[Hit]) -> dict[str, Hit]:
    """For each field the heading most like its name; of equal ones the first of those that stand highest.

    Where these are parts, one on the level of the others comes before what bears a name of the part further down:
    `## Development plan: ten weeks` before `### Week by week`. Of two that are equally like a part, the one with its
    number, or else with words of its written name alone, is it: `## 2. Assessment`, and not `## 0. Where we are`.
    """
    of_parts = isinstance(binding, Whole)
    named = {(hit.piece.level, hit.use.name) for hit in hits} if of_parts else set()
    levels = [level for level, _ in named]
    usual = min((level for level in levels if levels.count(level) > 1), default=0)
    best: dict[str, Hit] = {}
    for hit in hits:
        known = best.get(hit.use.name)
        if not known or _rank(hit, usual) < _rank(known, usual):
            best[hit.use.name] = hit
        elif isinstance(binding, Whole) and _rank(hit, usual) == _rank(known, usual):
            best[hit.use.name] = hit if is_more_like(binding, hit, known) else known
    return best


def _rank(hit: Hit, usual: int) -> tuple[bool, int, int]:
    """How well a heading names its field: on the `usual` level of parts, by its likeness, and by its own level."""
    return hit.piece.level > usual > 0, hit.likeness, hit.piece.level


def _first(hits: Iterable[Hit]) -> dict[str, Hit]:
    """For each field the first hit."""
    best: dict[str, Hit] = {}
    for hit in hits:
        best.setdefault(hit.use.name, hit)
    return best
