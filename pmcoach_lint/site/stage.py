"""The site as plain files: the same pages as Markdown, with a `mkdocs.yml` that needs no plugin of ours to build them.

This is the way to other builders: one that reads `mkdocs.yml` and runs no plugins takes the staged folder as it is.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions

from pmcoach_lint.paths import true_path
from pmcoach_lint.settings import UsageError
from pmcoach_lint.site.files import SCRIPT, STYLES
from pmcoach_lint.site.plugin import NO_INDEX, PmcoachPlugin
from pmcoach_lint.tuples import NamedTuple

PLUGIN = "pmcoach"
MARKER = ".pmcoach-stage"
"""Stands in a folder that was staged, which may therefore be staged again."""

_BUILT = (InclusionLevel.INCLUDED, InclusionLevel.NOT_IN_NAV)
_PAGES, _OVERRIDES, _HOOKS, _CONFIG = "docs", "overrides", "hooks", "mkdocs.yml"
_NOTE = "This folder is made by “pmcoach site stage”, and made anew when that is run again: change nothing here.\n"
_HEAD = f"""\
{{% extends "base.html" %}}
{{% block extrahead %}}{{{{ super() }}}}{NO_INDEX}{{% endblock %}}
"""


class Staged(NamedTuple):
    """What was staged: how many pages; and for whom, and what the staged site does otherwise, each in a sentence."""

    pages: int
    notes: tuple[str, ...]


def stage(config_file: Path, folder: Path, audience: str | None = None) -> Staged:
    """Write the site that a `mkdocs.yml` describes as plain files.

    Args:
        config_file: The site's own `mkdocs.yml`, which uses the plugin.
        folder: Where to write it: a new or empty folder, or one that was staged before, which is replaced.
        audience: Whom it is for, where that is to be otherwise than `mkdocs.yml` says.

    Returns:
        What was staged. A folder with `mkdocs.yml`, `docs/` and `overrides/` is there, whole or not at all.

    Raises:
        UsageError: The site cannot be built, or the folder holds something else.
    """
    config, plugin = _load(config_file, audience)
    _check(folder, config)
    try:
        config = plugin.on_config(config)
        files = plugin.on_files(get_files(config), config=config)
    except PluginError as error:
        raise UsageError(str(error)) from None
    set_exclusions(files, config)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".pmcoach-", dir=folder.parent) as made:
            whole = Path(made) / "stage"
            staged = _write(whole, config_file, config, plugin, files)
            _put_in_place(whole, folder)
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror}.") from None
    return staged


def _load(config_file: Path, audience: str | None) -> tuple[MkDocsConfig, PmcoachPlugin]:
    """The configuration, and the plugin that it uses."""
    if not config_file.is_file():
        hint = "Run this where mkdocs.yml is, or name it: --config-file. pmcoach init writes one."
        raise UsageError(f"There is no {config_file}.", hint)
    try:
        config = load_config(str(config_file))
    except (ConfigurationError, SystemExit) as error:
        raise UsageError(f"{config_file} cannot be used.", str(error)) from None
    plugin = config.plugins.get(PLUGIN)
    if not isinstance(plugin, PmcoachPlugin):
        raise UsageError(f"{config_file} does not use the plugin pmcoach.", "Add it below “plugins”.")
    config.plugins._current_plugin = PLUGIN  # noqa: SLF001 - MkDocs sets it while an event runs; the pages' files ask for it
    if audience is not None:
        plugin.config.audience = audience
    return config, plugin


def _check(folder: Path, config: MkDocsConfig) -> None:
    """Refuse a folder that holds something else, or that belongs to the site."""
    place, pages = true_path(folder), true_path(Path(config.docs_dir))
    if place.is_relative_to(pages) or pages.is_relative_to(place):
        raise UsageError(f"{folder} is part of the site itself.", "Name a folder outside of it.")
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} exists already, and is no folder.")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).is_file():
        raise UsageError(f"{folder} holds something else already.", "Nothing was written: name a new or empty folder.")


def _put_in_place(whole: Path, folder: Path) -> None:
    """Put the finished folder where it belongs; what was there before goes only then."""
    before = whole.with_name("before")
    if folder.exists():
        folder.rename(before)
    whole.rename(folder)


def _write(whole: Path, config_file: Path, config: MkDocsConfig, plugin: PmcoachPlugin, files: Files) -> Staged:
    """Write everything below `whole`."""
    shown = [file for file in files if file.inclusion in _BUILT]
    for file in shown:
        path = whole / _PAGES / file.src_uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content_bytes)
    overrides = whole / _OVERRIDES
    if config.theme.custom_dir:
        shutil.copytree(config.theme.custom_dir, overrides)
    for hook in config.hooks:
        (whole / _HOOKS).mkdir(exist_ok=True)
        shutil.copy(Path(config.config_file_path).parent / hook, whole / _HOOKS)
    notes = [*plugin.told, *_write_templates(overrides, plugin)]
    text = _config_text(config_file, config, _apart(shown))
    (whole / _CONFIG).write_text(text, encoding="utf-8")
    (whole / MARKER).write_text(_NOTE, encoding="utf-8")
    return Staged(sum(file.is_documentation_page() for file in shown), tuple(notes))


def _write_templates(overrides: Path, plugin: PmcoachPlugin) -> Iterator[str]:
    """Write what the plugin adds to the theme, without a template that the site has of its own; tells what is left."""
    overrides.mkdir(exist_ok=True)
    for template in plugin.templates.iterdir():
        if not (overrides / template.name).exists():
            shutil.copy(template, overrides)
    if not plugin.config.noindex:
        return
    main = overrides / "main.html"
    if main.exists():
        yield f"The theme has a main.html of its own: add {NO_INDEX} to its head, to keep search engines away."
    else:
        main.write_text(_HEAD, encoding="utf-8")


def _apart(files: Iterable[File]) -> list[str]:
    """The pages that stand in no navigation, as patterns."""
    return [f"/{file.src_uri}" for file in files if file.inclusion is InclusionLevel.NOT_IN_NAV]


class _Foreign:
    """A value with a tag that another program understands: it is written as it was read."""

    def __init__(self, node: yaml.Node) -> None:
        self.node = node


class _Loader(yaml.SafeLoader):
    """Reads a `mkdocs.yml` as plain data."""


class _Dumper(yaml.SafeDumper):
    """Writes what `_Loader` reads."""


_Loader.add_multi_constructor("", lambda _loader, _tag, node: _Foreign(node))
_Dumper.add_representer(_Foreign, lambda _dumper, foreign: foreign.node)


def _config_text(config_file: Path, config: MkDocsConfig, apart: list[str]) -> str:
    """The site's own `mkdocs.yml` without the plugin, with all that the plugin did written out."""
    own: dict[str, Any] = yaml.load(config_file.read_bytes(), _Loader)  # noqa: S506 - a safe loader, but for foreign tags
    if "INHERIT" in own:
        raise UsageError(f"{config_file} inherits from another file.", "Stage a site whose mkdocs.yml stands alone.")
    for name in ("docs_dir", "site_dir", "edit_uri", "edit_uri_template"):
        own.pop(name, None)  # pages that are made have no source of that name
    theme = own.get("theme")
    own |= {"docs_dir": _PAGES, "edit_uri": "", "plugins": _without(own["plugins"], PLUGIN)}
    own["theme"] = {**(theme if isinstance(theme, dict) else {"name": config.theme.name}), "custom_dir": _OVERRIDES}
    own["extra_css"] = [*STYLES, *(own.get("extra_css") or ())]
    own["extra_javascript"] = [*(own.get("extra_javascript") or ()), SCRIPT]
    extensions = own.get("markdown_extensions") or []
    if "attr_list" not in map(_name, extensions):
        more: dict[str, Any] = {"attr_list": {}}
        own["markdown_extensions"] = extensions | more if isinstance(extensions, dict) else [*extensions, *more]
    if config.nav is not None:
        own["nav"] = config.nav
        own["not_in_nav"] = "\n".join([*str(own.get("not_in_nav", "")).splitlines(), *apart])
    if config.site_url:
        own["site_url"] = config.site_url
    if config.hooks:
        own["hooks"] = [f"{_HOOKS}/{Path(name).name}" for name in config.hooks]
    text: str = yaml.dump(own, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)
    return text


def _without(entries: Any, name: str) -> Any:
    """A list that may be written as a mapping, without the entry of a name."""
    if isinstance(entries, dict):
        return {each: options for each, options in entries.items() if each != name}
    return [entry for entry in entries if _name(entry) != name]


def _name(entry: Any) -> Any:
    """The name of an entry of a list that may hold bare names, and names with options."""
    return next(iter(entry)) if isinstance(entry, dict) else entry
