"""Rules about frameworks: what they name in the code, and whether the bands of a rubric fit its weights."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from pmcoach_lint.coaching.attested import ATTESTED
from pmcoach_lint.coaching.parts import nodes_at
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.nearest import did_you_mean, in_a_row, nearest
from pmcoach_lint.rules.offences import Offences, offence
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.standards import FAMILY
from pmcoach_lint.syntax.yaml_marks import Path

_MOST = 5
"""The highest score of a dimension; the lowest is 1."""

HOLDERS = ("held_by", "unless")
"""What a record of a framework may name rules under."""


@rule("PMC790")
def unknown_criterion(document: Document) -> Offences:
    """A rubric names a criterion that pmcoach does not know, or one that belongs to the other rubric.

    Why it matters:
        What a criterion looks at stands in the code. One that there is none of earns nothing, and every document
        scores lower than it should.

    What to do:
        Write one of the names that there are. They stand in the rubric that comes with pmcoach.

    Bad:
        ---
        type: coaching-rubric
        ---

        ## Dimensions

        | Dimension | At 1 | At 3 | At 5 |
        |---|---|---|---|
        | Bets | None | Some | The right ones |

        ## Criteria

        | Dimension | Criterion | Points | What earns it |
        |---|---|---|---|
        | Bets | bets-brave | 2 | Be brave |

    Good:
        ---
        type: coaching-rubric
        ---

        ## Dimensions

        | Dimension | At 1 | At 3 | At 5 |
        |---|---|---|---|
        | Bets | None | Some | The right ones |

        ## Criteria

        | Dimension | Criterion | Points | What earns it |
        |---|---|---|---|
        | Bets | bets-few | 2 | Choose one to three bets |
    """
    nodes = nodes_at(document, ("criteria",))
    known = _criteria_for(document.type) if nodes else []
    for node in nodes if known else ():
        name = node.text("criterion").strip("`")
        if name and name not in known:
            near = nearest(name, known)
            message = f"There is no criterion “{name}” for this rubric.{did_you_mean(near)}"
            hint = f"There are: {', '.join(known)}."
            yield offence(document, node.at("criterion"), message, hint, near=near)


def _criteria_for(rubric: str) -> list[str]:
    """The names of the criteria for rubrics of that type."""
    from pmcoach_lint.criteria import all_criteria  # noqa: PLC0415 - only rubrics name any

    return [name for name, criterion in all_criteria().items() if criterion.rubric == rubric]


@rule("PMC791")
def unknown_rule_named(document: Document) -> Offences:
    """A framework says that a rule looks after something, and there is no such rule.

    Why it matters:
        Everybody believes that somebody looks, and nobody does.

    What to do:
        Write the name of a rule as `pmcoach rule` lists it, or “attested” where only a person can tell.

    Bad:
        ---
        type: coaching-checklists
        ---

        ## Items

        | ID | Checklist | Item | When | Held by |
        |---|---|---|---|---|
        | A1 | A. Before | Each gap has an example | at the start | gap-without-example |

    Good:
        ---
        type: coaching-checklists
        ---

        ## Items

        | ID | Checklist | Item | When | Held by |
        |---|---|---|---|---|
        | A1 | A. Before | Each gap has an example | at the start | gap-without-evidence |
        | A2 | A. Before | The PM has read it | at the start | attested |
    """
    if document.family != FAMILY:
        return
    from pmcoach_lint.rules import all_rules  # noqa: PLC0415 - the package imports this module, and some rules late

    known: list[str] = []
    for path, name in _named(document):
        known = known or [ATTESTED, *(each.name for each in all_rules())]
        if name not in known:
            near = nearest(name, known)
            message = f"There is no rule “{name}”.{did_you_mean(near)}"
            yield offence(document, path, message, "See: pmcoach rule", near=near)


@rule("PMC792", severity=Severity.WARNING)
def band_out_of_reach(document: Document) -> Offences:
    """A band of a rubric begins above the highest total, or the bands were made for other weights.

    A dimension scores from 1 to 5, and counts as often as its weight says. So the totals of six dimensions that count
    once go from 6 to 30, and the lowest band begins at 6; when one of them is to count three times, they go from 8 to
    40, and the same bands mean something else. A lowest band from 1 on is let be: it takes whatever is low.

    Why it matters:
        What used to be “Ask again first” is “Ship it” after a change of one weight, and nobody has decided that.

    What to do:
        Set the bands anew whenever a weight changes, or a dimension comes or goes.

    Bad:
        ---
        type: coaching-rubric
        ---

        ## Dimensions

        | Dimension | Weight | At 1 | At 3 | At 5 |
        |---|---|---|---|---|
        | Bets | 2 | None | Some | The right ones |

        ## Bands

        | From | Band | Asks for |
        |---|---|---|
        | 12 | Ship it | nothing |
        | 2 | Ask again first | questions |

    Good:
        ---
        type: coaching-rubric
        ---

        ## Dimensions

        | Dimension | Weight | At 1 | At 3 | At 5 |
        |---|---|---|---|---|
        | Bets | 2 | None | Some | The right ones |

        ## Bands

        | From | Band | Asks for |
        |---|---|---|
        | 8 | Ship it | nothing |
        | 2 | Ask again first | questions |
    """
    lowest = sum(node.value.get("weight", 1) for node in nodes_at(document, ("dimensions",)))
    highest = lowest * _MOST
    bands = [node for node in nodes_at(document, ("bands",)) if type(node.value.get("from")) is int]
    if not lowest or not bands or document.family != FAMILY:
        return
    beyond = [node for node in bands if node.value["from"] > highest]
    for node in beyond:
        message = f"This band begins at {node.value['from']}, and the highest total is {highest}: nothing reaches it."
        yield offence(document, node.at("from"), message, "Let it begin lower, or leave it out.")
    first = min(bands, key=lambda node: int(node.value["from"]))
    begins = first.value["from"]
    if not beyond and begins not in (1, lowest):
        same = sorted((ceil(node.value["from"] * lowest / begins) for node in bands), reverse=True)
        message = f"The bands begin at {begins}, and with these weights totals go from {lowest} to {highest}."
        hint = f"In the same proportion they would begin at {in_a_row([*map(str, same)])}."
        yield offence(document, first.at("from"), message, hint)


def _named(document: Document) -> Iterator[tuple[Path, str]]:
    """The rules that records of a framework name, with where they do."""
    for part in document.data:
        for node in nodes_at(document, (part,)):
            for holder in HOLDERS if isinstance(node.value, dict) else ():
                yield from ((line.path, str(line.value).strip("`")) for line in node.nodes(holder))
