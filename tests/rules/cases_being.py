"""Cases about what somebody is, lacks, wishes or cannot reach: told by the words that are not there, and by grammar."""

from __future__ import annotations

from tests.rules.cases import FRONT, Case

_TRAIT, _VAGUE, _SKILL, _NAME = "personality-trait", "vague-label", "skill-or-constraint", "real-name"
_PERSON = "describes the person, not what they do."
_MIND = "is in somebody's mind, and no one has seen it there."
_LACKS = "says that something is lacking, and not what was seen instead."
_HEAD = "| Competency | Evidence | Gap | Gap type |\n|---|---|---|---|\n"


def _gap(text: str, kind: str) -> str:
    return f"{FRONT}## 2) Current Assessment\n\n{_HEAD}| Data use | Brief of 3 March | {text} | {kind} |\n"


_NO_SKILL = "is out of the PM's reach, and called a skill."
_NO_CONSTRAINT = "is the PM's to practise, and called a constraint."
CASES = (
    *(
        Case(_TRAIT, True, text, field, text, f"“{text}” {_PERSON}")
        for field, text in (
            ("strength", "Hard-working, reliable and loyal."),
            ("strength", "pm-07 is curious and empathetic."),
            ("strength", "Good relationships with everyone"),
            ("strength", "High emotional intelligence"),
            ("behaviours", "Confident, articulate, persuasive"),
            ("behaviours", "Resilient and positive under pressure"),
            ("behaviours", "A trusted, respected colleague"),
        )
    ),
    *(
        Case(_TRAIT, False, text, field)
        for field, text in (
            ("strength", "Curious about causes: asked five of seven drivers before writing (E8)."),
            ("strength", "Has the trust of the warehouse: they call pm-07 first when a wave slips."),
            ("strength", "Writes short updates that nine of ten read."),
            ("behaviours", "Confident in figures: gives range and source for each"),
            ("behaviours", "Leads the council through three options in ten minutes"),
        )
    ),
    *(
        Case(_TRAIT, True, text, "gap", at, f"“{at}” {_MIND}")
        for text, at in (
            ("Does not want to share power with others", "Does not want to"),
            ("Thinks that executives are against product", "Thinks that executives"),
            ("Would rather be right than understood", "Would rather be"),
            ("Wants to be liked by all", "Wants to be"),
            ("Shies away from decisions", "Shies away from"),
            ("Finds finance boring", "Finds finance boring"),
            ("Cares little about numbers", "Cares little about"),
        )
    ),
    *(
        Case(_TRAIT, False, text, "gap")
        for text in (
            "Does not ask finance what they want before the council",
            "Thinks through causes in writing, and recommends nothing",
            "Wants four weeks for a brief that has to be there in one",
            "Said in the 1:1 of 4 September “I am afraid of a no”, and left the ask out",
        )
    ),
    *(
        Case(
            _VAGUE, True, text, "gap", text, f"“{text}” says that something is lacking, and not what was seen instead."
        )
        for text in (
            "Needs to communicate better",
            "Not strategic enough",
            "Room for improvement in writing",
            "Lack of ownership",
            "Should delegate more",
            "Weak at communication",
        )
    ),
    *(
        Case(_VAGUE, False, text, "gap")
        for text in (
            "Needs two rounds before a brief says what is asked",
            "Lacks a source for four of six figures",
            "Communicates late: finance heard of it after the decision",
            "Poor fit of figures: two of four sums do not add up",
        )
    ),
    *(
        Case(_SKILL, True, _gap(text, "skill"), at=at, message=f"“{at}” {_NO_SKILL}")
        for text, at in (
            ("Has no mandate to set priorities", "Has no mandate"),
            ("Dates move late, as they are decided by the council", "are decided by"),
            ("Usage data is not available to product", "is not available"),
            ("No analyst in the team, so figures come late", "No analyst"),
            ("Has to work with undocumented tables", "undocumented"),
        )
    ),
    *(
        Case(_SKILL, True, _gap(text, "constraint"), at=at, message=f"“{at}” {_NO_CONSTRAINT}")
        for text, at in (
            ("Does not write briefs", "Does not write"),
            ("Forgets to ask finance", "Forgets to ask"),
            ("Never names a price", "Never names"),
        )
    ),
    *(
        Case(_SKILL, False, _gap(text, kind))
        for text, kind in (
            ("Has no mandate to set priorities", "constraint"),
            ("Recommends without asking finance, which decides on the budget", "skill"),
            ("Never asks who owns the roadmap", "skill"),
            ("Shares figures that are not allowed outside", "skill"),
            ("Does not see usage: the dashboard is closed to product", "constraint"),
            ("Does not reach customers, because contact goes through partners", "constraint"),
            ("Cost comes once a quarter", "constraint"),
        )
    ),
    *(
        Case(_SKILL, True, text, "constraint", at, f"“{at}” {_NO_CONSTRAINT}")
        for text, at in (
            ("No mandate towards shops: it shows that pm-07 must learn to take the initiative", "must learn"),
            ("Usage data is closed. We count this towards the gap in data use", "count this towards the gap"),
            ("No researcher, pm-07 does not write briefs", "pm-07 does not write"),
        )
    ),
    Case(_SKILL, False, "Legal does not answer within a week; pm-07 asks in week 1", "constraint"),
    *(
        Case(_NAME, True, text, "risk", at, f"This looks like a real name: {masked}")
        for text, at, masked in (
            ("Mr. Hobson leaves in March", "Mr. Hobson", "M… H…"),
            ("Nobody knows whether Markus Brand stays", "Markus Brand", "M… B…"),
        )
    ),
    *(
        Case(_NAME, False, text, "risk")
        for text in (
            "The book of Richard Holt is out of print",
            "The Bremen site leaves in March",
            "Peter's Yard does not sign",
            "400 ms Latency at peak",
        )
    ),
)
