"""Which of Bloom's levels a verb belongs to, and what the verbs of a sentence therefore say about its level.

The verbs are those of the usual lists for both editions (Bloom et al. 1956; Anderson and Krathwohl 2001), cut down to
what holds in product work. Most verbs belong to several levels there (one *explains* a term and a conflict), so each
is given from the lowest to the highest level on which it is rightly used. Where product people use a verb for
anything, it is not listed at all, and nothing is ever said about it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from pmcoach_lint.language.notation import words_in
from pmcoach_lint.readers.bloom import LADDERS, level_number
from pmcoach_lint.regex import anycase, regex

KNOW, UNDERSTAND, APPLY, ANALYZE, TOP = 1, 2, 3, 4, 5
"""The heights of verbs. The top two levels stand in another order in each edition, so that they count as one height."""

Heights = tuple[int, int]
"""The lowest and the highest height on which a verb is rightly used."""

_VERBS: dict[Heights, str] = {
    (KNOW, KNOW): "list recall recite memorize memorise enumerate remember know",
    (KNOW, UNDERSTAND): "name label quote repeat recognize recognise read skim watch attend listen shadow learn",
    (UNDERSTAND, UNDERSTAND): "understand comprehend paraphrase retell restate rephrase",
    (UNDERSTAND, APPLY): "describe illustrate",
    (UNDERSTAND, ANALYZE): "explain summarize summarise interpret classify categorize categorise",
    (UNDERSTAND, TOP): "compare contrast distinguish differentiate discuss estimate predict",
    (APPLY, APPLY): "apply practise practice",
    (APPLY, ANALYZE): "calculate demonstrate fill",
    (ANALYZE, ANALYZE): "analyze analyse dissect deconstruct decompose disentangle diagnose",
    (ANALYZE, TOP): "separate correlate examine weigh scrutinize scrutinise hypothesize hypothesise trace",
    (APPLY, TOP): "assess rate score rank prioritize prioritise design create build develop combine integrate justify",
    (TOP, TOP): "evaluate judge critique appraise adjudicate synthesize synthesise compose invent devise originate",
}
_HEIGHTS = {verb: heights for heights, verbs in _VERBS.items() for verb in verbs.split()}

_DEEPER = words_in(
    "why which whether whose what how tradeoff tradeoffs cause causes risk risks rival rivals gap gaps pattern "
    "patterns missing evidence implication implications alternative alternatives option options root insight insights "
    "choice choices choose decide decision decisions sizing sized own segment segments cohort cohorts"
)
_STEMS = (
    "assum criteri reason weak conflict argu counter hypothes differ contradict recommend strateg analys analyz "
    "synthes evaluat compar critique judg weigh rank priorit challeng question draft writ"
)
_DEEPER_STEMS = tuple(_STEMS.split())
"""Words beside a low verb that make it more: who names *which assumption* carries a case has taken the case apart."""

_TESTS = anycase(r"(?:\A\W*|[,;:.(]\s*|\b(?:and|then|to|or|who|which|that|by)\s+)(?:re-?)?test(?:s|ed|ing)?\b")
"""That something is tested; a test that is read or watched makes nothing more of it."""

_CLAUSE = anycase(r"\s*(?:[;:,.()/|]|\band then\b|\band\b|\bthen\b|\bor\b|\bto\b)\s*")
_WORDS = regex(r"\w+")
_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NO_VERB = words_in(
    "a about after all also an and another any are as at back be before best both but by can each either every few "
    "for from full chapter chapters min mins minutes hour hours good great has have high how if in into is it its "
    "key last least less long low main many more most new next no not of off old on one only other others our out "
    "over own per same several short simple some such than that the their them then there these they this those "
    "three through to top two under until up upon users via was week weekly weeks well what when where whether "
    "which while who whole whom whose why will with within without you your"
)
_NOUNS = words_in("contrast design designs estimate label name practice quote rank rate rates score scores trace watch")
_OBJECT = anycase(r"\s+(?:an?|the|each|its|their|one|two|three|all|both|every|his|her|this|that|own)\b")
"""What shows that a word which may be a noun is a verb: the beginning of what it does something to."""

_READING = anycase(
    r"\b(?:read|watch|listen to|skim)\b[^.;:]{0,40}?"
    r"\b(?:chapters?|books?|articles?|papers?|blog posts?|podcasts?|videos?|talks?)\b"
    r"(?:\s(?:of|on|about|by|from)\s(?:(?!\b(?:and|then|to)\b)[^.;,()])*)?",
    near="read watch listen skim",
)
"""A text to read or hear, whatever its title: `Read one chapter of Good Strategy Bad Strategy`."""
_TAKING_IN = words_in("study note collect gather follow")
"""What people do who take something in, where it is all that they do: of a behaviour on a ladder they say nothing."""
_SITTING_IN = anycase(
    r"\b(?:sit in (?:on|at)|go(?:ing)? (?:through|over)|look (?:up|through)|take notes (?:in|on|of|at)|take part in"
    r"|keep up with)\b",
    near="sit go look take keep",
)
_ADVERB = regex(r"\w+ly")


@lru_cache(maxsize=64)
def height_of(level: str, edition: int) -> int | None:
    """The height of a level in an edition: 1 to 4, or TOP for the two above; None for one that only the other has."""
    rung = level_number(level, edition)
    return None if rung is None else min(rung, TOP)


def levels_at(heights: Heights, edition: int) -> list[str]:
    """The levels of an edition that lie between two heights, both included."""
    ladder = LADDERS[edition]
    return [level for rung, level in enumerate(ladder, 1) if heights[0] <= min(rung, TOP) <= heights[1]]


_SHORT = 3
"""So few words are a name rather than a sentence."""


def leading_verb(text: str, own: Mapping[str, Sequence[str]]) -> tuple[str, Heights] | None:
    """The verb that a behaviour begins with, as it is written, and its heights.

    None where the first word is no verb whose heights are certain. `own` are a team's verbs with their levels.
    """
    word = _verb_in_front(text)
    heights = (_heights(word, own) if own else _usual_heights(word.casefold())) if word else None
    return (word, heights) if word and heights else None


@lru_cache(maxsize=2048)
def _verb_in_front(text: str) -> str | None:
    """The word that a behaviour begins with, if it may be a verb; packs of a team have most behaviours in common."""
    match = _WORD.search(text)
    while match and (folded := match[0].casefold()).endswith("ly") and folded != "apply" and _ADVERB.fullmatch(folded):
        match = _WORD.search(text, match.end())
    if not match or (_may_be_noun(folded, text) and not _OBJECT.match(text, match.end())):
        return None
    return match[0]


def _may_be_noun(word: str, text: str) -> bool:
    """Whether the word with which a text begins may be a thing: `Design basics`, `Scoring methods`."""
    return word in _NOUNS or (word.endswith("ing") and len(text.split()) <= _SHORT)


def says_more(text: str) -> bool:
    """Whether words in a text make more of a low verb than it says by itself."""
    words = _WORDS.findall(text.casefold())
    is_more = any(word in _DEEPER or word.startswith(_DEEPER_STEMS) for word in words)
    return is_more or "trade-off" in text.casefold() or _TESTS.search(text) is not None


def clear_height(text: str) -> int | None:
    """The height that a practice plainly has: the highest of its verbs. None where it may be higher, or has no verb.

    It is plain only where each clause begins with a verb of certain heights, and no word makes more of it.
    """
    text = _READING.sub("read ", _SITTING_IN.sub("watch", text))
    if says_more(text):
        return None
    found: list[int] = []
    for clause in _clauses(text):
        heights = (KNOW, UNDERSTAND) if clause.casefold() in _TAKING_IN else _heights(clause, {})
        if heights is None and clause.casefold() not in _NO_VERB:
            return None
        if heights:
            found.append(heights[1])
    return max(found, default=None)


def _clauses(text: str) -> Iterator[str]:
    """The first word of each clause."""
    for clause in _CLAUSE.split(text):
        first = _WORD.search(clause)
        if first and len(first.group()) > 1:
            yield first.group()


def _heights(word: str, own: Mapping[str, Sequence[str]]) -> Heights | None:
    folded = word.casefold()
    if own:
        for form in _base_forms(folded):
            if form in own:
                return _own_heights(tuple(own[form]))
            if form in _HEIGHTS:
                break
    return _usual_heights(folded)


@lru_cache(maxsize=1024)
def _usual_heights(word: str) -> Heights | None:
    return next((_HEIGHTS[form] for form in _base_forms(word) if form in _HEIGHTS), None)


def _own_heights(levels: tuple[str, ...]) -> Heights | None:
    heights = [height for level in levels for edition in LADDERS if (height := height_of(str(level), edition))]
    return (min(heights), max(heights)) if heights else None


def _base_forms(word: str) -> tuple[str, ...]:
    """What a verb may be a form of: `judges`, `judging` and `judged` of `judge`."""
    forms = [word]
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            forms += [stem, f"{stem}e", f"{stem[:-1]}y"]
    return tuple(forms)
