"""Where the values of a document stand, and what names them; and back from a place in the text to the data.

Most values stand in tables, and their places are asked for by little else than findings: so those in a row are worked
out when the first of them is looked up.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import accumulate
from typing import Any

from pmcoach_lint.binding.extract import Extraction
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path


class Rows:
    """The rows of tables whose places are not worked out yet, and the places to which theirs will be added.

    These are the `values` and `keys` that are known so far.
    """

    def __init__(self, reading: Extraction) -> None:
        self.values, self.keys, self._late = reading.values, reading.keys, reading.late

    def place_at(self, path: Path) -> None:
        """Work out the places in the row that holds what is at `path`, if there is one."""
        late = self._late
        for length in range(1, len(path)) if late else ():
            if path[:length] in late:
                self._place(path[:length])
                return

    def place_all(self) -> None:
        """Work out the places in all rows."""
        for path in list(self._late):
            self._place(path)

    def headers(self) -> Iterator[tuple[Path, Span]]:
        """The headers of the columns from which they are read, each with its path in the first row of its table."""
        last = None
        for path, layout in self._late.items():
            if layout is not last:
                last, header = layout, layout.table.header
                yield from (((*path, held.use.name), header[held.column]) for held in layout.held)
                yield from (((*path, of.field.name), header[at]) for of, rungs in layout.rungs for at, _ in rungs)

    def is_told(self, path: Path, data: Any) -> bool:
        """Whether the `data` has something at `path`, which is no row whose places are not worked out yet."""
        for step in path:
            try:
                data = data[step]
            except (LookupError, TypeError):
                return False
        return path not in self._late and data != {}

    def _place(self, path: Path) -> None:
        self._late.pop(path).place(path, self.values, self.keys)


class Places(Mapping[Path, Span]):
    """The `known` spans by path, among them those of the `rows` that were asked for before."""

    def __init__(self, known: dict[Path, Span], rows: Rows) -> None:
        self._known = known
        self._rows = rows

    def get(self, path: Path, default: Any = None) -> Any:
        """The span at `path`, or `default`."""
        if path not in self._known:
            self._rows.place_at(path)
        return self._known.get(path, default)

    def __getitem__(self, path: Path) -> Span:
        if path not in self._known:
            self._rows.place_at(path)
        return self._known[path]

    def __contains__(self, path: object) -> bool:
        return self.get(path) is not None  # type: ignore[arg-type]

    def __iter__(self) -> Iterator[Path]:
        self._rows.place_all()
        return iter(self._known)

    def __len__(self) -> int:
        self._rows.place_all()
        return len(self._known)


class Read:
    """What has been read of a text: where values of the `data` stand, and what names them.

    For rows whose places are not worked out yet the headers of their columns count. `names` are the paths of what is
    named, by the span of the name.
    """

    def __init__(self, data: dict[str, Any], rows: Rows) -> None:
        self._data, self._rows = data, rows
        self.names = {span: path for path, span in (*rows.headers(), *rows.keys.items())}
        self._values = {span: path for path, span in rows.values.items()}

    def at(self, span: Span) -> bool:
        """Whether a value, or the name of one, lies at `span` or touches it."""
        if (path := self._values.get(span)) and self._rows.is_told(path, self._data):
            return True  # as most that is asked about
        starts, ends = self._single
        before = bisect_right(starts, span[1] - 1)
        return before > 0 and ends[before - 1] > span[0]

    @cached_property
    def _single(self) -> tuple[list[int], list[int]]:
        """Where single values and the names begin, in order, and the last place at which one of those so far ends."""
        rows = self._rows
        holders = {path[:end] for path in rows.values for end in (-1, -2)}
        told = (span for path, span in rows.values.items() if path not in holders and rows.is_told(path, self._data))
        spans = sorted(span for span in (*told, *self.names) if span[0] < span[1])
        return [start for start, _ in spans], list(accumulate((end for _, end in spans), max))


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
