"""What is said to be done across the boundaries of coaching: who does what with whom, or with what is written here.

A noun alone (“rating”, “HR”) may as well be about the product. Here it has a subject and a verb that leave no doubt.
"""

from __future__ import annotations

PERSON = r"(?:(?:pm|lead|coach|head|dir|po|em)-\w+|(?:my|the|this|our|a) PM|him|her|them)"
OF_PERSON = r"(?:(?:pm|lead|coach)-\w+['’]s|(?:my|the|this|our) PM['’]s|his|her)"
_SUBJECT = r"(?:pm-\w+|(?:my|the|this|our) PM|s?he)"
_COLLEAGUE = (
    r"(?:[a-z]+(?:-[a-z]+)*-\d+|(?:the|a|his|her|my|our) (?:[\w-]+ )?(?:lead|manager|colleague|designer|engineer|head))"
)
_END = (
    r"(?=\s*(?:[.,;:|)—–]|$)| (?:and|if|when|after|at|by|until|in (?:week|q\d|january|february|march|april|may|june"
    r"|july|august|september|october|november|december))\b)"
)

_THE = r"(?:(?:this|the|these|our|my|all|her|his|final|closing|last|new|whole|both|every) )"
_OURS = (
    rf"(?:{_THE}*(?:coaching )?(?:packs?|trackers?|evidence logs?)|{_THE}+(?:coaching )?(?:file|plan|document|levels"
    rf"|scores|assessments?|bets?)"
    rf"|{_THE}*(?:final|closing|mid-?cycle|coaching) (?:reviews?|checkpoints?|assessments?|results?|levels?|scores?"
    rf"|notes|summary)"
    r"|(?:both|two|met|these|all) bets?|(?:the )?(?:results?|outcomes?)(?: of (?:the|this) (?:cycle|coaching|pack"
    r"|review"
    r"|bets?))?(?! (?:of|from))|levels and evidence"
    r"|(?:everything|anything|what (?:we|I)|what is) (?:\w+ ){0,2}?(?:in )?here)"
)
"""What coaching leaves behind in writing, and what it comes to."""

_HR = (
    r"(?:(?:the |our |my )?(?:HR|people) (?:team|department|partner|business partner|system|file|ops|operations|lead)"
    r"|HR|(?:the |our )?HRBP|human resources|people (?:&|and) culture|Workday|SuccessFactors|BambooHR|Personio)"
    r"(?! (?:managers?|admins?|users?|customers?|buyers?|apps?|products?|tools?|modules?|clients?|data|leads?|software"
    r"|at|of|which|who)\b)"
)
"""HR may be a market as well."""

_TO_HR = (
    r"(?:(?:goes?|go|passed(?: on)?|pass|forward(?:s|ed)?|hand(?:s|ed)?(?: over| on)?|sen[dt]s?|shared?s?|report(?:s"
    r"|ed)?|submit(?:s|ted)?|shown|shows?"
    r"|upload(?:s|ed)?|cop(?:y|ies|ied)|given|gives?|entered|filed|stored|kept|recorded|archived|transfer(?:s|red)?"
    r"|available|serves?|proof|evidence|documentation|records?)"
    rf"(?: [^.;|]{{0,30}}?)? (?:to|with|for|in|into|by|at) (?:\w+ )?{_HR}|(?:usable|used|read|seen|kept) by {_HR}"
    rf"|(?:that|which|so that) {_HR} can)"
)
_HR_DOES = (
    r"(?:gets?|receives?|will (?:get|receive|have|see|keep|use|read)|keeps?|wants?|(?:has )?asked for|uses?|reads?"
    r"|sees|has access to"
    r"|sits? in (?:on|in)|joins?|attends?|takes part in|is invited to|is present (?:at|in)|looks at)"
)

HR_RECORDS = (
    rf"{_OURS}(?: [^.;|]{{0,60}}?)? {_TO_HR}"
    rf"|(?:pass|forward|hand|send|share|report|submit|upload|copy|give|show|transfer)s? (?:[^.;"
    rf"|]{{0,30}} )?{_OURS} (?:[^.;|]{{0,20}} )?(?:to|with) {_HR}"
    rf"|(?:it|this|they|copies|a (?:short )?(?:copy|summary)) (?:is|are|will be|would be"
    rf"|gets?) (?:\w+ )?(?:shared with|copied to|filed (?:with|by|in)|sent to"
    rf"|uploaded to|stored in|kept (?:in|by)) {_HR}"
    rf"|(?:I|we|coach-\w+|lead-\w+|the coach)(?:['’]ll| will| would| then| also)* (?:pass|forward|hand|send|share"
    rf"|report|submit|give)s? "
    rf"(?:on |over )?(?:the )?(?:{OF_PERSON} )?(?:results?|outcomes?|summary|notes|levels|scores) (?:over |on )?(?:to"
    rf"|with) {_HR}"
    rf"|{_HR}(?: \([^)]*\))? {_HR_DOES} (?:along in )?(?:a copy(?! of (?!(?:this|the|our) (?:pack|plan|tracker"
    rf"|assessment|notes|review)))|{_OURS})"
    rf"|(?:cop(?:y|ies)|cc:?|evidence|documentation) (?:[^.;|]{{0,30}}? )?(?:to|for) {_HR}|cc: {_HR}"
    rf"|shared with:?[*_ ]*(?:[^.;|]{{0,40}}, )?(?:and )?{_HR}"
    rf"|{_OURS} ?(?:→|->|=>) ?{_HR}"
    rf"|(?:{_OURS}|it|notes|summary|results?|copy) (?:[^.;|]{{0,40}} )?(?:in(?:to)?|for|to)"
    rf" (?:the|{OF_PERSON}) (?:employee|personnel) (?:record|file|folder)s?"
)

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|autumn|summer)"
)
_WHEN = (
    rf"(?:(?:the|this|her|his|my|your|a|an|any|{OF_PERSON}|next|coming|annual|yearly|year-end|mid-year|end-of-year"
    rf"|official|overall|formal|HR"
    rf"|company['’]s|{_MONTH}) )"
)
_PAY_DECISION = (
    r"(?:(?:performance|talent|salary|pay|compensation|merit|year-end|mid-year|end-of-year|HR) "
    r"(?:reviews?|ratings?|calibrations?|rounds?|appraisals?|evaluations?|forms?|talks?|discussions?)"
    r"|(?:annual|yearly) (?:performance )?(?:appraisals?|ratings?|reviews?|evaluations?|talks?)"
    r"|appraisals?(?: forms?)?|merit increases?"
    r"|promotion (?:packet|case|committee|panel|file)s?)(?! (?:of|for|modules?|tools?|pages?|apps?|features?|products?"
    r"|flows?)\b)"
)
_RATING = (
    rf"(?:{_WHEN}*(?:{_PAY_DECISION}|(?:ratings?|calibration(?: meeting)?|promotions?|bonus(?:es)?|compensation|grade"
    rf"|salary|pay)"
    r"(?! (?:of|for|widget|system|page|campaign|banner|code|table|model|points|range)))\b)"
)
_USED = (
    r"(?:feeds?(?: into)?|(?:goes?|flows?|counts?|go|flow|enters?) (?:in)?to|(?:passed|handed) on to|(?:carried|taken"
    r"|brought|fed|copied|cop(?:y|ies)|put) (?:over )?(?:in)?to"
    r"|(?:used|considered|counts?|counted|taken into account|entered|reflected|included|weighed|looked at|discussed"
    r"|averaged|proposed)(?: as input)? (?:in|for|at|to|into|during)"
    r"|counts? (?:for [^.;|]{1,20} of|towards?)|input (?:to|for|into)|(?:basis|part|foundation) (?:of|for)|becomes?"
    r"|informs?|supports?|determines?|influences?"
    r"|affects?|decides? (?:on|about))"
)

_GRADES = (
    r"(?:(?:grade|level|job|career|salary|pay|role)s?[ -](?:\w+ )?(?:descriptors?|definitions?|bands?|ladders?"
    r"|matrix|matrices"
    r"|frameworks?|architecture|profiles?|structures?|descriptions)|levell?ing (?:guide|scheme|grid)s?"
    r"|grading (?:scheme|grid"
    r"|system)s?)"
)
"""What levels everybody and not one person."""

COMPENSATION = (
    rf"(?:draft|design|write|creat|defin|develop|revis|rework|redesign|set up|build|propos|introduc|rewrit)(?:e|es"
    rf"|ed|s|ing)? "
    rf"(?:\w+ ){{0,3}}?{_GRADES} (?:[^.;|]{{0,25}}? )?(?:for|of|across) (?:(?:all|every)(?! (?:customer|user|client"
    rf"|segment|tenant)s?)|the whole|the entire|everybody|everyone"
    r"|(?:the )?(?:company|organi[sz]ation|department|product org\w*))\b"
    r"|"
    rf"{_OURS}(?: [^.;|]{{0,70}}?)? {_USED} {_RATING}"
    rf"|{_OURS}(?: [^.;|]{{0,70}}?)? (?:in|into|for|at|to|towards?) {_WHEN}*{_PAY_DECISION}"
    rf"|{_USED} {_WHEN}*{_PAY_DECISION}"
    rf"|(?:uses?|takes?|brings?|carry|carries|enters?|puts?|cop(?:y|ies)) {_OURS} (?:[^.;|]{{0,20}} )?(?:for|into|to"
    rf"|in|at) {_RATING}"
    rf"|(?:uses?|takes?|brings?|enters?|puts?|cop(?:y|ies)) (?:the )?(?:outcomes?|results?|levels|scores|notes) (?:for"
    rf"|into|to|in|at) {_RATING}"
    rf"|counts? towards? (?:(?:{OF_PERSON}|your|my|the next|a|an) )?(?:promotion|rating|grade|pay rise)(?! (?:campaign"
    rf"|code|banner|of|rules|page))"
    rf"|{OF_PERSON} (?:(?:annual|yearly|performance|year-end|next|overall|{_MONTH}) )*(?:rating|grade|appraisal) "
    r"(?:will )?(?:depends?|hangs?|hinges?|follows?|rests?|is (?:based|tied|set|decided|made|derived))\b"
    rf"|(?:propose|nominate|recommend|put|goes? up|comes? up|enter)s? (?:[^.;|]{{0,25}} )?for (?:a |the |his "
    rf"|her )?promotion(?! (?:campaign|page|of))"
    rf"|{_OURS}[^.;|]{{0,40}} (?:means?|pays?|brings?|earns?|a target in) (?:\w+ ){{0,2}}?bonus(?! points?)"
    rf"|(?:{_COLLEAGUE}|I|we) (?:will |then |can )?decides? (?:on|about|whether) [^.;|]{{0,30}}?"
    r"(?:promotion|promoted|rating|pay rise|salary|bonus)(?! (?:campaign|page|code|banner|model|filter))"
    rf"|(?:ready|due|up|nominated) for (?:a |the |her |his )?promotion [^.;|]{{0,40}}?(?:salary|pay|grade|band|bonus)"
)

PERFORMANCE = (
    r"(?:starts?|begins?|opens?|triggers?|launch(?:es)?|moves? (?:on )?to|goes? (?:on )?to|go on to|leads? to|enters?"
    r"|turns? into|becomes?)"
    r" (?:a |an |the )?formal (?:performance |HR |disciplinary )?(?:management|process|procedure|track|case)(?! (?:for"
    r"|of|with|in)\b)"
    r"|a (?:formal|written) warning(?! (?:is |are )?(?:shown|displayed|sign|label|page|message|screen|banner|text|when"
    r"|about|on|to (?:users|customers)))"
    r"|(?:formal|written) warnings? (?:follows?|is (?:being )?prepared|comes? next)"
    rf"|{_SUBJECT} (?:is|was|will be|would be|may be|might be|has to be|gets?|must be|is to be) (?:\w+ )?"
    rf"(?:let go|fired|sacked|dismissed|managed out|demoted|laid off|made redundant){_END}"
    rf"|let {PERSON} go{_END}|{_SUBJECT} (?:is|was) on notice\b|before (?:a |the )?(?:dismissal|termination)\b"
    r"|remov(?:al|ed) from (?:the|her|his) (?:\w+ )?(?:role|position|post)\b|documentation of (?:under-?performance"
    r"|poor performance)"
    rf"|part(?:ing)? ways with (?:pm-\w+|(?:my|the|this|our) PM|him|her)\b"
    rf"|{OF_PERSON} employment (?:ends?|will end|is terminated)"
    rf"|{OF_PERSON} probation(?:ary period| period)?[^.;|]{{0,40}} (?:decides?|depends?|hangs?)"
    rf"|(?:conditions?|basis|requirements?) (?:of|for) (?:passing )?(?:{OF_PERSON} |the )?probation|decides? (?:on"
    rf"|about) (?:{OF_PERSON} |the )?probation"
    rf"|{OF_PERSON} (?:last|final) chance(?! to\b)"
    rf"|(?:decides?|depends?|decision|say)(?: on| about)? (?:whether|if) {_SUBJECT} (?:(?:can|may|will) )?"
    r"(?:keeps? (?:his|her|the|their) (?:job|role|position|place|seat)|stays? (?:in|with|on|at) (?:the |this "
    r"|our )?(?:team|role|company|job|position)\b"
    r"|stays? on\b(?! the)|is (?:still )?the right|has a (?:place|future))"
    rf"|{_SUBJECT} (?:(?:will|would|may|could) )?loses? (?:his|her|the|their) (?:job|role|position|post){_END}"
)

_ABUSE = (
    r"(?:bull(?:y(?:ing)?|ie[sd])|harass(?:e[sd]|ing|ment)?|discriminat(?:e[sd]|ion|ing)(?: against)?|misconduct"
    r"|sexual|assault)"
)

INVESTIGATION = (
    rf"grievances? (?:\w+ ){{0,2}}?(?:filed|raised|lodged|against {PERSON})"
    rf"|{_SUBJECT} (?:is|was|has been|stands) (?:\w+ )?(?:under investigation|accused of \w+)"
    rf"|accusations? (?:that|against|by|of) (?:\w+ )?{PERSON}"
    rf"|(?:reports? of|reported|reports|alleges?|alleged|allegations? of|case of|complain(?:s|ed|ts?) (?:of"
    rf"|about)) (?:\w+ )?{_ABUSE}(?= (?:by|of|against|from|towards?|was|were|is) )"
    rf"|(?:bullying|discrimination|harassment|conduct|compliance|ethics) (?:complaint|case|claim|allegation|report"
    rf"|hearing)s? (?:\w+ )?(?:by|against|about|from|of) (?:{PERSON}|{_COLLEAGUE})"
    r"|allegations? of (?:misconduct|bullying|harassment|discrimination)"
    rf"|{_SUBJECT} (?:is|was|has been) reported (?:for|to (?:HR|compliance))"
    rf"|complain(?:s|ed|ts?)? (?:[\w’'-]+ ){{0,3}}?about how (?:{_SUBJECT}|{PERSON}) (?:treats?|treated|behaves?"
    rf"|behaved)"
    rf"|{_SUBJECT} (?:has )?(?:bullied|bullies|harassed|harasses|discriminated against|violated the code of conduct"
    rf"|broke the code of conduct|breached the code of conduct)\b"
    r"|(?:sexual|sexist|racist) (?:remarks?|comments?|jokes?)"
    rf"|(?:collects?|gathers?|takes?) (?:witness )?statements? (?:about|on|against) {OF_PERSON} (?:conduct|behaviou?r)"
)

_TWO = rf"(?:{PERSON} and (?:the )?[\w-]+|{PERSON}|the two(?: of them|(?! \w))|both(?! \w))"

CONFLICT = (
    rf"clear(?:s|ing)? the air (?:between|with) {_TWO}"
    rf"|{PERSON} and (?:[\w-]+ ){{1,4}}?(?:(?:need|have|has|are|should|must|will)(?: to)? )?(?:sort out|settle|resolve"
    rf"|work out|bury|talk out) "
    r"their (?:differences|conflict|dispute|quarrel|row)s?"
    rf"|(?:mediated |moderated )?conflict (?:talk|session|meeting|conversation)s? (?:with|between) {_TWO}"
    rf"|(?:repair|mend|fix|patch up|restore)s? (?:the|their) relationship between {PERSON} and"
    rf"|(?:fight|quarrel|row|feud|dispute|conflict) between {PERSON} and (?:[\w-]+ ){{1,3}}?(?:is|has|needs?|must"
    rf"|should|gets?|will)(?: to)?(?: be)? "
    r"(?:settled|resolved|solved|ended|stopped)"
    rf"|go-between (?:for|between) {_TWO}"
    r"|(?:settl|resolv|solv|end|defus|calm|heal|mend|smooth(?:s|ed|ing)? over|sort(?:s|ed|ing)? out|iron(?:s|ed"
    r"|ing)? out"
    r"|patch(?:es|ed|ing)? up|clear(?:s|ed|ing)? up|work(?:s|ed|ing)? (?:through|out))(?:es|ed|ing|s|e)? "
    r"(?:the |an? |any |her |his |their |old |open |long |personal |ongoing )*"
    r"(?:quarrels?|row|rift|feud|dispute|conflict|tensions?|argument|clash|bad blood|animosity|friction|falling-?out"
    r"|fight)"
    rf" (?:between|with) (?:{_TWO}|{_COLLEAGUE}\b)"
    rf"|(?:reconcil(?:e|es|ed|ing)|make peace between|bring together again) {_TWO}"
    rf"|(?:bring|get)s? {PERSON} and (?:[\w-]+ ){{1,3}}?back (?:on|to) speaking terms"
)
