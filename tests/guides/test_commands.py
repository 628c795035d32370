"""Every command that a guide has somebody type does what the guide says: all of them are run, in their order."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.generate import clients
from tests.guides.steps import steps

ROOT = Path(__file__).parents[2]
GUIDES = ROOT / "docs" / "guides"
UNFINISHED = {"pmcoach lint packs/pm-30.md", "pmcoach lint packs/clients/contoso", "pmcoach lint --fail-on warning"}
"""The commands that find something on purpose: what was begun there is not filled in yet."""
IN_AN_EMPTY_FOLDER = ("first-pack", "fractional")
IN_A_REPOSITORY = ("reviewing", "writing-a-rule")
ON_THE_EXAMPLES = ("scoring", "frameworks", "from-week-to-week", "own-repository", "../getting-started", "../../README")
ASKING = {
    "pmcoach log packs/pm-07.md",
    'pmcoach init --source "/path/to/pmcoach-lint[site]"',
}
"""The commands that ask at a terminal, and the one in which the reader puts an address of their own."""
SAID = {
    "first-pack": {
        "pmcoach lint packs/pm-30.md": "still to fill in",
        "pmcoach score packs/pm-30.md": "of 30",
    },
    "fractional": {
        "pmcoach report packs/clients/contoso": "2026-10",
        "pmcoach status": "contoso",
    },
    "reviewing": {
        "pmcoach score packs/example-pm-03-discovery-depth.md": "of 30",
        "pmcoach rule gap-without-evidence": "PMC410",
    },
    "writing-a-rule": {"pmcoach rule vague-label": "allow = []", "pmcoach rule": "vague-label"},
}
"""A word of what the commands print, on which the guide relies."""


def commands(guide: str) -> list[str]:
    """The lines of the guide's blocks of shell commands."""
    text = (GUIDES / guide).with_suffix(".md").read_text(encoding="utf-8")
    return [line for step in steps(text) if step.language == "shell" for line in step.text.splitlines()]


def run(command: str, folder: Path) -> tuple[int, str]:
    """Run a command as somebody types it, with our own program, without a terminal; questions are answered by a file.

    The dialogue itself is tested in a terminal, by `tests/cli/test_intake.py`.
    """
    if command.startswith("pmcoach intake") and "--for engagement" in command:
        (folder / "answers.json").write_text(json.dumps(clients.ANSWERS), encoding="utf-8")
        command = f"{command} --answers answers.json"
    line = re.sub(
        r"\b(pmcoach|mkdocs)(?= )",
        lambda name: f"{shlex.quote(sys.executable)} -m {_MODULES[name[1]]}",
        command,
        count=1,
    )
    ended = subprocess.run(  # noqa: S602 - our own guide
        line,
        shell=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return ended.returncode, ended.stdout + ended.stderr


_MODULES = {"pmcoach": "pmcoach_lint", "mkdocs": "mkdocs"}


def test_what_guides_tell_of_the_examples_works_on_them(tmp_path: Path) -> None:
    for name in ("packs", "docs/standards"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "packs" / "pm-07-strategic-thinking.md", tmp_path / "packs" / "pm-07.md")
    (tmp_path / "pmcoach.toml").write_text("as-of = 2026-11-23\n", encoding="utf-8")
    shown = [
        command for guide in ON_THE_EXAMPLES for command in commands(guide) if command.startswith(("pmcoach", "mkdocs"))
    ]
    assert len(shown) > 15
    for command in dict.fromkeys(shown):
        if command in ASKING:
            continue
        for file in re.findall(r"new \S+ (\S+)", command):
            (tmp_path / file).unlink(missing_ok=True)
        code, printed = run(command, tmp_path)
        if "next-cycle" in command:  # the guide says so: not while the cycle lasts
            assert (code, "cannot begin yet" in printed) == (2, True), printed
            continue
        assert code == (1 if command.endswith("--diff") else 0), (command, printed)
        written = re.search(r" -o (\S+)", command)
        assert (tmp_path / written[1]).exists() if written else printed.strip(), command


class Followed(NamedTuple):
    """A guide that somebody has followed: the folder, and how each command ended and what it printed."""

    folder: Path
    ended: dict[str, tuple[int, str]]


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Followed]:
    """Follows a guide from its first command to its last, once."""

    @cache
    def follow(guide: str) -> Followed:
        top = folder = tmp_path_factory.mktemp(guide)
        ended = {}
        if guide in IN_A_REPOSITORY:
            run("pmcoach init", folder)
        for command in commands(guide):
            if command.startswith("cd "):
                folder /= command.removeprefix("cd ")
            else:
                ended[command] = run(command, folder)
        return Followed(top, ended)

    return follow


@pytest.mark.parametrize("guide", [*IN_AN_EMPTY_FOLDER, *IN_A_REPOSITORY])
def test_every_command_does_what_the_guide_says(guide: str, followed: Callable[[str], Followed]) -> None:
    ended = followed(guide).ended
    for command, (code, printed) in ended.items():
        assert code in ((0, 1) if command in UNFINISHED else (0,)), (command, printed)
    assert {command: words for command, words in SAID[guide].items() if words not in ended[command][1]} == {}


def test_the_client_gets_to_see_what_is_marked_for_it(tmp_path: Path, followed: Callable[[str], Followed]) -> None:
    shutil.copytree(followed("fractional").folder, tmp_path, dirs_exist_ok=True)
    log = tmp_path / "packs" / "clients" / "contoso" / "event-log.md"
    log.write_text(
        log.read_text(encoding="utf-8").replace("visibility: private", "visibility: internal, client:contoso"),
        encoding="utf-8",
    )
    code, told = run(commands("fractional")[-1], tmp_path)
    assert code == 0, told
    page = (tmp_path / "site-contoso" / "clients" / "contoso" / "index.html").read_text(encoding="utf-8")
    assert "Pilot stopped by its rule" in page
    assert not (tmp_path / "site-contoso" / "packs" / "example-pm-03-discovery-depth").exists()
    run("git init", tmp_path)
    assert "site-contoso" not in run("git status --short", tmp_path)[1]


def test_all_that_the_guide_to_a_fractional_engagement_logs_is_counted(followed: Callable[[str], Followed]) -> None:
    log = (followed("fractional").folder / "packs" / "clients" / "contoso" / "event-log.md").read_text(encoding="utf-8")
    assert log.index("Specs for the portal") < log.index("Pilot stopped by its rule")
