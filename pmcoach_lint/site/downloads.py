"""What a pack's page offers to take along: the data, the tables, the calendar."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from pmcoach_lint.document import Document
from pmcoach_lint.generate.calendar import entries_of, to_ics
from pmcoach_lint.generate.tables import tables_of, to_csv
from pmcoach_lint.report.visible import in_json
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.weekly.standing import Standing

_SOME_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every file in an archive, the first that there is: so that the same pack gives the same archive."""


class Download(NamedTuple):
    """A file to take along: the ending of its name, what it is, and its content."""

    ending: str
    words: str
    content: bytes


def downloads_of(standing: Standing) -> Iterator[Download]:
    """The files of a pack. None holds more than the document itself."""
    document = standing.chain.pack
    yield Download("json", "Data (JSON)", f"{in_json({'data': document.data}, indent=2)}\n".encode())
    yield Download("csv.zip", "Tables (CSV)", _archive(document))
    entries = entries_of(standing)
    if entries:
        yield Download("ics", "Calendar (ICS)", to_ics(entries, standing))


def _archive(document: Document) -> bytes:
    """The tables that have rows, each a file that a spreadsheet opens."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in tables_of(document):
            if table.rows:
                archive.writestr(zipfile.ZipInfo(f"{table.name}.csv", _SOME_DAY), to_csv(table, bom=True))
    return stream.getvalue()
