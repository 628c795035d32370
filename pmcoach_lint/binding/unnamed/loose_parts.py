"""Parts of a document that have no heading of their own: what they consist of stands apart, or in one line."""

from __future__ import annotations

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.named.hits import find_hits
from pmcoach_lint.binding.named.own_words import in_own_words
from pmcoach_lint.binding.outline import Region, Role, stretch
from pmcoach_lint.binding.rest import Rest
from pmcoach_lint.binding.tables.mixed import read_mixed
from pmcoach_lint.binding.whole import Whole
from pmcoach_lint.syntax.source import trim


def read_loose_parts(rest: Rest) -> None:
    """Read the parts whose own parts may stand alone: `Risks`, `Open questions`, `Next steps` as headings each."""
    extraction, pieces = rest.extraction, rest.region.pieces
    if isinstance(rest.binding, Whole):
        _short_parts(rest, rest.binding)
    fields = {name: field for name, field in rest.binding.fields.items() if field.mark.get("loose")}
    heads = _heads(rest, {name: field for name, field in fields.items() if rest.at(name) not in extraction.keys})
    for name, own in heads.items():
        left = set(rest.free)
        first = next((at for at in own if at in left), None)
        if first is None:
            continue
        others = {at for other, at_others in heads.items() if other != name for at in at_others}.difference(own)
        last = first
        while last + 1 in left and last + 1 not in others:
            last += 1
        extraction.keys[rest.at(name)] = pieces[first].text
        region = Region(pieces, first, last + 1)
        foreign = _of_others(fields[name], region, own)
        rest.data[name] = extraction.object(fields[name], region.without(foreign), rest.at(name))
        rest.use_up(set(region.indexes) - foreign)
    for name, field in fields.items() if fields and rest.tables else ():
        told = rest.data.get(name, {})
        inside = rest._replace(binding=field, data=told, path=rest.at(name))
        mixed = {index: table for index, table in rest.tables.items() if read_mixed(inside, table)}
        for table in mixed.values():
            extraction.values.setdefault(rest.at(name), table.span)
            rest.data[name] = field.in_order(told)
        rest.use_up(mixed)


def _heads(rest: Rest, fields: dict[str, Binding]) -> dict[str, list[int]]:
    """The headings of what each part consists of, by index; those as high in the author's own words are of it as well.

    So is `What we leave on the table` beside `Where the time goes`.
    """
    pieces = rest.region.pieces
    hits = {
        name: [hit.at for hit in find_hits(field, rest.region) if hit.piece.level] for name, field in fields.items()
    }
    heads = {name: own for name, own in hits.items() if own}
    for hit in in_own_words(rest.binding, rest.region) if heads else ():
        own = heads.get(hit.use.name, [])
        is_told = own and fields[hit.use.name].told_by_clues(hit.piece.keys[0])  # else it would pass for a record
        if is_told and hit.piece.level == pieces[own[0]].level and hit.at not in own:
            heads[hit.use.name] = sorted((*own, hit.at))
    return heads


def _of_others(field: Binding, region: Region, own: list[int]) -> set[int]:
    """What stands below headings in a part without one that are as high as its `own`, and name nothing inside it."""
    foreign, is_own = set[int](), True
    for at in region.indexes:
        piece = region.pieces[at]
        if 0 < piece.level <= region.pieces[own[0]].level:
            is_own = at in own or field.heads_inside(piece.outline.text, piece.text)
        if not is_own:
            foreign.add(at)
    return foreign


def _short_parts(rest: Rest, binding: Whole) -> None:
    """Read required parts of one value that a bold label names anywhere: `**Recommendation: go on until March**`."""
    fields = (binding.fields[name] for name in binding.short_parts if name in binding.required_parts)
    for field in (field for field in fields if field.kind == "value" and not rest.is_told(field.name)):
        for index, piece in rest.pieces.items():
            if piece.role is not Role.LABEL or not piece.name or field.own_keys.isdisjoint(piece.keys):
                continue
            colon = rest.text.find(":", *piece.name)
            is_inside = piece.value[0] == piece.value[1] and colon >= 0
            value = trim(rest.text, (colon + 1, piece.name[1])) if is_inside else piece.value
            if value[0] < value[1]:
                rest.put(field, stretch(value))
                rest.use_up((index,))
                break
