"""Every kind of page can be used by everybody: judged by axe-core in both themes, by the keyboard, and on paper."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped] # it ships no types

from tests.site.conftest import Look

PAGES = {
    "home": "",
    "index of packs": "packs/",
    "pack": "packs/pm-07-strategic-thinking/",
    "draft": "packs/pm-21-first-ninety-days/",
    "tags": "tags/",
    "growth map": "people/",
    "person": "people/pm-07/",
    "coach": "coaches/lead-02/",
    "team": "teams/checkout/",
    "index of clients": "clients/",
    "client": "clients/northwind/",
    "log": "clients/northwind/event-log/",
    "assessment": "clients/northwind/value-assessment/",
    "index of documents": "documents/",
    "documents of a type": "documents/artifact/",
    "frameworks": "standards/",
    "framework": "standards/value-ladder/",
    "rules": "reference/rules/",
    "rule": "reference/rules/pmc201/",
    "types": "reference/types/",
    "type": "reference/types/coaching-pack/",
    "settings": "reference/settings/",
    "commands": "reference/commands/",
    "guides": "guides/",
    "guide": "guides/writing-a-pack/",
    "getting started": "getting-started/",
    "architecture": "architecture/",
    "not found": "404.html",
}
"""One page of each kind."""


def serious(results: Any) -> list[str]:
    """The violations that keep somebody out, each with the first place where it is."""
    return [
        f"{found['id']} ({found['impact']}): {found['nodes'][0]['html']}"
        for found in results.response["violations"]
        if found["impact"] in ("serious", "critical")
    ]


COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""The checks that may come out otherwise in other colours: what is the same in the dark is not looked at twice."""


@pytest.mark.parametrize(("scheme", "options"), [("light", None), ("dark", COLOURS)])
def test_axe_finds_nothing_serious(look: Look, scheme: str, options: dict[str, Any] | None) -> None:
    seen = look(color_scheme=scheme)
    found = {kind: serious(Axe().run(seen.open(path), options=options)) for kind, path in PAGES.items()}
    assert {kind: violations for kind, violations in found.items() if violations} == {}


def test_axe_would_find_something(look: Look) -> None:
    page = look().open("packs/")
    page.evaluate("document.querySelector('.pm-filters').innerHTML = '<input>'")
    assert [violation.split(" ")[0] for violation in serious(Axe().run(page))] == ["label"]
    page.evaluate("document.querySelector('.md-content h1').style.color = '#eee'")
    assert [violation.split(" ")[0] for violation in serious(Axe().run(page, options=COLOURS))] == ["color-contrast"]


SEEN = """() => {
    const place = document.activeElement.getBoundingClientRect();
    const there = document.elementFromPoint(place.left + place.width / 2, Math.max(place.top, 0) + 3);
    return document.activeElement.contains(there);
}"""


def test_the_keyboard_leads_past_the_menus_into_the_text(look: Look) -> None:
    page = look().open("packs/pm-07-strategic-thinking/")
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    assert skip.evaluate("each => each === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#"))
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('.md-content')")


def test_whatever_can_be_clicked_can_be_reached_by_the_keyboard(look: Look) -> None:
    page = look().open("packs/")
    clickable = page.locator(".md-content :is(a[href], button, input, select, summary):visible").count()
    reached: set[str] = set()
    page.locator("h1").evaluate("each => { each.tabIndex = -1; each.focus(); }")
    for _ in range(clickable + 5):
        page.keyboard.press("Tab")
        at = page.evaluate(
            "() => { const all = [...document.querySelectorAll('.md-content *')];"
            " return all.indexOf(document.activeElement); }"
        )
        if at >= 0:
            reached.add(at)
            assert page.evaluate(SEEN), "what is reached is not covered by the header that stays"
    visible = page.locator(".md-content :is(a[href], button, input, select, summary):visible:not(.headerlink)").count()
    assert len(reached) >= visible


def test_ladders_are_seen_in_colours_of_the_readers_own(look: Look) -> None:
    page = look(forced_colors="active").open("packs/pm-07-strategic-thinking/")
    colours = page.locator(".pm-ladder").first.evaluate(
        "each => [...each.children].map(rung => getComputedStyle(rung).backgroundColor)"
    )
    assert len(colours) == 6
    assert len(set(colours)) == 3, "held, next and above are told apart"


@pytest.mark.parametrize("path", ["packs/", "people/", "clients/northwind/", "packs/pm-07-strategic-thinking/"])
def test_each_table_fits_on_paper_with_its_heads(look: Look, path: str) -> None:
    page = look(color_scheme="dark").open(path)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})  # A4 without its margins
    tables = page.locator(".pm-table:visible")
    assert tables.count()
    for table in tables.all():
        assert table.evaluate("each => each.scrollWidth <= each.parentElement.clientWidth"), table.inner_text()
        colours = table.evaluate(
            "each => [...each.querySelectorAll('thead th, thead button')].map(head => getComputedStyle(head).color)"
        )
        assert all(sum(map(int, re.findall(r"\d+", colour)[:3])) < 450 for colour in colours), colours


def test_a_pack_can_be_printed(look: Look) -> None:
    page = look(color_scheme="dark").open("packs/pm-07-strategic-thinking/")
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) > 3
    page.emulate_media(media="print")
    assert not page.locator(".md-header").is_visible()
    assert page.locator("h1").is_visible()
    assert page.locator(".pm-text").first.is_visible()
    assert page.locator("details").first.evaluate("each => getComputedStyle(each).breakInside") == "auto"
    white = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert white in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
