"""How long a site takes to build, beside plain Material on the same Markdown: part of `make bench`.

For each number of packs a repository is written, its site is built, the same site is staged as plain Markdown, and
that is built without our plugin. Every build is a fresh process, held on one core where the machine can. What a page
takes is reckoned without the pages that every site has, whatever its packs: those are built once with one pack.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from http.client import HTTPConnection
from pathlib import Path
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
_PORT = 8765


class BenchError(Exception):
    """What is about to be timed is not what it should be."""


class Built(NamedTuple):
    """A site of so many packs: seconds of our build and of plain Material's, pages, and bytes of the search index."""

    packs: int
    ours: float
    plain: float
    pages: int
    indexed: int


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this part."""
    parser.add_argument("--sites", type=int, nargs="*", default=[100, 500, 2000], help="how many packs a site has")
    parser.add_argument("--serve", type=int, default=500, help="how many packs to serve; 0 for none")
    parser.add_argument("--site-limit", type=float, default=900, help="seconds that one build may take")


def run(options: argparse.Namespace) -> int:
    """Build the sites and print what it took.

    Returns:
        The exit code: 0, or 1 when a build did not give what it should.
    """
    with tempfile.TemporaryDirectory(prefix="pmcoach-sites-") as folder:
        try:
            if options.sites:
                _build_all(Path(folder), sorted(set(options.sites)), options.site_limit)
            if options.serve:
                seen = served(Path(folder), options.serve, options.site_limit)
                verdict = _verdict(seen, _TARGET_SEEN_S)
                print(f"A changed pack among {options.serve} is seen after {seen:.1f} s ({verdict} s)")
        except BenchError as error:
            print(error, file=sys.stderr)
            return 1
    return 0


def _build_all(folder: Path, counts: list[int], limit: float) -> None:
    bare = build(folder, 1, limit)
    print("packs   pages    ours   plain   ratio   a page more   index a pack", flush=True)
    _conclude([_told(build(folder, count, limit), bare) for count in counts], bare)


def repository(folder: Path, packs: int) -> Path:
    """A repository with so many packs and a site, in a new folder below `folder`."""
    place = folder / str(packs)
    shutil.rmtree(place, ignore_errors=True)
    corpus.write(place / "packs", packs)
    (place / "docs").mkdir()
    (place / ".git").mkdir()
    (place / "mkdocs.yml").write_text(CONFIG.format(port=_PORT), encoding="utf-8")
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


def _timed(command: list[str], place: Path, limit: float) -> float:
    sample = measure.run(command, place, limit)
    if sample.exit_code:
        raise BenchError(f"{' '.join(command)} ended with {sample.exit_code}:\n{sample.excerpt}")
    return sample.seconds


def served(folder: Path, packs: int, limit: float) -> float:
    """How long it takes until a change of a pack is seen under `mkdocs serve`, in seconds."""
    place = repository(folder, packs)
    path = place / "packs" / corpus.file_name(packs)
    address = f"/packs/{path.stem}/"
    server = subprocess.Popen(
        [str(_BIN / "mkdocs"), "serve", "--quiet"],
        cwd=place, env=measure.clean_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _until(address, "", limit)
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("## Context snapshot", "## Context snapshot\n\nSeen again.", 1), encoding="utf-8")
        return _until(address, "Seen again.", limit)
    finally:
        server.terminate()
        server.wait()


def _until(address: str, words: str, limit: float) -> float:
    """Ask for a page until it holds certain words; gives the seconds."""
    start = time.perf_counter()
    while (passed := time.perf_counter() - start) < limit:
        connection = HTTPConnection("127.0.0.1", _PORT, timeout=limit)
        try:
            connection.request("GET", address)
            answer = connection.getresponse()
            if answer.status == 200 and words in answer.read().decode():
                return time.perf_counter() - start
        except OSError:
            pass  # the server is not up yet
        finally:
            connection.close()
        time.sleep(0.02)
    raise BenchError(f"{address} did not show “{words}” within {passed:.0f} s.")


def _told(built: Built, bare: Built) -> Built:
    more = 1000 * _page(built, bare)
    index = built.indexed / built.packs / 1000
    print(
        f"{built.packs:>5}{built.pages:>8}{built.ours:>7.1f}s{built.plain:>7.1f}s{built.ours / built.plain:>8.2f}"
        f"{more:>11.1f} ms{index:>12.2f} KB",
        flush=True,
    )
    return built


def _page(built: Built, bare: Built) -> float:
    """What each page takes that the site of one pack has not, in seconds."""
    return (built.ours - bare.ours) / (built.pages - bare.pages)


def _conclude(built: list[Built], bare: Built) -> None:
    ratio = max(each.ours / each.plain for each in built)
    index = max(each.indexed / each.packs / 1000 for each in built)
    print(f"Ours to plain Material: at most x{ratio:.2f} ({_verdict(ratio, _TARGET_RATIO)})")
    print(f"Search index: at most {index:.2f} KB a pack ({_verdict(index, _TARGET_INDEX_KB)} KB)")
    if len(built) > 1:
        growth = _page(built[-1], bare) / _page(built[0], bare)
        span = f"From {built[0].packs} to {built[-1].packs} packs"
        print(f"{span}: time a page x{growth:.2f} ({_verdict(growth, _TARGET_GROWTH)})")


def _verdict(value: float, target: float) -> str:
    return f"{'met' if value <= target else 'missed'}: target {target:g}"


if __name__ == "__main__":
    only = argparse.ArgumentParser(description="Time sites beside plain Material on the same Markdown.")
    add_options(only)
    sys.exit(run(only.parse_args()))
