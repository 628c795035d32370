"""Finished HTML set aside while Markdown is rendered."""

from __future__ import annotations

import markdown  # type: ignore[import-untyped]
import pytest

from pmcoach_lint.site.aside import anchors, put_back, put_searched_back, set_aside

TEXT = """\
# Title { #top }

<p>One</p>

<section data-search-exclude="true"><p id="two">Two</p><p>of one piece</p></section>

````markdown
<p>code</p>

```
<section data-pm-piece="0"></section>
```
````

<div data-x="1" data-search-exclude>Three</div>

Words <b>in</b> a line

<p>Four</p>
"""


def test_pieces_are_whole_lines_outside_of_code() -> None:
    outline, pieces = set_aside(TEXT)
    assert [piece[:9] for piece in pieces] == ["<p>One</p", "<section ", "<div data", "<p>Four</"]
    assert outline.count("data-pm-piece") == len(pieces) + 1
    assert "<p>code</p>" in outline
    assert "Words <b>in</b> a line" in outline


def test_a_page_is_the_same_as_if_nothing_had_been_set_aside() -> None:
    extensions = ["attr_list", "fenced_code"]
    outline, pieces = set_aside(TEXT)
    assert put_back(markdown.markdown(outline, extensions=extensions), pieces) == markdown.markdown(
        TEXT, extensions=extensions
    )


def test_only_what_is_searched_is_put_back_for_the_search() -> None:
    outline, pieces = set_aside(TEXT)
    searched = put_searched_back(outline, pieces)
    assert "<p>One</p>" in searched
    assert "Four" in searched
    assert "Two" not in searched
    assert "Three" not in searched


@pytest.mark.parametrize("text", ["", "words", "<p>not closed", "<p>\n</p>"])
def test_anything_may_be_set_aside(text: str) -> None:
    outline, pieces = set_aside(text)
    assert put_back(outline, pieces) == text


def test_the_anchors_in_pieces_are_known() -> None:
    assert anchors(set_aside(TEXT)[1]) == {"two"}
