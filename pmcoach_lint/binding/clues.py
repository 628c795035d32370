"""What is known by the words of its name where it bears none of ours: `Where pm-58 stands`, `What I can see`."""

from __future__ import annotations

from pmcoach_lint.binding.holder import Holder


def told_by_clues(binding: Holder, key: str) -> str | None:
    """The field whose clue fits the words of a name best; None where none does, or those of several equally well."""
    words = set(key.replace("'", " ").split())
    best: dict[str, int] = {}
    for name, whole, begins in binding.clues:
        if whole <= words and all(any(word.startswith(begin) for word in words) for begin in begins):
            best[name] = max(best.get(name, 0), len(whole) + len(begins))
    ranked = sorted(best.items(), key=lambda item: -item[1])
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None
