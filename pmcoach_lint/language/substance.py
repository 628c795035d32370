"""Whether a text says more than a label: what somebody does, or how something is counted or seen."""

from __future__ import annotations

from collections.abc import Iterable

from pmcoach_lint.language.phrases import Hit
from pmcoach_lint.regex import regex

_ENOUGH_BEHIND = 3
_ENOUGH_AROUND = 8
"""So many words behind a mark such as a colon, or around a label without one, say what is meant by it. Our figures."""

_WORD = regex(r"[^\W_][\w'’/-]*")
_MARK = regex(
    r":(?:\s|\Z)|[(—–→]|\s-\s|\b(?:so that|such as|e\.g\.|i\.e\.|for example|meaning|which means|that is|as in|in that"
    r"|instead of|rather than|by \w+ing)\b"
)
_ENDS = regex(
    r"[\s*_]*(?:[.,;:!?)(\]/—–→\n]|\s-\s|\Z)|[\s*_]+(?:with|in|across|of|for|to|by|and|or|among|between|at|on|when"
    r"|as|who|whom|which|that|within|during|through|throughout|from|about|toward|towards|around|under|but|so|because|after|before|if|than"
    r"|without|while|until|into|against|via|per|instead|rather|skills?|capabilit\w+|competenc\w+|abilit\w+|overall"
    r"|generally|again|sometimes|often|weekly|monthly|(?:a|this|next|every|each) (?:day|week|month|quarter|year|cycle"
    r"|half|sprint|time))\b"
)
_OPEN_END = regex(
    r"\b(?:about|as|a|an|at|to|by|for|in|with|when|of|that|how|why|what|if|whether|the|more|her|his|their|its|this|like"
    r"|who|saying|being|working)\Z|['’]s\Z"
)
_OBJECT = regex(r"[\s*_]+(?:of|in|for|on|from|across|with)[\s*_]+(?:(?:the|their|our|all|her|his|your)[\s*_]+)?\w+")
_TIME = regex(
    r"\b(?:weeks?|wks?|w|months?|days?|q|quarter|cycles?|h)\s?\d+(?:\s?[-–/]\s?\d+)?\b|\b\d+(?:\s?[-–]\s?\d+)?\s?-?\s?"
    r"(?:weeks?|wks?|months?|days?)\b|\b(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?\b|\b(?:pm|lead|coach)-\d+\b"
    r"|\b360(?:°|-degree| degrees?)?\s\Z"
    r"|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*"
    r"|\b(?:four|six|eight|nine|ten|twelve) (?:weeks|months)\b"
)
_COUNTED = regex(
    r"\d|%|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twice|once|half|zero|none|nobody|percent|at least"
    r"|at most|fewer than|more than|less than|number of|share of|count(?:s|ed)?|rates?|ratio|out of|per (?:week|month"
    r"|quarter|release)|scor(?:e|es|ed|ing)|rubrics?|rat(?:ed|ings?)|surveys?|polls?|nps|csat|pulse|baselines?"
    r"|checklists?|measured|logged|tracked|tracker|log|benchmark|criteri(?:a|on)|a/b)\b"
)
_SHOWN = regex(
    r"\b(?:memos?|briefs?|prds?|specs?|notes?|docs?|documents?|decks?|slides?|minutes|one-pagers?|e-?mails?|tickets?"
    r"|retros?|transcripts?|recordings?|dashboards?|maps?|drafts?|pre-?reads?|artifacts?|artefacts?|interviews?"
    r"|(?:observed|confirmed|rated|judged|reviewed|noted|signed|checked|reported|stated|named) by"
    r"|says?|asks?|tells?|states?|names?|writes?|answers?|signs?|repeats?|explains?|decides?|agrees?|presents?|shows?"
    r"|invites?|sends?|brings?|opens?|quotes?|cites?|challenges?|accepts?|approves?|rejects?)\b"
)
_PURPOSE = regex(
    r"\b(?:so that|so (?:they|she|he|we|the|pm-?\d*)|until|after which|and then|with which|in order to|to be able to)\b"
    r"|→|=>|->|\b(?:and|then) (?:uses?|appl(?:y|ies)|runs?|writes?|presents?|brings?|decides?|names?|answers?|rewrites?"
    r"|changes?|teach(?:es)?|tests?)\b"
)
_ID = regex(r"\b[a-z]{1,2}-?\d+\b")
_ITEM = regex(r"\n\s*(?:[-*+•]|\d+[.)])\s")
_SENTENCE_END = regex(r"[.!?;](?:\s|\Z)|<br")
_MEANS = regex(r"\b(?:by|through|after|via|from|of|when|while|before|since|during|having)[\s*_]+(?:\w+[\s*_]+)?\Z")


def is_whole(hit: Hit) -> bool:
    """Whether the phrase ends where it was found: “improve alignment” does not in “improve alignment memos”."""
    folded = hit.text.folded
    return bool(_ENDS.match(folded, hit.end) or _OPEN_END.search(folded, hit.start, hit.end))


def rest_of(hit: Hit) -> tuple[str, str]:
    """What stands before and behind the phrase in its text, in small letters."""
    return hit.text.folded[: hit.start], hit.text.folded[hit.end :]


def is_explained(hit: Hit) -> bool:
    """Whether a mark behind the phrase, such as a colon, is followed by some words about what it means."""
    behind = rest_of(hit)[1]
    mark = _MARK.search(behind)
    return mark is not None and len(_WORD.findall(behind, mark.start())) >= _ENOUGH_BEHIND


def is_spelled_out(hit: Hit, others: Iterable[Hit] = ()) -> bool:
    """Whether the text around a label says what is meant by it, and not only `others` of its kind."""
    if is_explained(hit):
        return True
    if _COUNTED.search(_TIME.sub("", rest_of(hit)[1])):
        return True
    rest = hit.text.folded
    for other in (hit, *others):
        rest = rest[: other.start] + " " * (other.end - other.start) + rest[other.end :]
    if _ITEM.search(rest, 0, hit.start):  # of a list it is the item, and what stands above the first
        rest = _ITEM.split(rest[: hit.start])[-1] + _ITEM.split(rest[hit.start :])[0]
    return len(_WORD.findall(_TIME.sub("", rest))) >= _ENOUGH_AROUND


def has_purpose(hit: Hit) -> bool:
    """Whether the text says what follows from an activity."""
    return bool(_PURPOSE.search(rest_of(hit)[1])) or is_explained(hit)


def is_means(hit: Hit) -> bool:
    """Whether an activity is named as the way to something: “by reading two books”."""
    return bool(_MEANS.search(rest_of(hit)[0]))


def is_shown(hit: Hit) -> bool:
    """Whether the text around a label counts something, or names a piece of work or what somebody does with it.

    Of a list it is the item in which the label stands.
    """
    before, behind = rest_of(hit)
    rest = _TIME.sub("", f"{_ITEM.split(before)[-1]} {_ITEM.split(behind)[0]}").replace("shows up", "")
    return is_explained(hit) or bool(_COUNTED.search(rest) or _SHOWN.search(rest))


def is_counted(hit: Hit) -> bool:
    """Whether the sentence around a phrase has a figure, a rubric or the like."""
    before, behind = rest_of(hit)
    sentence = f"{_SENTENCE_END.split(before)[-1]} {_SENTENCE_END.split(behind)[0]}"
    return bool(_COUNTED.search(_ID.sub("", _TIME.sub("", sentence))))


def is_countable(hit: Hit) -> bool:
    """Whether the text around a phrase says by what number, rubric, piece of work or person it is judged.

    Weeks and dates are no counts: they say when, and not how much. What a wish is about is none either: “better quality
    of PRDs”.
    """
    before, behind = (_TIME.sub("", part) for part in rest_of(hit))
    about = _OBJECT.match(behind)
    rest = f"{before} {behind[about.end() :] if about else behind}"
    return bool(_COUNTED.search(rest) or _SHOWN.search(rest))
