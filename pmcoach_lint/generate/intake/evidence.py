"""Pieces of evidence out of an answer: when something was seen, what it was, and in which piece of work."""

from __future__ import annotations

from datetime import date
from typing import Any

from pmcoach_lint.generate.intake.bank import Field
from pmcoach_lint.generate.intake.days import day_seen, past_day
from pmcoach_lint.generate.intake.lines import Answer, Refused, cells_of, line_of, lines_of, said_of, unfolded
from pmcoach_lint.regex import regex

_IN_WORK = regex(r"(?P<rest>.+?)\s*\((?P<work>[^()]+)\)\s*\.?")
_FORM = "2026-09-09: what was seen (in which work)"
_LONGEST = 40


def take_evidence(field: Field, given: Any, as_of: date | None) -> Answer:
    """Pieces of evidence as rows, with a remark on each whose day was not told in full, or not at all.

    Args:
        field: The list that they belong to.
        given: What was typed, or a value of a file of answers.
        as_of: The day that counts as today; None for what was written down earlier.

    Raises:
        Refused: One of them cannot be taken.
        Unreadable: One of them has no day that there is.
    """
    names = [column.name for column in field.binding.fields.values()]
    rows, remarks = list[tuple[str, ...]](), list[str]()
    for one in lines_of(_without_mappings(given, names)):
        said = _mapped(one, names) if isinstance(one, dict) else _read(line_of(one), names, as_of)
        said, remark = _dated(said, as_of)
        rows.append(tuple(said.get(name, "") for name in names))
        remarks += remark
    return Answer("", rows=tuple(rows), remarks=tuple(remarks))


def _dated(said: dict[str, str], as_of: date | None) -> tuple[dict[str, str], list[str]]:
    """A piece with its day as it is written down, and what to say about it."""
    text, given = said.get("evidence", ""), said.get("date", "")
    seen = day_seen(given or text, as_of)
    if given and (seen is None or seen.rest not in ("", given)):
        past_day(given, as_of)
    if given and seen:
        text = f"{seen.rest}: {text}" if seen.rest and text else text
    elif seen:
        text = seen.rest
    if not text:
        raise Refused("A piece of evidence has to say what was seen.", _FORM)
    said_of([text])
    if seen is None:
        begun = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"
        return said, [f"“{begun}” begins with no day, so its date stays open."] if as_of else []
    remark = [f"“{seen.words}” is taken for {seen.written}."] if seen.is_assumed else []
    return {**said, "date": seen.written, "evidence": text}, remark


def _without_mappings(given: Any, names: list[str]) -> Any:
    """An answer without mappings that name nothing of a piece of evidence: `9 Nov: no metric`."""
    if isinstance(given, list):
        return [_without_mappings(one, names) for one in given]
    is_named = isinstance(given, dict) and any(str(key).casefold() in names for key in given)
    return given if is_named else unfolded(given)


def _mapped(given: dict[str, Any], known: list[str]) -> dict[str, str]:
    said = {key.casefold(): line_of(value) for key, value in given.items() if value not in (None, "")}
    unknown = [key for key in said if key not in known]
    if unknown:
        raise Refused(f"A piece of evidence has no “{unknown[0]}”.", f"It has {', '.join(known)}.")
    return said


def _read(text: str, names: list[str], as_of: date | None) -> dict[str, str]:
    """A piece of evidence out of a line: `2026-09-09: what was seen (in which work)`, or `day | what | work | area`."""
    cells = cells_of(text)
    day = day_seen(cells[0], as_of) if len(cells) > 1 else None
    if day and day.rest in ("", cells[0]):
        if len(cells) > len(names):
            raise Refused(f"This piece of evidence has {len(cells)} values.", f"Write {' | '.join(names)}")
        return dict(zip(names, cells, strict=False))
    if match := _IN_WORK.fullmatch(text):
        return {"evidence": match["rest"], "artifact": match["work"]}
    return {"evidence": text}
