"""Which rules run, and with what options: the rules that there are, as the settings of a repository want them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any

from pmcoach_lint.loading import FAILURE
from pmcoach_lint.nearest import did_you_mean, nearest
from pmcoach_lint.rules import Rule, all_rules
from pmcoach_lint.rules.registry import Options
from pmcoach_lint.settings import Settings, SettingsError, shown_path
from pmcoach_lint.syntax.source import Offence

Prepared = tuple[Rule, Callable[[Any], Iterable[Offence]]]
"""A rule with its check, which is given nothing more than what it is to look at."""


def prepare(settings: Settings) -> tuple[list[Prepared], list[Prepared]]:
    """The rules that look at one document, that about failures last, and those that look across documents.

    Each comes with its check, to which the options of the run have been given if it takes any.

    Raises:
        SettingsError: The settings speak of a rule or an option that there is none of.
    """
    by_rule = _options(settings)
    as_of = settings.as_of or date.today()  # noqa: DTZ011 - the day where the user is
    prepared = [
        (rule, partial(rule.check, options=Options(as_of, by_rule[rule.code])) if rule.takes_options else rule.check)
        for rule in sorted(all_rules(), key=lambda rule: rule.name == FAILURE)
    ]
    return [one for one in prepared if not one[0].across], [one for one in prepared if one[0].across]


def _options(settings: Settings) -> dict[str, dict[str, Any]]:
    """The values of the options of all rules, by code."""
    values = {rule.code: {option.name: option.default for option in rule.options} for rule in all_rules()}
    names = {name: rule for rule in all_rules() for name in (rule.code, rule.name)}
    for name, given in settings.rules.items():
        rule = names.get(name)
        if rule is None:
            question = did_you_mean(nearest(name, names))
            raise SettingsError(f"{_where(settings)}: There is no rule “{name}”.{question}", "See: pmcoach rule")
        for key, value in given.items():
            values[rule.code][key] = _option(settings, rule, key, value)
    return values


def _option(settings: Settings, rule: Rule, key: str, value: Any) -> Any:
    """The value of one option, checked against its default."""
    known = {option.name: option for option in rule.options}
    if key not in known:
        has = f"It has: {', '.join(known)}." if known else "It has none."
        raise SettingsError(f"{_where(settings)}: The rule {rule.name} has no option “{key}”.", has)
    default = known[key].default
    if type(value) is not type(default):
        example = f"Its default is {default!r}."
        raise SettingsError(f"{_where(settings)}: The option “{key}” of {rule.name} is of another kind.", example)
    return value


def _where(settings: Settings) -> str:
    return shown_path(settings.source) if settings.source else "The settings"
