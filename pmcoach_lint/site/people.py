"""Who is coached, by whom, in which team: the packs of a site by their people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pmcoach_lint.names import is_short_form
from pmcoach_lint.site.pack import Pack
from pmcoach_lint.site.placing import safe
from pmcoach_lint.site.prose import unique
from pmcoach_lint.site.standing import Level

PEOPLE, COACHES, TEAMS = "people", "coaches", "teams"
"""The folders of the site for those who are coached, those who coach, and their teams."""


@dataclass(frozen=True)
class Party:
    """A person or a team: the name, the place of the page without ending, and the packs, the oldest cycle first."""

    name: str
    page: str
    packs: tuple[Pack, ...]

    @property
    def path(self) -> str:
        """The path of its page."""
        return f"{self.page}.md"

    @property
    def running(self) -> tuple[Pack, ...]:
        """The packs whose cycle runs."""
        return tuple(pack for pack in self.packs if pack.status == "active")

    @property
    def latest(self) -> Pack:
        """The pack that tells best how things stand: the newest one that is more than a draft, else the newest."""
        return next((pack for pack in reversed(self.packs) if pack.status != "draft"), self.packs[-1])


@dataclass(frozen=True)
class People:
    """All people and teams of a site, each by name."""

    coached: tuple[Party, ...] = ()
    coaches: tuple[Party, ...] = ()
    teams: tuple[Party, ...] = ()

    def page_of(self, kind: str, name: str) -> str | None:
        """The path of the page of somebody, or of a team; None when there is none of that name."""
        return self._pages.get((kind, name))

    @cached_property
    def _pages(self) -> Mapping[tuple[str, str], str]:
        """The paths of all pages, by kind and name."""
        kinds = {PEOPLE: self.coached, COACHES: self.coaches, TEAMS: self.teams}
        return {(kind, party.name): party.path for kind, parties in kinds.items() for party in parties}


def people_of(packs: Iterable[Pack]) -> People:
    """The people and teams that packs name."""
    ordered = sorted(packs, key=lambda pack: (pack.start or date.max, pack.file))
    return People(
        _parties(ordered, PEOPLE, lambda pack: pack.pm),
        _parties(ordered, COACHES, lambda pack: pack.coach),
        _parties(ordered, TEAMS, lambda pack: pack.team),
    )


def _parties(packs: Sequence[Pack], folder: str, named: Callable[[Pack], str]) -> tuple[Party, ...]:
    found: dict[str, list[Pack]] = {}
    for pack in packs:
        if named(pack):
            found.setdefault(named(pack), []).append(pack)
    names = sorted(found, key=str.casefold)
    pages = unique(safe(name.replace("/", "-"), folder) for name in names)
    return tuple(Party(name, f"{folder}/{page}", tuple(found[name])) for name, page in zip(names, pages, strict=True))


@dataclass(frozen=True)
class Competency:
    """A competency that several packs assess: its name, and the keys of all names that mean it."""

    name: str
    keys: frozenset[str]

    def level_in(self, pack: Pack) -> tuple[int, Level] | None:
        """The place of its row in a pack's assessment, and the row; None where it was not assessed."""
        return next(((place, level) for place, level in enumerate(pack.levels) if level.key in self.keys), None)


def competencies_of(packs: Iterable[Pack]) -> list[Competency]:
    """The competencies that packs assess, the one that most of them do first.

    A name that is a short form of just one of the others means that one (“Strategy”, “Strategy and prioritization”).
    """
    names: dict[str, Counter[str]] = {}
    for pack in packs:
        for level in pack.levels:
            names.setdefault(level.key, Counter())[level.competency] += 1
    groups: dict[str, list[str]] = {}
    for key in names:
        groups.setdefault(_meant(key, names), []).append(key)
    found = []
    for whole, keys in groups.items():
        count = sum(names[key].total() for key in keys)
        found.append((-count, names[whole].most_common(1)[0][0], frozenset(keys)))
    return [Competency(name, keys) for _, name, keys in sorted(found, key=lambda each: (each[0], each[1].casefold()))]


def _meant(key: str, names: Mapping[str, object]) -> str:
    """The longest name that a name is a short form of, where there is just one line of them; else itself."""
    longer = [other for other in names if other != key and is_short_form(key, other)]
    whole = [
        other for other in longer if not any(is_short_form(other, another) for another in longer if another != other)
    ]
    return whole[0] if len(whole) == 1 else key
