"""What the forms of goals ask for, and how what was typed is read. Without Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.goals import GoalSpan, first_day, period_before
from hhcrm.domain.measures import Better, By, Definition, MeasureUnit
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import Comparison
from hhcrm.queries.goal_models import GoalItem, GoalProposal
from hhcrm.queries.goal_words import NOTHING, amount, figure_words, pace_words, period_words, whose_words
from hhcrm.queries.read_models import Choices
from hhcrm.queries.settings_models import TeamLine
from hhcrm.services.goal_commands import SetGoal
from hhcrm.ui.shared.forms.blank import Blank, Texts

Pairs = tuple[tuple[str, str], ...]

AGENCY = ""
_PERSON, _TEAM = "user", "team"


@dataclass(frozen=True, slots=True)
class GoalChoices:
    """What a form of a goal lets one choose from."""

    definitions: tuple[Definition, ...]
    users: Pairs
    teams: Pairs

    def definition(self, measure: str) -> Definition | None:
        """What a measure means; None where none is chosen."""
        return next((each for each in self.definitions if each.key == measure), None)


def goal_choices(definitions: Sequence[Definition], choices: Choices, teams: Sequence[TeamLine]) -> GoalChoices:
    """The measures that exist, and whose a goal can be."""
    return GoalChoices(
        tuple(definitions),
        tuple((f"{_PERSON}|{each.id}", each.name) for each in choices.users),
        tuple((f"{_TEAM}|{each.id}", each.name) for each in teams),
    )


def goal_blanks(choices: GoalChoices, today: date, item: GoalItem | None = None) -> tuple[Blank, ...]:
    """The form of a goal; of one that is there also with its own period and its people, who may have left."""
    measures = tuple((str(each.key), each.title) for each in choices.definitions)
    people: Pairs = ((AGENCY, translate("goals", "Agency")), *choices.teams, *choices.users)
    periods = tuple(_periods(today))
    if item is not None:
        people = _with(people, _whose(item), whose_words(item))
        periods = _with(periods, _period(item.span, item.from_on), period_words(item.span, item.from_on))
    sides = tuple((str(each), shown(str(each))) for each in Comparison)
    return (
        Blank("measure", translate("goals", "What is measured"), "choice", measures, required=True),
        Blank("whose", translate("goals", "Whose goal"), "choice", people),
        Blank("comparison", translate("goals", "Reached with"), "choice", sides),
        Blank("target", translate("goals", "Target"), required=True),
        Blank("period", translate("goals", "Period"), "choice", periods, wide=True),
    )


def new_texts(choices: GoalChoices, today: date) -> dict[str, str]:
    """A new goal as its form begins: the agency's, this quarter."""
    first = choices.definitions[0] if choices.definitions else None
    return {
        "measure": "" if first is None else str(first.key),
        "whose": AGENCY,
        "comparison": side_of(first),
        "target": "",
        "period": _period(GoalSpan.QUARTER, first_day(GoalSpan.QUARTER, today)),
    }


def goal_texts(item: GoalItem, definition: Definition) -> dict[str, str]:
    """A goal as its form shows it."""
    return {
        "measure": str(item.measure),
        "whose": _whose(item),
        "comparison": str(item.comparison),
        "target": target_text(item.target, definition.unit),
        "period": _period(item.span, item.from_on),
    }


def side_of(definition: Definition | None) -> str:
    """On which side of its target a measure is usually good."""
    fewer = definition is not None and definition.better is Better.FEWER
    return str(Comparison.AT_MOST if fewer else Comparison.AT_LEAST)


def unit_hint(definition: Definition | None) -> str:
    """In what the target is typed."""
    if definition is None:
        return ""
    return {
        MeasureUnit.SHARE: translate("goals", "In per cent, such as 75"),
        MeasureUnit.HOURS: translate("goals", "In hours, such as 48"),
        MeasureUnit.MINUTES: translate("goals", "In minutes"),
        MeasureUnit.MILES: translate("goals", "In miles"),
        MeasureUnit.DOLLARS: translate("goals", "In dollars"),
        MeasureUnit.COUNT: translate("goals", "A number for the whole period, such as 40"),
    }.get(definition.unit, translate("goals", "A number, such as 2.5"))


def target_text(target: float, unit: MeasureUnit) -> str:
    """A target as it is typed."""
    return f"{round(target * 100, 6) if unit is MeasureUnit.SHARE else target:.10g}"


def goal_values(texts: Texts, choices: GoalChoices) -> dict[str, object]:
    """What was typed as columns of a goal. Raises RuleBroken naming the field."""
    definition = choices.definition(texts["measure"])
    if definition is None:
        raise RuleBroken(translate("goals", "Choose what is measured."), "measure")
    kind, _, key = texts["whose"].partition("|")
    asked = {_PERSON: By.LIAISON, _TEAM: By.TEAM}.get(kind)
    if asked is not None and asked not in definition.by:
        words = translate("goals", "{measure} is known of the whole agency only.")
        raise RuleBroken(words.format(measure=definition.title), "whose")
    span, _, begins = texts["period"].partition("|")
    return {
        "measure": definition.key,
        "user_id": int(key) if kind == _PERSON else None,
        "team_id": int(key) if kind == _TEAM else None,
        "comparison": Comparison(texts["comparison"]),
        "target": read_target(texts["target"], definition.unit, "target"),
        "span": GoalSpan(span),
        "from_on": date.fromisoformat(begins),
    }


def read_target(text: str, unit: MeasureUnit, field: str) -> float:
    """A target as it was typed, in the measure's unit. Raises RuleBroken naming the field."""
    typed = text.replace("%", "").replace("$", "").replace(",", "").strip()
    try:
        value = float(typed)
    except ValueError as fault:
        raise RuleBroken(translate("goals", "Say the target as a number."), field) from fault
    return value / 100 if unit is MeasureUnit.SHARE else value


# --- the goals of a new period ---------------------------------------------------------------------------------------


def proposal_blanks(proposals: Sequence[GoalProposal]) -> tuple[Blank, ...]:
    """A field for each goal that could go on, with the last figures below it."""
    return tuple(Blank(_field(each), proposal_title(each), hint=proposal_hint(each), wide=True) for each in proposals)


def proposal_texts(proposals: Sequence[GoalProposal]) -> dict[str, str]:
    """The proposed targets."""
    return {_field(each): target_text(each.target, each.last.definition.unit) for each in proposals}


def proposal_title(each: GoalProposal) -> str:
    """Visits, Dana Whitfield, December 2026: at least."""
    goal = each.last.goal
    words = translate("goals", "{measure}, {whose}, {period}: {side}")
    return words.format(
        measure=each.last.definition.title,
        whose=whose_words(goal),
        period=period_words(goal.span, each.from_on),
        side=shown(str(goal.comparison)),
    )


def proposal_hint(each: GoalProposal) -> str:
    """Last period: 38 of 40, missed. A year before: 35."""
    year_ago = each.year_ago.value if each.year_ago.cases else None
    words = translate("goals", "{period}: {figure}, {came}. A year before: {year_ago}.")
    return words.format(
        period=period_words(each.last.goal.span, each.last.goal.from_on),
        figure=figure_words(each.last),
        came=pace_words(each.last),
        year_ago=NOTHING if year_ago is None else amount(year_ago, each.last.definition.unit),
    )


def accepted(texts: Texts, proposals: Sequence[GoalProposal]) -> tuple[SetGoal, ...]:
    """The goals that are set: a target left empty sets none. Raises RuleBroken naming the field."""
    found = []
    for each in proposals:
        text = texts[_field(each)].strip()
        if text:
            found.append(SetGoal(_next(each, read_target(text, each.last.definition.unit, _field(each)))))
    return tuple(found)


def _next(each: GoalProposal, target: float) -> Mapping[str, object]:
    goal = each.last.goal
    return {
        "measure": goal.measure, "user_id": goal.user_id, "team_id": goal.team_id, "comparison": goal.comparison,
        "span": goal.span, "from_on": each.from_on, "target": target,
    }  # fmt: skip


def _field(each: GoalProposal) -> str:
    return f"goal_{each.last.goal.goal_id}"


# --- choices ---------------------------------------------------------------------------------------------------------


def _periods(today: date) -> Iterator[tuple[str, str]]:
    """This month, quarter and year, and the next ones."""
    for span in GoalSpan:
        present = first_day(span, today)
        for begins in (present, period_before(span, present, -1)):
            yield _period(span, begins), period_words(span, begins)


def _period(span: GoalSpan, from_on: date) -> str:
    return f"{span}|{from_on.isoformat()}"


def _whose(item: GoalItem) -> str:
    if item.user_id is not None:
        return f"{_PERSON}|{item.user_id}"
    return AGENCY if item.team_id is None else f"{_TEAM}|{item.team_id}"


def _with(rows: Pairs, value: str, name: str) -> Pairs:
    return rows if any(each == value for each, _ in rows) else (*rows, (value, name))
