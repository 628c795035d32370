"""The whole folder of an engagement: its documents by the names of their files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pmcoach_lint.doctypes import ASSESSMENT, ENGAGEMENT, LOG, PLAN, PROPOSAL, DocType
from pmcoach_lint.generate.client.assessment import assessment_data
from pmcoach_lint.generate.client.ground import Ground
from pmcoach_lint.generate.client.page import log_text, needs_data, page_data
from pmcoach_lint.generate.client.plan import plan_data, plan_name
from pmcoach_lint.generate.client.proposal import proposal_data
from pmcoach_lint.generate.client.said import Client
from pmcoach_lint.generate.client.writing import Data, document_text
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
        "visibility": client.visibility,
    }
    ground = Ground(client, known, standards, library, as_of)
    drafts: dict[str, tuple[str, Data]] = {
        "engagement.md": (ENGAGEMENT, page_data(ground)),
        "value-assessment.md": (ASSESSMENT, assessment_data(ground)),
        "proposal.md": (PROPOSAL, proposal_data(ground)),
        "artifacts/client-needs.md": ("artifact", needs_data(ground)),
        **{plan_name(pm.handle): (PLAN, plan_data(ground, pm)) for pm in client.pms},
    }
    texts = {file: document_text(known[name], common | data) for file, (name, data) in drafts.items()}
    texts["event-log.md"] = log_text(ground, common)
    return dict(sorted(texts.items()))
