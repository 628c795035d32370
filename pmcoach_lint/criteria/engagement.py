"""Criteria of a client engagement, by the five quality standards: they look at all of its documents together.

Those of the coaching plans have a module of their own.
"""

from __future__ import annotations

from datetime import date, timedelta

from pmcoach_lint.coaching.cycle import as_day
from pmcoach_lint.coaching.parts import Node, nodes_at
from pmcoach_lint.criteria.registry import ENGAGEMENT, Case, Mark, Marks, at_least, criterion, each
from pmcoach_lint.doctypes import ASSESSMENT, LOG, PROPOSAL
from pmcoach_lint.engagement.backing import backing, records_of
from pmcoach_lint.engagement.logged import logged_time
from pmcoach_lint.engagement.position import OFFERED
from pmcoach_lint.syntax.yaml_marks import Path

_ENTRIES = 5
_STALE = timedelta(days=30)
"""A log with no entry for so long is not kept any more. Our own figure."""


# Value-focused


@criterion(ENGAGEMENT)
def opportunities_pay(case: Case) -> Marks:
    """Each strategic opportunity of the assessment says what the client gains."""
    path = ("opportunities", "untapped")
    has, lacks = "says what the client gains", "does not say what the client gains"
    none = case.lacks_in(ASSESSMENT, "No assessment names an opportunity.", *path)
    yield from case.each_in(ASSESSMENT, path, ("benefit",), has, lacks, none)


@criterion(ENGAGEMENT)
def outcomes_measured(case: Case) -> Marks:
    """Each expected outcome of the proposal has a metric and a target."""
    path = ("proposed", "outcomes")
    has, lacks = "has a metric and a target", "lacks a metric or a target"
    none = case.lacks_in(PROPOSAL, "No proposal says which outcomes to expect.", *path)
    yield from case.each_in(PROPOSAL, path, ("metric", "target"), has, lacks, none)


@criterion(ENGAGEMENT)
def impact_both_ways(case: Case) -> Marks:
    """The proposal says what happens to the business if it is taken up, and if it is not."""
    lacks = "Nothing says what the client wins by it."
    yield case.stated_in(PROPOSAL, ("opportunity", "impact", "addressed"), "It is said what is won.", lacks)
    lacks = "Nothing says what the client risks without it."
    yield case.stated_in(PROPOSAL, ("opportunity", "impact", "ignored"), "It is said what is risked.", lacks)


@criterion(ENGAGEMENT)
def return_shown(case: Case) -> Marks:
    """The proposal sets what it is worth against what it costs."""
    document = case.newest(PROPOSAL)
    roi: Path = ("investment", "roi")
    path = next(
        (path for name in ("lines", "statement") if document and case.holds(document, path := (*roi, name))), None
    )
    lacks = "No proposal sets its worth against its cost."
    if document:
        yield Mark(document, path or roi, path is not None, "Worth and cost are set side by side." if path else lacks)
    else:
        yield case.lacks(lacks)


@criterion(ENGAGEMENT)
def horizons_valued(case: Case) -> Marks:
    """Whatever stands on a horizon says what the client gets from it."""
    has, lacks = "says what the client gets", "does not say what the client gets"
    none = case.lacks_in("engagement", "The engagement has nothing on its horizons.", "horizons")
    yield from each(_on_horizons(case), lambda node: case.within(node, "value"), has, lacks, none=none)


@criterion(ENGAGEMENT)
def position_known(case: Case) -> Marks:
    """The assessment says where the engagement stands on the value ladder, and where it wants to go."""
    for name, words in (("current", "stands"), ("target", "wants to go")):
        path: Path = ("position", "ladder", name)
        has, lacks = f"It is said where the engagement {words}.", f"Nothing says where the engagement {words}."
        yield case.stated_in(ASSESSMENT, path, has, lacks)


def _on_horizons(case: Case) -> list[Node]:
    """What stands on the horizons of the engagement, else on those that its assessments or proposals tell."""
    told = case.records("engagement", "horizons") or case.records(ASSESSMENT, "opportunities", "horizons")
    return told or case.records(PROPOSAL, "proposed", "horizons")


# Independence-building


@criterion(ENGAGEMENT)
def time_shifts(case: Case) -> Marks:
    """More of the time is to go into building the client's capability than today."""
    shares = case.records(ASSESSMENT, "opportunities", "time")
    rows = [row for row in shares if row.text("work_type") == "capability building"]
    found = next((row for row in rows if row.value.get("target", 0) > row.value.get("current", 100)), None)
    words = "More time is to go into capability." if found else "No more time than today is to go into capability."
    place = found or next(iter(rows), None)
    yield Mark(place.document, place.path, found is not None, words) if place else case.lacks(words)


@criterion(ENGAGEMENT)
def later_planned(case: Case) -> Marks:
    """Something stands on the last horizon: the time in which the client needs less."""
    horizons = case.workspace.standards.horizons
    last = horizons[-1].name.casefold() if horizons else "later"
    found = [node for node in _on_horizons(case) if node.text("horizon").casefold().startswith(last)]
    yield from at_least(1, found, case.lacks_in("engagement", "Nothing stands on the last horizon.", "horizons"))


# Evidence-based


@criterion(ENGAGEMENT)
def contributions_recorded(case: Case) -> Marks:
    """Each strategic contribution that is claimed is in the event log or in an artifact."""
    records = records_of(case.workspace)

    def recorded(node: Node) -> Path | None:
        claim = node.text("contribution")
        return node.at("contribution") if backing(node.text("documentation"), claim, records) else None

    path, lacks = ("rate", "evidence"), "is in no log entry and no artifact"
    named = [node for document in case.workspace.of_type(ASSESSMENT) for node in nodes_at(document, path)]
    none = case.lacks_in(ASSESSMENT, "No strategic contribution is named.", *path)
    if named:
        first = named[0]
        none = Mark(first.document, first.path, False, f"{first.subject} {lacks}.")
    yield from each(case.records(ASSESSMENT, *path), recorded, "is on record", lacks, none=none)


@criterion(ENGAGEMENT)
def log_kept(case: Case) -> Marks:
    """The event log has five entries or more, and one of the last thirty days while the engagement runs."""
    entries = case.records(LOG, "entries")
    yield from at_least(_ENTRIES, entries, case.lacks_in(LOG, "The event log has fewer than five entries.", "entries"))
    day = max((entry.text("date") for entry in entries), default="")
    is_over = case.main.status == "completed"
    kept = bool(entries) and (is_over or _is_recent(day, case.as_of))
    words = "The log is kept up." if kept else f"The last entry is of {day}." if day else "No entry has a day."
    newest = next((entry for entry in entries if entry.value.get("date") == day), None)
    yield Mark(newest.document, newest.path, kept, words) if newest else case.lacks(words)


@criterion(ENGAGEMENT)
def time_on_record(case: Case) -> Marks:
    """Enough entries of the log give duration and type of work to say where the time goes."""
    entries = [entry.value for entry in case.records(LOG, "entries")]
    known = logged_time(entries, "", "") is not None
    words = "The log says where the time goes." if known else "Too few entries give duration and type of work."
    log = next(iter(case.workspace.of_type(LOG)), None)
    yield Mark(log, ("entries",), known, words) if log else case.lacks(words)


@criterion(ENGAGEMENT)
def artifacts_kept(case: Case) -> Marks:
    """Two artifacts or more are filed with the engagement, or contributions of an evidence portfolio."""
    found = [Node(document, ("title",), document.data) for document in case.workspace.of_type("artifact")]
    found += case.records("evidence-portfolio", "entries")
    where = case.lacks("Fewer than two artifacts are filed.")
    yield from at_least(2, found, where, "An artifact is filed.")


# Actionable


@criterion(ENGAGEMENT)
def quick_wins(case: Case) -> Marks:
    """The assessment names two quick wins or more."""
    path = ("repositioning", "quick_wins")
    where = case.lacks_in(ASSESSMENT, "Fewer than two quick wins are named.", *path)
    yield from at_least(2, case.records(ASSESSMENT, *path), where, "A quick win is named.")


@criterion(ENGAGEMENT)
def conversation_ready(case: Case) -> Marks:
    """The assessment says with whom to talk, and what to say."""
    lacks = "Nothing says with whom to talk."
    conversation: Path = ("repositioning", "conversation")
    yield case.stated_in(ASSESSMENT, (*conversation, "with"), "It is said with whom to talk.", lacks)
    lacks = "Nothing says what to say."
    yield case.stated_in(ASSESSMENT, (*conversation, "message"), "It is said what to say.", lacks)


@criterion(ENGAGEMENT)
def deliverables_placed(case: Case) -> Marks:
    """Each deliverable of the proposal says what it is for and when it comes."""
    path = ("proposed", "deliverables")
    has, lacks = "has a purpose and a time", "lacks a purpose or a time"
    none = case.lacks_in(PROPOSAL, "No proposal names a deliverable.", *path)
    yield from case.each_in(PROPOSAL, path, ("purpose", "timeline"), has, lacks, none)


@criterion(ENGAGEMENT)
def recommendation_given(case: Case) -> Marks:
    """The proposal ends with a recommendation."""
    lacks = "No proposal recommends anything."
    yield case.stated_in(PROPOSAL, ("recommendation",), "The proposal recommends what to do.", lacks)


@criterion(ENGAGEMENT)
def actions_owned(case: Case) -> Marks:
    """Three actions or more of the event log have a name and a day."""
    entries = case.records(LOG, "entries")
    owned = [action for entry in entries for action in entry.nodes("actions") if case.within(action, "owner", "due")]
    where = case.lacks_in(LOG, "Fewer than three actions of the log have a name and a day.", "entries")
    yield from at_least(3, owned, where, "An action has a name and a day.")


# Client-centred


@criterion(ENGAGEMENT)
def expectations_known(case: Case) -> Marks:
    """The engagement says what the client expects: two things or more."""
    found = case.records("engagement", "expectations")
    where = case.lacks_in("engagement", "Fewer than two expectations of the client are written down.", "expectations")
    yield from at_least(2, found, where, "An expectation is written down.")


@criterion(ENGAGEMENT)
def stakeholders_mapped(case: Case) -> Marks:
    """Three stakeholders or more are named with what each of them expects."""
    found = [node for node in case.records("engagement", "stakeholders") if case.within(node, "expectation")]
    where = case.lacks_in(
        "engagement", "Fewer than three stakeholders are named with what they expect.", "stakeholders"
    )
    yield from at_least(3, found, where)


@criterion(ENGAGEMENT)
def relationship_known(case: Case) -> Marks:
    """The engagement, or its assessment, says how much trust there is, and how open the client is to change."""
    for name, what in (("trust", "how much trust there is"), ("openness", "how open the client is to change")):
        path: Path = ("relationship", name)
        told = (kind for kind in ("engagement", ASSESSMENT) if (one := case.newest(kind)) and case.holds(one, path))
        yield case.stated_in(next(told, "engagement"), path, f"It is said {what}.", f"Nothing says {what}.")


@criterion(ENGAGEMENT)
def maturity_known(case: Case) -> Marks:
    """The engagement says how mature the client's product practice is."""
    lacks = "Nothing says how mature the client's product practice is."
    yield case.stated_in("engagement", ("maturity",), "The client's maturity is described.", lacks)


@criterion(ENGAGEMENT)
def client_gets(case: Case) -> Marks:
    """The proposal says what the client gets for the money, and not only the hours."""
    path: Path = (*OFFERED, "gets")
    lacks = "No proposal says what the client gets for the money."
    yield case.stated_in(PROPOSAL, path, "It is said what the client gets.", lacks)


def _is_recent(day: str, as_of: date) -> bool:
    then = as_day(day)
    return then is not None and as_of - then <= _STALE
