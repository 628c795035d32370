"""What is taken from a document into one in another folder: its links go on leading to the same files."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import quote, unquote

from pmcoach_lint.paths import true_path
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.links import to_carry
from pmcoach_lint.syntax.source import replaced

_ODD = regex(r"[\s()<>%#?|\\]")
"""What in the path of a file would be read as something else in the target of a link."""


def carried(text: str, folder: Path, to: Path, offset: int = 0) -> str:
    """A text of the folder `folder`, Markdown from `offset` on, as it reads in a file of the folder `to`."""
    folder, to = true_path(folder), true_path(to)
    return replaced(text, to_carry(text, lambda target: _moved(target, folder, to), offset))


def link_to(file: Path, folder: Path) -> str:
    """The target of a link to a file from one in a folder: the whole address where no path leads to it from there."""
    try:
        path = Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:  # on another drive
        return true_path(file).as_uri()
    return _ODD.sub(lambda match: quote(match[0]), path)


def _moved(target: str, folder: Path, to: Path) -> str:
    path, *rest = re.split(r"([#?])", target, maxsplit=1)
    return link_to(folder / unquote(path), to) + "/" * path.endswith("/") + "".join(rest)
