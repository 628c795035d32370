"""The rules about levels where they look at a competency model as well, or are set otherwise by a team."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pmcoach_lint.engine import lint_files
from pmcoach_lint.settings import Settings

_LADDER = "| Competency | Observable behaviours | Bloom ladder |\n|---|---|---|\n| Framing | Says who is stuck | {} |\n"
_MODEL = "---\ntype: competency-model\nname: growth-pm\nbloom: {}\n---\n\n## Competencies\n\n" + _LADDER
_PACK = (
    "---\ntype: coaching-pack\ncompetency-model: model.md\nbloom: {}\n---\n\n## 2) Current Assessment\n\n"
    "| Competency | Current level | Target level | Evidence |\n|---|---|---|---|\n| Framing | Apply | {} | Brief |\n"
)


def found(folder: Path, texts: dict[str, str], code: str, **options: Any) -> list[tuple[str, str, str]]:
    """File, range and message of each finding of a rule."""
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    settings = Settings(root=folder, folders=(".",), rules={code: options} if options else {}, select=(code,))
    return [
        (
            Path(each.file).name,
            f"{each.range.start.line}:{each.range.start.column}-{each.range.end.column}",
            each.message,
        )
        for report in lint_files([folder / name for name in texts], settings)
        for each in report.findings
    ]


def test_a_pack_and_its_model_follow_one_edition(tmp_path: Path) -> None:
    model = _MODEL.format(2001, "Understand: explains<br>Apply: fills")
    message = "This pack follows the edition of 1956, and its competency model that of 2001."
    texts = {"pack.md": _PACK.format(1956, "Analyze"), "model.md": model}
    assert found(tmp_path, texts, "PMC705") == [("pack.md", "4:8-12", message)]
    assert found(tmp_path, {**texts, "pack.md": _PACK.format(2001, "Analyze")}, "PMC705") == []


def test_a_level_that_the_model_does_not_describe(tmp_path: Path) -> None:
    model = _MODEL.format(1956, "Understand: explains<br>Apply: fills")
    message = "The ladder of “Framing” does not describe Analyze."
    texts = {"pack.md": _PACK.format(1956, "Analyze"), "model.md": model}
    assert found(tmp_path, texts, "PMC703") == [("pack.md", "11:21-28", message)]


def test_a_model_has_gaps_of_its_own(tmp_path: Path) -> None:
    model = _MODEL.format(1956, "Understand: explains<br>Analyze: rules out")
    message = "The ladder of “Framing” does not describe Apply."
    assert found(tmp_path, {"model.md": model}, "PMC703") == [("model.md", "11:33-75", message)]


def test_a_team_may_want_whole_ladders(tmp_path: Path) -> None:
    model = {"model.md": _MODEL.format(1956, "Know: lists<br>Understand: explains<br>Apply: fills")}
    message = "The ladder of “Framing” does not describe Analyze, Synthesize and Evaluate."
    assert found(tmp_path, model, "PMC703") == []
    assert [each[2] for each in found(tmp_path, model, "PMC703", whole=True)] == [message]


def test_a_team_knows_verbs_of_its_own(tmp_path: Path) -> None:
    model = {"model.md": _MODEL.format(1956, "Know: maps the funnel<br>Understand: judges the frame")}
    judges = ("model.md", "11:70-76", "“judges” stands at Understand, and is a verb of Synthesize or Evaluate.")
    maps = ("model.md", "11:39-43", "“maps” stands at Know, and is a verb of Apply or Analyze.")
    assert found(tmp_path, model, "PMC706") == [judges]
    verbs = {"map": ["Apply", "Analyze"], "judge": ["Understand", "Evaluate"]}
    assert found(tmp_path, model, "PMC706", verbs=verbs) == [maps]


def test_a_team_sets_the_largest_step(tmp_path: Path) -> None:
    vision = "## 3) Shared Vision\n\n| ID | Bet | Level change |\n|---|---|---|\n| B1 | Frame first | Know → Apply |\n"
    pack = {"pack.md": f"---\ntype: coaching-pack\n---\n\n{vision}"}
    message = "Growth bet “B1: Frame first” goes up 2 levels in one cycle."
    assert found(tmp_path, pack, "PMC701") == []
    assert found(tmp_path, pack, "PMC701", largest=1) == [("pack.md", "9:22-34", message)]
