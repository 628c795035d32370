"""The program at a real terminal, and somebody who answers it."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys

from tests.cli.conftest import ROOT

PATIENCE = 90
"""Seconds after which a terminal that says nothing has failed."""


def talk(answers: list[tuple[str, str]], *arguments: str) -> tuple[int, str]:
    """Run the program at a real terminal, give each answer when its question has come, and return what was shown."""
    parent, child = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "pmcoach_lint", *arguments],
        stdin=child,
        stdout=child,
        stderr=child,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb"},
        close_fds=True,
        start_new_session=True,
    )
    os.close(child)
    shown = ""
    waiting = list(answers)
    while True:
        ready, _, _ = select.select([parent], [], [], PATIENCE)
        assert ready, f"nothing more came after {shown!r}"
        try:
            piece = os.read(parent, 4096).decode("utf-8", "replace")
        except OSError:
            break
        if not piece:
            break
        shown += piece
        if waiting and shown.rstrip().endswith(waiting[0][0]):
            os.write(parent, waiting.pop(0)[1].encode())
    os.close(parent)
    assert not waiting, f"never asked: {waiting}, but {shown!r}"
    return program.wait(), shown
