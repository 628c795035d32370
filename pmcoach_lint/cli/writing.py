"""Putting a changed document in place of its file: whole or not at all, and never over what came in between."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

from pmcoach_lint.cli.files import replace
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import Document, read_again
from pmcoach_lint.report.visible import visible
from pmcoach_lint.settings import Settings, UsageError


def reader(document: Document, settings: Settings) -> Callable[[str], Document]:
    """What reads a text as if it stood in the file of `document`."""
    catalogue = Catalogue.of(settings)
    return lambda text: read_again(document, text, catalogue)


def carried_to(folder: Path, document: Document, path: Path, settings: Settings) -> Document:
    """The document at `path` as it would read in another folder: its links lead to the same files."""
    from pmcoach_lint.generate.carried import carried

    return reader(document, settings)(carried(document.text, path.parent, folder, document.body))


def put_back(path: Path, before: Document, after: Document) -> None:
    """Write the text of `after` to the file of `before`.

    Raises:
        UsageError: The file has changed since it was read, or cannot be written.
    """
    replace_text(path, before.source.whole, after.source.whole)


def replace_text(path: Path, before: str, after: str) -> None:
    """Write the text `after` to a file that holds the text `before`.

    Raises:
        UsageError: The file has changed since it was read, or cannot be written.
    """
    try:
        unchanged = path.read_bytes() == before.encode()
    except OSError:
        unchanged = False
    if not unchanged:
        raise UsageError(f"{path} has been changed meanwhile.", "Nothing was written. Please run the command again.")
    replace(path, [after])


def as_diff(before: str, after: str, name: str) -> list[str]:
    """What changes between two texts of the file `name`, as the lines of a diff."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    lines = difflib.unified_diff(old, new, f"a/{name}", f"b/{name}")
    return [f"{visible(line.rstrip())}\n" for line in lines]
