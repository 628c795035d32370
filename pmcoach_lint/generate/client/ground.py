"""What the documents of an engagement are drafted from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from pmcoach_lint.doctypes import DocType
from pmcoach_lint.generate.client.said import Client
from pmcoach_lint.generate.client.writing import Data, without_gaps
from pmcoach_lint.generate.draft.library import Library
from pmcoach_lint.regex import regex
from pmcoach_lint.standards import ClientNeed, Standards
from pmcoach_lint.tuples import NamedTuple

_WORDS = regex(r"(?:[^\w']|\b(?:the|a|an|our|your|some|this|that|for|with|us|me)\b)+")


class Heard(NamedTuple):
    """A request, in the words of whoever asked; `need` is what it is called in the matrix, None where it is unknown."""

    request: str
    need: ClientNeed | None

    @property
    def quoted(self) -> str:
        """The request in quotation marks."""
        return self.request if self.request.startswith("“") else f"“{self.request.rstrip('.')}”"


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
        return _heard(self.client, self.standards.client_needs)

    def begun(self, kind: str, *path: str) -> list[Data]:
        """The rows that a part of a new document of a type begins with; nothing where they have a gap to fill in."""
        field: Any = self.known[kind].binding
        for step in path:
            field = field.fields[step]
        rows: list[Data] = without_gaps(field.schema.get("default", []))
        return rows


def _heard(client: Client, needs: Sequence[ClientNeed]) -> list[Heard]:
    """The requests of a client in their order, held against the positioning matrix.

    Where none was written down, they are those that the client's expectations name.
    """
    if client.requests:
        return [Heard(request, _need(request, needs)) for request in client.requests]
    stakes = [str(one.get("expectation", "")) for one in client.page.get("stakeholders", [])]
    texts = " . ".join([*client.page.get("expectations", []), *stakes])
    return [Heard(need.need, need) for need in needs if _is_named(need, texts)]


def _need(request: str, needs: Sequence[ClientNeed]) -> ClientNeed | None:
    return next((need for need in needs if _is_named(need, request)), None)


def _is_named(need: ClientNeed, text: str) -> bool:
    """Whether a need is named in a text by one of its names, as words of their own."""
    words = f" {_plain(text)} "
    return any(name and f" {name} " in words for name in map(_plain, (need.need, *need.also)))


def _plain(text: str) -> str:
    return " ".join(_WORDS.sub(" ", text.casefold()).split())
