"""Coaching prompts that do not make anybody reason: closed questions, leading ones, advice in disguise."""

from __future__ import annotations

from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.language import lexicon, noted, said
from pmcoach_lint.language.excuses import is_cited
from pmcoach_lint.regex import regex
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import Options, rule
from pmcoach_lint.rules.wording import OPTIONS, hits
from pmcoach_lint.syntax.source import Offence

LEADING = noted(
    """
    don't|do_not you think|agree
    do|would you not think|agree|believe
    ^ so|and|but|well? don't|do_not you feel|see|believe|want|wish|find|realise|realize
    ^ so|and|but|well? wouldn't|isn't|aren't|shouldn't|couldn't|doesn't|won't|haven't|hasn't|wasn't|can't
        it|you|we|that|this|they|there|the
    ^ so|and|but|well? isn't|aren't|wasn't|weren't|doesn't|hasn't|haven't|hadn't|wouldn't|shouldn't
    ^ so|and|but|well? would|is|will it|that|this not
    ^ so|and|but|well? would it|that be better|easier|smarter|wiser|best|faster|safer|simpler
    ^ so|and|but|well? have you considered|thought_about|thought_of just|simply
    why didn't|haven't|couldn't|wouldn't|weren't|hadn't|aren't you
    why did you not
    how could you miss|forget|overlook|ignore|fail
    what were you thinking $
    you do know|realise|realize|agree
    ^ surely|obviously
    """
)
_TAG = regex(
    r",\s*(?P<tag>(?:right|no|yes|correct|(?:is|are|was|do|does|did|wo|would|could|should|have|has|ca)n['’]t \w+)\s*\?)"
)

ADVICE = noted(
    """
    what_if|how_about|what_about you|we|they|it? just|simply
    what_if you|we used|tried|asked|added|talked_to|spoke_to|started_with|sent|wrote|went
    how_about|what_about using|asking|trying|sending|adding|talking|writing|starting|moving
    ^ and|so|but? why_not just|simply|use|try|ask|add|send|write|talk|start|split|put|make|let|go|do|move|set_up|create
    ^ and|so|but? why don't you|we
    ^ and|so|but? have|did you ever? considered|thought_of|thought_about|think_of|think_about|consider|tried|try|
        looked_into
    ^ and|so|but? could|can|couldn't you|we not? just|simply|maybe|perhaps|also|try
    ^ maybe|perhaps you|we should|could|might|need
    ^ would it help|make_sense if|to
    ^ you should|could|might_want|may_want|ought|need_to
    ^ i|i'd would|'d? suggest|recommend|advise|propose
    if_i_were_you|if_i_were_in_your_shoes|my_advice
    ^ should|shall we|you just|simply|use|try|ask|add|send|talk|start|split|put|make|go|do|move
    """
)
_BEFORE = "if|when|before|after|given|for|in|looking|so|and|now|ok|okay|well"
_ASKING = "do|does|did|is|are|was|were|have|has|had|can|could|will|would|should|shall|may|must|am"
_CLOSED = regex(
    rf"[\W_]*(?:(?:{_BEFORE})\b[^,?.:]{{0,80}}[,:]\s*)?(?P<asked>(?:{_ASKING})(?:n['’]t)?\s+"
    r"(?:you|we|they|it|this|that|these|those|there|the|your|our|their|he|she|i|a|an|any|all|anyone|anybody|someone"
    r"|somebody|everyone|everybody|everything|anything|something|each|every|both|engineering|design|stakeholders|users"
    r"|customers|pm-\d+)\b|any \w+)"
)
_FIRST_WORD = regex(r"[\W_]*([^\W_]+)")
_MAY_BE_CLOSED = frozenset((*_BEFORE.split("|"), *_ASKING.split("|"), *_ASKING.replace("|", "n|").split("|"), "any"))
"""With which words a closed question begins: most prompts begin with others, and need no closer look."""

_INVITES = regex(
    r"(?:can|could|would|will) (?:you|we) (?:please |briefly |also )?(?:walk|tell|describe|explain|show|say more|talk"
    r"|share|help me|help us|take me|give|name|list|sketch|draw|imagine|think of|elaborate|unpack|summari[sz]e|state"
    r"|recall|restate|paraphrase|teach|compare)\b"
    r"|(?:do|can|could) you (?:know|remember|recall|think|see|say|imagine|tell) (?:what|how|who|which|why|where|when)\b"
)
_OPEN = regex(r"[?.:;,–—(]\s*(?:\w+,? ){0,2}(?:what|how|which|who|whom|whose|where|why|when|if so|if not|tell|say)\b")
_CHOICE = regex(r"\bor\b(?! not\b)")
_IMAGINED = regex(r"[\W_]*(?:if|when)\b[^?,:]+,\s*\w+(?:n['’]t)?\s+(?:they|he|she|it|any\w+|some\w+|every\w+)\b")
"""A case to think through, and what others would make of it: `If the COO stops you there, have they got the ask?`"""


@rule("PMC810", *OPTIONS, severity=Severity.WARNING)
def closed_question(document: Document, options: Options) -> Offences:
    """A coaching prompt can be answered with yes or no.

    A question that offers a choice, that asks for a story (“can you walk me through …”), that is followed by an open
    one in the same prompt, or that puts a case and asks what others would make of it, is no offence.

    Why it matters:
        “Did you talk to users?” – “Yes.” The coach has learned nothing, and the PM has thought nothing through.

    What to do:
        Begin with what, how, which or who.

    Bad:
        ## 5) Coaching Cadence

        ### Coaching prompts

        - Did you talk to users this week?

    Good:
        ## 5) Coaching Cadence

        ### Coaching prompts

        - What did users do this week that you had not expected?
    """
    also, allow = (lexicon(tuple(map(str, options[name]))) for name in ("also", "allow"))
    for text in said(document, "prompt"):
        match = _CLOSED.match(text.folded) if _may_be_closed(text.folded) else None
        asks = match is not None and _is_closed(text.folded[match.start("asked") :])
        asks = asks and not _IMAGINED.match(text.folded)
        if not asks and not also.holds(document, text.folded):
            continue
        if allow.holds(document, text.folded) or _says_more(document, text.folded):
            continue
        start, end = (match.start("asked"), match.end("asked")) if match and asks else (0, len(text.text))
        message = (
            f"“{text.text[start:end]} …” can be answered with yes or no." if asks else "This is a closed question."
        )
        hint = "Ask for the reasoning: begin with “what”, “how”, “which” or “who”."
        yield Offence(text.span(start, end), message, hint)


def _may_be_closed(folded: str) -> bool:
    first = _FIRST_WORD.match(folded)
    return first is not None and first[1] in _MAY_BE_CLOSED


def _is_closed(question: str) -> bool:
    """Whether a question that begins with a verb wants no more than yes or no."""
    first = question.partition("?")[0]
    return not (_INVITES.match(question) or _OPEN.search(question) or _CHOICE.search(first))


def _says_more(document: Document, folded: str) -> bool:
    """Whether the question leads or advises: then that is what is wrong with it."""
    return bool(_TAG.search(folded)) or _leads_or_advises(document, folded)


def _leads_or_advises(document: Document, folded: str) -> bool:
    return any(lexicon(each).holds(document, folded) for each in (LEADING, ADVICE))


@rule("PMC811", *OPTIONS, severity=Severity.WARNING)
def leading_question(document: Document, options: Options) -> Offences:
    """A coaching prompt has its answer in it, or blames: “don't you think …?”, “why didn't you …?”.

    Why it matters:
        The PM learns to guess what the coach wants to hear. A question that blames is answered with a defence.

    What to do:
        Ask what you do not know the answer to: what they saw, what else was possible, what they would do next time.

    Bad:
        ## 5) Coaching Cadence

        ### Coaching prompts

        - Don't you think the roadmap is too long?

    Good:
        ## 5) Coaching Cadence

        ### Coaching prompts

        - Which item of the roadmap would nobody miss, and how do you know?
    """
    for hit in hits(document, options, LEADING, "prompt", excused=is_cited):
        message = f"“{hit.words} …” has its answer in it."
        if hit.words.casefold().startswith(("why", "how could", "what were")):
            message = f"“{hit.words} …” asks for a defence, not for a thought."
        yield Offence(hit.span, message, "Ask what they saw, what else was possible, or what they would try.")
    for text in said(document, "prompt"):
        tag = _TAG.search(text.folded)
        if tag and not _leads_or_advises(document, text.folded):
            span = text.span(*tag.span("tag"))
            hint = "Ask what they saw, what else was possible, or what they would try."
            yield Offence(span, f"“…{text.text[slice(*tag.span())]}” asks for a yes.", hint)


@rule("PMC812", *OPTIONS, severity=Severity.WARNING)
def advice_as_question(document: Document, options: Options) -> Offences:
    """A coaching prompt is a piece of advice with a question mark: “what if you just …?”, “have you tried …?”.

    Why it matters:
        It is the coach who has thought, and the PM who carries it out. Next time the PM will wait for the tip.

    What to do:
        Ask for options before you offer one. If it must be said, say it as your view, and when to be directive.

    Bad:
        ## 5) Coaching Cadence

        ### Coaching prompts

        - What if you just used the template of the other squad?

    Good:
        ## 5) Coaching Cadence

        ### Coaching prompts

        - Which three ways do you see to make this shorter, and what does each of them cost?
    """
    leading = lexicon(LEADING)
    for hit in hits(document, options, ADVICE, "prompt", excused=is_cited):
        if not leading.holds(document, hit.text.folded):
            message = f"“{hit.words} …” is advice with a question mark."
            hint = "Ask for options first: “Which ways do you see, and what does each of them cost?”"
            yield Offence(hit.span, message, hint)
