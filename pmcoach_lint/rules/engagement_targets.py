"""Whether a coaching plan for a client's PM aims at more than there is: its indicators, and what it counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pmcoach_lint.doctypes import PLAN
from pmcoach_lint.document import Document
from pmcoach_lint.nearest import short
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.rules.offences import Offences, mention, offence
from pmcoach_lint.rules.registry import rule

_HOW_OFTEN = ("rarely", "sometimes", "usually")
_SHARE = regex(r"(?:about |around |approx\.? |[~≈]\s?)?(?P<share>\d{1,3}(?:\.\d+)?)\s?%(?=$|\s*[(,;=])")
_COUNT = regex(r"\d{1,3}")
_WHOLE = 100
_MORE_IS_BETTER = anycase(
    r"\b(?:strategic|question(?:s|ed)|upwards?|outcomes?|declin(?:ed|es|ing)|challeng\w+|with an? (?:reason|why))\b"
)
"""What the three metrics of the source count, and others like them: more of it is what the coaching is for."""


@rule("PMC637", severity=None)
def target_no_better(document: Document) -> Offences:
    """An indicator or a metric of a coaching plan has a target that is no better than where it stands.

    Of indicators, a target below today's is told: rarely, sometimes, usually. Of metrics, a share that stays as it is,
    and one that falls, or a count that does, where more of it is better: strategic conversations, requests questioned,
    upward influence. Of anything else nobody but you knows which way is up.
    Standard: Evidence-Based.

    Why it matters:
        Targets say when the coaching has worked. One that is reached on the first day says so before it has begun.

    What to do:
        Put right whichever of the two is wrong, or leave out what you do not work on.

    Bad:
        ---
        type: coaching-plan
        ---

        ## Success Metrics

        | Metric | Baseline | Target | Timeframe |
        |---|---|---|---|
        | Requests questioned | 40% | 25% | 12 weeks |

    Good:
        ---
        type: coaching-plan
        ---

        ## Success Metrics

        | Metric | Baseline | Target | Timeframe |
        |---|---|---|---|
        | Requests questioned | 25% | 40% | 12 weeks |
        | Days until a decision | 20 | 10 | 12 weeks |
    """
    if not document.is_a(PLAN):
        return
    for index, row in enumerate(document.data.get("assessment", {}).get("indicators", ())):
        current, target = row.get("current"), row.get("target")
        if {current, target} <= set(_HOW_OFTEN) and _HOW_OFTEN.index(target) < _HOW_OFTEN.index(current):
            path = ("assessment", "indicators", index)
            message = f"The target is “{target}”, and today it is “{current}” already."
            related = (mention(document, (*path, "current"), "today"),)
            yield offence(document, (*path, "target"), message, "Put right whichever of the two is wrong.", related)
    for index, row in enumerate(document.data.get("metrics", ())):
        if falls := _falls(row):
            place = ("metrics", index)
            message = f"From {short(row['baseline'])} to {short(row['target'])} {falls}."
            hint = "Put right whichever of the two is wrong, or leave out what you do not work on."
            related = (mention(document, (*place, "baseline"), "the baseline"),)
            yield offence(document, (*place, "target"), message, hint, related)


def _falls(row: Mapping[str, Any]) -> str:
    """What the target of a metric does, where it gets no better; nothing where it may well."""
    baseline, target, metric = (str(row.get(name, "")).strip() for name in ("baseline", "target", "metric"))
    counts = None
    shares = _SHARE.match(baseline), _SHARE.match(target)
    if shares[0] and shares[1]:
        counts = float(shares[0]["share"]), float(shares[1]["share"])
    elif _COUNT.fullmatch(baseline) and _COUNT.fullmatch(target):
        counts = float(baseline), float(target)
    if counts and counts[0] == counts[1] < _WHOLE and shares[0]:
        return "is no change"
    return "is a step back" if counts and counts[1] < counts[0] and _MORE_IS_BETTER.search(metric) else ""
