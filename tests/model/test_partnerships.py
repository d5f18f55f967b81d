"""Partnerships: what their constructor refuses, and what a participation knows of its kind."""

import pytest

from cooperation.errors import InvariantError
from cooperation.model import Organisation, OrganisationKind, PartialDate, Participation, Partnership


def test_a_partnership_cannot_end_before_it_begins() -> None:
    """The error names both dates and stands at the end; the same year, or an unknown date, is no contradiction."""
    with pytest.raises(InvariantError, match="partnership ended 2009 before it began 2010") as refused:
        Partnership(id="a", since=PartialDate(2010), ended=PartialDate(2009))

    assert (("ended",), "reversed-period") == (refused.value.path, refused.value.fault)
    assert PartialDate(2010) == Partnership(id="a", since=PartialDate(2010, 5), ended=PartialDate(2010)).ended
    assert Partnership(id="a", ended=PartialDate(2009)).since is None


@pytest.mark.parametrize(
    ("participation", "expected"),
    [
        (Participation(), None),
        (Participation(kind=OrganisationKind.POLICE), OrganisationKind.POLICE),
        (Participation(organisation=Organisation(id="a", kind=OrganisationKind.SCHOOL)), OrganisationKind.SCHOOL),
        (
            Participation(
                organisation=Organisation(id="a", kind=OrganisationKind.SCHOOL), kind=OrganisationKind.EXPERT
            ),
            OrganisationKind.EXPERT,
        ),
    ],
)
def test_the_kind_is_the_stated_one_or_the_organisations(
    participation: Participation, expected: OrganisationKind | None
) -> None:
    """What is stated here goes before what is known of the organisation."""
    assert expected is participation.of_kind
