"""Where the front matter stands, and whether MkDocs sees the same."""

from __future__ import annotations

import frontmatter
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from pmcoach_lint.document import read_document
from pmcoach_lint.syntax.frontmatter import disagreements, find_fences, read_between
from pmcoach_lint.syntax.handler import MarkedHandler
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.syntax.yaml_marks import YamlProblem
from tests.effort import bounded


def told(text: str) -> list[Offence]:
    fences = find_fences(text)
    assert fences is not None
    return disagreements(text, fences)


@pytest.mark.parametrize(
    ("text", "yaml", "body"),
    [
        ("---\na: 1\n---\nbody", "a: 1\n", "body"),
        ("---\na: 1\n---\n", "a: 1\n", ""),
        ("---\na: 1\n---", "a: 1\n", ""),
        ("---\r\na: 1\r\n---\r\nbody", "a: 1\r\n", "body"),
        ("---\ra: 1\r---\rbody", "a: 1\r", "body"),
        ("--- \t\na: 1\n---  \nbody", "a: 1\n", "body"),
        ("\n \n---\na: 1\n---\nbody", "a: 1\n", "body"),
        ("-----\na: 1\n----\nbody", "a: 1\n", "body"),
        ("---\na: 1\n...\nbody", "a: 1\n", "body"),
        ("---\n---\nbody", "", "body"),
        ("---\na: 1\n---\n---\nb: 2\n---\n", "a: 1\n", "---\nb: 2\n---\n"),
        ("---\na: x --- y\n---\nbody", "a: x --- y\n", "body"),
        ("---\na: |\n  ---\nb: 1\n---\n", "a: |\n  ---\nb: 1\n", ""),
    ],
)
def test_what_is_taken_for_front_matter(text: str, yaml: str, body: str) -> None:
    fences = find_fences(text)
    assert fences is not None
    assert fences.closing is not None
    assert set(text[slice(*fences.opening)]) == {"-"}
    assert set(text[slice(*fences.closing)]) in ({"-"}, {"."})
    assert text[slice(*fences.yaml)] == yaml
    assert text[fences.body :] == body


@pytest.mark.parametrize(
    "text", ["", "# Title\n", "a: 1\n", "--\na: 1\n--\n", " ---\na: 1\n", "--- a\nb: 1\n", "***\na: 1\n"]
)
def test_what_is_no_front_matter(text: str) -> None:
    assert find_fences(text) is None


@pytest.mark.parametrize(
    "text", ["---\na: 1\n", "---\na: 1", "---\n# a comment\na: 1\n# Title\n", "---\n'a': 1\n\nText\n"]
)
def test_front_matter_that_is_never_closed(text: str) -> None:
    fences = find_fences(text)
    assert fences is not None
    assert (fences.opening, fences.closing, fences.body) == ((0, 3), None, len(text))
    assert disagreements(text, fences) == []


@pytest.mark.parametrize("text", ["---\n", "---\n\nA rule across the page.\n", "---\n# Title\n", "-----\nText\n"])
def test_a_rule_across_the_page_is_no_front_matter(text: str) -> None:
    assert find_fences(text) is None


@pytest.mark.parametrize(
    ("text", "fence", "message", "hint"),
    [
        (
            "\n---\na: 1\n---\n",
            (1, 4),
            "Blank lines stand before the front matter, so MkDocs takes it for ordinary text.",
            "Move the --- to the very first line.",
        ),
        (
            "----\na: 1\n---\n",
            (0, 4),
            "The front matter opens with 4 dashes; MkDocs knows only three.",
            "Write exactly ---.",
        ),
        (
            "---\na: 1\n-----\n",
            (9, 14),
            "The front matter closes with 5 dashes; MkDocs knows only three and reads on.",
            "Write exactly ---.",
        ),
        (
            "---\na: 1\n...\n",
            (9, 12),
            "The front matter closes with “...”, which MkDocs takes but many other tools do not.",
            "Close it with ---.",
        ),
        (
            "---\na: 1\n---",
            (9, 12),
            "The file ends right after the closing ---, so MkDocs does not see the front matter.",
            "End the file with a line break.",
        ),
        (
            "---\n---\nbody\n",
            (4, 7),
            "MkDocs ends this front matter at another place, because nothing stands between the fences.",
            "Give the front matter at least one “key: value” line.",
        ),
    ],
)
def test_each_disagreement_is_told_at_the_fence(text: str, fence: tuple[int, int], message: str, hint: str) -> None:
    assert told(text) == [Offence(fence, message, hint, rule="front-matter-fence")]


def test_each_end_has_a_disagreement_of_its_own() -> None:
    assert [offence.span for offence in told("\n---\na: 1\n...\n")] == [(1, 4), (10, 13)]


def test_the_plain_form_is_not_told() -> None:
    assert told("---\na: 1\n---\nbody\n") == []
    assert told("---\r\na: 1\r\n---\r\n") == []


LINES = ["---", "--- ", "---\t", "----", "-----", "...", "....", "... ", "--", "", " ", "\t", "a: 1", "b: x", "c: [1]"]
LINES += ["# note", "text", "---x", " ---", "- item", "é: 😀"]
documents = st.lists(
    st.tuples(st.sampled_from(LINES), st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])), min_size=1, max_size=9
).flatmap(
    lambda lines: st.booleans().map(
        lambda ended: "".join(line + end for line, end in lines[:-1]) + lines[-1][0] + (lines[-1][1] if ended else "")
    )
)


@given(documents | documents.map(lambda text: "---\n" + text))
@example("---\na: 1\n---")
@example("---\n---\na: 1\n---\n")
@example("---\n\n---\n")
@example("---\na: 1\n---\n\n\nbody")
def test_where_mkdocs_sees_other_front_matter_a_disagreement_is_told_and_only_there(text: str) -> None:
    fences = find_fences(text)
    if not fences or not fences.closing:
        return  # reported by rules of their own
    try:
        data = read_between(text, fences).value
    except YamlProblem:
        return
    if not isinstance(data, dict):
        return
    # MkDocs opens files with universal line ends and strips empty lines below the front matter.
    seen_body, seen_data = get_data(text.replace("\r\n", "\n").replace("\r", "\n"))
    body = text[fences.body :].replace("\r\n", "\n").replace("\r", "\n").lstrip("\n")
    agrees = (seen_body, set(seen_data)) == (body, set(data))
    reported = told(text)
    if text[slice(*fences.closing)] == "...":
        assert reported
    else:
        assert bool(reported) is not agrees
    assert all(text[slice(*offence.span)].strip("-.") == "" for offence in reported)


def test_python_frontmatter_can_use_the_handler() -> None:
    post = frontmatter.loads("---\nstart: 2026-13-40\nweeks: 8\n---\nbody\n", handler=MarkedHandler())
    assert post.metadata == {"start": "2026-13-40", "weeks": 8}
    assert post.content == "body"


def test_python_frontmatter_sees_none_where_it_is_not_closed() -> None:
    with pytest.raises(ValueError, match="no closed front matter"):
        MarkedHandler().split("---\na: 1\n")


@pytest.mark.parametrize("line", ["\r\n", "-owner: lead-02\n", "- one\r\n", "owner: lead-02\r\n"])
def test_a_head_that_begins_too_late_is_looked_for_in_little_time(line: str) -> None:
    text = f"# Notes\n\n---\n{line * 40}\n"
    with bounded(2):
        document = read_document(text.encode(), "a.md")
    assert list(document.offences) == ["no-front-matter"]
