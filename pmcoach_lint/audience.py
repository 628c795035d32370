"""Who may see what: a build is made for one audience and holds nothing that is meant for anybody else."""

from __future__ import annotations

from pmcoach_lint.regex import regex

PRIVATE = "private"
INTERNAL = "internal"
PUBLIC = "public"

_NAMED = regex(r"(?P<kind>team|client):[a-z0-9][a-z0-9-]*")
_BETWEEN = regex(r" *, *")


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
