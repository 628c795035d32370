"""Whether a row leaves blank what those beside it tell: who does it, by when, how it stands, what is done about it."""

from __future__ import annotations

from collections.abc import Sequence

from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.coaching.denials import says_none
from pmcoach_lint.coaching.parts import Node
from pmcoach_lint.language.left_open import has_no_questions
from pmcoach_lint.readers.text import is_nothing, plain_at
from pmcoach_lint.regex import regex
from pmcoach_lint.rules.offences import Offences, offence
from pmcoach_lint.rules.registry import Options, rule_of_chain
from pmcoach_lint.syntax.yaml_marks import Path

RISKS: Path = ("closing", "risks")
NEXT_STEPS: Path = ("closing", "next_steps")
_QUESTIONS: Path = ("closing", "questions")
_FEWEST_TOLD = 2
_LONGEST_NONE = 60
_SHORT = 12
_ANSWERED = regex(
    r"[→;:]|\d[:.]\d\d|\d{4}|(?<!-)\b\d{1,2}\.? [A-Z][a-z]{2}|\b[WwQ]\d"
    r"|(?i:\b(?:then|if|so|until|by|weekly|daily|monthly|every|each|today|tomorrow|(?:mon|tues|wednes|thurs|fri)day"
    r"|accept\w*|fine|known|i|we|both|coach|pm|lead|[a-z]+-\w+)\b)"
)
"""Words by which a line that is read as one thing may tell of who, when or what is done about it."""
_NOT_PLANNED = "This step has neither an owner nor a day, and the others have them."
_NO_STATUS = "This row does not say how the bet stands, and the others do."
_NO_ANSWER = "Nothing is done about this risk, and the others say what is."
_ANSWER = "Say what is done when it comes, or so that it does not."


@rule_of_chain("PMC775", severity=None)
def left_blank(chain: Chain, options: Options) -> Offences:
    """A next step, a row of the tracker or a risk leaves a cell blank that the rows beside it fill.

    Of a step or a row of the tracker that is who does it, and by when or how it stands; of a risk, what is done about
    it. Where half of the rows leave it blank it is meant so, and a row of the tracker that has yet to come may wait.

    Why it matters:
        The step without an owner is the one that is not done, and the risk without an answer is that which comes.

    What to do:
        Fill it in as in the other rows, or take the row out.

    Bad:
        ## 7) Risks / Open questions / Next steps

        ### Next steps

        | Step | Owner | Due |
        |---|---|---|
        | Book the six sessions | lead-02 | 2026-10-05 |
        | Ask support for the call notes | | 2026-10-06 |
        | Write the first frame | pm-07 | 2026-10-07 |

    Good:
        ## 7) Risks / Open questions / Next steps

        ### Next steps

        | Step | Owner | Due |
        |---|---|---|
        | Book the six sessions | lead-02 | 2026-10-05 |
        | Ask support for the call notes | pm-07 | 2026-10-06 |
        | Write the first frame | pm-07 | 2026-10-07 |
    """
    steps = chain.nodes(NEXT_STEPS)
    rows, held = _held(chain, "owner"), _held(chain, "status")
    today = options.as_of.isoformat()
    held = [row for row in held if "feedback" in row.value or row.text("date") <= today]
    yield from _blank(chain, steps, "owner", "This step has no owner, and the others have one.", "Name one person.")
    yield from _blank(chain, steps, "due", "This step has no day, and the others have one.", "Name a day.")
    yield from _blank(chain, rows, "owner", "This row has no owner, and the others have one.", "Name one person.")
    yield from _blank(chain, held, "status", _NO_STATUS, "Say whether it is on track.")
    yield from _blank(chain, chain.nodes(RISKS), "mitigation", _NO_ANSWER, _ANSWER)
    yield from _untold(chain)


def _held(chain: Chain, name: str) -> list[Node]:
    """The rows of the tracker that do not wait, where some of all rows tell `name` and others do not."""
    told = sum([name in row.node.value for row in chain.rows])
    return [row.node for row in chain.rows if not row.waits] if 0 < told < len(chain.rows) else []


def _blank(chain: Chain, nodes: Sequence[Node], name: str, message: str, hint: str) -> Offences:
    """The offences of the records with a blank cell, or a dash, where most others tell something.

    A dash for how a bet stands is an answer: in a week of holidays there is none.
    """
    told = sum([name in node.value for node in nodes])
    if told < _FEWEST_TOLD or told == len(nodes) or told * 2 <= len(nodes):
        return  # before any place is worked out
    cells = [(node, chain.pack.values.get(node.at(name))) for node in nodes if name not in node.value]
    said = [(node, cell, plain_at(chain.pack.text, cell)) for node, cell in cells if cell]
    blank = [node for node, cell, told in said if is_nothing(told) and (name != "status" or cell[0] == cell[1])]
    for node in blank:
        if not chain.pack.is_settled(node.at(name)):
            yield offence(chain.pack, node.at(name), message, hint)


def _untold(chain: Chain) -> Offences:
    """The one step of a list that is short and has neither owner nor day, and the one risk without an answer."""
    for to, own, name, message, hint in (
        (NEXT_STEPS, "step", "due", _NOT_PLANNED, "Name one person and a day."),
        (RISKS, "risk", "mitigation", _NO_ANSWER, _ANSWER),
    ):
        nodes = chain.nodes(to)
        bare = [node for node in nodes if name not in node.value and node.at(name) not in chain.pack.values]
        if len(bare) != 1 or len(nodes) < _FEWEST_TOLD:
            continue
        text = bare[0].text(own)
        if "owner" not in bare[0].value and len(text.split()) <= _SHORT and not _ANSWERED.search(text):
            yield offence(chain.pack, bare[0].path, message, hint)


@rule_of_chain("PMC776", severity=None)
def no_question_left(chain: Chain) -> Offences:
    """There are no open questions, it says, and the pack itself names what nobody knows.

    Why it matters:
        An unknown that is nobody's question stays one. What the assessment rests on is then never found out.

    What to do:
        Make a question of each unknown that matters to a bet: who asks whom, by when.

    Bad:
        ## Context snapshot

        **Unknowns:** Whether support reads the release notes

        ## 7) Risks / Open questions / Next steps

        ### Open questions

        - None at present

    Good:
        ## Context snapshot

        **Unknowns:** Whether support reads the release notes

        ## 7) Risks / Open questions / Next steps

        ### Open questions

        - Does support read the release notes? pm-07 asks two of them by 9 October
    """
    questions = [str(node.value) for node in chain.nodes(_QUESTIONS)]
    if len(questions) != 1 or len(questions[0]) > _LONGEST_NONE or not has_no_questions(questions[0]):
        return
    for part in ("context", "assessment"):
        unknowns = chain.nodes((part, "unknowns"))
        if unknowns and not all(says_none(str(node.value)) for node in unknowns):
            named = f"{len(unknowns)} unknowns" if len(unknowns) > 1 else "an unknown"
            message = f"“{questions[0]}” is all there is here, and the pack names {named}."
            hint = "Make a question of each unknown that matters to a bet: who asks whom, by when."
            yield offence(chain.pack, (*_QUESTIONS, 0), message, hint)
            return
