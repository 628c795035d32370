"""The MkDocs plugin: a thin shell that hands documents to the pages' functions, and their pages to MkDocs."""

from __future__ import annotations

import logging
import os
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

import click
from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils.meta import get_data

from pmcoach_lint import doctypes
from pmcoach_lint.audience import INTERNAL, is_audience, is_inside
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.resources import schema_folder
from pmcoach_lint.rules import all_rules
from pmcoach_lint.settings import Settings, UsageError, load_settings, optional_folders, true_path
from pmcoach_lint.site.aside import anchors, put_back, put_searched_back, set_aside
from pmcoach_lint.site.contents import SCHEMAS, SMALLEST_GROUP, WORDS, Site
from pmcoach_lint.site.library import Library, read_library
from pmcoach_lint.site.navigation import with_documents
from pmcoach_lint.site.page import Links, Page
from pmcoach_lint.site.pages import site_pages
from pmcoach_lint.site.release import is_for_readers

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as BuiltPage

log = logging.getLogger("mkdocs.plugins.pmcoach")

PROGRAM = "pmcoach_lint.cli.app:pmcoach"
"""The program that the command reference describes: all that the site knows of it is that click made it."""

_HERE = Path(__file__).parent
_ASSETS = "assets/pmcoach"
STYLES = tuple(f"{_ASSETS}/{name}.css" for name in ("pmcoach", "people", "engagement"))
SCRIPT = f"{_ASSETS}/pmcoach.js"
NO_INDEX = '<meta name="robots" content="noindex, nofollow">'
_ROBOTS = "User-agent: *\nDisallow: /\n"


class PmcoachConfig(base.Config):  # type: ignore[no-untyped-call] # MkDocs leaves a method untyped
    """The options of the plugin in `mkdocs.yml`."""

    audience = option.Type(str, default=INTERNAL)
    noindex = option.Type(bool, default=True)
    smallest_group = option.Type(int, default=SMALLEST_GROUP)


class PmcoachPlugin(BasePlugin[PmcoachConfig]):  # type: ignore[no-untyped-call]
    """Adds the pages of documents, rules, document types, settings and commands to a site."""

    templates = _HERE / "templates"
    settings: Settings
    pages: dict[str, Page]
    pieces: dict[str, tuple[str, ...]]

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Find the settings, and add what the pages need: styles, script, the page for what is not found."""
        if not is_audience(self.config.audience):
            known = "internal, team:name, client:name or public"
            raise PluginError(f"pmcoach: “{self.config.audience}” is no audience. Write {known}.")
        try:
            self.settings = load_settings(Path(config.config_file_path).parent)
        except UsageError as error:
            raise _refused(error) from error
        if not config.site_url and self.settings.site_url:
            config.site_url = f"{self.settings.site_url.rstrip('/')}/"
        if "attr_list" not in config.markdown_extensions:
            config.markdown_extensions.append("attr_list")
        config.extra_css[:0] = STYLES
        config.extra_javascript.append(SCRIPT)
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(self.templates))
        config.theme.static_templates.add("404.html")
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages, and take out every document that MkDocs would publish past them."""
        doctypes.forget()
        try:
            catalogue = Catalogue.of(self.settings)
            library = read_library(self.settings, self.config.audience)
        except UsageError as error:
            raise _refused(error) from error
        _tell(library, self.config.audience)
        _warn(catalogue)
        removed = _past_the_pages(files, library, catalogue)
        for file in removed:
            files.remove(file)
        words = files.src_uris.get(WORDS)
        if words:
            files.remove(words)
        site = Site(
            name=config.site_name,
            description=config.site_description or "",
            packs=tuple(library.packs),
            engagements=tuple(library.engagements),
            others=tuple(library.others),
            standards=tuple(library.standards),
            frameworks=library.frameworks,
            doctypes=tuple(catalogue),
            rules=all_rules(),
            command=_program(),
            own=frozenset(files.src_uris),
            links=Links(directories=config.use_directory_urls),
            inside=is_inside(self.config.audience),
            source=_source(config, self.settings),
            smallest_group=self.config.smallest_group,
            words=get_data(words.content_string)[0] if words else "",
        )
        if config.nav is not None:
            config.nav = with_documents(config.nav, site)
        self.pages = {page.path: page for page in site_pages(site)}
        self.pieces = {}
        for file in removed:
            if file.src_uri not in self.pages:
                log.info("Published by way of pmcoach only, and not as an ordinary page: %s", file.src_uri)
        for file in [
            *_page_files(self.pages, _sources(site, config, self.settings), config),
            *_schema_files(catalogue, config),
            *_downloads(site, config),
            *_static_files(config, noindex=self.config.noindex),
        ]:
            if file.src_uri not in files.src_uris:
                files.append(file)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Remember where in the navigation the pages belong that do not stand in it themselves."""
        self.parents = {page.file.src_uri: page.parent for page in nav.pages}
        return nav

    def on_page_markdown(self, markdown: str, *, page: BuiltPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Put a page under its index, so that readers see where they are, and set its finished HTML aside."""
        made = self.pages.get(page.file.src_uri)
        if made is None:
            return markdown
        if made.under and page.parent is None:
            page.parent = self.parents.get(made.under)
        outline, self.pieces[made.path] = set_aside(markdown)
        return outline

    def on_page_content(self, html: str, *, page: BuiltPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Put back what is to be found by searching."""
        pieces = self.pieces.get(page.file.src_uri)
        if pieces is None:
            return html
        page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors(pieces)
        return put_searched_back(html, pieces)

    def on_post_page(self, output: str, *, page: BuiltPage, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Put back all else that was set aside, and ask search engines to keep away."""
        output = put_back(output, self.pieces.pop(page.file.src_uri, ()))
        return output.replace("</head>", f"{NO_INDEX}</head>", 1) if self.config.noindex else output

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG002
        """Build again when a document, a framework, a schema or a setting changes."""
        folders = [self.settings.root / folder for folder in self.settings.folders]
        folders += optional_folders(self.settings, "standards")
        sources = [self.settings.source] if self.settings.source else []
        for path in [*folders, schema_folder(), *Catalogue.of(self.settings).folders, *sources]:
            server.watch(str(path))
        return server


def _refused(error: UsageError) -> PluginError:
    return PluginError(f"pmcoach: {error.message}" + (f" {error.hint}" if error.hint else ""))


def _program() -> click.Command | None:
    program = pkgutil.resolve_name(PROGRAM)
    return program if isinstance(program, click.Command) else None


def _tell(library: Library, audience: str) -> None:
    """Say in the build's log what is published and what is not, without a word of any document's content."""
    published = sum(1 for _ in library.documents())
    log.info("Documents published for the audience “%s”: %d.", audience, published)
    if library.hidden:
        log.info("Documents left out, being private or meant for somebody else: %d.", library.hidden)
    for withheld in library.withheld:
        log.info("Not published: %s: %s.", withheld.file, withheld.reason)


def _warn(catalogue: Catalogue) -> None:
    """Warn of the repository's own types that cannot be used: their documents are not published."""
    for name in catalogue.local_names:
        catalogue.find(name)
    for problem in (problem for problems in catalogue.problems.values() for problem in problems):
        if problem.source:
            line, column = problem.source.position(problem.span[0])
            log.warning("%s:%d:%d: %s", problem.source.file, line, column, problem.message)


def _source(config: MkDocsConfig, settings: Settings) -> str:
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


def _past_the_pages(files: Files, library: Library, catalogue: Catalogue) -> list[File]:
    """The files in the folder of ordinary pages that are documents whose visibility MkDocs would not ask for."""
    return [
        file
        for file in files.documentation_pages()
        if file.abs_src_path
        and (true_path(Path(file.abs_src_path)) in library.files or is_for_readers(file.content_bytes, catalogue))
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
