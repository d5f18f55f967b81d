"""Who came from whom, read once."""

from hypothesis import given

from cooperation import testing
from cooperation.model import EventKind, Organisation, OrganisationEvent, Portfolio
from cooperation.model.succession import Succession


def test_told_at_either_end() -> None:
    """A merger may be told at the one that came out of it or at those that ended in it."""
    event = OrganisationEvent(kind=EventKind.END, successors=("linnaeus",))
    told_at_the_end = Succession([Organisation(id="vaxjo", events=(event,)), Organisation(id="linnaeus")])

    assert frozenset({"vaxjo", "linnaeus"}) == told_at_the_end.lineage("vaxjo") == told_at_the_end.lineage("linnaeus")
    assert frozenset({"stranger"}) == told_at_the_end.lineage("stranger")


@given(testing.portfolios())
def test_as_the_portfolio_says(portfolio: Portfolio) -> None:
    """A portfolio asks it of all organisations it knows."""
    known = [o.id for o in portfolio.organisations]
    every = {o.id: o for o in (*portfolio.organisations, *(o for p in portfolio for o in p.organisations))}
    for member in (m for partnership in portfolio.partnerships for m in partnership.members):
        if member.organisation is not None:
            every.setdefault(member.organisation.id, member.organisation)
    lines = Succession(every.values())

    assert [lines.lineage(id) for id in known] == [portfolio.lineage(id) for id in known]  # noqa: A001
