"""What a misspelt word was most likely meant to be."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Find the word that another one was most likely meant to be.

    Args:
        word: The word; capital letters do not count.
        known: The words that it could be.
        cutoff: How much alike they must be, from 0 to 1.

    Returns:
        The known word most like `word`, as it is known, or None when nothing is like it.
    """
    import difflib  # noqa: PLC0415 - only a mistake needs it

    by_folded = {name.casefold(): name for name in known}
    close = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=cutoff)
    return by_folded[close[0]] if close else None
