"""The guide to a type of one's own, followed word for word in an empty repository."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.guides.steps import Step, patched, steps
from tests.site.conftest import build

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guides" / "own-type.md"


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository of somebody who has followed the guide; on the way, each command has printed what it shows."""
    folder = tmp_path_factory.mktemp("follower")
    (folder / ".git").mkdir()
    program = folder / ".bin" / "pmcoach"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pmcoach_lint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    for step in steps(GUIDE.read_text(encoding="utf-8")):
        follow(step, folder)
    return folder


def follow(step: Step, folder: Path) -> None:
    """Do what one block of the guide says."""
    path = folder / step.file
    if step.is_shown:
        assert path.read_text(encoding="utf-8") == step.text
    elif step.language == "diff":
        path.write_text(patched(path.read_text(encoding="utf-8"), step.text), encoding="utf-8")
    elif step.file:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(step.text, encoding="utf-8")
    for command, output in step.commands:
        assert printed(command, folder) == output, command


def printed(command: str, folder: Path) -> str:
    """What a command prints in the terminal of somebody who follows the guide."""
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
    path = f"{folder / '.bin'}{os.pathsep}{kept['PATH']}"
    ended = subprocess.run(  # noqa: S602 - our own guide
        command,
        shell=True,
        cwd=folder,
        env={**kept, "PATH": path, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return ended.stdout + ended.stderr


def test_the_guide_can_be_followed(repository: Path) -> None:
    assert (repository / "schemas" / "examples" / "decision" / "checkout.md").is_file()
    commands = [command for step in steps(GUIDE.read_text(encoding="utf-8")) for command, _ in step.commands]
    for command in ("pmcoach new", "pmcoach lint", "pmcoach export", "pmcoach schema test"):
        assert any(each.startswith(command) for each in commands), command


def test_the_site_has_the_pages_that_the_guide_names(repository: Path, tmp_path: Path) -> None:
    site = build(repository / "mkdocs.yml", tmp_path / "site")
    named = [step.text.split() for step in steps(GUIDE.read_text(encoding="utf-8")) if step.text.startswith("site/")]
    assert len(named) == 1
    for name in named[0]:
        assert (tmp_path / name).is_file(), name
    page = (site / "documents" / "decision" / "decisions" / "checkout" / "index.html").read_text(encoding="utf-8")
    assert '<h1 id="guest-checkout">Guest checkout</h1>' in page
    described = (site / "reference" / "types" / "decision" / "index.html").read_text(encoding="utf-8")
    assert "What tipped the balance: evidence, not taste." in described


def test_the_guide_explains_each_keyword_that_it_uses() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    for keyword in ("enum", "x-words", "x-ref", "rows", "column", "replace", "rule", "at", "aliases", "title"):
        assert f"`{keyword}`" in text, keyword
