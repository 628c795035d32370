"""The format SARIF 2.1.0, an OASIS standard that code scanning services and editors read.

The text that people will read is made visible as everywhere. Paths and fixes are exact: programs act on them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from pmcoach_lint.finding import Edit, Finding, Fix, Range, Severity
from pmcoach_lint.regex import regex
from pmcoach_lint.report import Report, Style, from_root, printed
from pmcoach_lint.report.visible import in_json, in_list, visible_lines
from pmcoach_lint.resources import installed_version
from pmcoach_lint.rules import Rule, all_rules

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "pmcoach/v1"
"""The name of the fingerprints; its number grows when they are made in another way."""

_ROOT = "%SRCROOT%"
_LINK = regex(r"\](?=\()")
_FENCES = regex(r"^`{3,}", re.MULTILINE)


def render(reports: Iterable[Report], style: Style) -> Iterator[str]:
    """Give one run: the rules, then each result as it comes."""
    rules = all_rules()
    places = {rule.code: place for place, rule in enumerate(rules)}
    head = {
        "tool": {"driver": _driver(rules, style)},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "invocations": [{"executionSuccessful": True}],
    }
    yield f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [\n{in_json(head)[:-1]}, "results": ['
    yield from in_list(
        {**_result(finding, places.get(finding.code), style), "partialFingerprints": {FINGERPRINT: fingerprint}}
        for finding, fingerprint in printed(reports, style)
    )
    yield "}\n]}\n"


def _driver(rules: Iterable[Rule], style: Style) -> dict[str, Any]:
    """The tool, with all its rules: a result refers to its rule by the place in this list."""
    version = installed_version()
    driver: dict[str, Any] = {"name": "pmcoach"}
    if version:
        driver |= {"version": version, "semanticVersion": version}
    if style.site_url:
        driver["informationUri"] = style.site_url
    return {**driver, "rules": [_rule(rule, style) for rule in rules]}


def _rule(rule: Rule, style: Style) -> dict[str, Any]:
    explanation = rule.explanation
    level = rule.severity or Severity.WARNING
    parts = (explanation.summary, explanation.body, explanation.why)
    descriptor = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": explanation.summary},
        "fullDescription": {"text": "\n\n".join(" ".join(part.split()) for part in parts if part)},
        "help": {"text": explanation.advice or explanation.summary, "markdown": _help(rule)},
        "defaultConfiguration": {"level": level.value},
        "properties": {"tags": [rule.family.lower()], "problem.severity": level.value},
    }
    return {**descriptor, "helpUri": rule.page(style.site_url)} if style.site_url else descriptor


def _help(rule: Rule) -> str:
    """All that the rule's documentation says, as Markdown."""
    explanation = rule.explanation
    parts = [explanation.summary, explanation.body]
    for title, text in (("Why it matters", explanation.why), ("What to do", explanation.advice)):
        if text:
            parts.append(f"## {title}\n\n{text}")
    for example in explanation.examples:
        fence = "`" * max([3, *(len(inner) + 1 for inner in _FENCES.findall(example.text))])
        title = "Not like this" if example.bad else "But like this"
        parts.append(f"## {title}\n\n{fence}markdown\n{example.text}{fence}")
    return "\n\n".join(filter(None, parts))


def _result(finding: Finding, rule: int | None, style: Style) -> dict[str, Any]:
    result: dict[str, Any] = {"ruleId": finding.code}
    if rule is not None:
        result["ruleIndex"] = rule
    result["level"] = finding.severity.value
    result["message"] = _message("\n".join(filter(None, (finding.message, finding.hint))))
    result["locations"] = [_location(finding.file, finding.range, style)]
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(place.file, place.range, style), "message": _message(place.message)}
            for number, place in enumerate(finding.related, 1)
        ]
    if finding.fix:
        result["fixes"] = [_fix(finding.fix, _artifact(finding.file, style))]
    return result


def _location(file: str, place: Range, style: Style) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(file, style), "region": _region(place)}}


def _artifact(file: str, style: Style) -> dict[str, Any]:
    """Where a file is: an address relative to the repository's root, or a whole one for a file outside of it."""
    path = from_root(file, style)
    # A name that is not UTF-8 is written by its bytes, as in any other address.
    address = quote(re.sub("[\ud800-\udc7f\udd00-\udfff]", "\ufffd", path).encode("utf-8", "surrogateescape"))
    if PurePath(path).is_absolute():
        return {"uri": f"file:///{address.lstrip('/')}"}
    return {"uri": address, "uriBaseId": _ROOT}


def _region(place: Range) -> dict[str, int]:
    start, end = place
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _fix(fix: Fix, artifact: dict[str, Any]) -> dict[str, Any]:
    return {
        "description": _message(fix.message),
        "artifactChanges": [{"artifactLocation": artifact, "replacements": [_replacement(edit) for edit in fix.edits]}],
        "properties": {"safe": fix.safe},
    }


def _replacement(edit: Edit) -> dict[str, Any]:
    return {"deletedRegion": _region(edit.range), "insertedContent": {"text": edit.text}}


def _message(text: str) -> dict[str, str]:
    """A message. What a document says must not become a link in it: in SARIF `[words](address)` is one."""
    return {"text": _LINK.sub(r"\\]", visible_lines(text))}
