"""The command line. Each command is a module; this one imports none of them, so that each costs only what it needs."""

from __future__ import annotations

import gc
from collections.abc import Sequence

INTERRUPTED = 130
"""The exit code of a program that Ctrl-C has ended: 128 and the signal's number."""

_OBJECTS_TO_COLLECT = 100_000
"""How many new objects make Python look for those in cycles. Its usual 700 make up a tenth of a short run."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `pmcoach`.

    Args:
        arguments: What stands after the program's name; by default what the shell has given.

    Returns:
        The exit code: 0 when nothing fails, 1 when a check does, 2 for wrong use, and above 128 when ended early.
    """
    if arguments is None:
        gc.set_threshold(_OBJECTS_TO_COLLECT)
    try:
        from pmcoach_lint.cli.app import run  # noqa: PLC0415 - Ctrl-C may come while this is being imported

        return run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        if arguments is None:
            gc.freeze()  # all that is left ends with the process: no use in looking through it for cycles
