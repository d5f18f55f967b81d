"""The pages of what the measures refuse: what must not be added, and why."""

from collections.abc import Mapping
from types import MappingProxyType

from cooperation.diagnostics.diagnostic import Nature, Severity
from cooperation.diagnostics.page import Page

__all__ = ["REFUSALS"]

_ALL = (
    Page(
        code="IND016",
        name="percentages-summed-or-averaged",
        title="Percentages would be added or averaged without their wholes.",
        why=(
            "20 per cent of 10 and 60 per cent of 1,000 are neither 80 nor 40 per cent of anything. Only what they are"
            " shares of can say what they make together."
        ),
        fix=(
            "Write the values as ratios, such as 12/40, and roll them up as a ratio: numerators and denominators are"
            " then added, each for itself. Without them only the maximum or the latest value can be told."
        ),
        example=(
            "indicators:\n"
            "  - id: fossil-share\n"
            "    measure: percentage\n"
            "    over_parts: average\n"
            "    actuals: [{value: 20, place: vaxjo-city, date: 2020}, {value: 60, place: potchefstroom, date: 2020}]"
        ),
        source="rsr-2446, https://github.com/akvo/akvo-rsr/issues/2446",
        severity=Severity.ERROR,
        nature=Nature.CONTRADICTION,
        catalogue=("I16",),
    ),
    Page(
        code="IND017",
        name="same-people-added-twice",
        title="The same people would be counted twice.",
        why=(
            "Whoever comes to the course in March and again in June is one person and not two. Totals of groups,"
            " periods or indicators that overlap, or of direct and indirect reach, are larger than anybody can prove."
        ),
        fix=(
            "Say that nobody is counted twice (``unique: true`` at the indicator, ``disjoint: true`` at the"
            " dimension), or report the greatest group and not the sum. Report direct and indirect reach apart."
        ),
        example=(
            "indicators:\n"
            "  - id: trained\n"
            "    unit_kind: person\n"
            "    over_time: incremental\n"
            "    actuals: [{value: 30, period: 2019}, {value: 20, period: 2020}]"
        ),
        source=(
            "count1, http://learning.portal365.org/en/articles/3173808-single-and-double-count-indicators-and-the-"
            "beneficiary-calculating-model; indikit,"
            " https://tearfund.indikit.net/indicator/3705-number-of-beneficiaries"
        ),
        severity=Severity.WARNING,
        nature=Nature.CONTRADICTION,
        catalogue=("I17",),
    ),
    Page(
        code="IND018",
        name="unlike-units-added",
        title="Households and persons, or other unlike units, would be added.",
        why="40 families and 100 pupils are 140 of nothing.",
        fix=(
            "Report them apart; or state how many persons a household has and convert first, with"
            " ``Quantity.times`` in a program, so that the factor is seen."
        ),
        example=(
            "indicators:\n"
            "  - {id: families, statement: Families supported, unit_kind: household, actuals: [{value: 40}]}\n"
            "  - {id: pupils, statement: Pupils taught, unit_kind: person, actuals: [{value: 100}]}"
        ),
        source=(
            "indikit, https://tearfund.indikit.net/indicator/682-meeting-basic-needs/"
            "3767-actual-number-of-direct-beneficiaries"
        ),
        severity=Severity.ERROR,
        nature=Nature.CONTRADICTION,
        catalogue=("I18",),
    ),
)

REFUSALS: Mapping[str, Page] = MappingProxyType({page.code: page for page in _ALL})
"""The pages of what is refused when values are rolled up, by their codes.

Other refusals bear the code of the rule that finds the same fault in a document, such as ``MON011`` for unlike
currencies, ``TGT009`` for a target that equals its baseline and ``IND013`` where nobody said whether periods add up."""
