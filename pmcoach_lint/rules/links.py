"""Links to other files: pieces of work, plans, frameworks."""

from __future__ import annotations

from urllib.parse import unquote

from pmcoach_lint.doctypes import ASSESSMENT
from pmcoach_lint.document import Document
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import rule_across
from pmcoach_lint.syntax.links import Link, confirmed, file_links
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.workspace import Workspace

_FILE = regex(r"[^/\\]*[^/\\.][^/\\]*\.[A-Za-z0-9]{1,8}")
_PAGE = anycase(r"\.html?$")


@rule_across("PMC423")
def broken_link(workspace: Workspace) -> Offences:
    """A link leads to a file of the repository that is not there.

    Links are followed from the document's own folder. Addresses on the web are never looked up, and what lies outside
    of the repository is left alone.

    Why it matters:
        The piece of work behind a claim is what makes it evidence. If it cannot be opened, it is hearsay.

    What to do:
        Correct the path, or put the file there.

    Bad:
        === pack.md
        ---
        type: coaching-pack
        ---

        ## 2) Current Assessment

        ### Evidence log

        | ID | Date | Evidence | Artifact |
        |---|---|---|---|
        | E1 | 2026-03-03 | Names one cause out of five | [Brief](brief-saved-cards.md) |

    Good:
        === pack.md
        ---
        type: coaching-pack
        ---

        ## 2) Current Assessment

        ### Evidence log

        | ID | Date | Evidence | Artifact |
        |---|---|---|---|
        | E1 | 2026-03-03 | Names one cause out of five | [Model](model.md) |

        === model.md
        ---
        type: competency-model
        ---
    """
    for document in workspace.documents:
        text, body = document.text, document.body
        broken = [link for link in file_links(text, body) if _leads_nowhere(workspace, document, link)]
        for link in confirmed(text, broken, body):
            if not _told_elsewhere(document, link):
                message = f"There is no file “{unquote(_path(link))}”."
                hint = "Correct the path, counted from the folder of this document, or put the file there."
                yield Offence(link.span, message, hint, source=document.source)


def _leads_nowhere(workspace: Workspace, document: Document, link: Link) -> bool:
    """Whether it is certain that there is no such file. What may be an address of a page on the site is left alone."""
    path = unquote(_path(link))
    if not _FILE.fullmatch(path.rpartition("/")[2]) or _PAGE.search(path):
        return False
    return workspace.exists(document, path) is False


def _path(link: Link) -> str:
    """The path of a link, without the place in the file that it leads to."""
    return link.target.partition("#")[0].partition("?")[0]


def _told_elsewhere(document: Document, link: Link) -> bool:
    """Whether the link is what documents a claim of an assessment, of which `claim-without-record` speaks."""
    found = document.whereabouts.at(link.span)
    return document.is_a(ASSESSMENT) and found is not None and found[0][:2] == ("rate", "evidence")
