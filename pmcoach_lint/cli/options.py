"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from pmcoach_lint.cli import console
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.nearest import did_you_mean, in_a_row
from pmcoach_lint.paths import git_root, shown_path
from pmcoach_lint.settings import Settings, UsageError, load_settings


def as_date(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:  # noqa: ARG001
    """The date that an option gives; None without it.

    Raises:
        UsageError: It gives something else.
    """
    try:
        return date.fromisoformat(value) if value is not None else None
    except ValueError:
        raise UsageError(f"“{value}” is no date.", "Write the year, the month and the day: 2026-11-20.") from None


def as_paths(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[Path, ...]:  # noqa: ARG001
    """The paths that arguments give.

    Raises:
        UsageError: One is empty, such as an unset variable of a script: it would mean the current folder.
    """
    if "" in value:
        raise UsageError("One of the paths is empty.")
    return tuple(map(Path, value))


PATH = click.Path(path_type=Path)


def date_option(*names: str, help: str) -> Callable[[Any], Any]:  # noqa: A002 - as click calls it
    """An option that gives a date."""
    return click.option(*names, metavar="DATE", callback=as_date, help=help)


def choice_option(*names: str, choices: Sequence[str], help: str) -> Callable[[Any], Any]:  # noqa: A002
    """An option that gives one of several `choices`, the first of them by default."""
    return click.option(*names, type=click.Choice(choices), default=choices[0], show_default=True, help=help)


with_paths = click.argument("paths", nargs=-1, type=click.Path(readable=False), callback=as_paths)
with_as_of = date_option("--as-of", help="The day that counts as today: 2026-11-20.")
with_output = click.option("-o", "--output", metavar="FILE", type=PATH, help="Write to this file.")
with_config = click.option("--config", metavar="FILE", type=PATH, help="Take the settings from this file.")
with_isolated = click.option("--isolated", is_flag=True, help="Take no settings from any file.")


def complete_types(
    ctx: click.Context,  # noqa: ARG001 - click's interface
    param: click.Parameter,  # noqa: ARG001
    incomplete: str,
) -> list[str]:
    """The types of document that what was typed so far may become."""
    try:
        names = Catalogue.of(load_settings(Path.cwd())).names
    except (UsageError, OSError):
        return []
    return [name for name in names if name.startswith(incomplete)]


def unknown(name: str, types: Catalogue, names: Iterable[str]) -> UsageError:
    """The error of a type of document that there is none of; `names` are those that there are."""
    question = did_you_mean(types.nearest(name))
    return UsageError(f"There is no type of document “{name}”.{question}", f"The types are: {', '.join(names)}.")


def unusable(name: str, types: Catalogue) -> UsageError:
    """The error of a type of document whose schema has problems."""
    first = types.problems[name][0]
    place = ""
    if first.source:
        line, column = first.source.position(first.span[0])
        place = f"{first.source.file}:{line}:{column}: "
    hint = f"pmcoach schema test {name} says what is wrong with its schema."
    return UsageError(f"The type “{name}” cannot be used. {place}{first.message}", hint)


def settings_for(config: Path | None = None, *, isolated: bool = False, as_of: date | None = None) -> Settings:
    """The settings that hold in the current folder, `as_of` the day that was asked for, if one was.

    Where it has none, those of the files count that the command names, such as `coaching/packs/pm-01.md` in a
    repository with `coaching/pmcoach.toml`. What the user should know about them is said at once.

    Raises:
        UsageError: They cannot be used, both options are given, or the current folder is gone.
    """
    if config and isolated:
        message = "--config and --isolated cannot be used together: one names the settings, the other takes none."
        raise UsageError(message)
    try:
        here = Path.cwd()
    except FileNotFoundError:
        raise UsageError("The current folder no longer exists.") from None
    settings = load_settings(here, config=config, isolated=isolated)
    if settings.source is None and not isolated:
        settings = _settings_of(_named()) or settings
    for notice in settings.notices:
        console.remark(notice)
    return settings._replace(as_of=as_of) if as_of else settings


def _named() -> Iterator[Path]:
    """The files and folders that the command names, if one runs."""
    context = click.get_current_context(silent=True)
    for param in context.command.params if context else ():
        given = context.params.get(param.name or "") if context else None
        if isinstance(param, click.Argument) or param.name == "stdin_filename":
            yield from (Path(each) for each in (given if isinstance(given, tuple) else (given,)) if each)


def _settings_of(paths: Iterable[Path]) -> Settings | None:
    """The settings that hold where all of these paths are; None where these are none, or several."""
    folders = dict.fromkeys(path if path.is_dir() else path.parent for path in paths)
    found = {each.source: each for folder in folders if folder.is_dir() for each in [load_settings(folder)]}
    if len(found) > 1:
        names = in_a_row([shown_path(source) if source else "those of no file" for source in found])
        console.remark(f"Different settings hold for what is named ({names}): none are taken. Name one with --config.")
    return next(iter(found.values())) if len(found) == 1 else None


def with_rules(
    settings: Settings, select: tuple[str, ...], extend_select: tuple[str, ...], ignore: tuple[str, ...]
) -> Settings:
    """The settings with what the command line says of rules: `--select` replaces, the others add.

    Raises:
        UsageError: It names a rule that there is none of.
    """
    return settings._replace(
        select=_names(select) or settings.select,
        extend_select=(*(() if select else settings.extend_select), *_names(extend_select)),
        ignore=(*settings.ignore, *_names(ignore)),
    )


def root_of(settings: Settings) -> str:
    """The root of the repository, from which programs know files."""
    return (git_root(Path.cwd()) or settings.root).as_posix()


def _names(given: tuple[str, ...]) -> tuple[str, ...]:
    """The names of rules in options that may each hold several, parted by commas."""
    names = tuple(name.strip() for texts in given for name in texts.split(",") if name.strip())
    if names:
        from pmcoach_lint.rules import all_rules, codes_of, nearest_rule

        for name in names:
            if not codes_of(name, all_rules()):
                question = did_you_mean(nearest_rule(name))
                raise UsageError(f"There is no rule “{name}”.{question}", "pmcoach rule lists all of them.")
    return names
