"""What an engagement costs: in one line, in labelled lines, in a table; and what cannot be told for certain."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.document import Document
from tests.documents.filled import PROPOSAL, PROPOSAL_DATA
from tests.documents.reading import data, read
from tests.documents.test_shapes import between
from tests.linting import offences_of
from tests.packs import replaced

HOURS = {"hours": 20, "per": "week"}
RATE = {"from": 120, "to": 120, "currency": "€", "per": "hour"}
TOTAL = {"from": 10_400, "to": 10_400, "currency": "€", "per": "month"}
GETS = ["Specs, tickets and stand-ups"]


def current(written: str) -> dict[str, Any]:
    """What the part about today's terms says, which must be readable."""
    said = data("work-proposal", between(PROPOSAL, "- 20 hours/week", "### Proposed", f"{written}\n"))
    terms: dict[str, Any] = said["investment"]["current"]
    return terms


def document(written: str) -> Document:
    return read("work-proposal", between(PROPOSAL, "- 20 hours/week", "### Proposed", f"{written}\n"))


@pytest.mark.parametrize(
    ("written", "terms"),
    [
        ("- 20 hours/week, €120/hour, €10,400 a month", "20 hours/week, €120/hour, €10,400 a month"),
        ("- 20 h/week × €120/hour = €10,400 a month", "20 h/week × €120/hour = €10,400 a month"),
        ("* 20 hours a week at €120 an hour (€10,400 monthly)", "20 hours a week at €120 an hour (€10,400 monthly)"),
        ("20 h/week at €120/hour: that is\n€10,400 a month\n", "20 h/week at €120/hour: that is €10,400 a month"),
        (
            "- 20 hours/week\n- €120/hour\n- €10,400 a month in total",
            "- 20 hours/week\n- €120/hour\n- €10,400 a month in total",
        ),
        ("- 20 hours a week at €120/hour\n- Total: €10,400 a month", "20 hours a week at €120/hour"),
        ("- Terms: 20 hours/week, €120/hour, €10,400 a month", "20 hours/week, €120/hour, €10,400 a month"),
        ("**Hours/rate/total**: 20 hrs weekly, €120/h, €10.4k/mo\n", "20 hrs weekly, €120/h, €10.4k/mo"),
    ],
)
def test_hours_rate_and_total_out_of_free_text(written: str, terms: str) -> None:
    said = current(f"{written}\n- Specs, tickets and stand-ups")
    assert said == {"terms": terms, "hours": HOURS, "rate": RATE, "total": TOTAL, "gets": GETS}


def test_what_is_read_out_of_free_text_has_its_own_place() -> None:
    found = read("work-proposal", PROPOSAL)
    at = ("investment", "proposed")
    places = {name: found.text[slice(*found.values[(*at, name)])] for name in ("terms", "hours", "rate", "total")}
    assert places == {
        "terms": "12 hours/week, €240/hour, €12,480 a month",
        "hours": "12 hours/week",
        "rate": "€240/hour",
        "total": "€12,480 a month",
    }
    assert [found.text[slice(*found.values[(*at, "gets", number)])] for number in (0, 1)] == [
        "The quarter's bets, decided with the leads",
        "Coaching for pm-31",
    ]


@pytest.mark.parametrize("form", ["- **{}**: {}", "- {}: {}", "**{}:** {}\n", "| {} | {} |", "{}: {}"])
def test_labelled_lines(form: str) -> None:
    lines = [
        ("Hours", "20 hours/week"),
        ("Rate", "€120/hour"),
        ("Total", "€10,400 a month"),
        ("What it gets you", GETS[0]),
    ]
    written = "\n".join(form.format(*line) for line in lines)
    if form.startswith("|"):
        written = f"| | |\n|---|---|\n{written}"
    assert current(f"{written}\n") == {"hours": HOURS, "rate": RATE, "total": TOTAL, "gets": GETS}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("- Retainer of €9,600 a month for two days a week", {"hours": {"days": 2, "per": "week"}, "total": 9600}),
        ("- €9,600 a month", {"total": 9600}),
        ("- €960 a day", {"rate": 960}),
        ("- A fixed fee, as agreed in March", {}),
        ("- €10,400 a month, €31,200 a quarter", {}),
        ("- €120 → €160/hour", {}),
        ("- 60h a month, €11k", {"hours": {"hours": 60, "per": "month"}, "total": 11_000}),
        ("- €42k for the spring quarter, fixed", {"total": 42_000}),
        ("- 20 hours a week, €130", {"hours": {"hours": 20, "per": "week"}}),
        ("- 20 hours a week, later 10 hours a week, at €120/hour", {"rate": 120}),
        ("- 120/hour, 20 hours", {}),
        ("- €1.200/day", {}),
    ],
)
def test_what_may_be_two_is_left_out(written: str, said: dict[str, Any]) -> None:
    found = current(written)
    assert found["terms"] == written.removeprefix("- ")
    kept: dict[str, Any] = {name: found[name]["from"] for name in ("rate", "total") if name in found}
    if "hours" in found:
        kept["hours"] = found["hours"]
    assert kept == said


@pytest.mark.parametrize(
    "terms",
    [
        "€120/hour until June, €130/hour from July",
        "€42k for spring, €30k for summer",
        "€72,000 (plus tax) and €60,000 later",
    ],
)
def test_that_no_price_can_be_taken_is_told(terms: str) -> None:
    found = document(f"- {terms}\n- Specs, tickets and stand-ups")
    assert found.data["investment"]["current"] == {"terms": terms, "gets": GETS}
    message = f"“{terms}” tells several figures, from which not one can be taken."
    assert offences_of(found) == [("told-in-sentences", terms, message)]


def test_a_label_beats_what_the_text_says() -> None:
    said = current("- About 20 hours/week, €120/hour\n- Hours: 18 hours a week")
    assert said["hours"] == {"hours": 18, "per": "week"}
    assert said["rate"] == RATE


def test_a_labelled_rate_that_cannot_be_read_is_told() -> None:
    found = document("- Rate: the usual\n- 20 hours/week")
    (offence,) = found.offences["unreadable-value"]
    assert offence.message == "“the usual” is no amount of money."
    assert found.text[slice(*offence.span)] == "the usual"


SIDE_BY_SIDE = """\
| | Current | Proposed |
|---|---|---|
| Hours | 20 hours/week | 12 hours/week |
| Rate | €120/hour | €240/hour |
| Total | €10,400 a month | €12,480 a month |
| What it gets you | Specs, tickets and stand-ups | The quarter's bets, decided with the leads<br>Coaching for pm-31 |

"""
ONE_BELOW_THE_OTHER = """\
| Terms | Rate | Hours | Total | What you get |
|---|---|---|---|---|
| Current | €120/h | 20 hours/week | €10.4k/mo | Specs, tickets and stand-ups |
| Proposed | €240/h | 12 hours/week | €12,480/mo | The quarter's bets, decided with the leads; Coaching for pm-31 |

"""


@pytest.mark.parametrize("table", [SIDE_BY_SIDE, ONE_BELOW_THE_OTHER])
def test_a_table_that_sets_today_beside_the_proposal(table: str) -> None:
    body = between(PROPOSAL, "### Current\n-", "### ROI", table)
    terms = {name: dict(PROPOSAL_DATA["investment"][name]) for name in ("current", "proposed")}
    for one in terms.values():
        del one["terms"]
    assert data("work-proposal", body) == {
        **PROPOSAL_DATA,
        "investment": {**PROPOSAL_DATA["investment"], **terms},
    }
    found = read("work-proposal", body)
    at = ("investment", "proposed", "rate")
    assert found.text[slice(*found.values[at])].startswith("€240/h")
    assert found.text[slice(*found.keys[at])] == "Rate"
    assert found.text[slice(*found.keys[at[:-1]])] == "Proposed"


LINES = PROPOSAL_DATA["investment"]["roi"]["lines"]


CALCULATIONS = {
    "items": """\
#### Calculation

- Releases not built: €90,000 a year
- Additional fee: −€24,960 a year
- Net: €65,040 a year
""",
    "items below a bold line": """\
**The sum**

- Releases not built – €90,000 a year
- Additional fee – -€24,960 a year
- Net – €65,040 a year
""",
    "a table": """\
| What | Value |
|---|---|
| Releases not built | €90k/year |
| Additional fee | –€24,960/year |
| **Net** | **€65,040/year** |
""",
}


@pytest.mark.parametrize("written", CALCULATIONS.values(), ids=CALCULATIONS)
def test_the_lines_of_a_calculation(written: str) -> None:
    roi = data("work-proposal", between(PROPOSAL, "| Item | Amount", "\n---\n\n## Rec", written))["investment"]["roi"]
    assert roi["lines"] == LINES
    assert roi["statement"].startswith("One release")


def test_a_statement_may_have_several_paragraphs_and_no_calculation() -> None:
    body = between(PROPOSAL, "| Item | Amount", "\n---\n\n## Rec", "It pays after a quarter.\n")
    roi = data("work-proposal", body)["investment"]["roi"]
    assert roi == {
        "statement": "One release that is not built in vain saves more than the difference of two years.\n\n"
        "It pays after a quarter."
    }


def test_a_calculation_whose_lines_have_no_amount_is_told() -> None:
    found = read("work-proposal", replaced(PROPOSAL, "| Net | €65,040 a year |", "| Net | plenty |"))
    (offence,) = found.offences["unreadable-value"]
    assert offence.message == "“plenty” is no amount of money."


@pytest.mark.parametrize("label", ["**{}:** {}", "**{}**: {}"])
def test_terms_may_stand_on_the_line_of_their_label(label: str) -> None:
    told = {
        "Current": "20 hours/week, €120/hour, €10,400 a month",
        "Proposed": "€12,480 a month, fixed",
        "ROI": "One release that is not built in vain pays for two years.",
    }
    parts = "\n\n".join(label.format(name, text) for name, text in told.items())
    body = between(PROPOSAL, "### Current\n- 20 hours", "\n---\n\n## Rec", f"{parts}\n")
    said = read("work-proposal", body)
    assert said.offences == {}
    investment = said.data["investment"]
    assert investment["current"] == {"terms": told["Current"], "hours": HOURS, "rate": RATE, "total": TOTAL}
    assert investment["proposed"]["terms"] == told["Proposed"]
    assert investment["proposed"]["total"] == {"from": 12_480, "to": 12_480, "currency": "€", "per": "month"}
    assert investment["roi"] == {"statement": told["ROI"]}
    assert said.text[slice(*said.values[("investment", "current", "rate")])] == "€120/hour"


def test_the_columns_of_a_table_may_say_more_behind_a_comma() -> None:
    table = "| | Today | Proposed, Dec–May | Later |\n|---|---|---|---|\n| What you get | Specs | Strategy | Advice |\n"
    text = between(PROPOSAL, "### Current\n", "### ROI", f"{table}\n")
    said = data("work-proposal", text)["investment"]
    assert (said["current"], said["proposed"]) == ({"gets": ["Specs"]}, {"gets": ["Strategy"]})


WHOLE = {"from": 72_000, "to": 72_000, "currency": "€"}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("€72,000 for the year (6 × €8,000 + €24,000), compared with about €135,000 at 30 h/week", {"total": WHOLE}),
        ("€72,000 in all, instead of €9,600 a month for 20 hours a week", {"total": WHOLE}),
        ("10 h/week for €4,000 a month, rather than 30 h/week at €120/hour", {
            "hours": {"hours": 10, "per": "week"},
            "total": {"from": 4000, "to": 4000, "currency": "€", "per": "month"},
        }),
    ],
)  # fmt: skip
def test_what_an_offer_is_compared_with_is_none_of_its_terms(written: str, said: dict[str, Any]) -> None:
    terms = current(f"- {written}\n")
    assert terms == {"terms": written, **said}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("~6h/wk + 2 days/month, €12k/month", "~6h/wk + 2 days/month"),
        ("6h/wk remote plus 2 days/month on site, €9k p/m", "6h/wk remote plus 2 days/month"),
        ("20 h/week (80 h/month), €120/h", None),
        ("16 h/week, €120/h", None),
    ],
)
def test_efforts_that_are_added_up_are_told(line: str, told: str | None) -> None:
    document = read("work-proposal", f"## Investment\n\n### Current\n\n- {line}\n- Specs\n")
    found = [document.text[slice(*each.span)] for each in document.offences.get("told-in-sentences", ())]
    assert found == ([told] if told else [])


def test_periods_with_a_p() -> None:
    document = read("work-proposal", "## Investment\n\n### Current\n\n- $180 p/h, 10 hrs p/w\n- Specs\n")
    current = document.data["investment"]["current"]
    assert (current["rate"]["per"], current["hours"]) == ("hour", {"hours": 10, "per": "week"})
