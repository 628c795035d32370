"""What is said of a person that is nobody's business at work: health, family, faith and the like.

The kinds are those of Article 9 of the General Data Protection Regulation (health, racial or ethnic origin, political
opinions, religious or philosophical beliefs, trade union membership, sex life and sexual orientation), and family and
age beside them. It counts only where it is said of the person: of a handle, the PM, or somebody called he or she. The
health of a product, the age of a ticket and the union of two sets are none of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pmcoach_lint.language.cues import Cues
from pmcoach_lint.language.even import even
from pmcoach_lint.names import TITLED_HANDLE
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.syntax.source import Source, Span
from pmcoach_lint.syntax.yaml_marks import Marked

_HANDLE = (
    r"(?:(?<![\w-])(?:(?:[gf]?pm|lead|coach|head|dir|director|hop|s?vp|po|em|eng|ux|c[a-z]o|founder|mentor|manager)-\d+"
    rf"|{TITLED_HANDLE}))"
)
"""Handles by the words that they are made of: what else looks like one may be an illness (`covid-19`, `type-2`)."""

_WHO = rf"(?:{_HANDLE}|(?:the|my|our|this) PM|s?he)"
_WHOSE = rf"(?:{_HANDLE}['’]s|(?:the|my|our|this) PM['’]s|his|her)"
_IS = r"(?:['’]s|(?: has| had)? (?:is|was|been|became|becomes|gets|got|feels|felt|seems|seemed|turned))"
_ABOUT_OTHERS = anycase(
    r"\b(?:users?|customers?|members?|buyers?|patients?|parents?|students?|drivers?|shoppers?|employees|candidates?"
    r"|guests?|readers?|personas?|respondents?|interviewees?|applicants?|subscribers?|borrowers?|nurses?|a mother"
    r"|a father|a woman|a man|people)\b"
)
_OTHERS = anycase(r"\b(?:users|customers|members|buyers|patients|students|drivers|employees|clinics|people)\b")
_PRONOUN = anycase(r"(?:(?:in|for|because of) )?(?:s?he|his|her)\b")
"""Who is spoken of by a pronoun may be a customer that was named before."""

_ILLNESS = (
    r"ADHD|autis(?:m|tic)|depression|(?:an )?anxiety(?: disorder)?|burn-?out|cancer|migraines?|PTSD"
    r"|bipolar(?: disorder)?|dyslexi[ac]|diabet(?:es|ic)|epilepsy|asthma|(?:a )?miscarriage|panic attacks"
    r"|(?:an )?eating disorder|long covid|insomnia|addiction|alcoholism"
    r"|(?:a )?(?:chronic|mental|serious|heart|long|medical) (?:illness|condition|disease|pain|disorder)"
    r"|(?:an? )?(?:sleep|sleeping|mood|panic|personality|attention|compulsive|stress) disorder|(?:high )?blood pressure"
    r"|(?:an? )?(?:auto-?immune|crohn['’]s|parkinson['’]s) disease|tinnitus|arthritis|back pain|dementia"
    r"|(?:an? )?(?:hearing|visual|speech) impairment|(?:an? )?(?:nervous breakdown|slipped disc|heart attack|stroke)"
)
_REMEDY = (
    r"(?:surgery|(?:knee|hip|back|heart|eye|shoulder) operation|chemo(?:therapy)?|psychotherapy|rehab|(?:medical"
    r"|fertility|cancer|hormone|hospital|IVF) treatment|IVF)"
)
_OF_A_PRODUCT = (
    r"(?![^.;|]{0,40} (?:apps?|features?|products?|programmes?|programs?|flows?|pages?|tickets?|epics?|markets?"
    r"|segments?"
    r"|users?|patients?|customers?|clinics?|members?|people|parents?|clients?|bookings?|data|content|screenings?"
    r"|questionnaires?|modules?|readings?|options?)\b)"
)
"""Where health is the market, handles lead apps for insomnia and speak with those who have it."""


_ILL = r"unwell|depressed|burn(?:ed|t)[- ]out|disabled|dyslexic|autistic|diabetic|bipolar|pregnant|deaf(?! to)"
_FAITH = r"muslim|jewish|christian|catholic|protestant|hindu|buddhist|sikh|mormon|atheist|religious(?! about)"
_ORIENTATION = r"gay|lesbian|bisexual|queer|trans(?:gender)?|non-?binary|homosexual"
_MORE = anycase(
    rf"(?:(?:, (?:and |or )?| (?:and|or|&) )(?:\w+ ){{0,2}}?(?:{_ILLNESS}|{_ILL}|{_FAITH}|{_ORIENTATION}"
    r"|ill|sick(?! of)|divorc(?:ed|ing)|married|\d\d years old)(?!\w))+"
)
"""What else is said of somebody in the same breath: `has migraines and anxiety`, `is 52 years old, pregnant`."""

_GAP = regex(r"(?:[\s*]|&nbsp;)+")
"""What counts for no more than a blank: a line break, marks of emphasis."""

_BEFORE = 2
"""So many signs before a sentence tell how it begins: a dash, a cell."""


class Special:
    """One kind of what is nobody's business: what it is, cues that it may be there, and the forms that people write."""

    def __init__(self, what: str, cues: Cues, forms: str) -> None:
        self.what = what
        self.cues = cues
        self.form = anycase(rf"(?<!\w)(?:{forms})(?!\w)")


HEALTH = Special(
    "a person's health",
    Cues(
        "ill, sick, unwell, depressed, burnt out, burned out, burnout, burn-out, therapy, therapist, hospital, "
        "disabled, disability, dyslexic, dyslexia, autistic, autism, diabetic, diabetes, bipolar, pregnant, pregnancy, "
        "adhd, depression, anxiety, cancer, migraine, migraines, ptsd, epilepsy, asthma, miscarriage, panic attacks, "
        "eating disorder, long covid, insomnia, addiction, alcoholism, illness, chronic, mental health, mental-health, "
        "medical, medication, antidepressants, surgery, diagnosis, deaf, wheelchair, hearing aid, operation, sleeps, "
        "sleeping, slept, signed off, tinnitus, arthritis, dementia, back pain, disease, psychologist, psychiatrist, "
        "health, disorder, treatment, neurodivergent, impairment, blood pressure, chemo, chemotherapy, psychotherapy, "
        "rehab, ivf, breakdown, doctor, doctor's, doctor’s, slipped disc, heart attack, stroke, condition"
    ),
    rf"{_WHO}{_IS} "
    rf"(?:(?:\w+ ){{0,2}}(?:{_ILL}|in (?:therapy|hospital|a wheelchair)|on (?:\w+ )?(?:medication|antidepressants))"
    r"|(?:often |very |really |seriously |chronically |mentally |still |again )*(?:ill|sick)(?! of))"
    rf"|{_WHO} (?:\w+ )?(?:has|had|suffers? from|suffered from|struggle[sd]? with"
    rf"|is (?:recovering|suffering) from"
    rf"|recovered from|lives with|was treated for|was diagnosed with|is being treated for) (?:\w+ )?(?:{_ILLNESS})"
    rf"|diagnosed with (?:\w+ )?(?:{_ILLNESS})"
    rf"|{_WHO} (?:\w+ )?(?:takes|took|is taking) (?:\w+ )?(?:medication|antidepressants|sleeping pills|painkillers)"
    rf"|{_WHO}[^.;|\n]{{0,40}} (?:on|from|after|took|takes) (?:\w+ )?(?:sick|medical|stress|mental[- ]health) leave"
    r"|(?<=[|.:-] )(?:still )?(?:on|back from) (?:sick|medical|stress|mental[- ]health) leave"
    r"|(?<=[|.:-] )(?:still |now |just )?(?:back|returned|off|out|away|recovering)\b[^.;|\n]{0,20} (?:after|from|with"
    rf"|because of|due to) (?:an? )?(?:\w+ )?(?:{_ILLNESS}|{_REMEDY})"
    rf"|{_WHOSE} (?:\w+ )?(?:illness|surgery|diagnosis(?! of (?!(?:\w+ )?(?:{_ILLNESS})))"
    r"|disability|depression|anxiety(?! about)|burn-?out|pregnancy"
    r"|medication|therap(?:y|ist)|mental health|health(?! (?:check|metric|score|dashboard|team|care|product|app))"
    r"|medical (?:condition|history|issues?)|miscarriage|addiction)"
    rf"|{_WHO} (?:uses a wheelchair|wears a hearing aid|takes (?:medication|antidepressants|(?:pills|tablets"
    rf"|drugs) (?:for|against)))"
    rf"|{_WHO} (?:\w+ ){{0,2}}?(?:told|mentioned|spoke|talked|opened up|shared|disclosed|confided|revealed|said)\b[^.;"
    rf"|\n]{{0,30}} "
    rf"(?:{_ILLNESS}|{_WHOSE} (?:\w+ )?(?:illness|treatment|diagnosis|therapy)){_OF_A_PRODUCT}"
    rf"|{_WHO} (?:is |was |has been )?(?:recovering|recovered|recovers) from (?:(?:an?|the|his|her) )?(?:\w+ )?"
    r"(?:surgery|operation|accident|illness|breakdown)"
    rf"|{_WHO} (?:(?:is|was|has been) )?(?:undergo(?:es|ing)|underwent|getting|gets|got|receives|receiving|needs?|has"
    rf"|had|in) "
    rf"(?:\w+ )?{_REMEDY}{_OF_A_PRODUCT}"
    rf"|{_WHOSE} (?:\w+ )?{_REMEDY}{_OF_A_PRODUCT}|{_WHO}{_IS} signed off sick"
    rf"|{_WHO}[^.;|\n]{{0,30}} (?:with|after|since|because of|due to) (?:(?:an?|his|her"
    rf"|the) )?(?:\w+ )?(?:{_ILLNESS}){_OF_A_PRODUCT}"
    rf"|{_WHO} (?:sees|has|visits|goes to) (?:an? |his |her )(?:\w+ )?(?:therapist|psychologist|psychiatrist)"
    rf"|{_WHO} (?:has been |is )?(?:sleeps?|sleeping|slept) (?:badly|poorly|little)"
    rf"|{_WHOSE} (?:doctor['’]s|medical|hospital|therapy) appointments?"
    rf"|{_WHO}[^.;|\n]{{0,60}} (?:for|because of|due to) (?:health|medical) (?:reasons|issues|problems)"
    rf"|{_WHO}{_IS} (?:\w+ )?(?:neurodivergent|hard of hearing|visually impaired)",
)
FAMILY = Special(
    "a person's family",
    Cues(
        "wife, husband, spouse, divorce, divorced, divorcing, marriage, married, children, child, kid, kids, son, "
        "daughter, baby, mother, father, wedding, maternity, paternity, parental, single parent, boyfriend, "
        "girlfriend, childcare, child care, daycare, day care, school run, nursery, separation, at home, family, "
        "break-up, breakup, bereavement, "
        "funeral, private life, private situation, private problems, private troubles, personal life, personal "
        "problems, "
        "personal situation, personal circumstances, personal crisis, private crisis, marital, money problems, "
        "money troubles, financial troubles, private matters, debts"
    ),
    rf"{_WHOSE} (?:\w+ )?(?:wife|husband|spouse|divorce|marriage|child(?:ren)?|kids?|son|daughter|baby|mother|father"
    r"|wedding|boyfriend|girlfriend|childcare)(?! (?:account|profile|record|ticket|issue|component|company|page))"
    rf"|{_WHO}{_IS} (?:\w+ ){{0,2}}(?:divorc(?:ed|ing)|married|a single (?:parent|mother|father|mum|mom|dad))"
    rf"|{_WHO} (?:is expecting|expects|had|is having) (?:a|her|his|their) (?:first |second |third )?(?:baby|child)"
    rf"|{_WHO} (?:\w+ )?(?:cares|caring) for (?:an?|his|her) (?:\w+ )?(?:mother|father|parents?|wife|husband|child|son"
    rf"|daughter)\b"
    rf"|{_WHO} has (?:\w+ ){{0,2}}(?:children|kids|a baby|a child|a son|a daughter)"
    rf"|{_WHO}{_IS} (?:going through|in the (?:middle|process) of|in) (?:an? |the |his |her )?(?:\w+ )?(?:divorce"
    rf"|separation|break-?up)"
    rf"|{_WHO}[^.;|\n]{{0,20}} (?:has|had|with|because of|due to) (?:\w+ )?(?:problems|trouble|troubles|worries"
    rf"|difficulties) at home"
    rf"|{_WHO}[^.;|\n]{{0,60}} (?:for|because of|due to) (?:family|private) (?:reasons|problems|troubles|matters)"
    rf"|{_WHO}[^.;|\n]{{0,60}} (?:since|after|because of|due to|during|following|with) (?:(?:the|an?|his|her|their) )?"
    r"(?:\w+ )?(?:divorce|break-?up|separation (?:at home|from (?:his|her)|in \w+|$)|bereavement|funeral"
    r"|death in (?:the|her"
    r"|his) family|family (?:crisis|emergency|tragedy|troubles?|situation)|(?:crisis|illness|stress|situation|strain"
    r"|things"
    r"|changes?) at home)"
    rf"|{_WHOSE} (?:\w+ )?(?:private|personal|family|marital|money|financial) (?:situation|life|problems?|crisis"
    rf"|troubles?"
    r"|matters?|circumstances|debts?)(?! (?:app|product|insurance|tracker|module|page))"
    rf"|{_WHO}[^.;|\n]{{0,40}} (?:has|had|with|because of|due to) (?:\w+ )?(?:private|personal|family|marital|money"
    rf"|financial)"
    r" (?:problems|troubles?|crisis|worries|difficulties)"
    rf"|{_WHO}[^.;|\n]{{0,40}} (?:on|from|after|takes|before) (?:\w+ )?(?:maternity|paternity|parental) leave"
    r"|(?<=[|.:-] )(?:still )?(?:on|back from) (?:maternity|paternity|parental) leave"
    rf"|{_WHO} (?:\w+ )?(?:leaves?|has to|needs? to|must|can(?:not|['’]t)|is (?:off|out|away|late|gone)|misses)"
    r"[^.;|\n]{0,40} (?:for|because of|due to) (?:the )?(?:child ?care|day ?care|school run|nursery pick-?up)"
    r"(?! (?:\w+ )?(?:apps?|products?|platforms?|providers?|customers?|markets?|users?|team))",
)
AGE = Special(
    "a person's age",
    Cues(
        "years old, year old, year-old, years of age, her age, his age, 's age, ’s age, too old, too young, twenties, "
        "turns, turned, turning, born in, woman of, man of, aged, thirties, forties, fifties, "
        "sixties, retirement, retire, retires, retired, millennial, boomer"
    ),
    rf"{_WHO}{_IS} (?:\w+ )?\d\d (?:years? old|years of age)|{_WHO}{_IS} an? \d\d[- ]year[- ]old"
    rf"|{_WHO}{_IS} (?:\w+ )?(?:too|very|rather) (?:old|young) (?:for|to)|{_WHOSE} age(?! of| group)"
    rf"|{_WHO},? (?:(?:is |was )?(?:turn(?:s|ed|ing)|aged|a (?:wo)?man of) )(?:[3-6]\d|thirty|forty|fifty|sixty)\b"
    rf"(?! (?:\w+ ){{0,2}}(?:into|of|percent|days?|hours?|weeks?|minutes?|months?|\w+s\b)|\s?%)"
    rf"|{_WHO},? who turns [3-6]\d\b(?! \w+s\b)"
    rf"|as a (?:wo)?man of [2-6]\d|{_WHO}(?: is| was)?,? born in (?:19|20)\d\d"
    rf"|in (?:his|her|their) (?:early |late |mid-?)?(?:twenties|thirties|forties|fifties|sixties)"
    rf"|{_WHO}{_IS} (?:\w+ ){{0,2}}(?:close to retirement|about to retire|a (?:millennial|boomer))"
    rf"|{_WHO}[^.;|\n]{{0,20}} retire[sd]? (?:soon|in|next)",
)
FAITH = Special(
    "a person's religion or beliefs",
    Cues(
        "muslim, jewish, christian, catholic, protestant, hindu, buddhist, sikh, mormon, atheist, religion, religious, "
        "faith, church, mosque, synagogue, ramadan, prayers, prayer"
    ),
    rf"{_WHO}{_IS} (?:an? )?(?:\w+ )?(?:{_FAITH})"
    rf"|{_WHOSE} (?:\w+ )?(?:religion|faith(?! in)|church|mosque|synagogue|prayers?"
    rf"|religious (?:beliefs?|views?|holidays?))"
    rf"|{_WHO}[^.;|\n]{{0,40}} (?:for|because of) religious reasons"
    rf"|(?:for|because of) religious reasons,? {_WHO}\b|{_WHO}[^.;|\n]{{0,20}} fast(?:s|ing|ed)\b[^.;"
    rf"|\n]{{0,12}} ramadan"
    rf"|(?:for|because of) (?:his|her) (?:religion|faith)",
)
SEX = Special(
    "a person's sex life or orientation",
    Cues(
        "gay, lesbian, bisexual, queer, transgender, trans, non-binary, nonbinary, homosexual, sexuality, sexual, "
        "gender identity, sex life, came out, identifies as"
    ),
    rf"{_WHO}{_IS} (?:\w+ )?(?:{_ORIENTATION})"
    rf"|{_WHO} (?:came out as|identifies as) \w+|{_WHOSE} (?:sexuality|sexual orientation|sex life|gender identity)",
)
ORIGIN = Special(
    "a person's ethnic origin",
    Cues(
        "ethnicity, ethnic, race, racial, skin colour, skin color, black, white, asian, latino, latina, hispanic, "
        "arab, african, roma, indigenous"
    ),
    rf"{_WHO}{_IS} (?:an? )?(?:black|white|asian|latin[oa]|hispanic|arab|african|roma|indigenous)"
    r"(?=\s*(?:man|woman|person|PM|colleague|and)\b|\s*[.,;)|]|\s*$)"
    rf"|{_WHOSE} (?:ethnicity|race(?! (?:condition|to))|racial (?:background|origin)|skin colou?r"
    r"|ethnic (?:origin|background))",
)
POLITICS = Special(
    "a person's political opinions",
    Cues("political, republican, democrat, socialist, communist, party, activist"),
    rf"{_WHOSE} (?:political (?:views?|opinions?|beliefs?|party|affiliation|activity|activism))"
    rf"|{_WHO}{_IS} (?:an? )?(?:\w+ )?(?:republican|democrat|socialist|communist|political activist"
    r"|member of (?:the|a) (?:\w+ ){0,2}party)",
)
UNION = Special(
    "a person's union membership",
    Cues("union, unions, works council"),
    rf"{_WHO}{_IS} (?:\w+ ){{0,2}}(?:member of (?:the|a|his|her) (?:trade |labou?r )?union(?! of)"
    r"|union (?:member|rep(?:resentative)?|organi[sz]er|steward))"
    rf"|{_WHO}[^.;|\n]{{0,20}} (?:joined|joins|left|active in) (?:the|a|his|her) (?:trade |labou?r )?union(?! of)"
    rf"|{_WHOSE} (?:trade |labou?r )?union (?:membership|activity|activities|work)"
    rf"|{_WHO}[^.;|\n]{{0,20}} (?:member of|elected to|sits on|on|in) the works council",
)
SPECIAL = (HEALTH, FAMILY, AGE, FAITH, SEX, ORIGIN, POLITICS, UNION)


def special_in(source: Source, body: int = 0, head: Marked | None = None) -> Iterator[tuple[Special, Span]]:
    """What a text says of a person that is nobody's business, each kind once in a sentence.

    Args:
        source: The text.
        body: Where its front matter ends.
        head: The front matter. Nothing is said across two of its values.
    """
    for kind in SPECIAL:
        for start, end in kind.cues.sentences(source):
            pieces = ((max(start, body), end),) if end > body else _in_values((start, end), head)
            for piece in pieces:
                if span := _said_in(source.text, *piece, kind.form):
                    yield kind, span


def _in_values(sentence: Span, head: Marked | None) -> Iterator[Span]:
    """What each value of the front matter has of a sentence."""
    for start, end in head.leaves() if head else ():
        piece = max(start, sentence[0]), min(end, sentence[1])
        if piece[0] < piece[1]:
            yield piece


def _said_in(text: str, first: int, last: int, form: re.Pattern[str]) -> Span | None:
    """Where a sentence says something of this form, and all that it says in the same breath."""
    places: Sequence[int] = range(len(text))
    if _is_uneven(text[first:last]):
        text, places = even(text, max(0, first - _BEFORE), last, _GAP)
        first, last = bisect_left(places, first), len(text)
    match = form.search(text, first, last)
    if match is None or _OTHERS.search(match[0]):
        return None
    if _PRONOUN.match(match[0]) and _ABOUT_OTHERS.search(text, first, last):
        return None
    more = _MORE.match(text, match.end(), last)
    return places[match.start()], places[(more or match).end() - 1] + 1


def _is_uneven(sentence: str) -> bool:
    """Whether more than single blanks part its words."""
    return "*" in sentence or "&nbsp;" in sentence or " ".join(sentence.split()) != sentence.strip(" ")
