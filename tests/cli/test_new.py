"""`pmcoach new`: a document to begin with, where none was before."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.doctypes import catalogue
from tests.cli.conftest import Ended, Run

TYPES = ", ".join(catalogue())


@pytest.mark.parametrize(
    ("arguments", "errors"),
    [
        (
            ["coaching-pak", "packs/a.md"],
            (
                "Error: There is no type of document “coaching-pak”. Did you mean “coaching-pack”?\n"
                f"The types are: {TYPES}.\n"
            ),
        ),
        (
            ["zzz", "packs/a.md"],
            f"Error: There is no type of document “zzz”.\nThe types are: {TYPES}.\n",
        ),
        (["coaching-pack", "packs"], "Error: packs is a folder.\nName the file: packs/pm-07.md, for instance.\n"),
        (
            ["coaching-pack", "packs/pm-07"],
            "Error: packs/pm-07 would not be found as a document.\nName it packs/pm-07.md.\n",
        ),
        (
            ["coaching-pack", "packs/.hidden.md"],
            (
                "Error: packs/.hidden.md would not be found as a document.\n"
                "Give it a name that does not begin with a dot.\n"
            ),
        ),
    ],
)
def test_wrong_use_writes_nothing(run: Run, repo: Path, arguments: list[str], errors: str) -> None:
    assert run("new", *arguments) == Ended(2, "", errors)
    assert list((repo / "packs").iterdir()) == []
