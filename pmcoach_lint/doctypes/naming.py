"""Which type a document is of: what its front matter says, held against the types that there are."""

from __future__ import annotations

from pmcoach_lint.doctypes import Catalogue, DocType
from pmcoach_lint.nearest import did_you_mean
from pmcoach_lint.syntax.frontmatter import ANOTHER_KIND, Fences
from pmcoach_lint.syntax.source import Mention, Offence, Span
from pmcoach_lint.syntax.yaml_marks import Marked


def type_named(marked: Marked, fences: Fences, text: str, catalogue: Catalogue) -> DocType | Offence:
    """The type that the front matter of a document names, or what is wrong with that name.

    Args:
        marked: the front matter, which is a mapping or nothing.
        fences: where it stands.
        text: the whole document, whose first heading may tell what type is missing.
        catalogue: the types that there are.
    """
    given = (marked.value or {}).get("type")
    if given is None:
        span = marked.keys.get(("type",), fences.opening)
        message = "The front matter does not say what kind of document this is."
        hint = f"Add a line such as `type: {catalogue.likely(text)}`. {ANOTHER_KIND}"
        return Offence(span, message, hint, rule="missing-type")
    if isinstance(given, str) and (doctype := catalogue.find(given)):
        return doctype
    if problems := catalogue.problems.get(str(given)):
        return _unusable(str(given), marked.values[("type",)], problems)
    near = catalogue.nearest(str(given))
    question = did_you_mean(near)
    hint = f"Known are: {', '.join(catalogue.names)}."
    message = f"“{given}” is no known type of document.{question}"
    return Offence(marked.values[("type",)], message, hint, near, rule="unknown-type")


def _unusable(name: str, span: Span, problems: list[Offence]) -> Offence:
    """The offence of a type whose schema has problems: its documents cannot be read."""
    first = problems[0]
    number = "a problem" if len(problems) == 1 else f"{len(problems)} problems"
    message = f"Documents of the type “{name}” cannot be read: its schema has {number}."
    related = (Mention(first.span, first.message, first.source),)
    return Offence(span, message, "Correct the schema first.", related=related, rule="unusable-type")
