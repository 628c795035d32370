"""What is missing where something stands that nothing reads may be told there: it is a warning, and asks."""

from __future__ import annotations

import pytest

from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.finding import Finding
from pmcoach_lint.settings import Settings
from tests.packs import WHOLE, replaced

MISSING = "“Risks / Open questions / Next steps” has no “Risks”."


def missing(text: str, settings: Settings) -> Finding:
    """The one finding about risks that are missing."""
    report = lint_bytes(text.encode(), "pack.md", settings)
    (finding,) = [each for each in report.findings if each.code == "PMC201"]
    return finding


def headed(heading: str) -> str:
    """The whole pack, whose risks stand below another `heading` of the same part."""
    return replaced(WHOLE, "### Risks\n", f"### {heading}\n")


def test_what_is_missing_is_an_error_where_all_is_read(settings: Settings) -> None:
    begin, end = WHOLE.index("### Risks"), WHOLE.index("### Open questions")
    finding = missing(WHOLE[:begin] + WHOLE[end:], settings)
    assert (finding.severity, finding.message) == ("error", MISSING)
    assert finding.hint is not None
    assert "Nothing reads" not in finding.hint


def test_it_is_a_warning_that_asks_where_something_is_not_read(settings: Settings) -> None:
    text = headed("Clouds on the horizon")
    finding = missing(text, settings)
    line = text[: text.index("### Clouds")].count("\n") + 1
    assert finding.severity == "warning"
    assert finding.message == f"As far as it can be read, {MISSING}"
    assert finding.hint is not None
    assert finding.hint.startswith(
        f"Nothing reads the heading “Clouds on the horizon” (line {line}): is it told there?"
    )


def test_a_name_that_is_misspelt_raises_no_doubt(settings: Settings) -> None:
    assert missing(headed("Rissks"), settings).severity == "error"


def test_what_is_not_read_in_another_part_raises_none(settings: Settings) -> None:
    begin, end = WHOLE.index("### Risks"), WHOLE.index("### Open questions")
    part = WHOLE.index("## 6)")
    text = WHOLE[:begin] + WHOLE[end:]
    text = f"{text[:part].rstrip()}\n\n### Clouds on the horizon\n\n- It may rain\n\n{text[part:]}"
    assert missing(text, settings).severity == "error"


@pytest.mark.parametrize("count", [2, 5])
def test_several_are_named_together(settings: Settings, count: int) -> None:
    more = "".join(f"### Cloud {letter}\n\nIt may rain.\n\n" for letter in "BCDEF"[: count - 1])
    text = replaced(headed("Cloud A"), "### Open questions", f"{more}### Open questions")
    hint = missing(text, settings).hint or ""
    names = "“Cloud A” and “Cloud B”" if count == 2 else "“Cloud A”, “Cloud B”, “Cloud C” and 2 more"
    line = text[: text.index("### Cloud A")].count("\n") + 1
    assert hint.startswith(f"Nothing reads {names} (from line {line} on): is it told there?")


def test_a_part_may_stand_below_another_heading(settings: Settings) -> None:
    begin, end = WHOLE.index("## 4)"), WHOLE.index("## 5)")
    text = f"{WHOLE[:begin]}## Sayings that help\n\nA card with three of them.\n\n{WHOLE[end:]}"
    (finding,) = [each for each in lint_bytes(text.encode(), "pack.md", settings).findings if each.code == "PMC301"]
    assert finding.severity == "warning"
    assert finding.message == "As far as it can be read, part 4, “Development Plan”, is missing."
    assert finding.hint is not None
    assert finding.hint.startswith("Nothing reads “Sayings that help”: is it “Development Plan”?")
