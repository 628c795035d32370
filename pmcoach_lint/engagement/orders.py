"""Orders: texts that give a client what it asks for and no more, as the low-value responses of the matrix do."""

from __future__ import annotations

from functools import lru_cache

from pmcoach_lint.language.chores import delivery_in, is_of_delivery
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.standards import ClientNeed

_WORD = regex(r"[^\W_]+(?:[-'’‐‑][^\W_]+)*")
_JOINTS = regex(r"[-'’‐‑]")
_PARTS = anycase(r"[,;/.]|\band\b|\bor\b")
_HEAD_ENDS = anycase(
    r"[(:;–—]|\s-\s|\b(?:for|in|on|per|from|until|before|incl\w*|covering|(?P<more>to|towards?|by|that|which|who"
    r"|where|when|so))\b"
)
"""Where the name of a thing ends. Behind `more` stands what it is for, or who does it: that makes it another thing."""
_HIGHER = anycase(
    r"\b(?:deci\w+|strateg\w+|outcomes?|(?<!acceptance[ -])criteri\w+|coach\w*|capabilit\w+|train(?:s|ed|ing)?|teach\w*"
    r"|hand(?:ed|s|ing)?[ -]?over|options?|trade-?offs?|bets?|hypothes\w+|business (?:case|goal|result)s?|why|alone"
    r"|independen\w+|without (?:me|us|you)|themselves|their own|team[’']s own|assess\w*|review(?:ed|ing|s)?|workshops?"
    r"|pm-?\d+|stop|kill|drop)\b"
)
"""Words by which a text says that it is about more than the order."""

_THEIRS = anycase(
    r"\b(?:coach\w*|capabilit\w+|train(?:s|ed|ing)?|teach\w*|hand(?:ed|s|ing)?[ -]?over|alone|independen\w+"
    r"|without (?:me|us)|themselves|their own|team[’']s own|pm-?\d+|stop|kill|drop)\b"
)
"""What still makes more of user stories or a backlog, which decide nothing, whatever they are said to be good for."""

_CALLED_STRATEGIC = anycase(
    r"\bstrategic(?:ally)?\b(?!,? (?:and \w+ )?(?:deci\w+|choices?|directions?|goals?|questions?|fit|thinking|options?"
    r"|bets?|themes?|priorit\w+|plans?|aims?|focus))"
)
"""The mere name of strategy, which makes nothing of an order: “a strategic basis”."""

_LEAD = anycase(r"[\W_]*(?:(?:mon|tue|wed|thu|fri)\w*\b|today|tomorrow|this week|by\b|on\b|\d)[^:\n]{0,30}:")
_DASH = regex(r"\s+(?:[-–—]{1,3}|→)\s+")
_ACTS = anycase(
    r"(?:write|finish|complete|clear|close|groom|refine|facilitate|draft|prepare|update|document|maintain|attend"
    r"|take|do"
    r"|create|run)\b"
)
_NUMBER = regex(r"\d+|q[1-4]|h[12]|v\d+")
_DOING = (
    "write run create draw make take join facilitate manage prepare build draft maintain groom own do produce "
    "deliver document provide help attend host lead update support organise organize clear close finish complete refine"
)
_IRREGULAR = (
    "written wrote running ran creation drawn drew drawing made making taken taking facilitation management "
    "preparation built grooming maintenance done production delivery documentation provision led hosting drafting"
)
_NEUTRAL = (
    "a an the some all any our your their its us we you need want one two three more another extra additional new "
    "updated detailed complete comprehensive full high-quality quality good clear better solid regular ongoing "
    "continued weekly daily monthly quarterly biweekly bi-weekly annual yearly product feature features interim "
    "dedicated senior fractional part-time hands-on day-to-day first second third next remaining outstanding open and "
    "or plus as with of"
)


def order_in(text: str, purpose: str, needs: tuple[ClientNeed, ...]) -> ClientNeed | None:
    """The request that a text fulfils to the letter, such as `PRDs for checkout` or `Facilitation of standups`.

    Args:
        text: What is to be delivered or done.
        purpose: What it is said to be good for.
        needs: The positioning matrix.

    Returns:
        The need, when the text up to its first preposition says nothing but what is asked for, and neither the text nor
        its purpose speaks of decisions, strategy, capability and the like. Else None.
    """
    if not needs or _HIGHER.search(text) or _HIGHER.search(_CALLED_STRATEGIC.sub("", purpose)):
        return None
    ends = _HEAD_ENDS.search(text, 1)
    if ends and ends["more"]:
        return None
    asked = _asked(needs)
    words = _stems(text[: ends.start()] if ends else text)
    if not words or any(word not in asked.known and not _NUMBER.fullmatch(word) for word in words):
        return None
    there = set(words)
    return next((need for objects, need in asked.objects if objects <= there), None)


def is_delivery(text: str, needs: tuple[ClientNeed, ...], purpose: str = "", told: str = "") -> bool:
    """Whether a text is a piece of delivery by what it is, where delivery is what the matrix calls an order.

    Neither its purpose nor what is told about it is about more.
    """
    if not delivery_in(text, told) or order_in("specs", "", needs) is None:
        return False
    more = _THEIRS if is_of_delivery(text) else _HIGHER
    return not purpose or not (_HIGHER.search(text) or more.search(_CALLED_STRATEGIC.sub("", purpose)))


def deed_of(win: str) -> str:
    """What a quick win does, without its day and what it is said to be good for."""
    lead = _LEAD.match(win)
    return _DASH.split(win[lead.end() if lead else 0 :].strip(" *_"), maxsplit=1)[0]


def action_in(win: str) -> tuple[str, str]:
    """What a quick win does, and what it is said to be good for: “Tue: write the PRDs – shows strategic value”.

    Where the action is no order by its verb, or goes on behind a colon, nothing is told.
    """
    action = deed_of(win)
    claims = _DASH.split(win, maxsplit=1)[1:]
    if not _ACTS.match(action) or ":" in action:
        return "", ""
    return action, "".join(claims)


class _Asked:
    """A positioning matrix, ready: the `objects` that are asked for, each with its need, and all `known` words."""

    def __init__(self, needs: tuple[ClientNeed, ...]) -> None:
        plain = _plain_words()
        self.objects: list[tuple[frozenset[str], ClientNeed]] = []
        for need in needs:
            for phrase in (need.need, *need.also, *_PARTS.split(need.low)):
                stems = _stems(phrase)
                if objects := frozenset(stems) - plain:
                    self.objects += [(objects, need), (frozenset({"".join(stems)}), need)]
        self.known = plain.union(*(objects for objects, _ in self.objects))


_asked = lru_cache(maxsize=8)(_Asked)


@lru_cache(maxsize=1)
def _plain_words() -> frozenset[str]:
    """The words that do not say what is asked for: verbs of doing, and what tells neither high from low."""
    doing = _DOING.split()
    forms = [form for verb in doing for form in (verb, f"{verb}ed", f"{verb}ing", f"{verb.rstrip('e')}ing", f"{verb}d")]
    return frozenset(_stem(word) for word in (*forms, *_IRREGULAR.split(), *_NEUTRAL.split()))


def _stems(text: str) -> list[str]:
    return [_stem(word) for word in _WORD.findall(text.casefold())]


def _stem(word: str) -> str:
    """A word without hyphens and without the ending of its plural: stand-ups and standup are the same."""
    bare = _JOINTS.sub("", word)
    if bare.endswith("ies") and len(bare) > 4:
        return f"{bare[:-3]}y"
    return bare[:-1] if bare.endswith("s") and not bare.endswith("ss") and len(bare) > 2 else bare
