"""`pmcoach next-cycle`: close a cycle, and open the next one from where it has led."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from pmcoach_lint.audience import PRIVATE
from pmcoach_lint.checks.words import changed
from pmcoach_lint.cli import WRONG_USE, console
from pmcoach_lint.cli.files import create
from pmcoach_lint.cli.opening import open_document, standing_of
from pmcoach_lint.cli.options import PATH, date_option, settings_for, with_as_of
from pmcoach_lint.cli.writing import put_back, reader
from pmcoach_lint.coaching.cycle import SHORTEST_CYCLE
from pmcoach_lint.doctypes import PACK, Catalogue
from pmcoach_lint.document import Document, read_document
from pmcoach_lint.generate.carried import carried, link_to
from pmcoach_lint.generate.cycle_end import following_start, lacking, levels_table
from pmcoach_lint.generate.left_behind import left_behind
from pmcoach_lint.generate.next_cycle import CARRIED, CLOSED, NextCycle
from pmcoach_lint.generate.written import without
from pmcoach_lint.paths import shown_path
from pmcoach_lint.readers.weeks import LONGEST_CYCLE
from pmcoach_lint.report.tally import counted
from pmcoach_lint.report.visible import visible
from pmcoach_lint.settings import Settings, UsageError
from pmcoach_lint.syntax.source import replaced
from pmcoach_lint.weekly.rhythm import is_working_day
from pmcoach_lint.weekly.standing import Standing

EXAMPLES = """\b
Examples:
  pmcoach next-cycle packs/pm-07.md                       close it, and open packs/pm-07-2026-11-30.md
  pmcoach next-cycle packs/pm-07.md --weeks 6 --start 2027-01-11 -o packs/pm-07-2027.md
  pmcoach next-cycle packs/pm-07.md --close "risk 2=The pilot is over" --close "B2=Another team took it on"
"""


@click.command("next-cycle", epilog=EXAMPLES)
@click.argument("path", metavar="PACK", type=PATH)
@click.option("-o", "--output", metavar="PATH", type=PATH, help="The file of the next cycle.")
@date_option("--start", help="Its first day.  [default: after the last cycle]")
@click.option("--weeks", type=click.IntRange(SHORTEST_CYCLE, LONGEST_CYCLE), help="Its weeks.  [default: the same]")
@click.option("--close", metavar="WHAT=REASON", multiple=True, help="Close a bet (B2), a “risk 1” or a “question 2”.")
@with_as_of
def command(
    path: Path, output: Path | None, start: date | None, weeks: int | None, close: tuple[str, ...], as_of: date | None
) -> None:
    """Close the cycle of a PACK that is over, and open the next one in a file of its own.

    The pack is frozen: its status becomes completed, and nothing else in it changes. In the next file the levels of
    “Levels reached” (part 6) are the current ones, with what shows them as evidence. A bet whose target is reached is
    closed, the others are carried on with their plans; so are risks, open questions and steps, unless --close says why
    not. What somebody has to decide anew is marked, such as a day that is over, and `pmcoach lint` counts it. What
    nothing has read stays behind, and is listed.

    When the cycle is not over, or does not say where it has led, it is told what is missing and nothing is written.
    """
    settings = settings_for(as_of=as_of)
    document = open_document(path, settings, PACK)
    standing = standing_of(document, path, settings)
    _check_complete(standing, document)
    cycle = standing.cycle
    assert cycle is not None  # noqa: S101 - or something was lacking
    start = start or following_start(cycle, standing.as_of)
    if start <= cycle.end:
        raise UsageError(f"The next cycle cannot begin on {start}: this one ends on {cycle.end}.")
    if not is_working_day(start):
        raise UsageError(f"The next cycle cannot begin on {start}: that is a weekend.", "Name a working day: --start.")
    output = output or path.with_name(f"{_without_day(path.stem)}-{start.isoformat()}.md")
    if output.exists() or output.is_symlink():
        raise UsageError(f"{output} exists already.", "Nothing was written: choose another name with --output.")
    following = NextCycle(standing, start, weeks or cycle.weeks, dict(map(_reason, close)))
    text = _text(following, document, output, path, settings)
    if following.unused:
        raise UsageError(
            f"There is nothing called “{next(iter(following.unused))}” to close.",
            "Name a bet by its id, or a risk or question by its number: --close “risk 1=…”.",
        )
    _write(path, output, document, _frozen(document, settings), text)
    console.write(f"{line}\n" for line in _told(path, output, following, document, text))


def _check_complete(standing: Standing, document: Document) -> None:
    """Refuse a pack whose next cycle cannot begin yet, and say all that is missing."""
    missing = lacking(standing)
    if not missing:
        return
    console.complain(f"The next cycle of {document.source.file} cannot begin yet.")
    for sentence in missing:
        console.remark(sentence, "Missing")
    if any("Levels reached" in sentence for sentence in missing):
        console.remark("Put this into part 6, and say which level is reached and what shows it:", "Help")
        console.quote(levels_table(standing))
    raise click.exceptions.Exit(WRONG_USE)


def _reason(text: str) -> tuple[str, str]:
    """What `--close` names, and why it is closed."""
    name, _, reason = text.partition("=")
    if not name.strip() or not reason.strip():
        raise UsageError(f"“{text}” does not say why.", "Write what is closed, and the reason: --close “risk 1=…”.")
    return " ".join(name.split()), " ".join(reason.split())


def _without_day(stem: str) -> str:
    """The name of a file without the day of an earlier cycle at its end."""
    try:
        date.fromisoformat(stem[-10:])
    except ValueError:
        return stem
    return stem[:-10].rstrip("-") or stem


def _text(following: NextCycle, document: Document, output: Path, path: Path, settings: Settings) -> str:
    """The text of the next file, without evidence that nothing in it speaks of any more."""
    catalogue = Catalogue.of(settings)
    doctype = document.doctype or catalogue.find(PACK)
    assert doctype is not None  # noqa: S101 - the document is of this type
    beside = following.text(doctype, link_to(path, path.parent))
    text = carried(beside, path.parent, output.parent)
    new = read_document(text.encode(), shown_path(output), catalogue)
    unused = standing_of(new, output, settings._replace(as_of=following.start)).chain.unused_evidence
    text = without(new, [node.path for node in unused])
    return text.replace("\n", "\r\n") if "\r\n" in document.text else text


def _frozen(document: Document, settings: Settings) -> Document:
    """The pack as a completed one, when its status is all that this changes."""
    span = document.values.get(("status",))
    if document.status == "completed" or span is None:
        return document
    after = reader(document, settings)(replaced(document.text, [(span, "completed")]))
    if changed(document, after) != [("status",)]:
        raise UsageError(f"The status of {document.source.file} cannot be changed alone.", "Set it by hand: completed.")
    return after


def _told(path: Path, output: Path, following: NextCycle, document: Document, text: str) -> Iterator[str]:
    """What was done, what was left behind in the old file, and what comes next, line by line."""
    yield f"Closed {visible(shown_path(path))}: its status is completed."
    outcomes = [each.outcome for each in following.decisions if each.what == "Bet"]
    told = f"{counted(outcomes.count(CARRIED), 'bet')} carried, {outcomes.count(CLOSED)} closed"
    yield f"Wrote {visible(shown_path(output))}: {told}."
    before = str(document.data.get("visibility", PRIVATE))
    if before != PRIVATE:
        yield f"It is private, as every new pack is; the last one was for: {visible(before)}."
    left = left_behind(document, text)
    if left:
        yield "Left behind, because nothing reads it; copy what is still wanted:"
        yield from (f"  line {each.line}: {each.what} “{visible(each.name)}”" for each in left)
    yield f"Decide what is marked there: {console.command('lint', shown_path(output))}"


def _write(path: Path, output: Path, document: Document, frozen: Document, text: str) -> None:
    """Write both files, or neither."""
    create(output, text, path)
    try:
        if frozen is not document:
            put_back(path, document, frozen)
    except UsageError:
        output.unlink()
        raise
