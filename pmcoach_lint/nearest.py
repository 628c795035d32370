"""What a misspelt word was most likely meant to be, and how messages ask about it or name several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


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


def did_you_mean(near: str | None) -> str:
    """The question that follows a message, with the space before it; empty when nothing is near."""
    return f" Did you mean “{near}”?" if near else ""


def in_a_row(names: Sequence[str], joined: str = "and") -> str:
    """Several names as a sentence gives them, with `joined` before the last: `a`, `a and b`, `a, b and c`."""
    return f"{', '.join(names[:-1])} {joined} {names[-1]}" if len(names) > 1 else "".join(names)
