"""Cases of the rules about Bloom's levels: steps, reps, and the ladders of competencies."""

from __future__ import annotations

from tests.rules.cases import FRONT, Case

_FRONT = "---\ntype: coaching-pack\n---\n\n"


def _bet(change: str, *reps: str, edition: int | None = None) -> str:
    rows = "".join(f"| {rep} |\n" for rep in reps)
    front = f"---\ntype: coaching-pack\nbloom: {edition}\n---\n\n" if edition else _FRONT
    plan = f"## 4) Development Plan\n\n### B1: Frame first\n\n#### Weekly reps\n\n| Practice |\n|---|\n{rows}"
    vision = f"## 3) Shared Vision\n\n| ID | Bet | Level change |\n|---|---|---|\n| B1 | Frame first | {change} |\n\n"
    return front + vision + (plan if reps else "")


def _assessed(row: str, bet: str) -> str:
    """A pack that assesses framing in one row, current and target level, and bets on it with or without a change."""
    return (
        f"{_FRONT}## 2) Current Assessment\n\n"
        "| Competency | Current level | Target level | Evidence |\n|---|---|---|---|\n"
        f"| Framing | {row} | Brief of 3 March |\n\n## 3) Shared Vision\n\n| ID | Bet | Competency | Level change |\n"
        f"|---|---|---|---|\n| B1 | Frame first | Framing | {bet} |\n"
    )


def _told(assessed: str, bet: str, *, name: str = "Framing", title: str = "Framing") -> str:
    """A pack that tells the levels of one competency in part 2, under a header, and of a bet called `title`, too."""
    header, row = assessed.split(": ")
    column, said = bet.split(": ")
    return (
        f"{_FRONT}## 2) Current Assessment\n\n"
        f"| Competency | {header} | Evidence |\n|{'---|' * (header.count('|') + 3)}\n"
        f"| {name} | {row} | Brief of 3 March |\n\n## 3) Shared Vision\n\n| ID | Bet | {column} |\n|---|---|---|\n"
        f"| B1 | {title} | {said} |\n"
    )


def _part_way(why: str) -> str:
    """A pack whose bet goes one level up of the two that part 2 wants, and says why."""
    return (
        f"{_FRONT}## 2) Current Assessment\n\n| Competency | Current level | Target level | Evidence |\n"
        "|---|---|---|---|\n| Framing | Apply | Synthesize | Brief of 3 March |\n\n"
        f"## 3) Shared Vision\n\n### B1: Framing\n\n**Why it matters:** {why}\n\n**Level change:** Apply → Analyze\n"
    )


def _ladder(text: str, *, edition: int | None = None, target: str = "") -> str:
    front = f"---\ntype: coaching-pack\nbloom: {edition}\n---\n\n" if edition else _FRONT
    assessment = (
        "\n## 2) Current Assessment\n\n| Competency | Current level | Target level | Evidence |\n|---|---|---|---|\n"
        f"| Framing | Apply | {target} | Brief of 3 March |\n"
    )
    return (
        f"{front}## 1) Definition of “Good PM”\n\n### Competency model\n\n"
        "| Competency | Observable behaviours | Bloom ladder |\n|---|---|---|\n"
        f"| Framing | Says who is stuck | {text} |\n{assessment if target else ''}"
    )


def _columns(levels: str, *rows: str, edition: int | None = None) -> str:
    front = f"---\ntype: coaching-pack\nbloom: {edition}\n---\n\n" if edition else _FRONT
    head = f"| Competency | Observable behaviours | {levels} |\n|{'---|' * (levels.count('|') + 3)}\n"
    return f"{front}## 1) Definition of “Good PM”\n\n### Competency model\n\n{head}" + "".join(
        f"| Skill {number} | Says who is stuck | {row} |\n" for number, row in enumerate(rows, 1)
    )


def _at(level: str, behaviour: str) -> str:
    """A competency with one behaviour at a level, between two others that are where they belong."""
    others = {"Know": "knows the steps", "Apply": "applies the frame"}
    rungs = {**others, level: behaviour}
    order = ("Know", "Understand", "Apply", "Analyze", "Synthesize", "Evaluate")
    return _ladder("<br>".join(f"{name}: {rungs[name]}" for name in order if name in rungs))


_TOP = "Synthesize or Evaluate"
_VERBS_OFF = (
    ("Know", "Judges rival directions", "Judges", _TOP),
    ("Know", "designs a research plan", "designs", f"Apply, Analyze, {_TOP}"),
    ("Understand", "Critiques a colleague's frame", "Critiques", _TOP),
    ("Understand", "diagnoses a drop-off", "diagnoses", "Analyze"),
    ("Apply", "evaluates the direction", "evaluates", _TOP),
    ("Evaluate", "Lists the company goals", "Lists", "Know"),
    ("Evaluate", "names the five steps", "names", "Know or Understand"),
    ("Synthesize", "Retells the calls of the week", "Retells", "Understand"),
    ("Evaluate", "Applies the template", "Applies", "Apply"),
    ("Analyze", "recalls the terms", "recalls", "Know"),
)
_VERBS_ALRIGHT = (
    ("Know", "Names the funnel steps"),
    ("Know", "Scoring methods"),
    ("Know", "Forecasting basics"),
    ("Know", "Identifies the stakeholders"),
    ("Understand", "Compares two drop-offs in own words"),
    ("Understand", "Explains why a gate exists"),
    ("Apply", "Designs a survey by the usual template"),
    ("Apply", "Creates tickets from a brief"),
    ("Analyze", "Names which assumption carries the case"),
    ("Analyze", "Reads a result by segment without fishing"),
    ("Analyze", "Evaluates two options side by side"),
    ("Evaluate", "Names what is missing before it is funded"),
    ("Evaluate", "Sets the standard others are measured by"),
    ("Evaluate", "drops the arguments that will not carry"),
    ("Synthesize", "Explains several failures by one cause"),
    ("Evaluate", "Defends stopping a funded direction"),
    ("Know", "Design basics: knows what a flow is"),
    ("Evaluate", "List price decisions are challenged"),
)
_LOW_REPS = (
    ("Apply → Analyze", ("Read one problem frame of another team", "Retell it to the coach"), "Both reps of"),
    ("Understand → Apply", ("Watch one recorded interview each week",), "The only rep of"),
    ("Know → Understand", ("List the goals of the quarter", "Recall the steps from memory"), "Both reps of"),
    ("Application to Analysis", ("Apply the template to one request",), "The only rep of"),
    ("Understand → Apply", ("Read one chapter of Good Strategy Bad Strategy", "Shadow the CPO"), "Both reps of"),
    ("Apply → Analyze", ("Watch one usability test", "Learn the terms of the test guide"), "Both reps of"),
    ("Understand → Apply", ("Sit in on a test of another squad and take notes of it",), "The only rep of"),
    ("Understand → Apply", ("Read an article on testing and note the main terms",), "The only rep of"),
    ("Understand → Apply", ("Follow two blogs on pricing", "Collect links on it"), "Both reps of"),
    ("L2 → L3", ("Read two chapters a week", "Name the five steps"), "Both reps of"),
)
_REPS_ALRIGHT = (
    ("Understand → Apply", ("Read one article on pricing and apply its test to our plans",)),
    ("Apply → Analyze", ("Read one frame of another team", "Write two rival explanations and rule one out")),
    ("Apply → Analyze", ("Read three customer calls and draw the pattern that none of them states",)),
    ("Apply → Analyze", ("Watch one usability test and then test what caused the pause",)),
    ("Apply → Analyze", ("Collect three calls in which the pattern breaks",)),
    ("Apply → Analyze", ("Follow one request to its end and say what it cost",)),
    ("Understand → Apply", ("Apply the template to one request",)),
    ("Understand → Apply", ("Map the people around one decision",)),
    ("Understand → Apply", ("two interviews", "one-page note")),
    ("Know → Understand", ("Explain each decision right back to its owner",)),
    ("Apply → Analyze", ("Read one decision and say which assumption it hangs on",)),
    ("Understand → Apply", ("Read one brief and summarise it",)),
    ("Analyze → Evaluate", ("Judge one result by its rule",)),
    ("Apply → Apply", ("Read one brief",)),
)
_LEVELS_DISAGREE = (
    (_told("Current level: Know", "Level change: Apply → Synthesize"), "Apply → Synthesize", "Apply", "Know"),
    (_told("Current level: Apply", "Current level: Analyze"), "Analyze", "Analyze", "Apply"),
    (_told("Current level: Apply", "Level change: Understand → Apply"), "Understand → Apply", "Understand", "Apply"),
    (_told("Target level: Analyze", "Target level: Evaluate"), "Evaluate", "Evaluate", "Analyze"),
    (
        _told("Current level | Target level: Understand | Apply", "Level change: Apply → Analyze"),
        "Apply → Analyze",
        "Apply → Analyze",
        "Understand → Apply",
    ),
    (_assessed("Understand | Apply", "Apply → Apply"), "Apply → Apply", "Apply → Apply", "Understand → Apply"),
    (  # between two, and neither of them is the other's
        _assessed("Analyze–Synthesize | Evaluate", "Apply → Evaluate"),
        "Apply → Evaluate",
        "Apply → Evaluate",
        "Analyze → Evaluate",
    ),
    *(
        (_part_way(why), "Apply → Analyze", "Apply → Analyze", "Apply → Synthesize")
        for why in ("Two sprints were lost.", "It is on the way to Evaluate.", "To synthesize takes two views.")
    ),
)
_FOLLOWED = (
    "\n## 6) Follow-up tracker\n\n### Tracker\n\n| Date | Bet | What was done |\n|---|---|---|\n"
    "| 2026-10-12 | B1 | One frame |\n"
)
_LEVELS_AGREE = (
    _assessed("Apply–Analyze | Synthesize", "Analyze → Synthesize"),
    _assessed("Analyze | Synthesize", "Apply–Analyze → Synthesize"),
    _assessed("2–3 | Analyze", "Apply → Analyze"),
    _part_way("It is on the way to Synthesize in May."),
    _part_way("Two sprints were lost (stretch: *synthesize*)."),
    _told("Current level: Know", "Level change: Know → Apply"),
    _told("Current level: Remember", "Level change: Know → Apply"),  # the same rung, by the name of the other edition
    f"{_told('Current level: Apply', 'Level change: Understand → Apply')}{_FOLLOWED}",  # it may have risen since then
    _told("Current level: unknown", "Level change: Understand → Apply"),
    _told("Current level: Know", "Level change: Apply → Analyze", name="Problem framing"),  # may be another matter
    _told("Current level | Target level: Apply | Analyze", "Target level: Analyze"),
)
_B1 = "growth bet “B1: Frame first”"


def _row(levels: str, remark: str = "") -> str:
    head = "| Competency | Current level | Target level | Evidence |\n|---|---|---|---|\n"
    return f"{FRONT}## 2) Current Assessment\n\n{head}| Data use | {levels} | Brief of 3 March{remark} |\n"


_STEP, _LEAP, _ODD = "bet-without-step", "leap-of-levels", "levels-disagree"
_GAPS, _ORDER = "ladder-with-gaps", "ladder-out-of-order"
_REVISED = ("Remember", "Understand", "Apply", "Analyze", "Evaluate", "Create")
_MIXED = "editions-mixed"
_REST = "<br>Synthesize: joins sources<br>Evaluate: judges them"
CASES = (
    Case(
        _STEP,
        True,
        _bet("Apply → Apply"),
        at="Apply → Apply",
        message="Growth bet “B1: Frame first” aims at Apply, the level it starts from.",
    ),
    Case(
        _STEP,
        True,
        _bet("Analysis (maintain)"),
        at="Analysis (maintain)",
        message="Growth bet “B1: Frame first” aims at Analyze, the level it starts from.",
    ),
    Case(
        _STEP,
        True,
        _bet("Analyze → Apply"),
        at="Analyze → Apply",
        message="Growth bet “B1: Frame first” aims at Apply, below Analyze, where it starts.",
    ),
    Case(
        _STEP,
        True,
        _assessed("Analyze | Apply", ""),
        at="Apply",
        message="Growth bet “B1: Frame first” aims at Apply, below Analyze, where it starts.",
    ),
    Case(
        _STEP,
        True,
        _row("Analyze | Apply"),
        at="Apply",
        message="The target (Apply) is below Analyze, where “Data use” stands.",
    ),
    Case(_STEP, False, _row("Apply | Apply")),
    Case(_STEP, False, _row("Analyze | Apply", " (above what the role asks)")),
    Case(_STEP, False, _bet("Apply → Analyze")),
    Case(_STEP, False, _bet("Analyze → Evaluate", edition=2001)),
    Case(_STEP, False, _bet("TBD")),
    Case(_STEP, False, _assessed("unknown | Apply", "")),
    Case(_STEP, False, _assessed("Apply | Analyze", "Apply → Apply")),  # the two disagree, which is said elsewhere
    Case(
        _LEAP,
        True,
        _bet("Know → Analyze"),
        at="Know → Analyze",
        message="Growth bet “B1: Frame first” goes up 3 levels in one cycle.",
    ),
    Case(
        _LEAP,
        True,
        _assessed("Understand | Evaluate", ""),
        at="Evaluate",
        message="Growth bet “B1: Frame first” goes up 4 levels in one cycle.",
    ),
    Case(
        _LEAP,
        True,
        _told("Current level: Know", "Target level: Synthesize"),
        at="Synthesize",
        message="Growth bet “B1: Framing” goes up 4 levels in one cycle.",
    ),
    Case(_LEAP, False, _told("Current level: Know", "Target level: Synthesize", title="Frame problems first")),
    *(
        Case(_ODD, True, text, at=at, message=f"This says {this}, and part 2 says {that}.")
        for text, at, this, that in _LEVELS_DISAGREE
    ),
    *(Case(_ODD, False, text) for text in _LEVELS_AGREE),
    Case(_LEAP, False, _bet("Understand → Analyze")),
    Case(_LEAP, False, _bet("Analyze → Evaluate")),
    Case(_LEAP, False, _assessed("Know | Evaluate", "Know → Understand")),  # the two disagree
    *(
        Case(
            "reps-below-the-step",
            True,
            _bet(change, *reps),
            at=reps[0],
            message=f"{what} {_B1} {'asks' if 'only' in what else 'ask'} for no more than "
            f"{ {'Appl': 'Apply', 'Unde': 'Understand', 'Know': 'Know', 'L2 →': 'Understand'}[change[:4]] }.",
        )
        for change, reps, what in _LOW_REPS
    ),
    *(Case("reps-below-the-step", False, _bet(change, *reps)) for change, reps in _REPS_ALRIGHT),
    Case(
        _GAPS,
        True,
        _ladder("Know: lists the steps<br>Apply: fills the frame<br>Analyze: rules causes out"),
        at="Know: lists the steps<br>Apply: fills the frame<br>Analyze: rules causes out",
        message="The ladder of “Framing” does not describe Understand.",
    ),
    Case(
        _GAPS,
        True,
        _ladder("Know → Apply → Evaluate"),
        at="Know → Apply → Evaluate",
        message="The ladder of “Framing” does not describe Understand, Analyze and Synthesize.",
    ),
    Case(
        _GAPS,
        True,
        _ladder("Know: lists the steps<br>Understand:<br>Apply: fills the frame"),
        at="Understand:",
        message="The ladder of “Framing” does not describe Understand.",
    ),
    Case(
        _GAPS,
        True,
        _columns("Know | Understand | Analyze", "lists | explains | rules out"),
        at="Skill 1",
        message="The ladder of “Skill 1” does not describe Apply.",
    ),
    Case(
        _GAPS,
        True,
        _ladder("Understand: explains<br>Apply: fills the frame", target="Analyze"),
        at="Analyze",
        message="The ladder of “Framing” does not describe Analyze.",
    ),
    Case(_GAPS, False, _ladder("Understand: explains<br>Apply: fills the frame<br>Analyze: rules out")),
    Case(_GAPS, False, _ladder("Know → Understand → Apply → Analyze → Synthesize → Evaluate", target="Analyze")),
    Case(_GAPS, False, _columns("Remember | Understand | Apply | Analyze", "a | b | c | d", edition=2001)),
    Case(_GAPS, False, _ladder("Know: lists the steps<br>Understand: TBD<br>Apply: fills the frame")),
    Case(_GAPS, False, _ladder("Know - Evaluate")),
    Case(_GAPS, False, _ladder("TBD", target="Analyze")),
    Case(
        _ORDER,
        True,
        _ladder("Understand: explains<br>Analyze: rules causes out<br>Apply: fills the frame"),
        at="Apply",
        message="Apply stands behind Analyze, and belongs before it.",
    ),
    Case(
        _ORDER,
        True,
        _columns("Know | Apply | Understand", "lists | fills | explains", "lists | fills | explains"),
        at="Understand",
        message="Understand stands behind Apply, and belongs before it.",
    ),
    Case(
        _ORDER,
        True,
        _ladder("Know → Understand → Apply → Analyze → Evaluate → Synthesize"),
        at="Synthesize",
        message="Synthesize stands behind Evaluate, and belongs before it.",
    ),
    Case(
        _ORDER,
        True,
        _ladder("Know: lists<br>Understand: explains<br>Understanding: retells"),
        at="Understanding",
        message="Understand stands in the ladder of “Framing” twice.",
    ),
    Case(
        _ORDER,
        True,
        _ladder(
            "1 Know: lists<br>2 Understand: tells why<br>3 Apply: fills<br>4 Synthesize: joins<br>5 Analyze: splits"
            "<br>6 Evaluate: judges"
        ),
        at="Analyze",
        message="Analyze stands behind Synthesize, and belongs before it.",
    ),
    Case(_ORDER, False, _ladder("Remember → Understand → Apply → Analyze → Evaluate → Create", edition=2001)),
    Case(_ORDER, False, _ladder("Evaluate: judges<br>Synthesize: joins<br>Analyze: rules out")),
    Case(_ORDER, False, _ladder(f"Know: lists<br>Understand: explains<br>Apply: fills<br>Analyze: rules out{_REST}")),
    Case(
        _MIXED,
        True,
        _bet("Analyze → Create", edition=1956),
        at="Analyze → Create",
        message="“Create” is a level of the edition of 2001, and this document follows that of 1956.",
    ),
    Case(
        _MIXED,
        True,
        _bet("Analyze → Create"),
        at="Analyze → Create",
        message="“Create” is a level of the edition of 2001, and this document does not say which it follows.",
    ),
    Case(
        _MIXED,
        True,
        _columns("Understand | Create | Apply", "lists | drafts | fills", "lists | drafts | fills"),
        at="Create",
        message="“Create” is a level of the edition of 2001, and this document does not say which it follows.",
    ),
    Case(_MIXED, False, _columns("Remember | Create | Apply", "lists | drafts | fills", "lists | drafts | fills")),
    Case(_MIXED, False, _ladder("1 Remember → 2 Understand → 3 Apply → 4 Analyse → 5 Create → 6 Evaluate")),
    Case(_ORDER, False, _ladder("1 Remember → 2 Understand → 3 Apply → 4 Analyse → 5 Create → 6 Evaluate")),
    Case(
        _MIXED, False, _columns("Remember | Understand | Apply", "lists | explains | fills")
    ),  # the lowest is the same
    Case(_MIXED, False, _columns("Remember | Analyze | Synthesize", "lists | compares | joins")),
    Case(
        _MIXED,
        True,
        _columns("Know | Apply | Create", "lists | fills | invents", "lists | fills | invents"),
        at="Create",
        message="“Create” is a level of the edition of 2001, and this document does not say which it follows, "
        "so that 1956 counts.",
    ),
    Case(_GAPS, False, _columns("Know | Understand | Apply | Analyze | Evaluate", "– | – | fills | sorts | –")),
    Case(
        _GAPS,
        True,
        _columns("Know | Understand | Apply | Analyze", "lists | – | – | sorts"),
        at="–",
        message="The ladder of “Skill 1” does not describe Understand and Apply.",
    ),
    Case("ladder-with-gaps", False, _columns(" | ".join(_REVISED), " | ".join("abcdef"), " | ".join("abcdef"))),
    Case(
        _MIXED,
        True,
        _ladder("Know → Understand → Apply → Analyze → Synthesize → Evaluate", edition=2001),
        at="Synthesize",
        message="“Synthesize” is a level of the edition of 1956, and this document follows that of 2001.",
    ),
    Case(_MIXED, False, _ladder("Know → Understand → Apply → Analyze → Evaluate → Create", edition=2001)),
    Case(_MIXED, False, _columns("Know | " + " | ".join(_REVISED[1:]), " | ".join("abcdef"), " | ".join("abcdef"))),
    Case(_MIXED, False, _bet("Analyze → Create") + "\nKnow, Understand, Apply, Analyze, Evaluate, Create.\n"),
    Case(_MIXED, False, _bet("Analyze → Evaluate", edition=2001)),
    Case(_MIXED, False, _bet("Know → Understand")),
    Case(_MIXED, False, _columns("Remember | Understand | Apply", "lists | explains | fills", edition=2001)),
    *(
        Case(
            "verb-of-another-level",
            True,
            _at(level, behaviour),
            at=word,
            message=f"“{word}” stands at {level}, and is a verb of {wanted}.",
        )
        for level, behaviour, word, wanted in _VERBS_OFF
    ),
    *(Case("verb-of-another-level", False, _at(level, behaviour)) for level, behaviour in _VERBS_ALRIGHT),
    Case(
        "ladder-repeats-itself",
        True,
        _ladder("Know: knows the strategy<br>Understand: understands the strategy<br>Apply: applies the strategy"),
        at="knows the strategy",
        message="Know, Understand and Apply say the same here, but for the name of the level.",
    ),
    Case(
        "ladder-repeats-itself",
        True,
        _ladder("Know: lists goals<br>Apply: Apply data.<br>Analyze: Analyze data<br>Evaluate: **Evaluate** data"),
        at="Apply data.",
        message="Apply, Analyze and Evaluate say the same here, but for the name of the level.",
    ),
    Case("ladder-repeats-itself", False, _ladder("Know: knows the goals<br>Apply: applies the goals as criteria")),
    Case("ladder-repeats-itself", False, _ladder("Know: knows it<br>Understand: explains it<br>Apply: uses it")),
    Case(
        "ladder-repeats-itself",
        False,
        _ladder("Know: knows the steps<br>Understand: understands each gate<br>Apply: applies the runbook"),
    ),
)
