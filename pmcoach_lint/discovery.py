"""The documents of a repository: which files they are.

Files that the user names are taken as they are. Folders are walked in sorted order, and what git ignores, what is
hidden and what the settings exclude is left out. Nothing is kept but the folders on the way to the present file, so
that a hundred thousand files need hardly more memory than ten.

Folders of standards may be shared with others: they often lie among the pages of a site. There a file without a type
in its front matter is an ordinary page, and no document.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from pmcoach_lint.ignores import Patterns, Rules, read_patterns, real_path, rules_above
from pmcoach_lint.nearest import did_you_mean_path
from pmcoach_lint.paths import shown_path, true_path
from pmcoach_lint.regex import regex
from pmcoach_lint.settings import OWN_FILE, Settings, UsageError, optional_folders
from pmcoach_lint.tuples import NamedTuple

ENDINGS = (".md", ".markdown")
"""How the names of documents end, in small letters."""

_HEAD = 4096
"""So many bytes are looked at for a type: front matter is far shorter."""

_ANY_TYPE = regex(rb"""\A(?:\xef\xbb\xbf)?\s*-{3,}[ \t]*\r?\n(?:(?!-{3}|\.{3}).*\n)*?["']?type["']?[ \t]*:""")
_FRONT = regex(rb"(?:\xef\xbb\xbf)?\s*---[ \t]*\r?\n")
_TYPE = regex(rb"""^type[ \t]*:[ \t]*["']?([a-z0-9-]+)["']?[ \t]*(?:\r?$|[ \t]#)""", re.MULTILINE)


_NO_DOCUMENTS = frozenset({".toml", ".yml", ".yaml"})
"""Endings of files beside documents, such as settings. What has any other may be Markdown all the same."""


class PathError(UsageError):
    """A path that the user named, or a folder of the settings, cannot be looked at."""


def discover(paths: Sequence[Path], settings: Settings, *, force_exclude: bool) -> Iterator[Path]:
    """Find the documents to check.

    Args:
        paths: The files and folders that the user named; when there are none, the settings' folders are walked.
        settings: The settings of the repository.
        force_exclude: Leave out what a walk through the settings' folders would not find, although it was named.

    Returns:
        The paths of the documents, found while they are asked for, each once.

    Raises:
        UsageError: A path that was named, or else a folder of the settings, cannot be looked at. It is raised before
            the first document is found.
    """
    discovery = _Discovery(settings, as_named=bool(paths) and not force_exclude)
    paths = paths or _folders(settings)
    for path in paths:
        problem = _problem(path)
        if problem is not None:
            raise PathError(f"{path} {problem}")
        if path.suffix.lower() in _NO_DOCUMENTS and not force_exclude:
            raise PathError(f"{path} is no document: documents are Markdown, in files that end in .md.")
    if force_exclude or any(path.is_dir() for path in paths):
        _ = discovery.excludes  # a pattern that is none is said before the first document is checked
    return discovery.through(paths, force_exclude=force_exclude)


def documents_in(folder: Path, settings: Settings) -> list[Path]:
    """The real paths of the documents right in a folder, as a walk comes upon them; none if it cannot be listed."""
    return [Path(file) for file in _Discovery(settings).right_in(real_path(folder))]


def belongs(path: Path, settings: Settings) -> bool:
    """Whether a walk through the settings' folders would find a file at `path`, which need not exist."""
    return _Discovery(settings).finds(path)


def _folders(settings: Settings) -> list[Path]:
    """The settings' folders, as they are shown; each must be a folder that exists. Those of standards come last."""
    folders = [Path(shown_path(settings.root / folder)) for folder in settings.folders]
    for folder in folders:
        problem = _problem(folder) or (None if folder.is_dir() else "is not a folder.")
        if problem is not None:
            named = f", which {shown_path(settings.source)} names," if settings.source else ""
            hint = f"Name the files to check, or say where they are: folders = [...] in {OWN_FILE}."
            if not settings.source:
                hint += " A new repository begins with pmcoach init."
            raise PathError(f"The folder {folder.as_posix()}{named} {problem}", hint)
    return [*folders, *(Path(shown_path(folder)) for folder in optional_folders(settings, "standards"))]


def _problem(path: Path) -> str | None:
    """Why `path` cannot be looked at, as the end of a sentence, or None."""
    try:
        path.stat()
    except OSError as error:
        if error.errno == errno.ELOOP:
            return "is a link that leads back to itself."
        if isinstance(error, FileNotFoundError | NotADirectoryError):
            if path.is_symlink():
                return "is a link to something that does not exist."
            return f"does not exist.{did_you_mean_path(path)}"
        return f"cannot be opened: {error.strerror}."
    return None


class _Entry(NamedTuple):
    """What a walk comes upon: its path as it is shown, its real path, and the rules that it was found by.

    A folder's paths end in a slash; the current folder is shown as nothing at all.
    """

    shown: str
    real: str
    rules: Rules


class _Discovery:
    """One search for documents.

    Folders go by their real paths with a slash at the end. Of what the user named, it is remembered what was met
    already, on its own turn or inside another folder: nothing is checked twice. `as_named` says that the user has named
    what to check, and all of it is to be taken as it is.
    """

    def __init__(self, settings: Settings, *, as_named: bool = False) -> None:
        self._root = real_path(settings.root)
        own = tuple(real_path(settings.root / folder) for folder in settings.folders)
        standards = tuple(map(real_path, optional_folders(settings, "standards")))
        self._folders = tuple(dict.fromkeys((*own, *standards)))
        self._shared = () if as_named else tuple(folder for folder in standards if not folder.startswith(own))
        self._exclude = settings.exclude
        self._reached: dict[str, Rules | None] = {}
        self._named: set[str] = set()
        self._met: set[str] = set()

    @cached_property
    def excludes(self) -> Patterns:
        """The patterns of the settings, read only when a folder is walked."""
        patterns, others = read_patterns(self._exclude)
        if others:
            raise UsageError(f"“{others[0]}”, which the setting “exclude” names, is no pattern that pmcoach can read.")
        return patterns

    def through(self, paths: Iterable[Path], *, force_exclude: bool) -> Iterator[Path]:
        """The documents at and under `paths`."""
        named = [(path, real_path(path) if path.is_dir() else true_path(path).as_posix()) for path in paths]
        self._named.update(real for _, real in named)
        for path, real in named:
            if not real.endswith("/"):
                if self._is_new(real) and (not force_exclude or self.finds(path)):
                    yield path
                continue
            for shown, start in self._inside(path, real) if force_exclude else [(path, real)]:
                if self._is_new(start):
                    yield from self._walk(shown, start)

    def finds(self, path: Path) -> bool:
        """Whether a walk through the settings' folders comes upon a file at `path`."""
        folder = real_path(path.parent)
        rules = self._reach(folder)
        is_found = rules is not None and _is_document(path.name) and not rules.leave_out(folder + path.name)
        return is_found and self._counts(folder + path.name)

    def right_in(self, real: str) -> list[str]:
        """The documents right in the folder at `real`."""
        found = _entries(_Entry("", real, rules_above(real, self._root, self.excludes)))
        return [entry.real for entry in found if entry.real.startswith(real) and not entry.real.endswith("/")]

    def _counts(self, real: str) -> bool:
        """Whether a file that has been found is a document, and not an ordinary page beside the standards."""
        return not real.startswith(self._shared) or may_say_type(Path(real))

    def _is_new(self, real: str) -> bool:
        """Whether the file or folder at `real` was not met yet; from now on it was, if it is one that was named."""
        if real in self._met:
            return False
        if real in self._named:
            self._met.add(real)
        return True

    def _inside(self, path: Path, real: str) -> list[tuple[Path, str]]:
        """Where to walk for a named folder: in it if it is in one of the settings' folders, else in those in it."""
        if self._reach(real) is not None:
            return [(path, real)]
        inner = [folder for folder in self._folders if folder.startswith(real) and Path(folder).is_dir()]
        self._named.update(inner)
        return [(path / folder[len(real) :], folder) for folder in inner]

    def _reach(self, folder: str) -> Rules | None:
        """The rules that hold in `folder`, or None when a walk through the settings' folders does not come to it."""
        if folder not in self._reached:
            self._reached[folder] = self._descend(folder)
        return self._reached[folder]

    def _descend(self, folder: str) -> Rules | None:
        start = max((start for start in self._folders if folder.startswith(start)), key=len, default=None)
        if start is None:
            return None
        rules = rules_above(start, self._root, self.excludes).entering(start)
        for name in folder[len(start) :].split("/")[:-1]:
            start += f"{name}/"
            if name.startswith(".") or rules.leave_out(start):
                return None
            rules = rules.entering(start)
        return rules

    def _walk(self, path: Path, real: str) -> Iterator[Path]:
        """The documents in a folder and below it, without recursion: folders may be nested deeper than calls."""
        shown = "" if path == Path() else f"{path.as_posix().rstrip('/')}/"
        pending = [_entries(_Entry(shown, real, rules_above(real, self._root, self.excludes)))]
        while pending:
            entry = next(pending[-1], None)
            if entry is None:
                pending.pop()
            elif self._is_new(entry.real):
                if entry.real.endswith("/"):
                    pending.append(_entries(entry))
                elif self._counts(entry.real):
                    yield Path(entry.shown)


def _entries(folder: _Entry) -> Iterator[_Entry]:
    """What is in a folder and not left out: documents, and folders in which there may be some.

    A folder that cannot be listed stands for itself, as if it were a document: its reader says why it cannot be read.
    """
    shown, real, above = folder
    rules = above.entering(real)
    try:
        with os.scandir(real) as entries:
            names = [name for entry in entries if (name := _wanted(entry)) and not rules.leave_out(real + name)]
    except (FileNotFoundError, NotADirectoryError):
        return  # it has vanished since the folder above was listed
    except OSError:
        yield _Entry(shown, real.rstrip("/"), above)
        return
    for name in sorted(names, key=lambda name: name.rstrip("/")):
        yield _Entry(shown + name, real + name, rules)


def _wanted(entry: os.DirEntry[str]) -> str:
    """The name of a document, or that of a folder with a slash at its end; nothing for what no walk looks at."""
    if entry.is_dir(follow_symlinks=False):
        return "" if entry.name.startswith(".") else f"{entry.name}/"
    return entry.name if _is_document(entry.name) and not _leads_to_folder(entry) else ""


def _is_document(name: str) -> bool:
    return name.lower().endswith(ENDINGS) and not name.startswith(".")


def may_say_type(path: Path) -> bool:
    """Whether the file has a type in its front matter. One that cannot be read may have: its reader says why."""
    if not path.is_file():  # nor may one be opened that is a pipe: reading it may never end
        return True
    try:
        with path.open("rb") as stream:
            return _ANY_TYPE.match(stream.read(_HEAD)) is not None
    except OSError:
        return True


def type_said_at(path: Path) -> str | None:
    """The type that the document at `path` gives in its front matter, as far as a glance tells; else None."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except (OSError, ValueError):
        return None
    front = _FRONT.match(head)
    found = _TYPE.search(head[front.end() :].split(b"\n---", 1)[0]) if front else None
    return found[1].decode() if found else None


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    """Whether it is a link to a folder. One that leads nowhere, or a pipe, is for the reader to complain about."""
    try:
        return entry.is_dir()
    except OSError:
        return False
