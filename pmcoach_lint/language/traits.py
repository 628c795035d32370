"""What a person is said to be: traits, and the praise of them."""

from __future__ import annotations

from pmcoach_lint.language.notation import choice, noted

_PLAIN_TRAITS = choice(
    """
    shy timid introverted introvert lazy defensive careless sloppy arrogant stubborn insecure impatient abrasive
    disorganized disorganised unmotivated demotivated immature naive moody bossy indecisive unreliable perfectionist
    people-pleaser people_pleaser conflict-averse conflict-avoidant unconfident oversensitive thin-skinned
    hot-headed passive-aggressive forgetful scatterbrained self-centered self-centred egotistical selfish rude
    complacent narrow-minded unassertive
    """
)
_TRAITS = choice(
    f"""
    {_PLAIN_TRAITS} extroverted passive unorganized lethargic chaotic dismissive submissive argumentative close-minded
    insensitive sensitive emotional difficult negative lacking_confidence easily_distracted easily_overwhelmed quiet
    nice soft junior reserved cold blunt cautious risk-averse reactive impulsive anxious nervous scared intimidated
    """
)
_KINDS = choice(
    """
    worrier fighter loner dreamer procrastinator pessimist extrovert follower hothead coward softie yes-man workaholic
    chatterbox egoist cynic
    """
)
_LACKED = choice(
    """
    confidence self-confidence motivation ambition drive passion charisma gravitas maturity empathy courage
    curiosity discipline self-discipline initiative grit presence executive_presence backbone self-awareness
    strategic_mindset attention_to_detail assertiveness seniority resilience leadership_presence common_sense
    ownership_mentality urgency humility self-esteem killer_instinct instinct instincts hunger stamina talent spine
    """
)
TRAITS = noted(
    f"""
    is|was|are|be|being|seems|appears|looks|gets|becomes|became|remains|tends_to_be|can_be|comes_across_as|comes_over_as
        a_bit|a_little|very|too|quite|rather|often|sometimes|somewhat|so|really|overly|inherently|naturally|always|
        still|easily|simply|just|a|an|extremely|generally? {_PLAIN_TRAITS}
    too|overly|inherently|naturally|emotionally {_TRAITS}|unstable
    a|an very|rather|more|somewhat|fairly? {_TRAITS}|strategic|creative|closed person|personality|character|type
    {_PLAIN_TRAITS}|weak|strong|stronger|difficult|dominant personality|character
    {_PLAIN_TRAITS} thinker|worker|person|communicator|writer
    quite|rather|very|a_bit|a_little|somewhat|fairly|overly? {_TRAITS} personality|person|character|type|nature|
        temperament|by_nature|by_temperament
    isn't|not|never the|a|that? kind|type|sort of person|somebody who|that|to|for?
    isn't|not|no|never the type|kind|sort who
    doesn't have it in her|him|them
    not|isn't naturally|inherently|instinctively|intrinsically curious|strategic|analytical|assertive|organised|
        organized|structured|commercial|technical|creative|empathetic|ambitious|decisive|confident|proactive
    easily|quickly offended|discouraged|irritated|intimidated|frustrated|annoyed|bored|upset|stressed|hurt
    not the sharpest|brightest|boldest|bravest|quickest|smartest|strongest
    is|was|be|being a|an|no ... {_KINDS}
    ^ a|an|no|not_a|not_an? {_KINDS}
    lacks|lack|lacking|has_no|has_little|without the|a|any? gene|knack|flair|nose|instinct|talent|stomach|guts|nerve
        for|of
    bit|something|kind|sort of a|an {_PLAIN_TRAITS}|introvert|control_freak|loner
    her|his|my|their temperament|character|personality|nature|ego gets|stands|makes|is|does?
    by nature $
    is|am|are|was|gets scared|afraid|frightened|intimidated of|by executives|conflict|conflicts|leadership|senior|
        stakeholders|the_board|people|saying|making|failing|failure
    low|weak|poor|little self-esteem|self-confidence|emotional_intelligence|drive|ambition|motivation|resilience
    has|have|shows|with no|little .. feeling|feel|sense|instinct|nose|talent|head for|of
    cannot|can't|unable_to|not_able_to think strategically|big|ahead|abstractly|conceptually|commercially|long-term|
        in_abstractions
    doesn't|does_not|don't|do_not|never|cannot|can't get|gets|grasp|grasps strategy|it|business|the_business|
        the_big_picture|strategic_thinking
    not the .. type|kind|sort $
    a|an .. doer|executor|follower ... not|no a|an? leader|thinker|strategist|owner
    ^ very|often? {_PLAIN_TRAITS}
    quite|rather|a_bit|a_little|somewhat {_PLAIN_TRAITS}
    take|takes|taking things|everything|criticism|feedback|comments .. personally|to_heart
    stop|stops|avoid|less|more being? so|too|less? {_PLAIN_TRAITS}|reactive|passive|quiet|emotional|impulsive
    lacks|lack|lacking|has_no|shows_no|lack_of .. {_LACKED}
    not|isn't|hardly|never a|an .. strategic_thinker|leader|people_person|team_player|self-starter|communicator|
        strategist|details_person|detail_person|numbers_person|big-picture_thinker|natural|natural_leader|born_leader|
        visionary|thinker
    not|isn't a_very|very|really? strategic|proactive|assertive|confident|senior|technical|commercial|structured|
        organized|organised|analytical|mature|ambitious|hungry|tough|curious|creative|detail-oriented|strong|smart
        enough
    isn't|not very|really|particularly|that? strategic|proactive|assertive|confident|ambitious|curious|
        detail-oriented|technical $
    ^ poor|bad|weak|terrible communicator|listener|leader|strategist|presenter|team_player|planner|prioritizer
    too tactical|emotional|junior|nice|soft|timid|proud $
    too proud|shy|nice|soft|timid|lazy|stubborn to|for
    ^ always|constantly|simply|just|plain|generally|overly {_TRAITS}
    by temperament|nature|character a|an|too|very|rather
    ^ no|weak|poor|bad|wrong attitude|drive|ambition|character|personality $
    bad|poor|negative|wrong|difficult attitude|personality|character|temperament
    attitude problem|problems|issue|issues
    big|huge|fragile ego
    has|have an ego
    not leadership_material|cut_out_for|wired_for|wired_that_way|the_type
    doesn't|does_not care|have_what_it_takes|have_the_drive enough?
    doesn't|does_not|don't|do_not|hasn't have|got the drive|hunger|ambition|grit|stamina|stuff|courage|talent|makings|
        personality|character|mindset
    micromanager|control_freak|drama_queen|know-it-all|lone_wolf|people_pleaser|pushover|bull_in_a_china_shop
    """
)
"""What a person is said to be."""

PRAISED = noted(
    """
    born|natural|gifted|strong|great|good|true|excellent leader|communicator|strategist|storyteller|facilitator|
        strategic_thinker|thinker|presenter|networker|motivator
    a natural
    a joy|pleasure|delight to work with
    go|goes the_extra_mile|above_and_beyond
    people_person|rock_star|rockstar|superstar|ninja|unicorn|10x|genius|go-getter|self-starter|team_player|
        hard_worker|overachiever|all-rounder
    great|good|positive|winning|can-do|excellent|amazing|right|fantastic attitude|energy|personality|spirit|mindset
    quick|fast|eager learner
    is|are|very|really|super|so|extremely|incredibly|highly smart|bright|brilliant|intelligent|talented|passionate|
        charismatic|likeable|gifted
    ^ smart|bright|brilliant|passionate|charismatic|hard-working|hardworking|talented|likeable|empathetic|ambitious $
    """
)

_INSIDE = "just|simply|really|secretly|still|deep_down|apparently|clearly|often|always|probably"
INNER = noted(
    f"""
    does_not|doesn't|do_not|don't|did_not|didn't {_INSIDE}? want|dare|care|like|respect|trust|enjoy|bother|love
        to|about|executives|others|people|the|it|her|his|their|finance|being|when|enough
    ^ {_INSIDE}? want|wants to_be|everybody|everyone|people|others|all|it_all|recognition|approval|attention
    would {_INSIDE}? rather be|please|avoid|have
    rather be liked|right|safe|popular than
    prefer|prefers to please|avoid|be|hide|stay
    is|are|was|gets|seems {_INSIDE}? afraid|scared|frightened|anxious|nervous|terrified of|to|about|that|when
    {_INSIDE}? think|thinks|believe|believes|assume|assumes|feel|feels|hope|hopes|wish|wishes|convinced that
        executives|everybody|everyone|others|someone|somebody|nobody|people|the|it|she|he|they|analysis|pm-*
    think|thinks|believe|believes|feel|feels everybody|everyone|others|nobody|people
    hope|hopes that|for|it|others|somebody|someone
    care|cares little|nothing|only|more about|for
    love|loves|in_love_with her|his|their? own ideas|idea|solution|solutions|voice|work
    find|finds ... boring|tedious|annoying|unnecessary|pointless|useless|silly
    secretly|deep_down|inwardly|at_heart
    shy|shies|shying away from
    has|have|with|shows no|little respect|interest|regard|sympathy|patience for|in
    is|are not|n't|hardly|barely|little? {_INSIDE}? interested_in|motivated|willing|committed to?
    need|needs|wish|desire|urge|craving|longing to_be liked|loved|admired|accepted|right|seen|praised
    fear|fears of? rejection|conflict|failure|confrontation|criticism|losing|being|making|failing|looking
    does_not|doesn't|do_not|don't believe|see|get|feel in|that|the_point|responsible|like
    feels|feel threatened|insecure|inferior|superior|attacked|left_out|unsafe|entitled|small
    takes no pride|pleasure|interest in
    """
)
"""What is in somebody's mind: wishes, fears and beliefs that nobody has seen there."""
