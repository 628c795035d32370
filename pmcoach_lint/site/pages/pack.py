"""The page of one coaching pack: a summary on top, then the text as it was written."""

from __future__ import annotations

from markupsafe import Markup

from pmcoach_lint.site.contents import PACK_INDEX, Site
from pmcoach_lint.site.html import element, spaced
from pmcoach_lint.site.pack import Bet, Pack
from pmcoach_lint.site.page import Page
from pmcoach_lint.site.pages.parts import counted, cycle, facts, ladder, status_mark, unindexed
from pmcoach_lint.site.pages.people import anchor_of, mark
from pmcoach_lint.site.pages.text import document_page, folded, readers, source

_EDITIONS = {1956: "1956, the original", 2001: "2001, the revised one"}


def pack_page(pack: Pack, site: Site) -> Page:
    """The page of a pack."""
    return document_page(
        pack, site, *_summary(pack, site), description=pack.goal or pack.title, under=PACK_INDEX
    )


def _summary(pack: Pack, site: Site) -> list[Markup]:
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
            ("Who may see this", readers(pack)),
            ("Bloom’s taxonomy", _EDITIONS[pack.edition]),
            ("File", source(pack, site)),
        ]
    )
    parts.append(unindexed(described))
    if pack.levels:
        parts.append(unindexed(_levels(pack)))
    if pack.assumptions:
        held = element("ul", spaced(element("li", assumption) for assumption in pack.assumptions))
        parts.append(folded(f"{counted(len(pack.assumptions), 'assumption')} behind this plan", held))
    return parts


def _levels(pack: Pack) -> Markup:
    """Where the PM stands on each competency, and what says so, each with an address of its own."""
    rows = [
        element(
            "li",
            spaced([mark(level), element("strong", level.competency)]),
            element("ul", spaced(element("li", said) for said in level.evidence)) if level.evidence else None,
            id=anchor_of(place),
        )
        for place, level in enumerate(pack.levels)
    ]
    return element(
        "details",
        element("summary", f"Where {pack.pm or 'the PM'} stands, and what says so"),
        element("ul", spaced(rows), class_="pm-stands"),
        class_="pm-folded",
    )


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
