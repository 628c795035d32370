"""The keys of the front matter under which properties are read: the written one, and all that mean the same."""

from __future__ import annotations

from functools import cache, lru_cache

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.names import name_key


@lru_cache(maxsize=1024)
def front_matter_key(key: str) -> str:
    """A key of the front matter as it is compared: `Cycle_Start` is `cycle-start`."""
    return "-".join(name_key(key.replace("_", " ").replace("-", " ")).split())


@cache
def front_matter_keys(field: Binding) -> tuple[str, ...]:
    """All keys of the front matter under which the property is read, as `front_matter_key` has them.

    The written one comes first. All other names of the property are keys as well.
    """
    key = field.frontmatter_key
    if not key:
        return ()
    others = (column.name for column in field.names) if field.names else field.mark.get("aliases", ())
    return tuple(dict.fromkeys(map(front_matter_key, (key, *others))))


@cache
def by_front_matter_key(binding: Holder) -> dict[str, Binding]:
    """The fields of a whole document by each key of the front matter that they are read under.

    The written key of one field is no other name of another: `type` is none of a kind.
    """
    own = {front_matter_key(key): field for field in binding.fields.values() if (key := field.frontmatter_key)}
    others = {key: field for field in binding.fields.values() for key in front_matter_keys(field)}
    return {**others, **own}
