"""When each document was changed last, out of git: days and files, and neither names nor words of anybody."""

from __future__ import annotations

import subprocess
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from pmcoach_lint.coaching.cycle import as_day

_SECONDS = 20
"""A history that takes longer to read is done without."""


def last_changes(root: Path, files: Collection[str]) -> Mapping[str, date]:
    """The day of the last commit that changed each file, read in one pass.

    Args:
        root: The root of the repository's documents.
        files: Their paths from there, with forward slashes.

    Returns:
        The days by path; without files that git does not know, and empty where there is no git, or no history.
    """
    if not files:
        return {}
    told = _git(
        root,
        "-c", "core.quotePath=off", "-c", "log.showSignature=false",
        "log", "--format=%x01%as", "--name-only", "--no-renames", "--relative", "-z", "--", ".",
    )  # fmt: skip
    return {} if told is None else _read(told, frozenset(files))


def last_commit(root: Path) -> str | None:
    """The commit that the history begins with; None where there is none. While it is the same, so are the days."""
    return _git(root, "rev-parse", "HEAD")


def _git(root: Path, *arguments: str) -> str | None:
    """What git says; None where it cannot be asked, or has no answer."""
    try:
        command = ["git", *arguments]  # no word of any document is in it
        told = subprocess.run(command, cwd=root, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return None
    return told.stdout.decode("utf-8", "replace") if told.returncode == 0 else None


def _read(told: str, files: frozenset[str]) -> dict[str, date]:
    """The first day that is told of each file: the newest commit comes first."""
    found: dict[str, date] = {}
    day: date | None = None
    for word in told.replace("\x01", "\0\x01").split("\0"):
        name = word.strip("\n")
        if name.startswith("\x01"):
            day = as_day(name[1:11])
        elif day and name in files:
            found.setdefault(name, day)
            if len(found) == len(files):
                break
    return found
