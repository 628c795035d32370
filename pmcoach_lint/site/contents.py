"""What a site is made of: the one value that every page is a function of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any

import click

from pmcoach_lint.doctypes import MODEL, PACK, DocType
from pmcoach_lint.resources import schema_folder
from pmcoach_lint.rules import Rule
from pmcoach_lint.site.doc import Doc
from pmcoach_lint.site.engagement import Engagement
from pmcoach_lint.site.frameworks import Frameworks
from pmcoach_lint.site.pack import Pack
from pmcoach_lint.site.page import Links
from pmcoach_lint.site.people import PEOPLE, People, people_of
from pmcoach_lint.site.placing import DOCUMENTS
from pmcoach_lint.site.standard import FOLDER, Standard

HOME = "index.md"
WORDS = "home.md"
"""What a repository says on its home page in its own words, beside `index.md`, which would replace the page."""
PACK_INDEX = "packs/index.md"
PEOPLE_INDEX = f"{PEOPLE}/index.md"
CLIENT_INDEX = "clients/index.md"
DOCUMENT_INDEX = "documents/index.md"
STANDARD_INDEX = f"{FOLDER}/index.md"
RULE_INDEX = "reference/rules/index.md"
COVERAGE = "reference/coverage.md"
TYPE_INDEX = "reference/types/index.md"
SETTINGS = "reference/settings.md"
COMMANDS = "reference/commands.md"
GETTING_STARTED = "getting-started.md"
SCHEMAS = "reference/schemas"

FAMILIES = {
    "coaching": "Coaching",
    "engagement": "Client engagements",
    "standard": "Frameworks and standards",
    "own": "Your own",
}
"""The families of document types in the order in which they are shown. Types that a team has added are its own."""

_SHOWN_AMONG = {"engagement-intake": "engagement"}
"""Types that readers look for in another family: what comes before an engagement is not checked with its documents."""

ORDER = (
    "intake",
    PACK,
    MODEL,
    "engagement-intake",
    "engagement",
    "value-assessment",
    "coaching-plan",
    "work-proposal",
    "event-log",
    "artifact",
    "evidence-portfolio",
    "value-ladder",
    "work-dimensions",
    "positioning-matrix",
    "horizons",
    "workflow-phases",
    "quality-standards",
    "principles",
    "intake-bank",
    "engagement-bank",
    "competency-library",
    "practice-library",
    "risk-catalogue",
    "coaching-workflow",
    "coaching-checklists",
    "coaching-rubric",
    "engagement-rubric",
)
"""The types of documents in the order in which they are met in practice; any other follows by its title."""


def type_order(name: str, title: str) -> tuple[int, str]:
    """What types of documents are sorted by."""
    return (ORDER.index(name) if name in ORDER else len(ORDER), title.casefold())


SMALLEST_GROUP = 5
"""Of fewer people no counts are shown, unless a site wants it otherwise: they would tell of each. Our own figure."""


@dataclass(frozen=True)
class Site:
    """What the pages are made of.

    `others` are the documents that are neither packs nor belong to an engagement. `standards` are the frameworks that
    hold for the repository, and `frameworks` what pages draw of them. `own` are the paths of the pages that somebody
    wrote by hand: none of them is made anew, and they can be linked to. `command` is the program that the command
    reference describes. `inside` says whether the readers may see findings, and `source` is the address below which the
    repository's files can be read, where there is one. Of fewer people than `smallest_group` no counts are shown.
    `reference` says whether frameworks, rules, types, settings and commands have pages. `has_tabs` says whether the
    theme shows the navigation above each page. `words` is the Markdown that the home page ends with. `note` is told
    what the page of one document asks about others.
    """

    name: str
    description: str = ""
    packs: tuple[Pack, ...] = ()
    engagements: tuple[Engagement, ...] = ()
    others: tuple[Doc, ...] = ()
    standards: tuple[Standard, ...] = ()
    doctypes: tuple[DocType, ...] = ()
    rules: tuple[Rule, ...] = ()
    frameworks: Frameworks = field(default_factory=Frameworks)
    command: click.Command | None = None
    own: frozenset[str] = frozenset()
    links: Links = field(default_factory=Links)
    inside: bool = True
    source: str = ""
    smallest_group: int = SMALLEST_GROUP
    reference: bool = True
    has_tabs: bool = True
    words: str = ""
    note: Callable[[str, Any], None] = field(default=lambda _what, _about: None, repr=False, compare=False)

    @property
    def ground(self) -> object:
        """What all pages have around them, whatever documents there are."""
        return (
            (self.name, self.description, self.links, self.inside, self.source, self.smallest_group, self.has_tabs),
            (self.own, self.doctypes, self.rules, self.command, self.reference),
        )

    def without(self, *parts: str) -> list[str]:
        """What a wide page hides of the theme: `parts`, and the navigation beside it where there is one above it."""
        return [*(["navigation"] if self.has_tabs else []), *parts]

    def answer(self, what: str, about: Any) -> object:
        """The answer to what the page of a document may ask about others."""
        if what == "page":
            return self.pages.get(about)
        if what == "party":
            return self.people.page_of(*about)
        home = self._homes.get(about)
        return (home.client, home.path) if home else None

    def page_of(self, file: str) -> str | None:
        """The path of the page of a document, or of an engagement's folder; None where there is none."""
        self.note("page", file)
        return self.pages.get(file)

    def party_page(self, kind: str, name: str) -> str | None:
        """The path of the page of somebody, or of a team; None where there is none of that name."""
        self.note("party", (kind, name))
        return self.people.page_of(kind, name)

    @cached_property
    def documents(self) -> tuple[Doc, ...]:
        """All documents but the packs."""
        return (*chain.from_iterable(engagement.docs for engagement in self.engagements), *self.others)

    @cached_property
    def people(self) -> People:
        """Who is coached, by whom, in which team."""
        return people_of(self.packs)

    @property
    def has_packs(self) -> bool:
        """Whether the index of packs is worth an entry: it is, unless only other documents may be seen here."""
        return bool(self.packs) or not self.documents or PACK_INDEX in self.own

    @cached_property
    def by_type(self) -> Mapping[str, list[Doc]]:
        """All documents but the packs by their types, in the order of the types."""
        found: dict[str, list[Doc]] = {}
        for doc in sorted(self.documents, key=lambda each: type_order(each.type, each.kind)):
            found.setdefault(doc.type, []).append(doc)
        return found

    @cached_property
    def families(self) -> Mapping[str, list[DocType]]:
        """The types of documents by family; families without a type are left out."""
        found: dict[str, list[DocType]] = {family: [] for family in FAMILIES}
        for doctype in sorted(self.doctypes, key=lambda each: type_order(each.name, each.title)):
            is_own = doctype.path.parent != schema_folder()
            family = _SHOWN_AMONG.get(doctype.name, doctype.family)
            found["own" if is_own or family not in FAMILIES else family].append(doctype)
        return {family: types for family, types in found.items() if types}

    @cached_property
    def pages(self) -> Mapping[str, str]:
        """The pages of everything in the repository that has one, by path: documents, and folders of engagements."""
        pages = {doc.file: doc.path for doc in (*self.packs, *self.documents, *self.standards) if doc.file}
        return {**{engagement.folder: engagement.path for engagement in self.engagements}, **pages}

    @cached_property
    def _homes(self) -> Mapping[str, Engagement]:
        return {doc.file: engagement for engagement in self.engagements for doc in engagement.docs}

    def engagement_of(self, doc: Doc) -> Engagement | None:
        """The engagement that a document belongs to."""
        self.note("engagement", doc.file)
        return self._homes.get(doc.file)

    def indexes(self) -> Iterator[tuple[str, str]]:
        """The path and the title of the index of each type of which there are documents, packs excepted."""
        for name, docs in self.by_type.items():
            yield self.type_index(name), docs[0].kind

    def rule_page(self, rule: Rule) -> str:
        """The path of a rule's page, at which findings point."""
        return f"reference/rules/{rule.code.lower()}.md"

    def type_page(self, doctype: DocType) -> str:
        """The path of the page that describes a type of document."""
        return f"reference/types/{doctype.name}.md"

    def type_index(self, name: str) -> str:
        """The path of the page that lists the documents of a type."""
        return f"{DOCUMENTS}/{name}/index.md"
