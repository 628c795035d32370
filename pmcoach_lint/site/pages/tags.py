"""Tags: packs by what they work on, by team and by status, out of the packs that may be seen and of nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from pmcoach_lint.report.tally import counted
from pmcoach_lint.site.contents import PACK_INDEX, Site
from pmcoach_lint.site.html import bullets, element, spaced
from pmcoach_lint.site.pack import Pack
from pmcoach_lint.site.page import Page, Writer
from pmcoach_lint.site.pages.parts import link, status_mark, status_word
from pmcoach_lint.site.prose import slug
from pmcoach_lint.tuples import NamedTuple

TAGS = "tags.md"

KINDS = ("Competency", "Team", "Status")


class Tag(NamedTuple):
    """A tag: one of the kinds, and its name."""

    kind: str
    name: str

    @property
    def anchor(self) -> str:
        """Where the tag stands on the page of all tags. Names that differ in spelling alone share it."""
        return slug(f"{self.kind} {self.name}")


def tags_of(pack: Pack) -> list[Tag]:
    """The tags of a pack: the competencies of its bets, its team, its status."""
    competencies = dict.fromkeys(bet.competency for bet in pack.bets if bet.competency)
    found = [Tag("Competency", name) for name in competencies]
    found += [Tag("Team", pack.team)] if pack.team else []
    found += [Tag("Status", status_word(pack.status))] if pack.status else []
    return found


def tag_links(pack: Pack, site: Site) -> Markup | None:
    """The tags of a pack, each with a way to all packs that have it."""
    tags = [
        link(tag.name, site.links.between(pack.path, TAGS, tag.anchor), class_="pm-tag")
        for tag in tags_of(pack)
        if tag.kind == "Competency"  # the page tells team and status in words already
    ]
    return spaced(tags) if tags and TAGS not in site.own else None


def tags_page(site: Site) -> Page:
    """The page that lists all tags with their packs."""
    about = "Coaching packs by what they work on, by team and by status."
    writer = Writer("Tags", description=about, hide=site.without())
    grouped: dict[str, list[tuple[Tag, Pack]]] = {}
    for pack in site.packs:
        for anchor, tag in {tag.anchor: tag for tag in tags_of(pack)}.items():
            grouped.setdefault(anchor, []).append((tag, pack))
    for kind in KINDS:
        groups = sorted((found for found in grouped.values() if found[0][0].kind == kind), key=_order)
        if groups:
            writer.heading(2, kind, search=False)
            tags = spaced(_group(found, site) for found in groups)
            writer.html(element("div", tags, class_="pm-tags", data_search_exclude=True))
    return Page(TAGS, writer.text(), under=PACK_INDEX)


def _order(found: Sequence[tuple[Tag, Pack]]) -> tuple[int, str]:
    """The tag that most packs have comes first."""
    return -len(found), found[0][0].name.casefold()


def _group(found: Sequence[tuple[Tag, Pack]], site: Site) -> Markup:
    """One tag with its packs, folded where there are many."""
    tag = found[0][0]
    count = element("span", counted(len(found), "pack"), class_="pm-small")
    head = element("summary", element("strong", tag.name), " ", count)
    packs = sorted((pack for _, pack in found), key=lambda pack: (pack.pm.casefold(), pack.file))
    ways = bullets(
        spaced([link(pack.title, site.links.between(TAGS, pack.path)), status_mark(pack.status)]) for pack in packs
    )
    return element("details", head, ways, id=tag.anchor, class_="pm-folded", open=True)
