"""What could change at a source whose visits brought nothing: contact, message, frequency, or stop (product.md, 5)."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import Connection, select

from hhcrm.domain.settings import Rules
from hhcrm.domain.wording import translate
from hhcrm.domain.words import Ask, BuyingRole
from hhcrm.domain.worth import provider_rates
from hhcrm.queries.ground import CONTACT, KIND, MET, VISIT, c, counting_visit, k, v
from hhcrm.queries.worth_models import WorthLine
from hhcrm.queries.worth_words import basis_words, patients_words, visits_words


def what_could_change(connection: Connection, line: WorthLine, until: date, rules: Rules) -> tuple[str, ...]:
    """One sentence for each of the four, from the visits of the days that rethink looks back; none without visits."""
    since = until - timedelta(days=rules.rethink_days - 1)
    of_it = (
        v.source_id.in_((line.source_id, *line.others)), counting_visit(), v.visit_on >= since, v.visit_on <= until,
    )  # fmt: skip
    asks = connection.execute(select(v.ask).join_from(VISIT, KIND, v.kind_id == k.id).where(*of_it)).scalars().all()
    if not asks:
        return ()
    met = connection.execute(
        select(MET.c.contact_id, c.buying_role)
        .select_from(VISIT.join(KIND, v.kind_id == k.id).join(MET, MET.c.visit_id == v.id))
        .join(CONTACT, MET.c.contact_id == c.id)
        .where(*of_it)
        .distinct()
    ).all()
    asked = sum(ask is not None and ask != Ask.NOT_ASKED for ask in asks)
    decides = any(role == BuyingRole.DECISION_MAKER for _, role in met)
    return (
        _contact(len(asks), len(met), decides=decides),
        _message(len(asks), asked),
        translate("worth", "Frequency: {visits} in {days} days. Fewer would leave time for those to grow.").format(
            visits=visits_words(len(asks)), days=rules.rethink_days
        ),
        _stop(line, rules),
    )


def _contact(visits: int, met: int, *, decides: bool) -> str:
    said = visits_words(visits)
    if not met:
        return translate("worth", "Contact: {visits}, and nobody noted who was met. Find who decides.").format(
            visits=said
        )
    people = translate("worth", "1 person") if met == 1 else translate("worth", "{count} people").format(count=met)
    if decides:
        words = translate("worth", "Contact: {visits} with {people}, a decision maker among them. Try somebody else.")
    else:
        words = translate("worth", "Contact: {visits} with {people}, none known as a decision maker. Find who decides.")
    return words.format(visits=said, people=people)


def _message(visits: int, asked: int) -> str:
    if not asked:
        return translate("worth", "Message: referrals were never asked for. Ask once.")
    words = translate("worth", "Message: asked for referrals in {asked} of {visits}. Bring something else.")
    return words.format(asked=f"{asked:,}", visits=visits_words(visits))


def _stop(line: WorthLine, rules: Rules) -> str:
    if line.potential is None:
        return translate("worth", "Stop: nobody knows what they could send. Ask them first.")
    words = translate("worth", "Stop: they could send about {patients} a month ({basis}).")
    return words.format(patients=patients_words(line.potential), basis=basis_words(line, provider_rates(rules)))
