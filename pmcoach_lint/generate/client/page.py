"""The first page of an engagement, its log, and the first artifact: what the client asks for, and what it is for."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, date, timedelta
from math import isinf

from pmcoach_lint.doctypes import LOG
from pmcoach_lint.generate.client.ground import Ground, Heard
from pmcoach_lint.generate.client.said import Chance, Client, said
from pmcoach_lint.generate.client.sessions import sessions_of
from pmcoach_lint.generate.client.writing import Data, is_blank
from pmcoach_lint.generate.draft.facts import HOLIDAYS
from pmcoach_lint.generate.markdown import TBD, label, table
from pmcoach_lint.generate.written import front_matter
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.standards import QUESTIONS_AT_ONCE, Horizon

_FIRST_TALKS = timedelta(days=7)
"""By when the first conversations are held. Our own figure."""

_ASKED_OF_IT = "what is it for, who decides with it, and by when?"
"""What is to be asked of a request that the positioning matrix does not know."""

_WHAT_HAPPENED = (
    "What was known of the engagement was written down, and its documents were drafted from it. "
    "What nobody has said yet is left open in them."
)


def page_data(ground: Ground) -> Data:
    """The first page as it was given, in the first phase, with dates for the horizons where it has none of its own.

    The client may be shown it: what is only for one's own side stands in the assessment.
    """
    client, page = ground.client, ground.client.page
    own = [row for row in page.get("horizons", []) if not is_blank(row.get("focus"))]
    planned = own or [_planned(client, place, horizon) for place, horizon in enumerate(ground.standards.horizons)]
    assumed = [] if own else ["The horizons are those of the standard, with their months counted from the start."]
    unknown = list(client.unknown)
    unknown += [f"{each.quoted}: {_ASKED_OF_IT}" for each in _new(ground.requests)]
    return {
        **page,
        **({"unknowns": unknown} if unknown else {}),
        "status": "draft",
        "visibility": client.visibility,
        "phase": "1" if is_blank(page.get("phase")) else page["phase"],
        "horizons": planned,
        "assumptions": [*assumed, HOLIDAYS],
    }


def _planned(client: Client, place: int, horizon: Horizon) -> Data:
    """A horizon by the standard, with its last day; its work is the opportunity of that place, if there is one."""
    day = last_day(client.start, horizon)
    has_own = place < len(client.opportunities) and not isinf(horizon.high)
    chance = client.opportunities[place] if has_own else Chance("")
    return {
        "horizon": horizon.name,
        "when": f"{'From' if isinf(horizon.high) else 'By'} {day}" if day else horizon.text,
        "focus": chance.task if chance.alternative else f"{horizon.focus} ({horizon.text})",
        "value": chance.benefit or horizon.value,
    }


def last_day(start: date | None, horizon: Horizon) -> date | None:
    """The last day of a horizon, or the first of one that has no end; None while nobody knows the start."""
    if start is None:
        return None
    months = int(horizon.low if isinf(horizon.high) else horizon.high)
    years, month = divmod(start.month - 1 + months, 12)
    year = min(start.year + years, MAXYEAR)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def needs_data(ground: Ground) -> Data:
    """The first piece of work: what the client asks for, and the conversation that each request opens."""
    sponsors = [said(one["stakeholder"]) for one in ground.client.stakeholders]
    known = [each for each in ground.requests if each.need]
    lines: list[str] = []
    if known:
        rows = [(each.quoted, each.need.low, each.need.high) for each in known if each.need]
        lines += ["Requests heard so far, each with the two answers of the positioning matrix.", ""]
        lines += table(["Request", "Taking the order", "What to answer"], rows)
    if new := _new(ground.requests):
        lines += ["Requests for which the matrix has no answer yet. Before the next talk, write one for each.", ""]
        lines += [f"- {each.quoted}: {_ASKED_OF_IT}" for each in new]
    return {
        "title": "What the client asks for, and what it is for",
        "kind": "strategy",
        "audience": in_a_row(sponsors) if sponsors else None,
        "produced": "\n".join(lines).strip() or None,
    }


def _new(requests: list[Heard]) -> list[Heard]:
    return [each for each in requests if each.need is None]


def log_text(ground: Ground, common: Data) -> str:
    """The event log with its first entry: that the engagement was drafted, and who does what next."""
    client, doctype = ground.client, ground.known[LOG]
    head = front_matter(doctype, common | {"type": doctype.name})
    entry = [f"## {ground.as_of} — Onboarding — Intake of the engagement", ""]
    if client.adviser:
        entry += label("Participants", client.adviser)
    entry += [*label("Work type", "Operational"), *label("What happened", _WHAT_HAPPENED)]
    actions = list(_actions(ground))
    if actions:
        entry += ["**Action items:**", "", *table(["Action", "Owner", "Due", "Done"], actions)]
    title = f"{doctype.title}: {client.name}" if client.name else doctype.title
    return "\n".join([*head, "", f"# {title}", "", *entry]).rstrip() + "\n"


def _actions(ground: Ground) -> Iterator[tuple[str, str, str, str]]:
    """What follows from the draft, as far as it is known who does it."""
    client, begin = ground.client, ground.begin
    due = client.free_from(begin + _FIRST_TALKS) if begin <= date.max - _FIRST_TALKS else begin
    owner = client.adviser or TBD
    if client.sponsor:
        yield f"Talk with {client.sponsor} about what comes next", owner, due.isoformat(), "no"
    for pm in client.pms:
        first = sessions_of(ground, pm)[0].day
        if first:
            yield "Read the coaching plan, and correct it before the first session", pm.handle, first.isoformat(), "no"
    if client.open:
        ids = ", ".join(question.id for question, _ in client.open[:QUESTIONS_AT_ONCE])
        left = len(client.open) - QUESTIONS_AT_ONCE
        more = f" and {left} more" if left > 0 else ""
        yield f"Find out what the intake left open: {ids}{more}", owner, due.isoformat(), "no"
