"""Whether the ladders of competencies hold: no level left out, the right order, one edition."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.checks.words import spot
from pmcoach_lint.coaching.chain import Chain, chains
from pmcoach_lint.coaching.ladders import Ladder, ladder_of, ladders
from pmcoach_lint.coaching.parts import BETS, LEVELS, PLANS, Node, nodes_at
from pmcoach_lint.coaching.steps import rung
from pmcoach_lint.doctypes import MODEL, PACK
from pmcoach_lint.document import Document
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.readers.bloom import DEFAULT_EDITION, LADDERS, LOWEST
from pmcoach_lint.rules.offences import Offences, mention, offence
from pmcoach_lint.rules.registry import Option, Options, rule, rule_across
from pmcoach_lint.syntax.source import Mention, Offence, Span
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.workspace import Workspace

_OTHER = {1956: 2001, 2001: 1956}
_MOST_SHOWN = 4
_STEP = ("current", "target")
_SWAPPED = 2
"""So many levels at the top have another order in the other edition."""


@rule_across(
    "PMC703",
    Option("whole", False, "Whether a ladder must describe all six levels."),
    severity=None,
    within=("definition",),
)
def ladder_with_gaps(workspace: Workspace, options: Options) -> Offences:
    """The ladder of a competency leaves out a level between two others, or one that the pack speaks of.

    A ladder may begin above the lowest level or end below the highest, with a dash for what is left out, unless the
    option `whole` says otherwise. Where all ladders begin on the same level, the PM may still stand below it.

    Why it matters:
        The step that is not described is the one nobody can practise: coach and PM find out in week 8 that each had
        something else in mind.

    What to do:
        Say what is seen on that level, in one line.

    Bad:
        ## 1) Definition of “Good PM”

        ### Competency model

        | Competency | Observable behaviours | Bloom ladder |
        |---|---|---|
        | Framing | Says who is stuck | Know: lists the steps<br>Apply: fills the frame<br>Analyze: rules causes out |

    Good:
        ## 1) Definition of “Good PM”

        ### Competency model

        | Competency | Observable behaviours | Bloom ladder |
        |---|---|---|
        | Framing | Says who is stuck | Understand: explains<br>Apply: fills the frame<br>Analyze: rules causes out |
    """
    for document in workspace.documents:
        for ladder in ladders(document):
            yield from _gaps(ladder, options["whole"])
    for chain in chains(workspace):
        yield from _levels_in_use(chain)


def _gaps(ladder: Ladder, whole: bool) -> Offences:
    document, places = ladder.competency.document, ladder.places
    if len(places) < 2:
        return
    levels = LADDERS[document.edition]
    low, high = (1, len(levels)) if whole else ladder.reach
    if ladder.is_described and set(places).issuperset(range(low, high + 1)):
        return
    described = {node.path for node in ladder.described}
    empty = [node for node in ladder.rungs if node.path not in described and not _is_left_out(node, low, high)]
    missing = [levels[place - 1] for place in range(low, high + 1) if place not in places]
    missing += [node.value["level"] for node in empty if node.value["level"] not in missing and not whole]
    told = {node.value["level"] for node in empty if document.is_settled(node.at("behaviour"))}
    missing = [level for level in missing if level not in told]
    if not missing:
        return
    blank = next((node for node in empty if node.value["level"] == missing[0]), None)
    path = blank.path if blank else ladder.competency.at("ladder" if _in_one_cell(ladder) else "competency")
    message = f"The ladder of “{ladder.name}” does not describe {in_a_row(missing)}."
    yield offence(document, path, message, "Say in one line what is seen on that level.")


def _is_left_out(step: Node, low: int, high: int) -> bool:
    """Whether a level below or above those from `low` to `high` that are described is left out by a dash."""
    place = rung(step.value["level"], step.document.edition) or low
    span = step.document.values.get(step.at("behaviour"), (0, 0))
    return not low <= place <= high and step.document.text[slice(*span)].strip() in ("-", "–", "—")


def _in_one_cell(ladder: Ladder) -> bool:
    """Whether a ladder stands in a place of its own, and not in columns of the table."""
    values, first = ladder.competency.document.values, ladder.rungs[0].at("level")
    whole = values.get(ladder.competency.path, (0, 0))
    return first in values and whole[0] <= values[first][0] < whole[1]


def _levels_in_use(chain: Chain) -> Offences:
    """The first level that a row of the assessment or a bet gives to a competency whose ladder does not have it.

    Where all ladders have the same levels, who stands below them is not there yet: `What it looks like at Apply`.
    """
    told: set[tuple[object, str]] = set()
    described = {ladder.reach for one in chain.competencies.defined.values() if (ladder := ladder_of(one))}
    begins_alike = len(described) == 1 and len(chain.competencies.defined) > 1
    named = [(level.node, level.competency) for level in chain.levels]
    for node, key in [*named, *((bet.node, bet.competency) for bet in chain.bets)]:
        competency = chain.competencies.defined.get(key) if key is not None else None
        ladder = ladder_of(competency) if competency else None
        low, high = ladder.reach if ladder else (0, 0)
        if ladder is None or not high:
            continue
        for name in ("current", "target"):
            place = rung(node.value.get(name), chain.pack.edition)
            if not place or low <= place <= high or (key, node.value[name]) in told:
                continue
            if name == "current" and place < low and begins_alike:
                continue
            told.add((key, node.value[name]))
            message = f"The ladder of “{ladder.name}” does not describe {node.value[name]}."
            related = (mention(ladder.competency.document, ladder.competency.at("competency"), "its ladder"),)
            hint = "Add the level to the ladder, in one line, or correct the level here."
            yield offence(chain.pack, node.at(name), message, hint, related)


@rule("PMC704", severity=None)
def ladder_out_of_order(document: Document) -> Offences:
    """The levels of a ladder do not follow each other, or one of them stands there twice.

    The order is that of the pack's edition: 1956 ends with Synthesize and Evaluate, 2001 with Evaluate and Create. A
    ladder may be written from the highest level down. One that tells all levels and numbers them may have the top two
    the other way round.

    Why it matters:
        “One level up” is the one next to it. In a mixed-up ladder the PM practises towards the wrong one.

    What to do:
        Put the levels in order, or say with `bloom: 2001` which edition they follow.

    Bad:
        ## 1) Definition of “Good PM”

        ### Competency model

        | Competency | Observable behaviours | Bloom ladder |
        |---|---|---|
        | Framing | Says who is stuck | Understand: explains<br>Analyze: rules causes out<br>Apply: fills the frame |

    Good:
        ## 1) Definition of “Good PM”

        ### Competency model

        | Competency | Observable behaviours | Bloom ladder |
        |---|---|---|
        | Framing | Says who is stuck | Understand: explains<br>Apply: fills the frame<br>Analyze: rules causes out |
    """
    edition = document.edition
    told: set[Span] = set()
    for ladder in ladders(document):
        places = [place for level in ladder.levels if (place := rung(level, edition))]
        ascending = sorted(set(places))
        if places in (ascending, ascending[::-1]) or _is_numbered(ladder):
            continue
        found = [(node, place) for node in ladder.rungs if (place := rung(node.value["level"], edition))]
        after = next(at for at in range(1, len(places)) if places[at] <= places[at - 1])
        (before, _), (node, _) = found[after - 1], found[after]
        level, other = node.value["level"], before.value["level"]
        span = spot(document, node.at("level"))
        if span not in told:  # all rows of a table have the same columns
            told.add(span)
            message = f"{level} stands behind {other}, and belongs before it."
            if places.count(places[after]) > 1:
                message = f"{level} stands in the ladder of “{ladder.name}” twice."
            hint = f"The order is {', '.join(LADDERS[edition])}."
            yield Offence(span, message, hint)


def _is_numbered(ladder: Ladder) -> bool:
    """Whether a ladder of all levels numbers them itself, with the top two swapped: `5 Create`, `6 Evaluate`."""
    document = ladder.competency.document
    if ladder.levels[:-_SWAPPED] != [*LADDERS[document.edition]][:-_SWAPPED]:
        return False
    said = [document.text[slice(*document.values.get(node.at("level"), (0, 0)))] for node in ladder.rungs]
    numbers = [next(filter(str.isdecimal, text), "") for text in said]
    return set(ladder.levels) == set(LADDERS[document.edition]) and numbers == sorted({*numbers, ""} - {""})


@rule_across("PMC705", severity=None)
def editions_mixed(workspace: Workspace) -> Offences:
    """A level belongs to the other edition of Bloom's taxonomy than the one that the document follows.

    Know and Synthesize are of 1956, Remember and Create of 2001. A document that does not say which it follows is
    taken to follow 1956; one with names of 2001 alone is read by that, and asked to say so. A line that tells the whole
    ladder says it as well, and its lowest level may be called Know in both. All levels of one document that are of the
    other edition are one finding.

    Why it matters:
        The editions have the top two levels in another order. Who aims at Evaluate aims at the top in one of them, and
        at the level before it in the other.

    What to do:
        Say with `bloom: 2001` or `bloom: 1956` which edition the document follows, and use its names.

    Bad:
        ---
        type: coaching-pack
        bloom: 1956
        ---

        ## 3) Shared Vision

        | ID | Bet | Level change |
        |---|---|---|
        | B1 | Frame first | Analyze → Create |

    Good:
        ---
        type: coaching-pack
        bloom: 2001
        ---

        ## 3) Shared Vision

        | ID | Bet | Level change |
        |---|---|---|
        | B1 | Frame first | Analyze → Evaluate |
    """
    for document in workspace.documents:
        yield from _of_the_other_edition(document)
    model = workspace.only(MODEL)
    for pack in workspace.of_type(PACK) if model else ():
        if model and "competency_model" in pack.data and pack.edition != model.edition:
            own, other = pack.edition, model.edition
            message = f"This pack follows the edition of {own}, and its competency model that of {other}."
            path: Path = ("bloom",) if "bloom" in pack.data else ("competency_model",)
            related = (mention(model, ("bloom",), f"follows {other}"),)
            hint = f"Let both follow the same: set `bloom: {other}` here, or change the model."
            yield offence(pack, path, message, hint, related)


def _of_the_other_edition(document: Document) -> Offences:
    edition = document.edition if document.says_edition else DEFAULT_EDITION
    of_the_other = set(LADDERS[_OTHER[edition]]).difference(LADDERS[edition], LOWEST)  # the lowest is the same in both
    places: dict[Span, str] = {}
    for path, level in _named_levels(document, of_the_other):
        places.setdefault(spot(document, path), level)
    if not places:
        return
    (first, level), *others = sorted(places.items())
    said = f"and this document follows that of {edition}"
    hint = f"The levels of {edition} are {', '.join(LADDERS[edition])}."
    if not document.says_edition:
        said = "and this document does not say which it follows"
        if document.edition == edition:
            said += f", so that {edition} counts"
        hint = f"Add `bloom: {_OTHER[edition]}` to the front matter, or use the names of {edition}."
    message = f"“{level}” is a level of the edition of {_OTHER[edition]}, {said}."
    related = tuple(Mention(span, f"“{other}” as well") for span, other in others[:_MOST_SHOWN])
    yield Offence(first, message, hint, related=related, source=document.source)


def _named_levels(document: Document, wanted: set[str]) -> Iterator[tuple[Path, str]]:
    """All levels that a document names and that are `wanted`, with their paths."""
    for ladder in ladders(document):
        for node in ladder.rungs if not wanted.isdisjoint(ladder.levels) else ():
            if node.value["level"] in wanted:
                yield node.at("level"), node.value["level"]
    for to in (LEVELS, BETS, PLANS):
        for node in nodes_at(document, to):
            yield from ((node.at(name), node.value[name]) for name in _STEP if node.value.get(name) in wanted)
