"""From a file to a document, whatever the file is: what cannot be read is a document with an offence."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from pmcoach_lint.doctypes import SUFFIX, Catalogue
from pmcoach_lint.doctypes.files import PROBLEM
from pmcoach_lint.document import Document, read_document
from pmcoach_lint.syntax.source import MAX_BYTES, Mention, Offence, Source, too_large

FAILURE = "rule-failed"
"""The rule by which failures of the tool itself are told."""


def load_document(path: Path, file: str, catalogue: Catalogue | None = None) -> Document:
    """Read the document at `path`. A file that cannot be read is a document with an offence, and never an error."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return _unreadable(file, "is a folder" if os.access(path, os.R_OK) else "is a folder that you may not open")
        if not stat.S_ISREG(status.st_mode):
            return _unreadable(file, "is no ordinary file")
        if status.st_size > MAX_BYTES:
            document = Document(Source("", file))
            document.report(too_large(status.st_size))
            return document
        if path.name.endswith(SUFFIX):
            return _schema(path)
        with path.open("rb") as stream:
            return take_document(stream.read(), file, catalogue)
    except OSError as error:
        return _unreadable(file, _why(path, error))


def _why(path: Path, error: OSError) -> str:
    """Why the file at `path` cannot be read, as the end of a sentence."""
    if isinstance(error, FileNotFoundError):
        return "is a link to something that does not exist" if path.is_symlink() else "is not there any more"
    if isinstance(error, PermissionError):
        return "may not be read by you"
    if error.errno == errno.ELOOP:
        return "is a link that leads back to itself"
    return f"cannot be read: {(error.strerror or 'unknown error').lower()}"


def take_document(data: bytes, file: str, catalogue: Catalogue | None = None) -> Document:
    """Read a document that is in memory. Should the reader itself fail, that is an offence of the document."""
    try:
        return read_document(data, file, catalogue)
    except Exception as error:  # noqa: BLE001 - a reader that fails must not end the run
        document = Document(Source("", file))
        report_failure(document, "reading the file", error)
        return document


def report_failure(document: Document, what: str, error: Exception) -> None:
    """Take note that a part of the tool itself has failed. It shows no text of the document."""
    message = f"pmcoach failed here: {what} ended with {type(error).__name__}."
    hint = "Everything else was checked. Please report this, with the document's form but without its content."
    document.report(Offence((0, 0), message, hint, rule=FAILURE))


def _schema(path: Path) -> Document:
    """The schema of a type as if it were a document, with its problems: somebody wants it to be checked."""
    from pmcoach_lint.doctypes.inspection import Inspection  # noqa: PLC0415 - rarely needed

    inspection = Inspection(path)
    document = Document(inspection.file.source)
    for offence in inspection.offences:
        if offence.source in (None, document.source):
            document.report(offence)
        else:
            related = (Mention(offence.span, offence.message, offence.source),)
            message = "A file that this schema refers to has a problem."
            place = document.source.line_span(0)
            document.report(Offence(place, message, "Correct that file.", related=related, rule=PROBLEM))
    return document


def _unreadable(file: str, why: str) -> Document:
    document = Document(Source("", file))
    document.report(Offence((0, 0), f"This file {why}.", None, rule="unreadable-file"))
    return document
