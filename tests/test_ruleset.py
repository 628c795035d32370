"""The rules as the settings want them: a wrong name or value is told, and options reach the checks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint import ruleset
from pmcoach_lint.document import Document
from pmcoach_lint.engine import Linter
from pmcoach_lint.finding import Severity
from pmcoach_lint.rules import Rule, all_rules
from pmcoach_lint.rules.registry import Option, Options
from pmcoach_lint.settings import SettingsError, load_settings
from pmcoach_lint.syntax.source import Offence


def today(document: Document, options: Options) -> Iterator[Offence]:
    """Tell the day and the option."""
    yield Offence("today", (0, 0), f"{options.as_of} {options['longest']}")


RULE = Rule("PMC999", "today", Severity.ERROR, today, options=(Option("longest", 120, "How long."),))


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    known = (*all_rules(), RULE)
    monkeypatch.setattr(ruleset, "all_rules", lambda: known)


def told(settings: str) -> str:
    Path("pmcoach.toml").write_text(settings)
    Path("pack.md").write_text("---\ntype: coaching-pack\n---\n")
    report = Linter(load_settings(Path())).lint(Path("pack.md"))
    (message,) = (finding.message for finding in report.findings if finding.code == "PMC999")
    return message


def test_a_check_is_told_the_day_and_the_defaults() -> None:
    assert told("") == f"{date.today()} 120"  # noqa: DTZ011 - the tool's own day


@pytest.mark.parametrize("name", ["PMC999", "today"])
def test_the_settings_pin_the_day_and_change_options(name: str) -> None:
    assert told(f'as-of = "2026-11-20"\n[rules.{name}]\nlongest = 90\n') == "2026-11-20 90"
    assert told(f"as-of = 2026-11-20\n[rules.{name}]\nlongest = 90\n") == "2026-11-20 90"


@pytest.mark.parametrize(
    ("rules", "message", "hint"),
    [
        ({"todya": {}}, "The settings: There is no rule “todya”. Did you mean “today”?", "See: pmcoach rule"),
        (
            {"today": {"length": 1}},
            "The settings: The rule today has no option “length”.",
            "It has: longest.",
        ),
        (
            {"today": {"longest": "90"}},
            "The settings: The option “longest” of today is of another kind.",
            "Its default is 120.",
        ),
        (
            {"unreadable-file": {"longest": 1}},
            "The settings: The rule unreadable-file has no option “longest”.",
            "It has none.",
        ),
    ],
)
def test_what_there_is_not_is_told(rules: dict[str, Any], message: str, hint: str) -> None:
    from dataclasses import replace

    with pytest.raises(SettingsError) as caught:
        Linter(replace(load_settings(Path()), rules=rules))
    assert (caught.value.message, caught.value.hint) == (message, hint)
