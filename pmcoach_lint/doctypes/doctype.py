"""One type of document."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.whole import Whole, compile_whole

if TYPE_CHECKING:
    import jsonschema_rs

PACK = "coaching-pack"
"""The type of a coaching pack."""

MODEL = "competency-model"
"""The type of what a pack may name in place of a competency table of its own."""

ENGAGEMENT = "engagement"
"""The type of the document that makes its folder that of one client engagement, and the family of those in it."""

ASSESSMENT = "value-assessment"
"""The type of what tells what a client engagement is worth."""

PROPOSAL = "work-proposal"
"""The type of what offers a client more or other work."""

PLAN = "coaching-plan"
"""The type of what one PM of the client's team is to learn in a client engagement."""

LOG = "event-log"
"""The type of what records, day by day, what the fractional PM has done for a client."""


class DocType:
    """A type of document: its name as front matter gives it, its title, and its schema with all `$ref`s inside.

    `path` is the file of the schema, and `beside` are those beside it that it refers to.
    """

    def __init__(
        self, name: str, title: str, schema: dict[str, Any], path: Path, beside: tuple[Path, ...] = ()
    ) -> None:
        self.name = name
        self.title = title
        self.schema = schema
        self.path = path
        self.beside = beside

    @property
    def family(self) -> str:
        """What the type belongs to: `coaching`, `engagement` or `standard`."""
        return str(self.schema.get("x-family", "coaching"))

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other names by which documents may say that they are of the type."""
        return tuple(self.schema.get("x-aliases", ()))

    @property
    def definitions(self) -> dict[str, Any]:
        """The shared parts that the schema refers to, by name."""
        definitions: dict[str, Any] = self.schema.get("$defs", {})
        return definitions

    @cached_property
    def binding(self) -> Whole:
        """Which property is written where, compiled."""
        return compile_whole(self.schema, self.definitions)

    @cached_property
    def gate(self) -> jsonschema_rs.Draft202012Validator:
        """The fast validator, which says yes or no."""
        import jsonschema_rs  # noqa: PLC0415 - takes 30 ms to import, and not every command validates

        return jsonschema_rs.Draft202012Validator(self.schema)
