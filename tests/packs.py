"""The smallest complete coaching pack, and the example packs, as texts for tests to change."""

from __future__ import annotations

from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "packs").glob("*.md"))
ACTIVE = ROOT / "packs" / "pm-07-strategic-thinking.md"

TODAY = date(2026, 10, 12)
"""The day on which the tests run."""

WHOLE = (ROOT / "schemas" / "examples" / "coaching-pack" / "whole.md").read_text(encoding="utf-8")
"""It has everything that is required and nothing else; it lints without a finding."""


def replaced(text: str, old: str, new: str) -> str:
    """`text` with the only place of `old` changed into `new`. Raises AssertionError when it stands there otherwise."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)
