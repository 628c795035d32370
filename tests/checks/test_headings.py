"""A heading that only leads to parts is no part that is empty or in the wrong place."""

from __future__ import annotations

from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.settings import Settings
from tests.packs import WHOLE

CODES = ("PMC302", "PMC304")


def codes(text: str, settings: Settings) -> list[str]:
    return [each.code for each in lint_bytes(text.encode(), "pack.md", settings).findings if each.code in CODES]


def led(text: str) -> str:
    """The pack whose parts 3 and on stand below a heading `Plan`, one level down."""
    begin = text.index("## 3)")
    return (
        f"{text[:begin]}## Plan\n\n{text[begin:].replace('## ', '### ').replace('## 4) Development Plan', '## Reps')}"
    )


def test_a_heading_that_leads_to_parts_is_none(settings: Settings) -> None:
    assert codes(led(WHOLE), settings) == []


def test_a_part_that_is_empty_and_misplaced_is_still_told(settings: Settings) -> None:
    begin, end = WHOLE.index("## 3)"), WHOLE.index("## 4)")
    text = f"{WHOLE[:begin]}## 7) Risks / Open questions / Next steps\n\n{WHOLE[begin:end]}"
    assert codes(text, settings) == ["PMC302", "PMC304"]
