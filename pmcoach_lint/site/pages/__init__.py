"""The pages that are made, each kind in a module of its own: functions from data to Markdown and HTML."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.site.contents import Site
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


def site_pages(site: Site) -> Iterator[Page]:
    """All pages that are made for a site, except those that somebody wrote by hand."""
    made = [home.home_page(site), packs.index_page(site)]
    made += [pack.pack_page(each, site) for each in site.packs]
    if site.packs:
        made.append(tags.tags_page(site))
    if site.people.coached:
        made += [people.index_page(site), *parties.person_pages(site)]
        made += [*parties.coach_pages(site), *parties.team_pages(site)]
    if site.engagements:
        made.append(clients.index_page(site))
        made += [engagement.engagement_page(each, site) for each in site.engagements]
    if site.documents:
        made += [documents.index_page(site), *documents.type_indexes(site)]
        made += [document.doc_page(each, site) for each in site.documents]
    made += [standards.index_page(site), *standards.standard_pages(site)]
    made += [rules.index_page(site), *rules.rule_pages(site), coverage.coverage_page(site)]
    made += [types.index_page(site), *types.type_pages(site)]
    made += [settings.settings_page()]
    if site.command is not None:
        made.append(commands.commands_page(site.command))
    yield from (page for page in made if page.path not in site.own)
