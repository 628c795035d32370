"""References from one record to another."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.checks.words import binding_at, record_name, spot, value_at
from pmcoach_lint.document import Document
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.source import Mention, Offence


@rule("PMC401", "ambiguous-reference")
def ambiguous_reference(document: Document) -> Iterator[Offence]:
    """A name may mean more than one thing.

    A bet is known by its id, number, name or competency; a competency by its name or any short form of it. The short
    form must fit one only.

    Why it matters:
        Progress that is booked on the wrong bet hides the one that is stuck.

    What to do:
        Write the id, or enough of the name to tell them apart.

    Bad:
        ---
        type: coaching-pack
        ---

        ## 1) Definition of “Good PM”

        | Competency | Observable behaviours |
        |---|---|
        | Product strategy | Says no with a reason |
        | Product craft | Writes edge cases down |

        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Product | Apply | Analyze | Brief of 3 March |

    Good:
        ---
        type: coaching-pack
        ---

        ## 1) Definition of “Good PM”

        | Competency | Observable behaviours |
        |---|---|
        | Product strategy | Says no with a reason |
        | Product craft (docs, UX, edge cases) | Writes edge cases down |

        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Product craft | Apply | Analyze | Brief of 3 March |
    """
    for reference in document.references:
        if len(reference.targets) < 2:
            continue
        names = []
        for target in reference.targets:
            binding, record = binding_at(document, target), value_at(document, target)
            names.append(f"“{record_name(binding, record)}”" if binding and isinstance(record, dict) else "?")
        related = tuple(Mention(spot(document, target), "may be meant") for target in reference.targets)
        message = f"“{reference.text}” may mean {in_a_row(names, 'or')}."
        hint = "Write enough of the name to tell them apart, or the id."
        yield Offence("ambiguous-reference", reference.span, message, hint, related=related)
