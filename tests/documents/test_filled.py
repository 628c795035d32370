"""The three documents of an engagement read exactly, however they are written, and every value has its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.settings import load_settings
from tests.documents.filled import DOCUMENTS, FRONT
from tests.documents.reading import data, findings, leaves, read, said_at
from tests.documents.styles import STYLES, renamed

KINDS = list(DOCUMENTS)

OTHER_NAMES = {
    "value-assessment": {
        "Date": "Assessment date",
        "Current Engagement": "Engagement today",
        "Current Value Position": "Where we stand",
        "How Client Sees You": "How the client sees me",
        "Signal": "Aspect",
        "Ideal": "Wanted",
        "Value Ladder Position": "Position on the value ladder",
        "Current Level": "Today",
        "Target Level": "Goal",
        "Strategic Opportunity Analysis": "Strategic opportunities",
        "Untapped Value": "Missed opportunities",
        "Opportunity": "Area",
        "Current State": "What I do now",
        "Strategic Alternative": "Higher-value approach",
        "Client Benefit": "Client value",
        "Time Allocation Review": "Where the time goes",
        "Work Type": "Type of work",
        "Current %": "Actual (%)",
        "Target %": "Target share",
        "Shift Required": "Shift",
        "Client Team Assessment": "Client team",
        "PM Team Strategic Capability": "PM team",
        "PM": "Handle",
        "Coaching Opportunity": "How to help",
        "Strategic Thinking Gaps": "Gaps in strategic thinking",
        "Repositioning Plan": "Repositioning strategy",
        "Quick Wins (This Week)": "Quick wins",
        "Conversation to Have": "The conversation",
        "With": "Stakeholder",
        "Message": "What to say",
        "Deliverable to Add": "Deliverables to add",
        "Strategic Deliverable": "New deliverable",
        "Replaces": "Instead of",
        "Rate Justification": "Rate case",
        "Current Rate Basis": "Rate basis",
        "Strategic Value Proposition": "Value proposition",
        "Evidence to Build": "Evidence",
        "Strategic Contribution": "Contribution",
        "Business Impact": "Business outcome",
        "Documentation": "Captured in",
    },
    "coaching-plan": {
        "Customer": "Client",
        "Date": "Agreed on",
        "Coaching Goal": "Goal",
        "Current Assessment": "Starting point",
        "Strategic Thinking Indicators": "Indicators",
        "Indicator": "Behavior",
        "Current": "Today",
        "Target": "Goal",
        "Work Pattern": "How they work",
        "Pattern": "Area",
        "Observation": "What was seen",
        "Coaching Interventions": "Coaching sessions",
        "Session 1": "Intervention 1",
        "Technique": "Method",
        "Practice": "Homework",
        "Outcome": "Result",
        "Knowledge Transfer Artifacts": "Knowledge transfer",
        "Frameworks to Leave Behind": "Frameworks",
        "Habits to Install": "New habits",
        "Success Metrics": "Measures of success",
        "Metric": "What we measure",
        "Baseline": "Start",
        "Timeframe": "By when",
        "Graduation Criteria": "Exit criteria",
    },
    "work-proposal": {
        "Date": "Proposed on",
        "Current Engagement": "Engagement today",
        "Proposed Addition": "Proposed scope",
        "Target Level": "Value ladder level",
        "The Opportunity": "Opportunity",
        "Current State": "Where things stand",
        "Untapped Value": "What is missed",
        "Business Impact": "Impact",
        "Proposed Strategic Engagement": "The proposal",
        "Scope": "Scope of work",
        "Deliverable": "Strategic output",
        "Purpose": "What for",
        "Timeline": "When",
        "Expected Outcomes": "Business outcomes",
        "Metric": "How measured",
        "Investment": "Investment and return",
        "Current": "Current terms",
        "Proposed": "Proposed terms",
        "ROI": "Return on investment",
        "Item": "Position",
        "Recommendation": "Our recommendation",
    },
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("style", STYLES)
def test_a_filled_template_reads_exactly_in_every_style(kind: str, style: str) -> None:
    text, said = DOCUMENTS[kind]
    assert data(kind, STYLES[style](text)) == said


@pytest.mark.parametrize("kind", KINDS)
def test_a_filled_template_reads_under_other_names(kind: str) -> None:
    text, said = DOCUMENTS[kind]
    other = renamed(OTHER_NAMES[kind])(text)
    assert all(name in other for name in OTHER_NAMES[kind].values())
    assert data(kind, other) == said


@pytest.mark.parametrize("kind", KINDS)
def test_a_filled_template_has_no_finding(kind: str, tmp_path: Path) -> None:
    front = FRONT.replace("status: active", "status: draft")
    found = findings(kind, DOCUMENTS[kind][0], load_settings(tmp_path, isolated=True), front)
    assert [finding for finding in found if not finding[0].startswith("PMC6")] == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("style", STYLES)
def test_every_value_has_the_place_that_says_it(kind: str, style: str) -> None:
    document = read(kind, STYLES[style](DOCUMENTS[kind][0]))
    found = list(leaves(document))
    assert len(found) > 30
    assert [path for path, field, value in found if said_at(document, path, field) != value] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_name_is_kept_with_its_place(kind: str) -> None:
    document = read(kind, DOCUMENTS[kind][0])
    named = {path: document.text[slice(*span)] for path, span in document.keys.items()}
    expected = {
        "value-assessment": {
            ("date",): "Date",
            ("position",): "Current Value Position",
            ("position", "signals", 1, "ideal"): "Ideal",
            ("position", "ladder", "target"): "Target Level",
            ("opportunities", "time", 3, "shift"): "Shift Required",
            ("repositioning", "conversation", "with"): "With",
            ("rate", "basis", "rate"): "Rate",
        },
        "coaching-plan": {
            ("client",): "Customer",
            ("goal",): "Coaching Goal",
            ("sessions",): "Coaching Interventions",
            ("sessions", 1): "Session 2: Saying No Strategically",
            ("sessions", 1, "practice"): "Practice",
            ("transfer", "habits"): "Habits to Install",
        },
        "work-proposal": {
            ("target_level",): "Target Level",
            ("opportunity", "impact", "ignored"): "If ignored",
            ("investment", "proposed"): "Proposed",
            ("investment", "roi", "lines", 2, "amount"): "Amount",
            ("recommendation",): "Recommendation",
        },
    }[kind]
    assert {path: named.get(path) for path in expected} == expected


def test_levels_are_looked_for_on_the_value_ladder_and_not_in_the_document() -> None:
    levels: dict[str, list[tuple[str, ...]]] = {
        "value-assessment": [("position", "ladder", "current"), ("position", "ladder", "target")],
        "work-proposal": [("target_level",)],
        "coaching-plan": [],
    }
    for kind, paths in levels.items():
        document = read(kind, DOCUMENTS[kind][0])
        assert document.references == []
        assert [(one.path, one.type, one.to) for one in document.outside] == [
            (path, "value-ladder", ("levels",)) for path in paths
        ]
        assert [document.text[slice(*document.values[one.path])] for one in document.outside] == [
            one.text for one in document.outside
        ]
