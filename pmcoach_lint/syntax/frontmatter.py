"""Where the front matter stands, what it holds, and whether MkDocs sees the same.

The reader takes what people write: blank lines before the fence, fences of more than three dashes, a closing `...`.
MkDocs does not take all of that, and other tools take other parts of it, so each difference is reported.
"""

from __future__ import annotations

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Mention, Offence, Source, Span
from pmcoach_lint.syntax.yaml_marks import Marked, YamlProblem, read_yaml
from pmcoach_lint.tuples import NamedTuple

RULE = "front-matter-fence"
"""The rule by which disagreements about the fences are reported."""

ANOTHER_KIND = "A page of another kind is left out by the setting `exclude`."
"""What to do with a file that was never meant to be a document of ours."""

_LINE = r"(?:\r\n|\n|\r(?!\n))"
"""A line end, read in one way alone: what may be read in two takes twice as long with each line."""

_OPENING = regex(rf"(?:[ \t]*{_LINE})*(?P<fence>-{{3,}})[ \t]*(?:{_LINE}|\Z)")
_CLOSING = regex(rf"(?<![^\r\n])(?P<fence>-{{3,}}|\.{{3}})[ \t]*(?:{_LINE}|\Z)")
_KEY_LINE = regex(r"[ \t]*(?:#.*(?:\r\n|\n|\r)[ \t]*)*[\"']?[\w-]+[\"']?[ \t]*:(?:\s|\Z)")
_LATE = regex(
    rf"(?<![^\r\n])(?P<fence>---)[ \t]*{_LINE}"
    rf"(?:\w[\w-]*:[^\r\n]*{_LINE}|[ \t#-][^\r\n]*{_LINE}|{_LINE}){{0,30}}?type:[ \t]*[\w\"'-]+[ \t]*{_LINE}"
)
_HOW_LATE = 3000


class Fences(NamedTuple):
    """The parts of a document's head, as spans: the opening fence, the YAML, the closing fence, the rest."""

    opening: Span
    yaml: Span
    closing: Span | None
    body: int


def find_fences(text: str) -> Fences | None:
    """Find the front matter of `text`; None where there is none. `closing` is None where it is never closed."""
    opening = _OPENING.match(text)
    if not opening:
        return None
    start = opening.end()
    closing = _CLOSING.search(text, start)
    if closing:
        yaml_span = (start, closing.start())
        return Fences(opening.span("fence"), yaml_span, closing.span("fence"), closing.end())
    if not _KEY_LINE.match(text, start):
        return None  # a line of dashes with no key below it is a rule across the page
    return Fences(opening.span("fence"), (start, len(text)), None, len(text))


def read_between(text: str, fences: Fences) -> Marked:
    """Read the YAML between the `fences` of `text`, with all places. Raises YamlProblem."""
    return read_yaml(text[slice(*fences.yaml)], fences.yaml[0])


def read_head(source: Source, fences: Fences) -> tuple[Marked | None, list[Offence]]:
    """Read the front matter between the `fences` of a text, which must hold keys and values.

    Returns:
        The front matter, None where it cannot be read; and what is wrong with it.
    """
    try:
        marked = read_between(source.text, fences)
    except YamlProblem as problem:
        offset = fences.yaml[0] + problem.offset
        end = max(source.line_span(offset)[1], offset)
        return None, [Offence((offset, end), problem.message, problem.hint, rule=problem.rule)]
    offences = []
    for again in marked.duplicates:
        message = f"The key “{again.key}” is given twice; the first one counts."
        related = (Mention(again.first, "given here first"),)
        offences.append(Offence(again.again, message, "Delete one of the two.", related=related, rule="duplicate-key"))
    if marked.value is None:
        marked.value = {}
    elif not isinstance(marked.value, dict):
        what = "a list" if isinstance(marked.value, list) else "a single text"
        message = f"The front matter is {what}; it must be lines of the form “key: value”."
        line = source.line_span(fences.yaml[0])
        offences.append(Offence(line, message, "Write key: value.", rule="not-key-value"))
    return marked, offences


def unfound(source: Source, fences: Fences | None) -> Offence | None:
    """What is wrong with front matter that has no end, or stands too late; None where there is none at all.

    Args:
        source: the whole text.
        fences: where the front matter begins, if it does.
    """
    if fences:
        message = "The front matter is opened here and never closed."
        return Offence(fences.opening, message, "Close it with --- on a line.", rule="unclosed-front-matter")
    if late := _LATE.search(source.text, 0, _HOW_LATE):
        line = source.position(late.start("fence")).line
        message = f"The front matter begins on line {line} only: it counts at the very top of a file, and nowhere else."
        hint = "Move a title below the front matter. Delete what a chat has left above it, and a fence with its end."
        return Offence(source.line_span(0), message, hint, rule="text-before-front-matter")
    return None


def disagreements(text: str, fences: Fences) -> list[Offence]:
    """Where MkDocs, or another common reader of front matter, would not see the `fences` that were found.

    At most one is returned for each end of the front matter. An unclosed front matter has none: it is a finding of
    its own.
    """
    if fences.closing is None:
        return []
    found = _at_opening(fences)
    if not found or text[slice(*fences.closing)] != "---":
        found += _at_closing(text, fences, fences.closing)
    return found


def _at_opening(fences: Fences) -> list[Offence]:
    start, end = fences.opening
    if start > 0:
        message = "Blank lines stand before the front matter, so MkDocs takes it for ordinary text."
        return [Offence(fences.opening, message, "Move the --- to the very first line.", rule=RULE)]
    if end - start > 3:
        message = f"The front matter opens with {end - start} dashes; MkDocs knows only three."
        return [Offence(fences.opening, message, "Write exactly ---.", rule=RULE)]
    return []


def _at_closing(text: str, fences: Fences, closing: Span) -> list[Offence]:
    fence = text[slice(*closing)]
    if fence == "...":
        message = "The front matter closes with “...”, which MkDocs takes but many other tools do not."
        return [Offence(closing, message, "Close it with ---.", rule=RULE)]
    if len(fence) > 3:
        message = f"The front matter closes with {len(fence)} dashes; MkDocs knows only three and reads on."
        return [Offence(closing, message, "Write exactly ---.", rule=RULE)]
    if fences.body == len(text) and not text.endswith(("\n", "\r")):
        message = "The file ends right after the closing ---, so MkDocs does not see the front matter."
        return [Offence(closing, message, "End the file with a line break.", rule=RULE)]
    if fences.yaml[0] < fences.yaml[1]:
        return []
    message = "MkDocs ends this front matter at another place, because nothing stands between the fences."
    return [Offence(closing, message, "Give the front matter at least one “key: value” line.", rule=RULE)]
