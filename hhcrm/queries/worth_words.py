"""The worth board in words: what a potential rests on, why a source is called out, what could change."""

from __future__ import annotations

from collections.abc import Mapping

from hhcrm.domain.rule_facts import say_value
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import PotentialBasis
from hhcrm.domain.worth_board import Misjudged
from hhcrm.queries.worth_models import WorthLine

_TIMES = " \u00d7 "
_NEAR = 0.051
"""Figures are kept to a tenth: a product this near to one is what it was made of."""


def basis_words(line: WorthLine, rates: Mapping[str, float]) -> str:
    """What a potential rests on, with the numbers it was made of where they give it; `rates` by kind of provider."""
    if line.bases:
        parts = ", ".join(f"{count:,} {_of_part(basis)}" for basis, count in line.bases)
        return translate("worth", "the sum of its parts: {parts}").format(parts=parts)
    words = _own_basis(line, rates)
    if line.parts and line.potential is not None:
        return translate("worth", "{basis}; holds its parts").format(basis=words)
    return words


def _of_part(basis: PotentialBasis) -> str:
    return translate("worth", "our guess") if basis is PotentialBasis.UNKNOWN else shown(basis)


def _own_basis(line: WorthLine, rates: Mapping[str, float]) -> str:
    if line.potential is None:
        return translate("worth", "not known: no source of its type has a potential")
    match line.basis:
        case PotentialBasis.TOLD_US:
            return translate("worth", "told us")
        case PotentialBasis.COUNTED:
            return _with(translate("worth", "counted"), _counted(line, rates))
        case PotentialBasis.PUBLIC_DATA:
            return _with(translate("worth", "public data"), _public(line))
        case _ if line.stored:
            return translate("worth", "noted without saying from what")
        case _:
            return translate("worth", "our guess: the median of its type, {type}").format(type=line.type)


def _with(basis: str, made_of: str) -> str:
    return f"{basis}: {made_of}" if made_of else basis


def _counted(line: WorthLine, rates: Mapping[str, float]) -> str:
    """By kind where they were counted by kind, else together."""
    if line.kinds and all(kind in rates for kind, _ in line.kinds):
        total = sum(count * rates[kind] for kind, count in line.kinds)
        if _gives(line, total):
            return " + ".join(f"{count:,} {shown(kind)}{_TIMES}{say_value(rates[kind])}" for kind, count in line.kinds)
    if not line.providers:
        return ""
    words = providers_words(line.providers)
    if line.provider_rate is not None and _gives(line, line.providers * line.provider_rate):
        return f"{words}{_TIMES}{say_value(line.provider_rate)}"
    return "" if line.parts else words  # with parts they may be theirs, which the figure is not of


def _public(line: WorthLine) -> str:
    size = line.beds or line.residents
    if not size:
        return ""
    words = beds_words(line.beds) if line.beds else residents_words(size)
    if line.bed_rate is not None and _gives(line, size * line.bed_rate):
        return f"{words}{_TIMES}{say_value(line.bed_rate)}"
    return words


def _gives(line: WorthLine, figure: float) -> bool:
    return line.potential is not None and abs(line.potential - figure) < _NEAR


def providers_words(count: int) -> str:
    """1 provider, 6 providers."""
    words = translate("worth", "{count} provider") if count == 1 else translate("worth", "{count} providers")
    return words.format(count=f"{count:,}")


def beds_words(count: int) -> str:
    """1 bed, 120 beds."""
    words = translate("worth", "{count} bed") if count == 1 else translate("worth", "{count} beds")
    return words.format(count=f"{count:,}")


def residents_words(count: float) -> str:
    """1 resident, 80 residents."""
    words = translate("worth", "{count} resident") if count == 1 else translate("worth", "{count} residents")
    return words.format(count=say_value(count))


def visits_words(count: int) -> str:
    """1 visit, 12 visits."""
    words = translate("worth", "{count} visit") if count == 1 else translate("worth", "{count} visits")
    return words.format(count=f"{count:,}")


def patients_words(per_month: float) -> str:
    """About how many patients a month: 1 patient, 2.5 patients."""
    rounded = round(per_month, 1)
    words = translate("worth", "{count} patient") if rounded == 1 else translate("worth", "{count} patients")
    return words.format(count=f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.1f}")


def why_called_out(line: WorthLine) -> str:
    """Why a source is called out, in one sentence; nothing for one that is not."""
    visits = visits_words(line.visits_year)
    if line.misjudged is Misjudged.FAVOURITE:
        if line.potential is None or line.is_guess:
            words = translate("worth", "{visits} in 12 months to {providers}.")
            return words.format(visits=visits, providers=providers_words(line.providers or 0))
        who = providers_words(line.providers) if line.providers else translate("worth", "a source")
        words = translate("worth", "{visits} in 12 months to {who} that could send about {patients} a month.")
        return words.format(visits=visits, who=who, patients=patients_words(line.potential))
    if line.misjudged is Misjudged.QUIET:
        providers = providers_words(line.providers or 0)
        if line.potential is None or line.is_guess:  # a guess of its type is not why
            return translate("worth", "{providers}, but only {visits} in 12 months.").format(
                providers=providers, visits=visits
            )
        words = translate("worth", "{providers} could send about {patients} a month; {visits} in 12 months.")
        return words.format(providers=providers, patients=patients_words(line.potential), visits=visits)
    return ""
