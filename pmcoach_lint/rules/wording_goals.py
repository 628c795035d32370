"""Goals and behaviours that nobody could see: labels, and activities in the place of goals."""

from __future__ import annotations

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.coaching.parts import BETS
from pmcoach_lint.document import Document
from pmcoach_lint.language import Hit, choice, lexicon, noted
from pmcoach_lint.language.chores import done_in
from pmcoach_lint.language.said import spoken_of
from pmcoach_lint.language.substance import has_purpose, is_means, is_shown, is_spelled_out, is_whole
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import Options, rule
from pmcoach_lint.rules.wording import OPTIONS, example, hits, is_one_of
from pmcoach_lint.syntax.source import Offence, fold
from pmcoach_lint.syntax.yaml_marks import Path

_TRAIT_LIKE = choice(
    """
    strategic proactive data-driven customer-centric customer-focused customer-obsessed user-centric
    user-focused product-minded outcome-focused outcome-oriented results-oriented results-driven assertive
    visible confident influential impactful decisive analytical senior commercial commercially_aware structured
    organised organized collaborative communicative independent autonomous accountable transparent technical
    effective efficient self-sufficient hands-on detail-oriented business-minded vocal present creative
    innovative agile empathetic self-assured self-confident mature authoritative long-term entrepreneurial
    """
)
_SKILLS = choice(
    """
    communication communication_skills comms exec_comms stakeholder_management stakeholder_relationships
    stakeholder_communication stakeholder_engagement stakeholder_alignment strategic_thinking strategy_skills
    strategic_skills leadership leadership_skills product_sense product_thinking product_skills product_strategy
    influence influencing_skills executive_presence presence gravitas collaboration teamwork alignment
    prioritization prioritisation prioritization_skills execution ownership visibility mindset business_acumen
    soft_skills people_skills presentation_skills critical_thinking storytelling data_literacy analytical_skills
    decision-making judgment judgement time_management facilitation_skills delegation customer_focus
    customer_empathy user_empathy relationships credibility discovery_skills technical_skills impact
    acumen commercial_acumen business_sense product_instincts instincts maturity
    """
)
_BECOMES = choice(
    """
    be become becomes becoming being is are am grow_into grows_into grown_into develop_into develops_into turn_into
    turns_into evolve_into evolves_into
    """
)
_SOMEBODY = choice(
    """
    communicator leader strategist strategic_thinker partner storyteller influencer collaborator product_manager
    product_leader pm manager listener presenter team_player thought_partner thinker visionary
    """
)
_IDENTITIES = noted(
    f"""
    {_BECOMES} a|an ... more {_TRAIT_LIKE} ... {_SOMEBODY}|product_person|person
    {_BECOMES} a|an ... better|stronger|great|good|true|real|trusted|effective|strong|confident|strategic|inspiring|
        respected|mature {_SOMEBODY}
    {_BECOMES} a|an ... better|stronger|great|true|real|trusted|strong|confident|strategic product|thought|people
        leader|partner
    {_BECOMES} a|an true|real|strong owner|voice
    become|becomes|grow_into|grows_into|turn_into|turns_into a|an leader|strategist|strategic_leader|visionary|
        role_model|thought_leader|strategic_partner|strategic_thinker
    become|becomes|be the go-to person|pm|expert
    more {_TRAIT_LIKE} presence|thinker|communicator|strategist|personality|voice|leader
    more of a|an ... thinker|leader|owner|strategist|partner|communicator
    grow|grows|growing|mature|matures|develop|develops as a|an leader|pm|product_manager|product_leader|strategist|owner
    """
)
"""Labels for what somebody is to be. However many words stand around one, they do not say what it looks like."""

_BEING = noted(
    f"""
    {_BECOMES}|get|gets|getting|act|grow|grows a_lot? more {_TRAIT_LIKE}
    get|gets|getting|become|becomes better at|with|in
    become|becomes|be tougher|bolder|braver|stronger|louder
    improve|improves|improving at
    raise|raises|up|ups her|his|my|their|the game
    operate|operates|work|works|perform|performs at|on the|a next|higher|senior level
    has|have|having|show|shows|gain|gains|build|builds|grow|grows more|greater|stronger|real|good executive_presence|
        presence|gravitas|ownership|leadership|authority|initiative|accountability|seniority|maturity
    build|develop|grow|gain|work_on executive_presence|gravitas|presence|seniority|confidence|charisma
    """
)
"""Labels for how somebody is to be, whatever it is called: a goal, or a step that somebody is to take next."""

VAGUE = (
    _IDENTITIES
    + _BEING
    + noted(
        f"""
    need|needs|try|tries|aim|aims|learn|learns to be more? {_TRAIT_LIKE}
    ^ more|very|truly|consistently {_TRAIT_LIKE}
    ^ is|be|being|stays|acts? {_TRAIT_LIKE} $
    ^ is|be|being? {_TRAIT_LIKE} and {_TRAIT_LIKE} $
    a|the|in more {_TRAIT_LIKE} way|approach|style|mindset|attitude|perspective
    ^ {_TRAIT_LIKE} $
    think|thinks|thinking|act|acts|work|works|operate|operates more? strategically|proactively|commercially|
        holistically|bigger|big_picture|big-picture|long-term|critically|independently
    think|thinks|act|acts|behave|behaves like|as an|a owner|founder|ceo|leader|senior|business_owner
    be|becomes|become seen|perceived|recognised|recognized|regarded|known|viewed as
    lead|leads|act|acts|present|presents|speak|speaks|communicate|communicates|decide|decides with confidence|
        authority|conviction|impact|gravitas|presence|purpose|urgency
    improve|improves|improving|enhance|enhances|enhancing|strengthen|strengthens|develop|develops|developing|
        sharpen|boost|increase|increases|grow|work_on|level_up|uplevel|hone|deepen|refine|polish|upskill
        ... {_SKILLS}
    build .. {_SKILLS.replace("|alignment", "").replace("|relationships", "").replace("|credibility", "")}
    better|improved|stronger|enhanced|greater|more_effective .. {_SKILLS}
    ^ strong|stronger|good|great|excellent|solid|effective|clear|outstanding|high .. {_SKILLS}
    has|have|having|with strong|good|great|excellent|solid .. {_SKILLS}
    has|have|having|bring|brings|show|shows|display|displays a|an|the? ... strategic_mindset|growth_mindset|
        ownership_mindset|bias_for_action|sense_of_urgency|sense_of_ownership|can-do_attitude|business_acumen|
        product_sense|gravitas|executive_presence|leadership_qualities|charisma|commercial_acumen|business_sense
    ^ more|higher|greater .. ownership|initiative|gravitas|presence|executive_presence|accountability|impact|
        seniority|maturity|leadership|authority|proactivity|assertiveness|strategic_thinking
    demonstrate|demonstrates|demonstrating|show|shows|showing|exhibit|exhibits|display|displays|exercise|
        exercises ... leadership|leadership_qualities|ownership|initiative|strategic_thinking|executive_presence|
        good_judgment|
        good_judgement|accountability|maturity|seniority|proactivity|empathy|strong_communication
    take|takes|taking more|full|greater|real? ownership|initiative|responsibility|accountability
    see|sees|seeing|keep|keeps|understand|understands the big|bigger picture
    see|sees|seeing around corners
    have|has|having|make|makes|making more|greater|bigger|broader|an|a impact
    ^ level_up|levels_up|uplevel|up-level|upskill|improve|better .. strategy|discovery|craft|product_craft|delivery|
        analytics|data|thinking|skills|pm_skills $
    ^ communicates|communicate|writes|presents clearly|effectively|well|concisely|confidently and
        clearly|effectively|well|concisely|confidently with|to ... stakeholders|executives|leadership|teams|team|others
    go|goes|going above_and_beyond|the_extra_mile
    lead|leads by example
    ^ inspires|motivates|empowers ... team|others|people $
    ^ work|works|working|collaborates|communicates well ... others|team|teams|people|stakeholders|everyone|functions $
    build|builds|building|maintain|maintains good|great|strong|better|stronger|effective .. relationships|partnerships
    ^ a|is_a|being_a? good|great|strong|active|effective listener|communicator|collaborator|leader|influencer $
    gain|gains|gaining|build|builds|building|grow|grows .. confidence|credibility|trust|visibility
    drive|drives|driving more|greater|real|bigger? impact|alignment|results|outcomes|value|innovation|excellence
    take|takes|get|gets|bring|brings ... to_the_next_level
    step|steps|stepping up $
    take|takes the lead more|more_often $
    step|steps|stepping up as|into ... leader|lead|owner|pm|manager|role|leadership
    ^ communicates|collaborates|works|manages|leads|partners|prioritizes|prioritises|executes|presents|listens|
        influences|plans|delivers .. .. well|effectively|clearly|better|efficiently|proactively|strategically $
    """
    )
)
"""Labels for what people wish of others. Each of them leaves open what would be seen."""

_ENOUGH = 4
"""So many words beside a label may say what is meant by it. Our own figure."""

_SHOWN_AS = (
    (("stakeholder", "align", "relation", "collab", "team", "partner", "influenc"),
     "has heard each objection from its owner before the meeting"),
    (("commun", "comms", "present", "storytell", "gravitas", "vocal", "visib", "listen"),
     "asks for one decision in the first two lines of every update"),
    (("data", "analy", "critical"), "writes down which figure would change the plan before looking at it"),
    (("customer", "user", "discovery", "empath", "product"),
     "opens each brief with who is stuck, how often and at what cost"),
    (("owner", "proactiv", "initiativ", "accountab", "step", "responsib", "lead", "confiden", "assert", "decisi"),
     "raises a slip the day it is seen, with two ways out and a recommendation"),
    (("priorit", "execut", "time", "organi", "structur", "effici"),
     "names what goes out of the plan when something comes in"),
    (("",), "opens each proposal with the decision it serves and names what is dropped for it"),
)  # fmt: skip


@rule("PMC800", *OPTIONS, severity=None)
def vague_label(document: Document, options: Options) -> Offences:
    """A goal, a bet, a behaviour or a practice is a label that leaves open what would be seen.

    So is a next step that somebody is to be better by then (“gets better at sizing”). “Be more strategic” is no offence
    where the same text, or the target behaviour or the success signals beside a bet, say what the person does then.
    Quoted, negated and reported words are none either.

    Why it matters:
        Two people agree on “be more strategic” and mean two things. Nobody can practise a label, see it or be fair
        about it.

    What to do:
        Ask: what would I see them do, in which meeting or document? Write that down; the label may stay in front.

    Bad:
        ## Context snapshot

        **Coaching goal:** Be more strategic in roadmap discussions

    Good:
        ## Context snapshot

        **Coaching goal:** Be more strategic: opens each PRD with the decision it serves
    """
    found = list(hits(document, options, VAGUE, "goal", "behaviour", "practice", "step"))
    told: set[Path] = set()
    for hit in found:
        if hit.text.says == "step" and not is_one_of(hit, _IDENTITIES + _BEING, document):
            continue
        is_identity = is_one_of(hit, _IDENTITIES, document)
        beside = (other for other in found if other.text.path == hit.text.path)
        is_clear = is_shown(hit) if is_identity else is_spelled_out(hit, beside)
        if hit.text.path not in told and is_whole(hit) and not is_clear and not _is_spelled_out_beside(document, hit):
            told.add(hit.text.path)
            message = f"“{hit.words}” names no behaviour that anybody could see."
            hint = f"Say what they do then that others can see, such as “{example(hit, _SHOWN_AS)}”."
            yield Offence(hit.span, message, hint)


def _is_spelled_out_beside(document: Document, hit: Hit) -> bool:
    """Whether the other entries of the same list, or the fields beside a bet, say what is meant."""
    path = hit.text.path
    if isinstance(path[-1], int):
        beside = [text for place, text in enumerate(_texts(document, path[:-1])) if place != path[-1]]
    elif path[:2] == BETS:
        beside = [text for name in ("target_behaviour", "signals") for text in _texts(document, (*path[:-1], name))]
    else:
        beside = []
    labels = lexicon(VAGUE)
    return any(len(text.split()) >= _ENOUGH and not labels.holds(document, fold(text)) for text in beside)


def _texts(document: Document, path: Path) -> list[str]:
    value = value_at(document, path)
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []


_LEARNING = noted(
    """
    attend|attends|attending|join|joins|joining|visit|visits|go_to ... course|courses|training|trainings|workshop|
        workshops|conference|conferences|webinar|webinars|bootcamp|class|classes|meetup|meetups|seminar|seminars|
        masterclass|event|events
    take|takes|taking|complete|completes|completing|completed|finish|finishes|finishing|do|enrol_in|enroll_in|
        sign_up_for|pass|passes ... course|courses|training|trainings|certification|certificate|bootcamp|class|
        classes|e-learning|masterclass|programme|program|curriculum|modules
    read|reads|reading|finish|finishes ... book|books|article|articles|blog|blogs|newsletters|chapters
    watch|watches|watching|listen_to|listens_to ... video|videos|talk|talks|podcast|podcasts|webinar|webinars|
        tutorials|recordings
    get|gets|getting|become|becoming|be ... certified|accredited
    learn|learns|learning more? about
    find|get|have|work_with a|an .. mentor|buddy
    shadow|shadows|shadowing a|an|two|three|several|other|senior|more .. pm|pms|manager|managers|leader|leaders|
        executive|executives|lead|leads
    """
)
_MEETING = noted(
    """
    have|hold|holds|schedule|schedules|set_up|sets_up|book|run|runs|do|does|start|organise|organize|join|attend|
        attends more|regular|weekly|biweekly|bi-weekly|fortnightly|monthly|daily|frequent|additional|recurring ..
        meeting|meetings|1:1s|1-1s|one-on-ones|syncs|sync|check-ins|check-in|touchpoints|calls|catch-ups|
        coffees|standups
    meet|meets|sync|syncs|talk_to|speak_to|speak_with ... more_often|more_regularly|regularly|weekly|every_week|
        every_month|monthly $
    write|writes|do|does|produce|make|run|create|conduct|deliver|have more prds|specs|docs|documents|interviews|
        user_interviews|customer_interviews|research|user_research|discovery|experiments|presentations|reports|
        conversations|customer_calls|discovery_calls
    spend|spends|spending more time
    participate|participates in more? .. meetings|workshops|reviews|planning|ceremonies|discussions
    """
)


@rule("PMC801", *OPTIONS, severity=None)
def activity_as_goal(document: Document, options: Options) -> Offences:
    """A goal, a bet or a success signal is something to do or to attend, and not what is different afterwards.

    Courses, books, meetings and the like are welcome in the plan. Here they are no offence where the text says what
    follows from them: “so that …”, “until …”.

    Why it matters:
        Three books can be read and nothing has changed. Who did everything that was asked has a right to call it
        done.

    What to do:
        Ask: and what will they do better at work after that? Make that the goal, and move the activity to the reps.

    Bad:
        ## Context snapshot

        **Coaching goal:** Attend a course on product analytics

    Good:
        ## Context snapshot

        **Coaching goal:** Answers questions about conversion with own queries instead of waiting for the analyst
    """
    for hit in hits(document, options, _LEARNING + _MEETING, "goal", "behaviour", "signal"):
        is_meant = hit.text.says == "goal" or lexicon(_LEARNING).holds(document, hit.text.folded)
        if is_meant and is_whole(hit) and not is_means(hit) and not has_purpose(hit):
            message = f"“{hit.words}” is something to do, not what is different afterwards."
            hint = "Say what they do better at work after that, and move the activity to the reps or the stretch work."
            yield Offence(hit.span, message, hint)
    goals = spoken_of(document, "goal")
    for number, told in enumerate(goals.texts):
        text = goals.at(number) if done_in(told) else None
        span = done_in(text.text) if text else None
        if text and span:
            message = f"“{text.text[slice(*span)]}” is delivery in order, not what the PM can do."
            yield Offence(text.span(*span), message, "Say what they decide, decline, or put differently after that.")
