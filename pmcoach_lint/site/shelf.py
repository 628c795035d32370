"""What was built before, for as long as one `mkdocs serve` runs: what has not changed is not built and written again.

MkDocs empties the folder of the site after every change and builds all of it again. Most of that gives what was there
already: the same page in the same navigation and configuration is the same file. Such files stay where they are. What
of a page is needed even so is kept in memory: what the search finds in it, its title, the anchors on it.
"""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2.bccache import Bucket, BytecodeCache
from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.pages import Page as BuiltPage

from pmcoach_lint.site.aside import set_aside

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.toc import TableOfContents

    from pmcoach_lint.site.page import Page

_KNOWN = frozenset({"search", "material/search", "pmcoach"})
"""The plugins of which it is known that they do the same for the same page."""

_HIDDEN = ".pmcoach-before"
"""MkDocs leaves hidden files alone when it empties the folder of the site."""

_SHOWN = frozenset(InclusionLevel) - {InclusionLevel.EXCLUDED}


@dataclass
class Rendered:
    """A page as it was rendered: the page that was made, and what became of it.

    `content` is the rendered Markdown as far as it is searched. `around` is what stood around it when it was built, and
    `found` are its entries in the search index.
    """

    page: Page
    meta: Mapping[str, Any]
    content: str
    toc: TableOfContents
    anchors: set[str]
    around: object = None
    found: Sequence[Any] = ()

    @property
    def pieces(self) -> tuple[str, ...]:
        """The pieces that were set aside when it was rendered."""
        return set_aside(self.page.markdown)[1]


class KeptPage(BuiltPage):
    """A page that reads as it did before, and need not be read and rendered again."""

    def __init__(self, file: File, config: MkDocsConfig, kept: Rendered) -> None:
        super().__init__(None, file, config)
        self.kept = kept

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Take the meta data that were read before."""
        self.markdown, self.meta = "", dict(self.kept.meta)

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Take what was rendered before. The links in a page that was made are not looked at: they are no Markdown."""
        self.content, self.toc, self.present_anchor_ids = self.kept.content, self.kept.toc, self.kept.anchors


class Compiled(BytecodeCache):
    """The theme's templates as they were compiled, by what they say: MkDocs has them compiled for every build."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what is known of a template."""
        if bucket.key in self._known:
            bucket.bytecode_from_string(self._known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to."""
        self._known[bucket.key] = bucket.bytecode_to_string()


class Shelf:
    """The site that one `mkdocs serve` has built, as it lies in the folder of the site.

    A build goes through the methods in their order. Where nothing is served, and after a build that has failed, nothing
    is left as it lies.
    """

    def __init__(self, *, is_served: bool) -> None:
        self._is_served = is_served
        self._is_settled = False
        self.compiled = Compiled()
        self._folder = Path()
        self._rendered: dict[str, Rendered] = {}
        self._lying: dict[str, object] = {}
        self._settled: object = None
        self._around: object = None

    def open(self, config: MkDocsConfig) -> None:
        """Begin a build: hide from MkDocs what was built before, where it may be of use.

        In another configuration everything is otherwise. Plugins, hooks and templates of others may make something else
        of a page that is the same.
        """
        self._index = _search_index(config)
        self._indexed = 0
        self._found: dict[str, Sequence[Any]] = {}
        is_known = _KNOWN.issuperset(config.plugins) and not config.theme.custom_dir and self._index is not None
        self._told = _told(config) if is_known and self._is_served else None
        if self._told is None or self._told != self._settled:
            self._rendered, self._lying = {}, {}
        self._settled = None
        self._folder = Path(config.site_dir)
        if self._is_served:
            shutil.rmtree(self._folder / _HIDDEN, ignore_errors=True)
        if self._lying:
            _move(self._folder, self._folder / _HIDDEN)

    def unhide(self) -> None:
        """Put what was built before back in its place."""
        if self._is_served and (self._folder / _HIDDEN).is_dir():
            _move(self._folder / _HIDDEN, self._folder)
            (self._folder / _HIDDEN).rmdir()

    def arrange(self, pages: Mapping[str, Page], nav: Navigation, files: Files, config: MkDocsConfig) -> None:
        """Give every page that no navigation names and that reads as before what was rendered then."""
        named = {page.file.src_uri for page in nav.pages}
        self._rendered = {path: each for path, each in self._rendered.items() if path in pages and path not in named}
        for path, kept in self._rendered.items():
            file = files.get_file_from_path(path)
            if file and kept.page == pages[path]:
                KeptPage(file, config, kept)

    def keep(self, page: BuiltPage, made: Page) -> None:
        """Keep what was rendered of a page."""
        if self._told is not None:
            anchors = page.present_anchor_ids or set()
            self._rendered[made.path] = Rendered(made, dict(page.meta), page.content or "", page.toc, anchors)

    def leave(self, nav: Navigation, files: Files) -> None:
        """Leave those files as they lie which would be the same again: all titles are known only by now."""
        self._around = tuple(map(_entry, nav.items))
        self.pages = files.documentation_pages()
        self._order = [file.src_uri for file in files if file.is_documentation_page() and file.inclusion in _SHOWN]
        lying: dict[str, object] = {}
        for file in files:
            if file.inclusion in _SHOWN:
                lying[file.dest_uri] = None if file.is_documentation_page() else _mark(file)
                if self._is_same(file, lying[file.dest_uri]):
                    file.inclusion = InclusionLevel.EXCLUDED
        for gone in self._lying.keys() - lying.keys():
            _remove(self._folder, gone)
        self._lying = lying

    def _is_same(self, file: File, mark: object) -> bool:
        if file.dest_uri not in self._lying:
            return False
        if file.is_documentation_page():
            return isinstance(file.page, KeptPage) and file.page.kept.around == (self._around, file.page.edit_url)
        return mark == self._lying[file.dest_uri]

    def build(self, page: BuiltPage) -> None:
        """Take note of what stood around a page that was built, and of what the search finds in it."""
        index = self._index or []
        path = page.file.src_uri
        self._found[path] = index[self._indexed :]
        self._indexed = len(index)
        if path in self._rendered:
            self._rendered[path].around = (self._around, page.edit_url)
            self._rendered[path].found = self._found[path]

    def close(self) -> None:
        """End a build. What the search finds in pages that were left as they lie gets its place in the index again."""
        if self._told is None or self._index is None:
            return
        found = {path: each.found for path, each in self._rendered.items()} | self._found
        self._index[:] = [entry for path in self._order for entry in found.get(path, ())]
        self._settled = self._told
        if not self._is_settled:
            gc.freeze()  # what is kept now is mostly kept for good: to look through all of it takes as long as a build
            self._is_settled = True


def _search_index(config: MkDocsConfig) -> list[Any] | None:
    """The entries that Material's search has gathered so far; None where nobody searches, or in some other way."""
    plugin = config.plugins.get("material/search") or config.plugins.get("search")
    entries = getattr(getattr(plugin, "search_index", None), "entries", None)
    return entries if isinstance(entries, list) else None


def _told(config: MkDocsConfig) -> str:
    """All that the configuration says, defaults and what plugins made of it included."""
    plugins = {name: dict(plugin.config) for name, plugin in config.plugins.items()}
    others = {name: value for name, value in config.items() if name not in ("plugins", "theme")}
    return repr((others, plugins, dict(config.theme), config.theme.dirs))


def _entry(item: StructureItem) -> object:
    """What a page may show of an entry of the navigation."""
    children: Iterable[StructureItem] = getattr(item, "children", None) or ()
    meta = repr(item.meta) if isinstance(item, BuiltPage) else ""
    return (item.title, getattr(item, "url", None), meta, tuple(map(_entry, children)))


def _mark(file: File) -> object:
    """What tells whether a file that is copied has changed."""
    if file.abs_src_path is None:
        return file.content_bytes
    status = Path(file.abs_src_path).stat()
    return (file.abs_src_path, status.st_mtime_ns, status.st_size)


def _move(source: Path, target: Path) -> None:
    """Move all but what is hidden."""
    target.mkdir(exist_ok=True)
    for entry in list(source.iterdir()):
        if not entry.name.startswith("."):
            entry.rename(target / entry.name)


def _remove(folder: Path, place: str) -> None:
    """Remove a file, and the folders that are empty then."""
    path = folder / place
    path.unlink(missing_ok=True)
    for above in path.parents:
        if above == folder or not above.is_dir() or any(above.iterdir()):
            break
        above.rmdir()
