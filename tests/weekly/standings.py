"""Packs as they stand on a day, for tests."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.document import read_document
from pmcoach_lint.loading import load_document
from pmcoach_lint.repository import Repository
from pmcoach_lint.settings import Settings
from pmcoach_lint.weekly.standing import Standing


def standing(text: str, as_of: str) -> Standing:
    """How the pack of this text stands on a day."""
    document = read_document(text.encode(), "packs/pm-07.md")
    repository = Repository(Settings(root=Path("/nowhere")), lambda path: load_document(path, path.as_posix()))
    return Standing(Chain(repository.workspace([document]), document), date.fromisoformat(as_of))
