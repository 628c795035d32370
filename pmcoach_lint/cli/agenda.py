"""`pmcoach agenda`: the next one-to-one, ready to run."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from pmcoach_lint.cli.files import check_apart, give
from pmcoach_lint.cli.opening import open_document, require, standing_of
from pmcoach_lint.cli.options import PATH, choice_option, settings_for, with_as_of, with_output
from pmcoach_lint.doctypes import PACK, PLAN
from pmcoach_lint.engine import Linter
from pmcoach_lint.generate import agenda as it
from pmcoach_lint.generate.calendar import session_entry, to_ics
from pmcoach_lint.settings import UsageError

EXAMPLES = """\b
Examples:
  pmcoach agenda packs/pm-07.md                        the next 1:1, to paste into your notes
  pmcoach agenda packs/pm-07.md --as-of 2026-11-20     the next one from that day on
  pmcoach agenda packs/pm-07.md --to ics -o 1-1.ics    as a calendar entry
"""


@click.command("agenda", epilog=EXAMPLES)
@click.argument("path", metavar="PACK", type=PATH)
@with_as_of
@choice_option("--to", "target", choices=("markdown", "ics"), help="The format.")
@with_output
def command(path: Path, as_of: date | None, target: str, output: Path | None) -> None:
    """Give the agenda of the next one-to-one of a PACK, ready to run.

    It holds the running order with its minutes, what is due or overdue, the artifacts to review, this week's practice,
    the next of the pack's own questions, how each bet stands by the tracker, what both sides have promised, and what
    the checks find that is worth talking about. As a calendar entry it is private, and leaves out who promised what.
    """
    settings = settings_for(as_of=as_of)
    document = open_document(path, settings)
    if document.is_a(PLAN):
        raise UsageError(
            f"{document.source.file} is the coaching plan of a client's PM, which has no agenda.",
            "What each session is for stands in the plan; pmcoach export --to ics gives their days.",
        )
    require(document, PACK)
    standing = standing_of(document, path, settings)
    if standing.cycle and standing.cycle.is_over(standing.as_of):
        over = standing.cycle.end.isoformat()
        raise UsageError(
            f"The cycle of {document.source.file} ended on {over}: there is no next one-to-one in it.",
            "pmcoach next-cycle opens the next cycle; --as-of looks at another day.",
        )
    check_apart(output, path, "the pack")
    findings = Linter(settings).lint(path, document).findings
    agenda = it.agenda_of(standing, findings)
    if target == "ics" and not agenda.is_next:
        raise UsageError(
            f"The last session of {document.source.file} was on {standing.sessions[-1]}: there is none for a calendar.",
            "pmcoach next-cycle opens the next cycle; without --to ics the agenda says what is left to close this one.",
        )
    if target == "ics":
        text = to_ics([session_entry(standing, it.to_plain(agenda))], standing).decode()
    else:
        text = it.to_markdown(agenda)
    give(text, output, path, for_people=target != "ics")
