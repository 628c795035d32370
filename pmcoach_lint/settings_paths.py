"""Paths that the settings name and that are not there, so that what is said of them holds for nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pmcoach_lint.nearest import nearest

_OF_PATTERNS = frozenset("*?[!\\")
"""What makes a path a pattern of many."""


def without_files(root: Path, folders: Iterable[str], named: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """The notices that something is set for paths that are not there.

    Args:
        root: The folder that they are relative to.
        folders: The folders of documents.
        named: The paths, by the setting that names them. Of a pattern its folders count before the first sign of one.
    """
    for setting, paths in named.items():
        for path in paths:
            parts = _plain(path)
            if parts and not _is_there(root, parts, folders if "/" not in path.strip("/") else ()):
                near = _near(root, parts)
                question = f" Did you mean {near}?" if near else ""
                told = f"There is no {path} here, so what the setting “{setting}” says of it holds for nothing."
                yield told + question


def _plain(path: str) -> list[str]:
    """The parts of a path up to the first one that is a pattern."""
    parts = path.strip("/").split("/")
    patterns = [place for place, part in enumerate(parts) if _OF_PATTERNS.intersection(part)]
    return parts[: patterns[0]] if patterns else parts


def _is_there(root: Path, parts: list[str], anywhere: Iterable[str]) -> bool:
    """Whether there is such a path from the root, or one of its last name somewhere in the folders `anywhere`."""
    if root.joinpath(*parts).exists():
        return True
    walks = (os.walk(root / folder) for folder in anywhere)
    return any(parts[-1] in inner or parts[-1] in files for walk in walks for _, inner, files in walk)


def _near(root: Path, parts: list[str]) -> str | None:
    """The path that was most likely meant, where the first part that is not there has one like it beside it."""
    above = root
    for place, part in enumerate(parts):
        if not (above / part).exists():
            names = sorted(each.name for each in above.iterdir() if not each.name.startswith("."))
            near = nearest(part, names)
            end = "/" if near and (above / near).is_dir() else ""
            return "/".join([*parts[:place], near]) + end if near else None
        above /= part
    return None
