"""The navigation: what there is to be found for this audience gets its entries, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pmcoach_lint.site.contents import CLIENT_INDEX, DOCUMENT_INDEX, PACK_INDEX, Site


def with_documents(nav: list[Any], site: Site) -> list[Any]:
    """A navigation as `mkdocs.yml` gives it, with entries for the engagements and documents that there are.

    They stand behind the entry of the packs. A navigation that speaks of no packs is left as it is, and so is every
    page that it names already.
    """
    named = set(_paths(nav))
    entries = [entry for entry in _entries(site) if not named & set(_paths(entry))]
    place = next((place for place, entry in enumerate(nav) if PACK_INDEX in _paths(entry)), None)
    return nav if place is None else [*nav[: place + 1], *entries, *nav[place + 1 :]]


def _entries(site: Site) -> Iterator[dict[str, Any]]:
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
