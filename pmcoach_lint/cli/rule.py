"""`pmcoach rule`: explain a rule, or list them all."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from itertools import groupby

import click

from pmcoach_lint.cli import console
from pmcoach_lint.nearest import did_you_mean
from pmcoach_lint.rules import Rule, all_rules, codes_of, nearest_rule
from pmcoach_lint.settings import UsageError

EXAMPLES = """\b
Examples:
  pmcoach rule                list all rules
  pmcoach rule PMC210         explain one
  pmcoach rule not-a-level    the same, by its name
  pmcoach rule PMC2           list those about content, whose codes begin with PMC2
"""


@click.command("rule", epilog=EXAMPLES)
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain one rule by its CODE or its name, or list all rules, or those whose code begins with CODE."""
    rules = all_rules()
    if code is None:
        console.write(_listed(rules))
        return
    found = codes_of(f"PMC{code}" if code.isdecimal() else code, rules) if code.strip() else ()
    if not found:
        question = did_you_mean(nearest_rule(code))
        raise UsageError(f"There is no rule “{code}”.{question}", "pmcoach rule lists all of them.")
    meant = tuple(rule for rule in rules if rule.code in found)
    console.write(_explained(meant[0]) if len(meant) == 1 else _listed(meant))


def _listed(rules: tuple[Rule, ...]) -> Iterator[str]:
    """All rules with their summaries, under the names of their families."""
    width = max((len(rule.name) for rule in rules), default=0)
    for number, (family, some) in enumerate(groupby(rules, key=lambda rule: rule.family)):
        yield f"{chr(10) if number else ''}{family}\n"
        for rule in some:
            yield f"  {rule.code}  {rule.name:{width}}  {rule.explanation.summary}\n"


def _explained(rule: Rule) -> Iterator[str]:
    """All that a rule's documentation says."""
    explanation = rule.explanation
    yield f"{rule.code} {rule.name}\n\n{explanation.summary}\n{rule.strictness}\n"
    if explanation.body:
        yield f"\n{explanation.body}\n"
    for title, text in (("Why it matters", explanation.why), ("What to do", explanation.advice)):
        if text:
            yield f"\n{title}:\n\n{textwrap.indent(text, '  ')}\n"
    if rule.options:
        yield f"\nOptions, under [rules.{rule.name}] in the settings:\n\n"
        for option in rule.options:
            yield f"  {option.name} = {json.dumps(option.default)}\n    {option.description}\n"
    for example in explanation.examples:
        text = textwrap.indent(example.text.rstrip("\n"), "    ")
        on = f", as of {example.as_of.isoformat()}" if example.as_of else ""
        yield f"\n{'Bad' if example.bad else 'Good'}{on}:\n\n{text}\n"
