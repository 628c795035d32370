"""`pmcoach new`: begin a document."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from pmcoach_lint.cli import console
from pmcoach_lint.cli.files import create
from pmcoach_lint.cli.options import settings_for, unusable
from pmcoach_lint.discovery import ENDINGS
from pmcoach_lint.doctypes import Catalogue, DocType
from pmcoach_lint.nearest import did_you_mean, nearest
from pmcoach_lint.report.visible import visible
from pmcoach_lint.settings import UsageError

EXAMPLES = """\b
Example:
  pmcoach new coaching-pack packs/pm-07.md
"""


@click.command("new", short_help="Begin a document.", epilog=EXAMPLES)
@click.argument("doctype", metavar="TYPE")
@click.argument("path", type=click.Path(path_type=Path))
def command(doctype: str, path: Path) -> None:
    """Write a new document of TYPE to PATH, with all its parts and hints how to fill them.

    Folders on the way are made. A file that exists is never overwritten.
    """
    known = _find(doctype)
    _check(path)
    from pmcoach_lint.generate.scaffold import scaffold  # noqa: PLC0415 - wrong use is told without it

    create(path, scaffold(known))
    again = f"pmcoach lint {shlex.quote(str(path))}"
    console.write([f"Wrote {visible(str(path))}.\nFill it in, then see what is still missing: {visible(again)}\n"])


def _find(name: str) -> DocType:
    """The type of document called `name`."""
    types = Catalogue.of(settings_for())
    doctype = types.find(name)
    if name in types.problems and doctype is None:
        raise unusable(name, types)
    if doctype is None:
        question = did_you_mean(nearest(name, types.names))
        known = ", ".join(types.names)
        raise UsageError(f"There is no type of document “{name}”.{question}", f"The types are: {known}.")
    return doctype


def _check(path: Path) -> None:
    """Refuse a path that no document can have."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder.", f"Name the file: {path / 'pm-07.md'}, for instance.")
    if not path.name.lower().endswith(ENDINGS):
        raise UsageError(f"{path} would not be found as a document.", f"Name it {path}.md.")
    if path.name.startswith("."):
        raise UsageError(f"{path} would not be found as a document.", "Give it a name that does not begin with a dot.")
