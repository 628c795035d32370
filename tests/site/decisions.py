"""A type of a team's own, of which the site knows nothing but its schema, and documents of it."""

from __future__ import annotations

import json

SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Product Decision Record",
    "description": "One decision about the product: what was decided, by whom, and why.",
    "type": "object",
    "required": ["type", "owner", "date", "status", "visibility", "decision"],
    "properties": {
        "type": {"title": "Type", "const": "decision", "x-markdown": {"frontmatter": True}},
        "owner": {
            "$ref": "common.schema.json#/$defs/handle",
            "title": "Decided by",
            "description": "Who decides.",
            "x-markdown": {"frontmatter": True},
        },
        "date": {"$ref": "common.schema.json#/$defs/date", "title": "Decided on", "x-markdown": {"frontmatter": True}},
        "area": {"$ref": "common.schema.json#/$defs/text", "title": "Area", "x-markdown": {"frontmatter": True}},
        "readers": {
            "$ref": "common.schema.json#/$defs/texts",
            "title": "Told to",
            "x-markdown": {"frontmatter": "told-to"},
        },
        "status": {"$ref": "common.schema.json#/$defs/status", "x-markdown": {"frontmatter": True}},
        "visibility": {"$ref": "common.schema.json#/$defs/visibility", "x-markdown": {"frontmatter": True}},
        "decision": {
            "$ref": "common.schema.json#/$defs/text",
            "title": "Decision",
            "description": "What was decided.",
            "x-markdown": {"section": "Decision"},
        },
    },
}
SCHEMA_FILE = {"schemas/decision.schema.json": json.dumps(SCHEMA)}

DECISION = """\
---
type: decision
owner: pm-07
date: 2026-05-04
area: Checkout
told-to: [lead-02, pm-12]
status: active
visibility: internal
---

# Split payments come first

## Decision

Split payments before [loyalty points](points.md).
"""
"""It lints without a finding."""


def decision(title: str, **changes: str) -> str:
    """A decision with another title, and with other values of its front matter."""
    text = DECISION.replace("# Split payments come first", f"# {title}")
    for key, value in changes.items():
        text = "\n".join(f"{key}: {value}" if line.startswith(f"{key}: ") else line for line in text.split("\n"))
    return text
