"""Words where a level, a day or a number belongs are a warning; what is nearly one is a slip, and an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.finding import Severity
from pmcoach_lint.settings import Settings

FRONT = "---\ntype: coaching-pack\nstatus: active\nstart: 2026-10-05\nweeks: 8\n---\n\n"
LEVELS = "## 2) Current Assessment\n\n| Competency | Current level | Target level | Evidence |\n|---|---|---|---|\n"
STEPS = "## 7) Risks / Open questions / Next steps\n\n### Next steps\n\n| Due | Step | Owner |\n|---|---|---|\n"
CODES = ("PMC209", "PMC210", "PMC211", "PMC216", "PMC218")


def told(text: str) -> list[tuple[str, Severity, str]]:
    findings = lint_bytes(text.encode(), "pack.md", Settings(root=Path())).findings
    return [
        (finding.code, finding.severity, f"{finding.range.start.line}:{finding.range.start.column} {finding.message}")
        for finding in findings
        if finding.code in CODES
    ]


def level(text: str) -> list[tuple[str, Severity, str]]:
    return told(f"{FRONT}{LEVELS}| Framing | {text} | Analyze | Brief of 3 March |\n")


def day(text: str) -> list[tuple[str, Severity, str]]:
    return told(f"{FRONT}{STEPS}| {text} | Send the brief | pm-07 |\n")


@pytest.mark.parametrize(
    "text",
    [
        "does it well in calm weeks",
        "pretty good on most days",
        "better than in spring",
        "solid when she has time",
        "gets there with some help",
    ],
)
def test_words_where_a_level_belongs_are_a_warning(text: str) -> None:
    assert level(text) == [("PMC218", Severity.WARNING, f"12:13 “{text}” is not a Bloom level.")]


@pytest.mark.parametrize("text", ["Bronze", "Analize", "L9", "Pretty good", "Expert"])
def test_what_is_short_is_a_slip(text: str) -> None:
    assert [(code, severity) for code, severity, _ in level(text)] == [("PMC210", Severity.ERROR)]


@pytest.mark.parametrize(
    "text",
    ["some time in the new year", "as soon as Legal agrees", "right after the board has met", "when data is there"],
)
def test_words_where_a_day_belongs_are_a_warning(text: str) -> None:
    assert day(text) == [("PMC218", Severity.WARNING, f"14:3 “{text}” is no date.")]


@pytest.mark.parametrize(
    "text", ["2026-12-01 or 2026-12-08", "1 Dec / or later", "board day (1 December)", "W02", "week 2", "KW 49"]
)
def test_a_day_beside_something_else_is_meant(text: str) -> None:
    assert day(text) == [("PMC218", Severity.WARNING, f"14:3 “{text}” is no date.")]


@pytest.mark.parametrize(
    ("text", "code"), [("2026-13-40", "PMC209"), ("32 October 2026", "PMC209"), ("soon", "PMC211")]
)
def test_what_is_nearly_a_day_is_an_error(text: str, code: str) -> None:
    assert [(code, severity) for code, severity, _ in day(text)] == [(code, Severity.ERROR)]


@pytest.mark.parametrize(
    "text", ["Apply, and in calm weeks more", "Apply (when she has time for it)", "Applying it on her own"]
)
def test_a_level_with_words_behind_it_is_one(text: str) -> None:
    assert level(text) == []
