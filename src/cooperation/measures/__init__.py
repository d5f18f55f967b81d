"""Measures: pure functions that say how far things have come, what they make together, and who gains what.

Each answers with a ``Reading``: a value, how many known things it rests on, how many could not be used, and a note.
A value is ``None`` when nothing can be said, and the note says why; nought is a value.
What would be nonsense is refused with the code of the rule that explains it, such as ``IND018`` for persons and
households.

>>> import cooperation as co
>>> found = co.measures.win_win(co.load_example("vaxjo")["energy-plan"])
>>> found.covered.value, found.covered.n, found.covered.unknown
(Fraction(1, 1), 2, 0)
"""

from cooperation.measures._changes import RECORD_COLUMNS, ProjectChange, RecordRow, changes, record_of_changes
from cooperation.measures._differences import Difference, DifferenceKind, differences
from cooperation.measures._over_parts import over_partners, over_parts, over_places, over_projects
from cooperation.measures._over_time import Accumulation, over_time
from cooperation.measures._progress import aim_due, final_target, progress, share_of_target
from cooperation.measures._win_win import Beside, PartnerGains, WinWinReadings, gains, win_win
from cooperation.measures.coverage import core_area_coverage, marker_coverage, sdg_coverage, unknowns
from cooperation.measures.disaggregation import Reconciled, reconcile
from cooperation.measures.money import Amount, BudgetKey, BudgetRow, Planned, budget_by, convert, total_of
from cooperation.measures.observed import Series, series
from cooperation.measures.partnerships import (
    Continuity,
    continuity,
    projects_by_organisation,
    running_in,
    years_running,
    years_with_projects,
)
from cooperation.measures.quantities import Quantity, ValueState, quantity, state
from cooperation.measures.reading import Reading
from cooperation.measures.regrouping import Regrouped, Regrouping, merge_groups, split_group, undo_regrouping
from cooperation.measures.rolling import roll_up
from cooperation.measures.status import (
    DEFAULT,
    THRESHOLDS,
    Light,
    ResultState,
    Thresholds,
    WorkState,
    light,
    result_state,
    thresholds_of,
    work_state,
)

__all__ = [
    "DEFAULT",
    "RECORD_COLUMNS",
    "THRESHOLDS",
    "Accumulation",
    "Amount",
    "Beside",
    "BudgetKey",
    "BudgetRow",
    "Continuity",
    "Difference",
    "DifferenceKind",
    "Light",
    "PartnerGains",
    "Planned",
    "ProjectChange",
    "Quantity",
    "Reading",
    "Reconciled",
    "RecordRow",
    "Regrouped",
    "Regrouping",
    "ResultState",
    "Series",
    "Thresholds",
    "ValueState",
    "WinWinReadings",
    "WorkState",
    "aim_due",
    "budget_by",
    "changes",
    "continuity",
    "convert",
    "core_area_coverage",
    "differences",
    "final_target",
    "gains",
    "light",
    "marker_coverage",
    "merge_groups",
    "over_partners",
    "over_parts",
    "over_places",
    "over_projects",
    "over_time",
    "progress",
    "projects_by_organisation",
    "quantity",
    "reconcile",
    "record_of_changes",
    "result_state",
    "roll_up",
    "running_in",
    "sdg_coverage",
    "series",
    "share_of_target",
    "split_group",
    "state",
    "thresholds_of",
    "total_of",
    "undo_regrouping",
    "unknowns",
    "win_win",
    "work_state",
    "years_running",
    "years_with_projects",
]
