"""Which keys of the front matter stand for what: other names, notes of people's own, and slips of the pen."""

from __future__ import annotations

import pytest

from pmcoach_lint.document import read_document
from tests.binding.reading import FRONT, read
from tests.linting import offences_of

NO_USE = "Nothing reads “{}”, and nothing says “{}”."


def told(front: str) -> list[tuple[str, str, str]]:
    return offences_of(read("", front))


@pytest.mark.parametrize(
    ("written", "name", "value"),
    [
        ("start: 2026-10-05", "start", "2026-10-05"),
        ("cycle-start: 2026-10-05", "start", "2026-10-05"),
        ("cycle_start: 5 October 2026", "start", "2026-10-05"),
        ("Cycle start: 2026-10-05", "start", "2026-10-05"),
        ("start-date: 2026-10-05", "start", "2026-10-05"),
    ],
)
def test_a_key_is_read_by_its_other_names(written: str, name: str, value: str) -> None:
    document = read("", FRONT.replace("start: 2026-10-05", written))
    assert document.data[name] == value
    assert document.offences == {}
    assert document.text[slice(*document.keys[(name,)])] == written.partition(":")[0]
    assert document.text[slice(*document.values[(name,)])] == written.partition(": ")[2]


@pytest.mark.parametrize("key", ["weeks", "Weeks", "cycle-weeks", "cycle-length", "duration-weeks"])
def test_the_length_of_the_cycle_has_many_names(key: str) -> None:
    document = read("", FRONT.replace("weeks: 8", f"{key}: 8"))
    assert document.data["weeks"] == 8
    assert document.offences == {}


def test_the_written_key_counts_however_the_keys_stand() -> None:
    document = read("", FRONT.replace("team: checkout", "squad: carts\nteam: checkout"))
    assert document.data["team"] == "checkout"
    assert document.offences == {}


def test_the_same_said_twice_is_no_matter() -> None:
    assert told(FRONT.replace("weeks: 8", "weeks: 8\ncycle-weeks: 8\ncycle-start: 5 October 2026")) == []


def test_two_keys_that_disagree_are_told() -> None:
    text = FRONT.replace("weeks: 8", "weeks: 8\ncycle-start: 2026-10-12")
    message = "Start is “2026-10-12” here, and “2026-10-05” above."
    assert told(text) == [("contradicting-values", "2026-10-12", message)]


def test_a_front_matter_with_nothing_in_it_says_nothing_of_the_parts_below() -> None:
    parts = "# Coaching pack\n\n## Growth bets\n\n## Development plan\n\n## Current assessment\n"
    document = read(parts, "---\n---\n")
    assert (document.type, document.data) == ("coaching-pack", {"type": "coaching-pack"})
    assert [*document.offences] == ["front-matter-fence", "type-unsaid"]


def test_an_empty_key_gives_way_to_another_name_of_it() -> None:
    document = read("", FRONT.replace("start: 2026-10-05", "start:\ncycle-start: 2026-10-05"))
    assert document.data["start"] == "2026-10-05"
    assert document.offences == {}


@pytest.mark.parametrize(
    "line", ["last-updated: 2026-11-11", "version: 6", "Author: lead-02", "language: en", "tags: [a, b]", "title: x"]
)
def test_what_people_keep_book_by_is_welcome(line: str) -> None:
    assert told(FRONT.replace("weeks: 8", f"weeks: 8\n{line}")) == []


@pytest.mark.parametrize("key", ["mood", "budget", "colour-of-the-week", "reminders", "rubric", "approvers", "outcome"])
def test_a_key_like_none_is_a_note_and_no_slip(key: str) -> None:
    assert told(FRONT.replace("weeks: 8", f"weeks: 8\n{key}: x")) == []


@pytest.mark.parametrize(
    ("given", "line", "name"),
    [
        ("start: 2026-10-05", "opening-monday: 2026-10-05", "start"),
        ("start: 2026-10-05", "launch: 5 October 2026", "start"),
        ("coach: lead-02", "chief-coach: lead-02", "coach"),
        ("team: checkout", "team-of-hers: checkout", "team"),
    ],
)
def test_a_key_that_may_hold_what_is_missing_is_told(given: str, line: str, name: str) -> None:
    key, front = line.partition(":")[0], FRONT.replace("role: Product Manager, Checkout", "role: PM")
    assert told(front.replace(given, line)) == [("key-of-no-use", key, NO_USE.format(key, name))]


@pytest.mark.parametrize("line", ["peer: lead-05", "last-offsite: 2026-01-09", "reviews: [2026-10-30]", "hours: 2"])
def test_a_key_that_holds_something_else_is_not(line: str) -> None:
    assert told(FRONT.replace("start: 2026-10-05\n", f"{line}\n")) == []


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("startDate: 2026-10-05", "start", "2026-10-05"),
        ("Start_Date: 2026-10-05", "start", "2026-10-05"),
        ("effective: Oct 5, 2026", "start", "2026-10-05"),
        ("kickoff: 2026-10-05", "start", "2026-10-05"),
        ("date_started: 2026-10-05", "start", "2026-10-05"),
        ("planStartDate: 2026-10-05", "start", "2026-10-05"),
        ("cycle: CW41–CW48 / 2026", "start", "2026-10-05"),
        ("period: KW 41-48, 2026", "start", "2026-10-05"),
    ],
)
def test_the_first_day_is_told_in_many_ways(line: str, name: str, value: str) -> None:
    document = read("", FRONT.replace("start: 2026-10-05", line))
    assert document.data[name] == value
    assert document.offences == {}


def test_a_key_whose_value_the_other_cannot_hold_is_no_slip() -> None:
    document = read_document(
        b"---\ntype: coaching-plan\nclient: Northwind\nstage: session 3 of 5 done\n---\n", "plan.md"
    )
    assert "unknown-key" not in document.offences


def test_the_more_particular_of_two_names_counts() -> None:
    document = read("", FRONT.replace("team: checkout", "org: Northwind\nproduct: Checkout"))
    assert document.data["team"] == "Checkout"
    assert document.offences == {}


@pytest.mark.parametrize(
    "line",
    [
        "confidentiality: coach-and-coachee",
        "classification: Internal - Restricted",
        "classification: internal",
        "confidential: true",
        "private: yes (pm-07 + me only)",
        "shared_with: [pm-07, sponsor-04]",
        "audience: pm-07, lead-09",
        "visibility: mine only (part 5 later)",
        "visibility: Private",
        "visibility: not for the client",
    ],
)
def test_words_for_what_is_not_for_all_mean_private(line: str) -> None:
    document = read("", FRONT.replace("visibility: internal", line))
    assert document.data["visibility"] == "private"
    assert document.offences == {}


@pytest.mark.parametrize("line", ["confidential: false", "audience: everybody", "classification: public"])
def test_words_for_what_is_for_all_say_nothing(line: str) -> None:
    assert "visibility" not in read("", FRONT.replace("visibility: internal", line)).data


@pytest.mark.parametrize(
    ("key", "instead", "meant"),
    [
        ("wekks", "weeks", "weeks"),
        ("strat", "start", "start"),
        ("visibilty", "visibility", "visibility"),
        ("cycle-strat", "cycle-start", "start"),
        ("cycle-week", "cycle-weeks", "weeks"),
    ],
)
def test_a_slip_is_told_with_the_key_that_was_meant(key: str, instead: str, meant: str) -> None:
    given = {"weeks": "weeks: 8", "start": "start: 2026-10-05", "visibility": "visibility: internal"}[meant]
    document = read("", FRONT.replace(given, f"{key}: x"))
    message = f"“{key}” is no key of this type of document. Did you mean “{instead}”?"
    assert offences_of(document) == [("unknown-key", key, message)]
    assert document.offences["unknown-key"][0].instead == instead
    assert (meant,) in document.settled


@pytest.mark.parametrize(
    ("line", "meant"),
    [("cycle_lenght: 10", "weeks"), ("strt_date: 2026-10-12", "start"), ("visibillity: shared", "visibility")],
)
def test_a_misspelt_key_that_says_something_else_than_the_right_one_is_told(line: str, meant: str) -> None:
    key = line.partition(":")[0]
    document = read("", FRONT.replace("weeks: 8", f"weeks: 8\n{line}"))
    message = f"“{key}” is no key of this type of document. Did you mean “{meant}”?"
    assert offences_of(document) == [("unknown-key", key, f"{message} That is given as well, and says something else.")]
    assert document.offences["unknown-key"][0].instead is None, "there would be two of them"


@pytest.mark.parametrize("line", ["cycle_lenght: 8", "strt_date: 2026-10-05", "rolle: Lead PM", "stats: weekly"])
def test_a_misspelt_key_that_says_the_same_or_is_another_matter_is_not_told(line: str) -> None:
    assert offences_of(read("", FRONT.replace("weeks: 8", f"weeks: 8\n{line}"))) == []


def test_a_key_that_is_only_like_another_name_is_told_by_the_key_itself() -> None:
    told = read("", FRONT.replace("role:", "subject_level:"))
    message = "“subject_level” is no key of this type of document. Did you mean “role”?"
    assert offences_of(told) == [("unknown-key", "subject_level", message)]
    assert told.offences["unknown-key"][0].instead == "role"


STEPS = """\
## 7) Risks / Open questions / Next steps

### Next steps

- vp-platform / confirm the recording rule / 2026-10-07
- lead-green books the room
- **head-of-data**: opens the table
- grid-storage – read the report
"""


def test_the_handles_that_it_gives_are_people_in_the_text() -> None:
    lines = "coach: vp-platform\nagreed_with: [lead-green, CFO]\nprepared-for: '@head-of-data'\nproduct: grid-storage"
    document = read(STEPS, FRONT.replace("coach: lead-02", lines))
    assert [step.get("owner") for step in document.data["closing"]["next_steps"]] == [
        "vp-platform",
        "lead-green",
        "head-of-data",
        None,
    ]
    assert [step.get("owner") for step in read(STEPS, FRONT).data["closing"]["next_steps"]] == [None] * 4


def test_single_readers_may_be_named_by_such_handles() -> None:
    front = FRONT.replace("coach: lead-02", "coach: vp-platform").replace("internal", "vp-platform and PM only")
    assert read("", front).data["visibility"] == "private"


@pytest.mark.parametrize("front", ["---\n---\n", "---\n\n---\n", "---\n# nothing yet\n---\n"])
def test_front_matter_without_a_key_is_read(front: str) -> None:
    assert read("# PM Coaching Pack\n", front).marked.value == {}
