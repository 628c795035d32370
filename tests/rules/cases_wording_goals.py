"""Goals, behaviours and signals: how people write them so that nobody could see them, and so that everybody can."""

from __future__ import annotations

from tests.rules.cases import Case


def _vague(text: str, field: str, at: str = "") -> Case:
    return Case("vague-label", True, text, field, at, f"“{at or text}” names no behaviour that anybody could see.")


def _activity(text: str, field: str, at: str = "") -> Case:
    message = f"“{at or text}” is something to do, not what is different afterwards."
    return Case("activity-as-goal", True, text, field, at, message)


def _unobservable(text: str, field: str, at: str = "") -> Case:
    message = f"“{at or text}” is nothing that anybody could count or see."
    return Case("unobservable-signal", True, text, field, at, message)


VAGUE = (
    _vague("Be more strategic", "bet"),
    _vague("pm-07 needs to be more proactive", "goal", "needs to be more proactive"),
    _vague("Become a better communicator by spring", "goal", "Become a better communicator"),
    _vague("Improve communication with stakeholders", "goal", "Improve communication"),
    _vague("Better stakeholder management", "bet"),
    _vague("Improves cross-functional collaboration", "target"),
    _vague("Develop stronger executive presence", "bet"),
    _vague("Think more strategically about the roadmap", "goal", "Think more strategically"),
    _vague("Strong communication skills", "behaviours"),
    _vague("Demonstrates strong ownership", "behaviours"),
    _vague("Takes more ownership", "target"),
    _vague("Drives alignment across teams", "behaviours", "Drives alignment"),
    _vague("Communicates clearly and effectively", "behaviours"),
    _vague("Is proactive", "behaviours"),
    _vague("Data-driven", "behaviours"),
    _vague("**Be more data-driven**", "bet", "Be more data-driven"),
    _vague("Take product sense to the next level", "bet"),
    _vague("Work on prioritization", "rep"),
    _vague("Step up as a leader", "bet"),
    _vague("Acts like an owner", "target"),
    _vague("They are more strategic after the programme", "outcome", "are more strategic"),
    _vague("Is more confident and assertive", "criterion", "Is more confident"),
    _vague("Consistently strategic in planning", "criterion", "Consistently strategic"),
    _vague("Build executive presence", "goal"),
    _vague("Sees the bigger picture", "behaviours"),
    _vague("Works well with others", "behaviours"),
    _vague("Leads by example", "behaviours"),
    _vague("Goes above and beyond", "behaviours"),
    _vague("Gain confidence with executives", "goal", "Gain confidence"),
    _vague(
        "We would love for pm-07 to become a more confident and strategic product manager who really owns the area",
        "goal",
        "become a more confident and strategic product manager",
    ),
    _vague(
        "By the end, pm-07 has become a stronger leader of the squad and is seen as such by all",
        "goal",
        "become a stronger leader",
    ),
)
NOT_VAGUE = (
    ("Become a better presenter: opens each council with the decision that is asked for", "goal"),
    ("Grow into a senior PM who writes the trade-off before the ticket", "goal"),
    ("Be a better PM of the billing squad by 8 of 10 epics with a trade-off note", "goal"),
    ("To be seen as a trusted partner, pm-07 sends finance one brief a month", "goal"),
    ("Be more strategic: opens each PRD with the decision it serves", "bet"),
    ("Be more strategic (names what is dropped when something comes in)", "goal"),
    ("Improve stakeholder communication by sending a one-page brief two days before the council", "goal"),
    ("Be more proactive — raises a slip the day it is seen", "target"),
    ("Opens each PRD with the decision it serves, to be more strategic in the eyes of the council", "goal"),
    ("Takes more ownership; names the owner and the date of each open decision", "target"),
    ("Strong communication; asks for one decision in the first two lines", "behaviours"),
    ("Not “be more strategic” but naming the trade-off in every memo", "goal"),
    ("Avoid labels such as be more strategic", "goal"),
    ("The director said that pm-07 should be more strategic", "goal"),
    ("Improve alignment memos until two in a row need no second version", "goal"),
    ("Develop communication templates for the squad", "rep"),
    ("Improve activation from 31 to 38 in 100", "goal"),
    ("Strategic thinking", "bet"),
    ("From tactical to strategic thinking", "goal"),
    ("Elevate from tactical to strategic thinking", "goal"),
    ("Frames work in business terms", "criterion"),
    ("Communicates effectively to executives", "criterion"),
    ("Think of three explanations before choosing one", "rep"),
    ("Is more often asked before a decision than after it", "criterion"),
    ("Step up the number of experiments to two a month", "goal"),
    ("Leads the pricing decision from question to council", "target"),
    ("Better briefs for the council of 10 December", "bet"),
    ("Grow weekly active teams in the pilot", "goal"),
    ("Improve the leadership update to one page", "rep"),
    ("Plans ahead two quarters and says what would change the plan", "behaviours"),
    ("Decides by criteria, in writing", "bet"),
    ("Move from being told what to build to being asked what to build", "goal"),
    ("Customers are more successful in week one: activation 31% to 38%", "goal"),
    ("Thinks aloud in reviews: two explanations before one solution", "target"),
    ("Leads the incident review and writes the follow-ups", "behaviours"),
)

ACTIVITY = (
    _activity("Attend a course on product analytics", "goal", "Attend a course"),
    _activity("Read three books on strategy", "goal", "Read three books"),
    _activity("Take an online SQL course", "bet"),
    _activity("Complete the PM certification by June", "goal", "Complete the PM certification"),
    _activity("Have more meetings with sales", "goal", "Have more meetings"),
    _activity("Do weekly 1:1s with engineering", "bet", "Do weekly 1:1s"),
    _activity("Set up regular check-ins with finance", "goal", "Set up regular check-ins"),
    _activity("Spend more time with customers", "bet", "Spend more time"),
    _activity("Conduct more user interviews", "goal"),
    _activity("Completed the negotiation training", "signal"),
    _activity("Reads two articles a week", "signal", "Reads two articles"),
    _activity("Gets certified", "signal"),
    _activity("Listen to product podcasts", "bet"),
    _activity("Learn about pricing", "goal", "Learn about"),
    _activity("Shadow a senior PM", "goal"),
    _activity("Finds a mentor, attends a conference", "target", "attends a conference"),
    _activity(
        "They have attended a workshop on storytelling; attend a workshop each month", "outcome", "attend a workshop"
    ),
    _activity("Meet stakeholders regularly", "bet"),
)
NOT_ACTIVITY = (
    ("Answers questions about conversion with own queries instead of waiting for the analyst", "goal"),
    ("Take an SQL course so that data questions no longer wait for the analyst", "goal"),
    ("Read two books on pricing and present a recommendation to the council", "goal"),
    ("Cuts discovery short by reading interviews before the workshop", "goal"),
    ("Take the workshop results to a decision within a week", "goal"),
    ("Meets the three deciders before each council and knows their objections", "target"),
    ("Weekly decision brief that the head of finance acts on", "target"),
    ("Talk to users", "bet"),
    ("2 interviews a week; one idea killed", "signal"),
    ("Runs the pricing workshop alone", "signal"),
    ("Attends the council without lead-02", "signal"),
    ("Twelve members heard by week 8", "signal"),
    ("Take one request of the week apart: who is stuck, how often, at what cost", "rep"),
    ("Read one post-mortem a week", "rep"),
    ("Attend the carrier call on Wednesdays", "commitment"),
    ("Not to attend another course, but to use the last one in a decision", "goal"),
    ("Decisions are read by finance before the meeting", "goal"),
    ("Have fewer meetings: three standing ones are replaced by a written update", "goal"),
)

UNOBSERVABLE = (
    _unobservable("Vibe check each week", "measure", "Vibe check"),
    _unobservable("Gut check", "measure"),
    _unobservable("Feels more confident", "signal"),
    _unobservable("PM feels more comfortable in exec meetings", "signal", "feels more comfortable"),
    _unobservable("Stakeholders are happier", "signal"),
    _unobservable("Better quality", "signal"),
    _unobservable("Better quality of PRDs", "measure", "Better quality"),
    _unobservable("Improved alignment across teams", "signal", "Improved alignment"),
    _unobservable("Noticeable progress by week 8", "checkpoint", "Noticeable progress"),
    _unobservable("Increased visibility with leadership", "signal", "Increased visibility"),
    _unobservable("Greater trust from engineering", "signal", "Greater trust"),
    _unobservable("More strategic thinking", "measure"),
    _unobservable("Team is aligned", "checkpoint"),
    _unobservable("Becomes more proactive", "signal", "Becomes more proactive"),
    _unobservable("Communication improves", "measure"),
    _unobservable("Seen as a strategic partner", "signal", "Seen as a"),
    _unobservable("Positive feedback from stakeholders", "measure"),
    _unobservable("Gut feeling of the coach", "measure", "Gut feeling"),
    _unobservable("Clear improvement in weeks 4–8", "checkpoint", "Clear improvement"),
    _unobservable("Smoother collaboration with design", "signal", "Smoother collaboration"),
    _unobservable("Better meetings", "metric"),
    _unobservable("Less friction with sales", "signal", "Less friction"),
    _unobservable("Two briefs a month; improved decision-making", "signal", "improved decision-making"),
    _unobservable("Everyone is on the same page", "checkpoint"),
    _unobservable("Stakeholder satisfaction", "measure"),
    _unobservable("Quality of PRDs", "measure"),
    _unobservable("By feel", "measure"),
)
NOT_UNOBSERVABLE = (
    ("Mood check: each rates the session 1 to 5", "measure"),
    ("Two of three briefs are decided in the first meeting", "signal"),
    ("Feels more confident: speaks first in at least one council a month", "signal"),
    ("Confidence in exec meetings, self-rated 1 to 5 each Friday", "measure"),
    ("Stakeholders are happier: survey score from 3.1 to 4", "signal"),
    ("Better quality by the problem-frame rubric", "measure"),
    ("Improved alignment, as both heads sign the decision memo", "signal"),
    ("Share of requests answered against a criterion", "measure"),
    ("At most one late objection per decision", "signal"),
    ("More trust, as sales sends its requests to the board unasked and quotes the criteria", "signal"),
    ("The finance partner says that the case is clear", "signal"),
    ("Judged by frames and memos, never by better feelings or gut feeling", "measure"),
    ("In review, others argue about the explanation rather than the feature", "signal"),
    ("Increased visibility metrics for the funnel", "signal"),
    ("A frame changes or stops a piece of work at least once", "signal"),
    ("Higher activation", "metric"),
    ("% strategic conversations", "metric"),
    ("Upward influence instances", "metric"),
    ("No surprises", "signal"),
    ("Escalations per month (now 2)", "measure"),
    ("The map is used in a squad meeting", "checkpoint"),
    ("Level judged for the first time on real work", "checkpoint"),
    ("“Feels more confident” is not what we count", "measure"),
    ("Peers rate clarity 4 of 5", "signal"),
    ("Growth in weekly active teams", "signal"),
    ("The head of sales quotes the criterion", "signal"),
)

CASES = (
    *VAGUE,
    *(Case("vague-label", False, *said) for said in NOT_VAGUE),
    *ACTIVITY,
    *(Case("activity-as-goal", False, *said) for said in NOT_ACTIVITY),
    *UNOBSERVABLE,
    *(Case("unobservable-signal", False, *said) for said in NOT_UNOBSERVABLE),
)
