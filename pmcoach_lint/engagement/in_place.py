"""What is done in the place of a PM, or with a step through the one who does it, in what is planned for a client."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.language.excuses import is_excused
from pmcoach_lint.language.said import Said
from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.source import Span

ADVISER = r"(?:fpm|fractional|advis[eo]r|consultant|coach|partner)"
ME = (
    r"(?:(?:\bI|\bwe)(?:(?:'|’)ll|(?:'|’)d|(?:'|’)m| will| would| shall| am)?|\b(?:the )?(?:fractional(?: pm)?"
    r"|coach)"
    rf"|\b{ADVISER}-\w+)(?: (?:also|then|still|always|personally|simply|just|first|gladly|will|would))*"
)
THEM = r"(?:her|him|them|the pms?|(?:my|your|their|both|all) pms?|(?<!f)pm-\w+(?: and pm-\w+)?)"
THEIRS = r"(?:her|his|their|the pm(?:'|’)s|(?<!f)pm-\w+(?:'|’)s|your pms?(?:'|’)s?)"
_INSTEAD = (
    rf"(?:for {THEM}(?=[*_ ]*(?:[^\w*_ ]|\Z)|\s(?:until|when|if|in|at|on|as|and|while|each"
    r"|every|before|during|this)\b)"
    rf"|(?:in|on) {THEIRS} (?:name|place|stead|behalf|side)|instead of {THEM}"
    rf"|off {THEIRS} (?:desk|plate|hands|table|shoulders))"
)
_TOOL = (
    r"(?:templates?|cards?|scorecards?|guides?|checklists?|frameworks?|formats?|handbooks?|playbooks?|examples?|sheets?"
    r"|sessions?|rehears\w+|role-plays?|exercises?|workshops?|summar(?:y|ies)|feedback|questions?|cases?)"
)
"""What is made for somebody who then works with it themselves."""
WHAT = rf"(?:(?! {_TOOL}\b)[^.;|\n]){{0,70}}?"
_NEAR = r"(?:(?! [-–—] )[^.;|\n]){0,40}?"

_WRITES = (
    r"(?:write|draft|prepare|finali[sz]e|rewrite|correct|edit|polish|redo|finish|fill(?: in| out)?|answer"
    r"|present|speak"
    r"|repl(?:y|ies|ie)|negotiate|do|make|handle|take|lead|run|build|send|sign|decide|approve|prioriti[sz]e"
    r"|step in|stand in)s?"
)
_CHECKS = r"(?:check|review|approve|finali[sz]e|correct|edit|rewrite|sign off|read|release|vet|clear)s?"
_SIGNS_OFF = r"(?:approve|finali[sz]e|correct|edit|rewrite|sign off|release|vet|clear)s?"
_NOT_JOINTLY = rf"(?![^.;|\n]{{0,30}}\b(?:together|with {THEM})\b)"
_ATTENDS = r"(?:attend|join|sit in(?: on)?|sits in(?: on)?|take part in|takes part in|accompany|accompanies)s?"
_WORK = (
    r"(?:requests?|reports?|decisions?|specs?|briefs?|updates?|documents?|prds?|answers?|drafts?|roadmaps?"
    r"|slides?|decks?|mails?"
    r"|papers?|pages?|escalations?|tickets?|proposals?|priorities|plans?|letters?|no)"
)
_HANDLED = r"(?:requests?|decisions?|escalations?|tickets?|priorities|no)"
"""What a PM handles, and does not only show."""
_MEETING = r"(?:meetings?|plannings?|reviews?|preparations?|calls?|sessions?|stand-?ups?|dailies|syncs?|demos?)"
_POST = (
    r"(?:responsible|accountable|approver|owner|head of product|gatekeeper|first contact|(?:point of )?contact"
    r"|decision-maker|in charge|go-to"
    r"|product owner|lead|product manager|pm)"
)

_IN_PLACE = anycase(
    rf"{ME} (?:{_WRITES}\b(?:{WHAT} {_INSTEAD}\b| {THEIRS} (?:\w+ )?{_WORK}\b"
    rf"| (?:(?:the|each|every|all) )?(?:\w+ )?{_WORK}(?:,| and|, and) (?:she|he|they|{THEM}) (?:\w+ )?"
    r"(?:presents?|sends?|signs?)\b)"
    rf"|(?:{_ATTENDS}\b{_NEAR}\band )?(?:declines?|refuses?|rejects?|turns? down) (?:the |all |every |each "
    rf"|any )?(?:\w+ )?requests?\b"
    r"|(?:step|stand)s? in (?:for|when)\b(?![^.;|\n]{0,40}\bonly\b)"
    rf"|{_ATTENDS} (?:in )?(?:all|each|every)\b{_NEAR}\b{_MEETING}"
    rf"|{_CHECKS} (?:all|each|every|any|the|{THEIRS})\b{_NEAR}\bbefore(?= (?:it|they|any\w+|s?he|{THEM}|sending)\b)"
    rf"|{_SIGNS_OFF} (?:all|each|every|any|{THEIRS}) (?:\w+ )?{_WORK}\b{_NOT_JOINTLY}"
    rf"|(?:check|review)s? (?:all|each|every|any) (?:\w+ )?{_WORK}\b{_NOT_JOINTLY}"
    rf"|(?:remain|stay|become|be)s? (?:the |their |your )?(?:\w+ )?{_POST}\b"
    r"|(?:chair|lead|run|write|own|represent|manage|do|keep|moderate|attend)s?\b(?:(?! [-–—] )[^.;|\n]){0,60}?"
    r"\b(?:permanently|for good|indefinitely|for as long as|as long as [\w-]+ (?:exists?|needs?|wants?)|forever"
    r"|at all times)\b"
    rf"|(?:write|decide|sign|present|choose|answer)s? (?:what(?:ever)?|which|everything(?: that)?"
    rf"|all(?: that)?) (?:\w+ )?"
    r"(?:goe?s?|reache?s?|is|are|comes?|leaves?|requests?)\b"
    r"|(?:do|does|take|takes) the (?:strategy|strategic|thinking)\b)"
    rf"|(?:\bI(?:(?:'|’)ll| will)?|\b{ADVISER}-\w+) (?:\w+ )?decides? (?:what|which|whether|on|about)\b"
    rf"|\b(?:every|each|all|any)\b{_NEAR}\b(?:goe?s?|comes?|pass(?:es)?|runs?|sent|sends?|brings?)\b{_NEAR}"
    r"\b(?:to|over|through|via|past|by) (?:me|us|my (?:desk|hands))\b"
    rf"|\b(?:she|he|they|{THEM}) (?:sends?|brings?|shows?|forwards?) (?:me|us) (?:all|each|every|any)\b{_NEAR}"
    r"\b(?:first|before (?:it|they|s?he)|for (?:approval|sign-off|release|my (?:ok|check)))\b"
    rf"|\b(?:forward|send|bring|pass|route|hand)s? {_NEAR}\b{_HANDLED} to (?:me|us|{ADVISER}-\w+)\b"
    rf"|\b(?:support|help|assistance|coaching|advice)\b{_NEAR}\b(?:unlimited|indefinite(?:ly)?|permanent(?:ly)?"
    r"|without (?:an )?end(?: date)?|open-ended)\b"
    rf"|\b(?:check|release|review)s? (?:of|for) (?:all|each|every|any) (?:\w+ )?{_WORK} before (?:it|they)\b"
    rf"|\b(?:(?:my|our|the coach(?:'|’)s) )?(?:approval|sign-off)s? (?:of|for) (?:all|each|every|any"
    rf"|{THEIRS}) (?:\w+ )?{_WORK}\b(?! (?:by (?!me\b|us\b)|is\b|are\b|lies\b|stays\b|with\b))"
    rf"|\b(?:check|approval|sign-off|review)s? (?:of|for) (?:all|each|every|any)\b{_NEAR}\bby (?:me|us)\b"
    r"|\band I (?:will |then )?(?:rewrite|correct|redo|finali[sz]e) (?:it|them)\b"
    r"|\bI (?:will )?take over (?:the )?(?:communication|coordination|management|ownership|contact|stakeholder\w*)\b"
    rf"|\b(?:need|rely on|depend on|lean on)s? (?:me|us|the coach|{ADVISER}-\w+) (?:\w+ )?(?:daily|every day"
    r"|permanently|full-time|for good|indefinitely|well into)\b"
    r"|\b(?:kept|filled in|filled|maintained|updated|done|decided|answered|approved|run|made) by (?:me|us"
    rf"|the coach|{ADVISER}-\w+)\b(?! (?:together|until|and|with|at first|(?:for|in) the first)\b)"
)
"""What is done in the place of a PM, or with a step through the one who does it."""


def done_in_place(said: Said) -> Iterator[Span]:
    """Where in the document a text says that the fractional PM does what a PM would learn by doing."""
    for found in _IN_PLACE.finditer(said.text):
        if not is_excused(said.folded, *found.span()):
            yield said.span(*found.span())
