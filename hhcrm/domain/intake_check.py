"""The check at intake: while the caller is on the phone, each thing answered, with what to do about a no.

It warns, it never blocks (product.md, section 4). Every answer is for one field of the form; no words say who a
patient is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from hhcrm.domain.capability import DisciplineAnswer, Said
from hhcrm.domain.days import say_day
from hhcrm.domain.diagnoses import questionable
from hhcrm.domain.identifiers import phone_digits
from hhcrm.domain.intake_dates import check_dates
from hhcrm.domain.intake_facts import AlikeReferral, Answer, DisciplineFacts, Intake, IntakeFacts, Item
from hhcrm.domain.referrals import OPEN_STAGES
from hhcrm.domain.text import name_key
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import CapacityState

_PHONE_DIGITS = 10
_URGENCY = list(Answer)


def check(intake: Intake, facts: IntakeFacts, now: datetime, zone: tzinfo) -> tuple[Item, ...]:
    """Everything that can be answered of what was typed so far, in the order of the form."""
    today = now.astimezone(zone).date()
    return (
        *_source(facts),
        *_people(facts),
        *_payer(facts, today),
        *_zip(facts),
        *(_discipline(one, today) for one in facts.disciplines),
        *_diagnosis(intake),
        *check_dates(intake, facts, now, zone),
        *_duplicates(intake, facts, today),
    )


def worst(items: Sequence[Item]) -> Answer | None:
    """The most urgent answer; None where there is none."""
    return max((item.answer for item in items), key=_URGENCY.index, default=None)


@dataclass(frozen=True, slots=True)
class SumLine:
    """All answers in one line: the most urgent, and which things it is about."""

    answer: Answer
    words: str


def sum_up(items: Sequence[Item]) -> SumLine | None:
    """All answers in one line; None where nothing was answered yet."""
    answer = worst(items)
    if answer is None:
        return None
    about = {each: ", ".join(dict.fromkeys(i.about for i in items if i.answer is each)) for each in Answer}
    parts = []
    if about[Answer.NO]:
        parts.append(translate("intake", "Not as it stands: {what}.").format(what=about[Answer.NO]))
    if about[Answer.LOOK]:
        parts.append(translate("intake", "Look at: {what}.").format(what=about[Answer.LOOK]))
    if not parts:
        parts.append(translate("intake", "Nothing against it so far."))
    if about[Answer.UNKNOWN]:
        parts.append(translate("intake", "Not known yet: {what}.").format(what=about[Answer.UNKNOWN]))
    return SumLine(answer, " ".join(parts))


# --- who sends it ---------------------------------------------------------------------------------------------------


def _source(facts: IntakeFacts) -> Iterator[Item]:
    if facts.archived_source:
        words = translate("intake", "{name} is archived.").format(name=facts.archived_source)
        todo = translate("intake", "Restore it, or choose the source that took its place.")
        yield Item("source_id", translate("intake", "source"), Answer.LOOK, words, todo)


def _people(facts: IntakeFacts) -> Iterator[Item]:
    for field, name in facts.left_people:
        about = translate("intake", "contact") if field == "contact_id" else translate("intake", "physician")
        words = translate("intake", "{name} has left.").format(name=name)
        yield Item(field, about, Answer.LOOK, words, translate("intake", "Ask who is to be told."))


# --- what the agency can take ---------------------------------------------------------------------------------------


def _payer(facts: IntakeFacts, today: date) -> Iterator[Item]:
    pair, about = facts.payer, translate("intake", "payer")
    if pair is None:
        return
    names = {"payer": pair.payer, "line": pair.line}
    if pair.retired:
        words = translate("intake", "{payer} was taken off the list of payers.").format(payer=pair.payer)
        yield Item("payer_id", about, Answer.LOOK, words, translate("intake", "Choose the one that took its place."))
        return
    match pair.answer.said:
        case Said.YES:
            words = translate("intake", "{payer} is accepted for {line}.").format(**names)
            yield Item("payer_id", about, Answer.YES, words)
        case Said.UNSAID:
            words = translate("intake", "Nobody has said whether {payer} is accepted for {line}.").format(**names)
            yield Item("payer_id", about, Answer.UNKNOWN, words, translate("intake", "Ask the clinical manager."))
        case Said.NO:
            words = translate("intake", "{payer} is not accepted for {line} since {day}.")
            since = say_day(pair.answer.since or today, today)
            yield Item(
                "payer_id", about, Answer.NO, words.format(**names, day=since), _instead(pair.answer.alternative)
            )


def _instead(alternative: str) -> str:
    if alternative:
        return translate("intake", "Who takes it: {alternative}.").format(alternative=alternative.rstrip("."))
    return translate("intake", "Ask whether there is another payer.")


def _zip(facts: IntakeFacts) -> Iterator[Item]:
    place, about = facts.zip, translate("intake", "ZIP")
    if place is None:
        return
    match place.said:
        case Said.YES:
            yield Item("zip", about, Answer.YES, translate("intake", "{zip} is served.").format(zip=place.zip))
        case Said.UNSAID:
            words = translate("intake", "Nobody has said which ZIP codes are served.")
            yield Item("zip", about, Answer.UNKNOWN, words, translate("intake", "Ask the clinical manager."))
        case Said.NO:
            words = translate("intake", "{zip} is not served.").format(zip=place.zip)
            if place.line:
                words = translate("intake", "{zip} is not served by {line}.").format(zip=place.zip, line=place.line)
            todo = translate("intake", "Ask the clinical manager, or name an agency that goes there.")
            if place.other_lines:
                todo = translate("intake", "Served by: {lines}.").format(lines=", ".join(place.other_lines))
            yield Item("zip", about, Answer.NO, words, todo)


def _discipline(facts: DisciplineFacts, today: date) -> Item:
    answer, word = facts.answer, facts.answer.word
    if word is None:
        words = translate("intake", "Nobody has said whether {discipline} has room.").format(discipline=facts.name)
        todo = translate("intake", "Ask the clinical manager.")
        return Item("disciplines", facts.name, Answer.UNKNOWN, words, todo)
    said = _state_words(facts.name, answer, today)
    if answer.lapsed:
        todo = translate("intake", "Still so? Ask the clinical manager.")
        return Item("disciplines", facts.name, Answer.LOOK, said, todo)
    if word.note:
        said = f"{said} ({word.note})"
    if word.state is CapacityState.CLOSED:
        todo = translate("intake", "Ask whether care can start later, or name an agency that has room.")
        return Item("disciplines", facts.name, Answer.NO, f"{said}.", todo)
    if word.state is CapacityState.LIMITED:
        todo = translate("intake", "Ask the clinical manager for a place.")
        return Item("disciplines", facts.name, Answer.LOOK, f"{said}.", todo)
    return Item("disciplines", facts.name, Answer.YES, f"{said}.")


def _state_words(name: str, answer: DisciplineAnswer, today: date) -> str:
    assert answer.word is not None
    until, state = answer.word.until_on, shown(answer.word.state)
    if until is None:
        return translate("intake", "{discipline} is {state}").format(discipline=name, state=state)
    day = say_day(until, today)
    if answer.lapsed:
        return translate("intake", "{discipline} was {state} until {day}.").format(
            discipline=name, state=state, day=day
        )
    return translate("intake", "{discipline} is {state} until {day}").format(discipline=name, state=state, day=day)


# --- the patient ----------------------------------------------------------------------------------------------------


def _diagnosis(intake: Intake) -> Iterator[Item]:
    about = translate("intake", "diagnosis")
    field = "diagnosis_code" if intake.diagnosis_code else "diagnosis"
    if said := questionable(intake.diagnosis_code, intake.diagnosis):
        words = translate("intake", "As a primary diagnosis often refused: {what}.").format(what=said)
        yield Item(field, about, Answer.LOOK, words, translate("intake", "Ask for the cause."))


def _duplicates(intake: Intake, facts: IntakeFacts, today: date) -> Iterator[Item]:
    about = translate("intake", "duplicate")
    for other in facts.alike:
        if other.referral_id == intake.referral_id or not same_patient(intake, other):
            continue
        words = translate("intake", "Perhaps the patient whom {source} sent on {day}: {stage}.")
        said = words.format(source=other.source, day=say_day(other.referral_on, today), stage=shown(other.stage))
        field = "patient_name" if intake.patient_name.strip() else "phone"
        yield Item(field, about, Answer.LOOK, said, _about_duplicate(intake, other), other.referral_id)


def _about_duplicate(intake: Intake, other: AlikeReferral) -> str:
    if other.stage not in OPEN_STAGES:
        return translate("intake", "Ask whether this is a new referral.")
    if other.source_id != intake.source_id:
        return translate("intake", "If so, both sources are to be told.")
    return translate("intake", "If so, go on with that one.")


def same_patient(intake: Intake, other: AlikeReferral) -> bool:
    """Whether two referrals may be of one patient: nothing speaks against it and enough for it.

    The same name, or the same telephone with the same birthday, or with no name on one side. Two birthdays that
    differ speak against it: husband and wife share a telephone, father and son a name. Names are compared whatever
    their capitals, accents, commas and order.
    """
    return likeness(intake)(other.patient_name, other.date_of_birth, other.phone)


def likeness(intake: Intake) -> Callable[[str, date | None, str], bool]:
    """`same_patient` for many: asks by name, birthday and telephone, quickly of those that are another's."""
    mine, born, digits = _name(intake.patient_name), intake.date_of_birth, phone_digits(intake.phone)
    longest, rings = max(mine, key=len, default=""), len(digits) >= _PHONE_DIGITS

    def holds(name: str, their_birth: date | None, phone: str) -> bool:
        if born is not None and their_birth is not None and born != their_birth:
            return False
        if mine and (longest in name.lower() or not _is_plain(name)) and mine == _name(name):
            return True
        if not rings or digits != phone_digits(phone):
            return False
        return (born is not None and born == their_birth) or not mine or not _name(name)

    return holds


def _is_plain(name: str) -> bool:
    """Whether the words of a name stand in it as they are compared, but for capitals."""
    return name.isascii() and name.replace(" ", "").isalnum()


def _name(text: str) -> tuple[str, ...]:
    """The words of a name in an order of their own: Ortiz, Maria is Maria Ortiz."""
    return tuple(sorted(name_key(text).split()))
