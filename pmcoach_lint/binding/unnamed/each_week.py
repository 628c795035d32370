"""Time that sentences tell for each week: `pm-07 has about 4 hours a week for practice`, `I can give 1 h/wk`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.binding.whole import Whole
from pmcoach_lint.readers.registry import said_by
from pmcoach_lint.readers.unreadable import NUMBERS
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_NUMBER = rf"(?:\d{{1,3}}(?:[.,]\d)?|half an|an|{'|'.join(NUMBERS)})"
_EACH = (
    rf"(?:(?:about|around|roughly|some|up to|ca\.?|[~≈])\s*)?(?P<time>{_NUMBER}(?:\s?[–-]\s?\d{{1,3}})?\s?-?"
    r"(?:h(?:ours?|rs?)?|min(?:ute)?s?)\b(?:\s*/\s*|\s(?:a|per|each|every)\s)(?:week|wk)\b)"
)
"""How much time each week; as a pattern, which is looked for without regard to case."""

_PRACTICE = r"(?:deliberate\s|weekly\s|this\s)?(?:practi[cs](?:e|ing)|reps)\b"
_FORMS = {
    "pm": (
        rf"{_EACH}\s(?:for|of)\s{_PRACTICE}",
        rf"{_EACH}\s(?:of|from)\s@?[\w-]+['’]s\b",
        rf"\breps\s(?:fit|take|are|need)s?\s(?:in(?:to)?\s)?{_EACH}",
        rf"^[\W_]*(?:(?:practice\s)?time(?:\s(?:budget|cost))?|load)(?:\sfor\s[\w-]+)?(?:\s(?:is|stays))?[\W_]{{1,6}}{_EACH}",
    ),
    "coach": (
        rf"\bgives?\s[\w@-]+\s{_EACH}",
        rf"\bcoach(?:'s)?(?:\stime)?(?:\s(?:has|gives|spends))?[\W_]{{1,6}}{_EACH}",
        rf"\bI\s(?:can\s|will\s)?(?:give|spend|put in)\s(?:this\s)?{_EACH}",
    ),
}
_NEAR = "hour min 0h 1h 2h 3h 4h 5h 6h h/ h a h per"
_TELLS = {
    whose: tuple(regex(form, re.IGNORECASE | re.MULTILINE, near=_NEAR) for form in forms)
    for whose, forms in _FORMS.items()
}


def read_each_week(extraction: Extraction, binding: Whole, pieces: list[Piece], data: dict[str, Any]) -> None:
    """Read the time that the PM or the coach has each week, where no label tells it and only one such time is told.

    Args:
        extraction: what reads the document.
        binding: the parts of the document.
        pieces: all of its text: what stands in code or comments is none of it.
        data: what the parts have told, to which it is added.
    """
    for part, field in binding.each_week:
        within = data.get(part)
        if (type(within) is not dict and binding.fields[part].required) or (within and field.name in within):
            continue
        told = _told(extraction, pieces, str(field.mark["each-week"]))
        if told:
            data[part] = binding.fields[part].in_order({**(within or {}), field.name: told[0]})
            extraction.values[(part, field.name)] = told[1]
            extraction.values.setdefault((part,), told[1])


def _told(extraction: Extraction, pieces: list[Piece], whose: str) -> tuple[Any, Span] | None:
    """The only time each week that sentences tell, and where the first of them does; None for none or several."""
    found = sorted(match.span("time") for tells in _TELLS[whose] for match in tells.finditer(extraction.text))
    found = [span for span in found if any(_holds(piece, span) for piece in pieces)]
    times = {span: said_by("minutes", extraction.text[slice(*span)], extraction.context) for span in found}
    told = [(value, span) for span, value in times.items() if value is not None]
    return told[0] if told and all(value == told[0][0] for value, _ in told) else None


def _holds(piece: Piece, span: Span) -> bool:
    """Whether what is at `span` stands in the text of a piece, or of one inside it, be that no code and no comment."""
    if piece.role is Role.OTHER:
        return False
    start, end = piece.table.span if piece.table else piece.text
    return start <= span[0] < end or any(_holds(inner, span) for inner in piece.pieces)
