"""The files of the site that are made: pages, schemas, what readers take along, what is copied as it is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from mkdocs.structure.files import File, InclusionLevel

from pmcoach_lint import doctypes
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.paths import true_path
from pmcoach_lint.resources import schema_folder
from pmcoach_lint.settings import Settings
from pmcoach_lint.site.contents import SCHEMAS, Site
from pmcoach_lint.site.library import Library
from pmcoach_lint.site.page import Page
from pmcoach_lint.site.release import is_for_readers

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_HERE = Path(__file__).parent
_ASSETS = "assets/pmcoach"
STYLES = tuple(f"{_ASSETS}/{name}.css" for name in ("pmcoach", "people", "engagement"))
SCRIPT = f"{_ASSETS}/pmcoach.js"
_ROBOTS = "User-agent: *\nDisallow: /\n"


def source(config: MkDocsConfig, settings: Settings) -> str:
    """The address below which the files of the repository can be read, where `mkdocs.yml` says where that is.

    MkDocs knows where pages are edited, below the folder of ordinary pages; what is to be read is one word away.
    """
    edit = config.edit_uri or ""
    if not config.repo_url or not edit or edit.startswith(("?", "#")):
        return ""
    address = urljoin(f"{config.repo_url.rstrip('/')}/", f"{edit.rstrip('/')}/{_root(config, settings)}/")
    return address.replace("/edit/", "/blob/", 1)


def _root(config: MkDocsConfig, settings: Settings) -> str:
    """The way from the folder of ordinary pages to the root of the repository."""
    return os.path.relpath(settings.root, config.docs_dir).replace(os.sep, "/")


def made_files(
    pages: dict[str, Page], site: Site, catalogue: Catalogue, config: MkDocsConfig, settings: Settings, *, noindex: bool
) -> Iterator[File]:
    """All files that are made for a site of these `pages`; `noindex` says whether search engines are to keep away."""
    yield from _page_files(pages, _sources(site, config, settings), config)
    if site.reference:
        yield from _schema_files(catalogue, config)
    yield from _downloads(site, config)
    yield from _static_files(config, noindex=noindex)


def past_the_pages(files: Files, library: Library, catalogue: Catalogue) -> list[File]:
    """The files in the folder of ordinary pages that are documents whose visibility MkDocs would not ask for."""
    return [
        file
        for file in files.documentation_pages()
        if file.abs_src_path
        and (true_path(Path(file.abs_src_path)) in library.files or is_for_readers(file.content_bytes, catalogue))
    ]


def among_documents(files: Files, config: MkDocsConfig, settings: Settings) -> list[File]:
    """Pictures and the like in a folder of documents that is a part of the folder of ordinary pages.

    Nobody can say who may see them, and no page of a document shows any.
    """
    pages = true_path(Path(config.docs_dir))
    folders = [true_path(settings.root / folder) for folder in settings.folders]
    inner = {folder for folder in folders if pages in folder.parents}
    return [
        file
        for file in (files if inner else ())
        if file.abs_src_path
        and not file.is_documentation_page()
        and not inner.isdisjoint(true_path(Path(file.abs_src_path)).parents)
    ]


def _sources(site: Site, config: MkDocsConfig, settings: Settings) -> dict[str, str]:
    """The file that each page is made of, from the folder of ordinary pages, where readers may edit it."""
    if not site.inside or not site.source:
        return {}
    root = _root(config, settings)
    return {page: quote(f"{root}/{file}") for file, page in site.pages.items() if file.endswith(".md")}


def _page_files(pages: dict[str, Page], sources: dict[str, str], config: MkDocsConfig) -> Iterator[File]:
    """The pages as files that MkDocs builds. Those under an index stay out of the navigation."""
    for page in pages.values():
        level = InclusionLevel.NOT_IN_NAV if page.under else InclusionLevel.UNDEFINED
        file = File.generated(config, page.path, content=page.markdown, inclusion=level)
        file.edit_uri = sources.get(page.path)
        yield file


def _downloads(site: Site, config: MkDocsConfig) -> Iterator[File]:
    """The files that readers may take along."""
    for pack in site.packs:
        for each in pack.downloads:
            yield File.generated(config, f"{pack.page}.{each.ending}", content=each.content)


def _schema_files(catalogue: Catalogue, config: MkDocsConfig) -> Iterator[File]:
    """The schemas, for programs that read documents."""
    own = schema_folder().glob(f"*{doctypes.SUFFIX}")
    others = (path for doctype in catalogue for path in (doctype.path, *doctype.beside))
    for path in sorted({*own, *others}):
        yield File.generated(config, f"{SCHEMAS}/{path.name}", abs_src_path=str(path))


def _static_files(config: MkDocsConfig, *, noindex: bool) -> Iterator[File]:
    """The files that are copied as they are: styles, script, the word to search engines."""
    for path in sorted((_HERE / "assets").iterdir()):
        yield File.generated(config, f"{_ASSETS}/{path.name}", abs_src_path=str(path))
    if noindex:
        yield File.generated(config, "robots.txt", content=_ROBOTS)
