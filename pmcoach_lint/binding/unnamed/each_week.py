"""Time that sentences tell for each week: `pm-07 has about 4 hours a week for practice`, `I can give 1 h/wk`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.binding.whole import Whole
from pmcoach_lint.readers.durations import A_WEEK, LENGTH
from pmcoach_lint.readers.registry import said_by
from pmcoach_lint.readers.unreadable import ABOUT
from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.lines import line_around
from pmcoach_lint.syntax.source import Span

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_EACH_WEEK = anycase(rf"(?<!\w){LENGTH}{A_WEEK}", near="week wk")
_ABOUT = rf"(?:up to\s+)?{ABOUT}$"
_FURTHEST = 200
"""How far in front of a time, in characters, it is told whose it is."""

_BEFORE = {
    "pm": anycase(
        r"(?:\breps\s(?:fit|take|are|need)s?\s(?:in(?:to)?\s)?"
        r"|(?:(?<![\w-])(?P<who>[as]?pm-\w+)|\bthe\spm|^[\W_]*pm)(?:['’]s\stime)?"
        r"(?:\s(?:has|gets|keeps|(?:can\s|will\s)?(?:spends?|gives?|invests?|puts?\sin)))?[\W_]{1,6}"
        rf"|^[\W_]*(?:(?:practice\s)?time(?:\s(?:budget|cost))?|load)(?:\sfor\s[\w-]+)?(?:\s(?:is|stays))?[\W_]{{1,6}}){_ABOUT}"
    ),
    "coach": anycase(
        r"(?:\bgives?\s[\w@-]+\s|\bcoach(?:-\w+)?(?:'s)?(?:\stotal)?(?:\stime)?(?:\s(?:has|gives|spends))?[\W_]{1,6}"
        rf"|(?:^|[.;,]\s)me[\W_]{{1,3}}|\bI\s(?:can\s|will\s)?(?:give|spend|put in)\s(?:this\s)?){_ABOUT}"
    ),
}
_BEHIND = {
    "pm": anycase(
        r"\s(?:(?:for|of)\s(?:deliberate\s|weekly\s|this\s)?(?:practi[cs](?:e|ing)|reps)\b|(?:of|from)\s@?(?P<who>[\w-]+)['’]s\b)"
    )
}
"""What tells whose time it is, in front of it and behind it in the same line."""


def read_each_week(extraction: Extraction, binding: Whole, pieces: list[Piece], data: dict[str, Any]) -> None:
    """Read the time that the PM or the coach has each week, where no label tells it and only one such time is told.

    Args:
        extraction: what reads the document.
        binding: the parts of the document.
        pieces: all of its text: what stands in code or comments is none of it.
        data: what the parts have told, to which it is added.
    """
    open_fields = [(part, field) for part, field in binding.each_week if _is_open(binding.fields[part], field, data)]
    spans = _spans(extraction.text, pieces) if open_fields else []
    pm = str(data.get("pm", ""))
    for part, field in open_fields:
        whose = str(field.mark["each-week"])
        if told := _told(extraction, [span for span in spans if _is_of(whose, extraction.text, span, pm)]):
            data[part] = binding.fields[part].in_order({**data.get(part, {}), field.name: told[0]})
            extraction.values[(part, field.name)] = told[1]
            extraction.values.setdefault((part,), told[1])


def _is_open(part: Binding, field: Binding, data: dict[str, Any]) -> bool:
    """Whether a field of a part is not told, and may be told alone where nothing of that part is."""
    told = data.get(part.name)
    return field.name not in told if isinstance(told, dict) else told is None and not part.required


def _spans(text: str, pieces: list[Piece]) -> list[Span]:
    """Where times each week are told, whoever has them."""
    spans = (match.span() for match in _EACH_WEEK.finditer(text))
    return [span for span in spans if any(map(partial(_holds, span), pieces))]


def _told(extraction: Extraction, spans: list[Span]) -> tuple[Any, Span] | None:
    """The only time that is told at `spans`, and where the first of them is; None for none or several."""
    times = [(said_by("minutes", extraction.text[slice(*span)], extraction.context), span) for span in spans]
    told = [(value, span) for value, span in times if value is not None]
    return told[0] if told and all(value == told[0][0] for value, _ in told) else None


def _is_of(whose: str, text: str, span: Span, pm: str) -> bool:
    """Whether it is the time of the `pm`, or of the coach, that is told at `span`: not that of another handle."""
    start, end = line_around(text, *span)
    behind = _BEHIND.get(whose)
    before = _BEFORE[whose].search(text[max(start, span[0] - _FURTHEST) : span[0]])
    said = before or (behind and behind.match(text[span[1] : end]))
    who = said.groupdict().get("who") or "" if said else ""
    return said is not None and (not any(map(str.isdigit, who)) or who == (pm or who))


def _holds(span: Span, piece: Piece) -> bool:
    """Whether what is at `span` stands in the text of a piece, or of one inside it, be that no code and no comment."""
    if piece.role is Role.OTHER:
        return False
    start, end = piece.table.span if piece.table else piece.text
    return start <= span[0] < end or any(map(partial(_holds, span), piece.pieces))
