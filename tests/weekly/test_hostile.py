"""Packs in any state: half written, cut off, with lines in the wrong place. What keeps a pack may fail on none."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmcoach_lint.generate.agenda import agenda_of, to_markdown, to_plain
from pmcoach_lint.generate.calendar import entries_of, to_ics
from pmcoach_lint.generate.cycle_end import lacking, levels_table
from pmcoach_lint.generate.next_cycle import NextCycle
from pmcoach_lint.generate.overview import to_data, to_text
from pmcoach_lint.generate.tables import tables_of, to_csv
from pmcoach_lint.weekly.overview import pack_line
from tests.packs import EXAMPLES, ROOT, WHOLE
from tests.weekly.standings import standing

OTHERS = [ROOT / "tests" / "data" / name for name in ("terse.md", "llm-bold.md", "llm-tables.md", "llm-template.md")]
TEXTS = [WHOLE, *(path.read_text("utf-8") for path in (*EXAMPLES, *OTHERS))]


@st.composite
def broken(draw: st.DrawFn) -> str:
    """A pack of which some lines are gone, doubled, cut, moved or garbled."""
    lines = draw(st.sampled_from(TEXTS)).split("\n")
    for _ in range(draw(st.integers(0, 8))):
        place, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        what = draw(st.sampled_from(("gone", "doubled", "cut", "moved", "garbled")))
        if what == "gone" and len(lines) > 2:
            del lines[place]
        elif what == "doubled":
            lines.insert(other, lines[place])
        elif what == "cut":
            lines[place] = lines[place][: draw(st.integers(0, len(lines[place])))]
        elif what == "moved":
            lines[place], lines[other] = lines[other], lines[place]
        else:
            lines[place] = lines[place].replace(
                draw(st.sampled_from("|:-#0123")), draw(st.sampled_from(("", "|", "99999")))
            )
    return "\n".join(lines)


@given(broken())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_nothing_fails_whatever_state_a_pack_is_in(text: str) -> None:
    st_ = standing(text, "2026-11-02")
    doctype = st_.chain.pack.doctype
    if doctype is None or doctype.name != "coaching-pack":
        return
    agenda = agenda_of(st_)
    assert to_markdown(agenda).startswith(f"# {agenda.title}\n")
    assert "Where the bets stand" not in to_plain(agenda)
    assert to_ics(entries_of(st_), st_).count(b"BEGIN:VEVENT") == len(entries_of(st_))
    assert all(to_csv(table).count("\r\n") > len(table.rows) for table in tables_of(st_.chain.pack))
    line = pack_line(st_)
    assert to_text([line], [], details=True).startswith("Pack")
    assert to_data([line], [], st_.as_of)["packs"][0]["file"] == line.file
    assert all(sentence.endswith(".") for sentence in lacking(st_))
    assert levels_table(st_).startswith("### Levels reached")
    assert NextCycle(st_, date(2027, 1, 4), 8, {}).text(doctype, "a.md").startswith("---\ntype: coaching-pack\n")
