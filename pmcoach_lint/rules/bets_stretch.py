"""Whether the plan of a bet stretches the PM: an assignment, and one of real work."""

from __future__ import annotations

import re

from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.coaching.denials import says_none
from pmcoach_lint.coaching.parts import WEEKS, Node, nodes_at
from pmcoach_lint.coaching.practice import plans_of
from pmcoach_lint.doctypes import PLAN
from pmcoach_lint.document import Document
from pmcoach_lint.language.chores import act_in
from pmcoach_lint.nearest import short
from pmcoach_lint.regex import anycase
from pmcoach_lint.rules.offences import Offences, offence
from pmcoach_lint.rules.registry import rule, rule_of_chain

_SHARED = anycase(r"\b(?:both|all|each|every) (?:growth )?bets?\b|\bbets? (?:1|b1) (?:and|&|\+) \w+|\bboth\b")
_STRETCH = anycase(r"\bstretch\b")
_NEEDED = "Name a piece of real work, with a date and an audience, that needs the next level."

_TRAINING = anycase(
    r"\W*(?:(?:please|optionally|also|first|the pm|pm(?:-\w+)?|she|he|they)\s+(?:should |will |to )?)?"
    r"(?:(?:(?:re-?)?read(?:s|ing)?|stud(?:y|ies|ying)|skim(?:s|ming)?|work(?:s|ing)? through|finish(?:es|ing)?)"
    r"\b[^.;]*\b(?:books?|articles?|chapters?|blogs?|posts?|papers?"
    r"|newsletters?|summar(?:y|ies)|classics|literature)\b"
    r"|(?:watch(?:es|ing)?|listen(?:s|ing)? to)"
    r"\b[^.;]*\b(?:talks?|videos?|webinars?|podcasts?|recordings? of (?:a )?(?:talk|conference))\b"
    r"|(?:(?:take|tak(?:es|ing))(?! over| on| up)|participat(?:es?|ing)|attend(?:s|ing)?|completes?|joins?"
    r"|enrol(?:l)?s?|signs? up|books?|visits?|go(?:es)? to|follows?|do(?:es)?|finish(?:es)?|gets?|earns?"
    r"|pass(?:es)?"
    r"|obtains?)\b"
    r"[^.;]*\b(?:courses?|trainings?|certifica\w+|certified|webinars?|bootcamps?|boot camps?|conferences?|meetups?"
    r"|(?:day|online|external) workshops?|workshops? (?:on|about)|e-?learnings?|mooc|masterclass(?:es)?|seminars?"
    r"|classes|reforge|coursera|udemy)\b"
    r"|(?:re-?)?read(?:s|ing)?\s+(?:[“\"‘«*_]|[^.;]{1,40}\b(?:and|to) summari[sz]e)"
    r"|present(?:s|ing)? (?:\w+ ){0,2}book club|(?:an? )?hackathon\b"
    r"|(?:an? )?(?:online |external |advanced |internal )?(?:courses?|trainings?|certification|webinars?)\b)"
)
_MADE_UP = anycase(
    r"\b(?:hypothetical|fictional|fictitious|imaginary|made-up|invented|mock(?:ed)?|simulated|simulation|toy|dummy"
    r"|practice) (?:\w+ )?(?:cases?|compan(?:y|ies)|products?|scenarios?|problems?|projects?|pitch(?:es)?|briefs?"
    r"|roadmaps?|strateg(?:y|ies)|exercises?|presentations?|stakeholders?|decisions?)\b"
    r"|\b(?:case stud(?:y|ies) (?:of|about|on|from) (?:an?other|a famous|a well-known|an external|other)"
    r"|harvard case|kata|interview (?:question|case)s?)\b"
)
_LECTURE = anycase(
    r"\W*(?:(?:i|the coach|coach-\w+|fpm-\w+|we) (?:will )?)?(?:(?:frontal |theory |theoretical |short "
    r"|long )*(?:presentations? (?:by|of the coach|on|about)"
    r"|lectures?|theory|training(?: video)?|input (?:on|about)|introduction to|slides|talk (?:on|about)|webinar"
    r"|talk by)\b"
    r"|(?:gives?|holds?|shows?|presents?|reads?|explains?|watch(?:es)?|lectures?) (?:on |an? "
    r"|the )?(?:\w+ ){0,2}?(?:introduction|lecture|presentation|theory|framework"
    r"|frameworks|article|chapter|book|video|slides|history|principles|concepts?)\b)",
    near="presentation lecture theory training input introduction slides talk webinar framework article chapter book "
    "video history principle concept",
)
_THEIR_WORK = anycase(
    r"\b(?:her|his|their|own|current|last (?:week|month|update|roadmap|spec)|real|this week(?:'|’)s|pm-\w+(?:'"
    r"|’)s|then (?:her|his|their|the pm|pm-))\b"
)

_HINTS = (
    "book", "article", "chapter", "blog", "post", "paper", "newsletter", "summar", "classics", "literature", "talk",
    "video", "webinar", "podcast", "recording", "course", "training", "certif", "bootcamp", "boot camp", "conference",
    "meetup", "learning", "mooc", "masterclass", "seminar", "classes", "reforge", "coursera", "udemy",
    "hypothetical", "ficti", "imaginary", "made-up", "invented", "mock", "simulat", "toy", "dummy", "practice", "case",
    "kata", "interview", "workshop", "read ", "hackathon",
)  # fmt: skip
"""One of them is in whatever the two patterns match; most assignments have none, and need no pattern compiled."""

_REAL_TOO = anycase(
    r"\b(?:then (?:apply|use|run|lead|present|decide)"
    r"|and (?:appl(?:y|ies)|uses?|runs?|leads?|presents?|rewrites?|decides?|changes?|brings?|marks?|asks?)"
    r"|board|council|steering"
    r"|appl(?:y|ied|ying)|live|real|current|our|own|launch\w*|roll-?out\w*"
    r"|releas(?!es? (?:management|planning|trains?|engineering|process))\w+|customers?|clients?"
    r"|next (?:quarter|council|release|planning)|before the actual)\b"
)


@rule_of_chain("PMC724", severity=None, within=("plan",))
def bet_without_stretch(chain: Chain) -> Offences:
    """The plan of a bet has no stretch assignment.

    One assignment may stretch several bets, where it says so: “for both bets”. It may stand beside the bet as well.

    Why it matters:
        Reps are practice. Only real work with a date and an audience shows whether the next level holds.

    What to do:
        Name a piece of work that the PM owes anyway and cannot do well without the next level.

    Bad:
        ## 4) Development Plan

        ### B1: Frame first

        **Weekly reps:** Frame one request (45 min)

    Good:
        ## 4) Development Plan

        ### B1: Frame first

        **Weekly reps:** Frame one request (45 min)

        **Stretch assignment:** The opportunity assessment for the product council in November
    """
    document = chain.pack
    plans = plans_of(document)
    stretched = {plan.path for bet in chain.bets if bet.node.nodes("stretch") for plan in bet.plans}
    for plan in plans:
        if plan.path in stretched:
            continue
        if "reps" not in plan.value or document.is_settled(plan.at("stretch")) or plan.at("stretch") in document.keys:
            texts = [str(line.value) for line in plan.nodes("stretch")]
            if not texts or not all(map(says_none, texts)):
                continue  # there is some, or another rule says that it is still to fill in
        elif plan.nodes("stretch") or _stretched_elsewhere(plans, plan) or ("plan", "stretch") in document.values:
            continue
        message = f"{plan.subject} has no stretch assignment."
        yield offence(document, plan.at("stretch"), message, _NEEDED)
    weeks = nodes_at(document, WEEKS) if not plans else ()
    told = ("plan", "stretch") in document.values or any(_STRETCH.search(str(week.value)) for week in weeks)
    if weeks and not told:
        yield offence(document, WEEKS, "The plan has no stretch assignment.", _NEEDED)


def _stretched_elsewhere(plans: tuple[Node, ...], plan: Node) -> bool:
    """Whether the assignment of another plan says that it is for this bet as well."""
    name = plan.text("id") or plan.text("bet")
    texts = [str(line.value) for other in plans if other != plan for line in other.nodes("stretch")]
    return any(_SHARED.search(text) or (name and re.search(rf"\b{re.escape(name)}\b", text)) for text in texts)


@rule("PMC725", severity=None)
def stretch_beside_the_work(document: Document) -> Offences:
    """All stretch assignments of a bet, or the practice of a coaching session, are courses, books or made-up cases.

    So are stretch assignments that are chores: tickets, boards, minutes, invitations. Where something is decided,
    chosen or presented in them, they are real work. So is the technique of a session that is a lecture.

    Why it matters:
        What is at stake makes the stretch. A course asks for nothing that the job asks for, and nobody waits for its
        result.

    What to do:
        Keep the course if it helps, and add a piece of real work in which it is used.

    Bad:
        ## 4) Development Plan

        ### B1: Frame first

        **Stretch assignment:** Take an online course on product strategy

    Good:
        ## 4) Development Plan

        ### B1: Frame first

        **Stretch assignment:** Lead the decision on wallet payments up to the council of 25 November
    """
    yield from _stretch_beside(document)
    if document.is_a(PLAN):
        yield from _sessions_beside(document)


def _stretch_beside(pack: Document) -> Offences:
    """The bets whose stretch assignments are all no real work."""
    for plan in plans_of(pack):
        lines = plan.nodes("stretch")
        if lines and all(_is_beside_the_work(str(line.value)) for line in lines):
            message = f"“{short(str(lines[0].value))}” is no real work."
            hint = "Keep it if it helps, and add a piece of work that the PM owes anyway and that needs the next level."
            yield offence(pack, lines[0].path, message, hint)
        elif lines and all(act_in(str(line.value)) for line in lines):
            told = short(str(lines[0].value))
            message = f"“{told}” keeps work in order, and asks for nothing that the PM cannot do yet."
            yield offence(pack, lines[0].path, message, _NEEDED)


def _sessions_beside(plan: Document) -> Offences:
    """The sessions of a coaching plan whose practice is no real work, or whose technique is a lecture."""
    for index, session in enumerate(plan.data.get("sessions", ())):
        practice = session.get("practice", "")
        if _is_beside_the_work(practice):
            message = f"“{short(practice)}” is no practice in real work."
            hint = "Name a piece of work that the PM owes anyway, and what they do differently in it."
            yield offence(plan, ("sessions", index, "practice"), message, hint)
        technique = session.get("technique", "")
        if _LECTURE.match(technique) and not _THEIR_WORK.search(technique):
            message = f"“{short(technique)}” is a lecture, and not their work seen anew."
            yield offence(plan, ("sessions", index, "technique"), message, "Take what they work on this week.")


def _is_beside_the_work(assignment: str) -> bool:
    """Whether an assignment is plainly a course, a book or a made-up case, and nothing of it is used at work."""
    folded = assignment.lower()
    if not any(hint in folded for hint in _HINTS):
        return False
    found = _TRAINING.match(assignment) or _MADE_UP.search(assignment)
    return bool(found) and not _REAL_TOO.search(assignment)
