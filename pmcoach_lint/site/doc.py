"""What the site says of a document of any type besides its text: the summary, out of its front matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from pmcoach_lint.binding.above.bookkeeping import PAGE_KEYS
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Role
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Finding
from pmcoach_lint.site import reading
from pmcoach_lint.site.prose import plain
from pmcoach_lint.tuples import NamedTuple

WHO = ("client", "pm", "team", "name", "owner")
"""The keys that say whom a document is about, or whose it is, in the order in which they are shown."""

_SHOWN_ELSEWHERE = frozenset({"type", "status", "visibility", "title"}) | PAGE_KEYS


class Fact(NamedTuple):
    """A key of the front matter with its title and its value, which is a day, a text, or several texts.

    `place` is the key's place in the schema; `is_choice` says that only certain values can be given.
    """

    key: str
    title: str
    value: date | str | tuple[str, ...]
    place: int = 0
    is_choice: bool = False


@dataclass(frozen=True)
class Doc:
    """A document as the site shows it. Texts are plain, never markup.

    `file` is its path in the repository and `page` the place of its page, without ending. `type` is the name of its
    type and `kind` that type's title. `text` is what stands below the front matter. `status` is empty where documents
    of the type have none. `changed` is the day of the last commit, for those inside. `data` is what was read, in the
    shape of the type's schema.
    """

    file: str
    page: str
    text: str
    title: str
    status: str
    visibility: str
    type: str = ""
    kind: str = ""
    facts: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()
    changed: date | None = None
    data: Mapping[str, Any] = field(default_factory=dict, repr=False, hash=False)

    @cached_property
    def path(self) -> str:
        """The path of its page."""
        return f"{self.page}.md"

    @cached_property
    def named(self) -> Mapping[str, Fact]:
        """The facts by their keys."""
        return {fact.key: fact for fact in self.facts}

    @property
    def who(self) -> tuple[str, ...]:
        """Whom it is about, or whose it is: two names at most."""
        values = (self.named[key].value for key in WHO if key in self.named)
        return tuple(value for value in values if isinstance(value, str))[:2]

    @property
    def day(self) -> date | None:
        """The day that the document bears: its date or its start, or else the first day among its facts."""
        facts = [self.named[key] for key in ("date", "start") if key in self.named]
        return next((fact.value for fact in [*facts, *self.facts] if isinstance(fact.value, date)), None)

    def fact(self, key: str) -> str:
        """The text behind a key of the front matter, or nothing."""
        value = self.named[key].value if key in self.named else ""
        return value if isinstance(value, str) else ""


_Special = TypeVar("_Special", bound=Doc)


def extended(doc: Doc, kind: type[_Special], **more: Any) -> _Special:
    """A document of which the site says more, with what it says of any."""
    return kind(**{each.name: getattr(doc, each.name) for each in fields(Doc)} | more)


def summarize(document: Document, page: str, findings: tuple[Finding, ...] = ()) -> Doc:
    """What the site shows of a document of any type.

    Args:
        document: The document, of a known type.
        page: Where its page stands on the site, without ending.
        findings: What the linter says of it, where the readers may see that.

    Returns:
        The summary. A value that cannot be read is left out, whatever it holds.
    """
    doc = Doc(
        file=document.source.file,
        page=page,
        text=document.text[document.body :],
        title=heading(document) or reading.text(document.data.get("title")),
        status=document.status if "status" in document.binding.fields else "",
        visibility=reading.text(document.data.get("visibility")),
        type=document.type,
        kind=document.doctype.title if document.doctype else "",
        facts=tuple(_facts(document)),
        findings=findings,
        data=document.data,
    )
    return doc if doc.title else _entitled(doc)


def heading(document: Document) -> str:
    """The heading of the first level, in plain text."""
    for piece in document.pieces:
        if piece.role is Role.HEADING and piece.level == 1:
            return plain(document.text[slice(*piece.text)])
    return ""


def _stem(file: str) -> str:
    """The name of a file without folder and ending."""
    return file.rpartition("/")[2].rpartition(".")[0]


def _entitled(doc: Doc) -> Doc:
    """A document without a title, by what it is and whom it is about."""
    title = f"{doc.kind}: {' · '.join(doc.who)}" if doc.kind and doc.who else _stem(doc.file)
    return replace(doc, title=title)


def _facts(document: Document) -> Iterator[Fact]:
    """The values of the front matter, in the order of the schema."""
    for place, (name, field_) in enumerate(document.binding.fields.items()):
        key = field_.frontmatter_key
        if key is None or key in _SHOWN_ELSEWHERE or name not in document.data:
            continue
        value = _value(field_, document.data[name], (document.marked.value or {}).get(key))
        if value:
            yield Fact(key, str(field_.title), value, place, is_choice="enum" in field_.schema)


def _value(field_: Binding, value: Any, written: Any) -> date | str | tuple[str, ...]:
    """A value as it is shown: a day as such, a list as its texts, anything else as it was written."""
    if field_.reader == "date" and (day := reading.day(value)):
        return day
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return reading.texts(value)
    return reading.text(written) or reading.text(value)
