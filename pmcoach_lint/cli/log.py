"""`pmcoach log`: write down what was done, in the right place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from pmcoach_lint.audience import PRIVATE, inside_part
from pmcoach_lint.checks.words import value_at
from pmcoach_lint.cli import console
from pmcoach_lint.cli.asking import ask
from pmcoach_lint.cli.files import create
from pmcoach_lint.cli.log_questions import (
    ENTRIES,
    FIELDS,
    OF_ARTIFACT,
    OF_ENTRY,
    OF_PACK,
    OF_REVIEW,
    answers_for,
    question_for,
)
from pmcoach_lint.cli.opening import open_document
from pmcoach_lint.cli.options import PATH, settings_for
from pmcoach_lint.cli.writing import put_back, reader
from pmcoach_lint.coaching.cycle import Cycle, cycle_of
from pmcoach_lint.coaching.followed import place_to_log
from pmcoach_lint.coaching.parts import REVIEW_PLAN, TRACKER
from pmcoach_lint.discovery import discover
from pmcoach_lint.doctypes import ENGAGEMENT, LOG, PACK, Catalogue
from pmcoach_lint.document import Document
from pmcoach_lint.editing.filling import fill_record
from pmcoach_lint.editing.proof import Refused
from pmcoach_lint.editing.records import add_record, without_blank
from pmcoach_lint.engagement.position import lead_of
from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.finding import Severity
from pmcoach_lint.generate.client.writing import document_text
from pmcoach_lint.generate.markdown import one_line
from pmcoach_lint.names import name_key
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.paths import shown_path
from pmcoach_lint.readers.dates import past_day
from pmcoach_lint.readers.text import is_nothing
from pmcoach_lint.readers.unreadable import Unreadable
from pmcoach_lint.report.visible import visible
from pmcoach_lint.repository import Repository
from pmcoach_lint.settings import Settings, UsageError

ARTIFACT = "artifact"

_OPTIONS_OF = {
    TRACKER: (OF_PACK, "a pack"),
    REVIEW_PLAN: (OF_REVIEW, "a pack whose tracker is a list of reviews"),
    ENTRIES: (OF_ENTRY, "an entry of an event log"),
}

EXAMPLES = """\b
Examples:
  pmcoach log packs/pm-07.md                                    asks what was done
  pmcoach log packs/pm-07.md --bet B1 --done "R1.2: two briefs" --next R1.3 --status "on track"
  pmcoach log packs/clients/northwind --type decision --title "Pilot stopped" --duration "45 min"
  pmcoach log packs/clients/northwind --artifact --type analysis --title "Waiting at twelve sites"
"""

_OPTIONS = {
    "bet": "Of a pack: the growth bet, such as B1.",
    "done": "Of a pack: the rep or artifact that was done.",
    "feedback": "Of a pack: the coach's feedback.",
    "next": "Of a pack: the next rep.",
    "measure": "Of a pack: what goes into a column of your own, such as “Interviews: 3”; may be given several times.",
    "status": "Of a pack: on track, at risk, done, missed or open. Of an artifact: draft, in-review or final.",
    "type": "Of an entry or artifact: its kind, such as decision or analysis.",
    "title": "Of an entry or artifact: what it is called.",
    "participants": "Of an entry: who took part, by handle or role.",
    "duration": "Of an entry: how long it took, such as 45 min.",
    "work-type": "Of an entry: tactical, operational, strategic or capability building.",
    "context": "Of an entry: what led to it.",
    "happened": "Of an entry: what was done or said.",
    "decisions": "Of an entry: what was decided; may be given several times.",
    "impact": "Of an entry: what it changed for the client's business.",
    "lessons": "Of an entry: what to do again or otherwise; may be given several times.",
    "follow-up": "Of an entry: what is to be looked at again; may be given several times.",
    "audience": "Of an artifact: who it was made for.",
    "produced": "Of an artifact: what was produced.",
    "contribution": "Of an artifact: which decision or capability it made possible.",
    "outcome": "Of an artifact: the business result that it is tied to.",
}


def _with_options(function: Callable[..., None]) -> Callable[..., None]:
    for name, help_text in reversed(_OPTIONS.items()):
        function = click.option(f"--{name}", metavar="TEXT", multiple=True, help=help_text)(function)
    return function


@click.command("log", epilog=EXAMPLES)
@click.argument("path", metavar="PATH", type=PATH)
@click.option("--date", "on", metavar="DATE", help="The day it was: 2026-11-12, 12 Nov, w/c 9 Nov.  [default: today]")
@click.option("--artifact", is_flag=True, help="In an engagement: begin the file of an artifact.")
@_with_options
def command(path: Path, on: str | None, artifact: bool, **given: tuple[str, ...]) -> None:
    """Add to the document at PATH what was done, at its place, and leave everything else as it is.

    A coaching pack gets a row in its tracker; a row that waits there for its bet, and has only a day, is filled in, and
    so is that of the week in a tracker that goes by weeks. An event log, or the folder of a client engagement, gets an
    entry in the log, in the order that the log has. With --artifact the engagement gets a new file in its folder
    artifacts.

    What is missing is asked for at a terminal. The new text is read again before it is written: if anything else would
    be read otherwise than before, nothing is written.
    """
    settings = settings_for()
    said = {name.replace("_", "-"): "\n".join(values) for name, values in given.items()}
    texts = {name: text for name, text in said.items() if not is_nothing(text)}
    day = _day(on, settings.today).isoformat()
    if artifact:
        _refuse(texts, OF_ARTIFACT, "an artifact")
        _add_artifact(path, settings, texts, day)
        return
    target = _target(path, settings)
    document = open_document(target, settings, PACK, LOG)
    to = place_to_log(document, settings.today) if document.is_a(PACK) else ENTRIES
    options, what = _OPTIONS_OF[to]
    _refuse(texts, options, what)
    again = ["log", str(path), "--date", day]
    _add(target, document, settings, to, answers_for(document, to, texts, options, day, again))


def _day(said: str | None, today: date) -> date:
    """The day that --date gives, as documents tell it; one without its year is the last such day. Today without it."""
    try:
        return today if said is None else past_day(said, today)
    except Unreadable as problem:
        raise UsageError(problem.message, "Write the year, the month and the day: 2026-11-20.") from None


def _refuse(texts: dict[str, str], options: tuple[str, ...], what: str) -> None:
    for name in texts:
        if name not in options:
            known = ", ".join(f"--{option}" for option in options)
            raise UsageError(f"There is no --{name} in {what}.", f"It takes: --date, {known}.")


def _target(path: Path, settings: Settings) -> Path:
    """The file to add to: the one that was named, or the event log of the engagement that was."""
    folder = path
    if path.is_file() and open_document(path, settings).is_a(ENGAGEMENT):
        folder = path.parent
    elif not path.is_dir():
        return path
    logs = [file for file, document in _documents(folder, settings) if document.is_a(LOG)]
    if not logs:
        begin = console.command("new", LOG, str(folder / "event-log.md"))
        raise UsageError(f"There is no event log in {folder}.", f"{begin} begins one.")
    if len(logs) > 1:
        names = in_a_row([shown_path(log) for log in logs])
        raise UsageError(f"There are {len(logs)} event logs in {folder}.", f"Name the one you mean: {names}.")
    return logs[0]


def _documents(folder: Path, settings: Settings) -> list[tuple[Path, Document]]:
    load = Repository(settings).load
    return [(file, load(file)) for file in discover([folder], settings, force_exclude=False)]


def _add(path: Path, document: Document, settings: Settings, to: tuple[str | int, ...], texts: dict[str, str]) -> None:
    """Add the record, and tell where it stands."""
    read = reader(document, settings)
    try:
        filled = fill_record(document, to, texts, read) if to == TRACKER else None
        added = filled or add_record(without_blank(document, to, read), to, texts, read)
    except Refused as refused:
        raise UsageError(f"{shown_path(path)}: {refused.message}", refused.hint) from None
    put_back(path, document, added.document)
    line = added.document.range(added.document.values[added.path]).start.line
    done = "Filled in" if filled else "Added to"
    console.write([f"{done} {visible(shown_path(path))}, line {line}.\n"])
    _tell_new_errors(document, added.document, settings)
    cycle = cycle_of(document) if to != ENTRIES else None
    if filled:
        _remark_on_plan(value_at(document, added.path), value_at(added.document, added.path), texts["date"], cycle)
    if cycle and not cycle.start <= date.fromisoformat(texts["date"]) <= cycle.end:
        console.remark(f"{texts['date']} is outside the cycle, which runs from {cycle.start} to {cycle.end}.")
    if to == ENTRIES:
        _remark_on(added.document.data["entries"], int(added.path[-1]), settings.today.isoformat())


def _remark_on_plan(planned: dict[str, Any], record: dict[str, Any], day: str, cycle: Cycle | None) -> None:
    """Remark on a row that was filled in: that it does not name the `day`, or named another next rep before."""
    by_week = "week" in record and "date" not in record and cycle
    name, told = ("week", by_week.week_of(date.fromisoformat(day))) if by_week else ("date", day)
    if record.get(name) != told:
        kept = f"keeps the {'week' if by_week else 'day'} for which it was planned, {record.get(name)}"
        console.remark(f"It {kept if name in record else 'names no day'}: {day} has no place there.")
    if planned.get("next", "") not in ("", record.get("next")):
        console.remark(f"Its next rep was “{visible(planned['next'])}” before.")


def _remark_on(entries: list[dict[str, Any]], at: int, today: str) -> None:
    """Remark on a new entry of a log whose day has not come yet, or that says what the one beside it says."""
    entry = entries[at]
    if str(entry.get("date", "")) > today:
        console.remark(f"{entry['date']} has not come yet: today is {today}.")
    if entry in [*entries[max(0, at - 1) : at], *entries[at + 1 : at + 2]]:
        console.remark("The entry beside it says the very same. If it was logged twice, take one out.")


def _tell_new_errors(before: Document, after: Document, settings: Settings) -> None:
    """Tell what fails now and did not before the record was written, ahead of any commit hook."""
    known = _errors(before, settings)
    for message in _errors(after, settings):
        if message not in known:
            console.remark(f"pmcoach lint says of it: {visible(message)}")


def _errors(document: Document, settings: Settings) -> list[str]:
    """What fails in a document."""
    report = lint_bytes(document.text.encode(), document.source.file, settings)
    return [finding.message for finding in report.findings if finding.severity is Severity.ERROR]


def _lead(folder: Path, settings: Settings) -> tuple[Path, Document]:
    """What stands for the engagement in a folder, and its file; one that names the client, where it has no first page.

    Raises:
        UsageError: There is none: what is there is of no client, or of several.
    """
    files = {document: file for file, document in _documents(folder, settings) if document.family == ENGAGEMENT}
    found = [*files]
    lead = lead_of(found) if found else None
    if lead and not lead.is_a(ENGAGEMENT):
        named = [document for document in found if document.data.get("client")]
        clients = {name_key(str(document.data["client"])) for document in named}
        lead = lead_of(named) if len(clients) == 1 else None
    if lead is None:
        hint = "It has no document of that type, and none that names its client."
        raise UsageError(f"{folder} is not the folder of a client engagement.", hint)
    return files[lead], lead


def _add_artifact(folder: Path, settings: Settings, texts: dict[str, str], day: str) -> None:
    """Begin the file of an artifact in the folder of an engagement."""
    folder = folder.parent if folder.is_file() else folder
    page, lead = _lead(folder, settings)
    doctype = Catalogue.of(settings).find(ARTIFACT)
    if doctype is None:
        raise UsageError(f"The type “{ARTIFACT}” cannot be used.")
    fields = doctype.binding.fields
    questions = [question_for(name, fields[FIELDS.get(name, name)], name in ("type", "title")) for name in OF_ARTIFACT]
    answers = ask(questions, texts, ["log", str(folder), "--artifact", "--date", day])
    values: dict[str, Any] = {FIELDS.get(name, name): one_line(text) for name, text in answers.items()}
    values = {
        "client": str(lead.data.get("client", "")),
        "date": day,
        "status": "draft",
        "visibility": inside_part(str(lead.data.get("visibility", PRIVATE))),
    } | values
    name = "-".join(name_key(values["title"]).replace("'", "").split()) or ARTIFACT
    path = folder / "artifacts" / f"{name}.md"
    create(path, document_text(doctype, values), page)
    again = console.command("lint", shown_path(path))
    whom = "nobody" if values["visibility"] == PRIVATE else values["visibility"]
    told = f"Who may see it: {visible(whom)}, until its visibility says otherwise."
    console.write([f"Wrote {visible(shown_path(path))}.\n{told}\nFill in what is left: {again}\n"])
