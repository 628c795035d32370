"""How long a site takes to build, beside plain Material on the same Markdown: part of `make bench`.

For each number of packs a repository is written, its site is built, the same site is staged as plain Markdown, and
that is built without our plugin. Every build is a fresh process, held on one core where the machine can. What is
compared is the time of the processor, which other work on the machine changes little. What a page takes is reckoned
without the pages that every site has, whatever its packs: those are built once with one pack.

What a change takes is the time from the pack being written to its page being served with the change in it.
"""

from __future__ import annotations

import argparse
import json
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench import corpus, measure

CONFIG = """\
site_name: Coaching
site_url: http://127.0.0.1:{port}/
dev_addr: 127.0.0.1:{port}
theme:
  name: material
  font: false
plugins:
  - search
  - pmcoach
"""
SETTINGS = f'as-of = "{corpus.FIRST_START}"\n'
_BIN = Path(sys.executable).parent
_TARGET_GROWTH, _TARGET_RATIO, _TARGET_INDEX_KB, _TARGET_SEEN_S = 1.2, 2.0, 2.0, 2.0
_CHANGES = 5


class BenchError(Exception):
    """What is about to be timed is not what it should be."""


class GaveUp(BenchError):
    """What was timed took longer than it may."""


class Built(NamedTuple):
    """A site of so many packs: our build and plain Material's, pages, and bytes of the search index."""

    packs: int
    ours: measure.Sample
    plain: measure.Sample
    pages: int
    indexed: int

    @property
    def ratio(self) -> float:
        """Our build to plain Material's."""
        return self.ours.worked / self.plain.worked


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this part."""
    parser.add_argument("--sites", type=int, nargs="*", default=[100, 500, 2000], help="how many packs a site has")
    parser.add_argument("--serve", type=int, default=500, help="how many packs to serve; 0 for none")
    parser.add_argument("--site-limit", type=float, default=900, help="seconds that one build may take")


def run(options: argparse.Namespace) -> int:
    """Build the sites and print what it took. What takes too long is given up, and the rest goes on.

    Returns:
        The exit code: 0, or 1 when a build did not give what it should.
    """
    with tempfile.TemporaryDirectory(prefix="pmcoach-sites-") as folder:
        try:
            if options.sites:
                _build_all(Path(folder), sorted(set(options.sites)), options.site_limit)
            if options.serve:
                _serve(Path(folder), options.serve, options.site_limit)
        except BenchError as error:
            print(error, file=sys.stderr)
            return 1
    return 0


def _build_all(folder: Path, counts: list[int], limit: float) -> None:
    bare = build(folder, 1, limit)
    print("packs   pages    ours (cpu)      plain (cpu)   ratio   cpu for a page more   index a pack", flush=True)
    built = []
    for count in counts:
        try:
            built.append(_told(build(folder, count, limit), bare))
        except GaveUp as error:
            print(f"{count:>5}   {error}", flush=True)
    if built:
        _conclude(built, bare)


def _serve(folder: Path, packs: int, limit: float) -> None:
    try:
        seen = served(folder, packs, limit)
    except GaveUp as error:
        print(f"Serving {packs} packs: {error}", flush=True)
        return
    each = ", ".join(f"{seconds:.1f}" for seconds in seen)
    print(
        f"A changed pack among {packs} is seen after {median(seen):.1f} s ({_verdict(median(seen), _TARGET_SEEN_S)} s)"
    )
    print(f"  each of {len(seen)} changes: {each} s", flush=True)


def repository(folder: Path, packs: int, port: int = 8000) -> Path:
    """A repository with so many packs and a site, in a new folder below `folder`."""
    place = folder / str(packs)
    shutil.rmtree(place, ignore_errors=True)
    corpus.write(place / "packs", packs)
    (place / "docs").mkdir()
    (place / ".git").mkdir()
    (place / "mkdocs.yml").write_text(CONFIG.format(port=port), encoding="utf-8")
    (place / "pmcoach.toml").write_text(SETTINGS, encoding="utf-8")
    return place


def build(folder: Path, packs: int, limit: float) -> Built:
    """Build the site of so many packs with our plugin, and the same pages without it."""
    place = repository(folder, packs)
    ours = _timed([str(_BIN / "mkdocs"), "build", "--quiet"], place, limit)
    _timed([str(_BIN / "pmcoach"), "site", "stage", "staged"], place, limit)
    plain = _timed([str(_BIN / "mkdocs"), "build", "--quiet", "--config-file", "staged/mkdocs.yml"], place, limit)
    pages = {path.relative_to(place / "site") for path in (place / "site").rglob("*.html")}
    again = {path.relative_to(place / "staged" / "site") for path in (place / "staged" / "site").rglob("*.html")}
    if pages != again or len([page for page in pages if page.parts[0] == "packs"]) < packs:
        raise BenchError(f"The two sites of {packs} packs are not made of the same {len(pages)} pages.")
    entries = json.loads((place / "site" / "search" / "search_index.json").read_bytes())["docs"]
    index = sum(len(json.dumps(each).encode()) for each in entries if each["location"].startswith("packs/pack-"))
    shutil.rmtree(place)
    return Built(packs, ours, plain, len(pages), index)


def _timed(command: list[str], place: Path, limit: float) -> measure.Sample:
    sample = measure.run(command, place, limit)
    name = " ".join([Path(command[0]).name, *command[1:]])
    if sample.timed_out:
        raise GaveUp(f"gave up: {name} took more than {limit:.0f} s")
    if sample.exit_code:
        raise BenchError(f"{name} ended with {sample.exit_code}:\n{sample.excerpt}")
    return sample


def served(folder: Path, packs: int, limit: float) -> list[float]:
    """How long it takes until a changed pack is seen under `mkdocs serve`, in seconds, for several changes."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    place = repository(folder, packs, port)
    path = place / "packs" / corpus.file_name(packs)
    text = path.read_text(encoding="utf-8")
    server = subprocess.Popen(
        [str(_BIN / "mkdocs"), "serve", "--quiet"],
        cwd=place, env=measure.clean_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        address = (port, f"/packs/{path.stem}/")
        _until(server, address, "", limit)
        seen = []
        for number in range(_CHANGES):
            words = f"Seen for time {number}."
            path.write_text(text.replace("## Context snapshot", f"## Context snapshot\n\n{words}", 1), encoding="utf-8")
            seen.append(_until(server, address, words, limit))
    finally:
        server.terminate()
        server.wait()
    return seen


def _until(server: subprocess.Popen[bytes], address: tuple[int, str], words: str, limit: float) -> float:
    """Ask a server for a page until it holds certain words; gives the seconds."""
    port, page = address
    start = time.perf_counter()
    while (passed := time.perf_counter() - start) < limit:
        if server.poll() is not None:
            raise BenchError(f"mkdocs serve ended with {server.returncode}.")
        connection = HTTPConnection("127.0.0.1", port, timeout=limit)
        try:
            connection.request("GET", page)
            answer = connection.getresponse()
            if answer.status == 200 and words in answer.read().decode():
                return time.perf_counter() - start
        except OSError:
            pass  # the server is not up yet
        finally:
            connection.close()
        time.sleep(0.02)
    raise GaveUp(f"gave up: {page} did not show “{words}” within {passed:.0f} s")


def _told(built: Built, bare: Built) -> Built:
    ours, plain = (f"{each.seconds:>7.1f} s ({each.worked:.1f})" for each in (built.ours, built.plain))
    index = built.indexed / built.packs / 1000
    more = f"{1000 * _page(built, bare):.1f} ms"
    print(
        f"{built.packs:>5}{built.pages:>8}{ours:>18}{plain:>18}{built.ratio:>7.2f}{more:>22}{index:>12.2f} KB",
        flush=True,
    )
    return built


def _page(built: Built, bare: Built) -> float:
    """What each page takes that the site of one pack has not, in seconds of the processor."""
    return (built.ours.worked - bare.ours.worked) / (built.pages - bare.pages)


def _conclude(built: list[Built], bare: Built) -> None:
    ratio = max(each.ratio for each in built)
    index = max(each.indexed / each.packs / 1000 for each in built)
    print(f"Ours to plain Material: at most x{ratio:.2f} ({_verdict(ratio, _TARGET_RATIO)})")
    print(f"Search index: at most {index:.2f} KB a pack ({_verdict(index, _TARGET_INDEX_KB)} KB)")
    if len(built) > 1:
        growth = _page(built[-1], bare) / _page(built[0], bare)
        span = f"From {built[0].packs} to {built[-1].packs} packs"
        print(f"{span}: time a page x{growth:.2f} ({_verdict(growth, _TARGET_GROWTH)})", flush=True)


def _verdict(value: float, target: float) -> str:
    return f"{'met' if value <= target else 'missed'}: target {target:g}"


if __name__ == "__main__":
    only = argparse.ArgumentParser(description="Time sites beside plain Material on the same Markdown.")
    add_options(only)
    sys.exit(run(only.parse_args()))
