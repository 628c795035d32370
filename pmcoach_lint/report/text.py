"""The format for people at a terminal: each finding with its line, carets under the place, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pmcoach_lint.finding import Finding, Severity
from pmcoach_lint.report import Report, Style
from pmcoach_lint.report.excerpt import Lines
from pmcoach_lint.report.tally import Tally, counted
from pmcoach_lint.report.visible import visible, visible_place

_INDENT = "  "
_NARROWEST, _NARROWEST_TEXT = 20, 40
_SIGNS = {
    "bold": "1",
    "faint": "2",
    "error": "1;31",
    "warning": "1;33",
    "help": "1;36",
    "why": "1;36",
    "note": "1;34",
    "good": "1;32",
}


def render(reports: Iterable[Report], style: Style) -> Iterator[str]:
    """Tell each finding as it comes, and at the end how many there are and what to do next.

    Why something matters is told with the first finding of its kind only.
    """
    tally = Tally()
    explained: set[str] = set()
    for report in tally.counting(reports):
        yield from told(report, style, explained)
    if style.statistics:
        yield from _statistics(tally, style)
    yield f"{summary(tally, style)}\n"
    if tally.fixable or tally.guessable:
        yield f"{_fixes(tally)}\n"


def summary(tally: Tally, style: Style) -> str:
    """What was found, in words, and what to do next."""
    if not tally.files:
        return "No documents found: nothing was checked."
    checked = f"{counted(tally.files, 'document')} checked"
    known = f", and {counted(tally.known, 'known one')} not told" if tally.known else ""
    if tally.worst is None:
        nothing = f"nothing new, {counted(tally.known, 'known finding')} not told" if known else "nothing to fix"
        return f"{checked}, {paint(nothing, 'good', style)}."
    counts = ((tally.errors, Severity.ERROR), (tally.warnings, Severity.WARNING))
    found = ", ".join(paint(counted(count, severity), severity, style) for count, severity in counts if count)
    return f"{checked}: {found}{known}. Run pmcoach rule {tally.worst} to learn more."


def _fixes(tally: Tally) -> str:
    """What the tool can do itself about what was found."""
    if not tally.fixable:
        return f"pmcoach lint --fix --unsafe-fixes takes a guess at {_of_all(tally.guessable, tally)}."
    more = f"; with --unsafe-fixes it takes a guess at {tally.guessable:,} more" if tally.guessable else ""
    return f"pmcoach lint --fix puts {_of_all(tally.fixable, tally)} right{more}."


def _of_all(count: int, tally: Tally) -> str:
    """So many of all that was found, in words."""
    return "it" if tally.errors + tally.warnings == 1 else f"{count:,} of them"


def _statistics(tally: Tally, style: Style) -> Iterator[str]:
    """How often each rule has spoken, a line for each, and an empty one after them."""
    counts = tally.statistics()
    width = max((len(f"{count:,}") for *_, count in counts), default=0)
    for code, rule, count in counts:
        yield f"{count:{width},}  {paint(code, 'bold', style)} {rule}\n"
    if counts:
        yield "\n"


def told(report: Report, style: Style, explained: set[str] | None = None) -> Iterator[str]:
    """Tell the findings of one report. Those whose codes are in `explained` are told without their reason."""
    lines, explained = Lines(report.text), set() if explained is None else explained
    for finding in report.findings:
        reason = "" if finding.code in explained else finding.why or ""
        explained.add(finding.code)
        yield "".join(f"{line}\n" for line in _told(finding, reason, lines, style))


def _told(finding: Finding, reason: str, lines: Lines, style: Style) -> Iterator[str]:
    """The lines about one finding, the empty one after it included."""
    severity = paint(finding.severity, finding.severity, style)
    code = paint(finding.code, "bold", style)
    yield f"{paint(visible_place(finding.file, finding.range), 'bold', style)}: {severity} {code} {finding.rule}"
    for line in finding.message.split("\n"):
        yield f"{_INDENT}{visible(line)}".rstrip()
    yield from _excerpt(finding, lines, style)
    hint = finding.hint or (finding.fix.message if finding.fix else "")
    yield from _headed("why", reason, style)
    yield from _headed("help", hint, style)
    for related in finding.related:
        yield from _headed("note", f"{visible_place(related.file, related.range)}: {related.message}", style)
    yield ""


def _excerpt(finding: Finding, lines: Lines, style: Style) -> Iterator[str]:
    """The line that the finding is about, with its number before it and carets under it."""
    number = str(finding.range.start.line)
    gutter = " " * len(number)
    margin = len(_INDENT) + len(number) + len(" | ")
    excerpt = lines.excerpt(finding.range, max(_NARROWEST, style.width - margin))
    if excerpt is None:
        return
    bar = paint("|", "faint", style)
    carets = paint("^" * excerpt.carets, finding.severity, style)
    yield f"{_INDENT}{gutter} {bar}"
    yield f"{_INDENT}{paint(number, 'faint', style)} {bar} {excerpt.line}".rstrip()
    yield f"{_INDENT}{gutter} {bar} {' ' * excerpt.indent}{carets}"


def _headed(head: str, text: str, style: Style) -> Iterator[str]:
    """The lines of `text`, the first one after `head:` and the others below it, none wider than the terminal."""
    if not text:
        return
    from textwrap import wrap  # noqa: PLC0415 - only a finding needs it

    width = max(_NARROWEST, style.width - len(_INDENT) - len(head) - len(": "))
    # A line that begins in the middle of what was one must not begin a command either.
    first, *others = (
        visible(part)
        for line in text.split("\n")
        for part in wrap(visible(line), width, break_on_hyphens=False) or [""]
    )
    yield f"{_INDENT}{paint(f'{head}:', head, style)} {first}".rstrip()
    for line in others:
        yield f"{_INDENT}{' ' * len(head)}  {line}".rstrip()


def wrapped(text: str, style: Style, indent: str, hang: int = 0) -> Iterator[str]:
    """The lines of a text within the width. A line that begins in the middle of one must not begin a command."""
    from textwrap import wrap  # noqa: PLC0415 - only few formats need it

    width = max(_NARROWEST_TEXT, style.width)
    lines = wrap(text, width, initial_indent=indent, subsequent_indent=indent + " " * hang, break_on_hyphens=False)
    yield from map(visible, lines)


def paint(text: str, sign: str, style: Style) -> str:
    """`text` in the colour of a sign, where there are colours."""
    return f"\x1b[{_SIGNS[sign]}m{text}\x1b[0m" if style.colour else text
