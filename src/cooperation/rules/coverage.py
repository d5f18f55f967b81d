"""IND: whether every objective has an indicator, and who gathers its values how and how often."""

from collections.abc import Iterator

from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.model import Indicator, Level, Objective
from cooperation.rules._context import Context
from cooperation.rules._dated import no_date
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule
from cooperation.rules._words import called, is_blank
from cooperation.rules.profiles._kinds_results import IMPACT_INDICATOR

__all__ = ["RULES"]


@rule("IND001", catalogue="I01", nature=Nature.OMISSION, severity=Severity.ERROR)
def objective_without_indicator(objective: Objective, context: Context) -> Iterator[Outcome]:
    """An objective has no indicator.

    Why: Without something to look at, nobody can say whether it was reached.
        Many donors do not ask for one at the level of impact, where it is only pointed out.
    Fix: Add an indicator that would show a stranger that the objective is reached.

    Example:
        objectives:
          - {id: water, level: outcome, statement: Clean water is drunk}
    Source: iati-xsd, https://github.com/IATI/IATI-Schemas (iati-activities-schema.xsd);
        tips6, https://docplayer.net/amp/16345261-Tips-selecting-performance-indicators-about-tips.html;
        rsr, https://github.com/akvo/akvo-rsr (akvo/iati/checks/fields/results.py)
    """
    if objective.indicators:
        return
    held_elsewhere = "IND002" in context.profile.asks and context.limits(IMPACT_INDICATOR)
    if objective.level is None:
        yield Unknown(Missing(("level",), "the level of the objective"))
    elif objective.level is Level.IMPACT and held_elsewhere:
        # The donor says what it wants of an impact, and IND002 holds it to that.
        yield NOT_APPLICABLE
    else:
        severity = Severity.INFO if objective.level is Level.IMPACT else None
        yield Fail(f"{called(objective)} has no indicator", severity=severity)


@rule("IND002", catalogue="I02", nature=Nature.OMISSION, severity=Severity.ERROR, by_profile=True)
def impact_indicator_missing_or_unwanted(objective: Objective, context: Context) -> Iterator[Outcome]:
    """An impact has no indicator where the donor asks for one, or has one where the donor wants none.

    Why: Donors disagree. Some want to see the wider change measured; others hold that no project can answer for it,
        and then a number beside it only misleads.
    Fix: Add an indicator to the impact, or move the one it has to the outcome, as the donor wants it.

    Example:
        objectives:
          - {id: health, level: impact, statement: People are healthier}
    Source: iati-xsd, https://github.com/IATI/IATI-Schemas (iati-activities-schema.xsd);
        eu-annexc, https://www.scribd.com/document/324107308/Annex-C-Logical-Framework;
        DFID's template, https://github.com/arqaamio/LogframeLab-server (src/main/resources/DFID_Template.xlsx);
        gac-pmf, https://international.gc.ca/world-monde/funding-financement/rbm-gar/tip_sheet_2_1-fiche_conseil_2_1.aspx?lang=eng;
        adb-tips, http://www.ovicia.com/2022/01/box-7-tips-for-performance-indicators.html
    """
    if objective.level not in (None, Level.IMPACT):
        yield NOT_APPLICABLE
        return
    wanted = set(context.limits(IMPACT_INDICATOR))
    if not wanted:
        yield NOT_APPLICABLE
    elif objective.level is None:
        yield Unknown(Missing(("level",), "the level of the objective"))
    elif len(wanted) > 1:
        yield no_date(context)
    elif True in wanted and not objective.indicators:
        yield Fail(f"{called(objective)} has no indicator, and this donor asks for one", at=("indicators",))
    elif False in wanted and objective.indicators:
        yield Fail(f"{called(objective)} has an indicator, and this donor wants none", at=("indicators",))


@rule("IND021", nature=Nature.OMISSION, severity=Severity.WARNING, by_profile=True)
def gathering_not_said(indicator: Indicator, _context: Context) -> Iterator[Outcome]:
    """An indicator does not say how its values are gathered, how often, or by whom.

    Why: What is nobody's task is not done, and numbers gathered in two ways cannot be compared.
    Fix: Give the method, the frequency, and the organisation that is responsible.

    Example:
        indicators:
          - {id: families, statement: Families with a tap, verification: [the water board's register]}
    Source: gac-guide, https://international.gc.ca/world-monde/funding-financement/results_based_management-gestion_axee_resultats-guide.aspx?lang=eng
        (step 4 c);
        eu-annexc, https://www.scribd.com/document/324107308/Annex-C-Logical-Framework
    """
    given = {
        "method": not is_blank(indicator.method),
        "frequency": indicator.frequency is not None,
        "responsible": indicator.responsible is not None,
    }
    lacking = [name for name, is_given in given.items() if not is_given]
    if lacking:
        told = " and ".join("nobody responsible" if name == "responsible" else f"no {name}" for name in lacking)
        yield Fail(f"indicator {indicator.id!r} has {told} for gathering its values", at=(lacking[0],))


RULES: tuple[Rule, ...] = (objective_without_indicator, impact_indicator_missing_or_unwanted, gathering_not_said)
