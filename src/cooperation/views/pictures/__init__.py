"""Pictures: diagrams, charts and timelines of a project or a portfolio, as frozen values that draw themselves."""

from cooperation.views.pictures.bars import budget_bars, sdg_bars
from cooperation.views.pictures.boxes import Arrow, Box
from cooperation.views.pictures.chart import Chart
from cooperation.views.pictures.crosses import gains_map, risk_map, stakeholder_map
from cooperation.views.pictures.diagram import Diagram
from cooperation.views.pictures.geojson import partners_geojson
from cooperation.views.pictures.palette import DARK, LIGHT, Palette, contrast
from cooperation.views.pictures.plans import portfolio_timeline, work_plan
from cooperation.views.pictures.problems import problem_tree
from cooperation.views.pictures.results import results_chain, theory_of_change
from cooperation.views.pictures.timeline import Bar, Point, Tie, Timeline, TimeRow
from cooperation.views.pictures.trend import indicator_trend

__all__ = [
    "DARK",
    "LIGHT",
    "Arrow",
    "Bar",
    "Box",
    "Chart",
    "Diagram",
    "Palette",
    "Point",
    "Tie",
    "TimeRow",
    "Timeline",
    "budget_bars",
    "contrast",
    "gains_map",
    "indicator_trend",
    "partners_geojson",
    "portfolio_timeline",
    "problem_tree",
    "results_chain",
    "risk_map",
    "sdg_bars",
    "stakeholder_map",
    "theory_of_change",
    "work_plan",
]
