"""The page of one coaching pack: a summary on top, then the text as it was written."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from pmcoach_lint.report.tally import counted
from pmcoach_lint.site.contents import PACK_INDEX, Site
from pmcoach_lint.site.html import bullets, element, spaced, unindexed, unless_empty
from pmcoach_lint.site.pack import Bet, Pack
from pmcoach_lint.site.page import Page
from pmcoach_lint.site.pages.dues import stand_words
from pmcoach_lint.site.pages.parts import cycle, day, facts, ladder, party_link, status_mark
from pmcoach_lint.site.pages.scores import score_reasons, score_words
from pmcoach_lint.site.pages.tags import tag_links, tags_of
from pmcoach_lint.site.pages.text import document_page, folded, readers, source
from pmcoach_lint.site.pages.trace import chain, cycle_timeline, session, stands
from pmcoach_lint.site.people import COACHES, TEAMS

_EDITIONS = {1956: "1956, the original", 2001: "2001, the revised one"}


def pack_page(pack: Pack, site: Site) -> Page:
    """The page of a pack."""
    names = [tag.name for tag in tags_of(pack)]
    return document_page(
        pack, site, *_summary(pack, site), description=pack.goal or pack.title, under=PACK_INDEX, tags=names
    )


def _summary(pack: Pack, site: Site) -> list[Markup]:
    """Who, what and when; where the cycle leads; what is taken for granted."""
    who = spaced((status_mark(pack.status), element("span", " · ".join(filter(None, (pack.pm, pack.role))))))
    parts = [element("p", who, class_="pm-who")]
    if pack.goal:
        parts.append(element("p", pack.goal, class_="pm-goal"))
    if pack.bets:
        bets = [_bet(bet, pack.edition) for bet in pack.bets]
        parts.append(element("ul", spaced(bets), class_="pm-bets", aria_label="Growth bets"))
    described = facts(
        [
            ("Team", party_link(site, TEAMS, pack.team, pack.path)),
            ("Coach", party_link(site, COACHES, pack.coach, pack.path)),
            ("Cycle", cycle(pack)),
            ("Now", stand_words(pack)),
            ("Stage", pack.stage),
            ("Who may see this", readers(pack)),
            ("Bloom’s taxonomy", _EDITIONS[pack.edition]),
            ("Score", score_words(pack.score) if pack.score else None),
            ("Tags", tag_links(pack, site)),
            ("Take along", _downloads(pack, site)),
            ("Last changed", day(pack.changed)),
            ("File", source(pack, site)),
        ]
    )
    parts.append(unindexed(described))
    parts += _inner(pack)
    if pack.assumptions:
        title = f"{counted(len(pack.assumptions), 'assumption')} behind this plan"
        parts.append(folded(title, bullets(pack.assumptions)))
    return parts


def _inner(pack: Pack) -> Iterator[Markup]:
    """What is reckoned from the pack, each part folded under its title."""
    agenda = session(pack)
    if agenda and pack.agenda:
        yield folded(f"{'Next session: ' if pack.agenda.is_next else ''}{pack.agenda.title}", agenda)
    drawn = cycle_timeline(pack)
    if drawn:
        yield folded("Timeline of the cycle", drawn)
    if pack.threads:
        yield folded("The bets, from gap to tracker", chain(pack))
    if pack.levels:
        yield folded(f"Where {pack.pm or 'the PM'} stands, and what says so", stands(pack))
    if pack.score:
        yield folded(f"Score: {score_words(pack.score)}", score_reasons(pack.score))


def _downloads(pack: Pack, site: Site) -> Markup | None:
    """Ways to the files to take along."""
    ways = [
        element("a", each.words, href=site.links.between(pack.path, f"{pack.page}.{each.ending}"), download=True)
        for each in pack.downloads
    ]
    return Markup(", ").join(ways) if ways else None


def _bet(bet: Bet, edition: int) -> Markup:
    """One growth bet as a card."""
    small = " · ".join(filter(None, (bet.id, bet.weeks)))
    return element(
        "li",
        unless_empty("span", small, class_="pm-bet__small"),
        " ",
        element("strong", bet.name, class_="pm-bet__name"),
        " ",
        unless_empty("span", bet.competency, class_="pm-bet__competency"),
        " ",
        ladder(bet, edition),
        class_="pm-bet",
    )
