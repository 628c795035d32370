"""An intake that tests give answers to."""

from __future__ import annotations

import json
from pathlib import Path

from pmcoach_lint.document import read_document

DAY = ("--as-of", "2026-11-23")
PATH = "packs/pm-31-intake.md"


def answers(repo: Path, given: object) -> str:
    (repo / "answers.json").write_text(json.dumps(given), encoding="utf-8")
    return "answers.json"


def said(repo: Path, path: str = PATH) -> dict[str, object]:
    return read_document((repo / path).read_bytes(), path).data
