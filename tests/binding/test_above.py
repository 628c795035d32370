"""What is told above the parts in the stead of keys: behind labels, in the title, in sentences."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pmcoach_lint.document import Document
from pmcoach_lint.settings import Settings
from tests.binding.reading import FRONT, read
from tests.linting import lint

PARTS = "\n\n## 2) Current Assessment\n\nTo come.\n"


def bare(above: str, *keys: str) -> Document:
    """A document without these keys, with that above its parts."""
    lines = [line for line in FRONT.splitlines(keepends=True) if not line.startswith(tuple(f"{key}:" for key in keys))]
    return read(above + PARTS, "".join(lines))


@pytest.mark.parametrize(
    ("above", "role"),
    [
        ("- **Who:** pm-07, Associate PM, started 1 September 2026", "Associate PM"),
        ("| Item | Detail |\n|---|---|\n| PM | pm-07, PM II, 22 months here |\n| Coach | lead-02 |", "PM II"),
        ("**Role:** Senior PM, Checkout", "Senior PM, Checkout"),
        ("PM: pm-07 | Coach: lead-02 | Role: Senior PM", "Senior PM"),
        ("We sell plants. pm-07 is the PM for Browse & Product Page, mid-level.", "PM for Browse & Product Page"),
        (
            "pm-07 is a Senior PM on Patient Scheduling (waitlist), and new.",
            "Senior PM on Patient Scheduling (waitlist)",
        ),
        ("# Coaching pack: pm-07, new Group PM, Supply", "new Group PM"),
        ("pm-07 has been a PM II for 20 months, owns the app.", "PM II"),
        ("**pm-07 · Product Manager, Classrooms · Brightladder**", "Product Manager"),
        ("you're our first PM (7 months in). you own booking.", "first PM (7 months in)"),
        ("- 👤 **PM:** `pm-07`, Associate PM for 7 weeks", "Associate PM"),
        ("pm-07 = Senior PM who joined us in February.", "Senior PM"),
        ("*pm-07: Sr. PM, six years here.* I'm lead-02, Sr. Director.", "Sr. PM"),
    ],
)
def test_what_the_pm_is(above: str, role: str) -> None:
    document = bare(above, "role")
    assert (document.data["role"], document.offences) == (role, {})
    assert role.partition(",")[0] in document.text[slice(*document.values[("role",)])]


@pytest.mark.parametrize(
    "above",
    [
        "pm-07 is the strongest executor on the product team.",
        "I'm lead-02, Group PM. pm-07 wants to stay a PM.",
        "pm-07 and pm-08, PM for Search, share a squad.",
        "lead-02 is a Senior PM on Search.",
        "## 1) Definition of “Good PM”\n\n**Role:** what a Senior PM does here",
    ],
)
def test_what_is_no_role_of_the_pm(above: str) -> None:
    assert "role" not in bare(above, "role").data


@pytest.mark.parametrize(
    ("above", "team"),
    [
        ("pm-07 is a Senior PM on Patient Scheduling (waitlist), and new.", "Patient Scheduling"),
        ("pm-07 is a PM (level 3 of 5) for the charging app, two years here.", "charging app"),
        ("pm-07 has been a PM II for 20 months, owns the carrier app, 1 squad.", "carrier app"),
        (
            "pm-07 is a PM who joined us in May and has run the surgeon preferences area since.",
            "surgeon preferences area",
        ),
        ("you're our first PM. you own booking + reminders.", "booking + reminders"),
        ("| Scope | Carrier Onboarding: sign-up, first load. One squad |", "Carrier Onboarding"),
        ("- **PM:** pm-07, Senior PM; scope: Settlement and Fees, two squads", "Settlement and Fees"),
        ("**Squad:** Carts", "Carts"),
        ("- Product area: Carts and tills\n- Coach: lead-02", "Carts and tills"),
    ],
)
def test_which_team(above: str, team: str) -> None:
    document = bare(above, "team")
    assert (document.data["team"], document.offences) == (team, {})


@pytest.mark.parametrize(
    "above",
    [
        "pm-07 is a PM for 20 months.",
        "**Team:** 6 engineers, 1 designer",
        "pm-07 is a Senior PM who joined us in February from travel.",
        "lead-02 owns the carrier app, and pm-07 is new.",
        "pm-07 is on three committees of the product team.",
    ],
)
def test_which_is_no_team(above: str) -> None:
    assert "team" not in bare(above, "team", "role").data


@pytest.mark.parametrize(
    ("above", "pm", "coach"),
    [
        ("# Coaching of lead-33 as Group PM\n\n**Coach:** lead-30. **Buddy:** pm-28", "lead-33", "lead-30"),
        ("**Who:** apm-41, Associate PM\n\n**Manager:** lead-09", "apm-41", "lead-09"),
        ("# Pack for pm-07, by lead-02\n\n- Coached by: lead-02 (Head of Product)", "pm-07", "lead-02"),
    ],
)
def test_who_is_coached_and_by_whom(above: str, pm: str, coach: str) -> None:
    document = bare(above, "pm", "coach")
    assert (document.data["pm"], document.data["coach"]) == (pm, coach)
    assert document.offences == {}


@pytest.mark.parametrize("above", ["# pm-07 and pm-08", "**Coach:** weekly", "**PM:** the new one", "**Coach:** me"])
def test_who_is_not_told(above: str) -> None:
    assert not {"pm", "coach"} & bare(above, "pm", "coach").data.keys()


def test_when() -> None:
    document = bare(
        "**Length:** 8 school weeks, 30 Nov 2026 to 5 Feb 2027\n\n**Status:** draft", "start", "weeks", "status"
    )
    assert [document.data[name] for name in ("start", "weeks", "end", "status")] == [
        "2026-11-30",
        8,
        "2027-02-05",
        "draft",
    ]


def test_the_front_matter_counts_more() -> None:
    document = bare("**Role:** something else\n\n**Team:** others", "weeks")
    assert (document.data["role"], document.data["team"]) == (read("", FRONT).data["role"], "checkout")


@pytest.mark.parametrize(
    ("keys", "severity", "code", "names"),
    [
        (("role", "team"), "warning", "PMC217", "neither “role” nor “team”"),
        (("role", "weeks"), "error", "PMC201", "neither “role” nor “weeks”"),
        (("status",), "warning", "PMC217", "no “status”"),
    ],
)
def test_that_something_is_nowhere_told_is_one_finding(
    keys: tuple[str, ...], severity: str, code: str, names: str
) -> None:
    text = bare("# Pack", *keys).text
    found = [
        each
        for each in lint(text, Settings(Path("packs"), as_of=date(2026, 10, 20)))
        if each[0] in ("PMC201", "PMC217")
    ]
    assert (code, severity, "1:1-1:4", f"The front matter has {names}.") in found
    assert len([each for each in found if each[2] == "1:1-1:4"]) == 1


@pytest.mark.parametrize(
    ("above", "pm"),
    [
        ("# Coaching pack — R.K. (PM, Checkout)", "R.K."),
        ("# Coaching pack for T., Lead PM for Reports", "T."),
        ("# Coaching plan: J.M.", "J.M."),
        ("**For:** J.M.", "J.M."),
        ("PM: R.K.", "R.K."),
        ("- PM: AB", "AB"),
    ],
)
def test_the_pm_by_initials(above: str, pm: str) -> None:
    document = bare(above, "pm")
    assert (document.data["pm"], document.offences) == (pm, {})
    assert document.text[slice(*document.values[("pm",)])].startswith(pm if "#" not in above else "Coaching")


@pytest.mark.parametrize(
    "above", ["# Coaching pack: A. Levels", "# Coaching plan for Q.A. work", "**For:** Jordan", "PM: new"]
)
def test_what_are_no_initials_of_the_pm(above: str) -> None:
    assert "pm" not in bare(above, "pm").data


@pytest.mark.parametrize(
    ("above", "coach"),
    [
        ("Coach: Group PM, Commerce", "Group PM, Commerce"),
        ("**Prepared by:** Director, Consumer Product", "Director, Consumer Product"),
        ("Coach: CPO", "CPO"),
    ],
)
def test_the_coach_by_role(above: str, coach: str) -> None:
    assert bare(above, "coach").data["coach"] == coach


@pytest.mark.parametrize("above", ["Coach: Anna Schmidt", "Coach: Anna", "Prepared by: the two of us"])
def test_a_name_is_no_role_of_the_coach(above: str) -> None:
    assert "coach" not in bare(above, "coach").data


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("# Coaching plan: Senior PM, Search", "Senior PM"),
        ("# **Coaching plan: PM II**", "PM II"),
        ("# Coaching pack – Product Manager (Claims)", "Product Manager"),
    ],
)
def test_the_role_in_the_title(title: str, role: str) -> None:
    assert bare(title, "role").data["role"] == role


@pytest.mark.parametrize("title", ["# PM coaching pack", "# Coaching pack: PM habits", "# Coaching: what a PM does"])
def test_no_role_in_the_title(title: str) -> None:
    assert "role" not in bare(title, "role").data


def test_initials_take_what_is_told_of_them() -> None:
    document = bare(
        "# Coaching plan for J.M.\n\nJ.M. joined in May and owns Search & Discovery: 1 squad.", "pm", "team"
    )
    assert document.data["team"] == "Search & Discovery"


def test_persons_are_known_in_the_text_by_what_they_are_called_above() -> None:
    steps = "## 7) Risks\n\n### Next steps\n\n- J.M. – first draft by 16 October\n- Director – reads it\n"
    document = bare(f"**For:** J.M.\n\n**Prepared by:** Director, Search\n\n{steps}", "pm", "coach")
    assert document.data["closing"]["next_steps"] == [
        {"step": "first draft", "owner": "J.M.", "due": "2026-10-16"},
        {"step": "reads it", "owner": "Director"},
    ]


def test_the_cycle_in_a_sentence_with_the_days_of_the_week() -> None:
    document = bare("It runs from Monday, October 12, 2026 to Friday, December 18, 2026.", "start", "weeks")
    assert [document.data[name] for name in ("start", "end", "weeks")] == ["2026-10-12", "2026-12-18", 10]


@pytest.mark.parametrize(
    ("role", "team"),
    [
        ("Product Manager, Growth", "Growth"),
        ("Senior PM, Fleet & Depots", "Fleet & Depots"),
        ("PM II for the Depots app", "Depots app"),
        ("Product Manager (our middle grade)", None),
        ("PM, 9 months in role", None),
        ("Senior PM", None),
    ],
)
def test_the_role_tells_the_team_where_nothing_else_does(role: str, team: str | None) -> None:
    front = FRONT.replace("role: Product Manager, Checkout", f"role: {role}")
    assert read(PARTS, front.replace("team: checkout\n", "")).data.get("team") == team
    assert read(PARTS, front).data["team"] == "checkout"


def test_what_sentences_tell_of_the_team_counts_before_the_role() -> None:
    assert bare("pm-07: Senior PM, Depots team, 8 engineers.", "team").data["team"] == "Depots team"


@pytest.mark.parametrize(
    "above", ["**Stage:** growth", "## Context snapshot\n\n- **Stage**: growth\n- **Goal:** x is done"]
)
def test_the_stage_stands_above_the_parts_where_nothing_is_missing(above: str) -> None:
    document = bare(above)
    assert (document.data["stage"], document.offences) == ("growth", {})
    assert document.text[slice(*document.values[("stage",)])] == "growth"


def test_a_key_tells_the_stage_before_a_label() -> None:
    assert read("**Stage:** growth" + PARTS, FRONT.replace("team:", "stage: seed\nteam:")).data["stage"] == "seed"
