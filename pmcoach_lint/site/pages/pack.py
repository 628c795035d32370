"""The page of one pack: a summary on top, then the text as it was written."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote, urlsplit

from markupsafe import Markup

from pmcoach_lint.site.audience import INTERNAL, PUBLIC
from pmcoach_lint.site.contents import PACK_INDEX, Site
from pmcoach_lint.site.html import element, spaced
from pmcoach_lint.site.pack import Bet, Pack
from pmcoach_lint.site.page import Page, Writer
from pmcoach_lint.site.pages.parts import counted, cycle, facts, ladder, link, status_mark, unindexed
from pmcoach_lint.site.prose import Resolve, sections

_EDITIONS = {1956: "1956, the original", 2001: "2001, the revised one"}
_READERS = {INTERNAL: "Everybody inside", PUBLIC: "Everybody"}


def pack_page(pack: Pack, site: Site) -> Page:
    """The page of a pack."""
    path = f"{pack.page}.md"
    text = sections(pack.text, _resolver(pack, site))
    before, rest = text[0], text[1:]
    leading = rest.pop(0) if rest and rest[0].level == 1 else None
    writer = Writer(pack.title, description=pack.goal or pack.title, hide=["navigation"], anchor=leading and leading.id)
    writer.html(*_summary(pack), _checked(pack, site, path))
    _write_text(writer, [part.html for part in (before, leading) if part and part.html])
    for section in rest:
        if section.title:
            writer.heading(max(section.level, 2), section.title, section.id, search=False)
        _write_text(writer, [section.html] if section.html else [])
    return Page(path, writer.text(), under=PACK_INDEX)


def _write_text(writer: Writer, parts: list[Markup]) -> None:
    """Add what the author wrote. It stays out of the search index, which it would make too large to load."""
    for part in parts:
        writer.html(unindexed(part, class_="pm-text"))


def _summary(pack: Pack) -> list[Markup]:
    """Who, what and when; where the cycle leads; what is taken for granted."""
    who = spaced(
        filter(None, (status_mark(pack.status), element("span", " · ".join(filter(None, (pack.pm, pack.role))))))
    )
    parts = [element("p", who, class_="pm-who")]
    if pack.goal:
        parts.append(element("p", pack.goal, class_="pm-goal"))
    if pack.bets:
        bets = [_bet(bet, pack.edition) for bet in pack.bets]
        parts.append(element("ul", spaced(bets), class_="pm-bets", aria_label="Growth bets"))
    described = facts(
        [
            ("Team", pack.team),
            ("Coach", pack.coach),
            ("Cycle", cycle(pack)),
            ("Stage", pack.stage),
            ("Who may see this", _READERS.get(pack.visibility, pack.visibility.replace(":", " "))),
            ("Bloom’s taxonomy", _EDITIONS[pack.edition]),
        ]
    )
    parts.append(unindexed(described))
    if pack.assumptions:
        held = element("ul", spaced(element("li", assumption) for assumption in pack.assumptions))
        parts.append(_folded(f"{counted(len(pack.assumptions), 'assumption')} behind this plan", held))
    return parts


def _bet(bet: Bet, edition: int) -> Markup:
    """One growth bet as a card."""
    small = " · ".join(filter(None, (bet.id, bet.weeks)))
    return element(
        "li",
        element("span", small, class_="pm-bet__small") if small else None,
        " ",
        element("strong", bet.name, class_="pm-bet__name"),
        " ",
        element("span", bet.competency, class_="pm-bet__competency") if bet.competency else None,
        " ",
        ladder(bet, edition),
        class_="pm-bet",
    )


def _checked(pack: Pack, site: Site, path: str) -> Markup:
    """What the linter says of the pack, each finding with a link to its rule."""
    if not pack.findings:
        return Markup("")
    pages = {rule.code: site.links.between(path, site.rule_page(rule)) for rule in site.rules}
    told = [
        element(
            "li",
            link(finding.code, pages[finding.code]) if finding.code in pages else finding.code,
            " ",
            element("span", finding.severity.value, class_=f"pm-severity pm-severity--{finding.severity.value}"),
            " ",
            finding.message,
        )
        for finding in pack.findings
    ]
    where = element("p", "In the file they are shown at their lines by ", element("code", f"pmcoach lint {pack.file}"))
    return _folded(f"{counted(len(pack.findings), 'finding')} when this was checked", element("ul", told), where)


def _folded(title: str, *content: Markup) -> Markup:
    return unindexed(element("details", element("summary", title), *content, class_="pm-folded"))


def _resolver(pack: Pack, site: Site) -> Resolve:
    """Where relative links in a pack lead: to the pages of packs that are published, and nowhere else."""
    pages = {each.file: f"{each.page}.md" for each in site.packs}
    folder = posixpath.dirname(pack.file)

    def resolve(address: str) -> str | None:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            return None
        target = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
        page = pages.get(target)
        return site.links.between(f"{pack.page}.md", page, parts.fragment) if page else None

    return resolve
