"""What most records of a list have alike is told once, as a form of one's own; what few have is told place by place."""

from __future__ import annotations

from pathlib import Path

from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.finding import Finding, Severity
from pmcoach_lint.settings import Settings

FRONT = "---\ntype: coaching-pack\nstatus: active\n---\n\n"
LEVELS = (
    FRONT + "## 2) Current Assessment\n\n| Competency | Current level | Target level | Evidence |\n|---|---|---|---|\n"
)
BETS = "## 3) Shared Vision\n\n| ID | Bet |\n|---|---|\n| B1 | Frame |\n\n"
TRACKER = FRONT + BETS + "## 6) Follow-up Tracker\n\n| Date | Bet | Rep or artifact done |\n|---|---|---|\n"
SETTINGS = Settings(root=Path())


def levels(*written: str) -> str:
    names = ("Problem framing", "Product strategy", "Leadership", "Product craft", "Execution")
    rows = (f"| {name} | {level} | Analyze | Brief of 3 March |\n" for name, level in zip(names, written, strict=False))
    return LEVELS + "".join(rows)


def found(text: str, *codes: str, settings: Settings = SETTINGS) -> list[Finding]:
    report = lint_bytes(text.encode(), "pack.md", settings)
    return [finding for finding in report.findings if finding.code in codes]


def test_a_column_of_unknown_levels_is_one_warning_that_shows_all_of_them() -> None:
    (finding,) = found(levels("Bronze", "Silver", "Apply", "Bronze"), "PMC210", "PMC216")
    assert finding.code == "PMC216"
    assert finding.severity is Severity.WARNING
    assert finding.message == "“Bronze” is not a Bloom level. It is the same with 2 more under “Levels”."
    assert (finding.range.start.line, finding.range.start.column) == (10, 21)
    places = [(related.range.start.line, related.message) for related in finding.related]
    assert places == [(11, "the same here"), (13, "the same here")]


def test_two_are_slips() -> None:
    findings = found(levels("Bronze", "Silver"), "PMC210", "PMC216")
    assert [(each.code, each.range.start.line, each.severity) for each in findings] == [
        ("PMC210", 10, Severity.ERROR),
        ("PMC210", 11, Severity.ERROR),
    ]


def test_so_are_three_where_most_are_read() -> None:
    rows = "".join(f"| 2026-10-{day:02} | B{1 if day < 5 else day} | Brief {day} |\n" for day in range(1, 8))
    findings = found(TRACKER + rows, "PMC420", "PMC216")
    assert [(each.code, each.range.start.line) for each in findings] == [("PMC420", n) for n in (20, 21, 22)]


def test_references_that_lead_nowhere_are_told_once_too() -> None:
    rows = "".join(f"| 2026-10-0{day} | {name} | Brief |\n" for day, name in enumerate(("red", "blue", "red", "B1"), 1))
    (finding,) = found(TRACKER + rows, "PMC420", "PMC216")
    assert finding.message == "There is no bet “red” in part 3. It is the same with 2 more under “Tracker”."
    assert [finding.range.start.line, *(each.range.start.line for each in finding.related)] == [16, 17, 18]


def test_each_is_told_where_the_rule_about_forms_is_not_asked() -> None:
    settings = SETTINGS._replace(ignore=("PMC216",))
    findings = found(levels("Bronze", "Silver", "Gold"), "PMC210", "PMC216", settings=settings)
    assert [each.code for each in findings] == ["PMC210"] * 3


def test_what_can_be_put_right_at_once_is_told_place_by_place() -> None:
    findings = found(levels("Analize", "Aply", "Evaluat"), "PMC210", "PMC216")
    assert [each.code for each in findings] == ["PMC210"] * 3
