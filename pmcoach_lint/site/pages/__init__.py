"""The pages that are made, each kind in a module of its own: functions from data to Markdown and HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pmcoach_lint.site.contents import Site
from pmcoach_lint.site.kept import Kept
from pmcoach_lint.site.page import Page
from pmcoach_lint.site.pages import (
    clients,
    commands,
    coverage,
    document,
    documents,
    engagement,
    home,
    pack,
    packs,
    parties,
    people,
    rules,
    settings,
    standards,
    tags,
    types,
)


def site_pages(site: Site, kept: Kept | None = None) -> Iterator[Page]:
    """All pages that are made for a site, except those that somebody wrote by hand.

    The page of a document, of a person or of a team is a function of these and of what it asks the site; `kept` has
    those that were made before. What lists everything is made anew.
    """
    kept = kept or Kept()
    kept.begin(site.ground, site.answer)
    made = [home.home_page(site), packs.index_page(site)]
    made += [_once(kept, pack.pack_page, site, each.path, each) for each in site.packs]
    if site.packs:
        made.append(tags.tags_page(site))
    if site.people.coached:
        made += [people.index_page(site), *_of_parties(site, kept)]
    if site.engagements:
        made.append(clients.index_page(site))
        made += [engagement.engagement_page(each, site) for each in site.engagements]
    if site.documents:
        made += [documents.index_page(site), *documents.type_indexes(site)]
        made += [_once(kept, document.doc_page, site, each.path, each) for each in site.documents]
    if site.reference or site.standards:
        made.append(standards.index_page(site))
    made += [_once(kept, standards.standard_page, site, each.path, each) for each in site.standards]
    if site.reference:
        made += kept.once("reference", lambda *_: _reference(site), site.standards, site.frameworks)
    yield from (page for page in made if page.path not in site.own)


def _once(kept: Kept, make: Callable[..., Page], site: Site, path: str, *inputs: object) -> Page:
    """The page at `path`, made of `inputs`."""
    return kept.once(path, lambda *given: make(*given, site), *inputs)


def _of_parties(site: Site, kept: Kept) -> Iterator[Page]:
    """The pages of people and teams."""
    everybody = site.people
    for party in everybody.coached:
        yield _once(kept, parties.person_page, site, party.path, party)
    for party in everybody.coaches:
        yield _once(kept, parties.coach_page, site, party.path, party)
    for party in everybody.teams:
        members = tuple(person for person in everybody.coached if person.latest.team == party.name)
        yield _once(kept, parties.team_page, site, party.path, party, members)


def _reference(site: Site) -> list[Page]:
    """The pages that tell of no document."""
    made = [rules.index_page(site), *rules.rule_pages(site), coverage.coverage_page(site)]
    made += [types.index_page(site), *types.type_pages(site), settings.settings_page()]
    if site.command is not None:
        made.append(commands.commands_page(site.command))
    return made
