"""What is due, overdue and at risk, in words and as a list with ways to the packs."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from pmcoach_lint.report.tally import counted
from pmcoach_lint.site.contents import PEOPLE_INDEX, Site
from pmcoach_lint.site.html import Content, element, spaced
from pmcoach_lint.site.pack import Pack
from pmcoach_lint.site.pages.parts import day, link
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.weekly.due import Item


class Entry(NamedTuple):
    """Something that is due in a pack, and whether its day has passed."""

    pack: Pack
    due: Item
    late: bool


def entries(packs: Iterable[Pack]) -> list[Entry]:
    """All that is due this week or overdue, what is late first, each by day."""
    found = [
        Entry(pack, due, late)
        for pack in packs
        if pack.stand
        for late, some in ((True, pack.stand.overdue), (False, pack.stand.due))
        for due in some
    ]
    return sorted(found, key=lambda entry: (not entry.late, entry.due.day, entry.pack.pm, entry.due.text))


def due_list(packs: Iterable[Pack], site: Site, page: str, most: int = 0) -> Markup | None:
    """What is due this week and overdue, as a list; None when there is nothing. `most` is how much, if not all."""
    found = entries(packs)
    if not found:
        return None
    shown = found[:most] if most else found
    lines = [_line(entry, site, page) for entry in shown]
    if len(found) > len(shown):
        lines.append(_rest(len(found) - len(shown), site, page))
    return element("ul", spaced(lines), class_="pm-dues")


def _rest(count: int, site: Site, page: str) -> Markup:
    """How much more there is, and where all of it is told."""
    ways = [
        link(word, site.links.between(page, PEOPLE_INDEX, anchor))
        for word, anchor, parties in (("team", "teams", site.people.teams), ("coach", "coaches", site.people.coaches))
        if parties
    ]
    where = [": all of it is told by ", Markup(" and by ").join(ways)] if ways else []
    return element("li", f"and {counted(count, 'more thing')}", *where, class_="pm-small")


def _line(entry: Entry, site: Site, page: str) -> Markup:
    late = element("strong", "overdue", class_="pm-late") if entry.late else None
    who = entry.pack.pm or entry.pack.title
    words: list[Content] = [
        day(entry.due.day, year=False),
        late,
        link(who, site.links.between(page, entry.pack.path)),
        element("span", entry.due.kind, class_="pm-small"),
        entry.due.text,
    ]
    return element("li", spaced(words))


def stand_words(pack: Pack) -> Markup:
    """How a pack stands, in a few words: the week, what is due, overdue and at risk."""
    stand = pack.stand
    if stand is None or pack.status not in ("active", "in-review"):
        return Markup("")
    parts: list[Content] = [week_words(pack)]
    if stand.due:
        parts.append(f"{len(stand.due)} due this week")
    if stand.overdue:
        parts.append(element("strong", f"{len(stand.overdue)} overdue", class_="pm-late"))
    if stand.at_risk:
        parts.append(element("strong", f"{counted(len(stand.at_risk), 'bet')} at risk", class_="pm-late"))
    return Markup(", ").join(element("span", part, class_="pm-nowrap") for part in parts if part)


def week_words(pack: Pack) -> str:
    """The week of the cycle, such as “week 3 of 8”; empty where nobody can tell."""
    week = pack.stand.week if pack.stand else None
    if week is None or not pack.span:
        return ""
    if week < 1:
        return "not begun"
    return f"week {week} of {pack.span}" if week <= pack.span else "cycle over"
