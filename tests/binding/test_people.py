"""Who is meant in running text: handles and roles, and nothing less clear."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.document import read_document
from pmcoach_lint.readers.people import _HANDLE, _ROLE, begins_with_person, doer_at, person_in, split_persons, task_at
from pmcoach_lint.readers.registry import Context, read_value


@pytest.mark.parametrize(
    "text",
    [
        "pm-31",
        "team-lead-2",
        "head-of-product-2",
        "lead-02",
        "CEO",
        "ceo",
        "Head of Sales",
        "head of customer success",
        "VP Product",
        "Product manager",
        "engineering lead",
        "client PM",
        "Coach",
        "the coach",
        "my manager",
        "the client's team",
        "we",
        "pm-31 and CEO",
        "pm-31 + pm-32",
        "head of sales and marketing with pm-31 & the leadership team",
    ],
)
def test_handles_and_roles_are_people(text: str) -> None:
    assert person_in(text) == text


def test_what_only_points_to_a_person_is_set_aside() -> None:
    assert person_in("@pm-31") == "pm-31"
    assert person_in("by pm-31") == "pm-31"


@pytest.mark.parametrize(
    "text",
    [
        "Pricing page",
        "week-4",
        "sprint-12",
        "PROJ-123",
        "Draft",
        "ask finance",
        "pm-31 drafts it",
        "step-two-3",
        "one-of-the-other-4",
        "Team-Lead-2",
        "2026-03-02",
        "",
        "Note",
        "by",
        "pm-31 and",
        "and pm-31",
        "pm-31 and the brief",
        " and ".join(["me"] * 50),
    ],
)
def test_anything_else_is_not(text: str) -> None:
    assert person_in(text) is None


roles = st.from_regex(re.compile(_ROLE.pattern, re.IGNORECASE | re.ASCII), fullmatch=True).filter(str.isascii)
persons = roles | st.from_regex(re.compile(_HANDLE.pattern, re.ASCII), fullmatch=True)


@given(persons, st.sampled_from([" and ", "+", " / ", " with "]), persons)
def test_whatever_has_the_form_of_a_person_is_one_and_two_are_two(one: str, joint: str, other: str) -> None:
    assert person_in(one) == one.removeprefix("@")
    assert person_in(f"{one}{joint}{other}") == f"{one}{joint}{other}".removeprefix("@")
    assert begins_with_person(f"**{one}**", 0, len(one) + 4)


@pytest.mark.parametrize(
    ("text", "person", "task"),
    [
        ("pm-31 to draft the brief", "pm-31", "draft the brief"),
        ("**Head of sales** will decide", "Head of sales", "decide"),
        ("_pm-31_ shall ask", "pm-31", "ask"),
        ("We to to-do lists", "We", "to-do lists"),
    ],
)
def test_a_task_may_begin_with_who_does_it(text: str, person: str, task: str) -> None:
    found = task_at(text, 0, len(text))
    assert found
    assert (text[slice(*found[0])], text[found[1] :]) == (person, task)


@pytest.mark.parametrize("text", ["Ask pm-31 to draft", "pm-31 drafts", "pm-31 to", "", "Send the brief to pm-31"])
def test_any_other_text_begins_with_no_task_of_a_person(text: str) -> None:
    assert task_at(text, 0, len(text)) is None


OWN = ("vp-platform", "hop-civic")


@pytest.mark.parametrize(
    "text", ["vp-platform", "pm-405 and hop-civic", "hop-civic", "VP-Platform", r"hop\-civic", "pm-31"]
)
def test_a_handle_without_a_digit_is_one_where_the_document_says_so(text: str) -> None:
    assert person_in(text, OWN) == text


@pytest.mark.parametrize("text", ["vp-platform-team", "vp-platforms", "hop-civics", "the vp-platform plan", "vp"])
def test_what_only_holds_such_a_handle_is_nobody(text: str) -> None:
    assert person_in(text, OWN) is None


def test_such_a_handle_is_nobody_in_another_document() -> None:
    assert person_in("vp-platform") is None


def test_sentences_may_begin_with_such_handles() -> None:
    text = "hop-civic: asks. vp-platform: answers. Then: both. pm-3: writes."
    spans = split_persons(text, (0, len(text)), OWN)
    assert [text[slice(*span)] for span in spans] == [
        "hop-civic: asks.",
        "vp-platform: answers. Then: both.",
        "pm-3: writes.",
    ]
    assert doer_at("vp-platform confirms the rule", 0, 29, OWN) == (0, 11)
    assert task_at("hop-civic to book", 0, 17, OWN) == ((0, 9), 13)


@pytest.mark.parametrize(
    ("line", "step", "owner"),
    [
        ("`lead-09`: write the ten lines", "write the ten lines", "lead-09"),
        ("[ ] `pm-21` – read section 1", "read section 1", "pm-21"),
        ("`drift.sql`: put it into the folder", "`drift.sql`: put it into the folder", None),
        ("`pm-21` and lead-09: one list", "`pm-21` and lead-09: one list", None),
    ],
)
def test_an_owner_in_a_code_span_in_front(line: str, step: str, owner: str | None) -> None:
    body = f"---\ntype: coaching-pack\n---\n\n## 7) Risks / Next steps\n\n### Next steps\n\n- {line}\n- Meet\n"
    first, _ = read_document(body.encode(), "pack.md").data["closing"]["next_steps"]
    assert (first["step"], first.get("owner")) == (step, owner)


@pytest.mark.parametrize(
    ("text", "handle"),
    [
        ("@odell", "odell"),
        ("@odell (PM, Onboarding)", "odell"),
        ("@odell – Lead PM, Trust", "odell"),
        ("@odell, Product Manager", "odell"),
        ("pm-12 (Senior PM)", "pm-12"),
        ("odell (PM)", "odell (PM)"),
        ("@odell and others", "@odell and others"),
    ],
)
def test_a_handle_stands_alone_or_before_what_its_bearer_is(text: str, handle: str) -> None:
    assert read_value("handle", text, Context()) == handle
