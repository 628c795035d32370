"""What people write comes out as it was meant, and can do nothing."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmcoach_lint.site.prose import headings, passage, plain, sections, slug, unique


def html(text: str) -> str:
    """The HTML of a text without headings, its line breaks as they were."""
    (section,) = sections(text, lambda _: None)
    return str(section.html).replace("&#10;", "\n")


def test_lists_and_tables_need_no_blank_line_before_them() -> None:
    assert html("Bring:\n- one\n  - inner\n") == (
        "<p>Bring:</p>\n<ul>\n<li>one\n<ul>\n<li>inner</li>\n</ul>\n</li>\n</ul>"
    )
    assert "<td" in html("Text\n\n| a | b |\n|---|---|\n| 1 | 2 |")


def test_a_label_above_a_lone_dash_is_no_heading() -> None:
    for text in ("**Signals**\n-", "**Signals**\n-\n\nMore", "> **Signals**\n> -", "- **Signals**\n  -"):
        shown = html(text)
        assert "<h" not in shown
        assert "<strong>Signals</strong>" in shown
        assert "<li></li>" in shown
    assert html("> **Signals**\n> -").count("<blockquote>") == 1


def test_what_other_programs_write_behind_a_heading_is_not_shown() -> None:
    (head,) = headings("## **2\\. Current assessment** {#2.-current-assessment}\n\nText\n")
    assert (head.title, head.id) == ("2. Current assessment", "2-current-assessment")
    (kept,) = headings("## Sets such as {a, b}\n")
    assert kept.title == "Sets such as {a, b}"


def test_running_text_above_a_line_of_dashes_is_no_heading() -> None:
    for text in (
        "**Date**: today\n---\n",
        "One line\nand another\n---\n\nMore",
        "> We begin with the first one.\n> ---",
    ):
        shown = html(text)
        assert "<h2" not in shown
        assert "<hr" in shown


def test_a_real_setext_heading_stays_one() -> None:
    before, head = sections("Levels\n------\n\ntext", lambda _: None)
    assert (before.html, head.level, head.title, head.html) == ("", 2, "Levels", "<p>text</p>")


def test_labels_on_lines_of_their_own_stay_on_them() -> None:
    assert html("**Scope:** all\n**Decides**: alone\nand __Asks:__ never") == (
        "<p><strong>Scope:</strong> all<br>\n<strong>Decides</strong>: alone\nand <strong>Asks:</strong> never</p>"
    )
    assert "<br>" not in html("Words that are\n**bold** and go on")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a <!-- b --> c", "<p>a  c</p>"),
        ("a\n<!-- b\n\nb -->\nc", "<p>a</p>\n<p>c</p>"),
        ("a <!-- b\n\nb", "<p>a</p>"),
        ("a <!--> b --> c", "<p>a  b --&gt; c</p>"),
        ("<!-<!-- b -->- c -->", "<p>&lt;!- - c --&gt;</p>"),
        ("<div>\n<!-- b\n\nb -->\nc", "<p>&lt;div&gt;</p>\n<p>c</p>"),
        ("| a <!-- b --> |\n|---|\n| c <!-- b --> |", None),
        ("- a <!-- b\n- b -->", "<ul>\n<li>a</li>\n</ul>"),
    ],
)  # fmt: skip
def test_comments_vanish(text: str, shown: str | None) -> None:
    result = html(text)
    assert "b" not in re.sub(r"<[^>]*>", "", result) or text.startswith("a <!-->")
    assert "<!--" not in result
    if shown is not None:
        assert re.sub(r"\n+", "\n", result) == re.sub(r"\n+", "\n", shown)


def test_a_comment_shown_as_code_or_escaped_is_text() -> None:
    assert html("`<!-- a -->`") == "<p><code>&lt;!-- a --&gt;</code></p>"
    assert html("```\n<!-- a -->\n```") == "<pre><code>&lt;!-- a --&gt;\n</code></pre>"
    assert html("\\<!-- a") == "<p>&lt;!-- a</p>"


@pytest.mark.parametrize(
    "code",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<iframe src=https://evil.example></iframe>",
        "<style>*{display:none}</style>",
        "<a href='javascript:alert(1)'>x</a>",
        "<form action=https://evil.example><input name=a></form>",
        "</section></article><h1>x</h1>",
        "<?php x ?>",
        "<![CDATA[ x ]]>",
    ],
)
@pytest.mark.parametrize("around", ["{}", "word {} word", "- {}", "> {}", "| a |\n|---|\n| {} |", "<div>\n{}\n</div>"])
def test_raw_html_is_shown_as_the_text_it_is(code: str, around: str) -> None:
    shown = html(around.format(code))
    assert "&lt;" in shown
    Harmless().feed(shown)
    words = unescape(re.sub(r"<[^>]*>", "", shown))
    assert "".join(code.split()) in "".join(words.split())


def test_a_line_break_is_the_one_tag_with_a_meaning() -> None:
    assert "one<br>two<br>three" in html("| a |\n|---|\n| one<br>two<BR />three |")


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("https://northwind.example/a", "https://northwind.example/a"),
        ("mailto:lead-02@northwind.example", "mailto:lead-02@northwind.example"),
        ("pm-12.md", "../pm-12/"),
        ("other.md", None),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)", None),
        ("java&#10;script:alert(1)", None),
        ("data:text/html,x", None),
        ("vbscript:x", None),
        ("file:///etc/passwd", None),
        ("//evil.example/x", None),
        ("#nowhere", None),
    ],
)
def test_links_lead_where_the_site_can_follow_and_nowhere_else(address: str, leads: str | None) -> None:
    (section,) = sections(f"[words](<{address}>)", {"pm-12.md": "../pm-12/"}.get)
    found = re.search(r'href="([^"]*)"', section.html)
    assert (found and found[1]) == leads
    assert (">words</a>" if leads else "<p>words</p>") in section.html


def test_a_link_to_a_heading_of_the_same_text_is_kept() -> None:
    before, _ = sections("[there](#2-levels)\n\n## 2) Levels\n", lambda _: None)
    assert 'href="#2-levels"' in before.html


def test_a_reference_defined_elsewhere_in_the_text_is_found() -> None:
    before, _ = sections("[there][t]\n\n## End\n\n[t]: https://northwind.example\n", lambda _: None)
    assert 'href="https://northwind.example"' in before.html


def test_pictures_are_never_fetched() -> None:
    shown = html("![a chart](https://evil.example/x.png) [![b](y.png)](https://northwind.example)")
    assert "<img" not in shown
    assert "evil.example" not in shown
    assert "[Image: a chart]" in shown


def test_tables_scroll_in_a_container_that_the_keyboard_reaches() -> None:
    _, section = sections(
        "## The *levels*\n\n| ID | Text |\n|:-:|---|\n| E1 | A longer text in a cell |", lambda _: None
    )
    assert '<div class="pm-scroll" role="region" tabindex="0" aria-label="Table: The levels">' in section.html
    assert '<td class="pm-short" style="text-align: center">E1</td>' in section.html
    assert "<td>A longer text in a cell</td>" in section.html


def test_sections_follow_the_headings_and_only_those_at_the_top() -> None:
    text = "before\n\n# One\na\n### Two <b>\n\n> ## quoted\n\n- # listed\n\n```\n# code\n```\n## One\n##\n"
    found = sections(text, lambda _: None)
    assert [(section.level, section.title, section.id) for section in found] == [
        (0, "", ""),
        (1, "One", "one"),
        (3, "Two <b>", "two-b"),
        (2, "One", "one-1"),
        (2, "", "section"),
    ]
    assert found[1].html == "<p>a</p>"
    assert "# code" in found[2].html


def test_what_is_nested_too_deep_to_show_is_shown_as_it_is_written() -> None:
    (section,) = sections("> " * 500 + "deep <script>", lambda _: None)
    assert section.html.startswith("<pre>&gt; &gt;")
    assert "deep &lt;script&gt;" in section.html


def test_html_is_on_one_line_and_without_braces() -> None:
    (section,) = sections("```\n{{ config }}\n\n--8<-- 'x'\n```\n\n{: onclick=x }", lambda _: None)
    assert "\n" not in section.html
    assert "{" not in section.html
    assert "--8<--" not in section.html


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**Frame** the `problem`", "Frame the problem"),
        ("1) First", "1) First"),
        ("- not a list", "- not a list"),
        ("# C", "# C"),
        ("[words](https://northwind.example) <!-- a --> & <b>", "words & <b>"),
        ("one<br>two\nthree", "one two three"),
        ("a\x00b\x1b[31m", "ab[31m"),
        ("", ""),
    ],
)
def test_plain_text_has_no_markup(text: str, words: str) -> None:
    assert plain(text) == words


def test_ids_are_those_of_github() -> None:
    assert slug("2) Current Assessment (evidence-based)") == "2-current-assessment-evidence-based"
    assert slug("Plan + work: “A/B”") == "plan--work-ab"
    assert slug("__search") == "search"
    assert slug("!?") == "section"
    assert slug("Prüfung") == "prüfung"
    assert list(unique(iter(["a", "a", "a-1", "a"]))) == ["a", "a-1", "a-1-1", "a-2"]


def test_a_passage_of_ours_is_html() -> None:
    assert passage("Write `---` <here>.\n\n- one") == (
        "<p>Write <code>---</code> &lt;here&gt;.</p>&#10;<ul>&#10;<li>one</li>&#10;</ul>"
    )


class Harmless(HTMLParser):
    """Fails on every element and attribute that could do or fetch something."""

    ELEMENTS = frozenset(
        "a blockquote br code del div em h1 h2 h3 h4 h5 h6 hr input li ol p pre strong table tbody td th thead tr ul".split()  # noqa: SIM905, E501 - reads better in one line
    )
    ATTRIBUTES = frozenset(
        [
            "href",
            "rel",
            "title",
            "start",
            "type",
            "checked",
            "disabled",
            "style",
            "class",
            "role",
            "tabindex",
            "aria-label",
        ]
    )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.ELEMENTS
        for name, value in attrs:
            assert name in self.ATTRIBUTES
            if name == "href":
                assert re.match("https?:|mailto:|#", value or "")
            if name == "style":
                assert re.fullmatch("text-align: (left|center|right)", value or "")

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


PIECES = """
# h|## **x** {#y}|text|- a|  - b|    code|```|~~~|> q|> # z|a¦b|---¦---|¦ 1 ¦ <br> ¦|<br>|<div>|</div>|<!-- c|-->
|<!-- d -->|<script>alert(1)</script>|<img src=x onerror=alert(1)>|-|---|===|**L**|**L:** v|[a]: http://x.example|[a]
|![i](http://x.example/i.png)|[j](javascript:alert(1))|<http://u.example>|\\<!-- k|`<!-- m -->`|``|1) o|   2. p|\t
|é “ü”|<?php x ?>|<![CDATA[ y ]]>|<!DOCTYPE z>|&lt;script&gt;|&#60;b>|- [ ] t|***|<a href='x'|'>|{{ x }}|--8<-- 'f'
|<x-y z="--8<--">|[x](<a b> 't')|</textarea><script>|<math><mtext></table><mglyph><style><!--</style><img title="-->
""".replace("\n", "").split("|")


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(
            st.one_of(st.sampled_from(PIECES), st.text(max_size=6)),
            st.sampled_from(["\n", "\n\n", " ", "\n  ", "\n    ", "\r\n", "\r"]),
        ),
        max_size=14,
    )
)
def test_no_text_breaks_it_or_gets_through(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece.replace("¦", "|") + gap for piece, gap in pieces)
    found = sections(text, lambda _: None)
    assert found == sections(text, lambda _: None)
    for section in found:
        assert "\n" not in section.html
        assert "{" not in section.html
        parser = Harmless()
        parser.feed(section.html)
        parser.close()
    plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\ntext\n\n## B *c* <b>\n\n## B *c* <b>\n\nSetext\n======\n\n> # inside\n\n- # inside\n",
        "**Label**\n-\n\n## A <!-- note -->\n\n```\n# code\n```\n\n<!--\n# hidden\n-->\n\n#\n\n# é & “x”\r\n",
        "> " * 500 + "# deep",
        "",
    ],
)
def test_headings_have_the_ids_of_their_sections(text: str) -> None:
    expected = [(each.level, each.title, each.id) for each in sections(text, lambda _: None) if each.level]
    assert [(each.level, each.title, each.id) for each in headings(text)] == expected


def test_footnotes_are_numbered_where_they_are_named_and_where_they_stand() -> None:
    shown = html("Ap (3)[^1] and U (2)[^b], not[^c].\n\n[^1]: In the order of *2024*.\n[^b]: Thin <b>evidence</b>.\n")
    assert shown == (
        "<p>Ap (3)<sup>1</sup> and U (2)<sup>2</sup>, not[^c].</p>\n"
        "<p><sup>1</sup> In the order of <em>2024</em>.</p>\n\n"
        "<p><sup>2</sup> Thin &lt;b&gt;evidence&lt;/b&gt;.</p>"
    )
    assert "<sup" not in html('A <sup class="footnote-reference"><a href="#1">1</a></sup> written by hand')
