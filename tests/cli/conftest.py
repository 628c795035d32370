"""A repository to run `pmcoach` in, and the program itself, inside this process or as a process of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from pmcoach_lint.cli import main

ROOT = Path(__file__).parents[2]


class Ended(NamedTuple):
    """How a run of the program ended."""

    code: int
    output: str
    errors: str = ""


Run = Callable[..., Ended]


@pytest.fixture
def repo(repo: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The repository with a folder `packs`; nothing of the environment shows."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    (repo / "packs").mkdir()
    return repo


@pytest.fixture
def run(repo: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `pmcoach` with some arguments and, if given, what comes on standard input."""

    def run(*arguments: str, stdin: bytes = b"") -> Ended:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(arguments)
        return Ended(code, *capsys.readouterr())

    return run


@pytest.fixture
def process(repo: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs `python -m pmcoach_lint` as a process of its own, with these changes to its environment."""

    def process(
        *arguments: str, stdout: int = subprocess.PIPE, **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "pmcoach_lint", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            check=False,
        )

    return process
