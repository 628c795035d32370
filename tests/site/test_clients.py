"""A client engagement in a built site and a real browser: read out of its documents, readable everywhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.packs import replaced
from tests.site.conftest import Look, build, repository
from tests.site.test_browser import FAINT
from tests.site.texts import ENGAGEMENT, filled

TEXTS = {doctype.name: filled(doctype).replace("visibility: private", "visibility: internal") for doctype in ENGAGEMENT}
LOG = """\
---
type: event-log
client: Northwind
status: active
visibility: internal
---

# Event log

## 2026-05-11 — Decision — One bet instead of three

**Work type:** Strategic

**What happened:** The list was cut.

## 2026-05-04 — Call — First call

**Work type:** Tactical

**What happened:** They told us what they want.
"""
PLAN = TEXTS["coaching-plan"].replace("- [ ]", "- [x]", 1)
FILES = {
    **{f"packs/clients/northwind/{name}.md": text for name, text in TEXTS.items()},
    "packs/clients/northwind/event-log.md": LOG,
    "packs/clients/northwind/engagement.md": replaced(TEXTS["engagement"], "status: draft", "status: active"),
    "packs/clients/contoso/engagement.md": replaced(TEXTS["engagement"], "client: Northwind", "client: Contoso"),
    "packs/clients/contoso/hidden.md": replaced(
        TEXTS["artifact"], "visibility: internal", "visibility: client:contoso"
    ),
}
PALETTE = """\
  font: false
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: custom
      accent: custom
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: custom
      accent: custom
"""
PAGES = [
    "",
    "clients/",
    "clients/northwind/",
    "clients/northwind/value-assessment/",
    "documents/",
    "documents/artifact/",
]
WORDS = {
    "clients/": [".pm-sort", ".pm-packs__name", "td", ".pm-muted"],
    "clients/northwind/": [".pm-phase", ".pm-level", ".pm-level__small", ".pm-level__mark", ".pm-note", "td", "th"],
    "clients/northwind/value-assessment/": [".pm-who span", "dt", "dd", "td"],
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clients")
    config = repository(folder / "repo", FILES)
    config.write_text(config.read_text(encoding="utf-8").replace("  font: false\n", PALETTE), encoding="utf-8")
    return build(config, folder / "site")


def html(site: Path, page: str) -> str:
    return (site / page / "index.html").read_text(encoding="utf-8")


def test_the_documents_of_a_folder_become_one_engagement(site: Path) -> None:
    page = html(site, "clients/northwind")
    assert "<title>Northwind - Coaching at Northwind</title>" in page
    assert re.findall(r'<h2[^>]* id="([^"]*)"', page) == [
        "value-ladder",
        "where-the-time-goes",
        "horizons",
        "coaching-plans",
        "proposal",
        "latest-in-the-log",
        "portfolio",
        "score",
        "all-documents",
    ]
    assert page.count('class="pm-level ') == 4  # those of the framework that comes with the package
    assert re.findall(r'pm-level__mark--(\w+)">', page) == ["now", "target"]
    assert page.count('class="pm-phase ') == 5
    for name in TEXTS:
        assert f'href="{name}/"' in page
        assert (site / "clients" / "northwind" / name / "index.html").is_file()
        assert f'href="../../clients/northwind/{name}/"' in html(site, f"documents/{name}")
    anchor = "2026-05-11--decision--one-bet-instead-of-three"
    assert f'<a href="event-log/#{anchor}">One bet instead of three</a>' in page
    assert f' id="{anchor}"' in html(site, "clients/northwind/event-log")
    assert html(site, "clients/contoso").count('class="pm-status') == 2


def test_an_engagement_is_found_by_its_name_and_its_scope_but_not_by_its_tables(site: Path) -> None:
    entries = json.loads((site / "search/search_index.json").read_bytes())["docs"]
    (entry,) = [entry for entry in entries if entry["location"] == "clients/northwind/"]
    assert entry["title"] == "Northwind"
    assert "Client engagement" in entry["text"]
    assert "Expert Executor → Strategic Advisor" in entry["text"]
    assert len(entry["text"]) < 600
    assert not any(entry["location"].startswith("clients/northwind/#") for entry in entries)
    assert "One bet instead of three" not in json.dumps(entries)


def test_the_index_of_clients_sorts_and_filters(look: Look, address: str) -> None:
    page = look(address).open("clients/")
    names = page.locator("#pm-clients tbody tr:not([hidden]) th a")
    assert names.all_inner_texts() == ["Contoso", "Northwind"]
    page.get_by_role("button", name="Documents", exact=True).click()
    page.get_by_role("button", name="Documents", exact=True).click()
    assert names.all_inner_texts() == ["Northwind", "Contoso"]
    page.get_by_label("Status").select_option("Draft")
    assert names.all_inner_texts() == ["Contoso"]
    expect(page.get_by_role("status")).to_have_text("1 of 2 engagements")
    names.first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Contoso")


def test_no_page_of_a_client_scrolls_sideways(look: Look, address: str) -> None:
    seen = look(address)
    assert {path: widths for path in PAGES if (widths := seen.scrolls_sideways(path))} == {}


@pytest.mark.parametrize(("scheme", "expected"), [("light", "default"), ("dark", "slate")])
def test_words_stand_out(look: Look, address: str, scheme: str, expected: str) -> None:
    seen = look(address, color_scheme=scheme)
    for path, selectors in WORDS.items():
        page = seen.open(path)
        assert page.locator("body").get_attribute("data-md-color-scheme") == expected
        assert page.evaluate(FAINT, selectors) == [], path


def test_charts_are_right_in_the_dark_and_on_paper(look: Look, address: str) -> None:
    page = look(address, color_scheme="dark").open("clients/northwind/")
    fill = "getComputedStyle(document.querySelector('.pm-part--0')).fill"
    ink = "getComputedStyle(document.querySelector('.pm-chart__name')).fill"
    dark = (page.evaluate(fill), page.evaluate(ink))
    page.emulate_media(media="print")
    paper = (page.evaluate(fill), page.evaluate(ink))
    assert dark[1] == "rgb(227, 238, 240)"
    assert paper == ("rgb(143, 163, 168)", "rgb(23, 52, 59)")
    shown = page.locator(".pm-chart").evaluate("each => each.getBoundingClientRect().width > 200")
    assert shown
    name = page.get_by_role("img", name="Where the time goes at Northwind")
    expect(name).to_have_accessible_description(re.compile("^Now .*: Tactical 40%, .*; Target: Tactical 25%"))
