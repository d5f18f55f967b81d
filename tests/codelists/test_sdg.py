"""Codes of the Sustainable Development Goals."""

import pytest

from cooperation import codelists
from cooperation.codelists import is_sdg_code, sdg_goal_of, sdg_target_of
from cooperation.errors import UnknownCodeError


class TestIsSdgCode:
    """Goals, targets and indicators."""

    @pytest.mark.parametrize(
        "code", ["1", "7", "17", "16.10", "16.10.2", "1.a", "1.a.1", "17.19.2", "2.5.1a", "8.10.1"]
    )
    def test_accepts(self, code: str) -> None:
        """A goal, a target of it, and an indicator of a target that exists."""
        assert is_sdg_code(code)

    @pytest.mark.parametrize(
        "code",
        [
            "18",
            "0",
            "7.9",
            "7.9.1",
            "18.1.1",
            "010",
            "07",
            "7.01",
            "1.A",
            "7.1.0",
            "7.1.01",
            "7.1.a",
            "7.1.1ab",
            "7.1.1.1",
            "7.",
            "7.1.",
            ".7",
            "",
            " 7",
            "7\n",
            "SDG 7",
            "7,1",
            "\N{ARABIC-INDIC DIGIT SEVEN}",
        ],
    )
    def test_refuses(self, code: str) -> None:
        """What is on no list, below no target, or written in another way."""
        assert not is_sdg_code(code)

    def test_every_listed_code(self) -> None:
        """Both lists are accepted as a whole, and an indicator below every target."""
        assert all(map(is_sdg_code, codelists.unsdg_goals))
        assert all(map(is_sdg_code, codelists.unsdg_targets))
        assert all(is_sdg_code(f"{target}.1") for target in codelists.unsdg_targets)


class TestParents:
    """From an indicator up."""

    @pytest.mark.parametrize("code", ["16", "16.10", "16.10.2"])
    def test_goal(self, code: str) -> None:
        """Each level knows its goal, and 16 is not 1."""
        assert codelists.unsdg_goals["16"] == sdg_goal_of(code)

    @pytest.mark.parametrize("code", ["16.10", "16.10.2"])
    def test_target(self, code: str) -> None:
        """A target is its own, an indicator's is the one before its last number, and 16.10 is not 16.1."""
        assert codelists.unsdg_targets["16.10"] == sdg_target_of(code)

    def test_a_goal_has_no_target(self) -> None:
        """A goal stands above its targets."""
        assert None is sdg_target_of("16")

    @pytest.mark.parametrize(
        ("code", "listed", "nearest"),
        [("7.9.1", "UNSDG-Targets", "7.1"), ("7.9", "UNSDG-Targets", "7.1"), ("18", "UNSDG-Goals", "1")],
    )
    def test_unknown(self, code: str, listed: str, nearest: str) -> None:
        """The error holds the code as written, the list that would have to know it, and targets of the same goal."""
        for parent_of in (sdg_goal_of, sdg_target_of):
            with pytest.raises(UnknownCodeError) as caught:
                parent_of(code)

            assert (code, listed, nearest) == (caught.value.code, caught.value.codelist, caught.value.nearest[0])
