"""From findings to text that people or programs read.

A format is a module here with a function `render`, and a line in `FORMATS`. It is pure: it takes reports and gives
pieces of text, and prints nothing itself. What comes from a document or a file name passes through `visible` first.
"""

from __future__ import annotations

import importlib
import posixpath
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath
from typing import Protocol, cast

from pmcoach_lint.finding import Finding, Severity, fingerprints
from pmcoach_lint.tuples import NamedTuple

FORMATS = {
    "text": "pmcoach_lint.report.text",
    "concise": "pmcoach_lint.report.concise",
    "json": "pmcoach_lint.report.as_json",
    "sarif": "pmcoach_lint.report.sarif",
    "github": "pmcoach_lint.report.github",
    "gitlab": "pmcoach_lint.report.gitlab",
    "junit": "pmcoach_lint.report.junit",
}
"""The formats by the names that users choose them by, each with its module, which is imported only when chosen."""

FOR_PEOPLE = frozenset({"text", "concise"})
"""The formats that are written in the encoding of the terminal. The others are UTF-8 anywhere."""

WITH_STATISTICS = frozenset({"text", "json"})
"""The formats that can tell how often each rule has spoken."""


class Report(Protocol):
    """What there is to report of one file: its name as it is shown, its text for excerpts, its findings in order."""

    @property
    def file(self) -> str:
        """The file's path as it is shown."""

    @property
    def text(self) -> str:
        """The file's text, empty when it could not be read."""

    @property
    def asked_for(self) -> bool:
        """Whether the file is one of those to check, and not only one that they rely on."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings, sorted."""

    @property
    def known(self) -> int:
        """How many findings a baseline has let pass."""


class Style(NamedTuple):
    """How a report is set, and what it needs to know of the run.

    Text for people is set within `width` columns and with `colour` or without. `statistics` asks for the count of
    each rule. Findings as severe as `fail_on` make the run fail. Programs know files by their paths from `root`, the
    folder of the repository; shown paths begin at `here`, the current folder. `site_url` is the address of the site
    that explains the rules. Where `root`, `here` or `site_url` is empty, it is not known.
    """

    width: int = 100
    colour: bool = False
    statistics: bool = False
    fail_on: Severity = Severity.ERROR
    root: str = ""
    here: str = ""
    site_url: str = ""


Render = Callable[[Iterable[Report], Style], Iterator[str]]
"""The function of a format: it takes the reports as they come, and gives the text piece by piece."""


def renderer(name: str) -> Render:
    """The function `render` of the format called `name`, one of `FORMATS`."""
    return cast("Render", importlib.import_module(FORMATS[name]).render)


def printed(reports: Iterable[Report], style: Style) -> Iterator[tuple[Finding, str]]:
    """The findings of reports as they come, each with its fingerprint."""
    for report in reports:
        yield from zip(report.findings, fingerprints(report.findings, from_root(report.file, style)), strict=True)


def from_root(file: str, style: Style) -> str:
    """The path of a file from the repository's root; a file outside of it keeps the path by which it is shown."""
    path = file if PurePath(file).is_absolute() else posixpath.join(style.here, file)
    path = posixpath.normpath(path)
    root = style.root.rstrip("/") + "/"
    return path[len(root) :] if style.root and path.startswith(root) else file
