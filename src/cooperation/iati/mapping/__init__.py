"""Between the standard and the model: activities become projects, projects activities, and nothing is lost in silence.

``to_portfolio`` and ``from_portfolio`` give what was mapped and, beside it, all that could not be carried.
What becomes of each field stands in two tables, from which the documentation is made.
"""

from cooperation.iati.mapping.activities import to_portfolio
from cooperation.iati.mapping.carrying import MappingLossWarning
from cooperation.iati.mapping.fate import Fate
from cooperation.iati.mapping.from_standard import FROM_STANDARD
from cooperation.iati.mapping.marks import NAMESPACE
from cooperation.iati.mapping.outcome import Lack, Lost, Mapped, NotPublishableError
from cooperation.iati.mapping.projects import from_portfolio, from_project
from cooperation.iati.mapping.reporter import Reporter
from cooperation.iati.mapping.to_standard import TO_STANDARD

__all__ = [
    "FROM_STANDARD",
    "NAMESPACE",
    "TO_STANDARD",
    "Fate",
    "Lack",
    "Lost",
    "Mapped",
    "MappingLossWarning",
    "NotPublishableError",
    "Reporter",
    "from_portfolio",
    "from_project",
    "to_portfolio",
]
