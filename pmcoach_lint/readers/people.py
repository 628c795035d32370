"""Who is meant, where persons are named in running text: by handle or by role; and who may see a document."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from pmcoach_lint.audience import PRIVATE, is_visibility
from pmcoach_lint.names import HANDLE, NO_HANDLE, PM_HANDLE
from pmcoach_lint.readers.unreadable import Context
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, between

_FIELDS = (
    r"product|engineering|design|sales|marketing|operations|ops|finance|growth|data|support|customer success|success|"
    r"technology|tech|delivery|people|legal|security|platform|research|UX|commercial|content|account|project|pricing|quality|"
    r"risk|compliance|procurement|brand|clinical|strategy|payments|logistics|regional|program|programme"
)
_HEADS = r"leads?|managers?|director|head|owners?|vp|teams?|analysts?|partner"
_ROLES = (
    r"C[ETPOFMR]O|(?:S?VP|head|director|lead)(?: of)? (?:the )?\w[\w&-]*(?: (?:(?:and|&) )?[\w-]+)?|"
    rf"(?:senior |group |chief )?(?:{_FIELDS}) (?:{_HEADS}|officer)|"
    r"(?:co-?)?founders?|(?:client|fractional|lead|senior|group) PMs?|[AGS]?PMs?|tech lead|team lead|chair|board|"
    r"(?:the )?coach|(?:my |line )?manager|"
    r"(?:the )?(?:client|team|client(?:'s|’s)? team|PM team|leadership team)|"
    r"engineering|design|sales|marketing|finance|legal|support|operations|everyone|everybody|all|both|me|myself|I|we|us"
)
HANDLES = regex(rf"\b(?:{HANDLE}|{PM_HANDLE})\b", re.IGNORECASE)
"""The handles that stand anywhere in a text."""

_HANDLE = regex(rf"(?:@[A-Za-z][\w.-]{{0,39}}|(?!(?i:{NO_HANDLE})){HANDLE})(?![^\W_])")

_DOES = regex(r"\s+[a-z]+s\s")
_DOER = regex(r"(?:(?:The|the) )?(?:[Cc]oach|[AGS]?PM)(?=\s)")
_ROLE = regex(rf"(?:{_ROLES})(?![^\W_])", re.IGNORECASE)
"""The form of a role: `CEO`, `head of sales`."""

_FIRST_WORD = regex(r"[^\W_]+(?:-\d)?")
_OTHER_FIRST_WORDS = (
    "ceo cto cpo coo cfo cmo cro svp vp head director lead senior group chief co cofounder cofounders founder founders "
    "client fractional pm pms apm apms gpm gpms spm spms coach manager line my team chair board the leadership "
    "everyone everybody all both me myself i we us"
)
_FIRST_WORDS = frozenset((*(field.split()[0].lower() for field in _FIELDS.split("|")), *_OTHER_FIRST_WORDS.split()))
"""The words with which a role begins: to look for them takes less than to compile the pattern."""

_NEXT = regex(r"(?<=[.!?])\s+(?=\S)")
_TOLD = regex(r"\s*[:–—]\s")
_MARKS = regex(r"[*_(\[`]{0,3}")
_BOLD = regex(r"[*_]*")
_BY = regex(r"by\s+", re.IGNORECASE, near="by")
_JOINTS = regex(r"\s*(?:\+|&|/|\band\b|\bwith\b)\s*", re.IGNORECASE, near="+ & / and with")
_TASK = regex(r"[*_]*\s+(?:to|will|shall)\s+(?=\w)", re.IGNORECASE)
_MOST_PERSONS = 12
_LONGEST = 100
"""How long what names a person is at most, in characters."""
_PERSONS = (
    r"coach(?:ee|es)?|pms?|me|us|we|you|lead(?:er)?s?|managers?|boss(?:es)?|sponsors?|mentors?|skip[ -]levels?"
    r"|team leads?|(?:head|director|vp) of product|hr"
)
_BESIDE_PERSONS = (
    r"just|only|both|two|the|our|my|his|her|their|and|or|between|for|of|shared|visible|to|with|nobody else|confidential"
)
_FEW = regex(rf"(?:(?:{_PERSONS}|{_BESIDE_PERSONS}|private|{HANDLE})(?![\w:])[\s,;+&/()-]*)+\.?", re.IGNORECASE)
_NAMED = regex(rf"\b(?:{_PERSONS}|private|confidential|{HANDLE})\b", re.IGNORECASE)

_NOT_FOR_ALL = regex(
    r"\b(?:only|private(?:ly)?|confidential|restricted|secret|personal|sensitive|mine|nobody|no one|own use"
    r"|need[ -]to[ -]know|not (?:for|to))\b",
    re.IGNORECASE,
)
_TOLD_HANDLE = regex(
    r"(?:@?(?P<handle>[A-Za-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)+)|@(?P<word>[A-Za-z][A-Za-z0-9]+))(?:\s*(?:\((?P<aside>[^()]*)\)|[,;/|–—-]\s+(?P<rest>.*)))?"
)
_OFFICE = regex(
    r"\b(?:A?G?PM|PMs?|product|manager|lead|leader|head|director|principal|senior|junior|associate|staff|group|chief"
    r"|founder|co-?founder|coach|mentor|owner|S?VP|C[ETPOFMR]O)\b",
    re.IGNORECASE,
)
"""A word of what somebody is, by which a remark behind a handle is no name."""

_NO_NAME = regex(r"(?:^|\s)(?!(?:von|van|der|den|del|dos|bin|ibn)\b)[a-z]{3,}\b")
"""A word by which what stands in brackets is no name of a person: `Carrier side`."""

_BEHIND_OFFICE = regex(rf"(?P<office>[^()\d]{{2,40}}?)\s?\(@?(?P<handle>{HANDLE})\)")

_PM = r"(?:[AGS]?PM|[Pp]roduct (?:[Mm]anager|[Oo]wner|[Ll]ead|[Dd]irector))\b"
_IS = r"(?:(?:\s+(?:is|are|was|has been|works as|joined as)|['’]re|\s+=)(?:\s+(?:now|currently|still))?|\s+·|[:,])"
_STOPS = r"\s(?:who|with|from|since|until|and has|for\s\d+)\b"
_GOES_ON = rf"(?!{_STOPS})"
_IS_OFFICE = regex(
    rf"@?[A-Za-z][\w.-]*{_IS}\s+(?:(?:an?|the|our|my)\s+)?"
    rf"(?P<role>(?:[A-Za-z][\w-]*\.?\s+){{0,3}}{_PM}(?:{_GOES_ON}(?:[^;.,()·]|\.(?=\S)|\([^()]*\)))*)"
)
_OWNS = (
    r"owns|(?<=\b[Yy]ou\s)own|(?<=\band\s)own|looks? after|(?:is |are )?responsible for|in charge of|works? on"
    r"|(?:runs?|run) the(?=[\w\s]{3,40} area)"
)
_OF_TEAM = regex(
    rf"(?:{_PM}(?:\sI{{1,3}})?(?:(?:\s?\([^()]*\))?\s(?:on|for|of)|,(?=\s[A-Z]))|\bscope:|(?P<owns>\b(?:{_OWNS})))\s(?:the\s|our\s)?"
    rf"(?:[\"“](?P<called>[^\"“”\n]{{2,60}})[\"”]|(?P<team>(?:[A-Z]"
    rf"|(?(owns)[a-z]|[a-z][a-z -]{{2,24}}\s(?:app|team|squad|area|product|platform|portal|group)\b))"
    rf"(?:{_GOES_ON}[^,;:.()·\"“”]){{0,60}})(?=\s*(?:[,;:.()·]|$)|{_STOPS}))"
)
_IN_TITLE = regex(r"(?:^|\b(?:for|with|of|and)\s|[:–—|]\s|\s-\s)(?P<who>(?:[A-Z]\.){1,3})(?=\s*(?:[,;:()|–—-]|$))")
"""Initials in a title: `Coaching pack for J.M., Search`."""
_ROLE_IN_TITLE = regex(
    rf"[:–—|]\s+(?P<role>(?:[A-Za-z][\w-]*\.?\s+){{0,3}}{_PM}(?:\s(?:I{{1,3}}|\d)\b)?)(?=\s*(?:[,;()|–—-]|$))"
)
_SENTENCE_END = regex(r"(?<!\bSr)(?<!\bJr)\.\s")


_WHERE = regex(r"\s(?:in|on)\s(?:my|our|the)\steam$")
"""What says nothing of what somebody is, behind that: `an associate PM in my team`."""


def read_handle(text: str, _context: Context) -> str:
    """A handle, such as `pm-07` or `@odell`, alone or with what its bearer is: `pm-12 (Senior PM)`, `VP (lead-02)`.

    Any other text stays as it is: the schema then says what it should be.
    """
    if text.replace("-", "").isalnum():  # as nearly all are written
        return text
    if (behind := _BEHIND_OFFICE.fullmatch(text)) and _OFFICE.search(behind["office"]):
        return behind["handle"]
    match = _TOLD_HANDLE.fullmatch(text)
    handle = match and (match["handle"] or match["word"])
    if not match or not handle:
        return text
    aside = match["aside"] or ""
    is_remark = bool(_NO_NAME.search(aside)) and not HANDLES.search(aside)
    return handle if text.endswith(handle) or is_remark or role_beside(text) else text


def role_beside(text: str) -> str | None:
    """What the bearer of a handle is, where it stands behind it: `pm-12 (Senior PM)`, `pm-12 is a PM on Search`.

    None where nothing of the kind stands there.
    """
    if match := _IS_OFFICE.match(text):
        role = _WHERE.sub("", match["role"].rstrip(" ."))
        return role if not HANDLES.search(role) else None
    match = _TOLD_HANDLE.fullmatch(text)
    remark = match and (match["aside"] or _SENTENCE_END.split(match["rest"] or "", maxsplit=1)[0])
    if remark and HANDLES.search(remark):  # `coach-2, head of product, manages pm-12 since August`
        remark = remark.partition(", ")[0]
    return remark.strip(" .") if remark and _OFFICE.search(remark) and not HANDLES.search(remark) else None


def team_told(text: str) -> str | None:
    """The team or product that is told behind what somebody is: `pm-12 is a Senior PM on Search`; None for none."""
    match = _OF_TEAM.search(text)
    team = match and (match["team"] or match["called"]).strip()
    return team if team and not HANDLES.search(team) else None


def person_told(text: str) -> str | None:
    """The only person whom a title names: `Coaching pack: pm-12, Search`, `for J.M.`; None for none and for several."""
    handles = {handle[0] for handle in HANDLES.finditer(text) if not text[: handle.start()].lower().endswith("by ")}
    handles = handles or {initials["who"] for initials in _IN_TITLE.finditer(text)}
    return handles.pop() if len(handles) == 1 else None


def role_in_title(text: str) -> str | None:
    """What the person is whom a title is about, without naming anybody: `Coaching plan: Senior PM, Search`."""
    match = _ROLE_IN_TITLE.search(text)
    return match["role"] if match else None


@lru_cache(maxsize=64)
def _handle(own: tuple[str, ...]) -> re.Pattern[str]:
    """The form of a handle, or of one of the document's `own`."""
    if not own:
        return _HANDLE
    names = "|".join(re.escape(name).replace(r"\-", r"\\?-") for name in own)
    return re.compile(rf"(?i:{names})(?!-?[^\W_])|{_HANDLE.pattern}")


def split_persons(text: str, span: Span, own: tuple[str, ...] = ()) -> list[Span]:
    """The parts of a text that begin with a handle and a colon each: `pm-07: asks. lead-02: answers`."""
    nexts = ((match.span(), _handle(own).match(text, match.end(), span[1])) for match in _NEXT.finditer(text, *span))
    return between(span, (cut for cut, who in nexts if who and _TOLD.match(text, who.end())))


def person_in(text: str, own: tuple[str, ...] = ()) -> str | None:
    """The person or persons that `text` names and nothing else; None when it says anything else."""
    text = text.strip()
    by = _BY.match(text)
    begin = by.end() if by else 0
    starts = [begin]
    joints = [joint.span() for joint in islice(_JOINTS.finditer(text, begin), _MOST_PERSONS)]
    for end, after in (*joints, (len(text), -1)):
        if any(_is_person(text, start, end, own) for start in starts):  # `head of sales and marketing` has a joint
            starts.append(after)
    return text[begin:].removeprefix("@") if starts[-1] < 0 else None


def begins_with_person(text: str, start: int, end: int, own: tuple[str, ...] = ()) -> bool:
    """Whether a person is named right at `start` of a text, be it in bold or in brackets."""
    marks = _MARKS.match(text, start, end)
    begin = marks.end() if marks else start
    return bool(_handle(own).match(text, begin, end) or (_may_be_role(text, begin) and _ROLE.match(text, begin, end)))


def task_at(text: str, start: int, end: int, own: tuple[str, ...] = ()) -> tuple[Span, int] | None:
    """The person with whom a task begins that says who does it (`pm-31 to draft the brief`), and where the task is."""
    bold = _BOLD.match(text, start, end)
    begin = bold.end() if bold else start
    for task in _TASK.finditer(text, begin, min(end, begin + _LONGEST)):
        if _is_person(text, begin, task.start(), own):
            return (begin, task.start()), task.end()
    return None


def doer_at(text: str, start: int, end: int, own: tuple[str, ...] = ()) -> Span | None:
    """Who a sentence says does something: `pm-31 drafts it`, `@pm-31 draft it`, `Coach books the room`.

    A handle may stand between backticks.
    """
    start += text.startswith("`", start)
    doer = _handle(own).match(text, start, end) or _DOER.match(text, start, end)
    if not doer or not (
        _DOES.match(text, doer.end() + text.startswith("`", doer.end()), end) or text.startswith("@", start)
    ):
        return None
    return doer.span()


def _is_person(text: str, start: int, end: int, own: tuple[str, ...]) -> bool:
    is_handle = _handle(own).fullmatch(text, start, end)
    return bool(is_handle or (_may_be_role(text, start) and _ROLE.fullmatch(text, start, end)))


def _may_be_role(text: str, start: int) -> bool:
    """Whether the first word of a text is one with which a role begins."""
    first = _FIRST_WORD.match(text, start)
    return first is not None and first[0].lower() in _FIRST_WORDS


def read_visibility(text: str, context: Context) -> str:
    """Who may see a document: `private`, `internal`, `team:checkout`; or persons, as in `coach and PM only`, `just us`.

    Who names single persons, or says that it is not for everybody, means that it is on no site, so that this is
    `private`. Anything else stays as it is: the schema then says what it should be.
    """
    if is_visibility(text) or is_visibility(text.lower()):
        return text.lower()
    said = text.strip()
    if _NOT_FOR_ALL.search(said):
        return PRIVATE
    for name in context.people:
        said = said.replace(name, "me")
    return PRIVATE if _FEW.fullmatch(said) and _NAMED.search(said) else text
