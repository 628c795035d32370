"""The settings of a repository: found, checked and frozen.

They stand in `pmcoach.toml` or in the table `[tool.pmcoach]` of `pyproject.toml`, in the current folder or one above
it, up to the root of the git repository. What may be said there is published as `schemas/settings.schema.json`; a
test holds this module to it, because reading that schema on every run would cost more than reading the settings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pmcoach_lint.finding import Severity
from pmcoach_lint.nearest import nearest
from pmcoach_lint.paths import git_root, is_special, shown_path, true_path
from pmcoach_lint.regex import regex
from pmcoach_lint.settings_values import CHECKS, NEVER_TOLD, PathRules, told
from pmcoach_lint.tuples import NamedTuple

OWN_FILE = "pmcoach.toml"
SHARED_FILE = "pyproject.toml"
TABLE = "[tool.pmcoach]"

_LEADS_TO_TABLE = regex(rb"""\btool["' \t]*(?:[\]=]|\.["' \t]*pmcoach\b)""")
_TABLES = regex(rb"""^ *\[ *tool *\. *"?([a-z][a-z_-]*)""", re.MULTILINE)
_LETTERS = 5
"""So many of its seven letters another name has to have before it is compared at all."""

_OPTIONAL = {
    "schemas": "The setting “schemas” says in which folders the schemas of your own document types are.",
    "standards": "The setting “standards” says in which folders the frameworks of your own are.",
}
"""The settings that name folders which need not be there, each in a sentence."""


class UsageError(Exception):
    """What was asked for cannot be done: a message in plain words and, where there is one, a hint what to do."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class SettingsError(UsageError):
    """The settings cannot be used; the message begins with the file and, where it is known, the line."""


class Settings(NamedTuple):
    """The settings of one run.

    `root` is the folder that `folders`, `exclude`, `schemas` and `standards` are relative to: that of the settings
    file, else the root of the git repository, else the current folder. `source` is the settings file, if there is one,
    and `notices` holds what the user should be told about how the settings were found. `real_names` are all names that
    the team has listed, in the settings and in a file of its own.
    """

    root: Path
    folders: tuple[str, ...] = ("packs",)
    exclude: tuple[str, ...] = ("README.md", "index.md")
    schemas: tuple[str, ...] = ("schemas",)
    standards: tuple[str, ...] = ("docs/standards",)
    fail_on: Severity = Severity.ERROR
    site_url: str | None = None
    as_of: date | None = None
    rules: Mapping[str, Mapping[str, Any]] = {}
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = {}
    per_path: Mapping[str, PathRules] = {}
    baseline: str | None = None
    visibility: Mapping[str, str] = {}
    real_names: tuple[str, ...] = ()
    real_names_file: str | None = None
    source: Path | None = None
    notices: tuple[str, ...] = ()

    @property
    def today(self) -> date:
        """The day that counts as today: the one that is set, else the day where the user is."""
        return self.as_of or _this_day()

    def from_root(self, path: Path) -> str | None:
        """The path from `root`, with forward slashes; None for one outside of it, for which they do not hold."""
        try:
            return true_path(path).relative_to(true_path(self.root)).as_posix()
        except ValueError:
            return None


def _this_day() -> date:
    return date.today()  # noqa: DTZ011 - the day where the user is


def load_settings(start: Path, *, config: Path | None = None, isolated: bool = False) -> Settings:
    """Find the settings that hold in a folder.

    Args:
        start: The folder to search from, upward to the root of the git repository.
        config: A settings file to use instead of searching for one.
        isolated: Use the defaults and read no file at all.

    Returns:
        The settings.

    Raises:
        SettingsError: The file cannot be read, is no TOML, or says something that is no setting.
    """
    start = start.absolute()
    if config is not None:
        return _from_named_file(start / config)
    if not isolated:
        for folder in _upward(start):
            settings = _from_folder(folder)
            if settings is not None:
                return settings
    return Settings(root=git_root(start) or start, notices=() if isolated else tuple(_misspelt(start)))


def _misspelt(start: Path) -> Iterator[str]:
    """The notices that a table of a `pyproject.toml` may have been meant for pmcoach."""
    for shared in (folder / SHARED_FILE for folder in _upward(start)):
        for name in _TABLES.findall(_read(shared)) if shared.is_file() else ():
            told = name.decode("ascii")
            if len(set("pmcoach").intersection(told)) >= _LETTERS and nearest(told, ["pmcoach"]):
                yield f"{shown_path(shared)} has a table [tool.{told}], which nothing reads: did you mean {TABLE}?"


def optional_folders(settings: Settings, setting: str) -> Iterator[Path]:
    """The folders of the setting `schemas` or `standards`; the usual one need not be there.

    Raises:
        UsageError: A folder that the setting names is none.
    """
    names = getattr(settings, setting)
    for folder in (settings.root / name for name in names):
        if folder.is_dir():
            yield folder
        elif names != Settings._field_defaults[setting]:
            named = f", which {shown_path(settings.source)} names," if settings.source else ""
            what = "is not a folder" if folder.exists() else "does not exist"
            raise UsageError(f"The folder {shown_path(folder)}{named} {what}.", _OPTIONAL[setting])


def _upward(start: Path) -> Iterator[Path]:
    """The folder `start` and those above it, up to the root of its git repository."""
    top = git_root(start)
    for folder in (start, *start.parents):
        yield folder
        if folder == top:
            return


def _from_folder(folder: Path) -> Settings | None:
    """The settings that a file in this very folder holds, or None when no file here speaks of pmcoach."""
    own, shared = folder / OWN_FILE, folder / SHARED_FILE
    if own.is_file():
        settings = _from_table(own, _parse(own))
        return _with_notice(settings, shared)
    if _may_have_table(shared):
        table = _shared_table(shared)
        if table is not None:
            return _from_table(shared, table)
    return None


def _from_named_file(path: Path) -> Settings:
    """The settings that the file holds which the user named."""
    if path.name != SHARED_FILE:
        return _from_table(path, _parse(path))
    table = _shared_table(path)
    if table is None:
        raise SettingsError(f"{shown_path(path)} has no table {TABLE}, where the settings of pmcoach would stand.")
    return _from_table(path, table)


def _with_notice(settings: Settings, shared: Path) -> Settings:
    """The settings of `pmcoach.toml`, with a notice when those in the `pyproject.toml` beside it go unused."""
    try:
        unused = _may_have_table(shared) and _shared_table(shared) is not None
    except SettingsError:
        unused = False
    if not unused:
        return settings
    notice = f"The settings come from {OWN_FILE}; the table {TABLE} of the {SHARED_FILE} beside it is not used."
    return settings._replace(notices=(*settings.notices, notice))


def _may_have_table(path: Path) -> bool:
    """Whether `pyproject.toml` seems to have our table. Most do not: they are not parsed, nor ever found wrong."""
    if not path.is_file():
        return False
    data = _read(path)
    return b"pmcoach" in data and _LEADS_TO_TABLE.search(data) is not None


def _shared_table(path: Path) -> Any:
    """What `pyproject.toml` has under `tool.pmcoach`, or None."""
    tool = _parse(path).get("tool")
    return tool.get("pmcoach") if isinstance(tool, dict) else None


def _read(path: Path) -> bytes:
    """The bytes of a settings file."""
    if is_special(path):
        raise SettingsError(f"{shown_path(path)} is no ordinary file.")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise SettingsError(f"The settings file {shown_path(path)} does not exist.") from None
    except IsADirectoryError:
        raise SettingsError(f"{shown_path(path)} is a folder, not a settings file.") from None
    except OSError as error:
        raise SettingsError(f"The settings file {shown_path(path)} cannot be read: {error.strerror}.") from None


def _parse(path: Path) -> dict[str, Any]:
    """The content of a TOML file."""
    import tomllib  # noqa: PLC0415 - a repository without settings does without it

    data = _read(path)
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SettingsError(f"{shown_path(path)}:{line}: This settings file is not saved as UTF-8.") from None
    except RecursionError:
        raise SettingsError(f"{shown_path(path)}: This is not valid TOML: nested too deeply.") from None
    except ValueError as error:
        from pmcoach_lint.settings_places import place_of_error  # noqa: PLC0415 - only a mistake needs it

        place, message = place_of_error(data, str(error))
        raise SettingsError(f"{shown_path(path)}{place}: This is not valid TOML: {message}.") from None


def _from_table(path: Path, table: Any) -> Settings:
    """The settings that `table` of the file `path` says, each checked."""
    if not isinstance(table, dict):
        place = _place(path, "pmcoach")
        raise SettingsError(f"{place}: “pmcoach” must be a table of settings, not {told(table)}.")
    values: dict[str, Any] = {}
    mistakes: list[SettingsError] = []
    for key, value in table.items():
        check = CHECKS.get(key)
        if check is None:
            mistakes.append(_unknown_key(path, key))
            continue
        try:
            values[key.replace("-", "_")] = check(value)
        except ValueError as error:
            given = "" if key in NEVER_TOLD else f", not {told(value)}"
            mistakes.append(SettingsError(f"{_place(path, key)}: “{key}” must be {error}{given}."))
    if mistakes:
        raise _all_of(mistakes)
    settings = Settings(root=path.parent, source=path, **values)
    if settings.visibility or settings.per_path:
        from pmcoach_lint.settings_paths import without_files  # noqa: PLC0415 - most settings name no paths

        named = {"visibility": settings.visibility, "per-path": settings.per_path}
        settings = settings._replace(notices=tuple(without_files(path.parent, settings.folders, named)))
    return _with_listed_names(settings, settings.real_names_file) if settings.real_names_file else settings


def _all_of(mistakes: list[SettingsError]) -> SettingsError:
    """The first mistake, with what to do about it, and the others behind that."""
    first, *others = mistakes
    told = [first.hint, *(f"Besides, {other.message}" for other in others)]
    return SettingsError(first.message, " ".join(filter(None, told)) or None)


def _with_listed_names(settings: Settings, file: str) -> Settings:
    """The settings, with the names that the team's own file lists: one on a line; or a notice that it is not here."""
    path = settings.root / Path(file).expanduser()
    if not path.exists():
        notice = f"The list of real names {file} is not here, so names on it are not looked for."
        return settings._replace(notices=(*settings.notices, notice))
    try:
        if is_special(path):
            raise ValueError
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError):
        raise SettingsError(f"The list of real names {file} cannot be read.") from None
    listed = (line.partition("#")[0].strip() for line in lines)
    return settings._replace(real_names=(*settings.real_names, *filter(None, listed)))


def _unknown_key(path: Path, key: str) -> SettingsError:
    """The error for a key that is no setting, with the nearest one that is."""
    message = f"{_place(path, key)}: There is no setting “{key}”."
    if path.name != SHARED_FILE and key in {"tool", "pmcoach"}:
        return SettingsError(message, f"In {path.name} the settings stand at the top, under no table such as {TABLE}.")
    near = nearest(key, CHECKS)
    known = ", ".join(sorted(CHECKS))
    return SettingsError(message, f"Did you mean “{near}”?" if near else f"The settings are: {known}.")


def _place(path: Path, key: str) -> str:
    """The file, with the line on which `key` is set where that can be found."""
    from pmcoach_lint.settings_places import line_of_key  # noqa: PLC0415 - only a mistake needs it

    line = line_of_key(path.read_bytes(), key, shared=path.name == SHARED_FILE)
    return shown_path(path) if line is None else f"{shown_path(path)}:{line}"
