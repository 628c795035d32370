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
    def telling(self) -> frozenset[str]:
        """The words of which one must be there."""
        return words_in(self._telling_words)

    @cached_property
    def _known(self) -> frozenset[str]:
        return _LITTLE | self.telling | words_in(self._besides_words)

    def is_all_of(self, text: str) -> bool:
        """Whether a text has no word but these."""
        if len(text) > _LONGEST:
            return False
        folded = text.casefold().replace("’", "'")
        known, telling, tells = self._known, self.telling, False
        for match in _WORD.finditer(folded):
            word = match[0]
            if word not in known and not _SOMEBODY.fullmatch(word):
                return False  # mostly with the first or second word
            tells = tells or word in telling
        return tells and not _REFERS.match(folded)


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
    annoying bad careful cautious deal discuss discussed eye handle hope hopefully hoped keep likely mindful
    monitor monitored pity react regrettable sad see seen shame solve solved trouble trust unfortunate unfortunately
    unlikely watch wait crossed aware unavoidable inevitable fine
    """,
    """
    accordingly actually again anyway appropriately attention aware best bridge close closely comes common course
    early enough fine find go goes going good happen happens happening individually internally issue it look
    luck mind necessary need needed needs normally okay out own pay possible probably problem quickly really regularly
    required risk sense should situation soon somewhat stay think time times topic turn turns usual well work works
    """,
)
"""What is felt about a risk, or left to luck, where nothing says what is done: “keep an eye on it”, “unlikely”."""

_QUALITIES = """
    ambitious analytical approachable articulate assertive authentic authoritative bright brilliant calm capable
    caring charismatic clever collaborative commercial committed communicative competent composed confident
    conscientious convincing courageous creative curious decisive dedicated dependable detail-oriented diligent
    dynamic eloquent empathetic empathic energetic engaged engaging enthusiastic experienced friendly gifted hands-on
    hard-working hardworking helpful honest humble inspiring intelligent kind likeable loyal mature motivated
    open-minded optimistic organised organized outgoing passionate patient persuasive pleasant polite positive
    proactive professional punctual pragmatic reliable resilient respected respectful responsible self-assured
    self-confident self-motivated self-reliant sharp smart sociable strategic structured talented tenacious open tidy
    thoughtful thorough tough trusted trustworthy versatile visionary warm well-liked
    attitude authority charisma confidence courage drive empathy energy enthusiasm ethic ethics gravitas humour
    humor instinct instincts integrity intelligence intuition leader leadership maturity mindset passion patience
    personality presence resilience self-confidence sense spirit stamina talent temperament vision
    communicator collaborator colleague facilitator listener motivator negotiator networker person player presenter
    storyteller strategist thinker visionary
    relationship relationships skill skills rapport
    """
ALONE = Vocabulary(
    _QUALITIES,
    """
    am born business can-do communication company conflict crisis customers deep emotional excellent executive
    executives extremely fast feel for fun full genuine good great group has hard have high higher highly inner
    incredibly board boards committee council councils front meeting meetings public room rooms round rounds steering
    interpersonal lot many market natural nice outstanding pace people pm pressure product quick quickly really
    remains room sees self senior shows social soft solid stakeholders stays stress strong stronger superb super
    team teams true under unusually user users very well wins winning work working world-class
    whole lots learns loyal yes colleagues liked
    likes loved loves easy difficult situations leadership management product-minded customer customer-oriented
    result results-oriented oriented solution-oriented growth mind works brings radiates exudes gives off projects
    exceptional considerable remarkable strategy strategic respect respects trust trusts among new peers others
    """,
)
"""What somebody is or has, where nothing says what they do: “resilient and positive”, “a great team player”."""

LACK = Vocabulary(
    """
    better bigger could enough grow improve improved improvement improving insufficient lack lacking lacks limited
    lower missing more must need needed needs ought poor room should stronger weak weaker weakness work
    """,
    """
    abilities ability able acumen alignment ambitious analysis analytical approach area areas assertive assertiveness
    aware awareness act acts base based basic become big business can clarity clear clearer clearly collaborate
    collaborating collaboration comms commercial communicate communicates communicating communication competence
    competencies competency confidence confident conflict convincing craft critical customer customers data
    decision-making decisions decisive deeper delegate delegation delivery design discovery domain effective
    effectively efficient efficiently empathy engagement execution executive executives experience expected expertise
    facilitate facilitation focus focused get good gravitas handle handling has influence influencing initiative
    insight knowledge lead leadership learn level listen listening long-term manage management managing market mature
    maturity mindset not negotiate negotiation organised organized overall ownership people planning presence present
    presentation presenting prioritise prioritize prioritisation prioritization proactive proactively problem
    product required responsibility rigor rigour sense senior skill skills speak stakeholder stakeholders still
    storytelling strategic strategically strategy strong structure structured team teams technical think thinking
    thought time topics understand understanding user users vision visibility visible voice well write writing written
    yet
    """,
)
"""What somebody lacks, where nothing says by what that shows: “needs to communicate better”, “not strategic enough”."""

REASON = Vocabulary(
    """
    basic beneficial best central critical crucial essential foundation foundational fundamental good grow
    growth help helpful helps important importance key matter matters must necessary need needed needs relevance
    relevant significant strategic useful valuable value vital
    """,
    """
    area areas because become better career competency craft day days develop development every expected
    extremely general generally great highly improve job just level lot make makes management manager managers
    modern most nowadays overall part personal personally pms practice practices product professional profession
    really role roles senior simply since skill skills success successful topic today work working
    """,
)
"""Why something matters, where nothing says what for: “It is important”, “good practice for every PM”."""
