"""What is at a path, where it leads, and how it is shown."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pmcoach_lint.paths import git_root, is_special, is_there, shown_path, true_path


def test_a_path_is_shown_from_the_current_folder_when_it_is_below_it(repo: Path) -> None:
    assert shown_path(repo / "a" / "b.md") == "a/b.md"
    assert shown_path(repo.parent / "b.md") == (repo.parent / "b.md").as_posix()
    assert shown_path(Path("../b.md")) == "../b.md"


def test_a_path_is_followed_wherever_it_leads(repo: Path) -> None:
    (repo / "there.md").touch()
    (repo / "link.md").symlink_to("there.md")
    (repo / "loop").symlink_to("loop")
    (repo / "nowhere").symlink_to("gone")
    assert true_path(repo / "link.md") == repo / "there.md"
    assert true_path(repo / "loop") == repo / "loop"
    assert true_path(repo / "nowhere") == repo / "gone"
    assert [is_there(repo / name) for name in ("link.md", "nowhere", "a\0b")] == [True, False, False]


def test_pipes_and_devices_are_special_and_nothing_else_is(repo: Path) -> None:
    os.mkfifo(repo / "pipe")
    (repo / "file").touch()
    special = [is_special(path) for path in (repo / "pipe", Path(os.devnull), repo / "file", repo, repo / "gone")]
    assert special == [True, True, False, False, False]


def test_a_folder_that_may_not_be_looked_into_is_no_root(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.exists

    def refuse(path: Path, *arguments: bool, **options: bool) -> bool:
        if path.parent.name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *arguments, **options)

    monkeypatch.setattr(Path, "exists", refuse)
    assert git_root(repo / "closed" / "inner") == repo


def test_what_is_in_the_same_repository_is_shown_by_the_way_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "repo" / "packs"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    other = tmp_path / "repo" / "clients" / "a.md"
    assert shown_path(other) == other.as_posix(), "there is no repository"
    (tmp_path / "repo" / ".git").mkdir()
    assert shown_path(other) == "../clients/a.md"
    assert shown_path(here / "a.md") == "a.md"
    assert shown_path(tmp_path / "b.md") == (tmp_path / "b.md").as_posix()
    assert shown_path(Path("../c.md")) == "../c.md"
