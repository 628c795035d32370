"""Texts of which no word names anything: what somebody will see to, when it comes to it.

“We will see as we go” is known by no turn of phrase, but by what it lacks: of all its words none is a thing, a day, a
figure or a step that anybody could look for.
"""

from __future__ import annotations

from functools import cached_property

from pmcoach_lint.language.notation import words_in
from pmcoach_lint.regex import regex

_WORD = regex(r"[^\W_]+(?:['’-][^\W_]+)*")
_SOMEBODY = regex(r"(?:pm|coach|lead)-\w+")
_REFERS = regex(r"\W*see (?:the |our |my )?(?:documents?|material|outputs?|plans?|projects?|results?)\b")
"""How a text begins that sends its reader to where it is told."""
_LONGEST = 200
"""In characters; who writes more than that has said something."""

_LITTLE = words_in(
    """
    a about after again all along also always an and any anything are as at away back be been being but by can
    can't cannot come comes could do does doesn't don't during each else etc even every everything for from
    generally get gets has have he her him his how i if in into is it it's its let let's lets like may me might
    more my no not now of off often on once one or our out over perhaps she should so some somehow something
    that the their them then there there's they thing things this those to too together up us very was way we
    we'd we'll won't we're what whatever when whenever where wherever whether which while who will with without
    would you your coach coaches coach's cycle joint jointly lead manager pm pm's team both everyone everybody
    people
    """
)
"""Words that name nothing by themselves."""


class Vocabulary:
    """Words of which one must be there, and words that may be there besides: a text of nothing else says nothing."""

    def __init__(self, telling: str, besides: str) -> None:
        self._telling_words, self._besides_words = telling, besides

    @cached_property
    def _telling(self) -> frozenset[str]:
        return words_in(self._telling_words)

    @cached_property
    def _known(self) -> frozenset[str]:
        return _LITTLE | self._telling | words_in(self._besides_words)

    def is_all_of(self, text: str) -> bool:
        """Whether a text has no word but these."""
        if len(text) > _LONGEST:
            return False
        folded, known = text.casefold().replace("’", "'"), self._known
        words = _WORD.findall(folded)
        return (
            all(word in known or _SOMEBODY.fullmatch(word) for word in words)
            and not self._telling.isdisjoint(words)
            and not _REFERS.match(folded)
        )


_OPEN = """
    adapt adaptable adapted adapting adapts adjust adjusted adjustments adjusting adjustment adjusts agile agree
    agreed agreement arise arises change changed changes changing circumstances clear clearer decide decided
    define defined depend depending depends determine determined develop develops discuss discussed emerge
    emerges figure find fixed flexible flexibly found hoc identified know known later living look looked
    necessary need needed needs nothing open possible react required respond see seen situation something
    suitable talk tba tbc tbd updated various
    """
_AROUND = """
    accordingly account ad add agile anyway appropriate become becomes better case cases chat common continuous
    continuously course different differently document due feel feels fit fits go goes going good happen happens
    helpful ideas initially just kind made make makes material maybe moment mutual mutually next ongoing
    ourselves own plan plans point process progress project projects really remain remains right seems sense
    sensible sort specific specified stay still taken time times tune upon useful usual work worked working
    works yet
    """
_BETS = "bet bets"

OPEN = Vocabulary(_OPEN, f"{_AROUND} documents outputs result results")
"""What is still to be found: “to be seen in the course of the cycle”."""

ADJUSTED = Vocabulary(_OPEN, f"{_AROUND} {_BETS}")
"""How a plan is changed, where neither what nor when is told: “we will see as we go”."""

ATTITUDE = Vocabulary(
    """
    advice asked available backed backing backs background believes coaching door ear encourage encouragement
    encourages exchange eye feedback guidance guide guides help helped helpful helping helps mentor mentoring
    mentors motivate motivates motivation patient reachable sparring support supporting supportive supports
    there trust trusts
    """,
    """
    ad and anytime appropriate approachable best close closely day difficult emotional full general give gives
    giving gladly hard happy happily hoc honest i'll i'm it keep keeps listen listens makes moral much necessary
    need needed needs occasional offer offers open possible provide provides provided questions ready regular
    regularly remain remains request required sense stay stays throughout time times tough tries try trying
    ongoing overall partner
    """,
)
"""What the coach is, where nothing says what the coach does: “to be supportive”, “has an open ear”."""

UNMET = Vocabulary(
    """
    annoying bad careful cautious cross deal discuss discussed eye handle hope hopefully hoped keep likely mindful
    monitor monitored pity react regrettable sad see seen shame solve solved trouble trust unfortunate unfortunately
    unlikely watch wait
    """,
    """
    accordingly actually again anyway appropriately attention aware best bridge close closely comes common course
    early enough fine find go goes going good happen happens happening individually internally issue it look
    luck mind necessary need needed needs normally okay out own pay possible probably problem quickly really regularly
    required risk sense should situation soon somewhat stay think time times topic turn turns usual well work works
    """,
)
"""What is felt about a risk, or left to luck, where nothing says what is done: “keep an eye on it”, “unlikely”."""
