"""Regular expressions that are compiled when they are first used.

Most of the hundreds that the tool knows are for what people write now and then, and a run needs few of them. To
compile them all took a third of the time in which one pack is checked from the shell.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Late:
    """A regular expression of which nothing but the text is known until something is asked of it."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._written: tuple[Any, int] = pattern, flags
        self._compiled: re.Pattern[Any] | None = None

    def __getattr__(self, name: str) -> Any:
        """What the compiled expression has under `name`; kept, so that this is called once for each name."""
        if self._compiled is None:
            self._compiled = re.compile(*self._written)
        value = getattr(self._compiled, name)
        setattr(self, name, value)
        return value


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, but compiled when it is first used. An error in `pattern` is raised only then."""
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))
