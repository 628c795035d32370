"""Documents are checked together with those that belong to them, and each finding is told once, where it stands."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from pmcoach_lint.engine import lint_files
from pmcoach_lint.settings import load_settings


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    subprocess.run(["git", "init", "-q"], check=True)
    return tmp_path


def write(**files: str) -> None:
    for name, text in files.items():
        path = Path(name.replace("__", "/")).with_suffix(".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


class TestCompetencyModels:
    PACK = "---\ntype: coaching-pack\ncompetency-model: {name}\n---\n"
    MODEL = "---\ntype: competency-model\nname: Checkout PMs\n---\n"

    @pytest.mark.parametrize(
        "name", ["Checkout PMs", "checkout pms", "../models/checkout.md", "packs/models/checkout.md"]
    )
    def test_a_model_is_known_by_its_name_and_its_path(self, name: str) -> None:
        write(packs__teams__pm=self.PACK.format(name=name), packs__models__checkout=self.MODEL)
        assert self.found("packs/teams/pm.md") == []

    @pytest.mark.parametrize("name", ["Checkout", "models/checkout.md", "packs/teams/pm.md"])
    def test_what_is_no_model_is_told_at_the_key(self, name: str) -> None:
        write(packs__teams__pm=self.PACK.format(name=name), packs__models__checkout_pm=self.MODEL)
        assert self.found("packs/teams/pm.md") == [("PMC403", 3, f"There is no competency model “{name}”.")]

    def found(self, path: str) -> list[tuple[str, int, str]]:
        (report,) = lint_files([Path(path)], load_settings(Path()))
        return [
            (finding.code, finding.range.start.line, finding.message)
            for finding in report.findings
            if finding.code == "PMC403"
        ]
