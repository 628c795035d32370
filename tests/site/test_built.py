"""This project's own site, as real MkDocs builds it."""

from __future__ import annotations

import json
import posixpath
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from mkdocs.exceptions import Abort

from pmcoach_lint.rules import all_rules
from tests.packs import WHOLE
from tests.site.conftest import ROOT, build, log_of_build, pages, repository


class Found(HTMLParser):
    """The ids of a page, what it links to, and what a browser fetches for it."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.headings: list[tuple[str, str]] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.ids.append(found["id"])
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.headings.append((tag, found.get("id", "")))
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        elif tag == "link" and found.get("rel") in ("stylesheet", "icon", "preconnect", "preload", "prefetch"):
            self.fetched.append(found["href"])
        elif "src" in found:
            self.fetched.append(found["src"])


@pytest.fixture(scope="module")
def found(site: Path) -> dict[str, Found]:
    """Every page by its address below the site's root."""
    return {page.relative_to(site).as_posix().removesuffix("index.html"): Found(page) for page in pages(site)}


def target(page: str, link: str) -> tuple[str, str]:
    """The address below the site's root that a link on a page leads to, and the place in it."""
    parts = urlsplit(link)
    path = posixpath.normpath(posixpath.join("/", page if page.endswith("/") else posixpath.dirname(page), parts.path))
    return unquote(path.lstrip("/")) + ("/" if parts.path.endswith(("/", ".")) and path != "/" else ""), unquote(
        parts.fragment
    )


def test_every_link_leads_somewhere(site: Path, found: dict[str, Found]) -> None:
    broken = []
    for page, content in found.items():
        for link in content.links:
            if page == "404.html" or urlsplit(link).scheme:
                continue
            path, anchor = (page, urlsplit(link).fragment) if link.startswith("#") else target(page, link)
            there = found.get(path) or found.get(f"{path}/" if path else "")
            exists = there is not None or (site / path).is_file()
            if not exists or (anchor and there and unquote(anchor) not in there.ids):
                broken.append(f"{page}: {link}")
    assert broken == []
    assert sum(len(content.links) for content in found.values()) > 1000


def test_nothing_comes_from_another_host(site: Path, found: dict[str, Found]) -> None:
    for page, content in found.items():
        assert [each for each in content.fetched if urlsplit(each).netloc or each.startswith("//")] == [], page
    for style in site.rglob("*.css"):
        assert re.findall(r"url\(['\"]?(?:https?:)?//[^)]*\)|@import", style.read_text(encoding="utf-8")) == [], style


def test_no_id_is_there_twice(found: dict[str, Found]) -> None:
    for page, content in found.items():
        assert sorted(content.ids) == sorted(set(content.ids)), page


def test_every_pack_and_every_rule_has_its_page(found: dict[str, Found]) -> None:
    for path in (ROOT / "packs").glob("*.md"):
        assert f"packs/{path.stem}/" in found
    for rule in all_rules():
        assert f"reference/rules/{rule.code.lower()}/" in found
    assert {"", "packs/", "getting-started/", "architecture/", "404.html"} <= set(found)
    reference = ("rules", "types", "types/coaching-pack", "settings", "commands")
    assert {f"reference/{page}/" for page in reference} <= set(found)


def test_a_pack_has_its_headings_in_the_table_of_contents(site: Path, found: dict[str, Found]) -> None:
    content = found["packs/pm-07-strategic-thinking/"]
    assert content.headings[:4] == [
        ("h1", "from-shipping-well-to-choosing-well-pm-07-northwind-checkout"),
        ("h2", "context-snapshot"),
        ("h2", "1-definition-of-good-pm-in-this-context"),
        ("h3", "competency-model"),
    ]
    assert {"#context-snapshot", "#competency-model", "#7-risks--open-questions--next-steps"} <= set(content.links)
    html = (site / "packs/pm-07-strategic-thinking/index.html").read_text(encoding="utf-8")
    assert "<title>From shipping well to choosing well: pm-07, Northwind checkout - pmcoach-lint</title>" in html
    assert html.count('class="headerlink"') == len([1 for tag, anchor in content.headings if anchor])


def test_packs_stay_out_of_the_navigation_and_under_their_index(found: dict[str, Found], site: Path) -> None:
    content = found["reference/settings/"]
    assert not any("packs/pm-" in link for link in content.links)
    html = (site / "packs/pm-07-strategic-thinking/index.html").read_text(encoding="utf-8")
    tab = re.search(r'<li class="md-tabs__item md-tabs__item--active">(.*?)</li>', html, re.DOTALL)
    assert tab
    assert "Packs" in tab[1]
    path = html.partition('<nav class="md-path"')[2].partition("</nav>")[0]
    assert re.findall(r'href="([^"]*)"', path) == ["../..", "../"]


def test_the_search_index_holds_titles_and_summaries_only(site: Path) -> None:
    text = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    entries = [entry for entry in json.loads(text)["docs"] if entry["location"].startswith("packs/pm-")]
    assert len(entries) == len(list((ROOT / "packs").glob("*.md")))
    (entry,) = [entry for entry in entries if "pm-07-strategic" in entry["location"]]
    assert entry["title"] == "From shipping well to choosing well: pm-07, Northwind checkout"
    assert "By 27 November 2026 pm-07 opens each new piece" in entry["text"]
    assert "Frame the problem before the solution" in entry["text"]
    assert "Apply → Analyze" in entry["text"]
    assert all(len(entry["text"]) < 1500 for entry in entries)
    assert "The requirements open with eleven features" not in text


def test_search_engines_are_asked_to_stay_away(site: Path) -> None:
    assert (site / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nDisallow: /\n"
    for page in pages(site):
        assert page.read_text(encoding="utf-8").count('<meta name="robots" content="noindex, nofollow">') == (
            page.name != "404.html"
        )


def test_the_schemas_can_be_downloaded(site: Path) -> None:
    for path in (ROOT / "schemas").glob("*.schema.json"):
        assert json.loads((site / "reference" / "schemas" / path.name).read_bytes()) == json.loads(path.read_bytes())


def test_a_page_that_is_not_there_says_where_to_go(site: Path) -> None:
    html = (site / "404.html").read_text(encoding="utf-8")
    assert "There is no such page" in html
    assert 'href="/packs/"' in html


def test_another_repository_needs_five_lines(tmp_path: Path) -> None:
    config = repository(tmp_path / "repo", {"packs/pm-01.md": WHOLE, "docs/notes.md": "# Notes\n"})
    site = build(config, tmp_path / "site")
    assert (site / "packs" / "pm-01" / "index.html").is_file()
    assert (site / "notes" / "index.html").is_file()
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "Coaching at Northwind" in home
    assert 'href="packs/pm-01/"' in home
    assert "Get started" not in home
    locations = [each.text for each in ET.parse(site / "sitemap.xml").iter() if each.tag.endswith("loc")]  # noqa: S314
    assert "https://northwind.example/coaching/packs/pm-01/" in locations


def test_a_theme_without_tabs_shows_the_navigation_beside_each_page(tmp_path: Path) -> None:
    config = repository(tmp_path / "repo", {"packs/pm-01.md": WHOLE})
    pages = ("index.html", "packs/index.html", "packs/pm-01/index.html", "people/index.html", "people/pm-07/index.html")
    hidden = re.compile(r'md-sidebar--primary"[^>]*\bhidden\b')
    site = build(config, tmp_path / "beside")
    assert [page for page in pages if hidden.search((site / page).read_text(encoding="utf-8"))] == []
    config.write_text(config.read_text().replace("  font: false", "  font: false\n  features: [navigation.tabs]"))
    site = build(config, tmp_path / "above")
    assert [page for page in pages if hidden.search((site / page).read_text(encoding="utf-8"))] == list(pages)


def test_pages_can_be_files_instead_of_folders(tmp_path: Path) -> None:
    config = repository(tmp_path / "repo", {"packs/pm-01.md": WHOLE})
    site = build(config, tmp_path / "site", use_directory_urls=False)
    assert 'href="pm-01.html"' in (site / "packs" / "index.html").read_text(encoding="utf-8")
    assert (site / "packs" / "pm-01.html").is_file()


def test_a_picture_among_the_documents_of_the_folder_of_pages_is_left_out(tmp_path: Path) -> None:
    files = {"docs/packs/pm-01.md": WHOLE, "docs/packs/img/board.png": "x", "docs/plan.png": "x"}
    config = repository(tmp_path / "repo", files)
    (tmp_path / "repo" / "pmcoach.toml").write_text('folders = ["docs/packs"]\n', encoding="utf-8")
    with log_of_build() as lines:
        site = build(config, tmp_path / "site")
    assert "Left out, since it lies among the documents: packs/img/board.png" in lines
    assert [file.name for file in site.rglob("*.png") if "assets" not in file.parts] == ["plan.png"]
    (tmp_path / "repo" / "pmcoach.toml").write_text('folders = ["docs"]\n', encoding="utf-8")
    site = build(config, tmp_path / "whole")
    assert sorted(file.name for file in site.rglob("*.png") if "assets" not in file.parts) == ["board.png", "plan.png"]


def test_what_cannot_be_published_is_said_without_quoting_it(tmp_path: Path) -> None:
    packs = {
        "packs/whole.md": WHOLE,
        "packs/broken.md": "---\nsecretword: [\n---\n",
        "packs/private.md": WHOLE.replace("visibility: internal", "visibility: private"),
        "packs/wrong.md": WHOLE.replace("visibility: internal", "visibility: secretword"),
        "docs/stray.md": WHOLE,
    }
    with log_of_build() as lines:
        build(repository(tmp_path / "repo", packs), tmp_path / "site")
    assert "Documents published for the audience “internal”: 1." in lines
    assert "Documents left out, being private or meant for somebody else: 1." in lines
    assert "Not published: packs/broken.md: its front matter cannot be read, or names no known type." in lines
    assert "Not published: packs/wrong.md: its visibility is none that there is." in lines
    assert "Not published as an ordinary page, as it looks like a document: stray.md" in lines
    assert "secretword" not in "".join(lines)
    assert not (tmp_path / "site" / "stray").exists()


def test_an_option_that_is_none_builds_no_site(tmp_path: Path) -> None:
    config = repository(tmp_path / "repo", {"packs/whole.md": WHOLE}, audience="client:northwind")
    config.write_text(config.read_text("utf-8").replace("audience:", "audiense:"), "utf-8")
    with pytest.raises(Abort), log_of_build() as lines:
        build(config, tmp_path / "site")
    assert lines == [
        "Config value 'plugins': Plugin 'pmcoach' option 'audiense': There is no such option. Did you mean “audience”?"
    ]
    assert not (tmp_path / "site").exists()


def test_an_audience_that_no_document_knows_is_warned_of(tmp_path: Path) -> None:
    packs = {"packs/whole.md": WHOLE.replace("visibility: internal", "visibility: client:northwind")}
    with pytest.raises(Abort), log_of_build() as lines:
        build(repository(tmp_path / "repo", packs, audience="client:nortwind"), tmp_path / "site")
    assert "Documents published for the audience “client:nortwind”: 0." in lines
    assert "No document here is for “client:nortwind”. Did you mean “client:northwind”?" in lines


def test_a_team_is_known_by_its_packs(tmp_path: Path) -> None:
    packs = {"packs/whole.md": WHOLE.replace("team: checkout", "team: Checkout Flow")}
    with log_of_build() as lines:
        build(repository(tmp_path / "repo", packs, audience="team:checkout-flow"), tmp_path / "site")
    assert not [line for line in lines if line.startswith("No document here")]


@pytest.mark.parametrize("given", ["audience:", 'audience: ""', "audience: !ENV [PMCOACH_AUDIENCE, internal]"])
def test_an_empty_audience_builds_no_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("PMCOACH_AUDIENCE", "")
    config = repository(tmp_path / "repo", {"packs/whole.md": WHOLE})
    config.write_text(config.read_text("utf-8").replace('audience: "internal"', given), "utf-8")
    with pytest.raises(Abort), log_of_build() as lines:
        build(config, tmp_path / "site")
    told = "It is empty: say whom the site is for, internal, team:name, client:name or public."
    assert lines == [f"Config value 'plugins': Plugin 'pmcoach' option 'audience': {told}"]
    assert not (tmp_path / "site").exists()
