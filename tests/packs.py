"""The smallest complete coaching pack, the example packs and the frameworks, for tests to change."""

from __future__ import annotations

from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "packs").glob("*.md"))
ACTIVE = ROOT / "packs" / "pm-07-strategic-thinking.md"

PM_03 = (ROOT / "packs" / "pm-03-discovery-depth.md").read_text("utf-8")
PM_07 = ACTIVE.read_text("utf-8")
PM_21 = (ROOT / "packs" / "pm-21-first-ninety-days.md").read_text("utf-8")
"""Packs that their tests take apart: one completed, one active, one an honest draft."""

TODAY = date(2026, 10, 12)
"""The day on which the tests run."""

WHOLE = (ROOT / "schemas" / "examples" / "coaching-pack" / "whole.md").read_text(encoding="utf-8")
"""It has everything that is required and nothing else; it lints without a finding."""

FRAMEWORKS = [
    "coaching-checklists",
    "coaching-rubric",
    "coaching-workflow",
    "competency-library",
    "engagement-bank",
    "engagement-rubric",
    "horizons",
    "intake-bank",
    "positioning-matrix",
    "practice-library",
    "principles",
    "quality-standards",
    "risk-catalogue",
    "value-ladder",
    "work-dimensions",
    "workflow-phases",
]
"""The frameworks that come with the package, by their types."""


def write(path: Path, text: str) -> Path:
    """Write a file, and the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def replaced(text: str, old: str, new: str) -> str:
    """`text` with the only place of `old` changed into `new`. Raises AssertionError when it stands there otherwise."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)
