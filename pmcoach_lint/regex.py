"""Regular expressions that are compiled when they are first used.

Most of the hundreds that the tool knows are for what people write now and then, and a run needs few of them. To
compile them all took a third of the time in which one pack is checked from the shell.

What takes longest to compile is a set in which signs beyond Latin-1 stand apart from others, such as `[:–—|]`: for it
Python makes a map of 65,536 signs. `[:|]|[–—]` takes a fifth, where its neighbours keep Python from joining the two.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any, AnyStr, cast


class _Late:
    """A regular expression of which nothing but the text is known until something is asked of it."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags
        self._compiled: re.Pattern[Any] | None = None

    def __getattr__(self, name: str) -> Any:
        """What the compiled expression has under `name`; kept, so that this is called once for each name."""
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self._flags)
        value = getattr(self._compiled, name)
        setattr(self, name, value)
        return value


class _Near(_Late):
    """A regular expression of which it is known what stands in every text in which it is found."""

    def __init__(self, pattern: str, flags: int, near: tuple[str, ...]) -> None:
        super().__init__(pattern, flags)
        self._near = near
        self._expression = cast("re.Pattern[str]", _Late(pattern, flags))

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        """The first place where the expression is found."""
        return self._expression.search(text, *bounds) if self._may_be_in(text, *bounds) else None

    def match(self, text: str, *bounds: int) -> re.Match[str] | None:
        """What is found at the beginning."""
        return self._expression.match(text, *bounds) if self._may_be_in(text, *bounds) else None

    def fullmatch(self, text: str, *bounds: int) -> re.Match[str] | None:
        """What is found in a text as a whole."""
        return self._expression.fullmatch(text, *bounds) if self._may_be_in(text, *bounds) else None

    def finditer(self, text: str, *bounds: int) -> Iterator[re.Match[str]]:
        """All places where the expression is found."""
        return self._expression.finditer(text, *bounds) if self._may_be_in(text, *bounds) else iter(())

    def _may_be_in(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        return any(map(text[start:end].lower().__contains__, self._near))


def regex(pattern: AnyStr, flags: int = 0, near: str = "") -> re.Pattern[AnyStr]:
    """What `re.compile` gives, but compiled when it is first used. An error in `pattern` is raised only then.

    Args:
        pattern: The regular expression.
        flags: Its flags.
        near: Pieces of words in small letters, of which one stands in whatever the expression finds. A text without
            any of them is told by that alone, which takes less than to compile a long expression.
    """
    if near and isinstance(pattern, str):
        return cast("re.Pattern[AnyStr]", _Near(pattern, flags, tuple(near.split())))
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))


_ANY_CASE = int(re.IGNORECASE)


def anycase(pattern: str, flags: int = 0, near: str = "") -> re.Pattern[str]:
    """The same, whatever the case of the letters."""
    return regex(pattern, _ANY_CASE | flags, near)


def small_as_matched(text: str) -> str:
    """A text in the small letters for which a pattern that ignores case takes it: `ı` for `i`, and `ſ` for `s`.

    A word that such a pattern has found is looked up by these.
    """
    return text.casefold().replace("ı", "i")
