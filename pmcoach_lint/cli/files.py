"""Writing files so that nobody ever sees half of one, or loses one."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from pmcoach_lint.cli import console
from pmcoach_lint.discovery import ENDINGS
from pmcoach_lint.paths import true_path
from pmcoach_lint.report.visible import visible, visible_lines
from pmcoach_lint.settings import UsageError

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EACCES}


def check_name(path: Path) -> None:
    """Refuse a path that no document can have.

    Raises:
        UsageError: It is a folder, or would not be found as a document.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder.", f"Name the file: {path / 'pm-07.md'}, for instance.")
    if not path.name.lower().endswith(ENDINGS):
        raise UsageError(f"{path} would not be found as a document.", f"Name it {path}.md.")
    if path.name.startswith("."):
        raise UsageError(f"{path} would not be found as a document.", "Give it a name that does not begin with a dot.")


def check_apart(output: Path | None, source: Path, what: str) -> None:
    """Refuse to write over what is read: the document at `source`, which is called `what`.

    Raises:
        UsageError: The output is that very file.
    """
    if output and output.exists() and output.samefile(source):
        raise UsageError(f"{output} is {what} itself.", f"Name another file: {what} would be lost.")


def create(path: Path, text: str, source: Path | None = None) -> None:
    """Write a new file, whole or not at all, together with the folders above it.

    Args:
        path: The file.
        text: What it is to hold.
        source: What that was made from: whoever may not read this may not read the new file either.

    Raises:
        UsageError: There is something at `path` already, even if it came this very moment; or it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_beside(path, [text], _link, *filter(None, [source]))
    except FileExistsError as error:
        if path.exists() or path.is_symlink():
            raise UsageError(f"{path} exists already.", "Nothing was written: choose another name.") from None
        raise UsageError(f"{error.filename} is in the way: it is no folder.") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.") from None


def create_folder(path: Path, texts: Mapping[str, str], source: Path | None = None) -> None:
    """Write a new folder with its files, by their names in it: all of them or none.

    Args:
        path: The folder.
        texts: The texts of its files.
        source: What they were made from, which may stand in the folder already.

    Raises:
        UsageError: There is something else in `path` already, or it is no folder; or it cannot be written.
    """
    taken = UsageError(f"{path} exists already.", "Nothing was written: choose another name.")
    inside = [true_path(each) for each in path.iterdir()] if path.is_dir() and not path.is_symlink() else []
    if source is not None and inside == [true_path(source)]:
        _create_each(path, texts, source)
        return
    if path.is_symlink() or (path.exists() and not path.is_dir()) or inside:
        raise taken
    passing = path.parent / f".pmcoach-{os.getpid()}-{os.urandom(4).hex()}.tmp"
    try:
        for name, text in texts.items():
            (passing / name).parent.mkdir(parents=True, exist_ok=True)
            (passing / name).touch()
            _keep_narrow(passing / name, filter(None, [source]))
            (passing / name).write_text(text, encoding="utf-8", newline="\n")
        if path.exists():
            path.rmdir()
        passing.rename(path)
    except OSError as error:
        if path.exists() and any(path.iterdir()):
            raise taken from None
        raise UsageError(f"{path} cannot be written: {error.strerror}.") from None
    finally:
        shutil.rmtree(passing, ignore_errors=True)


def _create_each(folder: Path, texts: Mapping[str, str], source: Path) -> None:
    """Write new files into a folder that is there, all of them or none."""
    made: list[Path] = []
    try:
        for name, text in texts.items():
            create(folder / name, text, source)
            made.append(folder / name)
    except UsageError:
        for path in made:
            path.unlink()
            if path.parent != folder and not any(path.parent.iterdir()):
                path.parent.rmdir()
        raise


def replace(path: Path, pieces: Iterable[str], *sources: Path) -> None:
    """Write a file, whole or not at all, in place of what may be there; a link stays, and what it leads to is written.

    Whoever may read what was there may read what comes in its place, and nobody else. What is no file, such as a pipe
    or a terminal, is written to piece by piece.

    Args:
        path: The file.
        pieces: What it is to hold.
        sources: What that was made from: whoever may not read all of these may not read the file either.

    Raises:
        UsageError: It cannot be written, or is protected from it.
    """
    try:
        if path.is_file() and not path.stat().st_mode & _WRITABLE:
            raise UsageError(f"{path} is protected: it may only be read.", "Nothing was written to it.")
        if path.exists() and not path.is_file():
            with path.open("w", encoding="utf-8", newline="\n") as stream:
                stream.writelines(pieces)
        else:
            _write_beside(true_path(path), pieces, os.replace, *sources)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.") from None


def give(text: str, output: Path | None, *sources: Path, for_people: bool = False) -> None:
    """Write what a command has made to the file that was named for it, and tell so; without one, to standard output.

    Args:
        text: What the command has made.
        output: The file, if one was named.
        sources: What the text was made from: whoever may not read all of these may not read the file either.
        for_people: Whether it is read on a terminal, and not by programs alone.

    Raises:
        UsageError: The file is a document, or cannot be written.
    """
    if output is None:
        console.write([visible_lines(text) if for_people else text], utf_8=not for_people)
        return
    if output.name.lower().endswith(ENDINGS) and output.is_file() and _says_type(output):
        raise UsageError(f"{output} is a document.", "Name another file: what stands in it would be lost.")
    replace(output, [text], *sources)
    if output.is_file():  # and no pipe or terminal, in which the telling might end up as well
        console.write([f"Wrote {visible(str(output))}.\n"])


def _says_type(path: Path) -> bool:
    """Whether the front matter of a file says what kind of document it is; none that we make for people does."""
    from pmcoach_lint.loading import load_document

    return "type" in (load_document(path, path.name).marked.value or ())


def _keep_narrow(path: Path, sources: Iterable[Path]) -> None:
    """Take from those who may read the file at `path` whoever may not read all that it was made from."""
    for source in sources:
        there, here = source.stat(), path.stat()
        may = there.st_mode | stat.S_IWUSR
        if there.st_gid != here.st_gid:  # there they are others
            may &= ~stat.S_IRWXG | (may & stat.S_IRWXO) << 3
        path.chmod(stat.S_IMODE(here.st_mode & may))


def _write_beside(path: Path, pieces: Iterable[str], publish: Callable[[Path, Path], None], *sources: Path) -> None:
    """Write to a file for the time being in the folder of `path`, and have it published under that name."""
    passing = path.parent / f".pmcoach-{os.getpid()}-{os.urandom(4).hex()}.tmp"
    try:
        with passing.open("x", encoding="utf-8", newline="\n") as file:
            if path.exists():  # before there is a word in it that others could read
                _keep_owner(path, passing)
                shutil.copymode(path, passing)
            _keep_narrow(passing, sources)
            file.writelines(pieces)
        publish(passing, path)
    finally:
        passing.unlink(missing_ok=True)


def _keep_owner(path: Path, passing: Path) -> None:
    """Give the file for the time being the owner and the group of the other, as far as one may."""
    status = path.stat()
    for owner in (status.st_uid, -1):
        try:
            os.chown(passing, owner, status.st_gid)
        except (OSError, AttributeError):  # of somebody else's files one may not, and some systems have no owners
            continue
        return


def _link(passing: Path, path: Path) -> None:
    """Give the file at `passing` the name `path`, which the system refuses when that is taken."""
    try:
        os.link(passing, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _copy(passing, path)


def _copy(passing: Path, path: Path) -> None:
    """The same for a disk that knows no links, such as a memory stick: not at one stroke, but never over a file."""
    with path.open("xb") as file:
        shutil.copymode(passing, path)
        try:
            file.write(passing.read_bytes())
            file.flush()
        except OSError:
            path.unlink()
            raise
