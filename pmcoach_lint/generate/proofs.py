"""What an engagement has to show for itself: artifacts, contributions and entries of the log, each told once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.doctypes import LOG
from pmcoach_lint.document import Document
from pmcoach_lint.engagement.backing import Record, named_in, records_of, resting_on
from pmcoach_lint.engagement.logged import STRATEGIC
from pmcoach_lint.engagement.position import assessments
from pmcoach_lint.generate.markdown import one_line
from pmcoach_lint.regex import regex
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.workspace import Workspace

FIGURE = regex(r"[€$£¥]\s?\d|\d[\d,.]*\s?(?:%|[A-Z]{3}\b|percent\b|in 100\b|(?:\w+-)?(?:hours|days|weeks)\b)")
"""A figure that a client reckons with: money, a share, or time."""


class Proof(NamedTuple):
    """Something strategic that was done: the day, what it was, what it changed, and where that is written down."""

    date: str
    title: str
    impact: str
    where: str
    record: Record


def proofs_of(workspace: Workspace) -> Iterator[Proof]:
    """The artifacts and contributions with their outcomes, and the strategic entries of the log with a business impact.

    An entry that an artifact or a contribution names as its own, or that is about the same, is told by that, and a
    contribution by the artifact that it names as its proof.
    """
    told: set[str] = set()
    records = records_of(workspace)
    artifacts = [record for record in records if not record.path]
    logged, shown_there = [record for record in records if record.path and record.document.is_a(LOG)], list[Record]()
    shown = [record for record in artifacts if record.document.data.get("outcome")]
    for record in artifacts:
        told.add(str(record.document.data.get("log", "")))
    for record in shown:
        data = record.document.data
        where = f"[{data.get('title', record.title)}]({_beside(workspace, record.document)})"
        shown_there += resting_on("", str(data.get("title", "")), logged)
        yield Proof(record.date, one_line(data.get("title", "")), one_line(data["outcome"]), where, record)
    entries = [(record, value_at(record.document, record.path)) for record in records if record.path]
    for record, entry in entries:
        outcome = "" if record.document.is_a(LOG) else _outcome(entry)
        if outcome:
            told.update(entry.get("events", ()))
            claim = str(entry.get("title") or entry.get("contribution") or "")
            shown_there += resting_on(str(entry.get("evidence", "")), claim, logged)
            if not named_in(str(entry.get("evidence", "")), shown):
                yield _contribution(record, entry, outcome)
    for record, entry in entries:
        named = {record.date, record.id, entry.get("title")} - {""}
        if (
            entry.get("impact")
            and entry.get("work_type") in STRATEGIC
            and not told & named
            and record not in shown_there
        ):
            where = f"Event log, {record.date}"
            yield Proof(record.date, one_line(entry.get("title", "")), one_line(entry["impact"]), where, record)


def _outcome(entry: dict[str, Any]) -> str:
    """What came of a contribution: as it says, or what happened where that tells a figure."""
    happened = str(entry.get("happened", ""))
    return str(entry.get("outcome") or (happened if FIGURE.search(happened) else ""))


def _contribution(record: Record, entry: dict[str, Any], outcome: str) -> Proof:
    """What a portfolio tells; a row that has no title is called by what was contributed."""
    title = one_line(entry.get("title") or entry.get("contribution") or "")
    where = f"Evidence portfolio, {record.id or entry.get('title') or record.date or title}"
    return Proof(record.date, title, one_line(outcome), one_line(where), record)


def _beside(workspace: Workspace, artifact: Document) -> str:
    """The way from the latest assessment to an artifact."""
    found = assessments(workspace)
    base = os.path.dirname(found[-1].source.file) if found else ""  # noqa: PTH120 - a path of a text, of no file
    return os.path.relpath(artifact.source.file, base or ".").replace(os.sep, "/")
