"""What looks like the real name of a person, where a handle or a role should stand."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.language.given_names import GIVEN_NAMES
from pmcoach_lint.regex import regex

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
