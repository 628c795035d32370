"""What a tick says, where the text above a list tells that it stands for what is missing: `x = the gap is there`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.outline import Place
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_TICK = regex(
    r"(?:(?<!\w)\[?x\]?(?!\w)|[✓✔☑✅]|\b(?:check|tick|cross)(?:ed|es|s)?(?:\s(?:mark|box|one)s?)?\b)\s*"
    r"(?:[=:→]|-+>|[–—-]|\b(?:means?|says?|stands?\sfor|is|are)\b)\s*(?P<what>[^.,;()\n]+)"
)
_LACKING = ("gap", "miss", "lack", "open", "absent", "weak", "not ", "never ", "no ", "still ")
"""What stands in a text that may be such: to look for it takes less than the expressions."""
_LACKS = regex(
    r"(?P<denied>\b(?:no|not|never|without)\s(?:\w+\s)?)?\b(?:gaps?|missing|lack(?:s|ed|ing)?|open|absent|weak(?:ness)?)\b"
    r"|\b(?:not|never)\s(?:yet|there|seen|shown|done|met)\b|\bno\s(?:evidence|sign)\b|\bstill\sto\b"
)
"""What says that something is missing, or with `denied` that it is not: `no gap`, but not `without a prompt`."""


def told_by_legend(
    extraction: Extraction, name: str, records: list[dict[str, Any]], place: Place, path: Path
) -> list[dict[str, Any]]:
    """The `records` as their author means the ticks in front of them.

    Args:
        extraction: what reads the document.
        name: the field of a record that tells whether it is ticked.
        records: the records of the list at `path`, as they have been read.
        place: where the list stands; what introduces it is above the first record.
        path: the path of the list.
    """
    begin = place.piece.text[0] if place.piece else (place.region.span or place.value)[0]
    above = extraction.text[begin : extraction.values.get((*path, 0), (begin, begin))[0]].lower()
    told = _TICK.search(above) if any(map(above.__contains__, _LACKING)) else None
    if told is None or all(lack["denied"] for lack in _LACKS.finditer(told["what"])):
        return records
    return [record | {name: not record[name]} if type(record.get(name)) is bool else record for record in records]
