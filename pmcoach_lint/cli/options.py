"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

from pmcoach_lint.cli import console
from pmcoach_lint.settings import Settings, UsageError, load_settings


def settings_for(config: Path | None = None, *, isolated: bool = False) -> Settings:
    """The settings that hold in the current folder; what the user should know about them is said at once.

    Raises:
        UsageError: They cannot be used, or the current folder is gone.
    """
    try:
        here = Path.cwd()
    except FileNotFoundError:
        raise UsageError("The current folder no longer exists.") from None
    settings = load_settings(here, config=config, isolated=isolated)
    for notice in settings.notices:
        console.remark(notice)
    return settings
