"""What a pack says of being no matter of HR, in the words and the place of its author."""

from __future__ import annotations

import pytest

from tests.binding.reading import parts, read

DEFINED = "\n## Good PM here\n\n| Competency | Behaviours |\n|---|---|\n| Framing | a |\n"
SAID = "Coaching, agreed in May. Not a PIP, and no input for the rating"


@pytest.mark.parametrize(
    "body",
    [
        f"| | |\n|---|---|\n| PM | pm-07 |\n| Nature | {SAID} |\n",
        f"## Context snapshot\n\n| Item | Detail |\n|---|---|\n| Scope | Checkout |\n| Engagement | {SAID} |\n",
        f"## Context snapshot\n\n- **How we see it:** {SAID}\n- **Scope:** Checkout\n",
        f"The PM came in May, and has nine engineers. {SAID}.\n",
    ],
)
def test_that_it_is_coaching_is_known_by_what_is_said(body: str) -> None:
    document = read(f"{body}{DEFINED}")
    assert document.data["context"]["boundary"].rstrip(".") == SAID
    start, end = document.values["context", "boundary"]
    assert document.text[start:end].rstrip(".") == SAID


@pytest.mark.parametrize(
    "body",
    [
        "## Context snapshot\n\n- **Scope:** Checkout, without the rating of sellers\n",  # it is the scope
        "## Context snapshot\n\n- **Constraints:** no performance budget\n",
        f"## Good PM here\n\n| Competency | Behaviours |\n|---|---|\n| Framing | {SAID} |\n",  # below the next part
        "## Context snapshot\n\nThe performance of the app is what users ask for.\n",
    ],
)
def test_other_sentences_say_nothing_of_it(body: str) -> None:
    assert "boundary" not in read(f"{body}{DEFINED}").data.get("context", {})


def test_a_label_for_it_comes_first() -> None:
    body = f"## Context snapshot\n\n{SAID}.\n\n**Boundary:** HR has no part in it\n"
    assert parts(f"{body}{DEFINED}")["context"]["boundary"] == "HR has no part in it"


@pytest.mark.parametrize("line", ["Total time for coach-7: about one hour a week.", "coach-7 gives 1 h/week."])
def test_the_time_of_a_coach_with_a_handle(line: str) -> None:
    assert parts(f"## Coaching cadence\n\n{line}\n")["cadence"]["coach_time"] == 60
