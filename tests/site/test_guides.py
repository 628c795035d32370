"""The guides, README and CONTRIBUTING promise only what holds."""

from __future__ import annotations

import inspect
import json
import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from pmcoach_lint.cli import main
from pmcoach_lint.coaching.practice import at_most, reps_of
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import Document, read_document
from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.generate.scaffold import scaffold
from pmcoach_lint.readers.registry import READERS, Context
from pmcoach_lint.report import FORMATS, Style
from pmcoach_lint.report.text import render
from pmcoach_lint.resources import read_schema
from pmcoach_lint.rules import all_rules
from pmcoach_lint.rules.explanation import explain
from pmcoach_lint.rules.offences import offence
from pmcoach_lint.settings import Settings, load_settings
from pmcoach_lint.syntax.source import Offence
from tests.packs import ACTIVE, replaced
from tests.site.conftest import ROOT

GUIDES = {path.name: path for path in [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")]}
BROKEN = ("| Apply | Analyze | E1, E2, E3 |", "| Apply | Analize | E1, E2, E3 |")


def blocks(name: str, language: str) -> list[str]:
    """The blocks of code in a guide, without the indentation of the list that they stand in."""
    text = GUIDES[name].read_text(encoding="utf-8")
    found = re.findall(rf"^( *)```{language}\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL)
    return [re.sub(rf"(?m)^{indent}", "", block) for indent, block in found]


def rows(name: str, head: str) -> list[list[str]]:
    """The rows of the tables in a guide whose header begins with `head`."""
    found, inside = [], False
    for line in GUIDES[name].read_text(encoding="utf-8").splitlines():
        inside = line.startswith(f"| {head} |") or (inside and line.startswith("|"))
        if inside and not line.startswith((f"| {head} |", "|---")):
            found.append([cell.strip() for cell in line.strip("|").split(" | ")])
    return found


def document(front_matter: str, body: str) -> Document:
    return read_document(f"---\ntype: coaching-pack\n{front_matter}---\n\n{body}\n".encode(), "packs/a.md")


@pytest.mark.parametrize("name", ["README.md", "getting-started.md"])
def test_the_finding_that_is_shown_is_the_one_that_is_printed(name: str) -> None:
    text = ACTIVE.read_text(encoding="utf-8")
    assert text.count(BROKEN[0]) == 1
    report = lint_bytes(text.replace(*BROKEN).encode(), f"packs/{ACTIVE.name}", Settings(root=Path()))
    printed = "".join(render([report], Style(width=80)))
    (shown,) = [block for block in blocks(name, "text") if "PMC210" in block]
    assert shown.removeprefix("$ pmcoach lint\n") == printed


def test_all_the_headings_and_labels_shown_mean_the_same() -> None:
    headings, labels, *_ = blocks("writing-a-pack.md", "markdown")
    table = "| Competency | Current level | Target level | Evidence |\n|---|---|---|---|\n| A | Know | Apply | B |"
    for heading in headings.splitlines():
        assert document("", f"{heading}\n\n{table}").data["assessment"]["levels"][0]["target"] == "Apply", heading
    for label in labels.splitlines():
        assert document("", f"## Coaching cadence\n\n{label}").data["cadence"] == {"session_length": 50}, label


def test_the_lists_and_tables_shown_are_read() -> None:
    _, _, listed, table, headed, weeks, checkpoints, counted, levels, comment = blocks("writing-a-pack.md", "markdown")
    assert document("", f"## Context\n\n{listed}").data["context"] == {
        "constraints": ["The analyst has two hours a week.", "Nothing is released in December."]
    }
    (bet,) = document("", f"## Shared Vision\n\n{table}").data["vision"]["bets"]
    assert (bet["current"], bet["target"], len(bet["signals"])) == ("Apply", "Analyze", 2)
    (bet,) = document("", f"## Shared Vision\n\n{headed}").data["vision"]["bets"]
    assert (bet["bet"], bet["current"], bet["target"]) == ("Frame the problem first", "Apply", "Analyze")
    first, second = document("", f"## Plan\n\n{weeks}").data["plan"]["weeks"]
    assert (first["weeks"], second["bet"], second["artifact"]) == ({"from": 1, "to": 1}, "B1, B2", "Problem tree")
    baseline, midpoint = document("", f"## Follow-up\n\n{checkpoints}").data["follow_up"]["reviews"]
    assert [each["level"] for each in baseline["seen"]] == ["Understand", "Apply"]
    assert (midpoint["evidence"], midpoint["seen"]) == ("Problem tree, claim v1", [])
    before, first, second = document("", f"## Follow-up\n\n{counted}").data["follow_up"]["tracker"]
    assert (before["done"], first["week"], second) == ("Baseline", 1, {"week": 2})
    assert first["measures"][0] == {"measure": "Interviews done", "value": "2"}
    (level,) = document("", f"## Assessment\n\n{levels}").data["assessment"]["levels"]
    assert level["evidence"] == ["E1", "E2"]
    assert "lead-05" not in json.dumps(document("", f"## Assessment\n\n{comment}").data)


def test_the_lines_shown_in_passing_are_read() -> None:
    text = GUIDES["writing-a-pack.md"].read_text(encoding="utf-8")
    shown = set(re.findall("`([^`\n]+)`", text))
    heading, described, assessed, agenda = (
        "## Where pm-07 stands (assessment)",
        "- **Framing** – names who is stuck; counts how often",
        "- **Framing**: Apply → Analyze",
        "Wins (5), one artifact (30)",
    )
    assert {heading, described, assessed, agenda, "Prompts"} <= shown
    (competency,) = document("", f"## Good PM\n\n{described}").data["definition"]["competencies"]
    assert competency["behaviours"] == ["names who is stuck", "counts how often"]
    (level,) = document("", f"{heading}\n\n{assessed}\n  - Evidence: brief of 3 March").data["assessment"]["levels"]
    assert (level["current"], level["target"], level["evidence"]) == ("Apply", "Analyze", ["brief of 3 March"])
    cadence = document("", f"## Cadence\n\nAgenda: {agenda}\n\nPrompts\n- What next?").data["cadence"]
    assert [part["minutes"] for part in cadence["agenda"]] == [5, 30]
    assert cadence["prompts"] == ["What next?"]
    assert document("", "Goal: fewer escalations\nTime budget: 2 h").data["context"] == {
        "goal": "fewer escalations",
        "time_budget": 120,
    }


READ_AS: dict[str, tuple[str, Any]] = {
    "Apply": ("level", "Apply"),
    "from Apply to Analyze": ("level-change", {"from": "Apply", "to": "Analyze"}),
    "stays at Analyze": ("level-change", {"from": "Analyze", "to": "Analyze"}),
    "not known, which is an honest answer": ("level", "unknown"),
    "5 October 2026": ("date", "2026-10-05"),
    "weeks 1 to 8": ("weeks", {"from": 1, "to": 8}),
    "3 hours: where a pack asks for one length, the PM's counts": ("minutes", 180),
}


def forms() -> list[tuple[str, str]]:
    """Every form of a value that the guide shows, with what it says that this is read as."""
    table = rows("writing-a-pack.md", "You write")
    return [(form, meaning) for written, meaning in table for form in re.findall("`([^`]*)`", written)]


@pytest.mark.parametrize(("form", "meaning"), forms())
def test_every_form_shown_is_read_as_it_says(form: str, meaning: str) -> None:
    if meaning == "minutes":
        assert READERS["minutes"](form, Context()) in (45, 90)
        return
    reader, value = READ_AS[meaning]
    assert READERS[reader](form, Context()) == value


def test_a_pack_begun_as_the_guide_says_is_unfinished_and_nothing_worse() -> None:
    """Evidence first, then the levels that it speaks of, while the competency model is blank."""
    (doctype,) = (each for each in Catalogue.own() if each.name == "coaching-pack")
    seen = [said.split(": ", 1) for _, said in rows("first-pack.md", "Instead of")]
    log = [f"| E{number} | {day} | {what} | Note | Strategy |" for number, (day, what) in enumerate(seen, 1)]
    text = replaced(scaffold(doctype), "| [ID] | [Date] | [Evidence] | [Artifact] | [Competency] |", "\n".join(log))
    levels = "| [Competency] | [Current level] | [Target level] | [Evidence] | [Gap] |"
    text = replaced(text, levels, "| Strategy | Apply | Analyze | E1, E2 | Takes what comes |")
    text = replaced(text, "[skill / constraint / both / none / unknown] | [H / M / L]", "skill | H")
    found = lint_bytes(text.encode(), "packs/pm-30.md", Settings(root=Path(), as_of=date(2026, 11, 20))).findings
    assert [(finding.code, finding.severity) for finding in found] == [("PMC202", "warning")]


def test_the_forms_shown_are_many() -> None:
    assert len(forms()) > 20


def test_front_matter_settings_and_configurations_shown_are_valid(tmp_path: Path) -> None:
    (front,) = [block for block in blocks("getting-started.md", "yaml") if block.startswith("---")]
    read = read_document(front.encode(), "packs/pm-30.md")
    assert (read.data["status"], read.data["visibility"], read.offences) == ("draft", "private", {})
    loaded_settings = []
    for settings in blocks("own-repository.md", "toml"):
        (tmp_path / "pmcoach.toml").write_text(settings, encoding="utf-8")
        loaded_settings.append(load_settings(tmp_path))
    assert [each.folders for each in loaded_settings] == [("people/packs", "clients"), ("packs",)]
    assert [each.baseline for each in loaded_settings] == [None, "pmcoach-baseline.json"]
    for name in ("README.md", "own-repository.md"):
        loaded = [yaml.safe_load(block) for block in blocks(name, "yaml")]
        (hooks,) = [each["repos"][0]["hooks"] for each in loaded if isinstance(each, dict) and "repos" in each]
        offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
        assert {hook["id"] for hook in hooks} <= {hook["id"] for hook in offered}
        (site,) = [each for each in loaded if isinstance(each, dict) and "plugins" in each]
        assert site["plugins"] == ["search", {"pmcoach": {"audience": "internal"}}]
        assert site["theme"]["font"] is False


def test_the_table_of_formats_has_all_of_them() -> None:
    shown = [row[0] for row in rows("own-repository.md", "`--output-format`")]
    assert shown == [f"`{name}`" for name in FORMATS]


def test_the_commands_shown_for_ci_systems_can_be_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each writes the file that the lines around it pass on."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "pm-07.md").write_bytes(ACTIVE.read_bytes())
    jobs = [block for block in blocks("own-repository.md", "yaml") if "pmcoach lint --output-format" in block]
    assert len(jobs) == 3
    for job in jobs:
        assert isinstance(yaml.safe_load(job), dict)
        (command,) = re.findall(r"pmcoach (lint .*)", job)
        assert main(command.split()) == 0
        for written in re.findall(r"--output-file (\S+)", command):
            assert job.count(f": {written}\n") == 1
            assert (tmp_path / written).is_file()


def test_the_rule_shown_to_contributors_works() -> None:
    (source,) = blocks("CONTRIBUTING.md", "python")
    codes: list[str] = []

    def rule(code: str, *_: object, **__: object) -> Callable[[Any], Any]:
        codes.append(code)
        return lambda check: check

    names: dict[str, Any] = {
        "rule": rule,
        "Document": Document,
        "Iterator": Iterator,
        "Offence": Offence,
        "at_most": at_most,
        "reps_of": reps_of,
        "offence": offence,
    }
    exec(compile(source, "CONTRIBUTING.md", "exec"), names)  # noqa: S102 - our own text
    assert not {known.code for known in all_rules()} & set(codes)
    check = names["rep_too_long"]
    explanation = explain(inspect.getdoc(check) or "")
    assert explanation.summary
    assert explanation.why
    assert explanation.advice
    for example in explanation.examples:
        read = read_document(example.text.encode(), "packs/a.md")
        offences = list(check(read))
        assert [read.text[slice(*offence.span)] for offence in offences] == (["180"] if example.bad else [])
    assert len(explanation.examples) == 2


def test_the_schemas_shown_to_contributors_are_valid() -> None:
    meta = read_schema("binding.meta.schema.json")
    for name in ("CONTRIBUTING.md", "architecture.md"):
        (block,) = blocks(name, "json")
        schema = {"type": "object", "properties": json.loads(f"{{{block}}}")}
        keywords = {"x-markdown": meta["properties"]["x-markdown"]}
        for part in _bindings(schema):
            Draft202012Validator({"properties": keywords, "$defs": meta["$defs"]}).validate({"x-markdown": part})


def _bindings(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if "x-markdown" in node:
            yield node["x-markdown"]
        for part in node.values():
            yield from _bindings(part)


def test_every_keyword_has_its_line_on_the_architecture_page() -> None:
    meta = read_schema("binding.meta.schema.json")
    told = {word for names, _ in rows("architecture.md", "Keyword") for word in re.findall(r"`([^`]+)`", names)}
    marks = meta["properties"]["x-markdown"]["properties"]
    assert [key for key in marks if not told & {key, f"x-markdown.{key}"}] == []
    assert [key for key in meta["properties"] if key.startswith("x-") and key not in {*told, "x-markdown"}] == []


def test_every_layer_has_its_line_on_the_architecture_page() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = settings["tool"]["importlinter"]["contracts"][0]
    layers = {layer for line in contract["layers"] for layer in line.split(" | ")}
    told = " ".join(" ".join(row) for row in rows("architecture.md", "Layer"))
    assert layers == {word.rstrip("/") for word in re.findall(r"`([^`]+)`", told) if word.rstrip("/") in layers}


def test_pictures_are_there_and_small() -> None:
    shown = re.findall(r"!\[[^\]]+\]\(([^)]*)\)", GUIDES["README.md"].read_text(encoding="utf-8"))
    assert len(shown) >= 1
    for path in shown:
        assert 10_000 < (ROOT / path).stat().st_size < 200_000


def test_links_between_the_files_at_the_top_lead_somewhere() -> None:
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        for link in re.findall(r"(?<!!)\[[^\]]*\]\(([^)#]*)\)", GUIDES[name].read_text(encoding="utf-8")):
            assert link.startswith("https://") or (ROOT / link).exists(), f"{name}: {link}"
