"""Documents are checked together with those that belong to them, and each finding is told once, where it stands."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import Document
from pmcoach_lint.engine import Linter, lint_bytes, lint_files
from pmcoach_lint.loading import load_document
from pmcoach_lint.paths import shown_path
from pmcoach_lint.repository import Repository
from pmcoach_lint.rubric import Scorer
from pmcoach_lint.settings import load_settings
from tests.packs import ROOT

ENGAGEMENT = """\
---
type: engagement
client: northwind
start: 2026-06-01
phase: 5
---

# Northwind
"""
LOG = """\
---
type: event-log
client: contoso
---

# Log
"""
PLAN = """\
---
type: coaching-plan
client: northwind
pm: pm-31
---

# Plan
"""


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    subprocess.run(["git", "init", "-q"], check=True)
    return tmp_path


def write(**files: str) -> None:
    for name, text in files.items():
        path = Path(name.replace("__", "/")).with_suffix(".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def across(paths: Iterable[str | Path]) -> list[tuple[str, str, int]]:
    """The findings of the rules that look across documents: file, code, line, in the order of the reports."""
    settings = load_settings(Path())
    return [
        (finding.file, finding.code, finding.range.start.line)
        for report in lint_files([Path(path) for path in paths], settings)
        for finding in report.findings
        if finding.code in {"PMC632", "PMC633", "PMC634"}
    ]


class TestWhatBelongsTogether:
    def test_all_documents_in_and_below_the_folder_of_an_engagement(self) -> None:
        write(packs__a__engagement=ENGAGEMENT, packs__a__log=LOG, packs__a__plans__one__pm=PLAN)
        found = across(["packs/a/engagement.md", "packs/a/log.md", "packs/a/plans/one/pm.md"])
        assert found == [("packs/a/log.md", "PMC633", 3), ("packs/a/plans/one/pm.md", "PMC632", 2)]

    def test_not_those_of_another_folder(self) -> None:
        write(packs__a__engagement=ENGAGEMENT, packs__b__log=LOG, packs__b__pm=PLAN)
        assert across(["packs/a/engagement.md", "packs/b/log.md", "packs/b/pm.md"]) == []

    def test_not_those_of_an_engagement_further_down(self) -> None:
        other = ENGAGEMENT.replace("northwind", "contoso")
        write(packs__engagement=ENGAGEMENT, packs__b__engagement=other, packs__b__log=LOG)
        assert across(["packs/engagement.md", "packs/b/engagement.md", "packs/b/log.md"]) == []

    def test_not_what_git_ignores(self) -> None:
        write(packs__a__engagement=ENGAGEMENT, packs__a__old__log=LOG, packs__a__pm=PLAN)
        Path(".gitignore").write_text("old/\n")
        assert across(["packs/a/engagement.md"]) == [("packs/a/pm.md", "PMC632", 2)]

    def test_two_engagements_in_a_folder_are_one_finding_at_the_second(self) -> None:
        write(packs__a__engagement=ENGAGEMENT, packs__a__other=ENGAGEMENT, packs__a__log=LOG)
        found = across(["packs/a/engagement.md", "packs/a/log.md", "packs/a/other.md"])
        assert found == [("packs/a/other.md", "PMC634", 2)]

    def test_without_an_engagement_those_of_one_client_in_one_folder(self) -> None:
        team = "| PM | Current Level |\n|---|---|\n| pm-44 | Tactical |\n"
        part = f"## Client Team Assessment\n\n### PM Team Strategic Capability\n\n{team}"
        assessment = f"---\ntype: value-assessment\nclient: northwind\n---\n\n{part}"
        write(
            packs__assessment=assessment,
            packs__one=PLAN,
            packs__two=PLAN.replace("northwind", "contoso"),
            packs__below__three=PLAN,
        )
        settings = load_settings(Path())
        found = [
            (finding.file, finding.code)
            for report in lint_files(sorted(Path("packs").rglob("*.md")), settings)
            for finding in report.findings
            if finding.code == "PMC631"
        ]
        assert found == [("packs/one.md", "PMC631")]

    @pytest.mark.parametrize("clients", [["northwind"], ["northwind", "contoso"]])
    def test_outside_of_a_repository_what_is_below_is_left_alone(
        self, clients: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Below a folder such as that of all of a user's files, there may be anything, and any number."""
        monkeypatch.chdir(tmp_path)
        shutil.rmtree(".git")
        write(
            **{name: PLAN.replace("northwind", name) for name in clients}, below__further__log=LOG, below__notes="# A"
        )
        assert files_read_for("northwind.md") == {f"{name}.md" for name in clients}

    def test_in_a_folder_of_several_clients_what_is_below_is_left_alone(self) -> None:
        write(one=PLAN, two=PLAN.replace("northwind", "contoso"), below__log=LOG)
        assert files_read_for("one.md") == {"one.md", "two.md"}

    def test_in_the_folder_of_a_client_what_is_below_is_looked_at_but_for_what_git_ignores(self) -> None:
        write(one=PLAN, mine=PLAN, below__log=LOG)
        Path(".gitignore").write_text("mine.md\n")
        assert files_read_for("one.md") == {"one.md", "below/log.md"}


def files_read_for(name: str) -> set[str]:
    """The files that are read when one is checked."""
    read: set[str] = set()
    settings = load_settings(Path())
    catalogue = Catalogue.of(settings)

    def load(path: Path) -> Document:
        read.add(shown_path(path))
        return load_document(path, shown_path(path), catalogue)

    Linter(settings, Repository(settings, load)).lint(Path(name))
    return read


class TestWhatIsTold:
    def test_each_finding_once_in_whatever_order_the_files_come(self) -> None:
        write(packs__a__engagement=ENGAGEMENT, packs__a__log=LOG, packs__a__pm=PLAN, packs__z=LOG)
        files = ["packs/a/pm.md", "packs/z.md", "packs/a/engagement.md", "packs/a/log.md"]
        assert across(files) == [("packs/a/pm.md", "PMC632", 2), ("packs/a/log.md", "PMC633", 3)]

    def test_checking_one_file_tells_what_others_say_of_it_at_the_end(self) -> None:
        write(packs__a__engagement=ENGAGEMENT, packs__a__log=LOG, packs__a__pm=PLAN)
        assert across(["packs/a/engagement.md"]) == [("packs/a/log.md", "PMC633", 3), ("packs/a/pm.md", "PMC632", 2)]

    def test_checking_one_file_is_silent_about_what_others_say_of_each_other(self) -> None:
        write(packs__a__engagement=ENGAGEMENT, packs__a__log=LOG, packs__a__pm=PLAN)
        assert across(["packs/a/pm.md"]) == [("packs/a/pm.md", "PMC632", 2)]

    def test_a_path_from_elsewhere_keeps_its_form(self, monkeypatch: pytest.MonkeyPatch) -> None:
        write(packs__a__engagement=ENGAGEMENT, packs__a__log=LOG, packs__b__x="")
        monkeypatch.chdir("packs/b")
        assert across(["../a/log.md"]) == [("../a/log.md", "PMC633", 3)]

    def test_what_comes_on_standard_input_stands_for_its_file(self) -> None:
        write(packs__a__engagement=ENGAGEMENT, packs__a__log=LOG)
        settings = load_settings(Path())
        wrong = lint_bytes(LOG.encode(), "packs/a/log.md", settings)
        assert [finding.code for finding in wrong.findings if finding.code == "PMC633"] == ["PMC633"]
        right = lint_bytes(LOG.replace("contoso", "northwind").encode(), "packs/a/log.md", settings)
        assert [finding.code for finding in right.findings if finding.code == "PMC633"] == []

    def test_the_other_place_is_named_with_its_file(self) -> None:
        write(packs__a__engagement=ENGAGEMENT, packs__a__log=LOG)
        (report,) = lint_files([Path("packs/a/log.md")], load_settings(Path()))
        (finding,) = [finding for finding in report.findings if finding.code == "PMC633"]
        assert finding.message == "This document is about contoso, and its folder is that of northwind."
        (related,) = finding.related
        assert (related.file, related.range.start, related.message) == (
            "packs/a/engagement.md",
            (3, 9),
            "the client of this folder",
        )

    def test_a_neighbour_that_cannot_be_read_is_left_out(self) -> None:
        write(packs__a__engagement=ENGAGEMENT, packs__a__log=LOG)
        Path("packs/a/broken.md").write_bytes(b"---\ntype: event-log\nclient: \xff\n---\n")
        assert across(["packs/a/log.md"]) == [("packs/a/log.md", "PMC633", 3)]


class TestCompetencyModels:
    PACK = "---\ntype: coaching-pack\ncompetency-model: {name}\n---\n"
    MODEL = "---\ntype: competency-model\nname: Checkout PMs\n---\n"

    @pytest.mark.parametrize(
        "name", ["Checkout PMs", "checkout pms", "../models/checkout.md", "packs/models/checkout.md"]
    )
    def test_a_model_is_known_by_its_name_and_its_path(self, name: str) -> None:
        write(packs__teams__pm=self.PACK.format(name=name), packs__models__checkout=self.MODEL)
        assert self.found("packs/teams/pm.md") == []

    @pytest.mark.parametrize("name", ["Checkout", "models/checkout.md", "packs/teams/pm.md"])
    def test_what_is_no_model_is_told_at_the_key(self, name: str) -> None:
        write(packs__teams__pm=self.PACK.format(name=name), packs__models__checkout_pm=self.MODEL)
        assert self.found("packs/teams/pm.md") == [("PMC403", 3, f"There is no competency model “{name}”.")]

    def found(self, path: str) -> list[tuple[str, int, str]]:
        (report,) = lint_files([Path(path)], load_settings(Path()))
        return [
            (finding.code, finding.range.start.line, finding.message)
            for finding in report.findings
            if finding.code == "PMC403"
        ]


def test_documents_without_front_matter_are_of_one_engagement() -> None:
    assessment = (
        "# Engagement Value Assessment: Northwind\n\n**Date**: 2026-11-27\n\n## Current Value Position\n\n"
        "### Value Ladder Position\n\n- **Current Level**: Staff Aug\n- **Target Level**: Strategic Advisor\n"
    )
    plan = (
        "# Client PM Coaching Plan: pm-31\n\n**Customer**: Northwind\n\n## Current Assessment\n\n"
        "### Strategic Thinking Indicators\n\n- Starts with why: rarely → usually\n"
    )
    write(packs__assessment=assessment, packs__plan=plan, packs__readme="# Notes\n\nOf no type.\n")
    repository = Repository(load_settings(Path()))
    paths = [Path("packs/assessment.md").absolute(), Path("packs/plan.md").absolute()]
    documents = [repository.load(path) for path in paths]
    keys = {repository.group_key(path, document) for path, document in zip(paths, documents, strict=True)}
    assert len(keys) == 1
    group = repository.group(str(keys.pop()), paths[0], documents[0])
    assert [path.name for path in group.documents] == ["assessment.md", "plan.md"]


def test_an_engagement_in_another_repository_is_whole_as_well(tmp_path: Path) -> None:
    """Its artifacts lie in a folder below it, and are of it: none is missing, and none is scored alone."""
    other = tmp_path / "other"
    shutil.copytree(ROOT / "packs/clients/northwind", other / "packs/clients/northwind")
    subprocess.run(["git", "init", "-q", str(other)], check=True)
    settings = load_settings(Path())._replace(as_of=date(2026, 11, 23))
    files = sorted((other / "packs").rglob("*.md"))
    assert [finding.message for report in lint_files(files, settings) for finding in report.findings] == []
    assert [score.title for score in Scorer(settings).scores(files)] == ["Northwind Freight"]
