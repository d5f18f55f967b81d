"""Sectors: at the activity or at all its transactions, by vocabulary, and their shares."""

from collections.abc import Iterator

from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.iati.activity import Activity
from cooperation.iati.places import ShareOfCountry, ShareOfRegion
from cooperation.iati.rules._setting import Around
from cooperation.iati.rules._shares import Share, alone, not_said, shares, sum_of, unreadable
from cooperation.iati.rules._words import shown
from cooperation.iati.sectors import BudgetItem, ShareOfSector
from cooperation.rules import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule

__all__ = ["DAC", "OWN", "RULES"]

DAC = (None, "", "1")
"""How the vocabulary of the OECD-DAC is said: by its number, or by nothing at all."""
OWN = ("98", "99")
"""The vocabularies of the publisher's own codes."""

_MOST = 100


_OF_THE_DAC = "sectors of vocabulary 1"


def _by_vocabulary(activity: Activity) -> Iterator[tuple[tuple[Share, ...], str]]:
    """The sectors of each vocabulary, and what to call them."""
    kinds: dict[str, list[int]] = {}
    for i, sector in enumerate(activity.sectors):
        kinds.setdefault("1" if sector.vocabulary in DAC else str(sector.vocabulary), []).append(i)
    for vocabulary, held in kinds.items():
        parts = ((("sectors", i), activity.sectors[i], f"sector {shown(activity.sectors[i].code)}") for i in held)
        yield shares(parts), f"sectors of vocabulary {vocabulary}"


@rule("IAT120", catalogue="6.2.2", nature=Nature.OMISSION, severity=Severity.ERROR)
def no_sector(activity: Activity, _around: Around) -> Iterator[Outcome]:
    """Neither an activity nor any of its transactions has a sector.

    Why: Nobody who looks for work on water, schools or energy will find it.
    Fix: Add ``sector`` to the activity, or to all its transactions.

    Example:
        <iati-activity>   <!-- without a sector anywhere -->
    Source: IATI standard ruleset 2.03, rule 6.2.2, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    if not activity.sectors and not any(transaction.sectors for transaction in activity.transactions):
        yield Fail("neither the activity nor a transaction of it has a sector", at=("sectors",))


@rule("IAT121", catalogue="6.7.2", nature=Nature.OMISSION, severity=Severity.ERROR)
def transaction_without_sector(activity: Activity, _around: Around) -> Iterator[Outcome]:
    """Some transactions have a sector and another has none, nor has the activity.

    Why: The money of that transaction belongs to no sector, and the sectors' sums come out too small.
    Fix: Add ``sector`` to every transaction, or to the activity instead.

    Example:
        <transaction> <sector code="23110"/> ... </transaction>
        <transaction> ... </transaction>   <!-- no sector -->
    Source: IATI standard ruleset 2.03, rule 6.7.2, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    if activity.sectors or not any(transaction.sectors for transaction in activity.transactions):
        yield NOT_APPLICABLE
        return
    for i, transaction in enumerate(activity.transactions):
        if not transaction.sectors:
            yield Fail("the transaction has no sector, though others of the activity have", at=("transactions", i))


@rule("IAT122", catalogue="6.6.2", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def sectors_at_both_levels(activity: Activity, _around: Around) -> Iterator[Outcome]:
    """An activity has sectors, and its transactions have sectors of their own.

    Why: Money counted by the activity's shares and by the transactions' sectors is counted twice, or in two ways.
    Fix: Keep the sectors of the activity, with shares, or those of all the transactions.

    Example:
        <sector code="23110" percentage="100"/>
        <transaction> <sector code="23110"/> ... </transaction>
    Source: IATI standard ruleset 2.03, rule 6.6.2, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    if not activity.sectors:
        yield NOT_APPLICABLE
        return
    having = [i for i, transaction in enumerate(activity.transactions) if transaction.sectors]
    if having:
        many = "a transaction of it has" if len(having) == 1 else f"{len(having)} transactions of it have"
        yield Fail(f"the activity has sectors, and {many} sectors, too", at=("transactions", having[0], "sectors", 0))


@rule("IAT123", catalogue="2.1.1", nature=Nature.OMISSION, severity=Severity.ERROR)
def sector_without_share(activity: Activity, _around: Around) -> Iterator[Outcome]:
    """One of several sectors of a vocabulary has no percentage.

    Why: How much of the money goes into each cannot be told.
    Fix: Say the ``percentage`` of each, so that they add up to 100 in each vocabulary.

    Example:
        <sector vocabulary="1" code="23110" percentage="60"/>
        <sector vocabulary="1" code="23210"/>
    Source: IATI standard ruleset 2.03, rule 2.1.1, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    if not activity.sectors:
        yield NOT_APPLICABLE
    for whole, called in _by_vocabulary(activity):
        yield from not_said(whole, called)


@rule("IAT124", catalogue="2.1.2", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def sector_shares_not_a_hundred(activity: Activity, _around: Around) -> Iterator[Outcome]:
    """The percentages of the sectors of a vocabulary do not add up to 100.

    Why: Sums by sector come out larger or smaller than what was spent.
    Fix: Correct the percentages, so that they add up to 100 exactly in each vocabulary.

    Example:
        <sector vocabulary="1" code="23110" percentage="60"/>
        <sector vocabulary="1" code="23210" percentage="30"/>
    Source: IATI standard ruleset 2.03, rule 2.1.2, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json);
        its message speaks of every vocabulary and its condition as written reaches only that of the DAC,
        so that in another vocabulary this is a warning
    """
    if not activity.sectors:
        yield NOT_APPLICABLE
    for whole, called in _by_vocabulary(activity):
        yield from sum_of(whole, called, None if called == _OF_THE_DAC else Severity.WARNING)


@rule("IAT125", catalogue="2.1.4", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def only_sector_not_a_hundred(activity: Activity, _around: Around) -> Iterator[Outcome]:
    """The only sector of a vocabulary has a percentage that is not 100.

    Why: The rest of the money would be for nothing that is named.
    Fix: Leave the ``percentage`` out, or write 100.

    Example:
        <sector vocabulary="1" code="23110" percentage="60"/>
    Source: IATI standard ruleset 2.03, rule 2.1.4, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    if not activity.sectors:
        yield NOT_APPLICABLE
    for whole, called in _by_vocabulary(activity):
        yield from alone(whole, called)


@rule("IAT126", catalogue="2.2.1", nature=Nature.OMISSION, severity=Severity.ERROR)
def own_sector_not_explained(sector: ShareOfSector, _around: Around) -> Iterator[Outcome]:
    """A sector of the publisher's own vocabulary has no narrative.

    Why: Nobody else knows what the code means.
    Fix: Say in a ``narrative`` what it means.

    Example:
        <sector vocabulary="99" code="ENERGY-PLANS"/>
    Source: IATI standard ruleset 2.03, rule 2.2.1, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json);
        asked of every such sector by itself
    """
    if sector.vocabulary not in OWN:
        yield NOT_APPLICABLE
    elif not sector.narratives:
        yield Fail(
            f"sector {shown(sector.code)} of the publisher's own vocabulary {sector.vocabulary} has no narrative"
        )


@rule("IAT127", catalogue="102.1.1", nature=Nature.WEAKNESS, severity=Severity.WARNING)
def no_sector_of_the_dac(activity: Activity, _around: Around) -> Iterator[Outcome]:
    """An activity has sectors, and none of the OECD-DAC's purposes among them.

    Why: The DAC's list is the one that all publishers have in common, so that only by it can work be compared.
    Fix: Add the nearest purpose of five digits, with the vocabulary 1.

    Example:
        <sector vocabulary="99" code="ENERGY-PLANS"><narrative>Energy plans</narrative></sector>
    Source: IATI standard ruleset 2.03, rule 102.1.1, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    if not activity.sectors:
        yield NOT_APPLICABLE
    elif not any(sector.vocabulary in DAC for sector in activity.sectors):
        used = ", ".join(dict.fromkeys(str(sector.vocabulary) for sector in activity.sectors))
        yield Fail(f"the sectors are of vocabulary {used}, and none is of the DAC's purposes (1)", at=("sectors", 0))


@rule("IAT128", catalogue=("12.1.1", "12.2.1", "12.3.1"), nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def share_out_of_range(
    part: ShareOfSector | ShareOfCountry | ShareOfRegion | BudgetItem | Activity, _around: Around
) -> Iterator[Outcome]:
    """A percentage is below 0 or above 100.

    Why: No part is less than nothing or more than the whole.
    Fix: Write the share in per cent, from 0 to 100: half is 50.

    Example:
        <capital-spend percentage="250"/>
    Source: IATI standard ruleset 2.03, rules 12.1.1, 12.2.1 and 12.3.1,
        https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    name = "capital_spend" if isinstance(part, Activity) else "percentage"
    share = getattr(part, name)
    if share is not None:
        if not 0 <= share <= _MOST:
            yield Fail(f"the percentage is {share:f}, which is not from 0 to {_MOST}", at=(name,))
    elif unreadable(part, name):
        yield Unknown(Missing((name,), "a percentage that can be read"))
    else:
        yield NOT_APPLICABLE


RULES: tuple[Rule, ...] = (
    no_sector,
    transaction_without_sector,
    sectors_at_both_levels,
    sector_without_share,
    sector_shares_not_a_hundred,
    only_sector_not_a_hundred,
    own_sector_not_explained,
    no_sector_of_the_dac,
    share_out_of_range,
)
