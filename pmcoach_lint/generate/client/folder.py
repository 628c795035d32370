"""The whole folder of an engagement: its documents by the names of their files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pmcoach_lint.doctypes import ASSESSMENT, ENGAGEMENT, LOG, PLAN, PROPOSAL, DocType
from pmcoach_lint.generate.client.assessment import assessment_data
from pmcoach_lint.generate.client.needs import heard
from pmcoach_lint.generate.client.page import log_text, needs_data, page_data
from pmcoach_lint.generate.client.plan import plan_data, plan_name
from pmcoach_lint.generate.client.proposal import proposal_data
from pmcoach_lint.generate.client.said import Client
from pmcoach_lint.generate.client.writing import Data, document_text, without_gaps
from pmcoach_lint.generate.draft.library import Library
from pmcoach_lint.generate.markdown import TBD
from pmcoach_lint.standards import Standards

TYPES = (ENGAGEMENT, ASSESSMENT, PROPOSAL, "artifact", PLAN, LOG)
"""The types of the documents in a folder."""


def draft_engagement(
    client: Client, known: Mapping[str, DocType], standards: Standards, library: Library, as_of: date
) -> dict[str, str]:
    """The documents of an engagement.

    Args:
        client: What is known of it.
        known: The types of its documents by their names (`TYPES`).
        standards: The horizons, client needs and phases that hold.
        library: The libraries that sessions are made from.
        as_of: The day on which it is drafted.

    Returns:
        The text of each file by its name in the folder, each text ending with a line break.
    """
    common = {
        "client": client.name or TBD,
        "date": as_of.isoformat(),
        "status": "draft",
        "visibility": "internal",
    }
    requests = heard(client, standards.client_needs)
    assessed = known[ASSESSMENT]
    begun = {"signals": _begun(assessed, "position", "signals"), "time": _begun(assessed, "opportunities", "time")}
    drafts: dict[str, tuple[str, Data]] = {
        "engagement.md": (ENGAGEMENT, page_data(client, requests, standards)),
        "value-assessment.md": (ASSESSMENT, assessment_data(client, requests, library, as_of, begun)),
        "proposal.md": (PROPOSAL, proposal_data(client, standards.horizons, library, as_of)),
        "artifacts/client-needs.md": ("artifact", needs_data(client, requests)),
    }
    planned = known[PLAN]
    parts = {
        "indicators": _begun(planned, "assessment", "indicators"),
        "patterns": _begun(planned, "assessment", "patterns"),
        "sessions": _begun(planned, "sessions"),
        "metrics": _begun(planned, "metrics"),
    }
    for pm in client.pms:
        drafts[plan_name(pm.handle)] = (PLAN, plan_data(client, pm, library, as_of, parts))
    texts = {file: document_text(known[name], common | data) for file, (name, data) in drafts.items()}
    texts["event-log.md"] = log_text(known[LOG], common, client, library, as_of)
    return dict(sorted(texts.items()))


def _begun(doctype: DocType, *path: str) -> list[Data]:
    """The rows that a part of a new document of a type begins with; nothing where they have a gap to fill in."""
    schema: Any = doctype.binding
    for step in path:
        schema = schema.fields[step]
    rows: list[Data] = without_gaps(schema.schema.get("default", []))
    return rows
