"""Sessions for which the coach has no time, and pre-work that comes when they are over."""

from __future__ import annotations

from tests.rules.cases import Case


def _late(text: str, at: str, when: str = "") -> Case:
    message = f"“{at}” is after the session{when}: what is sent then cannot be read before it."
    return Case("pre-work-after-session", True, text, "pre-work for Tuesdays", at, message)


def _short(text: str, minutes: int) -> Case:
    message = f"A session takes 60 minutes, and the coach gives {minutes} a week."
    return Case("session-beyond-coach-time", True, text, "coach's time", text, message)


LATE = (
    _late("The PM mails one frame by Tuesday, 2 pm", "by Tuesday, 2 pm", " on Tuesday at 10:00"),
    _late("One frame in the folder, Tuesday noon", "Tuesday noon", " on Tuesday at 10:00"),
    _late("Frame and log until Tuesday 10:30", "until Tuesday 10:30", " on Tuesday at 10:00"),
    _late("The PM posts the log by Wed 9:00", "by Wed 9:00", " on Tuesday"),
    _late("One page, due Wednesday", "due Wednesday", " on Tuesday"),
    _late("The PM uploads the page two hours after the session", "two hours after the session"),
    _late("The page is sent by the morning after each 1:1", "by the morning after each 1:1"),
    _late("Within two days after our meeting the PM shares what was written", "Within two days after our meeting"),
)
EARLY = (
    "One frame by Monday, 5 pm; comments come back on Wednesday",
    "The PM posts the frame by Tuesday 8:30",
    "One page, due the Wednesday before",
    "Frame by Thursday, so that there are three days to read it",
    "A day ahead of the session; notes follow an hour after the session",
    "Three lines after the meeting with sales",
    "By Monday noon the PM sends one page. On Tuesday at 15:00 it goes to the team.",
    "The page that was written last week",
)
ENOUGH = (
    "60 minutes a week",
    "75 min",
    "30 minutes a week for comments, beside the session",
    "half an hour a week outside of the 1:1",
    "2 hours a week, session included",
    "45 minutes per session",
)

CASES = (
    *LATE,
    *(Case("pre-work-after-session", False, text, "pre-work for Tuesdays") for text in EARLY),
    *(
        _short(text, minutes)
        for text, minutes in (("30 minutes a week", 30), ("45 min", 45), ("40 minutes weekly", 40))
    ),
    _short("half an hour a week", 30),
    _short("50 minutes per week", 50),
    *(Case("session-beyond-coach-time", False, text, "coach's time") for text in ENOUGH),
)
