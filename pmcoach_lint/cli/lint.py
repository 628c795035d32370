"""`pmcoach lint`: check documents."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pmcoach_lint.cli import console
from pmcoach_lint.cli.fixing import apply_fixes, show_fixes
from pmcoach_lint.cli.known import without_known, write_known
from pmcoach_lint.cli.options import (
    PATH,
    choice_option,
    date_option,
    root_of,
    settings_for,
    with_as_of,
    with_config,
    with_isolated,
    with_paths,
    with_rules,
)
from pmcoach_lint.cli.progress import with_progress
from pmcoach_lint.discovery import ENDINGS, belongs, discover
from pmcoach_lint.finding import Severity
from pmcoach_lint.paths import shown_path
from pmcoach_lint.report import FOR_PEOPLE, FORMATS, WITH_STATISTICS, Style, renderer
from pmcoach_lint.report.tally import Tally
from pmcoach_lint.settings import Settings, UsageError
from pmcoach_lint.syntax.source import MAX_BYTES

if TYPE_CHECKING:
    from pmcoach_lint.engine import FileReport

EXAMPLES = """\b
Examples:
  pmcoach lint                             check all documents of this repository
  pmcoach lint packs/pm-07.md              check one
  pmcoach lint --fail-on warning           let warnings fail, too
  pmcoach lint --statistics                and how often each rule has spoken
  pmcoach lint --output-format github      for GitHub Actions
  pmcoach lint --output-format sarif -o pmcoach.sarif
"""


@click.command("lint", epilog=EXAMPLES)
@with_paths
@choice_option(
    "--output-format",
    choices=tuple(FORMATS),
    help="How findings are told: text for people, concise for editors, json for programs, the others for CI systems.",
)
@click.option("-o", "--output-file", metavar="FILE", type=PATH, help="Write them to this file.")
@click.option("--fix", is_flag=True, help="Put right what can be put right safely, and tell the rest.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: what is a good guess, too.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing, with --fix or without.")
@click.option("--statistics", is_flag=True, help="Add how often each rule has spoken, to text or json.")
@click.option("--stdin-filename", metavar="NAME", help="Check what comes on standard input, as if it were this file.")
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    help="The least severe finding that gives exit code 1.  [default: error, or what the settings say]",
)
@click.option("--select", metavar="RULES", multiple=True, help="Ask only these rules: codes, families or names.")
@click.option("--extend-select", metavar="RULES", multiple=True, help="Ask these rules as well.")
@click.option("--ignore", metavar="RULES", multiple=True, help="Do not ask these rules.")
@with_as_of
@click.option(
    "--baseline",
    metavar="FILE",
    type=PATH,
    help="Let the findings pass that this file knows.  [default: what the settings say]",
)
@click.option("--write-baseline", metavar="FILE", type=PATH, help="Write all findings to this baseline.")
@click.option("--reason", metavar="TEXT", help="Why the findings that are new in --write-baseline may pass.")
@date_option("--expires", help="Until which day they may.  [default: 180 days]")
@click.option("--force-exclude", is_flag=True, help="Skip named files that checking the whole repository would skip.")
@with_config
@with_isolated
def command(  # noqa: PLR0913 - one for each option
    paths: tuple[Path, ...],
    output_format: str,
    output_file: Path | None,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    statistics: bool,
    stdin_filename: str | None,
    fail_on: str | None,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    as_of: date | None,
    baseline: Path | None,
    write_baseline: Path | None,
    reason: str | None,
    expires: date | None,
    force_exclude: bool,
    config: Path | None,
    isolated: bool,
) -> int:
    """Check documents, and say what is missing, unreadable or out of place.

    PATHS are files and folders. Without them the folders of the settings are checked: packs, if nothing else is set.

    The exit code is 0 when nothing fails, 1 when something does, 2 when the command cannot be run.
    """
    _refuse(click.get_current_context().params)
    _check_output(output_format, output_file, statistics=statistics)
    settings = with_rules(settings_for(config, isolated=isolated, as_of=as_of), select, extend_select, ignore)
    settings = settings._replace(
        fail_on=Severity(fail_on) if fail_on else settings.fail_on,
        baseline=baseline.absolute().as_posix() if baseline else settings.baseline,
    )
    if diff:
        return show_fixes(discover(paths, settings, force_exclude=force_exclude), settings, unsafe=unsafe_fixes)
    if fix:
        apply_fixes(discover(paths, settings, force_exclude=force_exclude), settings, unsafe=unsafe_fixes)
    if stdin_filename is None:
        reports = _from_files(discover(paths, settings, force_exclude=force_exclude), settings)
    else:
        reports = _from_standard_input(Path(stdin_filename), settings, force_exclude=force_exclude)
    if write_baseline:
        write_known(reports, write_baseline, settings, reason, expires)
        return 0
    style = _style(settings, Style() if output_file else console.style())._replace(statistics=statistics)
    return _tell(without_known(reports, settings), style, output_format, output_file)


def _tell(reports: Iterable[FileReport], style: Style, output_format: str, output_file: Path | None) -> int:
    """Tell what was found, on the terminal or in a file, and give the exit code."""
    tally = Tally()
    pieces = renderer(output_format)(tally.counting(reports), style)
    if output_file:
        _write_to(output_file, pieces, tally)
    else:
        console.write(pieces, utf_8=output_format not in FOR_PEOPLE)
    return 1 if tally.fails(style.fail_on) else 0


_NOT_TOGETHER = (
    ("--stdin-filename", "paths", "it checks what comes on standard input"),
    ("--stdin-filename", "--fix", "what comes on standard input is no file to change"),
    ("--stdin-filename", "--diff", "what comes on standard input is no file to change"),
    ("--baseline", "--write-baseline", "one is read, the other written"),
    ("--diff", "--write-baseline", "a diff is shown in place of what is found"),
    ("--diff", "--output-file", "a diff is shown, and may be sent to a file with > FILE"),
)
_ONLY_WITH = {
    "--reason": ("--write-baseline",),
    "--expires": ("--write-baseline",),
    "--unsafe-fixes": ("--fix", "--diff"),
}


def _refuse(params: dict[str, Any]) -> None:
    """Refuse options that cannot be said together, and those that mean nothing without another one."""
    if Path("-") in params["paths"]:
        hint = "pmcoach lint --stdin-filename packs/pm-07.md checks it as if it were this file."
        raise UsageError("“-” is no file, and of what comes on standard input the name has to be said.", hint)
    given = {option for option in params if params[option] not in (None, False, ())}
    said = {option if option == "paths" else f"--{option.replace('_', '-')}" for option in given}
    for one, other, why in _NOT_TOGETHER:
        if {one, other} <= said:
            raise UsageError(f"{one} and {other} cannot be used together: {why}.")
    for option, others in _ONLY_WITH.items():
        if option in said and not said.intersection(others):
            raise UsageError(f"{option} is said together with {' or '.join(others)}.")


def _check_output(output_format: str, output_file: Path | None, *, statistics: bool) -> None:
    """Refuse what would not be told, and an output that would be lost among the documents or in place of one."""
    if statistics and output_format not in WITH_STATISTICS:
        raise UsageError(
            f"--statistics cannot be used together with --output-format {output_format}.",
            f"The formats that can count are: {', '.join(sorted(WITH_STATISTICS))}.",
        )
    if output_file and output_file.name.lower().endswith(ENDINGS):
        raise UsageError(
            f"{output_file} has the name of a document.", f"Name it {output_file.with_suffix('.txt')}, for instance."
        )


def _style(settings: Settings, style: Style) -> Style:
    """The style, with all that a format needs to know of this run."""
    return style._replace(
        fail_on=settings.fail_on, root=root_of(settings), here=Path.cwd().as_posix(), site_url=settings.site_url or ""
    )


def _write_to(file: Path, pieces: Iterable[str], tally: Tally) -> None:
    """Write to a file, and tell on the terminal how many findings it holds."""
    from pmcoach_lint.cli import files
    from pmcoach_lint.report.text import summary
    from pmcoach_lint.report.visible import visible

    files.replace(file, pieces)
    console.write([f"{summary(tally, console.style())}\nWritten to {visible(str(file))}.\n"])


def _from_files(files: Iterator[Path], settings: Settings) -> Iterator[FileReport]:
    from pmcoach_lint.engine import lint_files

    return lint_files(with_progress(files, "Checking"), settings)


def _from_standard_input(file: Path, settings: Settings, *, force_exclude: bool) -> Iterator[FileReport]:
    from pmcoach_lint.engine import lint_bytes, lint_schemas

    if not force_exclude or belongs(file, settings):
        # One byte more than a document may have is enough to know that it is too long.
        yield lint_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), shown_path(file), settings)
        yield from lint_schemas(settings)
