"""`pmcoach new`: begin a document."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from pmcoach_lint.cli import console
from pmcoach_lint.cli.files import create
from pmcoach_lint.cli.options import complete_types, settings_for, unusable
from pmcoach_lint.discovery import ENDINGS
from pmcoach_lint.doctypes import Catalogue, DocType
from pmcoach_lint.nearest import did_you_mean, in_a_row, nearest
from pmcoach_lint.report.visible import visible
from pmcoach_lint.settings import Settings, UsageError, shown_path

EXAMPLES = """\b
Examples:
  pmcoach new coaching-pack packs/pm-07.md
  pmcoach new value-ladder docs/standards/value-ladder.md
"""


@click.command("new", short_help="Begin a document.", epilog=EXAMPLES)
@click.argument("doctype", metavar="TYPE", shell_complete=complete_types)
@click.argument("path", type=click.Path(path_type=Path))
def command(doctype: str, path: Path) -> None:
    """Write a new document of TYPE to PATH, with all its parts and hints how to fill them.

    A framework, such as the value ladder, begins as a copy of the one that comes with pmcoach. Folders on the way are
    made. A file that exists is never overwritten.
    """
    settings = settings_for()
    known = _find(doctype, Catalogue.of(settings))
    _check(path)
    from pmcoach_lint.generate.beginning import beginning, is_copied  # noqa: PLC0415 - wrong use is told without it

    create(path, beginning(known))
    again = f"pmcoach lint {shlex.quote(str(path))}"
    told = f"Fill it in, then see what is still missing: {visible(again)}"
    if is_copied(known):
        told = f"{_of_a_copy(path, settings)}\nChange what is to be otherwise, then check it: {visible(again)}"
    console.write([f"Wrote {visible(str(path))}.\n{told}\n"])


def _of_a_copy(path: Path, settings: Settings) -> str:
    """What to say of a framework that begins as a copy: whether it counts where it is."""
    folders = [settings.root / folder for folder in settings.standards]
    if any(path.resolve().is_relative_to(folder.resolve()) for folder in folders):
        return "It is a copy of the one that comes with pmcoach, and from now on counts in its place."
    told = f"It counts once it is in {in_a_row(list(map(shown_path, folders)), 'or')}." if folders else ""
    return f"It is a copy of the one that comes with pmcoach. {told}".rstrip()


def _find(name: str, types: Catalogue) -> DocType:
    """The type of document called `name`."""
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
