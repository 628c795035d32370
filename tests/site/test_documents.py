"""Documents of a type that the site knows nothing of but its schema: they have pages at once."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.packs import WHOLE
from tests.site.conftest import Look, build, log_of_build, repository
from tests.site.decisions import DECISION, SCHEMA_FILE, decision

FILES = {
    **SCHEMA_FILE,
    "packs/pm-07.md": WHOLE,
    "packs/decisions/split.md": DECISION,
    "packs/decisions/points.md": decision(
        "No loyalty points", owner="pm-12", date="2026-03-02", area="Growth", status="completed"
    ),
    "packs/decisions/freeze.md": decision("Freeze", date="2026-11-30", area="TBD", status="draft"),
    "packs/decisions/hidden.md": decision("Hidden decision", visibility="private"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documents")
    return build(repository(folder / "repo", FILES), folder / "site")


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html.partition("<article")[2].partition("</article>")[0]).split())


def test_a_document_has_a_page_with_its_front_matter_and_its_text(site: Path) -> None:
    html = (site / "documents/decision/decisions/split/index.html").read_text(encoding="utf-8")
    assert "<title>Split payments come first - Coaching at Northwind</title>" in html
    facts = re.findall(r"<dt>([^<]*)</dt> <dd>(.*?)</dd>", html)
    assert facts == [
        ("Decided by", "pm-07"),
        ("Decided on", '<time datetime="2026-05-04">4 May 2026</time>'),
        ("Area", "Checkout"),
        ("Told to", "lead-02, pm-12"),
        ("Who may see this", "Everybody inside"),
        ("File", "<code>packs/<wbr>decisions/<wbr>split.md</code>"),
    ]
    shown = words(html)
    assert "Active Product Decision Record · pm-07" in shown
    assert "Split payments before loyalty points ." in shown
    assert 'href="../points/"' in html
    assert 'href="../../"' in html  # what kind of document it is leads to the others of its kind


def test_findings_are_on_the_page_of_their_document(site: Path) -> None:
    html = (site / "documents/decision/decisions/freeze/index.html").read_text(encoding="utf-8")
    assert "1 finding when this was checked" in html
    assert "pmcoach lint packs/decisions/freeze.md" in html
    assert "when this was checked" not in (site / "documents/decision/decisions/split/index.html").read_text("utf-8")


def test_every_type_has_an_index_with_its_front_matter_for_columns(site: Path) -> None:
    html = (site / "documents/decision/index.html").read_text(encoding="utf-8")
    heads = re.findall(r'<th scope="col">([^<]*)</th>', html)
    assert heads == ["Title", "Decided by", "Decided on", "Area", "Told to", "Status", "To put right"]
    assert re.findall(r'<a href="([^"]*)" class="pm-packs__name">([^<]*)<', html) == [
        ("decisions/freeze/", "Freeze"),
        ("decisions/split/", "Split payments come first"),
        ("decisions/points/", "No loyalty points"),
    ]
    index = (site / "documents/index.html").read_text(encoding="utf-8")
    assert 'href="decision/">Product Decision Record</a>' in index
    assert "Product Decision Record 3 One decision about the product" in words(index)


def test_the_navigation_has_an_entry_for_documents(site: Path) -> None:
    html = (site / "index.html").read_text(encoding="utf-8")
    tabs = html.partition('data-md-component="sidebar"')[2]
    assert 'href="documents/decision/"' in tabs
    assert "Clients" not in tabs
    assert "Browse all documents" in html


def test_search_finds_titles_and_not_texts(site: Path) -> None:
    entries = json.loads((site / "search/search_index.json").read_bytes())["docs"]
    (entry,) = [entry for entry in entries if entry["location"] == "documents/decision/decisions/split/"]
    assert entry["title"] == "Split payments come first"
    assert entry["text"] == "<p>Active Product Decision Record · pm-07</p>"
    assert not any("before" in entry["text"] for entry in entries if entry["location"].startswith("documents/"))


def test_what_is_hidden_is_counted_and_nothing_more(tmp_path: Path) -> None:
    files = {**FILES, "packs/untold.md": DECISION.replace("visibility: internal\n", "")}
    with log_of_build() as lines:
        site = build(repository(tmp_path / "repo", files), tmp_path / "site")
    assert "Documents published for the audience “internal”: 4." in lines
    assert "Documents left out, being private or meant for somebody else: 1." in lines
    assert "Not published: packs/untold.md: its front matter does not say who may see it (visibility)." in lines
    assert not list(site.rglob("*hidden*"))


def test_a_type_without_visibility_is_never_published(tmp_path: Path) -> None:
    schema = json.loads(FILES["schemas/decision.schema.json"])
    del schema["properties"]["visibility"]
    schema["required"].remove("visibility")
    files = {"schemas/decision.schema.json": json.dumps(schema), "packs/a.md": decision("Public", visibility="public")}
    with log_of_build() as lines:
        site = build(repository(tmp_path / "repo", files), tmp_path / "site")
    assert not (site / "documents").exists()
    assert [line for line in lines if line.startswith("Not published: packs/a.md: documents of its type do not say")]


def test_without_documents_there_is_no_entry_for_them(tmp_path: Path) -> None:
    hidden = {**SCHEMA_FILE, "packs/a.md": decision("Hidden", visibility="client:contoso"), "packs/b.md": WHOLE}
    site = build(repository(tmp_path / "repo", hidden), tmp_path / "site")
    assert not (site / "documents").exists()
    html = (site / "index.html").read_text(encoding="utf-8")
    assert "documents/" not in html


def test_a_navigation_of_ones_own_gets_the_entries_behind_the_packs(tmp_path: Path) -> None:
    config = repository(tmp_path / "repo", {**FILES, "docs/about.md": "# About\n"})
    nav = "nav:\n  - Home: index.md\n  - Packs:\n      - packs/index.md\n  - About: about.md\n"
    config.write_text(config.read_text(encoding="utf-8") + nav, encoding="utf-8")
    html = (build(config, tmp_path / "site") / "index.html").read_text(encoding="utf-8")
    links = list(dict.fromkeys(re.findall(r'href="([^"]*)"', html.partition("md-nav--primary")[2])))
    assert [link for link in links if link in ("packs/", "documents/", "documents/decision/", "about/")] == [
        "packs/",
        "documents/",
        "documents/decision/",
        "about/",
    ]


NAV = """\
nav:
  - Home: index.md
  - Work:
      - Packs: packs/index.md
      - About: about.md
"""


@pytest.mark.parametrize(
    ("files", "shown"),
    [
        ({"packs/a.md": DECISION}, ["about/", "documents/", "documents/decision/"]),
        (
            {"packs/a.md": DECISION, "packs/b.md": WHOLE},
            ["packs/", "about/", "people/", "documents/", "documents/decision/"],
        ),
        ({}, ["packs/", "about/"]),
        (
            {"packs/a.md": DECISION, "docs/packs/index.md": "# Ours\n"},
            ["packs/", "about/", "documents/", "documents/decision/"],
        ),
    ],
)  # fmt: skip
def test_packs_are_in_the_navigation_unless_there_are_only_others(
    tmp_path: Path, files: dict[str, str], shown: list[str]
) -> None:
    config = repository(tmp_path / "repo", {**SCHEMA_FILE, "docs/about.md": "# About\n", **files})
    config.write_text(config.read_text(encoding="utf-8") + NAV, encoding="utf-8")
    html = (build(config, tmp_path / "site") / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'href="([^"]*)"', html.partition("md-nav--primary")[2].partition("<article")[0])
    assert [link for link in dict.fromkeys(links) if link != "." and "#" not in link][: len(shown)] == shown
    assert (tmp_path / "site" / "packs" / "index.html").is_file()


def test_an_index_sorts_and_filters(look: Look, address: str) -> None:
    page = look(address).open("documents/decision/")
    rows = page.locator("#pm-documents tbody tr:not([hidden]) th a")
    expect(page.get_by_role("status")).to_have_text("3 documents")
    page.get_by_role("button", name="Decided on", exact=True).click()
    assert rows.all_inner_texts() == ["No loyalty points", "Split payments come first", "Freeze"]
    page.get_by_label("Status").select_option("Completed")
    assert rows.all_inner_texts() == ["No loyalty points"]
    page.get_by_role("button", name="Show all").click()
    page.get_by_label("Decided by").select_option("pm-07")
    assert rows.all_inner_texts() == ["Freeze", "Split payments come first"]
    assert page.url.endswith("documents/decision/?by-owner=pm-07")
    page.reload()
    expect(page.get_by_role("status")).to_have_text("2 of 3 documents")
    page.get_by_label("Find").fill("no such word")
    expect(page.get_by_text("No document matches.")).to_be_visible()
