"""Whether a gap is one of skill, or a constraint that no practice removes."""

from __future__ import annotations

from collections.abc import Callable

from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.language.beyond import beyond_in, learning_in, left_out_by_the_pm, left_out_in
from pmcoach_lint.language.said import text_at
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import rule_of_chain
from pmcoach_lint.syntax.source import Offence, Span
from pmcoach_lint.syntax.yaml_marks import Path

Look = Callable[[str], Span | None]
_KINDS: dict[str, tuple[Look, str, str]] = {
    "skill": (
        beyond_in,
        "is out of the PM's reach, and called a skill",
        "Call it a constraint, and say who removes it by when; or say what the PM does where nothing holds them back.",
    ),
    "constraint": (
        left_out_in,
        "is the PM's to practise, and called a constraint",
        "Call it a skill gap; or say what keeps the PM from it: a mandate, data, time, somebody's decision.",
    ),
}


@rule_of_chain("PMC432", severity=None)
def skill_or_constraint(chain: Chain) -> Offences:
    """A gap of skill is out of the PM's reach, or a constraint is what the PM does not do.

    Out of reach is what somebody else decides, what is closed to the PM, or what there is not. What the PM leaves out
    counts as a skill where no cause is told.

    Why it matters:
        Nobody can practise to be let in. And what is called a constraint is nobody's to practise.

    What to do:
        Ask: could they do it tomorrow, if they knew how? Then it is a skill. If not, say who opens the door.

    Bad:
        ## 2) Current Assessment

        | Competency | Evidence | Gap | Gap type |
        |---|---|---|---|
        | Data use | Brief of 3 March | Has no access to usage data, so briefs go without | skill |

    Good:
        ## 2) Current Assessment

        | Competency | Evidence | Gap | Gap type |
        |---|---|---|---|
        | Data use | Brief of 3 March | Has no access to usage data, so briefs go without | constraint |
    """
    for level in chain.levels:
        kind = level.node.value.get("gap_type")
        gap = level.node.text("gap") if kind in _KINDS else ""
        look, is_what, hint = _KINDS.get(kind, _KINDS["skill"])
        if gap and look(gap):
            yield from _told(chain, level.node.at("gap"), look, is_what, hint)
    for node in chain.nodes(("assessment", "constraints")):
        for look in (learning_in, left_out_by_the_pm):
            if look(str(node.value)):
                yield from _told(chain, node.path, look, *_KINDS["constraint"][1:])


def _told(chain: Chain, path: Path, look: Look, is_what: str, hint: str) -> Offences:
    """The offence at the words of a text in which one looks for them."""
    said = text_at(chain.pack, path)
    if found := look(said.text):
        words = said.text[slice(*found)].lstrip(" .;,:(*_-")
        span = said.span(found[1] - len(words), found[1])
        yield Offence(span, f"“{words}” {is_what}.", hint, source=chain.pack.source)
