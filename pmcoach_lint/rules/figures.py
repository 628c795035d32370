"""Figures that stand beside each other and tell one thing twice, and differently."""

from __future__ import annotations

from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.language.figures import too_many_parts, wrong_shares
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.source import Offence

_HINT = "Count again, and correct the figure that is wrong."


@rule("PMC224", severity=Severity.WARNING)
def figures_disagree(document: Document) -> Offences:
    """A share is not that of the fraction beside it: “25 % (6 of 40)”; or parts add up to more than what they are of.

    Two points that rounding explains are let pass, and more where the share is told as a rough one. Parts are added up
    where there are three or more, and where each falls under one of them: “Of 30 topics, 3 were about a choice, 21
    about dates, 8 about process”.
    Standard: Evidence-Based.

    Why it matters:
        A baseline is what progress is measured by. Where its two figures disagree, either may be used against the
        other later on, and whoever notices trusts none of the rest.

    What to do:
        Count again, and correct the figure that is wrong.

    Bad:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Apply | Analyze | Briefs of the autumn: 25 % (6 of 40) name a cause |

    Good:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Apply | Analyze | Briefs of the autumn: 15 % (6 of 40) name a cause |
    """
    text = document.standing
    for share in wrong_shares(document.source, text):
        words = " ".join(text[slice(*share.span)].split())
        yield Offence(share.span, f"“{words}”: {share.fraction} make {share.made}.", _HINT)
    for parts in too_many_parts(document.source, text):
        yield Offence(parts.span, f"These parts add up to {parts.added}, and they are parts of {parts.whole}.", _HINT)
