"""What a document itself says that its short forms stand for: `Scale: 1 = rarely, 2 = sometimes, 3 = usually`."""

from __future__ import annotations

from pmcoach_lint.regex import regex

LONGEST_SHORT_FORM = 4
_FEWEST = 2
"""One equation alone may be a sum, or a figure: `target = 40%`."""

_SIGN = r"[*_`“”\"]{0,2}"
_EXPLAINED = regex(
    rf"(?<![\w.%]){_SIGN}(?P<short>\w{{1,{LONGEST_SHORT_FORM}}}){_SIGN}\s?[=:]?=\s?"
    rf"{_SIGN}(?P<meant>[^\W\d_][^\n,;.()|=*_`“”\"]{{1,40}})"
)


def read_legend(text: str) -> dict[str, str]:
    """What a text says that short forms stand for.

    Returns:
        Each short form in small letters with its words; nothing where there is but one, or where one stands for two.
    """
    if "=" not in text:
        return {}
    named = {(match["short"].casefold(), match["meant"].strip().casefold()) for match in _EXPLAINED.finditer(text)}
    legend = dict(named)
    return legend if len(legend) == len(named) >= _FEWEST else {}
