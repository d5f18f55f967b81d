"""What the pages say of how often the wording rules are right is what they are."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cooperation.rules import RULES


def _tool() -> ModuleType:
    """The script that measures, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("wording_measure", Path(__file__).parent / "measure.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


measure = _tool()
RECORDED = measure.recorded()


def test_the_figures_are_those_of_the_lists_there_are() -> None:
    """A change of a list or a rule that changes a figure is seen, and written down by measure.py."""
    assert list(measure.measured()) == RECORDED["after"]


def test_both_measurements_are_of_the_same_texts() -> None:
    """Before and after the texts were seen, the same rules were asked of the same texts with the same labels."""
    before, after = (
        [(one.rule, one.language, one.texts, one.labelled) for one in RECORDED[when]] for when in ("before", "after")
    )

    assert before == after


def test_every_wording_rule_is_measured_or_known_not_to_be() -> None:
    """Only the rule about promised values has no label among the texts."""
    worded = {made.code for made in RULES if made.wording}

    assert worded - {"TXT007"} == set(measure.ASKED)


@pytest.mark.parametrize("figure", RECORDED["after"], ids=lambda one: f"{one.rule} {one.language}")
def test_a_hint_is_right_more_often_than_not(figure: Any) -> None:
    """No rule that is wrong in most of what it finds is worth a reader's time."""
    assert figure.right * 2 > figure.found > 0
