"""A site that is built again after a change is the very site that a fresh build gives, down to the last byte."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from pmcoach_lint.site.contents import Site
from pmcoach_lint.site.kept import Kept
from pmcoach_lint.site.page import Page
from pmcoach_lint.site.pages import site_pages
from tests.packs import ACTIVE, ROOT
from tests.site.conftest import CONFIG
from tests.site.decisions import DECISION, SCHEMA_FILE

MODEL = """\
---
type: competency-model
name: Northwind PM
visibility: internal
---

# Northwind PM

| Competency | What it means |
|---|---|
| Strategic thinking | Sees what matters in two years |
| Discovery | Knows what customers do |
"""
Change = Callable[[Path], None]

PM_07, PM_09, PM_15, PM_18 = (
    f"packs/pm-{name}.md"
    for name in (
        "07-strategic-thinking",
        "09-told-on-the-day",
        "15-one-direction-for-browse",
        "18-the-figure-it-hangs-on",
    )
)
CLIENT = "packs/clients/northwind"


def write(name: str, text: str) -> Change:
    def change(repo: Path) -> None:
        (repo / name).parent.mkdir(parents=True, exist_ok=True)
        (repo / name).write_text(text, encoding="utf-8")

    return change


def edit(name: str, *pairs: tuple[str, str]) -> Change:
    """Replace something in a file, where it stands first."""

    def change(repo: Path) -> None:
        text = (repo / name).read_text(encoding="utf-8")
        for old, new in pairs:
            assert re.search(old, text, re.MULTILINE), old
            text = re.sub(old, new, text, count=1, flags=re.MULTILINE)
        (repo / name).write_text(text, encoding="utf-8")

    return change


def rename(old: str, new: str) -> Change:
    def change(repo: Path) -> None:
        (repo / old).rename(repo / new)

    return change


def remove(name: str) -> Change:
    return lambda repo: (repo / name).unlink()


def commit(day: str) -> Change:
    def change(repo: Path) -> None:
        who = ["-c", "user.name=lead-02", "-c", "user.email=lead-02@northwind.example"]
        environment = {
            "GIT_AUTHOR_DATE": f"{day}T12:00:00",
            "GIT_COMMITTER_DATE": f"{day}T12:00:00",
            "PATH": "/usr/bin",
        }
        for command in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "Change"]):
            subprocess.run(["git", *command], cwd=repo, check=True, env=environment)

    return change


CHANGES: dict[str, Change] = {
    "a cell": edit(PM_07, (r"\| Analyze ", "| Apply ")),
    "a title and a goal": edit(
        PM_07, (r"^# .*", "# Another title"), (r"^\*\*Coaching goal:\*\* .*", "**Coaching goal:** To choose well.")
    ),
    "whom it is about": edit(PM_15, (r"^pm: .*", "pm: pm-51"), (r"^team: .*", "team: checkout")),
    "a link to another pack": edit(
        PM_15, (r"^## Context", "See [the other](pm-07-strategic-thinking.md).\n\n## Context")
    ),
    "a pack is hidden": edit(PM_07, (r"^visibility: .*", "visibility: private")),
    "a pack is shown": edit(PM_07, (r"^visibility: .*", "visibility: internal")),
    "a pack is renamed": rename(PM_07, "packs/moved.md"),
    "a pack is back": rename("packs/moved.md", PM_07),
    "front matter breaks": edit(PM_18, (r"^weeks: .*", "weeks: [")),
    "front matter is mended": edit(PM_18, (r"^weeks: .*", "weeks: 6")),
    "a status": edit(PM_18, (r"^status: .*", "status: completed")),
    "a pack is new": write("packs/new.md", ACTIVE.read_text(encoding="utf-8")),
    "a pack is deleted": remove("packs/new.md"),
    "a coach has less time": edit(PM_09, (r"4 hours a week", "30 minutes a week")),
    "a coach has time again": edit(PM_09, (r"30 minutes a week", "4 hours a week")),
    "a model is new": write("packs/models/pm.md", MODEL),
    "a model is named": edit(PM_15, (r"^team: ", "competency-model: Northwind PM\nteam: ")),
    "a model changes": edit("packs/models/pm.md", ("Discovery", "Discovering")),
    "a model has another name": edit("packs/models/pm.md", ("^name: Northwind PM", "name: Other")),
    "a link to a file": edit(PM_15, (r"^## Context", "See [notes](notes/first.md).\n\n## Context")),
    "the file is there": write("packs/notes/first.md", "# Notes\n"),
    "the log": edit(f"{CLIENT}/event-log.md", (r"^\*\*Work type:\*\* .*", "**Work type:** Tactical")),
    "the client": edit(f"{CLIENT}/engagement.md", (r"^client: .*", "client: Contoso")),
    "an engagement is hidden": edit(f"{CLIENT}/engagement.md", (r"^visibility: .*", "visibility: private")),
    "an engagement is shown": edit(f"{CLIENT}/engagement.md", (r"^visibility: .*", "visibility: internal")),
    "a plan is deleted": remove(f"{CLIENT}/coaching-plan-pm-32.md"),
    "a type": write(*next(iter(SCHEMA_FILE.items()))),
    "a document of it": write("packs/decisions/one.md", DECISION),
    "the type changes": edit("schemas/decision.schema.json", ("Decided by", "Settled by")),
    "the type breaks": edit("schemas/decision.schema.json", ('"title": "Area"', '"titel": "Area"')),
    "a framework": write(
        "docs/standards/horizons.md", (ROOT / "docs/standards/horizons.md").read_text(encoding="utf-8")
    ),
    "the framework changes": edit("docs/standards/horizons.md", (r"^(\| NOW [^|]*\|).*", r"\1 9–12 | Other | Other |")),
    "a rubric": write(
        "docs/standards/coaching-rubric.md", (ROOT / "docs/standards/coaching-rubric.md").read_text(encoding="utf-8")
    ),
    "the rubric is hidden": edit("docs/standards/coaching-rubric.md", (r"^visibility: .*", "visibility: private")),
    "a rule is left out": write("pmcoach.toml", 'as-of = 2026-11-23\nignore = ["PMC2", "PMC7"]\n'),
    "the day": write("pmcoach.toml", "as-of = 2026-12-14\n"),
    "a commit": commit("2026-11-01"),
    "a page": write("docs/about.md", "# About\n\n[A pack](packs/index.md)\n"),
    "its title": edit("docs/about.md", ("# About", "# About us")),
    "an image": write("docs/a.svg", "<svg/>"),
    "another image": write("docs/a.svg", "<svg></svg>"),
    "no image": rename("docs/a.svg", "docs/index.md"),
    "the configuration": edit("mkdocs.yml", ("^site_name: .*", "site_name: Growth")),
    "the audience": edit("mkdocs.yml", ('audience: "internal"', 'audience: "team:checkout"')),
}


FEW = {"coaching-pack", "coaching-rubric", "competency-model", "decision", "event-log", "horizons"}
"""The types that have pages, and the frameworks that have some."""


@pytest.fixture(scope="module", autouse=True)
def few_pages() -> Iterator[None]:
    """Most of the time would go into pages of rules, types and frameworks that no change touches: a few have some."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pmcoach_lint.site.plugin.site_pages", _few)
        yield


def _few(site: Site, kept: Kept) -> Iterator[Page]:
    doctypes = tuple(each for each in site.doctypes if each.name in FEW)
    standards = tuple(each for each in site.standards if each.type in FEW)
    return site_pages(replace(site, rules=site.rules[:5], doctypes=doctypes, standards=standards), kept)


def repository(folder: Path) -> Path:
    """Some of this project's packs, and its engagement, in a repository of their own."""
    (folder / "packs").mkdir(parents=True)
    for name in (PM_07, PM_09, PM_15, PM_18):
        shutil.copyfile(ROOT / name, folder / name)
    shutil.copytree(ROOT / CLIENT, folder / CLIENT, ignore=shutil.ignore_patterns("*-analysis.md", "re*.md"))
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(CONFIG.format(audience="internal"), encoding="utf-8")
    (folder / "pmcoach.toml").write_text("as-of = 2026-11-23\n", encoding="utf-8")
    commit("2026-10-01")(folder)
    return folder


def begin(repo: Path, command: str) -> None:
    load_config(str(repo / "mkdocs.yml")).plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]


def built(repo: Path, site: Path) -> dict[str, str]:
    """The files of the site as it is built now, by what tells their content."""
    build_site(load_config(str(repo / "mkdocs.yml"), site_dir=str(site)))
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def differences(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """For each change: the files that are not as in a fresh build, when all changes come one after the other."""
    folder = tmp_path_factory.mktemp("again")
    repo = repository(folder / "repo")
    begin(repo, "serve")
    states = {}
    for number, (name, change) in enumerate(CHANGES.items()):
        change(repo)
        states[name] = built(repo, folder / "served")
        shutil.copytree(repo, folder / f"{number}")
    begin(repo, "build")
    found: dict[str, list[str]] = {}
    known: dict[object, dict[str, str]] = {}
    for number, (name, state) in enumerate(states.items()):
        source = folder / f"{number}"
        content = tuple(
            sorted(
                (path.relative_to(source), path.read_bytes())
                for path in source.rglob("*")
                if path.is_file() and "objects" not in path.parts
            )
        )
        fresh = known[content] = known.get(content) or built(source, folder / "fresh")
        found[name] = sorted(file for file in fresh.keys() | state.keys() if fresh.get(file) != state.get(file))
    return found


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_built_again_is_what_a_fresh_build_gives(differences: dict[str, list[str]], change: str) -> None:
    assert differences[change] == []


def test_what_is_the_same_is_not_written_again(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    begin(repo, "serve")
    site = tmp_path / "site"
    built(repo, site)
    for path in site.rglob("*.*"):
        os.utime(path, (0, 0))
    edit(PM_15, (r"^\*\*Constraints:\*\* .*", "**Constraints:** None that is known."))(repo)

    after = built(repo, site)

    written = sorted(name for name in after if (site / name).stat().st_mtime > 0)
    assert [name for name in written if name.startswith("packs/")] == [
        "packs/index.html",
        "packs/pm-15-one-direction-for-browse.json",
        "packs/pm-15-one-direction-for-browse/index.html",
    ]
    elsewhere = ("reference/rules/pmc", "reference/types/co", "clients/northwind", "standards/co", "assets/")
    assert [name for name in after if name.startswith(elsewhere)]
    assert not [name for name in written if name.startswith(elsewhere)]


def test_after_a_build_that_failed_everything_is_built_again(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    begin(repo, "serve")
    whole = built(repo, tmp_path / "site")
    settings = (repo / "pmcoach.toml").read_text(encoding="utf-8")
    write("pmcoach.toml", "nonsense = 1\n")(repo)
    with pytest.raises(Abort):
        built(repo, tmp_path / "site")
    write("pmcoach.toml", settings)(repo)
    assert built(repo, tmp_path / "site") == whole
    edit(PM_15, (r"^visibility: .*", "visibility: private"))(repo)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pmcoach_lint.site.pages.home.home_page", _failing)
        with pytest.raises(RuntimeError):
            built(repo, tmp_path / "site")
    again = built(repo, tmp_path / "site")
    assert "packs/pm-15-one-direction-for-browse/index.html" in whole.keys() - again.keys()
    begin(repo, "build")
    assert again == built(repo, tmp_path / "fresh")


def _failing(_: object) -> None:
    raise RuntimeError


@pytest.mark.parametrize("other", ["theme", "hook"])
def test_where_others_have_a_hand_in_pages_all_are_built_again(tmp_path: Path, other: str) -> None:
    repo = repository(tmp_path / "repo")
    write("overrides/main.html", '{% extends "base.html" %}')(repo)
    write("hook.py", "def on_post_page(output, page, config):\n    return output + '<!-- seen -->'\n")(repo)
    added = (
        ("^plugins:", "hooks: [hook.py]\nplugins:")
        if other == "hook"
        else ("^  font:", "  custom_dir: overrides\n  font:")
    )
    edit("mkdocs.yml", added)(repo)
    begin(repo, "serve")
    site = tmp_path / "site"
    whole = built(repo, site)
    for path in site.rglob("*.html"):
        os.utime(path, (0, 0))
    assert built(repo, site) == whole
    assert all(path.stat().st_mtime > 0 for path in site.rglob("*.html"))
