"""The questions of the intake bank, and the values of an intake document that each of them supplies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.checks.words import value_in
from pmcoach_lint.doctypes import ENGAGEMENT, PACK, DocType
from pmcoach_lint.generate.markdown import one_line
from pmcoach_lint.names import name_key
from pmcoach_lint.standards import ENGAGEMENT_BANK, INTAKE_BANK, QUESTIONS_AT_ONCE, Standards
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

INTAKE, ENGAGEMENT_INTAKE = "intake", "engagement-intake"


class Purpose(NamedTuple):
    """What an intake is for: the type of what is drafted from it, of the intake, and of the bank of its questions."""

    drafted: str
    intake: str
    bank: str


PURPOSES = (
    Purpose(PACK, INTAKE, INTAKE_BANK),
    Purpose(ENGAGEMENT, ENGAGEMENT_INTAKE, ENGAGEMENT_BANK),
)
"""What can be drafted from answers."""


def purpose_of(name: str) -> Purpose | None:
    """The purpose whose draft or intake is of the type `name`."""
    return next((each for each in PURPOSES if name in (each.drafted, each.intake)), None)


@dataclass(frozen=True)
class Field:
    """A value of an intake document: what it is called, the way to it in the data, and how it is written there."""

    name: str
    path: Path
    binding: Binding

    @property
    def kind(self) -> str:
        """What is expected: `evidence`, `rows`, `list`, the name of a reader (`date`, `weeks`, …), `handle`, `text`."""
        if self.binding.kind == "records":
            return "evidence" if "evidence" in self.binding.fields else "rows"
        if self.binding.kind == "list":
            return "list"
        return self.binding.reader or ("handle" if "pattern" in self.binding.schema else "text")

    @property
    def is_person(self) -> bool:
        """Whether it stands for a person, who bears no name there."""
        return self.binding.schema.get("x-says") == "person"

    @property
    def columns(self) -> list[str]:
        """The names of the columns of its rows."""
        return [column.title for column in self.binding.fields.values()]

    @property
    def about(self) -> str:
        """What belongs there, in a sentence."""
        return str(self.binding.schema.get("description", ""))


@dataclass(frozen=True)
class Question:
    """A question: its id, and what it supplies. Those with a low `rank` are worth more than others."""

    id: str
    text: str
    why: str
    example: str
    rank: int
    fields: tuple[Field, ...]

    def open_fields(self, data: dict[str, Any]) -> tuple[Field, ...]:
        """Those of its values that `data` does not hold."""
        return tuple(field for field in self.fields if answer_at(data, field.path) is None)


def answer_at(data: dict[str, Any], path: Path) -> Any:
    """The answer at `path` of the data of an intake; None where there is none. Records that say nothing are none."""
    value = value_in(data, path)
    if isinstance(value, list) and value:
        return [one for one in value if one] or None
    return value


def fields_of(doctype: DocType) -> dict[str, Field]:
    """The values of an intake document that answers can fill in, by the key of each of their names."""
    found: dict[str, Field] = {}
    for path, binding in _leaves(doctype.binding, ()):
        field = Field(binding.title, path, binding)
        for name in (binding.title, binding.name.replace("_", " ")):
            found.setdefault(name_key(name), field)
    return found


def _leaves(binding: Binding, path: Path) -> Iterator[tuple[Path, Binding]]:
    for name, field in binding.fields.items():
        if field.kind == "object":
            yield from _leaves(field, (*path, name))
        elif "const" not in field.schema and field.plain_kind != "boolean" and name not in ("status", "visibility"):
            yield (*path, name), field


def questions_of(standards: Standards, doctype: DocType) -> tuple[Question, ...]:
    """The questions of the bank that holds, the most valuable first; those that supply nothing known are left out."""
    purpose = purpose_of(doctype.name)
    bank = standards.find(purpose.bank) if purpose else None
    known, found = fields_of(doctype), list[Question]()
    for group in bank.data.get("groups", ()) if bank else ():
        for record in group.get("questions", ()):
            number = len(found) + 1
            names = map(name_key, record.get("supplies", ()))
            fields = tuple(known[name] for name in names if name in known)
            if fields and "question" in record:
                text, why, example = (one_line(record.get(key, "")) for key in ("question", "why", "example"))
                name, rank = record.get("id", f"I{number}"), record.get("rank", number)
                found.append(Question(name, text, why, example, rank, fields))
    return tuple(sorted(found, key=lambda question: question.rank))


def rounds_of(questions: tuple[Question, ...]) -> list[tuple[Question, ...]]:
    """The questions in rounds of three to five, in their order; fewer than three are a round of their own."""
    count = -(-len(questions) // QUESTIONS_AT_ONCE)
    rounds, start = [], 0
    for number in range(count):
        size = -(-(len(questions) - start) // (count - number))
        rounds.append(questions[start : start + size])
        start += size
    return rounds
