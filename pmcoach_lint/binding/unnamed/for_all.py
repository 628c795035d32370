"""What one label tells of all records of a list, beside them: `Timeframe for both: weeks 2–8`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import Piece, Region, Role
from pmcoach_lint.names import name_key
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_FOR_ALL = regex(
    r"[\s,(–—-]*\b(?:for|of)?\s*(?:both|all|each)(?:\s+(?:of\s+(?:the|them)\b\s*)?(?:\w+\s+)?bets?)?\W*$",
    near="both all each",
)


class ForAll(NamedTuple):
    """What a piece tells of all records of the list `field`: what its label stands for."""

    field: Binding
    use: Use
    piece: Piece


def told_for_all_records(binding: Holder, region: Region) -> dict[int, ForAll]:
    """The pieces in a region whose label says that it is for all records of a list, by their indexes."""
    fields = [bound for bound in binding.lists.values() if bound.tells_weeks]
    named = enumerate(region.inside, region.first) if fields else ()
    told = ((index, _of_all(binding, fields, piece)) for index, piece in named)
    return {index: one for index, one in told if one}


def _of_all(binding: Holder, fields: list[Binding], piece: Piece) -> ForAll | None:
    """What the label of a piece stands for that says so; None where there is none, or the object has that name."""
    if piece.name is None or piece.is_bare or piece.role is Role.HEADING or binding.knows(piece.keys[:1]):
        return None
    name = piece.outline.text[slice(*piece.name)]
    said = _FOR_ALL.search(name)
    key = name_key(name[: said.start()]) if said else ""
    uses = ((bound, use) for bound in fields for use in bound.by_key.get(key, ())) if key else ()
    return next((ForAll(*told, piece) for told in uses), None)


def tell_all_records(extraction: Extraction, told: dict[int, ForAll], data: dict[str, Any], path: Path) -> None:
    """Put what is `told` for all into the records in the `data` of an object that do not tell it themselves."""
    for field, use, piece in told.values():
        bound, records = field.fields[use.name], data.get(field.name, [])
        for number, record in enumerate(records):
            at = (*path, field.name, number)
            if use.name not in record:
                extraction.keys[(*at, use.name)] = piece.name or piece.text
                extraction.records.put(record, bound, piece.value, at, use)
                records[number] = field.in_order(record)
