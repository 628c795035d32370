"""What `pmcoach log` asks, of which record, and what of the answers it can take."""

from __future__ import annotations

from functools import partial

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.targets import Targets, meanings, numbers_of, target
from pmcoach_lint.binding.values import ValueReader
from pmcoach_lint.checks.words import value_at
from pmcoach_lint.cli.asking import Question, ask
from pmcoach_lint.coaching.parts import BETS
from pmcoach_lint.document import Document
from pmcoach_lint.editing.listed import Listed, without_column
from pmcoach_lint.editing.planned import planned_row
from pmcoach_lint.nearest import did_you_mean, in_a_row, nearest
from pmcoach_lint.readers.registry import Context
from pmcoach_lint.readers.text import is_nothing
from pmcoach_lint.readers.unreadable import Unreadable
from pmcoach_lint.settings import UsageError
from pmcoach_lint.syntax.yaml_marks import Path

ENTRIES = ("entries",)
DONE, MEASURE = "done", "measure"
FIELDS = {"type": "kind", "work-type": "work_type", "follow-up": "follow_up"}
OF_PACK = ("bet", "done", "feedback", "next", "status", "measure")
OF_REVIEW = ("done",)
OF_ENTRY = (
    *("type", "title", "participants", "duration", "work-type", "context"),
    *("happened", "decisions", "impact", "lessons", "follow-up"),
)
OF_ARTIFACT = ("type", "title", "status", "audience", "produced", "contribution", "outcome")
_ASKED = frozenset({*OF_PACK, "type", "title", "duration", "work-type", "happened", *OF_ARTIFACT})
"""What is asked for at a terminal. The rest can be given, or written into the file."""


def answers_for(
    document: Document, to: Path, texts: dict[str, str], options: tuple[str, ...], day: str, again: list[str]
) -> dict[str, str]:
    """What the new record says, by the names of its fields. `again` is the command without the answers."""
    listed = Listed(document, to)
    columns, own = listed.columns, listed.own
    texts = _with_own(texts, own)
    _refuse_without_place(listed, [name for name in options if name in texts])
    is_planned = bool(texts.get(DONE)) and planned_row(listed, {"done": texts[DONE]}) is not None
    is_measured = any(name in texts for name in own)
    questions = []
    for name in options:
        field = _field(listed, name)
        if field is None or (name not in _ASKED and name not in texts):
            continue
        # A tracker may have no column for the bet: what no record tells, a new one need not tell either.
        is_nowhere_told = bool(listed.records) and not any(field.name in record for record in listed.records)
        if columns is not None and columns.keys().isdisjoint({field.name, field.instead}):
            continue
        if columns is None and is_nowhere_told and "all" in field.mark:
            continue
        required = (field.name in listed.binding.required and not is_nowhere_told) or options == OF_REVIEW
        required = required and not is_planned and not (name == DONE and is_measured)
        question = question_for(name, field, required, document.text)
        if name == "bet":
            question = question._replace(choices=_bets(document), check=partial(_check_bet, document))
        questions.append(question)
    lacks = not texts and not any(question.required for question in questions)  # an empty row says nothing
    questions += [
        Question(name, f"--{MEASURE}", name, required=lacks and name == own[0], before=f"{name}: ") for name in own
    ]
    answers = ask(questions, texts, again)
    told = {name: answers[name] for name in (*options, *own) if not is_nothing(answers.get(name, ""))}
    fields = {name: field.name for name in options if (field := _field(listed, name))}
    return {"date": day, **{fields.get(name, name): text for name, text in told.items()}}


def _field(listed: Listed, name: str) -> Binding | None:
    """The field of a record that an option tells; what was done is what the record is called."""
    return listed.binding.title_field if name == DONE else listed.binding.fields.get(FIELDS.get(name, name))


def _refuse_without_place(listed: Listed, given: list[str]) -> None:
    """Refuse what none of the columns takes, and in a list the bet where each record is about all of them."""
    fields = [field for name in given if (field := _field(listed, name))]
    if listed.columns is not None and (table := listed.table()):
        lacking = [field.title for field in fields if listed.columns.keys().isdisjoint({field.name, field.instead})]
        if lacking:
            raise without_column(lacking, table, listed.own)
        return
    for field in fields:
        if "all" in field.mark and listed.records and not any(field.name in record for record in listed.records):
            what, where = field.title.lower(), listed.binding.title.lower()
            message = f"No line of the {where} names its {what}, so each is about all of them."
            hint = f"Leave out --{field.name}, or write it into the lines that are there."
            raise UsageError(message, hint)


def _with_own(texts: dict[str, str], own: list[str]) -> dict[str, str]:
    """The answers with each `--measure`, such as `Interviews: 3`, under the header of its column."""
    found = {name: text for name, text in texts.items() if name != MEASURE}
    for line in texts.get(MEASURE, "").splitlines():
        header = next((name for name in own if line.casefold().startswith(f"{name.casefold()}:")), None)
        if header is None:
            called = line.partition(":")[0].strip()
            has = f"It has {in_a_row([f'“{name}”' for name in own])}." if own else "It has none."
            message = f"The tracker has no column of its own “{called}”.{did_you_mean(nearest(called, own))}"
            raise UsageError(message, f"{has} Write the column, a colon and what goes into it.")
        found[header] = line[len(header) + 1 :].strip()
    return found


def question_for(name: str, field: Binding, required: bool, text: str = "") -> Question:
    """The question for a field of a document with a `text`, which may say what short forms stand for."""

    def check(answer: str) -> None:
        try:
            ValueReader(text, Context()).parse(field, answer, None)
        except Unreadable as problem:
            raise UsageError(problem.message, problem.hint) from None

    return Question(name, f"--{name}", field.title, required, list(map(str, field.schema.get("enum", ()))), check)


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
