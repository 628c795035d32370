"""`pmcoach status`: all packs and engagements at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from pmcoach_lint.cli import console
from pmcoach_lint.cli.opening import tell_left_out
from pmcoach_lint.cli.options import choice_option, settings_for, with_as_of, with_paths
from pmcoach_lint.cli.progress import with_progress
from pmcoach_lint.discovery import discover
from pmcoach_lint.doctypes import PACK
from pmcoach_lint.generate import overview
from pmcoach_lint.report.visible import in_json, visible_lines
from pmcoach_lint.repository import Repository
from pmcoach_lint.rubric.files import Scorer
from pmcoach_lint.settings import Settings
from pmcoach_lint.weekly.overview import EngagementLine, PackLine, engagement_line, pack_line
from pmcoach_lint.weekly.standing import standing_in

EXAMPLES = """\b
Examples:
  pmcoach status                           all packs and engagements of this repository
  pmcoach status --details                 and what it is that is due
  pmcoach status packs/pm-07.md --as-of 2026-11-20
  pmcoach status --output-format json      for programs
"""


@click.command("status", epilog=EXAMPLES)
@with_paths
@with_as_of
@click.option("--details", is_flag=True, help="Tell each thing that is due or overdue.")
@choice_option("--output-format", choices=("text", "json"), help="For whom it is.")
def command(paths: tuple[Path, ...], as_of: date | None, details: bool, output_format: str) -> None:
    """Show how packs and client engagements stand: the week, what is due, overdue or at risk, the latest entry.

    PATHS are files and folders; without them the folders of the settings are looked through. Due is what falls into the
    rest of this week of the cycle; in an engagement, which has none, what falls into the next seven days: actions of
    the log, and sessions of coaching plans. Overdue is what had its day and of which the tracker shows nothing since.
    At risk are the bets whose latest row in the tracker says so.
    """
    settings = settings_for(as_of=as_of)
    scorer, packs, engagements = _lines(paths, settings)
    if output_format == "json":
        data = overview.to_data(packs, engagements, settings.today)
        console.write([in_json(data, indent=2), "\n"], utf_8=True)
    else:
        console.write([visible_lines(overview.to_text(packs, engagements, details=details))])
    tell_left_out(scorer)


def _lines(paths: Sequence[Path], settings: Settings) -> tuple[Scorer, list[PackLine], list[EngagementLine]]:
    """The lines of the packs and engagements among the documents at `paths`, in their order, and who scored them."""
    repository, scorer, as_of = Repository(settings), Scorer(settings), settings.today
    packs: list[PackLine] = []
    engagements: dict[str, EngagementLine] = {}
    found = discover(paths, settings, force_exclude=False)
    for path in with_progress(found, "Looking at"):
        document = repository.load(path)
        score = scorer.score(path, document)
        points = (score.total, score.out_of) if score else None
        if document.is_a(PACK):
            packs.append(pack_line(standing_in(repository, document, path, as_of), points))
        key = repository.group_key(path, document)
        if key is not None and key not in engagements:
            members = repository.group(key, path, document).documents.values()
            engagements[key] = engagement_line(members, as_of, points)
    return scorer, packs, list(engagements.values())
