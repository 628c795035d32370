"""What is reckoned from a pack and shown on its page: the chain of each bet, the weeks, the score, downloads."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from pmcoach_lint.rubric import Scorer
from pmcoach_lint.settings import Settings
from pmcoach_lint.site.history import last_changes
from pmcoach_lint.site.library import read_library
from pmcoach_lint.site.pack import Pack
from pmcoach_lint.site.pages.trace import chain
from pmcoach_lint.site.timeline import Bar, Lane, Mark, timeline
from tests.packs import ACTIVE, WHOLE, replaced
from tests.site.conftest import ROOT, Look

DAY = date(2026, 11, 23)
PAGE = "packs/pm-07-strategic-thinking/"


def library(audience: str = "internal", root: Path = ROOT) -> dict[str, Pack]:
    return {Path(pack.file).name: pack for pack in read_library(Settings(root=root, as_of=DAY), audience).packs}


@pytest.fixture(scope="module")
def packs() -> dict[str, Pack]:
    return library()


@pytest.fixture(scope="module")
def pack(packs: dict[str, Pack]) -> Pack:
    return packs[ACTIVE.name]


class TestChain:
    def test_from_the_gap_to_the_tracker(self, pack: Pack) -> None:
        first, second = pack.threads
        assert (first.id, first.name) == ("B1", "Frame the problem before the solution")
        assert [pack.levels[place].competency for place in first.stands] == ["Problem framing and insight"]
        assert [text[:2] for text in first.evidence] == ["E1", "E2", "E3"]
        assert [(rep.id, rep.minutes, rep.weeks) for rep in first.reps] == [
            ("R1.1", 45, (1, 4)), ("R1.2", 45, (1, 8)), ("R1.3", 60, (5, 8)),
        ]  # fmt: skip
        assert [(each.week, each.done) for each in second.checkpoints] == [(1, True), (4, True), (8, False)]
        assert [row.status for row in second.log].count("at risk") == 2

    def test_the_links_lead_both_ways(self, look: Look) -> None:
        page = look().open(PAGE)
        page.locator("summary", has_text="The bets, from gap to tracker").click()
        page.locator("#bet-1 .pm-trace a").first.click()
        page.wait_for_url(re.compile("#stands-1$"))
        assert page.locator("#stands-1").is_visible()
        page.locator("#stands-1").get_by_role("link", name="B1 takes it up").click()
        page.wait_for_url(re.compile("#bet-1$"))
        assert page.locator("#bet-1").is_visible()

    def test_a_row_that_waits_for_its_day_is_not_the_latest(self, tmp_path: Path) -> None:
        (tmp_path / "packs").mkdir()
        row = "| 2026-10-09 | 1 | Brief | Cause named | Brief 2 | On track |\n"
        ahead = "| 2026-11-20 | 1 | Brief 3 | | | Open |\n"
        (tmp_path / "packs" / "a.md").write_text(replaced(WHOLE, row, row + ahead), encoding="utf-8")
        (tmp_path / "packs" / "b.md").write_text(replaced(WHOLE, row, ahead), encoding="utf-8")
        one, none = (str(chain(library(root=tmp_path)[name])) for name in ("a.md", "b.md"))
        assert '<span class="pm-dot pm-dot--track"></span><span class="pm-dot pm-dot--open"></span>' in one
        assert "2 rows: 1 on track, 1 open." in one
        assert '<span class="pm-small">on track</span></summary>' in one
        assert re.search(r"Latest: .*9 Oct.*: Brief<", one)
        assert "1 row: 1 open." in none
        assert "Latest" not in none
        (tmp_path / "packs" / "b.md").write_text(replaced(WHOLE, "| On track |", "| Done |"), encoding="utf-8")
        done = str(chain(library(root=tmp_path)["b.md"]))
        assert "1 row: 1 done." in done
        assert "</strong> </summary>" in done, "it is the rep that is done"

    @pytest.mark.parametrize(
        ("reached", "now"),
        [
            ("Apply", '<span class="pm-late">missed</span>'),
            ("Analyze", '<span class="pm-small">reached</span>'),
            (None, '<span class="pm-small">closed</span>'),
        ],
    )
    def test_a_bet_of_a_completed_pack_is_closed(self, tmp_path: Path, reached: str | None, now: str) -> None:
        (tmp_path / "packs").mkdir()
        head = "### Levels reached\n\n| Competency | Reached | Evidence |\n|---|---|---|\n"
        table = f"{head}| Problem framing | {reached} | Brief |\n\n"
        text = replaced(WHOLE, "status: active", "status: completed").replace("| Bet | Why", "| Bet | Competency | Why")
        text = replaced(
            text, "|---|---|---|---|\n| Frame first |", "|---|---|---|---|---|\n| Frame first | Problem framing |"
        )
        text = replaced(text, "\n## 7)", f"\n{table if reached else ''}## 7)")
        (tmp_path / "packs" / "a.md").write_text(text, encoding="utf-8")
        assert f"{now}</summary>" in str(chain(library(root=tmp_path)["a.md"]))

    def test_a_pack_with_nothing_in_it(self, tmp_path: Path) -> None:
        (tmp_path / "packs").mkdir()
        head = WHOLE.split("\n## ")[0]
        (tmp_path / "packs" / "a.md").write_text(head, encoding="utf-8")
        empty = library(root=tmp_path)["a.md"]
        assert (empty.threads, empty.happenings, empty.levels) == ((), (), ())


class TestTimeline:
    def test_weeks_bars_and_marks(self) -> None:
        lanes = [Lane("B1", [Bar(1, 4)], [Mark(0.5, True), Mark(3.5, False)])]
        svg = str(timeline(lanes, 4, 2.0, title="Weeks", told="B1: weeks 1–4", own_id="t"))
        assert re.findall(r'<rect x="([^"]*)"[^>]* width="([^"]*)"', svg) == [("2%", "96%")]
        assert re.findall(r'<circle cx="([^"]*)"[^>]*pm-time__mark--(\w+)', svg) == [
            ("14%", "done"),
            ("86%", "open"),
        ]
        assert re.findall(r'<line x1="([^"]*)"[^>]*pm-time__today', svg) == ["50%"]
        assert '<title id="t-title">Weeks</title><desc id="t-desc">B1: weeks 1–4</desc>' in svg

    def test_what_lies_outside_is_not_drawn(self) -> None:
        lanes = [Lane("B1", [Bar(0, 9), Bar(6, 9)], [Mark(-1, True), Mark(5, True)])]
        svg = str(timeline(lanes, 4, None, title="", told="", own_id="t"))
        assert re.findall(r'<rect x="([^"]*)"[^>]* width="([^"]*)"', svg) == [("2%", "96%")]
        assert "<circle" not in svg

    def test_the_figures_stand_beside_it_as_a_table(self, look: Look, pack: Pack) -> None:
        page = look().open(PAGE)
        page.locator("summary", has_text="Timeline of the cycle").click()
        page.locator("summary", has_text="All of it as a table").click()
        rows = page.locator(".pm-table--happenings tbody tr")
        assert rows.count() == len(pack.happenings)
        assert "26 Nov 2026" in rows.last.inner_text() or rows.count() > 10


class TestScore:
    def test_it_is_what_the_terminal_says(self, packs: dict[str, Pack]) -> None:
        for found in Scorer(Settings(root=ROOT, as_of=DAY)).scores(sorted((ROOT / "packs").glob("*.md"))):
            shown = packs[Path(found.file).name].score
            assert shown is not None
            assert (shown.total, shown.out_of) == (found.total, found.out_of)
            assert [each.score for each in shown.dimensions] == [each.score for each in found.dimensions]

    def test_people_outside_are_not_told(self, tmp_path: Path) -> None:
        (tmp_path / "packs").mkdir()
        text = WHOLE.replace("visibility: internal", "visibility: public")
        (tmp_path / "packs" / "a.md").write_text(text, encoding="utf-8")
        outside = library("public", tmp_path)["a.md"]
        assert (outside.score, outside.agenda, outside.downloads, outside.changed) == (None, None, (), None)


class TestDownloads:
    def test_their_real_readers_read_them(self, look: Look, site: Path) -> None:
        page = look().open(PAGE)
        got: dict[str, bytes] = {}
        for name in ("Data (JSON)", "Tables (CSV)", "Calendar (ICS)"):
            with page.expect_download() as started:
                page.get_by_role("link", name=name).click()
            got[name] = Path(started.value.path()).read_bytes()
        assert json.loads(got["Data (JSON)"])["data"]["pm"] == "pm-07"
        with zipfile.ZipFile(io.BytesIO(got["Tables (CSV)"])) as archive:
            assert "tracker.csv" in archive.namelist()
            assert archive.testzip() is None
        assert len(Calendar.from_ical(got["Calendar (ICS)"]).walk("VEVENT")) > 5

    def test_the_same_pack_gives_the_same_files(self, pack: Pack) -> None:
        assert pack.downloads == library()[ACTIVE.name].downloads


class TestHistory:
    def git(self, folder: Path, *arguments: str) -> None:
        own = ["-c", "user.name=lead-02", "-c", "user.email=lead-02@northwind.example", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *own, *arguments], cwd=folder, check=True, capture_output=True)

    def commit(self, folder: Path, name: str, day: str) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(day, encoding="utf-8")
        self.git(folder, "add", "-A")
        self.git(folder, "commit", "-m", "Change\n\nmore", "--date", f"{day}T12:00:00")

    def test_the_newest_commit_counts(self, tmp_path: Path) -> None:
        self.git(tmp_path, "init")
        for name, day in (("packs/ä b.md", "2026-01-05"), ("packs/c.md", "2026-01-06"), ("packs/ä b.md", "2026-02-01")):
            self.commit(tmp_path, name, day)
        found = last_changes(tmp_path, {"packs/ä b.md", "packs/c.md", "packs/none.md"})
        assert found == {"packs/ä b.md": date(2026, 2, 1), "packs/c.md": date(2026, 1, 6)}
        assert last_changes(tmp_path / "packs", {"c.md"}) == {"c.md": date(2026, 1, 6)}

    def test_without_a_history(self, tmp_path: Path) -> None:
        assert last_changes(tmp_path, {"a.md"}) == {}
        self.git(tmp_path, "init")
        assert last_changes(tmp_path, {"a.md"}) == {}
        assert last_changes(tmp_path / "nowhere", {"a.md"}) == {}
