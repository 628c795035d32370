"""Valid coaching packs for the benchmark: the same every time, no two alike, about 22 KB each.

Each pack has eight tables with eighty rows; what else has rows is written as a list, as the written form allows. The
rows are counted from the text by `count`, not from what was meant to be written.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

from tests.bench import parts
from tests.bench.phrases import COMPETENCIES, Facts

TABLES = 8
RECORDS = 80

_DELIMITER = re.compile(r"^\|(?: *:?-+:? *\|)+$")
FIRST_START = date(2026, 10, 5)
"""The day on which the first cycles begin. On this day nothing is due yet, so that no rule has anything to say."""


def file_name(number: int) -> str:
    """The name of the pack with this number, counted from 1."""
    return f"pack-{number:04}.md"


def write(folder: Path, packs: int) -> list[int]:
    """Write packs number 1 to `packs` into a new folder.

    Returns:
        The size of each in bytes.
    """
    folder.mkdir(parents=True)
    return [(folder / file_name(number)).write_bytes(pack(number).encode()) for number in range(1, packs + 1)]


def count(text: str) -> tuple[int, int]:
    """Count the tables of a text and the rows below their headers."""
    lines = text.splitlines()
    tables = sum(_DELIMITER.match(line) is not None for line in lines)
    rows = sum(line.startswith("|") for line in lines) - 2 * tables
    return tables, rows


def with_mistake(text: str) -> str:
    """The same pack with one level misspelt, in one cell."""
    return text.replace("| Analyze | E", "| Analize | E", 1)


def pack(number: int) -> str:
    """Write the pack with this number.

    Args:
        number: Any number; the same number gives the same text.

    Returns:
        A complete, valid, active coaching pack.
    """
    facts = Facts(
        number=number,
        start=FIRST_START + timedelta(weeks=number % 20),
        bets=(COMPETENCIES[number % 6], COMPETENCIES[(number + 2) % 6]),
    )
    return "\n".join(part(facts) for part in parts.ALL)
