"""What all documents rest on besides themselves: schemas and frameworks, each file by a mark of its content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from pmcoach_lint.discovery import discover, may_say_type
from pmcoach_lint.doctypes import SUFFIX, Catalogue
from pmcoach_lint.paths import is_special
from pmcoach_lint.resources import schema_folder, standards_folder
from pmcoach_lint.settings import Settings, optional_folders
from pmcoach_lint.syntax.source import MAX_BYTES

Marks = tuple[tuple[Path, object], ...]
"""Files, each with a mark of its content."""


def content_mark(path: Path) -> object:
    """What tells the content of a file from any other, be it that it cannot be read."""
    try:
        if is_special(path):
            return None
        with path.open("rb") as stream:
            return hashlib.blake2b(stream.read(MAX_BYTES + 1)).digest()
    except OSError as error:
        return error.errno


def schema_marks(settings: Settings) -> Marks:
    """The schemas that documents are read by.

    Raises:
        UsageError: A folder that the settings name is none.
    """
    folders = (schema_folder(), *Catalogue.of(settings).folders)
    return _marks(path for folder in folders for path in folder.glob(f"*{SUFFIX}"))


def framework_marks(settings: Settings) -> Marks:
    """The frameworks that documents are held to: the team's own, and those that come with the package.

    Raises:
        UsageError: A folder that the settings name is none.
    """
    folders = list(optional_folders(settings, "standards"))
    own = discover(folders, settings, force_exclude=False) if folders else ()
    return _marks([*standards_folder().glob("*.md"), *(path for path in own if may_say_type(path))])


def _marks(paths: Iterable[Path]) -> Marks:
    return tuple((path, content_mark(path)) for path in sorted(set(paths)))
