"""Where the page of each document stands: paths in safe characters, each its own, the same for every audience."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import groupby, islice

from pmcoach_lint.doctypes import ENGAGEMENT, PACK
from pmcoach_lint.regex import regex
from pmcoach_lint.site.prose import unique
from pmcoach_lint.tuples import NamedTuple

PACKS = "packs"
"""The folder of the site in which the pages of coaching packs stand."""
CLIENTS = "clients"
"""The folder of the site with a folder for each client engagement."""
DOCUMENTS = "documents"
"""The folder of the site for documents of all other types, with a folder for each type."""

_NO_NAME = regex(r"[^\w.-]+")
_KEPT = frozenset({"index", "readme"})
"""Names that MkDocs takes for the page of a folder."""


class Named(NamedTuple):
    """A document by its path in the repository, with its type and its type's family, which may be unknown.

    `client` is the key of the client's name; empty where it names none.
    """

    file: str
    type: str
    family: str
    client: str = ""


def folders_of_engagements(documents: Iterable[Named]) -> dict[str, str]:
    """The folders of engagements, each with the client whom alone it is for; empty where all that lies in it belongs.

    Such a folder holds a document of the type `engagement`, or those of its family in it name one client, and there
    are several with those of the same client further down.
    """
    documents = [each for each in documents if each.family == ENGAGEMENT]
    folders = {posixpath.dirname(each.file): "" for each in documents if each.type == ENGAGEMENT}
    for folder, here in groupby(sorted(documents, key=_folder_of), _folder_of):
        clients = [each.client for each in here]
        named = {client for client in clients if client}
        if len(named) == 1:
            (client,) = named
            several = len(clients) > 1 or any(_is_below(each, folder, client) for each in documents)
            if several and engagement_of(Named(f"{folder}/", "", ENGAGEMENT, client), folders) is None:
                folders[folder] = client
    return folders


def _folder_of(document: Named) -> str:
    return posixpath.dirname(document.file)


def _is_below(document: Named, folder: str, client: str) -> bool:
    """Whether a document of a client lies in a folder further down than `folder`."""
    own = _folder_of(document)
    return document.client == client and own != folder and (not folder or own.startswith(f"{folder}/"))


def engagement_of(document: Named, folders: Mapping[str, str]) -> str | None:
    """The engagement's folder that a document belongs to: the nearest one that it lies in; None where there is none."""
    own = folder = _folder_of(document)
    while document.family == ENGAGEMENT:
        if folder in folders and (folder == own or folders[folder] in ("", document.client)):
            return folder
        if not folder:
            break
        folder = posixpath.dirname(folder)
    return None


def engagement_pages(folders: Iterable[str], root: str) -> dict[str, str]:
    """The place of each engagement's own page, by its folder. `root` is the folder of all documents, if there is one.

    The page itself is the index of that place.
    """
    ordered = sorted(folders)
    names = (safe(_inner(_inner(folder, root), CLIENTS), "client") for folder in ordered)
    return {folder: f"{CLIENTS}/{name}" for folder, name in zip(ordered, unique(names), strict=True)}


def document_pages(documents: Iterable[Named], engagements: Mapping[str, str], root: str) -> dict[str, str]:
    """The places of the documents' pages, by their files.

    Args:
        documents: All documents, those included that nobody may see, so that no page's place depends on the audience.
        engagements: The place of each engagement's page, by its folder.
        root: The folder of all documents, if there is one.

    Returns:
        The places, without ending.
    """
    documents = list(documents)
    folders = folders_of_engagements(documents)
    wanted: dict[str, list[tuple[str, str]]] = {}
    for document in documents:
        area, place = _place(document, engagement_of(document, folders), engagements, root)
        wanted.setdefault(area, []).append((document.file, place))
    taken = {CLIENTS: [page.removeprefix(f"{CLIENTS}/") for page in engagements.values()]}
    pages: dict[str, str] = {}
    for area, places in wanted.items():
        before = taken.get(area, [])
        numbered = islice(unique(iter([*before, *(place for _, place in places)])), len(before), None)
        pages.update((file, f"{area}/{place}") for (file, _), place in zip(places, numbered, strict=True))
    return pages


def _place(document: Named, folder: str | None, engagements: Mapping[str, str], root: str) -> tuple[str, str]:
    """The folder of the site that a document's page stands in, and its place there."""
    bare = document.file.rpartition(".")[0]
    if folder is not None:
        page = engagements[folder].removeprefix(f"{CLIENTS}/")
        return CLIENTS, f"{page}/{safe(_inner(bare, folder), 'document')}"
    if document.type in ("", PACK):
        return PACKS, safe(_inner(bare, root), "pack")
    return f"{DOCUMENTS}/{safe(document.type, 'type')}", safe(_inner(bare, root), "document")


def _inner(path: str, folder: str) -> str:
    """The path as seen from `folder`; as it is where it does not lie in it."""
    if path == folder:
        return ""
    return path.removeprefix(f"{folder}/") if folder else path


def safe(path: str, word: str) -> str:
    """The path in characters that any address can hold. `word` stands for a part that has none of these.

    Some systems hand out `ü` as a letter and two dots: the place is the same as where it is one character.
    """
    whole = unicodedata.normalize("NFC", path)
    parts = [_NO_NAME.sub("-", part).strip(".-") or word for part in whole.split("/")]
    if parts[-1].lower() in _KEPT:
        parts[-1] = f"{parts[-1]}-{word}"
    return "/".join(parts).lower()
