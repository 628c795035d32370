"""From a place in the text back to the data: which value is written there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path


class Whereabouts:
    """The spans of a document's values and of their names, laid out so that the innermost one is found at once.

    `values` and `names` are those spans by the paths of the values. Spans lie inside one another; those that only
    overlap, which no reader makes, would be looked for in the one that begins later.
    """

    def __init__(self, values: Mapping[Path, Span], names: Mapping[Path, Span]) -> None:
        self._paths: dict[Span, list[Path]] = {}
        for path, span in values.items():
            self._paths.setdefault(span, []).append(path)
        for path, span in names.items():
            self._paths.setdefault(span, []).append(_named(path, span, values))
        self._spans = sorted(self._paths, key=lambda span: (span[0], -span[1]))
        self._starts = [span[0] for span in self._spans]
        self._around = _around(self._spans)

    def at(self, span: Span) -> tuple[Path, Span] | None:
        """The path and the span of the innermost value, or name of one, that `span` lies in; None outside of all."""
        place = bisect_right(self._starts, span[0]) - 1
        while place >= 0 and self._spans[place][1] < span[1]:
            place = self._around[place]
        if place < 0:
            return None
        found = self._spans[place]
        return _meant(self._paths[found]), found


def _around(spans: list[Span]) -> list[int]:
    """For each of `spans`, in their order, the place of the one that it lies in, or -1."""
    around: list[int] = []
    open_spans: list[int] = []
    for place, (_, end) in enumerate(spans):
        while open_spans and spans[open_spans[-1]][1] < end:
            open_spans.pop()
        around.append(open_spans[-1] if open_spans else -1)
        open_spans.append(place)
    return around


def _named(path: Path, span: Span, values: Mapping[Path, Span]) -> Path:
    """What the name at `span` stands for: the header of a column does not belong to one record, but to their list."""
    for place, step in enumerate(path):
        if isinstance(step, int):
            start, end = values.get(path[: place + 1], span)
            if not start <= span[0] <= span[1] <= end:
                return path[:place]
    return path


def _meant(paths: list[Path]) -> Path:
    """The path that a span stands for which has several.

    The innermost counts: the only entry of a list, not the list. Of the two levels of one step, the first by its name
    counts.
    """
    deepest = max(map(len, paths))
    return min((path for path in paths if len(path) == deepest), key=str)
