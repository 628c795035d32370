"""An intake in the making: the document as it stands, which questions are open, and one answer after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from pmcoach_lint.binding.own_text.days import day_in_front
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import Document, read_again
from pmcoach_lint.generate.intake.answers import take
from pmcoach_lint.generate.intake.bank import PURPOSES, Field, Purpose, Question, fields_of, purpose_of
from pmcoach_lint.generate.intake.checks import boundary_in, contradictions
from pmcoach_lint.generate.intake.client_checks import Contradiction
from pmcoach_lint.generate.intake.lines import Answer, Refused
from pmcoach_lint.generate.intake.parted import parted
from pmcoach_lint.generate.intake.writing import plan_only, written
from pmcoach_lint.language.crossings import Boundary
from pmcoach_lint.names import name_key
from pmcoach_lint.nearest import did_you_mean, nearest
from pmcoach_lint.standards import Standards
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.weekly.left_out import without_skipped


class Crossed(Exception):
    """An answer that has no place in coaching: the boundary it crosses, and the value it was given for."""

    def __init__(self, boundary: Boundary, field: Field) -> None:
        super().__init__(boundary.name)
        self.boundary = boundary
        self.field = field


class Given(NamedTuple):
    """An answer out of a file: the key under which it stands, the value it is for, and what it says."""

    key: str
    field: Field
    value: Any


class Session:
    """An intake in the making.

    Args:
        document: The intake as it is.
        questions: Those of the bank, the most valuable first.
        as_of: The day that counts as today.
        catalogue: The types of documents there are.
        standards: Those whose value ladder holds.

    `remarks` are what to say about how the last answer was taken.
    """

    def __init__(
        self,
        document: Document,
        questions: tuple[Question, ...],
        as_of: date,
        catalogue: Catalogue | None = None,
        standards: Standards | None = None,
    ) -> None:
        self.document = document
        self.questions = questions
        self.as_of = as_of
        self._catalogue = catalogue
        self._standards = standards
        self.remarks: tuple[str, ...] = ()
        self.fields = fields_of(document.doctype) if document.doctype else {}

    @property
    def purpose(self) -> Purpose:
        """What the intake is for."""
        return purpose_of(self.document.type) or PURPOSES[0]

    @property
    def data(self) -> dict[str, Any]:
        """What the intake says."""
        return self.document.data

    @property
    def asked(self) -> str:
        """What each question asks for, in their order: the names under which an answer may be given."""
        asked = (
            f"{each.id} ({', '.join(f.name for f in each.fields)})" for each in sorted(self.questions, key=_number)
        )
        return f"The questions, each with what it asks for, are {'; '.join(asked)}."

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions that something is still missing for, the most valuable first."""
        return tuple(question for question in self.questions if question.open_fields(self.data))

    def answer(self, field: Field, given: Any, *, is_new: bool = True) -> list[Contradiction]:
        """Write an answer into the document, and tell with what it cannot hold together.

        One that is not new was written down earlier: what was ahead then may be past now.

        Raises:
            Refused: The answer cannot be taken; the document is as it was.
            Crossed: It has no place in coaching; the document is as it was.
        """
        answer = take(field, given, self.as_of if is_new else None)
        if boundary := boundary_in(field.name, _all_of(answer)):
            raise Crossed(boundary, field)
        known = set(contradictions(self.data, self._standards))
        self.remarks = answer.remarks
        self.document = written(self.document, field, answer, self._read)
        return [one for one in contradictions(self.data, self._standards) if one not in known]

    def want_plan_only(self) -> None:
        """Note that nothing but a development plan is wanted."""
        self.document = self._read(plan_only(self.document.text))

    def given(self, answers: Any, problems: list[Refused] | None = None) -> Iterator[Given]:
        """The answers of a file one by one, each for its value.

        Args:
            answers: What is in the file.
            problems: Takes what is the answer to nothing, and the second of two answers to the same.

        Raises:
            Refused: The file holds no answers; or what `problems` would take, where it is not given.
        """
        if not isinstance(answers, dict):
            raise Refused(
                "The file of answers has to be lines of the form “I13: answer”.", "See pmcoach intake --help."
            )
        seen: dict[str, Given] = {}
        for key, value in answers.items():
            try:
                for one in self._for(str(key), value):
                    earlier = seen.setdefault(one.field.name, one)
                    if earlier is not one and earlier.value != one.value:
                        message = f"“{one.field.name}” is answered twice, by {earlier.key} and by {one.key}."
                        raise Refused(message, "Keep one of the two.")
                    if earlier is one:
                        yield one
            except Refused as refused:
                if problems is None:
                    raise
                problems.append(refused)

    def _for(self, key: str, value: Any) -> Iterator[Given]:
        """The values that the answer under `key` is for."""
        if value in (None, "", [], {}):
            return
        question = next((each for each in self.questions if each.id.casefold() == key.casefold()), None)
        field = self.fields.get(name_key(key))
        if question is None and field is None:
            meant = did_you_mean(nearest(key, [each.name for each in self.fields.values()]))
            raise Refused(f"“{key}” is no question of the intake bank.{meant}", self.asked)
        if question is None or len(question.fields) == 1:
            field = field or (question.fields[0] if question else None)
            if field:
                yield Given(key, field, value)
            return
        known = {name_key(each.name): each for each in question.fields}
        names = ", ".join(each.name for each in question.fields)
        if isinstance(value, str):
            value = parted(question, value, self.as_of) or value
        if not isinstance(value, dict):
            raise Refused(f"{key} asks for several values.", f"Give each by its name: {names}.")
        for name, part in value.items():
            if name_key(str(name)) not in known:
                raise Refused(f"{key} has no “{name}”.", f"It asks for {names}.")
            if part not in (None, "", []):
                yield Given(f"{key}, {name}", known[name_key(str(name))], part)

    def _read(self, text: str) -> Document:
        if "\r\n" in self.document.text:
            text = re.sub(r"(?<!\r)\n", "\r\n", text)
        return read_again(self.document, text, self._catalogue)


def prefilled(session: Session, pack: dict[str, Any]) -> None:
    """Answer what an existing coaching pack, or the first page of an engagement, says already.

    What cannot be taken from it stays open.
    """
    said = _said_of_client if pack.get("type") == "engagement" else _said_by
    for name, value in said(pack).items():
        field = session.fields.get(name_key(name))
        if field is None or value in (None, "", [], {}):
            continue
        try:
            session.answer(field, value, is_new=False)
        except (Refused, Crossed):
            continue


def _said_by(pack: dict[str, Any]) -> dict[str, Any]:
    """What a coaching pack says, by the names of the values of an intake."""
    definition, assessment = pack.get("definition", {}), pack.get("assessment", {})
    context, cadence = pack.get("context", {}), pack.get("cadence", {})
    levels, plans = assessment.get("levels", ()), pack.get("plan", {}).get("bets", ())
    return {
        "PM": pack.get("pm"),
        "Coach": pack.get("coach"),
        "Team": pack.get("team"),
        "Title": pack.get("role"),
        "Stage": pack.get("stage"),
        "Scope": context.get("scope") or definition.get("scope"),
        "Decision rights": definition.get("decision_rights"),
        "Good here": [text for each in definition.get("competencies", ()) for text in each.get("behaviours", ())],
        "Strengths": assessment.get("strengths"),
        "Challenges": [each["gap"] for each in levels if each.get("gap") and each.get("gap_type") in ("skill", "both")],
        "Evidence": [_evidence(each) for each in assessment.get("evidence", ()) if each.get("evidence")]
        or [text for each in levels for text in each.get("evidence", ()) if day_in_front(text, 0, len(text))],
        "Coaching goal": context.get("goal"),
        "Coming work": [text for each in plans for text in each.get("stretch", ())],
        "Constraints": assessment.get("constraints") or context.get("constraints"),
        "Start": pack.get("start"),
        "Weeks": pack.get("weeks"),
        "Practice time": _minutes(context.get("time_budget")),
        "Coach time": _minutes(cadence.get("coach_time")),
        "Meetings": without_skipped(str(cadence.get("rhythm", ""))),
        "Session length": _minutes(cadence.get("session_length")),
    }


def _said_of_client(page: dict[str, Any]) -> dict[str, Any]:
    """What the first page of an engagement says, by the names of the values of an engagement intake."""
    rate, health = page.get("rate", {}), page.get("relationship", {})
    return {
        "Client": page.get("client"),
        "Start": page.get("start"),
        "Scope": page.get("scope"),
        "Rate": rate.get("rate"),
        "Basis": rate.get("basis"),
        "Baseline": rate.get("baseline"),
        "Client expectations": page.get("expectations"),
        "Client team": page.get("team"),
        "Stakeholders": page.get("stakeholders"),
        "Trust": health.get("trust"),
        "Openness to change": health.get("openness"),
        "Client maturity": page.get("maturity"),
        "Strategic opportunities": [{"opportunity": text} for text in page.get("opportunities", ())],
    }


def _evidence(record: dict[str, Any]) -> dict[str, str]:
    said = {key: record.get(key, "") for key in ("date", "evidence", "artifact")}
    return {**said, "area": record.get("competency", "")}


def _minutes(value: Any) -> str | None:
    if isinstance(value, dict):
        return f"{value['from']}–{value['to']} minutes"
    return f"{value} minutes" if value else None


def _all_of(answer: Answer) -> str:
    return "\n".join([answer.text, *answer.items, *(" | ".join(row) for row in answer.rows)])


def _number(question: Question) -> tuple[int, str]:
    digits = re.sub(r"\D", "", question.id)
    return (int(digits) if digits else 0, question.id)
