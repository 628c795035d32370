"""Whether competencies hang together: those that are defined, those that are assessed, and those that bets grow."""

from __future__ import annotations

from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.coaching.parts import Level
from pmcoach_lint.coaching.steps import step_of
from pmcoach_lint.document import Document
from pmcoach_lint.nearest import did_you_mean, nearest
from pmcoach_lint.regex import anycase
from pmcoach_lint.rules.offences import Offences, mention, offence
from pmcoach_lint.rules.registry import rule_of_chain
from pmcoach_lint.rules.traceability import there_are
from pmcoach_lint.syntax.yaml_marks import Path

_KEPT = anycase(
    r"^\W*(?:(?:to )?(?:maintain|preserve|sustain)(?:ed|ing)?|keep (?:it|as is|this)|no gap|none|nothing"
    r"|strength to (?:keep|preserve|maintain|sustain))\b"
    r"(?:\s+(?:in |for )?(?:this|the) (?:cycle|level|time))?\s*(?:$|[.;:,(–—-])",
    near="maintain preserve sustain keep gap none nothing",
)
_KEPT_ASIDE = anycase(
    r"[(\[–—:-]\s*(?:to )?(?:maintain(?:ed)?|preserved?|keep(?: as is)?|sustain|strength to (?:keep|preserve|maintain))"
    r"\s*[)\]]?\s*$",
    near="maintain preserve sustain keep",
)


@rule_of_chain("PMC412", within=("definition",))
def undefined_competency(chain: Chain) -> Offences:
    """A competency is assessed that part 1 does not define.

    Where a pack refers to a competency model, `not-among-them` says so.

    Why it matters:
        Somebody is measured against an expectation that nobody has written down.

    What to do:
        Define it in part 1, or use the name that stands there.

    Bad:
        ## 1) Definition of “Good PM”

        | Competency | Observable behaviours |
        |---|---|
        | Problem framing | Names who is stuck and how often |

        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Executive presence | Apply | Analyze | Deck of 28 May, 34 slides |

    Good:
        ## 1) Definition of “Good PM”

        | Competency | Observable behaviours |
        |---|---|
        | Executive communication | Asks for one decision in the first two lines |

        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Executive communication | Apply | Analyze | Deck of 28 May, 34 slides |
    """
    names = [node.text("competency") for node in chain.competencies.defined.values()]
    if not names or not all(names) or _has_model(chain):
        return  # one that is still to be named may be the one
    for level in chain.levels:
        path = level.node.at("competency")
        if not level.defined and level.competency is not None and not chain.pack.is_settled(path):
            name = str(level.node.value["competency"])
            near = nearest(name, names)
            message = f"“{name}” is assessed, and part 1 does not define it.{did_you_mean(near)}"
            hint = f"Define it in part 1, or use a name of part 1. {there_are(names)}"
            yield offence(chain.pack, path, message, hint, near=near)


@rule_of_chain("PMC413")
def kept_yet_raised(chain: Chain) -> Offences:
    """A competency is to stay as it is, and has a higher target all the same.

    It stays as it is where the gap type is “none”, or where the gap or the name says “maintain”, “preserve”, “no gap”.

    Why it matters:
        The PM cannot tell whether this is a strength to rest on or one more thing to work at.

    What to do:
        Set the target to the current level, or name the gap.

    Bad:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence | Gap | Gap type |
        |---|---|---|---|---|---|
        | Execution and delivery | Apply | Analyze | Release plan of 28 May | None in this cycle | none |

    Good:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence | Gap | Gap type |
        |---|---|---|---|---|---|
        | Execution and delivery | Apply | Apply | Release plan of 28 May | None in this cycle | none |
    """
    for level in chain.levels:
        step = step_of(level.node)
        if step and step.rungs > 0 and (kept := _says_kept(chain, level)):
            where, path = kept
            name = level.node.value.get("competency", "")
            message = f"“{name}” is to stay as it is, and its target ({step.target}) is above {step.current}."
            related = (mention(where, path, "says that it stays"),)
            hint = f"Make {step.current} the target, or name the gap."
            yield offence(chain.pack, level.node.at("target"), message, hint, related)


def _says_kept(chain: Chain, level: Level) -> tuple[Document, Path] | None:
    """Where it is said that the competency of a row stays as it is: in the row, or where it is defined."""
    node = level.node
    if node.value.get("gap_type") == "none":
        return node.document, node.at("gap_type")
    if _KEPT.match(node.text("gap")):
        return node.document, node.at("gap")
    defined = chain.competencies.defined.get(level.competency) if level.competency is not None else None
    for named in (node, defined):
        if named and _KEPT_ASIDE.search(named.text("competency")):
            return named.document, named.at("competency")
    return None


@rule_of_chain("PMC414", within=("assessment",))
def bet_without_assessment(chain: Chain) -> Offences:
    """A bet is to grow a competency that the assessment says nothing about.

    Why it matters:
        Without a level to start from, nobody can say whether the bet has paid off.

    What to do:
        Assess the competency in part 2, or name the one that was meant.

    Bad:
        ## 1) Definition of “Good PM”

        | Competency | Observable behaviours |
        |---|---|
        | Problem framing | Names who is stuck and how often |
        | Business acumen | Puts a price on each option |

        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Apply | Analyze | Brief of 3 March |

        ## 3) Shared Vision

        | ID | Bet | Competency |
        |---|---|---|
        | B1 | Price every option | Business acumen |

    Good:
        ## 1) Definition of “Good PM”

        | Competency | Observable behaviours |
        |---|---|
        | Problem framing | Names who is stuck and how often |
        | Business acumen | Puts a price on each option |

        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Apply | Analyze | Brief of 3 March |
        | Business acumen | Know | Understand | Case of 3 September, with list prices |

        ## 3) Shared Vision

        | ID | Bet | Competency |
        |---|---|---|
        | B1 | Price every option | Business acumen |
    """
    unclear = not chain.levels or any(level.competency is None for level in chain.levels)
    for bet in () if unclear else chain.bets:
        path = bet.node.at("competency")
        told = chain.pack.is_settled(path) or (isinstance(bet.competency, str) and _has_model(chain))
        if bet.competency is None or bet.levels or path not in chain.pack.values or told:
            continue
        names = [str(level.node.value["competency"]) for level in chain.levels]
        name = str(bet.node.value["competency"])
        near = nearest(name, names)
        message = f"This bet is about “{name}”, which part 2 does not assess.{did_you_mean(near)}"
        hint = f"Assess it in part 2, or name a competency that is assessed. {there_are(names)}"
        yield offence(chain.pack, path, message, hint, near=near)


def _has_model(chain: Chain) -> bool:
    return "competency_model" in chain.pack.data
