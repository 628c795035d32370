"""Ladders without colons: rungs that begin with their verbs, with numbers, in a row of their own, below bold lines."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.readers.rungs import rungs_told
from tests.binding.reading import parts

RUNGS = ["Know the changes", "Understand the model", "Apply it to a question"]
LADDER = [
    {"level": "Know", "behaviour": RUNGS[0]},
    {"level": "Understand", "behaviour": RUNGS[1]},
    {"level": "Apply", "behaviour": RUNGS[2]},
]


def competencies(body: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parts(f"## 1) Definition of Good PM\n\n{body}\n")["definition"]["competencies"]
    return found


@pytest.mark.parametrize("sign", [" · ", " / ", " • ", " → ", " -> ", "; "])
def test_rungs_begin_with_their_verbs(sign: str) -> None:
    table = f"| Competency | Behaviours | Ladder |\n|---|---|---|\n| Framing | says who | {sign.join(RUNGS)} |\n"
    assert competencies(table)[0]["ladder"] == LADDER
    assert competencies(f"### Framing\n\nBehaviours: says who\n\nLadder: {sign.join(RUNGS)}\n")[0]["ladder"] == LADDER


@pytest.mark.parametrize(
    "text",
    [
        "Know the steps / Apply them",  # two are no ladder
        "Know the steps / Analyze it / Apply them",  # out of order
        "Know the steps / ask why / Apply them",
        "know / understand / apply",  # names of levels alone
        "Know = names it / Understand = says why / Apply = does it",  # told by its signs, elsewhere
        "Understand users, know the market, apply what is learnt",
    ],
)
def test_what_is_no_ladder(text: str) -> None:
    assert rungs_told(text, (0, len(text))) == []


def test_an_item_that_is_a_ladder_with_arrows() -> None:
    (one,) = competencies(
        "- **Discovery**\n    - Asks about the last time it happened\n"
        "    - *Know* the script → *Understand* why → *Apply* it live\n"
    )
    assert one["ladder"] == [
        {"level": "Know", "behaviour": "the script"},
        {"level": "Understand", "behaviour": "why"},
        {"level": "Apply", "behaviour": "it live"},
    ]
    assert one["behaviours"] == ["Asks about the last time it happened"]


@pytest.mark.parametrize("number", ["L{}", "Level {}:", "L{} –", "**L{}**"])
def test_rungs_begin_with_the_number_of_their_level(number: str) -> None:
    items = "\n".join(f"- {number.format(rung)} {text}" for rung, text in enumerate(["names it", "says why"], 1))
    one, other = competencies(f"**Framing.** Says who is stuck.\n{items}\n\n**Delivery.** Keeps dates.\n")
    assert one["ladder"] == [
        {"level": "Know", "behaviour": "names it"},
        {"level": "Understand", "behaviour": "says why"},
    ]
    assert (one["behaviours"], "ladder" in other) == (["Says who is stuck."], False)


def test_a_row_of_levels_below_its_competency() -> None:
    (one,) = competencies(
        "### DISC: Platform discovery\n\nObservable:\n- talks with two teams\n\n"
        "| 1 | 2 | 3 |\n|---|---|---|\n| names it | says why | does it |\n"
    )
    assert one == {
        "competency": "DISC: Platform discovery",
        "behaviours": ["talks with two teams"],
        "ladder": [
            {"level": "Know", "behaviour": "names it"},
            {"level": "Understand", "behaviour": "says why"},
            {"level": "Apply", "behaviour": "does it"},
        ],
    }


def test_levels_as_rows_below_paragraphs_belong_to_all_of_them() -> None:
    one, other = competencies(
        "**Framing.** Says who is stuck.\n\n**Delivery.** Keeps dates.\n\nDepth, with an example for each:\n\n"
        "| | Framing | Delivery |\n|---|---|---|\n| Know | names it | lists it |\n| Understand | says why | says how |"
        "\n| Apply | does it | cuts it |\n"
    )
    assert [rung["behaviour"] for rung in one["ladder"]] == ["names it", "says why", "does it"]
    assert [rung["behaviour"] for rung in other["ladder"]] == ["lists it", "says how", "cuts it"]
    assert other["behaviours"] == ["Keeps dates."]


def test_bold_lines_head_competencies_above_their_rungs() -> None:
    one, other = competencies(
        "**Growing PMs**\n> Senior: helps when asked. Lead: knows the next step.\n\nSeen when: every PM has a bet.\n\n"
        "- K: knows the ladder\n- U: explains it\n- Ap: uses it\n- An: takes it apart\n\n"
        "**Letting go**\n> Senior: owns the detail.\n\nSeen when: decisions stand.\n\n"
        "- K: lists the decisions\n- U: explains why\n- Ap: delegates\n- An: notices the pull\n"
    )
    assert (one["competency"], one["behaviours"]) == ("Growing PMs", ["every PM has a bet."])
    assert [rung["level"] for rung in other["ladder"]] == ["Know", "Understand", "Apply", "Analyze"]


def test_bold_lines_above_other_items_head_nothing() -> None:
    found = competencies("**What we look for**\n\n- **Framing**: says who\n- **Delivery**: keeps dates\n")
    assert [one["competency"] for one in found] == ["Framing", "Delivery"]


SEEN = "| Depth | Seen |\n|---|---|\n| Know | Names them |\n| Understand | Says why |\n| Apply | Uses them |\n"


@pytest.mark.parametrize(
    "head", ["**PC: Consumer insight**", "#### Consumer insight", "**PC**", "#### PC: Consumer insight"]
)
def test_a_ladder_in_a_table_belongs_to_what_is_named_above_it(head: str) -> None:
    rows = "| PC | Consumer insight | Watches |\n| ST | Strategy | Chooses |\n"
    model = f"### Competency model\n\n| Code | Competency | Observable behaviours |\n|---|---|---|\n{rows}\n"
    ladders = f"### Depth ladder\n\n{head}\n\n{SEEN}\n**ST**\n\n{SEEN}"
    text = f"## 1) Definition of “Good PM”\n\n{model}{ladders}"
    insight, strategy = parts(text)["definition"]["competencies"]
    rungs = [("Know", "Names them"), ("Understand", "Says why"), ("Apply", "Uses them")]
    assert [(rung["level"], rung["behaviour"]) for rung in insight["ladder"]] == rungs
    assert [(rung["level"], rung["behaviour"]) for rung in strategy["ladder"]] == rungs


def test_a_column_for_two_levels_tells_both() -> None:
    header = "| Competency | You see | Kn/Un | Ap | An | Sy/Ev |\n|---|---|---|---|---|---|\n"
    table = f"{header}| Framing | asks | names | uses | splits | judges |\n"
    text = f"Kn < Un < Ap < An < Sy < Ev\n\n## 1) Definition of “Good PM”\n\n{table}"
    (framing,) = parts(text)["definition"]["competencies"]
    assert [(rung["level"][:2], rung["behaviour"]) for rung in framing["ladder"]] == [
        ("Kn", "names"),
        ("Un", "names"),
        ("Ap", "uses"),
        ("An", "splits"),
        ("Sy", "judges"),
        ("Ev", "judges"),
    ]


@pytest.mark.parametrize(
    "header",
    [
        "Know → Understand | Apply | Analyze",
        "Know/Understand | Apply | Analyze",
        "L1–L2 | L3 | L4",
        "B1-B2 | B3 | B4",
        "Know (1) to Understand (2) | Apply (3) | Analyze (4)",
    ],
)
def test_a_column_may_be_for_several_levels(header: str) -> None:
    ladder = [
        {"level": "Know", "behaviour": "tells it"},
        {"level": "Understand", "behaviour": "tells it"},
        {"level": "Apply", "behaviour": "does it"},
        {"level": "Analyze", "behaviour": "sorts it"},
    ]
    cells = "tells it | does it | sorts it"
    table = f"| Competency | Behaviours | {header} |\n|---|---|---|---|---|\n| Framing | says who | {cells} |\n"
    assert competencies(table)[0]["ladder"] == ladder
    apart = f"| ID | {header} |\n|---|---|---|---|\n| Framing | {cells} |\n"
    assert competencies(f"- **Framing** – says who\n- **Asking** – asks\n\n{apart}")[0]["ladder"] == ladder


def test_a_column_may_be_for_all_levels_from_one_to_another() -> None:
    table = "| Competency | Know | Understand | Apply–Evaluate |\n|---|---|---|---|\n| Framing | a | b | c |\n"
    levels = [(rung["level"], rung["behaviour"]) for rung in competencies(table)[0]["ladder"]]
    assert levels[2:] == [("Apply", "c"), ("Analyze", "c"), ("Synthesize", "c"), ("Evaluate", "c")]


@pytest.mark.parametrize(
    "form",
    [
        "**{}** know: names it. understand: says why. apply: does one.\n\n",
        "*{}*\n1. **Know:** names it\n2. **Understand:** says why\n3. **Apply:** does one\n\n",
        "**{}**\n\n- Know: names it\n- Understand: says why\n- Apply: does one\n\n",
        "{}:\n\n- L1 names it\n- L2 says why\n- L3 does one\n\n",
        "__{}__ Know – names it; Understand – says why; Apply – does one\n\n",
    ],
)
@pytest.mark.parametrize("names", [("K1", "K2"), ("Framing", "Saying no")])
def test_a_ladder_stands_behind_or_below_the_name_alone(form: str, names: tuple[str, str]) -> None:
    table = (
        "| Nr. | Competency | How I can see it |\n|---|---|---|\n| K1 | Framing | asks |\n| K2 | Saying no | asks |\n\n"
    )
    body = f"## 1) Definition of Good PM\n\n{table}Depth, after Bloom:\n\n{''.join(map(form.format, names))}"
    found = parts(body)["definition"]["competencies"]
    wanted = [("Know", "names it"), ("Understand", "says why"), ("Apply", "does one")]
    assert [[(rung["level"], rung["behaviour"]) for rung in one["ladder"]] for one in found] == [wanted, wanted]


def test_a_ladder_below_the_names_of_several_is_of_none() -> None:
    table = "| Competency | How I can see it |\n|---|---|\n| Framing | asks |\n| Saying no | asks |\n\n"
    body = f"## 1) Definition of Good PM\n\n{table}*Framing, saying no*\n\n- Know: names it\n- Understand: says why\n"
    assert ["ladder" in one for one in parts(body)["definition"]["competencies"]] == [False, False]
