"""The pages of one person, one coach and one team."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from pmcoach_lint.report.tally import counted
from pmcoach_lint.site import charts
from pmcoach_lint.site.contents import PEOPLE_INDEX, Site
from pmcoach_lint.site.html import Content, element, joined, unindexed
from pmcoach_lint.site.pack import Pack
from pmcoach_lint.site.page import Page, Writer
from pmcoach_lint.site.pages.dues import due_list, stand_words
from pmcoach_lint.site.pages.parts import cycle, day, facts, in_one_line, link, party_link, sparse, status_mark, table
from pmcoach_lint.site.pages.people import anchor_of, counts, growth_map, mark
from pmcoach_lint.site.people import COACHES, PEOPLE, TEAMS, Competency, Party, competencies_of


def person_page(party: Party, site: Site) -> Page:
    """The page of somebody who is coached: the cycles, and how each level moved from one to the next."""
    pack = party.latest
    writer = Writer(party.name, description=f"{party.name} from cycle to cycle.", hide=site.without())
    described = facts(
        [
            ("Role", pack.role),
            ("Team", party_link(site, TEAMS, pack.team, party.path)),
            ("Coach", party_link(site, COACHES, pack.coach, party.path)),
        ]
    )
    writer.html(unindexed(described))
    writer.part("Cycles", _packs(party, site, ("PM", *_single(party))))
    if any(pack.levels for pack in party.packs):
        writer.part("From cycle to cycle", _progress(party, site))
    return Page(party.path, writer.text(), under=PEOPLE_INDEX)


def coach_page(party: Party, site: Site) -> Page:
    """The page of somebody who coaches: the packs, what they take a week, and what is due in them."""
    writer = Writer(party.name, description=f"All packs of {party.name}.", hide=site.without())
    writer.html(unindexed(_load(party)))
    writer.part("Packs", _packs(party, site, ("Coach",)))
    writer.part("Due and overdue", due_list(party.packs, site, party.path))
    return Page(party.path, writer.text(), under=PEOPLE_INDEX)


def team_page(party: Party, members: Sequence[Party], site: Site) -> Page:
    """The page of a team: the growth map of its `members`, its packs, and what is due in them."""
    writer = Writer(party.name, description=f"The team {party.name}.", hide=site.without())
    if members:
        writer.part("Growth map", growth_map(members, site, party.path))
        writer.part("How many stand where", counts([member.latest for member in members], site))
    writer.part("Packs", _packs(party, site, ("Team",)))
    writer.part("Due and overdue", due_list(party.packs, site, party.path))
    return Page(party.path, writer.text(), under=PEOPLE_INDEX)


def _load(party: Party) -> Markup:
    """What a coach gives a week, over all cycles that run."""
    minutes = [pack.stand.coach_minutes for pack in party.running if pack.stand and pack.stand.coach_minutes]
    words = counted(len(party.running), "running pack")
    if minutes:
        words += f", together {_hours(sum(minutes))} a week"
        untold = len(party.running) - len(minutes)
        words += f" ({counted(untold, 'pack')} without a figure)" if untold else ""
    return element("p", f"{words}.", class_="pm-lead")


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return " ".join(filter(None, (f"{hours} h" if hours else "", f"{rest} min" if rest else ""))) or "0 min"


def _packs(party: Party, site: Site, without: Sequence[str]) -> Markup | None:
    """The packs with how each of them stands, without the columns that all of them share."""
    rows = [_pack_row(pack, party, site) for pack in reversed(party.packs)]
    heads = [head for head in rows[0] if head not in without]
    return sparse(heads, [[row[head] for head in heads] for row in rows], f"Packs of {party.name}", "packs")


def _single(party: Party) -> Iterable[str]:
    """The columns that say the same of all packs of a person, which stands above them already."""
    if len({pack.coach for pack in party.packs}) == 1:
        yield "Coach"
    if len({pack.team for pack in party.packs}) == 1:
        yield "Team"


def _pack_row(pack: Pack, party: Party, site: Site) -> dict[str, Content]:
    """What there is to say of a pack, by the head of the column."""
    stand = pack.stand
    minutes = stand.coach_minutes if stand else None
    return {
        "Pack": link(pack.title, site.links.between(party.path, pack.path)),
        "PM": party_link(site, PEOPLE, pack.pm, party.path),
        "Coach": party_link(site, COACHES, pack.coach, party.path),
        "Team": party_link(site, TEAMS, pack.team, party.path),
        "Status": status_mark(pack.status),
        "Cycle": cycle(pack),
        "Now": stand_words(pack),
        "Next session": day(stand.next_session, year=False) if stand and pack.status == "active" else None,
        "Coach’s time": in_one_line(_hours(minutes)) if minutes else None,
    }


def _progress(party: Party, site: Site) -> Markup:
    """Each competency in each cycle, in digits and drawn."""
    packs = [pack for pack in party.packs if pack.levels]
    heads: list[Content] = [
        "Competency",
        *(day(pack.start) if pack.start else pack.title for pack in packs),
        "Over time",
    ]
    rows = [_progress_row(competency, packs, party, site) for competency in competencies_of(packs)]
    note = (
        "Each cell is where a cycle began and what it was headed for, and behind ✓ what was reached, or behind ✗ where "
        "it ended that missed its aim. In the drawing a ring is the aim, and it is full where the cycle ended there."
    )
    return joined(table(heads, rows, "Levels from cycle to cycle", "progress"), element("p", note, class_="pm-small"))


def _progress_row(competency: Competency, packs: Sequence[Pack], party: Party, site: Site) -> list[Content]:
    found = [competency.level_in(pack) for pack in packs]
    cells: list[Content] = []
    for pack, there in zip(packs, found, strict=True):
        address = site.links.between(party.path, pack.path, anchor_of(there[0])) if there else ""
        cells.append(link(mark(there[1]), address) if there else None)
    drawn = charts.steps([(level.low, level.high, level.at_end) for _, level in filter(None, found)])
    return [competency.name, *cells, drawn]
