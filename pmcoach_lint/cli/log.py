"""`pmcoach log`: write down what was done, in the right place."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import click

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.targets import Targets, meanings, numbers_of, target
from pmcoach_lint.binding.values import ValueReader
from pmcoach_lint.checks.words import binding_at, value_at
from pmcoach_lint.cli import console
from pmcoach_lint.cli.asking import Question, ask
from pmcoach_lint.cli.files import create
from pmcoach_lint.cli.opening import open_document, repository_of, today
from pmcoach_lint.cli.options import PATH, as_date, settings_for
from pmcoach_lint.cli.writing import put_back, reader
from pmcoach_lint.coaching.cycle import cycle_of
from pmcoach_lint.coaching.parts import BETS, TRACKER
from pmcoach_lint.discovery import discover
from pmcoach_lint.doctypes import ENGAGEMENT, LOG, PACK, Catalogue
from pmcoach_lint.document import Document
from pmcoach_lint.editing.proof import Refused
from pmcoach_lint.editing.records import add_record, fill_record, without_blank
from pmcoach_lint.generate.artifact import artifact_text, file_name
from pmcoach_lint.nearest import did_you_mean, in_a_row, nearest
from pmcoach_lint.paths import shown_path
from pmcoach_lint.readers.registry import Context
from pmcoach_lint.readers.unreadable import Unreadable
from pmcoach_lint.report.visible import visible
from pmcoach_lint.settings import Settings, UsageError

ARTIFACT = "artifact"
ENTRIES = ("entries",)

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
_FIELDS = {"type": "kind", "work-type": "work_type", "follow-up": "follow_up"}
_OF_PACK = ("bet", "done", "feedback", "next", "status")
_OF_ENTRY = (
    *("type", "title", "participants", "duration", "work-type", "context"),
    *("happened", "decisions", "impact", "lessons", "follow-up"),
)
_OF_ARTIFACT = ("type", "title", "status", "audience", "produced", "contribution", "outcome")
_ASKED = frozenset({*_OF_PACK, "type", "title", "duration", "work-type", "happened", *_OF_ARTIFACT})
"""What is asked for at a terminal. The rest can be given, or written into the file."""


def _with_options(function: Callable[..., None]) -> Callable[..., None]:
    for name, help_text in reversed(_OPTIONS.items()):
        function = click.option(f"--{name}", metavar="TEXT", multiple=True, help=help_text)(function)
    return function


@click.command("log", epilog=EXAMPLES)
@click.argument("path", metavar="PATH", type=PATH)
@click.option("--date", "on", metavar="DATE", callback=as_date, help="The day it was.  [default: today]")
@click.option("--artifact", is_flag=True, help="In an engagement: begin the file of an artifact.")
@_with_options
def command(path: Path, on: date | None, artifact: bool, **given: tuple[str, ...]) -> None:
    """Add to the document at PATH what was done, at its place, and leave everything else as it is.

    A coaching pack gets a row in its tracker; a row that waits there for its bet, and has only a day, is filled in. An
    event log, or the folder of a client engagement, gets an entry in the log, in the order that the log has. With
    --artifact the engagement gets a new file in its folder artifacts.

    What is missing is asked for at a terminal. The new text is read again before it is written: if anything else would
    be read otherwise than before, nothing is written.
    """
    settings = settings_for()
    texts = {name.replace("_", "-"): "\n".join(values) for name, values in given.items() if values}
    day = (on or today(settings)).isoformat()
    target = path if artifact else _target(path, settings)
    if artifact:
        _refuse(texts, _OF_ARTIFACT, "an artifact")
        _add_artifact(path, settings, texts, day)
        return
    document = open_document(target, settings, PACK, LOG)
    is_pack = document.is_a(PACK)
    options = _OF_PACK if is_pack else _OF_ENTRY
    _refuse(texts, options, "a pack" if is_pack else "an entry of an event log")
    again = ["pmcoach", "log", str(path), "--date", day]
    _add(target, document, settings, TRACKER if is_pack else ENTRIES, _answers(document, texts, options, day, again))


def _refuse(texts: dict[str, str], options: tuple[str, ...], what: str) -> None:
    for name in texts:
        if name not in options:
            known = ", ".join(f"--{option}" for option in options)
            raise UsageError(f"There is no --{name} in {what}.", f"It takes: --date, {known}.")


def _target(path: Path, settings: Settings) -> Path:
    """The file to add to: the one that was named, or the event log of the engagement that was."""
    folder = path if path.is_dir() else None
    if folder is None and path.is_file():
        document = open_document(path, settings)
        if not document.is_a(ENGAGEMENT):
            return path
        folder = path.parent
    if folder is None:
        return path
    logs = [file for file, document in _documents(folder, settings) if document.is_a(LOG)]
    if not logs:
        begin = shlex.join(["pmcoach", "new", LOG, str(folder / "event-log.md")])
        raise UsageError(f"There is no event log in {folder}.", f"{begin} begins one.")
    if len(logs) > 1:
        names = in_a_row([shown_path(log) for log in logs])
        raise UsageError(f"There are {len(logs)} event logs in {folder}.", f"Name the one you mean: {names}.")
    return logs[0]


def _documents(folder: Path, settings: Settings) -> list[tuple[Path, Document]]:
    load = repository_of(settings).load
    return [(file, load(file)) for file in discover([folder], settings, force_exclude=False)]


def _answers(
    document: Document, texts: dict[str, str], options: tuple[str, ...], day: str, again: list[str]
) -> dict[str, str]:
    """What the new record says, by the names of its fields. `again` is the command without the answers."""
    to = TRACKER if options == _OF_PACK else ENTRIES
    binding = binding_at(document, to)
    questions = []
    for name in options:
        field = binding.fields[_FIELDS.get(name, name)] if binding else None
        if field is None or (name not in _ASKED and name not in texts):
            continue
        required = field.name in (binding.required if binding else ()) and not _is_nowhere_told(
            document, to, field.name
        )
        question = _question(name, field, required, document.text)
        if name == "bet":
            question = question._replace(choices=_bets(document), check=partial(_check_bet, document))
        questions.append(question)
    answers = ask(questions, texts, again)
    return {"date": day, **{_FIELDS.get(name, name): answers[name] for name in options if name in answers}}


def _question(name: str, field: Binding, required: bool, text: str = "") -> Question:
    """The question for a field of a document with a `text`, which may say what short forms stand for."""

    def check(answer: str) -> None:
        try:
            ValueReader(text, Context()).parse(field, answer, None)
        except Unreadable as problem:
            raise UsageError(problem.message, problem.hint) from None

    return Question(name, f"--{name}", field.title, required, list(map(str, field.schema.get("enum", ()))), check)


def _is_nowhere_told(document: Document, to: tuple[str | int, ...], name: str) -> bool:
    """Whether no record of a list tells what others of its kind have to: a tracker without a column for the bet."""
    records = value_at(document, to) or []
    return bool(records) and not any(name in record for record in records)


def _bets(document: Document) -> list[str]:
    bets = value_at(document, BETS) or []
    return [str(bet.get("id") or bet.get("bet") or number) for number, bet in enumerate(bets, 1)]


def _check_bet(document: Document, text: str) -> None:
    """Refuse a bet that the pack does not have."""
    if not _bets(document):
        raise UsageError("No growth bet can be read in this pack.", "Leave the bet out, or write the bets in part 3.")
    targets = Targets(*target(document.binding, document.data, BETS), numbers_of(document.numbers, BETS))
    names = _bets(document)
    for found in meanings(targets, text, many=True):
        if len(found) > 1:
            several = in_a_row([names[place] for place in found], "or")
            raise UsageError(f"“{text}” may be {several}.", "Give the one you mean.")
        if not found:
            message = f"The pack has no bet “{text}”.{did_you_mean(nearest(text, names))}"
            raise UsageError(message, f"It has {in_a_row([f'“{name}”' for name in names])}.")


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
    cycle = cycle_of(document) if to == TRACKER else None
    if cycle and not cycle.start <= date.fromisoformat(texts["date"]) <= cycle.end:
        console.remark(f"{texts['date']} is outside the cycle, which runs from {cycle.start} to {cycle.end}.")


def _add_artifact(folder: Path, settings: Settings, texts: dict[str, str], day: str) -> None:
    """Begin the file of an artifact in the folder of an engagement."""
    folder = folder.parent if folder.is_file() else folder
    lead = next((document for _, document in _documents(folder, settings) if document.is_a(ENGAGEMENT)), None)
    if lead is None:
        raise UsageError(f"{folder} is not the folder of a client engagement.", "It has no document of that type.")
    doctype = Catalogue.of(settings).find(ARTIFACT)
    if doctype is None:
        raise UsageError(f"The type “{ARTIFACT}” cannot be used.")
    fields = doctype.binding.fields
    questions = [_question(name, fields[_FIELDS.get(name, name)], name in ("type", "title")) for name in _OF_ARTIFACT]
    answers = ask(questions, texts, ["pmcoach", "log", str(folder), "--artifact", "--date", day])
    values: dict[str, Any] = {_FIELDS.get(name, name): text for name, text in answers.items()}
    values = {
        "client": str(lead.data.get("client", "")),
        "date": day,
        "status": "draft",
        "visibility": "private",
    } | values
    path = folder / "artifacts" / file_name(values["title"])
    create(path, artifact_text(doctype, values))
    again = f"pmcoach lint {shlex.quote(shown_path(path))}"
    console.write([f"Wrote {visible(shown_path(path))}.\nFill in what is left: {visible(again)}\n"])
