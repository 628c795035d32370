"""What is private, as people write it without a second thought; and what only looks alike."""

from __future__ import annotations

from tests.rules.cases import FRONT, Case

_EMAIL = "This is somebody's e-mail address: "
_PHONE = "This is a phone number: "
_UNSAID = "The front matter sets no visibility, so that this document counts as private."
_NAME = "This looks like a real name: "

_BAD = {
    "email-address": [
        ("risk", "Ask anna.schmidt@northwind-freight.com first", "anna.schmidt@northwind-freight.com", "a…@…"),
        ("log", "Mail from <jo@corp.io> on 3 March", "jo@corp.io", "j…@…"),
        ("commitment", "[Write to me](mailto:lead@corp.co.uk)", "lead@corp.co.uk", "l…@…"),
        ("evidence", "`o'neil@corp.com` was in copy", "o'neil@corp.com", "o…@…"),
        ("rep", "Send it to müller@firma.de.", "müller@firma.de", "m…@…"),
        ("risk", r"Ask jo\_quist@corp.io", r"jo\_quist@corp.io", "j…@…"),
        ("log", r"Ask jo\@corp.io", r"jo\@corp.io", "j…@…"),
        ("log", "Ask jo&#64;corp.io or so", "jo&#64;corp.io", "j…@…"),
        ("evidence", "Ask jo&commat;corp.io", "jo&commat;corp.io", "j…@…"),
        ("rep", "[Ask](mailto:jo%40corp.io)", "jo%40corp.io", "j…@…"),
        ("risk", "Ask jo\uff20corp.io", "jo\uff20corp.io", "j…@…"),
        ("risk", "anna (at) northwind (dot) com knows", "anna (at) northwind (dot) com", "a… a… n… d… c…"),
    ],
    "phone-number": [
        ("risk", "Call +49 170 1234567 at night", "+49 170 1234567", "…67"),
        ("log", "Call +49  170   123  4567", "+49  170   123  4567", "…67"),
        ("log", "Call +49\u00a0170\u202f123\u20114567", "+49\u00a0170\u202f123\u20114567", "…67"),
        ("log", "Call +49&nbsp;170&nbsp;1234567", "+49&nbsp;170&nbsp;1234567", "…67"),
        ("log", "Call (212)\u00a0555-2368 now", "(212)\u00a0555-2368", "…68"),
        ("log", "Reached them at (212) 555-2368", "(212) 555-2368", "…68"),
        ("commitment", "07911 123456 on Fridays", "07911 123456", "…56"),
        ("evidence", "Note on the back: +1 415 555 2671, ask for the buyer", "+1 415 555 2671", "…71"),
        ("rep", "Text 4155552671 when done", "4155552671", "…71"),
        ("risk", "WhatsApp: +44 20 7123 4567", "+44 20 7123 4567", "…67"),
    ],
}

_SAID = {
    "health": [
        ("risk", "pm-07 is pregnant and leaves in May", "pm-07 is pregnant"),
        ("log", "She is on sick leave since March", "She is on sick leave"),
        ("gap", "Was diagnosed with ADHD last year", "diagnosed with ADHD"),
        ("gap", "Since her diagnosis of ADHD she plans in writing", "her diagnosis"),
        ("feedback", "He struggles with anxiety in front of executives", "He struggles with anxiety"),
        ("risk", "pm-07's depression may come back", "pm-07's depression"),
        ("evidence", "She’s burnt out", "She’s burnt out"),
        ("risk", "lead-green is pregnant and leaves in May", "lead-green is pregnant"),
        ("log", "founder-1 was in hospital in June", "founder-1 was in hospital"),
        ("log", "Since May pm-07 has\n  severe  migraines", "pm-07 has\n  severe  migraines"),
        ("gap", "pm-07 is **autistic**, says the coach", "pm-07 is **autistic"),
        ("gap", "**pm-07** has\u00a0asthma", "pm-07** has\u00a0asthma"),
        ("log", "pm-07 has severe depression and anxiety, and a plan", "pm-07 has severe depression and anxiety"),
        ("log", "pm-07 told coach-2 about a sleep disorder in March", "pm-07 told coach-2 about a sleep disorder"),
        ("risk", "She is recovering from an operation", "She is recovering from an operation"),
        ("log", "pm-07 was away for medical reasons", "pm-07 was away for medical reasons"),
        ("rhythm", "Not while pm-07 undergoes medical treatment", "pm-07 undergoes medical treatment"),
        ("gap", "pm-07 sees a therapist on Mondays", "pm-07 sees a therapist"),
        ("log", "pm-07 was off with a burnout", "pm-07 was off with a burnout"),
    ],
    "family": [
        ("log", "pm-07 was quieter since the separation at home", "pm-07 was quieter since the separation at home"),
        ("risk", "pm-07 has money problems", "pm-07 has money problems"),
        ("rhythm", "Her private life takes much of her time", "Her private life"),
        ("risk", "Her divorce takes a lot of energy", "Her divorce"),
        ("log", "pm-07 is in the middle of a divorce", "pm-07 is in the middle of a divorce"),
        ("risk", "pm-07 had problems at home in autumn", "pm-07 had problems at home"),
        ("log", "The PM has two children and cannot travel", "The PM has two children"),
        ("rhythm", "None while pm-07 is on parental leave", "pm-07 is on parental leave"),
        ("risk", "lead-02's wife works for the vendor", "lead-02's wife"),
        ("risk", "On maternity leave until May", "On maternity leave"),
        ("risk", "She needs to leave at 3 pm for childcare", "She needs to leave at 3 pm for childcare"),
    ],
    "age": [
        ("gap", "pm-07 is 58 years old", "pm-07 is 58 years old"),
        ("log", "She is 52 years old, pregnant and a muslim", "She is 52 years old, pregnant and a muslim"),
        ("feedback", "She is too old for this pace", "She is too old for"),
        ("log", "He is a 24-year-old with little patience", "He is a 24-year-old"),
        ("risk", "pm-07 retires next spring", "pm-07 retires next"),
        ("gap", "Unusual for somebody in her late fifties", "in her late fifties"),
        ("risk", "pm-07 turns 60 in July", "pm-07 turns 60"),
        ("gap", "As a woman of 29 pm-07 is overheard", "As a woman of 29"),
        ("log", "pm-07 was born in 1968", "pm-07 was born in 1968"),
    ],
    "religion or beliefs": [
        ("log", "pm-12 is Muslim", "pm-12 is Muslim"),
        ("rhythm", "He fasts during Ramadan", "He fasts during Ramadan"),
        ("risk", "Her faith forbids it", "Her faith"),
        ("log", "Left early for his religion", "for his religion"),
        ("gap", "She is very religious", "She is very religious"),
    ],
    "sex life or orientation": [
        ("log", "pm-07 came out as gay", "pm-07 came out as gay"),
        ("risk", "His sexuality is a topic in the team", "His sexuality"),
    ],
    "ethnic origin": [
        ("log", "He is black", "He is black"),
        ("risk", "Her ethnicity was mentioned", "Her ethnicity"),
    ],
    "political opinions": [
        ("feedback", "Her political views show in the memo", "Her political views"),
        ("log", "pm-07 is a member of the green party", "pm-07 is a member of the green party"),
    ],
    "union membership": [
        ("log", "pm-07 joined the union", "pm-07 joined the union"),
        ("risk", "He is a union rep", "He is a union rep"),
        ("log", "She sits on the works council", "She sits on the works council"),
    ],
}

_GOOD = {
    "email-address": [
        ("risk", "Ask support@northwind-freight.com"),
        ("log", "pm-31, @pm-31 and @lead-02 were there"),
        ("rep", "Write to a@b.example or x@example.com"),
        ("evidence", "Cloned git@github.com:northwind/app"),
        ("log", "Moved from react@17.0.2 to react@18.2.0"),
        ("log", "[A talk](https://talks.io/%40pm-07/bets.html), AT&#38;T, info&#64;corp.io, jo%40b.example"),
        ("goal", "Answer within a day (at most), 3 @ 45 min"),
    ],
    "phone-number": [
        ("log", "2026-10-05 to 2026-12-18"),
        ("evidence", "Revenue of 10 000 000 000 and 1.234.567.890 clicks"),
        ("rep", "Order 4155552671 was late"),
        ("log", "ISBN 978-3-16-148410-0"),
        ("log", "Revenue of 10\u202f000\u202f000\u202f000 and 1&nbsp;234&nbsp;567&nbsp;890 clicks"),
        ("risk", "[Ticket](https://tracker.example/4155552671)"),
        ("risk", "Call 555-0123 or (212) 555-0123"),
        ("measure", "E1 (2026-02-12), 14–30 of 120, v1.2.3.4"),
    ],
    "special-category-data": [
        ("log", "The separation of billing and orders took six weeks"),
        ("evidence", "pm-07 compares break-up fees of three carriers"),
        ("evidence", "pm-07 tested the family plan at home with five users"),
        ("log", "pm-07 owns the booking flow for child care"),
        ("log", "pm-07 told the team about sleep disorders of patients"),
        ("evidence", "pm-07 spoke about insomnia as a segment for the app"),
        ("rep", "pm-07 reads what the treatment group did"),
        ("evidence", "pm-07 designs the flow for patients with a chronic condition"),
        ("log", "pm-07 recovered from the failed release in two days"),
        ("risk", "Her condition for the release is a tested import"),
        ("log", "Her separation of problem and solution is clear"),
        ("log", "The list has pm-07 and lead-02\n- depression of conversion in March"),
        (
            "whole",
            "---\ntype: coaching-pack\npm: pm-07\nscope: autism apps\nteam: pm-07 is\nrole: pregnant pause\n---\n",
        ),
        ("log", "A lead-time was sick of waiting, said the coach-led group"),
        ("log", "pm-07 must decide on pricing for childcare providers"),
        ("risk", "pm-07 has to leave at 3 pm on Mondays"),
        ("goal", "Knows the health of the product by heart"),
        ("log", "She looks after the health dashboard"),
        ("evidence", "Interviewed the healthcare team about family plan pricing"),
        ("measure", "The age of the ticket when it is answered"),
        ("signal", "pm-07 turns 40 interviews into one page"),
        ("signal", "pm-07 turns 60 % of the requests into questions"),
        ("log", "An idea born in 2019, told by pm-07"),
        ("feedback", "pm-07 religiously updates the log"),
        ("log", "A union of two sets, and union types in the API"),
        ("evidence", "Explained the depression of conversion in March"),
        ("gap", "pm-07 is sick of waiting and deaf to feedback"),
        ("rep", "pm-07 runs black-box tests"),
        ("log", "A member said her husband pays the bill"),
        ("log", "Customers say their child cannot log in"),
        ("evidence", "pm-07 diagnosed the outage with the logs of two days"),
        ("signal", "pm-19's diagnosis of pm-42 (skill or constraint) holds up against pm-42's own view"),
        ("gap", "She had a race condition in the spec"),
        ("feedback", "pm-07 is conservative in estimates, and 80 % done"),
        ("log", "Moved the child account page of the parent company"),
        ("risk", "pm-07 is on leave from 20 July to 31 January"),
    ],
    "real-name": [
        ("whole", "---\ntype: coaching-pack\ncoach: lead-02\npm: pm-07\n---\n"),
        ("whole", "---\ntype: coaching-pack\ncoach: Head of Product, Harbour Lights (CPO)\npm: pm-07\n---\n"),
        ("whole", "---\ntype: artifact\naudience: Head of Sales, Design, the Austin office\n---\n"),
        ("risk", "The Anna Karenina principle: all happy launches are alike"),
        ("whole", "---\ntype: competency-model\nowner: product-ops\n---\n"),
        ("whole", "---\ntype: event-log\n---\n\n## 2026-10-05 — Meeting — Start\n\n**Participants:** pm-31, the CEO\n"),
    ],
}
_STEPS = f"{FRONT}## 7) Risks / Open questions / Next steps\n\n### Next steps\n\n"

CASES = [
    *(
        Case(rule, True, text, field, at, (_EMAIL if rule == "email-address" else _PHONE) + masked)
        for rule, cases in _BAD.items()
        for field, text, at, masked in cases
    ),
    *(
        Case("special-category-data", True, text, field, at, f"This says something about a person's {kind}.")
        for kind, cases in _SAID.items()
        for field, text, at in cases
    ),
    *(Case(rule, False, text, field) for rule, cases in _GOOD.items() for field, text in cases),
    Case("email-address", True, "To anna@corp.io, no front matter\n", at="anna@corp.io", message=f"{_EMAIL}a…@…"),
    Case(
        "real-name",
        True,
        "---\ntype: coaching-pack\npm: anna.schmidt\n---\n",
        at="anna.schmidt",
        message=f"{_NAME}a… s…",
    ),
    Case(
        "real-name",
        True,
        "---\ntype: artifact\naudience: Head of Sales, Anna\n---\n",
        at="Anna",
        message=f"{_NAME}A…",
    ),
    Case("real-name", True, "---\ntype: coaching-pack\ncoach: Thomas\n---\n", at="Thomas", message=f"{_NAME}T…"),
    *(
        Case(
            "real-name",
            True,
            f"---\ntype: coaching-pack\ncoach: {coach}\n---\n",
            at="Thomas Berg",
            message=f"{_NAME}T… B…",
        )
        for coach in (
            "Head of Product (Thomas Berg)",
            "CPO, Thomas Berg",
            "Thomas Berg, Head of Product",
            "Head of Product Thomas Berg",
        )
    ),
    Case("real-name", True, "---\ntype: coaching-plan\npm: maria-lopez\n---\n", at="maria-lopez", message=f"{_NAME}m…"),
    Case(
        "real-name",
        True,
        f"{_STEPS}| Step | Owner | Due |\n|---|---|---|\n| Send it | **Priya Rao** | 2026-10-09 |\n",
        at="Priya Rao",
        message=f"{_NAME}P… R…",
    ),
    Case(
        "real-name",
        True,
        "---\ntype: event-log\n---\n\n## 2026-10-05 — Meeting — Start\n\n**Participants:** pm-31, Michael B.\n",
        at="Michael B.",
        message=f"{_NAME}M… B…",
    ),
    *(
        Case(
            "special-category-data",
            True,
            f"---\ntype: coaching-pack\n{key} {text}\nvisibility: private\n---\n\n# Pack\n",
            at="pm-07 has severe depression",
            message="This says something about a person's health.",
        )
        for key in ("assumptions:\n  -", "pm:", "status:", "x: &y [z,", "notes: >\n ")
        for text in ("pm-07 has severe depression" + ("]" if "[" in key else ""),)
    ),
    *(
        Case("visibility-unsaid", True, text, at="---", message=_UNSAID)
        for text in (
            "---\ntype: coaching-pack\npm: pm-07\n---\n",
            "---\ntype: event-log\nclient: northwind\n---\n",
            "---\ntype: competency-model\nname: Product\n---\n",
        )
    ),
    *(
        Case("visibility-unsaid", False, text)
        for text in (
            "---\ntype: coaching-pack\nvisibility: private\n---\n",
            "---\ntype: coaching-pack\nvisibility: internal, client:northwind\n---\n",
            "---\ntype: coaching-pack\nvisibility: everybody\n---\n",
            "---\ntype: coaching-pack\nvisibility:\n---\n",
            "---\ntype: value-ladder\n---\n",
            "# No front matter\n",
        )
    ),
]
