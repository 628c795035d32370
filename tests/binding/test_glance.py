"""What a cell says at a glance is what a closer look finds in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.binding.extract import Extraction
from pmcoach_lint.binding.glance import UNCLEAR, glance_for
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.readers import READERS, Context
from pmcoach_lint.doctypes import Catalogue

PACK = Catalogue.own().find("coaching-pack")
assert PACK is not None
LEVELS = PACK.binding.fields["assessment"].fields["levels"]
REPS = PACK.binding.fields["plan"].fields["bets"].fields["reps"]
FIELDS = [field for field in (*LEVELS.fields.values(), *REPS.fields.values()) if field.kind == "value"]
CONTEXT = Context(start="2026-10-05", weeks=8)
SAID = ("Analyze", "apply (3)", "Apply → Analyze", "2026-10-08", "H", "35", "1–2", "**E1**", "–", "?", "TBD", "<x>")


def at_a_glance(field: Binding, use: Use, text: str) -> object:
    glance = glance_for(field, use)
    assert glance is not None
    return glance(text, CONTEXT)


def test_each_field_that_is_one_value_is_read_at_a_glance() -> None:
    assert {field.name for field in FIELDS} >= {"current", "target", "gap", "priority", "minutes", "weeks"}


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: str(field.name))
@given(text=st.sampled_from(SAID) | st.text(alphabet="abE1 -–*<>[]&;?%_.|\\", max_size=40).map(str.strip))
def test_it_agrees_with_a_closer_look(field: Binding, text: str) -> None:
    seen = at_a_glance(field, Use(field.name), text)
    reading = Extraction(text, CONTEXT)
    looked = reading.value(field, (0, len(text)), ("x",), Use(field.name))
    if seen is not UNCLEAR:
        assert seen == looked
        assert reading.values == {("x",): (0, len(text))}
        assert not reading.offences


@pytest.mark.parametrize("text", ["", "–", "?", "TBD", "<name>", "**Apply**", "[Level]", "Analize"])
def test_what_needs_a_closer_look_is_left_to_it(text: str) -> None:
    assert at_a_glance(LEVELS.fields["current"], Use("current"), text) is UNCLEAR


def test_a_part_of_what_a_reader_finds_is_taken() -> None:
    use = Use("target", "to", "level-change")
    assert at_a_glance(LEVELS.fields["target"], use, "Apply → Analyze") == "Analyze"
    assert "level-change" in READERS


def test_a_list_needs_a_closer_look() -> None:
    assert glance_for(LEVELS.fields["evidence"], Use("evidence")) is None
