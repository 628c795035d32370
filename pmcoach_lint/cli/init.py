"""`pmcoach init`: a repository for packs, ready to use."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

import click

from pmcoach_lint.cli import console
from pmcoach_lint.cli.files import create
from pmcoach_lint.cli.options import PATH
from pmcoach_lint.generate.repository import EXAMPLE, WORKFLOW, new_repository
from pmcoach_lint.paths import git_root, true_path
from pmcoach_lint.report.visible import visible, visible_lines
from pmcoach_lint.resources import installed_version
from pmcoach_lint.settings import UsageError, load_settings

EXAMPLES = """\b
Examples:
  pmcoach init                                       make this folder ready
  pmcoach init coaching                              make a folder, and everything in it
  pmcoach init --source "/path/to/pmcoach-lint[site]"
"""

_PACKAGE = "pmcoach-lint[site]"
_HOOK = """\
To check every commit, once: python3 -m pip install pre-commit && python3 -m pre_commit install
(with the Python that has pmcoach; it then holds in git programs with windows as well)
"""


@click.command("init", epilog=EXAMPLES)
@click.argument("folder", metavar="[DIR]", default=".", type=PATH)
@click.option(
    "--source",
    metavar="WHAT",
    help=f"What the CI workflow installs with pip: your copy of pmcoach-lint.  [default: {_PACKAGE} of this version]",
)
def command(folder: Path, source: str | None) -> None:
    """Make DIR ready for coaching packs: settings, a site, the check on every commit and on every change, an example.

    No file that is there is ever changed, so running it again does nothing. The example is a coaching cycle that is
    closed; delete it when you have a pack of your own.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is no folder.")
    made = list(_made(folder, source or _usual_source()))
    if not made:
        what = "This folder" if folder == Path() else visible(str(folder))
        console.write([f"{what} is ready already: nothing was changed.\n"])
        return
    width = max(len(path) for path, _ in made)
    lines = visible_lines("".join(f"  {path:<{width}}  {purpose}\n" for path, purpose in made))
    here = "" if folder == Path() else f"cd {shlex.quote(str(folder))} && "
    git = "" if git_root(true_path(folder)) else "git init && "
    console.write(["Wrote\n", lines, f"\nNow: {here}{git}pmcoach lint\n", _HOOK])
    if source is None and any(path == WORKFLOW for path, _ in made):
        installed = f"The check on every change installs {_usual_source()} with pip."
        console.remark(f"{installed} If your copy of it is elsewhere, name that in {WORKFLOW}.")


def _made(folder: Path, source: str) -> Iterator[tuple[str, str]]:
    """Write what is not there yet; the path and the purpose of each file that was written."""
    settings = load_settings(folder)
    has_settings = settings.source is not None and settings.source.parent == folder.absolute()
    packs = settings.folders[0] if has_settings and settings.folders else "packs"
    has_packs = any((folder / packs).glob("**/*.md"))
    for path, purpose, text in new_repository(packs, source):
        own = path == "pmcoach.toml" and has_settings
        needless = path.endswith(EXAMPLE) and has_packs
        if own or needless or (folder / path).exists() or (folder / path).is_symlink():
            continue
        create(folder / path, text)
        yield path, purpose


def _usual_source() -> str:
    version = installed_version()
    return f"{_PACKAGE}=={version}" if version else _PACKAGE
