"""The growth map: who stands where on each competency and is headed where, with ways to what says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from pmcoach_lint.names import name_key
from pmcoach_lint.readers.bloom import DEFAULT_EDITION, LADDERS
from pmcoach_lint.report.tally import counted
from pmcoach_lint.site.contents import PEOPLE_INDEX, Site
from pmcoach_lint.site.html import Content, bullets, element, joined, spaced, unindexed, unless_empty
from pmcoach_lint.site.pack import Pack
from pmcoach_lint.site.page import Page, Writer
from pmcoach_lint.site.pages.listing import Cell, Filter, Listing, Row, choices
from pmcoach_lint.site.pages.parts import link, party_link, table
from pmcoach_lint.site.people import TEAMS, Competency, Party, competencies_of
from pmcoach_lint.site.standing import Level

MOST_COLUMNS = 8
"""So many competencies fit beside each other; further ones without any bet are on the people's pages."""

_RUNGS = len(LADDERS[DEFAULT_EDITION])


def index_page(site: Site) -> Page:
    """The page with the map of everybody, and the ways to coaches and teams."""
    about = "Who stands where on each competency, and is headed where."
    writer = Writer("Growth map", description=about, hide=site.without("toc"))
    people = site.people
    if people.coached:
        writer.html(unindexed(growth_map(people.coached, site, PEOPLE_INDEX)))
        writer.part("How many stand where", counts([party.latest for party in people.coached], site))
    for title, parties in (("Teams", people.teams), ("Coaches", people.coaches)):
        writer.part(title, _ways(parties, site))
    return Page(PEOPLE_INDEX, writer.text())


def growth_map(people: Sequence[Party], site: Site, page: str) -> Markup:
    """People by competency, as a table that can be sorted and filtered.

    Args:
        people: The people, of whom each one's latest pack counts.
        site: The site.
        page: The path of the page that the map stands on.
    """
    packs = [party.latest for party in people]
    bets = {name_key(bet.competency) for pack in packs for bet in pack.bets}
    every = sorted(competencies_of(packs), key=lambda each: each.keys.isdisjoint(bets))
    shown = [each for place, each in enumerate(every) if place < MOST_COLUMNS or not each.keys.isdisjoint(bets)]
    teams = choices(pack.team for pack in packs)
    several = len(teams) > 1
    columns = ("PM", *(("Team",) if several else ()), *(competency.name for competency in shown))
    filters = [Filter("team", "Team", teams)] if several else []
    listing = Listing(
        "pm-growth", "Growth map: levels by person and competency", ("person", "people"), columns, filters
    )
    rows = [_row(party, shown, site, page, several=several) for party in people]
    further = counted(len(every) - len(shown), "further competency", "further competencies")
    more = f"{further} stand on the pages of the people." if len(every) > len(shown) else None
    return joined(_legend(packs), listing.html(rows), unless_empty("p", more, class_="pm-small"))


def counts(packs: Sequence[Pack], site: Site) -> Markup | None:
    """How many people stand on each level of each competency; None where they are too few."""
    edition = _edition(packs)
    heads = ("Competency", *(f"{number} {name}" for number, name in enumerate(LADDERS[edition], 1)), "Assessed")
    rows: list[Sequence[Content]] = []
    for competency in competencies_of(packs)[:MOST_COLUMNS]:
        levels = [found[1] for pack in packs if (found := competency.level_in(pack))]
        if len(levels) < site.smallest_group:
            continue
        by_rung = Counter(level.at_end or level.low for level in levels)
        cells = [_shaded(str(by_rung[number] or ""), number) for number in range(1, _RUNGS + 1)]
        rows.append((competency.name, *cells, str(len(levels))))
    if not rows:
        return None
    note = f"Left out are competencies on which fewer than {site.smallest_group} people were assessed."
    return joined(table(heads, rows, "People by level", "counts"), element("p", note, class_="pm-small"))


def mark(level: Level) -> Markup:
    """A level and where it is headed, or what was reached, as digits on a shade, with the names in words."""
    words = " → ".join(dict.fromkeys(name for name in (level.current, level.target) if name)) or "unknown"
    digits = "→".join(str(number) for number in dict.fromkeys((level.low, level.high)) if number)
    if level.at_end:
        sign, ended = _end(level)
        words = f"{words}, {ended}: {level.reached}"
        digits = f"{digits} {sign}{level.at_end}"
    if not digits:
        return element("span", words, class_="pm-muted")
    shown = f"?→{digits}" if level.low is None else digits
    return element(
        "span",
        element("span", shown, aria_hidden="true"),
        element("span", words, class_="pm-hidden"),
        class_=f"pm-heat pm-heat--{level.at_end or level.low or 0}",
        title=words,
    )


def _end(level: Level) -> tuple[str, str]:
    """How a competency ended that was closed with its cycle: as a sign and in words."""
    if level.is_missed:
        return "✗", "missed, at the end"
    if not level.is_coached:
        return "·", "not coached, at the end"
    return "✓", "reached"


KEY = "4→5: stands at 4, is headed for 5; ✓5: reached 5 by the end; ✗4: missed it, and ended at 4; ·4: not coached."
"""What the digits of a mark mean."""


def _row(party: Party, shown: Iterable[Competency], site: Site, page: str, *, several: bool) -> Row:
    pack = party.latest
    cells = [Cell(party_link(site, TEAMS, pack.team, page))] if several else []
    cells += [_cell(competency, pack, site, page) for competency in shown]
    head = link(party.name, site.links.between(page, party.path), class_="pm-packs__name")
    return Row(head, party.name, cells, (pack.team,) if several else ())


def _cell(competency: Competency, pack: Pack, site: Site, page: str) -> Cell:
    found = competency.level_in(pack)
    if found is None:
        return Cell("", "")
    place, level = found
    key = f"{level.at_end or level.low or 0}{level.high or 0}"
    return Cell(link(mark(level), site.links.between(page, pack.path, anchor_of(place))), key, short=True)


def anchor_of(place: int) -> str:
    """The id, on a pack's page, of what the assessment of a competency rests on."""
    return f"stands-{place + 1}"


def _legend(packs: Sequence[Pack]) -> Markup:
    """What digits and shades mean."""
    edition = _edition(packs)
    steps = [_shaded(f"{number} {name}", number) for number, name in enumerate(LADDERS[edition], 1)]
    mixed = len({pack.edition for pack in packs}) > 1
    note = f"{KEY} A click leads to the evidence."
    if mixed:
        note += (
            " The two editions of Bloom’s taxonomy order the top two levels differently: the name tells which is meant."
        )
    return element("p", spaced([*steps, element("span", note, class_="pm-small")]), class_="pm-legend")


def _shaded(text: str, number: int) -> Markup:
    return element("span", text, class_=f"pm-heat pm-heat--{number}") if text else Markup("")


def _edition(packs: Sequence[Pack]) -> int:
    """The edition that most of the packs follow."""
    return Counter(pack.edition for pack in packs).most_common(1)[0][0] if packs else DEFAULT_EDITION


def _ways(parties: Sequence[Party], site: Site) -> Markup | None:
    """Links to the pages of teams or coaches, each with how many packs it has."""
    ways = [
        spaced(
            [
                link(party.name, site.links.between(PEOPLE_INDEX, party.path)),
                element("span", _packs_words(party), class_="pm-small"),
            ]
        )
        for party in parties
    ]
    return bullets(ways)


def _packs_words(party: Party) -> str:
    running = len(party.running)
    return counted(len(party.packs), "pack") + (f", {running} running" if running else "")
