"""Keys of the front matter that nothing reads and that are welcome: those by which people keep book of a file."""

PAGE_KEYS = frozenset({"title", "description", "tags", "hide", "icon", "search", "template"})
"""Keys that MkDocs and Material read, welcome in any document."""

_TIMES = """
date created updated last-updated modified last-modified reviewed last-reviewed next-review review-date edited
last-edited last-edited-time issued written revised started engagement-start last-entry valid-until validity expires
period covers next
"""
_PERSONS = """
author authors owner adviser advisor consultant prepared-by prepared-for addressed-to addressee to cc for from by
created-by last-edited-by sponsor contact shared-with agreed-with approved-by decision-makers
"""
_FILE = """
version language lang id slug aliases doc-id document-id ref related see-also source sources replaces supersedes
superseded-by distribution confidentiality classification currency cssclasses doc-type doctype document-type document
kind what workstream project folder
"""
KEPT = frozenset(f"{_TIMES}{_PERSONS}{_FILE}".split())
"""Such keys, as keys are compared."""

_KEPT_WORDS = """
on at written prepared created updated edited reviewed logged version source tool skill generator space page pack path
link links url name confidential private note notes context background focus product current previous next last first
day days hours count number bets growth reps sessions session evidence quality items contributions period covered pause
pauses break breaks holidays off labelled only log unit codes legend since role starts runs replaces needed worked
"""
KEPT_WORDS = frozenset(_KEPT_WORDS.split())
"""Words in the names of keys that date, count or describe what the text itself says: `growth-bets`, `prepared-on`."""
