"""How aid is classified: the types of aid, and the policies it serves."""

from collections import Counter
from collections.abc import Iterator

from cooperation.diagnostics import Nature, Severity
from cooperation.iati.activity import Activity
from cooperation.iati.money import Transaction
from cooperation.iati.rules._setting import Around
from cooperation.iati.rules._words import shown
from cooperation.iati.rules.sectors import DAC
from cooperation.iati.sectors import AidType, PolicyMarker
from cooperation.rules import NOT_APPLICABLE, Fail, Outcome, Rule, rule

__all__ = ["RULES"]

_OWN = "99"


@rule("IAT130", catalogue="6.14.1", nature=Nature.OMISSION, severity=Severity.ERROR)
def marker_without_significance(marker: PolicyMarker, _around: Around) -> Iterator[Outcome]:
    """A policy marker of the OECD-DAC has no significance.

    Why: The marker alone does not say whether the policy was the reason for the activity, a part of it, or no aim at
        all: 0 means that it was looked into and is none.
    Fix: Add ``significance``: 0 not targeted, 1 a significant objective, 2 the principal one.

    Example:
        <policy-marker vocabulary="1" code="2"/>
    Source: IATI standard ruleset 2.03, rule 6.14.1, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    if marker.vocabulary not in DAC:
        yield NOT_APPLICABLE
    elif marker.significance is None:
        yield Fail(f"policy marker {shown(marker.code)} has no significance")


@rule("IAT131", catalogue="6.13.1", nature=Nature.OMISSION, severity=Severity.ERROR)
def own_marker_not_explained(marker: PolicyMarker, _around: Around) -> Iterator[Outcome]:
    """A policy marker of the publisher's own vocabulary has no narrative.

    Why: Nobody else knows what the code means.
    Fix: Say in a ``narrative`` what it means.

    Example:
        <policy-marker vocabulary="99" code="WIN-WIN"/>
    Source: IATI standard ruleset 2.03, rule 6.13.1, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    if marker.vocabulary != _OWN:
        yield NOT_APPLICABLE
    elif not marker.narratives:
        yield Fail(f"policy marker {shown(marker.code)} of the publisher's own vocabulary has no narrative")


@rule("IAT132", catalogue=("107.1.1", "107.2.1"), nature=Nature.WEAKNESS, severity=Severity.WARNING)
def no_aid_type_of_the_dac(activity: Activity, _around: Around) -> Iterator[Outcome]:
    """Types of aid are given, and none of the OECD-DAC's list among them.

    Why: Earmarking or vouchers are said beside the form the aid comes in, not instead of it.
    Fix: Add the type of aid of the DAC's list, with the vocabulary 1.

    Example:
        <default-aid-type vocabulary="2" code="3"/>
    Source: IATI standard ruleset 2.03, rules 107.1.1 and 107.2.1,
        https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    own = activity.default_aid_types
    having = [i for i, transaction in enumerate(activity.transactions) if transaction.aid_types]
    theirs = [one for i in having for one in activity.transactions[i].aid_types]
    if not own and not theirs:
        yield NOT_APPLICABLE
    if own and not _has_one_of_the_dac(own):
        yield Fail("the activity has no default aid type of the DAC's list (1)", at=("default_aid_types", 0))
    if theirs and not _has_one_of_the_dac(theirs):
        at = ("transactions", having[0], "aid_types", 0)
        yield Fail("no transaction has an aid type of the DAC's list (1), though some have aid types", at=at)


def _has_one_of_the_dac(held: list[AidType] | tuple[AidType, ...]) -> bool:
    return any(one.vocabulary in DAC for one in held)


@rule("IAT133", catalogue=("107.1.2", "107.2.2"), nature=Nature.CONTRADICTION, severity=Severity.WARNING)
def two_aid_types_of_a_vocabulary(node: Activity | Transaction, _around: Around) -> Iterator[Outcome]:
    """An activity or a transaction has two types of aid of one vocabulary.

    Why: There is no share beside them, so that nobody can tell which holds for how much.
    Fix: Keep the one that holds for most of the money, or give each transaction its own.

    Example:
        <default-aid-type vocabulary="1" code="C01"/>
        <default-aid-type vocabulary="1" code="D02"/>
    Source: IATI standard ruleset 2.03, rules 107.1.2 and 107.2.2,
        https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    name = "default_aid_types" if isinstance(node, Activity) else "aid_types"
    held: tuple[AidType, ...] = getattr(node, name)
    if not held:
        yield NOT_APPLICABLE
        return
    vocabularies = ["1" if one.vocabulary in DAC else str(one.vocabulary) for one in held]
    for vocabulary, many in Counter(vocabularies).items():
        if many > 1:
            second = [i for i, one in enumerate(vocabularies) if one == vocabulary][1]
            yield Fail(f"there are {many} aid types of vocabulary {vocabulary}", at=(name, second))


RULES: tuple[Rule, ...] = (
    marker_without_significance,
    own_marker_not_explained,
    no_aid_type_of_the_dac,
    two_aid_types_of_a_vocabulary,
)
