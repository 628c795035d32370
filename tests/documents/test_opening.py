"""What stands above the parts: in the front matter, behind labels, in the title; and sayings that disagree."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.document import Document
from pmcoach_lint.settings import Settings
from tests.documents.filled import ASSESSMENT, PLAN, PLAN_DATA, PROPOSAL
from tests.documents.reading import findings, read
from tests.linting import read as read_text
from tests.packs import replaced

LABELS = """\
**Customer**: Northwind
**Date**: 2026-09-14
**Coaching Goal**: Elevate from tactical to strategic thinking
"""
TITLE = "# Client PM Coaching Plan: pm-31\n"
OPENING = {name: PLAN_DATA[name] for name in ("pm", "client", "date", "goal")}


def opening(document: Document) -> dict[str, Any]:
    return {name: document.data.get(name) for name in OPENING}


def with_front(lines: str) -> str:
    return f"---\ntype: {{type}}\nstatus: active\nvisibility: internal\n{lines}---\n\n"


@pytest.mark.parametrize(
    "labels",
    [
        "**Customer:** Northwind\n**Date:** 14 September 2026\n**Goal:** Elevate from tactical to strategic thinking\n",
        "- **Client**: Northwind\n- **Date**: 2026-09-14\n- **Coaching Goal**: {goal}\n",
        "- Client: Northwind\n- Date: 2026-09-14\n- Coaching goal: {goal}\n",
        "Client: Northwind\nDate: 2026-09-14\nCoaching goal: {goal}\n",
        "__Client__: Northwind\n\n__Date__: 2026-09-14\n\n__Coaching goal__: {goal}\n",
        "**Customer**: Northwind | **Date**: 2026-09-14\n**Coaching Goal**: {goal}\n",
        "**Customer**: Northwind · **Date**: 2026-09-14 · **Coaching Goal**: {goal}\n",
        "| | |\n|---|---|\n| Customer | Northwind |\n| Date | 2026-09-14 |\n| Coaching goal | {goal} |\n",
        "| Customer | Date | Coaching goal |\n|---|---|---|\n| Northwind | 2026-09-14 | {goal} |\n",
        "**Customer**: Northwind\n**Date**: 2026-09-14\n\n## Coaching goal\n\n{goal}\n",
        "> A plan for one quarter.\n\n**Customer**: Northwind\n**Date**: 2026-09-14\n**Coaching Goal**: {goal}\n",
    ],
)
def test_labels_above_the_parts_in_every_form(labels: str) -> None:
    document = read("coaching-plan", replaced(PLAN, LABELS, labels.replace("{goal}", OPENING["goal"])))
    assert document.offences == {}
    assert opening(document) == OPENING


@pytest.mark.parametrize(
    "title",
    [
        "# Client PM Coaching Plan – pm-31",
        "# **Client PM Coaching Plan: pm-31**",
        "# Client PM Coaching Plan: **pm-31**",
        "# Coaching plan for pm-31",
        "# CLIENT PM COACHING PLAN: pm-31",
        "# pm-31: Client PM Coaching Plan",
        "# pm-31 | Coaching plan",
        "## Client PM Coaching Plan: pm-31",
        "Client PM Coaching Plan: pm-31\n===",
        "**Client PM Coaching Plan: pm-31**",
        "**Client PM Coaching Plan**: pm-31",
    ],
)
def test_the_title_in_every_form(title: str) -> None:
    document = read("coaching-plan", replaced(PLAN, TITLE, f"{title}\n"))
    assert document.offences == {}
    assert opening(document) == OPENING
    assert document.text[slice(*document.values[("pm",)])].strip("*") == "pm-31"


@pytest.mark.parametrize("title", ["# pm-31", "# Client: pm-31", "# Where pm-31 stands", "# Plan B: pm-31 stays", ""])
def test_another_title_says_nothing_about_the_pm(title: str) -> None:
    front = with_front("pm: pm-31\n")
    document = read("coaching-plan", replaced(PLAN, TITLE, f"{title}\n"), front)
    assert document.offences == {}
    assert opening(document) == OPENING


def test_a_key_of_the_front_matter_may_have_the_names_of_the_label() -> None:
    front = with_front("pm: pm-31\ncustomer: Northwind\n")
    document = read("coaching-plan", replaced(PLAN, "**Customer**: Northwind\n", ""), front)
    assert document.offences == {}
    assert document.data["client"] == "Northwind"
    assert document.text[slice(*document.keys[("client",)])] == "customer"
    assert document.text[slice(*document.values[("client",)])] == "Northwind"


def test_the_front_matter_comes_before_labels_and_labels_before_the_title() -> None:
    front = with_front("client: Northwind Trading\n")
    document = read("work-proposal", replaced(PROPOSAL, "**Date**", "**Client**: Northwind Ltd\n**Date**"), front)
    assert document.data["client"] == "Northwind Trading"
    assert document.text[slice(*document.keys[("client",)])] == "client"
    document = read("work-proposal", replaced(PROPOSAL, "**Date**", "**Client**: Northwind Ltd\n**Date**"))
    assert document.data["client"] == "Northwind Ltd"


@pytest.mark.parametrize("other", ["Northwind Trading", "northwind", "Northwind (Search)", "NORTHWIND"])
def test_short_and_long_forms_agree(other: str) -> None:
    assert read("work-proposal", PROPOSAL, with_front(f"client: {other}\n")).offences == {}


def test_a_client_in_the_title_that_the_front_matter_does_not_know(settings: Settings) -> None:
    front = with_front("client: Southwind\n").replace("active", "draft")
    found = findings("value-assessment", ASSESSMENT, settings, front)
    assert ("PMC212", 8, "Client is “Northwind” here, and “Southwind” above.") in found
    document = read("value-assessment", ASSESSMENT, front)
    (offence,) = document.offences["contradicting-values"]
    assert document.text[slice(*offence.span)] == "Northwind"
    assert [document.text[slice(*mention.span)] for mention in offence.related] == ["Southwind"]
    assert document.data["client"] == "Southwind"


def test_people_at_the_client_are_not_the_client() -> None:
    title = "# Evidence Portfolio: Northwind\n\n**Client**: cdo (sponsor), finance-1\n"
    document = read_text(f"---\ntype: evidence-portfolio\n---\n\n{title}")
    assert (document.data["client"], document.offences.get("contradicting-values")) == ("Northwind", None)


def test_a_date_that_is_given_twice_and_differs() -> None:
    document = read("coaching-plan", PLAN, with_front("date: 2026-09-15\n"))
    (offence,) = document.offences["contradicting-values"]
    assert offence.message == "Date is “2026-09-14” here, and “2026-09-15” above."
    assert document.data["date"] == "2026-09-15"
    assert read("coaching-plan", PLAN, with_front("date: 14 September 2026\n")).offences == {}


def test_a_blank_in_the_front_matter_is_told_and_the_label_counts() -> None:
    document = read("coaching-plan", PLAN, with_front("client: TBD\n"))
    assert list(document.offences) == ["still-to-fill"]
    assert document.data["client"] == "Northwind"


def test_a_blank_in_the_title_is_told_though_the_front_matter_has_the_value() -> None:
    document = read(
        "coaching-plan", replaced(PLAN, TITLE, "# Client PM Coaching Plan: [PM Name]\n"), with_front("pm: pm-31\n")
    )
    (offence,) = document.offences["still-to-fill"]
    assert (document.text[slice(*offence.span)], document.data["pm"]) == ("[PM Name]", "pm-31")


def test_what_is_missing_above_the_parts(settings: Settings) -> None:
    title, goal = "# Client PM Coaching Plan\n", "**Coaching Goal**: Elevate from tactical to strategic thinking\n"
    body = replaced(replaced(PLAN, TITLE, title), goal, "")
    assert findings("coaching-plan", body, settings) == [
        ("PMC201", 1, "The front matter has no “pm”."),
        ("PMC201", 7, "This document has no “Coaching Goal”."),
    ]


def test_a_label_without_a_value(settings: Settings) -> None:
    body = replaced(PLAN, "**Date**: 2026-09-14\n", "**Date**:\n")
    assert findings("coaching-plan", body, settings) == [("PMC202", 10, "“Date” has no value.")]


def test_a_real_name_in_the_title_is_told(settings: Settings) -> None:
    body = replaced(PLAN, TITLE, "# Client PM Coaching Plan: Somebody Else\n")
    found = findings("coaching-plan", body, settings)
    assert found == [("PMC208", 7, "PM: “Somebody Else” is not in the form that is needed.")]


def test_labels_inside_the_parts_say_nothing_about_the_whole() -> None:
    body = replaced(PLAN, "**Technique**: Take", "**Date**: 2026-12-01\n**Client**: Southwind\n**Technique**: Take")
    document = read("coaching-plan", body)
    assert document.offences == {}
    assert opening(document) == OPENING


def test_packs_have_no_opening_of_that_kind() -> None:
    document = read("coaching-pack", "# PM Coaching Pack: pm-07\n\n**Team**: search\n", with_front("team: checkout\n"))
    assert document.data["team"] == "checkout"
    assert "contradicting-values" not in document.offences


@pytest.mark.parametrize(
    ("title", "client"),
    [
        ("Proposal for Northwind", "Northwind"),
        ("Strategic Work Proposal for The Loft", "The Loft"),
        ("Work proposal: May Street Bakery", "May Street Bakery"),
        ("Northwind: Work proposal", "Northwind"),
        ("Work proposal – northwind", "northwind"),
        ("A proposal for the next six months", None),
        ("Strategic Work Proposal: Q1 2027", None),
        ("Work proposal – November 2026", None),
        ("Proposal: January to June", None),
        ("Proposal – draft", None),
        ("Proposal: a step up", None),
    ],
)
def test_a_time_or_a_version_in_the_title_is_no_client(title: str, client: str | None) -> None:
    document = read_text(f"---\ntype: work-proposal\n---\n\n# {title}\n\nThis year was long.\n")
    assert document.data.get("client") == client


@pytest.mark.parametrize(
    ("title", "pm"),
    [
        ("Coaching pm-05, autumn to spring", "pm-05"),
        ("Coaching plan: pm-05, from autumn to spring", "pm-05"),
        ("pm-05 by adv-02", "pm-05"),
        ("Coaching plan for pm-05 (Northwind)", "pm-05"),
        ("Coaching pm-05 and pm-06", None),
        ("Autumn to spring, by adv-02", None),
        ("Coaching plan: autumn to spring", None),
    ],
)
def test_the_only_handle_in_the_title_of_a_plan_is_its_pm(title: str, pm: str | None) -> None:
    document = read_text(f"---\ntype: coaching-plan\n---\n\n# {title}\n\nHow we work.\n")
    assert document.data.get("pm") == pm
