"""`pmcoach site`: the published pages, by other ways than `mkdocs build`."""

from __future__ import annotations

from pathlib import Path

import click

from pmcoach_lint.cli import console
from pmcoach_lint.cli.groups import NamedGroup
from pmcoach_lint.cli.options import PATH
from pmcoach_lint.paths import shown_path
from pmcoach_lint.settings import UsageError

EXAMPLES = """\b
Examples:
  pmcoach site stage build/staged                                for whom mkdocs.yml says
  pmcoach site stage build/northwind --audience client:northwind
"""


command = NamedGroup("site", help="Work on the site.", epilog=EXAMPLES)


@command.command("stage", short_help="Write the site as plain Markdown and assets.", epilog=EXAMPLES)
@click.argument("folder", type=PATH)
@click.option("--audience", help="Whom the site is for.  [default: what mkdocs.yml says]")
@click.option("--config-file", type=PATH, default=Path("mkdocs.yml"), show_default=True, help="The site's mkdocs.yml.")
def stage(folder: Path, audience: str | None, config_file: Path) -> int:
    """Write the site into FOLDER as plain Markdown and assets, which MkDocs builds without the plugin pmcoach.

    FOLDER is new, empty, or one that was staged before: then it is replaced. It holds what the audience may see, and
    nothing else.
    """
    try:
        from pmcoach_lint.site import stage as staging
    except ModuleNotFoundError as error:
        missing = f"The site needs packages that are not installed ({error.name})."
        raise UsageError(missing, 'Install them: python3 -m pip install "pmcoach-lint[site]"') from None

    staged = staging.stage(config_file, folder, audience)
    for note in staged.notes:
        console.remark(note)
    shown = shown_path(folder)
    console.write(
        [
            f"Wrote {staged.pages} pages to {shown}.\n",
            f"Build them: mkdocs build --config-file {shown}/mkdocs.yml\n",
        ]
    )
    return 0
