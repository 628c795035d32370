"""What a misspelt word was most likely meant to be, and how messages ask about it, name several or quote a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

_SHORT, _ALIKE = 3, 0.85

_QUOTED = 60
"""So many characters of a text are quoted in a message."""

_FEW = 3
"""So many paths are asked about; of more, the one most like what was given."""


def nearest(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Find the word that another one was most likely meant to be.

    Args:
        word: The word; capital letters do not count.
        known: The words that it could be.
        cutoff: How much alike they must be, from 0 to 1.

    Returns:
        The known word most like `word`, as it is known, or None when nothing is like it.
    """
    import difflib  # noqa: PLC0415 - only a mistake needs it

    by_folded = {name.casefold(): name for name in known}
    close = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=cutoff)
    return by_folded[close[0]] if close else None


def is_one_slip(word: str, meant: str) -> bool:
    """Whether two words differ by one letter that is missing, added or another, or by two that changed places."""
    if abs(len(word) - len(meant)) > 1 or word == meant:
        return False
    at = next((at for at, (one, other) in enumerate(zip(word, meant, strict=False)) if one != other), len(meant))
    rest, other = word[at:], meant[at:]
    return other[1:] in (rest, rest[1:]) or rest[1:] == other or (rest[:2] == other[1::-1] and rest[2:] == other[2:])


def nearly(key: str, known: Iterable[str]) -> str | None:
    """The name that is so much like another one that hardly anything else can be meant; both by their keys.

    One of three letters has the same in another order: `gpa` is `gap`, and `gas` is not.
    """
    if len(key) <= _SHORT:
        return next((name for name in known if name != key and sorted(name) == sorted(key)), None)
    return nearest(key, known, cutoff=_ALIKE)


def did_you_mean(near: str | None) -> str:
    """The question that follows a message, with the space before it; empty when nothing is near."""
    return f" Did you mean “{near}”?" if near else ""


def did_you_mean_path(path: Path) -> str:
    """The question that follows a message about a path that is not there; empty when nothing beside it is like it.

    What begins with the name that was given counts first: files are often called `pm-07-and-what-it-is-about.md`.
    """
    while path.parent != path and not path.parent.is_dir():
        path = path.parent
    try:
        names = sorted(each.name for each in path.parent.iterdir() if not each.name.startswith("."))
    except OSError:
        return ""
    begun = [name for name in names if name.casefold().startswith(path.stem.casefold())]
    near = begun if 0 < len(begun) <= _FEW else [name for name in (nearest(path.name, names),) if name]
    told = in_a_row([f"“{(path.parent / name).as_posix()}”" for name in near], "or")
    return f" Did you mean {told}?" if told else ""


def in_a_row(names: Sequence[str], joined: str = "and") -> str:
    """Several names as a sentence gives them, with `joined` before the last: `a`, `a and b`, `a, b and c`."""
    return f"{', '.join(names[:-1])} {joined} {names[-1]}" if len(names) > 1 else "".join(names)


def single_inside(message: str) -> str:
    """A message in which what is quoted inside of another quotation has single marks: “Definition of ‘Good PM’”.

    One whose marks are not in pairs, as where a quotation is cut short, is as it was.
    """
    if message.count("“") < 2:
        return message
    depth, told = 0, []
    for character in message:
        depth += character == "“"
        told.append({"“": "‘", "”": "’"}.get(character, character) if depth > 1 else character)
        depth -= character == "”"
        if depth < 0:
            return message
    return message if depth else "".join(told)


def short(text: str) -> str:
    """A text as it is quoted in a message: the beginning of a long one."""
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED].rsplit(' ', 1)[0]} …"
