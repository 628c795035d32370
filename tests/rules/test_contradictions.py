"""Figures and days of client documents that contradict each other: what is told, where, and what is let pass."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pmcoach_lint.document import read_document
from pmcoach_lint.engagement.unheld import unheld
from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.settings import Settings
from tests.effort import bounded

PLAN = "---\ntype: coaching-plan\npm: pm-61\nclient: acme\ndate: 2026-11-23\n{front}---\n\n# Plan\n\n{head}\n\n"
SESSION = "## Coaching Interventions\n\n### Session 1: {title} (2027-03-11)\n\n**Technique**: Play it through\n"
PROPOSAL = "---\ntype: work-proposal\nclient: acme\ndate: 2026-11-23\n{front}---\n\n# Offer\n\n{head}\n\n"


def told(code: str, text: str, root: Path) -> list[tuple[str, str]]:
    """What the rule finds in a text: the words at which, and the message."""
    lines = text.split("\n")
    report = lint_bytes(text.encode(), "a.md", Settings(root=root, as_of=date(2026, 11, 23)))
    return [
        (lines[found.range.start.line - 1][found.range.start.column - 1 : found.range.end.column - 1], found.message)
        for found in report.findings
        if found.code == code
    ]


@pytest.mark.parametrize(
    ("front", "head", "name", "end"),
    [
        ("cycle: 2026-11-30 to 2027-02-19\n", "", "cycle", "2027-02-19"),
        ("contract-end: 2027-02-26\n", "", "contract", "2027-02-26"),
        ("", "**Coaching period:** 1 December 2026 – 26 February 2027", "coaching", "2027-02-26"),
        ("", "**Start:** 5 October 2026 · **Current term ends:** February 26, 2027", "term", "2027-02-26"),
        ("", "Our contract ends on 26 February.", "contract", "2027-02-26"),
        ("", "The engagement runs until 26 February 2027.", "engagement", "2027-02-26"),
        ("", "Coach: pm-58, two days a week until 26 February 2027", "term", "2027-02-26"),
        ("", "**Duration:** 12 weeks (30 Nov 2026 – 19 Feb 2027)", "term", "2027-02-19"),
    ],
)
def test_session_behind_the_end(front: str, head: str, name: str, end: str, tmp_path: Path) -> None:
    text = PLAN.format(front=front, head=head) + SESSION.format(title="Saying no")
    message = f"2027-03-11 lies behind the end of the {name}, {end}."
    assert told("PMC624", text, tmp_path) == [("2027-03-11", message)]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("**Cycle**: 1 December 2026 to 31 March 2027", "Saying no"),
        ("**Previous cycle**: 1 June to 30 August 2026", "Saying no"),
        ("**Contract**: since 7 September 2026", "Saying no"),
        ("**Contract**: 7 Sep 2026 to 26 Feb 2027, extended until 30 April 2027", "Saying no"),
        ("**Valid until**: 18 December 2026", "Saying no"),
        ("**Cycle**: 1 December 2026 to 26 February 2027", "Follow-up"),
    ],
)
def test_session_that_may_be_then(head: str, title: str, tmp_path: Path) -> None:
    assert not told("PMC624", PLAN.format(front="", head=head) + SESSION.format(title=title), tmp_path)


@pytest.mark.parametrize(
    ("front", "head", "is_told"),
    [
        ("proposed_term: 2026-12-01 to 2027-02-26\n", "", True),
        ("", "**Proposed Addition**: Advice on pricing, from 7 December 2026 to 26 February 2027", True),
        ("contract: 2026-09-01 to 2027-02-26\n", "", False),
        ("valid_until: 2026-12-18\n", "", False),
    ],
)
def test_proposal_is_held_to_the_term_it_proposes(front: str, head: str, is_told: bool, tmp_path: Path) -> None:
    table = "| Deliverable | Purpose | Timeline |\n|---|---|---|\n| Handover | Runs alone | Mar 19, 2027 |\n"
    text = PROPOSAL.format(front=front, head=head) + f"## Proposed Strategic Engagement\n\n### Deliverables\n\n{table}"
    assert bool(told("PMC624", text, tmp_path)) is is_told


@pytest.mark.parametrize(
    ("row", "is_told"),
    [
        ("Last review within the contract | pm-31 | 12 Mar 2027", True),
        ("Handover before the end of the contract | pm-31 | 12 Mar 2027", True),
        ("Last review within the contract | pm-31 | 19 Feb 2027", False),
        ("Decision on the next term | VP Product | 12 Mar 2027", False),
        ("Notes for the talk before the contract renewal | pm-31 | 12 Mar 2027", False),
    ],
)
def test_step_that_says_it_lies_within(row: str, is_told: bool, tmp_path: Path) -> None:
    front = "---\ntype: value-assessment\nclient: acme\ndate: 2026-11-23\ncontract: 2026-09-01 to 2027-02-26\n---\n\n"
    text = f"{front}# Value\n\n## Next steps\n\n| Step | Owner | Date |\n|---|---|---|\n| {row} |\n"
    assert bool(told("PMC624", text, tmp_path)) is is_told


@pytest.mark.parametrize(
    ("head", "day", "is_told"),
    [
        ("**Cycle**: 30 November 2026 to 12 February 2027, nine working weeks (a break at New Year)", "26 March", True),
        ("**Runs**: 30 November 2026 to 12 February 2027; Tuesdays", "26 March 2027", True),
        ("**Cycle**: 30 November 2026 to 12 February 2027, nine working weeks", "12 February", False),
    ],
)
@pytest.mark.parametrize("heading", ["Check-ins", "Review points"])
def test_reviews_behind_the_end(head: str, day: str, is_told: bool, heading: str, tmp_path: Path) -> None:
    table = f"| Date | Who | What |\n|---|---|---|\n| 18 December | both | First count |\n| {day} | both | Decision |\n"
    text = PLAN.format(front="", head=head) + f"## {heading}\n\n{table}"
    assert [words for words, _ in told("PMC624", text, tmp_path)] == [day] * is_told


@pytest.mark.parametrize(("day", "is_told"), [("2027-03-16", True), ("2027-02-19", False)])
def test_what_a_log_plans_behind_the_end(day: str, is_told: bool, tmp_path: Path) -> None:
    front = "---\ntype: event-log\nclient: acme\ndate: 2026-11-23\nengagement: 2026-09-14 to 2027-02-26\n---\n\n"
    text = (
        f"{front}# Log\n\n## Planned\n\n| Date | Event | Owner |\n|---|---|---|\n| {day} | Second reading | pm-31 |\n"
    )
    assert [words for words, _ in told("PMC624", text, tmp_path)] == [day] * is_told


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- [ ] All four sessions have been held", "All four sessions have been held"),
        ("- [ ] The cycle is over", "The cycle is over"),
        ("- [ ] She has attended every session", "She has attended every session"),
        ("- [ ] Has attended all four sessions and check-ins", "Has attended all four sessions and check-ins"),
        ("- [ ] pm-61 has been at each session and review", "pm-61 has been at each session and review"),
        ("- [ ] 12 weeks have passed", "12 weeks have passed"),
        ("In any case she graduates on 5 February.", "In any case she graduates"),
        ("Graduation is automatic on 5 February.", "Graduation is automatic"),
        ("He graduates on 26 February regardless of the count.", "graduates on 26 February regardless of"),
    ],
)
def test_graduation_by_the_calendar(line: str, words: str, tmp_path: Path) -> None:
    text = PLAN.format(front="", head="") + f"## Graduation Criteria\n\n{line}\n"
    assert [found for found, _ in told("PMC636", text, tmp_path)] == [words]


@pytest.mark.parametrize(
    "line",
    [
        "- [ ] Two sessions in a row were led by pm-61",
        "- [ ] Completed the pricing decision alone",
        "- [ ] Has run the last session with sales without me",
        "- [ ] By 26 February, 8 of 10 specs name a metric",
        "Nobody graduates automatically.",
        "If she graduates, the check-in is on 4 March either way.",
        "The coaching ends on 26 February in any case; open criteria go to the CPO.",
    ],
)
def test_graduation_by_what_is_done(line: str, tmp_path: Path) -> None:
    assert not told("PMC636", PLAN.format(front="", head="") + f"## Graduation Criteria\n\n{line}\n", tmp_path)


LADDER = "---\ntype: value-assessment\nclient: acme\n---\n\n## Current Value Position\n\n### Value Ladder Position\n\n"


@pytest.mark.parametrize(
    ("level", "words"),
    [
        ("Strategic Advisor (1.5x)", "1.5x"),
        ("**Strategic Advisor** (1,5×)", "1,5×"),
        ("Strategic Advisor, about a fifth more. Not Staff Aug (1.5x)", "1.5x"),
        ("Expert Executor at 2.5x", "2.5x"),
        ("Strategic Advisor – 4–5x", "4–5x"),
        ("Transformation Partner (about 2x)", "2x"),
    ],
)
def test_multiple_of_another_level(level: str, words: str, tmp_path: Path) -> None:
    assert [found for found, _ in told("PMC604", f"{LADDER}- **Target Level**: {level}\n", tmp_path)] == [words]


@pytest.mark.parametrize(
    "level",
    [
        "Strategic Advisor (2-3x)",
        "Strategic Advisor (2.5x)",
        "Expert Executor (1.2–1.8x)",
        "Expert Executor (1–1.5x)",
        "Strategic Advisor (paid at 1.6x today)",
        "Strategic Advisor, 1x a month in the leadership meeting",
        "Staff Aug to Expert Executor (1–1.5x)",
    ],
)
def test_multiple_of_its_level(level: str, tmp_path: Path) -> None:
    assert not told("PMC604", f"{LADDER}- **Target Level**: {level}\n", tmp_path)


@pytest.mark.parametrize(
    ("terms", "words", "made"),
    [
        ("$16,000 a month for three months, $45,000 in total", "$45,000", "3 months at $16,000 are $48,000"),
        ("€9.000 per month for 6 months, €52.000 in total", "€52.000", "6 months at €9,000 are €54,000"),
        ("**$16k a month** × 3 months = **$45k** in total", "$45k", "3 months at $16,000 are $48,000"),
    ],
)
def test_months_times_the_fee(terms: str, words: str, made: str, tmp_path: Path) -> None:
    text = PROPOSAL.format(front="", head="") + f"## Investment\n\n### Proposed\n\n- {terms}\n"
    ((found, message),) = told("PMC612", text, tmp_path)
    assert found == words
    assert message.endswith(f", but {made}.")


@pytest.mark.parametrize(
    "terms",
    [
        "$16,000 a month for three months, $48,000 in total",
        "$16,000 a month for three months, less 10 %, $43,200 in total",
        "$16,000 a month for three months plus $2,000 to set up, $50,000 in total",
        "$16,000 a month for the first two months, then $10,000 a month, $42,000 in total",
    ],
)
def test_months_times_the_fee_that_are_right(terms: str, tmp_path: Path) -> None:
    text = PROPOSAL.format(front="", head="") + f"## Investment\n\n### Proposed\n\n- {terms}\n"
    assert not told("PMC612", text, tmp_path)


def test_letters_that_are_two_in_small_move_no_place(tmp_path: Path) -> None:
    head = "Written for İzmir İşleri.\n\nWe aim at Strategic Advisor (1.5x)."
    assert [words for words, _ in told("PMC604", PROPOSAL.format(front="", head=head), tmp_path)] == ["1.5x"]


def test_a_line_that_says_twice_that_it_lies_in_the_term_is_told_once(tmp_path: Path) -> None:
    line = "Done before the end of the contract, within the contract: 11 March 2027."
    text = PLAN.format(front="contract-end: 2027-02-26\n", head="") + f"## Notes\n\n{line}\n"
    assert [words for words, _ in told("PMC624", text, tmp_path)] == ["11 March 2027"]


@pytest.mark.parametrize(("line", "found"), [("See appendix C. ", 1), ("Session 99 is next. ", 12_000)])
def test_many_references_to_what_is_not_there_take_little_time(line: str, found: int) -> None:
    sessions = SESSION.format(title="Saying no").replace("Play it through", line * 12_000)
    text = PLAN.format(front="", head="") + f"{sessions}\n### Session 2: Horizons\n"
    document = read_document(text.encode(), "a.md")
    with bounded(5):  # to look for each sentence from the beginning is to go over all of the text each time
        assert len(list(unheld(document))) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Scored with the scorecard in Appendix B", "Appendix B"),
        ("The rules of Annex 2 apply", "Annex 2"),
        ("Half a page on the sheet (see attachment A)", "attachment A"),
        ("As set out in Appendix B of the brief", ""),
        ("The assessment comes with Appendix A", ""),
        ("Scored as in the contract, Appendix B", ""),
        ("Scored with the scorecard in Appendix C", ""),
    ],
)
def test_what_a_pack_refers_to_and_does_not_hold(text: str, words: str, tmp_path: Path) -> None:
    parts = "".join(f"## {number}) Part {number}\n\nAs agreed.\n\n" for number in (1, 2, 3, 4))
    pack = f"---\ntype: coaching-pack\n---\n\n{parts}## 5) Cadence\n\n**Cadence:** {text}\n\n## Appendix C\n\nScore.\n"
    pack = pack if "Appendix C" in text else pack.partition("## Appendix")[0]
    assert [found for found, _ in told("PMC405", pack, tmp_path)] == ([words] if words else [])


@pytest.mark.parametrize(
    ("text", "head", "found"),
    [
        ("Scored with the scorecard (appendix B)", "Appendix: scorecard", "appendix B"),
        ("The page is general; annex 2 makes it concrete", "Annex 1", "annex 2"),
        ("Scored as in Appendix D", "Appendix C", "Appendix D"),
        ("Scored with the scorecard (appendix A)", "Appendix: scorecard", ""),
        ("The page is general; annex 2 makes it concrete", "Annex 2", ""),
        ("Scored as in Appendix D", "Appendices", ""),
    ],
)
def test_an_appendix_beside_others(text: str, head: str, found: str, tmp_path: Path) -> None:
    pack = f"---\ntype: coaching-pack\n---\n\n## 5) Cadence\n\n**Cadence:** {text}\n\n## {head}\n\nScore.\n"
    assert [words for words, _ in told("PMC405", pack, tmp_path)] == ([found] if found else [])


def test_attendance_is_told_once(tmp_path: Path) -> None:
    text = PLAN.format(front="", head="") + "## Graduation Criteria\n\n- [ ] Has attended all four sessions\n"
    assert told("PMC636", text, tmp_path)
    assert not told("PMC801", text, tmp_path)
