"""Sites built by real MkDocs, and a real browser to look at them."""

from __future__ import annotations

import functools
import http.server
import logging
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from fcntl import LOCK_EX, flock
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from playwright.sync_api import Browser, BrowserContext, Dialog, Locator, sync_playwright
from playwright.sync_api import Page as BrowserPage

from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.site.contents import Site
from pmcoach_lint.site.page import Page
from pmcoach_lint.site.pages.rules import rule_pages
from pmcoach_lint.site.pages.types import type_pages

ROOT = Path(__file__).parents[2]

OWN_NAME = "pmcoach-lint"

FEW_TYPES = {"coaching-pack", "event-log"}
"""The types of the package that have pages in sites other than this project's own."""

CONFIG = """\
site_name: Coaching at Northwind
site_url: https://northwind.example/coaching/
theme:
  name: material
  font: false
plugins:
  - search
  - pmcoach:
      audience: "{audience}"
"""

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def few_references() -> Iterator[None]:
    """Pages of rules and types would take most of a build: sites other than this project's own have a few of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pmcoach_lint.site.pages.rules.rule_pages", _few_rules)
        patch.setattr("pmcoach_lint.site.pages.types.type_pages", _few_types)
        yield


def _few_rules(site: Site) -> Iterator[Page]:
    return islice(rule_pages(site), None if site.name == OWN_NAME else 5)


def _few_types(site: Site) -> Iterator[Page]:
    few = tuple(each for each in site.doctypes if each.name not in Catalogue.own().names or each.name in FEW_TYPES)
    return type_pages(site if site.name == OWN_NAME else replace(site, doctypes=few))


def build(config_file: Path, site: Path, **options: Any) -> Path:
    """Build a site strictly: a warning ends it."""
    config = load_config(str(config_file), site_dir=str(site), strict=True, **options)
    config.plugins.on_startup(command="build", dirty=False)
    with few_references():
        build_site(config)
    return site


@contextmanager
def log_of_build() -> Iterator[list[str]]:
    """What MkDocs and its plugins say while a site is built."""
    lines: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(record.getMessage())

    handler, logger = Collector(), logging.getLogger("mkdocs")
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield lines
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)


def repository(folder: Path, packs: dict[str, str], audience: str = "internal") -> Path:
    """A repository with packs and a site of its own, in `folder`; returns its MkDocs file."""
    (folder / ".git").mkdir(parents=True)
    (folder / "docs").mkdir()
    (folder / "packs").mkdir()
    for name, text in packs.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(CONFIG.format(audience=audience), encoding="utf-8")
    return config


def pages(site: Path) -> list[Path]:
    """All pages of a built site."""
    return sorted(site.rglob("*.html"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project's own site. Where tests run in several processes, the first that wants it builds it for all."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    site, built = shared / "own-site", shared / "own-site.built"
    with (shared / "own-site.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not built.exists():
            build(ROOT / "mkdocs.yml", site)
            built.touch()
    return site


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name in the standard library
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a built site on this machine; gives the address."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    executable = os.environ.get("PMCOACH_CHROMIUM") or shutil.which("chromium")
    if not executable:
        pytest.fail("These tests need Chromium: install it, or name it in PMCOACH_CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The address of the site that the tests of a module look at: this project's own, where they have no other."""
    with served(site) as address:
        yield address


class Watched:
    """A page in the browser, with everything on it that must not happen."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.troubles: list[str] = []
        self.page: BrowserPage = context.new_page()
        self.page.on("console", lambda message: self._console(message.type, message.text))
        self.page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        self.page.on("dialog", self._dialog)
        self.page.on("request", lambda request: self._request(request.url))
        self.page.on("requestfailed", lambda request: self._failed(request.url, request.failure))
        self.page.on("response", lambda response: self._response(response.status, response.url))

    def open(self, path: str) -> BrowserPage:
        """Open a page of the site."""
        self.page.goto(self.address + path)
        return self.page

    def scrolls_sideways(self, path: str) -> list[int]:
        """The widths of windows in which a page of the site, with all of it unfolded, does not fit."""
        self.page.set_viewport_size({"width": 1280, "height": 800})
        self.open(path).evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        too_narrow = []
        for width in (1280, 768, 360):
            self.page.set_viewport_size({"width": width, "height": 800})
            if self.page.evaluate("document.documentElement.scrollWidth") > width:
                too_narrow.append(width)
        return too_narrow

    def search(self, words: str) -> Locator:
        """Type something into the site's search; gives what is found."""
        self.page.locator("[data-md-component=search-query]").press_sequentially(words)
        results = self.page.locator(".md-search-result__item")
        results.first.wait_for()
        return results

    def _dialog(self, dialog: Dialog) -> None:
        self.troubles.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _console(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.troubles.append(f"console {kind}: {text}")

    def _request(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.troubles.append(f"request to {url}")

    def _failed(self, url: str, why: str | None) -> None:
        if why != "net::ERR_ABORTED":  # which only says that the reader has gone on to another page
            self.troubles.append(f"failed: {url}: {why}")

    def _response(self, status: int, url: str) -> None:
        if status >= 400:
            self.troubles.append(f"{status}: {url}")


Look = Callable[..., Watched]


@pytest.fixture
def look(browser: Browser, address: str) -> Iterator[Look]:
    """Look at a site in a fresh window of a certain size; afterwards nothing may have gone wrong."""
    opened: list[tuple[BrowserContext, Watched]] = []

    def look(at: str = address, width: int = 1280, height: int = 800, **options: Any) -> Watched:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(10_000)
        watched = Watched(context, at)
        opened.append((context, watched))
        return watched

    yield look
    troubles = [trouble for _, watched in opened for trouble in watched.troubles]
    for context, _ in opened:
        context.close()
    assert troubles == []
