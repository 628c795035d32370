"""The MkDocs plugin: a thin shell that hands documents to the pages' functions, and their pages to MkDocs."""

from __future__ import annotations

import logging
import pkgutil
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click
from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.utils.meta import get_data

from pmcoach_lint import doctypes
from pmcoach_lint.audience import INTERNAL, is_audience, is_client, is_inside
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.nearest import did_you_mean, nearest
from pmcoach_lint.resources import schema_folder
from pmcoach_lint.rules import all_rules
from pmcoach_lint.settings import Settings, UsageError, load_settings, optional_folders
from pmcoach_lint.site.aside import anchors, put_back, put_searched_back, set_aside
from pmcoach_lint.site.contents import SMALLEST_GROUP, WORDS, Site
from pmcoach_lint.site.files import SCRIPT, STYLES, among_documents, made_files, past_the_pages, source
from pmcoach_lint.site.ground import Marks, schema_marks
from pmcoach_lint.site.kept import Kept
from pmcoach_lint.site.library import Library, read_library, without_playbook
from pmcoach_lint.site.navigation import with_documents, without_reference
from pmcoach_lint.site.page import Links, Page
from pmcoach_lint.site.pages import site_pages
from pmcoach_lint.site.shelf import KeptPage, Shelf

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as BuiltPage
    from mkdocs.utils.templates import TemplateContext

log = logging.getLogger("mkdocs.plugins.pmcoach")

PROGRAM = "pmcoach_lint.cli.app:pmcoach"
"""The program that the command reference describes: all that the site knows of it is that click made it."""

TABS = "navigation.tabs"
"""The feature of the theme by which the navigation stands above each page."""

_AUDIENCES = "internal, team:name, client:name or public"
_HERE = Path(__file__).parent
NO_INDEX = '<meta name="robots" content="noindex, nofollow">'


class PmcoachConfig(base.Config):  # type: ignore[no-untyped-call] # MkDocs leaves a method untyped
    """The options of the plugin in `mkdocs.yml`."""

    audience = option.Type(str, default=INTERNAL)
    noindex = option.Type(bool, default=True)
    smallest_group = option.Type(int, default=SMALLEST_GROUP)
    reference = option.Optional(option.Type(bool))

    def validate(self) -> tuple[base.ConfigErrors, base.ConfigWarnings]:
        """Refuse an option that is none, and an empty `audience`: both would build a site for insiders."""
        is_empty = self.data.get("audience") in (None, "")  # else an empty one goes by the default
        failed, warnings = super().validate()
        if is_empty:
            failed.append(("audience", base.ValidationError(f"It is empty: say whom the site is for, {_AUDIENCES}.")))
        known = [name for name, value in vars(PmcoachConfig).items() if isinstance(value, base.BaseConfigOption)]
        for name in self:
            if name not in known:
                question = did_you_mean(nearest(str(name), known))
                failed.append((name, base.ValidationError(f"There is no such option.{question}")))
        return failed, [warning for warning in warnings if warning[0] in known]


class PmcoachPlugin(BasePlugin[PmcoachConfig]):  # type: ignore[no-untyped-call]
    """Adds the pages of documents, rules, document types, settings and commands to a site."""

    templates = _HERE / "templates"
    settings: Settings
    pages: dict[str, Page]
    pieces: dict[str, tuple[str, ...]]
    told: tuple[str, ...]

    def __init__(self) -> None:
        super().__init__()
        self._begin(is_served=False)

    def _begin(self, *, is_served: bool) -> None:
        """Begin a run of MkDocs. What is found out, made and built in it is kept, where it is built again."""
        self.schemas: Marks = ()
        self.documents, self.made, self.shelf = Kept(), Kept(), Shelf(is_served=is_served)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Begin anew. Where MkDocs itself is asked to build what has changed only (`--dirty`), it is left to that."""
        self._begin(is_served=command == "serve" and not dirty)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Find the settings, and add what the pages need: styles, script, the page for what is not found."""
        if not is_audience(self.config.audience):
            raise PluginError(f"pmcoach: “{self.config.audience}” is no audience. Write {_AUDIENCES}.")
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

    @property
    def has_reference(self) -> bool:
        """Whether the site holds the frameworks and the reference: it does, unless it is for a client or says no."""
        chosen = self.config.reference
        return chosen if chosen is not None else not is_client(self.config.audience)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Keep from being removed what may stay as it is."""
        self.shelf.open(config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages, and take out every document that MkDocs would publish past them."""
        self.shelf.unhide()
        try:
            catalogue = self._catalogue()
            library = self._library()
        except UsageError as error:
            raise _refused(error) from error
        self.told = tuple(library.told(self.config.audience, has_reference=self.has_reference))
        for line in self.told:
            log.info(line)
        _warn(catalogue)
        _warn_of_audience(self.config.audience, library.audiences)
        removed = past_the_pages(files, library, catalogue)
        for file in removed:
            files.remove(file)
        for file in among_documents(files, config, self.settings):
            files.remove(file)
            log.info("Left out, since it lies among the documents: %s", file.src_uri)
        site = self._site(library, catalogue, files, config)
        if config.nav is not None:
            config.nav = without_reference(with_documents(config.nav, site), site)
        self.pages = {page.path: page for page in site_pages(site, self.made)}
        self.pieces = {}
        for file in removed:
            if file.src_uri not in self.pages:
                log.info("Not published as an ordinary page, as it looks like a document: %s", file.src_uri)
        for file in made_files(self.pages, site, catalogue, config, self.settings, noindex=self.config.noindex):
            if file.src_uri not in files.src_uris:
                files.append(file)
        return files

    def _library(self) -> Library:
        """The documents, and the frameworks that this site has."""
        library = read_library(self.settings, self.config.audience, self.documents)
        return library if self.has_reference else without_playbook(library)

    def _site(self, library: Library, catalogue: Catalogue, files: Files, config: MkDocsConfig) -> Site:
        """What the pages are made of. The words for the home page are taken out of the files: they are no page."""
        words = files.src_uris.get(WORDS)
        if words:
            files.remove(words)
        return Site(
            name=config.site_name,
            description=config.site_description or "",
            packs=tuple(library.packs),
            engagements=tuple(library.engagements),
            others=tuple(library.others),
            standards=library.standards,
            frameworks=library.frameworks,
            doctypes=tuple(catalogue),
            rules=all_rules(),
            command=_program(),
            own=frozenset(files.src_uris),
            links=Links(directories=config.use_directory_urls),
            inside=is_inside(self.config.audience),
            source=source(config, self.settings),
            smallest_group=self.config.smallest_group,
            reference=self.has_reference,
            has_tabs=TABS in (config.theme.get("features") or ()),
            words=get_data(words.content_string)[0] if words else "",
            note=self.made.note,
        )

    def _catalogue(self) -> Catalogue:
        """The types of documents, read again where a schema has changed."""
        marks = schema_marks(self.settings)
        if marks != self.schemas:
            doctypes.forget()
        self.schemas = marks
        return Catalogue.of(self.settings)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember where in the navigation the pages belong that do not stand in it themselves."""
        self.parents = {page.file.src_uri: page.parent for page in nav.pages}
        self.nav = nav
        if nav.homepage and config.nav is None and nav.homepage.file.src_uri in self.pages:
            nav.homepage.title = "Home"  # else it goes by its heading, which is the name of the site
        self.shelf.arrange(self.pages, nav, files, config)
        return nav

    def on_page_markdown(self, markdown: str, *, page: BuiltPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Put a page under its index, so that readers see where they are, and set its finished HTML aside."""
        made = self.pages.get(page.file.src_uri)
        if made is None:
            return markdown
        if made.under and page.parent is None:
            page.parent = self.parents.get(made.under)
        if isinstance(page, KeptPage):
            return markdown
        own = len(markdown) - len(made.words)  # what somebody wrote by hand is left as it is
        outline, self.pieces[made.path] = set_aside(markdown[:own])
        return outline + markdown[own:]

    def on_page_content(self, html: str, *, page: BuiltPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Put back what is to be found by searching."""
        pieces = self.pieces.get(page.file.src_uri)
        if pieces is None:
            return html
        page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors(pieces)
        page.content = put_searched_back(html, pieces)
        self.shelf.keep(page, self.pages[page.file.src_uri])
        return page.content

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Leave as it is what would be the same again, now that all titles are known."""
        self.shelf.leave(self.nav, files)
        env.bytecode_cache = self.shelf.compiled
        return env

    def on_template_context(
        self,
        context: TemplateContext,
        *,
        template_name: str,  # noqa: ARG002
        config: MkDocsConfig,  # noqa: ARG002
    ) -> TemplateContext:
        """Have the site's map hold those pages as well that are left as they are."""
        context["pages"] = self.shelf.pages
        return context

    def on_post_page(self, output: str, *, page: BuiltPage, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Put back all else that was set aside, and ask search engines to keep away."""
        pieces = page.kept.pieces if isinstance(page, KeptPage) else self.pieces.pop(page.file.src_uri, ())
        output = put_back(output, pieces)
        self.shelf.build(page)
        return output.replace("</head>", f"{NO_INDEX}</head>", 1) if self.config.noindex else output

    @event_priority(100)  # before the search index is written
    def on_post_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Complete the search index."""
        self.shelf.close()

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


def _warn(catalogue: Catalogue) -> None:
    """Warn of the repository's own types that cannot be used: their documents are not published."""
    for name in catalogue.local_names:
        catalogue.find(name)
    for problem in (problem for problems in catalogue.problems.values() for problem in problems):
        if problem.source:
            line, column = problem.source.position(problem.span[0])
            log.warning("%s:%d:%d: %s", problem.source.file, line, column, problem.message)


def _warn_of_audience(audience: str, known: Collection[str]) -> None:
    """Warn of a team or a client that no document is for: it may be misspelt."""
    if ":" in audience and audience not in known:
        log.warning("No document here is for “%s”.%s", audience, did_you_mean(nearest(audience, sorted(known))))
