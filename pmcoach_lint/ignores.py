"""What a walk through folders leaves out: what git ignores, and what the settings exclude.

A pattern means exactly what it means to git; a test holds this module to git itself. The libraries for it match whole
paths, and so lose what a deeper .gitignore file takes back in; and they cost a short run a fifth of its time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from pmcoach_lint.settings import UsageError, git_root

IGNORE_FILE = ".gitignore"

_SPECIAL = re.compile(r"[*?\[\\]")
_TOKEN = re.compile(
    r"(?P<folders>(?:^|(?<=/))\*\*+/)"  # `**/`: any number of folders, none included
    r"|(?P<all>(?:^|(?<=/))\*\*+$)"  # `/**` at the end: everything inside
    r"|(?P<some>\*+)|(?P<one>\?)"
    r"|\[(?P<not>[!^]?)(?P<set>\]?+(?:\[:\w*:\]|\\.|[^\]\\])*)\]"
    r"|\\(?P<escaped>.)|(?P<plain>[^\\\[])",
    re.DOTALL,
)
_MEMBER = re.compile(r"\[:(?P<group>\w*):\]|(?P<from>\\.|[^\\])(?:-(?P<to>\\.|[^\\]))?", re.DOTALL)
_GROUPS = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "blank": " \\t",
    "cntrl": "\\x00-\\x1f\\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": "!-\\/:-@\\[-`{-~",
    "space": "\\s",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}


class Pattern(NamedTuple):
    """One line of an ignore file.

    `matches` takes a name, or a path relative to the ignore file when the pattern is `anchored` to it. `leaves_out` is
    False for a pattern with `!`, and `folders_only` True for one with a slash at its end.
    """

    matches: Callable[[str], object]
    anchored: bool
    folders_only: bool
    leaves_out: bool


class Layer(NamedTuple):
    """Patterns, the last one first, and the folder that they are for: how long its real path is, with a last slash."""

    skip: int
    patterns: tuple[Pattern, ...]

    def verdict(self, path: str) -> bool | None:
        """What the patterns say of the real `path`, which ends in a slash if it is a folder's.

        Returns:
            True: leave it out. False: a pattern with `!` takes it back in. None: no pattern speaks of it.
        """
        is_folder = path.endswith("/")
        path = path[self.skip : -1] if is_folder else path[self.skip :]
        name = path[path.rfind("/") + 1 :]
        for matches, anchored, folders_only, leaves_out in self.patterns:
            if (is_folder or not folders_only) and matches(path if anchored else name):
                return leaves_out
        return None


class Rules(NamedTuple):
    """All that is to be left out of a folder: git's patterns, the nearest first, and those of the settings."""

    git: tuple[Layer, ...]
    excluded: Layer

    def leave_out(self, path: str) -> bool:
        """Whether the file or folder at the real `path`, ending in a slash if it is a folder's, is left out."""
        if self.excluded.verdict(path):
            return True
        for layer in self.git:
            verdict = layer.verdict(path)
            if verdict is not None:
                return verdict
        return False

    def entering(self, folder: str) -> Rules:
        """The rules that hold inside `folder`, which is a folder right in the one that these hold in."""
        return self.reading(Path(folder, IGNORE_FILE), folder)

    def reading(self, file: Path, folder: str) -> Rules:
        """These rules and, before them, those that an ignore file has for `folder`.

        Like git, this passes over a file that cannot be read, and over a line that is no pattern.
        """
        try:
            text = file.read_bytes().decode("utf-8-sig", "surrogateescape")
        except OSError:
            return self
        patterns = [pattern for line in text.split("\n") if (pattern := read_pattern(line)) is not None]
        return self._replace(git=(Layer(len(folder), tuple(reversed(patterns))), *self.git)) if patterns else self


def read_excludes(lines: Iterable[str]) -> tuple[Pattern, ...]:
    """The patterns that the settings exclude, the last one first.

    Raises:
        UsageError: One of the `lines` is no pattern.
    """
    patterns = []
    for line in lines:
        pattern = read_pattern(line)
        if pattern is None:
            raise UsageError(f"“{line}”, which the setting “exclude” names, is no pattern that git knows.")
        patterns.append(pattern)
    return tuple(reversed(patterns))


def rules_above(folder: str, root: str, excludes: tuple[Pattern, ...]) -> Rules:
    """The rules that come from above a folder which a walk begins at.

    Such a folder is wanted, so what says that the folder itself be left out does not count.

    Args:
        folder: The folder's real path, with a slash at its end.
        root: The real path of the settings' root, likewise.
        excludes: The patterns of the settings.

    Returns:
        The rules of the ignore files from the root of the git repository down to the folder, its own not included.
    """
    rules = Rules((), Layer(len(root if folder.startswith(root) else folder), excludes))
    if any(rules.excluded.verdict(path) for path in _way(root, folder)):
        rules = rules._replace(excluded=Layer(len(folder), excludes))
    top = git_root(Path(folder))
    if top is not None:
        above = top.as_posix().rstrip("/") + "/"
        rules = rules.reading(_own_excludes(top), above)
    else:
        above = root if folder.startswith(root) else folder
    for path in _way(above, folder):
        rules = rules.entering(above)
        if rules.leave_out(path):
            rules = rules._replace(git=())
        above = path
    return rules


def read_pattern(line: str) -> Pattern | None:
    """Read a line of an ignore file; None when it is a comment, empty, or nothing that could ever match."""
    line = line.removesuffix("\r")
    if line.startswith("#"):
        return None
    bare = line.rstrip(" ")
    if len(bare) < len(line) and (len(bare) - len(bare.rstrip("\\"))) % 2:
        bare += " "  # a space after a backslash is part of the name
    leaves_out = not bare.startswith("!")
    glob = bare if leaves_out else bare[1:]
    folders_only = glob.endswith("/")
    glob = glob[:-1] if folders_only else glob
    anchored = "/" in glob
    glob = glob.removeprefix("/")
    if not glob:
        return None
    matches = _matcher(glob)
    return Pattern(matches, anchored, folders_only, leaves_out) if matches else None


def _matcher(glob: str) -> Callable[[str], object] | None:
    """What tells whether a path is one that `glob` means, or None when it cannot mean any."""
    if not _SPECIAL.search(glob):
        return glob.__eq__
    parts: list[str] = []
    at = 0
    while at < len(glob):
        token = _TOKEN.match(glob, at)
        part = token and _translated(token)
        if not token or part is None:
            return None
        parts.append(part)
        at = token.end()
    return re.compile("".join(parts), re.DOTALL).fullmatch


def _translated(token: re.Match[str]) -> str | None:
    """A piece of a glob as a regular expression, or None when nothing could match it."""
    kind = token.lastgroup
    if kind == "set":
        return _translated_set(token["set"], negated=bool(token["not"]))
    if kind in {"plain", "escaped"}:
        return re.escape(token[kind])
    return {"folders": "(?:.*/)?", "all": ".*", "some": "[^/]*", "one": "[^/]"}[kind or ""]


def _translated_set(text: str, *, negated: bool) -> str | None:
    """The characters in brackets as a regular expression; git never lets a slash be one of them."""
    members = ""
    for member in _MEMBER.finditer(text):
        if member["group"] is not None:
            if member["group"] not in _GROUPS:
                return None
            members += _GROUPS[member["group"]]
            continue
        first = member["from"][-1]
        last = member["to"][-1] if member["to"] else first
        members += f"{re.escape(first)}-{re.escape(max(first, last))}"  # like git: a backward range is its first one
    if negated:
        return f"[^/{members}]"
    return f"(?!/)[{members}]"


def _way(top: str, folder: str) -> Iterable[str]:
    """The folders on the way from `top` down to `folder`: below the first, the last included."""
    if folder.startswith(top):
        for name in folder[len(top) :].split("/")[:-1]:
            top += f"{name}/"
            yield top


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
