"""The one table of spellings, and its memory."""

import re
import sys
import threading
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cooperation import testing
from cooperation.formats import from_tree, to_tree
from cooperation.formats.spelling import SPELLINGS, Memo
from cooperation.formats.words import read_date, read_number
from cooperation.model import Count, Length, Money, PartialDate, Period, Value, When


class TestTable:
    """DESIGN.md: "How a value is written as a word stands once, in a table of spellings"."""

    @pytest.mark.parametrize("tp", SPELLINGS, ids=lambda tp: SPELLINGS[tp].name)
    def test_nothing_but_refusals(self, tp: Any) -> None:
        """Whatever a reader is given, it gives a value or raises ``ValueError``."""
        spelling = SPELLINGS[tp]
        for raw in (
            None,
            True,
            [],
            {},
            object(),
            b"x",
            1.5,
            float("nan"),
            Decimal("sNaN"),
            10**50,
            -1,
            "",
            "\ud800",
            "x" * 500,
        ):
            try:
                spelling.value(raw)
            except ValueError as error:
                assert str(error)  # noqa: PT017  # that something is raised is not the point

    def test_names_are_unique(self) -> None:
        """The schema calls each by its name."""
        names = [spelling.name for spelling in SPELLINGS.values()]

        assert len(set(names)) == len(names)

    @given(st.data())
    def test_every_written_word_fits_its_pattern(self, data: st.DataObject) -> None:
        """What is written is what the schema promises."""
        tp, strategy = data.draw(
            st.sampled_from(
                [
                    (PartialDate, testing.partial_dates()),
                    (When, testing.whens()),
                    (Length, testing.lengths()),
                    (Period, testing.periods()),
                    (Money, testing.moneys()),
                    (Count, testing.counts()),
                    (Value, testing.values()),
                ]
            )
        )
        value = data.draw(strategy)
        word = SPELLINGS[tp].write(value)

        if isinstance(word, str):
            assert any(re.search(pattern, word) for pattern in patterns_in(SPELLINGS[tp].schema))
            assert value == SPELLINGS[tp].read(word)


def patterns_in(schema: Any) -> list[str]:
    """Every pattern of a schema, and its words as patterns."""
    found = [schema["pattern"]] if "pattern" in schema else []
    found += [f"^{re.escape(word)}$" for word in schema.get("enum", ())]
    return found + [pattern for part in schema.get("anyOf", ()) for pattern in patterns_in(part)]


class TestMemo:
    """DESIGN.md: "A bounded memo of parsed dates pays most"."""

    def test_it_remembers(self) -> None:
        """A word is read once."""
        memo = Memo(read_date)

        assert memo["2019"] is memo["2019"]
        assert ["2019"] == list(memo)

    def test_it_is_bounded(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """It forgets when it is full, and never keeps a long word or a refused one."""
        monkeypatch.setattr(sys.modules[Memo.__module__], "_MEMO_SIZE", 3)
        memo = Memo(lambda word: word)
        for word in ("a", "b", "c", "d", "x" * 65):
            assert word == memo[word]
        refusing = Memo(read_date)
        with pytest.raises(ValueError, match="expected a date"):
            refusing["never"]

        assert ["d"] == list(memo)
        assert [] == list(refusing)

    def test_figures_keep_their_noughts(self) -> None:
        """Equal numbers that are written differently are kept apart: 2.5 and 2.50, 1 and 1.0, 0 and false."""
        for raw in (Decimal("2.5"), Decimal("2.50"), 1, Decimal("1.0"), Decimal(1), 0, Decimal("0.00")):
            assert str(raw) == str(from_tree(Value, raw).number)
        for raw in (False, True):
            with pytest.raises(ValueError, match=r"got (false|true)"):
                from_tree(Value, raw)

    def test_figures_of_others(self) -> None:
        """A float of somebody else's tree is read as it is shown."""
        assert Decimal("0.1") == from_tree(Value, 0.1).number == read_number(0.1)

    def test_threads_share_it(self) -> None:
        """Many threads that read the same words get equal values."""
        found: list[Any] = []

        def read() -> None:
            found.append([from_tree(PartialDate, f"{year:04}") for year in range(1, 500)])

        threads = [threading.Thread(target=read) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert 4 == len(found)
        assert all(dates == found[0] for dates in found)

    def test_values_are_frozen(self) -> None:
        """What is remembered is shared, so nobody can change it."""
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            from_tree(PartialDate, "2019").year = 2020  # type: ignore[misc]

        assert "2019" == to_tree(from_tree(PartialDate, "2019"))
