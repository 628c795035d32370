"""Whether what a pack says leads somewhere: names to what they name, gaps to evidence, evidence to gaps."""

from __future__ import annotations

from pmcoach_lint.binding.references import AT_ITS_END, Reference
from pmcoach_lint.checks.words import binding_at, record_name, value_at
from pmcoach_lint.coaching.chain import Chain, chains
from pmcoach_lint.coaching.evidence import Talk, is_opinion, says_thin
from pmcoach_lint.coaching.mentions import Stray
from pmcoach_lint.coaching.parts import BETS, EVIDENCE, LEVELS, PLANS, TRACKER, Level, Node
from pmcoach_lint.coaching.steps import gap_of
from pmcoach_lint.doctypes import ASSESSMENT, PACK, PLAN, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.language.hearsay import is_nothing
from pmcoach_lint.nearest import did_you_mean, nearest, short
from pmcoach_lint.regex import regex
from pmcoach_lint.rules.offences import Offences, mention, offence
from pmcoach_lint.rules.registry import Option, Options, rule_across, rule_of_chain
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.workspace import Workspace

_EVIDENCE_ID = regex(r"E(?:V|VD)?-?\d{1,4}")
_MOST_NAMED = 12
_GAPS = {"skill", "constraint", "both"}


@rule_across("PMC405", within=("vision",))
def unknown_reference(workspace: Workspace) -> Offences:
    """A name or an id stands for something that is not there.

    Such as `E9` where the evidence log ends with `E6`, or `Bet 7` in a pack with two bets. Ids are looked for
    everywhere in the text of a pack, as far as they are made like those of its evidence, bets and reps.
    So does an appendix that is not there (`the scorecard in Appendix B`); in documents for clients a
    session behind the last one (`Session 5` of four) and an option that is recommended and nowhere set out.

    Why it matters:
        Whoever wants to see for themselves finds nothing, and stops believing the rest.

    What to do:
        Correct the id, or add what it stands for.

    Bad:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Apply | Analyze | E1, E4 |

        ### Evidence log

        | ID | Date | Evidence | Artifact |
        |---|---|---|---|
        | E1 | 2026-03-03 | Names one cause out of five | Brief on saved cards |

    Good:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Apply | Analyze | E1, roadmap for Q4 |

        ### Evidence log

        | ID | Date | Evidence | Artifact |
        |---|---|---|---|
        | E1 | 2026-03-03 | Names one cause out of five | Brief on saved cards |
    """
    for document in workspace.documents:
        for reference in document.unclear:
            if not reference.targets and not _told_elsewhere(document, reference):
                yield from _unknown(document, reference)
        if document.type in (ASSESSMENT, PLAN, PROPOSAL) or not document.source.words.isdisjoint(AT_ITS_END):
            yield from _unheld(document)
    for chain in chains(workspace):
        yield from _strays(chain)
        yield from _without_log(chain)


def _told_elsewhere(document: Document, reference: Reference) -> bool:
    """Whether another rule speaks of a reference to nothing, and says more about it."""
    path = reference.path
    if not document.is_a(PACK):
        return document.is_settled(path)
    own = path[:2] in (LEVELS, BETS, PLANS, TRACKER) or reference.to == EVIDENCE
    return own or document.is_settled(path)


def _unheld(document: Document) -> Offences:
    """The sessions, options and appendices to which a document refers, and which it does not hold."""
    from pmcoach_lint.engagement.unheld import unheld  # noqa: PLC0415 - most packs need none of it

    for span, name in unheld(document):
        hint = "Correct the reference, or add what it stands for."
        yield Offence(span, f"There is no “{name}” in this document.", hint, source=document.source)


def _unknown(document: Document, reference: Reference) -> Offences:
    names = names_of(document, reference.to)
    if names and all(names):  # one that is still to be named may be the one
        near = nearest(reference.text, names)
        message = f"There is no “{reference.text}” in the {_title(document, reference.to)}.{did_you_mean(near)}"
        span = document.values[reference.path]
        yield Offence(span, message, there_are(names), near, source=document.source)


def _strays(chain: Chain) -> Offences:
    """The ids in a pack that are nobody's. Those in the tracker, and what refers to nothing, are told of by others."""
    unknown = chain.mentions.unknown
    unclear = [one for one in chain.pack.unclear if not one.targets] if unknown else []
    told = {one.path for one in unclear if not _told_elsewhere(chain.pack, one) and all(names_of(chain.pack, one.to))}
    named = {stray.id for stray, path in unknown if path[:2] == TRACKER}
    for stray, path in unknown:
        if path[:2] != TRACKER and path[-2:] != ("bets", "bet") and path not in told and stray.id not in named:
            named.add(stray.id)
            yield stray_id(chain, stray)


def _without_log(chain: Chain) -> Offences:
    """The first id of evidence in a pack without any evidence that has an id."""
    log = chain.nodes(EVIDENCE)
    if any(node.value.get("id") for node in log):
        return
    lines = (line for level in chain.levels for line in level.node.nodes("evidence"))
    first = next((line for line in lines if _EVIDENCE_ID.fullmatch(str(line.value))), None)
    if first:
        lacks = "the entries of the evidence log have no ids" if log else "this pack has no evidence log"
        message = f"“{first.value}” stands for an entry of the evidence log, but {lacks}."
        hint = "Give each entry an ID." if log else "Add the log below the levels, or write here what was seen."
        yield offence(chain.pack, first.path, message, hint)


@rule_of_chain(
    "PMC410",
    Option("works", [], "Further words for pieces of work in which something can be seen, such as “playbook”."),
    severity=None,
)
def gap_without_evidence(chain: Chain, options: Options) -> Offences:
    """A gap rests on an opinion: no piece of work, day, decision or word that anybody could look up.

    Where there is little evidence, saying so is enough: “thin”, “provisional”, “not seen yet”; but that is nothing for
    a strength to rest on.

    Why it matters:
        Nobody can learn from an impression of themselves. A decision in a brief of 3 March can be talked about.

    What to do:
        Name where it was seen: a document, a meeting with its date, a decision, somebody's words. If there is nothing
        like that, say that the evidence is thin, and what would show it.

    Bad:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Stakeholder leadership | Apply | Analyze | Seems unsure and is not assertive enough |

    Good:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Stakeholder leadership | Apply | Analyze | Finance first heard of the new fee in the council of 12 May |
    """
    for level in chain.levels:
        if level.node.value.get("standing") == "strength" and level.evidence:
            yield from _strength_of_nothing(chain, level)
        if not _claims_gap(level) or says_thin(level.node):
            continue
        if level.evidence and all(is_opinion(node, options["works"]) for node in level.evidence):
            first = level.evidence[0]
            message = f"The gap in {_quoted(level.node)} rests on an opinion: “{short(first.text('evidence'))}”."
            hint = "Name a piece of work, a day, a decision or somebody's words; or say that the evidence is thin."
            in_row = isinstance(first.value, str)
            related = () if in_row else (mention(chain.pack, first.path, "this entry says no more than that"),)
            path = first.path if in_row else level.node.at("evidence")
            yield offence(chain.pack, path, message, hint, related)
    yield from _talk(chain)


def _talk(chain: Chain) -> Offences:
    """The entries of the evidence log that are talk, whatever day and artifact stand beside them."""
    talk = Talk(chain.pack.source.words)
    for entry in chain.nodes(EVIDENCE):
        text = entry.text("evidence")
        if talk.has(text):
            message = f"This entry is what others say or feel, and not what was seen: “{short(text)}”."
            hint = "Write down the words that were said, by whom and when; or what the person did."
            yield offence(chain.pack, entry.at("evidence"), message, hint)


def _strength_of_nothing(chain: Chain, level: Level) -> Offences:
    """The offence of a strength whose evidence says no more than that there is none."""
    first = level.evidence[0]
    if isinstance(first.value, str) and all(is_nothing(node.text("evidence")) for node in level.evidence):
        message = f"The strength in {_quoted(level.node)} rests on nothing seen: “{short(first.value)}”."
        hint = "Name the piece of work in which it shows; or leave the level open and say what would show it."
        yield offence(chain.pack, first.path, message, hint)


def _claims_gap(level: Level) -> bool:
    step = gap_of(level.node)
    told = level.node.value
    return bool(step and step.rungs > 0) or told.get("gap_type") in _GAPS or told.get("standing") == "gap"


@rule_of_chain("PMC411", severity=Severity.WARNING)
def unused_evidence(chain: Chain) -> Offences:
    """An entry of the evidence log is named nowhere in the pack.

    Only where the assessment names entries of the log by their ids at all.

    Why it matters:
        It was worth writing down. Either it supports a level, or it contradicts one, which matters even more.

    What to do:
        Name it in the assessment of its competency, or take it out of the log.

    Bad:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Apply | Analyze | E1 |

        ### Evidence log

        | ID | Date | Evidence | Artifact |
        |---|---|---|---|
        | E1 | 2026-03-03 | Names one cause out of five | Brief on saved cards |
        | E2 | 2026-04-17 | Two explanations were ruled out with data | Note on drop-off |

    Good:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Apply | Analyze | E1; E2 says otherwise |

        ### Evidence log

        | ID | Date | Evidence | Artifact |
        |---|---|---|---|
        | E1 | 2026-03-03 | Names one cause out of five | Brief on saved cards |
        | E2 | 2026-04-17 | Two explanations were ruled out with data | Note on drop-off |
    """
    by_id = [level for level in chain.levels if any(node.path[:2] == EVIDENCE for node in level.evidence)]
    for entry in chain.unused_evidence if by_id else ():
        about = chain.competencies.of(entry)
        rows = [level for level in chain.levels if level.competency in about]
        if rows and not any(level in by_id for level in rows):
            continue  # these rows say themselves what was seen
        message = f"{entry.value['id']} is named nowhere in the pack."
        where = f"the row of {_quoted(rows[0].node)}" if rows else "the row of the assessment that it supports"
        hint = f"Name it in {where}, or take it out of the log."
        yield offence(chain.pack, entry.at("id"), message, hint)


def names_of(document: Document, to: Path) -> list[str]:
    """What the records of the list at `to` are called."""
    binding, records = binding_at(document, to), value_at(document, to)
    return [record_name(binding, record) for record in records] if binding and isinstance(records, list) else []


def there_are(names: list[str]) -> str:
    """A hint that lists what there is."""
    named = [name for name in names if name]
    if not named:
        return "There are none yet."
    return f"There are: {', '.join(named[:_MOST_NAMED])}{', …' if len(named) > _MOST_NAMED else ''}."


def stray_id(chain: Chain, stray: Stray) -> Offence:
    """The offence of an id in a pack that is nobody's."""
    message = f"There is no “{stray.id}” in this pack."
    return Offence(stray.span, message, _of_its_kind(chain, stray.id), source=chain.pack.source)


def _of_its_kind(chain: Chain, name: str) -> str:
    """A hint that lists the ids that begin like `name`; for a number of a bet, the bets."""
    letters = name.rstrip("0123456789.")
    known = [each for each in chain.mentions.records if each.rstrip("0123456789.") == letters]
    return there_are(known or names_of(chain.pack, BETS))


def _title(document: Document, to: Path) -> str:
    binding = binding_at(document, to)
    return binding.title.lower() if binding else "document"


def _quoted(node: Node) -> str:
    return f"“{node.value.get('competency', '')}”"
