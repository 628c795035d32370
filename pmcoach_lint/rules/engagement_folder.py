"""Whether a folder holds one engagement, and nothing of another client."""

from __future__ import annotations

import posixpath

from pmcoach_lint.audience import audiences, is_client, is_visibility, may_be
from pmcoach_lint.doctypes import ENGAGEMENT
from pmcoach_lint.document import Document
from pmcoach_lint.names import name_key
from pmcoach_lint.rules.offences import Offences, mention, offence, word_of
from pmcoach_lint.rules.registry import rule_across
from pmcoach_lint.workspace import Workspace


@rule_across("PMC633")
def other_client(workspace: Workspace) -> Offences:
    """A document in the folder of one client names another one.

    Why it matters:
        What is in a client's folder is published to that client. One file in the wrong folder breaks a confidence.

    What to do:
        Move the document, or correct the name of the client.

    Bad:
        === engagement.md
        ---
        type: engagement
        client: northwind
        ---

        === event-log.md
        ---
        type: event-log
        client: contoso
        ---

    Good:
        === engagement.md
        ---
        type: engagement
        client: northwind
        ---

        === event-log.md
        ---
        type: event-log
        client: northwind
        ---
    """
    engagement = workspace.only(ENGAGEMENT)
    own = engagement.data.get("client") if engagement else None
    for document in workspace.documents if engagement and own else ():
        client = document.data.get("client")
        if engagement and client and name_key(str(client)) != name_key(str(own)):
            message = f"This document is about {client}, and its folder is that of {own}."
            hint = "Move the document, or correct the name of the client."
            related = (mention(engagement, ("client",), "the client of this folder"),)
            yield offence(document, ("client",), message, hint, related)


@rule_across("PMC634")
def two_engagements(workspace: Workspace) -> Offences:
    """A folder holds more than one document of type engagement.

    Why it matters:
        The folder is what tells one engagement from another; with two there is no telling what belongs to which.

    What to do:
        Keep one engagement in each folder, and all its documents with it.

    Bad:
        === engagement.md
        ---
        type: engagement
        client: northwind
        ---

        === engagement-2.md
        ---
        type: engagement
        client: northwind
        ---

    Good:
        === engagement.md
        ---
        type: engagement
        client: northwind
        ---
    """
    found = workspace.of_type(ENGAGEMENT)
    for other in found[1:]:
        message = "This folder holds another engagement already."
        hint = "Keep one engagement in each folder, and all its documents with it."
        related = (mention(found[0], ("type",), "the first one"),)
        yield offence(other, ("type",), message, hint, related)


_VISIBILITY = ("visibility",)


@rule_across("PMC635")
def audience_of_another_client(workspace: Workspace) -> Offences:
    """A document is meant for the eyes of a client who is neither its own nor that of its folder.

    A client may be named in short: `client:halden`, and `client:hf` too, may be Halden Freight.

    Why it matters:
        One wrong word in the front matter publishes to a client what was found out about another one, or its price.

    What to do:
        Correct the visibility, or the name of the client.

    Bad:
        ---
        type: work-proposal
        client: Halden Freight
        visibility: internal, client:contoso
        ---

    Good:
        ---
        type: work-proposal
        client: Halden Freight
        visibility: internal, client:halden
        ---
    """
    engagement = workspace.only(ENGAGEMENT)
    folder = str(engagement.data.get("client", "")) if engagement else ""
    for document in workspace.documents:
        given, own = document.data.get("visibility"), str(document.data.get("client", ""))
        known = [name for name in (own, folder, *_folders_of(document)) if name]
        if not (own or folder) or not isinstance(given, str) or not is_visibility(given):
            continue
        for audience in filter(is_client, audiences(given)):
            if not any(may_be(audience, name) for name in known):
                message = f"This document is about {own or folder}, and “{audience}” lets another client see it."
                hint = "Correct the visibility, or the name of the client."
                about = document if own else engagement
                related = (mention(about, ("client",), "the client"),) if about else ()
                yield offence(document, _VISIBILITY, message, hint, related)._replace(
                    span=word_of(document, _VISIBILITY, audience)
                )


def _folders_of(document: Document) -> list[str]:
    """The names of the folders in which a document lies, as far as it is told where that is."""
    return [name for name in posixpath.dirname(document.source.file).split("/") if name.strip(".")]
