"""What is at a path, where it leads, and how it is shown."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def true_path(path: Path) -> Path:
    """The path without links, whatever it leads to: nothing, or back to itself."""
    return Path(os.path.realpath(path))


def leads_out(path: Path, root: Path) -> bool:
    """Whether a path below the folder `root` is a link to something outside of it."""
    inside = Path(os.path.abspath(path)).is_relative_to(root)  # noqa: PTH100 - links stay as they are
    return inside and not true_path(path).is_relative_to(true_path(root))


def shown_path(path: Path) -> str:
    """How `path` is shown to the user: with forward slashes, relative to the current folder.

    What is in another repository, or in none, is shown as it is.
    """
    try:
        here = Path.cwd()
        return path.relative_to(here).as_posix()
    except OSError:
        return path.as_posix()
    except ValueError:
        root = git_root(here) if path.is_absolute() else None
        is_near = root is not None and path.is_relative_to(root)
        return Path(os.path.relpath(path, here)).as_posix() if is_near else path.as_posix()


def is_there(path: Path) -> bool | None:
    """Whether there is anything at the path; None where nobody can tell, as in a folder that may not be looked into."""
    try:
        return path.exists()
    except OSError:
        return None


def is_special(path: Path) -> bool:
    """Whether what is at the path is neither a file nor a folder: a pipe or a device, which may never end."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def git_root(start: Path) -> Path | None:
    """The root of the git repository that `start` is in, or None when it is in none."""
    return next((folder for folder in (start, *start.parents) if is_there(folder / ".git")), None)
