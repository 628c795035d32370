"""References from one record to another."""

from __future__ import annotations

from pmcoach_lint.binding.references import Outside
from pmcoach_lint.binding.targets import meanings
from pmcoach_lint.checks.words import binding_at, record_name, value_at
from pmcoach_lint.doctypes import MODEL, PACK
from pmcoach_lint.document import Document
from pmcoach_lint.nearest import did_you_mean, in_a_row, nearest
from pmcoach_lint.rules.offences import Offences, mention, offence
from pmcoach_lint.rules.registry import rule, rule_across
from pmcoach_lint.standards import FAMILY
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.workspace import Workspace

_MOST_NAMES = 12
"""How many names are shown in a hint."""


@rule("PMC401")
def ambiguous_reference(document: Document) -> Offences:
    """A name may mean more than one thing.

    A bet is known by its id, number, name or competency; a competency by its name or any short form of it. The short
    form must fit one only.

    Why it matters:
        Progress that is booked on the wrong bet hides the one that is stuck.

    What to do:
        Write the id, or enough of the name to tell them apart.

    Bad:
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
    for reference in document.unclear:
        if len(reference.targets) < 2:
            continue
        names = []
        for target in reference.targets:
            binding, record = binding_at(document, target), value_at(document, target)
            names.append(f"“{record_name(binding, record)}”" if binding and isinstance(record, dict) else "?")
        related = tuple(mention(document, target, "may be meant") for target in reference.targets)
        message = f"“{reference.text}” may mean {in_a_row(names, 'or')}."
        hint = "Write enough of the name to tell them apart, or the id."
        yield Offence(document.values[reference.path], message, hint, related=related)


@rule_across("PMC402")
def not_among_them(workspace: Workspace) -> Offences:
    """A name is none of those that a shared definition knows, or may mean several of them.

    Such as a competency that is not in the model that a pack refers to, or a level that is not on the value ladder.
    What counts is the team's own definition, where it has one, else the one that comes with pmcoach.

    Why it matters:
        Words that everybody uses in the same way are what the definition is for.

    What to do:
        Write one of the names, or change the definition by pull request.

    Bad:
        === pack.md
        ---
        type: coaching-pack
        competency-model: checkout.md
        ---

        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Charisma | Apply | Analyze | Brief of 3 March |

        === checkout.md
        ---
        type: competency-model
        name: Checkout PMs
        ---

        | Competency | Observable behaviours |
        |---|---|
        | Product strategy | Says no with a reason |
        | Stakeholder leadership | Brings dissent into the room |

    Good:
        === pack.md
        ---
        type: coaching-pack
        competency-model: checkout.md
        ---

        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Strategy | Apply | Analyze | Brief of 3 March |

        === checkout.md
        ---
        type: competency-model
        name: Checkout PMs
        ---

        | Competency | Observable behaviours |
        |---|---|
        | Product strategy | Says no with a reason |
        | Stakeholder leadership | Brings dissent into the room |
    """
    for document in workspace.documents:
        for outside in document.outside:
            targets = workspace.targets(outside.type, outside.to)
            if targets is None:
                continue  # there is no such document; where one is named in vain, another rule says so
            names = [record_name(targets.binding, record) for record in targets.records]
            for meant in meanings(targets, outside.text, many=outside.many):
                if len(meant) > 1:
                    message = f"“{outside.text}” may mean {in_a_row([f'“{names[index]}”' for index in meant], 'or')}."
                    yield _about(document, outside, message, "Write enough of the name to tell them apart.", None)
                elif not meant:
                    near = nearest(outside.text, names)
                    message = f"“{outside.text}” is not in the {workspace.title(outside.type)}.{did_you_mean(near)}"
                    yield _about(document, outside, message, _hint(names), near)


@rule_across("PMC403", severity=None)
def no_such_model(workspace: Workspace) -> Offences:
    """A pack refers to a competency model that is not there.

    A model is named by the path of its file, from the pack or from the root of the repository, or by its name.

    Why it matters:
        The model is the pack's definition of good. Without it nobody can tell what is assessed.

    What to do:
        Correct the path or the name, or write the model: `pmcoach new competency-model packs/models/checkout.md`.

    Bad:
        === pack.md
        ---
        type: coaching-pack
        competency-model: Checkout PMs
        ---

    Good:
        === pack.md
        ---
        type: coaching-pack
        competency-model: checkout.md
        ---

        === checkout.md
        ---
        type: competency-model
        name: Checkout PMs
        ---
    """
    for pack in workspace.of_type(PACK):
        name = pack.data.get("competency_model")
        if name and not workspace.of_type(MODEL):
            message = f"There is no competency model “{name}”."
            hint = "Correct the path or the name, or write the model."
            yield offence(pack, ("competency_model",), message, hint)


def _hint(names: list[str]) -> str:
    """The names that there are, where they can be taken in at a glance."""
    return f"There are: {', '.join(names)}." if len(names) <= _MOST_NAMES else "Write the name as it stands there."


def _about(document: Document, outside: Outside, message: str, hint: str, instead: str | None) -> Offence:
    span = document.values[outside.path]
    return Offence(span, message, hint, instead, source=document.source)


@rule_across("PMC404")
def unused_framework(workspace: Workspace) -> Offences:
    """A framework counts for nothing, because the same folder holds another one of its type.

    The one that counts is the first by its path. Where the setting `standards` names several folders, an earlier one
    counts before a later one, and that is no offence.

    Why it matters:
        Somebody changes a figure here and believes that it holds, while documents are held to the other one.

    What to do:
        Delete one of the two, or take it out of the folder.

    Bad:
        === docs/standards/horizons.md
        ---
        type: horizons
        title: The horizons
        ---

        === docs/standards/planning/horizons.md
        ---
        type: horizons
        title: The horizons of last year
        ---

    Good:
        === docs/standards/horizons.md
        ---
        type: horizons
        title: The horizons
        ---

        === docs/standards/ladder.md
        ---
        type: value-ladder
        title: The ladder
        ---
    """
    first: dict[str, Document] = {}
    for document in workspace.documents:
        if document.family != FAMILY:
            continue
        other = first.setdefault(document.type, document)
        counts = workspace.standards.first_of(document) or other
        if counts is not document:
            message = f"This counts for nothing: {counts.source.file} is a framework of the same type."
            related = (mention(counts, ("type",), "this one counts"),)
            yield offence(document, ("type",), message, "Delete one of the two.", related)
