"""What the made pages say, straight from their functions."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.cli.app import COMMANDS, pmcoach
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.finding import Finding, Position, Range, Severity
from pmcoach_lint.resources import read_schema
from pmcoach_lint.rules import all_rules
from pmcoach_lint.settings import Settings
from pmcoach_lint.site.contents import Site
from pmcoach_lint.site.html import entities
from pmcoach_lint.site.library import read_library
from pmcoach_lint.site.pack import Bet, Pack
from pmcoach_lint.site.pages import site_pages
from pmcoach_lint.site.pages.rules import rule_pages
from pmcoach_lint.site.standing import Level, Stand
from tests.site.conftest import ROOT

PACK = Pack(file="packs/a.md", page="packs/a", text="", title="A", status="active", visibility="internal", pm="pm-01")
EVERYTHING = Site(
    name="Coaching", doctypes=tuple(Catalogue.own()), rules=all_rules(), command=pmcoach, own=frozenset()
)  # fmt: skip


def made(site: Site) -> dict[str, str]:
    return {page.path: page.markdown for page in site_pages(site)}


@pytest.fixture(scope="module")
def reference() -> dict[str, str]:
    return made(EVERYTHING)


def cells(page: str) -> list[list[str]]:
    """The texts of the rows of a page's tables."""
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", page)
    return [
        [re.sub(r"<[^>]*>", "", cell).strip() for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row)] for row in rows
    ]


def test_the_index_lists_active_packs_first_and_of_those_the_newest() -> None:
    packs = (
        replace(PACK, page="packs/done", pm="done", status="completed", start=date(2026, 9, 1)),
        replace(PACK, page="packs/old", pm="old", start=date(2026, 1, 1)),
        replace(PACK, page="packs/none", pm="none", status=""),
        replace(PACK, page="packs/draft", pm="draft", status="draft"),
        replace(
            PACK,
            page="packs/new",
            pm="new",
            start=date(2026, 2, 1),
            weeks=6,
            end=date(2026, 3, 14),
            bets=(Bet("B1", "x", "", "", "", ""),),
        ),
        replace(PACK, page="packs/review", pm="review", status="in-review"),
    )
    page = made(Site(name="Coaching", packs=packs))["packs/index.md"]
    rows = cells(page)
    assert rows[0] == ["PM", "Status", "Now", "Role", "Team", "Coach", "Start", "Score", "To put right"]
    assert [row[0].split()[0] for row in rows[1:]] == ["new", "old", "review", "draft", "done", "none"]
    assert rows[1][1:] == ["Active", "", "", "", "", "1 Feb 2026", "", "none"]
    assert '<a href="new/"' in page
    assert re.findall(r'data-key="(2026[^"]*)"', page)[:1] == ["2026-02-01"]
    assert re.findall(r'<option value="([^"]*)">', page) == ["", "active", "in-review", "draft", "completed", ""]


def test_the_index_tells_what_is_urgent_and_is_found_by_bets_and_competencies() -> None:
    stand = Stand(date(2026, 11, 23), week=3, at_risk=("B1: Say no",))
    bets = (Bet("B1", "Say no", "Strategic thinking", "", "", ""),)
    late = replace(PACK, stand=stand, weeks=8, bets=bets, levels=(Level("Craft", "craft", "", "", None, None, ()),))
    calm = replace(PACK, page="packs/b", pm="pm-02", stand=stand._replace(at_risk=()), weeks=8)
    for inside in (True, False):
        page = made(Site(name="Coaching", packs=(late, calm), inside=inside))["packs/index.md"]
        assert [row[2] for row in cells(page)[1:]] == ["week 3 of 8, 1 bet at risk", "week 3 of 8"]
        assert 'data-words="Say no; Strategic thinking; Craft"' in page
        assert ("Score" in page) is inside
    keys = re.findall(r'data-key="(\d{6})"', page)
    assert keys == sorted(keys), "who is at risk comes first"


def test_the_index_without_packs_says_so() -> None:
    told = "There is no pack here yet that you may see."
    page = made(Site(name="Coaching"))["packs/index.md"]
    assert f"<p>{told} A new one is private, until its visibility says who may see it.</p>" in page
    assert "<table" not in page
    assert f"<p>{told}</p>" in made(Site(name="Coaching", inside=False))["packs/index.md"]


def test_the_intake_of_an_engagement_is_shown_with_what_comes_of_it() -> None:
    families = Site(name="Coaching", doctypes=tuple(Catalogue.own())).families
    assert [doctype.name for doctype in families["coaching"]] == ["intake", "coaching-pack", "competency-model"]
    assert [doctype.name for doctype in families["engagement"]][:2] == ["engagement-intake", "engagement"]


def test_the_home_page_counts_and_shows_what_runs() -> None:
    packs = tuple(
        replace(PACK, page=f"packs/{place}", title=f"Pack {place}", start=date(2026, 1, place)) for place in range(1, 9)
    )
    page = made(Site(name="Coaching", packs=(*packs, replace(PACK, status="draft"))))["index.md"]
    tiles = re.findall(r'pm-tile__count">(\d+)</span> <span>([^<]*)<', page)
    assert tiles == [("8", "Active"), ("0", "In review"), ("1", "Draft"), ("0", "Completed")]
    assert re.findall(r'packs/\?status=([a-z-]+)"', page) == ["active", "draft"]
    assert re.findall(r'<a href="packs/(\d)/">', page) == ["8", "7", "6", "5", "4", "3"]


def test_the_home_page_names_the_parts_of_a_pack_and_links_only_to_what_there_is(reference: dict[str, str]) -> None:
    assert "Get started" not in reference["index.md"]
    assert re.findall(r"<li><strong>([^<]*)</strong>", reference["index.md"]) == [
        "Definition of “Good PM”",
        "Current Assessment",
        "Shared Vision",
        "Development Plan",
        "Coaching Cadence + Session Toolkit",
        "Follow-up Tracker + Review Plan",
        "Risks / Open questions / Next steps",
    ]
    assert 'href="getting-started/"' in made(replace(EVERYTHING, own=frozenset({"getting-started.md"})))["index.md"]


def test_what_somebody_wrote_by_hand_is_not_made_again() -> None:
    assert "index.md" in made(Site(name="Coaching"))
    assert "index.md" not in made(Site(name="Coaching", own=frozenset({"index.md"})))


def test_a_pack_page_has_a_summary_and_then_the_text() -> None:
    pack = replace(
        PACK,
        role="PM, Checkout",
        team="checkout",
        visibility="team:checkout",
        goal="Do it <well>.",
        start=date(2026, 12, 7),
        weeks=8,
        end=date(2027, 1, 31),
        edition=2001,
        bets=(Bet("B1", "Frame", "Insight", "Apply", "Evaluate", "Weeks 1–8"), Bet("", "Keep", "", "unknown", "", "")),
        assumptions=("One.",),
        text="# A\n\nLead [b](b.md) [c](c.md).\n\n# Again\n\n## 1) Part\n- x\n",
    )
    page = made(Site(name="Coaching", packs=(pack, replace(PACK, file="packs/b.md", page="packs/b"))))["packs/a.md"]
    assert "# A { #a }" in page
    assert "Do it &lt;well&gt;." in page
    assert re.findall(r"<dt>([^<]*)</dt> <dd>(.*?)</dd>", page) == [
        ("Team", '<a href="../../teams/checkout/">checkout</a>'),
        (
            "Cycle",
            (
                '<time datetime="2026-12-07">7 Dec 2026</time> – <time datetime="2027-01-31">31 Jan 2027</time>, '
                '<span class="pm-nowrap">8 weeks</span>'
            ),
        ),
        ("Who may see this", "team checkout"),
        ("Bloom’s taxonomy", "2001, the revised one"),
        ("Tags", '<a href="../../tags/#competency-insight" class="pm-tag">Insight</a>'),
        ("File", "<code>packs/<wbr>a.md</code>"),
    ]
    assert re.findall(r"pm-rung--(\w+)", page) == ["held", "held", "held", "next", "next", "above"]
    assert "Apply → Evaluate" in page
    assert "1 assumption behind this plan" in page
    assert '<a href="../b/" rel="noopener noreferrer">b</a> c' in page
    assert re.findall(r"^#+ .*", page, re.MULTILINE) == [
        "# A { #a }",
        "## Again { #again data-search-exclude }",
        "## 1&#41; Part { #1-part data-search-exclude }",
    ]


def test_findings_on_a_pack_page_lead_to_their_rules() -> None:
    place = Range(Position(3, 1), Position(3, 4))
    finding = Finding("packs/a.md", place, "PMC201", "missing-value", Severity.ERROR, "“x” has no <y>.")
    rules = tuple(rule for rule in all_rules() if rule.code == finding.code)
    pages = made(Site(name="Coaching", packs=(replace(PACK, findings=(finding, finding)),), rules=rules))
    page = pages["packs/a.md"]
    assert "2 findings when this was checked" in page
    assert '<a href="../../reference/rules/pmc201/">PMC201</a>' in page
    assert "“x” has no &lt;y&gt;." in page
    assert "2 errors" in pages["packs/index.md"]


def test_every_rule_has_a_page_where_findings_point(reference: dict[str, str]) -> None:
    for rule in all_rules():
        page = reference[f"reference/rules/{rule.code.lower()}.md"]
        assert f"title: '{rule.code}: {rule.name}'" in page
        assert "## Why it matters { #why-it-matters }" in page
        assert "## What to do { #what-to-do }" in page
        for example in rule.explanation.examples:
            assert all(text.rstrip() in page for text in example.files.values())
        assert f'<a href="{rule.code.lower()}/">{rule.code}</a>' in reference["reference/rules/index.md"]


def test_rule_pages_say_nothing_of_the_teams_own_frameworks(
    reference: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs" / "standards").mkdir(parents=True)
    for path in sorted((ROOT / "docs" / "standards").glob("*.md")):
        text = re.sub(r"(?m)^(\|(?: [^|\n]* \|)*) ([^|\n]+) \|$", r"\1 \2 qzown |", path.read_text(encoding="utf-8"))
        (tmp_path / "docs" / "standards" / path.name).write_text(text.replace("| Own", "| Qzown"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    pages = list(rule_pages(EVERYTHING))
    assert [page.path for page in pages if page.markdown != reference[page.path]] == []


def test_a_rule_page_shows_what_the_tool_really_says(reference: dict[str, str]) -> None:
    page = reference["reference/rules/pmc210.md"]
    assert "Always an error." in page
    assert "error PMC210 not-a-level\n" in page
    assert re.search(r"\n +\| +\^+\n", page)
    assert "warning → " not in page
    assert "an error once it is active" in reference["reference/rules/pmc201.md"]
    bad = [
        rule
        for rule in all_rules()
        for example in rule.explanation.examples
        if example.bad and not any("/" in name for name in example.files)  # what is about folders takes a repository
    ]
    assert [
        rule.code for rule in bad if "What is said:" not in reference[f"reference/rules/{rule.code.lower()}.md"]
    ] == []


def names_of(binding: Binding) -> list[Binding]:
    fields = [field for field in binding.fields.values() if field.mark]
    inside = (names_of(field) for field in fields if {"columns", "others"}.isdisjoint(field.shapes))
    return [*fields, *(inner for each in inside for inner in each)]


def test_a_type_page_names_every_field_with_all_its_names(reference: dict[str, str]) -> None:
    for doctype in Catalogue.own():
        page = re.sub(r"<[^>]*>", "", reference[f"reference/types/{doctype.name}.md"])
        for alias in doctype.aliases:
            assert f"type: {alias}" in page, doctype.name
        page = page.replace("&amp;", "&").replace("&#39;", "'").replace("&gt;", ">")
        page = re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), page)
        fields = names_of(doctype.binding)
        assert len(fields) > 5
        for field in fields:
            for name in (field.frontmatter_key or field.written_name, *(name.name for name in field.names)):
                assert name in page
            for clue in field.mark.get("clues", ()):
                assert f"“{clue.replace('*', '…')}”" in page
        for description in re.findall(r'"description": "([^"`]*)"', doctype.path.read_text(encoding="utf-8")):
            assert description in page
        assert f"type: {doctype.name}" in page


def test_the_settings_page_names_every_setting(reference: dict[str, str]) -> None:
    page = reference["reference/settings.md"]
    for name, setting in read_schema("settings.schema.json")["properties"].items():
        assert f"{{ #{name} }}" in page
        assert setting["title"] in page
    block = page.partition("````toml\n")[2].partition("\n````")[0]
    assert 'folders = ["packs"]' in block


def test_the_settings_shown_are_settings(reference: dict[str, str], tmp_path: Path) -> None:
    from pmcoach_lint.settings import load_settings

    block = reference["reference/settings.md"].partition("````toml\n")[2].partition("\n````")[0]
    (tmp_path / "pmcoach.toml").write_text(block, encoding="utf-8")
    loaded = load_settings(tmp_path)
    assert loaded == Settings(root=tmp_path, source=tmp_path / "pmcoach.toml")


def test_the_command_page_names_every_command_and_option(reference: dict[str, str]) -> None:
    page = reference["reference/commands.md"]
    for name in COMMANDS:
        assert f"## {entities(f'pmcoach {name}')} {{ #pmcoach-{name} }}" in page
    for option in ("--output-format", "--fail-on", "--stdin-filename", "--positions", "--version", "-h, --help"):
        assert f"<code>{option}" in page
    assert "pmcoach lint [OPTIONS] [PATHS]..." in page
    assert "\b" not in page


def test_this_projects_packs_become_pages() -> None:
    library = read_library(Settings(root=ROOT), "internal")
    pages = made(Site(name="Coaching", packs=tuple(library.packs)))
    assert {f"packs/{path.stem}.md" for path in (ROOT / "packs").glob("*.md")} <= set(pages)
    for pack in library.packs:
        assert pages[f"{pack.page}.md"].count('aria-label="Table') == len(re.findall(r"(?m)^\|\s*-", pack.text))
