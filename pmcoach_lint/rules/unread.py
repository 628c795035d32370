"""What stands in a part as if it were read, and is not."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.checks.alike import as_one
from pmcoach_lint.checks.unread import Unread, unread
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity, Together
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.source import Mention, Offence

_MAY_STAY = "What only people are to read may stay."
_SEVERAL = 2


@rule("PMC219", severity=Severity.WARNING)
def left_unread(document: Document) -> Iterator[Offence]:
    """Columns, labels or headings of a part stand there as if they were read, and are not.

    All of a document are told as one, at the first of them. These count:

    - a column with something in it, in a table of which others are read; not one that numbers its rows, parts them by
      what they are, or gives the days of weeks that are read;
    - a table of which nothing is read, and a heading or bare label below which nothing is;
    - a label among others that are read: a bold one in the same part, another in the same list or paragraph; and one
      alone that is bold or an item, and has a name that is known in the part, or nearly so.

    Parts of your own are welcome, and so are sentences with a colon, bold words that lead into several, quotations,
    code, remarks (`Note:`, `Legend:`, `Source:`) and notes headed by days. What is still to fill in, and what another
    finding tells, is not told here.

    Why it matters:
        Whoever wrote it believes that it counts. People can read it, but no check, score, agenda or report knows of it.

    What to do:
        Give it a name that is known there, if it is that: `pmcoach schema show coaching-pack` lists all of them. What
        only people are to read may stay, with a comment that lets this finding pass.

    Bad:
        ## 3) Shared Vision

        ### B1: Frame the problem first

        **Why it matters:** Two sprints were lost to work that nobody needed.

        **Sucess looks like:** Two briefs in a row come back without a question.

        **Timeframe:** Weeks 1–8

    Good:
        ## 3) Shared Vision

        ### B1: Frame the problem first

        **Why it matters:** Two sprints were lost to work that nobody needed.

        **Success looks like:** Two briefs in a row come back without a question.

        **Timeframe:** Weeks 1–8

        **Note:** Her own words, from 2 October.
    """
    found = [each for each in unread(document) if each.counts]
    singles = [_alone(document, each) for each in found]
    if len(singles) < _SEVERAL:
        yield from singles
        return
    related = tuple(Mention(each.span, f"nothing reads the {each.what} “{each.name}”, either") for each in found[1:])
    asked = [f"Is “{each.name}” “{each.near}”?" for each in found if each.near]
    placed = [_placed(document, each) for each in found]
    others = (each for each, place in zip(found, placed, strict=True) if not each.near and not place)
    known = next((_needs(document, each, several=True) for each in others), _MAY_STAY)
    hint = " ".join((*dict.fromkeys((*asked, *filter(None, placed))), known))
    whole = singles[0]._replace(hint=hint, instead=None, related=related)
    words = "Nothing reads {named} ({lines}), so no check, score or report knows of them."
    yield as_one(document, whole, singles, Together(words, _SEVERAL))


def _alone(document: Document, unread: Unread) -> Offence:
    """The offence of one place."""
    message = f"Nothing reads the {unread.what} “{unread.name}”, so no check, score or report knows of it."
    if unread.near:
        hint = f"Is it “{unread.near}”? Then call it so."
    else:
        place = _placed(document, unread)
        hint = f"{place} {_MAY_STAY}" if place else _needs(document, unread)
    return Offence(unread.span, message, hint, unread.near)


def _placed(document: Document, unread: Unread) -> str:
    """The sentence that says in which other place a name is read; empty where there is none, or another was meant."""
    from pmcoach_lint.checks.meant import read_at  # noqa: PLC0415 - most documents have nothing unread

    holder, keys, is_known = unread.place
    where = "" if unread.near or unread.what == "table" else read_at(document, keys, holder, in_part=is_known)
    return f"“{unread.name}” is read in {where}: put it there if it is that." if where else ""


def _needs(document: Document, unread: Unread, *, several: bool = False) -> str:
    """The sentence that says which names are known in a place."""
    from pmcoach_lint.checks.meant import names_at  # noqa: PLC0415 - as above

    known = () if unread.what == "table" else names_at(document, unread.place.keys, unread.place.holder)
    names = in_a_row([f"“{name}”" for name in known], "or")
    where = f", such as {names}{f' beside “{unread.name}”' if several else ''}" if names else ""
    return f"What is to count needs a name that is known there{where}. {_MAY_STAY}"
