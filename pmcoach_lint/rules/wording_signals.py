"""Signals and measures that are moods or impressions."""

from __future__ import annotations

from pmcoach_lint.doctypes import LOG, PLAN, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.language import Hit, choice, lexicon, noted
from pmcoach_lint.language.substance import is_countable, is_counted, is_explained, is_whole
from pmcoach_lint.regex import regex
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import Options, rule
from pmcoach_lint.rules.wording import OPTIONS, example, hits, is_one_of
from pmcoach_lint.rules.wording_goals import VAGUE
from pmcoach_lint.syntax.source import Offence

_STATES = choice(
    """
    confident comfortable better ready happier happy supported empowered heard motivated aligned at_ease
    in_control valued energised energized included prepared good stronger connected engaged listened_to
    """
)
_QUALITIES = choice(
    """
    confidence comfort trust alignment communication collaboration visibility relationships relationship
    engagement clarity quality understanding ownership influence credibility impact buy-in morale satisfaction
    execution decision-making prioritization prioritisation awareness rapport strategic_thinking leadership
    presence efficiency productivity effectiveness autonomy independence teamwork transparency focus
    stakeholder_management motivation perception reputation empathy dynamics atmosphere partnership grasp
    knowledge judgment judgement grip standing energy chemistry synergy synergies mindset attitude intuition
    instinct instincts
    """
)
_GROUPS = choice(
    """
    stakeholders team teams leadership engineering executives execs everyone everybody customers users people
    peers sales management design manager coach leaders ceo cto designers engineers partners colleagues squad
    """
)
_PRODUCTS = choice(
    "prds specs decisions meetings presentations docs documents roadmap roadmaps stories updates briefs work"
)
_ACTS = choice(
    """
    communicates presents writes speaks explains listens collaborates delegates influences facilitates negotiates leads
    prioritizes prioritises performs engages
    """
)
_PERSON = "her|him|them|me|us|you|pm-*|the_pm"
_SHE = "she|he|they|i|we|pm-*|the_pm"
_IMPRESSIONS = noted(
    """
    gut feel|feeling|instinct
    overall|general|personal|subjective|whole impression|feeling|feel @? has|have? of|about?
    personal|subjective|overall view|picture|opinion of
    impression|feeling|sense that|both|we
    impression|feeling|sense @ has|have|gets
    coach's|@'s|my|lead's|manager's|our impression|feeling|opinion|intuition|gut
    by the? feel|feeling|instinct|intuition
    vibe|vibes|mood|gut check|checks
    ^ the|a|an? mood|vibe|vibes|atmosphere
    positive|good|better|right|different vibe|vibes|mood|atmosphere|energy
    mood|atmosphere|vibe|energy|spirit in|of|at ... is|feels|has|gets|becomes|changes|improves
    how it|that|this|they|we|the_sessions felt|feels|feel
    how|the_way ... comes|come|came across
    feel|feels|felt more? right|natural|different|easier|good
    feel|feels|sense|senses if|whether
    feel|feeling for whether|if|how|where
    intuitively
    understand|understands|understood|realise|realises|realised|realize|realizes|realized|see|sees|know|knows|is_aware
        how important|crucial|vital|essential|valuable
    understand|understands|understood|realise|realises|realize|realizes|appreciates|see|sees|know|knows|aware_of the
        importance|relevance|meaning of
    internalised|internalized|internalises|internalizes
    second nature
    in her|his|my|their|the|its dna|blood
    """
)
"""Impressions, and what somebody has understood: no piece of work that is named beside them makes them visible."""

_MINDS = noted(
    f"""
    how confident|comfortable|strategic|engaged|convinced|mature|senior|happy|satisfied {_SHE}|people|{_GROUPS} is|are|
        feel|feels|seem|seems|appear|appears|looks|sounds
    has|have|develop|develops|get|gets|gain|gains|show|shows a|an|the ... feel|feeling|intuition|instinct|nose|eye|
        sixth_sense|sense for|of
    a|an|better|sixth|good sense|intuition|instinct|feel|feeling|nose for
    {_QUALITIES} has|have grown|risen|deepened|strengthened|changed
    {_QUALITIES} of|in|for ... has|have grown|risen|deepened|improved|increased
    {_GROUPS}|others|we|both|all|they notice|notices|see|sees|feel|feels|sense|senses a|the .. difference|change|shift|
        improvement|progress
    see|sees|view|views|perceive|perceives|regard|regards|recognise|recognises|recognize|recognizes|know|knows {_PERSON}
        ... as
    how ... see|sees|perceive|perceives|view|views {_PERSON}
    respect|respects|trust|trusts|appreciate|appreciates|admire|admires her|him|me|pm-*|the_pm more|better?
    speak|speaks|talk|talks|think|thinks more? highly|positively|well of|about
    believe|believes|think|thinks|find|finds|feel|feels that? {_SHE} has|is|have|are grown|improved|matured|better|
        ready|
        further
    get|gets|understand|understands|know|knows|grasp|grasps what strategy|strategic_thinking|ownership|leadership|
        product_thinking means|is_about
    breathe|breathes|lives strategy|product|outcomes|customers|ownership|data
    more of a|an ... thinker|leader|owner|strategist|partner
    is|are|becomes|become a|an ... trusted|recognised|recognized|respected|better|real|strategic thinker|leader|partner|
        strategist|advisor|adviser
    gain|gains|earn|earns|win|wins|enjoy|enjoys more? credibility|trust|respect|recognition|standing|influence|
        reputation|confidence
    clear|strong|better|shared|real|good sense of
    """
)
"""What is in people's minds, or in that of the PM. Nobody can see it there."""

_WISHED = noted(
    f"""
    feel|feels|feeling|felt|feelings|am ... {_STATES}
    more|increased|greater|improved|higher|better|growing|stronger|enhanced|deeper .. {_QUALITIES}
    growth|boost|increase|improvement|rise in .. {_QUALITIES}
    is|are|be|becomes|become|becoming|being|looks|seems|appears|get|gets a_lot|much? more confident|strategic|
        comfortable|proactive|effective|visible|independent|assertive|autonomous|aligned|engaged|data-driven|
        decisive|structured|organised|organized|senior|trusted|respected|collaborative|efficient|productive|
        influential
    {_GROUPS} is|are|feel|feels|seem|seems .. happy|happier|satisfied|pleased|aligned|on_board|impressed|
        bought-in|confident|comfortable|excited|content|on_the_same_page
    happy|happier|satisfied|delighted {_GROUPS}
    noticeable|visible|clear|significant|good|steady|real|meaningful|general|overall|marked|substantial|tangible|
        some|measurable progress|improvement|improvements|growth|difference|development
    better|improved|higher-quality|stronger|clearer {_PRODUCTS}
    {_QUALITIES} improves|improve|improved|increases|increase|increased|grows|has_improved|have_improved
    {_QUALITIES} is|are|gets|get better|stronger|higher|good|great|smoother|up
    quality of .. {_PRODUCTS} improves|improved|increases|increased|rises|is_better|gets_better|is_higher
    {_ACTS} ... better|more_clearly|more_confidently|more_effectively|more_strategically|more_concisely
    more confident|comfortable|assertive|proactive|decisive
    feel|feels|feeling|felt .. informed|respected|trusted|safe|understood|involved|consulted|appreciated
    is|are|be|becomes|become trusted|respected|valued|appreciated|liked by ... {_GROUPS}|others
    feedback improves|improved|gets_better|is_better
    ^ better|good|great|fine|improved|improving|okay $
    ^ progress $
    ^ progress reviewed|discussed|checked|made|check $
    ^ overall|general|perceived? ... satisfaction|confidence|confidence_level|trust|alignment|engagement|impression|
        visibility|happiness|morale|stakeholder_satisfaction|team_morale|rapport|communication $
    ^ quality of ... {_PRODUCTS} $
    good|better|right feeling|gut_feeling
    know|see|notice|recognise|recognize it when
    general|overall|good|positive impression|feeling|sense
    ^ positive|good|great|better feedback $
    ^ positive|good|great|better feedback from ... {_GROUPS}|others $
    less|reduced|lower|fewer .. friction|stress|confusion|tension|noise|anxiety|drama
    smoother|easier|healthier .. collaboration|relationships|meetings|launches|execution|handoffs|partnership|
        relationship|communication|cooperation
    seen|perceived|viewed|recognised|recognized|regarded|known as a|an|more|strategic|the|someone
    progress|success|growth|change|improvement|impact|difference is|becomes visible|noticeable|felt|clear|tangible
    """
)
UNOBSERVABLE = _IMPRESSIONS + _MINDS + _WISHED
"""What is wished for in a way that nobody can count or see."""


_GOES_ON = ("important", "crucial", "vital", "essential", "valuable", "internalised", "internalized", "internalises")
"""Whatever follows these, it is said already."""

_ASKS = regex(r"\b(?:ask|question|check|challenge|test)(?:s|ed)?\b")

_SEEN_BY = {
    PLAN: ("sessions.outcome", "graduation.criterion"),
    LOG: ("positioning.signal",),
    PROPOSAL: ("proposed.outcomes.metric",),
}
"""Where documents of other types than the pack say by what one sees that something is reached."""


@rule("PMC802", *OPTIONS, severity=None)
def unobservable_signal(document: Document, options: Options) -> Offences:
    """A success signal or a measure is a mood or an impression: nobody could count it or see it.

    It is no offence where the same text has a number, a rubric, a piece of work or somebody who observes. How a review
    is judged is looked at as well, and what documents for clients say by which one sees that something is reached.

    Why it matters:
        At the checkpoint two people will look at the same eight weeks and see two things. Progress is told by
        artifacts and behaviours, not by how it feels.

    What to do:
        Ask: who would see what, in which document or meeting, how often? Write that, with the number it starts from.

    Bad:
        ## 3) Shared Vision

        | ID | Bet | Success signals |
        |---|---|---|
        | B1 | Decision briefs that get decided | Stakeholders are happier |

    Good:
        ## 3) Shared Vision

        | ID | Bet | Success signals |
        |---|---|---|
        | B1 | Decision briefs that get decided | Two of three briefs are decided in the first meeting |
    """
    found = list(hits(document, options, UNOBSERVABLE, "signal"))
    if places := _SEEN_BY.get(document.type):
        at_places = hits(document, options, UNOBSERVABLE, places=places)
        found += [hit for hit in at_places if _is_told_here(document, hit)]
    for hit in found:
        is_impression = is_one_of(hit, _IMPRESSIONS, document)
        is_seen = is_counted(hit) if is_impression else is_countable(hit)
        if (is_whole(hit) or hit.words.endswith(_GOES_ON)) and not is_seen and not is_explained(hit):
            message = f"“{hit.words}” is nothing that anybody could count or see."
            hint = f"Say who would see what, where and how often, such as “{example(hit, _SIGNS)}”."
            yield Offence(hit.span, message, hint)


def _is_told_here(document: Document, hit: Hit) -> bool:
    """Whether a wish in another place than a signal is told by this rule, and is nothing that somebody asks about."""
    if is_one_of(hit, _IMPRESSIONS + _MINDS, document):
        return True
    return not _ASKS.search(hit.text.folded) and not lexicon(VAGUE).holds(document, hit.text.folded)


_SIGNS = (
    (("confiden", "comfort", "feel", "assert", "independ", "autonom"),
     "gives a recommendation unasked in three of four reviews"),
    (("align", "happ", "satisf", "stakeholder", "relation", "trust", "friction", "collab", "team"),
     "at most one objection is first heard in the meeting"),
    (("quality", "prds", "specs", "docs", "brief", "clar", "commun"), "two briefs in a row score 8 of 10"),
    (("",), "two artifacts in a row score 6 of 8 without a prompt"),
)  # fmt: skip
