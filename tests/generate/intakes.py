"""Intakes for tests: one with an answer to everything, and what makes sessions out of answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from pmcoach_lint.doctypes import Catalogue, DocType
from pmcoach_lint.document import Document, read_document
from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.finding import Finding
from pmcoach_lint.generate.draft.facts import facts_of
from pmcoach_lint.generate.draft.library import Library, read_library
from pmcoach_lint.generate.draft.outline import outline_of
from pmcoach_lint.generate.draft.pack import PARTS, draft
from pmcoach_lint.generate.intake.bank import Question, questions_of
from pmcoach_lint.generate.intake.session import Session
from pmcoach_lint.generate.scaffold import scaffold
from pmcoach_lint.settings import Settings
from pmcoach_lint.standards import Standards

TODAY = date(2026, 11, 23)

COMPLETE: dict[str, Any] = {
    "I1": {"Coach": "lead-04", "Coach's role": "I lead product for payments. pm-31 reports to me since May."},
    "I2": {
        "Team": "billing",
        "Product": "Billing for small firms: 6,200 paying customers, one squad of eight.",
        "Stage": "growth",
    },
    "I3": ["From 15 February nobody may change invoices."],
    "I4": {"PM": "pm-31", "Title": "Senior PM", "Scope": "Invoicing from draft to payment, in two countries."},
    "I5": {"Tenure": "Fourteen months here, three years as a PM before.", "Aspiration": "Wants to lead a group."},
    "I6": ["Runs releases without surprises: on 28 May the tax change went live on the promised day."],
    "I7": [
        "When a department brings a finished solution, pm-31 takes it as it is, as in the planning of 9 September.",
        "The roadmap takes on whatever comes in and drops nothing.",
    ],
    "I8": [
        "2026-09-09: Nine of eleven items of the roadmap are justified by who asked (Quarterly plan)",
        "2026-08-20: Eight interviews grouped by screen, with no claim across them (Interview summary)",
        "2026-10-02: Wrote within a day that payment errors were the cause; no rival explanation stands there (Note)",
    ],
    "I9": ["The engineering lead, in September: “We build what the ticket says and find out why in the demo.”"],
    "I10": "The product ladder of March 2026: “shapes the problem before the team commits to a solution”.",
    "I11": [
        "Before the Tuesday planning sends one page: who is stuck, how often, at what cost",
        "Writes down what was decided not to be done, and tells those who asked",
    ],
    "I12": "Alone: the order of the backlog. With lead-04: anything over a quarter of the squad's time.",
    "I13": "By 5 March 2027 pm-31 opens new work with a framed problem, and the roadmap has five items at most.",
    "I14": ["The council decides on 25 February whether the contract with the tax service is renewed."],
    "I15": ["Product cannot see churn by invoice type; finance holds the report."],
    "I16": {"Start": "2027-01-11", "Weeks": 8, "Days off": ["2027-02-04 to 2027-02-05", "2027-03-04"]},
    "I17": {
        "Practice time": "3 hours",
        "Coach time": "90 minutes",
        "Meetings": "weekly 1:1, Thursdays at 14:00",
        "Session length": "50 minutes",
    },
}
"""An answer to each question."""

FIRST_EXAMPLE = (
    "My PM is strong at execution but weak at strategy. Build an 8-week coaching plan, including an assessment and "
    "weekly reps."
)
SECOND_EXAMPLE = "Coach a senior PM to lead cross-functional alignment and improve exec comms."
BOUNDARY_EXAMPLE = "I need to start a PIP and document underperformance."
"""The requests of `coaching-pms`, “Examples”, as they stand there."""


def intake_type() -> DocType:
    """The type of an intake."""
    doctype = Catalogue.own().find("intake")
    assert doctype
    return doctype


def standards() -> Standards:
    """The frameworks of the package."""
    return Standards(Settings(root=Path("/nowhere")))


def questions() -> tuple[Question, ...]:
    """The questions of the package's bank."""
    return questions_of(standards(), intake_type())


def library() -> Library:
    """The libraries of the package."""
    return read_library(standards())


def session(answers: dict[str, Any] | None = None, text: str | None = None) -> Session:
    """An intake with these answers."""
    blank = text if text is not None else scaffold(intake_type())
    made = Session(read_document(blank.encode(), "intake.md"), questions(), TODAY)
    for _, field, value in made.given(answers or {}):
        made.answer(field, value)
    return made


def drafted(answers: dict[str, Any], *parts: str, **data: Any) -> Document:
    """The draft out of these answers, read."""
    said = {**session(answers).data, **data}
    known = library()
    text = draft(outline_of(facts_of(said, questions(), known, TODAY), known), parts or tuple(PARTS))
    return read_document(text.encode(), "draft.md")


def findings(text: str) -> tuple[Finding, ...]:
    """What the linter says of a draft on the day on which it was made."""
    return lint_bytes(text.encode(), "packs/draft.md", Settings(root=Path("/nowhere"), as_of=TODAY)).findings
