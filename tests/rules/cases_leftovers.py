"""What templates and writing models leave behind, as it is met in real documents; and what only looks alike."""

from __future__ import annotations

from datetime import date

from tests.rules.cases import FRONT, Case

_SAID = "This was said to whoever asked a writing model for this document, and not to its readers."
_BODY = "## 7) Risks / Open questions / Next steps\n\n"
_END = f"{_BODY}The plan begins on Monday.\n\n"
_NEVER_CLOSED = "This fence opens a block of code that is never closed."
_WHOLE = "The whole document stands in a block of code, so nothing in it is read."
_PLACEHOLDERS = [
    ("Ask [Name] on Monday.", "[Name]"),
    ("If [Customer Name] agrees, go on.", "[Customer Name]"),
    ("Mail <name> first.", "<name>"),
    ("Send it to <your manager's name>.", "<your manager's name>"),
    ("Dear {{ first_name }}, welcome.", "{{ first_name }}"),
    ("From [X%] today.", "[X%]"),
    ("Worth $[X] a year.", "$[X]"),
    ("Conversion rose by XX% in May.", "XX%"),
    ("Signed ______ in ink.", "______"),
    ("The date is TBD.", "TBD"),
    ("- TBC, we hope", "TBC"),
    ("- TODO: fill in", "TODO"),
    ("- TODO: fill in the third bet", "TODO"),
    ("TODO add the figures of May here", "TODO"),
    ("| Unread | Table |\n|---|---|\n| of | tbc |", "tbc"),
    ("pm-12 takes over, tbd", "tbd"),
    ("TODO: buyer.", "TODO"),
    ("Say “we hope for TBD” to them.", "TBD"),
    ("Say “[Name] asked” to them.", "[Name]"),
    ("Lorem ipsum dolor sit amet.", "Lorem ipsum"),
    ("They are [Rarely/Sometimes/Usually] asked.", "[Rarely/Sometimes/Usually]"),
    ("[Insert the outcome here] by May.", "[Insert the outcome here]"),
    ("| Unread | Table |\n|---|---|\n| of | [Action] |", "[Action]"),
    ("Own the opportunity assessment for [feature].", "[feature]"),
    ("Ship [Feature name] in May.", "[Feature name]"),
    ("Lead [Project] with design.", "[Project]"),
    ("Ask about <feature> first.", "<feature>"),
    ("Own [the name of <initiative>] today.", "<initiative>"),
    ("Bring [Specific initiative] to the forum.", "[Specific initiative]"),
    ("Tell [Manager name here] why.", "[Manager name here]"),
    ("From XX to two days.", "XX"),
    ("At least XX requests a week.", "XX"),
]
_NONE = [
    "- [Decision] Stop the loyalty rewrite\n- [PROBLEM] Nobody owns it",
    "**3 Nov** [Decision] Stop it.",
    "The head of sales [Name redacted] was there.",
    "As shown in [1] and [12], see [E1] and [E1, E3].",
    "> [!TIP]\n> Begin small.",
    "See [[Decision briefs]] and [[name]].",
    "- [ ] open\n- [x] done\n- [X] done as well",
    "| Done | Step |\n|---|---|\n| [x] | Brief |\n| [X] | Map |",
    "[Name](https://northwind.example/name) and [the name][name].\n\n[name]: https://northwind.example/n",
    "A note[^1] and [^name].\n\n[^1]: The note.",
    "Let $x \\in [a, b]$ and f[i] be numbers.",
    "<https://northwind.example/name> and <br> and <span>words</span>.",
    "`[Name]` and `{{name}}` and `TODO` are code.",
    "```\n[Name] TBD <name> ___ XX%\n```",
    "<!-- [Name] is asked later -->\n\nText.",
    "They said “[the feature] is slow” and “it [sic] works”.",
    "Built a TODO list app; todo and fixme are words.",
    "**__bold__** and snake__case and _emphasis_.",
    "Above\n\n___\n\nbelow.",
    "A 2x% change, 20 % and x axis.",
    "Wait… and so on ... until May?",
    "See [[Feature]] and [[project name]] in the wiki.",
    "Moved [the feature] to May and [a decision] to June.",
    "[Feature](https://northwind.example/f) and [the project][project].\n\n[project]: https://northwind.example/p",
    "- [ ] feature\n- [x] project name",
    "`[feature]`, `<feature>` and `XX` are code.",
    "They wrote “[a feature] is late”, and “it [our project] waits”.",
    "The MXX plan, 20-XX, XXL shirts and xx in words.",
    "<section>Words</section> and <summary>more</summary> of <details>them</details>.",
    "[1] [features 1–3] [decision of 3 May] [Feature: open]",
    "Churn is due to price [assumption], and to support [hypothesis].",
    "The plan ends in May, after that 'tbd' is all it says.",
    'Behind June it says “TBD”, and "todo" in each cell.',
    "- pm-12 takes over, tbc with their manager.\n- Week 5 is off (on call? TBC).\n- The forum is in March – tbc.",
    "The date is TBD by finance, the price TBC with sales.\n\n- TBC, on Monday",
    "TODO: ask the buyer.\n\n- TODO see whether the log can be public\n- Half an hour with the COO. TBD how",
    "| Unread | Table |\n|---|---|\n| of | tbc, $0.2–0.4M? |\n| a day | TBD (CFO, 8 Dec) |",
    "- **Open question:** Is the liability in scope? [TBD – to be confirmed with Finance]",
]
_POINTS = (
    "---\ntype: coaching-pack\nstart: 2026-10-05\nweeks: 8\n---\n\n"
    "## 4) Development Plan\n\n### B1: Frame the problem first\n\n#### Checkpoints\n\n{}\n"
)
_SEEN = "| Week | Date | On track when | Seen |\n|---|---|---|---|\n"
_AHEAD = [
    _POINTS.format(f"{_SEEN}| 4 | 2026-10-30 | Two briefs | TBD |\n| 8 | 2026-11-27 | Four briefs | **TBD** |"),
    _POINTS.format("| Week | On track when | Seen |\n|---|---|---|\n| 4 | Two briefs | TBD |"),
]
_NOT_AHEAD = [
    (_POINTS.format(f"{_SEEN}| 2 | 2026-10-16 | One brief | TBD |"), "TBD", date(2026, 10, 20)),
    (_POINTS.format(f"{_SEEN}| 4 | 2026-10-30 | Two briefs | TBD |"), "TBD", date(2026, 10, 30)),
    (_POINTS.format(f"{_SEEN}| 4 | 2026-10-30 | Two briefs | seen by TBD |"), "TBD", date(2026, 10, 20)),
    (_POINTS.format(f"{_SEEN}| 4 | 2026-10-30 | Two briefs | [Name] |"), "[Name]", date(2026, 10, 20)),
    (_POINTS.format(f"{_SEEN}| 4 | 2026-10-30 | Two briefs for TBD | – |"), "TBD", date(2026, 10, 20)),
]
_HEADS = [
    "Sure! Here's the coaching pack for your PM.",
    "Certainly, here is the revised document:",
    "Of course! Below is a draft.",
    "Here is the coaching pack:",
    "Here's a complete coaching plan based on the information you provided.",
    "I've created a development plan for you.",
    "Absolutely!",
    "Here is the PM Coaching Pack you asked for. Let me know if you would like changes!",
    "Here is the pack you requested!",
    "Here's the development plan for you. It covers eight weeks.",
    "Below is the coaching document as requested. Adjust it as you like.",
    "I've put together a coaching plan based on your notes. Two places are open.",
    "Here is what I came up with. Let me know if you want a shorter one.",
]
_TAILS = [
    "Let me know if you'd like me to adjust anything!",
    "I hope this helps!",
    "Would you like me to add more reps?",
    "Feel free to adapt it to your needs.",
    "If you'd like, I can also write the agenda.",
    "Is there anything else you need?",
    "**Note: I've made some assumptions about the team.**",
    "- Want me to turn this into a table?",
]
_ANYWHERE = [
    ("As an AI language model, I cannot judge people.", "As an AI language model"),
    ("Revenue fell by 4 %:contentReference[oaicite:0]{index=0}", ":contentReference[oaicite:0]{index=0}"),
    ("Churn is 4 %【12†source】.", "【12†source】"),
    ("This pack was generated by ChatGPT in May.", "generated by ChatGPT"),
    ("[Study](https://a.example/?utm_source=chatgpt.com)", "utm_source=chatgpt.com"),
]
_NO_RESIDUE = [
    f"{FRONT}Sure of the outcome, pm-07 wrote the brief alone.\n",
    f"{FRONT}# Great expectations, small steps\n\nHere is what we heard from nine buyers.\n",
    f"{FRONT}Here is where the plan of the quarter went wrong, and why.\n",
    f"{FRONT}{_BODY}lead-02 asked: would you like me to read it first?\n\npm-07 said no.\n",
    f"{FRONT}{_BODY}- pm-07 lets lead-02 know if the date slips\n",
    f"{FRONT}{_BODY}Compared an AI assistant with search; the language model was slower.\n",
    f"{FRONT}{_BODY}Told customers to feel free to ask.\n",
    f"{FRONT}Here is the plan that pm-07 asked for in May, and what came of it.\n",
    f"{FRONT}Below is the version of 3 May. It was agreed with pm-07.\n",
    f"{FRONT}Here is the pack for pm-07. Ask lead-02 if anything is unclear.\n",
    f"{FRONT}I have written the plan myself. lead-02 let me know where it was thin.\n",
    f"{FRONT}Certainly the hardest part of the role is to say no.\n",
]


def _placeholder(at: str) -> str:
    return f"“{at}” is left over from a template."


_NO_TABLE = "These {} lines are meant as a table and are none: {}."
_NO_DASHES = "the line of dashes below the first is missing"
_TABS = "their columns are parted by tabs"
_TABLES = [
    ("| Week | Date |\n| 4 | 2026-10-30 |", "| Week | Date |", 2, _NO_DASHES),
    ("Reviews:\n\n|Week|Date|Artifact\n|4|2026-10-30|Brief\n|8||", "|Week|Date|Artifact", 3, _NO_DASHES),
    ("Competency\tCurrent\tTarget\nStrategy\tApply\tAnalyze", "Competency\tCurrent\tTarget", 2, _TABS),
    ("Reviews\nWeek\tDate\n4\t2026-10-30\n8\t2026-11-27\n", "Week\tDate", 3, _TABS),
    ("Step \t Owner \t Due\r\nSend it\tpm-07\t\r\n", "Step \t Owner \t Due", 2, _TABS),
]
_NO_TABLES = [
    "| Week | Date |\n|---|---|\n| 4 | 2026-10-30 |",
    "Week | Date\n--- | ---\n4 | 2026-10-30",
    "|Says who is stuck|\n|And how often|",
    "| One line | of bars alone |",
    "•\tFrames problems first\n•\tSays no with a reason",
    "1.\tFrame\n2.\tDecide\n3.\tTell",
    "Coach:\tlead-02\nTeam:\tcheckout",
    "Week\tDate\n\n4\t2026-10-30",
    "Four requests\tone answer\nof them",
    "```\nWeek\tDate\n4\t2026-10-30\n```",
    "\tWeek\tDate\n\t4\t2026-10-30",
    "| Week | Date |\n|---|\n| 4 | 2026-10-30 |",
]
_LATE = "The front matter begins on line {} only: it counts at the very top of a file, and nowhere else."
_PACK = f"{FRONT}{_END}"

CASES = [
    *(
        Case("lines-for-table", True, f"{FRONT}{_BODY}{text}\n", at=at, message=_NO_TABLE.format(rows, lack))
        for text, at, rows, lack in _TABLES
    ),
    *(Case("lines-for-table", False, f"{FRONT}{_BODY}{text}\n") for text in _NO_TABLES),
    *(
        Case("left-over-placeholder", True, f"{FRONT}{_BODY}{text}\n", at=at, message=_placeholder(at))
        for text, at in _PLACEHOLDERS
    ),
    *(Case("left-over-placeholder", False, f"{FRONT}{_BODY}{text}\n") for text in _NONE),
    *(Case("left-over-placeholder", False, text, as_of=date(2026, 10, 20)) for text in _AHEAD),
    *(
        Case("left-over-placeholder", True, text, at=at, message=_placeholder(at), as_of=day)
        for text, at, day in _NOT_AHEAD
    ),
    Case("left-over-placeholder", False, "[Name]", "goal"),
    Case("left-over-placeholder", False, "TBD", "risk"),
    Case("left-over-placeholder", True, "Ask [Name] again", "risk", "[Name]", _placeholder("[Name]")),
    Case(
        "left-over-placeholder",
        True,
        f"{FRONT}{_BODY}" + "".join(f"Ask [Name] in week {week}.\n\n" for week in range(1, 8)),
        at="[Name]",
        message="7 placeholders are left in the text (lines 7, 9, 11, 13, 15, 17, 19).",
    ),
    *(Case("chat-residue", True, f"{FRONT}{text}\n\n{_END}", at=text, message=_SAID) for text in _HEADS),
    *(
        Case(
            "chat-residue", True, f"{FRONT}{_END}{text}\n", at=text.removeprefix("- ").removeprefix("**"), message=_SAID
        )
        for text in _TAILS
    ),
    *(Case("chat-residue", True, f"{FRONT}{_BODY}{text}\n\n{_END}", at=at, message=_SAID) for text, at in _ANYWHERE),
    *(Case("chat-residue", False, text) for text in _NO_RESIDUE),
    Case("chat-residue", False, f"Here is the coaching pack:\n\n{_PACK}"),
    Case(
        "text-before-front-matter",
        True,
        f"Here is the coaching pack:\n\n{_PACK}",
        at="Here is the coaching pack:",
        message=_LATE.format(3),
    ),
    Case("text-before-front-matter", True, f"```markdown\n{_PACK}```\n", at="```markdown", message=_LATE.format(2)),
    Case("text-before-front-matter", False, f"\n\n{_PACK}"),
    Case("text-before-front-matter", False, f"{FRONT}Example:\n\n---\ntype: coaching-pack\n---\n"),
    Case("text-before-front-matter", False, "# Notes\n\nNo front matter at all.\n\n---\n\ntype: what is this\n"),
    Case("wrapped-document", True, f"{FRONT}```markdown\n{_END}```\n", at="```markdown", message=_WHOLE),
    Case("wrapped-document", True, f"{FRONT}```\n{_END}```\n\n", at="```", message=_WHOLE),
    Case("wrapped-document", True, f"{_PACK}```\n", at="```", message=_NEVER_CLOSED),
    Case("wrapped-document", True, f"{_PACK}~~~~ text\nwords\n~~~\n", at="~~~~ text", message=_NEVER_CLOSED),
    Case("wrapped-document", False, f"```markdown\n{_PACK}```\n"),
    Case("wrapped-document", False, f"{_PACK}```\ncode\n```\n"),
    Case("wrapped-document", False, f"{FRONT}```python\nprint()\n```\n"),
    Case("wrapped-document", False, f"{_PACK}````markdown\n```\ninner\n```\n````\n"),
    Case("wrapped-document", False, f"{_PACK}Three ``` in a line.\n"),
]
