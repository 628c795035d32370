"""Pages put together: front matter, headings, code, and addresses between pages."""

from __future__ import annotations

from html import unescape
from importlib import import_module

import pytest
import yaml
from markupsafe import Markup

from pmcoach_lint.site.html import element, entities, joined, spaced
from pmcoach_lint.site.page import Links, Writer

NASTY = "</title><script>x</script> \"quoted\" & {: onclick=x } **b** `c` [d](e) <!-- f -->"  # fmt: skip


@pytest.mark.parametrize(
    ("page", "target", "directories", "flat"),
    [
        ("index.md", "packs/index.md", "packs/", "packs/index.html"),
        ("packs/a.md", "packs/index.md", "../", "index.html"),
        ("packs/a.md", "index.md", "../../", "../index.html"),
        ("packs/a.md", "packs/b.md", "../b/", "b.html"),
        ("packs/deep/a.md", "reference/a.md", "../../../reference/a/", "../../reference/a.html"),
        ("reference/types/a.md", "reference/schemas/a.json", "../../schemas/a.json", "../schemas/a.json"),
        ("reference/settings.md", "reference/settings.md", "./", "settings.html"),
    ],
)  # fmt: skip
def test_addresses_lead_from_page_to_page(page: str, target: str, directories: str, flat: str) -> None:
    assert Links(directories=True).between(page, target) == directories
    assert Links(directories=False).between(page, target) == flat
    assert Links(directories=True).between(page, target, "x") == f"{directories}#x"


def test_a_page_is_headings_with_html_between() -> None:
    writer = Writer("Title", description="What it is", hide=["toc"])
    writer.heading(2, "Part", search=False)
    writer.html(element("p", "a\nb"))
    writer.heading(2, "Part", "own")
    writer.code("````\nx", "text")
    assert writer.text() == (
        "---\ntitle: Title\ndescription: What it is\nhide:\n- toc\n---\n\n"
        "# Title { #top }\n\n## Part { #part data-search-exclude }\n\n<p>a&#10;b</p>\n\n## Part { #own }\n\n"
        "`````text\n````\nx\n`````\n"
    )


def test_titles_are_text_wherever_they_stand() -> None:
    head, _, body = Writer(NASTY, description=NASTY).text()[4:].partition("---\n")
    meta = yaml.safe_load(head)
    for value in (meta["title"], meta["description"]):
        assert not set("<>\"'") & set(value)
        assert unescape(value) == NASTY
    html = import_module("markdown").markdown(body, extensions=["attr_list"])  # it has no types
    assert html.startswith('<h1 id="top">')
    assert html.count("<") == 2
    assert unescape(html[len('<h1 id="top">') : -len("</h1>")]) == NASTY


def test_text_is_escaped_and_markup_is_not() -> None:
    assert element("p", "<b>", Markup("<i>"), ["&", None], class_='"', hidden=True, role=None, open=False) == (
        '<p class="&#34;" hidden>&lt;b&gt;<i>&amp;</p>'
    )
    assert joined(["a", [Markup("<b>")], None]) == "a<b>"
    assert spaced(["<", Markup("<b>")]) == "&lt; <b>"
    assert entities("a*b, ü") == "a&#42;b, ü"
