"""E-mail addresses and phone numbers of people in a text. Those that are made for examples are nobody's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pmcoach_lint.language.even import even
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.syntax.source import Source, Span

_SIGNS = r"@|\\@|\uff20|%40|&(?:\#0*64|\#[xX]0*40|commat);"
_SIGN = regex(_SIGNS)
_EMAIL = regex(rf"(?:[\w.%+'-]|\\[_.+-])*(?:[\w%+-]|\\_)(?:{_SIGNS})(?=[\w-])(?:[\w-]+\.)+[^\W\d_]{{2,24}}(?![\w@])")
_BEGINNINGS = {"@": ("@",), "\uff20": ("\uff20",), "%": ("%40",), "&": ("&#", "&commat;")}
"""How what stands for the sign in addresses begins: itself, in full width, in a link, and as an entity.

It is looked for by a single byte, which takes a tenth of the time.
"""

_WRITTEN_OUT = anycase(r"[\w.+-]+\s?[\[(]at[\])]\s?[\w-]+(?:\s?(?:[\[(]dot[\])]|\.)\s?[\w-]+)+")
_AT = ("(at)", "[at]")
_NOBODY = anycase(
    r"(?:info|contact|hello|support|help|service|team|office|sales|press|jobs|careers|feedback|privacy|security|legal"
    r"|billing|admin|webmaster|no-?reply|git|hr|people|product|pm)@|.*[@.]example(?:\.(?:com|org|net|edu))?$"
    r"|.*\.(?:test|invalid|localhost)$"
)
_LONGEST_NAME, _LONGEST_HOST = 64, 255

_BLANKS = "\u00a0\u2007\u2009\u2011\u202f"
"""Blanks, and a dash, that keep what they part on one line."""

_DIGITS = regex(rf"(?<![\w/=#.,$€£%-])(?:\+|\(\+?|0|\d)\d(?:[\d ()./-]|[{_BLANKS}]|&nbsp;){{5,24}}\d(?![\w%]|[.,]\d)")
_SEPARATORS = b" ()./-" + _BLANKS.encode()
_ENTITY = "&nbsp;"
_GAP = regex(rf"(?: |[{_BLANKS}]|&nbsp;)+")
_AS_DIGITS = bytes(b"0"[0] if chr(sign).isdigit() else sign for sign in range(128)).ljust(256, b"x")
_FEWEST_DIGITS = 10
_DATED = regex(r"\d{4}-\d\d-\d\d|\d\d?[./]\d\d?[./]\d{2,4}|(?:19|20)\d\d\D{1,3}(?:19|20)\d\d")
_TALK = anycase(
    r"\b(?:tel|phone|mobile|cell|call|ring|text|sms|whatsapp|signal|fax|dial|number|reach \w+ (?:at|on))"
    r"\W{0,3}(?:\w+\W+){0,3}$"
)
_INVENTED = regex(r"(?:\+?1\D*)?\(?\d{3}\D*555\D*01\d\d|(?:\+?44\D*)?0?(?:1632\D*960|7700\D*900|20\D*7946\D*0)[\d ]*")
"""Numbers kept free for stories: 555-01xx in North America, and Ofcom's ranges in the United Kingdom."""


def emails(source: Source) -> Iterator[Span]:
    """The e-mail addresses in a text, without those of offices and those in domains kept for examples (RFC 2606)."""
    text = source.text
    for first, signs in _BEGINNINGS.items():
        at = text.find(first) if first.encode()[:1] in source.encoded else -1
        while at >= 0:
            match = None
            if text.startswith(signs, at):
                match = _EMAIL.search(text, max(0, at - _LONGEST_NAME), at + _LONGEST_HOST)
            if match and match.start() < at < match.end() and not _NOBODY.match(_as_typed(match[0])):
                yield match.span()
            at = text.find(first, max(at + 1, match.end() if match else 0))
    if any(sign in text for sign in _AT):
        yield from (match.span() for match in _WRITTEN_OUT.finditer(text))


def _as_typed(text: str) -> str:
    """An e-mail address as it is typed, however a text has it: that of `anna&#64;firma.de` is `anna@firma.de`."""
    return _SIGN.sub("@", text).replace("\\", "")


def phone_numbers(source: Source, regions: Iterable[str]) -> Iterator[Span]:
    """The phone numbers in a text: international ones, and those that are written as in one of the `regions`.

    Args:
        source: The text.
        regions: Countries by their codes of two letters (ISO 3166-1).
    """
    text, bare = source.text, source.encoded.translate(_AS_DIGITS, _SEPARATORS)
    if (
        b"0" * _FEWEST_DIGITS not in bare and _ENTITY not in text
    ):  # a tenth of the time that a search takes, and true of nearly every document
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

    digits, places = even(text, *span, _GAP)
    international = "+" in digits
    if not international and digits.isdecimal() and not _TALK.search(text, max(0, span[0] - 40), span[0]):
        return None
    for region in (None, *regions) if international else regions:
        for match in PhoneNumberMatcher(digits, region):
            return places[match.start], places[match.end - 1] + 1
    return None
