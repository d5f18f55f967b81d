"""Countries and regions: at the activity or at all its transactions, and their shares."""

from collections.abc import Iterator

from cooperation.diagnostics import Nature, Severity
from cooperation.iati.activity import Activity
from cooperation.iati.money import Transaction
from cooperation.iati.rules._setting import Around
from cooperation.iati.rules._shares import Share, alone, not_said, shares, sum_of
from cooperation.iati.rules._words import shown
from cooperation.iati.rules.sectors import DAC
from cooperation.rules import NOT_APPLICABLE, Fail, Outcome, Rule, rule

__all__ = ["RULES"]


def _has_place(node: Transaction) -> bool:
    return node.recipient_country is not None or node.recipient_region is not None


def _wholes(activity: Activity) -> Iterator[tuple[tuple[Share, ...], str]]:
    """What shares the money: the countries, with the regions of each vocabulary, and what to call them."""
    countries = shares(
        (("recipient_countries", i), country, f"country {shown(country.code)}")
        for i, country in enumerate(activity.recipient_countries)
    )
    if not activity.recipient_regions:
        yield countries, "countries"
        return
    kinds: dict[str, list[int]] = {}
    for i, region in enumerate(activity.recipient_regions):
        kinds.setdefault("1" if region.vocabulary in DAC else str(region.vocabulary), []).append(i)
    for vocabulary, held in kinds.items():
        regions = shares(
            (
                ("recipient_regions", i),
                activity.recipient_regions[i],
                f"region {shown(activity.recipient_regions[i].code)}",
            )
            for i in held
        )
        both = "countries and regions" if countries else "regions"
        yield (*countries, *regions), f"{both} of vocabulary {vocabulary}"


def _is_anywhere(activity: Activity) -> bool:
    return bool(activity.recipient_countries or activity.recipient_regions)


@rule("IAT140", catalogue="3.7.1", nature=Nature.OMISSION, severity=Severity.ERROR)
def no_country_or_region(activity: Activity, _around: Around) -> Iterator[Outcome]:
    """Neither an activity nor any of its transactions names a country or a region.

    Why: Nobody who looks for what is done in a country will find it.
    Fix: Add ``recipient-country`` or ``recipient-region`` to the activity, or to all its transactions;
        the region 998 stands for the developing countries as a whole.

    Example:
        <iati-activity>   <!-- without a country or region anywhere -->
    Source: IATI standard ruleset 2.03, rule 3.7.1, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    if not _is_anywhere(activity) and not any(map(_has_place, activity.transactions)):
        at = ("recipient_countries",)
        yield Fail("neither the activity nor a transaction of it names a country or a region", at=at)


@rule("IAT141", catalogue="3.7.2", nature=Nature.OMISSION, severity=Severity.ERROR)
def transaction_without_country(activity: Activity, _around: Around) -> Iterator[Outcome]:
    """Some transactions name a country or region and another names none, nor does the activity.

    Why: The money of that transaction goes nowhere, and the countries' sums come out too small.
    Fix: Name the country or region of every transaction, or of the activity instead.

    Example:
        <transaction> <recipient-country code="ZA"/> ... </transaction>
        <transaction> ... </transaction>   <!-- no country, no region -->
    Source: IATI standard ruleset 2.03, rule 3.7.2, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    if _is_anywhere(activity) or not any(map(_has_place, activity.transactions)):
        yield NOT_APPLICABLE
        return
    for i, transaction in enumerate(activity.transactions):
        if not _has_place(transaction):
            said = "the transaction names no country or region, though others of the activity do"
            yield Fail(said, at=("transactions", i))


@rule("IAT142", catalogue="3.6.2", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def countries_at_both_levels(activity: Activity, _around: Around) -> Iterator[Outcome]:
    """An activity names countries or regions, and its transactions name some of their own.

    Why: Money counted by the activity's shares and by the transactions' countries is counted twice, or in two ways.
    Fix: Keep the countries and regions of the activity, with shares, or those of all the transactions.

    Example:
        <recipient-country code="ZA"/>
        <transaction> <recipient-country code="ZA"/> ... </transaction>
    Source: IATI standard ruleset 2.03, rule 3.6.2, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    if not _is_anywhere(activity):
        yield NOT_APPLICABLE
        return
    having = [i for i, transaction in enumerate(activity.transactions) if _has_place(transaction)]
    if having:
        first = activity.transactions[having[0]]
        name = "recipient_region" if first.recipient_country is None else "recipient_country"
        many = "a transaction of it does" if len(having) == 1 else f"{len(having)} transactions of it do"
        said = f"the activity names countries or regions, and {many}, too"
        yield Fail(said, at=("transactions", having[0], name))


@rule("IAT143", catalogue=("3.1.1", "3.4.1"), nature=Nature.OMISSION, severity=Severity.ERROR)
def country_without_share(activity: Activity, _around: Around) -> Iterator[Outcome]:
    """One of several countries and regions has no percentage.

    Why: How much of the money goes to each cannot be told.
    Fix: Say the ``percentage`` of each, so that they add up to 100.

    Example:
        <recipient-country code="ZA" percentage="60"/>
        <recipient-country code="NA"/>
    Source: IATI standard ruleset 2.03, rules 3.1.1 and 3.4.1,
        https://github.com/IATI/IATI-Rulesets (rulesets/standard.json);
        a region that says no vocabulary is of the first
    """
    if not _is_anywhere(activity):
        yield NOT_APPLICABLE
    told: set[object] = set()
    for whole, called in _wholes(activity):
        for fail in not_said(whole, called):
            at = getattr(fail, "at", None)
            if at not in told:
                told.add(at)
                yield fail


@rule("IAT144", catalogue=("3.1.2", "3.4.2"), nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def country_shares_not_a_hundred(activity: Activity, _around: Around) -> Iterator[Outcome]:
    """The percentages of the countries and regions do not add up to 100.

    Why: Sums by country come out larger or smaller than what was spent.
    Fix: Correct the percentages, so that the countries and the regions of each vocabulary add up to 100 exactly.

    Example:
        <recipient-country code="ZA" percentage="60"/>
        <recipient-country code="NA" percentage="30"/>
    Source: IATI standard ruleset 2.03, rules 3.1.2 and 3.4.2,
        https://github.com/IATI/IATI-Rulesets (rulesets/standard.json);
        a region that says no vocabulary is of the first
    """
    if not _is_anywhere(activity):
        yield NOT_APPLICABLE
    for whole, called in _wholes(activity):
        yield from sum_of(whole, called)


@rule("IAT145", catalogue=("3.1.4", "3.4.4"), nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def only_country_not_a_hundred(activity: Activity, _around: Around) -> Iterator[Outcome]:
    """The only country or region has a percentage that is not 100.

    Why: The rest of the money would go nowhere that is named.
    Fix: Leave the ``percentage`` out, or write 100.

    Example:
        <recipient-country code="ZA" percentage="60"/>
    Source: IATI standard ruleset 2.03, rules 3.1.4 and 3.4.4,
        https://github.com/IATI/IATI-Rulesets (rulesets/standard.json);
        a region that says no vocabulary is of the first
    """
    if not _is_anywhere(activity):
        yield NOT_APPLICABLE
    for whole, called in _wholes(activity):
        yield from alone(whole, called)


RULES: tuple[Rule, ...] = (
    no_country_or_region,
    transaction_without_country,
    countries_at_both_levels,
    country_without_share,
    country_shares_not_a_hundred,
    only_country_not_a_hundred,
)
