"""The three documents of an engagement, filled in by hand as their usual templates have them, and what they say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FRONT = """\
---
type: {type}
status: active
visibility: client:northwind
---

"""

_FOLDER = Path(__file__).parents[1] / "data" / "filled"


def _filled(kind: str) -> tuple[str, dict[str, Any]]:
    """The body of a document, and what stands in it."""
    text = (_FOLDER / f"{kind}.md").read_text(encoding="utf-8")
    return text.removeprefix(FRONT.format(type=kind)), json.loads((_FOLDER / f"{kind}.json").read_bytes())


ASSESSMENT, ASSESSMENT_DATA = _filled("value-assessment")
PLAN, PLAN_DATA = _filled("coaching-plan")
PROPOSAL, PROPOSAL_DATA = _filled("work-proposal")

DOCUMENTS: dict[str, tuple[str, dict[str, Any]]] = {
    "value-assessment": (ASSESSMENT, ASSESSMENT_DATA),
    "coaching-plan": (PLAN, PLAN_DATA),
    "work-proposal": (PROPOSAL, PROPOSAL_DATA),
}
"""Each document and what it says, by its type."""
