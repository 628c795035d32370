"""Rules about frameworks that name something in the code: criteria of a rubric, and rules that hold a check."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.coaching.attested import ATTESTED
from pmcoach_lint.coaching.parts import nodes_at
from pmcoach_lint.document import Document
from pmcoach_lint.nearest import did_you_mean, nearest
from pmcoach_lint.rules.offences import Offences, offence
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.standards import FAMILY
from pmcoach_lint.syntax.yaml_marks import Path

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


def _named(document: Document) -> Iterator[tuple[Path, str]]:
    """The rules that records of a framework name, with where they do."""
    for part in document.data:
        for node in nodes_at(document, (part,)):
            for holder in HOLDERS if isinstance(node.value, dict) else ():
                yield from ((line.path, str(line.value).strip("`")) for line in node.nodes(holder))
