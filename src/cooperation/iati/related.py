"""What stands beside an activity: other activities, conditions, and what a publisher's own system says."""

from cooperation.iati.declare import Record, attribute, elements, frozen, residue
from cooperation.iati.kept import Kept
from cooperation.iati.kinds import BOOLEAN, TOKEN
from cooperation.iati.text import Narrative

__all__ = ["Condition", "Conditions", "LegacyData", "RelatedActivity"]


@frozen(kw_only=True)
class RelatedActivity(Record):
    """``iati-activity/related-activity``: another activity that this one belongs with.

    Attributes:
        ref: ``@ref``: its identifier.
        type: ``@type``: how: parent (1), child (2), sibling (3), co-funded (4), third party (5).
        kept: What the file has beside the standard here.
    """

    ref: str | None = attribute("ref", required=True)
    type: str | None = attribute("type", required=True)
    kept: Kept | None = residue(foreign=False)


@frozen(kw_only=True)
class LegacyData(Record):
    """``iati-activity/legacy-data``: a value of the publisher's own system that no element quite fits.

    Attributes:
        name: ``@name``: what it is called there.
        value: ``@value``: what it says there.
        iati_equivalent: ``@iati-equivalent``: the element that comes nearest.
        kept: What the file has beside the standard here.
    """

    name: str | None = attribute("name", required=True)
    value: str | None = attribute("value", required=True)
    iati_equivalent: str | None = attribute("iati-equivalent", TOKEN)
    kept: Kept | None = residue(foreign=False)


@frozen(kw_only=True)
class Condition(Record):
    """``conditions/condition``: something that must hold for the money to go on.

    Attributes:
        type: ``@type``: of policy (1), of performance (2) or fiduciary (3).
        narratives: ``narrative``: what must hold.
        kept: What the file has beside the standard here.
    """

    type: str | None = attribute("type", required=True)
    narratives: tuple[Narrative, ...] = elements("narrative", required=True)
    kept: Kept | None = residue(foreign=False)


@frozen(kw_only=True)
class Conditions(Record):
    """``iati-activity/conditions``: whether conditions are attached, and which.

    Attributes:
        attached: ``@attached``: whether there are any.
        conditions: ``condition``: which.
        kept: What the file has beside the standard here.
    """

    attached: bool | None = attribute("attached", BOOLEAN, required=True)
    conditions: tuple[Condition, ...] = elements("condition")
    kept: Kept | None = residue()
