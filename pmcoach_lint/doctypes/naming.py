"""Which type a document is of: what its front matter says, or else what it is called and what can be read in it."""

from __future__ import annotations

from pmcoach_lint.binding.extract import Extraction
from pmcoach_lint.binding.named.bold_heads import be_headings
from pmcoach_lint.binding.outline import Region
from pmcoach_lint.doctypes import PACK, Catalogue, DocType
from pmcoach_lint.names import front_matter_key, name_key
from pmcoach_lint.nearest import did_you_mean
from pmcoach_lint.readers.registry import Context
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.blocks import read_blocks
from pmcoach_lint.syntax.frontmatter import ANOTHER_KIND, Fences
from pmcoach_lint.syntax.source import Mention, Offence, Source, Span
from pmcoach_lint.syntax.yaml_marks import Marked

_TITLE = regex(r"(?m)^(?:#{1,3}[ \t]+|\*\*)(?P<name>[^\r\n]+)|^(?P<line>[^\r\n]+)(?:\r\n|\n|\r)={3,}[ \t]*$")
"""What a document is called: its first heading, or a line in bold where somebody has none."""

_KIND_KEYS = frozenset({"what", "kind", "doc", "doc-type", "doctype", "document", "document-type"})
"""Keys under which one word is enough to tell the type."""

_TITLES = frozenset({"title", "name"}) | _KIND_KEYS
_BEHIND_KIND = regex(r"\s+[–—|/-]\s+|\s*[:(,]\s*|\s+for\s+")
"""What parts the name of a type from whom or what the document is about: `Coaching Pack – pm-07`."""

_OF_SEVERAL = frozenset({"pm", "client", "coaching", "engagement", "intake", "work", "value", "event"})
_BETWEEN = regex(r"[-_.]")
_STANDARD = "standard"
"""The family of the types that documents are held against: nobody writes one without knowing."""

_BY_NAME = 2
"""For how many parts it counts that a document is called by the name of a type."""

_FEWEST_PARTS = 3
"""A document in which so many parts of a type are found is of it, whatever it is called."""

_FEWEST_WORDS = 2
"""Words like “engagement” and “artifact” are in many titles; what has two of them is the name of a type."""

_FIRST_PAGES = 60_000
"""In so many characters a document without a type tells what it is."""

Named = tuple[DocType | None, Offence | None]
"""The type of a document, and what is wrong with how its front matter names it."""


def type_named(marked: Marked, fences: Fences, text: str, catalogue: Catalogue, file: str = "") -> Named:
    """The type of a document: the one that its front matter names, else the one that it reads like.

    Args:
        marked: the front matter, which is a mapping or nothing.
        fences: where it stands.
        text: the whole document.
        catalogue: the types that there are.
        file: how its file is called.
    """
    values = marked.value or {}
    given = values.get("type")
    if given is None:
        told = {str(key): value for key, value in values.items() if isinstance(value, str)}
        names = list(told.values())
        kinds = [name.rpartition("/")[2] for key, name in told.items() if front_matter_key(key) in _KIND_KEYS]
        telling = (*(name for name in names if _is_telling(name)), *kinds)
        if said := next((found for name in telling if (found := catalogue.find(name))), None):
            return said, None  # `doc_type: Event Log`, `what: log`, `kind: artifacts/evidence`
        guess, _ = _guessed(text, fences.body, names, catalogue, file)
        titles = (name for key, name in told.items() if front_matter_key(key) in _TITLES)
        if guess and any(catalogue.find(_BEHIND_KIND.split(name, maxsplit=1)[0]) is guess for name in titles):
            return guess, None  # `title: Event log – pm-07`
        return _untold(marked.keys.get(("type",)), fences, guess, _usual_in(file, catalogue))
    if isinstance(given, str) and (doctype := catalogue.find(given)):
        return doctype, None
    if problems := catalogue.problems.get(str(given)):
        return None, _unusable(str(given), marked.values[("type",)], problems)
    near = catalogue.nearest(str(given))
    question = did_you_mean(near)
    hint = f"Known are: {', '.join(catalogue.names)}."
    message = f"“{given}” is no known type of document.{question}"
    return None, Offence(marked.values[("type",)], message, hint, near, rule="unknown-type")


def type_of_bare(source: Source, catalogue: Catalogue) -> Named:
    """The type of a document without front matter: the one that it reads like, where parts of it tell, and its offence.

    A title alone is that of any page: “Our coaching packs”.
    """
    guess, weight = _guessed(source.text, 0, [], catalogue, source.file)
    span, told = source.line_span(0), "This document has no front matter"
    name = guess.name if guess else _usual_in(source.file, catalogue)
    hint = f"Begin the file with --- on a line, `type: {name}` below it, and --- again. {ANOTHER_KIND}"
    if guess is None or weight < _FEWEST_PARTS:
        message = f"{told}, so there is no telling what kind of document it is."
        return None, Offence(span, message, hint, rule="no-front-matter")
    front = f"---\ntype: {guess.name}\n---\n\n"
    return guess, Offence(span, f"{told}. It is read as “{guess.title}”.", hint, front=front, rule="type-unsaid")


def _usual_in(file: str, catalogue: Catalogue) -> str:
    """The name of the type that files of a folder are of that is called by it: `artifacts`; else that of a pack."""
    folder = file.rpartition("/")[0].rpartition("/")[2]
    found = catalogue.find(folder) or catalogue.find(folder.removesuffix("s")) if folder else None
    return found.name if found else PACK


def _untold(key: Span | None, fences: Fences, guess: DocType | None, usual: str) -> Named:
    """The offence of a type that the front matter does not name, though it may be the one that a guess says.

    Args:
        key: where the key stands that has no value.
        fences: where the front matter stands.
        guess: the type that the document reads like.
        usual: the name of the one that it may be, where nothing tells.
    """
    span = key or fences.opening
    message = "The front matter does not say what kind of document this is."
    hint = f"Add a line such as `type: {guess.name if guess else usual}`. {ANOTHER_KIND}"
    if guess is None:
        return None, Offence(span, message, hint, rule="missing-type")
    message = f"{message} It is read as “{guess.title}”."
    return guess, Offence(span, message, hint, line=None if key else f"type: {guess.name}", rule="type-unsaid")


def _guessed(text: str, body: int, names: list[str], catalogue: Catalogue, file: str) -> tuple[DocType | None, int]:
    """The type that a document reads like, with how much tells it; None where nothing does, or another might be meant.

    Args:
        text: the whole document.
        body: where it begins below its front matter.
        names: what its front matter says, where it may be called something.
        catalogue: the types that there are.
        file: how its file is called. It may hold a word of the name of a type: `northwind-proposal.md`.
    """
    said = frozenset(name_key(_BETWEEN.sub(" ", file.rpartition("/")[2].removesuffix(".md"))).split())
    title = _TITLE.search(text)
    called = [f" {name_key(name)} " for name in (*names, (title["name"] or title["line"]) if title else "")]
    weighed = [
        (_parts_read(text, body, doctype) + _BY_NAME * named + (not said.isdisjoint(_words(doctype))), named, doctype)
        for doctype in catalogue
        if doctype.family != _STANDARD
        for named in [any(f" {key} " in name for key in _keys(doctype) for name in called)]
    ]
    most = max((weight for weight, _, _ in weighed), default=0)
    best = [(named, doctype) for weight, named, doctype in weighed if weight == most]
    best = [each for each in best if each[0]] or best
    if len(best) != 1:
        return None, most
    [(is_named, doctype)] = best
    all_parts = len(doctype.binding.required_parts) + 1 if said.intersection(_words(doctype)) else _FEWEST_PARTS
    enough = _BY_NAME if is_named else min(_FEWEST_PARTS, all_parts)
    return doctype if most >= enough else None, most


def _parts_read(text: str, body: int, doctype: DocType) -> int:
    """How many parts are found in the first pages of a document when it is read as one of a type."""
    text = text[: body + _FIRST_PAGES]
    reading = Extraction(text, Context())
    pieces = reading.outline.pieces(read_blocks(text, body).top)
    be_headings(doctype.binding, pieces)
    return len(reading.document(doctype.binding, Region(pieces, 0, len(pieces))))


def _keys(doctype: DocType) -> list[str]:
    """The keys of those names of a type that tell it, wherever they stand."""
    return [
        name_key(name.replace("-", " "))
        for name in (doctype.title, doctype.name, *doctype.aliases)
        if _is_telling(name)
    ]


def _words(doctype: DocType) -> list[str]:
    """The words of the name of a type in whose files they may stand, but for those that several types have."""
    return [word for word in name_key(doctype.title).split() if word not in _OF_SEVERAL]


def _is_telling(name: str) -> bool:
    return len(name.replace("-", " ").replace("_", " ").split()) >= _FEWEST_WORDS


def _unusable(name: str, span: Span, problems: list[Offence]) -> Offence:
    """The offence of a type whose schema has problems: its documents cannot be read."""
    first = problems[0]
    number = "a problem" if len(problems) == 1 else f"{len(problems)} problems"
    message = f"Documents of the type “{name}” cannot be read: its schema has {number}."
    related = (Mention(first.span, first.message, first.source),)
    return Offence(span, message, "Correct the schema first.", related=related, rule="unusable-type")
