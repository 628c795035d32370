"""What a site is made of: the one value that every page is a function of."""

from __future__ import annotations

from dataclasses import dataclass, field

import click

from pmcoach_lint.doctypes import DocType
from pmcoach_lint.rules import Rule
from pmcoach_lint.site.pack import Pack
from pmcoach_lint.site.page import Links

HOME = "index.md"
PACK_INDEX = "packs/index.md"
RULE_INDEX = "reference/rules/index.md"
TYPE_INDEX = "reference/types/index.md"
SETTINGS = "reference/settings.md"
COMMANDS = "reference/commands.md"
GETTING_STARTED = "getting-started.md"
SCHEMAS = "reference/schemas"


@dataclass(frozen=True)
class Site:
    """What the pages are made of.

    `own` are the paths of the pages that somebody wrote by hand: none of them is made anew, and they can be linked
    to. `command` is the program that the command reference describes.
    """

    name: str
    description: str = ""
    packs: tuple[Pack, ...] = ()
    doctypes: tuple[DocType, ...] = ()
    rules: tuple[Rule, ...] = ()
    command: click.Command | None = None
    own: frozenset[str] = frozenset()
    links: Links = field(default_factory=Links)

    def rule_page(self, rule: Rule) -> str:
        """The path of a rule's page, at which findings point."""
        return f"reference/rules/{rule.code.lower()}.md"

    def type_page(self, doctype: DocType) -> str:
        """The path of the page that describes a type of document."""
        return f"reference/types/{doctype.name}.md"
