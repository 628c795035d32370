"""What of a document was never read."""

from __future__ import annotations

from pmcoach_lint.document import read_document
from pmcoach_lint.generate.left_behind import Left, left_behind
from tests.packs import PM_03, WHOLE

PACK = """\
---
type: coaching-pack
---

# A pack

**Coaching goal:** One trade-off a week, told before the decision
**House rule:** nobody presents after five

## 3) Shared Vision

| ID | Bet | Why it matters | Mood |
|---|---|---|---|
| B1 | Say what it costs | Two sprints were lost | 🙂 good |
| B2 | No surprises | Sales objected twice | – |

The order of the two was hers.

<!-- nobody reads this -->

## What she says

### In spring

- I would rather not say no

### Now

**Plainly:** I do
"""


def test_it_is_told_by_what_it_is_called_and_where_it_stands() -> None:
    document = read_document(PACK.encode(), "a.md")
    assert left_behind(document, "") == [
        Left("label", "House rule", 8),
        Left("column", "Mood", 12),
        Left("line", "The order of the two was hers.", 17),
        Left("section", "What she says", 21),
    ]


def test_what_the_new_document_holds_as_it_stood_is_not_left() -> None:
    document = read_document(PACK.encode(), "a.md")
    assert left_behind(document, PACK) == []
    carried = PACK[PACK.index("## 3)") : PACK.index("## What")]
    assert [each.name for each in left_behind(document, carried)] == ["House rule", "What she says"]


def test_what_was_read_is_not_told() -> None:
    assert left_behind(read_document(WHOLE.encode(), "a.md"), "") == []
    names = [each.name for each in left_behind(read_document(PM_03.encode(), "a.md"), "")]
    assert names == ["What pm-03 would do again", "Scored on 10 July by lead-02."]
