"""The document that a command is about: read, or else told why it cannot be."""

from __future__ import annotations

import shlex
import sys
from datetime import date
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
    from pmcoach_lint.repository import Repository
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


def standing_of(document: Document, path: Path, settings: Settings, as_of: date) -> Standing:
    """How the coaching pack at `path` stands on a day."""
    from pmcoach_lint.weekly.standing import standing_in

    return standing_in(repository_of(settings), document, path, as_of)


def repository_of(settings: Settings) -> Repository:
    """The documents of the repository, each read when it is asked for."""
    from pmcoach_lint.repository import Repository

    return Repository(settings)


def tell_unread(files: list[str]) -> None:
    """Tell on standard error which documents are passed over because nobody can tell what they are."""
    if files:
        again = shlex.join(["pmcoach", "lint", *(files if len(files) <= _FEW else ())])
        one = len(files) == 1
        told = f"{counted(len(files), 'document')} cannot be read and {'is' if one else 'are'} left out"
        console.remark(f"{told}. To see why: {again}")


def tell_faulty(frameworks: list[str]) -> None:
    """Tell on standard error which of the team's own frameworks something is wrong with, and so maybe with scores."""
    for file in frameworks:
        again = shlex.join(["pmcoach", "lint", file])
        console.remark(f"Something is wrong in {file}, so scores may be wrong or missing. To see what: {again}")


def today(settings: Settings, as_of: date | None = None) -> date:
    """The day that counts as today: the one that was asked for, else that of the settings, else this one."""
    return as_of or settings.today


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
