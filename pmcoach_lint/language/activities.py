"""What somebody does, attends or sits through, whatever comes of it: courses, meetings, presence."""

from __future__ import annotations

from pmcoach_lint.language.notation import choice, noted

LEARNING = noted(
    """
    attend|attends|attending|join|joins|joining|visit|visits|go_to ... course|courses|training|trainings|workshop|
        workshops|conference|conferences|webinar|webinars|bootcamp|class|classes|meetup|meetups|seminar|seminars|
        masterclass|event|events
    take|takes|taking|complete|completes|completing|completed|finish|finishes|finishing|do|enrol_in|enroll_in|
        sign_up_for|pass|passes ... course|courses|training|trainings|certification|certificate|bootcamp|class|
        classes|e-learning|masterclass|programme|program|curriculum|modules|academy
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
_ALL = "all|every|each|both|the_full"
_APPOINTED = choice(
    "session sessions check-ins meetings homework exercises assignments modules programme reviews workshops"
)
_ROUNDS = choice("session meeting council councils sync syncs steering round rounds call calls stand-ups")
PRESENCE = noted(
    f"""
    attended|attends|completed|completes|finished|participated|participates .. in? {_ALL} ... {_APPOINTED}
    present at|in|during {_ALL} ... {_APPOINTED}
    attend|attends|join|joins|take_part_in|takes_part_in|sit_in_on|sits_in_on|be_at|is_at|goes_to|go_to
        {_ALL}|the_weekly|the_monthly ... {_APPOINTED}|{_ROUNDS}
    has|have had a|the|all|every weekly|monthly|regular? ... {_APPOINTED}|session
    {_ALL} ... homework|exercises|assignments is|are|were|was done|completed|finished
    done|did|does the|all|every|her|his|their homework|exercises|assignments every_time|each_time|always?
    never|has_not|hasn't|not missed|missing|misses a|an|any|one|single ... {_APPOINTED}
    no missed|skipped ... {_APPOINTED}
    full|regular|active|perfect|complete participation|attendance
    """
)
"""That somebody was there, and did as told."""

MEETING = noted(
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
