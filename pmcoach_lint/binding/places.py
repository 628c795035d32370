"""Where the values of a document stand, and what names them.

Most values stand in tables, and their places are asked for by little else than findings: so those in a row are worked
out when the first of them is looked up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pmcoach_lint.binding.extract import Extraction
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path


class Rows:
    """The rows of tables whose places are not worked out yet, and the places to which theirs will be added."""

    def __init__(self, reading: Extraction) -> None:
        self._values, self._keys, self._late = reading.values, reading.keys, reading.late

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

    def _place(self, path: Path) -> None:
        layout, row = self._late.pop(path)
        layout.place(row, path, self._values, self._keys)


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
