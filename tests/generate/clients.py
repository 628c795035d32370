"""An engagement intake for tests: an answer to each question of the engagement bank."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from pmcoach_lint.doctypes import Catalogue, DocType
from pmcoach_lint.document import Document, read_document
from pmcoach_lint.generate.client.folder import TYPES, draft_engagement
from pmcoach_lint.generate.client.said import Client, client_of
from pmcoach_lint.generate.intake.bank import questions_of
from pmcoach_lint.generate.intake.session import Session
from pmcoach_lint.generate.scaffold import scaffold
from tests.generate.intakes import library, standards

TODAY = date(2026, 11, 30)

ANSWERS: dict[str, Any] = {
    "E1": {"Client": "Contoso Travel", "Start": "2027-01-11", "Adviser": "fractional-02"},
    "E2": "16 hours a week until June, for the booking team. Left out: tickets, the billing product.",
    "E3": {"Rate": "€130 an hour", "Basis": "By timesheet, as the price of a senior one", "Baseline": "€85 an hour"},
    "E4": ["The head of product: “Somebody who gets the backlog under control.”"],
    "E5": [
        "“Write the PRDs for the new checkout.”",
        "Can you run the standups while she is away?",
        "“Give the board a slide on AI.”",
    ],
    "E6": {
        "Meeting role": "Facilitator: chairs refinement",
        "Work type": "Execution: nine specs since May",
        "Access level": "Team",
        "Rate discussion": "Compared with a contractor's",
    },
    "E7": {
        "Current level": "Expert Executor",
        "Target level": "Strategic Advisor",
        "Gap": "Nobody here can say which of the eleven items of the plan serves renewal",
    },
    "E8": [
        "tactical | 60% | 20%",
        "operational | 20% | 15%",
        "strategic | 15% | 40%",
        "capability building | 5% | 25%",
    ],
    "E9": [
        "pm-51 | Bookings | Delivers on the day, alone | Takes requests as they come and asks nobody what for | Apply",
        {
            "PM": "pm-52",
            "Role": "Billing",
            "Capability": "Ranks unasked, by a criterion",
            "Gap": "Does not speak to executives",
            "Level": "Analyze",
        },
    ],
    "E10": [
        "pm-51 | rarely | sometimes | rarely | rarely",
        "pm-52 | usually | sometimes | sometimes | rarely",
    ],
    "E11": [
        "pm-51 | Took the sales team's export as it came on 3 November | Whoever rings up comes first | Lists features",
        "pm-52 | Asked finance what the report is for | By margin | Tables without a first sentence",
    ],
    "E12": ["pm-51 | Share of requests questioned | 10% | 50%", "pm-51 | Calls with customers | 1 | 4"],
    "E13": ["cfo-02 | Decides on the fee | A reason in figures", "cpo-05 | Sponsor | Dates that hold"],
    "E14": {
        "Trust": "cpo-05 shows me drafts before they go out",
        "Openness to change": "Two leaders asked for a ranking",
        "Client maturity": "Delivery is sound; nothing was ever stopped for its result",
    },
    "E15": [
        {
            "Opportunity": "Bookings that lose money",
            "Today": "I write specs for more of them",
            "Alternative": "Find out which bookings lose money, and let cpo-05 decide which to stop",
            "Benefit": "About €12,000 a month",
            "Otherwise": "The audit in June finds it first",
            "Metric": "Margin a booking",
            "Target": "5% (3% today)",
        },
    ],
    "E16": "€6,500 a month",
    "E17": ["The quarter cut from eleven items to five | Two developers free for six weeks | Minutes of 12 November"],
    "E18": {
        "First session": "2027-01-19",
        "Meetings": "every two weeks, Tuesdays at 10:00",
        "Session length": "60 minutes",
        "Days off": ["2027-02-02", "2027-02-15 to 2027-02-19"],
    },
}
"""An answer to each question."""


def intake_type() -> DocType:
    """The type of an engagement intake."""
    doctype = Catalogue.own().find("engagement-intake")
    assert doctype
    return doctype


def session(answers: dict[str, Any] | None = None) -> Session:
    """An engagement intake with these answers."""
    document = read_document(scaffold(intake_type()).encode(), "contoso-intake.md")
    made = Session(document, questions_of(standards(), intake_type()), TODAY, standards=standards())
    for _, field, value in made.given(answers or {}):
        made.answer(field, value)
    return made


def client(answers: dict[str, Any] | None = None) -> Client:
    """What these answers say of the client."""
    made = session(answers)
    return client_of(made.document, standards(), made.questions)


def folder(answers: dict[str, Any] | None = None) -> dict[str, Document]:
    """The drafted documents out of these answers, read."""
    catalogue = Catalogue.own()
    known = {name: found for name in TYPES if (found := catalogue.find(name))}
    texts = draft_engagement(client(answers), known, standards(), library(), TODAY)
    return {name: read_document(text.encode(), name) for name, text in texts.items()}


def file_of(path: Path, answers: dict[str, Any]) -> Path:
    """The intake with these answers, written to a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(session(answers).document.text, encoding="utf-8")
    return path
