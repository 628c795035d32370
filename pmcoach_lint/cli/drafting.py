"""`pmcoach new coaching-pack --from`: a draft out of an intake."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from pmcoach_lint.checks.schema import unreadable_parts
from pmcoach_lint.checks.words import leaves, spot
from pmcoach_lint.cli import BEYOND, console
from pmcoach_lint.cli.opening import open_document
from pmcoach_lint.cli.writing import carried_to
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import Document, read_document
from pmcoach_lint.generate.carried import carried
from pmcoach_lint.generate.client.folder import TYPES, draft_engagement
from pmcoach_lint.generate.client.said import client_of
from pmcoach_lint.generate.draft.facts import facts_of
from pmcoach_lint.generate.draft.library import read_library
from pmcoach_lint.generate.draft.outline import doubts, outline_of
from pmcoach_lint.generate.draft.pack import PARTS, draft
from pmcoach_lint.generate.intake.answers import LONGEST, SHORTEST, is_handle
from pmcoach_lint.generate.intake.bank import ENGAGEMENT_INTAKE, INTAKE, answer_at, fields_of, questions_of
from pmcoach_lint.generate.intake.checks import boundary_in, contradictions
from pmcoach_lint.generate.intake.client_checks import LEVELS
from pmcoach_lint.names import name_key
from pmcoach_lint.nearest import did_you_mean, in_a_row, nearest
from pmcoach_lint.paths import shown_path
from pmcoach_lint.settings import Settings, UsageError
from pmcoach_lint.standards import Standards
from pmcoach_lint.syntax.source import Span

TO_FILL = "still-to-fill"

_UNREAD = (
    "unreadable-value",
    "unknown-choice",
    "choice-in-own-words",
    "not-a-level",
    "impossible-date",
    "value-in-own-words",
)
"""The rules about values that a document does not let be read."""


def draft_from(intake: Path, folder: Path, settings: Settings, parts: tuple[str, ...]) -> str:
    """The draft of a coaching pack out of the intake at a path.

    Args:
        intake: The path of the intake.
        folder: Where the pack is to stand, so that links lead from there to where they led in the intake.
        settings: Those of the repository, whose libraries count, and its day.
        parts: The parts that are wanted, by name or number; all of them without any.

    Raises:
        UsageError: The intake cannot be drafted from.
        click.exceptions.Exit: It belongs to another process than coaching, which has been told on standard error.
    """
    catalogue = Catalogue.of(settings)
    document = open_document(intake, settings, INTAKE)
    _decline(document)
    _refuse(document, intake, settings.today)
    _tell_unread(document)
    standards = Standards(settings, catalogue)
    _tell_unsettled(document, standards, "lists it among the assumptions")
    library = read_library(standards)
    if not library.areas:
        hint = "The one in your folder of standards holds no area."
        raise UsageError("There is no competency library to draft from.", hint)
    doctype = document.doctype
    questions = questions_of(standards, doctype) if doctype else ()
    moved = carried_to(folder, document, intake, settings)
    outline = outline_of(facts_of(moved.data, questions, library, settings.today), library)
    for doubt in doubts(outline):
        place = _place(document, spot(document, doubt.path))
        console.remark(f"{place}: {doubt.message} {doubt.hint}", "Warning")
    return draft(outline, _named(parts, list(PARTS)) or list(PARTS))


def engagement_from(intake: Path, folder: Path, settings: Settings) -> dict[str, str]:
    """The files of an engagement by their names, out of an engagement intake or of its first page at a path.

    They are to stand in `folder`: links lead from there to where they led before.

    Raises:
        UsageError: The document cannot be drafted from, or what stands for one of its PMs is no handle.
        click.exceptions.Exit: It belongs to another process, which has been told on standard error.
    """
    catalogue, as_of = Catalogue.of(settings), settings.today
    document = open_document(intake, settings, ENGAGEMENT_INTAKE, "engagement")
    standards = Standards(settings, catalogue)
    asked = document.is_a(ENGAGEMENT_INTAKE) and document.doctype
    _decline(document)
    _tell_unread(document)
    _tell_unsettled(document, standards, "notes it in the value assessment")
    document = carried_to(folder, document, intake, settings)
    client = client_of(document, standards, questions_of(standards, asked) if asked else ())
    handles = [pm.handle for pm in client.pms]
    for handle in handles:
        if not is_handle(handle):
            message = f"{shown_path(intake)}: “{handle}” in the client team is no handle."
            raise UsageError(message, "Write one such as pm-07, and no name.")
        if handles.count(handle) > 1:
            message = f"{shown_path(intake)}: “{handle}” stands in the client team {handles.count(handle)} times."
            raise UsageError(message, "Keep one row for each PM.")
    if client.first and client.first < as_of:
        message = f"{shown_path(intake)}: the first session is on {client.first}, which is past: today is {as_of}."
        raise UsageError(message, "Write a later day behind **First session:**.")
    known = {name: found for name in TYPES if (found := catalogue.find(name))}
    texts = draft_engagement(client, known, standards, read_library(standards), as_of)
    return {name: carried(text, folder, (folder / name).parent) for name, text in texts.items()}


def _place(document: Document, span: Span) -> str:
    """Where something begins in an intake."""
    line, column = document.range(span).start
    return f"{document.source.file}:{line}:{column}"


def _tell_unread(document: Document) -> None:
    """Tell on standard error what of an intake cannot be read, and so is left out of the draft."""
    unread = [offence for rule in _UNREAD for offence in document.offences.get(rule, ())]
    for offence in (*unread, *unreadable_parts(document)):
        told = f"{_place(document, offence.span)}: {offence.message} The draft leaves it out."
        console.remark(f"{told} {offence.hint or ''}".rstrip(), "Warning")


def _tell_unsettled(document: Document, standards: Standards, does: str) -> None:
    """Tell on standard error which answers of an intake contradict each other, and what the draft `does` with it."""
    fields = fields_of(document.doctype) if document.doctype else {}
    for problem in contradictions(document.data, standards):
        told = f"{_place(document, spot(document, fields[name_key(problem.fields[0])].path))}: {problem.message}"
        left_out = " leaves the target out, and" if problem.fields == LEVELS else ""
        console.remark(f"{told} The draft{left_out} {does}. Change one of the answers.", "Warning")


def read_draft(text: str, path: Path, settings: Settings) -> Document:
    """A draft, as it reads in its file."""
    return read_document(text.encode(), shown_path(path), Catalogue.of(settings))


def places_to_fill(draft: Document) -> int:
    """How many places of a draft only a person can fill in."""
    return len(draft.offences.get(TO_FILL, ()))


def _decline(document: Document) -> None:
    """End where something in the intake has no place in coaching, whoever has written it there."""
    for field in fields_of(document.doctype).values() if document.doctype else ():
        said = leaves(answer_at(document.data, field.path))
        if boundary := boundary_in(field.name, "\n".join(text for _, text in said if isinstance(text, str))):
            place = document.range(document.values[field.path]).start
            where = f"{document.source.file}:{place.line}: what stands under “{field.name}”"
            console.complain(
                f"{where} belongs to {boundary.what}, and not to coaching.", boundary.message, boundary.instead
            )
            raise click.exceptions.Exit(BEYOND)


def _refuse(document: Document, intake: Path, as_of: date) -> None:
    """Refuse an intake that no cycle could come out of: one that lies in the past, or has a length that none has."""
    times = document.data.get("logistics", {})
    start, weeks = times.get("start"), times.get("weeks", {}).get("to")
    if start and date.fromisoformat(start) < as_of:
        message = f"{shown_path(intake)}: the cycle starts on {start}, which is past: today is {as_of}."
        raise UsageError(message, "Write a later day behind **Start:**.")
    if weeks and not SHORTEST <= weeks <= LONGEST:
        message = f"{shown_path(intake)}: a cycle has {SHORTEST} to {LONGEST} weeks, and this one has {weeks}."
        raise UsageError(message, "Change the number behind **Weeks:**.")
    for problem in contradictions(document.data):
        if "Start" in problem.fields or "Weeks" in problem.fields:
            raise UsageError(f"{shown_path(intake)}: {problem.message}", "Change one of the two answers.")


def _named(parts: Iterable[str], known: list[str]) -> list[str]:
    """The parts by their names: `plan`, `4`, or several with commas between."""
    found = []
    for text in (one.strip() for given in parts for one in given.split(",")):
        name = known[int(text) - 1] if text.isdecimal() and 0 < int(text) <= len(known) else text
        if name not in known:
            question = did_you_mean(nearest(name, known))
            raise UsageError(f"There is no part “{text}”.{question}", f"The parts are {in_a_row(known, 'and')}.")
        found.append(name)
    return found
