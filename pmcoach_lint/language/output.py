"""Output told as an outcome: more of what is made, made in time, liked by those who were there, or hard work.

A text is all of it, word for word, or none. Whatever else it says makes another thing of it: a figure of the business,
a decision, a reason.
"""

from __future__ import annotations

from pmcoach_lint.regex import anycase

_WORKS = (
    r"(?:specs?|specifications?|tickets?|prds?|(?:user )?stor(?:y|ies)|story[- ]points?|epics?|features?|releases?"
    r"|release notes|acceptance criteria|requirements|backlogs?|(?:jira|task|sprint|kanban) boards?|slides?"
    r"|(?:slide )?decks?|presentations?|documents?|documentation|docs|wikis?|(?:status )?reports?|(?:status )?updates?"
    r"|mails|e-?mails|minutes|test cases|wireframes|mock-?ups|velocity|roadmap (?:document|updates?)|dashboards?|demos?"
    r"|prototypes|deployments?|newsletters?(?: issues)?|(?:confluence|jira|notion)(?: spaces?| pages?)?|milestones"
    r"|pages|files"
    r"|(?:slide )?templates sent|output|throughput)"
)
_EVENTS = (
    r"(?:meetings?|workshops?|(?:coaching )?(?:sessions?|hours)|trainings?|interviews?|calls|stand-?ups|ceremonies"
    r"|reviews|demos?|events|training days)"
)
_THING = rf"(?:{_WORKS}|{_EVENTS})"
_NUMBER = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|several|many|some|all|both|a number of"
    r"|(?:twice|three times) as many|twice the|double the|a (?:full )?set of|the|our|an?)"
)
_HOW = (
    r"(?:more|additional|extra|further|new|newer|better|faster|quicker|earlier|nicer|cleaner|tidier|clean|tidy|higher"
    r"|improved|increased|greater|modern|complete|full|fuller|up[- ]to[- ]date|current|detailed|polished|clear"
    r"|clearer|good"
    r"|great|regular|daily|weekly|monthly|quarterly"
    r"|(?:better|well|nicely|more)[- ]?(?:looking|written|structured|documented|groomed|detailed|complete|formatted"
    r"|polished|prepared)|(?:quicker|faster|shorter|better) (?:turnaround|throughput|delivery|creation|writing"
    r"|quality) of)"
)
_MADE = (
    r"(?:finished|delivered|written|wrote|closed|done|completed|shipped|released|held|run|given|created|produced"
    r"|published"
    r"|burned|sent|made|conducted|attended|prepared|documented|updated|introduced|issued|reached|informed|trained"
    r"|invited)"
)
_EACH = r"(?:\s*(?:per|a|an|each|every|/)\s*\w+)"
_ABOUT = r"(?: (?:for|of|to|in|with|from|by|on|at) [^.,:;|]{1,45})"
_AND = r"(?:\s*(?:,|and|&|\+)\s*)"
_SOONER = r"(?:(?:\w+ (?:days?|weeks?) )?(?:earlier|faster|sooner|quicker))"
_IN_TIME = r"(?:(?:on|in|to) (?:time|schedule)|as planned|punctual(?:ly)?|by (?:the )?(?:date|deadline))"

_PLAIN_WORKS = (
    r"(?:specs|specifications|tickets|prds|user stories|documentation|backlog|feature sets?|(?:slide )?decks?|slides"
    r"|roadmap tool|confluence|wiki|refinements?|stand-?ups)"
)
_MADE_ONLY = anycase(
    rf"\W*(?:(?:[\w'’-]+ ){{0,3}}?{_PLAIN_WORKS}(?: of (?:a )?(?:higher|better|good|high) quality"
    rf"| runs? \w+)?{_ABOUT}?\W*\Z"
    rf"|less (?:effort|work|time) for me\b[^.,:;|]{{0,40}}\Z)|"
    rf"\W*(?:(?:{_NUMBER} )?(?:{_HOW} )+(?:roadmap |portal )?{_THING}(?:{_AND}{_THING})?(?: {_MADE})?{_EACH}?{_ABOUT}?"
    rf"|{_NUMBER} {_THING}(?:{_AND}{_NUMBER} {_THING})*(?: {_MADE})?(?:{_EACH}|{_ABOUT})?"
    rf"|(?:{_MADE} (?:{_NUMBER} )?{_THING}(?:{_AND}(?:{_NUMBER} )?{_THING})*|{_WORKS} {_MADE})"
    rf"(?: {_IN_TIME}| {_SOONER}| so far| this (?:month|quarter))?{_EACH}?"
    rf"|{_WORKS} (?:{_SOONER}|(?:that are |which are )?(?:ready|complete|clean|clear|up to date|well written)))\W*"
)
"""Things that are made, of which there are more or better ones: `Three more specs a month`, `A nicer deck`."""

_COUNTED = anycase(
    rf"\W*(?:(?:the )?(?:number|count|amount|total|volume|share|%)(?: of|:)? (?:new |all )?(?:[\w-]+ )?"
    rf"{_THING}(?: {_MADE})?(?: on (?:time|the date|schedule))?"
    rf"|{_THING} (?:{_MADE}|(?:in|on) (?:the )?(?:wiki|backlog|sprint|jira|dashboard))(?: {_IN_TIME})?"
    rf"|{_MADE} {_WORKS}|(?:sprint )?velocity|story[- ]points?|(?:roadmap updates|releases|deployments|newsletters"
    rf"|demos)"
    rf"(?=\W*(?:per|a|each|every|/))|(?:on[- ]time|punctual) (?:delivery|release)s?"
    rf"|(?:attendance|participation|presence)(?: rate)?)"
    rf"{_EACH}?(?: (?:for|on|with|of|in|at) [^.,:;|]{{1,40}})?\W*"
)
"""A measure that grows with what is made, whatever it is good for: `Number of workshops held`."""

_SHIPS = (
    r"(?:ships?|shipped|delivers?|delivered|launch(?:es|ed)?|released?|goes live|done|finished|completed|published)"
)
_PUNCTUAL = anycase(
    rf"\W*(?:(?:the |all |each |every |our |an? )?(?:[\w'’-]+ ){{0,3}}?(?:(?:is|are|was|were|gets?|will be|stays?) )?"
    rf"(?:\w+ )?(?:{_SHIPS} )?{_IN_TIME}"
    r"|(?:the |all |each |every )?(?:release|launch|delivery|go-?live|due)?\s?(?:dates?|deadlines?|schedules?"
    r"|milestones?)"
    r" (?:is|are|was|were|will be) (?:met|kept|held|hit)"
    rf"|(?:keeps?|meets?|hits?) (?:the |all |every )?(?:\w+ )?(?:dates?|deadlines?|schedule)"
    rf"|(?:all |the )?{_WORKS} (?:is|are|was|were) (?:all )?(?:shipped|delivered|written|complete|documented|done"
    rf"|closed)"
    r"|(?:keeps?|kept) (?:the )?(?:backlog|board|wiki|jira) (?:clean|tidy|up to date)"
    r"|everything is (?:documented|written down|in jira|shipped|delivered))\W*"
)
"""That it was ready on the day: `Ships on time`, `The release dates are met`."""

_VERY = (
    r"(?:(?:very|really|so|quite|extremely|all|was|were|are|is|felt|seemed|much|greatly|has been|have been|highly) )*"
)
_LIKED = (
    r"(?:lik(?:es?|ed)|lov(?:es?|ed)|enjoy(?:s|ed)|appreciat(?:es?|ed)|prais(?:es?|ed)|thank(?:s|ed)|amazed|convinced"
    r"|impressed|grateful|thankful|happy|pleased|satisfied|motivated|enthusiastic|excited|thrilled|delighted|inspired"
    r"|heard|positive|engaged|on board|said thank(?:s| you)|applauded|rated it \w+)"
)
_RECEPTION = anycase(
    r"\W*(?:great|good|positive) (?:energy|atmosphere|mood)(?: in [\w ]{1,20})?\W*\Z|[^.,:;|]{1,30} (?:trusts? (?:me"
    r"|us)"
    r"|told me (?:that )?(?:it|this) was|gave (?:a )?thumbs up)[^.,:;|]{0,30}\Z|(?:i )?invested [^.,:;|]{1,30}\Z|"
    rf"\W*(?:(?!not |no )(?:[\w'’-]+ ){{1,4}}?{_VERY}{_LIKED}(?:\W*$| (?!to\b|until\b|with the (?!work|result|format"
    rf"|deck))"
    r"[^.,;:|]{1,50})"
    rf"|(?:it|this|that|the \w+|all|everything) (?:{_VERY}go(?:es)?|went|goes) {_VERY}(?:well|smoothly|great)"
    r"|(?:(?:i|we) )?(?:received|got|a lot of|much|lots of|great|high|won|earned)(?: \w+){0,3} (?:praise|applause"
    r"|thanks"
    r"|compliments|ovation)(?: \w+){0,4}"
    r"|(?:there was |we had )?an? (?:very |really )?(?:good|great|nice|positive|open) (?:atmosphere|mood|vibe"
    r"|discussion"
    r"|conversation|talk)(?: \w+){0,3}"
    r"|(?:positive|good|great|strong) (?:echo|resonance|response|vibes?|mood)(?: from [\w ]{1,30})?"
    r"|(?:a )?(?:big|great|huge|full|real|complete) success(?: with [\w ]{1,25})?|(?:high|good|full) (?:attendance"
    r"|turnout)"
    r"|(?:\w+ ){0,3}said (?:that )?(?:it|this|the \w+) was (?:the best|great|very \w+|good|excellent)[^.,;:|]{0,40}"
    r"|(?:\w+ )?(?:made|left) an? (?:\w+ )?(?:big|good|great|strong|lasting|positive) impression(?: on [\w ]{1,25})?"
    r"|(?:very |really )?well received(?: by [\w ]{1,25})?"
    r"|(?:it )?(?:took|cost) (?:me|us) [^.,;:|]{1,40}|(?:i|we) (?:stayed|worked|travelled|prepared) [^.,;:|]{1,40})\W*"
)
"""How something was taken, or what it took: `Sales loved it`, `A big success`, `It took me two weeks`."""
_CLAUSES = anycase(r"[.,;]\s|\s(?:and|but)\s|\s[-–—]\s")
_MORE_THAN_THAT = anycase(
    r"\d\s?%|[€$£]|\b(?:no|not|nobody|half|support|customer|paid|self-service|retired|dead|automat\w+|only|fewer"
    r"|less|instead|than|deci[ds]\w*|stop\w*|drop\w*|cancel\w*|renew\w*|churn|revenue|price|sceptical|costs?"
    r"|sav(?:e|es|ed|ing|ings)|without|alone|themselves|who|so that|because|complain\w*|returned|abandoned"
    r"|declined?|questioned|rejected|used|unused|approved|signed|funded|paid|sold|sales|own|reason|business"
    r"|outcomes?)\b"
)
"""What is no mere output: a figure of the business, a decision, a reason, somebody who does it alone."""


def is_output(text: str) -> bool:
    """Whether what is to be an outcome is more of what is made, or that it was ready in time."""
    return bool(_MADE_ONLY.fullmatch(text) or _PUNCTUAL.fullmatch(text)) and not _MORE_THAN_THAT.search(text)


def counts_output(text: str) -> bool:
    """Whether a measure counts what is made, held or sent."""
    return bool(_COUNTED.fullmatch(text)) and not _MORE_THAN_THAT.search(text)


def is_reception(text: str) -> bool:
    """Whether all that a text tells is how something was taken: each clause of it."""
    clauses = [clause for clause in _CLAUSES.split(text) if clause.strip(" .!*_")]
    return bool(clauses) and all(map(_RECEPTION.fullmatch, clauses)) and not _MORE_THAN_THAT.search(text)
