"""Rules about the money of an engagement: currencies, rates and sums."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.doctypes import ASSESSMENT, ENGAGEMENT, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.engagement.position import (
    BASELINE,
    CURRENT,
    CURRENT_RATE,
    OFFERED,
    RATE,
    Baseline,
    baseline_of,
    target_of,
)
from pmcoach_lint.engagement.rates import PER, Rate, hours_in, money_text, rate_of, rate_of_terms, stated_rate
from pmcoach_lint.engagement.sums import OFF, wrong_fees, wrong_products, wrong_totals
from pmcoach_lint.readers.spent import HOURS_A_DAY
from pmcoach_lint.rules.offences import Offences, mention, offence
from pmcoach_lint.rules.registry import rule_across
from pmcoach_lint.syntax.source import Mention, Offence
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.workspace import Workspace

LINES: Path = ("investment", "roi", "lines")

MONEY: dict[str, tuple[Path, ...]] = {
    ENGAGEMENT: (RATE, BASELINE),
    ASSESSMENT: (CURRENT_RATE,),
    PROPOSAL: ((*CURRENT, "rate"), (*CURRENT, "total"), (*OFFERED, "rate"), (*OFFERED, "total")),
}
"""Where the documents of an engagement give amounts of money."""


@rule_across("PMC610")
def mixed_currencies(workspace: Workspace) -> Offences:
    """Two amounts of one engagement are in different currencies, so they cannot be compared.

    Why it matters:
        A rate in one currency and a proposal in another hide whether the client pays more or less.

    What to do:
        Keep all amounts of one engagement in one currency.

    Bad:
        === engagement.md
        ---
        type: engagement
        client: northwind
        ---

        ## Rate basis

        **Rate**: €95 per hour

        === proposal.md
        ---
        type: work-proposal
        client: northwind
        ---

        ## Investment

        ### Proposed

        - Rate: $190 per hour

    Good:
        === engagement.md
        ---
        type: engagement
        client: northwind
        ---

        ## Rate basis

        **Rate**: €95 per hour

        === proposal.md
        ---
        type: work-proposal
        client: northwind
        ---

        ## Investment

        ### Proposed

        - Rate: €190 per hour
    """
    amounts = list(_amounts(workspace))
    if not amounts:
        return
    counts = [currency for _, _, currency in amounts]
    usual = max(dict.fromkeys(counts), key=counts.count)
    first = next((document, path) for document, path, currency in amounts if currency == usual)
    for document, path, currency in amounts:
        if currency != usual:
            message = f"This amount is in {currency}, others of this engagement are in {usual}."
            related = (mention(*first, f"in {usual}"),)
            hint = f"Give it in {usual} as well, so that it can be compared."
            yield offence(document, path, message, hint, related)


_UNITS_OF_WORK = frozenset({"hour", "day"})
"""The units of which one is as much work as another; how much is done in a month is for each offer to say."""


@rule_across("PMC611")
def rate_off_its_level(workspace: Workspace) -> Offences:
    """The proposed rate lies outside of what the target level is worth.

    The value ladder says how many times the rate of extra hands each level is worth. That rate, the baseline, is what
    the engagement says under “Baseline”; without it, it is reckoned from the current rate and the current level. A
    retainer is compared by the hour or day where hours or days are given, and not without them. Where the one is told
    by the hour and the other by the day, a day is taken for eight hours.

    Why it matters:
        Below the range the client pays for tactical work and will see it as such; above it the value ladder does not
        carry the price, and something else must.

    What to do:
        Change the rate or the target level, or say what the baseline really is.

    Bad:
        === engagement.md
        ---
        type: engagement
        client: northwind
        ---

        ## Rate basis

        **Rate**: €130 per hour
        **Baseline**: €90 per hour

        === proposal.md
        ---
        type: work-proposal
        client: northwind
        ---

        **Target level**: Strategic Advisor

        ## Investment

        ### Proposed

        - Rate: €150 per hour

    Good:
        === engagement.md
        ---
        type: engagement
        client: northwind
        ---

        ## Rate basis

        **Rate**: €130 per hour
        **Baseline**: €90 per hour

        === proposal.md
        ---
        type: work-proposal
        client: northwind
        ---

        **Target level**: Strategic Advisor

        ## Investment

        ### Proposed

        - Rate: €200 per hour
    """
    for proposal in workspace.of_type(PROPOSAL):
        target, baseline = target_of(workspace, proposal), baseline_of(workspace, proposal)
        terms = value_at(proposal, OFFERED) or {}
        offered = rate_of_terms(terms)
        if target is None or baseline is None or offered is None:
            continue
        worth, base = target.level.multiplier, baseline.rate
        offered = offered.by(base.per) if base.per in _UNITS_OF_WORK else None
        if worth is None or offered is None or base.currency != offered.currency:
            continue  # not to be compared; another rule speaks of currencies
        allowed = base.times(worth.low, worth.high)
        if offered.is_within(allowed):
            continue
        times = f"{offered.low / base.high:.1f}".removesuffix(".0")
        message = (
            f"{_told(terms, offered)} is {times} times the baseline of {base.text}; a {target.level.level} is worth "
            f"{worth.text}: {allowed.text}."
        )
        path = (*OFFERED, "rate" if rate_of(terms.get("rate")) else "total")
        hint = "Change the rate or the target level, or say what the baseline really is."
        related = (_basis(baseline), mention(target.document, target.path, "the target level"))
        yield offence(proposal, path, message, hint, related)


def _basis(baseline: Baseline) -> Mention:
    """Where the baseline is said, or that from which it is reckoned."""
    words = "the baseline is reckoned from this rate" if baseline.reckoned else "the baseline"
    return mention(baseline.document, baseline.path, words)


@rule_across("PMC612")
def sum_off(workspace: Workspace) -> Offences:
    """A stated total is not what its parts add up to.

    Read are hours times rate, and months times the fee of a month, against the total, and the lines of a return on
    investment against those below them that are called a total or a net amount. Hours a week may be reckoned with four
    weeks a month, or by the calendar.

    Why it matters:
        Whoever signs a proposal adds it up. One wrong sum costs the trust in all other figures.

    What to do:
        Correct the total, or the figure that it is made of.

    Bad:
        ---
        type: work-proposal
        client: northwind
        ---

        ## Investment

        ### Proposed

        - Hours: 40 hours a month
        - Rate: €200 per hour
        - Total: €8,500 a month

    Good:
        ---
        type: work-proposal
        client: northwind
        ---

        ## Investment

        ### Proposed

        - Hours: 40 hours a month
        - Rate: €200 per hour
        - Total: €8,000 a month
    """
    for proposal in workspace.of_type(PROPOSAL):
        for side in ("current", "proposed"):
            yield from _total_off(proposal, ("investment", side))
        yield from _fees_off(proposal)
        yield from _lines_off(proposal)


def _total_off(proposal: Document, side: Path) -> Offences:
    """The total of one side of an investment, when it is not the hours times the rate."""
    terms = value_at(proposal, side) or {}
    rate, total = rate_of(terms.get("rate")), rate_of(terms.get("total"))
    if not rate or not total or rate.currency != total.currency or rate.per not in ("hour", "day"):
        return
    hours = hours_in(terms.get("hours"), total.per, f"{rate.per}s")
    if hours is None:
        return
    low, high = hours[0] * rate.low, hours[1] * rate.high
    if total.low >= low * (1 - OFF) and total.high <= high * (1 + OFF):
        return
    least, most = (f"{round(each, 1):g}" for each in hours)
    worked = least if least == most else f"{least}–{most}"
    made = money_text(low, high, rate.currency)
    message = f"The total is {total.text}, but {worked} {rate.per}s at {rate.text} are {made}."
    related = (mention(proposal, (*side, "hours"), "the hours"), mention(proposal, (*side, "rate"), "the rate"))
    yield offence(proposal, (*side, "total"), message, "Correct the total, the hours or the rate.", related)


def _fees_off(proposal: Document) -> Offences:
    """The totals behind a monthly fee and its months that are not both, and the fees that are none of those offered."""
    offered = [rate_of(value_at(proposal, (*side, "total"))) for side in (CURRENT, OFFERED)]
    fees = {rate.low for rate in offered if rate and rate.per == "month" and rate.low == rate.high}
    told = [*wrong_products(proposal.text)]
    told += [off for off in wrong_fees(proposal.text, fees) if off.start not in {one.start for one in told}]
    for off in told:
        message = f"The total is {off.stated}, but {off.made}."
        yield Offence(
            (off.start, off.end), message, "Correct the total, the fee or the months.", source=proposal.source
        )


def _lines_off(proposal: Document) -> Offences:
    """The lines of a calculation that call themselves a total, or net, and are not what the lines above add up to."""
    for off in wrong_totals(value_at(proposal, LINES) or []):
        message = f"The total is {off.stated}, but the lines above add up to {off.added}."
        path: Path = (*LINES, off.line, "amount")
        yield offence(proposal, path, message, "Correct the total, or the line that is wrong.")


def _told(terms: dict[str, Any], offered: Rate) -> str:
    """The rate that terms offer, as it is told: as it was reckoned to be compared as well, where it was."""
    stated, worked = stated_rate(terms), rate_of_terms(terms)
    if stated is None or worked is None or stated == offered:
        return offered.text
    reckoned = money_text(round(offered.low), round(offered.high), offered.currency)
    assumed = "" if worked.per == offered.per else f" (with {HOURS_A_DAY} hours a day)"
    return f"{stated.text}, about {reckoned} {PER[offered.per]}{assumed},"


def _amounts(workspace: Workspace) -> Iterator[tuple[Document, Path, str]]:
    """All amounts of money in an engagement, each with its place and its currency."""
    for document in workspace.documents:
        places = MONEY.get(document.type, ())
        lines = range(len(value_at(document, LINES) or ()))
        for path in (*places, *((*LINES, index, "amount") for index in lines)):
            money = value_at(document, path)
            if isinstance(money, dict) and "currency" in money:
                yield document, path, money["currency"]
