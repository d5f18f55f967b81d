"""What it is about: sectors, tags, markers, emergencies, kinds of aid, and the lines of a country's own budget."""

from decimal import Decimal

from cooperation.iati.declare import Record, attribute, element, elements, frozen, residue
from cooperation.iati.kept import Kept
from cooperation.iati.kinds import DECIMAL, URI
from cooperation.iati.text import Narrative, Text

__all__ = [
    "AidType",
    "BudgetItem",
    "CountryBudgetItems",
    "HumanitarianScope",
    "PolicyMarker",
    "Sector",
    "ShareOfSector",
    "Tag",
]


@frozen(kw_only=True)
class ShareOfSector(Record):
    """``iati-activity/sector``: what the activity is about, and how much of the money that concerns.

    Attributes:
        code: ``@code``: the sector, in the vocabulary.
        vocabulary: ``@vocabulary``: whose list of sectors; the DAC's purposes of five digits (1) when nothing is said.
        vocabulary_uri: ``@vocabulary-uri``: where a list of the publisher's own is to be found.
        percentage: ``@percentage``: its share of the money, in per cent of all sectors of the vocabulary.
        narratives: ``narrative``: what a code of the publisher's own means.
        kept: What the file has beside the standard here.
    """

    vocabulary: str | None = attribute("vocabulary")
    vocabulary_uri: str | None = attribute("vocabulary-uri", URI)
    code: str | None = attribute("code", required=True)
    percentage: Decimal | None = attribute("percentage", DECIMAL)
    narratives: tuple[Narrative, ...] = elements("narrative")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class Sector(Record):
    """``transaction/sector``: what the money of one transaction is for.

    Attributes:
        code: ``@code``: the sector, in the vocabulary.
        vocabulary: ``@vocabulary``: whose list of sectors; the DAC's purposes of five digits (1) when nothing is said.
        vocabulary_uri: ``@vocabulary-uri``: where a list of the publisher's own is to be found.
        narratives: ``narrative``: what a code of the publisher's own means.
        kept: What the file has beside the standard here.
    """

    vocabulary: str | None = attribute("vocabulary")
    vocabulary_uri: str | None = attribute("vocabulary-uri", URI)
    code: str | None = attribute("code", required=True)
    narratives: tuple[Narrative, ...] = elements("narrative")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class Tag(Record):
    """``iati-activity/tag``: a subject without a share of the money, such as a goal of Agenda 2030.

    Attributes:
        code: ``@code``: the subject, in the vocabulary.
        vocabulary: ``@vocabulary``: whose list, on the list TagVocabulary (2 and 3 are the SDGs and their targets).
        vocabulary_uri: ``@vocabulary-uri``: where a list of the publisher's own is to be found.
        narratives: ``narrative``: what a code of the publisher's own means.
        kept: What the file has beside the standard here.
    """

    code: str | None = attribute("code", required=True)
    vocabulary: str | None = attribute("vocabulary", required=True)
    vocabulary_uri: str | None = attribute("vocabulary-uri", URI)
    narratives: tuple[Narrative, ...] = elements("narrative")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class PolicyMarker(Record):
    """``iati-activity/policy-marker``: a policy the activity serves, such as gender equality, and how much.

    Attributes:
        code: ``@code``: the policy, in the vocabulary.
        vocabulary: ``@vocabulary``: whose list; the DAC's (1) when nothing is said.
        vocabulary_uri: ``@vocabulary-uri``: where a list of the publisher's own is to be found.
        significance: ``@significance``: how much it matters, on the list PolicySignificance (2 is its very reason).
        narratives: ``narrative``: what a code of the publisher's own means.
        kept: What the file has beside the standard here.
    """

    vocabulary: str | None = attribute("vocabulary")
    vocabulary_uri: str | None = attribute("vocabulary-uri", URI)
    code: str | None = attribute("code", required=True)
    significance: str | None = attribute("significance")
    narratives: tuple[Narrative, ...] = elements("narrative")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class HumanitarianScope(Record):
    """``iati-activity/humanitarian-scope``: the emergency or the appeal the activity answers.

    Attributes:
        type: ``@type``: an emergency (1) or an appeal (2).
        vocabulary: ``@vocabulary``: whose list, on the list HumanitarianScopeVocabulary.
        vocabulary_uri: ``@vocabulary-uri``: where that list is to be found.
        code: ``@code``: the emergency or the appeal there.
        narratives: ``narrative``: what it is.
        kept: What the file has beside the standard here.
    """

    type: str | None = attribute("type", required=True)
    vocabulary: str | None = attribute("vocabulary", required=True)
    vocabulary_uri: str | None = attribute("vocabulary-uri", URI)
    code: str | None = attribute("code", required=True)
    narratives: tuple[Narrative, ...] = elements("narrative")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class AidType(Record):
    """``default-aid-type``, or ``transaction/aid-type``: in which form the aid comes.

    Attributes:
        code: ``@code``: the form, in the vocabulary.
        vocabulary: ``@vocabulary``: whose list; the DAC's list AidType (1) when nothing is said.
        kept: What the file has beside the standard here.
    """

    code: str | None = attribute("code", required=True)
    vocabulary: str | None = attribute("vocabulary")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class BudgetItem(Record):
    """``country-budget-items/budget-item``: a line of the recipient country's budget that the activity supports.

    Attributes:
        code: ``@code``: the line, in the vocabulary of all the items.
        percentage: ``@percentage``: its share, in per cent of all items.
        description: ``description``: what it is.
        kept: What the file has beside the standard here.
    """

    code: str | None = attribute("code", required=True)
    percentage: Decimal | None = attribute("percentage", DECIMAL)
    description: Text | None = element("description")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class CountryBudgetItems(Record):
    """``iati-activity/country-budget-items``: where the activity stands in the recipient country's own budget.

    Attributes:
        vocabulary: ``@vocabulary``: whose classification, on the list BudgetIdentifierVocabulary.
        budget_items: ``budget-item``: the lines.
        kept: What the file has beside the standard here.
    """

    vocabulary: str | None = attribute("vocabulary", required=True)
    budget_items: tuple[BudgetItem, ...] = elements("budget-item", required=True)
    kept: Kept | None = residue()
