"""A guide as a reader follows it: the files that it has them write, the commands that it has them run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_BLOCK = re.compile(r"^```(?P<head>[^\n`]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r'title="(?P<file>[^" ]+)(?P<new> \(new\))?"')


class Step(NamedTuple):
    """One block of code in a guide: its language, the file that it belongs to, and its text.

    `is_shown` says that the file is there already, and shown as it is.
    """

    language: str
    file: str
    is_shown: bool
    text: str

    @property
    def commands(self) -> list[tuple[str, str]]:
        """The commands of a terminal session, each with what it prints."""
        parts = re.split(r"^\$ (.*)\n", self.text, flags=re.MULTILINE)
        return list(zip(parts[1::2], parts[2::2], strict=True))


def steps(guide: str) -> Iterator[Step]:
    """The blocks of code of a guide, in order."""
    for block in _BLOCK.finditer(guide):
        language, _, rest = block["head"].partition(" ")
        title = _TITLE.fullmatch(rest)
        yield Step(language, title["file"] if title else "", bool(title and title["new"]), block["body"])


def patched(text: str, difference: str) -> str:
    """`text` with a change as a guide shows it: lines that go, lines that come, and lines around them."""
    lines = difference.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line[0] in " -")
    new = "".join(line[1:] for line in lines if line[0] in " +")
    assert text.count(old) == 1, f"stands there {text.count(old)} times:\n{old}"
    return text.replace(old, new)
