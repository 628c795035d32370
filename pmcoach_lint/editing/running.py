"""A new entry of a log that is kept in running text: its day, what it was, and what happened, without a label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations

from pmcoach_lint.editing.leads import Lead, lead_of
from pmcoach_lint.editing.listed import Listed
from pmcoach_lint.syntax.lines import LINE_END, line_begin

_LINES = 2
"""So many line breaks may stand between the day and what the entry was: it stands below, behind an empty line."""


def in_running_text(listed: Listed, texts: Mapping[str, str], beside: int) -> Iterator[tuple[str, frozenset[str]]]:
    """The ways to begin an entry as most do that are in running text and tell no more in front of it.

    Args:
        listed: The entries of a log.
        texts: What the entry says, by the names of its fields.
        beside: The place of the neighbour.

    Yields:
        The beginning, and the names of what it tells; the best one first, and nothing where no entry is so.
    """
    leads = [(place, lead) for place in range(len(listed.records)) if (lead := _lead(listed, place, texts))]
    if not leads:
        return
    usual = Counter(lead.signs for _, lead in leads).most_common(1)[0][0]
    place, lead = min((each for each in leads if each[1].signs == usual), key=lambda each: abs(each[0] - beside))
    stop = "." if listed.text[slice(*listed.span(place))].rstrip().endswith(".") else ""
    for own, names in _sentences(texts, lead.told | _labelled(listed)):
        yield f"{lead.text}{own}{'' if own.endswith(('.', '!', '?')) else stop}", lead.told | names


def _lead(listed: Listed, place: int, texts: Mapping[str, str]) -> Lead | None:
    """What stands in front of what an entry was, with the values of the new one.

    It is None where that has a label or is a heading, or has more words in front of it.
    """
    own, begin = listed.span_of(place, "title"), line_begin(listed.text, listed.head(place)[0])
    labels = {name for name in ("title", "happened") if (*listed.path, place, name) in listed.document.keys}
    if own is None or own[0] < begin or labels:
        return None
    between = listed.text[begin : own[0]]
    breaks = len(LINE_END.findall(between))
    if breaks > _LINES or (between.startswith("#") and not breaks):
        return None
    lead = lead_of(listed, place, texts, (begin, own[0]))
    return lead if lead and not any(map(str.isalnum, lead.signs)) else None


def _labelled(listed: Listed) -> frozenset[str]:
    """What has a label in some entry."""
    return frozenset(str(path[-1]) for path in listed.document.keys if path[:1] == listed.path and path[2:])


def _sentences(texts: Mapping[str, str], elsewhere: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """What an entry was; with its kind in front, how long it took in brackets and what happened behind it, or without.

    What is told `elsewhere` is not among it. The ways that tell most come first.
    """
    may = [name for name in ("happened", "kind", "duration") if texts.get(name) and name not in elsewhere]
    for count in range(len(may), -1, -1):
        for names in combinations(may, count):
            said = {name: " ".join(texts[name].split()) for name in ("title", *names)}
            kind = f"{said['kind'][:1].upper()}{said['kind'][1:]}: " if "kind" in said else ""
            time = f" ({said['duration']})" if "duration" in said else ""
            happened = f". {said['happened']}" if "happened" in said else ""
            yield f"{kind}{said['title'].rstrip('.')}{time}{happened}", frozenset(said)
