"""One command, timed: a fresh process, pinned to one core where the machine can, with its peak memory."""

from __future__ import annotations

import os
import platform
import re
import resource
import shutil
import subprocess
import sysconfig
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import BinaryIO

_PIN = ("taskset", "-c", "0")
_PACK = re.compile(rb"pack-\d{4}\.md")
_EXCERPT = 1500
_STEADY = {"LC_ALL": "C.UTF-8", "NO_COLOR": "1"}


@dataclass(frozen=True, slots=True)
class Sample:
    """One run of a command: wall-clock seconds, processor seconds, peak memory in MB, exit code, and what it printed.

    `named` are the packs that the output names, and `excerpt` is its beginning and end. The whole of it is not kept:
    it would count as memory of the next run (see `floor_mb`).
    """

    seconds: float
    worked: float
    peak_mb: float
    exit_code: int
    named: frozenset[str]
    excerpt: str
    timed_out: bool


def is_pinned() -> bool:
    """Whether runs are held on one core."""
    return shutil.which(_PIN[0]) is not None


def python() -> str:
    """The Python that runs us, and whether its settings say that it was built with optimisation by a profile.

    That saves an eighth of the instructions of a run. The Python of Debian was built so and does not say it.
    """
    names = ("CONFIG_ARGS", "PY_CFLAGS", "PY_CFLAGS_NODIST", "PY_CORE_CFLAGS")
    said = " ".join(str(sysconfig.get_config_var(name)) for name in names)
    is_optimised = "--enable-optimizations" in said or "-fprofile-use" in said
    built = "built with optimisation by a profile" if is_optimised else "not said to be built with optimisation"
    return f"{platform.python_implementation()} {platform.python_version()} ({built})"


def clean_environment() -> dict[str, str]:
    """This process's environment without what would slow Python down or colour its output."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | _STEADY


def run(command: list[str], folder: Path, limit: float) -> Sample:
    """Run a command once in a fresh process.

    Args:
        command: The program and its arguments.
        folder: The current folder of the run.
        limit: Seconds after which the run is stopped.

    Returns:
        What it took, and what it printed on either of its outputs.
    """
    pinned = [*_PIN, *command] if is_pinned() else command
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            pinned,
            cwd=folder,
            env=clean_environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        timer = threading.Timer(limit, process.kill)
        timer.start()
        # wait4 tells the memory and the time of this one child; the subprocess module does not.
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        named, excerpt = _read_output(output)
    worked = usage.ru_utime + usage.ru_stime
    return Sample(
        seconds, worked, usage.ru_maxrss / 1024, process.returncode, named, excerpt, timed_out=seconds >= limit
    )


def _read_output(output: BinaryIO) -> tuple[frozenset[str], str]:
    """The packs that an output names, and its beginning and end."""
    output.seek(0)
    named = frozenset(name.decode() for line in output for name in _PACK.findall(line))
    size = output.tell()
    output.seek(0)
    start = output.read(_EXCERPT)
    output.seek(max(len(start), size - _EXCERPT))
    return named, (start + output.read()).decode(errors="replace")


def floor_mb() -> float:
    """This process's own peak memory in MB. Linux hands it on to a child, so nothing below it can be measured."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def middle(samples: list[Sample]) -> float:
    """The median time of some runs, in seconds."""
    return median(sample.seconds for sample in samples)


def peak(samples: list[Sample]) -> float:
    """The highest peak memory of some runs, in MB."""
    return max(sample.peak_mb for sample in samples)
