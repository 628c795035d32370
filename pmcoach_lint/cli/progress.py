"""How far long work has come, shown on a terminal and nowhere else."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from pmcoach_lint.cli import console

LONG = 1.0
"""Work is long after so many seconds. Our own figure."""

EVERY = 0.1
"""So many seconds lie between two looks at how far it has come. Our own figure."""


def with_progress(files: Iterable[Path], doing: str) -> Iterator[Path]:
    """Pass `files` on one by one, and show on standard error how many it were, if that is a terminal and it takes long.

    Args:
        files: The files.
        doing: What is done with them, as the beginning of a line: `Checking`.
    """
    if not sys.stderr.isatty():
        yield from files
        return
    begun = last = time.monotonic()
    for number, file in enumerate(files, 1):
        now = time.monotonic()
        if now - begun > LONG and now - last > EVERY:
            console.progress.show(f"{doing} {number:,}: {file.name}")
            last = now
        yield file
    console.progress.clear()
