"""Which named piece of a text is which field, and how far what it names reaches.

Headings are looked at first, then bold labels, then list items and plain lines. A label inside the place of another
field is taken only when it is bold and its value reads as the field's, so that `Target: two in a row` under
“Measurement” is not taken for a target level.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

from pmcoach_lint.binding.hits import Hit, Reads, find_hits, heads_labels, is_named, tells_record, told_by_number
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece, Place, Reach, Region, Role, place_of
from pmcoach_lint.tuples import NamedTuple


class Repeated(NamedTuple):
    """A field that is headed twice: its name, and both headings."""

    name: str
    first: Piece
    again: Piece


def find_places(binding: Binding, region: Region, reads: Reads, *, top: bool = False) -> dict[str, Place]:
    """Find the places in `region` that are named after fields of `binding`.

    Args:
        binding: the object, or the record, whose fields are looked for.
        region: where to look.
        reads: tells whether a label's value reads as the field's.
        top: whether these are the parts of the whole document; where headings name any, only headings count.

    Returns:
        The places by the names of the fields, in the order of the text.
    """
    hits = find_hits(binding, region)
    if binding.in_passing:
        hits += _said_in_passing(binding, hits, reads)
    if top:
        hits += told_by_number(binding, region, hits)
    inside = _inside_records(binding, region, reads) if hits else {}
    if inside:
        hits = [hit for hit in hits if not any(key in inside.get(hit.at, ()) for key in hit.piece.keys)]
    best = _highest(hit for hit in hits if hit.piece.role is Role.HEADING)
    rest = [] if top and best else [hit for hit in hits if hit.use.name not in best]
    labels = [hit for hit in rest if hit.piece.role is Role.LABEL]
    if labels:
        claimed = claimed_by(_places(binding, region, best).values())
        outside = _first(hit for hit in labels if hit.at not in claimed)
        within = _first(
            hit
            for hit in labels
            if hit.use.name not in outside and reads(binding.fields[hit.use.name], hit.use, hit.piece)
        )
        best = {**best, **within, **outside}
    others = [hit for hit in rest if hit.piece.role in (Role.ITEM, Role.LINE) and hit.use.name not in best]
    if others:
        found = _places(binding, region, best).items()
        whole = (
            place for name, place in found if binding.fields[name].kind != "value" or binding.fields[name].is_prose
        )
        claimed = claimed_by(whole)
        best = {**best, **_first(hit for hit in others if hit.at not in claimed)}
    places = _places(binding, region, best, top=top)
    inner = {} if top else _labels_below(binding, hits, best, places)
    if inner:
        places = _places(binding, region, {**best, **inner})
    return _with_repeated(binding, hits, places) if len(hits) > len(places) and not top else places


def _with_repeated(binding: Binding, hits: list[Hit], places: dict[str, Place]) -> dict[str, Place]:
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
            pieces = [piece.unlabelled(), *(hit.piece.unlabelled() for hit in again)]
            also = tuple(hit.at for hit in again)
            places[name] = place._replace(value=(piece.value[0],) * 2, region=Region(pieces, 0, len(pieces)), also=also)
    return places


def _is_one_of_several(binding: Binding, piece: Piece, name: str) -> bool:
    """Whether a piece holds one value behind the name of a list, and is no heading."""
    is_list = binding.fields[name].kind in ("list", "records")
    return is_list and piece.role is not Role.HEADING and piece.value[0] < piece.value[1]


def _said_in_passing(binding: Binding, hits: list[Hit], reads: Reads) -> list[Hit]:
    """The hits of fields that nothing else names and that the value of another one says: `Cadence: weekly, 60 min`."""
    named = {hit.use.name for hit in hits}
    return [
        Hit(hit.at, use, hit.piece, hit.likeness)
        for hit in hits
        if hit.piece.value[0] < hit.piece.value[1]
        for use in (use for key in hit.piece.keys for use in binding.in_passing.get(key, ()))
        if use.name not in named and reads(binding.fields[use.name], use, hit.piece)
    ]


def _inside_records(binding: Binding, region: Region, reads: Reads) -> dict[int, Container[str]]:
    """For each piece inside a record of its own section, by index: the names that are the record's.

    Such a section is headed by the record's noun (`Bet 1: ...`), or by a heading that names nothing else.
    """
    inside: dict[int, Container[str]] = {}
    for field in binding.fields.values():
        if field.kind != "records" or not field.nouns:
            continue
        head: Piece | None = None
        for index in range(region.first, region.last):
            piece = region.pieces[index]
            may_head = piece.role in (Role.HEADING, Role.LABEL) or piece.is_lead
            spoken = may_head and field.nouns.match(piece.outline.text, *piece.text)
            if spoken or ("sections" in field.shapes and _heads_record(binding, field, region, index, reads)):
                head = piece
            elif head and piece.role is Role.HEADING and (head.role is Role.LABEL or piece.level <= head.level):
                head = None
            elif head:
                inside[index] = field.by_key
    return inside


def _heads_record(binding: Binding, field: Binding, region: Region, index: int, reads: Reads) -> bool:
    """Whether the piece at `index`, which names no field of `binding`, is the head of a record of `field`."""
    piece = region.pieces[index]
    if is_named(binding, [piece]):
        return piece.role is not Role.HEADING and heads_labels(field, region, index)
    return piece.role is Role.HEADING or heads_labels(field, region, index) or tells_record(field, piece, reads)


def find_repeated(binding: Binding, region: Region, places: dict[str, Place]) -> list[Repeated]:
    """The parts that are headed twice by the same name, on the same level."""
    repeated = []
    for hit in find_hits(binding, region):
        place = places.get(hit.use.name)
        first = place.piece if place else None
        if not first or first is hit.piece or hit.piece.role is not first.role or hit.piece.level != first.level:
            continue
        if hit.piece.keys[0] == first.keys[0] and not hit.piece.value[1] > hit.piece.value[0]:
            repeated.append(Repeated(hit.use.name, first, hit.piece))
    return repeated


def claimed_by(places: Iterable[Place]) -> set[int]:
    """The indexes of the pieces that belong to `places`."""
    claimed: set[int] = set()
    for place in places:
        claimed.update((place.at, *place.also))
        claimed.update(range(*place.claims))
    return claimed


def reach_of(field: Binding, piece: Piece, *, whole: bool = False) -> Reach:
    """How far what `piece` names goes, when it names `field`.

    What bears the name of something inside the field, or goes on with the field under another of its names, belongs
    to it; so does what is headed as a record inside it (`Bet 1: ...`).
    """
    own_key = piece.keys[:1]

    def own(other: Piece) -> bool:
        keys = other.keys
        whole = keys[:1]
        if any(key in field.by_key for key in (whole if other.role is Role.HEADING else keys)):
            return True
        if whole and whole != own_key and whole[0] in field.own_keys:
            return True
        return any(noun.match(other.outline.text, *other.text) for noun in field.inner_nouns)

    return Reach(own, whole, field.kind != "value", field.is_prose)


def _places(binding: Binding, region: Region, best: dict[str, Hit], *, top: bool = False) -> dict[str, Place]:
    """The places that the hits in `best` name, by field, in the order of the text."""
    if not best:
        return {}
    chosen = {hit.at for hit in best.values()}
    headed = {hit.at for hit in best.values() if hit.piece.role is Role.HEADING}
    places = {}
    for hit in sorted(best.values(), key=lambda hit: hit.at):
        reach = reach_of(binding.fields[hit.use.name], hit.piece, whole=top)
        ends = headed if hit.at in headed else chosen
        places[hit.use.name] = place_of(region, hit.use, hit.at, ends, reach)
    if headed and len(headed) < len(chosen):
        labels = [place for place in places.values() if place.at not in headed]
        for name, place in places.items():
            inner = [label for label in labels if place.claims[0] <= label.at < place.claims[1]]
            if inner and place.at in headed:
                places[name] = _without(place, claimed_by(inner))
    return places


def _without(place: Place, claimed: set[int]) -> Place:
    """The place without the pieces that labels inside it have claimed."""
    region = place.region
    left = [region.pieces[index] for index in range(region.first, region.last) if index not in claimed]
    return place._replace(region=Region(left, 0, len(left)))


def _labels_below(binding: Binding, hits: list[Hit], best: dict[str, Hit], places: dict[str, Place]) -> dict[str, Hit]:
    """The labels that name a single value again below its heading: `### Cadence`, `- Cadence: weekly`."""
    headings = {name for name, hit in best.items() if hit.piece.role is Role.HEADING}
    headed = {name for name in headings if binding.fields[name].kind == "value"}
    inside = (
        hit
        for hit in hits
        if hit.use.name in headed and hit.at != best[hit.use.name].at and hit.piece.role is not Role.HEADING
    )
    return _first(hit for hit in inside if places[hit.use.name].claims[0] <= hit.at < places[hit.use.name].claims[1])


def _highest(hits: Iterable[Hit]) -> dict[str, Hit]:
    """For each field the heading most like its name; of equal ones the first of those that stand highest."""
    best: dict[str, Hit] = {}
    for hit in hits:
        known = best.get(hit.use.name)
        if not known or (hit.likeness, hit.piece.level) < (known.likeness, known.piece.level):
            best[hit.use.name] = hit
    return best


def _first(hits: Iterable[Hit]) -> dict[str, Hit]:
    """For each field the first hit."""
    best: dict[str, Hit] = {}
    for hit in hits:
        best.setdefault(hit.use.name, hit)
    return best
