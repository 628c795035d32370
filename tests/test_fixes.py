"""Fixes: each puts right what it says and nothing else, what would change more is refused, and twice is once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmcoach_lint.document import Document, read_document
from pmcoach_lint.engine import Linter
from pmcoach_lint.finding import Finding
from pmcoach_lint.fixes import Fixed, fix_document
from pmcoach_lint.settings import Settings
from tests.packs import WHOLE

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
    assert fixed(WHOLE, unsafe=True) == (WHOLE, ())


class TestLevels:
    def test_in_the_style_that_most_have(self) -> None:
        text = WHOLE.replace("| Apply |", "| application |", 1)
        outcome = fixed(text)
        assert outcome.text == WHOLE
        assert outcome.messages == ("application → Apply",)

    def test_in_nouns_where_most_are_nouns(self) -> None:
        row = "| Problem framing | Apply | Analyze | Brief of 3 March named one cause |\n"
        nouns = row.replace("Apply", "Application").replace("Analyze", "Analysis")
        mixed = nouns + "| Pricing | Apply | analysing | Memo of 9 March |\n"
        same = nouns + "| Pricing | Application | Analysis | Memo of 9 March |\n"
        assert fixed(WHOLE.replace(row, mixed)).text == WHOLE.replace(row, same)

    def test_a_misspelt_one_is_a_guess(self) -> None:
        text = WHOLE.replace("| Analyze |", "| Analize |", 1)
        assert text != WHOLE
        assert fixed(text).text == text
        assert fixed(text, unsafe=True).text == WHOLE

    def test_what_is_said_besides_the_level_stays(self) -> None:
        text = WHOLE.replace("| Apply |", "| Application, so far |", 1)
        assert fixed(text).text == text


class TestDays:
    @pytest.mark.parametrize("day", ["5 October 2026", "October 5, 2026", "2026/10/05", "5th Oct 2026", "2026-10-5"])
    def test_what_is_clear_becomes_year_month_day(self, day: str) -> None:
        text = WHOLE.replace("start: 2026-10-05", f"start: {day}")
        assert fixed(text).text == WHOLE

    @pytest.mark.parametrize("day", ["05/10/2026", "5 October", "Monday", "early October 2026"])
    def test_what_is_not_stays(self, day: str) -> None:
        text = WHOLE.replace("start: 2026-10-05", f"start: {day}")
        assert fixed(text, unsafe=True).text == text


class TestWords:
    def test_a_misspelt_key(self) -> None:
        text = WHOLE.replace("\nstatus:", "\nstauts:")
        assert fixed(text).text == text
        assert fixed(text, unsafe=True).text == WHOLE

    def test_a_misspelt_value(self) -> None:
        text = WHOLE.replace("visibility: internal", "visibility: intrenal")
        assert fixed(text, unsafe=True).text in (WHOLE, text)
        text = WHOLE.replace("status: draft", "status: darft")
        assert text == WHOLE or fixed(text, unsafe=True).text == WHOLE


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

    def test_nothing_is_added_to_what_has_no_part_at_all(self) -> None:
        text = parts(WHOLE)[0] + "\n"
        assert fixed(text).text == text


class TestWhatIsKept:
    @pytest.mark.parametrize("ends", ["\r\n", "\n"])
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
        assert fixed(text, unsafe=True) == (text, ())

    def test_a_fix_that_would_change_more_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from pmcoach_lint.fixes import apply
        from pmcoach_lint.fixes.proposal import Proposal

        start = WHOLE.index("weeks: 8")
        bad = Proposal("weeks", (((start, start + len("weeks: 8")), "weeks: 9"),), safe=True, keeps_data=True)
        monkeypatch.setattr(apply, "STEPS", (lambda document, findings: iter([bad]),))
        assert fixed(WHOLE) == (WHOLE, ())
        other = WHOLE.index("status:")
        two = Proposal("both", (((other, other), ""), ((start, start), "# ")), safe=True, keeps_data=False)
        monkeypatch.setattr(apply, "STEPS", (lambda document, findings: iter([two]),))
        assert fixed(WHOLE).text == WHOLE


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
        assert fixed(once.text, unsafe=unsafe) == (once.text, ())
        assert len(check(read(once.text))) <= len(check(read(text)))
        if not unsafe:
            assert read(once.text).data == read(text).data
