"""What holds for all tests: a day that is always the same, so that no example rots, and an empty repository."""

from __future__ import annotations

from pathlib import Path

import hypothesis
import pytest

from pmcoach_lint.settings import Settings, load_settings
from tests.packs import TODAY

hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def _this_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the second week of the smallest pack's cycle, wherever no settings and no command say otherwise."""
    monkeypatch.setattr("pmcoach_lint.settings._this_day", lambda: TODAY)


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty git repository, and the current folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The settings where no file says anything."""
    return load_settings(tmp_path, isolated=True)
