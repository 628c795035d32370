"""The navigation: what there is to be found for this audience gets its entries, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pmcoach_lint.site.contents import CLIENT_INDEX, DOCUMENT_INDEX, PACK_INDEX, PEOPLE_INDEX, STANDARD_INDEX, Site


def with_documents(nav: list[Any], site: Site) -> list[Any]:
    """A navigation as `mkdocs.yml` gives it, with entries for the engagements and documents that there are.

    They stand behind the entry of the packs, or in its place where there are none. A navigation that speaks of no packs
    is left as it is, and so is every page that it names already.
    """
    named = set(_paths(nav))
    entries = [entry for entry in _entries(site) if not named & set(_paths(entry))]
    place = next((place for place, entry in enumerate(nav) if PACK_INDEX in _paths(entry)), None)
    if place is None:
        return nav
    packs = [nav[place]] if site.has_packs else list(_without(PACK_INDEX, nav[place]))
    return [*nav[:place], *packs, *entries, *nav[place + 1 :]]


def without_reference(nav: list[Any], site: Site) -> list[Any]:
    """A navigation without the pages that a site without reference does not have."""
    if site.reference:
        return nav
    gone = {path for path in _paths(nav) if path.startswith("reference/") and path not in site.own}
    gone |= {STANDARD_INDEX} - site.own if not site.standards else set()
    for path in gone:
        nav = [part for entry in nav for part in _without(path, entry)]
    return nav


def _without(path: str, entry: Any) -> Iterator[Any]:
    """An entry of the navigation without a page; nothing where that leaves nothing of it."""
    if isinstance(entry, dict):
        for title, inner in entry.items():
            kept = [part for each in inner for part in _without(path, each)] if isinstance(inner, list) else inner
            if kept and kept != path:
                yield {title: kept}
    elif entry != path:
        yield entry


def _entries(site: Site) -> Iterator[dict[str, Any]]:
    if site.people.coached:
        yield {"People": [PEOPLE_INDEX]}
    if site.engagements:
        yield {"Clients": [CLIENT_INDEX]}
    indexes = list(site.indexes())
    if indexes:
        yield {"Documents": [DOCUMENT_INDEX, *({title: path} for path, title in indexes)]}


def _paths(nav: Any) -> Iterable[str]:
    """All that a navigation, or a part of one, leads to."""
    if isinstance(nav, str):
        return [nav]
    parts = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    return [path for part in parts for path in _paths(part)]
