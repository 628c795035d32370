"""How long the linter takes, beside others, on the same packs on the same machine: `make bench`.

Every run is a fresh process, held on one core where the machine can. Ours and a peer take turns, so that whatever
else the machine does falls on both; the figures are medians. Before anything is timed, the packs are counted, our
linter must find nothing in them (else the wrong path would be timed) and find a planted mistake, and each peer must
name every pack in what it prints.
"""

from __future__ import annotations

import argparse
import platform
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench import corpus, measure, peers, sites

_OURS = (str(Path(sys.executable).with_name("pmcoach")), "lint", "packs", "--as-of", str(corpus.FIRST_START))
_SHELL_RUNS = 20
_MOST_PAIRS, _FEWEST_PAIRS = 10, 3
_TARGET_PER_PACK_MS, _TARGET_SHELL_MS = 3.0, 130.0


class BenchError(Exception):
    """What is about to be timed is not what it should be."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """A peer beside ours on a number of packs: the runs of both, or the reason why there are none to compare."""

    peer: peers.Peer
    packs: int
    ours: list[measure.Sample]
    theirs: list[measure.Sample]
    reason: str = ""


def main() -> int:
    """Run the benchmark and print what it found.

    Returns:
        The exit code: 0, or 1 when a check before the timing failed.
    """
    options = _options()
    failures = peers.install()
    with tempfile.TemporaryDirectory(prefix="pmcoach-bench-") as folder:
        try:
            folders = {count: _write_corpus(Path(folder), count) for count in options.packs}
            for count, place in folders.items():
                _check_ours(place, count, options.limit)
        except BenchError as error:
            print(f"Nothing was timed: {error}", file=sys.stderr)
            return 1
        _print_setting(folders, options)
        results = []
        for count, place in folders.items():
            for peer in peers.all_peers():
                results.append(_compare(peer, count, place, options, failures.get(peer.needs, "")))
                _print_pairs(results[-1])
        shell = _time_shell(folders[min(folders)], options.limit) if 1 in folders else None
    _print_summary(results, shell)
    print("\nSites:")
    return sites.run(options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time the linter beside others.")
    parser.add_argument("--packs", type=int, nargs="+", default=[1, 100, 1000], help="how many packs")
    parser.add_argument("--limit", type=float, default=120, help="seconds that one run may take")
    parser.add_argument("--budget", type=float, default=60, help="seconds for one peer on one number of packs")
    sites.add_options(parser)
    options = parser.parse_args()
    options.packs = sorted(set(options.packs))
    return options


def _write_corpus(folder: Path, count: int) -> Path:
    place = folder / str(count)
    sizes = corpus.write(place / "packs", count)
    shapes = {corpus.count(path.read_text("utf-8")) for path in (place / "packs").iterdir()}
    if shapes != {(corpus.TABLES, corpus.RECORDS)}:
        raise BenchError(f"the packs hold {shapes} tables and records")
    if not 20_000 <= min(sizes) <= max(sizes) <= 24_000:
        raise BenchError(f"the packs hold {min(sizes)} to {max(sizes)} bytes")
    return place


def _check_ours(place: Path, count: int, limit: float) -> None:
    """Our linter finds nothing in the packs, and a planted mistake in the last of them. This also warms it up."""
    clean = measure.run([*_OURS], place, limit)
    if clean.exit_code != 0 or clean.named:
        raise BenchError(f"our linter finds something in valid packs:\n{clean.excerpt}")
    last = place / "packs" / corpus.file_name(count)
    text = last.read_text("utf-8")
    last.write_text(corpus.with_mistake(text), "utf-8")
    broken = measure.run([*_OURS], place, limit)
    last.write_text(text, "utf-8")
    if broken.exit_code != 1 or broken.named != {last.name}:
        raise BenchError(f"our linter does not see the mistake planted in {last.name}:\n{broken.excerpt}")


def _compare(peer: peers.Peer, count: int, place: Path, options: argparse.Namespace, failure: str) -> Pairs:
    """Time ours and a peer in turns. In its first run the peer must name every pack."""
    if failure:
        return Pairs(peer, count, [], [], failure)
    ours, theirs = [_run_ours(place, options)], [measure.run([*peer.command], place, options.limit)]
    first = theirs[0]
    if first.timed_out:
        return Pairs(peer, count, ours, [], _stopped(ours[0].seconds, options.limit))
    if len(first.named) != count:
        return Pairs(peer, count, [], [], f"named {len(first.named)} of {count} packs: {first.excerpt[-200:].strip()}")
    if not _sees(peer, place, options.limit):
        return Pairs(peer, count, [], [], "does not see a mistake planted for it")
    fewest = _FEWEST_PAIRS if first.seconds < options.budget else 1
    rounds = max(fewest, min(_MOST_PAIRS, int(options.budget / first.seconds)))
    for _ in range(rounds - 1):
        ours.append(_run_ours(place, options))
        theirs.append(measure.run([*peer.command], place, options.limit))
    return Pairs(peer, count, ours, theirs)


def _stopped(ours: float, limit: float) -> str:
    return f"stopped after {limit:.0f} s, when ours took {ours:.1f} s: more than {limit / ours:.0f}x"


def _run_ours(place: Path, options: argparse.Namespace) -> measure.Sample:
    return measure.run([*_OURS], place, options.limit)


def _sees(peer: peers.Peer, place: Path, limit: float) -> bool:
    """Whether a peer that finds nothing in our packs finds what is planted for it in the first of them."""
    if peer.sees is None:
        return True
    old, new, expected = peer.sees
    first = place / "packs" / corpus.file_name(1)
    text = first.read_text("utf-8")
    first.write_text(text.replace(old, new, 1), "utf-8")
    planted = measure.run([*peer.command], place, limit)
    first.write_text(text, "utf-8")
    return expected in planted.excerpt


def _time_shell(place: Path, limit: float) -> float:
    """The median time of one pack from the shell, in seconds."""
    return median(measure.run([*_OURS], place, limit).seconds for _ in range(_SHELL_RUNS))


def _print_setting(folders: dict[int, Path], options: argparse.Namespace) -> None:
    sizes = [path.stat().st_size for path in next(reversed(folders.values())).glob("packs/*.md")]
    core = "held on one core" if measure.is_pinned() else "not held on one core (no taskset here)"
    print(f"Packs: {corpus.TABLES} tables, {corpus.RECORDS} records, {sum(sizes) / len(sizes) / 1000:.1f} KB each.")
    print(f"Each run: a fresh process, {core}, at most {options.limit:.0f} s. Figures are medians of pairs in turns.")
    print(f"Machine: {platform.machine()}, {platform.system()}, {measure.python()}.")
    print("Peers: " + "; ".join(f"{peer.name} ({peer.does})" for peer in peers.all_peers()) + ".\n")
    head = ("peer", "packs", "pairs", "ours", "peer", "ours/pack", "peer/pack", "ratio", "ours peak", "peer peak")
    print("{:<31}{:>6}{:>6}{:>11}{:>11}{:>11}{:>11}{:>8}{:>11}{:>11}".format(*head), flush=True)


def _print_pairs(pairs: Pairs) -> None:
    start = f"{pairs.peer.name:<31}{pairs.packs:>6}{len(pairs.ours):>6}"
    if pairs.reason:
        print(f"{start}  {pairs.reason}", flush=True)
        return
    ours, theirs = measure.middle(pairs.ours) * 1000, measure.middle(pairs.theirs) * 1000
    ratio = median(b.seconds / a.seconds for a, b in zip(pairs.ours, pairs.theirs, strict=True))
    times = f"{ours:>8.0f} ms{theirs:>8.0f} ms{ours / pairs.packs:>8.2f} ms{theirs / pairs.packs:>8.2f} ms"
    memory = f"{_memory(pairs.ours):>8} MB{_memory(pairs.theirs):>8} MB"
    print(f"{start}{times}{_times(ratio):>8}{memory}", flush=True)


def _times(ratio: float) -> str:
    return f"{ratio:.1f}x" if ratio >= 1 else f"{ratio:.2f}x"


def _memory(samples: list[measure.Sample]) -> str:
    """The peak memory, or the least that can be measured where it is not more."""
    peak, floor = measure.peak(samples), measure.floor_mb()
    return f"{peak:.0f}" if peak > floor * 1.02 else f"<={floor:.0f}"


def _print_summary(results: list[Pairs], shell: float | None) -> None:
    by_count: dict[int, list[measure.Sample]] = {}
    for pairs in results:
        by_count.setdefault(pairs.packs, []).extend(pairs.ours)
    per_pack = {count: measure.middle(runs) * 1000 / count for count, runs in by_count.items() if runs}
    print()
    if shell is not None:
        verdict = _verdict(shell * 1000, _TARGET_SHELL_MS)
        print(f"One pack from the shell: {shell * 1000:.0f} ms, median of {_SHELL_RUNS} ({verdict})")
    for count, time in per_pack.items():
        if count > 1:
            verdict = _verdict(time, _TARGET_PER_PACK_MS)
            peak = measure.peak(by_count[count])
            print(f"{count} packs: {time:.2f} ms a pack ({verdict}), peak memory {peak:.0f} MB")
    many = [count for count in per_pack if count > 1]
    if len(many) > 1:
        few, most = many[0], many[-1]
        growth = per_pack[most] / per_pack[few]
        memory = measure.peak(by_count[most]) / measure.peak(by_count[few])
        print(
            f"From {few} to {most} packs: time a pack x{growth:.2f}, peak memory x{memory:.2f} (1 is linear, and flat)"
        )


def _verdict(value: float, target: float) -> str:
    return f"target {target:.0f} ms: {'met' if value <= target else 'missed'}"


if __name__ == "__main__":
    if shutil.which(_OURS[0]) is None:
        sys.exit(f"{_OURS[0]} is not there: run it as 'make bench'")
    sys.exit(main())
