"""Frameworks on the site: whose they are, where their pages stand, and who may see them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pmcoach_lint.settings import Settings
from pmcoach_lint.site.contents import Site
from pmcoach_lint.site.library import Library, read_library
from pmcoach_lint.site.pages import site_pages
from tests.packs import FRAMEWORKS, ROOT, WHOLE
from tests.site.conftest import build, log_of_build, repository

LADDER = """\
---
type: value-ladder
title: How we price
version: 3
date: 2026-11-20
status: active
---

# How we price

<!-- Ask finance first. -->

| Level | Client sees you as | Rate multiplier | Work type |
|---|---|---|---|
| Helper | Help | 1x | Tickets |
| Companion | Partner | 4x+ | Direction |
"""


def library(folder: Path, files: dict[str, str], audience: str = "internal") -> Library:
    for name, text in {"packs/.keep": "", **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return read_library(Settings(root=folder), audience)


def made(library: Library) -> dict[str, str]:
    site = Site("Coaching", standards=tuple(library.standards), frameworks=library.frameworks)
    return {page.path: page.markdown for page in site_pages(site)}


def seen_by(visibility: str) -> str:
    return LADDER.replace("status: active\n", f"status: active\nvisibility: {visibility}\n")


def test_those_that_come_with_pmcoach_have_pages_on_every_site(tmp_path: Path) -> None:
    for audience in ("internal", "team:checkout", "client:northwind", "public"):
        found = library(tmp_path, {}, audience)
        assert [(each.page, each.file, each.is_own) for each in found.standards] == [
            (f"standards/{name}", "", False) for name in FRAMEWORKS
        ]
        assert (found.hidden, found.withheld) == (0, [])
        assert [rung.multiplier for rung in found.frameworks.ladder] == ["1x", "1.5x", "2–3x", "3–5x"]
        assert found.frameworks.phases[0] == "Engagement assessment"


def test_the_index_names_each_with_what_it_is_and_whose() -> None:
    index = made(read_library(Settings(root=ROOT), "internal"))["standards/index.md"]
    rows = re.findall(r'<a href="([^"]+)">([^<]+)</a></th> <td>(.*?)</td> <td>(.*?)</td>', index)
    assert [address for address, *_ in rows] == [f"{name}/" for name in FRAMEWORKS]
    assert rows[FRAMEWORKS.index("value-ladder")][1:] == (
        "The value ladder",
        "Four ways in which a client can see a fractional PM, and what each is worth against the rate for extra hands.",
        "Our own",
    )


def test_a_page_says_whose_the_framework_is_and_how_it_is_written(tmp_path: Path) -> None:
    pages = made(library(tmp_path, {"docs/standards/prices.md": LADDER}))
    own, ours = pages["standards/value-ladder.md"], pages["standards/horizons.md"]
    assert re.findall(r"<dt>([^<]+)</dt> <dd>(.*?)</dd>", own) == [
        ("Version", "3"),
        ("Counts from", '<time datetime="2026-11-20">20 Nov 2026</time>'),
        ("From", "<code>docs/<wbr>standards/<wbr>prices.md</code>"),
        ("Who may see this", "Everybody inside"),
        ("How it is written", "Value Ladder"),
    ]
    assert ("From", "Comes with pmcoach") in re.findall(r"<dt>([^<]+)</dt> <dd>(.*?)</dd>", ours)
    assert "Companion" in own
    assert "Ask finance" not in own
    assert "Strategic Advisor" not in own
    assert "<td>0–3 months</td>" in ours.replace(' class="pm-short"', "")


def test_what_a_teams_own_says_is_drawn(tmp_path: Path) -> None:
    found = library(tmp_path, {"docs/standards/prices.md": LADDER})
    assert [(rung.name, rung.sees, rung.multiplier) for rung in found.frameworks.ladder] == [
        ("Helper", "Help", "1x"),
        ("Companion", "Partner", "4x and more"),
    ]


@pytest.mark.parametrize(
    ("text", "audiences"),
    [
        (LADDER, ["internal", "team:checkout"]),
        (seen_by("internal"), ["internal", "team:checkout"]),
        (seen_by("public"), ["internal", "team:checkout", "client:northwind", "public"]),
        (seen_by("client:northwind"), ["client:northwind"]),
        (seen_by("private"), []),
        (seen_by("everybody"), []),
        (seen_by(""), []),
    ],
)
def test_a_teams_own_is_for_people_inside_unless_it_says_otherwise(
    tmp_path: Path, text: str, audiences: list[str]
) -> None:
    for audience in ("internal", "team:checkout", "client:northwind", "public"):
        found = library(tmp_path, {"docs/standards/prices.md": text}, audience)
        is_there = "value-ladder" in [each.type for each in found.standards]
        assert is_there == (audience in audiences)
        assert bool(found.frameworks.ladder) == is_there
        told = "".join(made(found).values())
        assert ("Companion" in told) == is_there
        assert "Strategic Advisor</td>" not in told  # ours never takes the place of one that may not be seen


def test_findings_at_a_teams_own_are_shown_to_those_inside_only(tmp_path: Path) -> None:
    broken = {"docs/standards/prices.md": seen_by("public").replace("4x+", "a lot")}
    assert [found.rule for found in library(tmp_path, broken).standards[FRAMEWORKS.index("value-ladder")].findings] == [
        "unreadable-value"
    ]
    assert library(tmp_path, broken, "public").standards[FRAMEWORKS.index("value-ladder")].findings == ()


def test_one_that_does_not_count_or_cannot_be_told_is_withheld(tmp_path: Path) -> None:
    files = {
        "docs/standards/a.md": LADDER,
        "docs/standards/b.md": LADDER.replace("Companion", "Other companion"),
        "docs/standards/c.md": LADDER.replace("type: value-ladder", "type: value-lader"),
    }
    found = library(tmp_path, files)
    assert sorted(found.withheld) == [
        ("docs/standards/b.md", "another framework of its type counts"),
        ("docs/standards/c.md", "its front matter cannot be read, or names no known type"),
    ]
    assert "Other companion" not in "".join(made(found).values())


def test_a_site_publishes_them_by_its_own_pages_and_leaves_others_alone(tmp_path: Path) -> None:
    files = {
        "packs/a.md": WHOLE,
        "docs/standards/prices.md": LADDER,
        "docs/standards/horizons-private.md": "---\ntype: horizons\nvisibility: private\n---\n\nKept to ourselves\n",
        "docs/standards/branches.md": "# How we name branches\n",
    }
    with log_of_build() as lines:
        site = build(repository(tmp_path / "repo", files), tmp_path / "site")
    assert sorted(page.parent.name for page in (site / "standards").rglob("*.html")) == sorted(
        {*FRAMEWORKS, "branches", "standards"} - {"horizons"}
    )
    page = (site / "standards" / "value-ladder" / "index.html").read_text(encoding="utf-8")
    assert "Companion" in page
    assert "Ask finance" not in page
    assert "Kept to ourselves" not in "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.html"))
    assert [line for line in lines if line.startswith("Not published as an ordinary page")] == [
        "Not published as an ordinary page, as it looks like a document: standards/horizons-private.md",
        "Not published as an ordinary page, as it looks like a document: standards/prices.md",
    ]


def test_an_index_written_by_hand_is_kept(tmp_path: Path) -> None:
    files = {"docs/standards/index.md": "# Our way of working\n"}
    site = build(repository(tmp_path / "repo", files), tmp_path / "site")
    assert "Our way of working" in (site / "standards" / "index.html").read_text(encoding="utf-8")


def test_this_projects_own_site_has_them_below_the_reference(site: Path) -> None:
    index = (site / "standards" / "index.html").read_text(encoding="utf-8")
    assert index.count("<tr>") == len(FRAMEWORKS) + 1
    for name in FRAMEWORKS:
        page = (site / "standards" / name / "index.html").read_text(encoding="utf-8")
        assert page.count("<h1") == 1
        assert "pm-status--active" in page
        assert "md-status" not in page
        path = re.search(r'<nav class="md-path".*?</nav>', page, re.DOTALL)
        assert path
        assert re.findall(r"\S[^<>\n]*(?=\s*</span>)", path.group()) == ["Home", "Reference", "Frameworks"]
