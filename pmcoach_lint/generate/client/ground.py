"""What the documents of an engagement are drafted from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from pmcoach_lint.doctypes import DocType
from pmcoach_lint.generate.client.needs import Heard, heard
from pmcoach_lint.generate.client.said import Client
from pmcoach_lint.generate.client.writing import Data, without_gaps
from pmcoach_lint.generate.draft.library import Library
from pmcoach_lint.standards import Standards


@dataclass(frozen=True)
class Ground:
    """What is known of an engagement, and what its documents are made from besides.

    Args:
        client: What is known of it.
        known: The types of its documents by their names.
        standards: The horizons, client needs and phases that hold.
        library: The libraries that sessions are made from.
        as_of: The day on which it is drafted.
    """

    client: Client
    known: Mapping[str, DocType]
    standards: Standards
    library: Library
    as_of: date

    @property
    def begin(self) -> date:
        """The first day that is still ahead: that of the engagement, or of the draft."""
        return max(filter(None, (self.client.start, self.as_of)))

    @cached_property
    def requests(self) -> list[Heard]:
        """What the client asks for, with what the positioning matrix knows of it."""
        return heard(self.client, self.standards.client_needs)

    def begun(self, kind: str, *path: str) -> list[Data]:
        """The rows that a part of a new document of a type begins with; nothing where they have a gap to fill in."""
        field: Any = self.known[kind].binding
        for step in path:
            field = field.fields[step]
        rows: list[Data] = without_gaps(field.schema.get("default", []))
        return rows
