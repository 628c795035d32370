"""What a step leaves open: a day that is none, a person who is nobody, an agenda that is still to come."""

from __future__ import annotations

from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.syntax.source import Span

_ONE = r"(?:[a-z]+-)+\w+"
_NOBODY = anycase(
    r"\W*(?:(?:the |whole |entire )*(?:team|squad|group)|we|us|all|everybody|everyone|somebody|someone|anybody"
    r"|anyone|nobody|no one"
    r"|whoever|various|open|not (?:yet )?(?:decided|named|clear|known|assigned)|to be (?:named|decided|found"
    r"|assigned|agreed)"
    rf"|tb[acd])(?:,? (?:of|in|from|at|as|to|and|with|on|for|yet|so|still|else|together|itself|members?|who|involved)\b"
    rf"(?:,? (?!{_ONE})[\w'’-]+){{0,4}})?\W*",
    near="team squad group we us all every some any nobody one whoever various open not be tb",
)
_NO_DAY = anycase(
    r"\b(?:at some (?:point|time|stage)|some ?(?:day|time) soon|sooner or later|in due (?:course|time)|eventually"
    r"|(?:when|if|as)(?:ever)? (?:there is|time (?:allows|permits)|(?:s?he|they|we) ha(?:s|ve) time|it fits)"
    r"|at a later (?:stage|point|date|time)"
    r"|(?:in|over) the (?:next|coming) (?:few )?(?:weeks|months)|in the near future|(?:date|day"
    r"|time)(?: is)? (?:open|to be \w+|tb[acd])"
    r"|(?:soon|later(?: on)?|shortly)(?=\W*(?:\Z|[.;])))",
    near="some soon due eventually time later coming near date day shortly",
)
_CLAUSE_END = regex("[.,;:]")
_OF_ANOTHER = anycase(r"\b(?:what|which|who|whom|whose|how|whether|why|where|rest|others?|remaining|remainder)\b")
"""By these a clause is not about when the step is taken: `compare it with what eventually shipped`."""
_SOMEBODY_DOES = anycase(
    r"\W*(?:(?:by|until|before|after|on|in|then|first|next|perhaps|maybe) (?:\w+ ){0,2}?)?"
    r"(?P<who>somebody|someone|anybody|anyone)\b",
    near="somebody someone anybody anyone",
)
_SESSION = anycase(
    r"\b(?:first|1st|next|kick-?off|opening) (?:\w+ )?(?:session|meeting|1:1|talk)\b|\bsession (?:1|one)\b"
    r"|\bkick-?off\b",
    near="session meeting 1:1 talk kick",
)
_NO_AGENDA = anycase(
    r"\b(?:agenda|content|questions?|topics?|plan|what to (?:look at|discuss|do"
    r"|talk about))\b[^.,;|]{0,60}?\b(?:will (?:still )?(?:be|come|follow)"
    r"|(?:is|are) (?:still )?(?:open|to come|missing)|tb[acd]\b"
    r"|(?:open|to follow|to come|follows?)(?=\W*(?:\Z|[.,;|])))"
    r"|\b(?:still )?(?:come up with|think(?:s|ing)? (?:of|up)(?! (?:\d|one|two|three|four|five)\b)"
    r"|invent\w*|improvis\w+)\b(?:\s[^\s.;|]+){0,5}"
    r"|\bsee what comes up\b|\bspontaneous\w*",
    near="agenda content question topic plan what come think invent improvis make spontaneous",
)
_FIGURE = regex(r"(?<![\w-])\d")
_BY_WHEN = anycase(r"\b(?:by|until|before) (?!then\b)|\bas in part\b")


def is_nobody(owner: str) -> bool:
    """Whether an owner is no one person: `team`, `nobody yet`, `somebody from the squad`."""
    return bool(_NOBODY.fullmatch(owner))


def no_day_in(step: str) -> Span | None:
    """Where a step tells a time that nobody can miss."""
    found = _NO_DAY.search(step)
    if found is None or _FIGURE.search(step, found.end()):
        return None
    clause = _CLAUSE_END.split(step[: found.start()])[-1]
    return None if _OF_ANOTHER.search(clause) else found.span()


_ANYBODY = anycase(
    r"\b(?:(?:some|any)(?:body|one)|who(?:m)?ever|(?:any|some) (?:\w+ )?(?:executives?|stakeholders?|managers?"
    r"|leaders?)|people"
    r"|persons?|stakeholders|leadership|leaders|management|managers|decision[- ]makers?|executives|directors"
    r"|sponsors|leads"
    r"|heads|owners|clients?|customer|business|teams?|squads?|departments?|pms|those|tb[acd]|to be \w+|not (?:sure"
    r"|clear|decided)|open)\b"
)
_ONE_OF = anycase(
    r"\b(?:some|any)(?:body|one)\b.*|\b(?:an?|any|some) (?:\w+ )?(?:manager|lead|director|owner|sponsor|member)\b"
    r"|\bone of the \w+"
)
_NAMED = regex(r"(?<=\w )[A-Z][a-zäöüéè]+\b")
_SOMEBODY = anycase(
    rf"{_ONE}|\d|\b(?:ceo|coo|cfo|cto|cpo|cco|cio|cmo|chro|vp|svp|president|chair\w*|chief|head(?=\b(?! office))"
    rf"|director|lead"
    r"|manager|owner|founder|sponsor|officer|partner|deputy|pm|po|boss|principal|member|assistant|board|committee"
    r"|steering"
    r"|engineer|designer|controller|buyer|he|she|her|him)\b"
)
"""One whom there can be a talk with, by a handle, a post or a body that meets."""


def is_anybody(told: str) -> bool:
    """Whether those to talk with are nobody in particular: `somebody at the client`, `leadership`."""
    several = _ONE_OF.sub("", told)
    return bool(_ANYBODY.search(told)) and not _SOMEBODY.search(several) and not _NAMED.search(told)


def nobody_in(step: str) -> Span | None:
    """Where a step is somebody's."""
    found = _SOMEBODY_DOES.match(step)
    return found.span("who") if found else None


def no_agenda_in(step: str) -> Span | None:
    """Where a step tells of the next session that what it is about is still to come."""
    found = _NO_AGENDA.search(step) if _SESSION.search(step) else None
    return found.span() if found and not _BY_WHEN.search(step) else None


_NO_RESPONSE = anycase(
    r"\b(?:nothing (?:(?:that )?(?:one|we|you|i|anybody) can do|(?:can|to) be done"
    r"|to (?:do|be done) about it)(?: about (?:it|that|this))?"
    r"|no (?:mitigation|response|countermeasure|remedy)(?: (?:possible|planned|exists|known))?"
    r"|(?:cannot|can(?:'|’)t|can not) be (?:influenced|changed|helped|avoided|mitigated)"
    r"|(?:cannot|can(?:'|’)t) (?:do|change) (?:anything|much)(?: about (?:it|that))?"
    r"|(?:have|has|got) to (?:live with|accept|get used to|put up with|take) (?:it|that|this)|(?:it )?is what it is"
    r"|hope for the best|can only hope(?: so)?"
    r"|(?:that(?:'|’)s|that is) how it is|(?:this|that|it) would be (?:\w+ )?(?:pity|unfortunate|shame|bad"
    r"|annoying|regrettable|sad|inconvenient)|let(?:'|’)s see|we(?:(?:'|’)ll"
    r"| will) see|out of our hands)"
    r"\W*\Z",
    near="nothing mitigation response countermeasure remedy influenced changed helped avoided mitigated "
    "anything much live accept get put take would hope how let see hands what",
)


_LONGEST_END = 60


def no_response_in(risk: str) -> Span | None:
    """Where a risk ends with it that nothing is done about it."""
    found = _NO_RESPONSE.search(risk, max(0, len(risk) - _LONGEST_END), len(risk))
    return found.span() if found else None


_NO_QUESTIONS = anycase(
    r"\W*(?:(?:there (?:are|is)|(?:we|i) have)\s)?(?:at present |currently |for now )?"
    r"(?:none|nothing|n/?a|all clear|no(?:(?: (?:further|more|other|open|real|big))* (?:questions?|points?|issues?"
    r"|topics?))?"
    r"|(?:all|everything)(?: (?:open|the|our))*(?: (?:questions?|points?|issues?|topics?))?"
    r" (?:is|are|has been|have been|were) (?:\w+ )?(?:answered|clear|clarified|closed|settled|resolved))"
    r"(?:,? (?:open|at (?:present|the moment|this (?:point|stage|time))|currently|for now|yet|so far|left"
    r"|remain(?:s|ing)?|right now|known|today))*\W*",
    near="no n/a all every",
)


def has_no_questions(text: str) -> bool:
    """Whether a text says no more than that no question is open."""
    return bool(_NO_QUESTIONS.fullmatch(text))
