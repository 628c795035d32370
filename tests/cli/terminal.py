"""The program at a terminal of its own, and a person who reads what it says and types."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import termios
from contextlib import suppress
from fcntl import ioctl

from tests.cli.conftest import ROOT

PATIENCE = 90
"""Seconds after which a terminal that says nothing has failed."""


class Terminal:
    """A run of the program at a terminal; `text` is all that it has shown."""

    def __init__(self, *arguments: str) -> None:
        self.screen, other = pty.openpty()
        self.program = subprocess.Popen(
            [sys.executable, "-m", "pmcoach_lint", *arguments],
            stdin=other,
            stdout=other,
            stderr=other,
            env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb"},
            start_new_session=True,
            preexec_fn=_own_terminal,  # noqa: PLW1509 - the only way to a terminal of its own
        )
        os.close(other)
        self.text = ""
        self.at = 0

    def expect(self, words: str) -> None:
        """Read on until `words` are on the screen."""
        while words not in self.text[self.at :]:
            assert self.read(), f"waited for {words!r} in vain; the screen says: {self.text[-800:]}"
        self.at = self.text.index(words, self.at) + len(words)

    def read(self) -> bool:
        """Read what is shown next, and tell whether there was anything before the program ended."""
        ready, _, _ = select.select([self.screen], [], [], PATIENCE)
        assert ready, f"nothing more has come; the screen says: {self.text[-800:]}"
        try:
            shown = os.read(self.screen, 4096).decode("utf-8", "replace").replace("\r\n", "\n")
        except OSError:  # how Linux tells that nobody writes to a terminal any more
            return False
        self.text += shown
        return bool(shown)

    def type(self, line: str) -> None:
        """Type a line, and press Enter."""
        self.press(f"{line}\n")

    def press(self, keys: str) -> None:
        """Press some keys."""
        os.write(self.screen, keys.encode())

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        self._leave_with("\x03")

    def leave(self) -> None:
        """Press Ctrl-D."""
        self._leave_with("\x04")

    def _leave_with(self, key: str) -> None:
        """Press a key until it is heard: Python misses the one that comes just before it begins to read."""
        for _ in range(PATIENCE):
            self.press(key)
            with suppress(subprocess.TimeoutExpired):
                self.program.wait(1)
                return

    def end(self) -> int:
        """The exit code, once the program has ended."""
        return self.program.wait(PATIENCE)

    def close(self) -> None:
        """Switch the terminal off."""
        if self.program.poll() is None:
            self.program.kill()
            self.program.wait()
        os.close(self.screen)


def _own_terminal() -> None:
    """Take the terminal as one's own, and listen to Ctrl-C even where the tests run in the background."""
    ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def talk(answers: list[tuple[str, str]], *arguments: str) -> tuple[int, str]:
    """Run the program, press the keys of each answer when its question has come, and return what was shown.

    An answer that is empty leaves with Ctrl-D.
    """
    terminal = Terminal(*arguments)
    try:
        for question, keys in answers:
            terminal.expect(question)
            if keys:
                terminal.press(keys)
            else:
                terminal.leave()
        while terminal.read():
            pass
        return terminal.end(), terminal.text
    finally:
        terminal.close()
