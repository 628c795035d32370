"""Who is nobody, and what is kept in somebody's head only."""

from __future__ import annotations

import pytest

from pmcoach_lint.language.hearsay import has_hearsay, is_remembered
from pmcoach_lint.language.left_open import is_nobody


@pytest.mark.parametrize("owner", ["team", "The whole team", "Nobody yet", "somebody from the squad", "Open", "TBD"])
def test_these_are_nobody(owner: str) -> None:
    assert is_nobody(owner)


@pytest.mark.parametrize("owner", ["Team lead", "Group product manager", "Squad lead", "the team of pm-07"])
def test_a_role_is_somebody(owner: str) -> None:
    assert not is_nobody(owner)


@pytest.mark.parametrize("text", ["Recorded once a week in Notion", "Told in passing, confirmed in Slack"])
def test_what_is_kept_in_a_tool_is_in_writing(text: str) -> None:
    assert not is_remembered(text)


@pytest.mark.parametrize("text", ["Recorded once there is time", "Told in passing"])
def test_what_is_put_off_is_in_nobody_s_files(text: str) -> None:
    assert is_remembered(text)


def test_who_questions_requests_is_told_of_and_not_hearsay() -> None:
    assert not has_hearsay("Nobody questions requests from sales")
    assert has_hearsay("Nobody questions that the team is tactical")
