"""The document that a command is about: read, or else told why it cannot be."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pmcoach_lint.cli import FAILED, console
from pmcoach_lint.document import Document, read_document
from pmcoach_lint.nearest import did_you_mean_path
from pmcoach_lint.paths import is_special, shown_path
from pmcoach_lint.report import Style, renderer
from pmcoach_lint.report.tally import counted
from pmcoach_lint.settings import Settings, UsageError

if TYPE_CHECKING:
    from pmcoach_lint.rubric.files import Scorer
    from pmcoach_lint.weekly.standing import Standing

_FEW = 3
"""So many files are named in a command that is proposed; of more, it looks at all."""


def open_document(path: Path, settings: Settings, *types: str) -> Document:
    """Read the document at `path`.

    Args:
        path: Its file.
        settings: The settings of the repository.
        types: The types that it may be of; any, without them.

    Raises:
        UsageError: There is no such file, or it is of another type.
        click.exceptions.Exit: It is no document that can be read, which has been told on standard error.
    """
    from pmcoach_lint.doctypes import Catalogue

    data = read(path)
    document = read_document(data, shown_path(path), Catalogue.of(settings))
    if document.doctype is None:
        _tell_why(path, data, settings)
        raise click.exceptions.Exit(FAILED)
    if types:
        require(document, *types)
    return document


def require(document: Document, *types: str) -> None:
    """Refuse a document that is of none of the `types`.

    Raises:
        UsageError: It is of another type.
    """
    if document.doctype and document.doctype.name not in types:
        wanted = " or ".join(f"“{name}”" for name in types)
        raise UsageError(
            f"{document.source.file} is of the type “{document.doctype.name}”.",
            f"This command wants one of type {wanted}.",
        )


def standing_of(document: Document, path: Path, settings: Settings) -> Standing:
    """How the coaching pack at `path` stands on the day that counts as today."""
    from pmcoach_lint.repository import Repository
    from pmcoach_lint.weekly.standing import standing_in

    return standing_in(Repository(settings), document, path, settings.today)


def tell_left_out(scorer: Scorer) -> None:
    """Tell on standard error what could not be scored, or maybe not rightly.

    Nobody can tell what some documents are; and something may be wrong with the team's own frameworks.
    """
    files = scorer.unread
    if files:
        again = console.command("lint", *(files if len(files) <= _FEW else ()))
        one = len(files) == 1
        told = f"{counted(len(files), 'document')} cannot be read and {'is' if one else 'are'} left out"
        console.remark(f"{told}. To see why: {again}")
    for file in scorer.faulty:
        again = console.command("lint", file)
        console.remark(f"Something is wrong in {file}, so scores may be wrong or missing. To see what: {again}")


def read(path: Path) -> bytes:
    """The bytes of a file that was named.

    Raises:
        UsageError: There is none, or it cannot be read.
    """
    if is_special(path):
        raise UsageError(f"{path} is no ordinary file.", "Nothing is read from a pipe or a device. Name a file.")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UsageError(f"{path} does not exist.{did_you_mean_path(path)}") from None
    except IsADirectoryError:
        raise UsageError(f"{path} is a folder.", "Name one file in it.") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from None


def _tell_why(path: Path, data: bytes, settings: Settings) -> None:
    """Tell on standard error why there is no data to be had."""
    from pmcoach_lint.engine import lint_bytes, lint_schemas

    reports = [lint_bytes(data, shown_path(path), settings), *lint_schemas(settings)]
    sys.stderr.writelines(renderer("text")(reports, Style()))
