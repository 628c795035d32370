"""What a team may set about the rules on wording, and types of its own to which they apply."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pmcoach_lint.engine import lint_files
from pmcoach_lint.settings import load_settings
from tests.rules.cases import Case


def found(folder: Path, text: str, settings: str = "") -> list[tuple[str, str]]:
    (folder / "pmcoach.toml").write_text(settings, encoding="utf-8")
    (folder / "a.md").write_text(text, encoding="utf-8")
    (report,) = lint_files([folder / "a.md"], load_settings(folder))
    return [(one.rule, one.message) for one in report.findings if one.code.startswith("PMC8")]


@pytest.mark.parametrize(
    ("rule", "field", "text", "message"),
    [
        ("vague-label", "goal", "Show more Northwind spirit", "“Show more Northwind spirit” names no behaviour"),
        ("activity-as-goal", "goal", "Join the guild", "“Join the guild” is something to do"),
        ("unobservable-signal", "signal", "Good karma", "“Good karma” is nothing that"),
        ("personality-trait", "gap", "Is such an owl", "“Is such an owl” describes the person"),
        ("feedback-on-the-person", "feedback", "What an owl", "“What an owl” is about the person"),
        ("empty-feedback", "feedback", "Ship it!", "“Ship it!” does not say"),
        ("closed-question", "prompt", "All good, then?", "This is a closed question."),
        ("leading-question", "prompt", "Who else but you?", "“Who else but you …” has its answer in it."),
        ("advice-as-question", "prompt", "And the playbook?", "“And the playbook …” is advice"),
        ("coach-dependency", "commitment", "lead-02 takes the wheel", "“lead-02 takes the wheel” leaves"),
    ],
)
def test_a_team_adds_phrases_of_its_own(tmp_path: Path, rule: str, field: str, text: str, message: str) -> None:
    document = Case(rule, True, text, field).document
    assert found(tmp_path, document) == []
    ((name, said),) = found(tmp_path, document, f"[rules.{rule}]\nalso = [{json.dumps(text.strip('?!').lower())}]\n")
    assert (name, said[: len(message)]) == (rule, message)


@pytest.mark.parametrize(
    ("rule", "field", "text", "allowed"),
    [
        ("vague-label", "bet", "Be more strategic", "be more strategic"),
        ("activity-as-goal", "goal", "Attend a course on pricing", "attend a course on pricing"),
        ("unobservable-signal", "signal", "Better quality", "quality|better better|quality"),
        ("personality-trait", "gap", "Is too shy", "too shy|careful"),
        ("feedback-on-the-person", "feedback", "Great attitude", "great attitude"),
        ("empty-feedback", "feedback", "LGTM", "lgtm"),
        ("closed-question", "prompt", "Is it clear who decides?", "who decides"),
        ("leading-question", "prompt", "Isn't this a feature request?", "isn't this a feature request"),
        ("advice-as-question", "prompt", "Have you tried the five whys?", "have you tried the five whys"),
        ("coach-dependency", "commitment", "lead-02 approves the risk part", "@ approves the risk part"),
    ],
)
def test_a_team_lets_phrases_pass(tmp_path: Path, rule: str, field: str, text: str, allowed: str) -> None:
    document = Case(rule, True, text, field).document
    assert [name for name, _ in found(tmp_path, document)] == [rule]
    assert found(tmp_path, document, f"[rules.{rule}]\nallow = [{json.dumps(allowed)}]\n") == []


def test_a_type_of_ones_own_says_which_texts_are_looked_at(tmp_path: Path) -> None:
    text = {"type": "string", "title": "Aim", "description": "What to reach.", "x-markdown": {"label": "Aim"}}
    note = {**text, "title": "Note", "x-markdown": {"label": "Note"}}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Pact",
        "description": "A pact.",
        "type": "object",
        "required": ["type"],
        "properties": {
            "type": {"const": "pact", "title": "Type", "x-markdown": {"frontmatter": True}},
            "aim": {**text, "x-says": "goal"},
            "note": note,
        },
    }
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "pact.schema.json").write_text(json.dumps(schema), encoding="utf-8")
    pact = "---\ntype: pact\n---\n\n**Aim:** Be more strategic\n\n**Note:** Be more strategic\n"
    message = "“Be more strategic” names no behaviour that anybody could see."
    assert found(tmp_path, pact, 'schemas = ["schemas"]\n') == [("vague-label", message)]
