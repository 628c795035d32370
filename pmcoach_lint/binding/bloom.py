"""Bloom's taxonomy: the levels of both editions, and the words that people write for them.

Sources: Bloom et al., Taxonomy of Educational Objectives (1956); Anderson and Krathwohl, A Taxonomy for Learning,
Teaching, and Assessing (2001). The two editions put the top two levels in the other order.
"""

from __future__ import annotations

LADDERS: dict[int, tuple[str, ...]] = {
    1956: ("Know", "Understand", "Apply", "Analyze", "Synthesize", "Evaluate"),
    2001: ("Remember", "Understand", "Apply", "Analyze", "Evaluate", "Create"),
}
"""The six levels of each edition from the lowest up, by their verbs."""

DEFAULT_EDITION = 1956

_FORMS = {
    "Know": "know knows knowing knowledge",
    "Remember": "remember remembers remembering remembrance",
    "Understand": "understand understands understanding comprehend comprehends comprehending comprehension",
    "Apply": "apply applies applying application",
    "Analyze": "analyze analyzes analyzing analyse analyses analysing analysis",
    "Synthesize": "synthesize synthesizes synthesizing synthesise synthesises synthesising synthesis",
    "Evaluate": "evaluate evaluates evaluating evaluation",
    "Create": "create creates creating creation",
}

WORDS: dict[str, str] = {form: level for level, forms in _FORMS.items() for form in forms.split()}
"""Every word form that stands for a level, in lower case, with that level."""

_NOUNS = {
    "Know": "Knowledge",
    "Understand": "Comprehension",
    "Apply": "Application",
    "Analyze": "Analysis",
    "Synthesize": "Synthesis",
    "Evaluate": "Evaluation",
    "Create": "Creation",
}
_ACTIVITIES = {
    "Know": "Knowing",
    "Remember": "Remembering",
    "Understand": "Understanding",
    "Apply": "Applying",
    "Analyze": "Analyzing",
    "Synthesize": "Synthesizing",
    "Evaluate": "Evaluating",
    "Create": "Creating",
}

STYLES: dict[str, dict[str, str]] = {
    "verb": {level: level for level in _FORMS},
    "noun": _NOUNS,
    "activity": _ACTIVITIES,
}
"""The ways in which people name levels, the source's own first, each with its word for every level that it has."""


def style_of(word: str) -> str:
    """The way of naming levels that `word`, one of WORDS, belongs to."""
    folded = word.casefold()
    if folded.endswith("ing"):
        return "activity"
    return (
        "noun" if folded in {"knowledge", "comprehension", "remembrance"} or folded.endswith(("ion", "sis")) else "verb"
    )


def in_style(word: str, style: str) -> str | None:
    """What `word`, one of WORDS, is called in a way of naming levels; None where that has no name for its level.

    “Understanding” is a noun as well, and stays among nouns.
    """
    folded = word.casefold()
    if folded == "understanding" and style == "noun":
        return folded.capitalize()
    return STYLES[style].get(WORDS[folded])


LEVELS = tuple(_FORMS)
"""The levels of both editions."""


def level_number(level: str, edition: int) -> int | None:
    """The rung of `level` on the ladder of `edition`, from 1; None when that edition has no such level."""
    ladder = LADDERS[edition]
    return ladder.index(level) + 1 if level in ladder else None
