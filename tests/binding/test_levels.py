"""Levels of Bloom's ladder and changes of level, as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.readers.bloom import LADDERS, LEVELS, WORDS, edition_told, level_number, short_forms
from pmcoach_lint.readers.registry import Context, Unreadable, read_value

OLD, NEW = Context(edition=1956), Context(edition=2001)
LADDER = "The levels, from the lowest up, are Know, Understand, Apply, Analyze, Synthesize, Evaluate."
ONE = "Write the one level that the evidence shows."
ONE_OF_OURS = f"{ONE} A number on a ladder of your own belongs elsewhere."
BOTH = "Write the current and the target level: Apply → Analyze."


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("| Framing | Remember | Apply | Create |", 2001),
        ("- **Remember**: lists\n- Create: invents\n", 2001),
        ("**Change:** Evaluate → Create", 2001),
        ("| L6 Create | Know |", 1956),
        ("Remember to ask. Create a map -- and create another.", 1956),
        ("| Create | Synthesis |", 1956),
        ("| Apply | Evaluate |", 1956),
        ("| Creative lead |", 1956),
        ("Ladder: Know < Understand < Apply < Analyze < Evaluate < Create.", 2001),
        ("Knowing (1), Understanding (2), Applying (3), Analysing (4), Evaluating (5), Creating (6)", 2001),
        ("K=Know, U=Understand, A=Apply, An=Analyze, E=Evaluate, C=Create.", 2001),
        ("| Skill | 1 Know | 2 Understand | 3 Apply | 4 Analyze | 5 Evaluate | 6 Create |\n|---|", 2001),
        ("the ladder of know, understand, apply, analyze, evaluate, create: delegating at apply", 2001),
        ("Know, Understand, Apply, Analyze, Synthesize, Evaluate, and create a note", 1956),
        ("Know, Understand, Apply, Analyze, Evaluate.\nThen we create a note.", 1956),
        ("We evaluate what we understand, apply it, and create value.", 1956),
        ("Create, Evaluate, Analyze, Apply, Understand", 1956),
    ],
)
def test_the_names_of_one_edition_alone_tell_it(text: str, edition: int) -> None:
    assert edition_told(text) == edition


LEGEND = "Scale: K=Know, U = Understand, A=Apply, An=Analyze, E=Evaluate, C=Create. x=Apply"


def test_short_forms_are_those_that_the_document_explains() -> None:
    short = short_forms(LEGEND)
    assert dict(short) == {
        "k": "Know",
        "u": "Understand",
        "a": "Apply",
        "an": "Analyze",
        "e": "Evaluate",
        "c": "Create",
    }
    context = Context(edition=2001, short=short)
    assert [read_value("level", text, context) for text in ("U", "an", "(E)", "A.", "Apply", "3")] == [
        "Understand",
        "Analyze",
        "Evaluate",
        "Apply",
        "Apply",
        "Apply",
    ]
    assert read_value("level-change", "U -> An", context) == {"from": "Understand", "to": "Analyze"}


SHORT_FORMS = "K = know, U = understand, Ap = apply, An = analyze, S = synthesize, E = evaluate"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Ap – notes from Nov 12, 19 and 26", "Apply"),
        ("U → first real no on Nov 20", "Understand"),
        ("U (thin evidence)", "Understand"),
        ("S; one example", "Synthesize"),
        ("An. Clear in both", "Analyze"),
        ("Ap: shaky", "Apply"),
        ("**U** ?", "Understand"),
        ("**An**, twice", "Analyze"),
    ],
)
def test_a_remark_may_stand_behind_a_short_form(text: str, level: str) -> None:
    assert read_value("level", text, Context(short=short_forms(SHORT_FORMS))) == level


@pytest.mark.parametrize("text", ["U → Ap", "K & S", "A good deal of work", "Eh – hard to tell"])
def test_two_levels_or_other_words_behind_a_short_form_are_refused(text: str) -> None:
    assert refusal("level", text, Context(short=short_forms(SHORT_FORMS))).rule == "not-a-level"


@pytest.mark.parametrize(
    ("legend", "text", "level"),
    [
        ("D1 know · D2 understand · D3 apply · D4 analyze", "D3", "Apply"),
        ("| C1 | Know |\n| C2 | Understand |\n| C3 | Apply |", "C2 – one example", "Understand"),
        ("L0 = Know, L1 = Understand, L2 = Apply", "L1", "Understand"),
        ("0 Know, 1 Understand, 2 Apply, 3 Analyse", "2 Apply", "Apply"),
        ("0 Know, 1 Understand, 2 Apply, 3 Analyse", "2", "Apply"),
        ("1 Remember 2 Understand 3 Apply 4 Analyse 5 Create 6 Evaluate", "5 Create", "Create"),
        ("1 Remember 2 Understand 3 Apply 4 Analyse 5 Create 6 Evaluate", "6", "Evaluate"),
        ("", "B3", "Apply"),
    ],
)
def test_a_document_may_number_the_levels_in_its_own_way(legend: str, text: str, level: str) -> None:
    edition = edition_told(legend)
    assert read_value("level", text, Context(edition=edition, short=short_forms(legend))) == level


@pytest.mark.parametrize("text", ["1. Understand\n2. Apply\n3. Analyze", "L2 Understand, L3 Apply", "v2 understand"])
def test_numbers_of_a_list_and_the_usual_ones_explain_nothing(text: str) -> None:
    assert short_forms(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "no rating: nothing of yours has shipped yet",
        "None yet",
        "no evidence, so no rating",
        "too early to say",
        "can't tell yet",
        "haven't seen it",
        "unrated",
        "Not rated yet",
        "not enough seen",
        "n.r.",
        "not applicable",
    ],
)
def test_who_does_not_know_a_level_may_say_so_in_any_words(text: str) -> None:
    assert read_value("level", text, OLD) == "unknown"


@pytest.mark.parametrize("text", ["nothing special", "not bad", "no", "too slow", "newish"])
def test_other_words_than_those_are_no_unknown_level(text: str) -> None:
    assert refusal("level", text).rule == "not-a-level"


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("C1 Apply (3) → Synthesize (5); C2 Apply (3) → Analyze (4)", ("Apply", "Synthesize")),
        ("Apply → Evaluate (framing); Know → Apply (insight)", ("Apply", "Evaluate")),
        ("Understand → Apply → Analyze", ("Understand", "Analyze")),
        ("Insight synthesis: Apply → Analyze", ("Apply", "Analyze")),
        ("Cross-functional stakeholder alignment: Apply → Analyze", ("Apply", "Analyze")),
        ("Know → Apply, with Analyze on one brief", ("Know", "Apply")),
        ("B2 → B4", ("Understand", "Analyze")),
    ],
)
def test_of_several_steps_the_first_counts(text: str, change: tuple[str, str]) -> None:
    assert read_value("level-change", text, OLD) == dict(zip(("from", "to"), change, strict=True))


@pytest.mark.parametrize("row", ["K U Ap An S E", "| K | U | Ap | An | S | E |", "Kn < Un < Ap < An < Sy < Ev"])
def test_a_ladder_told_in_a_row_needs_no_word_about_its_short_forms(row: str) -> None:
    short = dict(short_forms(f"Bloom key: {row}\n"))
    forms = row.replace("|", " ").replace("<", " ").lower().split()
    assert [short[form] for form in forms] == list(LADDERS[1956])


@pytest.mark.parametrize("row", ["K U A An S E", "U K Ap An S E", "K, U, Ap"])
def test_a_row_that_is_no_whole_ladder_explains_nothing(row: str) -> None:
    assert short_forms(f"Bloom key: {row} Ap \n") == ()


@pytest.mark.parametrize(
    "text",
    [
        "No sign in it",
        "K=Know, U=Understand",
        "A=Apply, A=Analyze, E=Evaluate, C=Create",
        "x = 1, KPI = Revenue, A = Alice, B = Bob",
        "Apply=Understand, Know=Apply, Evaluate=Create",
    ],
)
def test_short_forms_of_two_levels_or_of_few_are_none(text: str) -> None:
    assert short_forms(text) == ()


@pytest.mark.parametrize("text", ["U", "A", "(E)"])
def test_a_short_form_that_nothing_explains_is_refused_and_told_how_to_explain(text: str) -> None:
    hint = f"{LADDER} If you shorten them, say once how: K = Know, U = Understand, A = Apply."
    assert refusal("level", text).hint == hint


def test_a_number_that_another_level_is_named_behind_is_refused() -> None:
    message = "“step 3 (Analysing)” names two levels: Apply, by its number, and Analyze."
    assert refusal("level", "step 3 (Analysing)").message == message


def refusal(reader: str, text: str, context: Context = OLD) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read_value(reader, text, context)
    return caught.value


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Apply", "Apply"),
        ("an", "Analyze"),
        ("synth.", "Synthesize"),
        ("3-ish", "Apply"),
        ("2 Understand, touching 3", "Understand"),
        ("Apply, sometimes Analyze", "Apply"),
        ("Understand – at times Apply", "Understand"),
        ("APPLY", "Apply"),
        ("application", "Apply"),
        ("Applying (3)", "Apply"),
        ("applies it", "Apply"),
        ("L3", "Apply"),
        ("l 3", "Apply"),
        ("Level 3", "Apply"),
        ("3", "Apply"),
        ("(3)", "Apply"),
        ("4/6", "Analyze"),
        ("Level 3 of 6", "Apply"),
        ("Bloom's level 2", "Understand"),
        ("L3 - Apply", "Apply"),
        ("Ap (3)", "Apply"),
        ("U (2)", "Understand"),
        ("an. (L4)", "Analyze"),
        ("L3: Apply", "Apply"),
        ("3 – Application", "Apply"),
        ("Apply (L3)", "Apply"),
        ("Analysis (maintain)", "Analyze"),
        ("analysing", "Analyze"),
        ("Comprehension", "Understand"),
        ("Knowledge", "Know"),
        ("Synthesise", "Synthesize"),
        ("evaluation", "Evaluate"),
        ("Apply?", "Apply"),
        ("Emerging Apply", "Apply"),
        ("Apply (with help)", "Apply"),
        ("Understand (cannot apply yet)", "Understand"),
        ("Apply – runs releases alone; analysis still needs help", "Apply"),
        ("L3 – Apply: the analysis comes next", "Apply"),
        ("Apply: fills the frame when handed one", "Apply"),
        ("Apply, reaching for Analyze", "Apply"),
        ("APPLY, near ANALYZE : he found what export hides", "Apply"),
        ("Apply, close to Analyze", "Apply"),
        ("Apply – almost Analyze", "Apply"),
        ("Understand, not yet Apply", "Understand"),
        ("Remember/know", "Know"),
        ("Know / Remember", "Know"),
        ("Apply; ideally Analyze", "Apply"),
        ("Apply – later Analyze", "Apply"),
        ("unknown", "unknown"),
        ("Not yet assessed", "unknown"),
        ("Unclear (one example only)", "unknown"),
        ("step 2", "Understand"),
        ("Stage 3", "Apply"),
        ("step 1 (Knowing)", "Know"),
        ("rung 4 (Analysing)", "Analyze"),
        ("3 (with help)", "Apply"),
        ("?", "unknown"),
    ],
)
def test_a_level_in_the_words_of_1956(text: str, level: str) -> None:
    assert read_value("level", text, OLD) == level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("L1", "Remember"),
        ("5", "Evaluate"),
        ("Level 6", "Create"),
        ("Creating (6)", "Create"),
        ("Evaluate (5)", "Evaluate"),
        ("step 1 (Knowing)", "Know"),
        ("Know (1)", "Know"),
    ],
)
def test_a_number_counts_on_the_ladder_of_the_edition(text: str, level: str) -> None:
    assert read_value("level", text, NEW) == level


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("Know/Apply", "“Know/Apply” names 2 levels: Know and Apply.", ONE),
        ("Apply – Evaluate", "“Apply – Evaluate” names 2 levels: Apply and Evaluate.", ONE),
        ("Apply → Analyze", "“Apply → Analyze” names 2 levels: Apply and Analyze.", ONE),
        (
            "Know, Understand or Apply",
            "“Know, Understand or Apply” names 3 levels: Know and Understand and Apply.",
            ONE,
        ),
        ("2/3", "“2/3” names 2 levels.", ONE),
        ("2-5", "“2-5” names 2 levels.", ONE),
        ("later Apply, Analyze", "“later Apply, Analyze” names 2 levels: Apply and Analyze.", ONE),
        ("Apply (4)", "“Apply (4)” names two levels: Apply, and level 4, which is Analyze.", ONE_OF_OURS),
        ("L4 Apply", "“L4 Apply” names two levels: Apply, and level 4, which is Analyze.", ONE_OF_OURS),
        ("Evaluate (5)", "“Evaluate (5)” names two levels: Evaluate, and level 5, which is Synthesize.", ONE_OF_OURS),
        ("not Apply", "“not Apply” says what the level is not (“not”).", "Write the level that the evidence shows."),
        (
            "Doesn’t know",
            "“Doesn’t know” says what the level is not (“n’t”).",
            "Write the level that the evidence shows.",
        ),
        (
            "almost Analyze",
            "“almost Analyze” says what the level is not (“almost”).",
            "Write the level that the evidence shows.",
        ),
        ("Low", "“Low” is not a Bloom level.", LADDER),
        ("7", "“7” is not a Bloom level.", LADDER),
        ("≤ 4", "“≤ 4” is not a Bloom level.", LADDER),
        (">3", "“>3” is not a Bloom level.", LADDER),
        ("< 2", "“< 2” is not a Bloom level.", LADDER),
        ("0", "“0” is not a Bloom level.", LADDER),
        ("2 competencies", "“2 competencies” is not a Bloom level.", LADDER),
        ("Needs to apply more rigour in specs", "“Needs to apply more rigour in specs” is not a Bloom level.", LADDER),
    ],
)
def test_what_is_no_single_level_is_refused_and_not_guessed(text: str, message: str, hint: str) -> None:
    problem = refusal("level", text)
    assert (problem.rule, problem.message, problem.hint, problem.instead) == ("not-a-level", message, hint, None)


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("Know / Understand", "Know", "Understand"),
        ("Understand/Apply", "Understand", "Apply"),
        ("Apply – Analyze", "Apply", "Analyze"),
        ("Analyze/Apply", "Apply", "Analyze"),
        ("Apply, Analyze", "Apply", "Analyze"),
        ("Understand, Apply in places", "Understand", "Apply"),
        ("between Apply and Analyze", "Apply", "Analyze"),
        ("somewhere between Understand and Apply", "Understand", "Apply"),
        ("Apply or Analysis", "Apply", "Analyze"),
        ("3–4", "Apply", "Analyze"),
        ("2-3", "Understand", "Apply"),
        ("L3/L4", "Apply", "Analyze"),
        ("2.5", "Understand", "Apply"),
        ("L3.5", "Apply", "Analyze"),
    ],
)
def test_between_two_levels_the_lower_one_counts(text: str, lower: str, upper: str) -> None:
    problem = refusal("level", text)
    assert (problem.rule, problem.value) == ("between-two-levels", lower)
    assert problem.message == f"“{text}” is between two levels: {lower} and {upper}."
    assert problem.hint == f"Settle for one of them. Until then the lower one counts: {lower}."


def test_levels_between_two_stand_on_the_ladder_of_the_edition() -> None:
    assert refusal("level", "Evaluate/Create", NEW).value == "Evaluate"
    assert refusal("level", "Analyze / Synthesize", NEW).rule == "not-a-level"
    assert refusal("level", "4–5", NEW).value == "Analyze"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Apply, near Analyze", "Apply"),
        ("APPLY, near ANALYZE : he found that the export hides three weeks of work", "Apply"),
        ("Understand, moving to Apply", "Understand"),
        ("Apply, with first signs of Analyze", "Apply"),
        ("Apply – not yet Analyze", "Apply"),
        ("Understand (towards Apply)", "Understand"),
        ("Apply (3), tentative", "Apply"),
        ("Analyze (4), with first signs of Synthesize (5)", "Analyze"),
        ("Apply (3), reaching Analyze (4) on the second brief", "Apply"),
    ],
)
def test_a_level_with_the_next_in_sight_is_that_level(text: str, level: str) -> None:
    assert read_value("level", text, OLD) == level


@pytest.mark.parametrize(
    "text",
    ["not rated", "❓ not rated", "❓", "?", "n/a", "Not yet rated", "not rated: no evidence", "unrated", "can't tell"],
)
def test_who_cannot_tell_a_level_says_so(text: str) -> None:
    assert read_value("level", text, OLD) == "unknown"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 → 3–4", {"from": "Apply", "to": "Apply"}),
        ("Know/Understand → Apply", {"from": "Know", "to": "Apply"}),
        ("Understand → Apply/Analyze", {"from": "Understand", "to": "Apply"}),
    ],
)
def test_a_change_from_or_to_between_two_levels(text: str, expected: dict[str, str]) -> None:
    problem = refusal("level-change", text)
    assert (problem.rule, problem.value) == ("between-two-levels", expected)


@given(st.sampled_from(LADDERS[1956]), st.sampled_from(LADDERS[1956]), st.sampled_from(["/", " / ", "–", " or ", ", "]))
def test_only_levels_that_follow_each_other_have_something_between(one: str, other: str, joint: str) -> None:
    rungs = sorted(LADDERS[1956].index(level) for level in (one, other))
    if one == other:
        assert read_value("level", f"{one}{joint}{other}", OLD) == one
        return
    problem = refusal("level", f"{one}{joint}{other}")
    assert (problem.value is None) is (rungs[1] - rungs[0] > 1)


@pytest.mark.parametrize(
    ("text", "meant", "instead"),
    [
        ("Analize", "Analyze", "Analyze"),
        ("Evalute", "Evaluate", "Evaluate"),
        ("Syntesis (5)", "Synthesize", "Synthesize (5)"),
        ("applied", "Apply", "Apply"),
        ("Anlysis", "Analyze", "Analyze"),
    ],
)
def test_a_misspelt_level_is_told_with_the_one_that_was_meant(text: str, meant: str, instead: str) -> None:
    problem = refusal("level", text)
    assert problem.message == f"“{text}” is not a Bloom level. Did you mean “{meant}”?"
    assert problem.hint == LADDER
    assert problem.instead == instead
    assert read_value("level", instead, OLD) == meant


def test_the_ladder_in_the_hint_is_the_edition_s() -> None:
    assert refusal("level", "high", NEW).hint == (
        "The levels, from the lowest up, are Remember, Understand, Apply, Analyze, Evaluate, Create."
    )


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Apply → Analyze", "Apply", "Analyze"),
        ("Apply→Analyze", "Apply", "Analyze"),
        ("Application --> Analysis", "Apply", "Analyze"),
        ("Apply -> Analyze (week 8)", "Apply", "Analyze"),
        ("Apply => Analyze", "Apply", "Analyze"),
        ("Apply > Analyze", "Apply", "Analyze"),
        ("Apply ➡️ Analyze", "Apply", "Analyze"),
        ("Apply to Analyze", "Apply", "Analyze"),
        ("from Apply to Analyze", "Apply", "Analyze"),
        ("From L3 to L4", "Apply", "Analyze"),
        ("3 -> 4", "Apply", "Analyze"),
        ("L3→L4", "Apply", "Analyze"),
        ("Applying (3) → Analyzing (4)", "Apply", "Analyze"),
        ("unknown → Apply", "unknown", "Apply"),
        ("Analysis (maintain)", "Analyze", "Analyze"),
        ("maintain Analysis", "Analyze", "Analyze"),
        ("Analyze (no change)", "Analyze", "Analyze"),
        ("Apply → Apply", "Apply", "Apply"),
        ("Know → Apply, reaching for Analyze", "Know", "Apply"),
        ("Apply → Analyze, if possible Synthesize", "Apply", "Analyze"),
        ("C1 Apply (3) → Synthesize (5); C2 Apply (3) → Analyze (4)", "Apply", "Synthesize"),
        ("Know → Apply (framing), Apply → Analyze (synthesis)", "Know", "Apply"),
        ("Understand → Apply<br>Know → Understand", "Understand", "Apply"),
        ("Framing Level 3 → 5; Synthesis Level 2 → 4", "Apply", "Synthesize"),
        ("Framing: 2 -> 4, Memos: 3 -> 4", "Understand", "Analyze"),
        ("Framing **2 → 3** and Memos **3 → 4**", "Understand", "Apply"),
    ],
)
def test_a_change_of_level(text: str, before: str, after: str) -> None:
    assert read_value("level-change", text, OLD) == {"from": before, "to": after}


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("2 → 3 → 4", "“2 → 3 → 4” goes over 3 levels.", BOTH),
        ("Week 1 to 2, week 3 to 4", "“Week 1 to 2, week 3 to 4” goes over 3 levels.", BOTH),
        (f"{'calls 1 to 2, ' * 40}x", f"“{'calls 1 to 2, ' * 40}x” goes over 41 levels.", BOTH),
        ("calls 5 → 2; memos 3 → 4", "“calls 5 → 2; memos 3 → 4” goes over 3 levels.", BOTH),
        ("Apply →", "“Apply →” names only one of the two levels.", BOTH),
        ("→ Analyze", "“→ Analyze” names only one of the two levels.", BOTH),
        ("to Analyze", "“to Analyze” names only one of the two levels.", BOTH),
        (
            "Analyze",
            "“Analyze” names only one of the two levels.",
            f"{BOTH} Where it stays as it is: Analyze (maintain).",
        ),
        ("Apply/Analyze", "“Apply/Analyze” names 2 levels: Apply and Analyze.", BOTH),
        ("Low → High", "“Low” is not a Bloom level.", LADDER),
    ],
)
def test_a_change_with_a_side_missing_is_not_guessed(text: str, message: str, hint: str) -> None:
    problem = refusal("level-change", text)
    assert (problem.rule, problem.message, problem.hint, problem.instead) == ("not-a-level", message, hint, None)


def test_what_is_proposed_for_a_misspelt_side_keeps_the_other_side() -> None:
    problem = refusal("level-change", "Apply → Anlyze")
    assert problem.message == "“Anlyze” is not a Bloom level. Did you mean “Analyze”?"
    assert problem.instead == "Apply → Analyze"


@given(st.sampled_from(sorted(WORDS)), st.sampled_from(["{}", " {}", "{}.", "({})", "{} (thin evidence)", "{}?"]))
def test_every_form_of_every_level_is_read(word: str, frame: str) -> None:
    assert read_value("level", frame.format(word), OLD) == WORDS[word]
    assert read_value("level", frame.format(word.capitalize()), NEW) == WORDS[word]


@given(
    st.sampled_from([1956, 2001]), st.integers(1, 6), st.sampled_from(["{}", "L{}", "Level {}", "({})", "l{}", "{}/6"])
)
def test_every_number_is_a_rung(edition: int, rung: int, frame: str) -> None:
    level = read_value("level", frame.format(rung), Context(edition=edition))
    assert level == LADDERS[edition][rung - 1]
    assert level_number(level, edition) == rung


@given(st.sampled_from(LEVELS), st.sampled_from(LEVELS), st.sampled_from(["→", "->", "-->", "=>", "to", "➜"]))
def test_a_change_says_both_its_levels(before: str, after: str, arrow: str) -> None:
    assert read_value("level-change", f"{before} {arrow} {after}", OLD) == {"from": before, "to": after}


def test_a_level_has_no_number_in_the_edition_that_lacks_it() -> None:
    assert level_number("Create", 1956) is None
    assert level_number("Know", 2001) is None


def test_short_forms_of_rungs_need_no_word_about_them() -> None:
    rungs = "- K: names the goals\n- U: says why\n- Ap: uses the list\n- An: tells apart\n- S: joins\n- E: judges\n"
    assert dict(short_forms(rungs)) == {
        "k": "Know",
        "u": "Understand",
        "ap": "Apply",
        "an": "Analyze",
        "s": "Synthesize",
        "e": "Evaluate",
    }
    assert short_forms("- K: key\n- E: edge\n\nAp: none. An: none.\n") == ()


@pytest.mark.parametrize(
    "text",
    [
        "3, in direction of 4",
        "3, towards 4",
        "3 (later 4)",
        "3 heading for 4",
        "stable 3",
        "Apply, in direction of Analyze",
        "Apply moving towards Analyze",
        "Apply now, Synthesise *(before)*",
        "was Evaluate, now Apply",
        "Apply today – Analyse before the move",
    ],
)
def test_a_level_beside_the_one_that_is_meant_is_a_remark(text: str) -> None:
    assert read_value("level", text, OLD) == "Apply"


@pytest.mark.parametrize("text", ["Apply now, Analyze by May", "Know today, then Apply", "3 or 5", "now 3, target 4"])
def test_a_level_that_is_still_to_be_reached_is_none(text: str) -> None:
    with pytest.raises(Unreadable):
        read_value("level", text, OLD)
