"""What the site says of a pack besides its text: the summary, read out of the document's data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from pmcoach_lint.binding.bloom import DEFAULT_EDITION
from pmcoach_lint.binding.outline import Role
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Finding
from pmcoach_lint.site.prose import plain

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
class Pack:
    """A document as the site shows it. `page` is its place on the site; texts are plain, never markup.

    What the document does not give, or not in a form that can be read, is empty or None.
    """

    file: str
    page: str
    text: str
    title: str
    status: str
    visibility: str
    pm: str = ""
    role: str = ""
    team: str = ""
    coach: str = ""
    stage: str = ""
    goal: str = ""
    start: date | None = None
    weeks: int | None = None
    edition: int = DEFAULT_EDITION
    bets: tuple[Bet, ...] = ()
    assumptions: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def end(self) -> date | None:
        """The last day of the cycle."""
        if self.start is None or self.weeks is None:
            return None
        try:
            return self.start + timedelta(weeks=self.weeks, days=-1)
        except OverflowError:
            return None


def summarize(document: Document, page: str, findings: tuple[Finding, ...] = ()) -> Pack:
    """What the site shows of a document.

    Args:
        document: The document, of a known type.
        page: Where its page stands on the site, without ending.
        findings: What the linter says of it, where the readers may see that.

    Returns:
        The pack. A value that cannot be read is left out, whatever it holds.
    """
    data = document.data
    context = _mapping(data.get("context"))
    edition = data.get("bloom")
    named = {name: _text(data.get(name)) for name in ("pm", "role", "team", "coach", "stage")}
    return Pack(
        file=document.source.file,
        page=page,
        text=document.text[document.body :],
        title=_title(document) or " · ".join(filter(None, (named["pm"], named["role"]))) or page.rpartition("/")[2],
        status=document.status if document.status in STATUSES else "",
        visibility=_text(data.get("visibility")),
        goal=_text(context.get("goal")),
        start=_day(data.get("start")),
        weeks=_count(data.get("weeks")),
        edition=edition if edition in (1956, 2001) else DEFAULT_EDITION,
        bets=_bets(data),
        assumptions=tuple(filter(None, map(_text, _list(data.get("assumptions"))))),
        findings=findings,
        **named,
    )


def _title(document: Document) -> str:
    """The heading of the first level, in plain text."""
    for piece in document.pieces:
        if piece.role is Role.HEADING and piece.level == 1:
            return plain(document.text[slice(*piece.text)])
    return ""


def _bets(data: Mapping[str, Any]) -> tuple[Bet, ...]:
    plans = [_mapping(plan) for plan in _list(_mapping(data.get("plan")).get("bets"))]
    bets = []
    for record in map(_mapping, _list(_mapping(data.get("vision")).get("bets"))):
        plan = next((plan for plan in plans if _same(plan, record)), {})
        either = {**plan, **record}
        bets.append(
            Bet(
                id=_text(record.get("id")),
                name=_text(record.get("bet")),
                competency=_text(record.get("competency")),
                current=_text(either.get("current")),
                target=_text(either.get("target")),
                weeks=_weeks(record.get("timeframe")),
            )
        )
    return tuple(bet for bet in bets if bet.name)


def _same(plan: Mapping[str, Any], bet: Mapping[str, Any]) -> bool:
    """Whether a plan of part 4 is the one of a bet of part 3: they share the id, or the name."""
    return any(plan.get(key) and plan.get(key) == bet.get(key) for key in ("id", "bet"))


def _weeks(value: Any) -> str:
    span = _mapping(value)
    first, last = span.get("from"), span.get("to")
    if not isinstance(first, int) or not isinstance(last, int):
        return ""
    return f"Week {first}" if first == last else f"Weeks {first}–{last}"


def _text(value: Any) -> str:
    return plain(str(value)) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 1000 else None


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
