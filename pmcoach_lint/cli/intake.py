"""`pmcoach intake`: from questions to the document that a pack is drafted from."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import click

from pmcoach_lint.cli import BEYOND, INTERRUPTED, WRONG_USE, console
from pmcoach_lint.cli.dialogue import Dialogue
from pmcoach_lint.cli.files import check_name, create
from pmcoach_lint.cli.opening import open_document, read
from pmcoach_lint.cli.options import PATH, date_option, settings_for
from pmcoach_lint.cli.writing import carried_to, put_back
from pmcoach_lint.doctypes import ENGAGEMENT, PACK, Catalogue
from pmcoach_lint.document import read_document
from pmcoach_lint.generate.intake.bank import PURPOSES, purpose_of, questions_of
from pmcoach_lint.generate.intake.checks import personal_in
from pmcoach_lint.generate.intake.lines import Refused
from pmcoach_lint.generate.intake.session import Crossed, Session, prefilled
from pmcoach_lint.generate.scaffold import scaffold
from pmcoach_lint.generate.written import as_written
from pmcoach_lint.language.crossings import Boundary
from pmcoach_lint.paths import shown_path, true_path
from pmcoach_lint.regex import regex
from pmcoach_lint.report.visible import visible
from pmcoach_lint.settings import Settings, UsageError
from pmcoach_lint.standards import Standards
from pmcoach_lint.syntax.yaml_marks import YamlProblem, read_yaml

Warn = Callable[[str], str | None]
"""What to say of an answer that should rather not be kept."""

_QUOTATION = regex("“[^”]*”")

EXAMPLES = """\b
Examples:
  pmcoach intake packs/pm-31-intake.md                         ask, a few questions at a time
  pmcoach intake packs/pm-31-intake.md                         go on where you have left
  pmcoach intake packs/pm-07.md                                ask what this pack does not say
  pmcoach intake packs/pm-31-intake.md --answers answers.yaml  take them from a file
  pmcoach intake packs/clients/contoso-intake.md --for engagement
"""


@click.command("intake", epilog=EXAMPLES)
@click.argument("path", type=PATH)
@click.option(
    "--answers",
    metavar="FILE",
    type=click.Path(path_type=Path, allow_dash=True),
    help="Take the answers from a file, YAML or JSON; - is standard input.",
)
@click.option(
    "--for",
    "drafted",
    type=click.Choice((PACK, ENGAGEMENT)),
    help="What a new intake is for.  [default: coaching-pack]",
)
@click.option("--plan-only", is_flag=True, help="Ask for a development plan alone, which is no HR document.")
@date_option("--as-of", help="The day that counts as today.")
def command(path: Path, answers: Path | None, drafted: str | None, plan_only: bool, as_of: date | None) -> int:
    """Ask the questions of the intake bank, and keep the answers in the document at PATH.

    There are seventeen, in rounds of three to five, the most valuable open ones first. Each answer is saved at once:
    leave with Ctrl-C whenever you like, and go on later with the same command. Enter passes a question over, and a
    question mark shows an example. Of an existing coaching pack only what it does not say is asked; the answers go to
    a document beside it.

    With --for engagement they are the eighteen questions of the engagement bank, out of which the folder of a client
    engagement is drafted. Of the first page of an engagement, again, only what it does not say is asked.

    An intake about a performance process, an investigation or HR documentation ends with the place to go, and with exit
    code 3.

    A file of answers has a line for each question, or for each value by its name:

    \b
      I13: By Christmas pm-31 opens new work with a framed problem, unasked.
      I16: {Start: 2027-01-11, Weeks: 8}
      Strengths: [Runs releases without surprises]
    """  # noqa: D301 - click keeps the lines below this mark as they are
    settings = settings_for(as_of=as_of)
    source = path if path.exists() else None
    session, path = _begin(path, settings, drafted)
    keeper = _Keeper(session, path, source)
    if plan_only and session.purpose.drafted != PACK:
        raise UsageError(
            "Only the intake of a coaching pack can ask for a development plan alone.", "Leave out --plan-only."
        )
    if plan_only:
        session.want_plan_only()
        keeper.save()
    warn = partial(personal_in, names=settings.real_names)
    if answers is not None:
        return _from_file(session, keeper, warn, answers)
    return _ask(session, keeper, warn)


class _Keeper:
    """Writes the intake down, and never over what somebody else has written there in the meantime."""

    def __init__(self, session: Session, path: Path, source: Path | None) -> None:
        self.session = session
        self.path = path
        self._source = source
        self._written = session.document if path.exists() else None

    def save(self) -> None:
        """Write the document as it is now, whole or not at all."""
        document = self.session.document
        if self._written is None:
            create(self.path, document.source.whole, self._source)
        else:
            put_back(self.path, self._written, document)
        self._written = document


def _begin(path: Path, settings: Settings, drafted: str | None) -> tuple[Session, Path]:
    """The intake at `path`, or a new one; and where it is kept."""
    catalogue = Catalogue.of(settings)
    known = tuple(name for each in PURPOSES for name in (each.intake, each.drafted))
    purpose, before = purpose_of(drafted or PACK), None
    if path.exists():
        document = open_document(path, settings, *known)
        purpose = purpose_of(document.type)
        if purpose and document.type == purpose.drafted:
            beside = _beside(path)
            before, path = carried_to(beside.parent, document, path, settings), beside
            kept = "the pack" if purpose.drafted == PACK else "the page"
            console.remark(f"The answers are kept in {shown_path(path)}; {kept} stays as it is.")
    else:
        check_name(path)
    doctype = catalogue.find(purpose.intake) if purpose else None
    if purpose is None or doctype is None:
        raise UsageError("The type of the intake is missing: the installation is damaged.")
    if drafted and drafted != purpose.drafted:
        raise UsageError(
            f"{shown_path(path)} is no intake for --for {drafted}.", "Name another file, or leave out --for."
        )
    if path.exists():
        document, before = open_document(path, settings, purpose.intake), None
    else:
        document = read_document(scaffold(doctype).encode(), shown_path(path), catalogue)
    standards = Standards(settings, catalogue)
    session = Session(document, questions_of(standards, doctype), settings.today, catalogue, standards)
    if before:
        prefilled(session, before.data if purpose.drafted == PACK else as_written(before))
    return session, path


def _beside(path: Path) -> Path:
    """Where the answers about a document are kept: beside it; about a whole folder, beside the folder."""
    if path.stem == ENGAGEMENT and path.parent.name:
        path = path.parent.with_suffix(path.suffix)
    return path.with_name(f"{path.stem}-intake{path.suffix}")


def _ask(session: Session, keeper: _Keeper, warn: Warn) -> int:
    """Ask at the terminal, and tell how far it is when nobody answers any more."""
    if not session.open:
        console.write(["All questions are answered.\n"])
    else:
        done = f"{len(session.questions) - len(session.open)} of {len(session.questions)} questions are answered."
        lines = "Each answer is saved at once. Enter passes a question over, ? shows an example, Ctrl-C leaves."
        console.write([f"{done}\n{lines}\n"])
    console.listen()
    code = 0
    try:
        Dialogue(session, keeper.save, warn).run()
    except EOFError:
        console.write(["\n"])
    except KeyboardInterrupt:
        console.write(["\n"])
        code = INTERRUPTED
    except Crossed as crossed:
        return _beyond(crossed.boundary, keeper)
    _tell(session, keeper)
    return code


def _from_file(session: Session, keeper: _Keeper, warn: Warn, answers: Path) -> int:
    """Take all answers of a file, or none of them."""
    refused: list[Refused] = []
    name = "standard input" if str(answers) == "-" else answers
    try:
        given = list(session.given(_read_answers(answers), refused))
    except Refused as problem:
        raise UsageError(f"{name}: {problem.message}", problem.hint) from None
    hints = [problem.hint for problem in refused if problem.hint == session.asked]
    problems = [_in_a_line(problem, session.asked) for problem in refused]
    for key, field, value in given:
        warning = warn(str(value))
        say = _without_quotations if warning else str
        try:
            problems += [f"{key}: {say(problem.message)}" for problem in session.answer(field, value)]
        except Refused as problem:
            problems.append(f"{key}: {_in_a_line(Refused(say(problem.message), problem.hint))}")
        except Crossed as crossed:
            if not session.data.get("plan_only"):
                return _beyond(crossed.boundary, keeper)
            console.remark(f"{key} is left out: it belongs to {crossed.boundary.what}.")
            continue
        for remark in session.remarks:
            console.remark(f"{key}: {say(remark)}")
        if warning:
            console.remark(f"{key}: {warning}", "Warning")
    if problems:
        console.complain(f"{name}: {problems[0]}", *problems[1:], *hints[:1], "Nothing was written.")
        return WRONG_USE
    keeper.save()
    _tell(session, keeper)
    return 0


def _without_quotations(message: str) -> str:
    """A message about an answer that is private, without what it quotes of it."""
    return _QUOTATION.sub("“…”", message)


def _in_a_line(problem: Refused, told_once: str = "") -> str:
    """What is wrong with an answer and what to do, without the hint that is told once for all."""
    return " ".join(filter(None, (problem.message, problem.hint if problem.hint != told_once else "")))


def _read_answers(path: Path) -> Any:
    """What is in a file of answers, of which JSON is a part of YAML."""
    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else read(path)
        marked = read_yaml(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not in UTF-8.", "Save it as UTF-8.") from None
    except YamlProblem as problem:
        raise UsageError(f"{path} cannot be read: {problem.message}", problem.hint) from None
    if marked.duplicates:
        raise UsageError(f"{path}: “{marked.duplicates[0].key}” is answered twice.", "Keep one of the two.")
    return marked.value


def _beyond(boundary: Boundary, keeper: _Keeper) -> int:
    """Tell that something belongs elsewhere, and where."""
    lines = [f"This belongs to {boundary.what}, and not to coaching.", boundary.message, boundary.instead]
    if boundary.name == "performance-process":
        lines.append(f"For a plan alone: {console.command('intake', str(keeper.path), '--plan-only')}")
    console.complain(*lines)
    return BEYOND


def _tell(session: Session, keeper: _Keeper) -> None:
    """Tell how many questions are answered, which are open, and what comes next."""
    path = keeper.path
    total, left = len(session.questions), session.open
    if not path.exists():
        console.write(["Nothing was answered, and nothing written.\n"])
        return
    lines = [f"{total - len(left)} of {total} questions are answered in {shown_path(path)}."]
    if left:
        lines.append(f"Open: {', '.join(question.id for question in left)}.")
    drafted = session.purpose.drafted
    draft = _pack_of(path) if drafted == PACK else _folder_of(path)
    again = console.command("new", drafted, str(draft), "--from", str(path))
    lines.append(f"Draft the {'pack' if drafted == PACK else 'folder'}: {again}")
    console.write([f"{visible(line)}\n" for line in lines])


def _pack_of(intake: Path) -> Path:
    """What to call the pack that is drafted from an intake, beside one that is there already."""
    pack = intake.with_name(intake.name.replace("-intake", "") if "-intake" in intake.stem else f"pack-{intake.name}")
    return pack.with_name(f"{pack.stem}-draft{pack.suffix}") if pack.exists() else pack


def _folder_of(intake: Path) -> Path:
    """What to call the folder that is drafted from an intake: the one that holds it, if it holds nothing else."""
    if intake.stem == "intake" and intake.parent.name:
        folder = intake.parent
    else:
        folder = intake.with_name(intake.stem.replace("-intake", ""))
    taken = folder.exists() and any(true_path(each) != true_path(intake) for each in folder.iterdir())
    return folder.with_name(f"{folder.name}-draft") if taken else folder
