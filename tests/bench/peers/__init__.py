"""The linters that ours is timed beside: how each is installed, called, and seen to have read every file."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PINS = Path(__file__).parent
HOME = PINS.parents[2] / ".bench"
_NODE_FILES = ("package.json", "remarkrc.mjs", "front-matter.schema.json")


@dataclass(frozen=True, slots=True)
class Peer:
    """Another linter: its name, what it does with the packs, and the command that does it.

    `needs` is the way in which it is installed. `sees` is for a peer that has nothing to say about our packs: a
    change to a pack, as old and new text, and what it must print then.
    """

    name: str
    does: str
    command: tuple[str, ...]
    needs: str
    sees: tuple[str, str, str] | None = None


def all_peers() -> tuple[Peer, ...]:
    """The peers, each with its default rules, told to read the folder `packs` of the current folder."""
    python, node = HOME / "python" / "bin", HOME / "node" / "node_modules" / ".bin"
    remark_config = str(HOME / "node" / "remarkrc.mjs")
    return (
        Peer(
            "rumdl",
            "Markdown style, native code",
            (str(python / "rumdl"), "check", "--no-config", "--no-cache", "packs"),
            "python",
        ),
        Peer(
            "markdownlint-cli2",
            "Markdown style",
            (str(node / "markdownlint-cli2"), "packs/*.md"),
            "npm",
        ),
        Peer(
            "remark-lint-frontmatter-schema",
            "front matter by JSON Schema",
            (str(node / "remark"), "packs", "--no-stdout", "--no-color", "--no-config", "--rc-path", remark_config),
            "npm",
            sees=("weeks: 8", "weeks: many", "frontmatter-schema"),
        ),
        Peer(
            "pymarkdown",
            "Markdown style",
            (str(python / "pymarkdown"), "--enable-extensions", "front-matter", "scan", "packs"),
            "python",
        ),
    )


def install() -> dict[str, str]:
    """Install the peers into `.bench/` in the pinned versions, once.

    Returns:
        For each way of installing that failed (`python`, `npm`), the reason.
    """
    failures = {}
    for name, pins, installer in (("python", "requirements.txt", _python), ("npm", "package.json", _npm)):
        stamp = HOME / f".{name}"
        wanted = (PINS / pins).read_bytes()
        if stamp.is_file() and stamp.read_bytes() == wanted:
            continue
        try:
            installer()
        except (OSError, subprocess.CalledProcessError) as error:
            failures[name] = f"could not be installed: {error}"
        else:
            stamp.write_bytes(wanted)
    if "npm" not in failures:
        for file in _NODE_FILES:
            shutil.copy(PINS / file, HOME / "node" / file)
    return failures


def _python() -> None:
    folder = HOME / "python"
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--quiet"]
    subprocess.run([*pip, "--requirement", str(PINS / "requirements.txt")], check=True)


def _npm() -> None:
    folder = HOME / "node"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(PINS / "package.json", folder)
    command = ["npm", "install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    subprocess.run(command, cwd=folder, check=True)
