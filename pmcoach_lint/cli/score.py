"""`pmcoach score`: what packs and engagements score by the rubrics."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from pmcoach_lint.cli import console
from pmcoach_lint.cli.opening import tell_left_out
from pmcoach_lint.cli.options import choice_option, settings_for, with_as_of, with_config, with_isolated, with_paths
from pmcoach_lint.cli.progress import with_progress
from pmcoach_lint.discovery import discover
from pmcoach_lint.report import score_json, score_text
from pmcoach_lint.rubric import Score, Scorer

EXAMPLES = """\b
Examples:
  pmcoach score                              score all packs and engagements of this repository
  pmcoach score packs/pm-07.md               score one pack
  pmcoach score packs/clients/northwind      score one engagement: all its documents together
  pmcoach score --explain packs/pm-07.md     and tell what earned its points
  pmcoach score --min 26                     fail where a total is below 26
  pmcoach score --output-format concise      a line for each, without the reasons
  pmcoach score --output-format json         for programs
"""


@click.command("score", epilog=EXAMPLES)
@with_paths
@choice_option(
    "--output-format",
    choices=("text", "concise", "json"),
    help="How scores are told: text for people, concise for a line each, json for programs.",
)
@click.option("--explain", is_flag=True, help="In text, tell what earned its points, too.")
@click.option("--min", "least", metavar="TOTAL", type=click.IntRange(min=0), help="The lowest total that passes.")
@with_as_of
@with_config
@with_isolated
def command(  # noqa: PLR0913 - one for each option
    paths: tuple[Path, ...],
    output_format: str,
    explain: bool,
    least: int | None,
    as_of: date | None,
    config: Path | None,
    isolated: bool,
) -> int:
    """Score coaching packs and client engagements by the rubrics, with the reason for each point.

    A pack is scored by the coaching rubric. The documents of an engagement are scored together by the engagement
    rubric, whichever of them is named. Without PATHS everything in the folders of the settings is scored.

    The exit code is 0, or 1 when a total is below --min, or 2 when the command cannot be run.
    """
    settings = settings_for(config, isolated=isolated, as_of=as_of)
    totals: list[int] = []
    found = discover(paths, settings, force_exclude=False)
    scorer = Scorer(settings)
    scores = _noting(scorer.scores(with_progress(found, "Scoring")), totals)
    console.write(_told(scores, output_format, least, explain=explain), utf_8=output_format == "json")
    tell_left_out(scorer)
    return 1 if least is not None and any(total < least for total in totals) else 0


def _noting(scores: Iterator[Score], totals: list[int]) -> Iterator[Score]:
    """Pass the scores on, and note their totals on the way."""
    for score in scores:
        totals.append(score.total)
        yield score


def _told(scores: Iterator[Score], output_format: str, least: int | None, *, explain: bool) -> Iterator[str]:
    if output_format == "json":
        return score_json.render_scores(scores)
    if output_format == "concise":
        return score_text.render_totals(list(scores), console.style(), least)
    return score_text.render_scores(scores, console.style(), least, explain=explain)
