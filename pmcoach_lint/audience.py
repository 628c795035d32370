"""Who may see what: a build is made for one audience and holds nothing that is meant for anybody else."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from pmcoach_lint.regex import regex

PRIVATE = "private"
INTERNAL = "internal"
PUBLIC = "public"

_NAMED = regex(r"(?P<kind>team|client):[a-z0-9][a-z0-9-]*")
_BETWEEN = regex(r" *, *")
_SHORTEST = 4
_LETTERS = regex(r"[a-z0-9]+")
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue", "ø": "oe", "å": "aa"})


def is_audience(audience: str) -> bool:
    """Whether a site can be built for `audience`: `internal`, `public`, `team:<name>` or `client:<name>`."""
    return audience in {INTERNAL, PUBLIC} or _NAMED.fullmatch(audience) is not None


def is_visibility(visibility: object) -> bool:
    """Whether `visibility` is one that a document can have: `private`, or audiences with commas between."""
    return isinstance(visibility, str) and (visibility == PRIVATE or all(map(is_audience, audiences(visibility))))


def audiences(visibility: str) -> list[str]:
    """The audiences that a visibility names."""
    return _BETWEEN.split(visibility)


def visible(visibility: object, audience: str) -> bool:
    """Whether a document may be published to an audience.

    Args:
        visibility: What the document's front matter says. Anything that is no visibility counts as private.
        audience: The audience that the site is built for.

    Returns:
        True where the document is public, is meant for this very audience, or is internal and the audience is inside.
    """
    if not isinstance(visibility, str) or not is_visibility(visibility) or not is_audience(audience):
        return False
    return not _visible_to(audience).isdisjoint(audiences(visibility))


def seen_of(visibility: str, audience: str) -> str:
    """What an audience outside may know of a `visibility` that lets it see a document: no name of anybody else."""
    told = (each for each in audiences(visibility) if is_inside(audience) or each in (audience, PUBLIC))
    return ", ".join(told)


def is_wider(visibility: str, widest: str) -> bool:
    """Whether a `visibility` lets anybody see a document whom `widest` leaves out."""
    return not all(
        any(_is_within(audience, allowed) for allowed in audiences(widest)) for audience in audiences(visibility)
    )


def _is_within(audience: str, allowed: str) -> bool:
    """Whether everybody who belongs to one audience belongs to the other as well; nobody is private."""
    return audience in (allowed, PRIVATE) or allowed == PUBLIC or (allowed == INTERNAL and audience.startswith("team:"))


def inside_part(visibility: str) -> str:
    """Who of one's own side belongs to a `visibility`, as one; private where nobody does.

    What is begun for an engagement is for the client, or for everybody, when a person has read it.
    """
    return ", ".join(each for each in audiences(visibility) if is_inside(each)) or PRIVATE


def is_inside(audience: str) -> bool:
    """Whether the audience belongs to the organisation: everybody inside, or one of its teams."""
    return audience == INTERNAL or audience.startswith("team:")


def is_client(audience: str) -> bool:
    """Whether the audience is one client."""
    return audience.startswith("client:")


def _visible_to(audience: str) -> set[str]:
    return {audience, PUBLIC, INTERNAL} if is_inside(audience) else {audience, PUBLIC}


def may_be(audience: str, name: str) -> bool:
    """Whether a named audience may be the team or client of that `name`, in one of the forms in which people write it.

    `client:halden` may be Halden Freight, and so may `client:halden-freight-2` and `client:hf`. A name without any
    letters that an audience can have may be anything.
    """
    said = [word for word in audience.partition(":")[2].split("-") if not word.isdigit()]
    return any(_is_short_for(said, words) for words in _in_plain_letters(name)) if said else True


def _is_short_for(said: list[str], words: list[str]) -> bool:
    """Whether words are those of a name: some of them, its beginning, all and more, or its initials."""
    slug, whole, initials = "".join(said), "".join(words), "".join(word[0] for word in words)
    return not words or set(said) <= set(words) or whole.startswith(slug) or slug.startswith(whole) or slug == initials


def _in_plain_letters(name: str) -> Iterator[list[str]]:
    """The words of a name in the letters of which audiences are made; its umlauts as `ue`, and as `u`."""
    for written in {name, name.translate(_WRITTEN_OUT)}:
        yield _LETTERS.findall("".join(each for each in normalize("NFKD", written.casefold()) if each.isascii()))


def is_slip_of(audience: str, name: str) -> bool:
    """Whether a named audience is that of a `name` but for one letter: left out, added, another one, or two swapped."""
    said = "".join(_LETTERS.findall(audience.partition(":")[2]))
    return any(_is_one_slip(said, "".join(words)) for words in _in_plain_letters(name))


def _is_one_slip(said: str, meant: str) -> bool:
    """Whether a word differs from another one in one letter. Digits tell things apart, and so do letters of few."""
    if min(len(said), len(meant)) < _SHORTEST or abs(len(said) - len(meant)) > 1 or _digits(said) != _digits(meant):
        return False
    shorter = min(len(said), len(meant))
    at = next((at for at in range(shorter) if said[at] != meant[at]), shorter)
    swapped = said[at + 1 : at + 2] + said[at : at + 1] + said[at + 2 :]
    return meant[at:] == swapped or said[at + (len(said) >= len(meant)) :] == meant[at + (len(said) <= len(meant)) :]


def _digits(word: str) -> str:
    return "".join(filter(str.isdigit, word))
