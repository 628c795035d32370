"""The staged site: plain files that MkDocs builds without the plugin, into the same pages."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pmcoach_lint.settings import UsageError
from pmcoach_lint.site.stage import MARKER, stage
from tests.packs import WHOLE
from tests.site.conftest import ROOT, build, pages, repository

_NOINDEX = '<meta name="robots" content="noindex, nofollow">'


class _Said(HTMLParser):
    """What the article of a page says: its tags with their attributes, and its words."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[object] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside |= tag == "article"
        if self._inside:  # what is not to be found is compared where it counts: in the index
            self.said.append(
                (tag, sorted((name, value or "") for name, value in attrs if name != "data-search-exclude"))
            )

    def handle_endtag(self, tag: str) -> None:
        if self._inside:
            self.said.append(tag)
        self._inside &= tag != "article"

    def handle_data(self, data: str) -> None:
        if self._inside and data.strip():
            self.said.append(" ".join(data.split()))


def content(page: Path) -> list[object]:
    """What a page says, without what MkDocs writes otherwise when HTML passes through Markdown."""
    reader = _Said()
    reader.feed(page.read_text(encoding="utf-8"))
    assert reader.said, page
    return reader.said


def plain(folder: Path, site: Path) -> Path:
    """The site that MkDocs builds of a staged folder, strictly."""
    config = folder / "mkdocs.yml"
    assert "pmcoach:" not in config.read_text(encoding="utf-8")
    return build(config, site)


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def index_of(site: Path) -> list[tuple[str, str, str]]:
    """What can be found by searching."""
    found = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    return sorted((each["location"], each["title"], " ".join(each["text"].split())) for each in found)


def test_this_projects_site_is_the_same_both_ways(site: Path, tmp_path: Path) -> None:
    staged = stage(ROOT / "mkdocs.yml", tmp_path / "staged")
    again = plain(tmp_path / "staged", tmp_path / "again")
    assert files(again) == files(site)
    assert staged.pages == len(list((tmp_path / "staged" / "docs").rglob("*.md")))
    (told,) = staged.notes
    assert told.startswith("Documents published for the audience “internal”: ")
    for page in pages(site):
        name = page.relative_to(site).as_posix()
        html = (again / name).read_text(encoding="utf-8")
        assert _NOINDEX in html, name
        assert "assets/pmcoach/pmcoach.css" in html, name
        if name != "404.html":
            assert content(again / name) == content(page), name
    assert index_of(again) == index_of(site)
    assert "Browse the packs" in (again / "404.html").read_text(encoding="utf-8")


def test_only_what_the_audience_may_see_is_staged(tmp_path: Path) -> None:
    shown, hidden = WHOLE.replace("pm-07", "seen-07"), WHOLE.replace("pm-07", "canary-07")
    hidden = hidden.replace("visibility: internal", "visibility: private")
    config = repository(tmp_path / "repo", {"packs/open.md": shown, "packs/hidden.md": hidden, "docs/copy.md": hidden})
    stage(config, tmp_path / "staged")
    every = b"".join((tmp_path / "staged" / name).read_bytes() for name in files(tmp_path / "staged"))
    assert b"seen-07" in every
    assert b"canary" not in every
    stage(config, tmp_path / "staged", "client:elsewhere")
    every = b"".join((tmp_path / "staged" / name).read_bytes() for name in files(tmp_path / "staged"))
    assert b"seen-07" not in every


def test_what_the_site_has_of_its_own_is_kept(tmp_path: Path) -> None:
    own = {
        "packs/a.md": WHOLE,
        "docs/notes.md": "# Notes\n",
        "theme/main.html": '{% extends "base.html" %}{% block extrahead %}<meta name="own">{% endblock %}\n',
        "mine.py": "def on_page_content(html, **_):\n    return html + '<p>hooked</p>'\n",
    }
    config = repository(tmp_path / "repo", own)
    text = config.read_text(encoding="utf-8").replace("font: false", "font: false\n  custom_dir: theme")
    config.write_text(
        f"{text}hooks: [mine.py]\nextra:\n  word: !ENV [PMCOACH_NO_SUCH_WORD, spoken]\nextra_css: [own.css]\n"
        "extra_javascript:\n  - path: own.js\n    defer: true\n"
        "markdown_extensions:\n  - toc:\n      permalink: true\n",
        encoding="utf-8",
    )
    staged = stage(config, tmp_path / "staged")
    assert staged.notes[1:] == (
        f"The theme has a main.html of its own: add {_NOINDEX} to its head, to keep search engines away.",
    )
    written = (tmp_path / "staged" / "mkdocs.yml").read_text(encoding="utf-8")
    assert "word: !ENV [PMCOACH_NO_SUCH_WORD, spoken]" in written
    again = plain(tmp_path / "staged", tmp_path / "again")
    html = (again / "notes" / "index.html").read_text(encoding="utf-8")
    assert '<meta name="own">' in html
    assert "<p>hooked</p>" in html
    assert html.index("pmcoach.css") < html.index("own.css")
    assert '<script src="../own.js" defer' in html


def test_it_is_staged_again_in_place_of_the_first_time(tmp_path: Path) -> None:
    config = repository(tmp_path / "repo", {"packs/a.md": WHOLE})
    stage(config, tmp_path / "deep" / "staged")
    first = files(tmp_path / "deep" / "staged")
    (tmp_path / "repo" / "packs" / "a.md").rename(tmp_path / "repo" / "packs" / "b.md")
    stage(config, tmp_path / "deep" / "staged")
    assert files(tmp_path / "deep" / "staged") == {name.replace("/packs/a.", "/packs/b.") for name in first}
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["staged"]


@pytest.mark.parametrize("place", ["repo/docs/staged", "repo/docs", "repo", "other", "file.txt"])
def test_nothing_is_written_over(tmp_path: Path, place: str) -> None:
    config = repository(tmp_path / "repo", {"packs/a.md": WHOLE})
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "diary.txt").write_text("dear diary", encoding="utf-8")
    (tmp_path / "file.txt").write_text("mine", encoding="utf-8")
    before = files(tmp_path)
    with pytest.raises(UsageError):
        stage(config, tmp_path / place)
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("site_name: Northwind\n", "mkdocs.yml does not use the plugin pmcoach."),
        ("site_name: [\n", "mkdocs.yml cannot be used."),
        ("theme: nowhere\n", "mkdocs.yml cannot be used."),
        ("INHERIT: base.yml\nplugins: [pmcoach]\n", "mkdocs.yml inherits from another file."),
        ("site_name: Northwind\nplugins:\n  - pmcoach:\n      audience: everybody\n", "“everybody” is no audience"),
    ],
)
def test_a_site_that_cannot_be_staged(tmp_path: Path, text: str, message: str) -> None:
    config = repository(tmp_path / "repo", {"packs/a.md": WHOLE})
    (tmp_path / "repo" / "base.yml").write_text("site_name: Northwind\n", encoding="utf-8")
    config.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        stage(config, tmp_path / "staged")
    assert message in caught.value.message
    assert not (tmp_path / "staged").exists()


def test_no_mkdocs_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"There is no .*mkdocs\.yml"):
        stage(tmp_path / "mkdocs.yml", tmp_path / "staged")


def test_the_marker_says_what_the_folder_is(tmp_path: Path) -> None:
    stage(repository(tmp_path / "repo", {"packs/a.md": WHOLE}), tmp_path / "staged")
    assert "pmcoach site stage" in (tmp_path / "staged" / MARKER).read_text(encoding="utf-8")
