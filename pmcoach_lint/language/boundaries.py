"""Where coaching ends: what belongs to another process, how people ask for it, and where it should go instead.

The topics are those of `coaching-pms`, “When NOT to use”. To write *about* a boundary (“this is not a PIP”, “a PIP
belongs to HR”) is no offence against it, as `crossings` has it.
"""

from __future__ import annotations

from pmcoach_lint.language import boundary_deeds as deeds
from pmcoach_lint.language.boundary_deeds import OF_PERSON as _OF_PERSON
from pmcoach_lint.language.boundary_deeds import PERSON as _PERSON
from pmcoach_lint.language.crossings import Boundary, crossings
from pmcoach_lint.language.cues import Cues, Words
from pmcoach_lint.syntax.source import Source

PERFORMANCE = Boundary(
    "performance-process",
    "a formal performance process",
    (
        (
            "A performance-improvement plan, a warning or a dismissal is a formal process with rights and records of "
            "its own."
        ),
        (
            "Go to your company's HR process. Coaching may go on beside it with a plan of its own, clearly labelled as "
            "non-HR."
        ),
    ),
    Cues(
        "pip, pips, performance improvement, performance-improvement, performance management, performance-management, "
        "written warning, written warnings, formal warning, verbal warning, final warning, disciplinary, termination, "
        "terminate, dismiss, sack, let go of, fire, firing, manage him, manage her, manage them, manage pm, "
        "manage my pm, manage the pm, managed him, managed her, managing him, managing her, managing my pm, "
        "managing pm, dismissal, severance, underperformance, under-performance, poor performance, formal performance, "
        "formal process, formal procedure, let go, fired, dismissed, managed out, demoted, laid off, let him go, "
        "let her go, let pm, part ways, employment, probation, last chance, final chance, stays on, stays in, "
        "keeps his, keeps her, right person, on notice, removal, loses her, loses his"
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
    deeds.PERFORMANCE,
)
HR_RECORDS = Boundary(
    "hr-documentation",
    "HR documentation",
    (
        "What is written down for a personnel file follows other rules than notes for learning, and is read by others.",
        "Leave it to HR and its own forms. A pack that feeds a file stops being honest, on both sides.",
    ),
    Cues(
        "hr, personnel, human resources, people team, people system, paper trail, hrbp, people partner, "
        "people department, people & culture, people and culture, workday"
    ),
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
    deeds.HR_RECORDS,
)
INVESTIGATION = Boundary(
    "investigation",
    "an investigation",
    (
        "A complaint about somebody's conduct is owed a fair hearing by people who were not part of it.",
        "Report it to HR, or to the office for complaints that your company names; coaching waits until it is settled.",
    ),
    Cues(
        "investigation, investigations, investigate, investigates, investigating, investigated, harassment, "
        "misconduct, grievance, grievances, allegation, allegations, conduct, complaint about, complaint against, "
        "complaints about, complaints against, bullying, bullied, harassed, accused, accusation, discrimination, "
        "complained, reported for, reported to, compliance case, ethics case, sexual, sexist, racist"
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
    deeds.INVESTIGATION,
)
COMPENSATION = Boundary(
    "compensation",
    "pay and levelling",
    (
        "Who earns what, and at which level, is decided for everybody by one programme and not in one person's pack.",
        "Go to your company's levelling or compensation programme. What a pack learns about good work may inform it.",
    ),
    Cues(
        "pay, paid less, paid more, paid below, paid above, earns less, earns more, earns too, salary, "
        " compensation, comp, bonus, a raise, the raise, her raise, his raise, "
        "remuneration, levelling, leveling, "
        "promoted, promotion, descriptor, descriptors, job level, job levels, job architecture, job profiles, career "
        "matrix, "
        "levelling, grading, career ladders, grades, level definitions, career ladder, career framework, career "
        "level, career-level, rating, appraisal, "
        "calibration, grade, performance review, performance evaluation, merit, talent review, annual review, "
        "yearly review, year-end"
    ),
    (
        rf"{_OF_PERSON} (?:next |annual |yearly |current |base )?"
        r"(?:salary|pay|compensation|comp|bonus|pay rise|raise|remuneration)|"
        r"(?:salary|pay|compensation|comp) "
        r"(?:reviews?|rises?|raises?|increases?|adjustments?|negotiations?|decisions?|discussions?|talks?)|"
        rf"{_PERSON} [^.;|]{{0,40}}?(?:salary|pay) (?:band|grade|bracket)s?(?! (?:page|feature|filter|view|search))|"
        r"(?:salary|pay) (?:band|grade|bracket)s? (?:\w+ )?(?:adjusted|raised|changed|moved|increased|corrected)|"
        rf"{_PERSON} (?:was promised|expects|hopes for|waits for) (?:\w+ ){{0,2}}?"
        r"(?:raise|bonus|pay rise)\b|"
        rf"(?:salary|pay|bonus|remuneration) of {_PERSON}|{_PERSON} (?:earns?|is paid) (?:\w+ )?(?:less|more|too little"
        rf"|too much|below|above|under)|"
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
    deeds.COMPENSATION,
)
CONFLICT = Boundary(
    "conflict",
    "a conflict between people",
    (
        "A conflict, or one hard message, calls for a conversation now and not for weeks of practice.",
        "Take the help there is for difficult conversations: a guide, the people team, somebody who mediates.",
    ),
    Cues(
        "mediate, mediates, mediated, mediating, mediation, mediator, conflict between, conflict with, "
        "dispute between, dispute with, feud, feuding, fight between, fight with, fighting, clashing, not speaking, "
        "not talking, speaking terms, bad blood, clear the air, their differences, conflict talk, conflict session, "
        "go-between, relationship between, quarrel, quarrels, rift, tension between, tensions between, tension with, "
        "argument, falling-out, animosity, friction between, reconcile, reconciles, reconciled, reconciling, make peace"
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
    deeds.CONFLICT,
)
# The last two are boundaries to a request only: a pack may well say how a 1:1 is held, or practise hard conversations.
HARD_TALK = Boundary(
    "hard-conversation",
    "a single difficult conversation",
    (
        CONFLICT.message,
        CONFLICT.instead,
    ),
    Cues("difficult, hard, tough"),
    (
        r"(?:have|give|prepare|plan|script|deliver)(?: \w+){0,4}? "
        r"(?:difficult|hard|tough) (?:conversation|feedback|talk|news)"
    ),
)
MEETING = Boundary(
    "meeting-design",
    "how to hold a 1:1",
    (
        "A good agenda for 1:1s needs no assessment, no bets and no plan.",
        "Take a guide on running 1:1s. Come back when there is somebody to develop and something to get better at.",
    ),
    Cues(
        "1:1, 1:1s, 1-1, 1-1s, 1-on-1, 1-on-1s, one-on-one, one-on-ones, one on one, one on ones, one-to-one, "
        "one-to-ones"
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
