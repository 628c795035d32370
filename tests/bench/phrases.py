"""What the packs of the benchmark are made of: competencies and sentences, all made up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

_Item = TypeVar("_Item")


class Competency(NamedTuple):
    """A competency, the behaviours it shows in, the thing it is practised on and the artifact it leaves."""

    name: str
    behaviours: str
    thing: str
    artifact: str


COMPETENCIES = (
    Competency(
        "Problem framing and insight",
        "Writes the problem before any solution; names who has it, how often and what it costs them",
        "customer problems",
        "opportunity assessment",
    ),
    Competency(
        "Strategy and prioritization",
        "Says what will not be done and why; ties each item of the roadmap to one measured outcome",
        "strategic choices",
        "decision memo",
    ),
    Competency(
        "Execution and delivery",
        "Cuts scope before the date slips; keeps one page on which every open risk has an owner",
        "delivery risks",
        "release plan",
    ),
    Competency(
        "Stakeholder leadership",
        "Brings a recommendation with its trade-offs; settles disagreements before the meeting",
        "conflicting interests",
        "stakeholder map",
    ),
    Competency(
        "Product craft",
        "Writes specifications that need no second meeting; covers the edge cases that support will see",
        "specifications",
        "annotated specification",
    ),
    Competency(
        "Business acumen",
        "Explains how the product earns and spends; puts a range of money on a proposal",
        "unit economics",
        "business case",
    ),
)
TEAMS = ("checkout", "search", "onboarding", "billing", "catalogue", "returns", "loyalty")
STAGES = ("growth", "scale-up", "early", "mature")
SOURCES = ("weekly review", "launch debrief", "customer call", "planning round", "pricing discussion")
GAPS = (
    "Stops at the first plausible cause and does not look for a second one",
    "Lists options without saying which one and on what grounds",
    "Leaves the trade-off for others to find in the discussion",
    "Takes the loudest request as the most common one",
)
PRACTICES = (
    "Split one request of the week into the problem, the evidence and the assumption behind it",
    "Compare two earlier decisions on the same page and mark where the reasoning differs",
    "Write the case against the own proposal in five sentences and answer it",
    "Read three customer calls and draw the pattern that none of them states",
    "Rank the open questions by what a wrong answer would cost, and test the first",
)
SIGNALS = (
    "Two causes are named and told apart by evidence",
    "A reader can repeat the choice and its price",
    "The draft needs no more than one round of comments",
    "The team quotes the page without the author in the room",
)
FEEDBACK = (
    "The second cause was the better one: keep looking for it before writing the summary",
    "Clear choice, but the price of it stands only in the last line: move it up",
    "The pattern holds for new customers only: say so in the heading",
    "Good use of the criteria; next time score the option that was left out as well",
)
NO_CRITERION = "went round twice and ended without a stated criterion, so that the choice was made later, by others"
AGENDA = (
    ("Wins and lessons of the week", 5),
    ("Decisions that need a second head", 10),
    ("Deep dive on one bet, with the page open", 25),
    ("Next reps and dates", 10),
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What one pack is about: its number, its first day and the competencies that its two bets grow."""

    number: int
    start: date
    bets: tuple[Competency, Competency]

    @property
    def pm(self) -> str:
        """The handle of the PM."""
        return f"pm-{self.number:04}"

    @property
    def coach(self) -> str:
        """The handle of the coach."""
        return f"lead-{self.number % 9 + 1:02}"

    @property
    def team(self) -> str:
        """The team."""
        return self.pick(TEAMS)

    def pick(self, items: Sequence[_Item], step: int = 0) -> _Item:
        """The item that is this pack's turn, or a later one."""
        return items[(self.number + step) % len(items)]

    def day(self, week: int, day: int = 0) -> date:
        """A day of a week of the cycle; both the first week and the first day are this pack's first day."""
        return self.start + timedelta(weeks=week - 1, days=day)
