"""What the site says of a coaching pack besides its text: the summary, read out of the document's data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from pmcoach_lint.coaching import parts
from pmcoach_lint.coaching.competencies import Competencies
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Finding
from pmcoach_lint.generate.agenda import Agenda, agenda_of
from pmcoach_lint.readers.bloom import DEFAULT_EDITION
from pmcoach_lint.readers.calendar import weeks_between
from pmcoach_lint.rubric import Score
from pmcoach_lint.site import doc, reading
from pmcoach_lint.site.doc import Doc
from pmcoach_lint.site.downloads import Download, downloads_of
from pmcoach_lint.site.standing import Level, Stand, levels_of, stand_of
from pmcoach_lint.site.trace import Thread, happenings_of, threads_of
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.weekly.due import Item
from pmcoach_lint.weekly.standing import Standing
from pmcoach_lint.workspace import coach_of

STATUSES = ("active", "in-review", "draft", "completed")
"""The statuses in the order in which readers look for them."""


@dataclass(frozen=True)
class Bet:
    """A growth bet: what it is about, and from which level to which."""

    id: str
    name: str
    competency: str
    current: str
    target: str
    weeks: str


@dataclass(frozen=True)
class Pack(Doc):
    """A coaching pack as the site shows it. Texts are plain, never markup.

    What the document does not give, or not in a form that can be read, is empty or None. What is reckoned for a day
    (`stand` and all below it) is there only where a standing was given; `agenda`, `score` and `downloads` are for those
    inside.
    """

    pm: str = ""
    role: str = ""
    team: str = ""
    coach: str = ""
    stage: str = ""
    goal: str = ""
    start: date | None = None
    weeks: int | None = None
    end: date | None = None
    edition: int = DEFAULT_EDITION
    bets: tuple[Bet, ...] = ()
    levels: tuple[Level, ...] = ()
    stand: Stand | None = None
    threads: tuple[Thread, ...] = ()
    happenings: tuple[Item, ...] = ()
    agenda: Agenda | None = None
    score: Score | None = None
    downloads: tuple[Download, ...] = ()
    assumptions: tuple[str, ...] = ()

    @property
    def span(self) -> int | None:
        """How many weeks of the calendar there are up to its last day, breaks and all."""
        return weeks_between(self.start, self.end) if self.start and self.end else self.weeks


class Inside(NamedTuple):
    """How a pack stands on the day of the build, what it scores, and, for readers inside, what they may take along.

    `portable` is the standing of the pack without links to files, whose names are not for everybody.
    """

    standing: Standing
    score: Score | None = None
    portable: Standing | None = None


def summarize(document: Document, page: str, findings: tuple[Finding, ...], inside: Inside) -> Pack:
    """What the site shows of a pack.

    Args:
        document: The document, a coaching pack.
        page: Where its page stands on the site, without ending.
        findings: What the linter says of it, where the readers may see that.
        inside: How it stands on the day of the build, and what it scores.

    Returns:
        The pack. A value that cannot be read is left out, whatever it holds.
    """
    data, chain = document.data, inside.standing.chain
    base = doc.summarize(document, page, findings)
    pm, role = reading.text(data.get("pm")), reading.text(data.get("role"))
    return doc.extended(
        base,
        Pack,
        title=doc.heading(document) or " · ".join(filter(None, (pm, role))) or base.title,
        status=document.status if document.status in STATUSES else "",
        data={},  # all that is shown of it is read here, and hundreds of packs would fill the memory
        **_reckoned(document, inside, findings),
        pm=pm,
        role=role,
        team=reading.text(data.get("team")),
        coach=reading.text(coach_of(document)),
        stage=reading.text(data.get("stage")),
        goal=reading.text(reading.inside(data, "context", "goal")),
        start=reading.day(data.get("start")),
        weeks=_count(data.get("weeks")),
        end=inside.standing.cycle.end if inside.standing.cycle else None,
        edition=document.edition,
        bets=tuple(bet for each in chain.bets if (bet := _bet(each, chain.competencies)).name),
        assumptions=(
            *reading.texts(data.get("assumptions")),
            *reading.texts(reading.inside(data, "context", "assumptions")),
        ),
    )


def _reckoned(document: Document, inside: Inside, findings: tuple[Finding, ...]) -> dict[str, Any]:
    """What is reckoned for the day of the build."""
    standing = inside.standing
    shown: dict[str, Any] = {
        "levels": tuple(levels_of(standing)),
        "stand": stand_of(standing),
        "threads": threads_of(standing),
        "happenings": happenings_of(standing),
    }
    if inside.portable:
        live = document.status in ("active", "in-review") and (
            standing.cycle is None or not standing.cycle.is_over(standing.as_of)
        )
        shown["agenda"] = agenda_of(standing, findings) if live else None
        shown["score"] = inside.score
        shown["downloads"] = tuple(downloads_of(inside.portable))
    return shown


def _bet(bet: parts.Bet, competencies: Competencies) -> Bet:
    """A bet with its competency by name, and with the levels that its plan gives where it gives none itself."""
    said = bet.node.value
    either = {**{name: value for plan in bet.plans for name, value in plan.value.items()}, **said}
    return Bet(
        id=reading.text(bet.name) if "id" in said else "",
        name=reading.text(said.get("bet")),
        competency=competencies.called(reading.text(said.get("competency")), bet.competency),
        current=reading.text(either.get("current")),
        target=reading.text(either.get("target")),
        weeks=_weeks(said.get("timeframe")),
    )


def _weeks(value: Any) -> str:
    span = reading.mapping(value)
    first, last = span.get("from"), span.get("to")
    if not isinstance(first, int) or not isinstance(last, int):
        return ""
    return f"Week {first}" if first == last else f"Weeks {first}–{last}"


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 1000 else None
