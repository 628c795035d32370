"""`pmcoach report`: what an engagement has to show."""

from __future__ import annotations

from pathlib import Path

import click

from pmcoach_lint.audience import PRIVATE
from pmcoach_lint.cli import console
from pmcoach_lint.cli.asking import confirm, is_asking
from pmcoach_lint.cli.files import give
from pmcoach_lint.cli.options import PATH, settings_for, with_output
from pmcoach_lint.cli.writing import as_diff, put_back, reader
from pmcoach_lint.discovery import discover
from pmcoach_lint.document import Document
from pmcoach_lint.editing.computed import updated
from pmcoach_lint.editing.proof import Refused
from pmcoach_lint.generate import value_report as it
from pmcoach_lint.generate.carried import carried
from pmcoach_lint.generate.value_report import ValueReport
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.paths import shown_path
from pmcoach_lint.report.tally import counted
from pmcoach_lint.report.visible import visible
from pmcoach_lint.repository import Repository
from pmcoach_lint.settings import Settings, UsageError
from pmcoach_lint.workspace import Workspace

EXAMPLES = """\b
Examples:
  pmcoach report packs/clients/northwind                     time, position, evidence, and a draft for the rate
  pmcoach report packs/clients/northwind -o value.txt        into a file
  pmcoach report packs/clients/northwind --update --diff     what the figures would change in the assessment
  pmcoach report packs/clients/northwind --update --yes      write them there
"""


@click.command("report", epilog=EXAMPLES)
@click.argument("path", metavar="ENGAGEMENT", type=PATH)
@with_output
@click.option("--update", is_flag=True, help="Write the computed tables into the latest value assessment.")
@click.option("--diff", is_flag=True, help="With --update: show what would change, and write nothing.")
@click.option("--yes", is_flag=True, help="With --update: write without asking.")
def command(path: Path, output: Path | None, update: bool, diff: bool, yes: bool) -> int:
    """Report on a client ENGAGEMENT: the folder of its documents, or one of them.

    The report says where the logged time went month by month, where the engagement stands on the value ladder, what
    there is in evidence, and what may be said for the rate.

    With --update the latest value assessment gets the shares of work that the log shows up to its date, where one of
    them is off by more than ten points, and a row of evidence for each artifact or strategic entry that is not in it
    yet. The change is shown first, as a diff; it is written after a yes, and nothing else in the assessment changes.
    """
    if (diff or yes) and not update:
        raise UsageError(f"{'--diff' if diff else '--yes'} is said together with --update.")
    if diff and yes:
        raise UsageError("--diff and --yes cannot be used together: one shows what the other writes.")
    settings = settings_for()
    places, workspace = _engagement(path, settings)
    report = it.report_of(workspace)
    if update:
        return _update(report, places, settings, show_only=diff, yes=yes)
    if output and output.exists() and any(output.samefile(place) for place in places.values()):
        raise UsageError(f"{output} is a document of the engagement.", "Name another file: it would be lost.")
    text = it.to_markdown(report)
    if output:
        text = carried(text, places[report.assessment].parent if report.assessment else Path(), output.parent)
    give(text, output, *places.values(), for_people=True)
    return 0


def _engagement(path: Path, settings: Settings) -> tuple[dict[Document, Path], Workspace]:
    """The documents of the engagement at `path` with their files, and all of them together."""
    repository = Repository(settings)
    first: dict[str, tuple[Path, Document]] = {}
    for file in discover([path], settings, force_exclude=False):
        document = repository.load(file)
        key = repository.group_key(file, document)
        if key is not None:
            first.setdefault(key, (file, document))
    if not first:
        raise UsageError(f"There is no document of a client engagement at {path}.", "Name the folder of one.")
    if len(first) > 1:
        folders = [Path(key.rpartition("#")[0] or key) for key in first]
        meant = [
            folder if folders.count(folder) == 1 else file
            for folder, (file, _) in zip(folders, first.values(), strict=True)
        ]
        names = in_a_row([shown_path(each) for each in meant])
        raise UsageError(f"There are {len(first)} engagements in {path}.", f"Name the one you mean: {names}.")
    ((key, (file, document)),) = first.items()
    found = repository.group(key, file, document).documents
    places = {member: Path(shown_path(place)) for place, member in found.items()}
    return places, repository.workspace(list(places), places)


def _update(
    report: ValueReport, places: dict[Document, Path], settings: Settings, *, show_only: bool, yes: bool
) -> int:
    """Write the computed tables into the assessment, after they were shown."""
    assessment = report.assessment
    if assessment is None:
        raise UsageError("The engagement has no value assessment.", "pmcoach new value-assessment begins one.")
    try:
        after = updated(report, reader(assessment, settings))
    except Refused as refused:
        raise UsageError(f"{assessment.source.file}: {refused.message}", refused.hint) from None
    name = visible(assessment.source.file)
    if after.text == assessment.text:
        console.write([f"{name} says already what the log and the artifacts show.\n"])
        return 0
    console.write(as_diff(assessment.source.whole, after.source.whole, assessment.source.file))
    if show_only:
        return 1
    if not yes and not is_asking():
        raise UsageError("Nothing was written.", "Say --yes to write this, or run the command at a terminal.")
    if not yes and not confirm(f"Write this to {name}?"):
        console.write(["Nothing was written.\n"])
        return 1
    put_back(places[assessment], assessment, after)
    for hidden in it.hidden_from_readers(report):
        whom = f"{hidden.source.file} is {hidden.data.get('visibility', PRIVATE)}"
        console.remark(f"{whom}: not all who may see {assessment.source.file} can follow the link to it.")
    for share in it.stale_shares(report):
        console.remark(f"The message to the client goes on to say {share}. Change it by hand.")
    console.write([f"Wrote {name}, with {counted(len(report.unproven), 'new row')} of evidence.\n"])
    return 0
