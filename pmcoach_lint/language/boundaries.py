"""Where coaching ends: what belongs to another process, how people ask for it, and where it should go instead.

The topics are those of `coaching-pms`, “When NOT to use”. To write *about* a boundary (“this is not a PIP”, “a PIP
belongs to HR”) is no offence against it: a sentence that says no, or that hands the matter on, is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.language.cues import Cues, Words
from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.lines import line_begin
from pmcoach_lint.syntax.source import Source, Span

_PERSON = r"(?:(?:pm|lead|coach|head|dir|po|em)-\w+|(?:my|the|this|our|a) PM|him|her|them)"
_OF_PERSON = r"(?:(?:pm|lead|coach)-\w+['’]s|(?:my|the|this|our) PM['’]s|his|her)"
_BEGIN = anycase(r"(?:\*\*|__)?\s*(?:the )?(?:\w+ )?(?:boundar(?:y|ies)|out of scope|not in scope|non-goals?)\b")
_HEADED = anycase(r"#+[^\n]*\b(?:boundar(?:y|ies)|out of scope|not (?:in scope|covered|to use|for)|is not)\b")
_DENIED = anycase(
    r"\b(?:not(?! only| just| sure| know)|no|never|neither|nor|none|nothing|nobody|without|outside|beyond|instead of"
    r"|rather than|other than|apart from|as opposed to|avoid\w*|unlike|separate\w*|exclud\w*|cannot|in place of"
    r"|isn['’]t|aren['’]t|wasn['’]t|don['’]t(?! know)|doesn['’]t|won['’]t|can['’]t|shouldn['’]t|mustn['’]t)\b|!=|≠"
)
_MISREAD = anycase(
    r"\b(?:is|was) (?:this|it|that)(?: (?:a|some|another))?(?: kind of| secret)?\s*$|\bam I(?: on)?(?: a)?\s*$|"
    r"\bwhether (?:this|it|that) (?:is|was)(?: a)?\s*$|"
    r"\b(?:mis)?(?:reads?|seen?|sees|perceived?|feels?|looks?|sounds?|understood|interpreted|mistaken|mistakes?"
    r"|comes? across)(?:\s[\w’'-]+){0,3}\s(?:as|like|for)(?:\san?)?\s*$"
)
"""What somebody may take coaching for, and should not: `It reads like a PIP`, `They asked: is this a PIP?`."""

_BUT = anycase(
    r"\b(?:but|yet|however|although)\b|—|:\s"
    r"|,\s(?=(?:then )?(?:(?:pm|lead|coach)-\w|(?:the PM|he|she|they|we|you|I|it)\b))"
)
_HANDED_ON = anycase(
    r"\b(?:belongs?|(?:is|are|stays?|remains?|runs?|would run|will be|be) (?:\w+ )?(?:not|no|never|out|outside|separate"
    r"|separately|elsewhere|run by|handled by|owned by|a matter (?:for|of)|for (?:HR|the people team|another))"
    r"|decided by (?:HR|the people|another|others)"
    r"|(?:goes?|go) to (?:HR|the (?:people|HR))|separately|elsewhere|out of scope|has its own|have their own"
    r"|has no place|have no place|(?:does|do|did|should|must|may|can|will) not|(?:does|do|is|are|would|ca|wo)n['’]t)\b"
)


class Boundary:
    """One kind of matter that coaching is no answer to.

    `name` stands for it in programs. `what` calls it in a sentence, `message` says why it is out of scope, and
    `instead` where to go with it. One of the `cues` is in every text that crosses the boundary; `form` matches the ways
    in which people write it.
    """

    def __init__(self, name: str, what: str, message: str, instead: str, cues: Cues, forms: str) -> None:
        self.name = name
        self.what = what
        self.message = message
        self.instead = instead
        self.cues = cues
        self.form = anycase(rf"\b(?:{forms})(?!\w)")


PERFORMANCE = Boundary(
    "performance-process",
    "a formal performance process",
    "A performance-improvement plan, a warning or a dismissal is a formal process with rights and records of its own.",
    "Go to your company's HR process. Coaching may go on beside it with a plan of its own, clearly labelled as non-HR.",
    Cues(
        "pip, pips, performance improvement, performance-improvement, performance management, performance-management, "
        "written warning, written warnings, formal warning, verbal warning, final warning, disciplinary, termination, "
        "terminate, dismiss, sack, let go of, fire, firing, manage him, manage her, manage them, manage pm, "
        "manage my pm, manage the pm, managed him, managed her, managing him, managing her, managing my pm, "
        "managing pm, dismissal, severance, underperformance, under-performance, poor performance"
    ),
    (
        r"(?-i:PIPs?|P\.I\.P\.?)(?![ -](?:mode|player|window|video|view|feature|button|overlay|size))|"
        r"(?:start|write|draft|need|create|open|prepare|run|on|onto|into|under|begin) (?:a |an |the |his |her )?pip|"
        r"performance[- ]improvement[- ](?:plan|process|program(?:me)?)s?|"
        r"(?:final|formal|verbal|first|last) written warnings?|"
        r"(?:(?:issue|give|gave|given|giving|got|get|gets|receive|received|has|had|on) (?:\S+ ){0,3})"
        r"(?:final|formal|written|verbal) warnings?|"
        r"disciplinary (?:action|process|procedure|measure|hearing|meeting|step|record|case)s?|"
        r"(?:formal )?performance[- ]management (?:process|case|procedure|plan|track|meeting)(?:es|s)?|"
        r"termination (?:letter|meeting|paperwork|date|of (?:the )?(?:employment|contract of))|"
        rf"(?:terminate|fire|firing|dismiss|sack|let go of) {_PERSON}|"
        rf"manag(?:e|ed|ing) {_PERSON} out|"
        r"dismissal (?:letter|meeting|procedure|process|talk)s?|"
        r"severance (?:package|pay|offer|talk)s?|"
        rf"document(?:ing|ed|s)? (?:(?:the|any|all|{_OF_PERSON}) )?(?:under-?performance|poor performance)"
    ),
)
HR_RECORDS = Boundary(
    "hr-documentation",
    "HR documentation",
    "What is written down for a personnel file follows other rules than notes for learning, and is read by others.",
    "Leave it to HR and its own forms. A pack that feeds a file stops being honest, on both sides.",
    Cues("hr, personnel, human resources, people team, people system, paper trail"),
    (
        r"HR (?:file|record|documentation|paperwork|complaint|write-?up|dossier|memo)s?|"
        r"personnel (?:file|record)s?|"
        r"document(?:s|ed|ing|ation)? (?:[^.;|\n]{0,50} )?for HR|"
        r"(?:copy|copied|cc|send|sent|forward|forwarded|share|shared|submit|submitted|upload|hand over) "
        r"(?:[^.;|\n]{0,30} )?(?:tracker|pack|assessment|evidence log|(?:coaching|session|1:1) notes|scores?|this plan)"
        r"(?:[^.;|\n]{0,20})? (?:to|with|for|by|into) (?:HR|human resources|the (?:HR|people) (?:team|system|file))|"
        r"(?:copy|cc|loop in) HR (?:on|in|into) [^.;|\n]{0,30}(?:tracker|pack|assessment|notes|plan|rows?)|"
        r"paper trail (?:for HR|against|on|about) ?[^.;|\n]{0,20}"
    ),
)
INVESTIGATION = Boundary(
    "investigation",
    "an investigation",
    "A complaint about somebody's conduct is owed a fair hearing by people who were not part of it.",
    "Report it to HR, or to the office for complaints that your company names; coaching waits until it is settled.",
    Cues(
        "investigation, investigations, investigate, investigates, investigating, investigated, harassment, "
        "misconduct, grievance, "
        "grievances, allegation, allegations, conduct, complaint about, complaint against, complaints about, "
        "complaints against"
    ),
    (
        r"(?:HR|formal|misconduct|harassment|workplace|disciplinary|conduct) investigations?|"
        rf"investigat(?:e|es|ed|ing|ion (?:of|into)) (?:{_PERSON}(?! (?:\w+ )?(?:can|could|will|did|run|ran|started))"
        rf"|(?:the |an? )?(?:allegations?|misconduct|harassment|grievance)|{_OF_PERSON} (?:conduct|behaviou?r))|"
        r"(?:sexual )?harassment (?:complaint|claim|allegation|case|report)s?|"
        r"(?:gross|alleged|suspected|reported|professional) misconduct|"
        r"(?:file|filed|filing|raise|raised|formal|lodge|lodged) (?:a |the |his |her )?(?:formal )?grievances?|"
        rf"(?:complaints?|allegations?) (?:about|against) (?:{_PERSON}|a colleague|a manager)|"
        rf"(?:complaints?|allegations?) (?:[\w'’-]+ ){{0,6}}?(?:about|against|over) {_OF_PERSON} (?:conduct|behaviou?r)"
    ),
)
COMPENSATION = Boundary(
    "compensation",
    "pay and levelling",
    "Who earns what, and at which level, is decided for everybody by one programme and not in one person's pack.",
    "Go to your company's levelling or compensation programme. What a pack learns about good work may inform it.",
    Cues(
        "pay, salary, compensation, comp, bonus, a raise, her raise, his raise, remuneration, levelling, leveling, "
        "promoted, promotion, career ladder, career framework, career level, career-level"
    ),
    (
        rf"{_OF_PERSON} (?:next |annual |yearly |current |base )?"
        r"(?:salary|pay|compensation|comp|bonus|pay rise|raise|remuneration)|"
        r"(?:salary|pay|compensation|comp) "
        r"(?:reviews?|rises?|raises?|increases?|adjustments?|negotiations?|decisions?|discussions?|talks?)|"
        r"(?:comp|compensation|pay) (?:bands?|frameworks?|level(?:l?ing)?s?)(?! (?:page|feature|filter|view|search))|"
        r"(?:salary|compensation|bonus|remuneration) (?:\w+ ){0,2}?(?:be|is|gets?|was) (?:raised|increased|cut)|"
        r"rais(?:e|es|ed|ing) (?:the|a|any) (?:salary|remuneration)(?= (?:of|to|by|for|from)\b)|"
        r"(?:gets?|got|given|gives?|receives?|earns?|deserves?|promised?) (?:\w+ ){0,2}?a (?:pay |salary )?raise|"
        r"(?:will|would|shall|is to|can|gets?|be) (?:be |get )?promoted "
        r"(?:[^.;|\n]{0,40} )?(?:if|when|once|provided|as soon as)|"
        r"(?:if|when|once) [^.;|\n]{3,80}? (?:will|would|shall|gets?|is to) (?:be |get )?promoted|"
        r"promotion (?:depends|hangs|hinges|is conditional) on|"
        r"(?:decides?(?: about| on)?|determines?|depends? on|tied to|linked to|condition (?:of|for)|guarantees?) "
        r"(?:\w+ ){0,2}?promotion|"
        r"level(?:l?ing)?(?: (?:and|&) |[/-])comp(?:ensation)?|"
        r"(?:feeds?|affects?|decides?|determines?|counts? towards?|basis (?:of|for)|input (?:to|for|into)|tied to"
        r"|linked to|justif\w+|negotiat\w+|recommend\w*|depends? on) (?:\w+ ){0,3}?"
        r"(?:salary|compensation(?! (?:for|of|to))|comp|bonus|a raise|pay rise)|"
        r"(?:org|company)-?wide (?:levell?ing|career (?:ladder|framework))|"
        r"(?:design|build|create|define|set up|redo|need) (?:\w+ ){0,4}?(?:levell?ing|career[- ]level) "
        r"(?:framework|system|program(?:me)?)"
    ),
)
CONFLICT = Boundary(
    "conflict",
    "a conflict between people",
    "A conflict, or one hard message, calls for a conversation now and not for weeks of practice.",
    "Take the help there is for difficult conversations: a guide, the people team, somebody who mediates.",
    Cues(
        "mediate, mediates, mediated, mediating, mediation, mediator, conflict between, conflict with, "
        "dispute between, dispute with, feud, feuding, fight between, fight with, "
        "fighting, clashing, not speaking, not talking, speaking terms, bad blood"
    ),
    (
        rf"mediat(?:e|es|ed|ing|ion|or) (?:\w+ ){{0,3}}?(?:{_PERSON}|two PMs|colleagues|teammates|the two of them)|"
        r"mediation (?:session|meeting|talk)s?|"
        rf"(?:resolve|settle|end|solve|defuse|handle) (?:\w+ ){{0,2}}?(?:conflict|dispute|feud|fight) "
        rf"(?:between|with) (?:{_PERSON}|two PMs|colleagues|teammates)|"
        rf"(?:personal|interpersonal) (?:conflict|dispute|feud)s? (?:between|with) (?:[\w-]+ ){{0,3}}?{_PERSON}|"
        rf"{_PERSON} and (?:[\w-]+ ){{1,4}}?(?:are|is|keep) "
        r"(?:fighting|feuding|clashing|not (?:on speaking terms|speaking|talking))|"
        r"bad blood between"
    ),
)
# The last two are boundaries to a request only: a pack may well say how a 1:1 is held, or practise hard conversations.
HARD_TALK = Boundary(
    "hard-conversation",
    "a single difficult conversation",
    CONFLICT.message,
    CONFLICT.instead,
    Cues("difficult, hard, tough"),
    (
        r"(?:have|give|prepare|plan|script|deliver)(?: \w+){0,4}? "
        r"(?:difficult|hard|tough) (?:conversation|feedback|talk|news)"
    ),
)
MEETING = Boundary(
    "meeting-design",
    "how to hold a 1:1",
    "A good agenda for 1:1s needs no assessment, no bets and no plan.",
    "Take a guide on running 1:1s. Come back when there is somebody to develop and something to get better at.",
    Cues(
        "1:1, 1:1s, 1-1, 1-1s, 1-on-1, 1-on-1s, one-on-one, one-on-ones, one on one, one on ones, "
        "one-to-one, one-to-ones"
    ),
    (
        r"(?:design|plan|structure|organi[sz]e|run|improve|agenda|template|format|questions)(?: [\w’']+){0,5}? "
        r"(?:1:1s?|1-1s?|1-on-1s?|one[- ]on[- ]ones?|one[- ]to[- ]ones?)"
    ),
)
_FOR_COACHING = Words(
    "coach coaching coached develop development developing growth grow gap gaps assess assessment skill skills "
    "competency competencies practice practise bet bets pack"
)
"""With any of these words, a request that speaks of 1:1s is one for coaching after all."""
BOUNDARIES = (PERFORMANCE, HR_RECORDS, INVESTIGATION, COMPENSATION, CONFLICT, HARD_TALK, MEETING)
"""All boundaries; where a request crosses several, the first one counts."""


def boundary_of(text: str) -> Boundary | None:
    """The boundary that a request crosses, such as “I need to start a PIP”; None for one that coaching can answer.

    Args:
        text: What somebody asks for, in their own words.
    """
    source = Source(text, "")
    for boundary in BOUNDARIES:
        passes = boundary is MEETING and _FOR_COACHING.are_in(source)
        if not passes and next(crossings(boundary, source), None):
            return boundary
    return None


def crossings(boundary: Boundary, source: Source, start: int = 0, passing: Span = (0, 0)) -> Iterator[Span]:
    """The words by which a text crosses a boundary: the first ones of each sentence that does.

    Args:
        boundary: The boundary.
        source: The text.
        start: Where in the text to begin.
        passing: A stretch of the text that is passed over.
    """
    text = source.text
    for first, last in boundary.cues.sentences(source, start, passing):
        for match in boundary.form.finditer(text, first, last):
            if not _is_about(text, (first, last), match.span()):
                yield match.span()
                break


def _is_about(text: str, around: Span, match: Span) -> bool:
    """Whether a sentence speaks about the boundary: it says no, it hands the matter on, or it is headed so."""
    first, last = around
    clause = _BUT.split(text[first : match[0]])[-1]
    if (
        _DENIED.search(clause)
        or _MISREAD.search(clause)
        or _HANDED_ON.search(text, match[1], last)
        or _BEGIN.match(text, first, last)
    ):
        return True
    line = line_begin(text, match[0])
    if _BEGIN.match(text[line : match[0]].lstrip(" -*_>|#0123456789.)")):
        return True
    heading = text.rfind("\n#", 0, match[0]) + 1
    return bool(heading and _HEADED.match(text, heading))
