"""What is read out of a client's documents together, and the page that shows it; a draft may lack anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.engagement.logged import by_month
from pmcoach_lint.finding import Finding, Position, Range, Severity
from pmcoach_lint.generate.scaffold import scaffold
from pmcoach_lint.rubric.model import DimensionScore, Score
from pmcoach_lint.site.contents import Site
from pmcoach_lint.site.doc import Doc, Fact
from pmcoach_lint.site.engagement import Engagement
from pmcoach_lint.site.frameworks import Frameworks, Rung
from pmcoach_lint.site.pages import site_pages
from pmcoach_lint.site.pages.engagement import engagement_page
from pmcoach_lint.site.pages.scores import score_reasons
from tests.rubric.scoring import scored

LADDER = (
    Rung("Staff Aug", "Extra hands", "1x"),
    Rung("Expert Executor", "A skilled PM", "1.5x"),
    Rung("Strategic Advisor", "A partner to think with", "2–3x"),
)
NAMES = [rung.name for rung in LADDER]
FRAMEWORKS = Frameworks(
    LADDER,
    ("Assessment", "Repositioning", "Development"),
    lambda level: NAMES.index(level) if level in NAMES else None,
)
FINDING = Finding("x", Range(Position(1, 1), Position(1, 2)), "PMC601", "x", Severity.ERROR, "x")

DATA: dict[str, dict[str, Any]] = {
    "engagement": {
        "phase": 2,
        "scope": "Two days a week for the <checkout>.",
        "horizons": [
            {"horizon": "LATER", "focus": "One day a month", "value": "Advice"},
            {"horizon": "NOW", "when": "2026-06-19", "focus": "Where trucks wait", "value": "A <price> on it"},
            {"horizon": "NOW", "when": "month 2", "focus": "One list", "value": ""},
        ],
    },
    "value-assessment": {
        "position": {
            "ladder": {"current": "Expert Executor", "target": "Strategic Advisor", "gap": "A seat at the table"}
        },
        "opportunities": {
            "time": [
                {"work_type": "capability building", "current": 10, "target": 22.5, "shift": "increase"},
                {"work_type": "tactical", "current": 60, "target": 30, "shift": "reduce"},
                {"work_type": "strategic", "current": 30, "target": 47.5, "shift": "increase"},
            ]
        },
    },
    "coaching-plan": {
        "goal": "Ask why first",
        "graduation": [{"criterion": "a", "done": True}, {"criterion": "b", "done": False}, {"criterion": "c"}],
    },
    "event-log": {
        "entries": [
            {
                "date": "2026-05-04",
                "kind": "call",
                "title": "Older",
                "work_type": "tactical",
                "impact": "None",
                "duration": 90,
            },
            {"date": "2026-05-11", "kind": "decision", "title": "Newer", "work_type": "strategic", "impact": "Big"},
            {"date": "2026-04-02", "work_type": "strategic", "duration": {"from": 20, "to": 40}},
            {"title": "Undated"},
        ]
    },
    "work-proposal": {
        "current_engagement": "Nine specs",
        "proposed_addition": "The decisions <behind> them",
        "target_level": "Strategic Advisor",
        "investment": {
            "current": {
                "hours": {"hours": 80, "per": "month"},
                "rate": {"from": 120, "to": 120, "currency": "€", "per": "hour"},
                "total": {"from": 9600, "to": 9600, "currency": "€", "per": "month"},
            },
            "proposed": {"total": {"from": 8000, "to": 9600, "currency": "€", "per": "month"}},
        },
        "proposed": {
            "deliverables": [{"deliverable": "Readout", "purpose": "A decision", "timeline": "2026-09-10"}],
            "outcomes": [{"outcome": "Fewer claims", "metric": "Claims for 100 loads", "target": "15% fewer"}],
        },
    },
    "artifact": {"contribution": "A choice between two", "outcome": "Returns fell"},
}
KINDS = {name: name.replace("-", " ").capitalize() for name in DATA}


def doc(type_: str, name: str = "", day: str = "2026-05-01", data: Any = None, **values: Any) -> Doc:
    name = name or type_
    facts = [Fact("client", "Client", "Northwind")]
    if type_ != "event-log":
        facts.append(Fact("date", "Date", date.fromisoformat(day)))
    if type_ == "coaching-plan":
        facts.append(Fact("pm", "PM", "pm-31"))
    return replace(
        Doc(
            file=f"packs/clients/northwind/{name}.md",
            page=f"clients/northwind/{name}",
            text=f"# {name}\n\ntext\n",
            title=f"The {name}",
            status="active",
            visibility="internal",
            type=type_,
            kind=KINDS.get(type_, type_),
            facts=tuple(facts),
            data=DATA.get(type_, {}) if data is None else data,
        ),
        **values,
    )


def engagement(*docs: Doc) -> Engagement:
    return Engagement("packs/clients/northwind", "clients/northwind/index", docs or tuple(map(doc, DATA)))


def made(*docs: Doc, **values: Any) -> dict[str, str]:
    site = Site(name="Coaching", engagements=(engagement(*docs),), **{"frameworks": FRAMEWORKS, **values})
    return {page.path: page.markdown for page in site_pages(site)}


def rows(page: str, label: str) -> list[list[str]]:
    """The texts of the rows of one table of a page."""
    (table,) = re.findall(rf'aria-label="{label}"><table.*?</table>', page)
    return [
        [re.sub(r"<svg.*?</svg>|<[^>]*>", "", cell).strip() for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row)]
        for row in re.findall(r"<tr[^>]*>(.*?)</tr>", table)
    ]


def test_the_page_says_where_the_engagement_stands() -> None:
    page = made()["clients/northwind/index.md"]
    assert "title: Northwind" in page
    assert "Two days a week for the &lt;checkout&gt;." in page
    phases = re.findall(r'<li class="pm-phase pm-phase--(\w+)"( aria-current="step")?>(.*?)</li>', page)
    assert [(state, bool(current)) for state, current, _ in phases] == [
        ("done", False),
        ("present", True),
        ("ahead", False),
    ]
    levels = re.findall(r'pm-level--(\w+)">(.*?)</li>', page)
    assert [(state, " ".join(re.sub("<[^>]*>", " ", text).split())) for state, text in levels] == [
        ("held", "Staff Aug Extra hands Rate 1x"),
        ("held", "Now Expert Executor A skilled PM Rate 1.5x"),
        ("next", "Target Strategic Advisor A partner to think with Rate 2–3x"),
    ]
    assert "A seat at the table" in page


def test_time_is_drawn_and_written() -> None:
    page = made()["clients/northwind/index.md"]
    assert rows(page, "Time by type of work") == [
        ["Work", "Now", "Target", "Change", "Shift"],
        ["Tactical", "60%", "30%", "−30", "reduce"],
        ["Strategic", "30%", "47.5%", "+17.5", "increase"],
        ["Capability building", "10%", "22.5%", "+12.5", "increase"],
    ]
    (chart, _) = re.findall(r"<svg class=\"pm-chart\".*?</svg>", page)
    assert 'role="img" aria-labelledby="time-title" aria-describedby="time-desc"' in chart
    assert '<title id="time-title">Where the time goes at Northwind</title>' in chart
    assert (
        "Now (assessed 1 May 2026): Tactical 60%, Strategic 30%, Capability building 10%; "
        "Target: Tactical 30%, Strategic 47.5%" in chart
    )
    widths = [float(width) for width in re.findall(r'<rect x="[\d.]+%" width="([\d.]+)%"', chart)]
    assert widths == [60, 30, 10, 30, 47.5, 22.5]
    assert all(re.search(r' fill="#\w{6}"', shape) for shape in re.findall(r"<(?:rect|text)[^>]*>", chart))


def logged(*entries: tuple[str, str, Any]) -> Doc:
    """A log of entries: the day, the type of work, the duration."""
    keys = ("date", "work_type", "duration")
    return doc("event-log", data={"entries": [dict(zip(keys, entry, strict=True)) for entry in entries]})


def test_the_log_is_added_up_by_month_as_the_linter_does_it() -> None:
    log = logged(
        ("2026-05-04", "tactical", 90),
        ("2026-05-11", "capability building", {"from": 20, "to": 40}),
        ("2026-04-02", "strategic", 30),
        ("2026-04-03", "strategic", None),
        ("2026-04-04", "nonsense", 600),
        ("someday", "strategic", 600),
    )
    page = made(log)["clients/northwind/index.md"]
    assert rows(page, "Logged time by month") == [
        ["Month", "Logged", "Tactical", "Operational", "Strategic", "Capability building", "Strategic + capability"],
        ["Apr 2026", "0.5 h", "0%", "0%", "100%", "0%", "100%"],
        ["May 2026", "2.0 h", "75%", "0%", "0%", "25%", "25%"],
    ]
    (chart,) = re.findall(r'<svg class="pm-chart".*?</svg>', page)
    assert "May 2026: 2.0 h: Tactical 75%, Operational 0%, Strategic 0%, Capability building 25%" in chart
    assert engagement(log).months == by_month(log.data["entries"][:3])


def test_an_assessment_stands_beside_the_log_of_its_time() -> None:
    days = ("2026-03-31", "2026-04-01", "2026-04-02", "2026-04-03", "2026-04-07", "2026-04-08", "2026-05-02")
    log = logged(*((day, "tactical" if day < "2026-04-05" else "strategic", 60) for day in days))
    before = doc("value-assessment", "before", "2026-03-31")
    page = made(log, before, doc("value-assessment"))["clients/northwind/index.md"]
    assert [row[:4] for row in rows(page, "Time by type of work")] == [
        ["Work", "Now", "By the log", "Target"],
        ["Tactical", "60%", "60%", "30%"],
        ["Strategic", "30%", "40%", "47.5%"],
        ["Capability building", "10%", "0%", "22.5%"],
    ]
    assert "By the log, 1 Apr 2026 to 8 Apr 2026: Tactical 60%, Strategic 40%" in page
    few = made(logged(("2026-04-01", "tactical", 60)), doc("value-assessment"))["clients/northwind/index.md"]
    assert rows(few, "Time by type of work")[0] == ["Work", "Now", "Target", "Change", "Shift"]


def test_horizons_stand_in_their_order_with_what_is_planned() -> None:
    page = made()["clients/northwind/index.md"]
    (shown,) = re.findall(r'<ol class="pm-horizons".*?</ol>', page)
    assert re.findall(r'pm-horizon__name">(\w+)', shown) == ["NOW", "LATER"]
    assert [" ".join(re.sub("<[^>]*>", " ", step).split()) for step in re.findall(r"<li>(.*?)</li>", shown)] == [
        "19 Jun 2026 Where trucks wait A &lt;price&gt; on it",
        "month 2 One list",
        "One day a month Advice",
    ]


def test_the_latest_proposal_is_shown_with_its_terms() -> None:
    older = doc("work-proposal", "older", "2026-01-01", {"target_level": "Staff Aug"})
    page = made(older, *map(doc, DATA))["clients/northwind/index.md"]
    assert "<dd>The decisions &lt;behind&gt; them</dd>" in page
    assert rows(page, "What it costs") == [
        ["What", "Fee", "Hours", "Rate"],
        ["Today", "€9,600 per month", "80 h a month", "€120 per hour"],
        ["Offered", "€8,000–9,600 per month", "", ""],
    ]
    assert rows(page, "Deliverables")[1] == ["Readout", "A decision", "10 Sep 2026"]
    assert rows(page, "Outcomes")[1] == ["Fewer claims", "Claims for 100 loads", "15% fewer"]
    assert "Staff Aug</dd>" not in page


def test_the_score_is_there_with_its_reasons() -> None:
    dimension = DimensionScore("Evidence", 1, 3, "some", ())
    found = replace(engagement(), score=Score("x", "x", "Rubric", (dimension,), ()))
    page = engagement_page(found, Site(name="Coaching", engagements=(found,))).markdown
    assert "<dt>Score</dt> <dd>3 of 5</dd>" in page
    assert rows(page, "Score by dimension")[1][:2] == ["Evidence", "3 of 5"]
    assert "Only what this site shows was looked at." in page
    assert "Score by dimension" not in made()["clients/northwind/index.md"]


def test_what_is_missing_twice_is_told_once() -> None:
    (first_page,) = (each for each in Catalogue.own() if each.name == "engagement")
    reasons = str(score_reasons(scored(scaffold(first_page))))
    assert reasons.count("Fewer than two expectations of the client are written down.") == 1


def test_contributions_of_a_portfolio_stand_beside_artifacts() -> None:
    entries = [
        {"title": "The portal", "date": "2026-05-03", "contribution": "The question", "outcome": "14 weeks freed"},
        {"contribution": "The funnel"},
    ]
    portfolio = doc("evidence-portfolio", "evidence", data={"entries": entries})
    page = made(*map(doc, DATA), portfolio)["clients/northwind/index.md"]
    assert [row[:3] + row[4:] for row in rows(page, "Portfolio of artifacts")[2:]] == [
        ["The portal", "3 May 2026", "contribution", "The question", "14 weeks freed"],
        ["The evidence", "", "contribution", "The funnel", ""],
    ]


def test_graduation_log_portfolio_and_documents_are_listed() -> None:
    second = doc("artifact", "newer", "2026-06-01", facts=(Fact("kind", "Kind", "roadmap"),))
    page = made(*map(doc, DATA), second)["clients/northwind/index.md"]
    assert rows(page, "Coaching plans")[1] == ["pm-31", "Ask why first", "1 of 3", "Active"]
    assert [row[:3] for row in rows(page, "Latest log entries")[1:]] == [
        ["11 May 2026", "Newer", "decision"],
        ["4 May 2026", "Older", "call"],
        ["2 Apr 2026", "", ""],
        ["", "Undated", ""],
    ]
    assert [row[0] for row in rows(page, "Portfolio of artifacts")[1:]] == ["The artifact", "The newer"]
    documents = rows(page, "All documents of the engagement")
    assert [row[1] for row in documents[1:]] == [
        "Engagement",
        "Value assessment",
        "Coaching plan",
        "Work proposal",
        "Event log",
        "Artifact",
        "Artifact",
    ]
    assert documents[5][2] == "11 May 2026"  # a log is as old as its newest entry


def test_the_latest_assessment_counts() -> None:
    older = doc("value-assessment", "a", "2026-01-01")
    newer = doc("value-assessment", "b", "2026-02-01", {"position": {"ladder": {"target": "Staff Aug"}}})
    for docs in ((older, newer), (newer, older)):
        found = engagement(*docs)
        assert found.position is not None
        assert (found.position.doc, found.position.current, found.position.target) == (newer, "", "Staff Aug")
        assert found.allocation == []


def test_a_level_or_phase_that_nobody_knows_is_told_in_words() -> None:
    page = made(frameworks=Frameworks())["clients/northwind/index.md"]
    assert "Expert Executor → Strategic Advisor" in page
    assert "<dt>Phase</dt> <dd>2</dd>" in page
    assert "pm-level" not in page
    assert "pm-phase" not in page


def test_people_outside_see_no_findings_and_no_files() -> None:
    docs = [doc(name, findings=(FINDING,)) for name in DATA]
    inside, outside = made(*docs), made(*docs, inside=False)
    for path, expected in (("clients/northwind/index.md", "Findings"), ("clients/index.md", "To put right")):
        assert expected in inside[path]
        assert expected not in outside[path]
    assert "6 errors" in inside["clients/index.md"]
    assert "packs/clients/northwind/artifact.md" in inside["clients/northwind/artifact.md"]
    assert not any("packs/clients" in page for page in outside.values())


def test_the_index_of_clients_and_the_home_page_sum_up() -> None:
    pages = made()
    cells = re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", pages["clients/index.md"].partition("<tbody>")[2])
    assert [re.sub("<[^>]*>", "", cell).strip() for cell in cells] == [
        "Northwind",
        "2: Repositioning",
        "Expert Executor → Strategic Advisor",
        "Active",
        "1 May 2026",
        "1 (0 ready)",
        "6",
        "none",
    ]
    home = re.sub("<[^>]*>", "", pages["index.md"])
    assert "Phase 2: Repositioning · 6 documents · 1 coaching plan" in home
    assert "Browse the clients" in home


@pytest.mark.parametrize("phase", ["2", "Repositioning", "repositioning (phase 2)"])
def test_a_phase_goes_by_number_or_name(phase: str) -> None:
    assert FRAMEWORKS.phase(phase) == 1


@pytest.mark.parametrize("phase", ["", "0", "4", "99999999999999999999", "²", "nothing"])
def test_no_other_phase_is_known(phase: str) -> None:
    assert FRAMEWORKS.phase(phase) is None


def paths(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """All places in a document's data."""
    yield path
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, part in inner:
        yield from paths(part, (*path, key))


WRONG: list[Any] = [None, "", "text", 7, -1, 1e300, float("nan"), True, [], [None], [[]], {}, {"from": 1}]


def test_nothing_that_may_be_missing_or_wrong_breaks_the_page() -> None:
    for name, data in DATA.items():
        others = [doc(other) for other in DATA if other != name]
        for path in paths(data):
            for wrong in WRONG if path else [{}]:
                changed: Any = deepcopy(data)
                if path:
                    holder = changed
                    for key in path[:-1]:
                        holder = holder[key]
                    holder[path[-1]] = wrong
                else:
                    changed = wrong
                whole = engagement(*others, doc(name, data=changed))
                page = engagement_page(whole, Site(name="Coaching", engagements=(whole,), frameworks=FRAMEWORKS))
                assert "The artifact" in page.markdown
                assert "nan%" not in page.markdown


def test_an_engagement_without_its_own_document_has_a_page() -> None:
    pages = made(doc("artifact", facts=(), data={}))
    page = pages["clients/northwind/index.md"]
    assert "title: northwind" in page
    assert "## All documents" in page
    assert re.findall(r"^## ([^{]*) {", page, re.MULTILINE) == ["Portfolio", "All documents"]
