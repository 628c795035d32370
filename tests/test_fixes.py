"""Fixes: each puts right what it says and nothing else, what would change more is refused, and twice is once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmcoach_lint.document import Document, read_document
from pmcoach_lint.engine import Linter
from pmcoach_lint.finding import Finding
from pmcoach_lint.fixes import Fixed, apply, fix_document
from pmcoach_lint.fixes.proposal import Proposal
from pmcoach_lint.settings import Settings
from tests.packs import EXAMPLES, WHOLE, replaced

SETTINGS = Settings(root=Path())
FILE = Path("pack.md")


def read(text: str) -> Document:
    return read_document(text.encode(), FILE.name)


def check(document: Document) -> tuple[Finding, ...]:
    return Linter(SETTINGS).lint(FILE, document).findings


def fixed(text: str, *, unsafe: bool = False) -> Fixed:
    return fix_document(read(text), check, read, unsafe=unsafe)


def parts(text: str) -> tuple[str, list[str]]:
    head, *rest = text.split("\n## ")
    return head, [f"## {part}" for part in rest]


def test_what_is_right_stays_as_it_is() -> None:
    assert fixed(WHOLE, unsafe=True)[:2] == (WHOLE, ())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_are_written_as_a_fix_would_write_them(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert fixed(text)[:2] == (text, ())


class TestCommentsThatLetNothingPass:
    """`§` marks what goes."""

    MARK = "§"
    UNUSED = "<!-- pmcoach: ignore PMC209 -- as agreed -->"
    ROW = "| Problem framing | Apply | Analyze | Brief of 3 March named one cause{} |\n"

    @pytest.mark.parametrize(
        "text",
        [
            WHOLE.replace("\n## ", f"\n§{UNUSED}\n\n§## ", 1),
            WHOLE.replace("\n## ", f"\n§{UNUSED}\n§## ", 1),
            WHOLE.replace("\n## ", f"\n§{UNUSED}\n§\n## ", 1).replace("§\n##", "\n§##", 1),
            WHOLE.replace(ROW.format(""), ROW.format(f"§ {UNUSED}§")),
            WHOLE.replace("\nstatus:", "\n§# pmcoach: ignore PMC209 -- as agreed\n§status:", 1),
            WHOLE.replace("status: active\n", "status: active§  # pmcoach: ignore PMC209 -- as agreed§\n", 1),
            f"{WHOLE}\n§{UNUSED}\n§",
        ],
    )
    def test_go_with_the_line_that_they_have_to_themselves(self, text: str) -> None:
        kept, gone, behind = text.split(self.MARK)
        outcome = fixed(kept + gone + behind)
        assert outcome.text == kept + behind
        assert outcome.messages == ("PMC020 Nothing here offends against PMC209, so there is nothing to ignore.",)
        for end in ("\r\n", "\r"):
            assert fixed((kept + gone + behind).replace("\n", end)).text == (kept + behind).replace("\n", end)

    def test_leave_a_blank_line_between_what_they_parted(self) -> None:
        text = f"{WHOLE}\nOne thing.\n{self.UNUSED}\nAnother thing.\n"
        assert fixed(text).text == f"{WHOLE}\nOne thing.\n\nAnother thing.\n"

    @pytest.mark.parametrize("names", ["PMC210{}", "PMC209, {}PMC210", "{}PMC210"])
    @pytest.mark.parametrize("unused", ["PMC209", "PMC204, PMC209", "impossible-date PMC204"])
    def test_lose_only_the_rules_that_they_name_for_nothing(self, names: str, unused: str) -> None:
        row = self.ROW.replace("Apply", "Applay").format(" <!-- pmcoach: ignore {} -- as agreed -->")
        many = names.format(f", {unused}" if names.startswith("PMC210") else f"{unused}, ")
        text = WHOLE.replace(self.ROW.format(""), row.format(many))
        outcome = fixed(text)
        assert outcome.text == WHOLE.replace(self.ROW.format(""), row.format("PMC210"))
        assert len(outcome.messages) == len(re.findall(r"PMC20\d|impossible", many))

    def test_stay_where_what_they_let_pass_is_there(self) -> None:
        row = self.ROW.replace("Apply", "Applay").format(" <!-- pmcoach: ignore PMC210 -- as agreed -->")
        text = WHOLE.replace(self.ROW.format(""), row)
        assert fixed(text) == Fixed(text, ())


class TestLevels:
    def test_in_the_style_that_most_have(self) -> None:
        text = WHOLE.replace("| Apply |", "| application |", 1)
        outcome = fixed(text)
        assert outcome.text == WHOLE
        assert outcome.messages == ("“application” → “Apply”",)

    def test_in_nouns_where_most_are_nouns(self) -> None:
        row = "| Problem framing | Apply | Analyze | Brief of 3 March named one cause |\n"
        nouns = row.replace("Apply", "Application").replace("Analyze", "Analysis")
        mixed = nouns + "| Pricing | Apply | analysing | Memo of 9 March |\n"
        same = nouns + "| Pricing | Application | Analysis | Memo of 9 March |\n"
        assert fixed(WHOLE.replace(row, mixed)).text == WHOLE.replace(row, same)

    def test_in_the_spelling_that_most_have(self) -> None:
        rows = "| Pricing | Analyse | Synthesise | Memo of 9 March |\n| Craft | Apply | Analyse | Memo of 10 March |\n"
        row = "| Problem framing | Apply | Analyze | Brief of 3 March named one cause |\n"
        british = row.replace("Analyze", "Analyse") + rows
        assert fixed(WHOLE.replace(row, british)) == Fixed(WHOLE.replace(row, british), ())
        assert fixed(WHOLE.replace(row, row + rows)).text == WHOLE.replace(row, british)
        american = row + rows.replace("yse", "yze").replace("ise", "ize")
        one = american.replace("Synthesize", "synthesise", 1)
        assert fixed(WHOLE.replace(row, one)).text == WHOLE.replace(row, american)

    def test_in_either_spelling_where_neither_is_more_frequent(self) -> None:
        row = "| Problem framing | Apply | Analyze | Brief of 3 March named one cause |\n"
        both = f"{row}| Pricing | Apply | Analyse | Memo of 9 March |\n"
        assert fixed(WHOLE.replace(row, both)) == Fixed(WHOLE.replace(row, both), ())
        small = both.replace("Analyse", "analyse")
        assert fixed(WHOLE.replace(row, small)).text == WHOLE.replace(row, both)

    def test_an_activity_keeps_its_spelling(self) -> None:
        row = "| Problem framing | Apply | Analyze | Brief of 3 March named one cause |\n"
        british = row.replace("Apply", "Applying").replace("Analyze", "Analysing")
        mixed = british + "| Pricing | Analyse | Synthesising | Two analyses of 9 March |\n"
        same = mixed.replace("| Analyse |", "| Analysing |")
        assert fixed(WHOLE.replace(row, mixed)).text == WHOLE.replace(row, same)

    def test_a_word_of_a_sentence_is_left_to_its_author(self) -> None:
        ladder = "someone who *knows* can recite it; who *applies* can use it; and who *analyzes* can say why."
        text = replaced(WHOLE, "\n## 2)", f"\n**Bloom ladder:** {ladder}\n\n## 2)")
        assert "*knows* can" in fixed(text).text

    @pytest.mark.parametrize(
        "said",
        [
            "From apply to analyze by 28 November",
            "From *apply* to **analyze**.",
            "apply, sometimes analyze",
        ],
    )
    def test_a_change_told_in_a_sentence_is_left_to_its_author(self, said: str) -> None:
        text = replaced(WHOLE, "| Apply | Analyze |", f"| {said} | Analyze |")
        assert fixed(text).text == text

    def test_a_misspelt_one_is_a_guess(self) -> None:
        text = WHOLE.replace("| Analyze |", "| Analize |", 1)
        assert text != WHOLE
        assert fixed(text).text == text
        assert fixed(text, unsafe=True).text == WHOLE

    def test_what_is_said_besides_the_level_stays(self) -> None:
        text = WHOLE.replace("| Apply |", "| Application, so far |", 1)
        assert fixed(text).text == text

    def test_what_stands_together_is_written_alike(self) -> None:
        row = "| Problem framing | Apply | Analyze | Brief of 3 March named one cause |\n"
        nouns = row.replace("Apply", "Understanding").replace("Analyze", "Application (maintain)")
        assert fixed(WHOLE.replace(row, nouns)) == Fixed(WHOLE.replace(row, nouns), ())
        mixed = nouns + "| Pricing | Analysis | apply (maintain) | Memo of 9 March |\n"
        same = nouns + "| Pricing | Analysis | Application (maintain) | Memo of 9 March |\n"
        assert fixed(WHOLE.replace(row, mixed)).text == WHOLE.replace(row, same)


class TestDays:
    @pytest.mark.parametrize("word", ["by", "due"])
    def test_the_word_in_front_stays(self, word: str) -> None:
        text = replaced(WHOLE, "by Friday", f"{word} {{}}")
        assert fixed(text.format("5 October 2026")).text == text.format("2026-10-05")
        assert fixed(text.format("2026-10-05")).text == text.format("2026-10-05")

    @pytest.mark.parametrize("day", ["5 October 2026", "October 5, 2026", "2026/10/05", "5th Oct 2026", "2026-10-5"])
    def test_what_is_clear_becomes_year_month_day(self, day: str) -> None:
        text = WHOLE.replace("start: 2026-10-05", f"start: {day}")
        assert fixed(text).text == WHOLE

    @pytest.mark.parametrize("day", ["05/10/2026", "5 October", "Monday", "early October 2026"])
    def test_what_is_not_stays(self, day: str) -> None:
        text = WHOLE.replace("start: 2026-10-05", f"start: {day}")
        assert fixed(text, unsafe=True).text == text


class TestDaysWithoutTheirYear:
    """`start: 2026-10-05` and 8 weeks end on 2026-11-29."""

    ROW = "| 2026-10-09 | 1 | Brief | Cause named | Brief 2 | On track |\n"

    def test_are_proposed_where_the_cycle_leaves_one(self) -> None:
        text = replaced(WHOLE, "| 2026-10-09 | 1 |", "| Fri 9/10 | 1 |")
        [finding] = [each for each in check(read(text)) if each.code == "PMC211"]
        assert finding.message == "“Fri 9/10” does not say the year."
        assert finding.hint == "Write it as Fri 2026-10-09: in this cycle there is no other such day."
        assert finding.fix
        assert not finding.fix.safe
        assert fixed(text)[:2] == (text, ())
        assert fixed(text, unsafe=True)[:2] == (
            replaced(WHOLE, "| 2026-10-09 | 1 |", "| Fri 2026-10-09 | 1 |"),
            ("PMC211 “Fri 9/10” → “Fri 2026-10-09”",),
        )

    @pytest.mark.parametrize("day", ["2/10", "1/12", "Mon 9/10", "Mon 9 Oct", "31 Nov"])
    def test_stay_where_it_leaves_none(self, day: str) -> None:
        text = replaced(WHOLE, "| 2026-10-09 | 1 |", f"| {day} | 1 |")
        [finding] = [each for each in check(read(text)) if each.code == "PMC211"]
        assert (finding.hint, finding.fix) == ("Write it as year-month-day: 2026-10-05.", None)
        assert fixed(text, unsafe=True)[:2] == (text, ())

    @pytest.mark.parametrize("without", ["start: 2026-10-05\n", "weeks: 8\n"])
    def test_stay_where_nobody_knows_the_cycle(self, without: str) -> None:
        text = replaced(WHOLE, "| 2026-10-09 | 1 |", "| 9/10 | 1 |").replace(without, "")
        assert "| 9/10 | 1 |" in fixed(text, unsafe=True).text

    def test_stay_in_an_assessment_which_rests_on_what_was_before(self) -> None:
        log = "\n### Evidence log\n\n| Date | Evidence |\n|---|---|\n| 9/10 | Brief named one cause |\n"
        text = replaced(WHOLE, "\n## 3)", f"{log}\n## 3)")
        [finding] = [each for each in check(read(text)) if each.code == "PMC211"]
        assert finding.fix is None
        assert fixed(text, unsafe=True).text == text

    def test_change_nothing_else(self) -> None:
        rows = self.ROW.replace("2026-10-09", "16/10") + self.ROW.replace("2026-10-09", "05/11/2026")
        text = replaced(WHOLE, self.ROW, self.ROW + rows)
        outcome = fixed(text, unsafe=True)
        assert outcome.text == text.replace("| 16/10 |", "| 2026-10-16 |").replace("05/11/2026", "2026-11-05")
        before, after = read(text).data["follow_up"]["tracker"], read(outcome.text).data["follow_up"]["tracker"]
        assert [row.pop("date", None) for row in after] == ["2026-10-09", "2026-10-16", "2026-11-05"]
        assert [row.pop("date", None) for row in before] == ["2026-10-09", None, None]
        assert before == after


class TestWords:
    def test_a_misspelt_key(self) -> None:
        text = WHOLE.replace("\nstatus:", "\nstauts:")
        assert fixed(text).text == text
        assert fixed(text, unsafe=True).text == WHOLE

    def test_a_misspelt_value(self) -> None:
        text = replaced(WHOLE, "status: active", "status: actve")
        assert fixed(text).text == text
        assert fixed(text, unsafe=True).text == WHOLE

    @pytest.mark.parametrize("ends", ["\n", "\r\n"])
    def test_a_type_that_the_title_says(self, ends: str) -> None:
        text = f"---{ends}client: Northwind{ends}---{ends}{ends}# Event Log: Northwind{ends}"
        new, messages = fixed(text)[:2]
        assert new == text.replace(f"---{ends}", f"---{ends}type: event-log{ends}", 1)
        (message,) = [one for one in messages if "PMC113" in one]
        assert message == "PMC113 “type: event-log” added"

    @pytest.mark.parametrize("ends", ["\n", "\r\n"])
    def test_front_matter_where_there_is_none(self, ends: str) -> None:
        entry = "## 2026-10-02 — Decision — Pilot stopped\n\n**Duration:** 45 min\n\n"
        body = f"# Event Log: Northwind\n\n{entry}## 2026-10-09 — Call — Prices\n"
        text = body.replace("\n", ends)
        new, messages = fixed(text)[:2]
        assert new == f"---{ends}type: event-log{ends}---{ends}{ends}{text}"
        assert messages == ("PMC113 “type: event-log” added",)
        assert fixed(new) == Fixed(new, ())

    def test_no_front_matter_where_there_is_no_telling(self) -> None:
        text = "# Our coaching packs\n\nThey lie beside this page.\n"
        assert fixed(text) == Fixed(text, ())

    def test_no_type_below_one_that_is_still_to_fill(self) -> None:
        text = "---\nclient: Northwind\ntype:\n---\n\n# Event Log\n"
        assert fixed(text) == Fixed(text, ())

    def test_no_guess_at_who_may_read(self) -> None:
        text = replaced(WHOLE, "visibility: internal", "visibility: intrenal")
        assert fixed(text, unsafe=True).text == text


class TestParts:
    def test_in_order(self) -> None:
        head, rest = parts(WHOLE)
        for first in range(len(rest) - 1):
            moved = [*rest]
            moved[first], moved[first + 1] = moved[first + 1], moved[first]
            text = "\n".join([head, *(part.rstrip("\n") + "\n" for part in moved)])
            outcome = fixed(text)
            assert read(outcome.text).data == read(WHOLE).data
            assert [part.split("\n")[0] for part in parts(outcome.text)[1]] == [part.split("\n")[0] for part in rest]
            assert check(read(outcome.text)) == ()

    def test_other_sections_move_with_the_part_before_them(self) -> None:
        head, rest = parts(WHOLE)
        extra = "## Notes of lead-02\n\nNothing to be read.\n"
        text = "\n".join([head, rest[0], rest[2], extra, rest[1], *rest[3:]])
        after = parts(fixed(text).text)[1]
        titles = [part.split("\n")[0] for part in after]
        assert titles.index("## Notes of lead-02") == titles.index(rest[2].split("\n")[0]) + 1

    def test_missing_ones_are_added_blank_in_their_place(self) -> None:
        head, rest = parts(WHOLE)
        for missing in range(len(rest)):
            text = "\n".join([head, *(part for number, part in enumerate(rest) if number != missing)])
            outcome = fixed(text)
            assert len(outcome.messages) == 1
            titles = [part.split("\n")[0].split(")")[0] for part in parts(outcome.text)[1]]
            assert titles == [part.split("\n")[0].split(")")[0] for part in rest]
            assert {finding.code for finding in check(read(outcome.text))} <= {"PMC202", "PMC401"}
            assert text.rstrip() in outcome.text or missing < len(rest) - 1

    def test_a_plan_that_the_bets_tell_is_not_added(self) -> None:
        head, rest = parts(WHOLE)
        bets = "## 3) Shared Vision\n\n### Bet 1: Frame first\n\n**Weekly reps**\n\n- Cut a brief (30 min)\n"
        kept = [bets if number == 2 else part for number, part in enumerate(rest) if number not in (3, 6)]
        outcome = fixed("\n".join([head, *kept]).replace("status: active", "status: draft"))
        titles = [part.split("\n")[0].split(")")[0] for part in parts(outcome.text)[1]]
        assert titles == [part.split("\n")[0].split(")")[0] for number, part in enumerate(rest) if number != 3]

    @pytest.mark.parametrize("heading", ["Curent Assesment", "Curent assesments"])
    def test_what_another_heading_may_mean_is_not_added(self, heading: str) -> None:
        text = replaced(WHOLE, "## 2) Current Assessment", f"## {heading}")
        assert any(finding.code == "PMC301" for finding in check(read(text)))
        assert fixed(text)[:2] == (text, ())

    def test_nothing_is_added_to_what_has_no_part_at_all(self) -> None:
        text = parts(WHOLE)[0] + "\n"
        assert fixed(text).text == text


class TestWhatIsKept:
    @pytest.mark.parametrize("ends", ["\r\n", "\n", "\r"])
    @pytest.mark.parametrize("mark", ["\ufeff", ""])
    def test_line_ends_and_the_byte_order_mark(self, ends: str, mark: str) -> None:
        text = mark + WHOLE.replace("start: 2026-10-05", "start: 5 October 2026").replace("\n", ends)
        document = read_document(text.encode(), FILE.name)
        outcome = fix_document(
            document, check, lambda text: read_document((mark + text).encode(), FILE.name), unsafe=False
        )
        assert outcome.text == mark + WHOLE.replace("\n", ends)

    def test_a_document_of_no_known_type(self) -> None:
        text = "---\ntype: coaching-pakc\n---\n"
        assert fixed(text, unsafe=True)[:2] == (text, ())

    def test_a_fix_that_would_change_more_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        start = WHOLE.index("weeks: 8")
        bad = Proposal("weeks", (((start, start + len("weeks: 8")), "weeks: 9"),), safe=True, keeps_data=True)
        monkeypatch.setattr(apply, "STEPS", (lambda document, findings: iter([bad]),))
        assert fixed(WHOLE)[:2] == (WHOLE, ())
        other = WHOLE.index("status:")
        two = Proposal("both", (((other, other), ""), ((start, start), "# ")), safe=True, keeps_data=False)
        monkeypatch.setattr(apply, "STEPS", (lambda document, findings: iter([two]),))
        assert fixed(WHOLE).text == WHOLE


class TestRefusedAmongOthers:
    """What is refused keeps nothing else from being applied."""

    @pytest.mark.parametrize("refused", [set[int](), {0}, {3, 11}, {*range(0, 24, 2)}, {*range(24)}])
    def test_all_others_are_applied_at_once(self, monkeypatch: pytest.MonkeyPatch, refused: set[int]) -> None:
        words = " ".join(f"x{at}" for at in range(24))
        text = WHOLE.replace("status:", f"assumptions:\n  - {words}\nstatus:", 1)
        places = [match.span() for match in re.finditer(r"\bx\d+\b", text)]
        proposed = [
            Proposal(f"x{at}", ((span, f"y{at}"),), safe=True, keeps_data=at in refused)  # which it does not
            for at, span in enumerate(places)
        ]
        monkeypatch.setattr(apply, "STEPS", (lambda document, _: iter(proposed if document.text == text else ()),))
        kept = {*range(24)} - refused
        outcome = fixed(text)
        assert outcome.messages == tuple(f"x{at}" for at in sorted(kept))
        said = outcome.text[places[0][0] : places[-1][1]].split()
        assert said == [f"y{at}" if at in kept else f"x{at}" for at in range(24)]


@settings(deadline=None, max_examples=25)
@given(
    st.lists(
        st.sampled_from(
            [
                ("| Apply |", "| Application |"),
                ("| Analyze |", "| Analize |"),
                ("2026-10-05", "5 October 2026"),
                ("\nstatus:", "\nstauts:"),
                ("| Understand |", "| comprehension |"),
                ("2026-10-08", "8 Oct 2026"),
            ]
        ),
        max_size=4,
    ),
    st.permutations(range(3)),
)
def test_fixing_twice_is_fixing_once_and_nothing_gets_worse(changes: list[tuple[str, str]], order: list[int]) -> None:
    head, rest = parts(WHOLE)
    text = "\n".join([head, *(rest[number] for number in order), *rest[3:]])
    for old, new in changes:
        text = text.replace(old, new, 1)
    for unsafe in (False, True):
        once = fixed(text, unsafe=unsafe)
        assert fixed(once.text, unsafe=unsafe)[:2] == (once.text, ())
        assert len(check(read(once.text))) <= len(check(read(text)))
        if not unsafe:
            assert read(once.text).data == read(text).data
