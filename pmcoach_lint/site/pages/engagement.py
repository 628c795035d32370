"""The page of one client engagement: where it stands, where the time goes, who is growing, and all its documents."""

from __future__ import annotations

from textwrap import shorten

from markupsafe import Markup

from pmcoach_lint.report.tally import counted
from pmcoach_lint.rubric import Score
from pmcoach_lint.site.contents import CLIENT_INDEX, Site, type_order
from pmcoach_lint.site.engagement import Engagement, Entry
from pmcoach_lint.site.html import Content, element, joined, spaced, unindexed, unless_empty
from pmcoach_lint.site.page import Page, Writer
from pmcoach_lint.site.pages.clients import doc_link, phase_words, said_in, step_words
from pmcoach_lint.site.pages.engagement_plans import horizons, plans, proposal
from pmcoach_lint.site.pages.engagement_time import time_spent
from pmcoach_lint.site.pages.parts import any_status, day, facts, findings_words, link, sparse
from pmcoach_lint.site.pages.scores import score_reasons, score_words
from pmcoach_lint.site.reading import day as as_day
from pmcoach_lint.site.reading import records, text

_LAST_ENTRIES = 6
_LONGEST, _LONGEST_SCOPE = 140, 400


def engagement_page(engagement: Engagement, site: Site) -> Page:
    """The page of an engagement."""
    description = ", ".join(filter(None, (f"Engagement with {engagement.client}", phase_words(engagement, site))))
    writer = Writer(engagement.client, description=description, hide=site.without())
    writer.html(*_summary(engagement, site))
    parts = (
        ("Value ladder", _position(engagement, site)),
        ("Where the time goes", time_spent(engagement, site)),
        ("Horizons", horizons(engagement, site)),
        ("Coaching plans", plans(engagement, site)),
        ("Proposal", proposal(engagement, site)),
        ("Latest in the log", _log(engagement, site)),
        ("Portfolio", _portfolio(engagement, site)),
        ("Score", _score(engagement.score) if engagement.score else None),
        ("All documents", _documents(engagement, site)),
    )
    for title, content in parts:
        writer.part(title, content)
    return Page(engagement.path, writer.text(), under=CLIENT_INDEX)


def _score(score: Score) -> Markup:
    """The reasons of the score, and what it looked at: to a build the other documents are not there."""
    seen = "Only what this site shows was looked at. A record that is not for its readers is told as missing here."
    return joined(element("p", seen, class_="pm-small"), score_reasons(score))


def _summary(engagement: Engagement, site: Site) -> list[Markup]:
    """Status, scope, and what there is to know in a few words."""
    who = spaced((any_status(engagement.status), element("span", "Client engagement")))
    scope = unless_empty("p", _begun(engagement.scope, _LONGEST_SCOPE), class_="pm-goal")
    parts = [element("p", who, class_="pm-who"), *([scope] if scope else [])]
    if site.frameworks.phase(engagement.phase) is not None:
        parts.append(unindexed(_phases(engagement, site)))
        phase = ""
    else:
        phase = phase_words(engagement, site)
    lead = doc_link(engagement.lead, engagement, site) if engagement.lead else None
    described = [
        ("Phase", phase),
        ("Value ladder", step_words(engagement)),
        ("Since", day(engagement.start)),
        ("Score", score_words(engagement.score) if engagement.score else None),
        ("Described in", lead),
    ]
    parts.append(element("div", facts(described)))
    return parts


def _phases(engagement: Engagement, site: Site) -> Markup:
    """The phases of the workflow, with the present one marked."""
    present = site.frameworks.phase(engagement.phase) or 0
    steps = []
    for place, name in enumerate(site.frameworks.phases):
        state = "done" if place < present else "present" if place == present else "ahead"
        number = element("span", str(place + 1), class_="pm-phase__number")
        now = element("span", ", now", class_="pm-hidden") if state == "present" else None
        words = [number, " ", element("span", name), now]
        current = "step" if state == "present" else None
        steps.append(element("li", words, class_=f"pm-phase pm-phase--{state}", aria_current=current))
    return element("ol", spaced(steps), class_="pm-phases", aria_label="Phases of the engagement")


def _position(engagement: Engagement, site: Site) -> Markup | None:
    """Where the engagement stands on the value ladder, drawn where the ladder knows the levels, and what is missing."""
    position = engagement.position
    if position is None:
        return None
    rungs = site.frameworks.ladder
    current, target = site.frameworks.rung(position.current), site.frameworks.rung(position.target)
    held, wanted = (-1 if at is None else at for at in (current, target))
    steps = []
    for place, rung in enumerate(rungs):
        marks = [word for word, at in (("Now", current), ("Target", target)) if at == place]
        state = "held" if place <= held else "next" if place <= wanted else "above"
        words = [
            spaced(element("span", mark, class_=f"pm-level__mark pm-level__mark--{mark.lower()}") for mark in marks),
            element("strong", rung.name),
            unless_empty("span", rung.sees, class_="pm-level__small"),
            element("span", f"Rate {rung.multiplier}", class_="pm-level__small") if rung.multiplier else None,
        ]
        steps.append(element("li", spaced(words), class_=f"pm-level pm-level--{state}"))
    drawn = current is not None or target is not None
    return joined(
        element("ol", spaced(steps), class_="pm-levels", aria_label="Value ladder, from the bottom") if drawn else None,
        None if drawn else element("p", step_words(engagement)),
        element("p", element("strong", "What is missing: "), position.gap) if position.gap else None,
        said_in(position.doc, engagement, site),
    )


def _log(engagement: Engagement, site: Site) -> Markup | None:
    """The newest entries of the log."""
    entries = engagement.entries
    if not entries:
        return None
    rows = [
        (day(entry.day), _entry_title(entry, engagement, site), entry.kind, entry.work, entry.impact)
        for entry in entries[:_LAST_ENTRIES]
    ]
    logs = {entry.doc.file: entry.doc for entry in entries}.values()
    more = f"{counted(len(entries), 'entry', 'entries')} in "
    told = element("p", more, Markup(", ").join(doc_link(doc, engagement, site) for doc in logs), ".", class_="pm-note")
    heads = ("Date", "What", "Kind", "Work", "Impact")
    return joined(sparse(heads, rows, "Latest log entries", "log"), told)


def _entry_title(entry: Entry, engagement: Engagement, site: Site) -> Content:
    """The title of an entry, which leads to it where it has a heading of its own."""
    if not entry.anchor:
        return entry.title
    return link(entry.title, site.links.between(engagement.path, entry.doc.path, entry.anchor))


def _portfolio(engagement: Engagement, site: Site) -> Markup | None:
    """What was produced, or contributed, and what came of it."""
    rows = [
        (
            doc_link(doc, engagement, site),
            day(doc.day),
            doc.fact("kind") or text(doc.data.get("kind")),
            any_status(doc.status),
            _begun(text(doc.data.get("contribution"))),
            _begun(text(doc.data.get("outcome"))),
        )
        for doc in engagement.artifacts
    ]
    rows += [
        (
            doc_link(doc, engagement, site, text(record.get("title")) or doc.title),
            day(as_day(record.get("date"))),
            "contribution",
            any_status(doc.status),
            _begun(text(record.get("contribution"))),
            _begun(text(record.get("outcome"))),
        )
        for doc in engagement.of_type("evidence-portfolio")
        for record in records(doc.data.get("entries"))
    ]
    heads = ("Artifact", "Date", "Kind", "Status", "Contribution", "Outcome")
    return sparse(heads, rows, "Portfolio of artifacts", "wide")


def _begun(words: str, longest: int = _LONGEST) -> str:
    """The beginning of a long text, which its own page has whole."""
    return shorten(words, longest, placeholder=" …")


def _documents(engagement: Engagement, site: Site) -> Markup | None:
    """All documents of the engagement that may be seen."""
    ordered = sorted(engagement.docs, key=lambda doc: (type_order(doc.type, doc.kind), doc.file))
    rows = []
    for doc in ordered:
        last = day(engagement.last_day(doc))
        row: list[Content] = [doc_link(doc, engagement, site), doc.kind, last, any_status(doc.status)]
        rows.append([*row, findings_words(doc.findings)] if site.inside else row)
    heads = ("Document", "Type", "Date", "Status", "Findings")
    return sparse(heads if site.inside else heads[:-1], rows, "All documents of the engagement", "documents")
