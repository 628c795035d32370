"""The value assessment: how the client sees the engagement, where more value lies, and how to say so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pmcoach_lint.doctypes import ASSESSMENT
from pmcoach_lint.engagement.logged import shift_of
from pmcoach_lint.generate.client.ground import Ground
from pmcoach_lint.generate.client.plan import plan_name, strategic_or_tactical
from pmcoach_lint.generate.client.said import Chance, Client, Pm, said
from pmcoach_lint.generate.client.sessions import THEMES, focus_of, sessions_of, tells_apart
from pmcoach_lint.generate.client.writing import NOTE, Data, note, spoken
from pmcoach_lint.generate.markdown import in_line

_SIGNALS = ("meeting_role", "kind_of_work", "access", "rate_talk")
"""What an intake says of how the client sees an adviser, in the order of the rows that an assessment begins with."""

_TRIAL = timedelta(weeks=4)
"""How long a new share of time is tried before it is talked about again. Our own figure."""

SPENT = "of my time went into specs and tickets"
"""What follows upon the share of tactical work in the message to the client."""

_QUICK_WINS = 3
_TOWARD = {"your team": "what the team can do itself", "strateg": "the strategy behind it", "decision": "decisions"}
"""By a word of a better answer, what it turns the talk to."""


def assessment_data(ground: Ground) -> Data:
    """The data of the assessment."""
    client = ground.client
    position, rate = client.position, client.page.get("rate", {})
    return {
        NOTE: [*note("Assumed:", _assumed(client)), *note("Not settled:", client.unsettled)],
        "current_engagement": agreed(client),
        "position": {
            "signals": [
                row | ({"current": text} if (text := said(position.get(key))) else {})
                for row, key in zip(ground.begun(ASSESSMENT, "position", "signals"), _SIGNALS, strict=False)
            ],
            "ladder": {key: said(position.get(key)) for key in ("current", "target", "gap")},
        },
        "opportunities": {
            "untapped": [_untapped(chance) for chance in client.opportunities],
            "time": _time(client, ground.begun(ASSESSMENT, "opportunities", "time")),
        },
        "team": {"pms": [_pm(ground, pm) for pm in client.pms]},
        "repositioning": {
            "quick_wins": list(_quick_wins(ground)),
            "conversation": {"with": client.sponsor, "message": _message(ground)},
            "deliverables": [
                {"deliverable": chance.task, "replaces": chance.today, "value": chance.benefit}
                for chance in client.alternatives
            ],
        },
        **({"relationship": client.relationship} if client.relationship else {}),
        "rate": {
            "basis": {"rate": client.rate, "basis": rate.get("basis")}
            | ({"baseline": client.baseline} if client.baseline else {}),
            "proposition": _proposition(client),
            "evidence": [{name: said(text) for name, text in row.items()} for row in client.contributions],
        },
    }


def agreed(client: Client) -> str:
    """What was agreed, in a line; empty where nobody has said."""
    scope = said(client.page.get("scope"))
    return f"{scope.rstrip('.')}. Rate: {client.rate}" if scope and client.rate else scope


def _assumed(client: Client) -> Iterator[str]:
    yield "The ideals of “How Client Sees You” and the direction of each share of time are those a new assessment has."
    if client.sponsor:
        yield f"{client.sponsor} is the one to talk to first."
    if not (client.baseline or client.page.get("rate", {}).get("baseline")):
        yield "What extra hands would cost is not known, so the rate is not placed on the value ladder."


def _untapped(chance: Chance) -> Data:
    said = {"opportunity": chance.opportunity, "current_state": chance.today}
    return said | {"alternative": chance.alternative, "benefit": chance.benefit}


def _time(client: Client, begun: list[Data]) -> list[Data]:
    """The shares of time, in the rows that an assessment begins with."""
    rows = []
    for row in begun:
        name = str(row["work_type"]).partition("(")[0].strip().casefold()
        shares = {key: text for key in ("current", "target") if (text := said(client.time.get(name, {}).get(key)))}
        rows.append(row | shares | _shift(client.time.get(name, {})))
    return rows


def _shift(row: Data) -> Data:
    """In which direction a share is to go, where both of its figures are known."""
    now, then = (_percent(row.get(key)) for key in ("current", "target"))
    if now is None or then is None:
        return {}
    return {"shift": shift_of(now, then).capitalize()}


def _percent(text: object) -> float | None:
    try:
        return float(str(text).strip().rstrip("% "))
    except ValueError:
        return None


def _pm(ground: Ground, pm: Pm) -> Data:
    """A row of the team: where a PM stands, and with which session of the plan help begins to pay."""
    focus = focus_of(pm, sessions_of(ground, pm), ground.library)
    bet = f": {in_line(focus.step.bet)}" if focus.step else ""
    most = f", of which session {THEMES.index(focus.theme) + 1} matters most{bet}" if tells_apart(pm) else ""
    return {
        "pm": pm.handle,
        "level": strategic_or_tactical(pm),
        "gap": pm.gap or pm.does,
        "coaching": f"The four sessions of the plan{most}",
        "plan": f"[Coaching plan for {pm.handle}]({plan_name(pm.handle)})",
    }


def _quick_wins(ground: Ground) -> Iterator[str]:
    """What can be done this week: the better answer to each of two requests, and the next one for a PM to take."""
    known = [(each, each.need) for each in ground.requests if each.need][: _QUICK_WINS - 1]
    for each, need in known:
        yield f"Answer {each.quoted} with {need.high} - shifts the engagement toward {_toward(need.high)}"
    if known and ground.client.pms:
        pm = ground.client.pms[0].handle
        yield f"Let {pm} take the next such request, and listen - demonstrates that the team can do it"


def _toward(answer: str) -> str:
    """What an answer turns the talk to, by the words of it."""
    words = answer.casefold()
    return next((what for sign, what in _TOWARD.items() if sign in words), "what it is for")


def _message(ground: Ground) -> str:
    """What to say to the sponsor: where the time goes, what it could be worth, and a trial with an end."""
    client = ground.client
    chance = next(iter(client.opportunities), None)
    if chance is None:
        return "; ".join(each.need.high for each in ground.requests if each.need)
    share = said(client.time.get("tactical", {}).get("current"))
    lead = f"In the last four weeks {share} {SPENT}. " if share else ""
    worth = f" What you gain: {in_line(chance.benefit.rstrip('.'))}." if chance.benefit else ""
    until = ""
    if ground.begin <= date.max - _TRIAL:
        until = f" until {spoken(client.free_from(ground.begin + _TRIAL))}, and look at it together then"
    what = in_line(chance.task).rstrip(".")
    return (
        f"“{lead}There is something that would help you more: {what}.{worth} May I move part of my hours there{until}?”"
    )


def _proposition(client: Client) -> str:
    """What the engagement is worth today, and what it could be; empty where nobody has named a gain."""
    chance = next(iter(client.gaining), None)
    if chance is None or not client.rate:
        return ""
    now = f"Today {client.rate} buys this: {in_line(chance.today.rstrip('.'))}. " if chance.today else ""
    instead = in_line(chance.task).rstrip(".")
    worth = in_line(chance.benefit.rstrip("."))
    return f"“{now}Instead it could buy this: {instead}. What you gain by it: {worth}.”"
