"""The day on which the tests run: the same one always, so that no example rots. None of them is timed."""

from __future__ import annotations

import hypothesis
import pytest

from pmcoach_lint import settings
from tests.packs import TODAY

hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def _this_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the second week of the smallest pack's cycle, wherever no settings and no command say otherwise."""
    monkeypatch.setattr(settings, "_this_day", lambda: TODAY)
