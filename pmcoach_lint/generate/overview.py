"""The overview of packs and engagements, as text for people and as data for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from pmcoach_lint.generate.markdown import one_line
from pmcoach_lint.weekly.due import Item
from pmcoach_lint.weekly.overview import EngagementLine, PackLine, Points

_PACKS = ("Pack", "Status", "Week", "Due", "Overdue", "At risk", "Last row", "Score")
_ENGAGEMENTS = ("Engagement", "Status", "Phase", "Due", "Overdue", "Score", "Last entry")
_LONGEST = 60
_NOTHING = "–"

_Told = tuple[str, Sequence[str], Sequence[str]]
"""The name of a pack or an engagement, and in words what is overdue and what is due in it."""


def to_text(packs: Sequence[PackLine], engagements: Sequence[EngagementLine], *, details: bool) -> str:
    """The overview as tables, with what is due and overdue below them when `details` are wanted.

    Args:
        packs: The packs.
        engagements: The client engagements.
        details: Whether to tell each thing that is due.
    """
    pieces = []
    named = list(zip(_names(engagements), engagements, strict=True))
    if packs:
        pieces.append(_columns(_PACKS, [_pack_cells(line) for line in packs]))
    if engagements:
        pieces.append(_columns(_ENGAGEMENTS, [_engagement_cells(*each) for each in named]))
    if details:
        told: list[_Told] = [(one_line(line.file), _in_words(line.overdue), _in_words(line.due)) for line in packs]
        told += [(name, line.overdue, line.due) for name, line in named]
        pieces += ["\n".join(_details(*each)) for each in told if any(each[1:])]
    return "\n\n".join(pieces) + "\n" if pieces else "No packs and no engagements found.\n"


def to_data(packs: Sequence[PackLine], engagements: Sequence[EngagementLine], as_of: date) -> dict[str, Any]:
    """The overview as plain data."""
    return {
        "as_of": as_of.isoformat(),
        "packs": [
            {
                **{name: _plain(value) for name, value in line._asdict().items()},
                "due": [_item(item) for item in line.due],
                "overdue": [_item(item) for item in line.overdue],
            }
            for line in packs
        ],
        "engagements": [{name: _plain(value) for name, value in line._asdict().items()} for line in engagements],
    }


def week_text(line: PackLine) -> str:
    """The week in words: `3 of 8`, the day of the start before it, that of the end after it."""
    if line.week is None or line.weeks is None or line.start is None or line.end is None:
        return "unknown"
    if line.week < 1:
        return f"from {line.start.isoformat()}"
    if line.week > line.weeks:
        return f"over {line.end.isoformat()}"
    return f"{line.week} of {line.weeks}"


def _pack_cells(line: PackLine) -> tuple[str, ...]:
    return (
        one_line(line.file),
        line.status,
        week_text(line),
        str(len(line.due) or _NOTHING),
        str(len(line.overdue) or _NOTHING),
        ", ".join(line.at_risk) or _NOTHING,
        line.last_row.isoformat() if line.last_row else _NOTHING,
        _score(line.score),
    )


def _names(lines: Sequence[EngagementLine]) -> list[str]:
    """What each engagement is called: its folder, with the client where several share one; the file of one in none."""
    folders = [line.file.rpartition("/")[0] for line in lines]
    names = [
        f"{folder} ({line.client or line.file.rpartition('/')[2]})" if folders.count(folder) > 1 else folder
        for folder, line in zip(folders, lines, strict=True)
    ]
    return [one_line(name if folder else line.file) for name, folder, line in zip(names, folders, lines, strict=True)]


def _engagement_cells(name: str, line: EngagementLine) -> tuple[str, ...]:
    last = f"{line.last_entry.isoformat()} {line.last_title}" if line.last_entry else _NOTHING
    return (
        name,
        line.status,
        line.phase or _NOTHING,
        str(len(line.due) or _NOTHING),
        str(len(line.overdue) or _NOTHING),
        _score(line.score),
        _short(last),
    )


def _score(points: Points | None) -> str:
    return f"{points[0]} of {points[1]}" if points else _NOTHING


def _in_words(items: Iterable[Item]) -> list[str]:
    return [f"{item.day} {item.kind}{f': {_short(item.text)}' if item.text else ''}" for item in items]


def _details(name: str, overdue: Sequence[str], due: Sequence[str]) -> Iterator[str]:
    yield name
    for word, texts in (("overdue", overdue), ("due", due)):
        yield from (f"  {word:<7}  {text}" for text in texts)


def _columns(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A table as aligned text; a column of which no row says anything is left out."""
    shown = [place for place in range(len(header)) if place == 0 or any(row[place] != _NOTHING for row in rows)]
    lines = [[line[place] for place in shown] for line in (header, *rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    padded = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)
    return "\n".join(line.rstrip() for line in padded)


def _item(item: Item) -> dict[str, Any]:
    return {"kind": item.kind, "text": item.text, "week": item.week, "date": item.day.isoformat()}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
