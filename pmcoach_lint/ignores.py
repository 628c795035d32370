"""What a walk through folders leaves out: what git ignores, and what the settings exclude.

A pattern means what the library pathspec takes it to mean. In rare cases git differs: to pathspec `dir/**` means the
folder itself, too, so that `!dir/keep.md` comes too late, and `!dir` takes back in all that is in the folder.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pmcoach_lint.paths import git_root, true_path
from pmcoach_lint.regex import regex
from pmcoach_lint.tuples import NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILE = ".gitignore"

_EVERYTHING = dict.fromkeys(("*", "**", "/**"), "?*")
"""Patterns that pathspec lets prevail over a later `!*/` or `!packs/`, with one that means the same and does not."""


_NAME = regex(r"[\w.-]*\w[\w.-]*/?")


class Names:
    """Patterns that are names and nothing more, such as `index.md`, or `drafts/` for folders only."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names = frozenset(names)

    def verdict(self, path: str) -> bool | None:
        """True where a file or folder on the way down `path` has one of the names; None where none has."""
        *folders, file = path.split("/")
        is_named = file in self._names or any(
            name in self._names or f"{name}/" in self._names for name in folders if name
        )
        return True if is_named else None


class Spec:
    """Patterns of any form, told by pathspec."""

    def __init__(self, spec: GitIgnoreSpec) -> None:
        self._spec = spec

    def verdict(self, path: str) -> bool | None:
        """True where the patterns hold for `path`; False where one with `!` says not; None where none speaks of it."""
        return self._spec.check_file(path).include


Patterns = Names | Spec


class Layer(NamedTuple):
    """Patterns, and the real path of the folder that they are for, with a slash at its end."""

    folder: str
    patterns: Patterns

    def verdict(self, path: str) -> bool | None:
        """What the patterns say of the real `path`, which ends in a slash if it is a folder's.

        Returns:
            True: leave it out. False: a pattern with `!` takes it back in. None: no pattern speaks of it.
        """
        return self.patterns.verdict(path[len(self.folder) :])


class Rules(NamedTuple):
    """All that is to be left out of a folder: what the settings exclude, and git's patterns, the nearest first."""

    excluded: Layer
    git: tuple[Layer, ...] = ()

    def leave_out(self, path: str) -> bool:
        """Whether the file or folder at the real `path`, ending in a slash if it is a folder's, is left out."""
        if self.excluded.verdict(path):
            return True
        verdicts = (layer.verdict(path) for layer in self.git)
        return next((verdict for verdict in verdicts if verdict is not None), False)

    def entering(self, folder: str) -> Rules:
        """The rules that hold inside `folder`, which is a folder right in the one that these hold in."""
        return self.reading(Path(folder, IGNORE_FILE), folder)

    def reading(self, file: Path, folder: str) -> Rules:
        """These rules and, before them, those that a file, if it can be read, has for `folder`."""
        try:
            lines = file.read_bytes().decode("utf-8-sig", "surrogateescape").split("\n")
        except OSError:
            return self
        return self._replace(git=(Layer(folder, read_patterns(lines)[0]), *self.git))


def read_patterns(lines: Sequence[str]) -> tuple[Patterns, list[str]]:
    """Read lines of an ignore file: the patterns in them, and those of the lines that are none."""
    others = [line for line in lines if not line or line.startswith("#")]
    if all(_NAME.fullmatch(line) for line in lines if line and not line.startswith("#")):
        return Names(line for line in lines if line not in others), others
    return _with_pathspec(lines)


def _with_pathspec(lines: Iterable[str]) -> tuple[Patterns, list[str]]:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - takes 10 ms to import, and few ignore files need it
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern  # noqa: PLC0415

    patterns, others = [], []
    with warnings.catch_warnings():
        warnings.simplefilter("error", FutureWarning)  # Python's word on `[[:lower:]]`, which pathspec does not know
        for line in lines:
            try:
                pattern = GitIgnoreSpecPattern(_EVERYTHING.get(line.rstrip(), line))
            except (ValueError, re.error, FutureWarning):
                pattern = None
            if pattern is None or pattern.include is None:
                others.append(line)
            else:
                patterns.append(pattern)
    return Spec(GitIgnoreSpec(patterns, backend="simple")), others


def rules_above(folder: str, root: str, excludes: Patterns) -> Rules:
    """The rules that come from above a folder which a walk begins at.

    Such a folder is wanted, so what says that the folder itself be left out does not count.

    Args:
        folder: The folder's real path, with a slash at its end.
        root: The real path of the settings' root, likewise.
        excludes: The patterns of the settings.

    Returns:
        The rules of the ignore files from the root of the git repository down to the folder, its own not included.
    """
    base = root if folder.startswith(root) else folder
    excluded = Layer(base, excludes)
    if excluded.verdict(folder):
        excluded = Layer(folder, excludes)
    rules = Rules(excluded)
    repository = git_root(Path(folder))
    above = real_path(repository) if repository else base
    if repository:
        rules = rules.reading(_own_excludes(repository), above)
    for name in folder[len(above) :].split("/")[:-1]:
        rules = rules.entering(above)
        above += f"{name}/"
        if rules.leave_out(above):
            rules = Rules(excluded)
    return rules


def real_path(folder: Path) -> str:
    """The real path of a folder with a slash at its end; nothing needs to be there."""
    return true_path(folder).as_posix().rstrip("/") + "/"


def _own_excludes(repository: Path) -> Path:
    """The file `info/exclude` of a git repository, which a worktree shares with the others."""
    git = repository / ".git"
    try:
        pointed = git.read_text("utf-8", "surrogateescape").removeprefix("gitdir:").strip()
        git = repository / pointed
        git = git / (git / "commondir").read_text("utf-8", "surrogateescape").strip()
    except OSError:  # the usual case: `.git` is the folder itself; or a submodule's, which shares with nobody
        pass
    return git / "info" / "exclude"
