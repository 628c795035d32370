"""What nobody can see or count: moods, impressions, what is in somebody's mind."""

from __future__ import annotations

from pmcoach_lint.language.notation import choice, noted

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
    peers sales management design manager coach leaders ceo cto cpo coo cfo vp boss sponsor client board designers
    engineers partners colleagues squad
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
_MOVED = choice(
    """
    convinced impressed grateful thankful pleased relieved inspired motivated excited enthusiastic satisfied happy
    happier proud reassured delighted glad confident comfortable hopeful optimistic energised energized empowered
    touched at_ease at_home fulfilled appreciative relaxed calm calmer encouraged unafraid
    """
)
"""How somebody feels about something."""

_DEEPLY = "really|truly|fully|genuinely|deeply|completely|properly|very|much|more|quite|now|visibly|clearly|finally"
_PERSON = "her|him|them|me|us|you|pm-*|the_pm"
_SHE = "she|he|they|i|we|pm-*|the_pm"
IMPRESSIONS = noted(
    f"""
    gut feel|feeling|instinct
    overall|general|personal|subjective|whole impression|feeling|feel @? has|have? of|about?
    personal|subjective|overall view|picture|opinion of
    impression|feeling|sense that|both|we
    impression|feeling|sense @ has|have|gets
    get|gets|getting|got|gain|gains|form|forms a|an|her|his|my|their|the|some ... sense|feel|feeling|impression
    {_SHE}|@|{_GROUPS} will|can sense|feel|notice|tell it|this|that|how|when|if?
    {_SHE}|@|{_GROUPS} senses
    has|have understood|realised|realized|grasped that|why|what
    you|one|we|everyone|everybody|anyone can|will tell|feel|sense|notice if|when|whether|that|how?
    has|have|had a|an good|bad|better|positive|right feeling|impression
    can|could be felt|sensed
    will|would|should be noticed|felt|palpable|obvious|self-evident|evident|apparent
    coach's|@'s|my|lead's|manager's|our impression|feeling|opinion|intuition|gut
    by the? feel|feeling|instinct|intuition
    vibe|vibes|mood|gut check|checks
    ^ the|a|an? mood|vibe|vibes|atmosphere
    positive|good|better|right|different|new|fresh vibe|vibes|mood|atmosphere|energy|spirit
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

MINDS = noted(
    f"""
    how confident|comfortable|strategic|engaged|convinced|mature|senior|happy|satisfied {_SHE}|people|{_GROUPS} is|are|
        feel|feels|seem|seems|appear|appears|looks|sounds
    has|have|develop|develops|get|gets|gain|gains|show|shows a|an|the ... feel|feeling|intuition|instinct|nose|eye|
        sixth_sense|sense for|of
    a|an|better|sixth|good sense|intuition|instinct|feel|feeling|nose for
    gain|gains|gained|find|finds|found|develop|develops|developed ... clarity|confidence|self-confidence|courage|trust
        in|about|on|with|for?
    {_QUALITIES} has|have grown|risen|deepened|strengthened|changed
    {_QUALITIES} of|in|for ... has|have grown|risen|deepened|improved|increased
    {_GROUPS}|others|we|both|all|they notice|notices|see|sees|feel|feels|sense|senses a|the .. difference|change|shift|
        improvement|progress
    see|sees|view|views|perceive|perceives|regard|regards|recognise|recognises|recognize|recognizes|know|knows {_PERSON}
        ... as
    how ... see|sees|perceive|perceives|view|views {_PERSON}
    respect|respects|trust|trusts|appreciate|appreciates|admire|admires her|him|me|pm-*|the_pm more|better?
    {_SHE}|{_GROUPS}|person ... is|are|was|were|feel|feels|felt|remain|remains|seem|seems {_DEEPLY}? {_DEEPLY}? {_MOVED}
    ^ is|feels|seems|remains {_DEEPLY}? {_DEEPLY}? {_MOVED}|aware
    leave|leaves ... {_MOVED}|heard|understood|valued
    is|was|feels .. grateful|thankful|convinced|impressed|relieved|inspired by|for|that|of|about|with|to?
    really|truly|fully|genuinely|deeply|completely|properly|finally understand|understands|understood|get|gets|grasp|
        grasps|realise|realises|realize|realizes|care|cares|appreciate|appreciates|believe|believes|own|owns|embrace|
        embraces|feel|feels what|why|how|that|the|in|about|a|it|its|this|their|her|his|like
    {_SHE}|{_GROUPS} {_DEEPLY}? believe|believes|trust|trusts|appreciate|appreciates|enjoy|enjoys|love|loves|embrace|
        embraces|realise|realises|realize|realizes|grasp|grasps|cares in|the|that|her|his|their|its|what|why|how|
        *ing|about
    {_SHE}|{_GROUPS} {_DEEPLY}? is|are {_DEEPLY}? convinced|sure|certain|confident {_SHE}|the|of
    {_GROUPS} notice|notices that|how {_SHE}
    {_SHE}|{_GROUPS} {_DEEPLY}? respect|respects|trust|trusts|appreciate|appreciates|admire|admires
        {_PERSON}|pm-*'s|her|his
    {_SHE} {_DEEPLY}? is|am|becomes {_DEEPLY}? aware of|that|how|why
    {_SHE} see|sees {_DEEPLY}? the value|importance|point|relevance|sense of|in
    {_SHE} no_longer|never|rarely feel|feels like|as|that
    no_longer|not|less afraid|scared|nervous|anxious|intimidated|frightened of|to|in|about?
    {_SHE} see|sees|views|regards herself|himself|themselves|oneself as
    find|finds|found|has her|his|their voice|feet|confidence|style
    {_SHE} know|knows why|what|how ... matters|counts
    trust|confidence|credibility|rapport|respect ... is|are|has_been|have_been restored|rebuilt|established|built|there|
        back|strengthened|regained
    agree|think|believe|feel|decide that? {_SHE} is|are ready
    right|good|different|new|positive|can-do mindset|attitude|mentality
    in our|my|@'s|their judgement|judgment|opinion|eyes|view
    feel|feels|felt that|it's|it_is ... time|ready|right
    has|have|with fewer|less|no doubts|worries|reservations|fear|fears
    has|have|hold|holds|get|gets a|an better|higher|good|different|new opinion|image|view|picture of
    conversations|talks|meetings|sessions|discussions have|has|get|gets|take|takes_on ... quality|tone|depth|level|
        energy
    noticeable|visible|clear|marked|real|significant|tangible .. shift
    shift|change in .. mindset|attitude|thinking|perception|mood|spirit|confidence|energy|self-confidence
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
UNOBSERVABLE = IMPRESSIONS + MINDS + _WISHED
"""What is wished for in a way that nobody can count or see."""
