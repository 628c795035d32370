"""The format SARIF, held against the standard's own schema and read by a library."""

from __future__ import annotations

import importlib.metadata
import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from pmcoach_lint.finding import Edit, Fix, Related, Severity
from pmcoach_lint.report import Report, Style, renderer
from pmcoach_lint.rules import all_rules
from tests.packs import ROOT, replaced
from tests.report.fakes import finding, report, span
from tests.report.small import SITE, TEXT, linted, rendered, small_run

SCHEMA = Path(os.environ.get("PMCOACH_SARIF_SCHEMA", ROOT / ".venv" / "share" / "sarif-2.1.0.json"))

EVERYTHING = finding(
    span(5, 14, 3, end_line=6),
    severity=Severity.WARNING,
    message="One.\nTwo.",
    hint="Do this.",
    fix=Fix("Write it", (Edit(span(5, 14, 21), "Analyze\n"), Edit(span(6, 1), "| ")), safe=True),
    related=(Related("packs/clients/event log.md", span(3, 16, 28), "logged here"), Related("b.md", span(1, 1), "x")),
)


def log(*reports: Report, style: Style | None = None) -> dict[str, Any]:
    log: dict[str, Any] = json.loads("".join(renderer("sarif")(reports, style or Style(site_url=SITE))))
    return log


def results(*reports: Report, style: Style | None = None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = log(*reports, style=style)["runs"][0]["results"]
    return found


@cache
def schema() -> Draft4Validator:
    """The schema of the standard, as Microsoft's packages carry it."""
    if not SCHEMA.is_file():
        pytest.skip(f"{SCHEMA} is not there: `make test` fetches it")
    loaded = json.loads(SCHEMA.read_bytes())
    Draft4Validator.check_schema(loaded)
    return Draft4Validator(loaded, format_checker=Draft4Validator.FORMAT_CHECKER)


@pytest.mark.parametrize(
    "reports",
    [
        small_run(),
        [],
        [report("")],
        [report("", EVERYTHING, finding()), report("", finding(file="/outside/a b.md"), file="/outside/a b.md")],
        [report("", finding(message="\x1b[0m\u202e{0} [a](b)", file="caf\udce9\n.md"), file="caf\udce9\n.md")],
    ],
    ids=["small", "nothing", "clean", "everything", "hostile"],
)
@pytest.mark.parametrize("site", [SITE, ""])
def test_it_is_valid_by_the_schema_of_the_standard(reports: list[Report], site: str) -> None:
    written = log(*reports, style=Style(site_url=site))
    assert [error.message for error in schema().iter_errors(written)] == []


def test_the_schema_would_find_a_mistake() -> None:
    written = log(*small_run())
    written["runs"][0]["results"][0]["levle"] = "error"
    written["runs"][0]["results"][1]["level"] = "fatal"
    assert len(list(schema().iter_errors(written))) == 2


def test_the_tool_is_named_with_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.metadata, "version", {"pmcoach-lint": "1.2.3"}.__getitem__)
    written = log(report(""))
    driver = written["runs"][0]["tool"]["driver"]
    assert {name: driver[name] for name in ("name", "version", "semanticVersion", "informationUri")} == {
        "name": "pmcoach",
        "version": "1.2.3",
        "semanticVersion": "1.2.3",
        "informationUri": SITE,
    }
    assert written["version"] == "2.1.0"


def test_what_is_not_known_of_the_tool_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", unknown)
    driver = log(style=Style())["runs"][0]["tool"]["driver"]
    assert set(driver) == {"name", "rules"}
    assert not any("helpUri" in rule for rule in driver["rules"])


def test_every_rule_is_described() -> None:
    described = log()["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in described] == [rule.code for rule in all_rules()]
    for rule, told in zip(all_rules(), described, strict=True):
        explanation = rule.explanation
        level = "warning" if rule.severity is None else rule.severity.value
        assert told["name"] == rule.name
        assert told["shortDescription"] == {"text": explanation.summary}
        assert told["fullDescription"]["text"].startswith(explanation.summary)
        assert told["defaultConfiguration"] == {"level": level}
        assert told["properties"] == {"tags": [rule.family.lower()], "problem.severity": level}
        assert told["helpUri"] == f"{SITE}reference/rules/{rule.code.lower()}/"
        assert all(len(told[name]["text"]) <= 1024 for name in ("shortDescription", "fullDescription"))


def test_a_rule_brings_its_manual() -> None:
    rules = {rule["id"]: rule for rule in log()["runs"][0]["tool"]["driver"]["rules"]}
    assert rules["PMC205"]["help"]["text"] == (
        "Write one of the values that the finding names. Capitals and hyphens do not matter."
    )
    assert (
        rules["PMC205"]["help"]["markdown"]
        == """\
A value is none of those that can stand there, and there has to be one.

Words beside it do no harm: “Draft for review with pm-07” is a draft. Where nothing has to stand, words of one's own
are a warning (`choice-in-own-words`).

## Why it matters

What only its author understands can be neither sorted nor counted, be it a status, a horizon or a kind of work.

## What to do

Write one of the values that the finding names. Capitals and hyphens do not matter.

## Not like this

```markdown
---
type: coaching-pack
status: actve
---
```

## But like this

```markdown
---
type: coaching-pack
status: Active
---
```"""
    )


def test_the_results_of_a_small_run_to_the_letter() -> None:
    lines = rendered("sarif", *small_run()).splitlines()
    place = next(number for number, rule in enumerate(all_rules()) if rule.code == "PMC105")
    assert lines[3] == (
        f'{{"ruleId": "PMC105", "ruleIndex": {place}, "level": "error", "message": {{"text": "The key “team” is given '
        'twice; the first one counts.\\nDelete one of the two."}, "locations": [{"physicalLocation": '
        '{"artifactLocation": {"uri": "packs/pm-07.md", "uriBaseId": "%SRCROOT%"}, "region": {"startLine": 10, '
        '"startColumn": 1, "endLine": 10, "endColumn": 5}}}], "relatedLocations": [{"id": 1, "physicalLocation": '
        '{"artifactLocation": {"uri": "packs/pm-07.md", "uriBaseId": "%SRCROOT%"}, "region": {"startLine": 6, '
        '"startColumn": 1, "endLine": 6, "endColumn": 5}}, "message": {"text": "given here first"}}], '
        '"partialFingerprints": {"pmcoach/v1": "6a84f53102ed5d1353a96f3c66032aa3"}},'
    )
    assert [line[:19] for line in lines[2:]] == [
        *(f'{{"ruleId": "{code}"' for code in ("PMC205", "PMC105", "PMC210", "PMC202")),
        "]}",
        "]}",
    ]


def test_a_result_points_at_its_rule() -> None:
    run = log(*small_run())["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["PMC205", "PMC105", "PMC210", "PMC202"]
    assert [result["level"] for result in run["results"]] == ["error", "error", "error", "warning"]
    (first,) = results(report("", finding(code=all_rules()[0].code)))
    assert first["ruleIndex"] == 0
    (unknown,) = results(report("", finding(code="PMC999")))
    assert unknown["ruleId"] == "PMC999"
    assert "ruleIndex" not in unknown


def test_columns_count_characters_and_lines_end_where_ours_end() -> None:
    run = log()["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["newlineSequences"] == ["\r\n", "\n", "\r"]
    (result,) = [
        result
        for result in results(linted(TEXT.replace("| Problem framing | Apply |", "| 🚀 Problem 日本 | Apply |")))
        if result["ruleId"] == "PMC210"
    ]
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 27,
        "startColumn": 26,
        "endLine": 27,
        "endColumn": 33,
    }


def test_all_that_a_finding_carries_is_there() -> None:
    (result,) = results(report("", EVERYTHING))
    here = {"uri": "packs/pm-07.md", "uriBaseId": "%SRCROOT%"}
    assert result["message"] == {"text": "One.\nTwo.\nDo this."}
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": here,
                "region": {"startLine": 5, "startColumn": 14, "endLine": 6, "endColumn": 3},
            }
        }
    ]
    assert [
        (place["id"], place["physicalLocation"]["artifactLocation"]["uri"], place["message"])
        for place in result["relatedLocations"]
    ] == [(1, "packs/clients/event%20log.md", {"text": "logged here"}), (2, "b.md", {"text": "x"})]
    assert result["fixes"] == [
        {
            "description": {"text": "Write it"},
            "artifactChanges": [
                {
                    "artifactLocation": here,
                    "replacements": [
                        {
                            "deletedRegion": {"startLine": 5, "startColumn": 14, "endLine": 5, "endColumn": 21},
                            "insertedContent": {"text": "Analyze\n"},
                        },
                        {
                            "deletedRegion": {"startLine": 6, "startColumn": 1, "endLine": 6, "endColumn": 1},
                            "insertedContent": {"text": "| "},
                        },
                    ],
                }
            ],
            "properties": {"safe": True},
        }
    ]


def test_fingerprints_stay_when_lines_are_added_above() -> None:
    longer = replaced(TEXT, "# Pack\n", "# Pack\n\nA word before.\n\nAnd another one.\n")
    before, after = (results(linted(text)) for text in (TEXT, longer))
    lines = [
        [result["locations"][0]["physicalLocation"]["region"]["startLine"] for result in run] for run in (before, after)
    ]
    assert lines == [[9, 10, 27, 71], [9, 10, 31, 75]]
    prints = [[result["partialFingerprints"]["pmcoach/v1"] for result in run] for run in (before, after)]
    assert prints[0] == prints[1]
    assert len(set(prints[0])) == 4


@pytest.mark.parametrize(
    ("file", "location"),
    [
        ("packs/a.md", {"uri": "repo/packs/a.md", "uriBaseId": "%SRCROOT%"}),
        ("50% #1?.md", {"uri": "repo/50%25%20%231%3F.md", "uriBaseId": "%SRCROOT%"}),
        ("a:b\n.md", {"uri": "repo/a%3Ab%0A.md", "uriBaseId": "%SRCROOT%"}),
        ("größe.md", {"uri": "repo/gr%C3%B6%C3%9Fe.md", "uriBaseId": "%SRCROOT%"}),
        ("caf\udce9.md", {"uri": "repo/caf%E9.md", "uriBaseId": "%SRCROOT%"}),
        ("\ud800.md", {"uri": "repo/%EF%BF%BD.md", "uriBaseId": "%SRCROOT%"}),
        ("/srv/home/a b.md", {"uri": "a%20b.md", "uriBaseId": "%SRCROOT%"}),
        ("/elsewhere/a b.md", {"uri": "file:///elsewhere/a%20b.md"}),
    ],
)
def test_a_file_is_an_address_from_the_root(file: str, location: dict[str, str]) -> None:
    style = Style(root="/srv/home", here="/srv/home/repo")
    (result,) = results(report("", finding(file=file), file=file), style=style)
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == location


def test_what_a_document_says_is_no_link() -> None:
    (result,) = results(report("", finding(message="“[press](https://evil.example)” is no level of [Name] (1).")))
    assert result["message"]["text"] == "“[press\\](https://evil.example)” is no level of [Name] (1)."


def test_a_library_reads_it() -> None:
    sarif = pytest.importorskip("sarif_pydantic")
    read = sarif.Sarif.model_validate_json("".join(renderer("sarif")([report("", EVERYTHING)], Style(site_url=SITE))))
    (run,) = read.runs
    (result,) = run.results
    assert (read.version, run.tool.driver.name) == ("2.1.0", "pmcoach")
    assert run.tool.driver.information_uri == SITE
    assert run.tool.driver.rules[0].default_configuration.level == "error"
    assert (result.rule_id, result.level, result.message.text) == ("PMC302", "warning", "One.\nTwo.\nDo this.")
    place = result.locations[0].physical_location
    assert (place.artifact_location.uri, place.artifact_location.uri_base_id) == ("packs/pm-07.md", "%SRCROOT%")
    assert (place.region.start_line, place.region.start_column) == (5, 14)
    assert (place.region.end_line, place.region.end_column) == (6, 3)
    assert result.related_locations[0].message.text == "logged here"
    change = result.fixes[0].artifact_changes[0]
    assert [replacement.inserted_content.text for replacement in change.replacements] == ["Analyze\n", "| "]
    assert list(result.partial_fingerprints) == ["pmcoach/v1"]


def test_results_come_as_the_files_are_checked() -> None:
    pieces = renderer("sarif")(iter([report("", finding()), report("", finding())]), Style())
    assert [next(pieces)[:11] for _ in range(3)] == ['{"$schema":', '\n{"ruleId":', ',\n{"ruleId"']
