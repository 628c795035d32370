"""What looks like the real name of a person, where a handle or a role should stand."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.language.given_names import GIVEN_NAMES
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.syntax.source import Span

_GIVEN = regex(r"@?([^\W\d_]{2,})")
_NAME = regex(r"@?[^\W\d_]{2,}(?:(?P<joint>[._-]| )(?P<rest>[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,2}))?")


def looks_like_a_name(text: str) -> bool:
    """Whether the whole of a text is most likely a real name: `Anna`, `Anna Schmidt`, `anna.schmidt`, `@anna`."""
    given = _GIVEN.match(text)
    match = _NAME.fullmatch(text) if given and given[1].casefold() in GIVEN_NAMES else None
    if match is None:
        return False
    rest = match["rest"]
    return rest is None or match["joint"] != " " or all(word[0].isupper() for word in rest.split())


_BESIDE = regex(r"\s*[,;:()|–—/]+\s*|\s+-\s+")
_LAST_TWO = regex(r"[^\W\d_]+ [A-Z][\w'’-]*$")


def names_beside(text: str) -> Iterator[str]:
    """What looks like a name in a text that tells more of a person: `Anna Schmidt, head of product`, `CPO (Anna)`."""
    for piece in _BESIDE.split(text) if " " in text else ():
        last = _LAST_TWO.search(piece)  # `head of product Anna Schmidt`
        name = next((each for each in (piece, last[0] if last else "") if looks_like_a_name(each)), None)
        if name:
            yield name


def real_names_in(text: str) -> list[str]:
    """What looks like a real name in a text that stands for a person: the whole of it, or what tells more of them."""
    whole = text.strip("*_` ")
    return [whole] if looks_like_a_name(whole) else list(names_beside(whole))


_FULL = regex(
    r"(?<![Tt]he )\b(?P<given>[A-Z][^\W\d_]+)(?= (?P<surname>(?!Street|Road|Bank|Ltd)[A-Z][^\W\d_]+)\b(?!['’]))"
)
_TITLED = regex(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Herr|Frau)\b\.? [A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?")
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "prof", "herr", "frau"})
_AUTHOR = anycase(r"\b(?:books?|articles?|authors?|chapters?|podcasts?|talks? by|framework|reads?|reading|by)\b")


def names_among(words: frozenset[str]) -> bool:
    """Whether one of the words of a text is a given name, or a title that stands before a name."""
    return not (_TITLES.isdisjoint(words) and GIVEN_NAMES.isdisjoint(words))


def _is_given(word: str) -> bool:
    return word.casefold() in GIVEN_NAMES


def full_names_in(text: str) -> list[Span]:
    """Where a text has a given name with a surname, or a name with a title; those who wrote a book are none."""
    full = [(found.start(), found.end("surname")) for found in _FULL.finditer(text) if _is_given(found["given"])]
    full = full if full and not _AUTHOR.search(text) else []
    return full + [match.span() for match in _TITLED.finditer(text)]
