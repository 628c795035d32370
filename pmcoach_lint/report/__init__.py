"""From findings to text that people or programs read.

A format is a module here with a function `render`, and a line in `FORMATS`. It is pure: it takes reports and gives
pieces of text, and prints nothing itself.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, Protocol, cast

from pmcoach_lint.finding import Finding

FORMATS = {
    "text": "pmcoach_lint.report.text",
    "concise": "pmcoach_lint.report.concise",
    "json": "pmcoach_lint.report.as_json",
}
"""The formats by the names that users choose them by, each with its module, which is imported only when chosen."""


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


class Style(NamedTuple):
    """How text for people is set: within so many columns, and with colours or without."""

    width: int = 100
    colour: bool = False


Render = Callable[[Iterable[Report], Style], Iterator[str]]
"""The function of a format: it takes the reports as they come, and gives the text piece by piece."""


def renderer(name: str) -> Render:
    """The function `render` of the format called `name`, one of `FORMATS`."""
    return cast("Render", importlib.import_module(FORMATS[name]).render)
