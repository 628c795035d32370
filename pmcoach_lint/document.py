"""A document: the data that its author wrote, and the place of every value. Everything else is a view of this."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from pmcoach_lint.binding.above.front_matter import contradiction, persons_told, read_front_matter
from pmcoach_lint.binding.above.opening import agree, find_title, read_opening
from pmcoach_lint.binding.above.own_day import day_told
from pmcoach_lint.binding.extract import Extraction
from pmcoach_lint.binding.named.bold_heads import be_headings
from pmcoach_lint.binding.named.placing import Repeated
from pmcoach_lint.binding.outline import Piece, Region
from pmcoach_lint.binding.places import Places, Read, Rows, Whereabouts
from pmcoach_lint.binding.references import Meant, Outside, Reference, find_meanings, find_outside, find_references
from pmcoach_lint.binding.tables.offences import no_table
from pmcoach_lint.binding.unnamed.by_sentence import read_by_sentence
from pmcoach_lint.binding.unnamed.each_week import read_each_week
from pmcoach_lint.binding.whole import Whole
from pmcoach_lint.doctypes import Catalogue, DocType
from pmcoach_lint.doctypes.naming import type_named, type_of_bare
from pmcoach_lint.finding import Range
from pmcoach_lint.names import front_matter_key, name_key
from pmcoach_lint.readers.bloom import LADDERS, edition_told, short_forms, tells_new_ladder
from pmcoach_lint.readers.registry import Context
from pmcoach_lint.syntax.blanks import closed_up
from pmcoach_lint.syntax.block import all_texts
from pmcoach_lint.syntax.blocks import read_blocks
from pmcoach_lint.syntax.clauses import without_clause_numbers
from pmcoach_lint.syntax.frontmatter import Fences, disagreements, find_fences, read_head, unfound
from pmcoach_lint.syntax.source import Offence, Source, Span, decode
from pmcoach_lint.syntax.struck import struck_texts, without_struck
from pmcoach_lint.syntax.wrapped import unwrapped
from pmcoach_lint.syntax.yaml_marks import Marked, Path


class Document:
    """One document, read.

    `data` is plain JSON data in the shape of its type's schema. `values` holds the span of each value, or of the
    empty place where one is missing; `keys` the span of the heading, label, column header or front-matter key that
    names it; both by path. `settled` are paths about which a reading offence has said all there is to say. `offences`
    are what could not be read, by the name of the rule that reports it; `repeated` are parts that are headed twice,
    `numbers` those that records bear whose place in their list is another, by path. `pieces` are the headings, lines,
    items and tables of the body. `doctype` is None for a document of no known type, of which nothing but the front
    matter has been read. `standing` is the text, of the same length, with white space for what says nothing: what is
    struck through, line breaks that keep lines short, numbers of clauses.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.standing = source.text
        self.doctype: DocType | None = None
        self.fences: Fences | None = None
        self.marked = Marked()
        self.data: dict[str, Any] = {}
        self.values: Mapping[Path, Span] = {}
        self.keys: Mapping[Path, Span] = {}
        self.rows: Rows | None = None
        self.settled: set[Path] = set()
        self.numbers: dict[Path, int] = {}
        self.offences: dict[str, list[Offence]] = {}
        self.views: dict[Any, Any] = {}
        self.pieces: list[Piece] = []
        self.repeated: list[Repeated] = []

    @property
    def text(self) -> str:
        """The whole text."""
        return self.source.text

    @cached_property
    def binding(self) -> Whole:
        """The compiled binding of the document's type. Raises ValueError for a document of no known type."""
        if self.doctype is None:
            raise ValueError("a document of no known type has no binding")
        return self.doctype.binding

    @cached_property
    def whereabouts(self) -> Whereabouts:
        """Which value is written where."""
        return Whereabouts(self.values, self.keys)

    @cached_property
    def read(self) -> Read:
        """What of the text has been read. Raises ValueError for a document of no known type."""
        if self.rows is None:
            raise ValueError("of a document of no known type nothing has been read")
        return Read(self.data, self.rows)

    @cached_property
    def meant(self) -> dict[Path, Meant]:
        """What the texts mean that refer to something inside the document, by the way down to them and by the texts."""
        return find_meanings(self.binding, self.data, self.numbers) if self.doctype else {}

    @cached_property
    def references(self) -> list[Reference]:
        """What refers to what inside the document; empty for a document of no known type."""
        return find_references(self.binding, self.data, self.meant) if self.doctype else []

    @cached_property
    def unclear(self) -> list[Reference]:
        """The references that lead nowhere, or may lead to several records; mostly none, which is told by the texts."""
        meant = [found for texts in self.meant.values() for text in texts.values() for found in text]
        found = self.references if any(len(one) != 1 for one in meant) else []
        return [reference for reference in found if len(reference.targets) != 1]

    @cached_property
    def outside(self) -> list[Outside]:
        """What refers to records of another document, such as a level of the value ladder; not resolved here."""
        return find_outside(self.binding, self.data, self.meant) if self.doctype else []

    @cached_property
    def edition(self) -> int:
        """The edition of Bloom's taxonomy that it follows: as it says itself, or as the names of its levels tell."""
        said = self.data.get("bloom")
        return said if said in LADDERS else edition_told(self.text, self.body)

    @property
    def says_edition(self) -> bool:
        """Whether it says which edition it follows: in its front matter, or with a ladder that it tells whole."""
        return "bloom" in self.data or tells_new_ladder(self.text, self.body)

    @property
    def status(self) -> str:
        """The document's status; `draft` where it gives none."""
        status = self.data.get("status")
        return status if isinstance(status, str) else "draft"

    @property
    def type(self) -> str:
        """The name of its type; empty where it is of none."""
        return self.doctype.name if self.doctype else ""

    @property
    def family(self) -> str:
        """The family of its type; empty where it is of none."""
        return self.doctype.family if self.doctype else ""

    def is_a(self, kind: str) -> bool:
        """Whether it is of the type of this name."""
        return self.type == kind

    @cached_property
    def _withdrawn(self) -> str:
        """The keys of all that is struck through."""
        return " | ".join(["", *map(name_key, struck_texts(self.text, self.body)), ""])

    def is_withdrawn(self, name: str) -> bool:
        """Whether the `name` stands in something that is struck through, such as that of a bet which is parked."""
        return f" {name_key(name)} " in self._withdrawn

    @property
    def body(self) -> int:
        """Where the text below the front matter begins."""
        return self.fences.body if self.fences else 0

    def report(self, offence: Offence) -> None:
        """Take note of an offence found while reading. Two values in one text, such as a step's levels, say it once."""
        known = self.offences.setdefault(offence.rule, [])
        if offence not in known[-1:]:
            known.append(offence)

    def range(self, span: Span) -> Range:
        """The lines and columns of `span`."""
        return self.source.range(span)

    def is_settled(self, path: Path) -> bool:
        """Whether an offence has already said all about the value at `path` or something that holds it."""
        settled = self.settled
        return bool(settled) and any(path[:length] in settled for length in range(1, len(path) + 1))


def read_document(data: bytes, file: str, catalogue: Catalogue | None = None) -> Document:
    """Read the bytes of a document.

    Args:
        data: the file's content.
        file: its name, as findings show it.
        catalogue: the types that there are; by default, those of the package.

    Returns:
        The document, with everything in it that can be read. What cannot is among its offences: no content raises.
    """
    catalogue = catalogue or Catalogue.own()
    source, problem = decode(data, file)
    document = Document(source)
    if not problem and (fences := _read_front_matter(document)):
        document.doctype, problem = type_named(document.marked, fences, document.text, catalogue, source.file)
    elif not problem and not document.offences:
        document.marked.value = {}
        document.doctype, problem = type_of_bare(source, catalogue)
    if problem:
        document.report(problem)
    if document.doctype:
        _read_body(document, _read_front_matter_values(document))
    return document


def read_again(document: Document, text: str, catalogue: Catalogue | None = None) -> Document:
    """Read a text as if it stood in the file of `document`."""
    return read_document(document.source.marked(text).encode(), document.source.file, catalogue)


def _read_front_matter(document: Document) -> Fences | None:
    """Find and parse the front matter; give its fences if it is a mapping that the rest can build on, else None."""
    document.fences = fences = find_fences(document.text)
    if not fences or not fences.closing:
        if problem := unfound(document.source, fences):
            document.report(problem)
        return None
    marked, offences = read_head(document.source, fences)
    document.marked = marked or document.marked
    for offence in (*disagreements(document.text, fences), *offences):
        document.report(offence)
    return fences if marked and isinstance(marked.value, dict) else None


def _read_front_matter_values(document: Document) -> Extraction:
    """Take the values of the front matter; return the extraction that has read them."""
    document.data, reading = read_front_matter(document.text, document.binding, document.marked, document.body)
    document.data["type"] = document.type  # whatever alias it goes by
    _absorb(document, reading)
    return reading


def _read_body(document: Document, head: Extraction) -> None:
    """Read the parts of the document below its front matter, which `head` has read."""
    data = document.data
    _take_cycle(document, head)
    text = without_struck(document.text, document.body)
    blocks = read_blocks(text, document.body)
    texts = all_texts(blocks.top)
    document.standing = text = unwrapped(without_clause_numbers(text, texts), texts)
    reading = Extraction(text, _context(document, head))
    for span in blocks.too_deep:
        message = "Lists or quotations nest too deep here, so what is inside was not read."
        document.report(Offence(span, message, "Use headings, and lists of two or three levels.", rule="too-complex"))
    for table in blocks.tables:
        if offence := no_table(table):
            document.report(offence)
    document.pieces = pieces = reading.outline.pieces(blocks.top)
    be_headings(document.binding, pieces)
    title = find_title(document.binding, pieces)
    parts = reading.document(document.binding, Region(pieces, title.at + 1 if title else 0, len(pieces)))
    for said in read_opening(reading, document.binding, {**data, **parts}, title):
        _take_opening(document, head, *said)
    document.repeated, document.numbers = reading.repeated, reading.numbers
    for known, earlier in ((reading.values, head.values), (reading.keys, head.keys)):
        known.update({**earlier, **known})
    found = {**data, **parts}
    read_each_week(reading, document.binding, pieces, found)
    if document.binding.by_sentence:
        read_by_sentence(reading, document.binding, pieces, found)
    if document.binding.ordered:
        from pmcoach_lint.binding.above.due_days import tell_due_days  # noqa: PLC0415 - few types have a log
        from pmcoach_lint.binding.above.years import complete_years  # noqa: PLC0415 - few types have a log

        complete_years(reading, document.binding, found, pieces)
        for field in document.binding.ordered:
            tell_due_days(reading, field, found.get(field.name, []))
    document.rows = rows = Rows(reading)
    document.values, document.keys = Places(reading.values, rows), Places(reading.keys, rows)
    _absorb(document, reading)
    document.data = document.binding.in_order(found)
    if text is not document.text:
        document.data = closed_up(document.data)


def _context(document: Document, head: Extraction) -> Context:
    """What readers of the parts may need to know of the document."""
    data = document.data
    is_log = any(field.mark["order"] == "newest-first" for field in document.binding.ordered)
    start = data.get("start") or (None if is_log else data.get("date"))
    weeks = data.get("weeks")
    return Context(
        edition=document.edition,
        start=start if isinstance(start, str) else None,
        weeks=weeks if isinstance(weeks, int) else None,
        short=short_forms(document.text, document.body),
        day_first=head.context.day_first,
        people=(*head.context.people, *persons_told(document.binding, data)),
        near=None if start or is_log else head.context.near or day_told(document.text, document.body),
    )


def _take_cycle(document: Document, head: Extraction) -> None:
    """Take the cycle from the first lines, or the plan, where no key tells when it begins; and how many weeks it has.

    Those are the ones without breaks, where the document says so and its weeks are reckoned from days.
    """
    data, fields, values = document.data, document.binding.fields, head.values
    if "end" in data and values.get(("end",)) == values.get(("weeks",)) and type(data.get("weeks")) is int:
        from pmcoach_lint.binding.above.working_weeks import working_weeks  # noqa: PLC0415 - most tell their weeks

        if told_weeks := working_weeks(document.text, document.body, data["weeks"]):
            data["weeks"], values[("weeks",)] = told_weeks
    if "start" in data or ("start",) in head.settled or not {"start", "weeks"} <= fields.keys():
        return
    from pmcoach_lint.binding.above.told_cycle import cycle_told  # noqa: PLC0415 - most say it in the front matter

    told, spans, keys = cycle_told(document.text, document.body, head.context)
    for name in [name for name in told if name in fields and name not in data]:
        data[name], values[(name,)] = told[name], spans[(name,)]
        head.keys.update({path: span for path, span in keys.items() if path == (name,)})


def _take_opening(document: Document, head: Extraction, reading: Extraction, said: dict[str, Any]) -> None:
    """Add what is said above the parts to the `head`, and report what says something else than an earlier saying."""
    Rows(reading).place_all()
    for name in [name for name in said if name in document.data]:
        earlier, later = head.values[(name,)], reading.values[(name,)]
        key = document.text[slice(*head.keys.get((name,), (0, 0)))]
        if key and front_matter_key(key) not in document.binding.by_frontmatter_key:
            continue  # a key that may as well have held something else gives way
        if not agree(document.data[name], said.pop(name)):
            document.report(contradiction(document.text, document.binding.fields[name], earlier, later))
    document.data.update(said)
    for places, own in ((head.values, reading.values), (head.keys, reading.keys)):
        places.update({path: span for path, span in own.items() if path[0] in said or path not in places})
    _absorb(document, reading)


def _absorb(document: Document, reading: Extraction) -> None:
    """Take over what could not be read."""
    document.settled |= reading.settled
    for offence in reading.offences:
        document.report(offence)
