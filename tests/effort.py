"""How much work something is: counted in calls, which is the same on every machine, instead of timed."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


def calls(work: Callable[[], object]) -> int:
    """How many functions, of Python's and of C's, are called while `work` is done."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before, collects = sys.getprofile(), gc.isenabled()
    gc.disable()  # what others have called when garbage is collected comes at any time
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
        if collects:
            gc.enable()
    return count


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """End what takes more than so many seconds of the processor, however busy the machine is with other things.

    For what takes far less or else for ever, as a regular expression that goes back over its text.
    """

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"It takes more than {seconds:g} seconds of the processor.")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
