"""The commit hook, as another repository uses it: real pre-commit, real git, this project's own hook definition.

pre-commit clones the project, builds the wheel and installs it into an environment of its own. Nothing is fetched for
it: the build tool and the libraries are the ones that the tests themselves run with.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.bench import corpus
from tests.doctypes.schemas import DOCUMENT, changed, write

ROOT = Path(__file__).parents[1]
GIT_SETTINGS = {
    "GIT_AUTHOR_NAME": "pm-07",
    "GIT_AUTHOR_EMAIL": "pm-07@northwind.example",
    "GIT_COMMITTER_NAME": "pm-07",
    "GIT_COMMITTER_EMAIL": "pm-07@northwind.example",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
OFFLINE_PIP = {
    "PIP_NO_INDEX": "1",
    "PIP_NO_BUILD_ISOLATION": "0",  # pip reads this one the other way round: 0 turns isolation off
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_CONFIG_FILE": os.devnull,
    "PYTHONPATH": sysconfig.get_path("purelib"),
}


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which git and pre-commit touch nothing of the machine's own."""
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PIP_", "PRE_COMMIT"))
    }
    home = tmp_path_factory.mktemp("pre-commit-home")
    return inherited | GIT_SETTINGS | OFFLINE_PIP | {"PRE_COMMIT_HOME": str(home), "NO_COLOR": "1"}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Path:
    """The project as others would clone it: the files that git keeps, as they are now, in one commit."""
    clone = tmp_path_factory.mktemp("published")
    listed = run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], ROOT, environment)
    for name in listed.stdout.split("\0"):
        source, target = ROOT / name, clone / name
        if name and source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    commit_all(clone, environment)
    return clone


@pytest.fixture
def repository(tmp_path: Path, published: Path, environment: dict[str, str]) -> Path:
    """A repository of a team that uses the hook, with one clean pack."""
    revision = run(["git", "rev-parse", "HEAD"], published, environment).stdout.strip()
    config = f"repos:\n  - repo: {published.as_uri()}\n    rev: {revision}\n    hooks:\n"
    config += "      - id: pmcoach-lint\n      - id: pmcoach-schema\n"
    (tmp_path / ".pre-commit-config.yaml").write_text(config, "utf-8")
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "clean.md").write_text(corpus.pack(1), "utf-8")
    commit_all(tmp_path, environment)
    return tmp_path


def run(command: list[str], folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command and keep what it prints; only pre-commit may fail."""
    allowed_to_fail = "pre_commit" in command
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=not allowed_to_fail,
    )


def commit_all(folder: Path, environment: dict[str, str]) -> None:
    """Make a repository of a folder, with everything in it committed."""
    run(["git", "init", "--quiet", "--initial-branch=main"], folder, environment)
    run(["git", "add", "--all"], folder, environment)
    run(["git", "commit", "--quiet", "--message=Start"], folder, environment)


def run_hooks(folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run pre-commit on what is staged, as `git commit` does."""
    run(["git", "add", "--all"], folder, environment)
    return run([sys.executable, "-m", "pre_commit", "run", "--color", "never"], folder, environment)


def test_a_broken_pack_stops_the_commit_at_its_cell(repository: Path, environment: dict[str, str]) -> None:
    text = corpus.with_mistake(corpus.pack(2))
    (repository / "packs" / "broken.md").write_text(text, "utf-8")
    line, column = place_of(text, "Analize")

    result = run_hooks(repository, environment)

    assert result.returncode == 1, result.stdout + result.stderr
    assert f"packs/broken.md:{line}:{column}" in result.stdout
    assert "clean.md" not in result.stdout


def test_a_clean_pack_passes(repository: Path, environment: dict[str, str]) -> None:
    (repository / "packs" / "another.md").write_text(corpus.pack(3), "utf-8")

    result = run_hooks(repository, environment)

    assert result.returncode == 0, result.stdout + result.stderr
    assert "Passed" in result.stdout


def test_files_outside_the_packs_are_left_alone(repository: Path, environment: dict[str, str]) -> None:
    (repository / "README.md").write_text(corpus.with_mistake(corpus.pack(4)), "utf-8")

    result = run_hooks(repository, environment)

    assert result.returncode == 0, result.stdout + result.stderr
    assert "Passed" in result.stdout


def test_a_schema_with_a_problem_stops_the_commit(repository: Path, environment: dict[str, str]) -> None:
    write(repository / "schemas", "decision", changed(("requierd",), ["why"]))

    result = run_hooks(repository, environment)

    assert result.returncode == 1, result.stdout + result.stderr
    assert "schemas/decision.schema.json:105:3: error PMC007" in result.stdout


def test_a_schema_whose_examples_hold_passes(repository: Path, environment: dict[str, str]) -> None:
    examples = {"pass": [{"text": DOCUMENT}]}
    write(repository / "schemas", "decision", changed(("x-examples",), examples))

    result = run_hooks(repository, environment)

    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout.count("Skipped") == 1  # the check of packs, of which none has changed
    assert result.stdout.count("Passed") == 1


def place_of(text: str, word: str) -> tuple[int, int]:
    """The line and column of a word, both counted from 1."""
    before = text[: text.index(word)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")
