"""Published lists of codes: SDG goals and targets, DAC sectors, countries, currencies and the other lists of IATI.

Each list is also an attribute, by its IATI name in snake case; it is read when it is first asked for.

>>> from cooperation import codelists
>>> codelists.country["VN"].name
'Viet Nam'
>>> codelists.codelist("Country") is codelists.country
True
>>> [code.code for code in codelists.sector.search("basic drinking")]
['14030', '14031']

The tables are those of the International Aid Transparency Initiative (IATI), used under CC-BY 4.0; every list says its
source, commit and licence.
"""

from cooperation.codelists._codelist import Code, Codelist
from cooperation.codelists._data import CodedPath, attribute_names, codelist, mapping, names
from cooperation.codelists._matching import nearest
from cooperation.codelists._sdg import is_sdg_code, sdg_goal_of, sdg_target_of

__all__ = [
    "Code",
    "CodedPath",
    "Codelist",
    "codelist",
    "is_sdg_code",
    "mapping",
    "names",
    "nearest",
    "sdg_goal_of",
    "sdg_target_of",
]


def __getattr__(name: str) -> Codelist:
    # Python's own questions (`__path__`, `__wrapped__` ...) are answered without reading the index.
    listed = None if name.startswith("_") else attribute_names().get(name)
    if listed is None:
        raise AttributeError(f"module {__name__!r} has no attribute or codelist {name!r}", name=name)
    return codelist(listed)


def __dir__() -> list[str]:
    return sorted({*globals(), *attribute_names()})
