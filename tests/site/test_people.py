"""Who is coached by whom in which team: how packs are put together by people, and what their pages say."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from pmcoach_lint.loading import load_document
from pmcoach_lint.repository import Repository
from pmcoach_lint.settings import Settings
from pmcoach_lint.site.contents import Site
from pmcoach_lint.site.library import read_library
from pmcoach_lint.site.pack import Bet, Pack
from pmcoach_lint.site.pages import site_pages
from pmcoach_lint.site.people import competencies_of, people_of
from pmcoach_lint.site.standing import Level, Stand
from pmcoach_lint.weekly.due import Item
from pmcoach_lint.weekly.overview import pack_line
from pmcoach_lint.weekly.standing import standing_in
from tests.site.conftest import ROOT, Look
from tests.site.test_pages import cells

DAY = date(2026, 11, 23)
PACK = Pack(
    file="packs/a.md", page="packs/a", text="", title="A", status="active", visibility="internal",
    pm="pm-01", coach="lead-01", team="search", start=date(2026, 10, 5), weeks=8,
)  # fmt: skip


def level(name: str, low: int | None = 2, high: int | None = 3) -> Level:
    return Level(name, name.casefold(), "Understand", "Apply", low, high, ("E1: seen",))


def a_pack(pm: str, *levels: Level, number: int = 1, **changes: object) -> Pack:
    page = f"packs/{pm}-{number}"
    return replace(PACK, pm=pm, page=page, file=f"{page}.md", levels=levels, **changes)  # type: ignore[arg-type]


def an_item(kind: str, day: date, text: str) -> Item:
    return Item(kind, (), text, "", None, None, day, dated=True, done=False, followed=False)


def made(*packs: Pack, **changes: object) -> dict[str, str]:
    site = Site(name="Coaching", packs=packs, **changes)  # type: ignore[arg-type]
    return {page.path: page.markdown for page in site_pages(site)}


class TestCompetencies:
    def test_the_one_that_most_packs_assess_comes_first(self) -> None:
        packs = [a_pack("pm-01", level("Craft")), a_pack("pm-02", level("Craft"), level("Acumen"))]
        assert [found.name for found in competencies_of(packs)] == ["Craft", "Acumen"]

    def test_a_short_form_means_the_long_name(self) -> None:
        packs = [a_pack("pm-01", level("Strategy and prioritization")), a_pack("pm-02", level("Strategy"))]
        (found,) = competencies_of(packs)
        assert found.name == "Strategy and prioritization"
        assert found.level_in(packs[1]) == (0, packs[1].levels[0])

    def test_a_short_form_of_two_names_is_neither(self) -> None:
        packs = [a_pack("pm-01", level("Product craft"), level("Product sense"), level("Product"))]
        assert sorted(found.name for found in competencies_of(packs)) == ["Product", "Product craft", "Product sense"]


class TestPeople:
    def test_cycles_stand_in_their_order_and_a_draft_is_not_the_latest(self) -> None:
        first = a_pack("pm-01", number=1, start=date(2026, 1, 5), status="completed")
        second = a_pack("pm-01", number=2)
        draft = a_pack("pm-01", number=3, start=date(2026, 12, 1), status="draft")
        (person,) = people_of([draft, second, first]).coached
        assert person.packs == (first, second, draft)
        assert person.latest == second
        assert person.running == (second,)

    def test_names_that_would_share_a_page_do_not(self) -> None:
        people = people_of([a_pack("a b"), a_pack("a-b"), a_pack("a/b")]).coached
        assert len({person.path for person in people}) == 3

    def test_a_pack_that_names_nobody_is_nobodys(self) -> None:
        people = people_of([replace(PACK, pm="", coach="", team="")])
        assert (people.coached, people.coaches, people.teams) == ((), (), ())


class TestGrowthMap:
    def test_each_level_leads_to_its_evidence(self) -> None:
        page = made(a_pack("pm-01", level("Craft"), level("Acumen", 4, 4)))["people/index.md"]
        assert cells(page)[:2] == [["PM", "Acumen", "Craft"], ["pm-01", "4Understand → Apply", "2→3Understand → Apply"]]
        assert 'href="../packs/pm-01-1/#stands-2"' in page
        assert 'class="pm-heat pm-heat--4"' in page
        assert 'data-key="23"' in page

    def test_what_is_not_known_is_said(self) -> None:
        page = made(a_pack("pm-01", level("Craft", None, 1), level("Acumen", None, None)))["people/index.md"]
        assert '<span aria-hidden="true">?→1</span>' in page

    @pytest.mark.parametrize(
        ("aim", "shown"),
        [
            (3, "2→3 ✓3Understand → Apply, reached: Apply"),
            (4, "2→4 ✗3Understand → Apply, missed, at the end: Apply"),
            (2, "2 ✓3Understand → Apply, reached: Apply"),
            (None, "2 ✓3Understand → Apply, reached: Apply"),
        ],
    )
    def test_what_was_reached_or_missed_counts_when_a_cycle_is_over(self, aim: int | None, shown: str) -> None:
        reached = level("Craft", 2, aim)._replace(reached="Apply", at_end=3)
        page = made(a_pack("pm-01", reached, status="completed"))["people/index.md"]
        assert cells(page)[1][1] == shown
        assert "pm-heat--3" in page

    def test_what_was_not_coached_is_not_missed(self) -> None:
        ended = level("Craft", 2, 4)._replace(reached="Apply", at_end=3, is_coached=False)
        page = made(a_pack("pm-01", ended, status="completed"))["people/index.md"]
        assert cells(page)[1][1] == "2→4 ·3Understand → Apply, not coached, at the end: Apply"

    def test_competencies_with_a_bet_come_first_and_are_never_left_out(self) -> None:
        skills = [f"Skill {letter}" for letter in "abcdefghijkl"]
        bets = tuple(Bet("", "x", skill, "", "", "") for skill in skills[-2:])
        packs = [replace(a_pack("pm-01", *map(level, skills)), bets=bets), a_pack("pm-02", *map(level, skills[:9]))]
        page = made(*packs)["people/index.md"]
        assert cells(page)[0] == ["PM", "Skill k", "Skill l", *skills[:6]]
        assert "4 further competencies stand on the pages of the people." in page
        many = replace(packs[0], bets=tuple(Bet("", "x", skill, "", "", "") for skill in skills))
        assert len(cells(made(many)["people/index.md"])[0]) == 13

    def test_teams_have_a_column_where_there_are_several(self) -> None:
        page = made(a_pack("pm-01", level("Craft")), a_pack("pm-02", level("Craft"), team="checkout"))
        assert cells(page["people/index.md"])[0] == ["PM", "Team", "Craft"]
        assert cells(page["teams/checkout.md"])[0] == ["PM", "Craft"]

    @pytest.mark.parametrize(("people", "shown"), [(4, False), (5, True)])
    def test_counts_are_for_groups(self, people: int, shown: bool) -> None:
        packs = [a_pack(f"pm-{number:02}", level("Craft", 1 + number % 2)) for number in range(people)]
        page = made(*packs)["people/index.md"]
        rows = [row for row in cells(page) if row[0] == "Craft"]
        assert rows == ([["Craft", "3", "2", "", "", "", "", "5"]] if shown else [])
        assert ("How many stand where" in page) is shown

    def test_a_site_may_want_larger_groups(self) -> None:
        packs = [a_pack(f"pm-{number:02}", level("Craft")) for number in range(5)]
        assert "How many stand where" not in made(*packs, smallest_group=6)["people/index.md"]

    def test_not_more_columns_than_fit(self) -> None:
        page = made(a_pack("pm-01", *(level(f"Skill {letter}") for letter in "abcdefghij")))["people/index.md"]
        assert len(cells(page)[0]) == 9
        assert "2 further competencies stand on the pages of the people." in page


class TestPages:
    def test_a_coach_sees_what_all_packs_take_a_week(self) -> None:
        packs = [
            a_pack("pm-01", stand=Stand(DAY, week=8, coach_minutes=90)),
            a_pack("pm-02", stand=Stand(DAY, week=8, coach_minutes=45)),
            a_pack("pm-03", stand=Stand(DAY, week=8)),
            a_pack("pm-04", stand=Stand(DAY, coach_minutes=90), status="completed"),
        ]
        page = made(*packs)["coaches/lead-01.md"]
        assert "3 running packs, together 2 h 15 min a week (1 pack without a figure)." in page

    def test_what_is_late_comes_first(self) -> None:
        due = an_item("checkpoint", DAY, "Two frames")
        late = an_item("next step", DAY - timedelta(days=9), "Send the brief")
        page = made(a_pack("pm-01", stand=Stand(DAY, week=8, due=(due,), overdue=(late,))))["teams/search.md"]
        text = re.sub(r"<[^>]*>", "", page)
        assert text.index("14 Nov overdue pm-01 next step Send the brief") < text.index(
            "23 Nov pm-01 checkpoint Two fr"
        )

    def test_the_home_page_says_where_the_rest_of_what_is_due_is_told(self) -> None:
        due = tuple(an_item("next step", DAY, f"Step {place}") for place in range(10))
        pack = a_pack("pm-01", stand=Stand(DAY, week=8, due=due))
        home = made(pack)["index.md"]
        assert "Step 7" in home
        assert "Step 8" not in home
        ways = '<a href="people/#teams">team</a> and by <a href="people/#coaches">coach</a>'
        assert f"and 2 more things: all of it is told by {ways}</li>" in home
        assert "and 2 more things</li>" in made(replace(pack, team="", coach=""))["index.md"]
        assert "more thing" not in made(pack)["coaches/lead-01.md"]

    def test_levels_from_cycle_to_cycle(self) -> None:
        packs = [
            a_pack("pm-01", level("Craft", 2, 3), number=1, start=date(2026, 1, 5), status="completed"),
            a_pack("pm-01", level("Craft", 3, 4), number=2),
        ]
        page = made(*packs)["people/pm-01.md"]
        heads = [row for row in cells(page) if row[0] == "Competency"]
        assert heads == [["Competency", "5 Jan 2026", "5 Oct 2026", "Over time"]]
        assert page.count('class="pm-chart__dot"') == 2
        assert 'href="../../packs/pm-01-2/#stands-1"' in page

    def test_no_people_without_packs(self) -> None:
        assert not [path for path in made() if path.startswith(("people", "coaches", "teams"))]


def test_what_is_due_is_what_the_terminal_says() -> None:
    settings = Settings(root=ROOT, as_of=DAY)
    repository = Repository(settings)
    packs = read_library(settings, "internal").packs
    assert any(pack.stand and pack.stand.due for pack in packs)
    for pack in packs:
        path = ROOT / pack.file
        document = load_document(path, pack.file, repository.catalogue)
        line = pack_line(standing_in(repository, document, path, DAY))
        assert pack.stand is not None
        assert (pack.stand.week, pack.stand.next_session) == (line.week, line.next_session)
        live = pack.status in ("active", "in-review")
        assert len(pack.stand.due) == (len(line.due) if live else 0)
        assert len(pack.stand.overdue) == (len(line.overdue) if live else 0)
        assert len(pack.stand.at_risk) == len(line.at_risk)


def test_a_closed_cycle_says_what_was_reached() -> None:
    packs = {pack.file: pack for pack in read_library(Settings(root=ROOT, as_of=DAY), "internal").packs}
    levels = {each.competency: each for each in packs["packs/pm-03-discovery-depth.md"].levels}
    framing, craft = (levels[name] for name in ("Problem framing and insight", "Product craft"))
    assert (framing.low, framing.high, framing.at_end) == (3, 4, 4)
    assert (craft.reached, craft.at_end) == ("Analyze", 4)


def test_the_examples_lead_from_the_map_to_the_evidence(look: Look) -> None:
    page = look().open("people/")
    page.locator("#pm-growth a:has(.pm-heat)").first.click()
    page.wait_for_url(re.compile(r"/packs/.*#stands-\d"))
    assert page.locator(".pm-stands > li:target").is_visible()


def test_the_map_sorts_by_level(look: Look) -> None:
    page = look().open("people/")
    page.locator("#pm-growth thead button").nth(2).click()
    digits = page.locator("#pm-growth tbody tr td:nth-child(3) .pm-heat span[aria-hidden]").all_inner_texts()
    assert digits == sorted(digits, key=lambda text: text.replace("?", "0"))
