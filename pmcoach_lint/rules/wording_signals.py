"""Signals and measures that are moods or impressions."""

from __future__ import annotations

from pmcoach_lint.document import Document
from pmcoach_lint.language import choice, noted
from pmcoach_lint.language.substance import is_countable, is_explained, is_whole
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import Options, rule
from pmcoach_lint.rules.wording import OPTIONS, example, hits
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
    knowledge judgment judgement
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
UNOBSERVABLE = noted(
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
    gut feel|feeling|instinct
    ^ overall|general|perceived? ... satisfaction|confidence|confidence_level|trust|alignment|engagement|impression|
        visibility|happiness|morale|stakeholder_satisfaction|team_morale|rapport|communication $
    ^ quality of ... {_PRODUCTS} $
    coach's|my|lead's|manager's|our impression|feeling|opinion|intuition
    by feel|feeling|instinct|intuition
    good|better|right vibe|vibes|feeling|gut_feeling
    vibe|vibes|mood|gut check|checks
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
"""What is wished for in a way that nobody can count or see."""


@rule("PMC802", *OPTIONS, severity=None)
def unobservable_signal(document: Document, options: Options) -> Offences:
    """A success signal or a measure is a mood or an impression: nobody could count it or see it.

    It is no offence where the same text has a number, a rubric, a piece of work or somebody who observes.

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
    for hit in hits(document, options, UNOBSERVABLE, "signal"):
        if is_whole(hit) and not is_countable(hit) and not is_explained(hit):
            message = f"“{hit.words}” is nothing that anybody could count or see."
            hint = f"Say who would see what, where and how often, such as “{example(hit, _SIGNS)}”."
            yield Offence(hit.span, message, hint)


_SIGNS = (
    (("confiden", "comfort", "feel", "assert", "independ", "autonom"),
     "gives a recommendation unasked in three of four reviews"),
    (("align", "happ", "satisf", "stakeholder", "relation", "trust", "friction", "collab", "team"),
     "at most one objection is first heard in the meeting"),
    (("quality", "prds", "specs", "docs", "brief", "clar", "commun"), "two briefs in a row score 8 of 10"),
    (("",), "two artifacts in a row score 6 of 8 without a prompt"),
)  # fmt: skip
