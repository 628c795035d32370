"""The page of one engagement, in several written styles."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.settings import load_settings
from tests.linting import read

WHOLE: dict[str, Any] = {
    "type": "engagement",
    "client": "Northwind",
    "start": "2026-01-05",
    "phase": 2,
    "status": "active",
    "visibility": "client:northwind",
    "scope": "Two days a week for checkout and loyalty; no line management.",
    "rate": {
        "rate": {"from": 120.0, "to": 120.0, "currency": "€", "per": "hour"},
        "basis": "hours, invoiced each month",
        "baseline": {"from": 60.0, "to": 70.0, "currency": "€", "per": "hour"},
    },
    "expectations": ["Specs on time", "Somebody who speaks to engineering"],
    "team": [
        {"pm": "pm-31", "role": "Checkout", "capability": "Writes good specs, takes requests as they come"},
        {"pm": "pm-32", "role": "Loyalty", "capability": "Asks why, then gives in"},
    ],
    "stakeholders": [
        {"stakeholder": "CEO", "role": "sponsor", "expectation": "fewer surprises"},
        {"stakeholder": "Head of Sales", "role": "is asked", "expectation": "dates that hold"},
    ],
    "opportunities": ["Decide what loyalty is for", "Prices before summer"],
    "maturity": "Feature teams with quarterly plans; nobody talks to buyers.",
    "relationship": {"trust": "high: the CEO calls first", "openness": "medium, as long as dates hold"},
    "horizons": [
        {"horizon": "NOW", "when": {"from": 0, "to": 3}, "focus": "Quick wins in checkout", "value": "Trust"},
        {
            "horizon": "NEXT",
            "when": {"from": 3, "to": 6},
            "focus": "Roadmap by outcome",
            "value": "Another way to plan",
        },
        {"horizon": "LATER", "when": {"from": 6}, "focus": "Monthly advice", "value": "A team that runs alone"},
    ],
    "capabilities": ["[Growth advisor](../../growth.md): positioning", "[Relationship advisor](../../relationship.md)"],
}

HEAD = """\
---
type: engagement
client: Northwind
start: 2026-01-05
phase: 2
status: active
visibility: client:northwind
---

# Engagement: Northwind

"""
REST = """\
## Client expectations

- Specs on time
- Somebody who speaks to engineering

## Strategic opportunities

1. Decide what loyalty is for
2. Prices before summer

## Relationship health

- **Trust**: high: the CEO calls first
- **Openness to change**: medium, as long as dates hold

## Related capabilities

- [Growth advisor](../../growth.md): positioning
- [Relationship advisor](../../relationship.md)
"""
TABLES = (
    HEAD
    + """\
## Scope

Two days a week for checkout and loyalty; no line management.

## Rate and basis

**Rate:** €120/hour

**Basis:** hours, invoiced each month

**Baseline:** €60–70/hour

## Client team

| PM | Role | Capability |
|---|---|---|
| pm-31 | Checkout | Writes good specs, takes requests as they come |
| pm-32 | Loyalty | Asks why, then gives in |

## Stakeholders

| Stakeholder | Role | Expectation |
|---|---|---|
| CEO | sponsor | fewer surprises |
| Head of Sales | is asked | dates that hold |

## Client maturity

Feature teams with quarterly plans; nobody talks to buyers.

## Horizons

| Horizon | When | Focus | Client value |
|---|---|---|---|
| NOW | 0–3 months | Quick wins in checkout | Trust |
| NEXT | 3–6 months | Roadmap by outcome | Another way to plan |
| LATER | 6+ months | Monthly advice | A team that runs alone |

"""
    + REST
)
SOURCE_STYLE = (
    HEAD.replace("phase: 2\n", "").replace("start: 2026-01-05\n", "")
    + """\
**Start date**: 5 January 2026
**Phase**: 2
**Scope**: Two days a week for checkout and loyalty; no line management.

---

### Rate basis

- Current rate: €120 per hour (since January)
- How it's justified: hours, invoiced each month
- Extra hands: €60 to €70 per hour

### PM team

| Name | Title | Current level |
|----|----|----|
| **pm-31** | Checkout | Writes good specs, takes requests as they come |
| **pm-32** | Loyalty | Asks why, then gives in |

### Stakeholder map

| Who | Influence | Wants |
|----|----|----|
| CEO | sponsor | fewer surprises |
| Head of Sales | is asked | dates that hold |

### Maturity

Feature teams with quarterly plans; nobody talks to buyers.

### NOW / NEXT / LATER

| Horizon | Fractional Focus | Client Value |
|---------|-----------------|--------------|
| **NOW (0-3 mo)** | Quick wins in checkout | Trust |
| **NEXT (3-6 mo)** | Roadmap by outcome | Another way to plan |
| **LATER (6+ mo)** | Monthly advice | A team that runs alone |

"""
    + REST.replace("## ", "### ")
)
HEADINGS = TABLES.replace(
    TABLES[TABLES.index("| Horizon |") : TABLES.index("## Client expectations")],
    """\
### NOW (0–3 months)

**Focus:** Quick wins in checkout

**Client value:** Trust

### NEXT (3–6 months)

Roadmap by outcome

**Client value:** Another way to plan

### LATER

- When: 6+ months
- Focus: Monthly advice
- Value: A team that runs alone

""",
)
STYLES = {"tables": TABLES, "the source's words": SOURCE_STYLE, "headings": HEADINGS}


def findings(text: str) -> list[tuple[str, str]]:
    report = lint_bytes(text.encode(), "engagement.md", load_settings(Path.cwd(), isolated=True))
    return [(finding.code, finding.message) for finding in report.findings]


@pytest.mark.parametrize("text", STYLES.values(), ids=STYLES)
def test_an_engagement_reads_the_same_however_it_is_written(text: str) -> None:
    document = read(text)
    assert document.offences == {}
    assert document.data == ({**WHOLE, "phase": "2"} if text == SOURCE_STYLE else WHOLE)
    assert findings(text) == []


RATE = TABLES[TABLES.index("## Rate and basis") : TABLES.index("## Client team")]


def rate_above(*lines: str) -> str:
    return TABLES.replace(RATE, "").replace("## Scope", "\n".join([*lines, "", "## Scope"]), 1)


@pytest.mark.parametrize("break_", ["\n", "\n\n"])
def test_the_rate_needs_no_heading(break_: str) -> None:
    lines = break_.join(["**Rate:** €120/hour", "**Basis:** hours, invoiced each month", "**Baseline:** €60–70/hour"])
    document = read(rate_above(lines))
    assert document.offences == {}
    assert document.data == WHOLE
    assert findings(rate_above(lines)) == []
    assert document.text[slice(*document.values["rate", "rate"])] == "€120/hour"


def test_a_rate_above_the_parts_is_held_to_the_same() -> None:
    assert findings(rate_above("**Rate:** a lot", "**Basis:** hours")) == [("PMC211", "“a lot” is no amount of money.")]
    assert findings(rate_above("**Rate:** €120/hour")) == [("PMC201", "“Rate” has no “Basis”.")]
    assert findings(rate_above("**Mood:** good")) == [("PMC301", "The part “Rate” is missing.")]


def test_prose_where_labels_belong_is_told_once_and_where_it_stands() -> None:
    before = TABLES[TABLES.index("- **Trust**") : TABLES.index("## Related")]
    text = TABLES.replace(before, "Trust is high, and they are open as long as dates hold.\n\n")
    report = lint_bytes(text.encode(), "engagement.md", load_settings(Path.cwd(), isolated=True))
    [finding] = report.findings
    assert (finding.code, finding.message) == ("PMC201", "“Relationship health” says nothing that can be read.")
    assert finding.range.start == (text[: text.index("Trust is high")].count("\n") + 1, 1)
    assert finding.hint == "Write what it is made of on a line each: **Trust:** …; **Openness to change:** …"


def test_lists_take_the_place_of_tables() -> None:
    text = TABLES[: TABLES.index("| PM |")] + (
        "- pm-31: writes good specs\n- **pm-32** (Loyalty): asks why, then gives in\n\n"
        "## Stakeholders\n\n- **CEO**: fewer surprises\n- Head of Sales: dates that hold. Role: is asked\n\n"
        "## Client maturity\n\nFeature teams.\n\n## Horizons\n\n"
        "- NOW (0–3 months): quick wins. Client value: trust\n- **NEXT**: roadmap by outcome. Value: another way\n\n"
    )
    data = read(text + REST).data
    assert data["team"] == [
        {"pm": "pm-31", "capability": "writes good specs"},
        {"pm": "pm-32", "capability": "asks why, then gives in"},
    ]
    assert data["stakeholders"] == [
        {"stakeholder": "CEO", "expectation": "fewer surprises"},
        {"stakeholder": "Head of Sales", "role": "is asked", "expectation": "dates that hold"},
    ]
    assert data["horizons"] == [
        {"horizon": "NOW", "when": {"from": 0, "to": 3}, "focus": "quick wins", "value": "trust"},
        {"horizon": "NEXT", "focus": "roadmap by outcome", "value": "another way"},
    ]


def test_values_are_where_they_stand() -> None:
    document = read(TABLES)

    def at(*path: str | int) -> str:
        return TABLES[slice(*document.values[path])]

    assert at("rate", "rate") == "€120/hour"
    assert at("rate", "baseline") == "€60–70/hour"
    assert at("team", 1, "capability") == "Asks why, then gives in"
    assert at("stakeholders", 0, "expectation") == "fewer surprises"
    assert at("horizons", 2, "when") == "6+ months"
    assert at("horizons", 2, "horizon") == "LATER"
    assert at("relationship", "trust") == "high: the CEO calls first"


@pytest.mark.parametrize("phase", ["2", "Repositioning strategy", "Phase 2: Repositioning strategy", "Repositioning"])
def test_a_phase_is_known_by_number_or_name(phase: str) -> None:
    assert findings(TABLES.replace("phase: 2", f'phase: "{phase}"')) == []


def test_a_phase_that_the_workflow_does_not_have_is_found() -> None:
    [(code, message)] = findings(TABLES.replace("phase: 2", "phase: 7"))
    assert (code, message) == ("PMC402", "“7” is not in the workflow phases.")


def test_the_parts_may_stand_in_any_order() -> None:
    head, *parts = TABLES.split("\n## ")
    turned = "\n## ".join([head, *reversed([part.strip() + "\n" for part in parts])])
    assert read(turned).data == WHOLE
    assert findings(turned) == []


@pytest.mark.parametrize("part", ["Scope", "Client team", "Stakeholders", "Client maturity", "Horizons"])
def test_a_part_that_is_missing_is_found(part: str) -> None:
    begin = TABLES.index(f"## {part}\n")
    end = TABLES.index("\n## ", begin) + 1
    assert findings(TABLES[:begin] + TABLES[end:]) == [("PMC301", f"The part “{part}” is missing.")]


def hint_without(*parts: tuple[str, str]) -> str | None:
    """What is advised where parts have other headings, with a text below them that nothing reads."""
    text = TABLES
    for part, heading in parts:
        begin = text.index(f"## {part}\n")
        end = text.index("\n## ", begin) + 1
        text = f"{text[:begin]}{heading and f'## {heading}'}\n\nAs told on Monday.\n\n{text[end:]}"
    [finding] = lint_bytes(text.encode(), "engagement.md", load_settings(Path.cwd(), isolated=True)).findings
    assert finding.code == "PMC301"
    return finding.hint


def test_headings_that_nothing_reads_are_named_where_parts_are_missing() -> None:
    one, two = ("Client team", "The crew"), ("Stakeholders", "Higher up")
    assert hint_without(one) == (
        "Nothing reads “The crew”: is it “Client team”? It belongs before this heading, as “## Client team”."
    )
    assert hint_without(one, two) == (
        "Nothing reads “The crew”: is it “Client team”? Nothing reads “Higher up”: is it “Stakeholders”? "
        "They belong before this heading, as “## Client team” and “## Stakeholders”."
    )
    assert hint_without(("Client team", "")) == "It belongs before this heading, as “## Client team”."


def test_what_cannot_be_read_is_found_at_its_cell() -> None:
    text = TABLES.replace("0–3 months", "soon").replace("€120/hour", "a fair price").replace("| LATER |", "| SOMEDAY |")
    assert findings(text) == [
        ("PMC211", "“a fair price” is no amount of money."),
        ("PMC211", "“soon” does not say when."),
        ("PMC205", "“SOMEDAY” is no horizon."),
    ]


def test_a_horizon_may_come_more_than_once() -> None:
    row = "| NOW | March 2026 | Prices | A margin that holds |\n"
    data = copy.deepcopy(WHOLE)
    data["horizons"].insert(
        1,
        {
            "horizon": "NOW",
            "when": {"from": "2026-03-01", "to": "2026-03-31"},
            "focus": "Prices",
            "value": "A margin that holds",
        },
    )
    assert read(TABLES.replace("| NEXT |", f"{row}| NEXT |")).data == data


IN_BULLETS = """
## Rate

- €8.5k/mo retainer
- Basis: day rate of the tester before me
- A contractor here: ~€75/h

## Their PMs

- **pm-31** (checkout) – writes good specs, takes requests as they come
- **pm-32** – asks why, then gives in

## Who else matters

| Who | What they do | What they want from me |
|---|---|---|
| CEO | sponsor | fewer surprises |
"""


def test_parts_in_the_words_of_their_author() -> None:
    found = read(f"{HEAD.rstrip()}\n{IN_BULLETS}").data
    assert found["rate"] == {
        "rate": {"from": 8500, "to": 8500, "currency": "€", "per": "month"},
        "basis": "day rate of the tester before me",
        "baseline": {"from": 75, "to": 75, "currency": "€", "per": "hour"},
    }
    assert [(member["pm"], member["capability"]) for member in found["team"]] == [
        ("pm-31", "writes good specs, takes requests as they come"),
        ("pm-32", "asks why, then gives in"),
    ]
    assert found["stakeholders"] == [{"stakeholder": "CEO", "role": "sponsor", "expectation": "fewer surprises"}]


HEALTH = "## Relationship health\n\n"


@pytest.mark.parametrize(
    ("told", "trust", "openness"),
    [
        ("Trust: the CEO calls first. Open to change: yes, for prices.", "the CEO calls first.", "yes, for prices."),
        ("**Trust**: the CEO calls first. Openness: medium", "the CEO calls first.", "medium"),
        ("- Trust: high. One example: the board call. Openness: low.", "high. One example: the board call.", "low."),
        ("Trust: high. Example: the board call.", "high. Example: the board call.", None),
        ("Trust: high, openness: low", "high, openness: low", None),
        ("Trust: high. openness: low", "high. openness: low", None),
        ("- Trust: high. Openness: so they say.\n- Openness: low", "high. Openness: so they say.", "low"),
    ],
)
def test_a_second_label_in_a_paragraph(told: str, trust: str, openness: str | None) -> None:
    found = read(f"{HEAD.rstrip()}\n\n{HEALTH}{told}\n")
    assert found.data["relationship"] == {"trust": trust} | ({"openness": openness} if openness else {})
    start, end = found.values["relationship", "trust"]
    assert found.text[start:end] == trust
