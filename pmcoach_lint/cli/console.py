"""Writing to the terminal, whatever it is: a screen, a pipe that closes, a file on a full disk."""

from __future__ import annotations

import codecs
import errno
import io
import os
import shlex
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TextIO

from pmcoach_lint.report import Style
from pmcoach_lint.report.visible import visible
from pmcoach_lint.settings import UsageError

_FALLBACK = "pmcoach"
_PROGRESS_WIDTH = 78
_WITHOUT_TERMINAL = 100
_PLAIN = str.maketrans("“”„‘’‚–—…→←×•│", "\"\"\"'''--.><x*|")


class OutputClosed(Exception):
    """Whoever reads the output has closed it, as `head` does, and wants no more."""


def prepare() -> None:
    """Make sure that no character can end the program: where it cannot be written, a plainer one stands for it."""
    codecs.register_error(_FALLBACK, _plainer)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_FALLBACK)


def listen() -> None:
    """Let whoever types move about in the line and call back earlier ones, where the system can do that."""
    with suppress(ImportError):  # on Windows the terminal does it by itself
        import readline  # noqa: F401 - it is enough that it is there, and few commands ask anything


def write(pieces: Iterable[str], *, utf_8: bool = False) -> None:
    """Write text to standard output, piece by piece.

    Args:
        pieces: The text.
        utf_8: Whether it is for programs, which expect UTF-8 whatever the terminal's encoding is.

    Raises:
        OutputClosed: The reader has gone.
        UsageError: The output cannot be written, for instance because the disk is full.
    """
    if utf_8 and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors=_FALLBACK, newline="\n")
    for piece in pieces:
        _attempt(piece)
    _attempt("")


def complain(message: str, *hints: str | None) -> None:
    """Tell the user on standard error what went wrong and, on lines of their own, what to do."""
    progress.clear()
    for line in (f"Error: {message}", *hints):
        if line:
            print(visible(line), file=sys.stderr)  # noqa: T201 - this is where it is printed


def remark(message: str, kind: str = "Note") -> None:
    """Tell the user on standard error something worth knowing."""
    progress.clear()
    print(f"{kind}: {visible(message)}", file=sys.stderr)  # noqa: T201


def command(*words: str) -> str:
    """A command of ours as it is to be typed, its words quoted where a shell needs that; fit to be shown."""
    return visible(shlex.join(["pmcoach", *words]))


def quote(text: str) -> None:
    """Show the user on standard error lines that are to be written somewhere as they are."""
    progress.clear()
    for line in text.split("\n"):
        print(f"    {visible(line)}".rstrip(), file=sys.stderr)  # noqa: T201


class _Progress:
    """The line on standard error that tells how far the work has come; whatever else is written takes its place."""

    shown = 0

    def show(self, line: str) -> None:
        self.clear()
        self.shown = min(_PROGRESS_WIDTH, _columns(sys.stderr) - 1)  # in the last column a terminal begins a new line
        sys.stderr.write(visible(line)[: self.shown])
        sys.stderr.flush()

    def clear(self) -> None:
        if self.shown:
            sys.stderr.write(f"\r{' ' * self.shown}\r")
            sys.stderr.flush()
            self.shown = 0


progress = _Progress()


def style() -> Style:
    """How text is set on standard output: in colours and to the width of the terminal, if it is one."""
    return Style(width=_width(), colour=_wants_colour())


def give_up_output() -> None:
    """Send what is still to be written nowhere, so that nothing complains when the program ends."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


def _attempt(piece: str) -> None:
    """Write `piece`; an empty one brings what was written before to its reader."""
    progress.clear()
    try:
        if piece:
            sys.stdout.write(piece)
        else:
            sys.stdout.flush()
    except OSError as error:
        give_up_output()
        if error.errno in {errno.EPIPE, errno.EINVAL}:  # Windows says the latter of a closed pipe
            raise OutputClosed from None
        raise UsageError(f"The output cannot be written: {error.strerror}.") from None


def _wants_colour() -> bool:
    """Whether to use colours, by the conventions of no-color.org and force-color.org, or because it is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return os.environ.get("TERM") != "dumb" and sys.stdout.isatty()


def _width() -> int:
    """The columns of the terminal, or those that the user has asked for."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return int(columns)
    return _columns(sys.stdout)


def _columns(stream: TextIO) -> int:
    """The columns of the terminal that a stream is written to."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or _WITHOUT_TERMINAL
    except (OSError, ValueError):
        return _WITHOUT_TERMINAL


def _plainer(error: UnicodeError) -> tuple[str, int]:
    """What stands for characters that the terminal cannot show: one for one, so that carets stay in their place."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    wanted = error.object[error.start : error.end]
    return "".join(character if character.isascii() else "?" for character in wanted.translate(_PLAIN)), error.end
