"""The site in a real browser: the index sorts and filters, and every page is readable on every screen."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.site.conftest import ROOT, Look

SHOWN = "#pm-packs tbody tr:not([hidden])"
PAGES = [
    "",
    "packs/",
    "packs/pm-07-strategic-thinking/",
    "packs/pm-12-executive-alignment/",
    "people/",
    "people/pm-07/",
    "coaches/lead-02/",
    "teams/checkout/",
    "tags/",
    "clients/northwind/",
    "reference/rules/",
    "reference/rules/pmc210/",
    "reference/types/coaching-pack/",
    "reference/settings/",
    "reference/commands/",
    "getting-started/",
    "guides/writing-a-pack/",
    "architecture/",
]


STATUSES = ["active", "in-review", "draft", "completed"]


def example_packs() -> list[dict[str, Any]]:
    """The front matter of the example packs in the order of the index: by status, and then the one that began last."""
    fronts = [yaml.safe_load(file.read_text("utf-8").split("---\n")[1]) for file in (ROOT / "packs").glob("*.md")]
    newest = sorted(fronts, key=lambda front: front["start"], reverse=True)
    return sorted(newest, key=lambda front: STATUSES.index(front["status"]))


def those(**wanted: str) -> list[str]:
    """The PMs of the example packs with these values in their front matter, in the order of the index."""
    return [front["pm"] for front in example_packs() if wanted.items() <= front.items()]


def people(page: Page) -> list[str]:
    """The PMs in the rows that are shown, from the top."""
    return [text.split()[0] for text in page.locator(f"{SHOWN} th").all_inner_texts()]


def head(page: Page, name: str) -> str | None:
    """How a column is sorted, as assistive technology is told."""
    return page.locator("#pm-packs thead th", has_text=name).get_attribute("aria-sort")


def test_the_index_sorts_by_clicking(look: Look) -> None:
    page = look().open("packs/")
    assert people(page) == those()
    for column, key in {
        "PM": lambda front: front["pm"],
        "Start": lambda front: front["start"],
        "Coach": lambda front: front["coach"],
        "Status": lambda front: STATUSES.index(front["status"]),
        "Team": lambda front: front["team"],
    }.items():
        button = page.get_by_role("button", name=column, exact=True)
        button.click()
        assert head(page, column) == "ascending"
        assert people(page) == [front["pm"] for front in sorted(example_packs(), key=key)], column
        button.click()
        assert head(page, column) == "descending"
        assert page.locator("[aria-sort]").count() == 1
        assert people(page) == [front["pm"] for front in sorted(example_packs(), key=key, reverse=True)], column


def test_the_index_sorts_by_the_keyboard(look: Look) -> None:
    page = look().open("packs/")
    page.get_by_label("Find").focus()
    for _ in range(4):  # status, team, the table's container, the first column
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "PM"
    page.keyboard.press("Enter")
    assert head(page, "PM") == "ascending"
    page.keyboard.press("Space")
    assert head(page, "PM") == "descending"
    assert people(page) == sorted(those(), reverse=True)
    assert page.evaluate("document.activeElement.textContent") == "PM"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_the_index_filters_by_text_status_and_team(look: Look) -> None:
    page = look().open("packs/")
    count = page.get_by_role("status")
    expect(count).to_have_text(f"{len(those())} packs")
    page.get_by_label("Find").fill("  LEAD-05 northwind ")
    assert people(page) == those(coach="lead-05")
    expect(count).to_have_text(f"{len(those(coach='lead-05'))} of {len(those())} packs")
    page.get_by_label("Status").select_option("Draft")
    assert people(page) == those(coach="lead-05", status="draft") == ["pm-21"]
    page.get_by_label("Team").select_option("checkout")
    assert people(page) == []
    expect(page.get_by_text("No pack matches.")).to_be_visible()
    page.get_by_role("button", name="Show all").click()
    expect(count).to_have_text(f"{len(those())} packs")
    expect(page.get_by_text("No pack matches.")).to_be_hidden()
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()
    assert page.evaluate("document.activeElement.name") == "q"


def test_packs_are_found_by_their_bets_and_competencies(look: Look) -> None:
    page = look().open("packs/")
    row = page.locator("#pm-packs tbody tr", has=page.get_by_role("link", name="pm-07", exact=True)).first
    words = (row.get_attribute("data-words") or "").split("; ")
    assert len(words) > 1
    for each in words:
        page.get_by_label("Find").fill(each)
        assert "pm-07" in people(page), each


def test_filters_work_by_the_keyboard_alone(look: Look) -> None:
    page = look().open("packs/")
    page.get_by_label("Find").focus()
    page.keyboard.press("Tab")
    page.keyboard.type("Completed")
    page.keyboard.press("Enter")
    assert people(page) == those(status="completed")
    page.get_by_label("Find").focus()
    page.keyboard.type("nobody")
    assert people(page) == []


def test_the_address_remembers_what_is_shown(look: Look) -> None:
    seen = look()
    page = seen.open("packs/")
    page.get_by_label("Status").select_option("Active")
    page.get_by_role("button", name="Start", exact=True).click()
    page.get_by_role("button", name="Start", exact=True).click()
    assert page.url.endswith("packs/?status=active&sort=-6")
    page.reload()
    newest = sorted(example_packs(), key=lambda front: front["start"], reverse=True)
    assert people(page) == [front["pm"] for front in newest if front["status"] == "active"]
    assert head(page, "Start") == "descending"
    page = seen.open("packs/?status=nonsense&sort=99&team=%3Cb%3E")
    assert people(page) == those()
    assert page.url.endswith("packs/")


def test_the_home_page_leads_to_the_packs_of_a_status(look: Look) -> None:
    page = look().open("")
    page.get_by_role("list", name="Packs by status").get_by_role("link", name="Completed").click()
    page.wait_for_url("**/packs/?status=completed")
    assert people(page) == those(status="completed")


def test_without_scripts_the_index_is_a_plain_table(look: Look) -> None:
    page = look(java_script_enabled=False).open("packs/")
    assert people(page) == those()
    assert page.locator(".pm-filters").is_hidden()
    assert page.locator("#pm-packs button").count() == 0


def test_no_page_scrolls_sideways_on_any_screen(look: Look) -> None:
    seen = look()
    assert {path: widths for path in PAGES if (widths := seen.scrolls_sideways(path))} == {}


def test_wide_tables_scroll_on_their_own_on_a_phone(look: Look) -> None:
    page = look(width=360).open("packs/pm-07-strategic-thinking/")
    table = page.get_by_role("region", name="Table: Competency model")
    assert table.evaluate("each => each.scrollWidth > each.clientWidth")
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.pm-scroll:focus').scrollLeft > 0")
    narrowest = table.evaluate("each => Math.min(...[...each.querySelectorAll('td')].map(cell => cell.clientWidth))")
    assert narrowest >= 150


FAINT = """selectors => {
  const context = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const colour = (text) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = text;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, below) => below.map((part, i) => top[i] * top[3] + part * (1 - top[3]));
  const light = (rgb) => rgb
    .map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (element) => {
    const layers = [];
    for (let each = element; each; each = each.parentElement) layers.unshift(getComputedStyle(each).backgroundColor);
    const behind = layers.reduce((below, top) => over(colour(top), below), [255, 255, 255]);
    const [a, b] = [light(over(colour(getComputedStyle(element).color), behind)), light(behind)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  return selectors.flatMap((selector) => {
    const found = [...document.querySelectorAll(`.md-content ${selector}`)].filter((each) => each.textContent.trim());
    if (!found.length) return [`${selector} is not there`];
    return found.filter((each) => contrast(each) < 4.5)
      .map((each) => `${selector} “${each.textContent.trim().slice(0, 30)}” ${contrast(each).toFixed(2)}`);
  });
}"""
"""Which of the elements have words that stand out less than WCAG 2 asks for (AA, 4.5 to 1)."""

WORDS = {
    "": ["h1", ".pm-lead", ".pm-doors a", ".pm-tile span", ".pm-card__small", ".pm-card__title a", ".pm-parts span"],
    "packs/": [".pm-sort", ".pm-packs__name", ".pm-packs__title", ".pm-status", ".pm-field label", ".pm-count", "td"],
    "packs/pm-07-strategic-thinking/": [".pm-who", ".pm-goal", ".pm-bet span", "dt", "summary", "td", "thead th"],
    "reference/rules/pmc201/": [".pm-lead p", ".pm-severity", ".pm-note", ".pm-neighbours a"],
    "reference/types/coaching-pack/": [".pm-required", ".pm-aliases", ".pm-name code"],
}


@pytest.mark.parametrize(("scheme", "expected"), [("light", "default"), ("dark", "slate")])
def test_words_stand_out_in_light_and_dark(look: Look, scheme: str, expected: str) -> None:
    seen = look(color_scheme=scheme)
    for path, selectors in WORDS.items():
        page = seen.open(path)
        assert page.locator("body").get_attribute("data-md-color-scheme") == expected
        assert page.evaluate(FAINT, selectors) == [], path


def test_the_reader_can_choose_light_or_dark(look: Look) -> None:
    page = look(color_scheme="light").open("")
    body = page.locator("body")
    for name, scheme in (("Switch to light mode", "default"), ("Switch to dark mode", "slate")):
        page.get_by_title(name).click()
        assert body.get_attribute("data-md-color-scheme") == scheme
    page.get_by_title("Follow the system").click()
    assert body.get_attribute("data-md-color-scheme") == "default"


def test_a_pack_leads_to_others_with_its_tag(look: Look) -> None:
    page = look().open("packs/pm-07-strategic-thinking/")
    page.locator(".pm-tag", has_text="Problem framing and insight").click()
    page.wait_for_url("**/tags/#competency-problem-framing-and-insight")
    group = page.locator("#competency-problem-framing-and-insight")
    expect(group.get_by_role("link", name="From shipping well to choosing well")).to_be_visible()
    group.get_by_role("link", name="From shipping well to choosing well").click()
    page.wait_for_url("**/packs/pm-07-strategic-thinking/")


def test_search_suggests_and_finds_packs_by_their_tags(look: Look) -> None:
    seen = look()
    page = seen.open("")
    results = seen.search("in review checkout")
    expect(results.first.locator(".md-tag").first).to_be_visible()
    query = page.locator("[data-md-component=search-query]")
    query.fill("")
    query.press_sequentially("archit")
    expect(page.locator("[data-md-component=search-suggest]")).to_contain_text("architecture")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-md-component=search-query]")).to_have_value("architecture")


def test_headings_have_links_that_stay_and_lead_back(look: Look) -> None:
    seen = look()
    page = seen.open("guides/reviewing/")
    page.locator("h2#saying-yes").hover()
    page.locator("h2#saying-yes .headerlink").click()
    page.wait_for_url("**/guides/reviewing/#saying-yes")
    page.reload()
    assert page.locator("h2#saying-yes").evaluate("each => Math.abs(each.getBoundingClientRect().top) < 200")


def test_what_is_not_found_leads_back_home(look: Look) -> None:
    page = look().open("404.html")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.locator("article a").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert not page.url.endswith("404.html")


def test_search_finds_packs_by_their_summaries(look: Look) -> None:
    seen = look()
    seen.open("")
    expect(seen.search("explanations ruled").first).to_contain_text("From shipping well to choosing well")
