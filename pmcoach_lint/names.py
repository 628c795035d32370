"""When two names mean the same: headings, labels and columns, however they are numbered, cased or punctuated."""

from __future__ import annotations

import re
from functools import lru_cache

from pmcoach_lint.regex import regex

_NUMBERING = regex(
    r"^[\W_]*(?:(?:(?:part|section|step|phase)\s+)?#?\d{1,9}(?:\.\d{1,9})*(?:\ufe0f?\u20e3)?\\?[.)]?\s*(?:[:-]\s|[–—]\s|\s)"
    r"|(?:[a-k]|ii|iii|iv|vi{0,3}|ix)\\?[.)]\s|[a-z]\.\d{1,2}(?:\.\d{1,2})*\\?[.)]?\s"
    r"|(?:part|section)\s+[a-k]\\?[.)]?\s*[:–—-]\s)\s*",
    re.IGNORECASE,
)
LINE_BREAK = regex(r"<br\s*/?>", re.IGNORECASE)
"""What parts the lines of a cell."""

_BRACKETS = regex(r"[(\[](?![^()\[\]]*\btarget\b)[^()\[\]]*[)\]]", re.IGNORECASE)
_TAG = regex(r"</?[A-Za-z][^<>]{0,80}>")
_WORD = regex(r"[^\W_]+(?:['’][^\W_]+)*")
_TAIL = regex(
    r"[:|]\s|,\s(?=(?:weekly|daily|(?:each|every|per)\s\w+|(?:for\s)?[Bb]et\s\w{1,5})\W*$)|[–—]\s|\s-\s|:\s*$"
)
HANDLE = r"[A-Za-z][a-z]{1,11}(?:\\?-[a-z]{2,11}){0,2}\\?-\d{1,4}"
"""What a handle looks like in running text: `pm-31`, `team-lead-2`.

What schemas take as one where nothing else may stand is wider.
"""

NO_HANDLE = r"(?:week|sprint|phase|step|day|version|part|level|option|draft)-"
"""How what looks like a handle and is none begins, in small letters."""

TITLED_HANDLE = (
    r"(?![a-z]+-(?:led|like|style|times?|in|gen|up|to|on|start|count|facing|owned|only|level|driven)\b)"
    r"(?:coach|lead|head|dir|director|hop|vp|svp|cpo|gpm|manager|mgr|mentor|founder)(?:-[a-z]{2,11}){1,2}(?!-?\w)"
)
"""What a handle without a digit looks like, in small letters: a title gives it away (`vp-platform`).

It may be another word (`head-of-line`), so it counts only where nothing but a person can stand.
"""

PM_HANDLE = r"pm-(?:\d+|[a-z])"
"""The handle of a PM, in small letters; some count their PMs by letters."""

_OF_SOMEBODY = regex(
    rf"(?P<of>\s(?:for|with|of|by))?\s*(?P<who>\b(?!{NO_HANDLE})[a-z]{{2,12}}(?:-[a-z]{{2,11}}){{0,2}}-\d{{1,4}}\b"
    rf"|\b{TITLED_HANDLE})",
    near="-0 -1 -2 -3 -4 -5 -6 -7 -8 -9 coach- lead- head- dir- director- hop- vp- cpo- gpm- manager- mgr- mentor- "
    "founder-",
)
_SPELLINGS = (("behavior", "behaviour"), ("practic", "practis"), ("organis", "organiz"), ("prioritis", "prioritiz"))
_ASIDE = regex(r"\((?P<name>[^()\n]+)\)\s*$")
"""What a heading is called besides: `Where pm-07 stands (assessment)`."""
_TOLD_AND_ASIDE = regex(r":\s[^:]*\([^\W\d_]+[^\w()]*\)\s*$", near=":")
"""A name with what is said of it, and one word on that in brackets, which is no name: `Framing: Apply (gap)`."""
_PART = 2
"""The level of the headings of parts: what a document's title is about is another matter."""

_PM = regex(rf"\b{PM_HANDLE}\b", re.IGNORECASE, near="pm-")
_FOR_WHOM = regex(r"\s(?:in|at|for|of)\s")
_HUMP = regex(r"(?<=[a-z])(?=[A-Z])")
_SHORTEST_STEM = 3
_SHORTEST_ROOT = 4
_FEWEST_SPOKEN = 2
_ENDINGS = ("ing", "es", "ed", "s", "e")
_DUE = regex(r"\s(?:due|by)\s(?:on\s)?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*$")
"""On which day of the week what a name stands for is ready: `Artifact due Fri`."""

SILENT = frozenset({"and", "the", "a", "an"})
"""Words that names may do without."""
_VOICES = {"we": "i", "our": "my", "us": "me", "i'm": "i am", "can't": "cannot", "won't": "will not"}
_VOICES |= {
    f"{who}{short}": f"{_VOICES.get(who, who)} {full}"
    for who in ("i", "we", "they", "you", "it", "what", "that", "there")
    for short, full in (("'d", "would"), ("'ll", "will"), ("'ve", "have"))
}
_VOICES |= {f"{who}'re": f"{_VOICES.get(who, who)} are" for who in ("we", "they", "you")}
_VOICES |= {f"{who}'s": f"{who} is" for who in ("what", "that", "where", "who", "there", "it")}
_VOICES |= {
    f"{verb}n't": f"{verb} not" for verb in ("do", "does", "did", "is", "are", "have", "has", "would", "should")
}
"""Words that say the same in another voice or at greater length, the usual one behind: `we'd` is `i would`."""

_WHO = {"i": "i", "me": "i", "my": "i", "you": "you", "your": "you"}
_WHO |= dict.fromkeys(("they", "she", "he", "them", "him", "their", "her", "his"), "they")
_SAID = {"will": "would", "shall": "would", "does": "do", "did": "do", "has": "have", "am": "", "is": "", "are": ""}
_SAID |= {"cannot": "can not", "been": ""}
_SPEAKERS = frozenset((*_WHO, *_VOICES)) - {"what's", "that's", "where's", "who's", "there's"}
_TODAY = frozenset({"at moment", "at present", "right now", "thes days", "current", "present", "now"})
"""What stands at the end of a name, as `_said` has it, and says no more than `today`."""
_LAST_OF_TODAY = frozenset(phrase.rpartition(" ")[2] for phrase in _TODAY)


@lru_cache(maxsize=1024)
def front_matter_key(key: str) -> str:
    """A key of the front matter as it is compared: `Cycle_Start` and `cycleStart` are `cycle-start`."""
    parted = key if key.islower() else _HUMP.sub(" ", key)
    return "-".join(name_key(parted.replace("_", " ").replace("-", " ")).split())


@lru_cache(maxsize=4096)
def name_key(text: str) -> str:
    """What is left of a name when numbering, brackets, punctuation, case and British spelling are set aside.

    `## 2) Current Assessment (Evidence-Based)` and `Current assessment:` have the same key. Brackets that speak of a
    target stay: `Level (current → target)` is more than a level.
    """
    if text.isascii() and text.replace(" ", "").isalpha():  # most names are plain words
        bare = every = text.lower().split()
    else:
        bare, every = _words(text)
    if not SILENT.isdisjoint(bare):
        last = bare[-1:] if bare[-1] == "a" else []  # `Bet A`: no article ends a name
        bare = [word for word in bare if word not in SILENT] + last
    key = " ".join(bare or every)
    for variant, usual in _SPELLINGS:
        if variant in key:
            key = key.replace(variant, usual)
    return key


def in_one_voice(key: str) -> str:
    """The key of what one person says at full length: `what we'd do` is `what i would do`."""
    return " ".join(_VOICES.get(word, word) for word in key.split()).replace("i are", "i am")


def spoken(key: str) -> str:
    """What is left of a key in which somebody speaks, whoever it is, in whatever tense; empty for any other.

    `what I'm proposing` is `what we propose`, and `what i do at the moment` is `what i do today`.
    """
    words = key.split()
    if len(words) < _FEWEST_SPOKEN or _SPEAKERS.isdisjoint(words):
        return ""
    said = [word for word in map(_said, words) if word]
    if said[-1] in _LAST_OF_TODAY:
        last = 2 if " ".join(said[-2:]) in _TODAY else int(said[-1] in _TODAY)
        said[len(said) - last :] = ["today"] if last else []
    return " ".join(said).replace(" going to ", " would ")


@lru_cache(maxsize=2048)
def _said(word: str) -> str:
    """A word in which somebody speaks, as it is compared: whoever does, and without its ending."""
    if word in _VOICES and (" " in _VOICES[word] or _VOICES[word] in _SAID):
        return " ".join(filter(None, map(_said, _VOICES[word].split())))
    one = _WHO.get(_VOICES.get(word, word)) or _SAID.get(word, word)
    return _core(one) if len(one) > _SHORTEST_ROOT and one.endswith(_ENDINGS) else one


def _words(text: str) -> tuple[list[str], list[str]]:
    """The words of a name without its numbering and what stands in brackets, and all of its words."""
    if "<" in text:
        text = _TAG.sub(" ", LINE_BREAK.sub(" ", text))
    bare = _BRACKETS.sub(" ", _BRACKETS.sub(" ", _NUMBERING.sub("", text))) or text  # twice for brackets in brackets
    return _WORD.findall(bare.casefold().replace("’", "'")), _WORD.findall(text.casefold())


@lru_cache(maxsize=4096)
def name_keys(text: str) -> tuple[str, ...]:
    """The keys under which a name may be known: whole, and without what follows a colon or a dash.

    What is said by several people, or in short, has the key of what one person says at full length as well.
    One that tells of somebody (`When lead-02 decides`, `Prompts for pm-07`) has that of anybody as well.
    """
    whole = name_key(text)
    head = _TAIL.split(_NUMBERING.sub("", text), maxsplit=1)[0]
    short = name_key(head) if head.strip() else ""
    keys = (whole, short) if short and short != whole else (whole,)
    if (" due " in whole or " by " in whole) and (due := _DUE.search(whole)):
        keys = (*keys, whole[: due.start()])
    if "'" in whole or "we" in whole or "our" in whole or "us" in whole:
        keys = (*keys, *{in_one_voice(key): None for key in keys if in_one_voice(key) not in keys})
    if said := spoken(keys[-1]):
        keys = keys if said in keys else (*keys, said)
    if handle := _OF_SOMEBODY.search(text):
        who = "the PM" if handle["who"].startswith("pm") else "the coach"
        said = _OF_SOMEBODY.sub("" if handle["of"] else f" {who} ", text)
        general = name_key(said.replace(" '", "'").replace(" ’", "’"))  # `pm-07's view`
        return keys if general in keys or " " not in general else (*keys, general)
    return keys


@lru_cache(maxsize=4096)
def keys_of_heading(heading: str, level: int) -> tuple[str, ...]:
    """The keys under which a heading may be known. The documents of one team have the same headings."""
    keys = name_keys(heading)
    if heading.endswith(")"):
        is_remark = level > _PART and ":" in heading and _TOLD_AND_ASIDE.search(heading)
        if not is_remark and (aside := _ASIDE.search(heading)):
            keys = (*keys, name_key(aside["name"]))
    if level > _PART and "," in heading:  # `Gaps, in one sentence each`
        keys = (*keys, name_key(heading.partition(",")[0]))
    if level == _PART and (_FOR_WHOM.search(heading) or _PM.search(heading)):
        keys = (*keys, *_told_of_anybody(heading))
    return keys


def _told_of_anybody(heading: str) -> tuple[str, ...]:
    """The keys of a heading without whom or which place it is about: `A good PM in Payments`, `Where pm-07 stands`."""
    general = _PM.sub("the PM", heading) if _PM.search(heading) else heading
    return name_key(general), name_key(_FOR_WHOM.split(general, maxsplit=1)[0])


_PARTICLES = frozenset({"a", "an", "and", "as", "at", "by", "for", "in", "is", "of", "on", "or", "the", "to", "with"})
"""Words that stand in many names, and are no name by themselves."""


def is_short_form(short: str, full: str) -> bool:
    """Whether the key `short` abbreviates the key `full`: all its words occur there, in order, also in the plural.

    A verb at the beginning of either may be told with -ing: `Carrying a room` is `They carry a room`.
    """
    words, said = iter(full.split()), short.split()
    if short != full and _PARTICLES.issuperset(said):
        return False
    if said and (said[0].endswith("ing") or full.partition(" ")[0].endswith("ing")):
        stems = {said[0], *_stems(said[0])}
        if not any(_is_same(said[0], word) or not stems.isdisjoint((word, *_stems(word))) for word in words):
            return False
        del said[0]
    return bool(short) and all(any(_is_same(word, other) for other in words) for word in said)


def small(words: str) -> str:
    """The words with a small initial, to stand inside a sentence; an abbreviation stays as it is: `PM`, `ROI`."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


_COMMON_WORDS = frozenset(
    {"they", "their", "them", "others", "people", "with", "that", "this", "your", "makes", "does", "into", "from"}
)
_SHORT_ENDING, _LONG_ENDING = 2, 4
"""How long the endings of two words can be that are forms of one: `strateg-y`, `strateg-ically`."""


def with_article(noun: str) -> str:
    """A noun with the article that it takes: `an Engagement`, `a PM Coaching Pack`."""
    return f"{'an' if noun[:1] in 'AEIOaeio' else 'a'} {noun}"


def has_all_words(text: str, name: str) -> bool:
    """Whether a longer `name` has all words of a text that say something, in whatever order and form.

    `Executive rooms` has them all in `Commands a room of executives`, and `Shipping` in `Ships`.
    """
    said, others = ([word for word in name_key(each).split() if len(word) >= _SHORTEST_ROOT] for each in (text, name))
    said = [word for word in said if word not in _COMMON_WORDS]
    return bool(said) and all(any(same_root(word, other) for other in others) for word in said)


def same_root(word: str, other: str) -> bool:
    """Whether two words begin alike, and differ in their endings alone."""
    shorter = min(len(word), len(other))
    root = next((at for at in range(shorter) if word[at] != other[at]), shorter)
    endings = (shorter - root, max(len(word), len(other)) - root)
    if _core(word) == _core(other):
        return True
    return root >= _SHORTEST_ROOT and endings[0] <= _SHORT_ENDING and endings[1] <= _LONG_ENDING


def _core(word: str) -> str:
    """A word without the ending of a verb, where enough of it is left: `mak` of `makes` and `making`."""
    core = next((word.removesuffix(end) for end in _ENDINGS if word.endswith(end)), word)
    return core if len(core) >= _SHORTEST_STEM else word


def _stems(word: str) -> tuple[str, ...]:
    """What a word with -ing may be told of: `choos`, `choose` for `choosing`."""
    stem = word.removesuffix("ing")
    return (stem, f"{stem}e") if word != stem and len(stem) > _SHORTEST_STEM else ()


def _is_same(word: str, other: str) -> bool:
    """Whether two words are the same, or one of them in the plural: `experiment`, `experiments`."""
    return word == other or (
        word.endswith("s") != other.endswith("s") and word.removesuffix("s") == other.removesuffix("s")
    )
