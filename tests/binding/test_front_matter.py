"""Which keys of the front matter stand for what: other names, notes of people's own, and slips of the pen."""

from __future__ import annotations

import pytest

from tests.binding.reading import FRONT, read
from tests.linting import offences_of

NO_USE = "Nothing reads “{}”: it is no key of this type of document."


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
    assert offences_of(document) == [("key-of-no-use", "squad", NO_USE.format("squad"))]


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


@pytest.mark.parametrize("key", ["mood", "budget", "colour-of-the-week", "reminders", "rubric", "level"])
def test_a_key_like_none_is_of_no_use_and_no_slip(key: str) -> None:
    assert told(FRONT.replace("weeks: 8", f"weeks: 8\n{key}: x")) == [("key-of-no-use", key, NO_USE.format(key))]


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
