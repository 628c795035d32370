"""The work proposal: what to do instead, by when, at what price, and what is recommended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pmcoach_lint.generate.client.assessment import agreed
from pmcoach_lint.generate.client.ground import Ground
from pmcoach_lint.generate.client.page import last_day
from pmcoach_lint.generate.client.said import Chance, Client, said
from pmcoach_lint.generate.client.sessions import sessions_of
from pmcoach_lint.generate.client.writing import NOTE, Data, note, spoken
from pmcoach_lint.generate.markdown import in_line, sentence
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.regex import regex
from pmcoach_lint.standards import Horizon

_LEFT_OUT = regex(r"\b(?:left out|out of scope|not included|excluded)\b\W*(\w.*)", re.IGNORECASE)


def proposal_data(ground: Ground) -> Data:
    """The data of the proposal, which is for the client to read: nothing on where a PM stops, or on the ladder."""
    client, horizons = ground.client, ground.standards.horizons
    first = next(iter(client.opportunities), Chance(""))
    deliverables = [*_deliverables(client, horizons), *_coaching(ground)]
    return {
        NOTE: note("Assumed:", _assumed(client)),
        "current_engagement": agreed(client),
        "proposed_addition": first.task,
        "opportunity": {
            "current_state": _current(client),
            "untapped_value": " ".join(sentence(_with_gain(each)) for each in client.opportunities),
            "impact": {"addressed": first.benefit, "ignored": first.otherwise},
        },
        "proposed": {
            "scope": _scope(client),
            "deliverables": deliverables,
            "outcomes": [
                {"outcome": _with_gain(each), "metric": each.metric, "target": each.target} for each in client.gaining
            ],
        },
        "investment": {
            "current": {"terms": client.rate},
            "proposed": {"terms": client.offer, **({"gets": gets} if (gets := _gets(client)) else {})},
            "roi": {"statement": _return(client)},
        },
        "recommendation": _recommendation(client, horizons),
    }


def _assumed(client: Client) -> Iterator[str]:
    if len(client.opportunities) > 1:
        yield "The first opportunity is the largest, and comes first; the others follow, one to a horizon."
    if client.opportunities and not client.start:
        yield "The days of the deliverables wait for the start of the engagement, which nobody has said."


def _with_gain(chance: Chance) -> str:
    return ": ".join(filter(None, (chance.opportunity, in_line(chance.benefit))))


def _current(client: Client) -> str:
    """The work of today: what was agreed, and what is done there where more value lies."""
    today = [f"{each.opportunity}: {in_line(sentence(each.today))}" for each in client.opportunities if each.today]
    scope = said(client.page.get("scope"))
    return " ".join([*([sentence(scope)] if scope else []), *today])


def _scope(client: Client) -> str:
    """What is proposed, line by line; empty where no alternative is known."""
    lines = [f"- {sentence(each.task)}" for each in client.alternatives]
    if not lines:
        return ""
    if client.pms:
        lines.append(f"- The coaching of {in_a_row([pm.handle for pm in client.pms])} by their plans.")
    if left := _LEFT_OUT.search(said(client.page.get("scope"))):
        lines.append(f"- Left out, as before: {sentence(left[1])}")
    return "\n".join(lines)


def _deliverables(client: Client, horizons: Sequence[Horizon]) -> Iterator[Data]:
    """What each opportunity leaves behind: the first at the end of the first horizon, and so on."""
    for place, chance in enumerate(client.alternatives):
        horizon = horizons[min(place, len(horizons) - 1)] if horizons else None
        day = last_day(client.start, horizon) if horizon else None
        yield {
            "deliverable": chance.task,
            "purpose": chance.benefit,
            "timeline": day.isoformat() if day else "",
        }


def _coaching(ground: Ground) -> Iterator[Data]:
    """The four sessions of each PM, when the last of them is over."""
    for pm in ground.client.pms:
        last = sessions_of(ground, pm)[-1].day
        if pm.gap and last:
            yield {
                "deliverable": f"Four coaching sessions with {pm.handle}",
                "purpose": "More that the team decides and does itself, without anybody who steps in.",
                "timeline": last.isoformat(),
            }


def _gets(client: Client) -> list[str]:
    """What the client gets for the offer; empty without an offer."""
    return list(map(_with_gain, client.gaining)) if client.offer else []


def _return(client: Client) -> str:
    """What it is worth against what it costs; empty where one of the two is not known."""
    gain = next(iter(client.gaining), None)
    if gain is None or not client.offer:
        return ""
    against = f"Against it stand {client.offer}. How the first figure is reckoned is still to be shown."
    return f"{sentence(gain.benefit)} {against}"


def _recommendation(client: Client, horizons: Sequence[Horizon]) -> str:
    """One thing to begin with, the reason, and when to look at it again; empty where no alternative is known."""
    chance = next(iter(client.alternatives), None)
    if chance is None:
        return ""
    lines = [f"Begin with one thing: {in_line(sentence(chance.task))}"]
    if chance.benefit:
        lines.append(f"The reason is what you gain: {in_line(sentence(chance.benefit))}")
    if chance.otherwise:
        lines.append(f"Without it: {in_line(sentence(chance.otherwise))}")
    day = last_day(client.start, horizons[0]) if horizons else None
    if day:
        is_measured = chance.metric and chance.target
        mark = f", at this mark: {in_line(chance.metric)}, {chance.target}" if is_measured else ""
        lines.append(
            f"On {spoken(client.free_from(day))} look at it together{mark}, and decide then whether it goes on."
        )
    return " ".join(lines)
