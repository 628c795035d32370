"""What is said of people: traits and empty feedback, and the same seen in the work."""

from __future__ import annotations

from tests.rules.cases import Case


def _trait(text: str, field: str, at: str = "") -> Case:
    message = f"“{at or text}” describes the person, not what they do."
    return Case("personality-trait", True, text, field, at, message)


def _personal(text: str, at: str = "") -> Case:
    message = f"“{at or text}” is about the person, not about the work."
    return Case("feedback-on-the-person", True, text, "feedback", at, message)


def _empty(text: str) -> Case:
    message = f"“{text}” does not say what was good or what was missing."
    return Case("empty-feedback", True, text, "feedback", "", message)


TRAITS = (
    _trait("She is a reactive person", "gap", "a reactive person"),
    _trait("They simply do not get strategy", "gap", "do not get strategy"),
    _trait("Is a bit of a perfectionist", "gap", "bit of a perfectionist"),
    _trait("Not wired for detail", "gap", "Not wired for"),
    _trait("Has an ego", "gap"),
    _trait("Has no feeling for business", "gap", "Has no feeling for"),
    _trait("pm-07 is a doer and not a thinker", "gap", "a doer and not a thinker"),
    _trait("Her temperament gets in the way", "gap", "Her temperament gets"),
    Case(
        "personality-trait",
        True,
        "---\ntype: value-assessment\n---\n\n## Client Team Assessment\n\n### PM Team Strategic Capability\n\n"
        "| PM | Current Level | Gap |\n|---|---|---|\n| pm-3 | Tactical | Lacks drive |\n",
        at="Lacks drive",
        message="“Lacks drive” describes the person, not what they do.",
    ),
    _trait("Not a strategic thinker", "gap"),
    _trait("Is too shy", "gap"),
    _trait("Too quiet in meetings", "gap", "Too quiet"),
    _trait("Lacks confidence", "gap"),
    _trait("Lack of self-confidence in front of executives", "gap", "Lack of self-confidence"),
    _trait("pm-07 is lazy", "evidence", "is lazy"),
    _trait("Gets defensive in reviews", "log", "Gets defensive"),
    _trait("Comes across as arrogant", "log"),
    _trait("She is a perfectionist and conflict-averse", "gap", "is a perfectionist"),
    _trait("Not strategic enough", "gap"),
    _trait("Stop being so passive-aggressive", "goal", "Stop being so passive-aggressive"),
    _trait("Has a bad attitude towards sales", "gap", "bad attitude"),
    _trait("Born leader", "strength"),
    _trait("Great attitude", "strength"),
    _trait("Very smart", "strength"),
    _trait("Natural communicator in workshops", "strength", "Natural communicator"),
    _trait("Lacks executive presence", "gap"),
    _trait("Doesn’t have what it takes", "gap"),
    _trait("Is often careless", "gap"),
    _trait("Not leadership material", "gap"),
    _trait("Poor communicator", "gap"),
    _trait("Not very strategic", "evidence"),
    _trait("Takes things personally", "gap"),
    _trait("Good in small groups but a bit shy in big rooms", "evidence", "a bit shy"),
    _trait("Kind, warm and a joy to work with", "strength", "a joy to work with"),
    _trait("Always goes the extra mile", "strength", "goes the extra mile"),
)
NO_TRAITS = (
    ("Does not get strategy documents before the meeting", "gap"),
    ("Is not the one who decides on prices", "gap"),
    ("The character limit of the form cuts the reason", "gap"),
    ("Has no feel test with users planned", "gap"),
    ("Cannot see the margin, as access to the data is missing", "gap"),
    ("The nature of the product is seasonal", "gap"),
    ("Takes feedback to the draft within a day", "gap"),
    ("Took the complaint personally to the customer on Monday", "gap"),
    ("The reply to sales was rather defensive", "gap"),
    ("Goes above and beyond: wrote the runbook that support now uses", "strength"),
    ("A joy to work with, as design says: answers each comment the same day", "strength"),
    ("Did not speak in three of four council meetings", "gap"),
    ("The head of sales called pm-07 “not a strategic thinker” on 12 May", "log"),
    ("Self-assessment at intake: “I am too shy for the board.”", "log"),
    ("Feedback from cto-01 on 3 June: lacks confidence when asked for a number", "log"),
    ("The tone of the memo was defensive", "log"),
    ("The timeline was too cautious", "gap"),
    ("Careless reading of the log cost two days", "log"),
    ("Lazy loading was dropped without a test", "log"),
    ("Says “not clear yet” when it is not (E5)", "strength"),
    ("Natural facilitator: both squads asked for the sheet after the workshop of 3 May", "strength"),
    ("Lacks a rival explanation in three of three cases", "gap"),
    ("Low confidence: two examples only", "gap"),
    ("Nobody holds that pm-07 is lazy; the mandate is unclear", "gap"),
    ("reliable; calm in incidents", "strength"),
    ("Passive listening in two interviews", "log"),
    ("Builds practices that others take over (E8)", "strength"),
    ("Junior analysts were not asked", "log"),
    ("Too soft a criterion let all eleven items pass", "gap"),
    ("Not a matter of skill: the report cannot be read by product", "gap"),
    ("Was quiet for two weeks because of the freeze", "log"),
    ("The draft was rejected as too junior by the committee", "log"),
    ("Quick to test: two prototypes within a week", "strength"),
    ("Is not in the room where pricing is decided", "gap"),
)

PERSONAL = (
    _personal("You have talent"),
    _personal("You just need more confidence", "You just need more confidence"),
    _personal("She has it in her", "has it in her"),
    _personal("You are a natural"),
    _personal("You are a natural strategist, and it shows", "You are a natural strategist"),
    _personal("You have great instincts"),
    _personal("Great attitude this week", "Great attitude"),
    _personal("You are careless", "are careless"),
    _personal("Too shy in the council", "Too shy"),
    _personal("You always interrupt", "You always"),
    _personal("So proud of you!", "So proud of you"),
    _personal("pm-07 is a rock star", "rock star"),
    _personal("Lacks confidence when asked for numbers", "Lacks confidence"),
    _personal("I'm disappointed in you", "I'm disappointed in you"),
    _personal("Love your energy"),
    _personal("She’s a star"),
    _personal("You need to be more confident", "be more confident"),
    _personal("Great guy!", "Great guy"),
    _personal("What a great girl", "What a great girl"),
    _personal("A really nice person", "A really nice person"),
    _personal("She's a great colleague", "She's a great colleague"),
    _personal("Good lad", "Good lad"),
    _personal("You are such a lovely person", "You are such a lovely person"),
)
NOT_PERSONAL = (
    "You have potential buyers in two of four rows",
    "You need one more source for claim 2",
    "Names who is stuck and how often; the cost is still missing",
    "3 of 8 by both scorers. Group and frequency are exact; no rival explanation.",
    "The third restates the first.",
    "Says at length what comes in; nothing goes out.",
    "Head of retail marketing disagreed, challenged the cost of delay, and accepted.",
    "The answer is too defensive in tone; open with the criterion.",
    "You name the decision in line one. The price is on page two.",
    "A natural next step is the trade-off memo",
    "cpo-01 said “you are a natural” and signed the brief as sent",
    "The update always opens with the feature; begin with the decision",
    "Misses legal",
    "Great guy quote on the slide of the buyer",
    "A good person to ask is the head of payments",
    "Great brief! The guy from sales signed it as sent",
    "Nice colleague-to-colleague tone; the ask is still missing",
    "Asked the right person, and in writing",
    "cpo-01 said “great guy” and signed nothing",
    "Unprompted: pm-07 moved the section on reading aloud",
)

EMPTY = (
    _empty("Better than last time"),
    _empty("Room for improvement"),
    _empty("Nothing to add, great"),
    _empty("Great job, keep it up!"),
    _empty("good"),
    _empty("Good start"),
    _empty("Needs work"),
    _empty("Well done 👍"),
    _empty("Very nice work"),
    _empty("Could be better"),
    _empty("**Excellent progress**"),
    _empty("On the right track. Keep going."),
    _empty("OK"),
)
NOT_EMPTY = (
    "All good but the date of the second check",
    "Better than brief 2: the decision stands in line one",
    "Good: one explanation is ruled out by data. The second restates the first.",
    "Ask on line nine",
    "Interests are guesses",
    "misses legal",
    "Needs a number on cost",
    "Good enough to send to finance",
    "5 of 8",
    "Checkpoint met",
    "Great use of the rival explanations",
    "Better: the ask now stands in line one",
    "Outline read together",
)

CASES = (
    *TRAITS,
    *(Case("personality-trait", False, *said) for said in NO_TRAITS),
    *PERSONAL,
    *(Case("feedback-on-the-person", False, text, "feedback") for text in NOT_PERSONAL),
    *EMPTY,
    *(Case("empty-feedback", False, text, "feedback") for text in NOT_EMPTY),
)
