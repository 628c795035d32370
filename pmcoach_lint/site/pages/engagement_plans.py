"""What an engagement is headed for: its horizons, the plans for the PMs it coaches, and what the client is offered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from pmcoach_lint.engagement.rates import money_text
from pmcoach_lint.site import charts, reading
from pmcoach_lint.site.contents import Site
from pmcoach_lint.site.engagement import HORIZONS, Engagement, Progress, Step
from pmcoach_lint.site.html import Content, bullets, element, joined, spaced, unless_empty
from pmcoach_lint.site.pages.clients import doc_link, said_in
from pmcoach_lint.site.pages.parts import any_status, day, facts, sparse


def horizons(engagement: Engagement, site: Site) -> Markup | None:
    """What comes now, next and later, each horizon with its items."""
    lead, planned = engagement.lead, engagement.horizons
    if lead is None or not planned:
        return None
    columns = [
        element(
            "li",
            element("strong", name, class_="pm-horizon__name"),
            bullets(_step(step) for step in planned if step.horizon == name),
            class_="pm-horizon",
        )
        for name in HORIZONS
        if any(step.horizon == name for step in planned)
    ]
    return joined(
        element("ol", spaced(columns), class_="pm-horizons", aria_label="Horizons"), said_in(lead, engagement, site)
    )


def _step(step: Step) -> Markup:
    when = reading.day(step.when)
    small: Content = day(when) if when else step.when
    lines = [
        unless_empty("span", small, class_="pm-horizon__small"),
        element("span", step.focus or step.value),
        element("span", step.value, class_="pm-horizon__small") if step.focus and step.value else None,
    ]
    return spaced(lines)


def plans(engagement: Engagement, site: Site) -> Markup | None:
    """How far each coaching plan has come towards its graduation criteria."""
    rows = [
        (
            doc_link(each.doc, engagement, site, each.pm),
            each.goal,
            _graduation(each),
            any_status(each.doc.status),
        )
        for each in engagement.progress
    ]
    heads = ("PM", "Coaching goal", "Graduation criteria met", "Status")
    return sparse(heads, rows, "Coaching plans", "plans")


def _graduation(each: Progress) -> Markup:
    if not each.total:
        return element("span", "No criteria yet", class_="pm-muted")
    words = element("span", f"{each.done} of {each.total}", class_="pm-number")
    return element("span", words, " ", charts.meter(each.done, each.total), class_="pm-progress")


def proposal(engagement: Engagement, site: Site) -> Markup | None:
    """What the client is offered: what changes, what it costs, what there will be, and by what that is measured."""
    doc = engagement.proposal
    if doc is None:
        return None
    data = doc.data
    said = facts(
        [
            ("Today", reading.text(data.get("current_engagement"))),
            ("Offered", reading.text(data.get("proposed_addition"))),
            ("Leads to", reading.text(data.get("target_level")) if site.inside else None),
            ("Status", any_status(doc.status)),
        ]
    )
    terms = list(_terms(reading.mapping(data.get("investment"))))
    return joined(
        said,
        sparse(("What", "Fee", "Hours", "Rate"), terms, "What it costs", "figures"),
        _listed(data, "deliverables", ("deliverable", "purpose", "timeline"), ("Deliverable", "Purpose", "When")),
        _listed(data, "outcomes", ("outcome", "metric", "target"), ("Outcome", "Measured by", "Target")),
        said_in(doc, engagement, site),
    )


def _terms(investment: Any) -> Iterator[tuple[str, str, str, str]]:
    """What the client pays today and would pay then."""
    for key, name in (("current", "Today"), ("proposed", "Offered")):
        terms = reading.mapping(investment.get(key))
        hours = reading.mapping(terms.get("hours"))
        count = reading.number(hours.get("hours"))
        per = reading.text(hours.get("per"))
        effort = f"{count:g} h" + (f" a {per}" if per else "") if count is not None else ""
        row = (name, _money(terms.get("total")), effort, _money(terms.get("rate")))
        if any(row[1:]):
            yield row


def _money(value: Any) -> str:
    """An amount with its currency and its unit; nothing where it cannot be read."""
    money = reading.mapping(value)
    low, high = reading.number(money.get("from")), reading.number(money.get("to"))
    if low is None or high is None:
        return ""
    per = reading.text(money.get("per"))
    return money_text(low, high, reading.text(money.get("currency"))) + (f" per {per}" if per else "")


def _listed(data: Any, part: str, keys: tuple[str, ...], heads: tuple[str, ...]) -> Markup | None:
    """The records of a part of the proposal."""
    records = reading.records(reading.inside(data, "proposed", part))
    rows = [row for record in records if any(row := [_cell(record.get(key)) for key in keys])]
    return sparse(heads, rows, part.capitalize(), "wide")


def _cell(value: Any) -> Content:
    when = reading.day(value)
    return day(when) if when else reading.text(value)
