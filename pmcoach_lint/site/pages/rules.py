"""The rule reference, out of the rules' own docstrings: one page for each rule, and the list of all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from pmcoach_lint.engine import lint_together
from pmcoach_lint.report import Style
from pmcoach_lint.report.text import render
from pmcoach_lint.rules import Rule
from pmcoach_lint.rules.explanation import Example
from pmcoach_lint.rules.registry import Option
from pmcoach_lint.settings import Settings
from pmcoach_lint.site.contents import RULE_INDEX, Site
from pmcoach_lint.site.html import element, spaced, unindexed
from pmcoach_lint.site.page import Page, Writer
from pmcoach_lint.site.pages.parts import facts, link, table
from pmcoach_lint.site.prose import inline, passage, plain

_WIDTH = 78

_OURS = Settings(root=Path(), schemas=(), standards=())
"""Settings of nobody's repository: what examples say is said by the types and frameworks that come with the package."""


def index_page(site: Site) -> Page:
    """The page that lists all rules, family by family."""
    writer = Writer("Rules", description="Everything that pmcoach lint checks, with the reason.")
    writer.paragraph(
        "Each finding names one of these rules. A rule’s page says what it finds, why that matters to the person "
        "who is coached, and what to do. In a terminal, ",
        element("code", "pmcoach rule PMC201"),
        " shows the same text.",
    )
    for family, rules in groupby(site.rules, key=lambda rule: rule.family):
        writer.heading(2, family, search=False)
        rows = [_row(rule, site) for rule in rules]
        writer.html(unindexed(table(("Rule", "What it finds", "Severity"), rows, f"Rules: {family}")))
    return Page(RULE_INDEX, writer.text())


def rule_pages(site: Site) -> Iterator[Page]:
    """A page for each rule."""
    for place, rule in enumerate(site.rules):
        before = site.rules[place - 1] if place else None
        after = site.rules[place + 1] if place + 1 < len(site.rules) else None
        yield Page(site.rule_page(rule), _rule_text(rule, site, before, after), under=RULE_INDEX)


def _row(rule: Rule, site: Site) -> list[Markup]:
    code = link(rule.code, site.links.between(RULE_INDEX, site.rule_page(rule)))
    name = spaced([code, element("code", rule.name, class_="pm-rule")])
    return [name, inline(rule.explanation.summary), element("span", _severity(rule), class_="pm-nowrap")]


def _severity(rule: Rule) -> Markup:
    """How severe a rule is, as marks."""
    kinds = [rule.severity.value] if rule.severity else ["warning", "error"]
    marks = [element("span", kind, class_=f"pm-severity pm-severity--{kind}") for kind in kinds]
    return Markup(" → ").join(marks)


def _rule_text(rule: Rule, site: Site, before: Rule | None, after: Rule | None) -> str:
    explanation = rule.explanation
    writer = Writer(f"{rule.code}: {rule.name}", description=plain(explanation.summary))
    writer.html(element("div", passage(explanation.summary), class_="pm-lead"))
    writer.paragraph(_severity(rule), " ", rule.strictness, class_="pm-note")
    if explanation.body:
        writer.html(element("div", passage(explanation.body)))  # one block, of however many paragraphs and lists
    for title, text in (("Why it matters", explanation.why), ("What to do", explanation.advice)):
        if text:
            writer.heading(2, title)
            writer.html(element("div", passage(text)))
    if rule.options:
        writer.heading(2, "Options")
        writer.paragraph("Set them under ", element("code", f"[rules.{rule.name}]"), " in the settings.")
        writer.html(facts([(option.name, _option(option)) for option in rule.options]))
    for number, example in enumerate(explanation.examples, 1):
        title = "Not like this" if example.bad else "But like this"
        writer.heading(2, title, f"example-{number}", search=False)
        if example.as_of:
            writer.paragraph(f"As of {example.as_of.isoformat()}:")
        for name, text in example.files.items():
            if len(example.files) > 1:
                writer.paragraph(element("code", name))
            writer.code(text, "markdown")
        if example.bad:
            _write_finding(writer, rule, example)
    writer.html(_neighbours(rule, site, before, after))
    return writer.text()


def _option(option: Option) -> Markup:
    return inline(f"{option.description} Default: `{json.dumps(option.default)}`.")


def _write_finding(writer: Writer, rule: Rule, example: Example) -> None:
    """Add what the tool really says of a bad example."""
    for report in lint_together(example.files, _OURS._replace(as_of=example.as_of)):
        findings = tuple(finding for finding in report.findings if finding.code == rule.code)
        if not findings:
            continue
        told = [*render([type(report)(report.file, report.text, findings[:1])], Style(width=_WIDTH))][:-1]
        writer.paragraph("What is said:")
        writer.code("".join(told), "text")


def _neighbours(rule: Rule, site: Site, before: Rule | None, after: Rule | None) -> Markup:
    """Links to the rules before and after, and to the list."""
    here = site.rule_page(rule)

    def to(words: str, target: str) -> Markup:
        return link(words, site.links.between(here, target))

    links = [
        to(f"← {before.code} {before.name}", site.rule_page(before)) if before else None,
        to("All rules", RULE_INDEX),
        to(f"{after.code} {after.name} →", site.rule_page(after)) if after else None,
    ]
    return element(
        "nav",
        spaced(links),
        class_="pm-neighbours",
        aria_label="Rules",
        data_search_exclude="true",
    )
