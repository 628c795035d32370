"""E-mail addresses and phone numbers of people in a text. Those that are made for examples are nobody's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.syntax.source import Source, Span

_EMAIL = regex(r"[\w.%+'-]*[\w%+-]@(?=[\w-])(?:[\w-]+\.)+[^\W\d_]{2,24}(?![\w@])")
_WRITTEN_OUT = anycase(r"[\w.+-]+\s?[\[(]at[\])]\s?[\w-]+(?:\s?(?:[\[(]dot[\])]|\.)\s?[\w-]+)+")
_AT = ("(at)", "[at]")
_NOBODY = anycase(
    r"(?:info|contact|hello|support|help|service|team|office|sales|press|jobs|careers|feedback|privacy|security|legal"
    r"|billing|admin|webmaster|no-?reply|git|hr|people|product|pm)@|.*[@.]example(?:\.(?:com|org|net|edu))?$"
    r"|.*\.(?:test|invalid|localhost)$"
)
_LONGEST_NAME, _LONGEST_HOST = 64, 255

_DIGITS = regex(r"(?<![\w/=#.,$€£%-])(?:\+|\(\+?|0|\d)\d[\d ()./\u00a0-]{5,18}\d(?![\w%]|[.,]\d)")
_SEPARATORS = b" ()./-"
_AS_DIGITS = bytes(b"0"[0] if chr(sign).isdigit() else sign for sign in range(128)).ljust(256, b"x")
_FEWEST_DIGITS = 10
_DATED = regex(r"\d{4}-\d\d-\d\d|\d\d?[./]\d\d?[./]\d{2,4}|(?:19|20)\d\d\D{1,3}(?:19|20)\d\d")
_TALK = anycase(
    r"\b(?:tel|phone|mobile|cell|call|ring|text|sms|whatsapp|signal|fax|dial|number|reach \w+ (?:at|on))"
    r"\W{0,3}(?:\w+\W+){0,3}$"
)
_INVENTED = regex(r"(?:\+?1\D*)?\(?\d{3}\D*555\D*01\d\d|(?:\+?44\D*)?0?(?:1632\D*960|7700\D*900|20\D*7946\D*0)[\d ]*")
"""Numbers kept free for stories: 555-01xx in North America, and Ofcom's ranges in the United Kingdom."""


def emails(text: str) -> Iterator[Span]:
    """The e-mail addresses in a text, without those of offices and those in domains kept for examples (RFC 2606)."""
    at = text.find("@")
    while at >= 0:
        match = _EMAIL.search(text, max(0, at - _LONGEST_NAME), at + _LONGEST_HOST)
        if match and match.start() < at < match.end() and not _NOBODY.match(match[0]):
            yield match.span()
        at = text.find("@", max(at + 1, match.end() if match else 0))
    if any(sign in text for sign in _AT):
        yield from (match.span() for match in _WRITTEN_OUT.finditer(text))


def phone_numbers(source: Source, regions: Iterable[str]) -> Iterator[Span]:
    """The phone numbers in a text: international ones, and those that are written as in one of the `regions`.

    Args:
        source: The text.
        regions: Countries by their codes of two letters (ISO 3166-1).
    """
    text, bare = source.text, source.encoded.translate(_AS_DIGITS, _SEPARATORS)
    if b"0" * _FEWEST_DIGITS not in bare:  # a tenth of the time that a search takes, and true of nearly every document
        return
    reached = 0
    for match in _DIGITS.finditer(text):
        if _DATED.search(match[0]) or match.start() < reached:
            continue
        found = _number(text, match.span(), regions)
        if found and not _INVENTED.fullmatch(text, *found):
            reached = found[1]
            yield found


def _number(text: str, span: Span, regions: Iterable[str]) -> Span | None:
    """The phone number among the digits at `span`, if there is one."""
    from phonenumbers import PhoneNumberMatcher  # noqa: PLC0415 - 20 ms to import, and nearly no document has any

    start, end = span
    digits = text[start:end]
    international = "+" in digits
    if not international and digits.isdecimal() and not _TALK.search(text, max(0, start - 40), start):
        return None
    for region in (None, *regions) if international else regions:
        for match in PhoneNumberMatcher(digits, region):
            return start + match.start, start + match.end
    return None
