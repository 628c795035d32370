"""Named tuples that take little to define: `NamedTuple`, in place of that of `typing`.

That one compiles a constructor for each class, and each of its annotations. For the eighty classes that one run
defines, this was a tenth of the time in which a pack is checked from the shell. Here a constructor is compiled for each
number of fields, and annotations are left as they are. To type checkers it is that of `typing`, and so it behaves.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable
from functools import cache
from types import FunctionType
from typing import TYPE_CHECKING, Any

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple  # noqa: TID251 - the only place
else:
    _Field = type(namedtuple("_One", "only").only)  # noqa: PYI024 - what gives the value at one place of a tuple

    @cache
    def _constructor(count: int) -> Callable[..., Any]:
        """What makes a tuple of any class that has so many fields."""
        values = "".join(f"_{place}, " for place in range(count))
        return eval(f"lambda _cls, {values}: _new(_cls, ({values}))", {"_new": tuple.__new__})  # noqa: S307 - all ours

    class _Values(tuple):
        """What all named tuples can do."""

        __slots__ = ()

        def _asdict(self) -> dict[str, Any]:
            """The values by the names of their fields."""
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, **named: Any) -> _Values:
            """The same tuple with other values where they are `named`."""
            return type(self)(**self._asdict() | named)

        def __repr__(self) -> str:
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            """What a copy is made of."""
            return tuple(self)

    class _Maker(type):
        """What makes a class out of the fields that are annotated."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:  # noqa: ARG004
            """A class of tuples with these fields."""
            fields = tuple(body["__annotations__"])
            defaults = {field: body.pop(field) for field in fields if field in body}
            body |= {field: _Field(place, "") for place, field in enumerate(fields)}
            body |= {"__slots__": (), "__match_args__": fields, "_fields": fields, "_field_defaults": defaults}
            constructor = _constructor(len(fields))
            code = constructor.__code__.replace(co_varnames=("_cls", *fields), co_qualname=f"{name}.__new__")
            body["__new__"] = FunctionType(code, constructor.__globals__, "__new__", tuple(defaults.values()))
            return type(name, (_Values,), body)

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})
