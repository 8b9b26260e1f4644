"""Sentences about two relational claims, in each language that the reports speak."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.compare.rules.relations_protocol import Pairing
from factcheck.model import RelationalClaim, Verdict
from factcheck.tables.catalogue import in_each_language
from factcheck.tables.predicates import predicate_rows

_AND = in_each_language("relation_and")
_BOTH = in_each_language("relation_unnamed")


def parties(claim: RelationalClaim, language: str) -> str:
    """Return "Microsoft und OpenAI", or the one that is named."""
    named = [entity.name for entity in (claim.subject, claim.object) if entity is not None]
    return f" {_AND[language]} ".join(dict.fromkeys(named)) or _BOTH[language]


def label(claim: RelationalClaim, language: str) -> str:
    """Return the family's name in a language."""
    return predicate_rows()[claim.predicate].label.get(language, claim.predicate)


def worded(
    templates: Mapping[str, str], pairing: Pairing, **more: Mapping[str, str]
) -> dict[str, str]:
    """Fill a template per language; {parties}, {label} and {other} are always known.

    `more` holds further words by language.
    """
    earlier, later = pairing.claims
    return {
        language: template.format(
            parties=parties(earlier, language),
            label=label(earlier, language),
            other=label(later, language),
            **{name: words[language] for name, words in more.items()},
        )
        for language, template in templates.items()
    }


UPDATE = in_each_language("relation_update")


def by_verdict(
    verdict: Verdict,
    templates: Mapping[str, str],
    pairing: Pairing,
    **more: Mapping[str, str],
) -> dict[str, str]:
    """Return the rule's sentence, or the one for an update; `more` as in `worded`."""
    return worded(UPDATE if verdict is Verdict.UPDATE else templates, pairing, **more)
