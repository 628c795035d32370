"""`pmcoach init`: a repository for packs, ready to use, and never anything overwritten."""

from __future__ import annotations

import os
import re
import shutil
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.cli.conftest import Ended, Run
from tests.test_precommit import commit_all, environment
from tests.test_precommit import run as run_command

__all__ = ["environment"]

FILES = {
    "pmcoach.toml",
    "packs/example-pm-03-discovery-depth.md",
    "mkdocs.yml",
    "docs/about.md",
    ".pre-commit-config.yaml",
    ".github/workflows/packs.yml",
    ".gitignore",
}


def contents(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file() and ".git" not in file.relative_to(folder).parts)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


@pytest.fixture
def team(run: Run, repo: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new repository, and the current folder."""
    ended = run("init", "team")
    assert ended.code == 0
    assert re.fullmatch(
        r"Note: The check on every change installs pmcoach-lint\[site\]==[\d.]+ with pip\. "
        r"If your copy of it is elsewhere, name that in \.github/workflows/packs\.yml\.\n",
        ended.errors,
    )
    monkeypatch.chdir(repo / "team")
    return repo / "team"


def test_it_holds_all_that_is_needed_and_passes_the_check(run: Run, team: Path) -> None:
    assert contents(team).keys() == FILES
    assert run("lint", "--fail-on", "warning") == Ended(0, "1 document checked, nothing to fix.\n")
    assert run("status").output.splitlines()[1].startswith("packs/example-pm-03-discovery-depth.md  completed")


def test_running_it_again_changes_nothing(run: Run, team: Path) -> None:
    before = contents(team)
    assert run("init") == Ended(0, "This folder is ready already: nothing was changed.\n")
    assert contents(team) == before


def test_what_is_there_is_never_overwritten(run: Run, repo: Path) -> None:
    (repo / "mkdocs.yml").write_text("site_name: Ours\n", "utf-8")
    (repo / "pyproject.toml").write_text('[tool.pmcoach]\nfolders = ["people"]\n', "utf-8")
    (repo / "people").mkdir()
    (repo / "people" / "pm-07.md").write_text("---\ntype: coaching-pack\n---\n", "utf-8")
    before = contents(repo)
    ended = run("init")
    assert ended.code == 0
    after = contents(repo)
    assert {path: after[path] for path in before} == before
    assert after.keys() - before.keys() == FILES - {
        "pmcoach.toml",
        "mkdocs.yml",
        "packs/example-pm-03-discovery-depth.md",
    }
    assert b"pmcoach" not in after["docs/about.md"], "clients read this page as well"


def test_a_file_in_place_of_the_folder_is_told(run: Run, repo: Path) -> None:
    (repo / "team").write_text("x", "utf-8")
    assert run("init", "team") == Ended(2, "", "Error: team is no folder.\n")


def test_the_workflow_installs_what_it_is_told_to(run: Run, repo: Path) -> None:
    run("init", "team", "--source", "git+https://git.example/pmcoach-lint[site]")
    workflow = (repo / "team" / ".github" / "workflows" / "packs.yml").read_text("utf-8")
    assert 'pip install "git+https://git.example/pmcoach-lint[site]"' in workflow


def test_its_site_is_built_without_a_warning(team: Path, environment: dict[str, str]) -> None:
    built = run_command([sys.executable, "-m", "mkdocs", "build", "--strict"], team, environment)
    assert "WARNING  -" not in built.stdout + built.stderr
    assert "Discovery that can say no" in (team / "site" / "packs" / "index.html").read_text("utf-8")


def test_its_site_has_a_navigation_and_follows_the_reader_into_the_dark(
    team: Path, environment: dict[str, str]
) -> None:
    run_command([sys.executable, "-m", "mkdocs", "build", "--strict"], team, environment)
    page = (team / "site" / "packs" / "example-pm-03-discovery-depth" / "index.html").read_text("utf-8")
    tabs = re.findall(r'class="md-tabs__link">\s*([^<]+?)\s*<', page)
    assert tabs == ["Home", "Packs", "People", "Reference", "About"]
    assert re.findall(r'data-md-color-media="([^"]*)"', page) == [
        "(prefers-color-scheme)",
        "(prefers-color-scheme: light)",
        "(prefers-color-scheme: dark)",
    ]
    assert 'href="#1-definition-of-good-pm-in-this-context" title="Permanent link"' in page
    beside = (team / "site" / "reference" / "rules" / "index.html").read_text("utf-8")
    named = [" ".join(name.split()) for name in re.findall(r'<span class="md-ellipsis">([^<]+)<', beside)]
    for name in ("Frameworks", "Rules", "Who checks what", "Document types", "Settings", "Commands"):
        assert name in named


def mistaken(pack: Path) -> None:
    pack.write_text(pack.read_text("utf-8").replace("| Apply | Analyze | E1", "| Apply | Analize | E1"), "utf-8")


def test_its_hook_stops_a_commit_with_an_error(team: Path, environment: dict[str, str]) -> None:
    """Real pre-commit and real git; `pmcoach` is the program of this very environment."""
    environment = {**environment, "PATH": f"{sysconfig.get_path('scripts')}{os.pathsep}{environment['PATH']}"}
    commit_all(team, environment)
    hooks = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never"]
    passed = run_command(hooks, team, environment)
    assert (passed.returncode, "Passed" in passed.stdout) == (0, True), passed.stdout + passed.stderr
    mistaken(team / "packs" / "example-pm-03-discovery-depth.md")
    stopped = run_command(hooks, team, environment)
    assert stopped.returncode == 1
    assert "PMC210 not-a-level" in stopped.stdout


@pytest.fixture
def bare(environment: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """The environment of a program with windows: of the commands it knows git, and those of the system."""
    commands = tmp_path / "commands"
    commands.mkdir()
    for command in ("git", "sh", "grep"):
        found = shutil.which(command)
        assert found
        (commands / command).symlink_to(found)
    kept = {name: value for name, value in environment.items() if name.startswith(("GIT_", "PRE_COMMIT"))}
    return {**kept, "PATH": str(commands), "HOME": str(tmp_path)}


@pytest.mark.parametrize("beside", ["pre-commit", ".venv", ".local"])
def test_its_hook_finds_the_program_without_a_path_to_it(team: Path, bare: dict[str, str], beside: str) -> None:
    commit_all(team, bare)
    hooks = [sys.executable, "-m", "pre_commit"]
    if beside == "pre-commit":
        run_command([*hooks, "install"], team, bare)
    else:
        own = (team / ".venv/bin/python") if beside == ".venv" else (team.parent / "home/.local/bin/pmcoach")
        own.parent.mkdir(parents=True)
        module = "" if beside == ".venv" else "-m pmcoach_lint "
        own.write_text(f'#!/bin/sh\nexec {sys.executable} {module}"$@"\n', "utf-8")
        own.chmod(0o755)
        bare = {**bare, "HOME": str(team.parent / "home")}
    mistaken(team / "packs" / "example-pm-03-discovery-depth.md")
    stopped = run_command([*hooks, "run", "--all-files", "--color", "never"], team, bare)
    assert stopped.returncode == 1
    assert "PMC210 not-a-level" in stopped.stdout, stopped.stdout + stopped.stderr


def test_its_hook_says_what_to_do_where_the_program_is_not(team: Path, bare: dict[str, str]) -> None:
    commit_all(team, bare)
    hooks = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never"]
    stopped = run_command(hooks, team, bare)
    assert stopped.returncode == 1
    assert "The packs were not checked: pmcoach is not installed where git finds it." in stopped.stdout
    assert "python3 -m pre_commit install" in stopped.stdout
    assert "not found" not in stopped.stdout


@pytest.mark.parametrize(("is_one", "step"), [(False, "cd team && git init && "), (True, "cd team && ")])
def test_the_next_steps_begin_a_repository_only_where_there_is_none(
    run: Run, repo: Path, is_one: bool, step: str
) -> None:
    if not is_one:
        (repo / ".git").rmdir()
    assert f"\nNow: {step}pmcoach lint\nTo check every commit, once: " in run("init", "team").output
