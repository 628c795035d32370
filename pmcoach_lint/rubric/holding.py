"""Why an engagement is not to be shown yet, however much it scores: open places, and documents that are drafts."""

from __future__ import annotations

from pmcoach_lint.rubric.model import Band
from pmcoach_lint.workspace import Workspace

_TO_FILL = "still-to-fill"
"""The rule about places that only hold the place of what is to be said."""

_NAME = "Finish it before you show it"


def held_back(workspace: Workspace) -> Band | None:
    """What to do before the documents of an engagement are shown; None where nothing speaks against it.

    Drafts are what says so: a document without a status may be as finished as any.
    """
    places = sum(len(document.offences.get(_TO_FILL, ())) for document in workspace.documents)
    drafts = [document for document in workspace.documents if document.data.get("status") == "draft"]
    todo = []
    if places:
        todo.append(f"Fill in {'the place that is' if places == 1 else f'the {places} places that are'} still open.")
    if drafts:
        which = f"the {len(drafts)} of {len(workspace.documents)} documents that are drafts"
        if len(drafts) == 1:
            which = f"{drafts[0].source.file.rpartition('/')[2]}, which is a draft"
        todo.append(f"Read {which}, and set the status when what stands there is yours.")
    return Band(0, _NAME, "assumptions", " ".join(todo)) if todo else None
