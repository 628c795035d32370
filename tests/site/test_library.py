"""Which documents are published, where, and what is said of the others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import read_document
from pmcoach_lint.settings import Settings, UsageError
from pmcoach_lint.site.library import Library, read_library
from pmcoach_lint.site.release import is_for_readers, why_withheld
from tests.packs import WHOLE
from tests.site.decisions import SCHEMA_FILE


def library(folder: Path, files: dict[str, str], audience: str = "internal", **settings: Any) -> Library:
    (folder / ".git").mkdir(exist_ok=True)
    (folder / "packs").mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return read_library(Settings(root=folder, **settings), audience)


def seen_by(visibility: str) -> str:
    return WHOLE.replace("visibility: internal", f"visibility: {visibility}")


def test_each_audience_gets_its_own(tmp_path: Path) -> None:
    files = {
        f"packs/{name.replace(':', '-')}.md": seen_by(name)
        for name in ("private", "internal", "team:checkout", "client:northwind", "public")
    }
    for audience, expected in {
        "internal": ["internal", "public"],
        "team:checkout": ["internal", "public", "team-checkout"],
        "client:northwind": ["client-northwind", "public"],
        "public": ["public"],
    }.items():
        found = library(tmp_path, files, audience)
        assert [pack.page for pack in found.packs] == [f"packs/{name}" for name in expected]
        assert found.hidden == 5 - len(expected)
        assert found.withheld == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "its front matter cannot be read, or names no known type"),
        ("no front matter", "its front matter cannot be read, or names no known type"),
        ("---\ntype: coaching-pack\nvisibility: public\n", "its front matter cannot be read, or names no known type"),
        ("---\ntype: coaching-pack\nvisibility: public\nx: [\n---\n", "its front matter cannot be read"),
        ("---\ntype: menu\nvisibility: public\n---\n", "its front matter cannot be read, or names no known type"),
        ("---\ntype: coaching-pack\n---\n", "its front matter does not say who may see it (visibility)"),
        ("---\ntype: coaching-pack\nvisibility:\n---\n", "its front matter does not say who may see it (visibility)"),
        ("---\ntype: coaching-pack\nvisibility: everybody\n---\n", "its visibility is none that there is"),
        ("---\ntype: coaching-pack\nvisibility: [public]\n---\n", "its visibility is none that there is"),
        ("---\ntype: coaching-pack\nvisibility: public\nvisibility: private\n---\n", "its visibility is given twice"),
    ],
)
def test_in_doubt_nothing_is_published(tmp_path: Path, text: str, reason: str) -> None:
    found = library(tmp_path, {"packs/a.md": text}, "internal")
    assert found.packs == []
    assert [(withheld.file, withheld.reason.startswith(reason)) for withheld in found.withheld] == [
        ("packs/a.md", True)
    ]


def test_a_clear_document_is_not_withheld() -> None:
    for visibility in ("private", "internal", "team:a", "client:b", "public"):
        assert why_withheld(read_document(seen_by(visibility).encode(), "a.md")) is None


def test_findings_are_for_people_inside(tmp_path: Path) -> None:
    text = seen_by("public").replace("| Apply | Analyze |", "| Apply | Analize |")
    for audience, count in (("internal", 1), ("team:a", 1), ("client:b", 0), ("public", 0)):
        (pack,) = library(tmp_path, {"packs/a.md": text}, audience).packs
        assert len(pack.findings) == count
    assert "Analyze" in library(tmp_path, {}, "internal").packs[0].findings[0].message


def test_nothing_is_read_from_inside_a_comment(tmp_path: Path) -> None:
    text = seen_by("public").replace(
        "# Pack\n", "# Pack\n\ntext <!-- begins\n\n## Context\n\n**Goal:** hidden TBD\n\n-->\n"
    )
    (pack,) = library(tmp_path, {"packs/a.md": text}).packs
    assert "hidden" not in repr(pack)
    assert pack.goal == ""


def test_every_file_has_a_page_of_its_own_in_safe_characters(tmp_path: Path) -> None:
    names = ["a b.md", "a-b.md", "A-B.md", "index.md", "README.md", "deep/er/x.md", "ü & <b>.md", "100%.md", "#.md"]
    found = library(tmp_path, {f"packs/{name}": seen_by("public") for name in names}, exclude=())
    pages = {pack.file: pack.page for pack in found.packs}
    assert len(set(pages.values())) == len(names)
    assert pages["packs/deep/er/x.md"] == "packs/deep/er/x"
    assert pages["packs/ü & <b>.md"] == "packs/ü-b"
    assert pages["packs/100%.md"] == "packs/100"
    assert pages["packs/#.md"] == "packs/pack"
    assert pages["packs/index.md"] == "packs/index-pack"
    assert pages["packs/README.md"] == "packs/readme-pack"
    assert {pages["packs/a b.md"], pages["packs/a-b.md"], pages["packs/A-B.md"]} == {
        "packs/a-b",
        "packs/a-b-1",
        "packs/a-b-2",
    }


def test_folders_of_the_settings_stay_apart(tmp_path: Path) -> None:
    files = {"people/a.md": seen_by("public"), "clients/a.md": seen_by("public")}
    only = library(tmp_path, files, folders=("people",))
    assert [pack.page for pack in only.packs] == ["packs/a"]
    both = library(tmp_path, files, folders=("people", "clients"))
    assert sorted(pack.page for pack in both.packs) == ["packs/clients/a", "packs/people/a"]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="elsewhere"):
        library(tmp_path, {}, folders=("elsewhere",))


@pytest.mark.parametrize(
    ("audience", "told"),
    [
        ("client:northwind", "client:northwind"),
        ("client:contoso", "client:contoso, public"),
        ("public", "public"),
        ("team:search", "internal, client:northwind, client:contoso, public"),
    ],
)
def test_nobody_outside_is_told_who_else_may_see_a_document(audience: str, told: str, tmp_path: Path) -> None:
    visibility = "internal, client:northwind, client:contoso" + (", public" if "public" in told else "")
    files = {
        "packs/a.md": seen_by(visibility),
        "docs/standards/h.md": f"---\ntype: horizons\nvisibility: {visibility}\n---\n",
    }
    found = library(tmp_path, files, audience)
    assert [pack.visibility for pack in found.packs] == [told]
    assert [each.visibility for each in found.standards if each.is_own] == [told]


@pytest.mark.parametrize(
    ("text", "is_page"),
    [
        ("# A page\n", True),
        ("---\ntitle: A page\n---\n", True),
        ("---\ntype: coaching-pack\n---\n", False),
        ("---\ntype: coaching-pack\nvisibility: public\n---\n", False),
        ("---\ntype: coching-pack\nvisibility: private\n---\n", False),
        ("---\nvisibility: private\n---\n", False),
        ("---\ntitle: A coaching pack\n---\n\n# Coaching pack\n\n## Growth bets\n\n## Development plan\n", True),
        ("---\ntype: memo\nVisibility: private\n---\n", False),
        ("---\ntype: memo\nvisiblity: private\n---\n", False),
        ("---\ntype: coachingpack\n---\n", False),
        ('---\ntype: memo\nvisibility: private\ncoach: "lead-02\n---\n', False),
        ("---\nvisibility: private\nnote: a: b\n---\n", False),
        ("---\nvisibility: private\n\tstatus: draft\n---\n", False),
        ("---\ntype: Coaching Pack\nx: [\n---\n", False),
        ("---\ntype: memo\nvisibility: private\n\n# Somebody\n", False),
        ("---\n- type: memo\n- visibility: private\n---\n", False),
        ("---\n{type: memo, 'visibility': private\n---\n", False),
        ("# Somebody\n\n---\ntype: memo\nvisibility: private\n---\n", False),
        ("type: memo\nvisibility: private\n\n# Somebody\n", False),
        ("# Somebody\n\n**Visibility:** private\n", False),
        ("# Boards\n\n**Visibility:** every team sees them\n\n**Type:** all sorts\n", True),
        ("---\ntype: article\nvisible: true\n---\n", True),
        ("---\ntitle: Board: a guide\n---\n", True),
        ("---\nWhat this is about: that: and more\n---\n", True),
        ("# How to begin\n\n```markdown\n---\ntype: coaching-pack\nvisibility: private\n---\n```\n", True),
    ],
)
def test_documents_are_told_from_ordinary_pages(text: str, is_page: bool) -> None:
    assert is_for_readers(text.encode(), Catalogue.own()) is not is_page
    assert not is_for_readers(b"\xff\xfe", Catalogue.own())


@pytest.mark.parametrize(
    ("visibility", "audiences"),
    [
        ("", {"internal", "team:a"}),
        ("visibility: public\n", {"internal", "team:a", "client:b", "public"}),
        ("visibility: client:b\n", {"client:b"}),
        ("visibility: private\n", set()),
        ("visibility: everybody\n", set()),
        ("visibility:\n", set()),
        ("visibilty: private\n", set()),
        ("visibility: public\nvisibility: private\n", set()),
    ],
)
def test_a_framework_is_seen_and_drawn_only_for_those_who_may_see_it(
    tmp_path: Path, visibility: str, audiences: set[str]
) -> None:
    text = f"---\ntype: value-ladder\n{visibility}---\n\n# Ladder\n\n## Levels\n\n| Level |\n|--|\n| Own |\n"
    for audience in ("internal", "team:a", "client:b", "public"):
        found = library(tmp_path, {"docs/standards/ladder.md": text}, audience)
        shown = [each.title for each in found.standards if each.type == "value-ladder"]
        assert (shown == ["Ladder"]) is (audience in audiences)
        assert [rung.name for rung in found.frameworks.ladder] == (["Own"] if shown else [])
        assert found.frameworks.rung("Own") == (0 if shown else None)


def test_visibility_counts_only_in_the_front_matter(tmp_path: Path) -> None:
    text = "---\ntype: decision\nstatus: active\n---\n\n**Visibility:** public\n\n## Decision\n\nYes.\n"
    schema = json.loads(SCHEMA_FILE["schemas/decision.schema.json"])
    schema["properties"]["visibility"]["x-markdown"]["label"] = "Visibility"
    found = library(tmp_path, {"schemas/decision.schema.json": json.dumps(schema), "packs/a.md": text})
    assert list(found.documents()) == []
    assert [each.reason for each in found.withheld] == ["its front matter does not say who may see it (visibility)"]


@pytest.mark.parametrize(("audience", "scored"), [("internal", True), ("client:northwind", False)])
def test_documents_about_one_client_are_an_engagement_without_a_page_of_its_own(
    tmp_path: Path, audience: str, scored: bool
) -> None:
    text = "---\ntype: {}\nclient: Northwind\nstatus: draft\nvisibility: internal, client:northwind\n---\n\n# {}\n"
    files = {f"packs/northwind/{name}.md": text.format(name, name) for name in ("event-log", "work-proposal")}
    (engagement,) = library(tmp_path, files, audience).engagements
    assert (engagement.client, engagement.page) == ("Northwind", "clients/northwind/index")
    assert [doc.type for doc in engagement.docs] == ["event-log", "work-proposal"]
    assert (engagement.score is not None) is scored
