"""The command line. Each command is a module; this one imports none of them, so that each costs only what it needs."""

from __future__ import annotations

import gc
from collections.abc import Sequence

CLEAN, FAILED, WRONG_USE, BEYOND = 0, 1, 2, 3
"""The exit codes: nothing fails, a check does, the command cannot be run, something belongs to another process."""

INTERRUPTED, OUTPUT_CLOSED = 130, 141
"""The exit codes of a program that was ended: 128 and the number of the signal, of Ctrl-C or of a closed pipe."""

_OBJECTS_TO_COLLECT = 100_000
"""How many new objects make Python look for those in cycles. Its usual 700 make up a tenth of a short run."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `pmcoach`.

    Args:
        arguments: What stands after the program's name; by default what the shell has given.

    Returns:
        The exit code, one of those above.
    """
    if arguments is None:
        gc.set_threshold(_OBJECTS_TO_COLLECT)
    try:
        from pmcoach_lint.cli.app import run  # Ctrl-C may come while this is being imported

        return run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        if arguments is None:
            gc.freeze()  # all that is left ends with the process: no use in looking through it for cycles
