"""Codes of the Sustainable Development Goals: goals, targets and indicators."""

from __future__ import annotations

import re

from cooperation.codelists._codelist import Code
from cooperation.codelists._data import codelist
from cooperation.codelists._matching import nearest
from cooperation.errors import UnknownCodeError

__all__ = ["is_sdg_code", "sdg_goal_of", "sdg_target_of"]

# Goals and targets are on a list. Indicators are not: the United Nations number them below their target ("16.10.2",
# "1.a.1") and mark the parts of one with a letter ("2.5.1a"), so an indicator is taken when its target exists.
_CODE = re.compile(r"(?P<goal>[0-9]+)(?:\.(?P<target>[0-9]+|[a-z])(?:\.[1-9][0-9]*[a-z]?)?)?")


def is_sdg_code(code: str) -> bool:
    """Whether a text is the code of an SDG goal, a target, or an indicator of a target that exists.

    >>> [is_sdg_code(code) for code in ("16", "16.10", "16.10.2", "1.a.1", "2.5.1a")]
    [True, True, True, True, True]
    >>> [is_sdg_code(code) for code in ("18", "7.9", "7.9.1", "010", "SDG 7")]
    [False, False, False, False, False]
    """
    return _goal_and_target(code) is not None


def sdg_goal_of(code: str) -> Code:
    """The goal that a goal, target or indicator belongs to.

    Raises:
        UnknownCodeError: It is no SDG code.

    >>> sdg_goal_of("7.1.1").code
    '7'

    """
    return _goal_and_target_or_error(code)[0]


def sdg_target_of(code: str) -> Code | None:
    """The target that a target or indicator belongs to; ``None`` for a goal, which stands above its targets.

    Raises:
        UnknownCodeError: It is no SDG code.

    >>> sdg_target_of("16.10.2").code
    '16.10'
    >>> sdg_target_of("16") is None
    True
    >>> sdg_target_of("7.9.1")
    Traceback (most recent call last):
        ...
    cooperation.errors.UnknownCodeError: no code '7.9.1' on the list UNSDG-Targets (did you mean '7.1'?)

    """
    return _goal_and_target_or_error(code)[1]


def _goal_and_target(code: str) -> tuple[Code, Code | None] | None:
    parts = _CODE.fullmatch(code)
    goal = codelist("UNSDG-Goals").get(parts["goal"]) if parts else None
    if parts is None or goal is None:
        return None
    if parts["target"] is None:
        return goal, None
    target = codelist("UNSDG-Targets").get(f"{parts['goal']}.{parts['target']}")
    return None if target is None else (goal, target)


def _goal_and_target_or_error(code: str) -> tuple[Code, Code | None]:
    found = _goal_and_target(code)
    if found is not None:
        return found
    goal = code.partition(".")[0]
    if goal in codelist("UNSDG-Goals"):
        targets = [target for target in codelist("UNSDG-Targets") if target.startswith(f"{goal}.")]
        raise UnknownCodeError(code, "UNSDG-Targets", nearest(code, targets))
    raise UnknownCodeError(code, "UNSDG-Goals", nearest(goal, codelist("UNSDG-Goals")))
