"""The rules as the settings want them: a wrong name or value is told, and options reach the checks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint import ruleset
from pmcoach_lint.document import Document
from pmcoach_lint.engine import Linter
from pmcoach_lint.finding import Severity
from pmcoach_lint.rules import Rule, all_rules, rules_elsewhere
from pmcoach_lint.rules.registry import Option, Options
from pmcoach_lint.settings import SettingsError, load_settings
from pmcoach_lint.settings_values import PathRules
from pmcoach_lint.syntax.source import Offence
from tests.packs import TODAY


def today(document: Document, options: Options) -> Iterator[Offence]:
    """Tell the day and the option."""
    yield Offence((0, 0), f"{options.as_of} {options['longest']}")


RULE = Rule("PMC999", Severity.ERROR, today, options=(Option("longest", 120, "How long."),))


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    known = (*all_rules(), RULE)
    for name in ("all_rules", "rules_elsewhere"):
        monkeypatch.setattr(ruleset, name, lambda: known)


def told(settings: str) -> str:
    Path("pmcoach.toml").write_text(settings)
    Path("pack.md").write_text("---\ntype: coaching-pack\n---\n")
    report = Linter(load_settings(Path())).lint(Path("pack.md"))
    (message,) = (finding.message for finding in report.findings if finding.code == "PMC999")
    return message


def test_a_check_is_told_the_day_and_the_defaults() -> None:
    assert told("") == f"{TODAY} 120"


def test_a_check_is_told_the_frameworks_that_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    def levels(document: Document, options: Options) -> Iterator[Offence]:
        yield Offence((0, 0), options.standards.value_ladder[0].level)

    known = (*all_rules(), RULE._replace(check=levels))
    for name in ("all_rules", "rules_elsewhere"):
        monkeypatch.setattr(ruleset, name, lambda: known)
    assert told("") == "Staff Aug"


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
    with pytest.raises(SettingsError) as caught:
        Linter(load_settings(Path())._replace(rules=rules))
    assert (caught.value.message, caught.value.hint) == (message, hint)


TEXT = "---\ntype: coaching-pack\nvisibility: private\nstatus: draft\nstart: 2026-13-40\n---\n\n## Current Assessment\n"


def codes(path: str = "pack.md", **settings: Any) -> dict[str, str]:
    """The codes of what is found in a poor pack, each with its severity."""
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(TEXT)
    report = Linter(load_settings(Path())._replace(**settings)).lint(file)
    return {finding.code: finding.severity.value for finding in report.findings}


class TestSelection:
    def test_all_are_asked(self) -> None:
        assert codes() == {
            "PMC209": "error", "PMC201": "warning", "PMC301": "warning", "PMC302": "warning", "PMC999": "error"
        }  # fmt: skip

    def test_only_those_that_are_selected(self) -> None:
        assert set(codes(select=("PMC3",))) == {"PMC301", "PMC302"}
        assert set(codes(select=("PMC301", "today"))) == {"PMC301", "PMC999"}
        assert set(codes(select=("PMC3",), extend_select=("today",))) == {"PMC301", "PMC302", "PMC999"}

    def test_not_those_that_are_ignored(self) -> None:
        assert set(codes(ignore=("PMC2", "today"))) == {"PMC301", "PMC302"}
        assert set(codes(select=("PMC3",), ignore=("PMC301",))) == {"PMC302"}

    def test_severities_are_set_for_families_and_single_rules(self) -> None:
        found = codes(severities={"PMC3": Severity.ERROR, "PMC301": Severity.WARNING, "today": Severity.WARNING})
        assert (found["PMC301"], found["PMC302"], found["PMC999"]) == ("warning", "error", "warning")

    def test_paths_have_settings_of_their_own(self) -> None:
        per_path = {
            "archive/": PathRules(ignore=("PMC2",), severities={"PMC302": Severity.ERROR}),
            "*.draft.md": PathRules(ignore=("PMC999",)),
        }
        assert set(codes("archive/pack.md", per_path=per_path)) == {"PMC301", "PMC302", "PMC999"}
        assert codes("archive/pack.md", per_path=per_path)["PMC302"] == "error"
        assert set(codes("archive/x.draft.md", per_path=per_path)) == {"PMC301", "PMC302"}
        assert set(codes("pack.md", per_path=per_path)) == set(codes())

    @pytest.mark.parametrize("setting", ["select", "extend_select", "ignore"])
    def test_a_rule_that_there_is_not(self, setting: str) -> None:
        with pytest.raises(SettingsError) as caught:
            codes("pack.md", **{setting: ("PMC7777",)})
        assert caught.value.message.startswith("The settings: There is no rule “PMC7777”.")


def test_the_rules_about_clients_are_those_of_modules_that_are_called_so() -> None:
    about_clients = [rule for rule in all_rules() if rule.reads_engagements_only]
    modules = {rule.check.__module__.rpartition(".")[2] for rule in about_clients}

    assert {module.partition("_")[0] for module in modules} == {"engagement", "fractional"}
    assert modules.isdisjoint(rule.check.__module__.rpartition(".")[2] for rule in rules_elsewhere())
    assert {rule.code for rule in (*rules_elsewhere(), *about_clients)} == {rule.code for rule in all_rules()}
