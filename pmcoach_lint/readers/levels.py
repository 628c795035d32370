"""The readers of levels on Bloom's ladder: verbs, nouns, -ing forms and numbers; and of the edition that it is of."""

from __future__ import annotations

import re
from itertools import islice

from pmcoach_lint.nearest import did_you_mean, nearest
from pmcoach_lint.readers.bloom import LADDERS, LOWEST, STYLES, WORDS
from pmcoach_lint.readers.misspelt import beside_arrow, meant_for_level
from pmcoach_lint.readers.unreadable import Context, Unreadable, without_brackets
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span

_WORD = regex(r"[^\W\d_]+")
_LEVEL_NUMBER = regex(
    r"(?<![\w.,<>])(?<!≤)(?<!≥)(?<![<>]\s)(?<!≤\s)(?<!≥\s)"
    r"(?:(?:l|b|level|step|stage|rung|bloom(?:['’]?s)?(?: level)?)\s*)?(\d+(?:[.,]\d+)?)(?!\w)",
    re.IGNORECASE,
)
_OUT_OF_SIX = regex(r"(?<!\s)\s*(?:/|out of|of)\s*6\b", re.IGNORECASE)
_NUMBER_BESIDE = regex(r"(?:\b(?:l|level|step|stage|rung)\s*|^)([1-9])(?![\w.,])", re.IGNORECASE)
_NUMBER_IN_BRACKETS = regex(r"\(\s*(?:l(?:evel)?\s*)?([1-9])\s*\)", re.IGNORECASE)
_SHORT_AND_NUMBER = regex(r"(?P<short>[A-Za-z]{1,3})\.?\s*\((?:L\s?)?(?P<rung>[1-9])\)")
_SHORT_AND_REMARK = regex(
    r"\(?(?P<short>[A-Za-z]{0,3}\d?)\)?(?:[,;:.]\s|\s(?:[;(]|[–—-]\s)|\s?(?P<joint>→|-+>|/|&|\+)\s?(?P<next>\w+))"
)
_NAME_IN_BRACKETS = regex(r"\(\s*([^\W\d_]+)\s*\)")
_NUMBER_WORDS = {"l", "b", "level", "step", "stage", "rung", "bloom", "bloom's", "s", "of", "out"}
_NUMBER_WORDS |= {"ish", "about", "around", "roughly", "just", "low", "high", "early", "strong", "weak"}
_NUMBER_WORDS |= {"solid", "stable", "steady", "firm"}
_REMARK = regex(r"\s[–—-]\s|[:;]\s|(?<=\w)[.?]\s(?=\S)")
_FURTHER = regex(
    r"(?:\s+(?=(?:reaching|approaching|heading|moving|towards?|in direction)\b)|\s*[,;(–—-]\s*(?:then\s+|and\s+)?)"
    r"(?:reaching|stretch(?:ing)?|later|eventually|ideally|possibly|if possible|in time|with a stretch|on the way"
    r"|near|close to|almost|nearly|approaching|touching|heading|moving|towards?|in direction"
    r"|first signs|not (?:yet|quite)|with|sometimes|occasionally|at (?:times|best)|on (?:a )?good days?|in places"
    r"|here and there)\b",
    re.IGNORECASE,
    near="reach stretch later event ideal possib time way near close almost approach touch heading mov toward direct "
    "not with occasion best good place here",
)
"""What begins a remark about a level beyond the one that is meant: `Apply, reaching for Analyze`."""
_LONGEST_SHORT_FORM = 2
_LONGEST_CUT = 5
_MOST_REMARKS = 8
"""So many remarks in a row are looked at, which is more than anybody writes behind a level."""
_FEW = 4
"""More words are running text, in which the name of a level may be an ordinary word."""
_DENIED = regex(r"\b(?:not|never|below|under|almost|nearly|without|beyond|above|no|yet to)\b|n['’]t\b", re.IGNORECASE)
_NAMES = frozenset(name for names in STYLES.values() for name in names.values()) | {"Analyse", "Synthesise"}
_BY_NOW = regex(
    r"\b(?:today|now|currently|at present|by now|these days)\b[:,]?\s*(?:at\s+)?[*_`]*"
    r"(?P<level>\w+(?:[/–-]\d)?|\?)(?!\w)"
    r"|(?<!\w)(?P<before>\w+(?:/\d)?)[*_`]*\s+(?:right\s+)?(?:today|now|currently|at present|these days)\b",
    re.IGNORECASE,
    near="today now current present these",
)
"""What says which of several levels is the one of today: `was Evaluate, today Know`, `Know now, Evaluate before`."""
_AHEAD = regex(r"\b(?:by(?! now)|until|till|then|next|later|targets?|goal|aim|should|to be)\b|→|->", re.IGNORECASE)
"""What tells of a level that is still to be reached."""

_UNKNOWN = {"n/a", "na", "open", "new", "to do", "none", "n.r"}
_SIGNS = " .?!❓❔\ufe0f"
"""Signs around a level, or in place of one that is not known."""

_NOT_KNOWN = regex(
    r"(?:unknown|unclear|unrated|unassessed|unobserved|insufficient|too (?:early|new|soon|little|few|thin)"
    r"|(?:no|none|nothing)(?: (?:rating|evidence|data|basis|signal|examples?|yet|so far|seen|observed|known|to go))+"
    r"|not (?:yet )?(?:known|assessed|rated|seen|observed|scored|tested|covered|enough|applicable|sure|in scope)"
    r"|never (?:seen|observed|assessed)|can(?:['’]?t|not)(?: yet)? (?:tell|say|rate|judge)"
    r"|(?:have|has|had)(?:n['’]t| not)(?: yet)? (?:seen|observed|had|been))\b"
)
"""What says that a level is not known, whatever stands behind it: `unknown, perhaps Apply`, `no rating: too new`."""
TOO_MANY = "Write the one level that the evidence shows."
OTHER_LADDER = "Write the one level that the evidence shows. A number on a ladder of your own belongs elsewhere."


def read_level(text: str, context: Context) -> str:
    """A Bloom level, as verb, noun, -ing form or number: `Apply`, `Application`, `Applying (3)`, `L3`.

    Returns the level's verb, or `unknown` where the author says that it is not known.
    """
    if context.short and (level := _short_form(text, dict(context.short))):
        return level
    if text.casefold() in WORDS:  # as most are written
        return WORDS[text.casefold()]
    return _numbered_short_form(text, LADDERS[context.edition]) or _level_in(text, context)


def read_practised_level(text: str, context: Context) -> str:
    """The level that is practised, or what goes on with it in the words of its author: `Apply`, `2 → 3`, `Apply again`.

    Returns the text. Raises Unreadable with it for a word that is meant for a level and is none.
    """
    bare = text.strip("*_ .")
    if meant_for_level(bare) and bare.casefold() not in dict(context.short):
        raise _no_level(bare, [bare], context).but(value=text)
    return text


def _short_form(text: str, short: dict[str, str]) -> str | None:
    """The level that a text names by one of the document's `short` forms, with or without a remark: `Ap, shaky`.

    What stands behind an arrow or a stroke is a remark, too, unless it is another level: `U → first real no in May`.
    """
    bare = text.replace("*", "")
    if level := short.get(bare.strip(f"(){_SIGNS}").casefold()):
        return level
    match = _SHORT_AND_REMARK.match(bare)
    if match is None or (match["joint"] and not {match["next"].casefold()}.isdisjoint((*WORDS, *short))):
        return None
    return short.get(match["short"].casefold())


def _on_rung(rung: int, context: Context) -> str:
    """The level that a number stands for, by the document's own numbering or by the ladder; empty for none."""
    ladder = LADDERS[context.edition]
    return dict(context.short).get(str(rung), ladder[rung - 1] if 1 <= rung <= len(ladder) else "")


def _level_in(text: str, context: Context) -> str:
    """The level that a text names that is more than a level's word."""
    bare = _before_remark(without_brackets(text) or text.strip("() "))
    if (further := _FURTHER.search(bare)) and _is_one(bare[: further.start()]):
        bare = bare[: further.start()]
    folded = " ".join(bare.casefold().split()).strip(_SIGNS)
    if folded in _UNKNOWN or not folded or _NOT_KNOWN.match(folded):
        return "unknown"
    words = [word.casefold() for word in _WORD.findall(bare)]
    levels = _named(bare)
    if set(levels) == LOWEST:  # `Remember/know`
        levels = [LADDERS[context.edition][0]]
    if len(levels) > 1:
        return _of_several(text, bare, levels, context)
    if levels and (len(words) <= _FEW or words[0] in WORDS):
        return _confirmed(text, bare, levels[0], context)
    numbers = _LEVEL_NUMBER.findall(_OUT_OF_SIX.sub("", bare))
    if not set(words) - _NUMBER_WORDS:
        rungs = {int(one) for one in numbers if one.isdecimal() and len(one) < 3}
        if len(numbers) > 1 and len(rungs) > 1:
            message = f"“{text}” names {len(numbers)} levels."
            raise _between(text, bare, context) or Unreadable(message, TOO_MANY, rule="not-a-level")
        if len(numbers) == len(rungs) == 1 and (level := _on_rung(min(rungs), context)):
            return _named_besides(text, level)
    if level := _shortened(folded, context):
        return level
    raise _between(text, bare, context) or _no_level(text, words, context)


def _is_one(text: str) -> bool:
    """Whether a text names a level, or is nothing but the number of one."""
    return bool(_named(text)) or _LEVEL_NUMBER.fullmatch(text) is not None


def _of_several(text: str, bare: str, levels: list[str], context: Context) -> str:
    """The one of several levels that a text says is that of today, where it does not look ahead."""
    if (today := level_today(text, context)) and not _AHEAD.search(text):
        return read_level(text[slice(*today)], context)
    message = f"“{text}” names {len(levels)} levels: {' and '.join(levels)}."
    raise _between(text, bare, context) or Unreadable(message, TOO_MANY, rule="not-a-level")


def _shortened(word: str, context: Context) -> str:
    """The only level that a few letters begin the name of, such as `an` or `synth`; empty for one letter or none."""
    levels = [level for level in LADDERS[context.edition] if level.casefold().startswith(word)]
    return levels[0] if len(levels) == 1 and _LONGEST_SHORT_FORM <= len(word) <= _LONGEST_CUT else ""


def _between(text: str, bare: str, context: Context) -> Unreadable | None:
    """What is wrong with a level between two that follow each other, if it is one."""
    from pmcoach_lint.readers.between import between_levels  # noqa: PLC0415 - few packs have such a level

    return between_levels(text, bare, context)


def level_told(text: str, context: Context) -> Span | None:
    """Where a phrase that tells of somebody's level names it: `already at Analyze, and a joy to watch`.

    Of several it is the one of today: `was Evaluate in February, today Know`. None where there is no single one.
    """
    if today := level_today(text, context):
        return today
    named = next((word for word in _WORD.finditer(text) if word[0].casefold() in WORDS), None)
    if named and not _is_name(text, named):
        return None
    ends = [len(text), *(end for sign in (",", " / ") if (end := text.find(sign)) > 0)]
    spans = [(0, end) for end in ends]
    return next((span for span in spans if _may_read(text[slice(*span)], context)), None)


def level_today(text: str, context: Context) -> Span | None:
    """Where a text says which level is the one of today: `Currently at Apply. I had written Understand`."""
    for today in _BY_NOW.finditer(text):
        if _may_read(today[today.lastgroup or 0], context):
            return today.span(today.lastgroup or 0)
    return None


def _is_name(text: str, level: re.Match[str]) -> bool:
    """Whether a word stands as the name of a level: `step 3, Apply`, `at analyze`, and not `Knows the market`."""
    word, behind = level[0], text[level.end() : level.end() + 2].lstrip("*_`")
    if word.capitalize() not in _NAMES:
        return False
    if level.start() == 0:
        return not behind[:1].strip() or not (behind[:1].isspace() and behind[1:].isalpha())
    return word[0].isupper() or text[level.start() - 1] in "*_`" or text[: level.start()].endswith(("at ", "is "))


def _may_read(text: str, context: Context) -> bool:
    """Whether the text can be read as a level, or as one between two."""
    try:
        return bool(text) and bool(read_level(text.replace("*", "").replace("_", ""), context))
    except Unreadable as problem:
        return problem.value is not None


def _numbered_short_form(text: str, ladder: tuple[str, ...]) -> str | None:
    """The level whose name begins as a text does that gives its number, too: `Ap (3)`, `U (2)`."""
    match = _SHORT_AND_NUMBER.fullmatch(text) if text.endswith(")") else None
    rung = int(match["rung"]) if match else 0
    level = ladder[rung - 1] if 1 <= rung <= len(ladder) else ""
    return level if match and level.casefold().startswith(match["short"].casefold()) else None


def _named_besides(text: str, level: str) -> str:
    """The `level` that a number stands for, by the name that is given behind it: `step 1 (Knowing)`."""
    beside = _NAME_IN_BRACKETS.search(text)
    name = WORDS.get(beside[1].casefold(), level) if beside else level
    if name != level and {name, level} != LOWEST:
        message = f"“{text}” names two levels: {level}, by its number, and {name}."
        raise Unreadable(message, OTHER_LADDER, rule="not-a-level")
    return name


def _named(text: str) -> list[str]:
    """The levels that words of `text` name, each once."""
    return list(dict.fromkeys(WORDS[word] for word in map(str.casefold, _WORD.findall(text)) if word in WORDS))


def _before_remark(bare: str) -> str:
    """The text without the remark behind its one level: `Apply – runs releases alone; analysis still needs help`."""
    level = next((word for word in _WORD.finditer(bare) if word[0].casefold() in WORDS), None)
    remarks = islice(_REMARK.finditer(bare, level.end()), _MOST_REMARKS) if level else ()
    for remark in remarks:
        words = _WORD.findall(bare[remark.end() :])
        if not words or len(_named(bare[: remark.start()])) > 1:
            break
        if len(words) > 1 and words[0].casefold() not in WORDS:
            return bare[: remark.start()]
    return bare


def _confirmed(text: str, bare: str, level: str, context: Context) -> str:
    """The `level` that a word names, unless the text denies it or gives the number of another level beside it."""
    first = next(match for match in _WORD.finditer(bare) if match.group().casefold() in WORDS)
    if slip := beside_arrow(bare):
        is_now = bare.find(slip) > first.start()
        raise _no_level(slip, [slip], context).but(value=level if is_now else None)
    if denied := _DENIED.search(bare, 0, first.end()):
        message = f"“{text}” says what the level is not (“{denied.group()}”)."
        raise Unreadable(message, "Write the level that the evidence shows.", rule="not-a-level")
    ladder = LADDERS[context.edition]
    beside = [match.group(1) for match in _NUMBER_BESIDE.finditer(bare)]
    said = text[: further.start()] if (further := _FURTHER.search(text)) else text
    beside += [match.group(1) for match in _NUMBER_IN_BRACKETS.finditer(said)]
    for rung in map(int, beside):
        other = _on_rung(rung, context)
        if other and level in ladder and other != level:
            message = f"“{text}” names two levels: {level}, and level {rung}, which is {other}."
            raise Unreadable(message, OTHER_LADDER, rule="not-a-level")
    return level


def _no_level(text: str, words: list[str], context: Context) -> Unreadable:
    ladder = LADDERS[context.edition]
    few = words if len(words) <= _FEW else []  # in running text, a word like a level's is just that
    close = next(((word, near) for word in few if (near := nearest(word, WORDS, cutoff=0.75))), None)
    meant = WORDS[close[1]] if close else None
    question = did_you_mean(meant)
    said = re.search(re.escape(close[0]), text, re.IGNORECASE) if close else None
    instead = f"{text[: said.start()]}{meant}{text[said.end() :]}" if said and meant else None
    hint = f"The levels, from the lowest up, are {', '.join(ladder)}."
    if not question and len(text.strip("() .")) <= _LONGEST_SHORT_FORM and text.strip("() .").isalpha():
        hint += " If you shorten them, say once how: K = Know, U = Understand, A = Apply."
    slip = (said[0], meant or "") if said else (text, "")
    return Unreadable(f"“{text}” is not a Bloom level.{question}", hint, instead=instead, rule="not-a-level", slip=slip)


def read_edition(text: str, _context: Context) -> int:
    """An edition of Bloom's taxonomy: `1956` or `2001`, `original` or `revised`."""
    folded = text.casefold()
    named = [year for year, word in ((1956, "original"), (2001, "revised")) if str(year) in folded or folded == word]
    if len(named) == 1:
        return named[0]
    message = f"“{text}” is no edition of Bloom's taxonomy."
    raise Unreadable(message, "Write 1956 for the original, 2001 for the revised one.", rule="unknown-choice")
