"""What is told of documents that are checked together: nothing that the audience may not see, and nothing untrue."""

from __future__ import annotations

from pathlib import Path

from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import read_document
from pmcoach_lint.site.checking import without_comments
from tests.packs import WHOLE
from tests.site.test_library import library

ENGAGEMENT = """\
---
type: engagement
client: {client}
visibility: {visibility}
---

# Engagement
"""
ASSESSMENT = """\
---
type: value-assessment
client: Northwind
date: 2026-05-04
visibility: internal
---

# Assessment

## Client Team Assessment

### PM Team Strategic Capability

| PM | Current Level | Gap | Coaching Opportunity |
|----|---------------|-----|----------------------|
| pm-31 | Tactical | Takes orders | Ask what for |
| pm-32 | Tactical | Takes orders | Ask what for |
"""
PLAN = """\
---
type: coaching-plan
pm: {pm}
client: Northwind
date: 2026-05-04
visibility: {visibility}
---

# Plan
"""
FOLDER = "packs/clients/northwind"


def told(folder: Path, audience: str = "internal", **files: str) -> dict[str, str]:
    """The messages at the assessment by code, among documents of these names."""
    files["plan_31"] = PLAN.format(pm="pm-31", visibility=audience)
    found = library(folder, {f"{FOLDER}/{name}.md": text for name, text in files.items()}, audience)
    (doc,) = [doc for doc in found.documents() if doc.type == "value-assessment"]
    return {finding.code: finding.message for finding in doc.findings}


def test_documents_are_checked_with_those_that_belong_to_them(tmp_path: Path) -> None:
    other = ENGAGEMENT.format(client="Contoso", visibility="internal")
    messages = told(tmp_path, engagement=other, assessment=ASSESSMENT)
    assert "pm-32" in messages["PMC630"]
    assert "Contoso" in messages["PMC633"]


def test_a_finding_that_quotes_what_is_hidden_is_not_told(tmp_path: Path) -> None:
    other = ENGAGEMENT.format(client="Contoso", visibility="private")
    messages = told(tmp_path, engagement=other, assessment=ASSESSMENT)
    assert "PMC633" not in messages
    assert "Contoso" not in repr(messages)


def test_what_is_only_hidden_is_not_told_to_be_missing(tmp_path: Path) -> None:
    for visibility in ("internal", "private", "client:northwind"):
        messages = told(tmp_path, assessment=ASSESSMENT, plan=PLAN.format(pm="pm-32", visibility=visibility))
        assert "PMC630" not in messages


def test_comments_are_not_read_in_any_of_them(tmp_path: Path) -> None:
    text = ASSESSMENT.replace("| pm-32 |", "| pm-32 <!-- pm-99 --> |")
    messages = told(tmp_path, assessment=text)
    assert "pm-32" in messages["PMC630"]
    assert "pm-99" not in repr(messages)


def test_people_outside_are_told_nothing(tmp_path: Path) -> None:
    text = ASSESSMENT.replace("visibility: internal", "visibility: public")
    assert told(tmp_path, "public", assessment=text) == {}
    assert told(tmp_path, "client:northwind", assessment=text) == {}
    assert "PMC630" in told(tmp_path, "team:a", assessment=text)


def test_the_packs_of_a_coach_are_told_to_take_too_much_time(tmp_path: Path) -> None:
    time = "**Coach time:** {} hours a week\n\n**Coach budget:** 3 hours a week\n\n"
    packs = {
        f"packs/{name}.md": WHOLE.replace("## 6)", f"{time.format(hours)}## 6)").replace("visibility: internal", shown)
        for name, hours, shown in (
            ("a", 2, "visibility: internal"),
            ("b", 2, "visibility: private"),
            ("c", 2, "visibility: internal"),
        )
    }
    found = library(tmp_path, packs)
    said = {doc.file: [f.message for f in doc.findings if f.rule == "coach-overbooked"] for doc in found.documents()}
    assert said == {
        "packs/a.md": [],
        "packs/c.md": ["With this one, 2 active packs take 4 h a week of lead-02, who has 3 h."],
    }


def test_comments_in_the_front_matter_end_with_their_value() -> None:
    text = (
        "---\ntype: coaching-pack\npm: pm-07 <!-- a -->\ncoach: 'lead-02 <!-- b'\nteam: <!-- c -->\n"
        'assumptions:\n  - "One <!-- d --> holds"\n  - Two holds <!-- e\n  - [<!-- f -->, g]\n'
        "scope: >\n  All <!-- h\n  i --> of it\nrole: PM --> senior PM\n---\n\n# Pack <!-- j -->\n"
    )
    document = without_comments(read_document(text.encode(), "a.md"), Catalogue.own())
    assert document.text == (
        "---\ntype: coaching-pack\npm: pm-07 \ncoach: 'lead-02 '\nteam: \"\"\n"
        'assumptions:\n  - "One  holds"\n  - Two holds \n  - ["", g]\n'
        "scope: >\n  All  of it\nrole: PM --> senior PM\n---\n\n# Pack \n"
    )
