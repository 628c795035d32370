"""The values of the front matter: which key stands for what, and what is wrong with the keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pmcoach_lint.binding.above.opening import agree
from pmcoach_lint.binding.above.own_day import NOT_OWN, day_first, day_of_opening, day_of_title, own_day
from pmcoach_lint.binding.extract import Extraction
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import MISSING
from pmcoach_lint.binding.whole import Whole
from pmcoach_lint.names import front_matter_key
from pmcoach_lint.nearest import did_you_mean, nearest
from pmcoach_lint.readers.people import HANDLES
from pmcoach_lint.readers.registry import Context
from pmcoach_lint.readers.text import is_placeholder
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Mention, Offence, Span
from pmcoach_lint.syntax.yaml_marks import Marked

_GIVEN = (
    "author authors owner sponsor coach coachee lead manager mentor head director vp pm contact reviewer reviewers "
    "adviser advisor consultant participants attendees makers partner chief by for with to cc"
)
_PEOPLE = frozenset(_GIVEN.split())
"""Words in the names of keys that give people: `agreed-with`, `prepared-for`, `decision-makers`."""

_AS_IT_IS = Use("")
"""A value that is read by the reader of its field."""

_OF_DAYS = frozenset({"on", "at", "of", "date", "day"})
"""Words with which the name of a day may be told or not: `issued`, `issued-on`, `date-issued`."""

_NO_DIGIT = regex(r"[A-Za-z]{2,}(?:-[A-Za-z]+){1,3}")

_LIKE = 0.75
"""How much alike a slip of the pen is to the key that was meant: `tema` to `team`, and not `space` to `stage`."""

_CLOSE = 0.8
"""The same for another name of a known key, which is longer and so more easily alike."""

_SAME = 0.9
"""The same where it can be nothing but a slip: letters that changed places, or one too few."""


def read_front_matter(text: str, binding: Whole, marked: Marked, body: int = 0) -> tuple[dict[str, Any], Extraction]:
    """Take the values of the front matter, reading texts by their readers.

    Args:
        text: the document.
        binding: the binding of its type.
        marked: what the front matter holds, with its places.
        body: where the text below it begins.

    Returns:
        The values by the names of the fields, and the extraction that has read them.
    """
    near = None
    if "start" not in marked.value:
        near = own_day(marked) or day_of_title(text, body) or day_of_opening(text, body)
    reading = Extraction(text, Context(day_first=day_first(text), people=handles_given(binding, marked), near=near))
    reading.values.update(marked.values)
    reading.keys.update(marked.keys)
    for name in binding.required_parts:
        if name in marked.value:  # `cadence: weekly` is no part
            _forget(reading, name)
    data: dict[str, Any] = {}
    given, again, unknown = _sorted_keys(binding, marked)
    for key in list(unknown):
        meant = _meant_day(reading, binding.by_frontmatter_key, key, marked.value[key])
        if meant and meant.name not in given:
            given[meant.name] = key
            unknown.remove(key)
    for name, key in given.items():
        value = _value(reading, binding.fields[name], marked, key)
        if value is not MISSING:
            data[name] = value
    unknown += [key for field, key in again if not _says_again(reading, field, marked, given[field.name], key)]
    if unknown or _is_open(binding, data):
        from pmcoach_lint.binding.above.perhaps import read_perhaps  # noqa: PLC0415 - most packs have all keys of their own

        used = read_perhaps(reading, binding, marked, data, body)
        unknown = [key for key in unknown if key not in used]
    if unknown:
        _report_unknown(binding, reading, unknown, marked, data)
    return data, reading


def _forget(reading: Extraction, name: str) -> None:
    """Forget where a key of the front matter stands that is called as a part of the body."""
    for places in (reading.values, reading.keys):
        for path in [path for path in places if path and path[0] == name]:
            del places[path]


def _sorted_keys(binding: Whole, marked: Marked) -> tuple[dict[str, str], list[tuple[Binding, str]], list[str]]:
    """The key for each field that is given, those that give one again, and those that no field has."""
    given: dict[str, str] = {}
    again: list[tuple[Binding, str]] = []
    unknown: list[str] = []
    fields = binding.by_frontmatter_key
    for key, value in marked.value.items():
        field = fields.get(key) or fields.get(front_matter_key(str(key)))
        if field is None:
            unknown.append(str(key))
        elif field.name not in given:
            given[field.name] = key
        elif value is not None:
            earlier = given[field.name]
            counts = marked.value[earlier] is None or _rank(field, key) < _rank(field, earlier)
            if counts:
                given[field.name] = key
            again.append((field, earlier if counts else key))
    return given, again, unknown


def _meant_day(reading: Extraction, fields: dict[str, Binding], key: str, value: Any) -> Binding | None:
    """The field of a day that is known by nearly that key: `assessed` and `day-of-assessed` for `assessed-on`."""
    words = [word for word in front_matter_key(key).split("-") if word not in _OF_DAYS]
    known = [fields.get("-".join((*words, *end))) for end in ((), ("on",), ("date",))] if words else []
    field = next((field for field in known if field and field.reader == "date"), None)
    return field if field and type(value) is str and reading.can_parse(field, value, _AS_IT_IS) else None


def _rank(field: Binding, key: str) -> int:
    """Which of the names of a field a key is: the first ones say most surely what is meant."""
    keys, plain = field.frontmatter_keys, front_matter_key(key)
    return keys.index(plain) if plain in keys else len(keys)


def _is_open(binding: Whole, data: dict[str, Any]) -> bool:
    """Whether a key is missing that is needed or may be told above, or holds a group, or a text as its number."""
    return not binding.keys_told_above.issubset(data) or any(
        type(value) is dict or (type(value) is str and binding.fields[name].plain_kind) for name, value in data.items()
    )


def handles_given(binding: Whole, marked: Marked) -> tuple[str, ...]:
    """The handles that the front matter gives to people and that have no digit, such as `vp-platform`.

    In running text these would be words like any other.
    """
    fields = binding.by_frontmatter_key
    handles = []
    for key, value in marked.value.items():
        for said in value if isinstance(value, list) else (value,):
            may_be = isinstance(said, str) and "-" in said and said[-1].isalpha()
            if may_be and _is_of_people(key, fields.get(key)) and _NO_DIGIT.fullmatch(said.removeprefix("@")):
                handles.append(said.removeprefix("@"))
    return tuple(handles)


def persons_told(binding: Whole, data: dict[str, Any]) -> Iterator[str]:
    """What the persons of a document are called in its text, where that is no usual handle: `J.M.`, `APM-01`.

    A role is told short, too.
    """
    for name, field in binding.fields.items():
        said = data.get(name) if field.is_person else None
        if isinstance(said, str) and (said.isupper() or not HANDLES.fullmatch(said)):
            yield from dict.fromkeys((said, said.partition(",")[0]))


def _is_of_people(key: str, field: Binding | None) -> bool:
    """Whether a key of the front matter gives people: a field of the type does, or its name says so."""
    return field.is_person if field else not _PEOPLE.isdisjoint(front_matter_key(key).split("-"))


def _value(reading: Extraction, field: Binding, marked: Marked, key: str) -> Any:
    """The value of `field` under `key`, or MISSING."""
    name = field.name
    reading.keys[(name,)], reading.values[(name,)] = marked.keys[(key,)], marked.values[(key,)]
    value = marked.value[key]
    if value is None or (type(value) is dict and key != field.frontmatter_key):
        return MISSING  # a group of keys, under a name that may as well be another's: `level: {title: …}`
    if field.kind == "value" and field.is_text and isinstance(value, list) and value:
        value = ", ".join(map(str, value))
    if field.kind == "value" and (isinstance(value, str) or (field.reader and isinstance(value, int))):
        return reading.take(field, str(value).strip(), marked.values[(key,)], (name,))
    if field.kind == "list" and isinstance(value, list):
        return _filled_in(reading, field, value, key)
    return value


def _filled_in(reading: Extraction, field: Binding, values: list[Any], key: str) -> Any:
    """Those values of a list in the front matter that are more than a place to fill in."""
    kept: list[Any] = []
    for place, value in enumerate(values):
        span = reading.values.get((key, place))
        if span and isinstance(value, str) and is_placeholder(value.strip()):
            reading.unfilled(field, span, value.strip(), (field.name,))
            continue
        if span:
            reading.values[(field.name, len(kept))] = span
        kept.append(value)
    for place in range(len(kept), len(values)):
        reading.values.pop((field.name, place), None)
    return kept or (MISSING if values else values)


def _says_again(reading: Extraction, field: Binding, marked: Marked, key: str, other: str) -> bool:
    """Whether a second key is for the same value as the first; one that says otherwise is reported.

    Of texts it may be another matter: beside the `team` there may be a `squad`.
    """
    if marked.value[other] is None:
        return True
    apart = Extraction(reading.text, reading.context)
    first, second = (_value(apart, field, marked, each) for each in (key, other))
    if MISSING in (first, second) or agree(first, second):
        return True
    if field.is_text:
        return False
    reading.offences.append(contradiction(reading.text, field, marked.values[(key,)], marked.values[(other,)]))
    return True


def contradiction(text: str, field: Binding, earlier: Span, later: Span) -> Offence:
    """The offence of saying the value of `field` again, and otherwise than where it counts: `earlier`, as a rule."""
    where = "above" if earlier < later else "below"
    message = f"{field.title} is “{text[slice(*later)]}” here, and “{text[slice(*earlier)]}” {where}."
    related = (Mention(earlier, "given here first" if where == "above" else "given here"),)
    hint = f"Make the two the same; the {'first' if where == 'above' else 'other'} one counts."
    return Offence(later, message, hint, related=related, rule="contradicting-values")


def _report_unknown(
    binding: Whole, reading: Extraction, unknown: list[str], marked: Marked, data: dict[str, Any]
) -> None:
    """Report keys that the type does not have. What a misspelt one stands for is not reported as missing as well.

    A key that is like none that the type has is no slip of the pen: people keep book in front matter, too. It is told
    where it may hold what is missing.
    """
    from pmcoach_lint.binding.above.bookkeeping import KEPT, KEPT_WORDS, PAGE_KEYS  # noqa: PLC0415 - few packs have such keys
    from pmcoach_lint.binding.above.perhaps import uncertain_keys  # noqa: PLC0415

    fields = binding.fields.values()
    known = {key: field.name for field in fields if (key := field.frontmatter_key)}
    end = max(span[1] for span in marked.keys.values())
    told = {path[0] for path, span in reading.keys.items() if len(path) == 1 and span[0] <= end}
    open_keys = [key for key, name in known.items() if name not in told]
    others = {key: field for key, field in binding.by_frontmatter_key.items() if field.name not in told}
    missing = [field for field in fields if field.name in binding.required_keys and field.name not in data]
    for key in unknown:
        plain, span = front_matter_key(key), marked.keys[(key,)]
        if plain in PAGE_KEYS or plain in KEPT or plain in uncertain_keys(binding):
            continue
        near = nearest(plain, open_keys, cutoff=_LIKE) or nearest(plain, others, cutoff=_CLOSE)
        message, hint = f"“{key}” is no key of this type of document.", f"Known keys are: {', '.join(known)}."
        if near and _may_hold(reading, slip := binding.by_frontmatter_key[front_matter_key(near)], marked.value[key]):
            reading.settled.add((slip.name,))
            own = near if near in known or nearest(plain, [near], cutoff=_SAME) else slip.frontmatter_key
            reading.offences.append(Offence(span, f"{message}{did_you_mean(own)}", hint, own, rule="unknown-key"))
        elif again := _said_again(reading, binding, marked, plain, key, data):
            message += f"{did_you_mean(again.frontmatter_key)} That is given as well, and says something else."
            hint = f"Correct “{again.frontmatter_key}”, or delete this line."
            reading.offences.append(Offence(span, message, hint, rule="unknown-key"))
        elif KEPT_WORDS.isdisjoint(plain.split("-")):
            meant = next((field for field in missing if _may_be_meant(reading, field, plain, marked.value[key])), None)
            if meant:
                missing.remove(meant)
                message = f"Nothing reads “{key}”, and nothing says “{meant.frontmatter_key}”."
                hint = f"If that is what it says, call it “{meant.frontmatter_key}”; a note of your own may stay."
                reading.offences.append(Offence(span, message, hint, rule="key-of-no-use"))


def _said_again(
    reading: Extraction, binding: Whole, marked: Marked, plain: str, key: str, data: dict[str, Any]
) -> Binding | None:
    """The field that is told already, and of which a misspelt key says something else: `cycle_lenght` to `weeks`.

    Texts may well be another matter, whatever their keys are like.
    """
    near = nearest(plain, binding.by_frontmatter_key, cutoff=_SAME)
    field = binding.by_frontmatter_key[near] if near else None
    if field is None or field.kind != "value" or field.is_text or field.name not in data:
        return None
    value = _value(Extraction(reading.text, reading.context), field, marked, key)
    return None if value is MISSING or agree(value, data[field.name]) else field


def _may_hold(reading: Extraction, field: Binding, value: Any) -> bool:
    """Whether a value may be one of the `field`: `stage: growth` is no slip of the pen for a state."""
    return not field.words or type(value) is not str or reading.can_parse(field, value, _AS_IT_IS)


def _may_be_meant(reading: Extraction, field: Binding, key: str, value: Any) -> bool:
    """Whether an unknown key may hold a field that is missing: that is part of its name, or both are days."""
    words = key.split("-")
    is_day = field.reader == "date" and type(value) is str and NOT_OWN.isdisjoint(words)
    return str(field.frontmatter_key) in words or (is_day and reading.can_parse(field, value, _AS_IT_IS))
