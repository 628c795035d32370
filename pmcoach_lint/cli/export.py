"""`pmcoach export`: a document as data."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from pmcoach_lint.cli import console
from pmcoach_lint.cli.files import replace
from pmcoach_lint.cli.options import settings_for
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import Document, read_document
from pmcoach_lint.report import Style, renderer
from pmcoach_lint.report.visible import in_json
from pmcoach_lint.settings import Settings, UsageError, shown_path
from pmcoach_lint.syntax.yaml_marks import Path as ValuePath

EXAMPLES = """\b
Examples:
  pmcoach export packs/pm-07.md --to json
  pmcoach export packs/pm-07.md --to json --positions -o pm-07.json
"""


@click.command("export", short_help="Give a document as data.", epilog=EXAMPLES)
@click.argument("path", metavar="DOCUMENT", type=click.Path(path_type=Path))
@click.option("--to", "target", type=click.Choice(["json"]), default="json", show_default=True, help="The format.")
@click.option("--positions", is_flag=True, help="Add where each value is written: lines and columns, by JSON Pointer.")
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Write to this file.")
def command(path: Path, target: str, positions: bool, output: Path | None) -> int:  # noqa: ARG001
    """Give the data of a DOCUMENT: all that is written in it, in the shape of its schema."""
    data = _read(path)
    settings = settings_for()
    document = read_document(data, shown_path(path), Catalogue.of(settings))
    if document.doctype is None:
        return _unreadable(path, data, settings)
    exported: dict[str, Any] = {"data": document.data}
    if positions:
        exported["positions"] = _positions(document)
    text = in_json(exported, indent=2) + "\n"
    if output is None:
        console.write([text], utf_8=True)
    elif output.exists() and output.samefile(path):
        raise UsageError(f"{output} is the document itself.", "Name another file: the document would be lost.")
    else:
        replace(output, [text])
    return 0


def _read(path: Path) -> bytes:
    """The bytes of the document."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UsageError(f"{path} does not exist.") from None
    except IsADirectoryError:
        raise UsageError(f"{path} is a folder.", "Name one document in it.") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from None


def _unreadable(path: Path, data: bytes, settings: Settings) -> int:
    """Tell on standard error why there is no data to give."""
    from pmcoach_lint.engine import lint_bytes, lint_schemas  # noqa: PLC0415 - the usual case does without it

    reports = [lint_bytes(data, shown_path(path), settings), *lint_schemas(settings)]
    sys.stderr.writelines(renderer("text")(reports, Style()))
    return 1


def _positions(document: Document) -> dict[str, dict[str, int]]:
    """The places of the values, by JSON Pointer, in the order of the data."""
    places: dict[str, dict[str, int]] = {}
    for path in _paths(document.data, ()):
        span = document.values.get(path)
        if span is not None:
            start, end = document.range(span)
            places[_pointer(path)] = {
                "line": start.line,
                "column": start.column,
                "end_line": end.line,
                "end_column": end.column,
            }
    return places


def _paths(value: Any, path: ValuePath) -> Iterator[ValuePath]:
    """The paths of all that is in `value`, itself at `path` and not included."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield (*path, key)
        yield from _paths(part, (*path, key))


def _pointer(path: ValuePath) -> str:
    """A path as a JSON Pointer (RFC 6901)."""
    return "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in path)
