"""What coaches ask and promise: questions that close, lead or advise, support that carries; and the other kind."""

from __future__ import annotations

from tests.rules.cases import Case


def _closed(text: str, at: str) -> Case:
    message = f"“{at} …” can be answered with yes or no."
    return Case("closed-question", True, text, "prompt", at, message)


def _leading(text: str, at: str) -> Case:
    message = f"“{at} …” has its answer in it."
    return Case("leading-question", True, text, "prompt", at, message)


def _blaming(text: str, at: str) -> Case:
    message = f"“{at} …” asks for a defence, not for a thought."
    return Case("leading-question", True, text, "prompt", at, message)


def _advising(text: str, at: str) -> Case:
    return Case("advice-as-question", True, text, "prompt", at, f"“{at} …” is advice with a question mark.")


def _dependent(text: str, field: str, at: str = "") -> Case:
    return Case("coach-dependency", True, text, field, at, f"“{at or text}” leaves the thinking to the coach.")


CLOSED = (
    _closed("Did you talk to users this week?", "Did you"),
    _closed("Is it clear who decides?", "Is it"),
    _closed("Have you finished the brief?", "Have you"),
    _closed("Are you happy with the roadmap?", "Are you"),
    _closed("Do you need anything from me?", "Do you"),
    _closed("Was the meeting useful?", "Was the"),
    _closed("“Can we ship this in March?”", "Can we"),
    _closed("If finance says no, do you have another option?", "do you"),
    _closed("Does engineering agree?", "Does engineering"),
    _closed("If the data is late, have you told them?", "have you"),
    _closed("Are there any blockers?", "Are there"),
    _closed("Did you decide what to drop?", "Did you"),
    _closed("Is everything OK?", "Is everything"),
    _closed("Any updates?", "Any updates"),
)
OPEN = (
    "What did users do this week that you had not expected?",
    "Can you walk me through how you chose the three options?",
    "Did you talk to users? What surprised you?",
    "If the COO stops you at minute two, have they got it?",
    "When a parent reads only the first line, does anyone know what to do?",
    "Is this a decision or a preference?",
    "Do you know what the head of finance would need in order to agree?",
    "Which part of this do you know, which part do you assume?",
    "If only one of these two could ship this year, which one?",
    "who will be surprised?",
    "Tell me about the option that you dropped.",
    "What if you were wrong about the cause?",
    "Could you describe the moment in which the decision was taken?",
    "How would you find out by Friday?",
    "“What is the one thing you need from this reader?”",
    "Will it be the same in a year, and if not, what changes?",
)

LEADING = (
    _leading("Don't you think the roadmap is too long?", "Don't you think"),
    _leading("Wouldn't it be better to ask finance first?", "Wouldn't it"),
    _leading("Isn't this just a feature request?", "Isn't this"),
    _leading("Would it be better to cut the second option?", "Would it be better"),
    _leading("Have you considered just asking the customer?", "Have you considered just"),
    _leading("Shouldn’t we talk to legal before?", "Shouldn’t we"),
    _leading("Do you not agree that the scope is too big?", "Do you not agree"),
    _leading("Isn't price what this is about?", "Isn't"),
    _leading("So aren't two options enough?", "So aren't"),
    _leading("Doesn’t segment B explain it all?", "Doesn’t"),
    _blaming("Why didn't you ask the analyst?", "Why didn't you"),
    _blaming("Why haven’t you shipped yet?", "Why haven’t you"),
    _blaming("How could you miss the deadline?", "How could you miss"),
    Case("leading-question", True, "The scope is too big, right?", "prompt", "right?", "“…, right?” asks for a yes."),
)
NOT_LEADING = (
    "Which item of the roadmap would nobody miss, and how do you know?",
    "What made you choose this order?",
    "Why does this matter to the business?",
    "What would you answer to “why didn't you ask us?”",
    "What did you decide not to do this week, and who knows it?",
    "Who would be disappointed if we did nothing?",
    "What else could explain this figure?",
    "What would have to be true for the other option to be right?",
    "How sure are you, and what would make you surer?",
    "What do you not know yet?",
    "Why did the team not object earlier?",
    "How could you find out by Friday?",
    "What wouldn't you change, and why?",
    "When would it be better to stop?",
    "Why didn't they buy?",
    "Which of these isn't needed?",
    "If this isn't the cause, what is?",
    "Who wasn't asked?",
)

ADVICE = (
    _advising("What if you just used the template of the other squad?", "What if you just"),
    _advising("Have you tried asking the CTO?", "Have you tried"),
    _advising("Have you considered a smaller pilot?", "Have you considered"),
    _advising("Why not ask finance for the numbers?", "Why not ask"),
    _advising("Why don't you just send a one-pager?", "Why don't you"),
    _advising("Could you just drop the second option?", "Could you just"),
    _advising("Maybe you should talk to legal first?", "Maybe you should"),
    _advising("Would it help to bring the designer in?", "Would it help to"),
    _advising("Did you think about using a survey?", "Did you think about"),
    _advising("You should write the memo first, what do you think?", "You should"),
)
NO_ADVICE = (
    "Which three ways do you see to make this shorter, and what does each of them cost?",
    "What if you were wrong?",
    "What if the provider says no in December?",
    "What have you tried so far, and what did it show?",
    "Who should decide this, and why they?",
    "What could you stop doing to make room for it?",
    "How would you advise somebody else in your place?",
    "What would help you most this week?",
    "Which options did you consider and drop?",
    "What are you assuming without saying so?",
    "What do you think you should do first?",
    "What if only one of the three could ship?",
    "What should we try that nobody has tried?",
    "What would you tell a colleague in your shoes?",
)

NAMED = "---\ntype: coaching-pack\ncoach: vp-platform\n---\n\n## 4) Plan\n\n### B1\n\n**Coach commitments:** "

DEPENDENT = (
    _dependent("Approves each brief", "commitment", "Approves each"),
    _dependent("Rewrites each draft before it is sent", "commitment", "Rewrites each"),
    _dependent("Signs off every decision", "commitment", "Signs off every"),
    _dependent("Corrects drafts on Fridays", "commitment", "Corrects drafts"),
    _dependent("Has the final say on scope", "commitment", "Has the final say"),
    _dependent("I rewrite my PM's brief", "commitment", "I rewrite"),
    _dependent("lead-02 approves each frame and writes questions only", "commitment", "lead-02 approves"),
    _dependent(
        "lead-02 will be available when needed and approve all strategy documents",
        "commitment",
        "lead-02 will be available when needed and approve all",
    ),
    _dependent("I’m always available on chat whenever she has a doubt", "commitment", "I’m always available"),
    _dependent("lead-02 is reachable any time", "commitment", "reachable any time"),
    _dependent("lead-02 steps in when needed", "commitment", "steps in when needed"),
    _dependent("I’ll jump in if things get hard", "commitment", "jump in if things get hard"),
    _dependent("lead-02 approves each decision before it goes out", "commitment", "lead-02 approves"),
    _dependent("The coach decides which bets to keep", "adjust", "The coach decides"),
    _dependent("I will rewrite the PRD for them", "commitment", "I will rewrite the"),
    _dependent("Checks with me before sending anything to executives", "rep", "Checks with me before"),
    _dependent("Escalate everything to the head of product", "commitment", "Escalate everything to"),
    _dependent("Nothing leaves the team without my sign-off", "commitment"),
    _dependent("pm-07 does not ship without my approval", "commitment", "not ship without my approval"),
    _dependent("Each brief needs my approval", "commitment", "needs my approval"),
    _dependent("Every memo is signed off by the coach", "commitment", "signed off by the coach"),
    _dependent("Weekly 1:1; bring all decisions to lead-02", "rhythm", "bring all decisions to"),
    _dependent("My manager signs off the deck", "pre-work", "My manager signs off"),
    _dependent("lead-02 tells them what to do next", "commitment", "lead-02 tells them what"),
    _dependent("Run every draft by me first", "pre-work", "Run every draft by me first"),
    _dependent("Coach handles difficult stakeholders", "commitment"),
    _dependent("lead-02 rewrites the brief where it is weak", "commitment", "lead-02 rewrites the"),
    _dependent("Coach reviews and approves all PRDs", "commitment", "Coach reviews and approves"),
    _dependent(f"{NAMED}vp-platform approves each decision", "whole", "vp-platform approves"),
    _dependent(f"{NAMED}Bring all decisions to vp-platform", "whole", "Bring all decisions to"),
    _dependent("head-of-product-2 signs off each page", "commitment", "head-of-product-2 signs off"),
    _dependent(
        "pm-07 checks each change / stop with lead-02 before it is announced",
        "rhythm",
        "checks each change / stop with lead-02 before",
    ),
    _dependent("No decision without lead-02", "rhythm", "No decision without lead-02"),
    _dependent("Nothing leaves the team without lead-02's ok", "commitment"),
    _dependent("Each change of the plan is cleared with lead-02", "pre-work"),
    _dependent("The memo is sent once lead-02 has released it", "pre-work", "once lead-02 has released it"),
    _dependent("pm-07 sends each memo to lead-02 for approval", "rhythm", "sends each memo to lead-02 for approval"),
    _dependent("lead-02 gives the green light for each test", "commitment", "lead-02 gives the green light for each"),
    _dependent("I have the last word on scope", "adjust", "I have the last word"),
    _dependent("pm-07 may decide only with my consent", "rhythm", "only with my consent"),
    _dependent(
        "lead-02 gets pm-07 into the data and writes the first version of the note",
        "commitment",
        "writes the first version of",
    ),
    _dependent("Makes a first cut of the roadmap", "commitment", "Makes a first cut of"),
    _dependent("I prepare the slides for pm-07", "commitment", "prepare the slides for pm-07"),
    _dependent("Speaks to sales on pm-07's behalf", "commitment", "on pm-07's behalf"),
    _dependent("Runs the workshop in pm-07’s place", "commitment", "in pm-07’s place"),
    _dependent("Negotiates with sales for her", "commitment", "Negotiates with sales for her"),
    _dependent("Polishes each update", "commitment", "Polishes each"),
    _dependent("Weekly approval of the roadmap by lead-09", "commitment", "approval of the roadmap by lead-09"),
)
INDEPENDENT = (
    ("Approves each brief", "rep"),
    ("Rewrites each draft before it is sent", "pre-work"),
    ("Reads one brief a week after it went out", "commitment"),
    ("Reviews each artifact within two days, in questions only", "commitment"),
    ("Books the room once", "commitment"),
    ("Reads each draft and asks what was left out", "commitment"),
    ("Decides in an incident, and explains afterwards", "commitment"),
    ("Checks the calendar before each month", "commitment"),
    ("I rewrite my own brief by 5 October", "commitment"),
    ("I'll rewrite my part of the update", "commitment"),
    (f"{NAMED}lead-green approves each invoice", "whole"),
    (f"{NAMED}vp-platform answers questions of fact", "whole"),
    (f"{NAMED}head-of-product-2 signs off the budget", "whole"),
    ("The lead-time decides which order goes first", "rep"),
    ("lead-02 will be there on Tuesday and ask what was given up", "commitment"),
    ("Available on Thursdays from 2 to 3 for one question in writing", "commitment"),
    ("I step in only if a major customer would be harmed", "commitment"),
    ("I do not step in when it gets hard", "commitment"),
    ("pm-19 moves up to three engineers without my sign-off", "commitment"),
    ("Prices up to 5% are changed without approval from me", "commitment"),
    ("I step in if it would break a promise to a customer", "commitment"),
    ("I step in when they are about to send personal data out", "commitment"),
    ("I attend one difficult meeting and say nothing", "commitment"),
    ("lead-02 steps back when pm-07 has the room", "commitment"),
    ("lead-02 reads one artifact a week and writes questions only, no rewrites", "commitment"),
    ("In the council of 25 November lead-02 does not speak for the assessment", "commitment"),
    ("pm-07 decides which request goes first, and tells lead-02 afterwards", "commitment"),
    ("lead-02 and pm-07 decide together whether the bet is kept", "adjust"),
    ("lead-02 never approves a decision before it goes out", "commitment"),
    ("lead-02 decides: safety, compliance, a major customer", "directive"),
    ("In an incident lead-02 decides at once and explains afterwards", "commitment"),
    ("lead-02 introduces pm-07 to the head of pricing, then steps out", "commitment"),
    ("Scores one brief a week, without changing a word", "commitment"),
    ("By Wednesday noon pm-07 puts one artifact in the shared folder", "pre-work"),
    ("Write one trade-off memo; its reader approves the wording of their own part", "rep"),
    ("The head of payments signs off the risk part", "commitment"),
    ("lead-02 answers questions of fact in the first week", "commitment"),
    ("Check the figure with the analyst before the session", "pre-work"),
    ("lead-02 carries no messages between functions", "commitment"),
    ("Leaves the last word to pm-07", "commitment"),
    ("pm-07 checks the grouping with two teams before the session with lead-02", "rhythm"),
    ("pm-07 decides without asking lead-02 first", "rhythm"),
    ("No approval by lead-02 is needed", "rhythm"),
    ("lead-02 and pm-07 start once both have agreed", "rhythm"),
    ("lead-02 approves the budget for interviews", "commitment"),
    ("Decides on travel costs by 4 December", "commitment"),
    ("Reads what pm-07 writes as the first version of the note", "commitment"),
    ("After pm-07 writes the first draft of the note, lead-02 asks three questions", "commitment"),
    ("Writes the first draft of the agenda", "commitment"),
    ("Prepares a deck for pm-07 to take apart", "commitment"),
    ("pm-07 speaks on their behalf, lead-02 listens", "commitment"),
    ("Makes a first cut of the roadmap", "rep"),
    ("Writes an introduction for pm-07 to the head of sales", "commitment"),
    ("lead-02 reviews the memo after it has been sent", "commitment"),
    ("lead-02 takes over release duty in weeks 4 and 8, so that two hours stay free", "commitment"),
)

CASES = (
    *CLOSED,
    *(Case("closed-question", False, text, "prompt") for text in OPEN),
    *LEADING,
    *(Case("leading-question", False, text, "prompt") for text in NOT_LEADING),
    *ADVICE,
    *(Case("advice-as-question", False, text, "prompt") for text in NO_ADVICE),
    *DEPENDENT,
    *(Case("coach-dependency", False, *said) for said in INDEPENDENT),
)
