"""Labels for what people wish of others: what somebody is to be, or is to have. None says what would be seen."""

from __future__ import annotations

from pmcoach_lint.language.notation import choice, noted

_TRAIT_LIKE = choice(
    """
    strategic proactive data-driven customer-centric customer-focused customer-obsessed user-centric
    user-focused product-minded outcome-minded business-minded solution-oriented impact-driven value-driven
    metrics-driven people-oriented outcome-focused outcome-oriented results-oriented results-driven assertive
    visible confident influential impactful decisive analytical senior commercial commercially_aware structured
    organised organized collaborative communicative independent autonomous accountable transparent technical
    effective efficient self-sufficient hands-on detail-oriented business-minded vocal present creative
    innovative agile empathetic self-assured self-confident mature authoritative long-term entrepreneurial curious
    self-reliant sovereign likeable resilient courageous brave charismatic articulate persuasive inspiring passionate
    big-picture
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
    turns_into evolve_into evolves_into developed_into turned_into grew_into
    """
)
_SOMEBODY = choice(
    """
    communicator leader strategist strategic_thinker partner storyteller influencer collaborator product_manager
    product_leader pm manager listener presenter team_player thought_partner thinker visionary problem_solver
    solver professional colleague mind owner personality role_model
    """
)
_FIGURE = choice(
    """
    communicator leader strategist storyteller influencer listener presenter thinker visionary colleague personality
    person voice figure presence
    """
)
"""What somebody may be called, in words that few documents have."""

_HEADS = choice("mindset mentality attitude spirit")
_HEART = choice(
    """
    drive passion courage confidence self-confidence ambition enthusiasm maturity boldness assertiveness backbone
    gravitas presence executive_presence stature poise calm resilience competence authority self-assurance
    """
)
"""What somebody is to have inside."""
IDENTITIES = noted(
    f"""
    {_BECOMES} a|an ... more {_TRAIT_LIKE} ... {_SOMEBODY}|product_person|person
    {_BECOMES} a|an ... better|stronger|great|good|true|real|trusted|effective|strong|confident|strategic|inspiring|
        respected|mature {_SOMEBODY}
    {_BECOMES} a|an ... better|stronger|great|true|real|trusted|strong|confident|strategic product|thought|people
        leader|partner
    {_BECOMES} a|an true|real|strong owner|voice
    become|becomes|grow_into|grows_into|turn_into|turns_into a|an leader|strategist|strategic_leader|visionary|
        role_model|thought_leader|strategic_partner|strategic_thinker
    become|becomes|becoming|grow_into|grows_into|turn_into|turns_into|evolve_into|evolves_into a|an ... {_FIGURE}
    act|acts|behave|behaves|come_across|comes_across as|like a|an ... {_FIGURE}
    {_BECOMES} somebody|someone ... whom? people|others|everybody|everyone|engineers|teams look|looks up to
    {_BECOMES} bolder|braver|calmer|stronger|tougher|louder|wiser
    think|thinks|thinking ... end_to_end
    become|becomes|be the go-to person|pm|expert
    more {_TRAIT_LIKE} ... {_FIGURE}|pm|pm-*
    make|makes|making|turn|turns|turning|shape|shapes her|him|them|me|pm-*|the_pm into? a|an ... {_SOMEBODY}
    radiate|radiates|radiating|exude|exudes|emanate|emanates|give_off|gives_off|project|projects .. {_HEART}
    lose|loses|overcome|overcomes the|her|his|their fear|shyness|timidity|anxiety|self-doubt of?
    feel|feels .. confident|comfortable|safe|secure|at_home|at_ease enough|to|as|alone
    come|comes across|over as more|less {_TRAIT_LIKE}
    come|comes across|over as calm|{_TRAIT_LIKE}
    become|becomes|be the|a|an kind|sort|type of {_SOMEBODY}|person
    is|be|are|becomes|become|gets|feels taken seriously
    more of a|an ... thinker|leader|owner|strategist|partner|communicator
    grow|grows|growing|mature|matures|develop|develops as a|an leader|pm|product_manager|product_leader|strategist|owner
    """
)
"""Labels for what somebody is to be. However many words stand around one, they do not say what it looks like."""

BEING = noted(
    f"""
    {_BECOMES}|get|gets|getting|act|grow|grows a_lot? more {_TRAIT_LIKE}
    get|gets|getting|become|becomes better at|with|in
    become|becomes|be tougher|bolder|braver|stronger|louder
    improve|improves|improving at
    raise|raises|up|ups her|his|my|their|the game
    operate|operates|work|works|perform|performs at|on the|a next|higher|senior level
    has|have|having|show|shows|gain|gains|build|builds|grow|grows more|greater|stronger|real|good executive_presence|
        presence|gravitas|ownership|leadership|authority|initiative|accountability|seniority|maturity
    build|develop|grow|gain|work_on executive_presence|gravitas|seniority|charisma|{_HEART}
    have|has|having|show|shows|gain|gains|get|gets|find|finds the? more|greater|real? {_HEART} of|to|in|for|and|when?
    have|has|gain|gains|get|gets|find|finds a|an? stronger|bigger|louder|clearer voice|standing|presence|profile
    have|has|get|gets|adopt|adopts|take_on|takes_on|build|builds|develop|develops|show|shows ...
        owner's|founder's|ceo|growth|product|winner's|entrepreneurial|strategic|outcome|right|different {_HEADS}
    develop|develops|developing|gain|gains|has|have|get|gets|grow|grows a|an|the ... instinct|instincts|intuition|nose|
        product_sense|business_sense|sixth_sense for|of|in?
    believe|believes in the|it|product|strategy|her|his|their
    {_HEADS} shift|change
    shift|change in|of .. {_HEADS}
    feel|feels|be|is|become|becomes|get|gets more? comfortable|confident|at_ease|at_home|secure
        with|in|about|around|when
    """
)
"""Labels for how somebody is to be, whatever it is called: a goal, or a step that somebody is to take next."""

VAGUE = (
    IDENTITIES
    + BEING
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
    be|is|are|becomes|become|gets seen|perceived|recognised|recognized|regarded|known|viewed as
    lead|leads|act|acts|present|presents|speak|speaks|communicate|communicates|decide|decides
        with more|greater|real? confidence|authority|conviction|impact|gravitas|presence|purpose|urgency
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
    ^ more|higher|greater|new .. {_HEART}
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
