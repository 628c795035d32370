"""What the client asks for, held against the positioning matrix: the answer that it has, or that nobody has one yet."""

from __future__ import annotations

from collections.abc import Sequence

from pmcoach_lint.generate.client.said import Client
from pmcoach_lint.regex import regex
from pmcoach_lint.standards import ClientNeed
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


def heard(client: Client, needs: Sequence[ClientNeed]) -> list[Heard]:
    """The requests of a client in their order.

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
