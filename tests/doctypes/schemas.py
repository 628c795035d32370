"""A type of document to try things on: the record of a decision."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

DECISION: dict[str, Any] = {
    "title": "Decision",
    "type": "object",
    "required": ["type", "when", "why", "options"],
    "properties": {
        "type": {"const": "decision", "title": "Type", "x-markdown": {"frontmatter": True}},
        "when": {"$ref": "common.schema.json#/$defs/date", "title": "When", "x-markdown": {"frontmatter": True}},
        "state": {
            "title": "State",
            "type": "string",
            "enum": ["open", "taken"],
            "x-words": {"taken": ["done"]},
            "x-markdown": {"frontmatter": True},
        },
        "why": {"title": "Why", "type": "string", "x-markdown": {"section": "Why"}},
        "choice": {
            "title": "Choice",
            "type": "object",
            "x-markdown": {"section": "Choice"},
            "properties": {
                "chosen": {
                    "title": "Chosen",
                    "type": "string",
                    "x-ref": {"to": ["options"]},
                    "x-markdown": {"label": "Chosen"},
                }
            },
        },
        "options": {
            "title": "Options",
            "type": "array",
            "x-markdown": {"section": "Options", "rows": ["table", "items"]},
            "items": {
                "type": "object",
                "title": "Option",
                "required": ["option"],
                "properties": {
                    "option": {
                        "title": "Option",
                        "type": "string",
                        "x-markdown": {"column": "Option", "title": True},
                    },
                    "effort": {"title": "Effort", "type": "integer", "x-markdown": {"column": "Effort"}},
                },
            },
        },
    },
}

DOCUMENT = """\
---
type: decision
when: 5 October 2026
---

# A decision

## Why

It is cheaper.

## Options

| Option | Effort |
|---|---|
| Build | 5 |
| Buy | 1 |
"""

Path_ = tuple[str | int, ...]


def changed(path: Path_, value: Any = None, schema: dict[str, Any] = DECISION) -> dict[str, Any]:
    """A copy of `schema` with another `value` at `path`; without one, what stands there is taken out."""
    copied = copy.deepcopy(schema)
    part: Any = copied
    for step in path[:-1]:
        part = part[step]
    if value is None:
        del part[path[-1]]
    else:
        part[path[-1]] = value
    return copied


def write(folder: Path, name: str, schema: Any) -> Path:
    """Write a schema into a folder, each entry on a line of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.schema.json"
    path.write_text(json.dumps(schema, indent=2, ensure_ascii=False), encoding="utf-8")
    return path
