"""Names in the author's own words, by the words in them: which field `Where pm-58 stands` is the name of."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pmcoach_lint.names import in_one_voice

if TYPE_CHECKING:
    from pmcoach_lint.binding.model import Binding


class Clued:
    """What has `fields` of which some are known by words of a heading or label."""

    fields: dict[str, Binding]

    @cached_property
    def clues(self) -> tuple[tuple[str, frozenset[str], tuple[str, ...]], ...]:
        """What headings in the author's own words are known by, one clue each.

        That is the name of a part, and the words that stand in its heading: whole ones, and beginnings of others. One
        with `=` in front is all that the heading says.
        """
        told = ((name, clue.split()) for name, bound in self.fields.items() for clue in bound.mark.get("clues", ()))
        return tuple(
            (name, frozenset(w for w in words if w[-1] != "*"), tuple(w[:-1] for w in words if w[-1] == "*"))
            for name, words in told
        )

    @cached_property
    def clued(self) -> frozenset[str]:
        """The names of the fields that have clues."""
        return frozenset(name for name, _, _ in self.clues)

    def told_by_clues(self, key: str) -> str | None:
        """The field whose clue fits the words of a name best; None where none does, or those of several equally well.

        Such is a name in the author's own words: `Where pm-58 stands`. What asks why something is not there tells of
        none: `Why not more?`.
        """
        best = self.fitting_clues(key)
        ranked = sorted(best.items(), key=lambda item: -item[1])
        return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None

    def fitting_clues(self, key: str) -> dict[str, int]:
        """The fields of which a clue fits a name, with how many words fit: `Assumptions / unknowns` fits two."""
        if key.startswith("why not "):
            return {}
        said = f"{key} {in_one_voice(key)}" if "'" in key else key
        words = {*said.replace("'", " ").split(), f"={key}"}
        best: dict[str, int] = {}
        for name, whole, begins in self.clues:
            if whole <= words and all(any(word.startswith(begin) for word in words) for begin in begins):
                best[name] = max(best.get(name, 0), len(whole) + len(begins))
        return best
