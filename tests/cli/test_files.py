"""Writing files: whole or not at all, and never over one that must not be lost."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pmcoach_lint.cli.files import create, create_folder, give, replace
from pmcoach_lint.settings import UsageError


def refused(path: Path) -> tuple[str, str | None]:
    with pytest.raises(UsageError) as caught:
        create(path, "new")
    return caught.value.message, caught.value.hint


@pytest.fixture(params=["links", "no links"])
def disk(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, on a disk with hard links and on one without."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    if request.param == "no links":
        monkeypatch.setattr(os, "link", refuse)
    return tmp_path


def test_a_file_is_created_with_the_folders_above_it(disk: Path) -> None:
    create(disk / "a" / "b" / "c.md", "größe\n")
    assert (disk / "a" / "b" / "c.md").read_bytes() == "größe\n".encode()
    assert [path.name for path in (disk / "a" / "b").iterdir()] == ["c.md"]


def test_it_may_be_read_by_whom_the_user_lets(disk: Path) -> None:
    create(disk / "a.md", "x")
    (disk / "usual.md").touch()
    assert (disk / "a.md").stat().st_mode == (disk / "usual.md").stat().st_mode


def test_what_exists_is_never_overwritten(disk: Path) -> None:
    (disk / "a.md").write_text("old", encoding="utf-8")
    (disk / "link.md").symlink_to("nowhere.md")
    hint = "Nothing was written: choose another name."
    assert refused(disk / "a.md") == (f"{disk / 'a.md'} exists already.", hint)
    assert refused(disk / "link.md") == (f"{disk / 'link.md'} exists already.", hint)
    assert refused(disk / "a.md" / "b.md") == (f"{disk / 'a.md'} is in the way: it is no folder.", None)
    assert (disk / "a.md").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in disk.iterdir()) == ["a.md", "link.md"]


def test_of_many_at_once_one_wins(disk: Path) -> None:
    texts = [str(number) * 10_000 for number in range(8)]
    start = threading.Barrier(len(texts))
    winners = []

    def attempt(text: str) -> None:
        start.wait()
        try:
            create(disk / "a.md", text)
        except UsageError:
            return
        winners.append(text)

    threads = [threading.Thread(target=attempt, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [(disk / "a.md").read_text(encoding="utf-8")] == winners
    assert [path.name for path in disk.iterdir()] == ["a.md"]


def test_what_cannot_be_written_is_told_and_leaves_nothing(disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    assert refused(disk / ("x" * 300)) == (f"{disk / ('x' * 300)} cannot be written: File name too long.", None)
    monkeypatch.setattr(os, "link", full)
    assert refused(disk / "a.md") == (f"{disk / 'a.md'} cannot be written: No space left on device.", None)
    assert list(disk.iterdir()) == []


def test_half_a_file_does_not_stay_on_a_disk_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    def unreadable(path: Path) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(Path, "read_bytes", unreadable)
    assert refused(tmp_path / "a.md") == (f"{tmp_path / 'a.md'} cannot be written: Input/output error.", None)
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_replaced_at_one_stroke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    replace(tmp_path / "a.json", ["old"])
    replace(tmp_path / "a.json", iter(["n", "ew"]))
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == "new"
    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(UsageError, match=r"a\.json cannot be written: No space left on device\.$"):
        replace(tmp_path / "a.json", ["newer"])
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_what_is_not_told_to_its_end_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "half of "
        raise UsageError("No more.")

    (tmp_path / "a.json").write_text("old", encoding="utf-8")
    with pytest.raises(UsageError, match=r"^No more\.$"):
        replace(tmp_path / "a.json", pieces())
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_a_link_stays_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a.json").write_text("old", encoding="utf-8")
    (tmp_path / "link.json").symlink_to("there/a.json")
    replace(tmp_path / "link.json", ["new"])
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "there" / "a.json").read_text(encoding="utf-8") == "new"


def test_what_is_no_file_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append((tmp_path / "pipe").read_text(encoding="utf-8")))
    reader.start()
    replace(tmp_path / "pipe", ["n", "ew"])
    reader.join(timeout=10)
    assert read == ["new"]
    assert (tmp_path / "pipe").is_fifo()
    with pytest.raises(UsageError, match=r" cannot be written: Is a directory\.$"):
        replace(tmp_path, ["new"])


def test_whoever_could_read_it_can_and_nobody_else(tmp_path: Path) -> None:
    path = tmp_path / "pm-07.md"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o600)

    def pieces() -> Iterator[str]:
        (passing,) = set(tmp_path.iterdir()) - {path}
        assert passing.stat().st_mode & 0o777 == 0o600
        yield "new"

    replace(path, pieces())
    assert (path.read_text(encoding="utf-8"), path.stat().st_mode & 0o777) == ("new", 0o600)


def test_what_is_protected_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "pm-07.md"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o444)
    with pytest.raises(UsageError, match=r"pm-07\.md is protected: it may only be read\.$"):
        replace(path, ["new"])
    assert (path.read_text(encoding="utf-8"), path.stat().st_mode & 0o777) == ("old", 0o444)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
@pytest.mark.parametrize(("mode", "made"), [(0o640, 0o600), (0o644, 0o644)])
def test_the_group_of_what_is_made_is_not_that_of_what_it_is_made_from(tmp_path: Path, mode: int, made: int) -> None:
    source, output = tmp_path / "pack.md", tmp_path / "made.txt"
    source.touch()
    os.chown(source, -1, 4343)
    source.chmod(mode)
    output.touch(0o664)
    replace(output, ["made"], source)
    assert output.stat().st_mode & 0o777 == made


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
def test_owner_and_group_stay(tmp_path: Path) -> None:
    path = tmp_path / "pm-07.md"
    path.write_text("old", encoding="utf-8")
    os.chown(path, 4242, 4343)
    path.chmod(0o660)
    replace(path, ["new"])
    status = path.stat()
    assert (status.st_uid, status.st_gid, status.st_mode & 0o777) == (4242, 4343, 0o660)


@pytest.mark.parametrize("text", ["---\ntype: coaching-pack\n---\n", "---\r\ntype: memo\r\n---\r\n"])
def test_no_output_takes_the_place_of_a_document(tmp_path: Path, text: str) -> None:
    path = tmp_path / "pm-12.md"
    path.write_bytes(text.encode())
    with pytest.raises(UsageError, match=r"pm-12\.md is a document\.$"):
        give("agenda", path)
    assert path.read_bytes() == text.encode()


def test_an_output_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    path = tmp_path / "agenda.md"
    give("# Agenda of 5 October\n", path)
    give("# Agenda of 12 October\n", path)
    assert path.read_text(encoding="utf-8") == "# Agenda of 12 October\n"


def test_what_is_made_from_a_file_may_be_read_by_nobody_else(tmp_path: Path) -> None:
    source = tmp_path / "source.md"
    source.write_text("private", encoding="utf-8")
    source.chmod(0o400)
    create(tmp_path / "a.md", "new", source)
    create_folder(tmp_path / "folder", {"b.md": "new", "deep/c.md": "new"}, source)
    made = [tmp_path / "a.md", tmp_path / "folder" / "b.md", tmp_path / "folder" / "deep" / "c.md"]
    assert [path.stat().st_mode & 0o777 for path in made] == [0o600] * 3


def test_an_output_may_be_read_by_nobody_who_may_not_read_all_that_it_was_made_from(tmp_path: Path) -> None:
    sources = [tmp_path / "log.md", tmp_path / "assessment.md"]
    for source, mode in zip(sources, (0o640, 0o604), strict=True):
        source.write_text("private", encoding="utf-8")
        source.chmod(mode)
    output = tmp_path / "value.txt"
    give("new", output, sources[0])
    assert output.stat().st_mode & 0o777 == 0o640
    give("newer", output, *sources)  # an earlier output is no reason to show more of the next one
    assert output.stat().st_mode & 0o777 == 0o600
