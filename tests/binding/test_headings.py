"""The same pack with its headings in many styles, and with much else around it."""

from __future__ import annotations

import pytest

from tests.binding.reading import DATA, FRONT, TITLES, parts, read
from tests.binding.reading import pack as written


def hashes(depth: int) -> str:
    return "#" * depth


def bold(words: str, depth: int) -> str:
    return f"**{words}**" if depth < 2 else f"*{words}:*"


STYLES = {
    "1)": lambda number, title: f"## {number}) {title}",
    "1.": lambda number, title: f"## {number}. {title}",
    "1": lambda number, title: f"## {number} {title}",
    "1.0": lambda number, title: f"## {number}.0 {title}",
    "none": lambda number, title: f"## {title}",
    "part": lambda number, title: f"## Part {number}: {title}",
    "section": lambda number, title: f"## Section {number} – {title}",
    "keycap": lambda number, title: f"## {number}\ufe0f\u20e3 {title}",
    "emoji": lambda number, title: f"## 📌 {title}",
    "capitals": lambda number, title: f"## {number}) {title.upper()}",
    "title case": lambda number, title: f"## {number}) {title.title()}",
    "straight quotes": lambda number, title: f"## {number}) {title.replace('“', chr(34)).replace('”', chr(34))}",
    "no brackets": lambda number, title: f"## {number}) {title.split(' (')[0]}",
    "colon": lambda number, title: f"## {title.split(' (')[0]}:",
    "closed": lambda number, title: f"## {number}) {title} ##",
    "in bold": lambda number, title: f"## **{number}) {title}**",
    "underlined": lambda number, title: f"{title}\n===",
    "escaped dot": lambda number, title: f"## {number}\\. {title}",
    "and": lambda number, title: f"## {number}) {title.replace(' + ', ' and ').replace(' / ', ', ')}",
    "ampersand": lambda number, title: f"## {number}) {title.replace(' + ', ' & ')}",
    "short dash": lambda number, title: f"## {number}) {title.replace('–', '-')}",
}


@pytest.mark.parametrize("style", STYLES)
def test_parts_in_every_style_of_heading(style: str) -> None:
    assert parts(written(STYLES[style], lambda words, depth: f"{hashes(3 + depth - 1)} {words}")) == DATA


@pytest.mark.parametrize("first", [1, 2, 3, 4])
def test_parts_on_every_level(first: int) -> None:
    body = written(
        lambda number, title: f"{hashes(first)} {number}) {title}",
        lambda words, depth: f"{hashes(first + depth)} {words}",
    )
    assert parts(body) == DATA


def test_parts_below_a_title_and_inner_headings_on_any_deeper_level() -> None:
    body = written(lambda number, title: f"## {number}) {title}", lambda words, depth: f"{hashes(3 + depth)} {words}")
    assert parts("# PM Coaching Pack: pm-07\n\nA line about it.\n\n" + body) == DATA


@pytest.mark.parametrize("mark", ["**", "__"])
def test_bold_lines_for_all_headings(mark: str) -> None:
    body = written(
        lambda number, title: f"{mark}{number}) {title}{mark}",
        lambda words, depth: f"{mark}{words}{mark}",
    )
    assert parts(body) == DATA


def test_bold_parts_with_colons_and_italics_inside() -> None:
    assert parts(written(lambda number, title: f"**{number}. {title}:**", bold)) == DATA


@pytest.mark.parametrize("form", ["**{}**", "**{}:**", "**{}**:", "__{}__", "*{}:*", "**{}** (in short)"])
def test_headings_for_parts_and_labels_for_what_is_inside(form: str) -> None:
    def inner(words: str, depth: int) -> str:
        return f"### {words}" if words.startswith("B1") else form.format(words)

    assert parts(written(lambda number, title: f"## {number}) {title}", inner)) == DATA


@pytest.mark.parametrize("form", ["{}", "{}\n", "{} (as agreed)", "• {}"])
def test_bare_lines_above_lists_and_tables(form: str) -> None:
    headed = ("B1: Frame first", "Review plan")
    body = written(
        lambda number, title: f"## {number}) {title}",
        lambda words, depth: f"{hashes(2 + depth)} {words}" if words in headed else form.format(words),
    )
    assert parts(body) == DATA


@pytest.mark.parametrize(
    "line", ["We go by these.", "Risks that we know, and what we do about each of them, in the order of weight:"]
)
def test_a_sentence_above_a_list_is_no_name(line: str) -> None:
    data = parts(f"## 7) Risks / Open questions / Next steps\n\nRisks\n- no time\n\n{line}\n- more\n")
    assert data["closing"]["risks"][0] == {"risk": "no time"}


def test_headings_two_deep_and_labels_below() -> None:
    body = written(
        lambda number, title: f"## {number}) {title}",
        lambda words, depth: f"### {words}" if depth == 1 else f"**{words}:**",
    )
    assert parts(body) == DATA


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_make_no_difference(end: str) -> None:
    body = plain()
    document = read(body.replace("\n", end), FRONT.replace("\n", end))
    assert document.offences == {}
    assert {name: part for name, part in document.data.items() if isinstance(part, dict)} == DATA


def plain() -> str:
    return written(lambda number, title: f"## {number}) {title}", lambda words, depth: f"{hashes(2 + depth)} {words}")


def test_extra_sections_rules_and_notes_around_the_parts() -> None:
    extra = """## Executive summary

| Bet | Why it matters | Success signals | Timeframe |
|---|---|---|---|
| not this one | it is a summary | – | Weeks 1–2 |

## Table of contents

1. Definition of “Good PM”
2. Current assessment
3. Risks

---

"""
    after = """
## Appendix: how this was made

### Interview notes

- Goal: none of this counts
- Risk: neither does this

## Readiness

**Score:** 27 of 30

| Dimension | Score | Evidence |
|---|---|---|
| Clarity | 5 | part 1 |
"""
    between = "\n---\n\n## Notes for the coach\n\n**Evidence:** none of it counts.\n\n"
    body = plain()
    for title in TITLES[1:]:
        heading = f"## {TITLES.index(title) + 1}) {title}"
        body = body.replace(heading, between + heading)
    assert parts(extra + body + after) == DATA


def test_parts_in_another_order_are_the_same_data() -> None:
    sections = plain().split("\n## ")
    assert parts("## " + "\n\n## ".join([sections[0].removeprefix("## "), *reversed(sections[1:])])) == DATA


def test_the_last_part_as_three_headings_of_its_own() -> None:
    body = plain()
    for level in ("##", "#"):
        loose = body.replace(f"## 7) {TITLES[6]}\n\n", "")
        for name in ("Risks", "Open questions", "Next steps"):
            loose = loose.replace(f"### {name}", f"{level} {name}")
        if level == "##":
            assert parts(loose) == DATA
        else:
            assert parts(loose.replace("\n## ", "\n# ").replace("## 1)", "# 1)", 1)) == DATA


@pytest.mark.parametrize("fence", ["```", "~~~", "```markdown"])
def test_a_pack_inside_a_code_fence_is_text(fence: str) -> None:
    document = read(f"# Title\n\n{fence}\n{plain()}\n{fence[:3]}\n")
    assert [part for part in document.data.values() if isinstance(part, dict)] == []
    assert document.offences == {}


def test_a_pack_quoted_inside_a_pack_is_text() -> None:
    fenced = "\n```\n" + plain().replace("Framing", "Other").replace("Frame first", "Other") + "\n```\n"
    body = plain()
    assert parts(fenced + "\n" + body) == DATA
    assert parts(body.replace("### Strengths", fenced + "\n### Strengths")) == DATA


LEVELS = """| Competency | Current level | Target level | Evidence |
|---|---|---|---|
| {} | Apply | Analyze | x |
"""


@pytest.mark.parametrize(
    "body",
    [
        "## Assessment: previous cycle\n\nOLD\n## 2) Current Assessment\n\nNEW",
        "## 2) Current Assessment\n\nNEW\n## Assessment – archive\n\nOLD",
        "# Pack\n\n## 2) Current Assessment\n\nNEW\n# Assessment\n\nOLD",
        "## 2) Current Assessment\n\nNEW\n### Last quarter\n\nOLD",
        "## 2) Current Assessment\n\n### Levels\n\nNEW\n### Last quarter\n\nOLD",
        "## 2) Current Assessment\n\nNEW\n## Appendix\n\n### Current assessment of last year\n\nOLD",
    ],
)
def test_what_was_true_before_is_not_read_for_what_is_true_now(body: str) -> None:
    body = body.replace("NEW", LEVELS.format("new")).replace("OLD", LEVELS.format("old"))
    levels = [{"competency": "new", "current": "Apply", "target": "Analyze", "evidence": ["x"]}]
    assert read(body).data["assessment"] == {"levels": levels}


def test_a_comment_hides_what_is_inside() -> None:
    body = plain().replace("### Strengths", "<!--\n### Evidence log\n\n- hidden\n-->\n\n### Strengths")
    assert parts(body) == DATA


def test_the_places_of_some_cells_and_headings() -> None:
    document = read(plain())
    text = document.text

    def at(*path: str | int) -> str:
        return text[slice(*document.values[path])]

    def named(*path: str | int) -> str:
        return text[slice(*document.keys[path])]

    assert at("assessment", "levels", 1, "target") == "Analyze"
    assert document.values[("assessment", "levels", 1, "target")][0] == text.index("Analyze | E2")
    assert at("assessment", "levels", 0, "evidence", 1) == "E2"
    assert at("assessment", "levels", 1, "gap") == "–"
    assert at("vision", "bets", 0, "current") == at("vision", "bets", 0, "target") == "Apply → Analyze"
    assert at("definition", "competencies", 0, "behaviours", 1) == "writes rival explanations"
    assert at("definition", "competencies", 0, "ladder", 1, "behaviour") == "fills the frame"
    assert at("plan", "bets", 0, "id") == "B1"
    assert at("plan", "bets", 0, "bet") == "Frame first"
    assert at("plan", "bets", 0, "checkpoints", 1, "date") == "2026-10-29"
    assert at("follow_up", "adjust") == "in week 4"
    assert at("closing", "next_steps", 0, "due") == "2026-10-06"
    assert named("assessment") == "2) Current Assessment (evidence-based)"
    assert named("assessment", "levels", 0, "target") == "Target level"
    assert named("cadence", "session_length") == "Session length:"
    assert named("plan", "bets", 0, "reps") == "Weekly reps"
