"""A question that asks for several values, answered in a sentence: which piece of it is which value, by its form."""

from __future__ import annotations

from datetime import date

from pmcoach_lint.generate.intake.answers import take
from pmcoach_lint.generate.intake.bank import Field, Question
from pmcoach_lint.generate.intake.lines import Refused
from pmcoach_lint.readers.calendar import MONTH
from pmcoach_lint.regex import anycase, regex

_BETWEEN = regex(rf"(?<=[^\W\d_])\.\s+(?=[A-Z])|(?<=[\d”\"])\.\s+(?=[A-Z])(?!(?:{MONTH})\b)|[,;]\s+(?!\d{{4}}\b)")
_LEADS = {
    "date": anycase(r"(?:from|since|on|(?:it |we )?(?:start(?:s|ed)?|beg[aiu]n|will begin)(?: on)?)\s+(?=\S)"),
    "handle": anycase(r"(?:I go by|I am|I['’]m|adviser:?|I work as)\s+"),
    "list": anycase(r"(?:days )?off:?\s+(?:from\s+)?"),
}
"""What may stand in front of a value, by the kind of field that it is for."""

_HAS_TO_BE_LED = ("handle", "list")
"""Of these kinds what stands in front tells whom a handle is for, and what the days are."""


def parted(question: Question, text: str, as_of: date) -> dict[str, str] | None:
    """The values of a question by the names of its fields, out of a sentence that gives each in a form of its own.

    A day, a handle, an amount or a length of time is known by its form; what is left is the one text that is asked for.

    Returns:
        The values; None where it is not certain which piece is which.
    """
    pieces = [piece.strip().rstrip(".") for piece in _BETWEEN.split(text) if piece.strip(" .")]
    found: dict[str, str] = {}
    texts = [field for field in question.fields if field.kind == "text"]
    formed = [field for field in question.fields if field.kind != "text"]
    if len(texts) > 1:
        return None
    for kind in dict.fromkeys(field.kind for field in formed):
        fields = [field for field in formed if field.kind == kind]
        fitting = [(at, value) for at, piece in enumerate(pieces) if (value := _value(fields[0], piece, as_of))]
        if fitting and len(fitting) != len(fields):
            return None
        found |= {field.name: value for field, (_, value) in zip(fields, fitting, strict=False)}
        taken = {at for at, _ in fitting}
        pieces = [piece for at, piece in enumerate(pieces) if at not in taken]
    if not found or (pieces and not texts):
        return None
    return found | ({texts[0].name: ", ".join(pieces)} if pieces else {})


def _value(field: Field, piece: str, as_of: date) -> str:
    """The value of a field that a piece of a sentence gives; empty where it gives none."""
    lead = pattern.match(piece) if (pattern := _LEADS.get(field.kind)) else None
    if field.kind in _HAS_TO_BE_LED and not lead:
        return ""
    value = piece[lead.end() :] if lead else piece
    try:
        take(field, value, as_of)
    except Refused:
        return ""
    return value
