"""A small run for every format: one pack with four findings, and one with none."""

from __future__ import annotations

from pathlib import Path

from pmcoach_lint.engine import FileReport, lint_bytes
from pmcoach_lint.report import Style, renderer
from pmcoach_lint.settings import Settings
from tests.packs import WHOLE, replaced

SITE = "https://northwind.example/coaching/"
SETTINGS = Settings(root=Path(), site_url=SITE)

TEXT = replaced(WHOLE, "status: active\n", "status: actve\nteam: billing\n")
TEXT = replaced(TEXT, "| Apply | Analyze |", "| Apply | Analize |")
TEXT = replaced(TEXT, "**Cadence:** weekly", "**Cadence:** TBD")


def small_run() -> list[FileReport]:
    """The reports of `packs/pm-07.md`, which has three errors and a warning, and of `packs/pm-08.md`."""
    return [linted(TEXT), linted(WHOLE, "packs/pm-08.md")]


def linted(text: str, file: str = "packs/pm-07.md") -> FileReport:
    return lint_bytes(text.encode(), file, SETTINGS)


def rendered(name: str, *reports: FileReport, style: Style | None = None) -> str:
    """The reports in the format `name`."""
    return "".join(renderer(name)(reports, style or Style(site_url=SITE)))
