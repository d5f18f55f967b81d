"""What a project is registered under, and what was approved."""

import pytest

from cooperation.errors import InvariantError
from cooperation.model import Approval, ApprovedIndicator, Identifier, ProjectCode, ProjectCodeKind


def test_kinds_of_codes_are_those_of_iati() -> None:
    """Each but the identifier in IATI itself has a code on its list, and no two have the same."""
    types = [kind.iati_type for kind in ProjectCodeKind if kind is not ProjectCodeKind.IATI]

    assert ProjectCodeKind.IATI.iati_type is None
    assert len(types) == len(set(types))
    assert {"A1", "A2", "A3", "A9"} == set(types)


@pytest.mark.parametrize("code", ["", "SE 0 17"])
def test_a_code_has_no_spaces(code: str) -> None:
    """It stands in addresses and file names, as an id does."""
    with pytest.raises(InvariantError, match="is not an id: 1 to 200 characters without spaces"):
        ProjectCode(code=code)


def test_a_code_keeps_what_it_was_built_on() -> None:
    """The identifier is a value of its own, so that it can be compared with those the organisation has now."""
    code = ProjectCode(code="SE-0-17-KP", built_on=Identifier("SE-0", "17"))

    assert Identifier("SE-0", "17") == code.built_on


def test_an_indicator_is_approved_once() -> None:
    """Of two versions under one id nobody could say which one was approved."""
    with pytest.raises(InvariantError, match="two approved indicators have the id 'wells'"):
        Approval(
            indicators=(ApprovedIndicator(id="wells"), ApprovedIndicator(id="pumps"), ApprovedIndicator(id="wells"))
        )
