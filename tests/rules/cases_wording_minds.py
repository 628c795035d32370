"""Minds, presence and inner qualities told as what is to be seen; and measures without a figure."""

from __future__ import annotations

from tests.rules.cases import Case

_MIND = "“{}” is nothing that anybody could count or see."
MINDS = [
    *(
        Case("unobservable-signal", True, text, field, words or text, _MIND.format(words or text))
        for text, field, words in (
            ("pm-07 truly understands why customers leave", "signal", "truly understands why"),
            ("lead-02 will get a sense from the talks of how it goes", "measure", "get a sense"),
            ("Engineers respect pm-07's decisions", "signal", "Engineers respect pm-07's"),
            ("You can tell that pm-07 has grown", "signal", "You can tell that"),
            ("The board is impressed", "signal", "board is impressed"),
            ("pm-07 no longer feels like an order taker", "signal", "pm-07 no longer feels like"),
            ("Will be noticed in daily work", "measure", "Will be noticed"),
            ("A noticeable shift in mindset", "signal", "noticeable shift"),
            ("The lead has fewer doubts about pm-07", "signal", "has fewer doubts"),
            ("He feels more confident about saying no", "outcome", "He feels more confident"),
            ("She leaves the session motivated", "outcome", "leaves the session motivated"),
            ("He sees the value of research", "outcome", "He sees the value of"),
            ("Is ready in our judgement", "criterion", "in our judgement"),
        )
    ),
    *(
        Case("unobservable-signal", False, text, field)
        for text, field in (
            ("pm-07 explains in the memo why customers leave, with two sources", "signal"),
            ("Customer trust score rises from 61 to 70", "signal"),
            ("Engineers open the decision log before they ask", "signal"),
            ("Board decides on the first reading in 2 of 3 cases", "signal"),
            ("pm-07 says no to 3 of 10 requests with a reason", "signal"),
            ("Nobody in the survey feels like an order taker", "signal"),
            ("The impression rate in the experiment is logged", "measure"),
            ("Engineering respects the scope freeze", "signal"),
            ("They can decline work", "outcome"),
            ("The criterion is satisfied", "criterion"),
        )
    ),
]
_DEGREES = [
    *(
        Case("unobservable-signal", True, text, field, text, f"“{text}” is nothing that anybody could count.")
        for text, field in (
            ("clearly more", "measure's end"),
            ("most of them", "measure's end"),
            ("low", "measure's start"),
            ("a lot better", "how often"),
        )
    ),
    *(
        Case("unobservable-signal", False, text, field)
        for text, field in (
            ("half of them", "measure's end"),
            ("more than 60%", "measure's end"),
            ("all", "measure's end"),
            ("not counted yet", "measure's start"),
            ("none", "measure's start"),
            ("usually", "how often"),
        )
    ),
]
PRESENCE = [
    *(
        Case(
            "activity-as-goal", True, text, field, words or text,
            f"“{words or text}” is something to do, not what is different afterwards.",
        )
        for text, field, words in (
            ("Never missed a session", "criterion", ""),
            ("Full participation in the programme", "criterion", "Full participation"),
            ("All exercises are done", "signal", ""),
            ("Has done the homework every time", "criterion", "done the homework every time"),
        )
    ),
    *(
        Case("activity-as-goal", False, text, field)
        for text, field in (
            ("Attended reviews show that she leads the talk herself", "criterion"),
            ("Runs all sessions of the council herself", "criterion"),
            ("Completed briefs need no rewrite by me", "criterion"),
            ("Joins two calls a month and writes up what hurts", "target"),
        )
    ),
]  # fmt: skip
_LABEL = "“{}” names no behaviour that anybody could see."
INNER = [
    *(
        Case("vague-label", True, text, field, words or text, _LABEL.format(words or text))
        for text, field, words in (
            (
                "pm-07 becomes a more confident, big-picture thinker",
                "goal",
                "becomes a more confident, big-picture thinker",
            ),
            ("Thinks end to end about the API and owns it", "target", "Thinks end to end"),
            ("Acts as a true product leader", "goal", ""),
            ("Have the confidence of a senior PM", "goal", "Have the confidence of"),
            ("pm-07 has a stronger voice", "goal", "has a stronger voice"),
            ("A mindset shift from output to outcome", "goal", "mindset shift"),
            ("Is taken seriously by engineering", "goal", "Is taken seriously"),
            ("Comes across as more senior", "goal", "Comes across as more senior"),
        )
    ),
    *(
        Case("vague-label", False, text, field)
        for text, field in (
            ("More confident recommendations: each memo names one option and its cost", "goal"),
            ("Holds a position with numbers until a better number comes", "goal"),
            ("Owns the pricing decision from framing to sign-off", "goal"),
            ("Hands over the intake to pm-08", "target"),
        )
    ),
]
_TRAIT = "“{}” describes the person, not what they do."
TRAITS = [
    *(
        Case("personality-trait", True, text, "gap", words or text, _TRAIT.format(words or text))
        for text, words in (
            ("Rather passive personality, tends to wait", "Rather passive personality"),
            ("Simply isn't the kind of person who thinks in strategies", "isn't the kind of person who"),
            ("Lacks the gene for numbers", "Lacks the gene for"),
            ("Not naturally curious", ""),
            ("Easily offended", ""),
            ("A worrier", ""),
            ("Too proud to ask", "Too proud to"),
            ("Just doesn't have it in her", "doesn't have it in her"),
        )
    ),
    *(
        Case("personality-trait", False, text, "gap")
        for text in (
            "Passive components list is missing in the spec",
            "Personality tests were built without a goal",
            "Gives in when sales repeats the request",
            "The type of risk stays unclear",
            "Names no kind of person who would use it",
        )
    ),
]

_POINTS = "“{}”: nobody can see or count that."
POINTS = [
    *(
        Case("unobservable-signal", True, text, "risk", words, _POINTS.format(words))
        for text, words in (
            ("Plus half a point for a positive attitude in the meetings", "point for a positive attitude"),
            ("+1 for enthusiasm", "+1 for enthusiasm"),
            ("Effort counts for one point", "Effort counts for"),
            ("Attitude earns half a point", "Attitude earns half a point"),
        )
    ),
    *(
        Case("unobservable-signal", False, text, "risk")
        for text in (
            "No points for attitude",
            "The story has 5 points, the effort is two days",
            "Effort is rated in sizes by engineering",
            "One point for naming what is given up",
        )
    ),
]

CASES = (*POINTS, *MINDS, *_DEGREES, *PRESENCE, *INNER, *TRAITS)
