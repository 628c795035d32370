"""The files of a new repository of packs: settings, site, checks on every commit and every change, a first example.

Their texts are the files in the folder `new_repository`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pmcoach_lint.resources import example_pack
from pmcoach_lint.tuples import NamedTuple

_TEXTS = Path(__file__).parent / "new_repository"
EXAMPLE = "example-pm-03-discovery-depth.md"
"""The file of the first example: a cycle that is closed, so that it is right on every day."""
WORKFLOW = ".github/workflows/packs.yml"
"""Where the check on every change is."""
_FILES = (
    ("pmcoach.toml", "the settings"),
    (EXAMPLE, "a first example: a cycle that is closed"),
    ("mkdocs.yml", "the site"),
    ("docs/about.md", "a page of it: who may read what"),
    (".pre-commit-config.yaml", "the check on every commit"),
    (WORKFLOW, "the check on every change"),
    (".gitignore", "what git leaves out"),
)


class NewFile(NamedTuple):
    """A file of a new repository: its path, what it is for, and its text."""

    path: str
    purpose: str
    text: str


def new_repository(folder: str, source: str) -> Iterator[NewFile]:
    """The files of a new repository.

    Args:
        folder: Where its packs are.
        source: What pip installs to get pmcoach with its site: a package, a folder or an address.
    """
    for path, purpose in _FILES:
        if path == EXAMPLE:
            yield NewFile(f"{folder}/{path}", purpose, example_pack())
        else:
            text = (_TEXTS / Path(path).name.lstrip(".")).read_text(encoding="utf-8")
            yield NewFile(path, purpose, text.format(folder=folder, source=source))
