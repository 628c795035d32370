"""`pmcoach schema`: what whoever writes schemas needs."""

from __future__ import annotations

from collections.abc import Iterator

import click

from pmcoach_lint.cli import console
from pmcoach_lint.cli.groups import NamedGroup
from pmcoach_lint.cli.options import complete_types, settings_for, unknown
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.doctypes.inspection import Inspection
from pmcoach_lint.engine import lint_schemas
from pmcoach_lint.examples.trial import try_examples
from pmcoach_lint.report.as_reference import render_reference
from pmcoach_lint.report.as_trial import render_trial, summary
from pmcoach_lint.report.text import told
from pmcoach_lint.settings import Settings

EXAMPLES = """\b
Examples:
  pmcoach schema show coaching-pack    what belongs into a coaching pack, and under which names
  pmcoach schema test                  test all document types of your own
  pmcoach schema test decision         test one
"""


_HELP = "Look at what document types hold, and work on their schemas."
command = NamedGroup("schema", help=_HELP, epilog=EXAMPLES)


@command.command("test", short_help="Check schemas, and try their examples.", epilog=EXAMPLES)
@click.argument("names", nargs=-1, shell_complete=complete_types)
def test(names: tuple[str, ...]) -> int:
    """Check the schemas of document types, and try the examples that they carry.

    NAMES are the types; without them, all of your own are tested, or those of pmcoach where you have none. At the end
    it says which checks no example that fails has reached.

    The exit code is 0 when the schemas are sound and each example is judged as it says, 1 when not, 2 for wrong use.
    """
    settings = settings_for()
    types = Catalogue.of(settings)
    if not names and not types.local_names:
        console.remark("There is no document type of your own yet: those of pmcoach are tested.")
    return _test(_known(names, types), types, settings)


@command.command("show", short_help="Tell what a document type holds.", epilog=EXAMPLES)
@click.argument("name", metavar="TYPE", shell_complete=complete_types)
def show(name: str) -> int:
    """Tell what belongs into a document of a TYPE: its parts, what is written in each, and the names that are known.

    What bears none of these names is mostly not read. The site has the same as a page, with the forms in which each
    value can be written.
    """
    types = Catalogue.of(settings_for())
    doctype = types.find(name)
    if doctype is None:
        raise unknown(name, types, sorted({*types.names, *types.local_names}))
    console.write(render_reference(doctype, console.style()))
    return 0


def _known(names: tuple[str, ...], types: Catalogue) -> list[str]:
    """The types to test, each once."""
    for name in names:
        if types.find(name) is None and name not in types.problems:
            raise unknown(name, types, sorted({*types.names, *types.local_names}))
    return list(dict.fromkeys(names)) or list(types.local_names or types.names)


def _test(names: list[str], types: Catalogue, settings: Settings) -> int:
    """Test the types of these names, tell how it went, and give the exit code."""
    sound = [doctype for name in names if (doctype := types.find(name)) and name not in types.problems]
    trials = [try_examples(Inspection(doctype.path), settings) for doctype in sound]

    def pieces() -> Iterator[str]:
        for report in lint_schemas(settings, names):
            yield from told(report, console.style())
        for trial in trials:
            yield from render_trial(trial)
            yield "\n"
        yield summary(trials, len(names) - len(sound))

    console.write(pieces())
    return 1 if len(sound) < len(names) or any(trial.wrong for trial in trials) else 0
